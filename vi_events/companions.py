"""What lives beside an open edition: the link with other stations, copies every ten minutes, the mirror on a stick."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.hub.config import Listen
    from vi_events.journal.mirror import Mirror
    from vi_events.stations.network import Network


@dataclass(frozen=True, slots=True)
class Companions:
    """None of them is ever waited for by a scan, a GO or a badge."""

    network: Network
    mirror: Mirror


@contextmanager
def accompanied(opened: OpenEdition, told: Callable[[str], None], listen: Listen | None = None) -> Iterator[Companions]:
    """Until the block ends; to be left before the edition is closed. ``told`` is called, in a thread of theirs, with
    one sentence when copies no longer succeed; ``listen`` is where this station hosts if it comes to.
    """
    # Read late: nobody who waits for a window needs them.
    from vi_events.backup.copies import automatic_copies
    from vi_events.journal.hub.config import Listen
    from vi_events.journal.mirror import mirrored
    from vi_events.stations.network import Network

    network = Network(opened, listen or Listen())
    try:
        with (
            automatic_copies(opened, told),
            mirrored(opened.core, opened.edition.slug, opened.vault.ticket_key) as mirror,
        ):
            yield Companions(network, mirror)
    finally:
        network.close()
