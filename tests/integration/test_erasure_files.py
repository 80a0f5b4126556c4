"""After an erasure no name is in any file of the edition, whatever happened to it and whenever it was cut short."""

import json
import os
import shutil
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.hub_stations import Hub, Station, until
from tests.integration.conftest import Ran
from vi_events import app
from vi_events.app import OpenEdition, open_edition, read_edition
from vi_events.checkin import print_jobs, registrations
from vi_events.closing.erasure import erase_edition
from vi_events.closing.figures import Figures
from vi_events.closing.figures import figures as figures_of
from vi_events.edition import erasure, people, vault
from vi_events.edition.reference import load_reference
from vi_events.edition.seal import DRAFT, PREVIOUS, SEALED
from vi_events.journal.core import Priority
from vi_events.journal.entry import Author, Entry
from vi_events.journal.erasing import EDITION_ERASED
from vi_events.journal.hub import applying
from vi_events.journal.store import Change, Store
from vi_events.journal.verify import verify

NAMES = ("Œuvrard-Sklodowska", "Kermadec", "Lê-Castelnau", "zoe.kermadec@exemple.fr", "Bourgueil-Opérateur")
PICTURE = "iVBORw0KGgoAAAANSUhEUgAA"
KILL = """
import os, signal, sys
from pathlib import Path
from vi_events import app
from vi_events.closing.erasure import erase_edition
from vi_events.edition import erasure
from vi_events.journal import erasing, store
from vi_events.journal.entry import Author

def cut(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

folder, where = Path(sys.argv[1]), sys.argv[2]
if where == "rows":
    before = store.erase_rows
    store.erase_rows = lambda *given: (before(*given), cut())
elif where == "compact":
    store.compact = cut
elif where == "compacted":
    before = store.compact
    store.compact = lambda given: (before(given), cut())
elif where == "copies":
    before = erasure._wipe
    erasure._wipe = lambda found: (before(found), cut())
elif where == "done":
    erasure._done = cut
with app.open_edition(folder, Author("poste-1")) as opened:
    erase_edition(opened, folder)
"""


@pytest.fixture
def folder(data: Path) -> Path:
    """The demo edition after a day, with every kind of thing that bears a name."""
    made = data / "demo"
    with open_edition(made, Author("poste-1", "Bourgueil-Opérateur")) as opened:
        live_a_day(opened)
    (made / "copies").mkdir(exist_ok=True)
    shutil.copy(made / "edition.db", made / "copies" / "edition-1030.db")
    shutil.copy(made / "edition.db", made / "edition.db.schema-0.bak")
    (made / "hub" / "store-20260101").mkdir(parents=True)
    (made / "hub" / "store-20260101" / "1.blk").write_bytes("Zoé Kermadec".encode())
    (made / "webtv-pictures").mkdir()
    (made / "webtv-pictures" / "overlay-a.tga").write_bytes(b"Kermadec")
    return made


def live_a_day(opened: OpenEdition) -> None:
    desk = opened.reception

    def work(store: Store) -> None:
        the_desk = desk._desk
        registrations.walk_in(the_desk, {"last_name": NAMES[0], "first_name": "Zoé", "email": NAMES[3]})
        known = [subject.partition(":")[2] for subject, _ in store.states_of_type("attendee")]
        registrations.correct(the_desk, known[0], {"last_name": NAMES[1], "protocol_note": "avec Lê-Castelnau"})
        registrations.substitute(the_desk, known[1], {"last_name": NAMES[2], "first_name": "Zoé"})
        registrations.merge(the_desk, known[2], known[3])
        the_desk.record(print_jobs.badge_queued(known[0], "poste-1/Accueil", "desk", PICTURE))
        the_desk.scan("BEGIN:VCARD Kermadec")
        for attendee_id in known[4:30]:
            the_desk.admit(attendee_id)

    opened.core.call(work)
    opened.webtv.lower_third("Zoé Kermadec", "Maire").result()
    opened.webtv.add_speaker("Jean Lê-Castelnau").result()
    opened.webtv.mark("Kermadec parle").result()


def forms(name: str) -> set[bytes]:
    texts = {name, name.upper(), unicodedata.normalize("NFD", name), json.dumps(name)[1:-1]}
    return {text.encode(encoding) for text in texts for encoding in ("utf-8", "utf-16-le", "utf-16-be")}


