"""An X server of ours whose every keyboard has a given layout, and a scanner that presses keys on it."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

XKB = Path("/usr/share/X11/xkb")
SYMBOLS = {
    "us": "us_original(basic)",
    "fr": "fr(basic)",
    "be": "be(basic)",
    "de": "de(basic)",
    "ch": "ch(fr)",
    "bepo": "fr(bepo)",
    "uk": "gb(basic)",
}
"""What stands in for « us »: the keyboard that synthetic events come from always has the server's default layout."""

_ROWS = ((24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"), (10, "1234567890"))
KEYCODES = {letter: str(first + place) for first, row in _ROWS for place, letter in enumerate(row)} | {"-": "20"}
ENTER, TAB, SHIFT, CAPS_LOCK = "36", "23", "50", "66"


@contextmanager
def x_server(folder: Path, layout: str, size: str = "1400x900") -> Iterator[dict[str, str]]:
    """A virtual screen with that keyboard layout; gives the environment for programs on it."""
    xkb = folder / f"xkb-{layout}"
    shutil.copytree(XKB, xkb, symlinks=False)
    (xkb / "symbols" / "us").rename(xkb / "symbols" / "us_original")
    (xkb / "symbols" / "us").write_text(f'default xkb_symbols "basic" {{ include "{SYMBOLS[layout]}" }};\n')
    read, write = os.pipe()
    screen = ["-screen", "0", f"{size}x24"]
    command = ["Xvfb", "-displayfd", str(write), *screen, "-noreset", "-nolisten", "tcp", "-xkbdir", str(xkb)]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:
        try:
            os.close(write)
            with os.fdopen(read) as said:
                display = said.readline().strip()
            yield {**os.environ, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()


def press(env: dict[str, str], *keycodes: str, delay_ms: int = 2) -> None:
    """Presses keys by their position, as a scanner does."""
    subprocess.run(["xdotool", "key", "--delay", str(delay_ms), *keycodes], env=env, check=True)


def scan(env: dict[str, str], code: str, end: Sequence[str] = (ENTER,)) -> None:
    """Types a code as a scanner set to a US keyboard does: capital letters with Shift held."""
    keys = [f"{SHIFT}+{KEYCODES[c.lower()]}" if c.isupper() else KEYCODES[c] for c in code]
    press(env, *keys, *end)


def point(env: dict[str, str], x: int, y: int, click: bool = False) -> None:
    """Moves the pointer; without a window manager the keys go to the window under it."""
    subprocess.run(["xdotool", "mousemove", str(x), str(y), *(["click", "1"] if click else [])], env=env, check=True)


def wait_for(done: object, seconds: float = 20.0) -> bool:
    """Waits until ``done()`` is true; False when it does not come."""
    assert callable(done)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if done():
            return True
        time.sleep(0.05)
    return False
