"""The theme of the public screen, with the card that it gives: a header, a logo, colours that stand out enough."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vi_events.errors import UserError, ViError
from vi_events.sentences import say
from vi_events.stage.stops import Card, Frame, Laureate
from vi_events.stage.theme import LEAST_CONTRAST, Theme, contrast, default_theme, take_logo
from vi_events.ui.job import Job
from vi_events.ui.language import locale
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.surfaces.painting import paint_frame
from vi_events.ui.theme import LIGHT, NOTE_PX, RADIUS_CHIP_PX, color
from vi_events.ui.widgets.buttons import draw_ring
from vi_events.ui.widgets.form import FormField
from vi_events.ui.widgets.panel import Text

_PREVIEW = QSize(384, 216)
_LEVEL = 4
_SWATCH = QSize(42, 42)


class _Preview(QWidget):
    """An invented award, drawn by what draws the public screen."""

    def __init__(self) -> None:
        super().__init__()
        self._theme, self._header = default_theme(), ""
        self.setFixedSize(_PREVIEW)
        self.setAccessibleName(self.tr("Aperçu de l’écran de salle"))

    def show_theme(self, theme: Theme, header: str) -> None:
        self._theme, self._header = theme, header
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        laureate = Laureate("", "Sainte-Exemple", place="Ardèche · Auvergne-Rhône-Alpes", level=_LEVEL)
        laureate = replace(laureate, progress=self.tr("progresse de 3 à 4 arobases"), mentions=("Numérique éducatif",))
        card = Card("award", header=self._header, laureates=(laureate,))
        painter = QPainter(self)
        paint_frame(painter, Frame("award", card, arobases=float(_LEVEL)), self.rect().toRectF(), self._theme)


class _Swatch(QAbstractButton):
    """A square of the colour itself."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self._color = "#000000"
        self.setFixedSize(_SWATCH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def show_color(self, value: str) -> None:
        self._color = value
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color(LIGHT.ink_2))
        painter.setBrush(color(self._color))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(5.5, 5.5, -5.5, -5.5), RADIUS_CHIP_PX, RADIUS_CHIP_PX)
        if self.hasFocus():
            draw_ring(painter, self.rect().toRectF())


class _ColorRow(QWidget):
    """One colour: a swatch that opens the picker, its code, and whether it stands out."""

    edited = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.line, self.note = QLineEdit(), Text(NOTE_PX, wrap=True)
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression("#[0-9A-Fa-f]{6}"), self))
        self.line.setFixedWidth(104)
        self.line.setFixedHeight(_SWATCH.height())
        self.line.setAccessibleName(label)
        self.swatch = _Swatch(self.tr("Choisir la couleur\u202f: %1").replace("%1", label))
        self.swatch.clicked.connect(self._pick)
        name = Text(NOTE_PX, bold=True, wrap=True)
        name.setText(label)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.swatch)
        row.addWidget(self.line)
        row.addLayout(words, 1)
        self.line.textEdited.connect(self._on_edited)

    def value(self) -> str:
        """The colour; empty while its code is not whole."""
        return self.line.text().upper() if self.line.hasAcceptableInput() else ""

    def show_value(self, value: str) -> None:
        self.line.setText(value)
        self.swatch.show_color(value)

    def judge(self, background: str) -> bool:
        """Says how much it stands out from the background; whether it is enough."""
        if not self.value() or not background:
            self.note.set_ink(LIGHT.bad.ink)
            self.note.setText(self.tr("■ comme #0C1730"))
            return False
        ratio = contrast(self.value(), background)
        enough = ratio >= LEAST_CONTRAST
        self.note.set_ink(LIGHT.ok.ink if enough else LIGHT.bad.ink)
        said = self.tr("● lisible, %1\u202f: 1") if enough else self.tr("■ se lit mal, %1\u202f: 1")
        self.note.setText(said.replace("%1", locale().toString(ratio, "f", 1)))
        return enough

    def _on_edited(self, _text: str) -> None:
        if self.value():
            self.swatch.show_color(self.value())
        self.edited.emit()

    def _pick(self) -> None:
        chosen = QColorDialog.getColor(color(self.value() or "#000000"), self, self.line.accessibleName())
        if chosen.isValid():
            self.show_value(chosen.name().upper())
            self.edited.emit()


