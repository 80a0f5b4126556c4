"""Serves the overlays to OBS, on this computer only: pages over HTTP, what is on air over a WebSocket.

    /<token>/all                 every overlay (``?only=award,lower_third`` for some)
    /<token>/<kind>              one
    /<token>/preview             the designer's page
    /<token>/assets/<name>       style, scripts, fonts, pictures
    /<token>/ws?page=<name>      the link of a page

To a page: ``{"now_ms", "snapshot"}`` (``OnAir.to_json``) when it connects and at each change, ``{"now_ms"}`` every
second, so that it notices when the program hangs. From a page: ``{"painted": epoch, "outside": [kind…]}`` once that is
on the picture, with the kinds of which a text leaves the safe area. Anything else is a 404 with nothing in it.
"""

import asyncio
import hmac
import logging
import re
import secrets
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from vi_events.clock import wall_ms
from vi_events.errors import DeviceError
from vi_events.sentences import say
from vi_events.webtv.overlays import KINDS
from vi_events.webtv.pages import ALL, OverlayTheme, Pages

PaintedListener = Callable[[str, int], None]
"""``listener(page, epoch)``, in the server's thread; the page by its name, ``all`` or its kinds."""

_LOOPBACK = "127.0.0.1"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,128}")
_PAGE_NAME = re.compile(r"[a-z_,]{1,120}")
_BEAT_S = 1.0
_SEND_S = 5.0
"""A page that takes nothing for so long is dropped; it connects again if it still lives."""
_PING_S = 6.0
_LARGEST_MESSAGE = 4096
_CLOSING_S = 0.5
_EMPTY = '{"epoch":0,"overlays":{}}'
_LOG = logging.getLogger(__name__)


def new_token() -> str:
    """An address that cannot be guessed (192 bits). Keep it: OBS remembers the addresses of its pages."""
    return secrets.token_urlsafe(24)


def base_url(port: int, token: str) -> str:
    """Below it are the pages."""
    return f"http://{_LOOPBACK}:{port}/{token}"


@dataclass(eq=False, slots=True)
class _Page:
    """One connected page. Only the latest snapshot waits for it, never a queue."""

    name: str
    socket: web.WebSocketResponse
    news: asyncio.Event = field(default_factory=asyncio.Event)
    outside: frozenset[str] = frozenset()


