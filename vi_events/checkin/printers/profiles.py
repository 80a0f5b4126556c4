"""Printer models: how wide they print, whether they cut, how they tell that a badge is done.

Most come from the list that python-escpos carries (MIT). Its file is read as it is: ``escpos.capabilities`` takes
0.15 s to import, sets up logging for the whole program and leaves a temporary folder behind.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from vi_events.errors import DeviceError
from vi_events.sentences import say

ACKS = ("gs_r", "process_id", "settle")
SLOWEST_MM_S = 60


@dataclass(frozen=True, slots=True)
class Profile:
    """A model. ``cutter`` is one of ``escpos_job.CUTTERS``.

    ``ack`` is how it tells that all came through: ``gs_r`` answers GS r 1, or, where it does not, is watched until
    the picture has had the time to print; ``settle`` is only watched; ``process_id`` sends back the job's own number
    once the job is on paper. ``speed_mm_s`` is the least it prints at.
    """

    id: str
    name: str
    width_dots: int
    cutter: str = "partial"
    ack: str = "gs_r"
    speed_mm_s: int = SLOWEST_MM_S


_OURS = (
    Profile("generic-80", "Imprimante ESC/POS, 80 mm", 576),
    Profile("generic-58", "Imprimante ESC/POS, 58 mm", 384, "none"),
    Profile("settle-80", "Imprimante ESC/POS, 80 mm, qui ne confirme pas", 576, ack="settle"),
    Profile("settle-58", "Imprimante ESC/POS, 58 mm, qui ne confirme pas", 384, "none", "settle"),
    Profile("tm-m30", "TM-m30", 576, ack="process_id"),
    Profile("tm-m30ii", "TM-m30II", 576, ack="process_id"),
    Profile("tm-m30iii", "TM-m30III", 576, ack="process_id"),
    Profile("tm-t20iii", "TM-T20III", 576, ack="process_id"),
    Profile("tm-t88vi", "TM-T88VI", 512, ack="process_id"),
    Profile("tm-t88vii", "TM-T88VII", 512, ack="process_id"),
)
"""First the default."""
_GIVE_PROCESS_ID = {
    "tm-l90", "tm-p80", "tm-p80-42col", "tm-t20ii", "tm-t20ii-42col", "tm-t88iv", "tm-t88iv-sa", "tm-t88v",
}  # fmt: skip
"""Those of the list that have GS ( H (Epson ESC/POS reference, « printers featuring this command »)."""


def profile(profile_id: str) -> Profile:
    """The model of that id; empty: the default. DeviceError ``printer_profile_unknown``."""
    known = profiles()
    if not profile_id:
        return _OURS[0]
    if found := known.get(profile_id.lower()):
        return found
    from difflib import get_close_matches

    near = get_close_matches(profile_id[:40].lower(), known, 3) or [each.id for each in _OURS[:4]]
    raise DeviceError(
        "printer_profile_unknown",
        say("Le modèle d’imprimante « {0} » n’est pas connu.", profile_id[:40]),
        say("Essayez {0}.", ", ".join(near)),
    )


@cache
def profiles() -> Mapping[str, Profile]:
    """Every model that prints pictures, by id; ours first."""
    listed = json.loads((files("escpos") / "capabilities.json").read_text(encoding="utf-8"))["profiles"]
    found = {each.id: each for each in _OURS}
    for key, model in listed.items():
        if read := _listed(key.lower(), model):
            found.setdefault(read.id, read)
    return found


def _listed(profile_id: str, model: Mapping[str, Any]) -> Profile | None:
    """None for what prints no rasters (displays, dot matrix) or does not say how wide."""
    width, features = model.get("media", {}).get("width", {}).get("pixels"), model["features"]
    if not isinstance(width, int) or not features.get("bitImageRaster"):
        return None
    cutter = "partial" if features.get("paperPartCut") else "full" if features.get("paperFullCut") else "none"
    ack = "process_id" if profile_id in _GIVE_PROCESS_ID else "gs_r"
    return Profile(profile_id, str(model["name"]), width // 8 * 8, cutter, ack)
