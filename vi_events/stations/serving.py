"""The server that this station runs while it hosts, and the watch for another host of the same edition."""

from collections.abc import Callable
from contextlib import ExitStack

from vi_events.app import OpenEdition
from vi_events.clock import NowMs
from vi_events.edition import erasure
from vi_events.errors import UserError
from vi_events.journal.hub.config import Listen
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role
from vi_events.journal.store import Store
from vi_events.sentences import say
from vi_events.stations import files, handing_over, rivals
from vi_events.stations.beside import Messages
from vi_events.stations.hosting import Hosting

Search = Callable[[str], tuple[str, ...]]
"""Gives the addresses of the hosts of an edition, by its id; may take seconds."""


class Serving:
    """Used in the thread of the stations; ``hosting`` and ``trouble`` may be read from any. ``changed`` is called when
    another host is found, or gone.
    """

    def __init__(
        self, opened: OpenEdition, machine: str, search: Search, now_ms: NowMs, changed: Callable[[], None]
    ) -> None:
        self.hosting: Hosting | None = None
        self._opened, self._machine = opened, machine
        self._search, self._now_ms, self._changed = search, now_ms, changed
        self._running = ExitStack()
        self._rival = ""
        """The address of another host of this edition."""
        self._suspects: tuple[str, ...] = ()

    @property
    def trouble(self) -> str:
        """A sentence while two stations host; empty otherwise."""
        if not self._rival:
            return ""
        return say(
            "Un autre poste héberge aussi cette édition ({0})\u202f: les postes de l’un ne voient pas ce "
            "que font ceux de l’autre. Arrêtez l’hébergement de l’un des deux, puis faites-le "
            "rejoindre l’autre par un lien.",
            self._rival,
        )

    def hosting_or_refuse(self) -> Hosting:
        """UserError ``not_hosting``."""
        if self.hosting is None:
            raise UserError("not_hosting", "Ce poste n’héberge pas l’édition.", "Commencez par «\u202fHéberger\u202f».")
        return self.hosting

    def refuse_second(self, is_linked: bool) -> None:
        """UserError ``hub_elsewhere`` when another station hosts the edition."""
        known = files.load_membership(self._opened.folder)
        if known is None:
            return
        # Asked where it was last, first: not every network lets hosts be looked for.
        found = known.servers if is_linked or _hosted(known) else self._search(known.edition_id)
        if found:
            raise UserError(
                "hub_elsewhere",
                say("Un autre poste héberge déjà cette édition ({0}).", ", ".join(found[:2])),
                "Demandez-lui de vous confier l’hébergement, ou arrêtez-le d’abord.",
            )

    def begin(self, listen: Listen, role: Role, servers: tuple[Listen, ...] = ()) -> Membership:
        """Starts the server; gives this station's own access to it."""
        before = files.load_membership(self._opened.folder)
        # Where the host was in whose place this station hosts now: it may come back.
        self._suspects = before.servers if before is not None and not before.hosts else ()
        hosting = Hosting(self._opened, listen, self._machine, role, servers)
        membership = self._running.enter_context(hosting.running(self._now_ms))
        self.hosting = hosting

        def suspects() -> tuple[str, ...]:
            return tuple(dict.fromkeys((*self._suspects, *self._search(hosting.edition_id))))

        message = Messages(self._opened, membership, self._search).hosting(hosting.addresses)
        self._running.enter_context(rivals.watched(lambda: hosting.own, suspects, message, self._on_rival))
        return membership

    def suspect(self, servers: tuple[str, ...]) -> None:
        """Another station says that it hosts there: it is looked at."""
        self._suspects = servers

    def end(self) -> None:
        self.hosting, self._rival = None, ""
        self._running.close()

    def purge(self, whole: bool) -> None:
        """An erasure was decided: the server keeps nothing of it either. ``whole``: of the edition."""
        self.hosting_or_refuse().purge(whole)
        self._opened.core.call(self._finish_erasure)

    def _finish_erasure(self, store: Store) -> None:
        author = self._opened.reception.settings.author
        change = erasure.finish(store, self._opened.folder, author, erasure.Hub.PURGED)
        if change is not None:
            self._opened.core.publish(change)

    def _on_rival(self, address: str) -> None:
        if address != self._rival:
            self._rival = address
            self._changed()


def _hosted(membership: Membership) -> bool:
    """Whether the edition's host answers where it was last, be it to refuse this station."""
    problem = handing_over.refusal(membership)
    return problem is None or problem.code == "hub_refused"
