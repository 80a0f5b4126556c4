"""An OBS that listens: obs-websocket 5 around a ``FakeStudio``, and what may go wrong with it, on command."""

import asyncio
import base64
import contextlib
import hashlib
import json
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from types import TracebackType
from typing import Any, Self

from aiohttp import WSMsgType, web

from tests.fake_studio import Data, FakeStudio, RefusedError, event_intent

RAW_FAULTS = {
    "deaf": "accepts, and never says anything",
    "hangs_up": "closes what it accepts",
    "another_protocol": "says what a mail server says",
}
HANDSHAKE_FAULTS = {
    "web_site": "answers as a web site",
    "redirects": "answers as a web site that has moved",
    "no_hello": "is a WebSocket that says nothing, as obs-websocket 4",
    "closes_before_hello": "closes once it is a WebSocket",
    "closes_after_hello": "closes after its greeting",
    "cuts_after_hello": "the same, without a word",
    "closes_at_identify": "closes instead of accepting",
    "no_identified": "never accepts nor refuses",
    "garbage_hello": "greets with what is not JSON",
    "other_hello": "greets with JSON of another kind",
    "binary_hello": "greets with bytes",
    "garbage_identified": "accepts with what is not JSON",
    "salt_missing": "asks for a password without saying how",
    "old_hello": "says what obs-websocket 4 says",
    "rpc_0": "is older than protocol 5",
    "rpc_2_only": "no longer speaks RPC version 1",
}
REQUEST_FAULTS = {
    "not_ready": "answers 207 to everything",
    "shuffled": "answers two requests in the wrong order",
    "late": "answers after ``late_s``",
    "unknown_ids": "also answers what nobody asked",
    "mute": "answers nothing as long as it lasts, but its socket lives",
    "mute_to_screenshots": "never answers the request for a picture, and answers all others",
    "stops_reading": "reads and says nothing more",
    "kicks": "ends the session, as its user may by hand",
    "garbage": "answers what is not JSON",
    "bad_status": "answers a request without a code",
    "binary": "answers bytes",
    "huge": "answers more than anybody can hold",
    "short_batch": "answers fewer results than requests",
    "dies_mid_batch": "does the first half of a batch and dies; ``start`` brings it back",
}
FAULTS = {"": "does what it should", **RAW_FAULTS, **HANDSHAKE_FAULTS, **REQUEST_FAULTS}
HUGE_BYTES = 65 << 20
_SALT, _CHALLENGE = "c2FsdA==", "Y2hhbGxlbmdl"


