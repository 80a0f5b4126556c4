"""The one connection to OBS: a WebSocket that never waits longer than told, identified by obsws-python (ADR 13)."""

import contextlib
import logging
import socket
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import websocket
from obsws_python.baseclient import ObsClient  # type: ignore[import-untyped]
from obsws_python.error import OBSSDKError  # type: ignore[import-untyped]

from vi_events.webtv.obs_protocol import CLOSE_TROUBLES, HELLO, RPC_VERSION, Address, TroubleError, parse_message

CONNECT_S = 2.0
IDENTIFY_S = 3.0
SEND_S = 2.0
"""OBS reads a frame within that time, or the connection is given up."""
MAX_MESSAGE_BYTES = 64 << 20
"""Above the picture of a 4K scene as PNG in base 64."""
_MESSAGES_AT_ONCE = 64
_TEXT, _CLOSE = websocket.ABNF.OPCODE_TEXT, websocket.ABNF.OPCODE_CLOSE
_log = logging.getLogger(__name__)


class ObsSocket:
    """Owned by one thread; only ``abort`` may be called from another. Every trouble is a TroubleError."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._tcp: _Tcp | None = None
        self._ws = websocket.WebSocket()
        self.identified = False

    def open(self, password: Callable[[], str], events: int) -> None:
        """Connects and identifies, within ``CONNECT_S`` for each address of the host and ``IDENTIFY_S``."""
        self._tcp = _connect(self._address)
        self._tcp.read_until_s = self._tcp.send_until_s = time.monotonic() + IDENTIFY_S
        try:
            # Without redirections: each would be another connection, without our limits.
            url = f"ws://{self._address}"
            self._ws.connect(url, socket=self._tcp, redirect_limit=0)  # type: ignore[no-untyped-call]
            op, hello = parse_message(self._next_text())
            if op != HELLO:
                raise TroubleError("not_obs")
            self._identify(hello, password, events)
        except websocket.WebSocketTimeoutException:
            raise TroubleError("silent") from None
        except (websocket.WebSocketConnectionClosedException, ConnectionError):
            raise TroubleError("hung_up") from None
        except TimeoutError:
            raise TroubleError("silent") from None
        except (websocket.WebSocketException, OSError, ValueError):
            raise TroubleError("not_obs") from None
        self.identified = True

    def _identify(self, hello: dict[str, Any], password: Callable[[], str], events: int) -> None:
        version = hello.get("rpcVersion")
        if not isinstance(version, int):
            raise TroubleError("not_obs")
        if version < RPC_VERSION:
            raise TroubleError("too_old")
        secret = _read(password) if "authentication" in hello else ""
        # ObsClient's own constructor would connect without a limit, log the password and hide the close code.
        client = SimpleNamespace(
            ws=SimpleNamespace(send=self._ws.send, recv=self._next_text),
            server_hello={"d": hello},
            password=secret,
            subs=events,
        )
        try:
            identified = ObsClient.authenticate(client)
            if identified["negotiatedRpcVersion"] != RPC_VERSION:
                raise TroubleError("too_new")
        except (OBSSDKError, LookupError, TypeError, RecursionError):
            raise TroubleError("not_obs") from None

    def _next_text(self) -> str:
        """The next message while identifying: waits for it."""
        while True:
            text = self._next_frame()
            if text is not None:
                return text.decode("utf-8")

    def _next_frame(self) -> bytes | None:
        """A text; None for a ping or a pong."""
        assert self._tcp is not None
        opcode, frame = self._ws.recv_data_frame(control_frame=True)
        self._tcp.taken_bytes = 0
        if opcode == _TEXT:
            return bytes(frame.data)
        if opcode == _CLOSE:
            code = int.from_bytes(frame.data[:2], "big")
            raise TroubleError(CLOSE_TROUBLES.get(code, "cut" if self.identified else "hung_up"))
        if opcode == websocket.ABNF.OPCODE_BINARY:
            raise TroubleError("not_obs")
        return None

    def receive(self) -> list[tuple[int, dict[str, Any]]]:
        """The messages that are there, without waiting; at most ``_MESSAGES_AT_ONCE``."""
        assert self._tcp is not None
        messages = []
        self._tcp.read_until_s = 0.0
        self._tcp.send_until_s = time.monotonic() + SEND_S  # a pong may be due
        try:
            for _ in range(_MESSAGES_AT_ONCE):
                text = self._next_frame()
                if text is not None:
                    messages.append(parse_message(text))
        except websocket.WebSocketTimeoutException:
            pass  # No more for now; half a frame is kept for the next time.
        except (websocket.WebSocketProtocolException, websocket.WebSocketPayloadException):
            raise TroubleError("not_obs") from None
        except (websocket.WebSocketException, OSError):
            raise TroubleError("cut") from None
        return messages

    def send(self, frame: bytes) -> None:
        self._write(frame, _TEXT)

    def ping(self) -> None:
        self._write(b"", websocket.ABNF.OPCODE_PING)

    def _write(self, payload: bytes, opcode: int) -> None:
        assert self._tcp is not None
        self._tcp.send_until_s = time.monotonic() + SEND_S
        try:
            self._ws.send(payload, opcode)
        except (websocket.WebSocketTimeoutException, TimeoutError):
            raise TroubleError("mute") from None
        except (websocket.WebSocketException, OSError):
            raise TroubleError("cut") from None

    @property
    def heard_s(self) -> float:
        """When something last came, on the monotonic clock."""
        assert self._tcp is not None
        return self._tcp.heard_s

    def fileno(self) -> int:
        assert self._tcp is not None
        return self._tcp.fileno()

    def abort(self) -> None:
        """Ends what the owner waits for, now; from any thread."""
        if self._tcp is not None:
            with contextlib.suppress(OSError):
                self._tcp.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Says good-bye without waiting for the answer."""
        if self._tcp is None:
            return
        if self.identified:
            self._tcp.send_until_s = 0.0
            with contextlib.suppress(websocket.WebSocketException, OSError):
                self._ws.send_close()
        self._tcp.close()


