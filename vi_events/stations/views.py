"""How a station takes part among the others, as its windows show it. Pure."""

from dataclasses import dataclass, field

from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.server import HubState
from vi_events.journal.hub.views import HubView


@dataclass(frozen=True, slots=True)
class MemberView:
    """A station that may take part, for the one that hosts. ``here``: connected to the server now; ``knows_all``:
    excluding it renews the certificate and every access.
    """

    name: str
    role: Role
    here: bool
    own: bool
    knows_all: bool = False


@dataclass(frozen=True, slots=True)
class NetworkView:
    """How this station takes part. ``role`` is empty while it works alone; ``host`` is the state of the server when
    it hosts, ``members`` then who may come; ``trouble`` is a sentence when something asked for did not happen.
    """

    hub: HubView = field(default_factory=HubView)
    role: str = ""
    host: HubState | None = None
    addresses: tuple[str, ...] = ()
    members: tuple[MemberView, ...] = ()
    trouble: str = ""

    @property
    def hosting(self) -> bool:
        return self.host is not None
