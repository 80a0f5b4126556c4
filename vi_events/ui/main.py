"""Opens the window on an edition, or plays the tour where there is no display."""

import os
import sys
from argparse import Namespace
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QTimer

from vi_events import paths, settings
from vi_events.errors import UserError
from vi_events.ui import single
from vi_events.ui.shell import Desk, application


def open_window(options: Namespace) -> int:
    """Opens the reception window on an edition, or plays the tour; returns the exit code."""
    if options.tour or not has_display():
        from vi_events.ui.tour import play

        return play(Path(options.tour or "vi-events-tour"))
    data = paths.data_folder(options.data)
    known = settings.load(data)
    app = application(known.language)
    folder = _folder(options, data)
    if folder is not None and single.raise_other(folder):
        return 0
    with ExitStack() as stack:
        desk = Desk(known, stack, data)
        desk.window.show()
        QTimer.singleShot(0, lambda: desk.open(data, folder) if folder is not None else desk.choose())
        code = app.exec()
        desk.close()
    return code


def _folder(options: Namespace, data: Path) -> Path | None:
    """The edition to open; None when there are several and none was opened last: the window asks."""
    if options.command == "demo" or not paths.editions(data):
        return paths.edition_folder(data, "demo")
    try:
        return paths.chosen_edition(data, options.edition)
    except UserError:
        if options.edition is not None:
            raise
        return None


def has_display() -> bool:
    """Whether a window can be seen: always on Windows and macOS."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"))