def named_in(folder: Path, names: Sequence[str]) -> list[tuple[str, str]]:
    """(file, name) wherever one stands in any form, read as bytes: nothing of the program's own search."""
    wanted = {form: name for name in names for form in forms(name)}
    # All that is long enough begins with eight bytes: the few places where such a beginning stands are looked at.
    starts: dict[bytes, list[bytes]] = {}
    for form in wanted:
        starts.setdefault(form[:8], []).append(form)
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        here = {content[at : at + 8] for at in range(len(content))} & starts.keys()
        hits = {wanted[form] for start in here for form in starts[start] if form in content}
        found += [(path.relative_to(folder).as_posix(), name) for name in sorted(hits)]
    return found


def everybody(folder: Path) -> list[str]:
    with read_edition(folder) as store:
        found = [people.attendee(subject, state) for subject, state in store.states_of_type("attendee")]
    names = {person.name for person in found if len(person.name) > 8} | {p.email for p in found if p.email}
    return sorted(names | {person.code for person in found if person.code})


def figures(folder: Path) -> dict[str, int]:
    with read_edition(folder) as store:
        return dict(+store.counts)


def test_no_name_is_left_in_any_file_and_every_figure_is(folder: Path, vi: Callable[..., Ran], tmp_path: Path) -> None:
    assert vi("export", "attendees", tmp_path / "sorties.csv").code == 0
    names, before = [*NAMES, *everybody(folder)], figures(folder)
    assert len(named_in(folder, names)) > 600
    ran = vi("erase", "--confirm", "demo", "--proof", tmp_path / "preuve", "--json")
    assert (ran.code, ran.said["clean"], ran.said["figures_kept"]) == (0, True, True)
    assert ran.said["people"] > 600
    assert ran.said["terms"] > 600
    assert ran.said["unheard"] == []
    assert [(each["what"], each["form"]) for each in ran.said["exports"]] == [("attendees", "csv")]
    assert "edition.db" in ran.said["files"]
    assert named_in(folder, names) == []
    assert PICTURE.encode() not in (folder / "edition.db").read_bytes()
    assert not {"secrets.json", "palmares.sealed"} & {path.name for path in folder.iterdir()}
    assert figures(folder) == before
    assert vault.load(folder).ticket_key == b""
    with read_edition(folder) as store:
        assert verify(store).problems == ()
    assert {path.name for path in (tmp_path / "preuve").iterdir()} == {
        "preuve-effacement.pdf",
        "preuve-effacement.json",
    }
    assert named_in(tmp_path / "preuve", names) == []
    assert vi("erase", "--confirm", "demo", "--json").error == "already_erased"


@pytest.mark.usefixtures("folder")
def test_a_station_name_once_used_on_this_computer_is_not_waited_for(vi: Callable[..., Ran]) -> None:
    assert vi("scan", "--station", "porte-2", typed=b"inconnu\n").code == 0
    said = vi("erase", "--confirm", "demo", "--json").said
    assert (said["unheard"], said["clean"]) == ([], True)


