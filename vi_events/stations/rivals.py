"""Another host of the same edition at the same time: the stations of the one would not see what those of the other do.

A second host is refused as long as the first is heard (``Network.host``); cut off from each other both may come to be.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from threading import Event, Thread

from vi_events.errors import DeviceError
from vi_events.journal.hub.link import LinkRefusedError, Membership, open_link
from vi_events.journal.hub.subjects import Subjects

_LOOK_S = 20.0
_log = logging.getLogger(__name__)


@contextmanager
def watched(
    own: Callable[[], Membership],
    suspects: Callable[[], tuple[str, ...]],
    message: tuple[str, bytes],
    told: Callable[[str], None],
) -> Iterator[None]:
    """Until the block ends, ``told`` gets the address of another host among ``suspects``, or nothing when there is
    none, after each look, in a thread of ours; the other one gets the ``message`` of this one (subject, content).
    """
    ended = Event()

    def keep() -> None:
        while not ended.wait(_LOOK_S):
            try:
                found = asyncio.run(_find(own(), suspects(), message))
            except Exception:  # noqa: BLE001 (hosting goes on without)
                _log.exception("looking for another host")
                continue
            if not ended.is_set():
                told(found)

    Thread(target=keep, name="other hosts", daemon=True).start()
    try:
        yield
    finally:
        ended.set()


async def _find(own: Membership, suspects: tuple[str, ...], message: tuple[str, bytes]) -> str:
    mine = await _met(own)
    for address in suspects:
        theirs = await _met(replace(own, servers=(address,)), message)
        if mine and theirs and theirs != mine:  # the same: an address of this very computer
            return address
    return ""


async def _met(membership: Membership, message: tuple[str, bytes] | None = None) -> str:
    """What tells the host there from others (when its stream was made, or why it lets nobody of this one in); empty
    when there is none.
    """
    stream = Subjects(membership.edition_id).entries_stream
    try:
        link = await open_link(membership)
    except LinkRefusedError as problem:
        return problem.code
    except DeviceError:
        return ""
    try:
        with suppress(DeviceError):
            if message is not None:
                await link.say(*message)
            return (await link.state(stream)).incarnation.partition("/")[0]
        return ""
    finally:
        await link.close()
