"""What OBS holds, in memory: collections, scenes, items, inputs, outputs, and its answers to requests. No network.

Codes, fields and orders are those of obs-websocket 5; tests/e2e/test_obs_link.py asks the real one the same.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Data = dict[str, Any]
ONE_PIXEL_PNG = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
KINDS = {
    "browser_source": "browser_source",
    "image_source": "image_source",
    "color_source": "color_source_v3",
    "ffmpeg_source": "ffmpeg_source",
    "text_ft2_source": "text_ft2_source_v2",
}
"""Kind -> the same with its version, which is what an input is made of."""
INTENTS = {"Scene": 4, "Input": 8, "Stream": 64, "Record": 64, "SceneItem": 128, "StudioMode": 1024}
"""First words of an event's name -> its bit in the mask of subscriptions; the longest that fits counts."""
PLACED: Data = {
    "alignment": 5,
    "boundsAlignment": 0,
    "boundsHeight": 0.0,
    "boundsType": "OBS_BOUNDS_NONE",
    "boundsWidth": 0.0,
    "cropBottom": 0,
    "cropLeft": 0,
    "cropRight": 0,
    "cropTop": 0,
    "height": 0.0,
    "positionX": 0.0,
    "positionY": 0.0,
    "rotation": 0.0,
    "scaleX": 1.0,
    "scaleY": 1.0,
    "sourceHeight": 0.0,
    "sourceWidth": 0.0,
    "width": 0.0,
}


class RefusedError(Exception):
    def __init__(self, code: int, comment: str = "") -> None:
        super().__init__(comment)
        self.code = code
        self.comment = comment


@dataclass
class Item:
    number: int
    source: str
    enabled: bool = True
    locked: bool = False
    transform: Data = field(default_factory=lambda: dict(PLACED))


@dataclass
class Input:
    kind: str
    settings: Data
    removed: bool = False
    """Somebody removed it; its items off the air, its name and itself stay until their scene is drawn."""


@dataclass
class Collection:
    """``scenes``: name -> items, the lowest first."""

    scenes: dict[str, list[Item]] = field(default_factory=lambda: {"Scene": []})
    inputs: dict[str, Input] = field(default_factory=dict)
    program: str = "Scene"
    preview: str = ""
    """In studio mode."""
    numbers: int = 0


def event_intent(kind: str) -> int:
    """The bit of the mask of subscriptions that an event needs."""
    if kind == "InputVolumeMeters":
        return 1 << 16
    if kind == "SceneItemTransformChanged":
        return 1 << 19
    if "SceneCollection" in kind:
        return 2
    fitting = [first for first in INTENTS if kind.startswith(first)]
    return INTENTS[max(fitting, key=len)] if fitting else 4 if "Scene" in kind else 1