@pytest.mark.usefixtures("folder")
def test_nothing_is_erased_where_the_proof_could_not_be_written(vi: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    for place in (tmp_path / "fichier", tmp_path / "fichier" / "preuve"):
        ran = vi("erase", "--confirm", "demo", "--proof", place, "--json")
        assert (ran.code, ran.error) == (1, "proof_unwritable")
    assert len(vi("find", "Kermadec", "--json").said) > 0


@pytest.mark.usefixtures("folder")
def test_an_attendance_list_is_told_among_the_exports(vi: Callable[..., Ran], tmp_path: Path) -> None:
    assert vi("zone", "jour-1", "--assembly").code == 0
    assert vi("assembly", "jour-1", "--pdf", tmp_path / "presence.pdf").code == 0
    said = vi("erase", "--confirm", "demo", "--json").said
    assert [(each["what"], each["form"]) for each in said["exports"]] == [("assembly", "pdf")]


def test_the_report_gives_the_same_figures(folder: Path) -> None:
    def read() -> Figures:
        with read_edition(folder) as store:
            return figures_of(store, load_reference())

    before = read()
    with open_edition(folder, Author("poste-1")) as opened:
        opened.core.call(decide)
    after = read()
    # A badge that still waited is not printed any more, and counted as such.
    assert [count.id for count in before.badges.by_state] == ["queued"]
    assert [count.id for count in after.badges.by_state] == ["cancelled"]
    assert replace(after, badges=before.badges) == before
    assert before.people.came > 10


def test_the_running_order_in_clear_keeps_its_awards_and_names_nobody(folder: Path) -> None:
    documents = app.EditionDocuments(folder)
    document, _ = documents.load()
    documents.save(document, Path("/home/zoe.kermadec/palmares.csv"))
    assert "kermadec" in (folder / DRAFT).read_text()
    speakers = [person for stop in document.rundown.stops for person in stop.people]
    with open_edition(folder, Author("poste-1")) as opened:
        opened.core.call(lambda store: decide(store))
        opened.core.call(lambda store: erasure.finish(store, folder, Author("poste-1"), erasure.Hub.STOPPED))
    after, _ = documents.load()
    assert len(after.palmares.awards) == len(document.palmares.awards) > 0
    assert [stop.id for stop in after.rundown.stops] == [stop.id for stop in document.rundown.stops]
    assert [person for stop in after.rundown.stops for person in stop.people] == []
    assert named_in(folder, [each for each in speakers if len(each) > 8]) == []
    assert "kermadec" not in (folder / DRAFT).read_text()


def test_a_sealed_running_order_goes_with_the_edition(folder: Path) -> None:
    app.EditionDocuments(folder).seal("une phrase de passe bien longue 42")
    assert (folder / SEALED).exists()
    with open_edition(folder, Author("poste-1")) as opened:
        opened.core.call(decide)
    open_and_close(folder)
    assert not (folder / SEALED).exists()
    assert not (folder / PREVIOUS).exists()


def decide(store: Store) -> tuple[Entry, ...]:
    with store.transaction(Author("poste-1")) as tx:
        return tx.record(erasure.edition_erased("asked"))


def open_and_close(folder: Path, station: str = "poste-1") -> None:
    with open_edition(folder, Author(station)):
        pass


@pytest.mark.parametrize("wrong", ["", "dem", "DEMO", "demo ", "essai"])
def test_nothing_is_erased_without_the_exact_name(folder: Path, vi: Callable[..., Ran], wrong: str) -> None:
    before = figures(folder), everybody(folder)
    assert vi("erase", "--confirm", wrong, "--json").error == "confirmation_wrong"
    assert (figures(folder), everybody(folder)) == before


def test_one_person_goes_with_the_records_and_overlays_that_name_them(
    folder: Path, vi: Callable[..., Ran], tmp_path: Path
) -> None:
    who, kept = "Zoé Œuvrard-Sklodowska", figures(folder)
    with open_edition(folder, Author("poste-1")) as opened:
        opened.webtv.lower_third(who, "Maire").result()
    found = vi("find", "Sklodowska", "--json").said
    ran = vi(
        "erase", "--confirm", "demo", "--person", found[0]["attendee_id"], "--proof", tmp_path / "preuve", "--json"
    )
    assert (ran.code, ran.said["what"], ran.said["figures_kept"]) == (0, "person", True)
    assert named_in(folder, [who, "Sklodowska", "zoe.kermadec@exemple.fr"]) == []
    assert {name for _, name in named_in(folder, ["Kermadec"])} == {"Kermadec"}
    assert figures(folder) == kept
    assert vi("find", "Sklodowska", "--json").said == []
    other = vi("find", "Kermadec", "--json").said[0]["attendee_id"]
    first = (tmp_path / "preuve" / "preuve-effacement.json").read_bytes()
    again = vi("erase", "--confirm", "demo", "--person", other, "--proof", tmp_path / "preuve", "--json")
    assert [Path(path).name for path in again.said["proof"]] == ["preuve-effacement-2.pdf", "preuve-effacement-2.json"]
    assert (tmp_path / "preuve" / "preuve-effacement.json").read_bytes() == first
    assert vi("erase", "--confirm", "demo", "--person", found[0]["attendee_id"], "--json").error == "attendee_unknown"


def test_a_note_about_somebody_else_that_names_them_is_told(folder: Path, vi: Callable[..., Ran]) -> None:
    with open_edition(folder, Author("poste-1")) as opened:
        desk = opened.reception._desk
        note = {"protocol_note": "Conjoint de Zoé Œuvrard-Sklodowska"}
        other = opened.core.call(lambda store: store.states_of_type("attendee")[40][0]).partition(":")[2]
        opened.core.call(lambda _: registrations.correct(desk, other, note))
    found = vi("find", "Sklodowska", "--json").said[0]["attendee_id"]
    ran = vi("erase", "--confirm", "demo", "--person", found, "--json")
    assert (ran.code, ran.said["clean"], ran.said["named_elsewhere"]) == (1, False, [f"attendee:{other}"])


@pytest.mark.parametrize("where", ["rows", "compact", "compacted", "copies", "done"])
def test_an_erasure_that_is_killed_is_ended_when_next_opened(folder: Path, where: str) -> None:
    names, before = [*NAMES, *everybody(folder)], figures(folder)
    killed = subprocess.run([sys.executable, "-c", KILL, folder, where], env=os.environ, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL
    open_and_close(folder)
    with read_edition(folder) as store:
        assert verify(store).problems == ()
        decided = erasure.erasures(store)
        assert erasure.unheard(store) == []
    assert figures(folder) == before
    waiting = folder / erasure.UNPROVED
    if where == "rows":  # nothing was acknowledged: nothing is half done
        assert (decided, len(named_in(folder, names)) > 600, waiting.exists()) == ([], True, False)
    else:
        waiting.unlink()  # it keeps them for the proof
        assert (len(decided), named_in(folder, names)) == (1, [])


def test_another_station_erases_itself_when_it_hears_and_says_so(folder: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(folder, tmp_path / "poste-2" / "demo"))
    names = [*NAMES, *everybody(folder)]
    with open_edition(folder, Author("poste-1")) as opened:
        (entry,) = opened.core.call(decide)
    shutil.rmtree(other / "hub")
    with open_edition(other, Author("poste-2")) as opened:

        def hear(store: Store) -> None:
            assert applying.take_in(opened.core, store, [entry]) == ()

        opened.core.call(hear)
    with read_edition(other) as store:
        assert erasure.stations_done(store, entry.id) == {"poste-2"}
        assert erasure.unheard(store) == ["poste-1"]
    assert named_in(other, names) == []


def test_where_this_station_hosts_names_are_looked_for_once_its_server_was_emptied(folder: Path) -> None:
    author = Author("poste-1")
    with open_edition(folder, author) as opened:

        def purge(store: Store) -> None:
            shutil.rmtree(folder / "hub" / "store-20260101")
            if change := erasure.finish(store, folder, author, erasure.Hub.PURGED):
                opened.core.publish(change)

        def on_change(change: Change) -> None:
            if any(entry.kind == EDITION_ERASED for entry in change.entries):
                opened.core.submit(purge, Priority.IDLE)

        opened.core.subscribe(on_change)
        proof = erase_edition(opened, folder, erasure.Hub.RUNNING)[0].proof
    assert (proof.unheard, proof.found, proof.is_clean) == ((), (), True)


def test_the_hub_holds_no_name_after_it_was_purged_and_gets_the_rest_back(tmp_path: Path) -> None:
    with Hub(tmp_path / "host") as hub:
        one = Station(tmp_path / "one", hub.membership("poste-1", "stage"))
        two = Station(tmp_path / "two", hub.membership("poste-2", "desk"))
        try:
            for number in range(50):
                one.record(people.added(f"{number:03}", {"last_name": f"Kermadec{number}"}))
                two.record(people.added(f"9{number:03}", {"last_name": f"Castelnau{number}"}))
            until("all on the hub", lambda: hub.messages() == 100)
            assert named_in(tmp_path / "host", ["Kermadec1", "Castelnau1"])
            one.record(erasure.edition_erased("asked"))
            until("heard", lambda: one.count() == two.count() == 101)
            hub.server.purge(sealed=True)
            until("filled again", lambda: hub.messages() == 101)
            two.record(people.merged("9001", "9002"))
            until("both have it", lambda: one.count() == two.count() == 102)
        finally:
            for station in (one, two):
                station.end()
        hub.server.stop()
        assert named_in(tmp_path / "host", ["Kermadec1", "Castelnau1"]) == []
        hub.start()
        assert hub.server.state.notices == ()
