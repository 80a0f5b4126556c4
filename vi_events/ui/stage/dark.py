"""The dark look under its former name, until every window of the webtv imports it from its home."""

from vi_events.ui.theme import DARK, VIOLET
from vi_events.ui.widgets.dark import (
    SHAPES,
    SHEET,
    Card,
    Mark,
    StageButton,
    StageDialog,
    StageHoldButton,
    darken,
    draw_dark_ring,
    draw_key,
    draw_mark,
    label,
)

__all__ = (
    "DARK",
    "SHAPES",
    "SHEET",
    "VIOLET",
    "Card",
    "Mark",
    "StageButton",
    "StageDialog",
    "StageHoldButton",
    "darken",
    "draw_dark_ring",
    "draw_key",
    "draw_mark",
    "label",
)
