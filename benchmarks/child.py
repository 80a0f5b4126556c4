"""A process of its own for what is measured from outside: an empty window, or the real one on an edition.

Prints one JSON object: the moments of its stages on the system's monotonic clock (seconds), and its memory (MB).
"""

import time

STARTED = time.monotonic()

import importlib  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import NoReturn, TypeVar  # noqa: E402

from PySide6.QtCore import QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget  # noqa: E402

T = TypeVar("T")


def main(arguments: list[str]) -> int:
    """``empty``, ``libraries`` (empty, and SQLModel was read), or ``window FOLDER SIZE``; SIZE 0 does not wait for the
    search.
    """
    moments = {"python": STARTED}
    if arguments[0] in ("empty", "libraries"):
        app = QApplication([])
        window = QMainWindow()
        window.resize(1366, 768)
        window.show()
        _until_painted(window, lambda: True)
        if arguments[0] == "libraries":
            importlib.import_module("sqlmodel")
        moments["painted"] = time.monotonic()
        say(moments)
        app.quit()
        return 0
    open_real(Path(arguments[1]), int(arguments[2]), moments)
    return 0


def open_real(folder: Path, size: int, moments: dict[str, float]) -> None:
    """Runs the program by its own command line as far as its event loop, and leaves at once: closing is not
    measured.
    """
    from vi_events.__main__ import main as program
    from vi_events.ui import main as entry
    from vi_events.ui.checkin.reception_window import ReceptionWindow

    def marked(name: str, verb: Callable[..., T]) -> Callable[..., T]:
        def run(*arguments: object) -> T:
            done = verb(*arguments)
            moments[name] = time.monotonic()
            return done

        return run

    def until_it_takes_scans(_: QApplication) -> NoReturn:
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ReceptionWindow))
        _until_painted(window.card, lambda: window.opened is not None)
        moments["painted"] = time.monotonic()
        while size and (window.opened is None or len(window.opened.reception.index) < size):
            _turn()
        if size:
            moments["index"] = time.monotonic()
        say(moments)
        sys.stdout.flush()
        os._exit(0)

    moments["imports"] = time.monotonic()
    entry.application = marked("application", entry.application)
    entry.Desk = marked("window made", entry.Desk)  # type: ignore[assignment, misc]
    QApplication.exec = until_it_takes_scans  # type: ignore[assignment, method-assign]
    os.environ["VI_EVENTS_DATA"] = str(folder.parent)
    sys.argv = ["vi-events"]
    sys.exit(program())


def say(moments: dict[str, float]) -> None:
    print(json.dumps({"moments": moments, "memory": memory_mb()}))


def memory_mb() -> dict[str, float]:
    """Resident and peak memory. Only Linux tells the first to the process itself; elsewhere both are the peak."""
    status = Path("/proc/self/status")
    if status.is_file():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        return {"rss": int(lines["VmRSS"].split()[0]) / 1024, "peak": int(lines["VmHWM"].split()[0]) / 1024}
    if sys.platform == "win32":
        return {}
    import resource

    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mb
    return {"rss": peak, "peak": peak}


def _until_painted(widget: QWidget, ready: Callable[[], bool]) -> None:
    while not ready():
        _turn()
    QApplication.processEvents()
    widget.repaint()


def _turn() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
