"""Erasure as the organiser decides it: of one person or of the edition, ended here and proved.

The proof is made by looking for every name that was there in every file that is left.
"""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from vi_events.app import OpenEdition
from vi_events.clock import hlc_ms
from vi_events.closing.name_search import FoundIn, search, terms, words
from vi_events.edition import erasure, people, programme
from vi_events.edition.erasure import Hub
from vi_events.edition.text import FREE, fold
from vi_events.errors import UserError
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State
from vi_events.journal.store import Store

_HUB_S, _LOOK_S = 30.0, 0.2


@dataclass(frozen=True, slots=True)
class Proof:
    """What was erased, and how that was checked. ``what`` is ``edition`` or ``person``."""

    what: str
    edition: str
    slug: str
    station: str
    at_ms: int
    people: int
    entries: dict[str, int]
    """Entries that lost what was personal in them, by kind."""
    terms: int
    """Different names, addresses and notes that were looked for afterwards."""
    left_out: int
    """Those that were not: a public text that stays says the same (a town's name)."""
    files: tuple[str, ...]
    """Every file that was searched."""
    found: tuple[FoundIn, ...]
    named_elsewhere: tuple[str, ...]
    """For a person: subjects whose own notes still name them."""
    unheard: tuple[str, ...]
    """Stations that have not said yet that they ended it too."""
    exports: tuple[dict[str, str], ...]
    figures_kept: bool
    """Whether every figure is what it was."""
    free_authorities: tuple[str, ...]
    """Names of authorities as somebody typed them: they stay, and may be a person's."""
    remains: dict[str, int]
    """What the journal still holds, by kind of entry."""

    @property
    def is_clean(self) -> bool:
        return not self.found and not self.named_elsewhere


@dataclass(frozen=True, slots=True)
class _Before:
    """What only can be known before: gone afterwards."""

    subjects: tuple[str, ...]
    entry_ids: tuple[str, ...]
    """Entries about something else that name the person."""
    entries: dict[str, int]
    sought: frozenset[str]
    left_out: int
    figures: Counter[str]


def erase_edition(opened: OpenEdition, hub: Hub = Hub.STOPPED) -> Proof:
    """Erases all that is personal in the edition, here at once and on every station that hears of it."""
    before = opened.core.call(_before_all)
    return _erase(opened, before, [erasure.edition_erased("asked")], hub)


def erase_person(opened: OpenEdition, attendee_id: str, hub: Hub = Hub.STOPPED) -> Proof:
    """Erases one person, with the records that were merged with theirs. UserError when there is no such person."""
    before = opened.core.call(lambda store: _before_one(store, attendee_id))
    ids = [subject.removeprefix(people.PREFIX) for subject in before.subjects]
    facts = [erasure.person_erased(id_, before.entry_ids if id_ == ids[0] else ()) for id_ in ids]
    return _erase(opened, before, facts, hub)


def _erase(opened: OpenEdition, before: _Before, facts: Sequence[Fact], hub: Hub) -> Proof:
    author = opened.reception.settings.author

    def work(store: Store) -> Entry:
        with store.transaction(author) as tx:
            erased = tx.record(*facts)[0]
        opened.core.publish(tx.change)
        if ended := erasure.finish(store, opened.folder, author, hub):
            opened.core.publish(ended)
        return erased

    entry = opened.core.call(work)
    if hub is Hub.RUNNING:
        _await_hub(opened, entry)
    files, found = search(opened.folder, before.sought, pictures=entry.subject == programme.EDITION)
    return opened.core.call(lambda store: _proved(store, before, entry, (files, found), opened.folder))


def _await_hub(opened: OpenEdition, entry: Entry) -> None:
    """Until the server that this station runs was emptied too; not for ever, for it may not answer."""
    for _ in range(int(_HUB_S / _LOOK_S)):
        if entry.station in opened.core.call(lambda store: erasure.stations_done(store, entry.id)):
            return
        time.sleep(_LOOK_S)


def _proved(
    store: Store, before: _Before, entry: Entry, searched: tuple[list[str], list[FoundIn]], folder: Path
) -> Proof:
    edition = programme.read_edition(store)
    whole = entry.subject == programme.EDITION
    done = erasure.stations_done(store, entry.id)
    exports = [dict(said.payload) for said in store.entries(erasure.EXPORTED)] + erasure.noted_exports(folder)
    return Proof(
        what="edition" if whole else "person",
        edition=edition.title,
        slug=edition.slug,
        station=entry.station,
        at_ms=hlc_ms(entry.hlc),
        people=len(before.subjects),
        entries=before.entries,
        terms=len(before.sought),
        left_out=before.left_out,
        files=tuple(searched[0]),
        found=tuple(searched[1]),
        named_elsewhere=() if whole else _naming(store.entries(), before.sought),
        unheard=tuple(sorted(erasure.stations(store) - done)),
        exports=tuple({name: str(said.get(name, "")) for name in ("what", "form", "at")} for said in exports),
        figures_kept=+before.figures == +store.counts,
        free_authorities=_free_authorities(store),
        remains=dict(sorted(Counter(each.kind for each in store.entries()).items())),
    )


