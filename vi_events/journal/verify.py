"""Integrity of a journal: what `journal verify` checks."""

import json
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import text

from vi_events.journal.fold import fold, is_counted
from vi_events.journal.store import Store


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
    with store.reading() as connection:
        for (finding,) in connection.execute(text("PRAGMA integrity_check")):
            if finding != "ok":
                problems.append(f"Base abîmée : {finding}.")
        stations = connection.execute(
            text("SELECT station, count(*), min(seq), max(seq) FROM entry GROUP BY station ORDER BY station")
        ).all()
        backwards = connection.execute(
            text(
                "SELECT station, seq FROM (SELECT station, seq, hlc, lag(hlc) OVER (PARTITION BY station ORDER BY seq) "
                "AS earlier FROM entry) WHERE hlc <= earlier LIMIT 10"
            )
        ).all()
        subjects = list(connection.execute(text("SELECT DISTINCT subject FROM entry")).scalars())
        keys: dict[str | None, set[str]] = {}
        for key, subject in connection.execute(text("SELECT key, subject FROM lookup LEFT JOIN state USING (number)")):
            keys.setdefault(subject, set()).add(key)
        totals = {key: total for key, total in connection.execute(text("SELECT key, total FROM tally")) if total}
        orphans = connection.execute(
            text("SELECT count(*) FROM state WHERE subject NOT IN (SELECT subject FROM entry)")
        ).scalar_one()
    for station, count, first, last in stations:
        if first != 1 or last != count:
            problems.append(f"Poste {station} : {count} entrées numérotées de {first} à {last}, il en manque.")
    problems += [f"Poste {station} : l’horloge recule à l’entrée {seq}." for station, seq in backwards]
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
