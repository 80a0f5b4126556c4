"""The list of zones that a new edition starts with."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from vi_events.edition.models import POLICIES, Zone
from vi_events.edition.programme import zone_id
from vi_events.edition.text import clean
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.theme import HALO_PX
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import Choice

_CONTROL_PX, _GAP_PX, _ROWS_SHOWN = 42, 8, 5


_POLICIES = {
    "once": QT_TRANSLATE_NOOP("ZoneRow", "une seule entrée"),
    "reentry": QT_TRANSLATE_NOOP("ZoneRow", "entrées et retours"),
    "in_out": QT_TRANSLATE_NOOP("ZoneRow", "entrées et sorties comptées"),
}


def policy_words(policy: str) -> str:
    """« une seule entrée » for ``once``."""
    return QCoreApplication.translate("ZoneRow", _POLICIES[policy])


class ZoneRow(QWidget):
    """The name of one zone, its policy, and the button that takes it away."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.policy = QLineEdit(name), Choice()
        self.name.setMaxLength(60)
        self.name.setPlaceholderText(self.tr("Cérémonie, déjeuner, atelier…"))
        for policy in POLICIES:
            self.policy.addItem(policy_words(policy), policy)
        self.remove = KeyButton("−")
        self.remove.setFixedSize(_CONTROL_PX + 2 * HALO_PX, _CONTROL_PX)
        kept = self.remove.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for control, share in ((self.name, 1), (self.policy, 0), (self.remove, 0)):
            row.addWidget(control, share)
        for control in (self.name, self.policy):
            control.setFixedHeight(_CONTROL_PX)

    def set_number(self, number: int) -> None:
        """Tells screen readers which row this is."""
        for control, words in (
            (self.name, self.tr("Nom du contrôle %1")),
            (self.policy, self.tr("Règle du contrôle %1")),
            (self.remove, self.tr("Retirer le contrôle %1")),
        ):
            control.setAccessibleName(words.replace("%1", str(number)))
        self.remove.setToolTip(f"{self.remove.accessibleName()} (Ctrl+-)")

    def zone(self) -> Zone:
        name = clean(self.name.text())
        return Zone(zone_id(name), name, self.policy.currentData())


class ZoneRows(QWidget):
    """The zones, at least one. Emits ``edited`` when a name changes, ``reordered`` when rows come or go."""

    edited = Signal()
    reordered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ZoneRow] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP_PX)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add_button = KeyButton(self.tr("+ Ajouter un contrôle"), "Ctrl++")
        self.add_button.bind("Ctrl++")
        self.add_button.clicked.connect(lambda: self.add(""))
        taken = QShortcut(QKeySequence("Ctrl+-"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        taken.setAutoRepeat(False)
        taken.activated.connect(self._remove_focused)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        column.addWidget(self.add_button)
        self.add(self.tr("Cérémonie"))

    def add(self, name: str) -> None:
        """One more row, ready to be named."""
        row = ZoneRow(name)
        row.name.textEdited.connect(self.edited)
        row.remove.clicked.connect(lambda: self.remove(row))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        self._renumber()
        row.name.setFocus()
        # The area knows how tall its rows are only once they are laid out.
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def remove(self, row: ZoneRow) -> None:
        """Takes a row away, unless it is the only one."""
        if len(self.rows) == 1:
            return
        place = self.rows.index(row)
        self.rows.remove(row)
        # Focus leaves first: a button that is hidden would give it to any other, « Annuler » included.
        self.rows[min(place, len(self.rows) - 1)].name.setFocus()
        row.hide()
        row.deleteLater()
        self._renumber()
        self.edited.emit()

    def zones(self) -> tuple[Zone, ...]:
        return tuple(row.zone() for row in self.rows)

    def problem(self) -> tuple[str, QWidget | None]:
        """What is wrong and the line where; an empty sentence when nothing is."""
        known: dict[str, str] = {}
        for row in self.rows:
            zone = row.zone()
            if not zone.name:
                return self.tr("Donnez un nom à chaque contrôle, ou retirez la ligne vide."), row.name
            if zone.id in known:
                said = self.tr("«\u00a0%1\u00a0» et «\u00a0%2\u00a0» se confondent\u202f: changez l’un des deux noms.")
                return said.replace("%1", known[zone.id]).replace("%2", zone.name), row.name
            known[zone.id] = zone.name
        return "", None

    def _remove_focused(self) -> None:
        focused = next((row for row in self.rows if row.isAncestorOf(self.window().focusWidget() or self)), None)
        if focused:
            self.remove(focused)

    def _renumber(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            row.set_number(number)
            row.remove.setVisible(len(self.rows) > 1)
        shown = min(len(self.rows), _ROWS_SHOWN)
        self._area.setFixedHeight(shown * (_CONTROL_PX + _GAP_PX) - _GAP_PX)
        self.reordered.emit()
