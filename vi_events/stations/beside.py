"""What passes between stations beside the journal: the next stop for the webtv, what the surfaces really show, the
sealed palmarès among the stages, the hosting. Plain messages are never stored.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from vi_events.app import OpenEdition
from vi_events.edition.seal import PREVIOUS
from vi_events.errors import ViError
from vi_events.journal.core import Priority
from vi_events.journal.hub.client import Beside
from vi_events.journal.hub.link import Hearer, Membership
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.sealed import Shared
from vi_events.journal.hub.subjects import Subjects, station_token
from vi_events.journal.store import Change
from vi_events.sentences import say
from vi_events.stage import engine
from vi_events.stations import files
from vi_events.stations.files import Kit
from vi_events.stations.hosting import KIT

_log = logging.getLogger(__name__)
PALMARES = "palmares"
SURFACES = "surfaces"
HOSTING = "hosting"
_NOTHING = b""
"""In the place of a document that was erased: it keeps the hub from holding it when a stage brings it back."""


_CHANGED_APART = say(
    "Le palmarès a été changé ici et sur une autre régie pendant que les deux ne se voyaient "
    "pas\u202f: celui de l’autre est gardé, celui d’ici reste dans {0}. Refaites ici les "
    "changements qui manquent.",
    PREVIOUS,
)


class SharedPalmares:
    """The sealed palmarès. ``told`` hears why another stage's was not taken, and nothing once it was, unless it took
    the place of changes made here meanwhile.
    """

    name = PALMARES

    def __init__(self, opened: OpenEdition, told: Callable[[str], None]) -> None:
        self._core, self._stage = opened.core, opened.stage
        self._told = told
        self._read: tuple[object, bytes | None] = None, None
        self._refused: bytes | None = None
        """Another stage's, until a person has made room for it."""
        self._agreed: bytes | None = None
        """The last that the hub and this stage both had."""

    def mine(self) -> bytes | None:
        if self._is_erased():
            return _NOTHING
        if self._refused is not None:
            self.meet(self._refused)
        documents = self._stage.on_disk
        if (stamp := documents.sealed_stamp()) != self._read[0]:
            self._read = stamp, documents.sealed_content()
        return self._read[1]

    def meet(self, theirs: bytes) -> bool:
        if not theirs or self._is_erased():
            return not theirs
        ours, self._refused = self._stage.on_disk.sealed_content(), None
        apart = self._agreed is not None and ours not in (None, self._agreed, theirs)
        try:
            taken = self._stage.on_disk.take_sealed(theirs)
            if taken and ours != theirs and self._stage.is_open:
                self._stage.reload().result()
        except ViError as problem:
            self._refused = theirs
            self._told(str(problem))
            return True
        if taken:
            self._agreed = theirs
        self._told(_CHANGED_APART if taken and apart else "")
        return taken

    def _is_erased(self) -> bool:
        """With the edition: a stage that had not heard of it may still have one to give."""
        return self._core.call(lambda store: store.erasures.edition, Priority.VIEW)


class SharedKit:
    """What a stage needs to host when the host is lost: kept, never given. That of the host is the one that counts,
    whatever its number: this station may have hosted in between, and admitted nobody.
    """

    name = KIT

    def __init__(self, folder: Path, membership: Callable[[], Membership]) -> None:
        self._folder = folder
        self._membership = membership

    def mine(self) -> bytes | None:
        return None

    def meet(self, theirs: bytes) -> bool:
        kit, me = Kit.of(theirs), self._membership()
        if kit is not None and kit.edition_id == me.edition_id and not me.hosts:
            try:
                if kit != files.load_kit(self._folder, me.edition_id):
                    files.save_kit(self._folder, kit)
            except (OSError, ViError) as problem:
                _log.warning("the hosting kit was not kept (%s)", type(problem).__name__)
        return True


