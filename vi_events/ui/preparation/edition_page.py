"""« Édition »: title, days, place, retention, access, zones and theme; saved in one gesture, and undone in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vi_events.app import about
from vi_events.checkin.planning import checked_edition, checked_zone
from vi_events.edition.programme import Edition, Programme
from vi_events.errors import UserError, ViError
from vi_events.stage.theme import Theme, save_theme, theme_or_default
from vi_events.ui.job import Job
from vi_events.ui.preparation.date_line import DateLine
from vi_events.ui.preparation.edition_dialog import shown_date
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_parts import Lines, Notice, VerbButton
from vi_events.ui.preparation.theme_form import ThemeForm
from vi_events.ui.preparation.zones_form import ZonesForm
from vi_events.ui.theme import LEAD_PX
from vi_events.ui.widgets.form import FormField, Tick
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.planning import Saved
    from vi_events.ui.bridge import Bridge

_ACCESS_PX = 96


class EditionPage(Page):
    """What is typed stays until it is saved or given up; what another station changed meanwhile is not lost."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(opened, bridge, parent)
        self._shown, self._theme = opened.programme, theme_or_default(opened.folder)[0]
        self._undo: tuple[Saved, Theme] | None = None
        """What was saved last, and the theme before it."""
        self._unsaved = self._saving = False
        today = date.fromisoformat(opened.edition.date)
        self.title, self.place, self.organiser = QLineEdit(), QLineEdit(), QLineEdit()
        self.first, self.last, self.retention = DateLine(today), DateLine(today), DateLine(today)
        self.several, self.own_retention = Tick(self.tr("Plusieurs jours")), Tick(self.tr("Choisir ce jour"))
        self.access = Lines(self.tr("Plan d’accès, sur les invitations"), _ACCESS_PX)
        self.zones, self.theme = ZonesForm(), ThemeForm(opened.folder)
        self.said = Notice()
        self.save_button = VerbButton(self.tr("Enregistrer"), "Ctrl+S", "Ctrl+S", primary=True)
        self.drop_button = VerbButton(self.tr("Abandonner les changements"))
        self.undo_button = VerbButton(self.tr("Revenir à avant l’enregistrement"))
        self._make_fields()
        self._arrange()
        self._connect()
        self._show_all()

    @property
    def is_unsaved(self) -> bool:
        return self._unsaved

    def refresh(self) -> None:
        """Shows the edition as it is now, unless something is being written."""
        if not self._unsaved and not self._saving:
            self._show_all()

    def show_item(self, key: str) -> None:
        lines = {"access": self.access, "retention": self.own_retention, "theme": self.theme.header}
        if key in lines:
            lines[key].setFocus()
            self._area.ensureWidgetVisible(lines[key])
        else:
            self.zones.focus(key)

    # Verbs

    def save(self) -> None:
        """Ctrl+S: writes what differs, or says what cannot be."""
        if self._saving:
            return
        try:
            wanted, theme = self._written(), self.theme.theme()
        except UserError as problem:
            self.said.show_problem(problem)
            if (focused := self.focusWidget()) is not None:
                self._area.ensureWidgetVisible(focused)
            return
        before, folder, opened = self._theme, self.opened.folder, self.opened
        self._saving = True

        def work() -> Saved:
            saved = opened.save_programme(self._shown, wanted).result()
            if theme != before:
                save_theme(folder, theme)
                opened.core.call(lambda _: opened.read_theme())
            return saved

        def done(saved: Saved) -> None:
            if saved.entries or theme != before:
                self._undo = saved, before
            self._settled(self.tr("Enregistré."))

        self._run(work, done)

    def undo(self) -> None:
        """Takes back what was saved last, on every station."""
        if self._undo is None or self._saving:
            return
        (saved, theme), folder, opened = self._undo, self.opened.folder, self.opened
        self._saving = True

        def work() -> None:
            if saved.entries:
                opened.undo_programme(saved).result()
            save_theme(folder, theme)
            opened.core.call(lambda _: opened.read_theme())

        def done(_: object) -> None:
            self._undo = None
            self._settled(self.tr("Comme avant."))

        self._run(work, done)

    def drop(self) -> None:
        """Gives up what was typed."""
        self._show_all()
        self.said.say("info", "")

    # Inside

    def _run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        job = Job(work, done, self._on_failed)
        self.destroyed.connect(job.forget)

    def _settled(self, sentence: str) -> None:
        self._saving = False
        self._show_all()
        self.said.say("ok", sentence)
        self.changed.emit()

    def _on_failed(self, problem: ViError) -> None:
        self._saving = False
        self.said.show_problem(problem)

    def _written(self) -> Programme:
        """What is typed, checked. Raises UserError."""
        known: Edition = self._shown.edition
        edition = replace(
            known,
            title=self.title.text(),
            place=self.place.text(),
            organiser=self.organiser.text(),
            date=self.first.iso(),
            until=self.last.iso() if self.several.isChecked() else "",
            retention=self.retention.iso() if self.own_retention.isChecked() else "",
            access=self.access.toPlainText(),
        )
        return Programme(checked_edition(edition), tuple(checked_zone(zone) for zone in self.zones.zones()))

    def _show_all(self) -> None:
        self._shown, self._theme = self.opened.programme, theme_or_default(self.opened.folder)[0]
        edition = self._shown.edition
        for text, said in (
            (self.title, edition.title),
            (self.place, edition.place),
            (self.organiser, edition.organiser),
        ):
            text.setText(said)
            text.setCursorPosition(0)  # a long one is read from its beginning
        self.several.setChecked(bool(edition.until))
        self.own_retention.setChecked(bool(edition.retention))
        self.first.show_iso(edition.date)
        self.last.show_iso(edition.last_day)
        self.retention.show_iso(edition.erase_from)
        self.access.setPlainText(edition.access)
        self.zones.show_zones(self._shown.zones, edition.date)
        self.theme.show_theme(self._theme, about(edition, self.opened.folder).header)
        self._unsaved = False
        self._follow()

    def _on_edited(self, *_: object) -> None:
        self._unsaved = True
        self.said.say("info", "")
        self._follow()

    def _follow(self) -> None:
        """What depends on what is typed: the days in words, the day of the erasure, the buttons."""
        several = self.several.isChecked()
        self.last_field.setVisible(several)
        self.first_field.show_hint(shown_date(self.first.iso()))
        self.last_field.show_hint(shown_date(self.last.iso()))
        self.retention.setEnabled(self.own_retention.isChecked())
        until = self.last.iso() if several else ""
        ruled = replace(self._shown.edition, date=self.first.iso(), until=until, retention="").erase_from
        if not self.own_retention.isChecked():
            self.retention.show_iso(ruled)
        said = self.tr("Trois mois après le dernier jour\u202f: %1.").replace("%1", shown_date(ruled))
        self.retention_field.show_hint(shown_date(self.retention.iso()) if self.own_retention.isChecked() else said)
        self.drop_button.setEnabled(self._unsaved)
        self.undo_button.setVisible(self._undo is not None and not self._unsaved)

    def _make_fields(self) -> None:
        for line in (self.title, self.place, self.organiser):
            line.setMaxLength(120)
        self.title_field = FormField(self.tr("Titre"), self.title)
        self.place_field = FormField(self.tr("Lieu"), self.place)
        self.organiser_field = FormField(self.tr("Organisé par"), self.organiser)
        self.first_field = FormField(self.tr("Premier jour"), self.first)
        self.last_field = FormField(self.tr("Dernier jour"), self.last)
        self.retention_field = FormField(self.tr("Noms effacés à partir du"), self.retention)
        self.access_field = FormField(self.tr("Plan d’accès, sur les invitations"), self.access)
        self.access.setPlaceholderText(self.tr("Adresse, transports, entrée à prendre, accès en fauteuil…"))

    def _connect(self) -> None:
        for line in (self.title, self.place, self.organiser):
            line.textEdited.connect(self._on_edited)
        for day in (self.first, self.last, self.retention):
            day.userDateChanged.connect(self._on_edited)
        for tick in (self.several, self.own_retention):
            tick.clicked.connect(self._on_edited)
        self.access.textChanged.connect(self._on_edited)
        self.zones.edited.connect(self._on_edited)
        self.theme.edited.connect(self._on_edited)
        self.theme.failed.connect(self.said.show_problem)
        self.save_button.clicked.connect(self.save)
        self.drop_button.clicked.connect(self.drop)
        self.undo_button.clicked.connect(self.undo)

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        for title, part in (
            (self.tr("L’édition"), self._about()),
            (self.tr("Contrôles"), self.zones),
            (self.tr("Écran de salle et habillage"), self.theme),
        ):
            column.addWidget(_section(title, part))
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.said, 100)
        foot.addStretch(1)
        for button in (self.undo_button, self.drop_button, self.save_button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._area, 1)
        outer.addLayout(foot)

    def _about(self) -> QWidget:
        part, top = QWidget(), Qt.AlignmentFlag.AlignTop
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.title_field, 0, 0, 1, 2, top)
        grid.addWidget(self.place_field, 0, 2, top)
        grid.addWidget(self.organiser_field, 0, 3, top)
        days = QVBoxLayout()
        days.addWidget(self.first_field)
        days.addWidget(self.several)
        grid.addLayout(days, 1, 0, top)
        grid.addWidget(self.last_field, 1, 1, top)
        kept = QVBoxLayout()
        kept.addWidget(self.retention_field)
        kept.addWidget(self.own_retention)
        grid.addLayout(kept, 1, 2, top)
        grid.addWidget(self.access_field, 2, 0, 1, 4, top)
        for place in range(4):
            grid.setColumnStretch(place, 1)
        return part


def _section(title: str, part: QWidget) -> Panel:
    panel, heading = Panel(), Text(LEAD_PX, bold=True)
    heading.setText(title)
    column = QVBoxLayout(panel)
    column.setContentsMargins(18, 12, 18, 16)
    column.setSpacing(10)
    column.addWidget(heading)
    column.addWidget(part)
    return panel