def _before_all(store: Store) -> _Before:
    personal = [entry for entry in store.entries() if entry.personal]
    subjects = [subject for subject, state in store.states_of_type("attendee") if _is_named(state)]
    wanted = {term for entry in personal for term in terms(entry.personal or {})}
    wanted |= {term for entry in store.entries() if len(term := fold(entry.operator)) >= 6}
    return _made(store, subjects, personal, (wanted, _stays(store)))


def _before_one(store: Store, attendee_id: str) -> _Before:
    subjects = _records_of(store, people.subject(attendee_id))
    entries = list(store.entries())
    own = [entry for entry in entries if entry.subject in subjects and entry.personal]
    others = [entry for entry in entries if entry.subject not in subjects and entry.personal]
    wanted = {term for entry in own for term in terms(entry.personal or {})}
    # Names of a family, an address shared by an office: they are other people's too, and stay theirs.
    for entry in others:
        if entry.subject.startswith(people.PREFIX):
            wanted -= terms(entry.personal or {})
    full = {f"{a} {b}" for a, b in _full_names(own)} | {f"{b} {a}" for a, b in _full_names(own)}
    named = [
        entry
        for entry in others
        if not entry.subject.startswith(people.PREFIX) and any(name in words(entry.personal) for name in full)
    ]
    made = _made(store, subjects, [*own, *named], (wanted, _stays(store)))
    return replace(made, entry_ids=tuple(entry.id for entry in named))


def _made(store: Store, subjects: Iterable[str], personal: Sequence[Entry], sought: tuple[set[str], str]) -> _Before:
    wanted, stays = sought
    unsaid = {term for term in wanted if term not in stays}
    kinds = Counter(entry.kind for entry in personal)
    figures = Counter(store.counts)
    return _Before(
        tuple(subjects), (), dict(sorted(kinds.items())), frozenset(unsaid), len(wanted) - len(unsaid), figures
    )


def _is_named(state: State) -> bool:
    return people.is_known(state) and not people.is_erased(state)


def _records_of(store: Store, subject: str) -> list[str]:
    """The person's record first, then those merged into it or that it was merged into."""
    state = store.state(subject)
    if state is None or not _is_named(state):
        raise UserError(
            "attendee_unknown",
            "Aucune personne n’a cet identifiant, ou elle est déjà effacée.",
            "Cherchez-la avec «\u202ffind\u202f».",
        )
    into = {
        each: people.PREFIX + str(found.data["merged_into"])
        for each, found in store.states_of_type("attendee")
        if found.data.get("merged_into")
    }
    found = [subject]
    for each in found:  # it grows while it is read
        linked = [into[each]] if each in into else []
        linked += [other for other, kept in into.items() if kept == each]
        found += [other for other in linked if other not in found]
    return found


def _full_names(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    said = [entry.personal or {} for entry in entries]
    firsts = {fold(str(each["first_name"])) for each in said if each.get("first_name")}
    lasts = {fold(str(each["last_name"])) for each in said if each.get("last_name")}
    return {(first, last) for first in firsts for last in lasts if first and last}


def _naming(entries: Iterable[Entry], sought: frozenset[str]) -> tuple[str, ...]:
    """Subjects with an entry that says one of these."""
    found: dict[str, None] = {}
    for entry in entries:
        if entry.personal and (said := words(entry.personal)) and any(term in said for term in sought):
            found[entry.subject] = None
    return tuple(found)


def _stays(store: Store) -> str:
    """The public texts that an erasure leaves, and the words of the program's own files, folded."""
    edition = programme.read_edition(store)
    kept: list[object] = [asdict(edition), [zone.name for zone in programme.read_zones(store)], *store.positions()]
    authorities = [state.data for subject, state in store.states_of_type("authority") if FREE not in subject]
    kept += [[data.get(name, "") for name in ("name", "department_name", "country")] for data in authorities]
    kept += [state.data for _, state in store.states_of_type("award")]
    shapes: set[str] = set()
    for entry in store.entries():
        shapes |= {entry.kind, *entry.payload}
        shapes |= {*entry.payload.get("fields", ()), *(entry.personal or ())}
    with store.reading() as connection:
        schema = list(connection.exec_driver_sql("SELECT sql FROM sqlite_master").scalars())
    return words([*kept, sorted(shapes), schema])


def _free_authorities(store: Store) -> tuple[str, ...]:
    known = store.states_of_type("authority")
    return tuple(programme.authority(state).name for subject, state in known if FREE in subject)