def _read(password: Callable[[], str]) -> str:
    try:
        secret = password()
    except Exception as problem:  # noqa: BLE001 (any keyring; its words might hold the password)
        _log.warning("the OBS password cannot be read: %s", type(problem).__name__)
        raise TroubleError("password_unreadable") from None
    if not secret:
        raise TroubleError("no_password")
    return secret


def _connect(address: Address) -> "_Tcp":
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise TroubleError("unknown_host") from None
    for family, kind, protocol, _, where in found:
        tcp = _Tcp(family, kind, protocol)
        try:
            tcp.settimeout(CONNECT_S)
            tcp.connect(where)
            tcp.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            tcp.close()
        else:
            return tcp
    raise TroubleError("nothing")


class _Tcp(socket.socket):
    """Limits a whole exchange, not each byte of it: what drips does not hold its reader up for ever."""

    read_until_s = 0.0
    """On the monotonic clock; in the past: takes only what is there."""
    send_until_s = 0.0
    heard_s = 0.0
    taken_bytes = 0
    """Of the message that is being read."""

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        self.settimeout(max(0.0, self.read_until_s - time.monotonic()))
        try:
            data = super().recv(size, flags)
        except BlockingIOError:
            raise TimeoutError("timed out") from None
        self.heard_s = time.monotonic()
        self.taken_bytes += len(data)
        if self.taken_bytes > MAX_MESSAGE_BYTES:
            raise websocket.WebSocketPayloadException("too large")
        return data

    def send(self, data: Any, flags: int = 0, /) -> int:
        self.settimeout(max(0.0, self.send_until_s - time.monotonic()))
        try:
            return super().send(data, flags)
        except BlockingIOError:
            raise TimeoutError("timed out") from None