class ThemeForm(QWidget):
    """Shows and changes one theme. The logo is copied into the edition's folder as soon as it is chosen."""

    edited = Signal()
    failed = Signal(object)
    """A ViError: the picture chosen cannot serve."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._theme, self._fallback = default_theme(), ""
        self.header, self.preview = QLineEdit(), _Preview()
        self.header.setMaxLength(120)
        self.header_field = FormField(self.tr("En-tête de l’écran de salle"), self.header)
        self.header_field.show_hint(self.tr("Vide\u202f: le nom du label et l’année."))
        self.logo = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.logo_button = VerbButton(self.tr("Choisir un logo…"))
        self.no_logo_button = VerbButton(self.tr("Sans logo"))
        self.ready_button = VerbButton(self.tr("Couleurs d’origine"))
        self.colors = {
            "background": _ColorRow(self.tr("Fond")),
            "ink": _ColorRow(self.tr("Noms et titres")),
            "arobase": _ColorRow(self.tr("Arobases et bord")),
            "soft": _ColorRow(self.tr("Lieu, fonctions")),
            "note": _ColorRow(self.tr("En-tête, progression")),
            "rehearsal": _ColorRow(self.tr("Marque «\u00a0Répétition\u00a0»")),
        }
        self._arrange()
        self._connect()

    def show_theme(self, theme: Theme, fallback: str) -> None:
        """Shows a theme; ``fallback`` is the header of one that says none."""
        self._theme, self._fallback = theme, fallback
        self.header.setText(theme.header)
        for name, row in self.colors.items():
            row.show_value(getattr(theme.colors, name))
        self._refresh()

    def theme(self) -> Theme:
        """What is shown. Raises UserError ``contrast_weak`` when something could not be read in the room."""
        weak = [row.line.accessibleName() for name, row in self.colors.items() if not self._judged(name)]
        if weak:
            raise UserError(
                "contrast_weak",
                say("Une couleur ne se détache pas assez du fond\u202f: {0}.", ", ".join(weak)),
                "Éclaircissez-la ou assombrissez le fond, jusqu’à 4,5\u202f: 1 au moins.",
            )
        return self._written()

    def use_logo(self, source: Path) -> None:
        """Copies a picture into the edition, and shows it."""
        job = Job(lambda: take_logo(self._folder, source), self._take_logo, self._refuse_logo)
        self.destroyed.connect(job.forget)

    # Inside

    def _written(self) -> Theme:
        colors = replace(self._theme.colors, **{name: row.value() for name, row in self.colors.items() if row.value()})
        return replace(self._theme, colors=colors, header=self.header.text().strip())

    def _judged(self, name: str) -> bool:
        row, background = self.colors[name], self.colors["background"].value()
        if name != "background":
            return row.judge(background)
        row.note.setText("" if background else self.tr("■ comme #0C1730"))
        return bool(background)

    def _refresh(self) -> None:
        for name in self.colors:
            self._judged(name)
        theme = self._written()
        self.preview.show_theme(theme, theme.header or self._fallback)
        has_logo = bool(theme.logo)
        self.logo.setText(Path(theme.logo).name if has_logo else self.tr("Aucun logo n’est choisi."))
        self.no_logo_button.setEnabled(has_logo)

    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit()

    def _choose_logo(self) -> None:
        kinds = self.tr("Images (*.png *.jpg *.jpeg *.webp)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Quel logo\u202f?"), "", kinds)
        if chosen:
            self.use_logo(Path(chosen))

    def _take_logo(self, path: str) -> None:
        self._theme = replace(self._theme, logo=path)
        self._on_edited()

    def _refuse_logo(self, problem: ViError) -> None:
        self.failed.emit(problem)

    def _use_ready_colors(self) -> None:
        for name, row in self.colors.items():
            row.show_value(getattr(default_theme().colors, name))
        self._on_edited()

    def _connect(self) -> None:
        self.header.textEdited.connect(lambda _: self._on_edited())
        for row in self.colors.values():
            row.edited.connect(self._on_edited)
        self.logo_button.clicked.connect(self._choose_logo)
        self.no_logo_button.clicked.connect(partial(self._take_logo, ""))
        self.ready_button.clicked.connect(self._use_ready_colors)

    def _arrange(self) -> None:
        logo = QHBoxLayout()
        logo.setSpacing(4)
        for part in (self.logo_button, self.no_logo_button, self.ready_button):
            logo.addWidget(part)
        logo.addStretch(1)
        colors = QGridLayout()
        colors.setHorizontalSpacing(16)
        colors.setVerticalSpacing(8)
        for place, row in enumerate(self.colors.values()):
            colors.addWidget(row, place // 2, place % 2)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.header_field)
        left.addLayout(colors)
        left.addLayout(logo)
        left.addWidget(self.logo)
        left.addStretch(1)
        row_ = QHBoxLayout(self)
        row_.setContentsMargins(0, 0, 0, 0)
        row_.setSpacing(24)
        row_.addLayout(left, 1)
        row_.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
