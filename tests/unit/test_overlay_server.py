"""The overlay server: who gets an answer, what a page is told, and what a page that hangs costs the others."""

import asyncio
import json
import logging
import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSServerHandshakeError

from tests.overlay_theme import THEME
from vi_events.errors import DeviceError
from vi_events.webtv.overlay_server import OverlayServer, new_token
from vi_events.webtv.overlays import KINDS, OnAir, Overlay
from vi_events.webtv.pages import BUNDLED
from vi_events.webtv.template_check import css_fault, html_fault

TOKEN = new_token()
ATTACK = "</script><script>alert(1)</script>"


@pytest.fixture
def server() -> Iterator[OverlayServer]:
    server = OverlayServer(THEME, TOKEN)
    yield server
    server.close()


def on_air(epoch: int, text: str = "Bonjour") -> dict[str, Any]:
    return OnAir(epoch, (Overlay("ticker", {"text": text}, 1),)).to_json()


def go(test: Callable[[ClientSession], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        async with asyncio.timeout(20), ClientSession() as session:
            await test(session)

    asyncio.run(run())


async def got(session: ClientSession, address: str, **headers: str) -> tuple[int, str]:
    async with session.get(address, headers=headers) as answer:
        return answer.status, (await answer.read()).decode("utf-8", "replace")


@asynccontextmanager
async def page(session: ClientSession, base: str, name: str = "all") -> AsyncIterator[ClientWebSocketResponse]:
    origin = base.rpartition("/")[0]
    async with session.ws_connect(f"{base}/ws?page={name}", origin=origin) as link:
        yield link


async def snapshot(link: ClientWebSocketResponse) -> dict[str, Any]:
    """The next snapshot; beats are passed over."""
    while True:
        said = await link.receive_json()
        if "snapshot" in said:
            return dict(said["snapshot"])


def raw(base: str, request: str) -> bytes:
    """The answer to a request written by hand: no client tidies its path."""
    host, _, port = base.split("/")[2].partition(":")
    with socket.create_connection((host, int(port)), timeout=5) as link:
        link.sendall(request.encode())
        answer = b""
        while piece := link.recv(65536):
            answer += piece
    return answer


def test_a_page_says_nothing_to_whom_lacks_the_token(server: OverlayServer) -> None:
    base = server.start()
    root = base.rpartition("/")[0]

    async def test(session: ClientSession) -> None:
        for path in ("", "/", "/all", f"/{TOKEN[:-1]}/all", f"/{TOKEN}x/all", "/é/all", "//all", "/favicon.ico"):
            assert await got(session, root + path) == (404, ""), path
        assert (await got(session, f"{base}/all"))[0] == 200

    go(test)


def test_the_address_cannot_be_guessed() -> None:
    assert len({new_token() for _ in range(100)}) == 100
    assert len(TOKEN) * 6 >= 128
    with pytest.raises(ValueError, match="too short"):
        OverlayServer(THEME, "short")


def test_only_this_computer_is_listened_to(server: OverlayServer) -> None:
    assert server.start().startswith("http://127.0.0.1:")


def test_what_does_not_exist_is_an_empty_404(server: OverlayServer) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        for path in ("", "/", "/nothing", "/all/", "/all?only=nothing", "/assets", "/assets/", "/assets/award.html"):
            assert await got(session, base + path) == (404, ""), path
        async with session.post(f"{base}/all", data=b"x") as answer:
            assert (answer.status, await answer.read()) == (404, b"")

    go(test)


@pytest.mark.parametrize(
    "path",
    [
        "../overlay_server.py",
        "..%2f..%2fpyproject.toml",
        "%2e%2e/%2e%2e/pyproject.toml",
        "..\\themes\\default.toml",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "overlays.css%00.png",
        "samples.json",
        "award.html",
        "page.html",
        ".css",
        "x.css/../overlays.css",
    ],
)
def test_no_path_leads_out_of_the_assets(server: OverlayServer, path: str) -> None:
    base = server.start()
    host = base.split("/")[2]
    answer = raw(base, f"GET /{TOKEN}/assets/{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))
    assert b"root:" not in answer
    assert b"vi-events" not in answer


def test_a_link_in_the_folder_leads_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    folder = tmp_path / "overlays"
    folder.mkdir()
    os.symlink(secret, folder / "picture.png")
    (folder / "own.png").write_bytes(b"own")
    server = OverlayServer(THEME, TOKEN, template_folder=folder)
    base = server.start()

    async def test(session: ClientSession) -> None:
        assert await got(session, f"{base}/assets/picture.png") == (404, "")
        assert await got(session, f"{base}/assets/own.png") == (200, "own")

    go(test)
    server.close()


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example:80"}, {"Origin": "http://evil.example"}, {"Origin": "null"}]
)
def test_a_page_from_elsewhere_gets_nothing(server: OverlayServer, headers: dict[str, str]) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        assert await got(session, f"{base}/all", **headers) == (404, "")
        good = {"Origin": base.rpartition("/")[0]}
        with pytest.raises(WSServerHandshakeError, match="404"):
            await session.ws_connect(f"{base}/ws", headers=good | headers)
        with pytest.raises(WSServerHandshakeError, match="404"):
            await session.ws_connect(f"{base}/ws")

    go(test)


def test_answers_forbid_everything_from_elsewhere(server: OverlayServer) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        for path in ("all", "award", "preview", "assets/overlays.css", "assets/font-name.ttf"):
            async with session.get(f"{base}/{path}") as answer:
                assert answer.status == 200
                assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert not [name for name in answer.headers if name.startswith("Access-Control")]
                assert "Python" not in answer.headers["Server"]

    go(test)


def test_the_theme_becomes_style(server: OverlayServer) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        _, css = await got(session, f"{base}/assets/theme.css")
        assert "--arobase: #FFC857;" in css
        assert "--suspense-time: 1200ms;" in css
        async with session.get(f"{base}/assets/font-condensed.ttf") as answer:
            assert await answer.read() == Path(THEME.condensed_font).read_bytes()

    go(test)


def test_a_page_knows_what_it_paints(server: OverlayServer) -> None:
    base = server.start()

    async def shown(session: ClientSession, path: str) -> Any:
        _, html = await got(session, f"{base}/{path}")
        block = html.partition('id="settings">')[2].partition("</script>")[0]
        return json.loads(block)["shown"]

    async def test(session: ClientSession) -> None:
        assert await shown(session, "all") == list(KINDS)
        assert await shown(session, "all?only=lower_third,award") == ["award", "lower_third"]
        for kind in KINDS:
            assert await shown(session, kind) == [kind]

    go(test)


def test_no_text_closes_the_settings(tmp_path: Path) -> None:
    theme = type(THEME)(**{name: getattr(THEME, name) for name in THEME.__slots__} | {"header": ATTACK})
    server = OverlayServer(theme, TOKEN, template_folder=tmp_path)
    base = server.start()

    async def test(session: ClientSession) -> None:
        assert ATTACK not in (await got(session, f"{base}/all"))[1]

    go(test)
    server.close()


def test_a_page_is_told_all_when_it_connects_and_at_each_change(server: OverlayServer) -> None:
    server.show(on_air(4))
    base = server.start()

    async def test(session: ClientSession) -> None:
        before = time.time_ns() // 1_000_000
        async with page(session, base) as link:
            said = await link.receive_json()
            assert said["snapshot"] == on_air(4)
            assert before <= said["now_ms"] <= time.time_ns() // 1_000_000
            server.show(on_air(5, ATTACK))
            assert await snapshot(link) == on_air(5, ATTACK)

    go(test)


def test_a_page_that_is_told_nothing_new_still_hears_the_clock(server: OverlayServer) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        async with page(session, base) as link:
            assert (await link.receive_json())["snapshot"]["epoch"] == 0
            assert list(await link.receive_json()) == ["now_ms"]

    go(test)


def test_painted_epochs_reach_the_listeners_one_of_which_fails(
    server: OverlayServer, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[tuple[str, int]] = []
    both = threading.Event()

    def fails(_page: str, _epoch: int) -> None:
        raise RuntimeError("a bug")

    def listener(name: str, epoch: int) -> None:
        heard.append((name, epoch))
        if len(heard) == 2:
            both.set()

    server.on_painted(fails)
    server.on_painted(listener)
    base = server.start()

    async def test(session: ClientSession) -> None:
        async with page(session, base, "award,logo") as link:
            for said in ("{", "[]", '{"painted": "7"}', '{"painted": true}', '{"painted": 1, "outside": 2}'):
                await link.send_str(said)
            await link.send_bytes(b"\x00")
            await link.send_str('{"painted": 7}')
            await link.send_str('{"painted": 8}')
            assert await asyncio.to_thread(both.wait, 5)
            assert server.pages == ("award,logo",)

    with caplog.at_level(logging.CRITICAL + 1):
        go(test)
    assert heard == [("award,logo", 7), ("award,logo", 8)]


def test_text_that_leaves_the_safe_area_is_a_problem(server: OverlayServer) -> None:
    painted = threading.Event()
    server.on_painted(lambda _page, _epoch: painted.set())
    base = server.start()
    assert server.problems == ()

    async def test(session: ClientSession) -> None:
        async with page(session, base) as link:
            await link.send_str('{"painted": 1, "outside": ["award", "nothing", 3]}')
            assert await asyncio.to_thread(painted.wait, 5)
            (problem,) = server.problems
            assert "award" in problem
            painted.clear()
            await link.send_str('{"painted": 2, "outside": []}')
            assert await asyncio.to_thread(painted.wait, 5)
            assert server.problems == ()

    go(test)


def test_fifty_pages_show_the_same(server: OverlayServer) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        async def one(ready: asyncio.Semaphore) -> dict[str, Any]:
            async with page(session, base) as link:
                await snapshot(link)
                ready.release()
                return await snapshot(link)

        ready = asyncio.Semaphore(0)
        pages = [asyncio.create_task(one(ready)) for _ in range(50)]
        for _ in pages:
            await ready.acquire()
        assert len(server.pages) == 50
        server.show(on_air(9))
        assert await asyncio.gather(*pages) == [on_air(9)] * 50

    go(test)


def test_a_page_that_takes_nothing_holds_nobody_up(server: OverlayServer) -> None:
    base = server.start()
    host, _, port = base.split("/")[2].partition(":")
    with socket.create_connection((host, int(port))) as stuck:
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stuck.sendall(
            f"GET /{TOKEN}/ws HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n".encode()
        )
        assert stuck.recv(12) == b"HTTP/1.1 101"

        async def test(session: ClientSession) -> None:
            async with page(session, base) as link:
                await snapshot(link)
                assert len(server.pages) == 2
                slowest = 0.0
                for epoch in range(1, 101):
                    began = time.perf_counter()
                    server.show(on_air(epoch, "x" * 200_000))
                    assert (await snapshot(link))["epoch"] == epoch
                    slowest = max(slowest, time.perf_counter() - began)
                assert slowest < 2

        go(test)


def test_only_the_latest_waits_for_a_page(server: OverlayServer) -> None:
    base = server.start()

    async def test(session: ClientSession) -> None:
        async with page(session, base) as link:
            await snapshot(link)
            for epoch in range(1, 2001):
                server.show(on_air(epoch))
            told = []
            while not told or told[-1] != 2000:
                told.append((await snapshot(link))["epoch"])
            assert told == sorted(told)
            assert len(told) < 2000

    go(test)


def test_a_page_finds_a_restarted_server_at_the_same_address(server: OverlayServer) -> None:
    base = server.start()
    port = int(base.split("/")[2].partition(":")[2])

    async def test(session: ClientSession) -> None:
        async with page(session, base) as link:
            await snapshot(link)
            await asyncio.to_thread(server.close)
            assert (await link.receive()).data == 1001  # going away
        again = OverlayServer(THEME, TOKEN, port)
        again.show(on_air(3))
        assert again.start() == base
        async with page(session, base) as link:
            assert await snapshot(link) == on_air(3)
        await asyncio.to_thread(again.close)

    go(test)


def test_a_closed_server_stays_quiet(server: OverlayServer) -> None:
    server.start()
    server.close()
    server.show(on_air(1))
    server.close()
    assert "overlays" not in [thread.name for thread in threading.enumerate()]


def test_a_taken_port_is_a_clear_error(server: OverlayServer) -> None:
    base = server.start()
    port = int(base.split("/")[2].partition(":")[2])
    second = OverlayServer(THEME, TOKEN, port)
    with pytest.raises(DeviceError, match=str(port)) as raised:
        second.start()
    assert raised.value.code == "overlay_port"
    second.close()


@pytest.mark.parametrize("kind", KINDS)
def test_the_bundled_templates_pass_their_own_check(kind: str) -> None:
    assert html_fault(kind, (BUNDLED / f"{kind}.html").read_text(encoding="utf-8")) == ""
    assert css_fault((BUNDLED / "overlays.css").read_text(encoding="utf-8")) == ""


GOOD = '<section data-kind="ticker"><p data-field="text"></p></section>'


@pytest.mark.parametrize(
    ("template", "word"),
    [
        ("", "seule balise"),
        (GOOD + GOOD, "seule balise"),
        (GOOD + "encore", "texte hors"),
        (GOOD.replace("ticker", "logo"), "extérieure"),
        (GOOD.replace("text", "texte"), "il manque une place pour text"),
        (GOOD.replace("</p>", ""), "</section> ne ferme pas"),
        (GOOD.removesuffix("</section>"), "<section> n’est pas fermée"),
        (GOOD.replace("<p", "<script></script><p"), "<script>"),
        (GOOD.replace("<p", "<p onclick='x'"), "onclick"),
        (GOOD.replace("<p", "<img src='https://x.example/a.png'><p"), "internet"),
        (GOOD.replace("<p", "<img src='//x.example/a.png'><p"), "internet"),
    ],
)
def test_a_broken_template_is_replaced_and_told(tmp_path: Path, template: str, word: str) -> None:
    (tmp_path / "ticker.html").write_text(template, encoding="utf-8")
    server = OverlayServer(THEME, TOKEN, template_folder=tmp_path)
    (problem,) = server.problems
    assert "ticker.html" in problem
    assert word in problem
    base = server.start()

    async def test(session: ClientSession) -> None:
        _, html = await got(session, f"{base}/all")
        assert (BUNDLED / "ticker.html").read_text(encoding="utf-8") in html
        _, preview = await got(session, f"{base}/preview")
        assert "ticker.html" in preview.partition('id="problems"')[2]
        (tmp_path / "ticker.html").write_text(GOOD, encoding="utf-8")
        assert GOOD in (await got(session, f"{base}/all"))[1]
        assert server.problems == ()

    go(test)
    server.close()


@pytest.mark.parametrize(
    ("style", "word"),
    [
        ("p { color: red", "paires"),
        ("rien", "aucune règle"),
        ('@import "x.css"; p { }', "ailleurs"),
        ("p { background: url(http://x.example/a.png) }", "ailleurs"),
        ('p { background: url("//x.example/a.png") }', "ailleurs"),
    ],
)
def test_a_broken_style_is_replaced_and_told(tmp_path: Path, style: str, word: str) -> None:
    (tmp_path / "overlays.css").write_text(style, encoding="utf-8")
    (problem,) = OverlayServer(THEME, TOKEN, template_folder=tmp_path).problems
    assert word in problem


def test_braces_in_words_and_comments_do_not_count() -> None:
    assert css_fault('/* { http://x */ p::before { content: "{" }') == ""


@pytest.mark.parametrize("body", [b"\xff\xfe", b"x" * 200_000])
def test_a_template_that_is_no_text_is_replaced_and_told(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "award.html").write_bytes(body)
    (problem,) = OverlayServer(THEME, TOKEN, template_folder=tmp_path).problems
    assert "award.html" in problem


def test_scripts_are_always_the_bundled_ones(tmp_path: Path) -> None:
    (tmp_path / "overlays.js").write_text("broken(", encoding="utf-8")
    (tmp_path / "mine.js").write_text("mine()", encoding="utf-8")
    server = OverlayServer(THEME, TOKEN, template_folder=tmp_path)
    base = server.start()

    async def test(session: ClientSession) -> None:
        bundled = (BUNDLED / "overlays.js").read_text(encoding="utf-8")
        assert await got(session, f"{base}/assets/overlays.js") == (200, bundled)
        assert await got(session, f"{base}/assets/mine.js") == (404, "")

    go(test)
    server.close()
