"""What the operator changed in OBS and made theirs: « adopter ». Pure; the caller keeps it as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vi_events.webtv.obs_plan import PLACE_KEYS, Change, Desired, Item, Place, key

ADOPTABLE = ("place", "order", "shown", "item", "input")


@dataclass(frozen=True, slots=True)
class Adopted:
    """Places and orders by the key of their change, and the items the operator does without."""

    places: Mapping[str, Place] = field(default_factory=dict)
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    """Keys ``item:…``."""

    @classmethod
    def from_json(cls, said: Any) -> "Adopted":
        """What ``to_json`` gave; what cannot be made out is left out."""
        said = said if isinstance(said, Mapping) else {}
        places, orders, without = (said.get(name) for name in ("places", "orders", "left_out"))
        return cls(
            {str(name): place for name, place in _pairs(places) if _is_place(place)},
            {str(name): tuple(map(str, order)) for name, order in _pairs(orders) if isinstance(order, list)},
            frozenset(map(str, without)) if isinstance(without, list) else frozenset(),
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "places": {name: dict(place) for name, place in self.places.items()},
            "orders": {name: list(order) for name, order in self.orders.items()},
            "left_out": sorted(self.left_out),
        }

    def adopting(self, change: Change) -> "Adopted":
        """The same, with what OBS holds now instead of what was wanted."""
        if change.kind == "place":
            place = {name: change.found[name] for name in PLACE_KEYS if name in change.found}
            return replace(self, places={**self.places, change.key: place})
        if change.kind == "order":
            return replace(self, orders={**self.orders, change.key: tuple(change.found)})
        return replace(self, left_out=self.left_out | {"item:" + change.key.partition(":")[2]})

    def apply(self, desired: Desired) -> Desired:
        """What is wanted, as the operator made it theirs."""
        items = [
            replace(item, place=self.places.get(key("place", item.scene, item.source), item.place))
            for item in desired.items
            if key("item", item.scene, item.source) not in self.left_out
        ]
        return replace(desired, items=tuple(sorted(items, key=lambda item: self._rank(item, desired))))

    def _rank(self, item: Item, desired: Desired) -> tuple[int, int]:
        """Items that the operator never ordered stay on top of the others, as they were."""
        order = self.orders.get(key("order", item.scene), ())
        rank = order.index(item.source) if item.source in order else len(order)
        return desired.scenes.index(item.scene), rank


def is_adoptable(change: Change) -> bool:
    """Whether the change may become what is wanted. An item that the operator shows while nothing of it is on air may
    not: nobody would know when to hide it.
    """
    return change.kind in ADOPTABLE and not (change.kind == "shown" and change.found)


def _pairs(said: Any) -> Any:
    return said.items() if isinstance(said, Mapping) else ()


def _is_place(said: Any) -> bool:
    return isinstance(said, Mapping) and set(said) == set(PLACE_KEYS)
