"""What OBS should hold, what it holds, the difference between the two, and the requests that undo it. Pure.

Only names that begin with « VI  » are ours. What else stands in one of our scenes keeps its place, its settings and its
visibility; other scenes are not even looked at.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vi_events.webtv.obs_types import Request

PREFIX = "VI "
_BEFORE, _IN_FRAME, _AFTER = (
    ("scene", "conflict", "input", "item", "settings"),
    ("place", "order", "shown", "extra"),
    ("name",),
)
KINDS = (*_BEFORE, *_IN_FRAME, *_AFTER)
"""A scene that is missing; a name of ours that something else bears; an input, then an item of an existing source,
that is missing; settings; then what needs those: geometry, order from bottom to top, visibility, an item of ours that
nobody wants (a copy, or a layer of another way of working) and that shows; last, as the others go by the present
names, a scene or source that was renamed.
"""
Place = Mapping[str, Any]
"""Where an item stands in its scene, in the words of OBS's ``sceneItemTransform``: those of ``PLACE_KEYS``."""
_BOUNDS = ("boundsWidth", "boundsHeight")
PLACE_KEYS = (
    *("positionX", "positionY", "scaleX", "scaleY", "rotation", "alignment"),
    *("cropTop", "cropRight", "cropBottom", "cropLeft"),
    *("boundsType", "boundsAlignment", *_BOUNDS),
)
_TOLERANCE = 0.01
"""OBS computes in single precision."""


@dataclass(frozen=True, slots=True)
class Input:
    """A source. Of its settings, only those named here matter."""

    name: str
    kind: str
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A source, or a scene, in a scene."""

    scene: str
    source: str
    place: Place
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Desired:
    """What OBS should hold. ``items`` go from bottom to top."""

    scenes: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item of one of our scenes, ours or not."""

    id: int
    source: str
    place: Place
    shown: bool


