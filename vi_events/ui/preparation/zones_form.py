"""The zones of an edition, edited in place: name, policy, hours, room, assembly; one a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.assembly import with_rules
from vi_events.edition.dates import read_moment, short_moment
from vi_events.edition.models import POLICIES, Zone
from vi_events.edition.programme import zone_id
from vi_events.edition.text import clean
from vi_events.errors import UserError
from vi_events.sentences import say
from vi_events.ui.checkin.assembly_dialogs import RulesDialog
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.preparation.zone_rows import policy_words
from vi_events.ui.theme import LIGHT, NOTE_PX
from vi_events.ui.widgets.form import Choice, Tick, small_button
from vi_events.ui.widgets.panel import Text, plain_tip

_POLICY_PX, _HOUR_PX, _ROOM_PX, _TICK_PX, _RULES_PX, _CONTROL_PX = 246, 124, 72, 24, 112, 42
_LONGEST = 60


class _Row(QWidget):
    """One zone. What cannot be read is said under the row by ``problem``."""

    edited = Signal()
    removed = Signal()

    def __init__(self, zone: Zone, day: str) -> None:
        super().__init__()
        self._zone, self._day = zone, day
        self.name, self.policy = QLineEdit(zone.name), Choice()
        self.opens, self.closes = (QLineEdit(_shown(at, day)) for at in (zone.opens_ms, zone.closes_ms))
        self.room = QLineEdit("" if zone.capacity is None else str(zone.capacity))
        self.assembly = Tick("")
        self.rules = VerbButton(self.tr("Règles…"))
        self.rules.setAccessibleName(self.tr("Règles de l’assemblée"))
        self.remove = small_button("−", self.tr("Retirer ce contrôle"))
        self.note = Text(NOTE_PX, ink=LIGHT.bad.ink, wrap=True)
        self._fill()
        self._arrange()
        self._connect()

    def zone(self) -> Zone:
        """What is written. Raises UserError ``hour_unclear``; the rest is checked when it is saved."""
        return replace(
            self._zone,
            name=clean(self.name.text(), _LONGEST),
            policy=self.policy.currentData(),
            opens_ms=self._moment(self.opens),
            closes_ms=self._moment(self.closes),
            capacity=int(self.room.text()) if self.room.text() else None,
            assembly=self.assembly.isChecked(),
        )

    @property
    def id(self) -> str:
        """Empty for a new zone."""
        return self._zone.id

    def change_rules(self) -> RulesDialog:
        """Asks how the assembly counts."""
        dialog = RulesDialog(replace(self._zone, name=self.name.text()), self)

        def asked(rules: dict[str, object]) -> None:
            try:
                self._zone = with_rules(self._zone, rules)
            except UserError as problem:
                dialog.refuse(spoken(problem))
            else:
                dialog.accept_set()
                self.edited.emit()

        dialog.rules_asked.connect(asked)
        dialog.open()
        return dialog

    def _moment(self, line: QLineEdit) -> int | None:
        text = line.text().strip()
        try:
            return read_moment(text, self._day) if text else None
        except ValueError:
            line.setFocus()
            raise UserError(
                "hour_unclear",
                say("«\u202f{0}\u202f» n’est pas une heure.", text[:20]),
                "Écrivez 9:30, ou 06/02 9:30 pour un autre jour.",
            ) from None

    def _fill(self) -> None:
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(self.tr("Cérémonie, déjeuner, atelier…"))
        for policy in POLICIES:
            self.policy.addItem(policy_words(policy), policy)
        self.policy.setCurrentIndex(self.policy.findData(self._zone.policy))
        self.name.setToolTip(plain_tip(self._zone.name))
        self.name.setCursorPosition(0)
        for line in (self.opens, self.closes):
            line.setPlaceholderText(self.tr("ex. 9:30"))
            line.setMaxLength(20)
        self.room.setValidator(QIntValidator(1, 999_999, self))
        self.room.setPlaceholderText(self.tr("sans"))
        self.assembly.setChecked(self._zone.assembly)
        kept = self.rules.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.rules.setSizePolicy(kept)
        self.rules.setVisible(self._zone.assembly)
        for control, words in (
            (self.name, self.tr("Nom du contrôle")),
            (self.policy, self.tr("Règle d’entrée")),
            (self.opens, self.tr("Ouvre à")),
            (self.closes, self.tr("Ferme à")),
            (self.room, self.tr("Jauge")),
            (self.assembly, self.tr("Assemblée qui vote")),
        ):
            control.setAccessibleName(words)
        self.note.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        widths = (
            (self.name, 0),
            (self.policy, _POLICY_PX),
            (self.opens, _HOUR_PX),
            (self.closes, _HOUR_PX),
            (self.room, _ROOM_PX),
            (self.assembly, _TICK_PX),
            (self.rules, _RULES_PX),
            (self.remove, 0),
        )
        for control, width in widths:
            if width:
                control.setFixedWidth(width)
            if control not in (self.rules, self.remove):
                control.setFixedHeight(_CONTROL_PX)
            row.addWidget(control, int(control is self.name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.note)

    def _connect(self) -> None:
        for line in (self.name, self.opens, self.closes, self.room):
            line.textEdited.connect(self._on_edited)
        self.policy.activated.connect(self._on_edited)
        self.assembly.toggled.connect(self.rules.setVisible)
        self.assembly.toggled.connect(self._on_edited)
        self.rules.clicked.connect(self.change_rules)
        self.remove.clicked.connect(self.removed)

    def _on_edited(self, _: object) -> None:
        self.note.show_text("")
        self.edited.emit()


class ZonesForm(QWidget):
    """Emits ``edited`` whenever something is written, or a row comes or goes."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self._day = ""
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add_button = VerbButton(self.tr("+ Ajouter un contrôle"))
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._header())
        column.addLayout(self._column)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_zones(self, zones: Sequence[Zone], day: str) -> None:
        """Shows these zones; hours are of ``day`` (ISO 8601) when nothing else is written."""
        self._day = day
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for zone in zones:
            self._insert(zone)

    def zones(self) -> tuple[Zone, ...]:
        """What is written. Raises UserError; the row says what cannot be read."""
        taken = {row.id for row in self.rows}
        found: list[Zone] = []
        for row in self.rows:
            try:
                zone = row.zone()
            except UserError as problem:
                row.note.show_text(f"■ {spoken(problem)}")
                raise
            if not row.id:
                zone = replace(zone, id=_free(zone_id(zone.name), taken))
                taken.add(zone.id)
            found.append(zone)
        return tuple(found)

    def add(self) -> None:
        """One more row, ready to be named."""
        self._insert(Zone("", ""))
        self.rows[-1].name.setFocus()
        self.edited.emit()

    def focus(self, id_: str) -> None:
        """Goes to the hours of a zone."""
        for row in self.rows:
            if row.id == id_:
                row.opens.setFocus()

    def _insert(self, zone: Zone) -> None:
        row = _Row(zone, self._day)
        row.edited.connect(self.edited)
        row.removed.connect(partial(self._remove, row))
        self.rows.append(row)
        self._column.addWidget(row)

    def _remove(self, row: _Row) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        # Focus leaves first: a button that is hidden would give it to any other.
        (self.rows[min(place, len(self.rows) - 1)].name if self.rows else self.add_button).setFocus()
        row.hide()
        row.deleteLater()
        self.edited.emit()

    def _header(self) -> QWidget:
        header = QWidget()
        row = QHBoxLayout(header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        remove = small_button("−", "")
        remove_px = remove.width()
        remove.deleteLater()
        for words, width in (
            (self.tr("Nom"), 0),
            (self.tr("Entrée"), _POLICY_PX),
            (self.tr("Ouvre"), _HOUR_PX),
            (self.tr("Ferme"), _HOUR_PX),
            (self.tr("Jauge"), _ROOM_PX),
            (self.tr("Assemblée"), _TICK_PX + 8 + _RULES_PX + 8 + remove_px),
        ):
            label = Text(NOTE_PX, bold=True, ink=LIGHT.ink_2)
            label.setText(words)
            if width:
                label.setFixedWidth(width)
            else:
                label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            row.addWidget(label)
        return header


def _shown(at_ms: int | None, day: str) -> str:
    return "" if at_ms is None or not day else short_moment(at_ms, day)


def _free(id_: str, taken: set[str]) -> str:
    """``id_``, or ``id_-2`` when another zone, named otherwise since, has it."""
    return next(name for rank in range(1, 999) if (name := id_ if rank == 1 else f"{id_}-{rank}") not in taken)
