"""Colours, type scale, bundled fonts and the style sheet of every window."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from vi_events.paths import ASSETS

FAMILY = "Atkinson Hyperlegible Next"
FONTS_DIR = ASSETS / "fonts"
_CHEVRON = (ASSETS / "icons" / "chevron.png").as_posix()

SMALL_PX, NOTE_PX, BASE_PX, LEAD_PX, TITLE_PX, NAME_MIN_PX, NAME_PX = 13, 14, 16, 19, 24, 40, 58
RADIUS_CHIP_PX, RADIUS_BUTTON_PX, RADIUS_CARD_PX = 6, 8, 10
RING_PX, RING_GAP_PX = 3, 2
HALO_PX = RING_PX + RING_GAP_PX
"""Room that a control keeps around itself for its focus ring."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One meaning: its colour for shapes and small text, its paper, and its ink for titles (7:1 on the paper)."""

    main: str
    paper: str
    ink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme."""

    ink: str
    ink_2: str
    background: str
    card: str
    line: str
    chart: str
    ok: Tone
    warn: Tone
    bad: Tone
    info: Tone
    off: Tone

    def tone(self, name: str) -> Tone:
        """The tone called ``ok``, ``warn``, ``bad``, ``info`` or ``off``; ``KeyError`` for any other name."""
        return {"ok": self.ok, "warn": self.warn, "bad": self.bad, "info": self.info, "off": self.off}[name]


LIGHT = Tokens(
    ink="#0C1730",
    ink_2="#44506B",
    background="#F3F5F9",
    card="#FFFFFF",
    line="#D5DBE6",
    chart="#A9BCDF",
    ok=Tone("#0B6E4F", "#DDF3EA", "#07563D"),
    warn=Tone("#8A5300", "#FFF0D1", "#6E4200"),
    bad=Tone("#A31526", "#FBE3E5", "#8C0F1F"),
    info=Tone("#124E9C", "#E1ECFA", "#0E4388"),
    off=Tone("#44506B", "#FFFFFF", "#0C1730"),
)
DARK = Tokens(
    ink="#EEF2FA",
    ink_2="#9DABC6",
    background="#0A1122",
    card="#111B33",
    line="#26324D",
    chart="#2F4470",
    ok=Tone("#4CD3A1", "#0E3B30", "#7FE8C3"),
    warn=Tone("#FFC857", "#3B2E10", "#FFD98A"),
    bad=Tone("#FF6B78", "#43141B", "#FFB3BA"),
    info=Tone("#8DBBFF", "#132B4F", "#B9D5FF"),
    off=Tone("#9DABC6", "#16213C", "#EEF2FA"),
)
VIOLET = Tone("#B79CFF", "#2E1F5E", "#E3D8FF")
"""A rehearsal, and nothing else."""


def load_fonts(folder: Path = FONTS_DIR) -> tuple[str, ...]:
    """Registers every TrueType font of ``folder``; returns the families that they bring, sorted."""
    families: set[str] = set()
    for path in sorted(folder.glob("*.ttf")):
        families.update(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))))
    return tuple(sorted(families))


@cache
def _base_family() -> str:
    """The bundled family, else the system's: a missing font must not stop the desk."""
    if FAMILY in QFontDatabase.families():
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


@cache
def font(px: int, *, bold: bool = False, tabular: bool = False) -> QFont:
    """The interface font at ``px`` pixels; ``tabular`` gives figures of equal width. Shared: not to be changed."""
    made = QFont(_base_family())
    made.setPixelSize(px)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def color(value: str) -> QColor:
    """The colour of a token."""
    return QColor(value)


def framed(kind: str, edge: str, ring: str, padding_px: tuple[int, int] = (0, 0)) -> str:
    """The style sheet of a ``kind`` of widget: a hairline, and in the same room the focus ring, so that nothing moves
    and nothing inside is painted over the ring. ``padding_px``: above and below, at both sides.
    """
    vertical, sides = padding_px
    room = RING_PX - 1
    return f"""
    {kind} {{ border: 1px solid {edge}; border-radius: {RADIUS_BUTTON_PX}px;
        padding: {vertical + room}px {sides + room}px; }}
    {kind}:focus {{ border: {RING_PX}px solid {ring}; padding: {vertical}px {sides}px; }}
    """


def apply_theme(app: QApplication) -> None:
    """Gives ``app`` the bundled fonts, the light palette and the style sheet. To call once, before any window."""
    load_fonts()
    _base_family.cache_clear()
    font.cache_clear()
    app.setStyle("Fusion")
    app.setFont(font(BASE_PX))
    app.setPalette(_palette(LIGHT))
    app.setStyleSheet(_style_sheet(LIGHT))


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.card),
        (role.AlternateBase, tokens.background),
        (role.Text, tokens.ink),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.ink),
        (role.PlaceholderText, tokens.ink_2),
        (role.Highlight, tokens.info.main),
        (role.HighlightedText, tokens.card),
        (role.Link, tokens.info.main),
        (role.ToolTipBase, tokens.ink),
        (role.ToolTipText, tokens.card),
    ):
        palette.setColor(which, QColor(value))
    return palette


def _style_sheet(tokens: Tokens) -> str:
    # Widgets of ours paint themselves; the sheet dresses only what Qt paints.
    return f"""
    QToolTip {{ background: {tokens.ink}; color: {tokens.card}; border: 0; padding: 6px; }}
    QLineEdit {{ background: {tokens.card}; selection-background-color: {tokens.info.main}; }}
    {framed("QLineEdit", tokens.line, tokens.info.main, (6, 8))}
    QLineEdit#bare, QLineEdit#bare:focus {{ border: 0; padding: 0; background: transparent; }}
    QListWidget {{ background: transparent; border: 0; outline: 0; }}
    QComboBox {{ background: {tokens.card}; min-height: 20px; }}
    {framed("QComboBox", tokens.line, tokens.info.main, (6, 8))}
    QComboBox::drop-down {{ border: 0; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{_CHEVRON}"); width: 14px; height: 14px; }}
    QComboBox QAbstractItemView {{ background: {tokens.card}; border: 1px solid {tokens.line}; padding: 4px;
        selection-background-color: {tokens.info.main}; selection-color: {tokens.card}; }}
    QCheckBox, QRadioButton {{ border: {RING_PX}px solid transparent; border-radius: {RADIUS_BUTTON_PX}px;
        padding: {RING_GAP_PX}px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {tokens.info.main}; }}
    QProgressBar {{ background: {tokens.line}; border: 0; border-radius: 4px; max-height: 8px; color: transparent; }}
    QProgressBar::chunk {{ background: {tokens.info.main}; border-radius: 4px; }}
    QMenu {{ background: {tokens.card}; border: 1px solid {tokens.line}; padding: 6px; }}
    QMenu::item {{ padding: 8px 28px 8px 16px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {tokens.info.main}; color: {tokens.card}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {tokens.ink_2}; border-radius: 4px; min-height: 32px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    """
