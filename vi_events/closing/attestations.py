"""Letters that attest who came, for travel orders: one for each person, each authority, or each half-day.

They say what the reception recorded (see ``checkin.attendance``) and nothing more: who never passed a desk gets none.
A person signs them by hand.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Literal

from vi_events import app
from vi_events.checkin.attendance import HalfDay, half_days
from vi_events.clock import hlc_ms
from vi_events.closing.letters import Letter, is_letters, write_letters
from vi_events.edition import grammar, people, programme
from vi_events.edition.collation import sort_key
from vi_events.edition.dates import long_date
from vi_events.edition.models import Attendee, Authority
from vi_events.edition.programme import Edition
from vi_events.edition.reference import load_reference
from vi_events.edition.text import fold
from vi_events.errors import UserError
from vi_events.files import Told, make_folders, unheard
from vi_events.journal.entry import Entry
from vi_events.journal.fold import State
from vi_events.journal.store import Store

By = Literal["person", "authority", "half_day"]
Part = tuple[str, list[Letter]]
"""The letters of one file, and what it is called after."""
ALL = "attestations.pdf"
"""The file with every letter, to print at one go."""
_STEM = "attestation-"
_MERGE_MS = 1000
_MOST_MERGES = 5
_PROOF = "Établie d’après les passages enregistrés à l’accueil, pour servir et valoir ce que de droit."


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody who came. ``represents`` is « la ville du Havre », empty when nobody is represented."""

    person: Attendee
    represents: str
    half_days: tuple[HalfDay, ...]


def attended(store: Store, now_ms: int, attendee_ids: Iterable[str] = ()) -> tuple[Attended, ...]:
    """Who came and when, in French alphabetical order; only these people when ids are given."""
    zones = {zone.id: zone for zone in programme.read_zones(store)}
    represents = _representing(store)
    wanted = set(attendee_ids)
    found = []
    for attendee_id, (state, entries) in _records(store).items():
        person = people.attendee(people.subject(attendee_id), state)
        if not person.name or (wanted and attendee_id not in wanted):
            continue
        if there := half_days(_own_passages(entries), zones, now_ms):
            found.append(Attended(person, represents(person.authority_id), there))
    return tuple(sorted(found, key=lambda each: (sort_key(each.person.last_name), sort_key(each.person.first_name))))


@dataclass(frozen=True, slots=True)
class AttestationOrder:
    """Letters for whom (nobody named: everybody who came), and one file for each of what. ``told`` hears of each file;
    what it raises leaves those already written.
    """

    attendee_ids: Sequence[str] = ()
    by: By = "person"
    told: Told = unheard


def write_attestations(
    edition_folder: Path,
    out: Path,
    now_ms: int,
    order: AttestationOrder = AttestationOrder(),
) -> list[Path]:
    """Writes the letters into ``out``, one file for each person, authority or half-day, and one with them all; returns
    the files. Those of an earlier run go, unless only some people are asked for. UserError ``attestation_none`` when
    nobody of those asked for came.
    """
    with app.read_edition(edition_folder) as store:
        edition = programme.read_edition(store)
        came = attended(store, now_ms, order.attendee_ids)
    if not came:
        raise UserError(
            "attestation_none",
            "Aucune des personnes demandées n’est passée à l’accueil."
            if order.attendee_ids
            else "Personne n’est passé à l’accueil.",
            "Une attestation ne s’établit que pour qui est venu\u202f: vérifiez les passages.",
        )
    make_folders(out)
    make = {"person": _by_person, "authority": _by_authority, "half_day": _by_half_day}[order.by]
    parts = make(edition, came)
    signed = f"{edition.place}, le {_date(date.fromtimestamp(now_ms / 1000))}"
    files = [out / ALL]
    order.told(0, len(parts) + 1)
    write_letters(files[0], [letter for _, letters in parts for letter in letters], signed)
    for name, letters in zip(_file_names(name for name, _ in parts), (letters for _, letters in parts), strict=True):
        order.told(len(files), len(parts) + 1)
        files.append(out / name)
        write_letters(files[-1], letters, signed)
    if not order.attendee_ids:
        _remove_former(out, files)
    return files


def _remove_former(out: Path, files: Sequence[Path]) -> None:
    """The letters of an earlier run that this one did not write: of somebody erased, or said otherwise since."""
    for path in set(out.glob(f"{_STEM}*.pdf")) - set(files):
        with suppress(OSError):
            if is_letters(path):  # the organiser may keep other papers of that name there
                path.unlink()


# What a letter says


def _by_person(edition: Edition, came: Iterable[Attended]) -> list[Part]:
    return [(each.person.name, [_letter(edition, each, each.half_days)]) for each in came]


def _by_half_day(edition: Edition, came: Sequence[Attended]) -> list[Part]:
    every = sorted({half for each in came for half in each.half_days})
    return [
        (
            f"{half.day.isoformat()} {_part(half)}",
            [_letter(edition, each, (half,)) for each in came if half in each.half_days],
        )
        for half in every
    ]


