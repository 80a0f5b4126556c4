"""A real CUPS server of our own, whose queues lead to the fake printer."""

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.wire import Read, RecordingPrinter, npos
from tests.integration.conftest import Ran, data, made_once, outside, people, vi
from tests.integration.test_hostile import Vi

__all__ = ["data", "made_once", "npos", "outside", "people", "vi"]  # fixtures: pytest finds them by name
CUPSD = shutil.which("cupsd", path="/usr/sbin:/usr/bin:/usr/local/sbin")
BACKEND = Path("/usr/lib/cups/backend/socket")
WAIT_S = 20
CONFIGURATION = """
Listen 127.0.0.1:{port}
Browsing No
WebInterface No
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
    Allow 127.0.0.1
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {root}
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/temporary
AccessLog {root}/access.log
ErrorLog {root}/error.log
PageLog {root}/page.log
"""
QUEUES = """
<Printer accueil>
DeviceURI socket://{printer}
State Idle
Accepting Yes
</Printer>
<Printer arretee>
DeviceURI socket://{printer}
State Stopped
Accepting Yes
</Printer>
<Printer fermee>
DeviceURI socket://{printer}
State Idle
Accepting No
</Printer>
"""
"""Without a driver: queues that hand over what they get as it is."""


class Cups:
    """A running server."""

    def __init__(self, server: "subprocess.Popen[bytes]") -> None:
        self.server = server

    def end(self) -> None:
        self.server.terminate()
        self.server.wait(WAIT_S)

    def jobs_kept(self) -> list[str]:
        """Those that wait in a queue."""
        return subprocess.run(["lpstat", "-o"], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]


@pytest.fixture
def printer() -> Iterator[RecordingPrinter]:
    with RecordingPrinter() as fake:
        yield fake


@pytest.fixture
def cups(printer: RecordingPrinter, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    """A server with its queues; the commands of CUPS find it, and no other."""
    if CUPSD is None or not BACKEND.exists() or shutil.which("lp") is None:
        pytest.skip("CUPS is missing: « python3 start.py e2e » installs it.")
    port = free_port()
    monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{port}")
    with tempfile.TemporaryDirectory(prefix="cups-") as folder:
        root = Path(folder)
        root.chmod(0o755)  # what carries a job to the printer runs as another user; it must get there
        for name in ("cache", "state", "spool", "temporary"):
            (root / name).mkdir()
        (root / "cupsd.conf").write_text(CONFIGURATION.format(port=port))
        (root / "cups-files.conf").write_text(FILES.format(root=root))
        (root / "printers.conf").write_text(QUEUES.format(printer=printer.url.removeprefix("tcp://")))
        with running([CUPSD, "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")]) as server:
            wait_for(lambda: is_open(port))
            yield Cups(server)


@contextmanager
def running(command: list[str]) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            yield server
        finally:
            server.send_signal(signal.SIGCONT)
            server.terminate()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + WAIT_S
    while not done():
        assert time.monotonic() < until, "still not"
        time.sleep(0.05)


def badge(outside: Vi, people: list[dict[str, str]], queue: str) -> Ran:
    return outside("badge", people[0]["attendee_id"], "--printer", f"cups://{queue}", "--json")


def test_a_badge_reaches_the_printer_through_cups_dot_for_dot(
    cups: Cups,
    printer: RecordingPrinter,
    outside: Vi,
    people: list[dict[str, str]],
    tmp_path: Path,
    npos: Callable[[list[bytes]], list[Read]],
) -> None:
    shown = tmp_path / "badge.png"
    assert outside("badge", people[0]["attendee_id"], "--png", shown).code == 0
    ran = badge(outside, people, "accueil")
    assert (ran.code, ran.said["state"], ran.said["reason"]) == (0, "sent", "")
    wait_for(lambda: len(printer.jobs) == 1)
    (read,) = npos(printer.jobs)
    with Image.open(shown) as expected:
        assert read.picture.tobytes() == expected.tobytes()
    assert read.commands == ("ESC@", "GSv0", "GSv0", "GSv0", "GSv0", "GSV")
    wait_for(lambda: cups.jobs_kept() == [])
    assert len(printer.pages) == 1


@pytest.mark.parametrize(
    ("queue", "word"), [("arretee", "est arrêtée"), ("fermee", "est arrêtée"), ("inconnue", "ne connaît pas")]
)
def test_a_queue_that_prints_nothing_is_given_nothing(
    cups: Cups, printer: RecordingPrinter, outside: Vi, people: list[dict[str, str]], queue: str, word: str
) -> None:
    ran = badge(outside, people, queue)
    assert (ran.code, ran.said["state"]) == (1, "failed")
    assert word in ran.said["reason"]
    assert f"« {queue} »" in ran.said["reason"]
    assert "Rien n’a été envoyé." in ran.said["reason"]
    assert (cups.jobs_kept(), printer.jobs) == ([], [])


def test_a_hung_server_is_told_and_given_nothing(
    cups: Cups, printer: RecordingPrinter, outside: Vi, people: list[dict[str, str]]
) -> None:
    cups.server.send_signal(signal.SIGSTOP)
    ran = badge(outside, people, "accueil")
    assert (ran.code, ran.said["state"]) == (1, "failed")
    assert "CUPS ne répond pas" in ran.said["reason"]
    cups.server.send_signal(signal.SIGCONT)
    assert (cups.jobs_kept(), printer.jobs) == ([], [])


def test_a_dead_server_is_given_nothing(
    cups: Cups, printer: RecordingPrinter, outside: Vi, people: list[dict[str, str]]
) -> None:
    cups.end()
    ran = badge(outside, people, "accueil")
    assert (ran.code, ran.said["state"]) == (1, "failed")
    assert "Rien n’a été envoyé." in ran.said["reason"]
    assert printer.jobs == []


def test_a_dead_server_is_told_from_an_unknown_queue(cups: Cups, outside: Vi) -> None:
    cups.end()
    assert "CUPS ne répond pas" in outside("printer", "check", "cups://accueil", "--json").said["text"]


def test_the_queues_are_found_and_say_how_they_are(cups: Cups, outside: Vi) -> None:
    assert cups.server.poll() is None
    found = outside("printer", "discover", "--json").said["printers"]
    assert {"cups://accueil", "cups://arretee", "cups://fermee"} <= {each["url"] for each in found}
    said = {queue: outside("printer", "check", f"cups://{queue}", "--json") for queue in ("accueil", "arretee")}
    assert [(ran.code, ran.said["online"]) for ran in said.values()] == [(0, True), (1, False)]
