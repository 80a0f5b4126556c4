"""How many of one thing: what every group of figures is made of. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one thing."""

    id: str
    name: str
    number: int


def counts(numbers: Mapping[str, int], names: Mapping[str, str]) -> tuple[Count, ...]:
    """The most first; what has no name in ``names`` goes by its id."""
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Count(id_, names.get(id_, id_), number) for id_, number in ordered if number)


def local(at_ms: int) -> datetime:
    """A moment on the clocks of the place."""
    return datetime.fromtimestamp(at_ms / 1000)
