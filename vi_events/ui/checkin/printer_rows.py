"""The printers of this computer, one a row: name, address, paper; the first is the main one. Below them, whether this
desk prints at another station instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.printers import PrinterStatus, open_printer
from vi_events.errors import DeviceError, ViError
from vi_events.settings import PrinterSettings
from vi_events.ui.checkin import print_words
from vi_events.ui.job import Job
from vi_events.ui.language import spoken
from vi_events.ui.theme import LIGHT, NOTE_PX
from vi_events.ui.widgets.form import Choice, FormField, combo, small_button
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.checkin.print_views import PrinterView
    from vi_events.checkin.printers.discovery import Discovery, FoundPrinter

_SEARCH_S = 4.0
_NAME_PX, _PAPER_PX = 190, 120
_ROWS_PX = 236
"""Three rows; more scroll."""


def search_printers() -> Discovery:
    """Printers within reach of this computer; takes a few seconds."""
    from vi_events.checkin.printers.discovery import discover

    return discover(_SEARCH_S)


class PrinterRow(QWidget):
    """One printer. ``name``, ``url`` and ``paper`` are its controls."""

    removed = Signal()
    raised = Signal()
    told = Signal()
    """The sentence under it is another: it may be higher or lower."""

    def __init__(self, printer: PrinterSettings) -> None:
        super().__init__()
        self._trial: Job | None = None
        self.name, self.url = QLineEdit(printer.name), QLineEdit(printer.url)
        self.name.setAccessibleName(self.tr("Nom de l’imprimante"))
        self.url.setAccessibleName(self.tr("Adresse de l’imprimante"))
        self.name.setPlaceholderText(self.tr("Nom"))
        self.url.setPlaceholderText("tcp://192.0.2.10:9100")
        self.name.setFixedWidth(_NAME_PX)
        self.name.setMaxLength(30)
        self.paper = combo(((self.tr("80\u00a0mm"), 576), (self.tr("58\u00a0mm"), 384)), printer.width_dots)
        self.paper.setAccessibleName(self.tr("Largeur du papier"))
        self.paper.setFixedWidth(_PAPER_PX)
        self.check_button = small_button(self.tr("Vérifier"), self.tr("Vérifier l’imprimante"))
        self.raise_button = small_button("↑", self.tr("Monter cette imprimante d’un rang"))
        kept = self.raise_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.raise_button.setSizePolicy(kept)
        self.remove_button = small_button("✕", self.tr("Retirer cette imprimante"))
        self.note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.note.hide()
        self._lay_out()
        self.check_button.clicked.connect(self.check)
        self.raise_button.clicked.connect(self.raised)
        self.remove_button.clicked.connect(self.removed)
        self.url.textEdited.connect(lambda _: self.forget_trial())

    def controls(self) -> tuple[QWidget, ...]:
        """In reading order."""
        return (self.name, self.url, self.paper, self.check_button, self.raise_button, self.remove_button)

    def printer(self) -> PrinterSettings:
        """What was typed and chosen."""
        return PrinterSettings(self.name.text().strip(), self.url.text().strip(), self.paper.currentData())

    def check(self) -> None:
        """Asks the printer how it is, off the window's thread; its sentence goes under the row."""
        url = self.printer().url
        if self._trial is None:  # It may take a few seconds to answer: asking again would only make it later.
            self.say("", self.tr("Essai en cours…"))
            self._trial = Job(lambda: open_printer(url).check(), self._on_checked, self._on_check_failed)

    def forget_trial(self) -> None:
        """The address changed, or nobody waits any more."""
        if self._trial is not None:
            self._trial.forget()
            self._trial = None
        self.say("", "")

    def say(self, level: str, text: str) -> None:
        """Shows a sentence under the row; ``level`` is a lamp's, or empty."""
        signs = {"ok": "● ", "warn": "◆ ", "bad": "■ "}
        self.note.set_ink(LIGHT.tone(level).ink if level else LIGHT.ink_2)
        self.note.show_text(signs.get(level, "") + text if text else "")
        self.url.setAccessibleDescription(text)
        self.told.emit()

    def _on_checked(self, found: PrinterStatus) -> None:
        self._trial = None
        well = found.online and found.paper != "out"
        self.say("bad" if not well else "warn" if found.paper == "low" else "ok", spoken(found.text))

    def _on_check_failed(self, problem: ViError) -> None:
        self._trial = None
        self.say("bad", spoken(problem))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for control in self.controls():
            row.addWidget(control, 1 if control is self.url else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.note)


