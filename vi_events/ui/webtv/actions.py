"""The dialogs of the console, and its menu."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from vi_events.clock import NowMs
from vi_events.errors import UserError, ViError
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.webtv import station
from vi_events.ui.webtv.aired_log import AiredLog
from vi_events.ui.webtv.connection_dialog import ConnectionDialog
from vi_events.ui.webtv.driver import WebtvDriver
from vi_events.ui.webtv.keys import KeySheet
from vi_events.ui.webtv.markers import FORMATS, ask_where, write_chapters
from vi_events.ui.webtv.moments_dialog import MomentsDialog
from vi_events.ui.webtv.obs_wizard import ObsWizard
from vi_events.ui.webtv.outputs_dialog import OutputsDialog
from vi_events.ui.webtv.overlay_dialogs import PersonDialog, SlateDialog, TickerDialog
from vi_events.webtv import station_file
from vi_events.webtv.chapters import Chapter
from vi_events.webtv.control_room import RoomView
from vi_events.webtv.obs_moments import MomentScenes
from vi_events.webtv.overlays import LOWER_THIRD_MS


class WebtvActions(QObject):
    """Opens one dialog at a time over the console; those that show OBS follow it."""

    said = Signal(str, str)
    """Tone and sentence for the banner."""

    def __init__(self, window: QWidget, driver: WebtvDriver, now_ms: NowMs) -> None:
        super().__init__(window)
        self._window, self._driver, self._now_ms = window, driver, now_ms
        self._room: RoomView | None = None
        self.dialog: QDialog | None = None
        """The one that is open."""

    def show_room(self, room: RoomView) -> None:
        """OBS as it is now, for the dialog that shows it."""
        self._room = room
        if isinstance(self.dialog, OutputsDialog):
            self.dialog.show_seen(room.seen)
        elif isinstance(self.dialog, ObsWizard):
            self.dialog.show_obs(room.obs)
        elif isinstance(self.dialog, ConnectionDialog):
            self.dialog.show_state(room.link)

    # On air

    def free_text(self) -> None:
        dialog = PersonDialog(self.tr("Texte libre"), self.tr("Mettre à l’antenne"), self._window, lasts=True)

        def show() -> None:
            lasts_ms = None if dialog.stays.isChecked() else LOWER_THIRD_MS
            self._driver.show_name(dialog.name.text(), dialog.function.text(), lasts_ms)

        self._open(dialog, show)

    def add_speaker(self) -> None:
        dialog = PersonDialog(self.tr("Ajouter à la liste"), self.tr("Ajouter"), self._window)
        self._open(dialog, lambda: self._driver.add_speaker(dialog.name.text(), dialog.function.text()))

    def slate(self) -> None:
        dialog = SlateDialog(datetime.fromtimestamp(self._now_ms() / 1000), self._window)

        def show() -> None:
            at = dialog.resumes
            resumes_ms = None if at is None else round(at.timestamp() * 1000)
            self._driver.send(self._driver.webtv.slate(dialog.name.text(), dialog.text, resumes_ms))

        self._open(dialog, show)

    def ticker(self) -> None:
        dialog = TickerDialog(self._window)
        self._open(dialog, lambda: self._driver.send(self._driver.webtv.ticker(dialog.words.text())))

    # OBS

    def outputs(self) -> None:
        dialog = OutputsDialog(self._window)
        dialog.start_requested.connect(lambda name: self._order(name, start=True))
        dialog.stop_requested.connect(lambda name: self._order(name, start=False))
        self._open(dialog)

    def stop_stream(self) -> None:
        """Once the button was held."""
        self._order("stream", start=False)

    def connect_obs(self) -> None:
        address = station_file.load(self._driver.opened.folder).address
        if self._room is None:
            return
        dialog = ConnectionDialog(address, self._room.link, self._window)
        dialog.connection_requested.connect(self._save_connection)
        self._open(dialog)

    def prepare_obs(self) -> None:
        if self._room is None:
            return
        dialog = ObsWizard(self._room.obs, self._window)
        dialog.apply_requested.connect(self._driver.set_up_obs)
        self._open(dialog)

    def scenes(self) -> None:
        """The operator's own scenes and the moments of the show."""
        room, ask = self._driver.room, self._driver.bridge.when_done
        if room is None:
            return
        dialog = MomentsDialog(room.moments.wanted, self._window)
        dialog.saved.connect(self._save_scenes)
        dialog.try_requested.connect(
            lambda scene, seen: ask(
                room.moments.attempt(scene, seen=seen), dialog.show_tried, lambda problem: _not_tried(dialog, problem)
            )
        )
        self._open(dialog)
        ask(room.moments.scenes(), dialog.show_scenes, lambda problem: dialog.show_problem(spoken(problem)))

    # What is kept

    def log(self) -> None:
        self._driver.ask(self._driver.webtv.log(), lambda lines: self._open(AiredLog(lines, self._window)))

    def export(self, what: str) -> None:
        """Writes the chapters in one of ``markers.FORMATS``, where the operator says."""
        path = ask_where(what, self._window)
        if path is None:
            return

        def write(found: tuple[Chapter, ...]) -> None:
            try:
                write_chapters(path, found, what)
            except UserError as problem:
                self.said.emit("bad", spoken(problem))
            else:
                self.said.emit("ok", self.tr("Chapitres enregistrés dans « %1 ».").replace("%1", path.name))

        self._driver.ask(self._driver.webtv.chapters(), write)

    def help(self) -> None:
        self._open(KeySheet(self._window))

    # Menus

    def popup(self, button: QWidget) -> None:
        """The menu, under its button."""
        menu = QMenu(self._window)
        for words, act in (
            (self.tr("Connexion à OBS…"), self.connect_obs),
            (self.tr("Préparer OBS…"), self.prepare_obs),
            (self.tr("Scènes d’OBS…"), self.scenes),
            (self.tr("Diffusion et enregistrement…") + "\tF9", self.outputs),
            (self.tr("Journal de l’habillage…"), self.log),
            (self.tr("Touches") + "\tF1", self.help),
        ):
            menu.addAction(words).triggered.connect(act)
        self._add_exports(menu.addMenu(self.tr("Exporter les chapitres")))
        self._show(menu, button)

    def export_menu(self, button: QWidget) -> None:
        menu = QMenu(self._window)
        self._add_exports(menu)
        self._show(menu, button)

    # Inside

    def _add_exports(self, menu: QMenu) -> None:
        words = {
            "youtube": self.tr("Texte pour YouTube…"),
            "csv": self.tr("Tableau (CSV)…"),
            "cuts": self.tr("Liste de découpe par collectivité (CSV)…"),
        }
        for what in FORMATS:
            menu.addAction(words[what]).triggered.connect(lambda _=False, what=what: self.export(what))

    def _show(self, menu: QMenu, button: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _order(self, name: str, *, start: bool) -> None:
        room = self._driver.room
        if room is not None:
            order = room.start_output(name) if start else room.stop_output(name)
            self._driver.bridge.when_done(order, lambda _: None, self._refused)

    def _refused(self, problem: ViError) -> None:
        if isinstance(self.dialog, OutputsDialog):
            self.dialog.show_problem(spoken(problem))
        self.said.emit("bad", spoken(problem))

    def _save_connection(self, address: str, password: str) -> None:
        """Off the window's thread: the keyring may wait for somebody."""

        def failed(problem: ViError) -> None:
            if isinstance(self.dialog, ConnectionDialog):
                self.dialog.show_problem(spoken(problem))

        folder = self._driver.opened.folder
        Job(lambda: station.save_connection(folder, address, password), lambda _: self._driver.open_room(), failed)

    def _save_scenes(self, wanted: MomentScenes) -> None:
        room = self._driver.room
        if room is not None:
            done = self.tr("Scènes d’OBS enregistrées.")
            Job(
                lambda: room.choose_scenes(wanted),
                lambda _: self.said.emit("ok", done),
                lambda problem: self.said.emit("bad", spoken(problem)),
            )

    def _open(self, dialog: QDialog, accepted: Callable[[], None] | None = None) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self.dialog = dialog
        if accepted is not None:
            dialog.accepted.connect(accepted)
        dialog.finished.connect(lambda _: self._closed(dialog))
        if self._room is not None:
            self.show_room(self._room)
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        dialog.deleteLater()
        self._window.setFocus()


def _not_tried(dialog: MomentsDialog, problem: ViError) -> None:
    if problem.code == "obs_live":
        dialog.ask_again(spoken(problem))
    else:
        dialog.show_problem(spoken(problem))
