"""A real Chromium without a window, driven over its DevTools protocol."""

import base64
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)


class Tab:
    """One page. Every call waits for its answer."""

    def __init__(self, debugger: str) -> None:
        self._socket = websocket.create_connection(debugger, timeout=20, suppress_origin=True)
        self._last = 0
        self.events: list[dict[str, Any]] = []
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDefaultBackgroundColorOverride", color={"r": 0, "g": 0, "b": 0, "a": 0})

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv())
            if said.get("id") == self._last:
                assert "error" not in said, said
                return dict(said["result"])
            self.events.append(said)

    def resize(self, width: int, height: int) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def open(self, address: str) -> None:
        self.call("Page.navigate", url=address)

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression, awaited."""
        said = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in said, said["exceptionDetails"]
        return said["result"].get("value")

    def until(self, script: str, seconds: float = 10) -> None:
        """Waits until the expression is true."""
        end = time.monotonic() + seconds
        while not self.run(script):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)

    def picture(self) -> bytes:
        """The page as a PNG with its transparency."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def complaints(self) -> list[str]:
        """Exceptions, console errors and refusals of the content policy so far."""
        self.run("0")
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded")
        return [json.dumps(event["params"]) for event in self.events if event["method"] in kinds]

    def close(self) -> None:
        self._socket.close()


class Chromium:
    """The browser; ``tab`` opens another page."""

    def __init__(self, debugger: str) -> None:
        self._debugger = debugger
        self._browser = websocket.create_connection(debugger, timeout=20, suppress_origin=True)
        self._last = 0

    def tab(self, width: int = 1920, height: int = 1080) -> Tab:
        self._last += 1
        ask = {"id": self._last, "method": "Target.createTarget", "params": {"url": "about:blank", "newWindow": True}}
        self._browser.send(json.dumps(ask))
        while "result" not in (said := json.loads(self._browser.recv())):
            pass
        host = self._debugger.split("/devtools/")[0]
        tab = Tab(f"{host}/devtools/page/{said['result']['targetId']}")
        tab.resize(width, height)
        return tab

    def close(self) -> None:
        self._browser.close()


@contextmanager
def chromium(folder: Path) -> Iterator[Chromium]:
    """A browser with an empty profile in ``folder`` and no network."""
    told = folder / "DevToolsActivePort"
    command = ["chromium", *_FLAGS, f"--user-data-dir={folder}", "about:blank"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + 30
            while not told.exists() or len(told.read_text().split()) < 2:
                assert process.poll() is None, "chromium has ended"
                assert time.monotonic() < end, "chromium does not start"
                time.sleep(0.05)
            port, path = told.read_text().split()
            browser = Chromium(f"ws://127.0.0.1:{port}{path}")
            yield browser
            browser.close()
        finally:
            process.terminate()
            process.wait(timeout=10)
