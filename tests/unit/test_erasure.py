import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.desks import START_MS, Bench, bench
from tests.unit.test_fold import BASE_MS, SUBJECTS, journals
from vi_events.app import TYPES
from vi_events.checkin import presence, print_jobs, registrations
from vi_events.checkin.subjects import ATTENDEE
from vi_events.clock import COUNTER_BITS
from vi_events.closing import name_search
from vi_events.closing.name_search import FoundIn, search, terms
from vi_events.closing.register import TO_FILL, lines, write_register
from vi_events.edition import batches, erasure, people, programme
from vi_events.edition.programme import Edition
from vi_events.errors import StorageError, UserError
from vi_events.journal.entry import Author, Entry, Fact, cancel
from vi_events.journal.erasing import EDITION_ERASED, PERSON_ERASED, Erasures
from vi_events.journal.fold import UNKNOWN, State, SubjectType, fold
from vi_events.journal.store import Store
from vi_events.journal.verify import verify
from vi_events.stage import subjects as stage_types
from vi_events.webtv import overlays

DAY_MS = 86_400_000
OVER = Edition("essai", "Essai", "2026-02-05", "Paris")


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    made.desk.record(programme.edition_created(OVER))
    return made


def erase(desk: Bench, *facts: Fact) -> Entry:
    return desk.desk.record(*facts)[0]


def content(desk: Bench) -> bytes:
    desk.store.compact()
    return b"".join(path.read_bytes() for path in desk.store.path.parent.glob(f"{desk.store.path.name}*"))


# Any order of arrival


@st.composite
def erased_journals(draw: st.DrawFn) -> list[Entry]:
    """Journals in which persons, entries named one by one and sometimes the whole edition are erased, at any time."""
    journal = draw(journals())
    ids = [entry.id for entry in journal]
    for number in range(draw(st.integers(1, 3))):
        whole = draw(st.sampled_from([False, False, True]))
        named = [] if whole else draw(st.lists(st.sampled_from(ids), max_size=3))
        subject = "edition:main" if whole else draw(st.sampled_from(SUBJECTS))
        kind = EDITION_ERASED if whole else PERSON_ERASED
        hlc = (BASE_MS + draw(st.sampled_from([0, 1, -DAY_MS, DAY_MS]))) << COUNTER_BITS
        id_ = f"{900 + number:032x}"
        payload = {"entries": named}
        journal.append(Entry(id_, "bureau", number + 1, hlc, "live", "Zoé", kind, 1, subject, payload, None))
    return [entry._replace(operator="Zoé Œuvrard") for entry in journal]


def type_of(subject: str) -> SubjectType:
    return ATTENDEE if subject.startswith("attendee:") else UNKNOWN


def expected_entries(journal: Sequence[Entry]) -> dict[str, Entry]:
    erasures = Erasures().with_those_of(journal)
    kept = [erasures.applied(entry, type_of(entry.subject)) for entry in journal]
    return {entry.id: entry._replace(personal=entry.personal or None) for entry in kept}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(journal=erased_journals(), data=st.data())
def test_whenever_an_erasure_arrives_every_station_ends_with_the_same_and_without_names(
    journal: list[Entry], data: st.DataObject
) -> None:
    arrivals = data.draw(st.permutations(journal)) + data.draw(st.lists(st.sampled_from(journal), max_size=6))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(arrivals)), max_size=4)))
    erasures = Erasures().with_those_of(journal)
    wanted = expected_entries(journal)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "a.db", (ATTENDEE,), lambda: BASE_MS)
        for start, end in zip([0, *cuts], [*cuts, len(arrivals)], strict=True):
            store.take_in(arrivals[start:end])
        assert {entry.id: entry for entry in store.entries()} == wanted
        states = {}
        for subject in {entry.subject for entry in journal}:
            own = [entry for entry in wanted.values() if entry.subject == subject]
            states[subject] = fold(type_of(subject), own, erasures.cover(subject))
        assert store.states(list(states)) == states
        counted = Counter(key for s, state in states.items() for key in type_of(s).keys_of(state) if key[0] == "#")
        assert +store.counts == counted
        assert [problem for problem in verify(store).problems if "recule" not in problem] == []
        store.close()
        again = Store(Path(folder) / "a.db", (ATTENDEE,), lambda: BASE_MS)
        assert (again.erasures, +again.counts) == (erasures, counted)
        again.rebuild()
        assert again.states(list(states)) == states
        again.close()