class OverlayServer:
    """The server, in a thread of its own. Public members may be used from any thread and never wait for a page."""

    def __init__(self, theme: OverlayTheme, token: str, port: int = 0, template_folder: Path | None = None) -> None:
        """``port`` 0 takes a free one. ``token`` from ``new_token``, kept by the caller like the port."""
        if not _TOKEN.fullmatch(token):
            raise ValueError("the token of the overlays is too short or has odd characters")
        self._content = Pages(theme, template_folder)
        self._token = token
        self._port = port
        self._snapshot = _EMPTY
        self._pages: tuple[_Page, ...] = ()
        self._listeners: tuple[PaintedListener, ...] = ()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopping = asyncio.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> str:
        """The base address of the pages. Raises DeviceError ``overlay_port`` when the port is taken."""
        started: Future[None] = Future()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run(started)), name="overlays", daemon=True)
        self._thread.start()
        started.result()
        return base_url(self._port, self._token)

    def show(self, snapshot: Mapping[str, Any]) -> None:
        """Every page shows ``snapshot`` (``OnAir.to_json``), those that connect later too."""
        self._snapshot = orjson.dumps(snapshot).decode()
        self._call(self._wake)

    def on_painted(self, listener: PaintedListener) -> None:
        """``listener`` hears of each snapshot that a page has painted."""
        self._listeners = (*self._listeners, listener)

    @property
    def pages(self) -> tuple[str, ...]:
        """The names of the pages connected now."""
        return tuple(page.name for page in self._pages)

    @property
    def problems(self) -> tuple[str, ...]:
        """What a designer has to put right, one sentence each."""
        outside = (
            say(
                "L’habillage «\u202f{0}\u202f» sort de la zone sûre de l’image\u202f: raccourcissez le texte ou "
                "agrandissez sa place dans le modèle.",
                kind,
            )
            for kind in KINDS
            if any(kind in page.outside for page in self._pages)
        )
        return (*self._content.problems, *outside)

    def close(self) -> None:
        """Pages are left with their last picture, and look for the server again."""
        self._call(self._stopping.set)
        if self._thread is not None:
            self._thread.join(timeout=3)

    def _call(self, function: Callable[[], None]) -> None:
        """Runs ``function`` in the server's thread, if there is one."""
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # the loop has just closed
                loop.call_soon_threadsafe(function)

    # In the server's thread

    async def _run(self, started: "Future[None]") -> None:
        runner = web.ServerRunner(web.Server(self._answer, access_log=None), shutdown_timeout=_CLOSING_S)
        await runner.setup()
        try:
            await web.TCPSite(runner, _LOOPBACK, self._port).start()
        except OSError:
            await runner.cleanup()
            started.set_exception(_port_taken(self._port))
            return
        self._port = int(runner.addresses[0][1])
        self._loop = asyncio.get_running_loop()
        started.set_result(None)
        await self._stopping.wait()
        self._loop = None
        closing = [page.socket.close(code=WSCloseCode.GOING_AWAY) for page in self._pages]
        with suppress(TimeoutError):
            async with asyncio.timeout(_CLOSING_S):
                await asyncio.gather(*closing, return_exceptions=True)
        await runner.cleanup()

    def _wake(self) -> None:
        for page in self._pages:
            page.news.set()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        host = f"{_LOOPBACK}:{self._port}"
        _, _, path = request.path.partition("/")
        token, _, wanted = path.partition("/")
        known = hmac.compare_digest(token.encode("utf-8", "replace"), self._token.encode())
        # The Host tells a page of the outside whose name was made to lead here (DNS rebinding).
        if not known or request.method != "GET" or request.headers.get("Host") != host:
            return _response(404)
        origin = request.headers.get("Origin")
        if wanted == "ws":
            return await self._link(request) if origin == f"http://{host}" else _response(404)
        if origin not in (None, f"http://{host}"):
            return _response(404)
        return self._page_or_asset(wanted, request.query.get("only", ""))

    def _page_or_asset(self, wanted: str, only: str) -> web.Response:
        folder, _, name = wanted.rpartition("/")
        if folder == "assets":
            asset = self._content.asset(name)
            return _response(200, asset.body, asset.media_type, self._port) if asset else _response(404)
        if wanted == "preview":
            return _response(200, self._content.preview().encode(), _HTML, self._port)
        asked = set(filter(None, only.split(","))) or set(KINDS) if wanted == ALL else {wanted}
        if not asked <= set(KINDS):
            return _response(404)
        shown = tuple(kind for kind in KINDS if kind in asked)
        return _response(200, self._content.overlay_page(shown).encode(), _HTML, self._port)

    async def _link(self, request: web.BaseRequest) -> web.StreamResponse:
        name = request.query.get("page", ALL)
        socket = web.WebSocketResponse(heartbeat=_PING_S, max_msg_size=_LARGEST_MESSAGE, compress=False)
        if not _PAGE_NAME.fullmatch(name) or not socket.can_prepare(request):
            return _response(404)
        await socket.prepare(request)
        page = _Page(name, socket)
        self._pages = (*self._pages, page)
        writer = asyncio.create_task(self._write(page, request))
        try:
            async for message in socket:
                self._hear(page, message)
        finally:
            self._pages = tuple(each for each in self._pages if each is not page)
            writer.cancel()
        return socket

    async def _write(self, page: _Page, request: web.BaseRequest) -> None:
        """Sends the latest snapshot whenever there is one, and a beat in between."""
        sent = ""
        with suppress(ConnectionError):  # its reader ends it
            while not page.socket.closed:
                page.news.clear()
                snapshot = self._snapshot
                said = "" if snapshot is sent else f',"snapshot":{snapshot}'
                try:
                    async with asyncio.timeout(_SEND_S):
                        await page.socket.send_str(f'{{"now_ms":{wall_ms()}{said}}}')
                except TimeoutError:
                    if request.transport is not None:
                        request.transport.abort()
                    return
                sent = snapshot
                with suppress(TimeoutError):
                    async with asyncio.timeout(_BEAT_S):
                        await page.news.wait()

    def _hear(self, page: _Page, message: WSMessage) -> None:
        if message.type is not WSMsgType.TEXT:
            return
        try:
            said = orjson.loads(message.data)
        except orjson.JSONDecodeError:
            return
        if not isinstance(said, dict):
            return
        epoch, outside = said.get("painted"), said.get("outside", [])
        if type(epoch) is int and isinstance(outside, list):
            page.outside = frozenset(kind for kind in KINDS if kind in outside)
            self._painted(page.name, epoch)

    def _painted(self, name: str, epoch: int) -> None:
        for listener in self._listeners:
            try:
                listener(name, epoch)
            except Exception:  # noqa: BLE001  (a listener's bug must not cut the page off)
                _LOG.exception("a listener of the painted overlays failed")


_HTML = "text/html; charset=utf-8"


def _response(status: int, body: bytes = b"", media_type: str = "", port: int = 0) -> web.Response:
    """Nothing on the pages may come from elsewhere, nor run that is not ours; the address is told to nobody."""
    headers = {"Server": "VI Events", "Cache-Control": "no-store"}
    if media_type:
        headers |= {
            "Content-Type": media_type,
            "Content-Security-Policy": (
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
                f"img-src 'self' data:; connect-src 'self' ws://{_LOOPBACK}:{port}; frame-src 'self'; "
                "frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
            ),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
    return web.Response(status=status, body=body, headers=headers)


def _port_taken(port: int) -> DeviceError:
    return DeviceError(
        "overlay_port",
        say("Les habillages ne peuvent pas être donnés à OBS\u202f: le port {0} de cet ordinateur est pris.", port),
        "Fermez l’autre fenêtre de VI Events, ou le programme qui tient ce port, puis recommencez.",
    )