@dataclass(frozen=True, slots=True)
class Actual:
    """What OBS holds, under the names we want: ``names`` gives the present one of what was renamed."""

    scenes: Mapping[str, tuple[FoundItem, ...]] = field(default_factory=dict)
    """From bottom to top."""
    inputs: Mapping[str, Input] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    conflicts: frozenset[str] = frozenset()
    """Our names that something else bears."""
    live: bool = False
    """Whether OBS streams or records."""
    collection: str = ""

    def name(self, wanted: str) -> str:
        """What a scene or source of ours is called at present."""
        return self.names.get(wanted, wanted)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``scene`` and ``source`` are the names in OBS now; ``key`` stays the same from one reading to
    the next. What ``wanted`` and ``found`` are depends on the kind.
    """

    kind: str
    key: str
    scene: str = ""
    source: str = ""
    item_id: int = 0
    wanted: Any = None
    found: Any = None


def full_frame(size: tuple[int, int]) -> Place:
    """The whole canvas, whatever the size of the source: it is fitted in, centred."""
    place = dict.fromkeys(PLACE_KEYS, 0)
    bounds = {"boundsType": "OBS_BOUNDS_SCALE_INNER", "boundsWidth": size[0], "boundsHeight": size[1]}
    return place | {"scaleX": 1, "scaleY": 1, "alignment": 5} | bounds


def key(kind: str, scene: str = "", source: str = "") -> str:
    """The key of a change to what is wanted under these names."""
    return f"{kind}:{scene}/{source}"


def values(desired: Desired) -> dict[str, Any]:
    """What is wanted, under the key of the change that would give it: settings, places, orders and visibilities."""
    found: dict[str, Any] = {key("settings", "", each.name): dict(each.settings) for each in desired.inputs}
    for item in desired.items:
        found[key("place", item.scene, item.source)] = dict(item.place)
        found[key("shown", item.scene, item.source)] = item.shown
    for scene in desired.scenes:
        found[key("order", scene)] = [item.source for item in desired.items if item.scene == scene]
    return found


def same_kind(one: str, other: str) -> bool:
    """Whether two kinds of input are versions of one (``color_source_v2``, ``color_source_v3``)."""
    return _unversioned(one) == _unversioned(other)


# The difference


def difference(desired: Desired, actual: Actual) -> tuple[Change, ...]:
    """What separates OBS from what is wanted, in the order in which it is to be undone."""
    barred = actual.conflicts | {
        each.name
        for each in desired.inputs
        if each.name in actual.inputs and not same_kind(actual.inputs[each.name].kind, each.kind)
    }
    named = (*desired.scenes, *(each.name for each in desired.inputs))
    found = [
        *(Change("conflict", key("conflict", "", name), source=name) for name in named if name in barred),
        *_missing_scenes(desired, actual, barred),
        *(
            Change("name", key("name", "", name), source=actual.name(name), wanted=name, found=name in desired.scenes)
            for name in named
            if name in actual.names and name not in barred
        ),
        *_missing_items(desired, actual, barred),
        *(change for each in desired.inputs if each.name not in barred for change in _settings(each, actual)),
    ]
    for scene in desired.scenes:
        if scene in actual.scenes:
            wanted = [item for item in desired.items if item.scene == scene and item.source not in barred]
            found.extend(_in_scene(scene, wanted, actual))
    return tuple(sorted(found, key=lambda change: KINDS.index(change.kind)))


def _missing_scenes(desired: Desired, actual: Actual, barred: frozenset[str]) -> Iterator[Change]:
    for scene in desired.scenes:
        if scene not in actual.scenes and scene not in barred:
            yield Change("scene", key("scene", scene), scene)


def _missing_items(desired: Desired, actual: Actual, barred: frozenset[str]) -> Iterator[Change]:
    """An input is made in the first scene that wants it; the others then take it."""
    inputs = {each.name: each for each in desired.inputs if each.name not in actual.inputs}
    for item in desired.items:
        if item.scene in barred or item.source in barred:
            continue
        if any(each.source == item.source for each in actual.scenes.get(item.scene, ())):
            continue
        new = inputs.pop(item.source, None)
        kind = "item" if new is None else "input"
        where, what = actual.name(item.scene), actual.name(item.source)
        yield Change(kind, key("item", item.scene, item.source), where, what, wanted=new)


def _settings(wanted: Input, actual: Actual) -> Iterator[Change]:
    found = actual.inputs.get(wanted.name)
    if found is None:
        return
    wrong = {name: value for name, value in wanted.settings.items() if not _holds(found.settings.get(name), value)}
    if wrong:
        was = {name: found.settings.get(name) for name in wrong}
        name = actual.name(wanted.name)
        yield Change("settings", key("settings", "", wanted.name), source=name, wanted=wrong, found=was)


def _in_scene(scene: str, wanted: Sequence[Item], actual: Actual) -> Iterator[Change]:
    standing, where = actual.scenes[scene], actual.name(scene)
    ours: dict[str, FoundItem] = {}
    # The operator may have made copies of an item: the oldest is ours.
    for each in sorted(standing, key=lambda each: each.id):
        ours.setdefault(each.source, each)
    present = [(item, ours[item.source]) for item in wanted if item.source in ours]
    for item, found in present:
        what = (where, actual.name(item.source), found.id)
        if not same_place(item.place, found.place):
            yield Change("place", key("place", scene, item.source), *what, item.place, found.place)
        if item.shown != found.shown:
            yield Change("shown", key("shown", scene, item.source), *what, item.shown, found.shown)
    order = [found.id for _, found in present]
    slots = [(position, each) for position, each in enumerate(standing) if each.id in order]
    if [each.id for _, each in slots] != order:
        moves = _moves(len(standing), [position for position, _ in slots], order)
        yield Change("order", key("order", scene), where, wanted=moves, found=[each.source for _, each in slots])
    for each in standing:
        if each.source.startswith(PREFIX) and each.id not in order and each.shown:
            yield Change(
                "extra", key("extra", scene, f"{each.source}#{each.id}"), where, each.source, each.id, False, True
            )


def same_place(one: Place, other: Place) -> bool:
    """Whether two places look the same: without bounds, the size of the bounds does not matter."""
    unbound = one.get("boundsType") == "OBS_BOUNDS_NONE"
    return all(_close(one.get(name), other.get(name)) for name in PLACE_KEYS if not (unbound and name in (*_BOUNDS,)))


def _moves(count: int, slots: Sequence[int], order: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Item and index, one after the other, to bring our items in ``order`` to the places they hold together: all to
    the top first, or those that have not moved yet would shift those that have.
    """
    return (*((item, count - 1) for item in order), *zip(order, slots, strict=True))