@settings(max_examples=100, deadline=None)
@given(journal=erased_journals())
def test_erasing_what_is_erased_changes_nothing(journal: list[Entry]) -> None:
    erasures = Erasures().with_those_of(journal)
    for entry in journal:
        once = erasures.applied(entry, type_of(entry.subject))
        assert erasures.applied(once, type_of(entry.subject)) == once


@pytest.mark.parametrize(
    ("subject_type", "fact", "left"),
    [
        (
            ATTENDEE,
            people.added("a", {"last_name": "Curie", "code": "ABC", "category": "press"}),
            {"category": "press"},
        ),
        (stage_types.SUBJECT_TYPES[1], Fact("reveal_withdrawn", "award:1", {"reason": "vu par Curie"}), {"reason": ""}),
        (batches.BATCH, Fact("import_started", "batch:1", {"file": "Curie.csv", "rows": 2}), {"file": "", "rows": 2}),
        (overlays.SUBJECT_TYPES[0], overlays.shown("slate", {"title": "Marie Curie", "text": "", "ends_ms": 3}), 3),
    ],
)
def test_free_text_goes_with_the_names_and_figures_stay(subject_type: SubjectType, fact: Fact, left: object) -> None:
    entry = Entry("1" * 32, "p", 1, 1, "live", "Zoé", fact.kind, 1, fact.subject, fact.payload, fact.personal)
    kept = Erasures(edition=True).applied(entry, subject_type)
    assert "Curie" not in repr(kept)
    assert "ABC" not in repr(kept)
    assert left in (kept.payload, kept.payload.get("fields"), kept.payload.get("data", {}).get("ends_ms"))


def test_a_card_of_words_names_nobody_and_an_announced_award_stays() -> None:
    show = stage_types.SUBJECT_TYPES[0]
    speech = {"title": "Ouverture par Marie Curie", "subtitle": "", "people": ["Marie Curie"], "laureates": []}
    award = {"title": "Trois arobases", "subtitle": "", "people": ["Marie Curie"], "laureates": [{"name": "Reims"}]}
    for card, title in ((speech, "…"), (award, "Trois arobases")):
        payload = {"stop": "x", "step": 0, "shown": {"kind": "speech", "card": card}}
        entry = Entry("1" * 32, "p", 1, 1, "live", "", "stop_went_live", 1, "show:main", payload, None)
        kept = Erasures(edition=True).applied(entry, show).payload["shown"]["card"]
        assert (kept["title"], kept["people"], kept["laureates"]) == (title, [], card["laureates"])


# One person, one edition


def test_a_person_erased_is_still_counted_and_found_no_more(desk: Bench) -> None:
    code = desk.expect(function="Maire")
    desk.scan_later(code)
    registrations.substitute(desk.desk, "marie", {"last_name": "Langevin", "first_name": "Paul"})
    figures = +desk.store.counts
    erase(desk, erasure.person_erased("marie"))
    assert +desk.store.counts == figures
    assert desk.scan_later(code).verdict == "not_found_genuine"
    assert people.attendee("attendee:marie", desk.desk.standing("marie")).name == ""
    found = content(desk)
    assert [name for name in (b"Curie", b"Langevin", b"Maire", code.encode()) if name in found] == []
    assert desk.in_order()


def test_a_badge_that_waits_is_cancelled_and_its_picture_gone(desk: Bench) -> None:
    desk.expect()
    desk.desk.record(print_jobs.badge_queued("marie", "poste-1/Accueil", "desk", "iVBORw0KGgoAAA"))
    erase(desk, erasure.person_erased("marie"))
    job = print_jobs.jobs("marie", desk.desk.standing("marie"))[0]
    assert (job.state, desk.store.subjects(print_jobs.open_key("poste-1/Accueil"))) == ("cancelled", [])
    assert b"iVBORw0KGgo" not in content(desk)


def test_other_people_stay_as_they_were(desk: Bench) -> None:
    desk.expect()
    code = desk.expect("paul", last_name="Langevin", first_name="Paul")
    before = desk.desk.standing("paul")
    erase(desk, erasure.person_erased("marie"))
    assert desk.desk.standing("paul") == before
    assert desk.scan_later(code).verdict == "admitted"


