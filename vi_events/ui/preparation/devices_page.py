"""« Postes et appareils »: what this computer works with, each with its lamp and the way to set it up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vi_events import settings
from vi_events.stations.roles_here import role_in
from vi_events.ui.job import Job
from vi_events.ui.language import labelled, spoken
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.state_rows import StateRow, stacked
from vi_events.ui.stations.words import role_name
from vi_events.ui.surfaces.displays import displays, find, from_text, identify, is_mirrored
from vi_events.webtv import station_file

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.print_views import PrinterView
    from vi_events.errors import ViError
    from vi_events.ui.bridge import Bridge
    from vi_events.webtv.obs_types import LinkState

_OBS_PATIENCE_S = 4.0


@dataclass(frozen=True, slots=True)
class _Here:
    """What was read off the window's thread."""

    known: settings.Settings
    shown: settings.DisplaySettings
    role: str
    ports: tuple[str, ...]


class DevicesPage(Page):
    """Looks at what can be seen without disturbing anything; OBS is asked by its button, or where it was set up."""

    rereads = True

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self._data = opened.folder.parent
        self.stations, self.printers = StateRow(self.tr("Postes")), StateRow(self.tr("Imprimantes"))
        self.scanner, self.camera = StateRow(self.tr("Douchette")), StateRow(self.tr("Caméra"))
        self.room, self.prompter = StateRow(self.tr("Écran de salle")), StateRow(self.tr("Prompteur"))
        self.obs = StateRow(self.tr("OBS"))
        self._rows = {
            "stations": self.stations,
            "printers": self.printers,
            "scanner": self.scanner,
            "camera": self.camera,
            "room": self.room,
            "prompter": self.prompter,
            "obs": self.obs,
        }
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stacked(*self._rows.values()))
        bridge.printer_changed.connect(self._on_printer_changed)

    def refresh(self) -> None:
        self._look_at_printers()
        self._do(partial(_read, self._data, self.opened.folder), self._show_here)
        if (self.opened.folder / station_file.FILE).exists():
            self.check_obs()
        else:
            self.obs.show_state("off", self.tr("Pas encore relié à cette édition"))

    def show_item(self, key: str) -> None:
        if key in self._rows and self._rows[key].buttons:
            self._rows[key].buttons[0].setFocus()

    def check_obs(self) -> None:
        """Asks OBS, at the address kept for this edition."""
        self.obs.show_state("info", self.tr("Connexion à OBS…"))
        self._do(partial(_ask_obs, self.opened.folder), self._show_obs)

    # Inside

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        job = Job(work, done, self._on_failed)
        self.destroyed.connect(job.forget)

    def _on_failed(self, problem: ViError) -> None:
        self.message.emit("bad", spoken(problem))

    def _on_printer_changed(self, _view: object) -> None:
        if self.isVisible():
            self._look_at_printers()

    def _look_at_printers(self) -> None:
        self.bridge.when_done(self.opened.reception.printing.printers(), self._show_printers, self._on_failed)

    def _show_printers(self, views: tuple[PrinterView, ...]) -> None:
        here = [view for view in views if view.here]
        if not here:
            said = self.tr("Aucune imprimante n’est choisie\u202f: les badges ne sortiront pas.")
            self.printers.show_state("warn", said)
            return
        levels = ("off", "ok", "info", "warn", "bad")
        worst = max(here, key=lambda view: levels.index(view.level))
        others = ", ".join(labelled(view.name, spoken(view.text)) for view in here if view is not worst and view.text)
        unseen = self.tr("pas encore vue")
        self.printers.show_state(worst.level, labelled(worst.name, spoken(worst.text) or unseen), others)

    def _show_here(self, here: _Here) -> None:
        alone = self.tr("Ce poste travaille seul")
        joined = self.tr("En réseau, comme «\u00a0%1\u00a0»").replace("%1", role_name(here.role))
        self.stations.show_state("ok" if here.role else "off", joined if here.role else alone)
        port = here.known.serial_port
        if not port:
            usb = self.tr("Douchette USB, qui tape comme un clavier")
            self.scanner.show_state("info", usb, self.tr("Seul un essai dit si elle lit les billets sur ce clavier."))
        elif port in here.ports:
            self.scanner.show_state("ok", self.tr("Port série %1, branché").replace("%1", port))
        else:
            self.scanner.show_state("bad", self.tr("Port série %1\u202f: rien n’y est branché").replace("%1", port))
        camera = here.known.camera
        self.camera.show_state("info" if camera else "off", camera or self.tr("Aucune caméra n’est choisie"))
        self._show_display(self.room, here.shown.public_screen)
        self._show_display(self.prompter, here.shown.prompter)

    def _show_display(self, row: StateRow, remembered: str) -> None:
        wanted, present = from_text(remembered), displays()
        if wanted is None:
            row.show_state("off", self.tr("Aucun écran n’est choisi"))
            return
        there = find(wanted, present)
        if there is None:
            row.show_state("bad", self.tr("%1 n’est pas branché").replace("%1", wanted.label))
        elif is_mirrored(there, present):
            row.show_state("bad", self.tr("%1 recopie l’écran de la régie").replace("%1", wanted.label))
        else:
            row.show_state("ok", there.label)

    def _show_obs(self, state: LinkState) -> None:
        level = {"ready": "ok", "connecting": "warn", "busy": "warn", "off": "off"}.get(state.state, "bad")
        self.obs.show_state(level, spoken(state.text))

    def _add_buttons(self) -> None:
        def tool(name: str) -> Callable[[], object]:
            return lambda: self.tool_requested.emit(name, "")

        self.stations.add_button(self.tr("Postes…"), tool("stations"))
        self.printers.add_button(self.tr("Régler…"), tool("settings"))
        self.printers.add_button(self.tr("File et badges…"), tool("printers"))
        self.scanner.add_button(self.tr("Essayer…"), tool("scanner"))
        self.scanner.add_button(self.tr("Régler…"), tool("settings"))
        self.camera.add_button(self.tr("Essayer…"), tool("camera"))
        self.room.add_button(self.tr("Régler…"), tool("stage"))
        self.room.add_button(self.tr("Numéroter"), self._identify)
        self.prompter.add_button(self.tr("Régler…"), tool("stage"))
        self.obs.add_button(self.tr("Vérifier"), self.check_obs)
        self.obs.add_button(self.tr("Régler…"), tool("webtv"))

    def _identify(self) -> None:
        """A large number on each screen, for a moment."""
        self._numbers = identify()


def _read(data: Path, folder: Path) -> _Here:
    from vi_events.checkin.serial_scanner import list_ports

    ports = tuple(found.device for found in list_ports())
    return _Here(settings.load(data), settings.load_displays(data), role_in(folder), ports)


def _ask_obs(folder: Path) -> LinkState:
    from vi_events.webtv.obs_link import settled_link
    from vi_events.webtv.obs_password import ObsPassword

    address = station_file.load(folder).address
    with settled_link(address, ObsPassword(address).kept, _OBS_PATIENCE_S) as (_, state):
        return state
