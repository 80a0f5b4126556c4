"""The TOML of a badge layout, written by hand, with the line that is wrong in red."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from vi_events.ui.theme import LIGHT, NOTE_PX, color, framed
from vi_events.ui.widgets.panel import Text

_SHEET = f"""
    QPlainTextEdit {{ background: {LIGHT.card}; selection-background-color: {LIGHT.info.main}; }}
    {framed("QPlainTextEdit", LIGHT.line, LIGHT.info.main, (4, 4))}
"""


class LayoutText(QWidget):
    """Emits ``edited(text)`` when a person wrote something."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines = QPlainTextEdit()
        self.lines.setAccessibleName(self.tr("Modèle de badge en TOML"))
        self.lines.setStyleSheet(_SHEET)
        self.lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.lines.setTabChangesFocus(True)
        # The editor undoes everything, in order; see BadgeEditor.
        self.lines.setUndoRedoEnabled(False)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(NOTE_PX)
        fixed.setStyleHint(QFont.StyleHint.Monospace)
        self.lines.setFont(fixed)
        self.lines.textChanged.connect(lambda: self.edited.emit(self.lines.toPlainText()))
        note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        note.setText(
            self.tr(
                "Un changement par le formulaire récrit ce texte sans ses commentaires (lignes qui commencent par #)."
            )
        )
        self.setFocusProxy(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.lines, 1)
        column.addWidget(note)

    def show_text(self, text: str, wrong_line: int) -> None:
        """Shows ``text``; ``wrong_line`` is from 1, or 0."""
        if text != self.lines.toPlainText():
            at = self.lines.textCursor().position()
            self.lines.blockSignals(True)
            self.lines.setPlainText(text)
            self.lines.blockSignals(False)
            cursor = self.lines.textCursor()
            cursor.setPosition(min(at, len(self.lines.toPlainText())))
            self.lines.setTextCursor(cursor)
        self.lines.setExtraSelections(self._red(wrong_line))

    def go_to(self, line: int) -> None:
        """Puts the cursor on a line, from 1."""
        block = self.lines.document().findBlockByNumber(line - 1)
        self.lines.setTextCursor(QTextCursor(block))
        self.lines.centerCursor()

    def _red(self, line: int) -> list[QTextEdit.ExtraSelection]:
        block = self.lines.document().findBlockByNumber(line - 1)
        if not line or not block.isValid():
            return []
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(color(LIGHT.bad.paper))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        mark.cursor = QTextCursor(block)
        return [mark]
