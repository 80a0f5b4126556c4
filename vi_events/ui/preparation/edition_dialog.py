"""Making an edition, and choosing the one to open."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDate, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vi_events.edition.exporting import long_date
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.text import clean, fold
from vi_events.edition.vault import SHORTEST_PIN
from vi_events.errors import UserError
from vi_events.paths import edition_folder
from vi_events.ui.language import locale, spoken
from vi_events.ui.preparation.date_line import DateLine
from vi_events.ui.preparation.zone_rows import ZoneRows
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX, RADIUS_BUTTON_PX, color, font
from vi_events.ui.widgets.buttons import KeyButton, draw_key_cap
from vi_events.ui.widgets.form import FormDialog, FormField
from vi_events.ui.widgets.panel import Text

_WIDTH_PX, _LIST_WIDTH_PX = 1140, 760
_ROW_PX = 64
_MOST_DIGITS, _MOST_ROWS = 9, 7
_SLUG_LENGTH = 60


def proposed_slug(title: str, year: int) -> str:
    """The folder name of an edition: ``label-villes-internet-2027``; empty while the title has no word."""
    words = fold(title).split()
    name = "-".join(word for word in words if word != str(year))[: _SLUG_LENGTH - 5].rstrip("-")
    return "-".join(part for part in (name, str(year)) if part) if words else ""


def shown_date(iso: str) -> str:
    """« vendredi 5 février 2027 » for 2027-02-05; what is no date is shown as it is."""
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    if not day.isValid():
        return iso
    if locale().language() == QLocale.Language.French:
        return long_date(iso)
    return locale().toString(day, "dddd d MMMM yyyy")


class NewEditionDialog(FormDialog):
    """Asks what a new edition is. ``existing`` are the slugs already taken."""

    def __init__(
        self, existing: Sequence[str], parent: QWidget | None = None, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(self.tr("Nouvelle édition"), self.tr("Créer l’édition"), parent)
        self._existing, self._today = frozenset(existing), today()
        self._slug_is_theirs = False
        self.title, self.place, self.slug, self.pin_line = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        for line, longest in ((self.title, 120), (self.place, 120), (self.slug, _SLUG_LENGTH), (self.pin_line, 32)):
            line.setMaxLength(longest)
        self.day, self.zone_rows = DateLine(self._today), ZoneRows()
        self._make_fields()
        self._lay_out()
        self.title.textEdited.connect(lambda: self._follow(self.title_field))
        self.place.textEdited.connect(lambda: self.place_field.show_problem(""))
        self.day.dateChanged.connect(lambda: self._follow(self.day_field))
        self.slug.textEdited.connect(self._on_slug_text_edited)
        self.pin_line.textEdited.connect(lambda: self.pin_field.show_problem(""))
        self.zone_rows.edited.connect(lambda: self.zones_field.show_problem(""))
        self.zone_rows.reordered.connect(self._order)
        self._follow(self.day_field)
        self._order()
        self.setMinimumWidth(_WIDTH_PX)
        self.title.setFocus()

    def edition(self) -> Edition:
        """What was asked for."""
        return Edition(self.slug.text(), clean(self.title.text()), self.day.iso(), clean(self.place.text()))

    def zones(self) -> tuple[Zone, ...]:
        """The zones, in their order."""
        return self.zone_rows.zones()

    def pin(self) -> str:
        """The supervisor's PIN; empty when there is none."""
        return self.pin_line.text().strip()

    def accept(self) -> None:
        """Closes when the edition can be made; else says beside each field what is missing."""
        zones_problem, zone_line = self.zone_rows.problem()
        problems = (
            (self.title_field, "" if clean(self.title.text()) else self.tr("Donnez un titre à l’édition."), self.title),
            (self.place_field, "" if clean(self.place.text()) else self.tr("Dites où elle a lieu."), self.place),
            (self.slug_field, self._slug_problem() or self._slug_missing(), self.slug),
            (self.pin_field, self._pin_problem(), self.pin_line),
            (self.zones_field, zones_problem, zone_line),
        )
        for field, problem, _ in problems:
            field.show_problem(problem)
        wrong = next((line for _, problem, line in problems if problem), None)
        if wrong is None:
            super().accept()
        else:
            wrong.setFocus()

    # Inside

    def _make_fields(self) -> None:
        self.title_field = FormField(self.tr("Titre"), self.title)
        self.day_field = FormField(self.tr("Date"), self.day)
        self.place_field = FormField(self.tr("Lieu"), self.place)
        self.slug_field = FormField(self.tr("Nom du dossier"), self.slug)
        self.pin_field = FormField(self.tr("Code superviseur, facultatif"), self.pin_line)
        self.zones_field = FormField(self.tr("Contrôles"), self.zone_rows)
        self.title.setPlaceholderText(self.tr("Label Villes Internet"))
        self.place.setPlaceholderText(self.tr("Salle et ville"))
        self.slug_field.show_hint(self.tr("Proposé d’après le titre et l’année\u202f; vous pouvez le changer."))
        self.pin_field.show_hint(
            self.tr(
                "Conseillé\u202f: il permet de lever un refus à l’accueil. Au moins quatre signes\u202f; notez-le, "
                "il ne sera plus montré."
            )
        )
        self.zones_field.show_hint(self.tr("Une liste d’entrée par porte ou par moment. Ctrl+- retire une ligne."))

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        left = QGridLayout()
        left.setHorizontalSpacing(16)
        left.setVerticalSpacing(12)
        left.addWidget(self.title_field, 0, 0, 1, 2, top)
        left.addWidget(self.day_field, 1, 0, top)
        left.addWidget(self.place_field, 1, 1, top)
        left.addWidget(self.slug_field, 2, 0, 1, 2, top)
        left.addWidget(self.pin_field, 3, 0, 1, 2, top)
        left.setRowStretch(4, 1)
        for column in (0, 1):
            left.setColumnStretch(column, 1)
        pair = QHBoxLayout()
        pair.setSpacing(32)
        pair.addLayout(left, 5)
        pair.addWidget(self.zones_field, 6, top)
        self.body.addLayout(pair)
        self.body.addStretch(1)

    def _order(self) -> None:
        """Tab goes through the zones there are now, after the rest."""
        lines: list[QWidget] = [self.title, self.day, self.place, self.slug, self.pin_line]
        rows = (each for row in self.zone_rows.rows for each in (row.name, row.policy, row.remove))
        tabs = [*lines, *rows, self.zone_rows.add_button, self.cancel_button, self.accept_button]
        for before, after in pairwise(tabs):
            QWidget.setTabOrder(before, after)

    def _follow(self, changed: FormField) -> None:
        changed.show_problem("")
        past = self.day.date() < QDate(self._today.year, self._today.month, self._today.day)
        said = shown_date(self.day.iso())
        self.day_field.show_hint(self.tr("◆ %1, c’est passé").replace("%1", said) if past else said)
        if not self._slug_is_theirs:
            self.slug.setText(proposed_slug(self.title.text(), self.day.date().year()))
        self.slug_field.show_problem(self._slug_problem())

    def _on_slug_text_edited(self, text: str) -> None:
        # Emptied, it is proposed again at the next change of the title.
        self._slug_is_theirs = bool(text)
        self.slug_field.show_problem(self._slug_problem())

    def _slug_problem(self) -> str:
        slug = self.slug.text()
        if not slug:
            return ""
        if slug in self._existing:
            said = self.tr("L’édition «\u00a0%1\u00a0» existe déjà\u202f: choisissez un autre nom.")
            return said.replace("%1", slug)
        try:
            edition_folder(Path(), slug)
        except UserError as problem:
            return spoken(problem)
        return ""

    def _slug_missing(self) -> str:
        return "" if self.slug.text() else self.tr("Donnez un nom au dossier\u202f: lettres, chiffres et tirets.")

    def _pin_problem(self) -> str:
        if 0 < len(self.pin()) < SHORTEST_PIN:
            return self.tr("Trop court\u202f: au moins quatre signes, ou rien.")
        return ""


