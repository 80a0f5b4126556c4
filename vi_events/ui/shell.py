"""The shell of the program: the Qt application, and one reception desk with its window, scanner and edition."""

from __future__ import annotations

import importlib
import sys
from concurrent.futures import Future
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from vi_events import paths, settings
from vi_events.checkin.wedge import Suffix, WedgeSettings
from vi_events.ui import messages, single, theme
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.checkin.wedge_filter import WedgeFilter
from vi_events.ui.collecting import Collector
from vi_events.ui.language import install_language

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from vi_events.app import OpenEdition
    from vi_events.checkin.wedge import Scan
    from vi_events.ui.checkin.desk_verbs import DeskVerbs
    from vi_events.ui.companions import Companions
    from vi_events.ui.preparation.editions import Editions


_VERBS = "vi_events.ui.checkin.desk_verbs"
_PAINTED_MS = 50
"""By then the window has been painted with its edition."""


def application(language: str) -> QApplication:
    """The Qt application, dressed and in its language."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        messages.install()
        app = QApplication(sys.argv[:1])
        app.setApplicationName("VI Events")
        install_language(app, language)
        theme.apply_theme(app)
        Collector(app)
    return app


def _wedge_settings(known: settings.Settings) -> WedgeSettings:
    suffixes: dict[str, Suffix] = {"enter": "enter", "tab": "tab", "none": "none"}
    return WedgeSettings(suffix=suffixes.get(known.scanner_suffix, "auto"), prefix=known.scanner_prefix)


class Desk:
    """The reception window with its scanner and its edition."""

    def __init__(self, known: settings.Settings, stack: ExitStack, data: Path | None = None) -> None:
        self.bridge = Bridge()
        self.window = ReceptionWindow(self.bridge, known)
        self.verbs: DeskVerbs | None = None
        """Dialogs and menu: they come with the edition, so that the window is there first."""
        self.wedge = WedgeFilter(_wedge_settings(known), parent=self.window)
        self.wedge.scanned.connect(self._on_wedge_scanned)
        self.bridge.failed.connect(lambda: self.wedge.install())
        self._data = data
        self._stack = stack
        """Holds the open edition; closed, it lets it go."""
        self._folder: Path | None = None
        self._before: Path | None = None
        """The edition that was open before a host was to be joined."""
        self._made: Editions | None = None
        self._server: QLocalServer | None = None
        self._bringing: Thread | None = None

    def open(self, data: Path, folder: Path) -> None:
        """Opens an edition, in place of the one that may be open, in a thread of its own: the window stays alive."""
        self._leave()
        # Until the edition is there, or could not be opened, no menu and no dialog is: the window's own keys are all.
        self.wedge.install(self.window.windowHandle())
        self._folder = folder
        self._server = single.listen(folder, self.come_forward, self.window)
        known = self.window.settings
        future: Future[OpenEdition] = Future()

        def work() -> None:
            try:
                from vi_events import app
                from vi_events.journal.entry import Author

                if folder.name == app.DEMO_SLUG:
                    app.create_demo(data)
                author = Author(known.station, known.operator)
                future.set_result(self._stack.enter_context(app.open_edition(folder, author)))
            except BaseException as problem:  # noqa: BLE001 (shown in the window)
                future.set_exception(problem)

        def opened(edition: OpenEdition) -> None:
            self.window.attach(edition)
            QTimer.singleShot(_PAINTED_MS, lambda: self._read_verbs(edition))

        self.bridge.when_done(future, opened)
        Thread(target=work, name="open edition", daemon=True).start()

    def come_forward(self) -> None:
        """Another launch asked for this window."""
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Ends: devices, window, edition."""
        self.wedge.remove()
        self.bridge.close()
        self._leave()

    def _leave(self) -> None:
        self.window.detach()
        self.window.news.follow(None)
        if self.verbs is not None:
            self.verbs.close()
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._bringing is not None:
            self._bringing.join()
        self._stack.close()

    def _read_verbs(self, opened: OpenEdition) -> None:
        """Scans are taken already. Read in a thread, where the window does not wait for it."""
        if self.window.opened is not opened:
            return
        self.wedge.install()
        future: Future[None] = Future()

        def work() -> None:
            try:
                importlib.import_module(_VERBS)
                future.set_result(None)
            except BaseException as problem:  # noqa: BLE001 (shown in the window)
                future.set_exception(problem)

        self.bridge.when_done(future, lambda _: self._complete(opened))
        Thread(target=work, name="verbs", daemon=True).start()

    def take(self, opened: OpenEdition) -> None:
        """The edition is open: the window may work, with all that it has."""
        self.wedge.install()
        self.window.attach(opened)
        self._complete(opened)

    def _complete(self, opened: OpenEdition) -> None:
        from vi_events.ui.checkin.desk_verbs import DeskVerbs

        if self.window.opened is not opened:
            return
        if self.verbs is None:
            self.verbs = DeskVerbs(self.window, self._data, self._editions())
            self.verbs.settings_changed.connect(lambda: self.wedge.use(_wedge_settings(self.window.settings)))
        self.verbs.attach()
        self._bring_companions(opened)
        QTimer.singleShot(300, self.window.sounds.warm)

    def _bring_companions(self, opened: OpenEdition) -> None:
        """The desk works before they are there: what they need is read in a thread."""
        future: Future[Companions] = Future()

        def work() -> None:
            try:
                from vi_events.ui.companions import Companions

                future.set_result(self._stack.enter_context(Companions(opened, self.bridge)))
            except BaseException as problem:  # noqa: BLE001 (shown in the window)
                future.set_exception(problem)

        def arrived(companions: Companions) -> None:
            if self.window.opened is opened:
                self.window.news.follow(companions.network)
                companions.start()

        self.bridge.when_done(future, arrived)
        self._bringing = Thread(target=work, name="companions", daemon=True)
        self._bringing.start()

    def choose(self) -> None:
        """Asks which edition to open, when none is."""
        self.wedge.install()
        self.window.card.show_idle(self.window.tr("Quelle édition\u202f?"), " ")
        editions = self._editions()
        if editions is not None:
            editions.choose()

    def _editions(self) -> Editions | None:
        from vi_events.ui.preparation.editions import Editions

        if self._made is None and self._data is not None:
            self._made = Editions(self._data, self.window)
            self._made.edition_requested.connect(self._on_edition_requested)
            self._made.joined.connect(self._on_joined)
            self._made.failed.connect(self.window.say)
            self._made.joining.connect(self._on_joining)
            self._made.given_up.connect(self._on_given_up)
        return self._made

    def _on_edition_requested(self, slug: str) -> None:
        if self._data is None:
            return
        folder = paths.edition_folder(self._data, slug)
        data = self._data
        # Open in another window of this computer: that one comes forward, and this one stays as it is.
        if folder != self._folder and not single.raise_other(folder):
            self.window.guard.unless_needed(lambda: self.open(data, folder))

    def _on_joining(self) -> None:
        """The journal that comes may be this very edition's: it must not be open meanwhile."""
        self._before = self._before or self._folder
        self._leave()
        self._folder = None

    def _on_joined(self, slug: str) -> None:
        if self._data is not None:
            self._before = None
            self.window.settings = replace(self.window.settings, station=settings.load(self._data).station)
            self._on_edition_requested(slug)

    def _on_given_up(self) -> None:
        if self._data is not None and self._before is not None:
            self.open(self._data, self._before)
        self._before = None

    def _on_wedge_scanned(self, scan: Scan) -> None:
        if self._made is not None and self._made.takes_scan(scan.raw):
            return
        if self.verbs is not None:
            self.verbs.take_scan(scan)
        else:
            self.window.scan(scan.raw)
