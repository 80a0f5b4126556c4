"""Bringing OBS to what is wanted: read, compare, send, read again. Blocks; for a worker or a command."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from vi_events.webtv.obs_plan import Actual, Change, Desired, Steps, difference, requests
from vi_events.webtv.obs_state import read, wait
from vi_events.webtv.obs_types import Link

_PASSES = 4
"""Making what is missing takes two: what was just made gets its place in the second."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Aligned:
    """What OBS holds in the end, what still separates it from what is wanted, and what was done.

    ``refused`` is the part of ``left`` that OBS said no to; what is done and left was undone by somebody else.
    """

    actual: Actual
    left: tuple[Change, ...]
    refused: tuple[Change, ...]
    done: tuple[Change, ...]


@dataclass(slots=True)
class _Made:
    """What was made on the way, which has neither place nor order yet."""

    scenes: set[str] = field(default_factory=set)
    items: set[tuple[str, str]] = field(default_factory=set)

    def note(self, change: Change) -> None:
        if change.kind == "scene":
            self.scenes.add(change.scene)
        elif change.kind in ("input", "item"):
            self.items.add((change.scene, change.source))

    def finishes(self, change: Change) -> bool:
        """Whether the change ends the making of something: then it is nobody else's doing."""
        if change.kind == "order":
            return any(scene == change.scene for scene, _ in self.items)
        in_ours = change.scene in self.scenes and change.kind in ("input", "item")
        return in_ours or (change.scene, change.source) in self.items


Rule = Callable[[Change, Actual], bool]
"""Whether a change is ours to undo, given what OBS holds."""


def align(link: Link, desired: Desired, rule: Rule, renamed: Mapping[str, str], known: Actual | None = None) -> Aligned:
    """Undoes the changes that are ours by ``rule``. ``known`` is what OBS holds if that was just read: then
    nothing is read before the first change. DeviceError when OBS does not answer.
    """
    actual = known or read(link, desired, renamed)
    made, done, accepted = _Made(), list[Change](), True
    sent: tuple[Change, ...] = ()
    for attempt in range(_PASSES + 1):
        changes = difference(desired, actual)
        due = tuple(each for each in changes if each.kind != "conflict" and (rule(each, actual) or made.finishes(each)))
        # Asked for once and there still: OBS refuses it, or somebody undoes it. That is no fight to win.
        if not due or due == sent or attempt == _PASSES:
            break
        accepted = _send(link, requests(due))
        for change in due:
            made.note(change)
        done.extend(due)
        sent = due
        actual = read(link, desired, renamed)
    return Aligned(actual, changes, () if accepted else due, tuple(done))


def _send(link: Link, steps: Steps) -> bool:
    """Whether OBS accepted everything."""
    replies = [wait(link.call(request)) for request in steps.before]
    if steps.frame:
        in_frame = wait(link.batch(steps.frame))
        replies.extend(in_frame)
    replies += [wait(link.call(request)) for request in steps.after]
    refusals = [reply for reply in replies if not reply.ok]
    for reply in refusals:
        _log.info("OBS refused a change: %s %s", reply.code, reply.comment)
    return not refusals
