"""« Essai de la douchette »: scan a test card, learn how scanner and computer get on."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.wedge import TEST_TEXT, Scan, ScannerDiagnosis, diagnose
from vi_events.ui.theme import BASE_PX, HALO_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.panel import Text

_SLOW_CHARS_PER_S = 30
_CARD_PX = 280
"""Large enough for a scanner at arm’s length."""


class TestCard(QWidget):
    """The QR of the test text, black on white whatever the theme, with the four-module margin scanners need."""

    __test__ = False  # not a test case, whatever pytest thinks of its name

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import qrcode  # drawn when the page is opened: no desk waits for it to begin

        code = qrcode.QRCode(border=4)
        code.add_data(TEST_TEXT)
        code.make(fit=True)
        self._modules = code.get_matrix()
        # A code that changed size with the sentences below it would leave the scanner’s beam.
        self.setFixedSize(_CARD_PX, _CARD_PX)
        self.setAccessibleName(self.tr("Carte d’essai de la douchette"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the code."""
        with QPainter(self) as painter:
            self.draw(painter, self.rect())

    def draw(self, painter: QPainter, area: QRect) -> None:
        """Draw the code as a square in the middle of ``area``, modules a whole number of dots wide."""
        count = len(self._modules)
        module = max(1, min(area.width(), area.height()) // count)
        left = area.x() + (area.width() - module * count) // 2
        top = area.y() + (area.height() - module * count) // 2
        painter.fillRect(QRect(left, top, module * count, module * count), QColor("white"))
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(left + x * module, top + y * module, module, module, QColor("black"))


class ScannerPage(QWidget):
    """Shows the test card and, after ``show_scan``, what was found and one sentence of advice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Essai de la douchette"))
        self.setAccessibleName(self.windowTitle())
        self.card = TestCard(self)
        ask = Text(BASE_PX, wrap=True)
        ask.setText(self.tr("Scannez ce code avec la douchette, à l’écran ou imprimé."))
        self.layout_found = self._value(self.tr("Clavier"))
        self.caps_found = self._value(self.tr("Verr. Maj."))
        self.suffix_found = self._value(self.tr("Suffixe"))
        self.speed_found = self._value(self.tr("Vitesse"))
        self.advice = self._value(self.tr("Conseil"), "")
        self.advice.setWordWrap(True)
        self.print_button = KeyButton(self.tr("Imprimer la carte d’essai"))
        self.print_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.print_button.clicked.connect(self._print)
        values = QFormLayout()
        for label in (self.layout_found, self.caps_found, self.suffix_found, self.speed_found):
            values.addRow(label.accessibleName(), label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ask)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(values)
        column.addWidget(self.advice)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, 0, 0)
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        column.addLayout(foot)

    @Slot(object)
    def show_scan(self, scan: Scan) -> None:
        """Show what a scan (``WedgeFilter.scanned``) of the test card tells."""
        found = diagnose(scan.raw, scan.gaps_ms, scan.terminator)
        self.layout_found.setText(self._layouts(found))
        caps = found.reading.caps_lock if found.reading else None
        self.caps_found.setText({True: self.tr("active"), False: self.tr("inactive"), None: "—"}[caps])
        suffix = {"enter": self.tr("Entrée"), "tab": self.tr("Tabulation"), "none": self.tr("aucun")}
        self.suffix_found.setText(suffix[found.terminator])
        speed = found.chars_per_second
        self.speed_found.setText("—" if speed is None else self.tr("{n} caractères par seconde").format(n=round(speed)))
        self.advice.setText(self._advice(found))

    def _value(self, name: str, text: str = "—") -> QLabel:
        label = QLabel(text, self)
        label.setAccessibleName(name)
        return label

    def _layouts(self, found: ScannerDiagnosis) -> str:
        if found.reading is None:
            return self.tr("non reconnu")
        if found.same_layout:
            return self.tr("le même pour la douchette et l’ordinateur")
        names = self._names()
        return self.tr("douchette {scanner}, ordinateur {computer}").format(
            scanner=names[found.reading.scanner], computer=names[found.reading.layout]
        )

    def _names(self) -> dict[str, str]:
        return {
            "us": "QWERTY (US)",
            "uk": "QWERTY (UK)",
            "fr": self.tr("AZERTY"),
            "be": self.tr("AZERTY belge"),
            "ch": self.tr("QWERTZ suisse"),
            "de": self.tr("QWERTZ allemand"),
            "bepo": self.tr("BÉPO"),
        }

    def _advice(self, found: ScannerDiagnosis) -> str:
        if found.reading is None:
            return self.tr(
                "Ce n’est pas la carte d’essai, ou la douchette change le texte\u202f: scannez celui d’ici\u202f; "
                "si rien ne change, remettez la douchette aux réglages d’usine."
            )
        if found.terminator == "none":
            return self.tr(
                "Pas de suffixe\u202f: réglez la douchette pour qu’elle envoie Entrée après chaque code, "
                "avec le code «\u00a0Suffix CR\u00a0» de sa notice. Les billets se lisent, un peu moins vite."
            )
        if found.reading.caps_lock:
            return self.tr(
                "Verr. Maj. est active\u202f: les billets se lisent quand même. "
                "Désactivez-la pour saisir les noms au clavier."
            )
        if found.chars_per_second is not None and found.chars_per_second < _SLOW_CHARS_PER_S:
            return self.tr(
                "La douchette envoie ses caractères lentement\u202f: supprimez son délai entre caractères, "
                "sinon un billet peut être pris pour une saisie au clavier."
            )
        return self._layout_advice(found)

    def _layout_advice(self, found: ScannerDiagnosis) -> str:
        if found.same_layout or found.reading is None:
            return self.tr("La douchette et l’ordinateur s’accordent\u202f: tous les billets se lisent. Rien à faire.")
        names = self._names()
        pair = self.tr("La douchette est réglée en {scanner} et l’ordinateur en {computer}\u202f: ").format(
            scanner=names[found.reading.scanner], computer=names[found.reading.layout]
        )
        if found.external_codes_read:
            return pair + self.tr("les billets VI se lisent, les billets HelloAsso aussi. Rien à faire.")
        return pair + self.tr("réglez la douchette en QWERTY (US) avec le code de sa notice.")

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        side = printer.resolution() * 60 // 25  # 60 mm
        with QPainter(printer) as painter:
            self.card.draw(painter, QRect(0, 0, side, side))
