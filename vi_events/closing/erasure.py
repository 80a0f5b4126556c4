"""Erasure as the organiser decides it: of one person or of the edition, ended here and proved.

The proof is made by looking for every name that was there in every file that is left. Killed at any moment, nothing is
erased, or it is and the next call proves it (``prove_waiting``).
"""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from vi_events.app import LOCK_FILE, OpenEdition
from vi_events.clock import hlc_ms
from vi_events.closing.erasure_sheet import write_proof
from vi_events.closing.name_search import SHORTEST, FoundIn, search, terms, words
from vi_events.closing.proof import Before, Proof, keep, keep_proof, kept, kept_proof, settle
from vi_events.edition import erasure, people, programme
from vi_events.edition.erasure import Hub
from vi_events.edition.text import FREE, fold
from vi_events.errors import UserError
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State
from vi_events.journal.store import Store
from vi_events.sentences import say

_HUB_S, _LOOK_S = 30.0, 0.2


@dataclass(frozen=True, slots=True)
class Proved:
    """A proof, and the files that it was written into."""

    proof: Proof
    files: list[Path]


def erase_edition(opened: OpenEdition, out: Path, hub: Hub = Hub.STOPPED) -> list[Proved]:
    """Erases all that is personal in the edition, here at once and on every station that hears of it. The proof is
    written into ``out``, after that of an earlier erasure that was cut short. UserError when all is erased and proved.
    """
    done = prove_waiting(opened, out, hub)
    if not any(programme.EDITION in each.proof.subjects for each in done):
        before = opened.core.call(_before_all)
        done.append(_erase(opened, before, [erasure.edition_erased("asked")], (out, hub)))
    return done


def erase_person(opened: OpenEdition, attendee_id: str, out: Path, hub: Hub = Hub.STOPPED) -> list[Proved]:
    """Erases one person, with the records that were merged with theirs; else as ``erase_edition``. UserError when
    there is no such person.
    """
    done = prove_waiting(opened, out, hub)
    if not any(people.subject(attendee_id) in each.proof.subjects for each in done):
        before, entry_ids = opened.core.call(lambda store: _before_one(store, attendee_id))
        ids = [subject.removeprefix(people.PREFIX) for subject in before.subjects]
        facts = [erasure.person_erased(id_, entry_ids if id_ == ids[0] else ()) for id_ in ids]
        done.append(_erase(opened, before, facts, (out, hub)))
    return done


def prove_waiting(opened: OpenEdition, out: Path, hub: Hub = Hub.STOPPED) -> list[Proved]:
    """Ends an erasure that was cut short, and writes its proof into ``out``; nothing when none waits for its proof."""
    folder = opened.folder
    opened.core.call(lambda store: erasure.forget_unneeded(store, folder))
    before = kept(folder)
    proof = kept_proof(folder) if before is None else _prove(opened, before, hub, None)
    return [] if proof is None else [_written(folder, out, proof)]


def _erase(opened: OpenEdition, before: Before, facts: Sequence[Fact], to: tuple[Path, Hub]) -> Proved:
    out, hub = to

    def record(store: Store) -> bool:
        """Whether every figure is what it was: asked before anybody else records."""
        with store.transaction(opened.reception.settings.author) as tx:
            tx.record(*facts)
        opened.core.publish(tx.change)
        return before.figures == dict(+store.counts)

    keep(opened.folder, before)
    return _written(opened.folder, out, _prove(opened, before, hub, opened.core.call(record)))


def _prove(opened: OpenEdition, before: Before, hub: Hub, figures_kept: bool | None) -> Proof:
    """Ends here what was decided, looks for every name, and no longer keeps them."""
    folder, author = opened.folder, opened.reception.settings.author

    def end(store: Store) -> Entry:
        if ended := erasure.finish(store, folder, author, hub):
            opened.core.publish(ended)
        said = erasure.erasures(store)
        own = [entry for entry in said if entry.subject == before.subjects[0]]
        return (own or said)[-1]  # another station may have erased all before this one could say it of a person

    entry = opened.core.call(end)
    if hub is Hub.RUNNING:
        _await_hub(opened, entry)
    whole = programme.EDITION in before.subjects
    searched = search(folder, before.sought, pictures=whole, without=(erasure.UNPROVED, LOCK_FILE))
    proof = opened.core.call(lambda store: _proved(store, before, entry, searched, folder))
    proof = replace(proof, figures_kept=figures_kept)
    keep_proof(folder, proof)
    return proof


