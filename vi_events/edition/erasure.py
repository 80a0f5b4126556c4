"""Erasure and retention of personal data: what is said in the journal, and what is done in the edition's folder.

An erasure is decided once, as an entry that reaches every station (``journal/erasing.py``). Each station then ends it
in its own folder, says so in its turn, and begins again when next opened if it was cut short.
"""

import json
import logging
import shutil
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from vi_events import paths, private_files
from vi_events.edition import own_stations, people, programme, vault
from vi_events.edition.dates import long_date
from vi_events.edition.own_stations import ADMITTED
from vi_events.edition.programme import EDITION, Edition
from vi_events.edition.rundown import AWARDING
from vi_events.edition.show_document import ShowDocument
from vi_events.edition.text import counted
from vi_events.errors import StorageError, ViError
from vi_events.journal.core import Core, Priority
from vi_events.journal.entry import Author, Entry, Fact
from vi_events.journal.erasing import EDITION_ERASED, ERASING, PERSON_ERASED
from vi_events.journal.founding import edition_id
from vi_events.journal.store import Change, Store
from vi_events.sentences import say

GRACE_DAYS = 7
"""Between the first warning and the erasure that a station makes by itself."""
PROOF_DAYS = 7
"""For as long at most the names of an erasure that was cut short wait for its proof."""
EXPORTS_FILE = "exports.jsonl"
UNPROVED, PROVED = "erasure-unproved.json", "erasure-proved.json"
"""What is to be looked for once it is erased; then the proof, which names nobody (``closing.proof``)."""
OVERDUE = "erasure-overdue"
"""The day on which the first was found to have waited too long."""
ANNOUNCED, DONE, EXPORTED = "erasure_announced", "erasure_done", "exported"
_COPIES = ("*.bak", "copies/**/*", "*.viedition", "hub-stream.json*", "*.new")
"""Copies of what is erased, within an edition's folder: of migrations, automatic, of a write that was cut short."""
_OF_THE_EDITION = ("webtv-pictures/*", "palmares.sealed*", f"{vault.FILE_NAME}*")
"""What goes with a whole edition: names as pictures, in a sealed running order, and the key of tickets and PIN."""
_HUB_STORES = "hub/store*"
_log = logging.getLogger(__name__)


# What is said


def person_erased(attendee_id: str, entry_ids: Sequence[str] = ()) -> Fact:
    """A person is erased everywhere; ``entry_ids`` are entries about something else that name them."""
    return Fact(PERSON_ERASED, people.subject(attendee_id), {"entries": list(entry_ids)})


def edition_erased(why: str) -> Fact:
    """All that is personal in the edition is erased everywhere. ``why``: ``asked`` or ``retention``."""
    return Fact(EDITION_ERASED, EDITION, {"why": why})


def station_admitted(station: str) -> Fact:
    """A station gets a copy of the edition, and may never record anything by which it would be known."""
    return Fact(ADMITTED, "erasure:main", {"station": station})


def _done(erasure_ids: Sequence[str], stations: Iterable[str]) -> Fact:
    """These erasures are ended in the folder where the station of this entry records, and these stations too."""
    return Fact(DONE, "erasure:main", {"of": list(erasure_ids), "stations": sorted(stations)})


def note_export(folder: Path, what: str, form: str) -> None:
    """Names have left the edition: ``what`` (attendees, tickets…) in which ``form`` (csv, pdf…). Kept beside the
    database, for exports are made while another program holds it; enters the journal when next opened.
    """
    said = {"what": what, "form": form, "at": datetime.now().astimezone().isoformat(timespec="seconds")}
    with suppress(OSError), (folder / EXPORTS_FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(said) + "\n")


def noted_exports(folder: Path) -> list[dict[str, str]]:
    """Exports that are not in the journal yet, each with ``what``, ``form`` and ``at``."""
    found = []
    with suppress(OSError):
        for line in (folder / EXPORTS_FILE).read_text("utf-8", "replace").splitlines():
            with suppress(ValueError, TypeError, KeyError):
                said = json.loads(line)
                found.append({name: str(said[name]) for name in ("what", "form", "at")})
    return found


# When


def is_due(edition: Edition, today: date) -> bool:
    """Whether the edition's personal data are kept no longer."""
    return not edition.demo and today >= date.fromisoformat(edition.erase_from)


def notice(store: Store, today: date) -> str:
    """What people are to be told of the edition's personal data; nothing while they are rightly there."""
    edition = programme.read_edition(store)
    if store.erasures.edition or not is_due(edition, today):
        return ""
    announced = _announced(store, today)
    left = GRACE_DAYS if announced is None else max(0, GRACE_DAYS - (today - announced).days)
    when = say("de lui-même dans {0}", counted(left, "jour")) if left else say("à sa prochaine ouverture")
    return say(
        "Données personnelles à effacer depuis le {0}\u202f; ce poste le fera {1}.", long_date(edition.erase_from), when
    )


