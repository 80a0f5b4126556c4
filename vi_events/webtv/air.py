"""What is on air: what the operator put there, and what follows the stage; and what the show has come to. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from vi_events.journal.fold import State
from vi_events.webtv.overlays import STAGE_KINDS, Overlay, mode

SHOW = "show:main"
"""The stage's subject in the journal, where the two meet."""
FOLLOWED = {"award": "award", "mention": "roll_call", "roll_call": "roll_call"}
"""The stage's cards that have an overlay, and which."""
_MOMENTS = {
    "award": "award",
    "roll_call": "group",
    **{kind: kind for kind in ("mention", "speech", "debate", "signature", "video", "pause")},
}
"""The stage's cards that are a moment of the show (``obs_moments.MOMENTS``), and which."""


def compose(
    standing: Sequence[Overlay], webtv: State | None, show: State | None, stage_heard: bool = True
) -> tuple[Overlay, ...]:
    """Everything over the stream. ``standing`` is what the operator placed (``Airtime.standing``). In ``follow`` the
    reveal is the stage's, as long as it is heard of; otherwise it is what the operator took.
    """
    withdrawn = set(show.data.get("withdrawn", ())) if show else set()
    overlays = [each for each in standing if each.kind not in STAGE_KINDS or not _only_of(each.data, withdrawn)]
    if mode(webtv) == "follow":
        overlays = [overlay for overlay in overlays if overlay.kind not in STAGE_KINDS]
        if stage_heard and show is not None and (followed := stage_overlay(show.data)) is not None:
            overlays.append(followed)
    return tuple(overlays)


def _only_of(shown: Mapping[str, Any], withdrawn: set[str]) -> bool:
    """Whether an overlay shows nothing but awards that no longer stand."""
    laureates = (shown.get("card") or {}).get("laureates") or []
    return bool(laureates) and all(each.get("authority_id") in withdrawn for each in laureates)


def stage_overlay(show: Mapping[str, Any]) -> Overlay | None:
    """The overlay of what the audience reads now; None for what has none, and while the screen is black or clear."""
    if show.get("black") or show.get("cleared") or show.get("mode") not in ("live", "hold"):
        return None
    # Shown again without animation after BACK, and after a restart.
    settled, since_ms = bool(show.get("settled")), int(show.get("since_ms", 0))
    return overlay_of(show.get("shown") or {}, settled, since_ms)


def overlay_of(shown: Mapping[str, Any], settled: bool, since_ms: int = 0) -> Overlay | None:
    """The overlay of one public frame of the stage; None for what has none."""
    kind = FOLLOWED.get(str(shown.get("kind", "")))
    if kind is None or (shown.get("kind") == "mention" and not shown.get("card", {}).get("laureates")):
        return None
    return Overlay(kind, {**shown, "settled": settled}, since_ms)


def moment(show: State | None) -> tuple[str, str]:
    """The moment that the show has come to, and its stop: the next stop of the same kind is another moment. Empty
    words for what is none, a title for one.
    """
    data: Mapping[str, Any] = show.data if show is not None else {}
    stop = str(data.get("stop", ""))
    if data.get("mode") in ("live", "hold"):
        card = (data.get("shown") or {}).get("card") or {}
        return _MOMENTS.get(str(card.get("kind", "")), ""), stop
    if data.get("mode") == "armed":
        return "waiting", stop
    return ("closing", stop) if stop and data.get("cleared") else ("", "")
