"""Integrity of a journal: what `journal verify` checks."""

import json
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import col, func, select

from vi_events.journal.database import session
from vi_events.journal.fold import fold, is_counted
from vi_events.journal.store import Store
from vi_events.journal.tables import EntryRow, LookupRow, StateRow, TallyRow


@dataclass(frozen=True, slots=True)
class Report:
    """``problems`` is empty when all is well; each is one sentence."""

    entries: int
    stations: tuple[tuple[str, int], ...]
    subjects: int
    problems: tuple[str, ...]


def verify(store: Store) -> Report:
    """Checks the file, the sequences, the clocks, and that every state and lookup is what the entries fold to."""
    problems: list[str] = []
    with session(store.path) as opened:
        for (finding,) in opened.connection().execute(text("PRAGMA integrity_check")):
            if finding != "ok":
                problems.append(f"Base abîmée : {finding}.")
        station, seq, hlc = col(EntryRow.station), col(EntryRow.seq), col(EntryRow.hlc)
        numbers = select(station, func.count(), func.min(seq), func.max(seq))
        stations = opened.exec(numbers.group_by(station).order_by(station)).all()
        before = func.lag(hlc).over(partition_by=station, order_by=seq).label("before")
        clocks = select(station, seq, hlc, before).subquery()
        late = select(clocks.c.station, clocks.c.seq).where(clocks.c.hlc <= clocks.c.before).limit(10)
        backwards = opened.exec(late).all()
        subjects = opened.exec(select(EntryRow.subject).distinct()).all()
        keys: dict[str | None, set[str]] = {}
        of_state = col(StateRow.number) == LookupRow.number
        for key, subject in opened.exec(select(LookupRow.key, StateRow.subject).join(StateRow, of_state, isouter=True)):
            keys.setdefault(subject, set()).add(key)
        totals = {row.key: row.total for row in opened.exec(select(TallyRow)) if row.total}
        said = select(EntryRow.subject)
        orphans = opened.exec(select(func.count()).where(col(StateRow.subject).not_in(said))).one()
    for name, count, first, last in stations:
        if first != 1 or last != count:
            problems.append(f"Poste {name} : {count} entrées numérotées de {first} à {last}, il en manque.")
    problems += [f"Poste {name} : l’horloge recule à l’entrée {number}." for name, number in backwards]
    if orphans:
        problems.append(f"{orphans} état{'s' if orphans > 1 else ''} sans aucune entrée.")
    if None in keys:
        lost = len(keys[None])
        problems.append(f"{lost} clé{'s' if lost > 1 else ''} d’index sans état.")
    counted: Counter[str] = Counter()
    for subject in subjects:
        problems += _check_subject(store, subject, keys.get(subject, set()), counted)
    if totals != counted:
        wrong = sorted(key for key in totals.keys() | counted.keys() if totals.get(key, 0) != counted[key])
        problems.append(f"{'Compteurs' if len(wrong) > 1 else 'Compteur'} faux\u202f: {', '.join(wrong[:10])}.")
    return Report(
        sum(row[1] for row in stations), tuple((row[0], row[1]) for row in stations), len(subjects), tuple(problems)
    )


def _check_subject(store: Store, subject: str, found_keys: set[str], counted: Counter[str]) -> list[str]:
    """The problems of one subject; adds its counted keys to ``counted``."""
    subject_type = store.subject_type(subject)
    try:
        expected = fold(subject_type, store.entries_of(subject), store.erasures.cover(subject))
        stored = store.state(subject)
    except (json.JSONDecodeError, KeyError, TypeError) as problem:
        return [f"{subject} : entrée illisible ({problem})."]
    keys = subject_type.keys_of(expected)
    counted.update(filter(is_counted, keys))
    found = {key for key in keys if not is_counted(key)}
    if stored is None:
        return [f"{subject} : état absent."]
    if expected != stored:
        return [f"{subject} : l’état ne correspond pas au journal."]
    return [] if found_keys == found else [f"{subject} : index faux."]
