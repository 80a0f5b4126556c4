"""The printers of the edition: a list to choose from, and what can be done with the chosen one."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vi_events.checkin.print_views import PrinterView
from vi_events.clock import clock_time
from vi_events.ui.checkin import print_words
from vi_events.ui.language import labelled, spoken
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, NOTE_PX, font, framed
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import Choice, NumberField
from vi_events.ui.widgets.panel import Panel, Text, plain_tip
from vi_events.ui.widgets.signs import Lamp, shape_pixmap

_BUTTON_PX, _ICON_PX, _LIST_PX = 60, 16, 170
_PAD_PX = 16
_NEW_ROLL = 300
"""Badges on a usual roll of 80 mm, 30 m long."""
_ROLE = Qt.ItemDataRole.UserRole
_SHEET = f"""
    QListWidget {{ background: {LIGHT.card}; outline: 0; }}
    {framed("QListWidget", LIGHT.line, LIGHT.info.main)}
    QListWidget::item {{ padding: 7px 8px; }}
    QListWidget::item:selected {{ background: {LIGHT.info.paper}; color: {LIGHT.ink}; }}
"""


class PrinterPanel(QWidget):
    """Shows ``PrinterView``s. Its signals ask, with the printer's id."""

    check_requested = Signal()
    test_card_requested = Signal(str, int)
    """(printer, its width in dots)."""
    move_requested = Signal(str, str)
    """(from, to)."""
    roll_changed = Signal(str, int)
    """(printer, badges on the new roll)."""
    settings_requested = Signal()

    def __init__(self, addresses: Mapping[str, str]) -> None:
        super().__init__()
        self._addresses = addresses
        """Address of each printer here, by name."""
        self._views: tuple[PrinterView, ...] = ()
        self._target = ""
        """Where a person chose to pass badges to; empty: to the first printer that works."""
        self.list = QListWidget()
        self.name, self.address = Text(LEAD_PX, bold=True, wrap=True), Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.lamp = Lamp(BASE_PX, bold=True, coloured=True)
        self.sentence, self.facts = Text(NOTE_PX, wrap=True), Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.check = KeyButton(self.tr("Vérifier"), "F5")
        self.card = KeyButton(self.tr("Carte d’essai"), "F9")
        self.move_button = KeyButton("", "F6", kind="primary")
        self.target = Choice()
        self.roll = NumberField(_NEW_ROLL, 5000)
        self.roll_button = KeyButton(self.tr("Rouleau changé"), "F8")
        self.settings_button = KeyButton(self.tr("Ajouter une imprimante…"), "Ctrl+P")
        self._dress()
        self._lay_out()
        self._connect()
        self.show_printers((), {})

    def chosen(self) -> PrinterView | None:
        """The printer that the buttons act on."""
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def show_printers(self, views: tuple[PrinterView, ...], names: Mapping[str, str]) -> None:
        """Shows ``views``, those here first; ``names`` says whose badge a job is, by the job's id."""
        before = self.chosen()
        self._views, self._names = views, names
        self.list.blockSignals(True)
        self.list.clear()
        for view in views:
            self.list.addItem(self._item(view))
        ids = [view.id for view in views]
        self.list.setCurrentRow(ids.index(before.id) if before and before.id in ids else 0)
        self.list.blockSignals(False)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(_LIST_PX, rows + 4))
        self.list.setVisible(bool(views))
        self._show_chosen()

    # Inside

    def _item(self, view: PrinterView) -> QListWidgetItem:
        words = [_name(view)]
        if view.questions:
            words.append(self.tr("%1 à vérifier").replace("%1", str(view.questions)))
        if view.waiting:
            words.append(self.tr("%1 en attente").replace("%1", str(view.waiting)))
        text = " · ".join(words)
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.DecorationRole, shape_pixmap(view.level, _ICON_PX))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}. {self._word(view)}")
        item.setToolTip(plain_tip(text))
        return item

    def _word(self, view: PrinterView) -> str:
        if not view.here:
            return self.tr("Ne confirme pas") if view.silent_ms else self.tr("À un autre poste")
        return {
            "ok": self.tr("Prête"),
            "warn": self.tr("Prête, à surveiller"),
            "bad": self.tr("N’imprime pas"),
        }.get(view.level, self.tr("Pas encore vue"))

    def _show_chosen(self) -> None:
        view = self.chosen()
        for widget in (self.check, self.card, self.roll, self.roll_button, self._roll_label):
            widget.setVisible(view is not None and view.here)
        self.lamp.setVisible(view is not None)
        if view is None:
            self.name.show_text(self.tr("Pas d’imprimante"))
            self.address.show_text("")
            self.sentence.show_text(self.tr("Ce poste n’imprime pas\u202f: ajoutez-en une, ou imprimez ailleurs."))
            self.facts.show_text("")
            self._show_move(None)
            return
        self.name.show_text(view.name if view.here else print_words.printer_elsewhere(view.id))
        paper = self.tr("80\u00a0mm") if view.width_dots == 576 else self.tr("58\u00a0mm")
        self.address.show_text(" · ".join(part for part in (self._addresses.get(view.name, ""), paper) if part))
        if not view.here:
            self.address.show_text(paper)
        self.lamp.show_state(view.level, self._word(view))
        self.sentence.show_text(spoken(view.text) if view.here else self._said_elsewhere(view))
        self.facts.show_text("\n".join(self._facts(view)))
        self._show_move(view)

    def _facts(self, view: PrinterView) -> list[str]:
        facts = []
        if view.busy:
            facts.append(labelled(self.tr("En cours"), self._names.get(view.busy, "…")))
        ours = self.tr("%1, dont %2 d’ici").replace("%1", str(view.waiting)).replace("%2", str(view.ours))
        facts.append(labelled(self.tr("En attente"), ours if view.ours else str(view.waiting)))
        if view.strange:
            facts.append(labelled(self.tr("Attendent d’entendre leur poste"), str(view.strange)))
        if view.last_out_ms is not None:
            facts.append(labelled(self.tr("Dernier badge sorti"), clock_time(view.last_out_ms)))
        if view.main and not view.here:
            facts.append(self.tr("Imprime à chaque entrée de ce poste."))
        if view.left is not None:
            facts.append(labelled(self.tr("Reste sur le rouleau"), self.tr("%1 badges").replace("%1", str(view.left))))
        return facts

    def _said_elsewhere(self, view: PrinterView) -> str:
        if view.silent_ms:
            return self.tr("%1.").replace("%1", print_words.silent(view.id, view.silent_ms))
        return self.tr("Son état se voit à son poste.")

    def _to_move(self, view: PrinterView | None) -> int:
        """How many badges can be passed on: of another station's printer, those asked for here."""
        if view is None:
            return 0
        return view.waiting if view.here else view.ours

    def _show_move(self, view: PrinterView | None) -> None:
        others = [each for each in self._views if view and each.id != view.id]
        # Those that work first: what waits must not wait again.
        others.sort(key=lambda each: (each.level == "bad", not each.here))
        self.target.clear()
        for each in others:
            self.target.addItem(_name(each), each.id)
        if view and view.strange:
            self.target.addItem(self.tr("%1, sans attendre").replace("%1", view.name), view.id)
        if self._target:
            self.target.setCurrentIndex(max(0, self.target.findData(self._target)))
        can = self._to_move(view) > 0 and self.target.count() > 0
        self.move_button.setVisible(can)
        self.target.setVisible(can and self.target.count() > 1)
        self._name_move()

    def _name_move(self) -> None:
        view = self.chosen()
        here = bool(view and self.target.currentData() == view.id)
        number = view.strange if view and here else self._to_move(view)
        words = self.tr("Passer les %1 badges à «\u00a0%2\u00a0»").replace("%1", str(number))
        self.move_button.set_text(words.replace("%2", self.target.currentText()))

    def _on_target_activated(self) -> None:
        self._target = self.target.currentData()
        self._name_move()

    def _on_move_clicked(self) -> None:
        view = self.chosen()
        if view and self.target.currentData():
            self.move_requested.emit(view.id, self.target.currentData())

    def _on_roll_clicked(self) -> None:
        view = self.chosen()
        if view:
            self.roll_changed.emit(view.id, self.roll.value())

    def _on_card_clicked(self) -> None:
        view = self.chosen()
        if view:
            self.test_card_requested.emit(view.id, view.width_dots)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.target.activated.connect(self._on_target_activated)
        for button, slot in (
            (self.check, self.check_requested.emit),
            (self.card, self._on_card_clicked),
            (self.move_button, self._on_move_clicked),
            (self.roll_button, self._on_roll_clicked),
            (self.settings_button, self.settings_requested.emit),
        ):
            button.bind(button.key)
            button.clicked.connect(lambda _=False, act=slot: act())

    def _dress(self) -> None:
        self.list.setStyleSheet(_SHEET)
        self.list.setFont(font(BASE_PX))
        self.list.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.list.setAccessibleName(self.tr("Imprimantes"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.target.setAccessibleName(self.tr("À quelle imprimante passer les badges"))
        self.roll.setFixedHeight(_BUTTON_PX - 2 * HALO_PX)
        self.roll.setAccessibleName(self.tr("Badges sur le nouveau rouleau"))
        for button in (self.check, self.card, self.roll_button, self.settings_button):
            button.setFixedHeight(_BUTTON_PX)

    def _lay_out(self) -> None:
        self._roll_label = Text(NOTE_PX, bold=True)
        self._roll_label.setText(self.tr("Badges sur le nouveau rouleau"))
        roll = QHBoxLayout()
        roll.setContentsMargins(HALO_PX, 0, 0, 0)
        roll.setSpacing(4)
        roll.addWidget(self.roll, 2)
        roll.addWidget(self.roll_button, 3)
        verbs = QGridLayout()
        verbs.setSpacing(0)
        verbs.addWidget(self.move_button, 0, 0, 1, 2)
        verbs.addWidget(self.check, 1, 0)
        verbs.addWidget(self.card, 1, 1)
        about = Panel()
        inside = QVBoxLayout(about)
        # The halo of the buttons goes out into the margins, so that their edges line up with the text.
        inside.setContentsMargins(_PAD_PX - HALO_PX, 14, _PAD_PX - HALO_PX, 8)
        inside.setSpacing(6)
        words = QVBoxLayout()
        words.setContentsMargins(HALO_PX, 0, HALO_PX, 0)
        words.setSpacing(6)
        for widget in (self.name, self.address, self.lamp, self.sentence, self.facts, self.target):
            words.addWidget(widget)
        inside.addLayout(words)
        inside.addLayout(verbs)
        self._roll_label.setContentsMargins(HALO_PX, 0, 0, 0)
        inside.addWidget(self._roll_label)
        inside.addLayout(roll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.list)
        column.addWidget(about)
        column.addStretch(1)
        column.addWidget(self.settings_button)


def _name(view: PrinterView) -> str:
    return view.name if view.here else print_words.printer_name(view.id)
