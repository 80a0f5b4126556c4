"""Timing, percentiles, and a figure beside its floor."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spread:
    """Percentiles of a series, in the unit of its figure."""

    p50: float
    p95: float
    p99: float
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure at one size. ``over`` says which parts of the budget were not kept; empty means kept."""

    name: str
    size: int
    unit: str
    subject: Spread
    floor: Spread
    floor_is: str
    budget: str
    over: tuple[str, ...]
    details: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """How many times its floor the median is; infinite over a floor of nothing."""
        return self.subject.p50 / self.floor.p50 if self.floor.p50 else float("inf")

    def as_json(self) -> dict[str, Any]:
        spreads = {
            key: {"p50": round(s.p50, 4), "p95": round(s.p95, 4), "p99": round(s.p99, 4), "count": s.count}
            for key, s in (("subject", self.subject), ("floor", self.floor))
        }
        return {
            "name": self.name,
            "size": self.size,
            "unit": self.unit,
            **spreads,
            "floor_is": self.floor_is,
            "ratio": round(self.ratio, 2),
            "budget": self.budget,
            "verdict": "over" if self.over else "ok",
            "over": list(self.over),
            "details": {key: round(value, 4) for key, value in self.details.items()},
        }

    def as_text(self) -> str:
        line = [
            f"{self.name:<12}{self.size:>8,}  {_spread(self.subject, self.unit)}",
            f"{'':<12}{'floor':>8}  {_spread(self.floor, self.unit)}  ({self.floor_is})",
            f"{'':<12}{'':>8}  {self.ratio:.1f} x the floor; budget: {self.budget}: "
            + (f"OVER ({', '.join(self.over)})" if self.over else "ok"),
        ]
        if self.details:
            line.append(f"{'':<22}" + ", ".join(f"{key} {value:,.4g}" for key, value in self.details.items()))
        return "\n".join(line)


def spread(values: Sequence[float]) -> Spread:
    """Percentiles by nearest rank; of one value, that value."""
    ranked = sorted(values)
    last = len(ranked) - 1
    return Spread(statistics.median(ranked), ranked[round(last * 0.95)], ranked[round(last * 0.99)], len(ranked))


def over(*promises: tuple[str, bool]) -> tuple[str, ...]:
    """The names of the promises that were not kept."""
    return tuple(name for name, kept in promises if not kept)


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds that ``work`` took, and what it gave."""
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1000, result


def settle() -> None:
    """Collects garbage now, so that what came before is not charged to what is measured next."""
    gc.collect()


def _spread(values: Spread, unit: str) -> str:
    if values.count == 1:
        return f"{values.p50:10.2f} {unit}"
    return f"p50 {values.p50:9.3f}  p95 {values.p95:9.3f}  p99 {values.p99:9.3f} {unit}  n={values.count}"
