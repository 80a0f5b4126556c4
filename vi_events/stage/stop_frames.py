"""One step of one stop as a frame, from suspense to the whole card. Pure."""

from vi_events.stage.stops import AROBASE_MS, CALL_MS, DETAILS_MS, MENTION_MS, NAME_MS, SUSPENSE_MS, CompiledStop, Frame

DONE = 10**9
"""Milliseconds after which nothing moves any more."""


def stop_frame(stop: CompiledStop, step: int, moved_ms: int, counted_ms: int) -> Frame:
    """One step of a stop. ``moved_ms`` drives what moves, ``counted_ms`` a countdown."""
    card, name = stop.card, stop.steps[step].name
    if card.kind == "award":
        return _award(stop, step, moved_ms)
    if card.kind == "roll_call":
        done = 0 if name == "card" else len(card.laureates) if name == "photo" else int(name.partition(":")[2])
        moving = name.startswith("call:") and moved_ms < CALL_MS
        calls = done - 1 + moved_ms / CALL_MS if moving else float(done)
        return Frame(card.kind, card, calls=calls, photo=name == "photo", stop_id=stop.id, step=step)
    if card.kind == "mention":
        return Frame(
            card.kind, card, details=_part(moved_ms, 0, MENTION_MS) if step else 0.0, stop_id=stop.id, step=step
        )
    left = max(0, card.ends_s - counted_ms // 1000)
    return Frame(card.kind, card, name=_part(moved_ms, 0, NAME_MS), left_s=left, stop_id=stop.id, step=step)


def _award(stop: CompiledStop, step: int, moved_ms: int) -> Frame:
    level = stop.card.laureates[0].level
    named = SUSPENSE_MS + AROBASE_MS * level
    return Frame(
        stop.card.kind,
        stop.card,
        suspense=_part(moved_ms, 0, SUSPENSE_MS),
        arobases=min(max((moved_ms - SUSPENSE_MS) / AROBASE_MS, 0.0), float(level)),
        name=_part(moved_ms, named, NAME_MS),
        details=_part(moved_ms, named + NAME_MS, DETAILS_MS),
        stop_id=stop.id,
        step=step,
    )


def _part(moved_ms: int, begins_ms: int, lasts_ms: int) -> float:
    return min(max((moved_ms - begins_ms) / lasts_ms, 0.0), 1.0)
