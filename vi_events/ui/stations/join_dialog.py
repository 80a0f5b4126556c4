"""Joining a host: the link, the name of this station, then the journal that comes."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from vi_events import app, paths
from vi_events.checkin.layouts import readings
from vi_events.edition.text import clean
from vi_events.errors import UserError, ViError
from vi_events.journal.hub.config import DEFAULT_PORT
from vi_events.journal.hub.discovery import COUNTER_OFFSET
from vi_events.journal.hub.joining import JoinRefusedError, parse_link, valid_name
from vi_events.journal.hub.views import HubView
from vi_events.stations.files import load_membership
from vi_events.stations.joining import join_edition
from vi_events.ui.job import Job
from vi_events.ui.language import spoken, told
from vi_events.ui.preparation.backup_dialog import busy_bar, shrink
from vi_events.ui.preparation.palmares_parts import Band, VerbButton
from vi_events.ui.stations import words
from vi_events.ui.widgets.form import FormDialog, FormField

_WIDTH_PX, _LONGEST_NAME, _LONGEST_LINK = 720, 40, 2000
Join = Callable[..., Path]


def link_in(raw: str) -> str:
    """The link that a scanner read, whatever layout it types on; empty when there is none. Pure."""
    for reading in readings(raw):
        with suppress(UserError):
            parse_link(reading.text)
            return reading.text.strip()
    return ""


def entries_here(data: Path, edition_id: str) -> int:
    """How much of the journal of an edition that this station joined has come; 0 before it began."""
    for slug in paths.editions(data):
        with suppress(ViError):
            membership = load_membership(data / slug)
            if membership is not None and membership.edition_id == edition_id:
                with app.read_edition(data / slug) as store:
                    return sum(store.positions().values())
    return 0


class _Cancelled(Exception):  # noqa: N818  (nothing went wrong)
    """The person gave up while the journal was coming."""


class JoinDialog(FormDialog):
    """Asks for the link and joins. It closes by itself only once the whole journal is here."""

    began = Signal()
    """About to join: the edition must not be open in this program from now on."""
    joined = Signal(str)
    """The slug of the edition that came."""
    _progressed = Signal(int, str)

    def __init__(self, data: Path, station: str, parent: QWidget | None = None, join: Join = join_edition) -> None:
        super().__init__(self.tr("Rejoindre un hôte"), self.tr("Rejoindre"), parent)
        self._data, self._join = data, join
        self._job: Job | None = None
        self._cancelled = Event()
        self._camera: Any = None
        self._proposal = ""
        self.link, self.station, self.address = QLineEdit(), QLineEdit(station), QLineEdit()
        self.link.setMaxLength(_LONGEST_LINK)
        self.link.setPlaceholderText("vi-events://join…")
        self.station.setMaxLength(_LONGEST_NAME)
        self.address.setPlaceholderText("192.168.1.20")
        self.link_field = FormField(self.tr("Lien donné par le poste qui héberge"), self.link)
        self.station_field = FormField(self.tr("Nom de ce poste"), self.station)
        self.address_field = FormField(self.tr("Adresse de l’hôte, facultative"), self.address)
        self.paste_button = VerbButton(self.tr("Coller"))
        self.camera_button = VerbButton(self.tr("Lire le code QR avec la caméra"))
        self.free_button = VerbButton("")
        self.said, self.bar = Band(), busy_bar()
        self._lay_out()
        self._connect()
        self._show_busy(False)
        self.link.setFocus()

    def take_scan(self, raw: str) -> None:
        """A scanner or the camera read this."""
        if self._job is not None:
            return
        if found := link_in(raw):
            self.link.setText(found)
            self.said.say("ok", self.tr("Lien lu."))
            self._close_camera()
            self.station.setFocus()
        else:
            said = self.tr("Ce qui vient d’être lu n’est pas un lien, ou la douchette l’a brouillé.")
            self.said.say("warn", said, self.tr("Copiez le lien sur l’hôte et collez-le ici."))

    def accept(self) -> None:
        """Joins, once link and name can be used."""
        if self._job is not None:
            return
        link, station = self.link.text().strip(), clean(self.station.text(), _LONGEST_NAME)
        self.link_field.show_problem(_problem_of(link))
        name_problem = self.tr("De 1 à 40 lettres, chiffres, espaces ou tirets.")
        self.station_field.show_problem("" if valid_name(station) else name_problem)
        for field in (self.link_field, self.station_field):
            if field.problem:
                field.control.setFocus()
                return
        self._close_camera()
        self._start(link, station, _with_port(self.address.text().strip()))

    def reject(self) -> None:
        """Leaves; while it is joining it gives up first, and closes when that is done."""
        if self._job is None:
            self._close_camera()
            super().reject()
            return
        self._cancelled.set()
        self.cancel_button.setEnabled(False)
        self.said.say("info", self.tr("Abandon en cours…"))

    # Joining

    def _start(self, link: str, station: str, address: str) -> None:
        self.began.emit()
        self._cancelled.clear()
        self.link.setCursorPosition(0)
        self._show_busy(True)
        self.said.say("info", self.tr("Connexion à l’hôte…"))
        edition_id = parse_link(link).edition_id

        def progress(view: HubView) -> None:
            if self._cancelled.is_set():
                raise _Cancelled
            self._progressed.emit(entries_here(self._data, edition_id), spoken(view.text))

        def work() -> Path | None:
            try:
                return self._join(self._data, link, station, address, progress)
            except _Cancelled:
                return None

        self._job = Job(work, self._on_joined, self._on_failed)

    def _on_progressed(self, number: int, text: str) -> None:
        if self._job is not None and not self._cancelled.is_set():
            come = self.tr("Le journal de l’édition arrive\u202f: %1").replace("%1", words.entries(number))
            self.said.say("info", come if number else self.tr("Connexion à l’hôte…"), text if number else "")

    def _on_joined(self, folder: Path | None) -> None:
        self._job = None
        self._show_busy(False)
        if folder is None or self._cancelled.is_set():
            super().reject()
            return
        super().accept()
        self.joined.emit(folder.name)

    def _on_failed(self, problem: ViError) -> None:
        self._job = None
        self._show_busy(False)
        if self._cancelled.is_set():
            super().reject()
            return
        self.said.say("bad", *told(problem))
        if isinstance(problem, JoinRefusedError) and problem.proposal:
            self._proposal = problem.proposal
            self.free_button.set_text(self.tr("Rejoindre sous le nom «\u00a0%1\u00a0»").replace("%1", self._proposal))
            self.free_button.show()
            self.free_button.setFocus()

    def _take_proposal(self) -> None:
        self.station.setText(self._proposal)
        self.accept()

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.free_button.hide()
        self.cancel_button.setEnabled(True)
        self.accept_button.setVisible(not busy)
        for part in (self.link_field, self.station_field, self.address_field, self.paste_button, self.camera_button):
            part.setEnabled(not busy)
        if not busy:
            self.said.say("", "")
        shrink(self)

    # The link

    def _paste(self) -> None:
        self.link.setText(QGuiApplication.clipboard().text().strip()[:_LONGEST_LINK])
        self.link_field.show_problem(_problem_of(self.link.text()))

    def _toggle_camera(self) -> None:
        if self._camera is not None:
            self._close_camera()
            return
        from vi_events.ui.checkin.camera import CameraPanel  # loaded only where a camera is used

        self._camera = CameraPanel()
        self._camera.scan_read.connect(self.take_scan)
        self.body.insertWidget(1, self._camera)
        self.camera_button.set_text(self.tr("Fermer la caméra"))

    def _close_camera(self) -> None:
        if self._camera is not None:
            self._camera.close_reader()
            self._camera.hide()
            self._camera.deleteLater()
            self._camera = None
            self.camera_button.set_text(self.tr("Lire le code QR avec la caméra"))
            shrink(self)

    def _lay_out(self) -> None:
        self.station_field.show_hint(self.tr("Il signe chaque passage et ne change plus ensuite."))
        self.address_field.show_hint(self.tr("Si l’hôte ne répond pas à celle du lien."))
        ways = QHBoxLayout()
        ways.addWidget(self.paste_button)
        ways.addWidget(self.camera_button)
        ways.addStretch(1)
        names = QHBoxLayout()
        names.setSpacing(20)
        for field in (self.station_field, self.address_field):
            names.addWidget(field, 1)
        self.body.addWidget(self.link_field)
        self.body.addLayout(ways)
        self.body.addLayout(names)
        for part in (self.said, self.free_button, self.bar):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setMinimumWidth(_WIDTH_PX)

    def _connect(self) -> None:
        self.link.textEdited.connect(lambda _: self.link_field.show_problem(""))
        self.station.textEdited.connect(lambda _: self.station_field.show_problem(""))
        self.paste_button.clicked.connect(self._paste)
        self.camera_button.clicked.connect(self._toggle_camera)
        self.free_button.clicked.connect(self._take_proposal)
        self._progressed.connect(self._on_progressed)

    def _escape(self) -> None:
        # While it joins, what was typed has served.
        if self._job is not None:
            self.reject()
        else:
            super()._escape()


def _with_port(address: str) -> str:
    """An address as it is joined at; most people give none but the computer's."""
    return address if not address or re.search(r":\d+$", address) else f"{address}:{DEFAULT_PORT + COUNTER_OFFSET}"


def _problem_of(link: str) -> str:
    try:
        parse_link(link)
    except UserError as problem:
        return spoken(problem)
    return ""
