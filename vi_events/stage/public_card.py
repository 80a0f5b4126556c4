"""What the audience may have read of a frame, as plain data: for the journal, overlays and other stations. Pure."""

from typing import Any

from vi_events.stage.stops import Card, Frame, Laureate


def public(shown: Frame) -> dict[str, Any]:
    """The frame without anything that is not on the screen: names of a roll call only once they were called."""
    told: dict[str, Any] = {"kind": shown.kind, "epoch": shown.epoch, "stop": shown.stop_id, "step": shown.step}
    told["rehearsal"] = shown.watermark
    if shown.kind in ("black", "clear"):
        return told
    told |= {"card": _card(shown.card, _read(shown)), "photo": shown.photo}
    return told | {"left_s": shown.left_s, "resumes_ms": shown.resumes_ms}


def _read(shown: Frame) -> tuple[Laureate, ...]:
    """The laureates that the audience has read."""
    if shown.kind == "roll_call":
        return shown.card.laureates[: int(shown.calls + 0.999)]
    if shown.kind == "mention" and not shown.step:
        return ()
    return shown.card.laureates


def _card(card: Card, laureates: tuple[Laureate, ...]) -> dict[str, Any]:
    return {
        "kind": card.kind,
        "header": card.header,
        "title": card.title,
        "subtitle": card.subtitle,
        "people": list(card.people),
        "ends_s": card.ends_s,
        "laureates": [_laureate(each, levels=card.kind != "mention") for each in laureates],
    }


def _laureate(laureate: Laureate, levels: bool) -> dict[str, Any]:
    """A mention card tells no level: that award may not have been announced yet."""
    return {
        "authority_id": laureate.authority_id,
        "name": laureate.name,
        "short_name": laureate.short_name,
        "place": laureate.place,
        "level": laureate.level if levels else 0,
        "progress": laureate.progress if levels else "",
        "mentions": list(laureate.mentions) if levels else [],
        "distinctions": list(laureate.distinctions) if levels else [],
    }
