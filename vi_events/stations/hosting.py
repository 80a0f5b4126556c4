"""Hosting an edition: the server, the counter where stations come to join, and who may take part."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Protocol

from vi_events.app import OpenEdition
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import erasure, vault
from vi_events.edition.vault import Vault
from vi_events.errors import DeviceError, UserError
from vi_events.journal import founding as founded
from vi_events.journal.hub import discovery
from vi_events.journal.hub.certificate import CERTIFICATE, KEY, current, keep, kept_certificate, new_certificate
from vi_events.journal.hub.config import Cluster, HubConfig, Listen, Places, configuration, parse_listen
from vi_events.journal.hub.existing import ExistingServer
from vi_events.journal.hub.joining import Counter, Invitation, Joined, Request
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import HubUser, Role, new_password
from vi_events.journal.hub.server import FOLDER, HubServer, HubState
from vi_events.journal.hub.subjects import Subjects
from vi_events.journal.store import Store
from vi_events.private_files import private_folder, write_whole
from vi_events.sentences import say
from vi_events.stations import files
from vi_events.stations.files import Kit, Member, Members

KIT = "hosting"
"""The name of the kit among the sealed documents: any stage can take the hosting up when the host is lost."""
_CLUSTER, _ROUTE_OFFSET = 3, 2
_CHECK_TICKETS = (Role.DESK, Role.SUPERVISOR, Role.ORGANISER)


class Server(Protocol):
    """Our own child, or a server that others run."""

    @property
    def state(self) -> HubState: ...

    @property
    def fingerprint(self) -> str: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def set_users(self, users: Sequence[HubUser]) -> None: ...

    def say(self, subject: str, data: bytes) -> None: ...

    def keep(self, name: str, data: bytes) -> None: ...

    def purge(self, sealed: bool) -> None: ...


def prepare_existing(folder: Path, expected: Sequence[tuple[str, Role]]) -> Kit:
    """Who may take part on a server that others run, the stations to come among them; made before it starts."""
    membership = files.load_membership(folder)
    found = files.load_members(folder)
    members = {member.user.station: member for member in found.members}
    for station, role in expected:
        members.setdefault(station, Member(HubUser(station, role, new_password()), ""))
    files.save_members(folder, replace(found, members=tuple(members.values()), number=found.number + 1))
    kept_certificate(folder / FOLDER, (), wall_ms())
    kit = files.load_kit(folder, membership.edition_id if membership else files.new_edition_id(folder))
    assert kit is not None
    return kit


def configurations(folder: Path, kit: Kit, listen: Listen, cluster: Sequence[str]) -> dict[str, str]:
    """The text for each server, by its name. ``cluster`` are ``NAME=HOST:PORT`` of three servers; empty: one server.
    UserError when they are not three.
    """
    subjects, users = Subjects(kit.edition_id), tuple(member.user for member in kit.members)
    logins = files.kept_logins(folder)
    # Beside the configuration, wherever that is copied to.
    places = Places(Path("store"), Path(CERTIFICATE), Path(KEY))
    if not cluster:
        return {"nats": configuration(HubConfig(subjects, listen, users, logins, places))}
    servers = dict(_server(each) for each in cluster)
    if len(servers) != _CLUSTER:
        raise UserError("cluster_of_three", "Une grappe compte trois serveurs.", "Écrivez trois fois NOM=HÔTE:PORT.")
    password = files.kept_logins(folder, "cluster").hub
    routes = {name: Listen(server.host, server.port + _ROUTE_OFFSET) for name, server in servers.items()}
    return {
        name: configuration(
            HubConfig(
                subjects,
                Listen(port=server.port),
                users,
                logins,
                places,
                Cluster(
                    name,
                    Listen(port=routes[name].port),
                    tuple(str(route) for other, route in routes.items() if other != name),
                    password,
                ),
            )
        )
        for name, server in servers.items()
    }


def write_configurations(out: Path, folder: Path, texts: Mapping[str, str]) -> None:
    """A folder for each server, with the certificate; only their owner reads them."""
    for name, text in texts.items():
        place = private_folder(out / name)
        write_whole(place / "nats.conf", text.encode())
        for file in (CERTIFICATE, KEY):
            write_whole(place / file, (folder / FOLDER / file).read_bytes())


def _server(said: str) -> tuple[str, Listen]:
    name, equals, address = said.partition("=")
    if not equals or not re.fullmatch(r"[\w-]{1,40}", name):
        raise UserError("cluster_of_three", say("«\u202f{0}\u202f» ne va pas.", said[:60]), "Écrivez NOM=HÔTE:PORT.")
    return name, parse_listen(address)


class Hosting:
    """An edition that this station hosts: who may take part, and how others come to. Any thread may use it.

    ``servers`` are the addresses of a server that others run; without them it is a child of ours.
    """

    def __init__(
        self,
        opened: OpenEdition,
        listen: Listen,
        machine: str,
        role: Role = Role.STAGE,
        servers: tuple[Listen, ...] = (),
    ) -> None:
        self._opened = opened
        self._listen = listen
        self._guard = Lock()
        self._own = opened.reception.settings.author.station
        self._folder = opened.folder
        known = files.load_membership(opened.folder)
        self.edition_id = known.edition_id if known else files.new_edition_id(opened.folder)
        self._subjects = Subjects(self.edition_id)
        found = files.load_members(opened.folder)
        self._number = found.number
        self._members = {member.user.station: member for member in found.members}
        """Replaced when it changes: it is read without the guard, behind which the server is waited for. The server may
        itself be waiting for this station's link, whose thread reads it.
        """
        self._excluded = dict(found.excluded)
        own = self._members.get(self._own) or Member(HubUser(self._own, role, new_password()), machine)
        self._members[self._own] = replace(own, keyed=True)
        self._servers = servers
        self.server = self._server()
        self._counter: Counter | None = None
        self._certificate, self._now_ms = "", wall_ms
        self.own: Membership
        """How this station itself takes part; only while running."""

    def _server(self) -> Server:
        if not self._servers:
            return HubServer(self._folder, self.edition_id, self._listen, self._users())
        logins = files.kept_logins(self._folder)
        return ExistingServer(self._folder / FOLDER, self.edition_id, self._servers, self._users(), logins)

    @contextmanager
    def running(self, now_ms: NowMs = wall_ms) -> Iterator[Membership]:
        """Serves until the block ends; gives this station's own membership. UserError when it cannot start."""
        self.server.start()
        self._now_ms = now_ms
        try:
            certificate = kept_certificate(self._folder / FOLDER, (), now_ms())
            self._certificate = certificate.certificate.read_text(encoding="ascii")
            self._counter = Counter(self, self.edition_id, certificate, now_ms)
            self._counter_port = self._counter.open(self._listen.host, self._listen.port + discovery.COUNTER_OFFSET)
            # Kept once all that may fail has not: the others' host is still this station's until then.
            self._save()
            self._share_kit()
            here = tuple(map(str, self._servers)) or (str(self._listen.local),)
            own = self.own = self._membership(self._members[self._own].user, here)
            files.save_membership(self._folder, own)
            with discovery.announced(self.edition_id, self._counter_port, self._own_addresses):
                yield own
        finally:
            if self._counter is not None:
                self._counter.close()
            self.server.stop()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where the server is reached by others, ``host:port``. Only while running."""
        if self._servers:
            return tuple(map(str, self._servers))
        return tuple(str(Listen(host, self._listen.port)) for host in self._own_addresses())

    def _own_addresses(self) -> tuple[str, ...]:
        """Those of this computer now: it may get another in the middle of the day."""
        everywhere = self._listen.local != self._listen
        return discovery.local_addresses() if everywhere else (self._listen.host,)

    def invite(self, role: Role) -> Invitation:
        """A link for one more station. Only while running."""
        assert self._counter is not None
        addresses = tuple(str(Listen(host, self._counter_port)) for host in self._own_addresses())
        return self._counter.invite(role, addresses)

    def members(self) -> tuple[Member, ...]:
        """Every station that may take part, by name."""
        known = self._members
        return tuple(known[name] for name in sorted(known))

    def revoke(self, station: str) -> None:
        """The station is cut off before this returns; what it had sent stays. One that knew the certificate's key and
        everybody's access makes both be renewed (``renew``). Raises UserError for this very one.
        """
        if station == self._own:
            raise UserError(
                "station_hosts", "Ce poste héberge\u202f: il ne peut pas s’exclure.", "Arrêtez l’hébergement."
            )
        with self._certificate_shown(), self._guard:
            if station not in self._members:
                raise UserError("station_unknown", say("Aucun poste ne s’appelle «\u202f{0}\u202f».", station[:40]), "")
            left = {name: member for name, member in self._members.items() if name != station}
            if self._members[station].knows_all and not self._servers:
                self._renew(left)
            else:
                self._change(left)

    def renew(self) -> None:
        """Another certificate with another key, and another password for every station, which hears of them over its
        link; those that are away need a new link to come back, and the links given before no longer work. UserError on
        a server that others run.
        """
        if self._servers:
            raise UserError(
                "certificate_of_others",
                "Ce serveur, que d’autres font tourner, lit son certificat dans sa configuration.",
                say(
                    "Supprimez {0} et {1} du dossier «\u202f{2}\u202f» de l’édition, refaites «\u202fhub "
                    "config\u202f», puis "
                    "donnez un nouveau lien à chaque poste.",
                    CERTIFICATE,
                    KEY,
                    FOLDER,
                ),
            )
        with self._certificate_shown(), self._guard:
            self._renew(self._members)

    def _renew(self, members: Mapping[str, Member]) -> None:
        """What may fail comes first: once a station was told, there is no way back."""
        folder = self._folder / FOLDER
        before = [(folder / name).read_text(encoding="ascii") for name in (CERTIFICATE, KEY)]
        certificate, key = new_certificate(self._own_addresses(), self._now_ms())
        renewed = {name: self._renewed(member) for name, member in members.items()}
        keep(folder, certificate, key)
        try:
            # Before the server changes: whoever has left by then would not hear of it.
            self._tell_access([member.user for member in renewed.values()], certificate)
        except (DeviceError, TimeoutError):
            keep(folder, *before)
            raise
        self._certificate = certificate
        self.own = self._membership(renewed[self._own].user, self.own.servers)
        self._change(renewed)

    def _tell_access(self, users: Sequence[HubUser], certificate: str) -> None:
        """DeviceError or TimeoutError when nobody was told; who was missed needs a new link."""
        told = False
        for user in users:
            said = {"password": user.password, "certificate": certificate}
            try:
                self.server.say(self._subjects.access(user.token), json.dumps(said).encode())
                told = True
            except (DeviceError, TimeoutError):
                if not told:
                    raise

    @contextmanager
    def _certificate_shown(self) -> Iterator[None]:
        """In the end the counter, which waits for the guard while somebody joins, shows what is kept."""
        try:
            yield
        finally:
            kept = current(self._folder / FOLDER)
            if self._counter is not None and kept.fingerprint != self._counter.fingerprint:
                self._counter.show(kept)

    def _renewed(self, member: Member) -> Member:
        user = replace(member.user, password=new_password())
        return replace(member, user=user, keyed=user.station == self._own)

    def give_kit(self, station: str) -> None:
        """Sends a station all it needs to host in this one's place. DeviceError when the server does not take it."""
        with self._guard:
            member = replace(self._members[station], keyed=True)
            self._members = self._members | {station: member}
            self._save()
            self._share_kit()
            self.server.say(self._subjects.handover(member.user.token), self._kit().to_bytes())

    def announce(self, servers: tuple[str, ...]) -> None:
        """Tells every station where the edition is hosted from now on."""
        self.server.say(self._subjects.hosts, json.dumps({"servers": servers}).encode())

    def purge(self, whole: bool) -> None:
        """Deletes what the server holds, after an erasure; ``whole``: of the edition. DeviceError when it does not
        answer.
        """
        self.server.purge(sealed=whole)
        self._share_kit()

    # What the counter asks (joining.Host)

    def names(self) -> Mapping[str, str]:
        journal = self._opened.core.call(lambda store: store.positions())
        come = {name: member.machine for name, member in self._members.items() if member.machine}
        return dict.fromkeys(journal, "") | self._excluded | come

    def admit(self, request: Request, role: Role) -> Joined:
        with self._guard:
            user = self._user(request.station, role)
            before = self._members.get(request.station)
            member = Member(user, request.machine, before is not None and before.knows_all)
            self._change(self._members | {request.station: member})
        membership = self._membership(user, self.addresses)
        known = vault.load(self._folder) if user.role in _CHECK_TICKETS else Vault()
        journal, founding = self._opened.core.call(lambda store: self._noted(store, request.station))
        return Joined(membership, self._opened.edition.slug, known.ticket_key, known.pin, journal, founding)

    def _noted(self, store: Store, station: str) -> tuple[dict[str, int], str]:
        """Notes that the station has a copy of the edition; gives how far the journal goes, and what it began with."""
        if station not in erasure.stations(store):
            with store.transaction(self._opened.reception.settings.author) as tx:
                tx.record(erasure.station_admitted(station))
            self._opened.core.publish(tx.change)
        return store.positions(), founded.edition_id(store)

    def _user(self, station: str, role: Role) -> HubUser:
        """A new access; on a server that others run, the one that is in its configuration."""
        if not self._servers:
            return HubUser(station, role, new_password())
        known = self._members.get(station)
        if known is None or known.user.role is not role:
            raise UserError(
                "station_not_configured",
                say("Le serveur ne connaît pas de poste «\u202f{0}\u202f» de ce rôle.", station),
                "Ajoutez-le par « hub config --with », puis rechargez la configuration du serveur.",
            )
        return known.user

    def _membership(self, user: HubUser, servers: tuple[str, ...]) -> Membership:
        hosts = user.station == self._own
        return Membership(self.edition_id, servers, user.station, user.role, user.password, self._certificate, hosts)

    def _users(self) -> list[HubUser]:
        users = (member.user for member in self._members.values())
        return [replace(user, hosts=user.station == self._own) for user in users]

    def _change(self, members: dict[str, Member]) -> None:
        gone = {name: member.machine for name, member in self._members.items() if member.machine}
        self._excluded = {name: it for name, it in (self._excluded | gone).items() if name not in members}
        self._members = members
        self._save()
        self.server.set_users(self._users())
        self._share_kit()

    def _share_kit(self) -> None:
        """Every stage can then host in this one's place."""
        with suppress(DeviceError, TimeoutError):  # it goes with the next change
            self.server.keep(KIT, self._kit().to_bytes())

    def _save(self) -> None:
        self._number += 1
        known = tuple(self._members.values())
        files.save_members(self._folder, Members(known, self._number, self._own, self._excluded))

    def _kit(self) -> Kit:
        kit = files.load_kit(self._folder, self.edition_id)
        assert kit is not None
        return kit
