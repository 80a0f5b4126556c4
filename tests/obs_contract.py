"""What an OBS does, fake or real: each rule is tried on a link that is ready, and leaves OBS as it was."""

import itertools
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_types import Reply, Request

Rule = Callable[[ObsLink], None]
PATIENCE_S = 10
KIND = "color_source_v3"
REALM = "OBS_WEBSOCKET_DATA_REALM_PROFILE"
FIELDS = {
    "GetVersion": {"obsVersion": str, "obsWebSocketVersion": str, "rpcVersion": int, "availableRequests": list},
    "GetStats": {"activeFps": float, "availableDiskSpace": float, "outputSkippedFrames": int, "renderTotalFrames": int},
    "GetVideoSettings": {"baseWidth": int, "baseHeight": int, "fpsNumerator": int, "fpsDenominator": int},
    "GetSceneList": {"currentProgramSceneName": str, "scenes": list},
    "GetSceneCollectionList": {"currentSceneCollectionName": str, "sceneCollections": list},
    "GetCurrentProgramScene": {"currentProgramSceneName": str},
    "GetStudioModeEnabled": {"studioModeEnabled": bool},
    "GetInputKindList": {"inputKinds": list},
    "GetInputList": {"inputs": list},
    "GetStreamStatus": {"outputActive": bool, "outputDuration": int, "outputTimecode": str, "outputReconnecting": bool},
    "GetRecordStatus": {"outputActive": bool, "outputDuration": int, "outputTimecode": str, "outputPaused": bool},
}
ITEM_FIELDS = {"sceneItemId", "sceneItemIndex", "sceneItemEnabled", "sceneItemLocked", "sourceName", "inputKind"}
_numbers = itertools.count(1)


def ask(link: ObsLink, kind: str, **data: Any) -> Reply:
    return link.call(Request(kind, data), PATIENCE_S).result(PATIENCE_S)


@contextmanager
def scene(link: ObsLink) -> Iterator[str]:
    """A scene of its own. OBS frees a name some time after what bore it: no scene's is used twice."""
    name = f"VI Essai {next(_numbers)}"
    assert ask(link, "CreateScene", sceneName=name).ok
    try:
        yield name
    finally:
        assert ask(link, "RemoveScene", sceneName=name).ok


def add_input(link: ObsLink, where: str) -> tuple[str, int]:
    name = f"{where} source {next(_numbers)}"
    reply = ask(link, "CreateInput", sceneName=where, inputName=name, inputKind=KIND, inputSettings={"color": 7})
    return name, reply.data["sceneItemId"]


class Heard:
    """The events of a link from now on."""

    def __init__(self, link: ObsLink) -> None:
        self._said: list[tuple[str, Mapping[str, Any]]] = []
        self._more = threading.Condition()
        link.on_event(self._hear)

    def _hear(self, kind: str, data: Mapping[str, Any]) -> None:
        with self._more:
            self._said.append((kind, data))
            self._more.notify_all()

    def has(self, kind: str, **data: Any) -> bool:
        def came() -> bool:
            return any(said == kind and data.items() <= details.items() for said, details in self._said)

        with self._more:
            return self._more.wait_for(came, PATIENCE_S)


def questions_have_their_fields(link: ObsLink) -> None:
    for kind, fields in FIELDS.items():
        data = ask(link, kind).data
        assert {name: type(data[name]) for name in fields} == fields, kind


def scenes_are_listed_the_last_made_first(link: ObsLink) -> None:
    before = [each["sceneName"] for each in ask(link, "GetSceneList").data["scenes"]]
    with scene(link) as name:
        assert ask(link, "CreateScene", sceneName=name).code == 601
        listed = ask(link, "GetSceneList").data["scenes"]
        assert (listed[0]["sceneName"], listed[0]["sceneIndex"]) == (name, 0)
        assert len(listed) == len(before) + 1