class EditionLine(NamedTuple):
    """One edition of this computer; ``date`` is ISO 8601; ``current`` is the one already open."""

    slug: str
    title: str
    date: str
    place: str
    current: bool = False


class _EditionRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802
        return QSize(200, _ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        listed: EditionLine = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(LIGHT.info.main if chosen else LIGHT.line))
        painter.setBrush(color(LIGHT.info.paper if chosen else LIGHT.card))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -5), RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        inner = option.rect.adjusted(14, 0, -14, -4)
        if index.row() < _MOST_DIGITS:
            draw_key_cap(painter, QPoint(inner.left() + 24, inner.center().y()), str(index.row() + 1))
        words, left = inner.adjusted(40, 8, 0, -7), Qt.AlignmentFlag.AlignLeft
        if listed.current:
            painter.setFont(font(BASE_PX, bold=True))
            painter.setPen(color(LIGHT.ok.ink))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.tr("● ouverte"))
            words.adjust(0, 0, -110, 0)
        for px, ink, side, text in (
            (LEAD_PX, LIGHT.ink, Qt.AlignmentFlag.AlignTop, listed.title),
            (BASE_PX, LIGHT.ink_2, Qt.AlignmentFlag.AlignBottom, _when_and_where(listed)),
        ):
            style = font(px, bold=px == LEAD_PX)
            if QFontMetrics(style).horizontalAdvance(text) > words.width():
                style = font(NOTE_PX, bold=px == LEAD_PX)
            painter.setFont(style)
            painter.setPen(color(ink))
            shown = QFontMetrics(style).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, left | side, shown)
        painter.restore()