def keep_promise(store: Store, author: Author, now_ms: int) -> None:
    """At the opening of an edition whose retention is over: announces its erasure, and erases a week after.

    A wrong clock erases nothing: it would have to be wrong at two openings a week apart, both by its own count.
    """
    edition, today = programme.read_edition(store), _day(now_ms)
    if store.erasures.edition or not is_due(edition, today):
        return
    announced = _announced(store, today)
    if announced is None:
        fact = Fact(ANNOUNCED, EDITION, {"day": today.isoformat()})
    elif (today - announced).days >= GRACE_DAYS:
        fact = edition_erased("retention")
    else:
        return
    with store.transaction(author) as tx:
        tx.record(fact)


def _announced(store: Store, today: date) -> date | None:
    """The day of the last warning, of those that were not given by a clock ahead of today."""
    said = [entry.payload for entry in store.entries_of(EDITION) if entry.kind == ANNOUNCED]
    days = [date.fromisoformat(str(payload["day"])) for payload in said]
    return max((day for day in days if day <= today), default=None)


def _day(at_ms: int) -> date:
    return datetime.fromtimestamp(at_ms / 1000).date()


# What is done


def erasures(store: Store) -> list[Entry]:
    """Every erasure that was decided, oldest first."""
    return [entry for kind in ERASING for entry in store.entries(kind)] if store.erasures else []


def stations_done(store: Store, erasure_id: str) -> set[str]:
    """The stations whose folder was said to have ended an erasure."""
    said = [entry for entry in store.entries(DONE) if erasure_id in entry.payload.get("of", ())]
    return {station for entry in said for station in (entry.station, *entry.payload.get("stations", ()))}


def stations(store: Store) -> set[str]:
    """Every station that has or had a copy of the edition, as far as is known here."""
    return (set(store.positions()) | own_stations.stations_admitted(store)) - {""}


def unheard(store: Store) -> list[str]:
    """The stations that have not ended every erasure, as far as is known here."""
    known = stations(store)
    return sorted({station for entry in erasures(store) for station in known - stations_done(store, entry.id)})


def copies_left(store: Store, folder: Path) -> list[str]:
    """The folders beside this one that hold the same edition, and still name whom it erased: copies taken up here."""
    erased = [EDITION] if store.erasures.edition else sorted(store.erasures.subjects)
    others = [slug for slug in paths.editions(folder.parent) if slug != folder.name] if erased else []
    same = edition_id(store)
    return [slug for slug in others if same and _names(folder.parent / slug, same, erased)]


def _names(folder: Path, edition: str, erased: Sequence[str]) -> bool:
    """Whether this is the same edition, with names of what is erased elsewhere."""
    try:
        with closing(Store(folder / paths.DATABASE, (), read_only=True)) as store:
            if edition_id(store) != edition:
                return False
            left = [each for each in erased if not store.erasures.cover(each)]
            if EDITION in left:
                return any(entry.personal for entry in store.entries())
            return any(entry.personal for each in left for entry in store.entries_of(each))
    except Exception:  # noqa: BLE001 (what cannot be read cannot be told of, and is no reason to prove nothing)
        return False


class Hub(StrEnum):
    """How the hub's server stands that this station may have run: what it stored is removed here while it is
    ``STOPPED``; ``PURGED``, it runs, and was emptied after the erasure (``HubServer.purge``).
    """

    STOPPED = "stopped"
    RUNNING = "running"
    PURGED = "purged"


def finish(store: Store, folder: Path, author: Author, hub: Hub) -> Change | None:
    """Ends here the erasures that are in the journal, and says so: no trace stays in the database or in a copy beside
    it. Gives what was recorded; nothing as long as a hub that runs was not emptied.
    """
    own = own_stations.of_folder(store, folder) | {author.station}
    waiting = [entry.id for entry in erasures(store) if own - stations_done(store, entry.id)]
    if not waiting:
        return None
    store.compact()
    try:
        _remove_copies(folder, store.erasures.edition, hub)
    except OSError as problem:
        raise StorageError(
            "erasure_unfinished",
            say("Une copie n’a pas pu être effacée ({0}).", problem.strerror),
            "Vérifiez les droits sur le dossier de l’édition, puis rouvrez-la\u202f: l’effacement se terminera.",
        ) from problem
    if hub is Hub.RUNNING and list(folder.glob(_HUB_STORES)):
        return None
    with store.transaction(author) as tx:
        tx.record(_done(waiting, own))
    return tx.change


