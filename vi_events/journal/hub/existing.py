"""An edition hosted on a NATS server, or a cluster of three, that somebody else runs with our configuration.

The same verbs as our own child (``server.HubServer``), but for starting it: its users are those of the configuration
that was given to it (``hub config``), so a station can only come if it was in there.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path

from vi_events.clock import NowMs, wall_ms
from vi_events.errors import DeviceError, ViError
from vi_events.journal.hub.admin import Admin
from vi_events.journal.hub.certificate import Certificate, kept_certificate, pinned
from vi_events.journal.hub.config import Listen, Logins
from vi_events.journal.hub.roles import HubUser
from vi_events.journal.hub.server import HubState, Phase
from vi_events.journal.hub.subjects import Subjects


class ExistingServer:
    """``addresses`` are those of the servers, any of which does; ``folder`` holds the edition's certificate."""

    def __init__(
        self,
        folder: Path,
        edition_id: str,
        addresses: Sequence[Listen],
        users: Sequence[HubUser],
        logins: Logins,
        now_ms: NowMs = wall_ms,
    ) -> None:
        self._folder, self._addresses, self._now_ms = folder, tuple(addresses), now_ms
        self._subjects = Subjects(edition_id)
        self._users = tuple(users)
        self._logins = logins
        self._certificate: Certificate | None = None
        self.state = HubState()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the certificate, for joining; empty before the first start."""
        return self._certificate.fingerprint if self._certificate else ""

    def start(self) -> None:
        """Makes the streams there. Raises DeviceError when no server answers, or none takes our configuration."""
        self._certificate = kept_certificate(self._folder, (), self._now_ms())
        self._ask(self._prepare)
        self.state = HubState(Phase.RUNNING)

    def stop(self) -> None:
        """The server goes on; this station no longer keeps it."""
        self.state = HubState()

    def set_users(self, users: Sequence[HubUser]) -> None:
        """Those that the streams are served to; who may connect at all is in the server's configuration."""
        self._users = tuple(users)
        if self.state.phase is Phase.RUNNING:
            self._ask(self._prepare)

    def say(self, subject: str, data: bytes) -> None:
        """A plain message of the hub itself."""
        self._ask(lambda admin: admin.say(subject, data))

    def keep(self, name: str, data: bytes) -> None:
        """Puts a sealed document into the stage's stream."""
        self._ask(lambda admin: admin.keep(name, data))

    def purge(self, sealed: bool) -> None:
        """Deletes every entry that the server holds, after an erasure (as ``HubServer.purge``)."""

        async def purge(admin: Admin) -> None:
            await admin.purge(self._users, sealed, self._replicas)

        self._ask(purge)

    @property
    def _replicas(self) -> int:
        return 3 if len(self._addresses) == 3 else 1

    async def _prepare(self, admin: Admin) -> None:
        await admin.prepare(self._users, self._replicas)

    def _ask(self, verb: Callable[[Admin], Awaitable[None]]) -> None:
        assert self._certificate
        context = pinned(self._certificate.certificate.read_text(encoding="ascii"))

        async def first_that_answers() -> None:
            problem: ViError | None = None
            for address in self._addresses:
                admin = Admin(address, context, self._logins, self._subjects)
                try:
                    await verb(admin)
                    return
                except DeviceError as refused:
                    problem = refused
                finally:
                    await admin.close()
            assert problem
            self.state = replace(self.state, error=problem)
            raise problem

        asyncio.run(first_that_answers())
        self.state = replace(self.state, error=None)
