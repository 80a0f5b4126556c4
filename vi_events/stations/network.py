"""One open edition among several stations: alone, joined to a host, or hosting; for the window and ``hub serve``."""

import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Event
from typing import Any, TypeVar

from vi_events.app import OpenEdition
from vi_events.clock import NowMs, wall_ms
from vi_events.errors import StorageError, UserError, ViError
from vi_events.journal.entry import Entry
from vi_events.journal.erasing import EDITION_ERASED, ERASING
from vi_events.journal.hub import discovery
from vi_events.journal.hub.client import Here, HubClient
from vi_events.journal.hub.config import Listen, parse_listen
from vi_events.journal.hub.joining import Invitation
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.subjects import station_token
from vi_events.journal.hub.views import CONNECTED, NEWER, HubView
from vi_events.journal.store import Change
from vi_events.sentences import say, say_of
from vi_events.stations import files, handing_over
from vi_events.stations.beside import Messages
from vi_events.stations.files import Kit
from vi_events.stations.hosting import Hosting
from vi_events.stations.serving import Search, Serving
from vi_events.stations.views import MemberView, NetworkView

T = TypeVar("T")
_log = logging.getLogger(__name__)
_PARTING_S = 2.0


Listener = Callable[[NetworkView], None]


class Network:
    """The others, as the rest of the program sees them. Its verbs may be called from any thread and give futures; to
    be closed before the edition.
    """

    def __init__(
        self,
        opened: OpenEdition,
        listen: Listen = Listen(),  # noqa: B008 (frozen)
        now_ms: NowMs = wall_ms,
        search: Search = discovery.discover_servers,
    ) -> None:
        self._opened = opened
        self._listen = listen
        self._now_ms = now_ms
        self._search = search
        self._machine = files.machine_id(opened.folder.parent)
        self._work = ThreadPoolExecutor(1, "stations")
        self._ending = Event()
        self._listeners: list[Listener] = []
        self._client: HubClient | None = None
        self._messages: Messages | None = None
        self._serving = Serving(opened, self._machine, search, now_ms, self._tell)
        self._trouble = ""
        self._surfaces: Mapping[str, Any] = {}
        self._on_surfaces: Callable[[str, Mapping[str, Any]], None] = lambda *_: None
        opened.core.subscribe(self._on_change)
        opened.reception.printing.follow_link(self._in_touch)

    # What is seen

    @property
    def _own(self) -> str:
        """This station's name, which may be changed as long as it works alone."""
        return self._opened.reception.settings.author.station

    @property
    def role(self) -> str:
        """This station's role among the others; empty while it works alone."""
        client = self._client
        return client.membership.role if client else ""

    def view(self) -> NetworkView:
        client, hosting, messages = self._client, self._serving.hosting, self._messages
        trouble = self._trouble or (messages.sealed_trouble if messages else "") or self._serving.trouble
        hub = client.view if client else HubView()
        if hosting is None:
            return NetworkView(hub, self.role, trouble=trouble)
        state = hosting.server.state
        members = tuple(
            MemberView(
                each.user.station,
                each.user.role,
                station_token(each.user.station) in state.stations,
                each.user.station == self._own,
                each.knows_all,
            )
            for each in hosting.members()
        )
        return NetworkView(hub, self.role, state, hosting.addresses, members, trouble)

    def identity(self) -> dict[str, str]:
        """What tells this edition's host from another: its id and the fingerprint of its certificate."""
        hosting = self._serving.hosting_or_refuse()
        return {"edition_id": hosting.edition_id, "fingerprint": hosting.server.fingerprint}

    def listen(self, listener: Listener) -> None:
        """``listener`` is told of every change, in a thread of ours."""
        self._listeners.append(listener)

    def show_surfaces(self, surfaces: Mapping[str, Any]) -> None:
        """What the surfaces of this station really show: the webtv hears of the stage's, and the other way round."""
        self._surfaces = dict(surfaces)
        if self._messages is not None and self._client is not None:
            self._messages.surfaces = self._surfaces
            self._client.say(*self._messages.showing())

    def hear_surfaces(self, listener: Callable[[str, Mapping[str, Any]], None]) -> None:
        """``listener`` gets the station and what its surfaces show, in the hub's thread."""
        self._on_surfaces = listener
        if self._messages is not None:
            self._messages.on_surfaces = listener

    def _in_touch(self) -> bool:
        """Whether what others said reaches this station; always, while it works alone."""
        client = self._client
        return client is None or client.view.state in (CONNECTED, NEWER)

    # Verbs

    def start(self) -> "Future[None]":
        """Takes up what this station was when its program last ended: hosting, joined, or alone."""
        return self._submit(self._resume)

    def link(self) -> "Future[None]":
        """Takes part as it joined, without hosting."""
        return self._submit(self._link)

    def host(
        self, listen: Listen | None = None, role: Role = Role.STAGE, servers: tuple[Listen, ...] = ()
    ) -> "Future[None]":
        """Hosts the edition here. UserError ``hub_elsewhere`` when another station does, and what keeps the server
        from starting. ``servers``: a server that others run, instead of our own.
        """
        return self._submit(lambda: self._host(listen or self._listen, role, servers))

    def stop_hosting(self) -> "Future[None]":
        """The server ends; every station goes on alone until one hosts again."""

        def stop() -> None:
            files.mark_hosting(self._opened.folder, None)
            self._serving.end()

        return self._submit(stop)

    def invite(self, role: Role) -> "Future[Invitation]":
        """A link for one more station."""
        return self._submit(lambda: self._serving.hosting_or_refuse().invite(role))

    def revoke(self, station: str) -> "Future[None]":
        """A station is cut off; what it had sent stays."""
        return self._submit(lambda: self._change_access(lambda hosting: hosting.revoke(station)))

    def renew(self) -> "Future[None]":
        """The hub's certificate and every access are replaced; stations that are away need a new link."""
        return self._submit(lambda: self._change_access(Hosting.renew))

    def hand_over(self, station: str) -> "Future[None]":
        """Another station hosts from now on. UserError when it does not take it: this one then goes on hosting."""
        return self._submit(lambda: self._hand_over(station))

    def leave(self) -> "Future[None]":
        """This station works alone from now on; its journal stays whole."""

        def leave() -> None:
            if self._serving.hosting is not None:
                raise UserError("station_hosts", "Ce poste héberge.", "Confiez ou arrêtez d’abord l’hébergement.")
            self._unlink()
            files.forget_membership(self._opened.folder)

        return self._submit(leave)

    def part(self) -> "Future[None]":
        """What was recorded here gets a moment to leave."""

        def part() -> None:
            if self._client is not None:
                self._client.wait_until_sent(_PARTING_S)

        return self._submit(part)

    def quit_refusal(self) -> str:
        """Why the program should not end now: others depend on this station. Empty when it may."""
        others = [each for each in self.view().members if each.here and not each.own]
        if not others:
            return ""
        names = ", ".join(each.name for each in others[:4])
        return say_of(
            len(others),
            "Ce poste héberge l’édition pour {0} autre\u202f: {1}. Confiez-lui d’abord l’hébergement.",
            "Ce poste héberge l’édition pour {0} autres\u202f: {1}. Confiez d’abord l’hébergement à l’un d’eux.",
            names,
        )

    def close(self) -> None:
        """Ends the link, and the server when it is here."""
        self._ending.set()
        self._work.shutdown(cancel_futures=True)
        self._unlink()
        self._serving.end()

    # In the thread of the stations

    def _submit(self, verb: Callable[[], T]) -> "Future[T]":
        def run() -> T:
            try:
                done = verb()
            except ViError as problem:
                self._say(str(problem))
                raise
            except (OSError, TimeoutError) as problem:
                failed = _not_done(problem)
                self._say(str(failed))
                raise failed from problem
            self._say("")
            return done

        return self._work.submit(run)

    def _say(self, trouble: str) -> None:
        self._trouble = trouble
        self._tell()

    def _resume(self) -> None:
        before = files.was_hosting(self._opened.folder)
        if before is None:
            self._link()
            return
        try:
            membership = files.load_membership(self._opened.folder)
            self._host(parse_listen(before), membership.role if membership else Role.STAGE)
        except ViError:
            if self._client is None:
                self._link()
            raise

    def _link(self) -> None:
        membership = files.load_membership(self._opened.folder)
        if membership is not None and membership.station == self._own:
            self._start(membership)
        elif membership is not None:
            raise UserError(
                "station_renamed",
                say(
                    "Ce poste a rejoint l’hôte sous le nom «\u202f{0}\u202f», et s’appelle maintenant "
                    "«\u202f{1}\u202f».",
                    membership.station,
                    self._own,
                ),
                "Reprenez ce nom dans les réglages, ou rejoignez l’hôte par un nouveau lien.",
            )

    def _start(self, membership: Membership) -> None:
        self._messages = messages = Messages(self._opened, membership, self._search)
        messages.surfaces, messages.on_surfaces = self._surfaces, self._on_surfaces
        messages.on_kit = lambda kit: self._take_hosting_later(kit)
        messages.on_hosting = lambda _station, servers: self._serving.suspect(servers)
        here = Here(self._opened.folder, self._machine)
        self._client = HubClient(self._opened.core, membership, here, self._now_ms, messages.beside())
        self._client.listen(self._on_view)
        self._client.start()

    def _unlink(self) -> None:
        client, self._client, self._messages = self._client, None, None
        if client is not None:
            client.close()

    def _host(self, listen: Listen, role: Role, servers: tuple[Listen, ...] = ()) -> None:
        if self._serving.hosting is not None:
            return
        self._serving.refuse_second(self._client is not None and self._client.view.state == CONNECTED)
        before = self._client is not None
        self._unlink()
        try:
            membership = self._serving.begin(listen, role, servers)
        except BaseException:
            if before:
                self._link()
            raise
        files.mark_hosting(self._opened.folder, str(listen))
        self._start(membership)

    def _change_access(self, change: Callable[[Hosting], None]) -> None:
        hosting = self._serving.hosting_or_refuse()
        try:
            change(hosting)
        finally:  # it may have failed once the access had changed
            if self._client is not None:
                self._client.take(hosting.own)

    # Handing over

    def _hand_over(self, station: str) -> None:
        hosting, client, messages = self._serving.hosting_or_refuse(), self._client, self._messages
        assert client is not None
        assert messages is not None
        if not any(each.name == station and each.here for each in self.view().members):
            raise UserError(
                "station_away",
                say("Le poste «\u202f{0}\u202f» n’est pas en liaison.", station[:40]),
                "Choisissez-en un autre.",
            )
        handing_over.give(station, hosting, client, messages, self._ending)
        files.mark_hosting(self._opened.folder, None)
        self._serving.end()

    def _take_hosting_later(self, kit: Kit) -> None:
        with suppress(RuntimeError):  # closing
            self._submit(lambda: self._take_hosting(kit))

    def _take_hosting(self, kit: Kit) -> None:
        """The host asked this station to host in its place."""
        client, messages = self._client, self._messages
        if client is None or messages is None or self._serving.hosting is not None:
            return
        before = client.membership
        files.save_kit(self._opened.folder, kit)
        self._serving.begin(self._listen, before.role)
        hosting = self._serving.hosting_or_refuse()
        addresses = hosting.addresses  # this computer may get another one meanwhile
        if not handing_over.taken(client, lambda: client.say(*messages.hosting(addresses)), addresses, self._ending):
            self._serving.end()
            files.save_membership(self._opened.folder, before)
            raise UserError(
                "handover_unconfirmed", "L’hôte n’a pas confirmé qu’il confie l’hébergement\u202f: il le garde."
            )
        files.mark_hosting(self._opened.folder, str(self._listen))
        client.take(hosting.own)

    # Told by others

    def _on_change(self, change: Change) -> None:
        self._purge_after(change.entries)
        messages, client = self._messages, self._client
        if messages is None or client is None:
            return
        for subject, data in messages.prepare(change):
            client.say(subject, data)

    def _purge_after(self, entries: tuple[Entry, ...]) -> None:
        """An erasure was decided, here or elsewhere: the server that this station runs keeps nothing of it either."""
        kinds = {entry.kind for entry in entries} & set(ERASING)
        if not kinds or self._serving.hosting is None:
            return

        with suppress(RuntimeError):  # closing: it is done when the edition is next opened
            self._submit(lambda: self._serving.purge(EDITION_ERASED in kinds))

    def _on_view(self, view: HubView) -> None:
        self._opened.webtv.stage_heard(self.role != Role.WEBTV or view.stage_heard)
        self._tell()

    def _tell(self) -> None:
        if self._ending.is_set():
            return
        view = self.view()
        for listener in list(self._listeners):
            try:
                listener(view)
            except Exception:  # noqa: BLE001 (a view's mistake must not cut the link)
                _log.exception("a listener failed")


@contextmanager
def linked(opened: OpenEdition) -> Iterator[Network]:
    """For a command: linked as long as it runs, never hosting; what it recorded gets a moment to leave."""
    network = Network(opened)
    try:
        network.link()
        yield network
    finally:
        network.part().result()
        network.close()


def _not_done(problem: OSError | TimeoutError) -> StorageError:
    why = getattr(problem, "strerror", None) or say("pas de réponse à temps")
    return StorageError(
        "stations_not_done",
        say("Ce qui était demandé ne s’est pas fait ({0}).", why),
        "Vérifiez la place sur le disque et les droits sur le dossier de l’édition, puis recommencez.",
    )
