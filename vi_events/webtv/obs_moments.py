"""The moments of the show and the operator's own scenes: off unless somebody says which scene goes with which.

What the operator does in OBS comes first: a scene that they cut to by hand stands for a while, and in studio mode the
programme is theirs alone. A moment is tried once; when OBS does not follow, one sentence says so.
"""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from time import monotonic
from typing import Any

from vi_events.errors import DeviceError, UserError, ViError
from vi_events.sentences import say
from vi_events.webtv.obs_setup import OVERLAYS
from vi_events.webtv.obs_types import Link, Reply, Request

MOMENTS = ("waiting", "award", "group", "mention", "speech", "debate", "signature", "video", "pause", "closing")
"""Before the show, the kinds of stop of the running order, and its end."""
HAND_S = 15.0
"""For so long, a scene that the operator cut to by hand stands, whatever moment comes."""
_OURS_S = 5.0
"""The event of a cut that was asked for comes within that time."""
_NOT_FOUND = 600
_WHERE = (Request("GetStudioModeEnabled"), Request("GetCurrentProgramScene"))
_OUTPUTS = (Request("GetStreamStatus"), Request("GetRecordStatus"))
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class MomentScenes:
    """What the operator wants. ``scenes`` by moment; a moment without one changes nothing."""

    on: bool = False
    preview: bool = False
    """In studio mode, the scene is put in the preview; else nothing is done there."""
    scenes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, said: Any) -> "MomentScenes":
        """What ``to_json`` gave; whatever is damaged changes nothing in OBS."""
        said = said if isinstance(said, dict) else {}
        scenes = said.get("scenes")
        known = scenes if isinstance(scenes, dict) else {}
        kept = {moment: known[moment] for moment in MOMENTS if isinstance(known.get(moment), str) and known[moment]}
        return cls(said.get("on") is True, said.get("preview") is True, kept)

    def to_json(self) -> dict[str, Any]:
        return {"on": self.on, "preview": self.preview, "scenes": dict(self.scenes)}


