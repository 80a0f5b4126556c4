"""The « feuille de secours »: the recovery key on one A4 page, for the printer or as PDF."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtPrintSupport import QPrinter

from vi_events.errors import UserError
from vi_events.ui.theme import LIGHT, color, font

_MARGIN_MM, _PER_MM = 22.0, 10.0
"""The page is drawn in tenths of a millimetre."""
_WIDTH, _HEIGHT = 2100.0, 2970.0


def write_recovery_pdf(path: Path, recovery_key: str, title: str) -> None:
    """Writes the sheet of the edition called ``title``. UserError sheet_not_written."""
    writer = QPdfWriter(str(path))
    writer.setPageLayout(_a4())
    writer.setResolution(300)
    writer.setTitle(QCoreApplication.translate("RecoverySheet", "Feuille de secours"))
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError(
            "sheet_not_written",
            QCoreApplication.translate("RecoverySheet", "La feuille de secours ne s’écrit pas à cet endroit."),
            QCoreApplication.translate("RecoverySheet", "Choisissez un autre dossier, ou imprimez-la."),
        )
    _draw(painter, recovery_key, title)
    painter.end()


def print_recovery_sheet(printer: QPrinter, recovery_key: str, title: str) -> None:
    """Prints the sheet. UserError sheet_not_printed."""
    printer.setPageLayout(_a4())
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(
            "sheet_not_printed",
            QCoreApplication.translate("RecoverySheet", "L’imprimante n’a pas accepté la feuille de secours."),
            QCoreApplication.translate("RecoverySheet", "Vérifiez qu’elle est allumée, ou enregistrez la feuille."),
        )
    _draw(painter, recovery_key, title)
    painter.end()


def _a4() -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)


def _draw(painter: QPainter, recovery_key: str, title: str) -> None:
    painter.scale(painter.viewport().width() / _WIDTH, painter.viewport().height() / _HEIGHT)
    top = _line(painter, 260, 90, QCoreApplication.translate("RecoverySheet", "Feuille de secours"), bold=True)
    top = _line(painter, top, 50, title)
    purpose = QCoreApplication.translate(
        "RecoverySheet", "Cette clé ouvre le palmarès scellé si la phrase de passe est perdue."
    )
    top = _line(painter, top + 60, 50, purpose)
    top = _draw_key(painter, top + 60, recovery_key.split("-"))
    for sentence in (
        QCoreApplication.translate(
            "RecoverySheet", "Rangez cette feuille sous enveloppe, ailleurs que l’ordinateur de la régie."
        ),
        QCoreApplication.translate("RecoverySheet", "Majuscules, espaces et tirets n’importent pas quand on la tape."),
        QCoreApplication.translate(
            "RecoverySheet", "Qui a cette feuille et l’ordinateur peut lire le palmarès avant l’annonce."
        ),
        QCoreApplication.translate("RecoverySheet", "Détruisez-la après la cérémonie."),
    ):
        top = _line(painter, top + 30, 46, "• " + sentence)


def _draw_key(painter: QPainter, top: float, groups: Sequence[str]) -> float:
    """Four groups on a line, each under its number: what the screen asks for by its rank."""
    left, wide, high = _MARGIN_MM * _PER_MM, (_WIDTH - 2 * _MARGIN_MM * _PER_MM) / 4, 220.0
    for rank, group in enumerate(groups):
        box = QRectF(left + rank % 4 * wide, top + rank // 4 * high, wide - 16, high - 16)
        painter.setPen(QPen(color(LIGHT.ink_2), 3))
        painter.drawRect(box)
        painter.setFont(font(34))
        painter.drawText(box.adjusted(12, 8, 0, 0), Qt.AlignmentFlag.AlignLeft, str(rank + 1))
        painter.setPen(color(LIGHT.ink))
        painter.setFont(font(110, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, group)
    return top + high * -(-len(groups) // 4) + 30


def _line(painter: QPainter, top: float, px: int, text: str, *, bold: bool = False) -> float:
    """A paragraph; gives where it ends."""
    painter.setPen(color(LIGHT.ink))
    painter.setFont(font(px, bold=bold))
    room = QRectF(_MARGIN_MM * _PER_MM, top, _WIDTH - 2 * _MARGIN_MM * _PER_MM, _HEIGHT)
    drawn = painter.drawText(room, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft), text)
    return float(drawn.bottom())
