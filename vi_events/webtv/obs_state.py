"""Reading what OBS holds of ours, over a link: nothing is listed, each thing is asked for by its name."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass
from typing import Any, TypeVar

from vi_events.errors import DeviceError
from vi_events.sentences import say
from vi_events.webtv.obs_plan import PLACE_KEYS, Actual, Desired, FoundItem, Input, same_kind
from vi_events.webtv.obs_types import Link, Reply, Request

T = TypeVar("T")
_NOT_READY, _NOT_FOUND, _WRONG_TYPE = 207, 600, (602, 603)
_TIMEOUT_S = 5.0
_SIGNATURES = ("url", "file")
"""Settings that tell a source of ours whatever its name: the address of a page holds a random token, a picture is in a
folder of ours.
"""


@dataclass(frozen=True, slots=True)
class Means:
    """What this OBS works with: the size of its canvas in pixels, the kinds of input it can make."""

    size: tuple[int, int]
    kinds: frozenset[str]


def read_means(link: Link) -> Means:
    """DeviceError when OBS does not say."""
    asked = [link.call(Request("GetVideoSettings")), link.call(Request("GetInputKindList"))]
    video, kinds = (_good(wait(future)) for future in asked)
    size = (int(video.get("baseWidth", 1920)), int(video.get("baseHeight", 1080)))
    return Means(size, frozenset(map(str, kinds.get("inputKinds", ()))))


def read(link: Link, desired: Desired, renamed: Mapping[str, str]) -> Actual:
    """What OBS holds of ``desired``. ``renamed`` gives the present names that its events told. DeviceError when it does
    not say all of it.
    """
    about = [link.call(Request(f"Get{what}")) for what in ("StreamStatus", "RecordStatus", "SceneCollectionList")]
    names = (*desired.scenes, *(each.name for each in desired.inputs))
    replies = dict(zip(names, _replies(link, desired, renamed), strict=True))
    stream, record, collections = (_good(wait(future)) for future in about)
    scenes = {
        name: _items(reply.data.get("sceneItems", ()))
        for name in desired.scenes
        if (reply := _present(replies[name])) is not None
    }
    inputs = {
        each.name: Input(each.name, str(reply.data.get("inputKind", "")), dict(reply.data.get("inputSettings", {})))
        for each in desired.inputs
        if (reply := _present(replies[each.name])) is not None
    }
    moved = {name: renamed[name] for name in (*scenes, *inputs) if name in renamed}
    found = Actual(
        scenes,
        inputs,
        moved,
        frozenset(name for name in names if replies[name].code in _WRONG_TYPE),
        bool(stream.get("outputActive") or record.get("outputActive")),
        str(collections.get("currentSceneCollectionName", "")),
    )
    return _under_our_names(found, _recognised(link, desired, found))


def _replies(link: Link, desired: Desired, renamed: Mapping[str, str]) -> list[Reply]:
    scenes = [Request("GetSceneItemList", {"sceneName": renamed.get(name, name)}) for name in desired.scenes]
    inputs = [Request("GetInputSettings", {"inputName": renamed.get(each.name, each.name)}) for each in desired.inputs]
    # Not as a batch, which would hold up the thread that draws the stream.
    asked = [link.call(request) for request in (*scenes, *inputs)]
    return [wait(future) for future in asked]


def _recognised(link: Link, desired: Desired, actual: Actual) -> dict[str, Input]:
    """Sources that were renamed while nobody watched, by the name we want: of a source that is missing, another one of
    its kind in our scenes has the signature. Nothing is asked when nothing is missing.
    """
    missing = [each for each in desired.inputs if each.name not in actual.inputs and _signature(each)]
    wanted = {each.name for each in desired.inputs} | {*desired.scenes, *actual.names.values()}
    strangers = {item.source for items in actual.scenes.values() for item in items} - wanted
    if not missing or not strangers:
        return {}
    found = {}
    asked = [(name, link.call(Request("GetInputSettings", {"inputName": name}))) for name in sorted(strangers)]
    for name, future in asked:
        reply = wait(future)
        if not reply.ok:
            continue
        stranger = Input(name, str(reply.data.get("inputKind", "")), dict(reply.data.get("inputSettings", {})))
        for each in missing:
            if same_kind(each.kind, stranger.kind) and _signature(each) == _signature(stranger):
                found[each.name] = stranger
    return found


def _under_our_names(actual: Actual, recognised: Mapping[str, Input]) -> Actual:
    """The same, where what was renamed goes by the name we want."""
    names = {**actual.names, **{wanted: found.name for wanted, found in recognised.items()}}
    wanted = {present: name for name, present in names.items()}
    scenes = {
        scene: tuple(FoundItem(each.id, wanted.get(each.source, each.source), each.place, each.shown) for each in items)
        for scene, items in actual.scenes.items()
    }
    inputs = {**actual.inputs, **recognised}
    return Actual(scenes, inputs, names, actual.conflicts, actual.live, actual.collection)


def _items(said: Sequence[Mapping[str, Any]]) -> tuple[FoundItem, ...]:
    found = [
        FoundItem(
            int(each["sceneItemId"]),
            str(each["sourceName"]),
            {name: value for name, value in each.get("sceneItemTransform", {}).items() if name in PLACE_KEYS},
            bool(each["sceneItemEnabled"]),
        )
        for each in sorted(said, key=lambda each: int(each["sceneItemIndex"]))
    ]
    return tuple(found)


def _signature(source: Input) -> str:
    return next((str(source.settings[name]) for name in _SIGNATURES if source.settings.get(name)), "")


def _present(reply: Reply) -> Reply | None:
    """The reply, or None when OBS has no such thing; DeviceError when it does not say."""
    if reply.code == _NOT_FOUND or reply.code in _WRONG_TYPE:
        return None
    _good(reply)
    return reply


def _good(reply: Reply) -> Mapping[str, Any]:
    if reply.code == _NOT_READY:
        raise DeviceError("obs_busy", "OBS change de collection ou se ferme\u202f: l’habillage attend.")
    if not reply.ok:
        raise _unread(f"refus {reply.code}")
    return reply.data


def _unread(why: str) -> DeviceError:
    return DeviceError("obs_unread", say("OBS n’a pas dit ce qu’il contient ({0}).", why), "Un autre essai suit.")


def wait(future: "Future[T]") -> T:
    """What the future gives. The link ends its futures itself; one that never ends must not hold a worker for ever."""
    try:
        return future.result(_TIMEOUT_S + 1)
    except FutureTimeoutError:
        raise DeviceError("obs_timeout", "OBS n’a pas répondu à temps.", "Un autre essai suit.") from None