def _written(folder: Path, out: Path, proof: Proof) -> Proved:
    files = write_proof(out, proof)
    settle(folder)
    return Proved(proof, files)


def _await_hub(opened: OpenEdition, entry: Entry) -> None:
    """Until the server that this station runs was emptied too; not for ever, for it may not answer."""
    for _ in range(int(_HUB_S / _LOOK_S)):
        if entry.station in opened.core.call(lambda store: erasure.stations_done(store, entry.id)):
            return
        time.sleep(_LOOK_S)


def _proved(
    store: Store, before: Before, entry: Entry, searched: tuple[list[str], list[FoundIn]], folder: Path
) -> Proof:
    edition = programme.read_edition(store)
    whole = programme.EDITION in before.subjects
    done = erasure.stations_done(store, entry.id)
    exports = [dict(said.payload) for said in store.entries(erasure.EXPORTED)] + erasure.noted_exports(folder)
    return Proof(
        what="edition" if whole else "person",
        subjects=before.subjects,
        edition=edition.title,
        slug=edition.slug,
        station=entry.station,
        at_ms=hlc_ms(entry.hlc),
        people=before.people,
        entries=before.entries,
        terms=len(before.sought),
        left_out=before.left_out,
        files=tuple(searched[0]),
        found=tuple(searched[1]),
        named_elsewhere=() if whole else _naming(store.entries(), before.sought),
        unheard=tuple(sorted(erasure.stations(store) - done)),
        copies=tuple(erasure.copies_left(store, folder)),
        exports=tuple({name: str(said.get(name, "")) for name in ("what", "form", "at")} for said in exports),
        figures_kept=None,
        free_authorities=_free_authorities(store),
        remains=dict(sorted(Counter(each.kind for each in store.entries()).items())),
    )


def _before_all(store: Store) -> Before:
    _require_names(store)
    personal = [entry for entry in store.entries() if entry.personal]
    named = [subject for subject, state in store.states_of_type("attendee") if _is_named(state)]
    wanted = {term for entry in personal for term in terms(entry.personal or {})}
    wanted |= {term for entry in store.entries() if len(term := fold(entry.operator)) >= SHORTEST}
    return _made(store, (programme.EDITION,), personal, wanted, len(named))


def _before_one(store: Store, attendee_id: str) -> tuple[Before, tuple[str, ...]]:
    """With the entries about something else that name the person."""
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
    made = _made(store, subjects, [*own, *named], wanted, len(subjects))
    return made, tuple(entry.id for entry in named)


def _made(store: Store, subjects: Sequence[str], personal: Sequence[Entry], wanted: set[str], many: int) -> Before:
    stays = _stays(store)
    unsaid = frozenset(term for term in wanted if term not in stays)
    kinds = dict(sorted(Counter(entry.kind for entry in personal).items()))
    left_out = len(wanted) - len(unsaid)
    return Before(tuple(subjects), many, kinds, unsaid, left_out, dict(+store.counts))


def _require_names(store: Store) -> None:
    if store.erasures.edition:
        unheard = ", ".join(erasure.unheard(store))
        raise UserError(
            "already_erased",
            "Les données personnelles de cette édition sont déjà effacées.",
            say("Pas encore confirmé par\u202f: {0}.", unheard)
            if unheard
            else "Tous les postes connus l’ont confirmé.",
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
        schema = connection.execute("SELECT sql FROM sqlite_master").fetchall()
    return words([*kept, sorted(shapes), schema])


def _free_authorities(store: Store) -> tuple[str, ...]:
    known = store.states_of_type("authority")
    return tuple(programme.authority(state).name for subject, state in known if FREE in subject)
