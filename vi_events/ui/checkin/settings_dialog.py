"""The devices and habits of one station: printer, scanner, sounds, language."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.checkin.printers import PrinterStatus, open_printer
from vi_events.checkin.serial_scanner import PortInfo, list_ports
from vi_events.errors import DeviceError, ViError
from vi_events.settings import Settings
from vi_events.ui.job import Job
from vi_events.ui.theme import LEAD_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import FormDialog, FormField, Tick
from vi_events.ui.widgets.panel import Panel, Text

_WIDTH_PX, _CONTROL_PX = 860, 42
_SPACING_PX = 4
"""Room of a FormField above and below its control."""
_UNNAMED_PORT = "n/a"
"""What pyserial calls a port that the system gives no name."""


class SettingsDialog(FormDialog):
    """Changes the settings of this station. Enter confirms from any line: one comes here to change one thing.

    ``ports`` lists the serial ports present.
    """

    def __init__(
        self,
        now: Settings,
        parent: QWidget | None = None,
        ports: Callable[[], Sequence[PortInfo]] = list_ports,
    ) -> None:
        super().__init__(self.tr("Réglages du poste"), self.tr("Enregistrer"), parent)
        self._before, self._ports = now, ports
        self._trial: Job | None = None
        self.printer, self.prefix = QLineEdit(now.printer), QLineEdit(now.scanner_prefix)
        self.prefix.setMaxLength(1)
        self.paper, self.language, self.suffix = self._choices()
        self.port = _combo((), "")
        self.sounds = Tick(self.tr("Un son à chaque passage"))
        self.sounds.setChecked(now.sounds)
        self.try_button = _small_button(self.tr("Essayer"), self.tr("Essayer l’imprimante"))
        self.refresh_button = _small_button(self.tr("Actualiser"), self.tr("Actualiser les ports série"))
        self._list_ports(now.serial_port)
        self._make_fields()
        self._lay_out()
        self.printer.textEdited.connect(self._on_printer_text_edited)
        self.prefix.textEdited.connect(lambda: self.prefix_field.show_problem(""))
        self.try_button.clicked.connect(self.try_printer)
        self.refresh_button.clicked.connect(lambda: self._list_ports(self.port.currentData()))
        self.setMinimumWidth(_WIDTH_PX)
        self.printer.setFocus()

    def settings(self) -> Settings:
        """What was chosen; what is not asked here stays as it was."""
        return replace(
            self._before,
            printer=self._url(),
            badge_width_dots=self.paper.currentData(),
            sounds=self.sounds.isChecked(),
            language=self.language.currentData(),
            scanner_suffix=self.suffix.currentData(),
            scanner_prefix=self.prefix.text(),
            serial_port=self.port.currentData(),
        )

    def try_printer(self) -> None:
        """Asks the printer how it is, off the window's thread; its sentence goes under the address."""
        url = self._url()
        if self._trial is not None:
            return  # It may take a few seconds to answer: asking again would only make it later.
        self.printer_field.show_problem("")
        if not url:
            self.printer_field.show_hint(self.tr("Pas d’adresse\u202f: ce poste n’imprime pas de badges."))
            return
        self.printer_field.show_hint(self.tr("Essai en cours…"))
        self._trial = Job(lambda: open_printer(url).check(), self._on_trial_done, self._on_trial_failed)

    def accept(self) -> None:
        """Closes when the address and the prefix can be used; a printer that is off now may be on later."""
        problems = (
            (self.printer_field, self._printer_problem()),
            (self.prefix_field, self._prefix_problem()),
        )
        for field, problem in problems:
            field.show_problem(problem)
        wrong = next((field for field, problem in problems if problem), None)
        if wrong is None:
            super().accept()
        else:
            wrong.control.setFocus()

    def done(self, result: int) -> None:
        """Closes, whatever the printer is still thinking."""
        self._forget_trial()
        super().done(result)

    # Inside

    def _choices(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        now = self._before
        widths = ((self.tr("80\u00a0mm"), 576), (self.tr("58\u00a0mm"), 384))
        suffixes = (
            (self.tr("Automatique"), "auto"),
            (self.tr("Entrée"), "enter"),
            (self.tr("Tab"), "tab"),
            (self.tr("Aucun"), "none"),
        )
        return (
            _combo(widths, now.badge_width_dots),
            _combo((("Français", "fr"), ("English", "en")), now.language),
            _combo(suffixes, now.scanner_suffix),
        )

    def _make_fields(self) -> None:
        self.printer_field = _ButtonField(self.tr("Adresse de l’imprimante"), self.printer, self.try_button)
        self._show_printer_hint()
        self.paper_field = FormField(self.tr("Largeur du papier"), self.paper)
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
        for section in (
            _Section(self.tr("Badges"), ((self.printer_field, 7), (self.paper_field, 2))),
            _Section(self.tr("Douchette"), ((self.suffix_field, 3), (self.prefix_field, 3), (self.port_field, 6))),
            _Section(self.tr("Poste"), ((self.sounds_field, 1), (self.language_field, 1))),
        ):
            self.body.addWidget(section)
        self.body.addStretch(1)
        order: tuple[QWidget, ...] = (
            *(self.printer, self.try_button, self.paper, self.suffix, self.prefix, self.port, self.refresh_button),
            *(self.sounds, self.language, self.cancel_button, self.accept_button),
        )
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _url(self) -> str:
        return self.printer.text().strip()

    def _show_printer_hint(self) -> None:
        self.printer_field.show_hint(
            self.tr(
                "Exemples\u202f: tcp://192.0.2.10:9100 (réseau), file:///C:/badges/badges.bin (fichier), "
                "null: (répétition). Vide\u202f: pas d’imprimante."
            )
        )

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
        self.port.view().setMinimumWidth(self.port.view().sizeHintForColumn(0) + 2 * _CONTROL_PX)

    def _printer_problem(self) -> str:
        if not self._url():
            return ""
        try:
            open_printer(self._url())
        except DeviceError as problem:
            return str(problem)
        return ""

    def _prefix_problem(self) -> str:
        sign = self.prefix.text()
        if sign == self._before.scanner_prefix or not (sign.isalnum() or sign == " "):
            return ""
        return self.tr("Ni lettre, ni chiffre, ni espace\u202f: prenez un autre signe, comme ~.")

    def _on_printer_text_edited(self) -> None:
        self._forget_trial()
        self.printer_field.show_problem("")
        self._show_printer_hint()

    def _on_trial_done(self, found: PrinterStatus) -> None:
        self._trial = None
        if found.online and found.paper != "out":
            self.printer_field.show_hint(("◆ " if found.paper == "low" else "● ") + found.text)
        else:
            self._show_printer_hint()
            self.printer_field.show_problem(found.text)

    def _on_trial_failed(self, problem: ViError) -> None:
        self._trial = None
        self._show_printer_hint()
        self.printer_field.show_problem(str(problem))

    def _forget_trial(self) -> None:
        if self._trial is not None:
            self._trial.forget()
            self._trial = None


class _Section(Panel):
    """Fields side by side under a title, each with its share of the width."""

    def __init__(self, title: str, fields: Sequence[tuple[FormField, int]]) -> None:
        super().__init__()
        heading = Text(LEAD_PX, bold=True)
        heading.setText(title)
        row = QHBoxLayout()
        row.setSpacing(20)
        for field, share in fields:
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(row)


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


def _combo(choices: Sequence[tuple[str, str | int]], now: str | int) -> QComboBox:
    """A choice on ``now``, else on the first."""
    combo = QComboBox()
    combo.setFixedHeight(_CONTROL_PX)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(now)))
    return combo


def _small_button(text: str, spoken: str) -> KeyButton:
    button = KeyButton(text)
    button.setAccessibleName(spoken)
    button.setFixedSize(button.sizeHint().width(), _CONTROL_PX + 2 * _SPACING_PX)
    return button