@pytest.mark.parametrize("early", [False, True])
def test_what_a_station_says_without_having_heard_is_erased_too(desk: Bench, early: bool) -> None:
    desk.expect()
    erase(desk, erasure.person_erased("marie"))
    hlc = (START_MS + (-DAY_MS if early else DAY_MS // 2)) << COUNTER_BITS
    said = people.corrected("marie", {"last_name": "Sklodowska"})
    late = Entry("a" * 32, "poste-9", 1, hlc, "live", "Zoé", said.kind, 1, said.subject, said.payload, said.personal)
    desk.store.take_in([late])
    assert b"Sklodowska" not in content(desk)
    assert desk.in_order()


def test_an_erasure_cannot_be_cancelled(desk: Bench) -> None:
    desk.expect()
    entry = erase(desk, erasure.person_erased("marie"))
    desk.desk.record(cancel(entry.id, entry.subject))
    again = Store(desk.store.path, TYPES)
    again.rebuild()
    assert again.erasures.cover("attendee:marie")
    again.close()


@pytest.mark.parametrize(
    ("decided", "code"),
    [(erasure.person_erased("marie"), "person_erased"), (erasure.edition_erased("asked"), "edition_erased")],
)
def test_nobody_can_be_named_again_where_names_are_erased(desk: Bench, decided: Fact, code: str) -> None:
    desk.expect()
    erase(desk, decided)
    before = desk.journal()
    with pytest.raises(UserError) as caught:
        registrations.correct(desk.desk, "marie", {"last_name": "Curie"})
    assert (caught.value.code, desk.journal()) == (code, before)


def test_the_whole_edition_keeps_its_figures_and_no_name(desk: Bench) -> None:
    for number in range(30):
        code = desk.expect(f"p{number}", last_name=f"Œuvrard{number}", protocol_note="Rang 1", external_codes=["EXT-1"])
        if number % 2:
            desk.scan_later(code)
    desk.desk.override("p0", "vu avec Sklodowska")
    desk.desk.record(overlays.shown("lower_third", {"name": "Marie Œuvrard3"}, personal=True))
    figures = +desk.store.counts
    erase(desk, erasure.edition_erased("asked"))
    found = content(desk).decode("utf-8", "replace")
    assert [name for name in ("uvrard", "Rang 1", "EXT-1", "Sklodowska", "Marie") if name in found] == []
    assert +desk.store.counts == figures
    assert {entry.personal for entry in desk.journal()} == {None}
    assert desk.in_order()


def test_names_that_were_deleted_long_before_leave_the_free_pages_too(desk: Bench) -> None:
    desk.expect(last_name="Sklodowska")
    for number in range(40):
        desk.desk.record(people.corrected("marie", {"last_name": f"Œuvrard{number}" + "x" * 3000}))
    erase(desk, erasure.edition_erased("asked"))
    assert b"Sklodowska" not in content(desk)


def test_a_reader_of_the_database_holds_up_the_end_of_an_erasure_and_that_is_said(desk: Bench) -> None:
    desk.expect()
    erase(desk, erasure.edition_erased("asked"))
    reader = Store(desk.store.path, TYPES, read_only=True)
    with reader.reading() as connection, desk.store.reading() as writer:
        writer.execute("PRAGMA busy_timeout = 10")
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM entry").fetchall()
        with pytest.raises(StorageError):
            desk.store.compact()
        connection.execute("COMMIT")
    desk.store.compact()
    reader.close()


# When


@pytest.mark.parametrize(
    ("day", "kept"), [("2027-02-05", "2027-05-05"), ("2026-11-30", "2027-02-28"), ("2027-12-31", "2028-03-31")]
)
def test_names_are_kept_three_months_unless_it_is_said_otherwise(day: str, kept: str) -> None:
    assert Edition("e", "E", day, "Paris").erase_from == kept
    assert Edition("e", "E", day, "Paris", retention="2028-06-01").erase_from == "2028-06-01"


def at(day: str) -> int:
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * DAY_MS + DAY_MS // 2


def opened_on(folder: Path, *days: str) -> list[str]:
    """The edition is opened on these days, by the computer's clock; the kinds that were recorded."""
    now = [0]
    kinds: list[str] = []
    for day in days:
        now[0] = at(day)
        store = Store(folder / "a.db", TYPES, lambda: now[0])
        if store.state(programme.EDITION) is None:
            with store.transaction(Author("poste-1")) as tx:
                tx.record(programme.edition_created(OVER))
        erasure.keep_promise(store, Author("poste-1"), now[0])
        kinds = [entry.kind for entry in store.entries()][1:]
        store.close()
    return kinds


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (("2026-05-04",), []),
        (("2026-05-05",), ["erasure_announced"]),
        (("2026-05-05", "2026-05-11"), ["erasure_announced"]),
        (("2026-05-05", "2026-05-12"), ["erasure_announced", "edition_erased"]),
        (("2026-05-05", "2026-05-12", "2026-08-01"), ["erasure_announced", "edition_erased"]),
        # A clock that is wrong once erases nothing, however wrong.
        (("2099-01-01", "2026-02-05", "2026-03-01"), ["erasure_announced"]),
        (("2026-02-05", "2099-01-01"), ["erasure_announced"]),
        (("2099-01-01", "2026-05-05", "2026-05-12"), ["erasure_announced", "erasure_announced", "edition_erased"]),
    ],
)
def test_a_station_announces_the_erasure_and_makes_it_a_week_after(
    tmp_path: Path, days: tuple[str, ...], said: list[str]
) -> None:
    assert opened_on(tmp_path, *days) == said