class PrinterRows(QWidget):
    """Adds, removes and orders printers. ``search`` finds some; it runs off the window's thread."""

    rows_changed = Signal()

    def __init__(
        self,
        printers: Sequence[PrinterSettings],
        search: Callable[[], Discovery] = search_printers,
        prints_at: str = "",
    ) -> None:
        super().__init__()
        self._search = search
        self.main = Choice()
        self.main_field = FormField(self.tr("Les badges de ce poste sortent sur"), self.main)
        self._offer(((prints_at, print_words.printer_elsewhere(prints_at)),) if prints_at else (), prints_at)
        self._searching: Job | None = None
        self.rows: list[PrinterRow] = []
        self.note = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        self.add_button = small_button(self.tr("Ajouter"), self.tr("Ajouter une imprimante"))
        self.search_button = small_button(self.tr("Chercher"), self.tr("Chercher des imprimantes"))
        self.add_button.clicked.connect(lambda: self.add(PrinterSettings(self._fresh_name(), "")))
        self.search_button.clicked.connect(self.search)
        self.main.currentIndexChanged.connect(lambda _: self._explain())
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lay_out()
        for printer in printers:
            self._insert(printer)
        self._arrange()

    def printers(self) -> tuple[PrinterSettings, ...]:
        """The printers as typed, the main one first; rows without an address are left out."""
        return tuple(each for row in self.rows if (each := row.printer()).url)

    def show_elsewhere(self, views: Sequence[PrinterView]) -> None:
        """Offers the printers of other stations among ``views``, with what waits there."""
        waiting = self.tr("%1, %2 en attente")
        self._offer(
            tuple(
                (view.id, waiting.replace("%2", str(view.waiting)).replace("%1", name) if view.waiting else name)
                for view in views
                if not view.here
                for name in (print_words.printer_elsewhere(view.id),)
            ),
            self.prints_at(),
        )

    def prints_at(self) -> str:
        """Id of the printer of another station that was chosen; empty: those here print."""
        return str(self.main.currentData() or "")

    def add(self, printer: PrinterSettings) -> None:
        """One more, at the end, ready to be filled in."""
        row = self._insert(printer)
        self._arrange()
        row.url.setFocus()

    def search(self) -> None:
        """Looks for printers; those found are offered in a menu."""
        if self._searching is None:
            self._say(self.tr("Recherche en cours…"))
            self._searching = Job(self._search, self._on_found, self._on_search_failed)

    def wrong(self) -> QWidget | None:
        """Says what cannot be used under each row; gives the first control to put right."""
        found: list[QWidget] = []
        names: set[str] = set()
        for row in self.rows:
            row.forget_trial()
            control, problem = self._problem(row, names)
            if problem:
                row.say("bad", problem)
                found.append(control)
            names.add(row.printer().name)
        return found[0] if found else None

    def forget(self) -> None:
        """Nobody waits for answers any more."""
        if self._searching is not None:
            self._searching.forget()
            self._searching = None
        for row in self.rows:
            row.forget_trial()

    def controls(self) -> tuple[QWidget, ...]:
        """In reading order."""
        rows = (each for row in self.rows for each in row.controls())
        return (*rows, self.add_button, self.search_button, self.main)

    # Inside

    def _offer(self, elsewhere: Sequence[tuple[str, str]], chosen: str) -> None:
        """Fills the choice with (id, words); one chosen that no journal speaks of yet is not lost."""
        known = dict(elsewhere)
        if chosen and chosen not in known:
            known[chosen] = self.tr("%1, pas encore connue").replace("%1", print_words.printer_elsewhere(chosen))
        self.main.clear()
        self.main.addItem(self.tr("La première imprimante de ce poste"), "")
        for id_, words in known.items():
            self.main.addItem(words, id_)
        self.main.setCurrentIndex(max(0, self.main.findData(chosen)))
        self.main_field.setVisible(bool(known))

    def _problem(self, row: PrinterRow, names: set[str]) -> tuple[QWidget, str]:
        printer = row.printer()
        if not printer.url:
            return row.url, ""
        if not printer.name:
            return row.name, self.tr("Donnez-lui un nom court, que l’on puisse lire sur l’étiquette de l’imprimante.")
        if printer.name in names:
            return row.name, self.tr("Une autre porte déjà ce nom\u202f: changez-en un.")
        try:
            open_printer(printer.url)
        except DeviceError as problem:
            return row.url, spoken(problem)
        return row.url, ""

    def _fresh_name(self) -> str:
        taken = {row.printer().name for row in self.rows}
        wanted = self.tr("Imprimante %1")
        return next(name for rank in range(1, 99) if (name := wanted.replace("%1", str(rank))) not in taken)

    def _insert(self, printer: PrinterSettings) -> PrinterRow:
        row = PrinterRow(printer)
        row.removed.connect(partial(self._remove, row))
        row.raised.connect(partial(self._raise, row))
        row.told.connect(self._fit)
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        return row

    def _remove(self, row: PrinterRow) -> None:
        row.forget_trial()
        rank = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._arrange()
        (self.rows[min(rank, len(self.rows) - 1)].remove_button if self.rows else self.add_button).setFocus()

    def _raise(self, row: PrinterRow) -> None:
        rank = self.rows.index(row)
        if rank:
            self.rows.insert(rank - 1, self.rows.pop(rank))
            self._column.insertWidget(rank - 1, row)
            self._arrange()
            row.raise_button.setFocus()

    def _arrange(self) -> None:
        for rank, row in enumerate(self.rows):
            row.raise_button.setVisible(rank > 0)
        for before, after in pairwise(self.controls()):
            QWidget.setTabOrder(before, after)
        self._area.setVisible(bool(self.rows))
        self._explain()
        self._fit()
        self.rows_changed.emit()

    def _fit(self) -> None:
        for row in self.rows:
            if (inside := row.layout()) is not None:
                inside.activate()
        self._area.setFixedHeight(min(_ROWS_PX, max(64, self._column.sizeHint().height() + 8)))

    def _explain(self) -> None:
        if self.prints_at():
            self._say(self.tr("Tout sort à l’autre poste\u202f; s’il ne répond pas, F7 imprime ailleurs."))
        elif len(self.rows) > 1:
            self._say(self.tr("La première imprime à chaque entrée\u202f; les autres prennent le relais."))
        elif self.rows:
            self._say(
                self.tr(
                    "Adresses\u202f: tcp://… (réseau), usb://…, serial:///…, cups://…, win://…, null: (répétition)."
                )
            )
        else:
            self._say(self.tr("Ce poste n’imprime pas de badges."))

    def _say(self, text: str) -> None:
        self.note.show_text(text)

    def _on_found(self, found: Discovery) -> None:
        self._searching = None
        known = {row.printer().url for row in self.rows}
        fresh = [each for each in found.printers if each.url not in known]
        if not fresh:
            none = self.tr("Aucune autre imprimante trouvée\u202f: écrivez son adresse, qu’elle imprime à l’allumage.")
            self._say(" ".join((none, *map(spoken, found.notes))))
            return
        hows = {
            "network": self.tr("réseau"),
            "usb": self.tr("USB"),
            "serial": self.tr("port série"),
            "cups": self.tr("file CUPS"),
            "windows": self.tr("file Windows"),
        }
        self._say(self.tr("Choisissez dans la liste."))
        self.menu = QMenu(self)
        for each in fresh:
            words = f"{each.name}, {hows.get(each.how, each.how)}\t{each.url}".replace("&", "&&")
            self.menu.addAction(words).triggered.connect(
                lambda _=False, chosen=each: self.add(PrinterSettings(self._name_of(chosen), chosen.url))
            )
        self.menu.popup(self.search_button.mapToGlobal(QPoint(0, self.search_button.height())))

    def _name_of(self, found: FoundPrinter) -> str:
        taken = {row.printer().name for row in self.rows}
        name = found.name[:30].strip()
        return name if name and name not in taken else self._fresh_name()

    def _on_search_failed(self, problem: ViError) -> None:
        self._searching = None
        self._say(f"■ {spoken(problem)}")

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self._column)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        self._area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.add_button)
        foot.addWidget(self.search_button)
        foot.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._area)
        column.addLayout(foot)
        column.addWidget(self.main_field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
