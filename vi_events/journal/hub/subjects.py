"""What things are called on the hub, for one edition.

    vi.E.entry.<class>.<station>   an entry of the journal, by the class of its subject, of the station it came from
    vi.E.sealed.<name>             a sealed document, from the stage to the stage
    vi.E.prep                      the next stop, from the stage to the webtv, never stored
    vi.E.presence.<station>        that station lives; its clock
    vi.E.want.<station>            to that station: publish again from your entry number n
    vi.E.ack.<station>             what that station's surfaces show now, plain
    vi.E.handover.<station>        to that station: all it needs to host instead
    vi.E.access.<station>          to that station: its new access; the former one ends
    vi.E.hosts                     to all: where the edition is hosted from now on

E is the edition's identifier, a station is named by its ``station_token``. The stream ``VI_E`` keeps the entries,
``VI_E_STAGE`` the sealed documents. The server names for each station a consumer, by its token, in the streams it may
read; what they hold for it arrives on ``inbox(station)``.

The server vouches for the subject under which a message was published, and for nothing else: a message may be made to
arrive anywhere by naming a subject as the place of a reply. So whoever receives compares: an entry counts only under
``entry(entry_class(entry.subject), entry.station)``, and anything else only if the message's own subject is the one
subscribed to and its content is what belongs there.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_EDITION = re.compile(r"[0-9a-f]{16}")
_STAGE = ("show", "award")
_WEBTV = ("webtv",)


class EntryClass(StrEnum):
    """Who may publish an entry goes by its class."""

    DESK = "desk"
    STAGE = "stage"
    WEBTV = "webtv"


def entry_class(subject: str) -> EntryClass:
    """The class of an entry of the journal, by its subject (``type:id``)."""
    kind = subject.partition(":")[0]
    if kind in _STAGE:
        return EntryClass.STAGE
    return EntryClass.WEBTV if kind in _WEBTV else EntryClass.DESK


@lru_cache(maxsize=256)
def station_token(station: str) -> str:
    """How a station is called on the hub: letters and digits whatever its name, which may be a person's."""
    return hashlib.sha256(station.encode("utf-8", "replace")).hexdigest()[:16]


def inbox(token: str) -> str:
    """What a station's inboxes begin with: the ``inbox_prefix`` of its client."""
    return f"_INBOX.{token}"


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects and streams of one edition. Wherever a station's token goes, ``*`` stands for all of them."""

    edition: str

    def __post_init__(self) -> None:
        if not _EDITION.fullmatch(self.edition):
            raise ValueError("an edition is 16 hexadecimal digits")

    def entry(self, entry_class: EntryClass | str, token: str) -> str:
        return f"vi.{self.edition}.entry.{entry_class}.{token}"

    def sealed(self, name: str) -> str:
        return f"vi.{self.edition}.sealed.{name}"

    @property
    def prep(self) -> str:
        return f"vi.{self.edition}.prep"

    def presence(self, token: str) -> str:
        return f"vi.{self.edition}.presence.{token}"

    def want(self, token: str) -> str:
        return f"vi.{self.edition}.want.{token}"

    def ack(self, token: str) -> str:
        return f"vi.{self.edition}.ack.{token}"

    def handover(self, token: str) -> str:
        return f"vi.{self.edition}.handover.{token}"

    def access(self, token: str) -> str:
        return f"vi.{self.edition}.access.{token}"

    @property
    def hosts(self) -> str:
        return f"vi.{self.edition}.hosts"

    @property
    def account(self) -> str:
        """The server's account: editions that share a server see nothing of each other."""
        return f"VI_{self.edition}"

    @property
    def entries_stream(self) -> str:
        return f"VI_{self.edition}"

    @property
    def sealed_stream(self) -> str:
        return f"VI_{self.edition}_STAGE"

    def delivery(self, stream: str, token: str) -> str:
        """Where the station's consumer in ``stream`` delivers: what the station subscribes to."""
        return f"{inbox(token)}.{'sealed' if stream == self.sealed_stream else 'entries'}"