def test_what_is_due_is_told_until_it_is_done(desk: Bench) -> None:
    assert erasure.notice(desk.store, date(2026, 5, 4)) == ""
    told = erasure.notice(desk.store, date(2026, 5, 5))
    assert "depuis le mardi 5 mai 2026" in told
    assert "dans 7 jours" in told
    erase(desk, erasure.edition_erased("asked"))
    assert erasure.notice(desk.store, date(2026, 5, 5)) == ""


def test_the_demo_edition_is_never_erased_by_itself() -> None:
    assert not erasure.is_due(replace(OVER, demo=True), date(2099, 1, 1))


# The search that proves it

NAME = {"first_name": "Zoé", "last_name": "Œuvrard-Lê"}


@pytest.mark.parametrize(
    "written",
    [
        "ZoéŒuvrard-Lê".encode(),
        '{"last_name":"Œuvrard-Lê"}'.encode(),
        b'{"last_name":"\\u0152uvrard-L\\u00ea"}',
        unicodedata.normalize("NFD", "poste-1liveZoé Œuvrard-Lêattendee_admitted").encode(),
        "ŒUVRARD-LÊ".encode(),
        b"ref:oeuvrard le zoe",
        b"x" + "Œuvrard-Lê".encode("utf-16-le"),
        unicodedata.normalize("NFD", "Œuvrard-Lê").encode("utf-16-be"),
        b"\0" * ((1 << 20) - 5) + "Œuvrard-Lê".encode(),
    ],
)
def test_a_name_is_found_however_it_is_written(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.bin").write_bytes(b"\xff\x00\x81" + written + b"\xfe\x00")
    _, found = search(tmp_path, terms(NAME), pictures=False)
    assert [(each.file, each.names > 0) for each in found] == [("a/x.bin", True)]


def test_what_names_nobody_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("Œuvre de Zoé, maire de Reims, Lê", encoding="utf-8")
    sought = terms({**NAME, "function": "maire de Reims", "category": "elected"})
    assert search(tmp_path, sought, pictures=True) == (["x"], [])


def test_badges_are_found_as_pictures(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b'{"picture":"iVBORw0KGgoAAAANSUhEUg"}')
    assert search(tmp_path, (), pictures=True)[1] == [FoundIn("x", 0, 1)]


def test_a_file_that_goes_away_while_it_is_looked_for_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").write_text("Jean Martin")
    (tmp_path / "here").write_text("Jean Martin")
    read = name_search._parts

    def parts(path: Path) -> Iterator[bytes]:
        (tmp_path / "gone").unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(name_search, "_parts", parts)
    assert search(tmp_path, ["martin"], pictures=False) == (["here"], [FoundIn("here", 1)])


# The register


def test_the_register_says_until_when_and_leaves_the_legal_basis_to_the_organiser(tmp_path: Path) -> None:
    said = {each.what: each.said for each in lines(OVER)}
    assert "mardi 5 mai 2026" in said["Durée"]
    assert TO_FILL in said["Base légale"]
    write_register(tmp_path / "r.pdf", OVER)
    write_register(tmp_path / "r.csv", OVER)
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "r.csv").read_text("utf-8-sig").count("\n") == len(lines(OVER)) + 1
    with pytest.raises(UserError, match=r"ni \.pdf ni \.csv"):
        write_register(tmp_path / "r.doc", OVER)


def test_a_state_that_is_erased_is_folded_anew_by_every_entry() -> None:
    said = presence.admitted("a", "z", "once")
    entry = Entry("1" * 32, "p", 1, 1, "live", "", said.kind, 1, said.subject, said.payload, None)
    state: State = fold(ATTENDEE, [entry], erased=True)
    assert (state.refold, people.is_erased(state)) == (True, True)
