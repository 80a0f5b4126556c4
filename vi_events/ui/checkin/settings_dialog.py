"""The devices and habits of one station: printers, scanner, sounds, language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.serial_scanner import PortInfo, list_ports
from vi_events.settings import Settings
from vi_events.ui.checkin.printer_rows import PrinterRows, search_printers
from vi_events.ui.theme import LEAD_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import FormDialog, FormField, Tick, combo, small_button
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.checkin.printers.discovery import Discovery

_WIDTH_PX, _LIST_MARGIN_PX = 920, 84
_UNNAMED_PORT = "n/a"
"""What pyserial calls a port that the system gives no name."""


class SettingsDialog(FormDialog):
    """Changes the settings of this station. Enter confirms from any line: one comes here to change one thing.

    ``ports`` lists the serial ports present; ``search`` finds printers.
    """

    def __init__(
        self,
        now: Settings,
        parent: QWidget | None = None,
        ports: Callable[[], Sequence[PortInfo]] = list_ports,
        search: Callable[[], Discovery] = search_printers,
    ) -> None:
        super().__init__(self.tr("Réglages du poste"), self.tr("Enregistrer"), parent)
        self._before, self._ports = now, ports
        self.printers = PrinterRows(now.printers, search, now.prints_at)
        self.prefix = QLineEdit(now.scanner_prefix)
        self.prefix.setMaxLength(1)
        self.language, self.suffix = self._choices()
        self.port = combo((), "")
        self.sounds = Tick(self.tr("Un son à chaque passage"))
        self.sounds.setChecked(now.sounds)
        self.refresh_button = small_button(self.tr("Actualiser"), self.tr("Actualiser les ports série"))
        self._list_ports(now.serial_port)
        self._make_fields()
        self._lay_out()
        self.printers.rows_changed.connect(self._chain)
        self.prefix.textEdited.connect(lambda: self.prefix_field.show_problem(""))
        self.refresh_button.clicked.connect(lambda: self._list_ports(self.port.currentData()))
        self.setMinimumWidth(_WIDTH_PX)
        self.printers.controls()[0].setFocus()

    def settings(self) -> Settings:
        """What was chosen; what is not asked here stays as it was."""
        return replace(
            self._before,
            printers=self.printers.printers(),
            prints_at=self.printers.prints_at(),
            sounds=self.sounds.isChecked(),
            language=self.language.currentData(),
            scanner_suffix=self.suffix.currentData(),
            scanner_prefix=self.prefix.text(),
            serial_port=self.port.currentData(),
        )

    def accept(self) -> None:
        """Closes when the addresses and the prefix can be used; a printer that is off now may be on later."""
        self.prefix_field.show_problem(self._prefix_problem())
        wrong = self.printers.wrong() or (self.prefix if self.prefix_field.problem else None)
        if wrong is None:
            super().accept()
        else:
            wrong.setFocus()

    def done(self, result: int) -> None:
        """Closes, whatever the printers are still thinking."""
        self.printers.forget()
        super().done(result)

    # Inside

    def _choices(self) -> tuple[QComboBox, QComboBox]:
        now = self._before
        suffixes = (
            (self.tr("Automatique"), "auto"),
            (self.tr("Entrée"), "enter"),
            (self.tr("Tab"), "tab"),
            (self.tr("Aucun"), "none"),
        )
        return (
            combo((("Français", "fr"), ("English", "en")), now.language),
            combo(suffixes, now.scanner_suffix),
        )

    def _make_fields(self) -> None:
        self.suffix_field = FormField(self.tr("Touche après chaque code"), self.suffix)
        self.suffix_field.show_hint(self.tr("Automatique convient presque toujours."))
        self.prefix_field = FormField(self.tr("Signe avant chaque code"), self.prefix)
        self.prefix_field.show_hint(self.tr("Vide si la douchette n’en envoie pas."))
        self.port_field = _ButtonField(self.tr("Port série"), self.port, self.refresh_button)
        self.port_field.show_hint(self.tr("Aucun pour une douchette qui tape comme un clavier."))
        self.language_field = FormField(self.tr("Langue"), self.language)
        self.language_field.show_hint(self.tr("Change au prochain démarrage."))
        self.sounds_field = FormField(self.tr("Sons"), self.sounds)

    def _lay_out(self) -> None:
        scanner = _fields(((self.suffix_field, 3), (self.prefix_field, 3), (self.port_field, 6)))
        station = _fields(((self.sounds_field, 1), (self.language_field, 1)))
        self.body.addWidget(_section(self.tr("Imprimantes"), self.printers))
        self.body.addWidget(_section(self.tr("Douchette"), scanner))
        self.body.addWidget(_section(self.tr("Poste"), station))
        self.body.addStretch(1)
        self._chain()

    def _chain(self) -> None:
        """Tab goes in reading order, whatever rows come and go."""
        order: tuple[QWidget, ...] = (
            *self.printers.controls(),
            *(self.suffix, self.prefix, self.port, self.refresh_button),
            *(self.sounds, self.language, self.cancel_button, self.accept_button),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _list_ports(self, chosen: str) -> None:
        found = self._ports()
        self.port.clear()
        self.port.addItem(self.tr("Aucun"), "")
        for each in found:
            label = each.label.removesuffix(f" ({each.device})")  # Windows repeats it
            named = label not in ("", _UNNAMED_PORT, each.device)
            self.port.addItem(f"{each.device}, {label}" if named else each.device, each.device)
        if chosen and self.port.findData(chosen) < 0:
            # Unplugged for now: the choice must not be lost because the dialog was opened.
            self.port.addItem(self.tr("%1, absent").replace("%1", chosen), chosen)
        self.port.setCurrentIndex(self.port.findData(chosen))
        self.port.view().setMinimumWidth(self.port.view().sizeHintForColumn(0) + _LIST_MARGIN_PX)

    def _prefix_problem(self) -> str:
        sign = self.prefix.text()
        if sign == self._before.scanner_prefix or not (sign.isalnum() or sign == " "):
            return ""
        return self.tr("Ni lettre, ni chiffre, ni espace\u202f: prenez un autre signe, comme ~.")


def _fields(fields: Sequence[tuple[FormField, int]]) -> QWidget:
    """Fields side by side, each with its share of the width."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(20)
    for field, share in fields:
        row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    return made


def _section(title: str, content: QWidget) -> Panel:
    """A panel with its title."""
    panel = Panel()
    heading = Text(LEAD_PX, bold=True)
    heading.setText(title)
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 10, 16, 14)
    column.setSpacing(8)
    column.addWidget(heading)
    column.addWidget(content)
    return panel


class _ButtonField(FormField):
    """A control with its button at its right; the sentence below has the whole width."""

    def __init__(self, label: str, control: QWidget, button: KeyButton) -> None:
        super().__init__(label, control)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        pair = QHBoxLayout()
        pair.setSpacing(3)
        # The button's halo takes the place of the spacing, so that this line is level with its neighbours.
        column.setSpacing(0)
        column.removeWidget(control)
        pair.addWidget(control, 1)
        pair.addWidget(button)
        column.insertLayout(1, pair)
