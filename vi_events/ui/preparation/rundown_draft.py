"""A running order being changed: what is saved, what it would be, and the steps between them. Pure."""

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from vi_events.edition.rundown import Rundown

Step = Callable[[Rundown], Rundown]
_MOST_STEPS = 500


class Totals(NamedTuple):
    """How many stops differ between two running orders, each in one way at least."""

    moved: int
    added: int
    removed: int
    changed: int


class RundownDraft:
    """Begins as what is saved. ``apply`` may raise UserError: nothing has then changed."""

    def __init__(self, base: Rundown) -> None:
        self.base = self.rundown = base
        self._before: list[Rundown] = []
        self._after: list[Rundown] = []

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return self.rundown != self.base

    @property
    def previous(self) -> Rundown:
        """What ``undo`` would give."""
        return self._before[-1] if self._before else self.rundown

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        return bool(self._after)

    def apply(self, step: Step) -> None:
        """One step more; what was undone can no longer come back."""
        fresh = step(self.rundown)
        if fresh == self.rundown:
            return
        self._before = [*self._before[-_MOST_STEPS:], self.rundown]
        self._after = []
        self.rundown = fresh

    def undo(self) -> None:
        """Takes the last step back."""
        if self._before:
            self._after.append(self.rundown)
            self.rundown = self._before.pop()

    def redo(self) -> None:
        """Takes again the step that was undone last."""
        if self._after:
            self._before.append(self.rundown)
            self.rundown = self._after.pop()

    def saved(self, rundown: Rundown) -> None:
        """This is on the disk from now on. The steps stay: undone, they may be saved again."""
        self.base = rundown


def totals(before: Rundown, after: Rundown) -> Totals:
    """How many stops moved (the least that must have), came, went, and changed in themselves."""
    old = {stop.id: (rank, stop) for rank, stop in enumerate(before.stops)}
    kept = [stop for stop in after.stops if stop.id in old]
    return Totals(
        moved=len(kept) - _longest_kept([old[stop.id][0] for stop in kept]),
        added=len(after.stops) - len(kept),
        removed=len(before.stops) - len(kept),
        changed=sum(old[stop.id][1] != stop for stop in kept),
    )


def _longest_kept(ranks: list[int]) -> int:
    """The length of the longest part that stayed in the same order (patience sorting)."""
    tails: list[int] = []
    for rank in ranks:
        place = bisect_left(tails, rank)
        tails[place : place + 1] = [rank]
    return len(tails)
