"""The configuration of nats-server for one edition: what our own child reads, and what ``hub config`` prints for
another server or a cluster of three.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vi_events.errors import UserError
from vi_events.journal.hub.roles import HubUser, new_password, permissions
from vi_events.journal.hub.subjects import Subjects
from vi_events.sentences import say

DEFAULT_PORT = 4222
MAX_PAYLOAD = 1024 * 1024
MAX_CONNECTIONS = 256
"""Many times the stations of a ceremony; what a flood of strangers may take is bounded."""
ENTRIES_BYTES = 3 * 1024**3
SEALED_BYTES = 256 * 1024**2
DUPLICATE_WINDOW_S = 7 * 24 * 3600
"""An entry published again within that time is known by its id (the server's own default is two minutes)."""
_MEMORY_BYTES = 16 * 1024**2
_LOG_BYTES = 5 * 1024**2
_LOGS_KEPT = 3
_PENDING_BYTES = 32 * 1024**2
"""A station that takes nothing is cut off at that; it connects again and goes on from its last acknowledgement."""
HUB_USER, SYSTEM_USER = "hub", "system"
_SYSTEM_ACCOUNT = "SYS"


@dataclass(frozen=True, slots=True)
class Listen:
    """Where the server listens; ``0.0.0.0`` and ``::`` are all the addresses of the machine."""

    host: str = "0.0.0.0"
    port: int = DEFAULT_PORT

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def local(self) -> "Listen":
        """Where this machine itself reaches it."""
        return Listen({"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host), self.port)


def parse_listen(text: str) -> Listen:
    """``HOST:PORT``, ``HOST`` or ``[IPv6]:PORT``. Raises UserError."""
    host, colon, port = text.strip().rpartition(":")
    if not colon or text.strip().endswith("]"):
        host, port = text.strip(), str(DEFAULT_PORT)
    host = host.removeprefix("[").removesuffix("]")
    if not host or not (port.isascii() and port.isdigit() and 0 < int(port) < 65536) or set(host) & set(" /\"'\\"):
        raise UserError(
            "hub_listen_invalid",
            say("« {0} » n’est pas une adresse où héberger.", text[:60]),
            say("Écrivez par exemple « 0.0.0.0:{0} ».", DEFAULT_PORT),
        )
    return Listen(host, int(port))


@dataclass(frozen=True, slots=True)
class Logins:
    """The passwords of the program itself: the streams' keeper, and the server's."""

    hub: str = field(default_factory=new_password, repr=False)
    system: str = field(default_factory=new_password, repr=False)


@dataclass(frozen=True, slots=True)
class Cluster:
    """One server's part in a cluster. ``routes`` are the others', ``host:port``."""

    server: str
    listen: Listen
    routes: tuple[str, ...]
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Places:
    """The files of a server."""

    store: Path
    certificate: Path
    key: Path
    log: Path | None = None


@dataclass(frozen=True, slots=True)
class HubConfig:
    """All that a configuration follows from."""

    subjects: Subjects
    listen: Listen
    users: tuple[HubUser, ...]
    logins: Logins
    places: Places
    cluster: Cluster | None = None


def configuration(config: HubConfig) -> str:
    """The text of the configuration. It holds passwords: keep it in a file that only its owner reads."""
    server: dict[str, Any] = {
        "server_name": config.cluster.server if config.cluster else f"vi-{config.subjects.edition}",
        "listen": str(config.listen),
        "tls": _tls(config.places),
        "authorization": {"timeout": 5},
        "jetstream": {
            "store_dir": config.places.store.as_posix(),
            "max_file_store": ENTRIES_BYTES + SEALED_BYTES,
            "max_memory_store": _MEMORY_BYTES,
            # An acknowledgement means « on the disk »: the server's own default is every two minutes.
            "sync_interval": "always",
        },
        "max_payload": MAX_PAYLOAD,
        "max_pending": _PENDING_BYTES,
        "max_connections": MAX_CONNECTIONS,
        "max_subscriptions": 64,
        "write_deadline": "5s",
        "ping_interval": "10s",
        "ping_max": 2,
        "accounts": {
            config.subjects.account: _account(config),
            _SYSTEM_ACCOUNT: {"users": [{"user": SYSTEM_USER, "password": config.logins.system}]},
        },
        "system_account": _SYSTEM_ACCOUNT,
    }
    if config.places.log:
        log = config.places.log.as_posix()
        server |= {"log_file": log, "logfile_size_limit": _LOG_BYTES, "logfile_max_num": _LOGS_KEPT}
    if config.cluster:
        server["cluster"] = _cluster(config.cluster, config.places)
    lines = (f"{json.dumps(key)}: {json.dumps(value, indent=2)}" for key, value in server.items())
    return "# VI Events: made by the program, which writes it again. It holds passwords.\n" + "\n".join(lines) + "\n"


def streams(subjects: Subjects, replicas: int = 1) -> Sequence[dict[str, Any]]:
    """The edition's streams, in the terms of JetStream (its API counts in nanoseconds). Nothing in them expires, and
    a full one refuses what is new: stations then keep what they have not passed on.
    """
    common = {
        "retention": "limits",
        "storage": "file",
        "discard": "new",
        "max_age": 0,
        "max_msg_size": MAX_PAYLOAD,
        "num_replicas": replicas,
        "duplicate_window": DUPLICATE_WINDOW_S * 10**9,
        # Asking for a message « directly » would let anyone publish it under another subject (see roles).
        "allow_direct": False,
    }
    return (
        common | {"name": subjects.entries_stream, "subjects": [subjects.entry("*", "*")], "max_bytes": ENTRIES_BYTES},
        # Of each sealed document, the last one only.
        common
        | {"name": subjects.sealed_stream, "subjects": [subjects.sealed(">")], "max_bytes": SEALED_BYTES}
        | {"max_msgs_per_subject": 1},
    )


def consumer(subjects: Subjects, stream: str, token: str) -> dict[str, Any]:
    """What serves a station: each new message at once, and after a while away from about its last acknowledgement on
    (the server does not write those through to the disk), or from where the station asks. One acknowledgement stands
    for all before it.
    """
    return {
        "durable_name": token,
        "deliver_subject": subjects.delivery(stream, token),
        "deliver_policy": "all",
        "ack_policy": "all",
        "ack_wait": 30 * 10**9,
        # Three times what a station applies together: the next ones are there while it writes.
        "max_ack_pending": 6000,
        # The server shows that it still follows the stream for the station, when there is nothing to send.
        "idle_heartbeat": 2 * 10**9,
        "replay_policy": "instant",
    }


def _tls(places: Places) -> dict[str, Any]:
    return {
        "cert_file": places.certificate.as_posix(),
        "key_file": places.key.as_posix(),
        "min_version": "1.3",
        # The server reads its configuration again only once no stranger is silent before encryption is agreed on.
        "timeout": 2,
    }


def _account(config: HubConfig) -> dict[str, Any]:
    users: list[dict[str, Any]] = [{"user": HUB_USER, "password": config.logins.hub}]
    for user in config.users:
        allowed = permissions(user, config.subjects)
        users.append(
            {
                "user": user.token,
                "password": user.password,
                "permissions": {
                    "publish": {"allow": list(allowed.publish)},
                    "subscribe": {"allow": list(allowed.subscribe)},
                },
            }
        )
    # An account's limit on disk counts each copy in a cluster: the server's own limit does, and the streams'.
    limits = {"max_memory": 0, "max_file": -1, "max_streams": 2}
    return {"jetstream": limits, "users": users}


def _cluster(cluster: Cluster, places: Places) -> dict[str, Any]:
    login = f"vi:{cluster.password}"
    return {
        "name": "vi-events",
        "listen": str(cluster.listen),
        "authorization": {"user": "vi", "password": cluster.password, "timeout": 5},
        # The three share one certificate, which vouches for itself and for no name.
        "tls": _tls(places) | {"ca_file": places.certificate.as_posix(), "insecure": True},
        "routes": [f"nats://{login}@{route}" for route in cluster.routes],
    }