def _close(one: Any, other: Any) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= _TOLERANCE
    return bool(one == other)


def _holds(found: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(_holds(found.get(name), value) for name, value in wanted.items())
    return _close(wanted, found)


def _unversioned(kind: str) -> str:
    return re.sub(r"_v\d+$", "", kind)


# The requests


@dataclass(frozen=True, slots=True)
class Steps:
    """What to send: ``before``, each once the one before it is answered; ``frame`` as one batch; then ``after``.

    A batch runs in the thread that draws the stream. In there, what OBS's window must hear of (a scene that is made)
    freezes OBS for ever when the window waits for that thread, as it does while it changes collection; and a picture
    that is read holds the stream up.
    """

    before: tuple[Request, ...] = ()
    frame: tuple[Request, ...] = ()
    after: tuple[Request, ...] = ()


def requests(changes: Iterable[Change]) -> Steps:
    """What undoes the changes. What it makes is hidden, and gets its place and its order from the next difference,
    which knows its number.
    """
    ordered = sorted(changes, key=lambda change: KINDS.index(change.kind))
    before, frame, after = (
        [request for change in ordered if change.kind in kinds for request in _requests(change)]
        for kinds in (_BEFORE, _IN_FRAME, _AFTER)
    )
    if frame and any(change.kind == "settings" for change in ordered):
        # The size of a text, and a picture on the card, are right one frame after the setting: only then is it shown.
        frame.insert(0, Request("Sleep", {"sleepFrames": 1}))
    return Steps(tuple(before), tuple(frame), tuple(after))


def _requests(change: Change) -> Iterator[Request]:
    item = {"sceneName": change.scene, "sceneItemId": change.item_id}
    if change.kind == "scene":
        yield Request("CreateScene", {"sceneName": change.scene})
    elif change.kind == "name":
        what = "Scene" if change.found else "Input"
        yield Request(f"Set{what}Name", {f"{what.lower()}Name": change.source, f"new{what}Name": change.wanted})
    elif change.kind == "input":
        made = {"inputName": change.source, "inputKind": change.wanted.kind, "inputSettings": change.wanted.settings}
        yield Request("CreateInput", {"sceneName": change.scene, "sceneItemEnabled": False} | made)
    elif change.kind == "item":
        made = {"sourceName": change.source, "sceneItemEnabled": False}
        yield Request("CreateSceneItem", {"sceneName": change.scene} | made)
    elif change.kind == "settings":
        yield Request("SetInputSettings", {"inputName": change.source, "inputSettings": change.wanted})
    elif change.kind == "place":
        yield Request("SetSceneItemTransform", item | {"sceneItemTransform": _accepted(change.wanted)})
    elif change.kind == "order":
        for id_, index in change.wanted:
            yield Request("SetSceneItemIndex", item | {"sceneItemId": id_, "sceneItemIndex": index})
    elif change.kind in ("shown", "extra"):
        yield Request("SetSceneItemEnabled", item | {"sceneItemEnabled": change.wanted})


def _accepted(place: Place) -> Place:
    """OBS gives bounds of size 0 to what has none, and refuses to take them back."""
    return {name: value for name, value in place.items() if name not in _BOUNDS or value >= 1}