def is_unproved(folder: Path) -> bool:
    """Whether an erasure was cut short before its proof was written, and can still be proved."""
    return (folder / UNPROVED).exists() or (folder / PROVED).exists()


def forget_unneeded(store: Store, folder: Path) -> None:
    """Wipes what a proof would be made from where nothing was erased. Raises OSError."""
    path = folder / UNPROVED
    private_files.wipe(private_files.beside(path))
    if path.exists():
        try:
            waits = all(store.erasures.cover(each) for each in json.loads(path.read_bytes())["subjects"])
        except (ValueError, TypeError, KeyError):
            waits = False  # cut short while it was written or wiped
        if not waits:
            private_files.wipe(path)


def forget_overdue(folder: Path, now_ms: int) -> None:
    """Wipes what waited too long for its proof. A clock that is wrong once wipes nothing: a later day must agree.
    Raises OSError.
    """
    path, noted, today = folder / UNPROVED, folder / OVERDUE, _day(now_ms)
    if not path.exists() or (today - _day(int(path.stat().st_mtime * 1000))).days < PROOF_DAYS:
        noted.unlink(missing_ok=True)
        return
    since = None
    with suppress(OSError, ValueError):
        since = date.fromisoformat(noted.read_text("ascii"))
    if since is not None and since < today:
        private_files.wipe(path)
        noted.unlink(missing_ok=True)
    elif since != today:
        noted.write_text(today.isoformat(), "ascii")


def on_opening(store: Store, folder: Path, author: Author, now_ms: int) -> None:
    """What an edition owes to privacy when it is opened, before anything else runs on it."""
    own_stations.note(store, folder, author.station)
    _take_exports(store, folder, author)
    keep_promise(store, author, now_ms)
    try:
        finish(store, folder, author, Hub.STOPPED)
        forget_unneeded(store, folder)
        forget_overdue(folder, now_ms)
    except (StorageError, OSError) as problem:
        _log.warning("%s", problem)  # tried again next time, and told by « doctor » until then


def watch(core: Core, folder: Path, author: Author) -> None:
    """Ends here what any station decides from now on to erase."""

    def end(store: Store) -> None:
        try:
            change = finish(store, folder, author, Hub.RUNNING)
        except StorageError as problem:
            _log.warning("%s", problem)
        else:
            if change is not None:
                core.publish(change)

    def on_change(change: Change) -> None:
        if any(entry.kind in ERASING for entry in change.entries):
            core.submit(end, Priority.IDLE)

    core.subscribe(on_change)


def _take_exports(store: Store, folder: Path, author: Author) -> None:
    noted = noted_exports(folder)
    if noted:
        with store.transaction(author) as tx:
            tx.record(*(Fact(EXPORTED, "export:main", said) for said in noted))
    (folder / EXPORTS_FILE).unlink(missing_ok=True)


def _remove_copies(folder: Path, whole: bool, hub: Hub) -> None:
    """Raises OSError."""
    _wipe(path for pattern in _COPIES + (_OF_THE_EDITION if whole else ()) for path in folder.glob(pattern))
    if whole:
        _strip_draft(folder)
    if hub is Hub.STOPPED:
        for stored in folder.glob(_HUB_STORES):
            _wipe(stored.rglob("*"))
            shutil.rmtree(stored)
        # It told a store that lost entries from one that was emptied on purpose.
        (folder / "hub" / "last-entry").unlink(missing_ok=True)


def _wipe(paths: Iterable[Path]) -> None:
    for path in list(paths):
        if path.is_file():
            private_files.wipe(path)


def _strip_draft(folder: Path) -> None:
    """The running order in clear keeps its stops and its awards, and names nobody. One that cannot be read goes."""
    from vi_events.edition.seal import DRAFT, PalmaresFile  # cryptography is read late

    if not (folder / DRAFT).exists():
        return
    file = PalmaresFile(folder)
    try:
        file.save_nameless(_nameless(ShowDocument.from_json(file.load().content)).to_json())
    except ViError:
        private_files.wipe(folder / DRAFT)


def _nameless(document: ShowDocument) -> ShowDocument:
    awards = tuple(replace(award, representative="", note="") for award in document.palmares.awards)
    stops = tuple(
        replace(stop, people=(), note="", title=stop.title if stop.kind in AWARDING else "…")
        for stop in document.rundown.stops
    )
    sections = tuple(replace(section, presenters="") for section in document.rundown.sections)
    rundown = replace(document.rundown, stops=stops, sections=sections)
    return replace(document, palmares=replace(document.palmares, awards=awards), rundown=rundown)