class Moments:
    """Cuts once to the scene of a moment, when the moment comes: what the operator does next is theirs.

    Nothing here waits: answers and events of OBS come in the link's thread.
    """

    def __init__(
        self,
        link: Link,
        wanted: MomentScenes,
        trouble: Callable[[str], None],
        renamed: Callable[[MomentScenes], None] = lambda _: None,
        elapsed_s: Callable[[], float] = monotonic,
    ) -> None:
        """``trouble`` is told one sentence when OBS did not cut, and an empty one once that is over; ``renamed``, what
        is wanted after a scene of it got another name in OBS.
        """
        self.wanted = wanted
        """May be replaced at any time."""
        self._link, self._trouble, self._renamed, self._elapsed_s = link, trouble, renamed, elapsed_s
        self._now: tuple[str, str] | None = None
        self._turn = 0
        """Counts the orders: the answer to an older one no longer matters."""
        self._ours: tuple[str, float] = ("", 0.0)
        self._hand_s = -HAND_S
        link.on_event(self._on_event)

    def follow(self, moment: tuple[str, str], *, allowed: bool) -> None:
        """The show is at this moment of this stop; where it already was when this began changes nothing."""
        before, self._now = self._now, moment
        if allowed and before is not None and moment != before:
            self.reached(moment[0])

    def reached(self, moment: str) -> None:
        """Returns at once."""
        scene = self.wanted.scenes.get(moment) if self.wanted.on else None
        if not scene or self._by_hand():
            return
        self._turn += 1
        turn = self._turn

        def looked(future: "Future[list[Mapping[str, Any]]]") -> None:
            try:
                studio, program = future.result()
            except DeviceError as problem:
                self._say(_not_cut(scene, problem))
                return
            if turn != self._turn or self._by_hand():
                return
            if not studio.get("studioModeEnabled"):
                if program.get("currentProgramSceneName") != scene:
                    self._cut(scene).add_done_callback(lambda cut: self._on_cut(scene, cut))
            elif self.wanted.preview:
                self._preview(scene).add_done_callback(lambda cut: self._on_cut(scene, cut))

        _asked(self._link, _WHERE).add_done_callback(looked)

    def scenes(self) -> "Future[tuple[str, ...]]":
        """Those that OBS has, in its order, but for the one that is only ever nested in others. DeviceError."""
        found: Future[tuple[str, ...]] = Future()

        def listed(future: "Future[list[Mapping[str, Any]]]") -> None:
            try:
                (said,) = future.result()
            except DeviceError as problem:
                found.set_exception(problem)
            else:
                names = [str(each.get("sceneName")) for each in reversed(said.get("scenes", ()))]
                found.set_result(tuple(name for name in names if name != OVERLAYS))

        _asked(self._link, (Request("GetSceneList"),)).add_done_callback(listed)
        return found

    def attempt(self, scene: str, *, seen: bool = False) -> "Future[str]":
        """Cuts to a scene now: ``program``, or ``preview`` in studio mode. UserError ``obs_live`` while OBS streams or
        records, unless it may be ``seen``; DeviceError.
        """
        tried: Future[str] = Future()

        def looked(future: "Future[list[Mapping[str, Any]]]") -> None:
            try:
                studio, _, *outputs = future.result()
            except DeviceError as problem:
                tried.set_exception(problem)
                return
            where = "preview" if studio.get("studioModeEnabled") else "program"
            if where == "program" and not seen and any(each.get("outputActive") for each in outputs):
                tried.set_exception(_live())
                return
            order = self._preview(scene) if where == "preview" else self._cut(scene)

            def cut(future: "Future[Reply]") -> None:
                trouble = _refusal(scene, future)
                if trouble is not None:
                    tried.set_exception(trouble)
                else:
                    tried.set_result(where)

            order.add_done_callback(cut)

        _asked(self._link, (*_WHERE, *_OUTPUTS)).add_done_callback(looked)
        return tried

    # Inside

    def _by_hand(self) -> bool:
        return self._elapsed_s() - self._hand_s < HAND_S

    def _cut(self, scene: str) -> "Future[Reply]":
        self._ours = scene, self._elapsed_s()
        return self._link.call(Request("SetCurrentProgramScene", {"sceneName": scene}))

    def _preview(self, scene: str) -> "Future[Reply]":
        return self._link.call(Request("SetCurrentPreviewScene", {"sceneName": scene}))

    def _on_cut(self, scene: str, future: "Future[Reply]") -> None:
        trouble = _refusal(scene, future)
        if trouble is None:
            self._trouble("")
        else:
            self._say(trouble)

    def _say(self, problem: ViError) -> None:
        _log.warning("%s", problem)
        self._trouble(str(problem))

    def _on_event(self, kind: str, data: Mapping[str, Any]) -> None:
        if kind == "CurrentProgramSceneChanged":
            scene, asked_s = self._ours
            if data.get("sceneName") == scene and self._elapsed_s() - asked_s < _OURS_S:
                self._ours = "", 0.0
            else:
                self._hand_s = self._elapsed_s()
                self._trouble("")
        elif kind == "SceneNameChanged":
            self._follow_name(str(data.get("oldSceneName", "")), str(data.get("sceneName", "")))

    def _follow_name(self, old: str, new: str) -> None:
        if new and old in self.wanted.scenes.values():
            scenes = {moment: new if scene == old else scene for moment, scene in self.wanted.scenes.items()}
            self.wanted = replace(self.wanted, scenes=scenes)
            self._renamed(self.wanted)


def _asked(link: Link, requests: tuple[Request, ...]) -> "Future[list[Mapping[str, Any]]]":
    """What OBS says to each, one after the other: a batch would hold up the thread that draws the stream."""
    told: list[Mapping[str, Any]] = []
    found: Future[list[Mapping[str, Any]]] = Future()

    def answered(future: "Future[Reply]") -> None:
        try:
            reply = future.result()
        except DeviceError as problem:
            found.set_exception(problem)
            return
        if not reply.ok:
            found.set_exception(
                DeviceError("obs_unread", "OBS n’a pas dit où il en est.", "Changez de scène dans OBS.")
            )
            return
        told.append(reply.data)
        if len(told) == len(requests):
            found.set_result(told)
        else:
            ask()

    def ask() -> None:
        link.call(requests[len(told)]).add_done_callback(answered)

    ask()
    return found


def _refusal(scene: str, future: "Future[Reply]") -> ViError | None:
    """Why OBS did not go to the scene; None when it did."""
    try:
        reply = future.result()
    except DeviceError as problem:
        return _not_cut(scene, problem)
    if reply.code == _NOT_FOUND:
        return DeviceError(
            "scene_missing", say("OBS n’a pas de scène «\u202f{0}\u202f».", scene), "Choisissez-en une autre."
        )
    if not reply.ok:
        return DeviceError(
            "scene_refused", say("OBS a refusé de passer à «\u202f{0}\u202f».", scene), "Passez-y dans OBS."
        )
    return None


def _not_cut(scene: str, problem: DeviceError) -> DeviceError:
    return DeviceError(
        problem.code, say("OBS n’est pas passé à «\u202f{0}\u202f». {1}", scene, problem.message), problem.advice
    )


def _live() -> UserError:
    return UserError(
        "obs_live", "OBS diffuse ou enregistre\u202f: cet essai se verrait.", "Appuyez encore pour essayer quand même."
    )
