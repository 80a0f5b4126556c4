"""The journal's subjects that the stage folds: the show, and the awards that were announced."""

from collections.abc import Iterable, Mapping
from typing import Any

from vi_events.clock import hlc_ms
from vi_events.journal.entry import Entry
from vi_events.journal.fold import State, SubjectType
from vi_events.stage.engine import reduce_show

REVEALED = "#revealed"


def _reduce_show(state: State, entry: Entry) -> None:
    if entry.kind == "speakers_listed":
        state.personal["people"] = list((entry.personal or {}).get("people", ()))
        return
    reduce_show(state.data, entry.kind, entry.payload, hlc_ms(entry.hlc), entry.station)


def _reduce_award(state: State, entry: Entry) -> None:
    data, said = state.data, entry.payload
    if entry.kind == "award_revealed":
        mentions = data.get("mentions", [])
        data.update({name: value for name, value in said.items() if name not in ("epoch", "stop")})
        data["mentions"] = list(dict.fromkeys([*said.get("mentions", ()), *mentions]))
        data["revealed_ms"] = hlc_ms(entry.hlc)
        data.pop("withdrawn", None)
    elif entry.kind == "mention_revealed":
        data["mentions"] = list(dict.fromkeys([*data.get("mentions", ()), str(said.get("mention", ""))]))
    elif entry.kind == "reveal_withdrawn":
        data["withdrawn"] = str(said.get("reason", ""))


def _award_keys(state: State) -> Iterable[str]:
    if "level" in state.data and "withdrawn" not in state.data:
        yield REVEALED
        yield f"{REVEALED}:{state.data['level']}"


_NAMELESS = ("title", "section", "mention")
"""Cards whose words are the edition's own, and stay in the chapters of the replay."""


def _scrub_show(entry: Entry) -> Mapping[str, Any]:
    """A card of words only may name who spoke; awards that were announced are public and stay."""
    shown: Mapping[str, Any] = entry.payload.get("shown") or {}
    card = shown.get("card")
    if not card:
        return entry.payload
    said = {**card, "people": []}
    if not card.get("laureates") and card.get("kind") not in _NAMELESS:
        said |= {"title": "…", "subtitle": ""}
    return {**entry.payload, "shown": {**shown, "card": said}}


def _scrub_award(entry: Entry) -> Mapping[str, Any]:
    """A reason is free text."""
    return {**entry.payload, "reason": ""} if "reason" in entry.payload else entry.payload


SUBJECT_TYPES = (
    SubjectType("show", (_reduce_show,), scrub=_scrub_show),
    SubjectType("award", (_reduce_award,), (_award_keys,), _scrub_award),
)
