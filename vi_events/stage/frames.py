"""What the public screen shows: a pure function of the state, the revision and the time since the last change."""

from dataclasses import replace

from vi_events.clock import hour
from vi_events.stage.engine import target
from vi_events.stage.stop_frames import DONE as DONE
from vi_events.stage.stop_frames import stop_frame
from vi_events.stage.stops import Frame, Revision, ShowState


def frame(revision: Revision, state: ShowState, elapsed_ms: int) -> Frame:
    """The frame ``elapsed_ms`` after ``state.since_ms``. Before the first GO the background is empty."""
    if state.black:
        return Frame("black", watermark=state.rehearsal, epoch=state.epoch)
    if state.stop < 0 or state.cleared:
        return Frame("clear", watermark=state.rehearsal, epoch=state.epoch)
    moved = DONE if state.settled else max(elapsed_ms, 0)
    shown = stop_frame(revision.stops[state.stop], state.step, moved, counted_ms=max(elapsed_ms, 0))
    return _resuming(_with(shown, state), state.since_ms)


def next_frame(revision: Revision, state: ShowState) -> Frame | None:
    """What stands on the screen once GO has played out; None after the last stop. For the régie's eyes only. When a
    pause ends is known once it has begun.
    """
    following = target(revision, state)
    if following is None:
        return None
    return _with(stop_frame(revision.stops[following[0]], following[1], DONE, counted_ms=0), state)


def is_moving(revision: Revision, state: ShowState, elapsed_ms: int) -> bool:
    """Whether the next frame differs from this one."""
    if state.stop < 0 or state.black or state.cleared:
        return False
    stop = revision.stops[state.stop]
    if stop.card.ends_s and elapsed_ms < (stop.card.ends_s + 1) * 1000:
        return True
    return not state.settled and elapsed_ms <= stop.steps[state.step].moving_ms


def _resuming(shown: Frame, since_ms: int) -> Frame:
    """A pause with its end, which follows from the moment it began, whatever was planned."""
    card = shown.card
    if not card.ends_s:
        return shown
    resumes_ms = since_ms + card.ends_s * 1000
    if card.timed:
        nearest_ms = round(resumes_ms / 60_000) * 60_000
        card = replace(card, subtitle=f"reprise vers {hour(nearest_ms)}")
    return replace(shown, card=card, resumes_ms=resumes_ms)


def _with(shown: Frame, state: ShowState) -> Frame:
    return replace(shown, watermark=state.rehearsal, epoch=state.epoch)