class FakeObs:
    """A context: listens on 127.0.0.1 at ``url``. ``fault`` may be changed at any time.

    Requests are served at the same time, as in OBS: only a batch keeps an order.
    """

    def __init__(self, password: str = "", fault: str = "", browser_source: bool = True) -> None:
        self.password = password
        self.fault = fault
        self.late_s = 0.2
        self.asked: list[str] = []
        """Types of the requests that came, greetings and those of batches included."""
        self.connections = 0
        self.studio = FakeStudio(self._emit, browser_source)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fake obs", daemon=True)
        self._clients: dict[web.WebSocketResponse, tuple[asyncio.Transport, int]] = {}
        self._raw: set[asyncio.Transport] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: list[tuple[web.WebSocketResponse, Data]] = []
        self._server: asyncio.Server | None = None
        self._port = 0

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self._thread.start()
        self._do(self._prepare())
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._do(self._runner.cleanup())
        self._do(self._finish())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def start(self) -> None:
        """Listens, again on the same port after ``stop``."""
        self._do(self._listen())

    def stop(self) -> None:
        """Listens no longer and drops everybody without a word, as a process that dies."""
        self._do(self._die())

    def edit(self, kind: str, **data: Any) -> Data:
        """Does something as the operator does it in OBS itself: everybody hears the event."""
        return self._do(self._edit(kind, data))

    def emit(self, kind: str, data: Data) -> None:
        """Sends an event for which nothing changed."""
        self._loop.call_soon_threadsafe(self._emit, kind, data)

    def _do(self, job: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(job, self._loop).result(10)

    # Listening

    async def _prepare(self) -> None:
        app = web.Application()
        app.router.add_get("/", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()

    async def _listen(self) -> None:
        def accepted() -> asyncio.BaseProtocol:
            assert self._runner.server is not None
            return _Raw(self.fault, self._raw) if self.fault in RAW_FAULTS else self._runner.server()

        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self._port))
        self._port = listener.getsockname()[1]
        self._server = await self._loop.create_server(accepted, sock=listener)

    async def _die(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for transport in [transport for transport, _ in self._clients.values()] + list(self._raw):
            transport.abort()

    async def _finish(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _edit(self, kind: str, data: Data) -> Data:
        return self.studio.ask(kind, data)

    def _later(self, job: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(job)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _emit(self, kind: str, data: Data) -> None:
        intent = event_intent(kind)
        said = {"op": 5, "d": {"eventType": kind, "eventIntent": intent, "eventData": data}}
        for ws, (_, mask) in list(self._clients.items()):
            if mask & intent:
                self._later(_say(ws, said))

    # One client

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self.connections += 1
        if self.fault == "web_site":
            return web.Response(text="Bienvenue")
        if self.fault == "redirects":
            raise web.HTTPFound("ws://127.0.0.1:9/")
        ws = web.WebSocketResponse(max_msg_size=0)
        await ws.prepare(request)
        transport = request.transport
        assert isinstance(transport, asyncio.Transport)
        self._clients[ws] = (transport, 0)
        try:
            mask = await self._handshake(ws, transport)
            if mask is not None:
                self._clients[ws] = (transport, mask)
                async for message in ws:
                    if message.type is WSMsgType.TEXT:
                        self._later(self._request(ws, transport, json.loads(message.data)))
        except (ConnectionError, TimeoutError):
            transport.abort()
        finally:
            self._clients.pop(ws, None)
        return ws

    async def _handshake(self, ws: web.WebSocketResponse, transport: asyncio.Transport) -> int | None:
        """The mask of subscriptions; None when it does not come to that."""
        if self.fault == "closes_before_hello":
            await ws.close(code=1001)
        elif self.fault != "no_hello":
            await self._hello(ws)
        if self.fault == "closes_after_hello":
            await ws.close(code=1001)
        elif self.fault == "cuts_after_hello":
            transport.abort()
        message = await ws.receive()
        if message.type is not WSMsgType.TEXT:
            return None
        said = json.loads(message.data)["d"]
        if self.fault in ("no_hello", "no_identified"):
            await ws.receive()
        elif self.fault == "garbage_identified":
            await ws.send_str("\N{WAVING HAND SIGN}")
        elif self.password and said.get("authentication") != _proof(self.password):
            await ws.close(code=4009, message=b"Authentication failed.")
        elif self.fault == "closes_at_identify":
            await ws.close(code=1011)
        elif said["rpcVersion"] != 1 or self.fault == "rpc_2_only":
            await ws.close(code=4010)
        else:
            await _say(ws, {"op": 2, "d": {"negotiatedRpcVersion": 1}})
            return int(said["eventSubscriptions"])
        return None

    async def _hello(self, ws: web.WebSocketResponse) -> None:
        hello: Data = {"obsWebSocketVersion": "5.5.4", "rpcVersion": {"rpc_0": 0, "rpc_2_only": 2}.get(self.fault, 1)}
        if self.password:
            hello["authentication"] = {"challenge": _CHALLENGE, "salt": _SALT}
        if self.fault == "salt_missing":
            hello["authentication"] = {}
        said = {
            "garbage_hello": "{bonjour",
            "other_hello": json.dumps(["bonjour"]),
            "old_hello": json.dumps({"update-type": "StreamStatus", "streaming": False}),
        }
        if self.fault == "binary_hello":
            await ws.send_bytes(b"\x80\x81")
        else:
            await ws.send_str(said.get(self.fault, json.dumps({"op": 0, "d": hello})))

    # One request

    async def _request(self, ws: web.WebSocketResponse, transport: asyncio.Transport, said: Data) -> None:
        op, data = said["op"], said["d"]
        kinds = [each["requestType"] for each in data["requests"]] if op == 8 else [data["requestType"]]
        self.asked += kinds
        # A greeting gets its answer: what follows goes wrong, not the connection.
        greeted = kinds == ["GetVersion", "GetInputKindList"] and self.fault not in ("not_ready", "mute")
        fault = "" if greeted else self.fault
        if fault in _BREAKS:
            await _BREAKS[fault](ws, transport)
            return
        if fault == "mute_to_screenshots" and "GetSourceScreenshot" in kinds:
            return
        while self.fault == "mute":
            await asyncio.sleep(0.02)
        if fault == "dies_mid_batch" and op == 8:
            await self._batch({**data, "requests": data["requests"][: len(kinds) // 2]})
            await self._die()
            return
        reply = {"op": 9, "d": await self._batch(data)} if op == 8 else {"op": 7, "d": self._single(data)}
        if fault == "short_batch" and op == 8:
            reply["d"]["results"].pop()
        if fault == "bad_status" and op == 6:
            reply["d"]["requestStatus"] = {"result": True}
        if fault == "late":
            await asyncio.sleep(self.late_s)
        if fault == "unknown_ids":
            await _say(ws, {**reply, "d": {**reply["d"], "requestId": "nobody’s"}})
        if fault == "shuffled":
            self._held.append((ws, reply))
            if len(self._held) == 2:
                for who, what in reversed(self._held):
                    await _say(who, what)
                self._held.clear()
            return
        await _say(ws, reply)

    def _single(self, data: Data) -> Data:
        kind = data["requestType"]
        answer: Data = {name: data[name] for name in ("requestType", "requestId") if name in data}
        try:
            if self.fault == "not_ready":
                raise RefusedError(207, "OBS is not ready to perform the request.")
            if kind == "Sleep" and "requestId" in data:
                raise RefusedError(206)
            said = {} if kind == "Sleep" else self.studio.ask(kind, data.get("requestData") or {})
        except RefusedError as refused:
            status = {"result": False, "code": refused.code}
            return answer | {"requestStatus": status | ({"comment": refused.comment} if refused.comment else {})}
        return answer | {"requestStatus": {"result": True, "code": 100}} | ({"responseData": said} if said else {})

    async def _batch(self, data: Data) -> Data:
        results = []
        for each in data["requests"]:
            if each["requestType"] == "Sleep":
                asked = each["requestData"]
                await asyncio.sleep(asked.get("sleepFrames", 0) / 30 + asked.get("sleepMillis", 0) / 1000)
            results.append(self._single(each))
            if data.get("haltOnFailure") and not results[-1]["requestStatus"]["result"]:
                break
        return {"requestId": data["requestId"], "results": results}


class _Raw(asyncio.Protocol):
    """What is no WebSocket at all."""

    def __init__(self, fault: str, held: set[asyncio.Transport]) -> None:
        self._fault = fault
        self._held = held

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._held.add(transport)
        if self._fault == "hangs_up":
            transport.close()
        elif self._fault == "another_protocol":
            transport.write(b"220 mail.example ESMTP\r\n")

    def connection_lost(self, _reason: Exception | None) -> None:
        self._held.discard(self._transport)


async def _say(ws: web.WebSocketResponse, said: Mapping[str, Any]) -> None:
    with contextlib.suppress(ConnectionError, RuntimeError):  # It left meanwhile.
        await ws.send_str(json.dumps(said))


async def _stop_reading(_ws: web.WebSocketResponse, transport: asyncio.Transport) -> None:
    transport.pause_reading()


async def _kick(ws: web.WebSocketResponse, _transport: asyncio.Transport) -> None:
    await ws.close(code=4011, message=b"Session invalidated.")


async def _say_garbage(ws: web.WebSocketResponse, _transport: asyncio.Transport) -> None:
    await ws.send_str('{"op": 7, "d"')


async def _say_bytes(ws: web.WebSocketResponse, _transport: asyncio.Transport) -> None:
    await ws.send_bytes(b"\x80\x81")


async def _say_too_much(ws: web.WebSocketResponse, _transport: asyncio.Transport) -> None:
    with contextlib.suppress(ConnectionError):
        await ws.send_str("a" * HUGE_BYTES)


_BREAKS: dict[str, Callable[[web.WebSocketResponse, asyncio.Transport], Coroutine[Any, Any, None]]] = {
    "stops_reading": _stop_reading,
    "kicks": _kick,
    "garbage": _say_garbage,
    "binary": _say_bytes,
    "huge": _say_too_much,
}


def _proof(password: str) -> str:
    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return digest(digest(password + _SALT) + _CHALLENGE)


def wait_for(done: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether ``done()`` came true within that time."""
    end_s = time.monotonic() + seconds
    while not done() and time.monotonic() < end_s:
        threading.Event().wait(0.01)
    return done()
