"""One keystroke in the search field -> what it lists, beside rapidfuzz over the same names."""

import random

from rapidfuzz import fuzz, process

from benchmarks import editions
from benchmarks.editions import Built
from benchmarks.measure import Figure, over, settle, spread, timed
from vi_events import app
from vi_events.checkin.views import PersonCard
from vi_events.edition.text import fold

BUDGET_MS = 10.0
_TYPED = ("le henanff vannes", "helene", "maire m", "premiere adjointe", "saint jean", "directrice gen")
_ROUNDS = 3


def run(built: Built) -> Figure:
    """Each query typed letter by letter; milliseconds per keystroke."""
    took, floor = [], []
    slowest = (0.0, "")
    with app.open_edition(built.folder, editions.AUTHOR) as opened:
        reception = opened.reception
        fill_ms, count = timed(reception.fill_index().result)
        people = [reception.card(attendee_id).result() for attendee_id, _ in editions.sample(opened, 6)]
        states = opened.core.call(lambda store: store.states_of_type("attendee"))
        names = [fold(f"{s.personal.get('first_name', '')} {s.personal.get('last_name', '')}") for _, s in states]
        del states
        settle()
        for keystroke in _keystrokes(people):
            for _ in range(_ROUNDS):
                ms, _found = timed(lambda keystroke=keystroke: reception.find(keystroke).result())  # type: ignore[misc]
                took.append(ms)
                slowest = max(slowest, (ms, keystroke))
            floor.append(timed(lambda keystroke=keystroke: _peer(keystroke, names))[0])  # type: ignore[misc]
    times = spread(took)
    return Figure(
        "search",
        built.size,
        "ms",
        times,
        spread(floor),
        "rapidfuzz token_sort_ratio",
        "p95 10 ms",
        over(("p95 10 ms", times.p95 <= BUDGET_MS)),
        {"index filled s": fill_ms / 1000, "people": count, f"slowest « {slowest[1]} » ms": slowest[0]},
    )


def _keystrokes(people: list[PersonCard]) -> list[str]:
    """Queries written as people write them: right, without accents, reversed, with two letters swapped."""
    chance = random.Random(3)
    queries = list(_TYPED)
    for number, person in enumerate(people):
        name = fold(person.last_name)
        if number % 3 == 0:
            queries.append(f"{name} {fold(person.authority)[:8]}")
        elif number % 3 == 1:
            queries.append(f"{person.first_name} {person.last_name}")
        else:
            at = chance.randrange(1, max(len(name) - 1, 2))
            queries.append(name[:at] + name[at : at + 2][::-1] + name[at + 2 :])
    return [query[:end] for query in queries for end in range(1, len(query) + 1)]


def _peer(query: str, names: list[str]) -> object:
    return process.extract(fold(query), names, scorer=fuzz.token_sort_ratio, limit=20)