def _by_authority(edition: Edition, came: Sequence[Attended]) -> list[Part]:
    """One letter for each authority; people of none get their own."""
    delegations: dict[str, list[Attended]] = {}
    for each in came:
        if each.represents:
            delegations.setdefault(each.person.authority_id, []).append(each)
    parts = [(some[0].represents, [_joint_letter(edition, some)]) for some in delegations.values()]
    parts.sort(key=lambda part: sort_key(part[0]))
    return parts + _by_person(edition, (each for each in came if not each.represents))


def _joint_letter(edition: Edition, some: Sequence[Attended]) -> Letter:
    whom = "les personnes suivantes" if len(some) > 1 else "la personne suivante"
    said = f"{whom}, représentant {some[0].represents}, {_took_part(edition, len(some))}\u202f:"
    opening = f"{_opening(edition)} {said}"
    return Letter(edition.organiser, edition.title, opening, (), [_line(each) for each in some], _PROOF)


def _letter(edition: Edition, one: Attended, halves: Sequence[HalfDay]) -> Letter:
    about = [one.person.name, one.person.function, f"représentant {one.represents}" if one.represents else ""]
    return Letter(
        edition.organiser,
        edition.title,
        _opening(edition),
        tuple(filter(None, about)),
        [f"{_took_part(edition, 1)}\u202f:", *_days(halves)],
        _PROOF,
    )


def _opening(edition: Edition) -> str:
    return f"Je, soussigné·e {'.' * 50}, agissant pour {edition.organiser}, atteste que"


def _took_part(edition: Edition, many: int) -> str:
    return f"{'ont' if many > 1 else 'a'} participé à «\u202f{edition.title}\u202f» ({edition.place})"


def _line(each: Attended) -> str:
    """« Marie Curie, maire : jeudi 1er février 2018, matin »"""
    who = ", ".join(filter(None, (each.person.name, each.person.function)))
    return f"• {who}\u202f: " + "\u202f; ".join(day.removeprefix("• ") for day in _days(each.half_days))


def _days(halves: Sequence[HalfDay]) -> list[str]:
    """« • jeudi 1er février 2018, matin et après-midi », a line a day."""
    return [
        f"• {long_date(day.isoformat())}, {' et '.join(_part(half) for half in of_day)}"
        for day, of_day in groupby(halves, key=lambda half: half.day)
    ]


def _part(half: HalfDay) -> str:
    return "après-midi" if half.afternoon else "matin"


def _date(day: date) -> str:
    """« 5 février 2027 »."""
    return long_date(day.isoformat()).partition(" ")[2]


def _file_names(names: Iterable[str]) -> list[str]:
    """A file name for each; homonyms are numbered."""
    taken: Counter[str] = Counter()
    files = []
    for name in names:
        stem = _STEM + fold(name).replace(" ", "-")[:60]
        taken[stem] += 1
        files.append(f"{stem}-{taken[stem]}.pdf" if taken[stem] > 1 else f"{stem}.pdf")
    return files


# Who came


def _records(store: Store) -> dict[str, tuple[State, list[Entry]]]:
    """By attendee who was admitted: the state, and the entries of the record and of those merged into it."""
    states = {subject.removeprefix(people.PREFIX): state for subject, state in store.states_of_type("attendee")}
    records: dict[str, tuple[State, list[Entry]]] = {}
    for attendee_id, state in states.items():
        if not state.data.get("first"):
            continue
        stayed = _survivor(states, attendee_id)
        entries = store.entries_of(people.subject(attendee_id))
        records.setdefault(stayed, (states[stayed], []))[1].extend(entries)
    return records


def _survivor(states: Mapping[str, State], attendee_id: str) -> str:
    for _ in range(_MOST_MERGES):
        into = str(states[attendee_id].data.get("merged_into", ""))
        if into not in states:
            break
        attendee_id = into
    return attendee_id


def _own_passages(entries: Sequence[Entry]) -> list[Entry]:
    """Without the admissions that a merge recorded in the name of the record that stays: nobody stood there then."""
    merges = [entry for entry in entries if entry.kind == "attendee_merged"]

    def is_of_merge(entry: Entry) -> bool:
        return entry.kind == "attendee_admitted" and any(
            merge.station == entry.station
            and merge.seq < entry.seq
            and hlc_ms(entry.hlc) - hlc_ms(merge.hlc) < _MERGE_MS
            for merge in merges
        )

    return [entry for entry in entries if not is_of_merge(entry)]


def _representing(store: Store) -> Callable[[str], str]:
    reference = load_reference()
    known: dict[str, str] = {}

    def represents(authority_id: str) -> str:
        if authority_id and authority_id not in known:
            state = store.state(f"authority:{authority_id}")
            found = programme.authority(state) if state else Authority("", "")
            known[authority_id] = grammar.full(found, reference) if found.name else ""
        return known.get(authority_id, "")

    return represents
