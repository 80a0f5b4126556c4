"""The stage manager's window in a process of its own: ``FOLDER DISPLAY`` begins a show on a display, ``FOLDER`` alone
opens as after a crash. Prints one word once the show is on; its title is what the X server is asked about.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vi_events import app
from vi_events.journal.entry import Author
from vi_events.ui.bridge import Bridge
from vi_events.ui.shell import application
from vi_events.ui.stage.console import StageConsole, open_console
from vi_events.ui.surfaces.displays import displays


def main(folder: Path, display: str) -> int:
    program = application("fr")
    with app.open_edition(folder, Author("Régie")) as opened:
        bridge = Bridge()
        bridge.listen(opened.core)
        console = open_console(opened, bridge)
        _until(console, "edit" if display else "hold")
        if display:
            console.outputs.choose_display(next(each for each in displays() if each.name == display))
            console.driver.arm()
            _until(console, "armed")
            console.press_go()
            _until(console, "live")
        print("ready", flush=True)
        return program.exec()


def _until(console: StageConsole, mode: str) -> None:
    while console.view is None or console.view.state.mode != mode:
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else ""))