class FakeStudio:
    """``ask`` answers a request; ``emit`` hears of every change."""

    def __init__(self, emit: Callable[[str, Data], None], browser_source: bool = True) -> None:
        self._emit = emit
        self.kinds = {name: full for name, full in KINDS.items() if browser_source or name != "browser_source"}
        self.collections = {"test": Collection()}
        self.current = "test"
        self.studio_mode = False
        self.persistent: dict[tuple[str, str], Any] = {}
        self.chapters: list[str] = []
        self.pressed: list[tuple[str, str]] = []
        self._since_s: dict[str, float | None] = {"Stream": None, "Record": None}

    @property
    def now(self) -> Collection:
        return self.collections[self.current]

    def ask(self, kind: str, data: Mapping[str, Any]) -> Data:
        """The answer's data. RefusedError with the protocol's code."""
        verb = getattr(self, f"_ask_{kind}", None)
        if verb is None:
            raise RefusedError(204, "Your request type is not valid.")
        try:
            answer: Data | None = verb(data)
        except KeyError as missing:
            raise RefusedError(300, f"Your request is missing the `{missing.args[0]}` field.") from None
        return answer or {}

    def fill(self, count: int, scene: str = "Scene") -> None:
        """A collection as large as a busy operator's: ``count`` inputs, each an item of that scene, no event."""
        for number in range(count):
            self.now.inputs[f"Source {number}"] = Input("color_source_v3", {"color": number})
            self._place(scene, f"Source {number}")

    # What is where

    def _scene(self, data: Mapping[str, Any]) -> list[Item]:
        name = data["sceneName"]
        if name not in self.now.scenes:
            raise RefusedError(600, f"No source was found by the name of `{name}`.")
        return self.now.scenes[name]

    def _input(self, data: Mapping[str, Any]) -> Input:
        name = data["inputName"]
        if name not in self.now.inputs:
            raise RefusedError(600, f"No source was found by the name of `{name}`.")
        return self.now.inputs[name]

    def _item(self, data: Mapping[str, Any]) -> Item:
        scene, number = self._scene(data), data["sceneItemId"]
        if isinstance(number, bool) or not isinstance(number, int):
            raise RefusedError(401, "The field value of `sceneItemId` must be a number.")
        for item in scene:
            if item.number == number:
                return item
        name = data["sceneName"]
        raise RefusedError(600, f"No scene items were found in scene `{name}` with the ID `{number}`.")

    def _place(self, scene: str, source: str, enabled: bool = True) -> Item:
        self.now.numbers += 1
        item = Item(self.now.numbers, source, enabled)
        self.now.scenes[scene].append(item)
        return item

    def _free(self, name: str, what: str) -> None:
        if name in self.now.scenes or name in self.now.inputs:
            raise RefusedError(601, f"A source already exists by that {what} name.")

    def _item_event(self, kind: str, scene: str, item: Item, **more: Any) -> None:
        self._emit(kind, {"sceneName": scene, "sceneItemId": item.number, **more})

    def _scene_list(self) -> list[Data]:
        return [{"sceneIndex": at, "sceneName": name} for at, name in enumerate(reversed(self.now.scenes))]

    # General

    def _ask_GetVersion(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        known = [name.removeprefix("_ask_") for name in dir(self) if name.startswith("_ask_")]
        return {"obsVersion": "31.0.2", "obsWebSocketVersion": "5.5.4", "rpcVersion": 1, "availableRequests": known}

    def _ask_GetStats(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {
            "activeFps": 30.0,
            "availableDiskSpace": 70_000.0,
            "averageFrameRenderTime": 2.0,
            "cpuUsage": 5.0,
            "memoryUsage": 300.0,
            "outputSkippedFrames": 0,
            "outputTotalFrames": 0,
            "renderSkippedFrames": 0,
            "renderTotalFrames": 100,
        }

    def _ask_GetVideoSettings(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        size = {"baseWidth": 1920, "baseHeight": 1080, "outputWidth": 1920, "outputHeight": 1080}
        return {**size, "fpsNumerator": 30, "fpsDenominator": 1}

    def _ask_SetPersistentData(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self.persistent[self._slot(data)] = data["slotValue"]

    def _ask_GetPersistentData(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {"slotValue": self.persistent.get(self._slot(data))}

    def _slot(self, data: Mapping[str, Any]) -> tuple[str, str]:
        if data["realm"] not in ("OBS_WEBSOCKET_DATA_REALM_GLOBAL", "OBS_WEBSOCKET_DATA_REALM_PROFILE"):
            raise RefusedError(600, "You have specified an invalid persistent data realm.")
        return data["realm"], data["slotName"]

    def _ask_GetSourceScreenshot(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        if data["sourceName"] not in {*self.now.scenes, *self.now.inputs}:
            raise RefusedError(600, f"No source was found by the name of `{data['sourceName']}`.")
        return {"imageData": ONE_PIXEL_PNG}

    # Collections and scenes

    def _ask_GetSceneCollectionList(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {"currentSceneCollectionName": self.current, "sceneCollections": list(self.collections)}

    def _ask_SetCurrentSceneCollection(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        name = data["sceneCollectionName"]
        if name not in self.collections:
            raise RefusedError(600)
        self._emit("CurrentSceneCollectionChanging", {"sceneCollectionName": self.current})
        self.current = name
        self._emit("CurrentSceneCollectionChanged", {"sceneCollectionName": name})

    def _ask_GetSceneList(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        names = {"currentProgramSceneName": self.now.program, "currentPreviewSceneName": None}
        return {**names, "scenes": self._scene_list()}

    def _ask_CreateScene(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self._free(data["sceneName"], "scene")
        self.now.scenes[data["sceneName"]] = []
        self._emit("SceneCreated", {"sceneName": data["sceneName"], "isGroup": False})
        self._emit("SceneListChanged", {"scenes": self._scene_list()})

    def _ask_RemoveScene(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self._scene(data)
        if len(self.now.scenes) == 1:
            raise RefusedError(603, "You cannot remove the last scene in the collection.")
        items = self.now.scenes.pop(data["sceneName"])
        self._emit("SceneRemoved", {"sceneName": data["sceneName"], "isGroup": False})
        self._emit("SceneListChanged", {"scenes": self._scene_list()})
        for source in dict.fromkeys(item.source for item in items):
            self._let_go(source)
        if self.now.program == data["sceneName"]:
            self._ask_SetCurrentProgramScene({"sceneName": next(iter(self.now.scenes))})

    def _ask_GetCurrentProgramScene(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {"currentProgramSceneName": self.now.program}

    def _ask_SetCurrentProgramScene(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self._scene(data)
        self.now.program = data["sceneName"]
        self._emit("CurrentProgramSceneChanged", {"sceneName": data["sceneName"]})
        self._draw()

    def _draw(self) -> None:
        """The scene on air drops its items of inputs that were removed."""
        for item in list(self.now.scenes[self.now.program]):
            if item.source in self.now.inputs and self.now.inputs[item.source].removed:
                self._drop(self.now.program, item)

    def _ask_SetCurrentPreviewScene(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        if not self.studio_mode:
            raise RefusedError(506, "Studio mode is not enabled.")
        self._scene(data)
        self.now.preview = data["sceneName"]
        self._emit("CurrentPreviewSceneChanged", {"sceneName": data["sceneName"]})

    def _ask_GetStudioModeEnabled(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {"studioModeEnabled": self.studio_mode}

    def _ask_SetStudioModeEnabled(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self.studio_mode = data["studioModeEnabled"]
        self._emit("StudioModeStateChanged", {"studioModeEnabled": self.studio_mode})

    # Inputs

    def _ask_GetInputKindList(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {"inputKinds": list(self.kinds) if data.get("unversioned") else list(self.kinds.values())}

    def _ask_GetInputList(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        plain = {full: name for name, full in KINDS.items()}
        listed = [
            {"inputName": name, "inputKind": each.kind, "unversionedInputKind": plain[each.kind]}
            for name, each in self.now.inputs.items()
        ]
        return {"inputs": [each for each in listed if data.get("inputKind") in (None, each["inputKind"])]}

    def _ask_CreateInput(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        self._scene(data)
        name, kind = data["inputName"], data["inputKind"]
        self._free(name, "input")
        if kind not in (*self.kinds, *self.kinds.values()):
            raise RefusedError(605, "Your specified input kind is not supported by OBS.")
        made = self.now.inputs[name] = Input(self.kinds.get(kind, kind), dict(data.get("inputSettings") or {}))
        self._emit("InputCreated", {"inputName": name, "inputKind": made.kind, "inputSettings": dict(made.settings)})
        return self._add_item(data, name)

    def _ask_RemoveInput(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        found = self._input(data)
        if not found.removed:
            found.removed = True
            self._emit("InputRemoved", {"inputName": data["inputName"]})
        self._draw()

    def _let_go(self, source: str) -> None:
        """An input goes with the last of its items."""
        used = any(item.source == source for items in self.now.scenes.values() for item in items)
        if not used and source in self.now.inputs and not self.now.inputs.pop(source).removed:
            self._emit("InputRemoved", {"inputName": source})

    def _ask_SetInputName(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self._input(data)
        old, new = data["inputName"], data["newInputName"]
        self._free(new, "new input")
        self.now.inputs[new] = self.now.inputs.pop(old)
        for items in self.now.scenes.values():
            for item in items:
                item.source = new if item.source == old else item.source
        self._emit("InputNameChanged", {"oldInputName": old, "inputName": new})

    def _ask_GetInputSettings(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        found = self._input(data)
        return {"inputKind": found.kind, "inputSettings": dict(found.settings)}

    def _ask_SetInputSettings(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        found, settings = self._input(data), data["inputSettings"]
        found.settings = {**(found.settings if data.get("overlay", True) else {}), **settings}
        self._emit("InputSettingsChanged", {"inputName": data["inputName"], "inputSettings": dict(found.settings)})

    def _ask_PressInputPropertiesButton(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        found = self._input(data)
        if (found.kind, data["propertyName"]) != ("browser_source", "refreshnocache"):
            raise RefusedError(600, "Unable to find a property by that name.")
        self.pressed.append((data["inputName"], data["propertyName"]))

    # Items

    def _ask_GetSceneItemList(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        def described(at: int, item: Item) -> Data:
            return {
                "inputKind": found.kind if (found := self.now.inputs.get(item.source)) else None,
                "isGroup": None if item.source in self.now.inputs else False,
                "sceneItemBlendMode": "OBS_BLEND_NORMAL",
                "sceneItemEnabled": item.enabled,
                "sceneItemId": item.number,
                "sceneItemIndex": at,
                "sceneItemLocked": item.locked,
                "sceneItemTransform": dict(item.transform),
                "sourceName": item.source,
                "sourceType": f"OBS_SOURCE_TYPE_{'INPUT' if item.source in self.now.inputs else 'SCENE'}",
            }

        return {"sceneItems": [described(at, item) for at, item in enumerate(self._scene(data))]}

    def _ask_GetSceneItemId(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        for item in self._scene(data):
            if item.source == data["sourceName"]:
                return {"sceneItemId": item.number}
        raise RefusedError(600, "No scene items were found in the specified scene by that name or offset.")

    def _ask_CreateSceneItem(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        self._scene(data)
        if data["sourceName"] not in {*self.now.scenes, *self.now.inputs}:
            raise RefusedError(600, f"No source was found by the name of `{data['sourceName']}`.")
        return self._add_item(data, data["sourceName"])

    def _add_item(self, data: Mapping[str, Any], source: str) -> Data:
        scene = data["sceneName"]
        item = self._place(scene, source, data.get("sceneItemEnabled", True))
        at = len(self.now.scenes[scene]) - 1
        self._item_event("SceneItemCreated", scene, item, sourceName=source, sceneItemIndex=at)
        return {"sceneItemId": item.number}

    def _ask_RemoveSceneItem(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        self._drop(data["sceneName"], self._item(data))

    def _drop(self, scene: str, item: Item) -> None:
        self.now.scenes[scene].remove(item)
        self._item_event("SceneItemRemoved", scene, item, sourceName=item.source)
        self._let_go(item.source)

    def _ask_SetSceneItemEnabled(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        item = self._item(data)
        item.enabled = data["sceneItemEnabled"]
        self._item_event("SceneItemEnableStateChanged", data["sceneName"], item, sceneItemEnabled=item.enabled)

    def _ask_SetSceneItemLocked(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        item = self._item(data)
        item.locked = data["sceneItemLocked"]
        self._item_event("SceneItemLockStateChanged", data["sceneName"], item, sceneItemLocked=item.locked)

    def _ask_SetSceneItemIndex(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        scene, item = self._scene(data), self._item(data)
        scene.remove(item)
        scene.insert(data["sceneItemIndex"], item)
        order = [{"sceneItemId": each.number, "sceneItemIndex": at} for at, each in enumerate(scene)]
        self._emit("SceneItemListReindexed", {"sceneName": data["sceneName"], "sceneItems": order})

    def _ask_GetSceneItemTransform(self, data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {"sceneItemTransform": dict(self._item(data).transform)}

    def _ask_SetSceneItemTransform(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        item, change = self._item(data), data["sceneItemTransform"]
        if not set(change) & set(PLACED):
            raise RefusedError(700, "Your provided `sceneItemTransform` did not contain any valid fields.")
        item.transform |= {name: value for name, value in change.items() if name in PLACED}
        scene = data["sceneName"]
        self._item_event("SceneItemTransformChanged", scene, item, sceneItemTransform=dict(item.transform))

    # Outputs

    def _status(self, output: str) -> Data:
        since_s = self._since_s[output]
        lasted_ms = 0 if since_s is None else int((time.monotonic() - since_s) * 1000)
        code = f"{lasted_ms // 3_600_000:02}:{lasted_ms // 60_000 % 60:02}:{lasted_ms // 1000 % 60:02}"
        return {
            "outputActive": since_s is not None,
            "outputBytes": 0,
            "outputDuration": lasted_ms,
            "outputTimecode": f"{code}.{lasted_ms % 1000:03}",
        }

    def _switch(self, output: str, on: bool, **more: Any) -> None:
        if on == (self._since_s[output] is not None):
            raise RefusedError(500 if on else 501)
        self._since_s[output] = time.monotonic() if on else None
        for step in ("STARTING", "STARTED") if on else ("STOPPING", "STOPPED"):
            said = {"outputActive": step in ("STARTED", "STOPPING"), "outputState": f"OBS_WEBSOCKET_OUTPUT_{step}"}
            self._emit(f"{output}StateChanged", said | more)

    def _ask_GetStreamStatus(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        counts = {"outputSkippedFrames": 0, "outputTotalFrames": 0, "outputCongestion": 0.0}
        return {**self._status("Stream"), **counts, "outputReconnecting": False}

    def _ask_GetRecordStatus(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        return {**self._status("Record"), "outputPaused": False}

    def _ask_StartStream(self, _data: Mapping[str, Any]) -> None:  # noqa: N802
        self._switch("Stream", True)

    def _ask_StopStream(self, _data: Mapping[str, Any]) -> None:  # noqa: N802
        self._switch("Stream", False)

    def _ask_StartRecord(self, _data: Mapping[str, Any]) -> None:  # noqa: N802
        self._switch("Record", True, outputPath=None)

    def _ask_StopRecord(self, _data: Mapping[str, Any]) -> Data:  # noqa: N802
        self._switch("Record", False, outputPath="replay.mkv")
        return {"outputPath": "replay.mkv"}

    def _ask_CreateRecordChapter(self, data: Mapping[str, Any]) -> None:  # noqa: N802
        if self._since_s["Record"] is None:
            raise RefusedError(501)
        self.chapters.append(str(data.get("chapterName", "")))