class _EditionList(QListWidget):
    """Editions chosen with the arrows or their digit."""

    def __init__(self, editions: Sequence[EditionLine]) -> None:
        super().__init__()
        self.setItemDelegate(_EditionRows(self))
        for listed in editions:
            item = QListWidgetItem(f"{listed.title}, {_when_and_where(listed)}")
            item.setData(Qt.ItemDataRole.UserRole, listed)
            item.setToolTip(item.text())
            self.addItem(item)
            if listed.current:
                self.setCurrentItem(item)
        if editions and self.currentRow() < 0:
            self.setCurrentRow(0)
        self.setFixedHeight(_ROW_PX * max(1, min(len(editions), _MOST_ROWS)) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        digit = event.text()
        if digit and digit in "123456789":
            if int(digit) <= self.count():
                self.setCurrentRow(int(digit) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChooseEditionDialog(FormDialog):
    """Emits ``edition_chosen(slug)``, ``new_requested`` or ``join_requested``, once it is closed."""

    edition_chosen = Signal(str)
    new_requested = Signal()
    join_requested = Signal()

    def __init__(self, editions: Sequence[EditionLine], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Choisir l’édition"), self.tr("Ouvrir"), parent)
        self.editions = _EditionList(editions)
        self.editions.setAccessibleName(self.tr("Éditions de cet ordinateur"))
        self.editions.itemDoubleClicked.connect(self.accept)
        self.new_button = KeyButton(self.tr("Nouvelle édition…"), "Ctrl+N")
        self.new_button.bind("Ctrl+N")
        self.new_button.clicked.connect(self._on_new_button_clicked)
        self.join_button = KeyButton(self.tr("Rejoindre un hôte…"))
        self.join_button.clicked.connect(self._on_join_button_clicked)
        nothing = Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self.body.addWidget(self.editions)
        self.body.addWidget(nothing)
        nothing.show_text("" if editions else self.tr("Il n’y a pas encore d’édition sur cet ordinateur."))
        self.editions.setVisible(bool(editions))
        self.accept_button.setVisible(bool(editions))
        others = QHBoxLayout()
        for button in (self.new_button, self.join_button):
            others.addWidget(button)
        others.addStretch(1)
        self.body.addLayout(others)
        self.body.addStretch(1)
        self.setMinimumWidth(_LIST_WIDTH_PX)
        (self.editions if editions else self.new_button).setFocus()

    def accept(self) -> None:
        """Opens the edition under the cursor."""
        item = self.editions.currentItem()
        if item is None:
            return
        super().accept()
        self.edition_chosen.emit(item.data(Qt.ItemDataRole.UserRole).slug)

    def _on_new_button_clicked(self) -> None:
        self.reject()
        self.new_requested.emit()

    def _on_join_button_clicked(self) -> None:
        self.reject()
        self.join_requested.emit()


def _when_and_where(listed: EditionLine) -> str:
    return ", ".join(part for part in (shown_date(listed.date), listed.place) if part)
