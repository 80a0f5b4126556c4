"""The moments of the show and the operator's own scenes: off unless somebody says which scene goes with which."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from vi_events.errors import DeviceError
from vi_events.webtv.obs_types import Link, Reply, Request

MOMENTS = ("waiting", "award", "group", "mention", "speech", "debate", "signature", "video", "pause", "closing")
"""Before the show, the kinds of stop of the running order, and its end."""
_NOT_FOUND = 600


class Moments:
    """Cuts once to the scene of a moment, when the moment comes: what the operator does next is theirs."""

    def __init__(self, link: Link, scenes: Mapping[str, str], trouble: Callable[[str], None]) -> None:
        """``scenes`` by moment; a moment without one changes nothing. ``trouble`` is told one sentence, in the link's
        thread, when OBS did not cut.
        """
        self._link = link
        self._scenes = {moment: scene for moment, scene in scenes.items() if moment in MOMENTS and scene}
        self._trouble = trouble

    def reached(self, moment: str) -> None:
        """Returns at once."""
        if scene := self._scenes.get(moment):
            self._link.call(Request("SetCurrentProgramScene", {"sceneName": scene})).add_done_callback(
                lambda future: self._on_answer(scene, future)
            )

    def _on_answer(self, scene: str, future: "Future[Reply]") -> None:
        try:
            reply = future.result()
        except DeviceError as problem:
            self._trouble(f"OBS n’est pas passé à «\u202f{scene}\u202f». {problem}")
            return
        if reply.code == _NOT_FOUND:
            self._trouble(f"OBS n’a pas de scène «\u202f{scene}\u202f»\u202f: choisissez-en une autre.")
        elif not reply.ok:
            self._trouble(f"OBS a refusé de passer à «\u202f{scene}\u202f»\u202f: passez-y dans OBS.")