class Messages:
    """The plain messages of one station, as its role says and hears them. Listeners are called in the hub's thread."""

    def __init__(self, opened: OpenEdition, membership: Membership, search: Callable[[str], tuple[str, ...]]) -> None:
        self._opened = opened
        self._me = membership
        self._search = search
        self._subjects = Subjects(membership.edition_id)
        self._prepared = b""
        self.surfaces: Mapping[str, Any] = {}
        """What the surfaces of this station show, for the others; set by its windows."""
        self.on_surfaces: Callable[[str, Mapping[str, Any]], None] = _drop
        self.on_hosting: Callable[[str, tuple[str, ...]], None] = _drop
        self.on_kit: Callable[[Kit], None] = _drop
        self.sealed_trouble = ""

    def beside(self) -> Beside:
        """What the client is given."""
        me, subjects, folder = self._me, self._subjects, self._opened.folder
        hearers: list[tuple[str, Hearer]] = [(subjects.ack("*"), self._on_ack)]
        hearers.append((subjects.handover(me.token), self._on_handover))
        if me.role is Role.WEBTV:
            hearers.append((subjects.prep, self._on_prep))
        shared: tuple[Shared, ...] = ()
        if me.role is Role.STAGE:
            kit = SharedKit(folder, lambda: self._me)
            shared = (SharedPalmares(self._opened, self._on_sealed), kit)

        def moved(membership: Membership) -> None:
            self._me = membership
            files.save_membership(folder, membership)

        def search() -> tuple[str, ...]:
            return self._search(me.edition_id)

        return Beside(hearers, shared, search, moved, self._repeated)

    def prepare(self, change: Change) -> Sequence[tuple[str, bytes]]:
        """What a change of the journal makes this station say at once. Called in the core thread."""
        if self._me.role is not Role.STAGE or engine.SHOW not in change.subjects or not self._opened.stage.is_open:
            return ()
        if self._opened.stage.follows:
            self._prepared = b""  # the other stage says it
            return ()
        self._prepared = orjson.dumps({"prepared": self._opened.stage.prepared()})
        return ((self._subjects.prep, self._prepared),)

    def hosting(self, servers: tuple[str, ...]) -> tuple[str, bytes]:
        """« I host now », to the station that handed over."""
        return self._subjects.ack(self._me.token), self._ack(HOSTING, {"servers": servers})

    def showing(self) -> tuple[str, bytes]:
        """What the surfaces here show."""
        return self._subjects.ack(self._me.token), self._ack(SURFACES, dict(self.surfaces))

    def _ack(self, what: str, said: Mapping[str, Any]) -> bytes:
        return orjson.dumps({"station": self._me.station, "what": what, "said": said})

    def _repeated(self) -> Sequence[tuple[str, bytes]]:
        said = [self.showing()] if self.surfaces else []
        return [*said, (self._subjects.prep, self._prepared)] if self._prepared else said

    def _on_prep(self, subject: str, data: bytes) -> None:
        found = _read(data)
        if subject == self._subjects.prep and "prepared" in found:
            prepared = found["prepared"]
            self._opened.webtv.prepare(prepared if isinstance(prepared, dict) else None)

    def _on_ack(self, subject: str, data: bytes) -> None:
        found = _read(data)
        station, said = str(found.get("station", "")), found.get("said")
        if (
            not isinstance(said, dict)
            or subject != self._subjects.ack(station_token(station))
            or station == self._me.station
        ):
            return
        if found.get("what") == SURFACES:
            self.on_surfaces(station, said)
        elif found.get("what") == HOSTING and isinstance(servers := said.get("servers"), list):
            self.on_hosting(station, tuple(map(str, servers)))

    def _on_handover(self, subject: str, data: bytes) -> None:
        kit = Kit.of(data)
        if kit is not None and subject == self._subjects.handover(self._me.token):
            self.on_kit(kit)

    def _on_sealed(self, trouble: str) -> None:
        self.sealed_trouble = trouble


def _read(data: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _drop(*_: Any) -> None: ...
