"""What is on air: what the operator put there, and what follows the stage. Pure."""

from collections.abc import Mapping
from typing import Any

from vi_events.journal.fold import State
from vi_events.webtv.overlays import STAGE_KINDS, OnAir, Overlay, mode, on_air

SHOW = "show:main"
"""The stage's subject in the journal, where the two meet."""
_EPOCHS = 1000
FOLLOWED = {"award": "award", "mention": "roll_call", "roll_call": "roll_call"}
"""The stage's cards that have an overlay, and which."""


def compose(webtv: State | None, show: State | None, now_ms: int, stage_heard: bool = True) -> OnAir:
    """Everything over the stream at ``now_ms``. In ``follow`` the reveal is the stage's, as long as it is heard of;
    otherwise it is what the operator took.
    """
    placed = on_air(webtv, now_ms)
    withdrawn = set(show.data.get("withdrawn", ())) if show else set()
    overlays = [each for each in placed.overlays if each.kind not in STAGE_KINDS or not _only_of(each.data, withdrawn)]
    if mode(webtv) == "follow":
        overlays = [overlay for overlay in overlays if overlay.kind not in STAGE_KINDS]
        if stage_heard and show is not None and (followed := stage_overlay(show.data)) is not None:
            overlays.append(followed)
    changes = int(show.data.get("changes", 0)) if show else 0
    epoch = placed.epoch + _EPOCHS * changes + (0 if stage_heard else 1)
    return OnAir(epoch, tuple(overlays))


def _only_of(shown: Mapping[str, Any], withdrawn: set[str]) -> bool:
    """Whether an overlay shows nothing but awards that no longer stand."""
    laureates = (shown.get("card") or {}).get("laureates") or []
    return bool(laureates) and all(each.get("authority_id") in withdrawn for each in laureates)


def stage_overlay(show: Mapping[str, Any]) -> Overlay | None:
    """The overlay of what the audience reads now; None for what has none, and while the screen is black or clear."""
    shown: Mapping[str, Any] = show.get("shown") or {}
    kind = FOLLOWED.get(str(shown.get("kind", "")))
    if kind is None or show.get("black") or show.get("cleared") or show.get("mode") not in ("live", "hold"):
        return None
    if shown.get("kind") == "mention" and not shown.get("card", {}).get("laureates"):
        return None
    # Shown again without animation after BACK, and after a restart.
    return Overlay(kind, {**shown, "settled": bool(show.get("settled"))}, int(show.get("since_ms", 0)))
