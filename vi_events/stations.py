"""Several stations put together: hosting an edition, joining one, staying linked to the host. No Qt here."""

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Event, Lock

import orjson

from vi_events import app, paths, settings
from vi_events.app import OpenEdition
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import private_files, vault
from vi_events.edition.vault import Vault
from vi_events.errors import StorageError, UserError
from vi_events.journal.core import Core
from vi_events.journal.hub import discovery
from vi_events.journal.hub.certificate import kept_certificate
from vi_events.journal.hub.client import Here, HubClient
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.joining import Counter, Invitation, Joined, Request, join, membership_of, parse_link
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.positions import Positions
from vi_events.journal.hub.roles import HubUser, Role, new_password
from vi_events.journal.hub.server import FOLDER as SERVER_FOLDER
from vi_events.journal.hub.server import HubServer
from vi_events.journal.hub.views import CONNECTED, REFUSED, HubView
from vi_events.journal.store import Store

MEMBERSHIP_FILE = "hub.json"
MEMBERS_FILE = "members.json"
MACHINE_FILE = "machine-id"
_CHECK_TICKETS = (Role.DESK, Role.SUPERVISOR, Role.ORGANISER)
_FILL_WAIT_S = 60.0
"""Without anything new."""
_LOOK_S = 0.5


@dataclass(frozen=True, slots=True)
class Member:
    """A station that the host admitted, and the computer it runs on."""

    user: HubUser
    machine: str


class Hosting:
    """An edition that this station hosts: who may take part, and how others come to. Any thread may use it."""

    def __init__(self, opened: OpenEdition, listen: Listen, machine: str) -> None:
        self._opened = opened
        self._listen = listen
        self._guard = Lock()
        self._here = Here(opened.folder, machine)
        self._own = opened.reception.settings.author.station
        self._folder = opened.folder / SERVER_FOLDER
        known = load_membership(opened.folder)
        self.edition_id = known.edition_id if known else secrets.token_hex(8)
        self._members = _load_members(self._folder)
        if self._own not in self._members:
            self._members[self._own] = Member(HubUser(self._own, Role.STAGE, new_password()), machine)
        self.server = HubServer(opened.folder, self.edition_id, listen, self._users())
        self._counter: Counter | None = None
        self._addresses: tuple[str, ...] = ()
        self._certificate = ""

    @contextmanager
    def running(self, now_ms: NowMs = wall_ms) -> Iterator[HubClient]:
        """Serves until the block ends; gives this station's own client. UserError when the server cannot start."""
        self.server.start()
        try:
            certificate = kept_certificate(self._folder, (), now_ms())
            self._certificate = certificate.certificate.read_text(encoding="ascii")
            everywhere = self._listen.local != self._listen
            self._addresses = discovery.local_addresses() if everywhere else (self._listen.host,)
            self._save()
            own = self._membership(self._members[self._own].user, (str(self._listen.local),))
            save_membership(self._opened.folder, own)
            self._counter = Counter(self, self.edition_id, certificate, now_ms)
            self._counter_port = self._counter.open(self._listen.host, self._listen.port + 1)
            try:
                with (
                    discovery.announced(self.edition_id, self._counter_port, self._addresses),
                    _client(self._opened.core, own, self._here, now_ms) as client,
                ):
                    yield client
            finally:
                self._counter.close()
        finally:
            self.server.stop()

    def invite(self, role: Role) -> Invitation:
        """A link for one more station. Only while running."""
        assert self._counter is not None
        return self._counter.invite(role, tuple(str(Listen(host, self._counter_port)) for host in self._addresses))

    def members(self) -> tuple[Member, ...]:
        """Every station that may take part, by name."""
        with self._guard:
            return tuple(self._members[name] for name in sorted(self._members))

    def revoke(self, station: str) -> None:
        """The station is cut off before this returns; what it had sent stays. Raises UserError for this very one."""
        if station == self._own:
            raise UserError(
                "station_hosts", "Ce poste héberge\u202f: il ne peut pas s’exclure.", "Arrêtez l’hébergement."
            )
        with self._guard:
            if self._members.pop(station, None) is None:
                raise UserError("station_unknown", f"Aucun poste ne s’appelle «\u202f{station[:40]}\u202f».", "")
            self._save()
            self.server.set_users(self._users())

    # What the counter asks (joining.Host)

    def names(self) -> Mapping[str, str]:
        journal = self._opened.core.call(lambda store: store.positions())
        return dict.fromkeys(journal, "") | {name: member.machine for name, member in self._members.items()}

    def admit(self, request: Request, role: Role) -> Joined:
        user = HubUser(request.station, role, new_password())
        with self._guard:
            self._members[request.station] = Member(user, request.machine)
            self._save()
            self.server.set_users(self._users())
        membership = self._membership(user, tuple(str(Listen(host, self._listen.port)) for host in self._addresses))
        known = self._opened.vault if role in _CHECK_TICKETS else Vault()
        journal = self._opened.core.call(lambda store: store.positions())
        return Joined(membership, self._opened.edition.slug, known.ticket_key, known.pin, journal)

    def _membership(self, user: HubUser, servers: tuple[str, ...]) -> Membership:
        return Membership(self.edition_id, servers, user.station, user.role, user.password, self._certificate)

    def _users(self) -> list[HubUser]:
        return [member.user for member in self._members.values()]

    def _save(self) -> None:
        said = [asdict(member) for member in self._members.values()]
        private_files.write_whole(self._folder / MEMBERS_FILE, orjson.dumps(said))