def inputs_keep_their_settings(link: ObsLink) -> None:
    with scene(link) as where:
        name, _ = add_input(link, where)
        listed = ask(link, "GetInputList").data["inputs"]
        unversioned = KIND.removesuffix("_v3")
        assert {"inputName": name, "inputKind": KIND, "unversionedInputKind": unversioned}.items() <= next(
            each.items() for each in listed if each["inputName"] == name
        )
        assert ask(link, "SetInputSettings", inputName=name, inputSettings={"width": 5}).ok
        assert ask(link, "GetInputSettings", inputName=name).data["inputSettings"] == {"color": 7, "width": 5}
        assert ask(link, "SetInputSettings", inputName=name, inputSettings={"width": 6}, overlay=False).ok
        assert ask(link, "GetInputSettings", inputName=name).data["inputSettings"] == {"width": 6}
        assert ask(link, "SetInputName", inputName=name, newInputName=f"{name} bis").ok
        assert ask(link, "GetInputSettings", inputName=name).code == 600
        assert ask(link, "SetInputName", inputName=f"{name} bis", newInputName=where).code == 601
        assert (
            ask(link, "PressInputPropertiesButton", inputName=f"{name} bis", propertyName="refreshnocache").code == 600
        )


def items_are_placed_and_shown(link: ObsLink) -> None:
    with scene(link) as where:
        name, first = add_input(link, where)
        second = ask(link, "CreateSceneItem", sceneName=where, sourceName=name).data["sceneItemId"]
        one = {"sceneName": where, "sceneItemId": first}
        assert ask(link, "SetSceneItemEnabled", **one, sceneItemEnabled=False).ok
        assert ask(link, "SetSceneItemLocked", **one, sceneItemLocked=True).ok
        assert ask(link, "SetSceneItemTransform", **one, sceneItemTransform={"positionX": 12.5}).ok
        transform = ask(link, "GetSceneItemTransform", **one).data["sceneItemTransform"]
        assert (transform["positionX"], transform["scaleX"]) == (12.5, 1.0)
        assert ask(link, "SetSceneItemIndex", **one, sceneItemIndex=1).ok
        items = ask(link, "GetSceneItemList", sceneName=where).data["sceneItems"]
        assert [item["sceneItemId"] for item in items] == [second, first]
        assert [item["sceneItemIndex"] for item in items] == [0, 1]
        assert (items[1]["sceneItemEnabled"], items[1]["sceneItemLocked"]) == (False, True)
        assert set(items[0]) >= ITEM_FIELDS
        assert ask(link, "RemoveSceneItem", sceneName=where, sceneItemId=second).ok
        assert len(ask(link, "GetSceneItemList", sceneName=where).data["sceneItems"]) == 1


def what_cannot_be_done_has_its_code(link: ObsLink) -> None:
    with scene(link) as where:
        name, item = add_input(link, where)
        one = {"sceneName": where, "sceneItemId": item}
        made = {"sceneName": where, "inputKind": KIND}
        assert ask(link, "PasUneDemande").code == 204
        assert ask(link, "Sleep", sleepFrames=1).code == 206
        assert ask(link, "SetSceneItemEnabled", **one).code == 300
        assert ask(link, "SetSceneItemEnabled", **one | {"sceneItemId": "1"}, sceneItemEnabled=True).code == 401
        assert ask(link, "SetSceneItemEnabled", **one | {"sceneItemId": 999}, sceneItemEnabled=True).code == 600
        assert ask(link, "GetSceneItemList", sceneName="VI nulle part").code == 600
        assert ask(link, "CreateSceneItem", sceneName=where, sourceName="VI personne").code == 600
        assert ask(link, "CreateInput", **made, inputName=name).code == 601
        assert ask(link, "CreateInput", **made | {"inputKind": "aucune"}, inputName="VI autre").code == 605
        assert ask(link, "CreateInput", **made | {"sceneName": "VI nulle part"}, inputName="VI autre").code == 600
        assert ask(link, "SetCurrentSceneCollection", sceneCollectionName="VI aucune").code == 600
        assert ask(link, "StopRecord").code == 501
        assert ask(link, "StopStream").code == 501


def marks_of_ours_are_kept(link: ObsLink) -> None:
    # In ASCII: OBS 29.0.2 gives « Ã© » back for « é ».
    mark = {"version": 1, "items": [3, 4]}
    assert ask(link, "GetPersistentData", realm=REALM, slotName="vi-none").data == {"slotValue": None}
    assert ask(link, "SetPersistentData", realm=REALM, slotName="vi-contract", slotValue=mark).ok
    assert ask(link, "GetPersistentData", realm=REALM, slotName="vi-contract").data == {"slotValue": mark}
    assert ask(link, "GetPersistentData", realm="ailleurs", slotName="vi-contract").code == 600