@contextmanager
def linked(opened: OpenEdition, now_ms: NowMs = wall_ms) -> Iterator[HubClient | None]:
    """Keeps an open edition linked to its host until the block ends; None when it never joined one."""
    membership = load_membership(opened.folder)
    if membership is None:
        yield None
        return
    here = Here(opened.folder, machine_id(opened.folder.parent))
    with _client(opened.core, membership, here, now_ms) as client:
        yield client


@contextmanager
def _client(core: Core, membership: Membership, here: Here, now_ms: NowMs) -> Iterator[HubClient]:
    client = HubClient(core, membership, here, now_ms)
    client.start()
    try:
        yield client
    finally:
        client.close()


Progress = Callable[[HubView], None]


def join_edition(data: Path, link: str, station: str, address: str = "", progress: Progress | None = None) -> Path:
    """Joins by a link and brings the whole journal here; returns the edition's folder. ``address`` (``host:port``) is
    tried before those of the link. Raises UserError; nothing is left behind when the host refuses.
    """
    invitation = parse_link(link)
    if address:
        invitation = replace(invitation, addresses=(address, *invitation.addresses))
    known = _joined_before(data, invitation.edition_id)
    request = Request(station, machine_id(data))
    joined = join(invitation, request, lambda: discovery.discover(invitation.edition_id))
    folder = known or _free_folder(data, joined.slug)
    folder.mkdir(parents=True, exist_ok=True)
    vault.save(folder, Vault(joined.ticket_key, joined.pin))
    save_membership(folder, joined.membership)
    settings.save(data, replace(settings.load(data), station=station))
    _fill(folder, joined, Here(folder, request.machine), progress)
    paths.remember_edition(folder)
    return folder


def _fill(folder: Path, joined: Joined, here: Here, progress: Progress | None) -> None:
    """Waits until all that the host had is here: only then may this station number entries of its own. The host may
    still be sending them to the hub itself.
    """
    core = Core(lambda: Store(folder / paths.DATABASE, app.TYPES))
    try:
        core.opened.result()
        with _client(core, joined.membership, here, wall_ms) as client:
            _wait_until_whole(core, client, Positions(dict(joined.journal)), progress)
    finally:
        core.close()


def _wait_until_whole(core: Core, client: HubClient, wanted: Positions, progress: Progress | None) -> None:
    number, until_s, news = -1, 0.0, Event()
    client.listen(lambda _: news.set())
    while True:
        here = core.call(lambda store: Positions(store.positions()))
        whole = not any(here.lacking(station, wanted, 1) for station in wanted)
        if whole and client.view.state == CONNECTED:
            return
        if progress is not None:
            progress(client.view)
        if sum(map(here.count, here)) > number:
            number, until_s = sum(map(here.count, here)), time.monotonic() + _FILL_WAIT_S
        if client.view.state == REFUSED or time.monotonic() > until_s:
            raise UserError(
                "journal_incomplete",
                f"Ce poste a rejoint l’hôte, mais n’a pas reçu tout le journal. {client.view.text}",
                "Gardez-le sur le réseau de l’hôte, puis rejoignez-le par un nouveau lien.",
            )
        news.wait(_LOOK_S)
        news.clear()


def machine_id(data: Path) -> str:
    """What tells this computer from others; made on first use."""
    path = data / MACHINE_FILE
    with suppress(OSError, ValueError):
        if known := path.read_text(encoding="ascii").strip():
            return known
    made = secrets.token_hex(8)
    data.mkdir(parents=True, exist_ok=True)
    path.write_text(made, encoding="ascii")
    return made


def load_membership(folder: Path) -> Membership | None:
    """How this station takes part in an edition; None when it never joined a host."""
    path = folder / MEMBERSHIP_FILE
    if not path.exists():
        return None
    try:
        return membership_of(orjson.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StorageError(
            "membership_unreadable",
            f"Le fichier {MEMBERSHIP_FILE} de l’édition ne se lit pas ({type(problem).__name__}).",
            "Rejoignez l’hôte par un nouveau lien\u202f: rien n’est perdu.",
        ) from problem


def save_membership(folder: Path, membership: Membership) -> None:
    private_files.write_whole(folder / MEMBERSHIP_FILE, orjson.dumps(asdict(membership)))


def known_members(folder: Path) -> tuple[Member, ...]:
    """The stations admitted so far to an edition that this station hosted."""
    return tuple(_load_members(folder / SERVER_FOLDER).values())


def _load_members(folder: Path) -> dict[str, Member]:
    path = folder / MEMBERS_FILE
    if not path.exists():
        return {}
    try:
        found = [
            Member(HubUser(one["user"]["station"], Role(one["user"]["role"]), one["user"]["password"]), one["machine"])
            for one in orjson.loads(path.read_bytes())
        ]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StorageError(
            "members_unreadable",
            f"Le fichier {SERVER_FOLDER}/{MEMBERS_FILE} de l’édition ne se lit pas ({type(problem).__name__}).",
            "Supprimez-le\u202f: chaque poste rejoindra l’hôte par un nouveau lien.",
        ) from problem
    return {member.user.station: member for member in found}


def _joined_before(data: Path, edition_id: str) -> Path | None:
    """The folder of an edition that was joined already; its journal is kept."""
    for slug in paths.editions(data):
        with suppress(StorageError):
            membership = load_membership(data / slug)
            if membership and membership.edition_id == edition_id:
                return data / slug
    return None


def _free_folder(data: Path, slug: str) -> Path:
    folder = paths.edition_folder(data, slug)
    if app.is_made(folder):
        raise UserError(
            "edition_exists",
            f"Ce poste a déjà une autre édition «\u202f{slug}\u202f».",
            "Renommez son dossier, ou rejoignez l’hôte avec un autre dossier de données (--data).",
        )
    return folder