def a_batch_is_done_in_order_whatever_fails(link: ObsLink) -> None:
    with scene(link) as where:
        name, item = add_input(link, where)
        one = {"sceneName": where, "sceneItemId": item}
        batch = [
            Request("SetInputSettings", {"inputName": name, "inputSettings": {"width": number}}) for number in range(20)
        ]
        batch += [Request("PasUneDemande"), Request("Sleep", {"sleepFrames": 1})]
        batch += [Request("SetSceneItemEnabled", {**one, "sceneItemEnabled": False})]
        batch += [Request("GetInputSettings", {"inputName": name})]
        replies = link.batch(batch, PATIENCE_S).result(PATIENCE_S)
        assert [reply.code for reply in replies] == [100] * 20 + [204, 100, 100, 100]
        assert replies[-1].data["inputSettings"]["width"] == 19
    assert link.batch([], PATIENCE_S).result(PATIENCE_S) == []


def changes_are_heard(link: ObsLink) -> None:
    heard = Heard(link)
    program = ask(link, "GetCurrentProgramScene").data["currentProgramSceneName"]
    with scene(link) as where:
        assert heard.has("SceneCreated", sceneName=where)
        name, item = add_input(link, where)
        one = {"sceneName": where, "sceneItemId": item}
        assert heard.has("InputCreated", inputName=name, inputKind=KIND)
        assert heard.has("SceneItemCreated", **one, sourceName=name)
        ask(link, "SetSceneItemEnabled", **one, sceneItemEnabled=False)
        assert heard.has("SceneItemEnableStateChanged", **one, sceneItemEnabled=False)
        ask(link, "SetSceneItemLocked", **one, sceneItemLocked=True)
        assert heard.has("SceneItemLockStateChanged", **one, sceneItemLocked=True)
        ask(link, "SetCurrentProgramScene", sceneName=where)
        assert heard.has("CurrentProgramSceneChanged", sceneName=where)
        ask(link, "SetCurrentProgramScene", sceneName=program)
        ask(link, "SetInputName", inputName=name, newInputName=f"{name} bis")
        assert heard.has("InputNameChanged", oldInputName=name, inputName=f"{name} bis")
        ask(link, "RemoveSceneItem", **one)
        assert heard.has("SceneItemRemoved", **one)
        assert heard.has("InputRemoved", inputName=f"{name} bis")
    assert heard.has("SceneRemoved", sceneName=where)


def an_input_goes_with_its_last_item_and_else_stays(link: ObsLink) -> None:
    with scene(link) as where:
        name, item = add_input(link, where)
        made = {"sceneName": where, "inputName": name, "inputKind": KIND}
        assert ask(link, "RemoveSceneItem", sceneName=where, sceneItemId=item).ok
        assert ask(link, "CreateInput", **made).ok
        # Off the air, nobody draws the scene: what was removed stays in it and keeps its name.
        assert ask(link, "RemoveInput", inputName=name).ok
        assert ask(link, "CreateInput", **made).code == 601
        assert len(ask(link, "GetSceneItemList", sceneName=where).data["sceneItems"]) == 1


def recording_starts_and_stops(link: ObsLink) -> None:
    heard = Heard(link)
    assert ask(link, "StartRecord").ok
    assert heard.has("RecordStateChanged", outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_STARTED")
    assert ask(link, "StartRecord").code == 500
    assert ask(link, "GetRecordStatus").data["outputActive"]
    assert ask(link, "StopRecord").data["outputPath"].endswith(".mkv")
    assert heard.has("RecordStateChanged", outputActive=False, outputState="OBS_WEBSOCKET_OUTPUT_STOPPED")


def a_scene_gives_its_picture(link: ObsLink) -> None:
    with scene(link) as where:
        asked = {"sourceName": where, "imageFormat": "png", "imageWidth": 16, "imageHeight": 9}
        assert ask(link, "GetSourceScreenshot", **asked).data["imageData"].startswith("data:image/png;base64,")
        assert ask(link, "GetSourceScreenshot", **asked | {"sourceName": "VI personne"}).code == 600


RULES: tuple[Rule, ...] = (
    questions_have_their_fields,
    scenes_are_listed_the_last_made_first,
    inputs_keep_their_settings,
    items_are_placed_and_shown,
    what_cannot_be_done_has_its_code,
    marks_of_ours_are_kept,
    a_batch_is_done_in_order_whatever_fails,
    changes_are_heard,
    an_input_goes_with_its_last_item_and_else_stays,
    recording_starts_and_stops,
    a_scene_gives_its_picture,
)
