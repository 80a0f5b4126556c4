"""What the list of attendees is searched for: a text, and a line of choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from vi_events.checkin.attendance import overlaps
from vi_events.edition import roster
from vi_events.edition.models import CATEGORIES, STATUSES, Attendee, Zone
from vi_events.edition.roster import LACKS, Roster, Wanted
from vi_events.journal.core import Priority
from vi_events.ui.checkin.wording import category_label
from vi_events.ui.preparation.attendees_model import status_label
from vi_events.ui.preparation.imports_dialog import Batch, batch_moment
from vi_events.ui.widgets.form import combo

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.journal.store import Store
    from vi_events.ui.bridge import Bridge

_PAUSE_MS = 60
"""After the last key: among 100,000 people, a first letter takes longer than the typing of the second."""
_FILTER_PX = 158
OVERLAP, BADGE = "overlap", "badge"
"""Found in the edition, not in the list’s own rows: what is beside ``LACKS``."""


class AttendeesFilters(QWidget):
    """Gives a ``Wanted``. What takes longer to find is empty until it is there, then ``changed`` again."""

    changed = Signal()

    def __init__(self, opened: OpenEdition, bridge: Bridge, listed: Callable[[], Roster]) -> None:
        super().__init__()
        self._opened, self._bridge, self._listed = opened, bridge, listed
        self._found: dict[str, frozenset[str]] = {}
        """Ids by choice: of a batch, ``OVERLAP``, ``BADGE``."""
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("Nom, collectivité, fonction…"))
        self.text.setAccessibleName(self.tr("Chercher dans la liste"))
        self.text.setClearButtonEnabled(True)
        self.category = combo([(self.tr("Catégories"), ""), *((category_label(each), each) for each in CATEGORIES)], "")
        self.zone, self.batch = combo([("", "")], ""), combo([("", "")], "")
        self.status = combo([(self.tr("Inscriptions"), ""), *((status_label(each), each) for each in STATUSES)], "")
        self.lack = combo(
            [
                (self.tr("À compléter"), ""),
                (self.tr("Sans collectivité"), LACKS[0]),
                (self.tr("Sans billet"), LACKS[1]),
                (self.tr("Fiches en double"), LACKS[2]),
                (self.tr("Ateliers en conflit"), OVERLAP),
                (self.tr("Badge à relire"), BADGE),
            ],
            "",
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.show_zones(())
        self.show_batches(())
        self._arrange()
        self.text.textChanged.connect(lambda _: self._pause.start())
        for choice in self._choices():
            choice.currentIndexChanged.connect(lambda _: self._on_chosen())

    def wanted(self) -> Wanted:
        """What is chosen and typed now."""
        asked: list[frozenset[str]] = []
        if self.text.text().strip():
            asked.append(self._opened.reception.index.everybody(self.text.text()))
        asked += [self._found.get(each, frozenset()) for each in self._to_find()]
        lack = str(self.lack.currentData())
        return Wanted(
            frozenset.intersection(*asked) if asked else None,
            str(self.category.currentData()),
            str(self.zone.currentData()),
            str(self.status.currentData()),
            lack if lack in LACKS else "",
        )

    @property
    def is_waiting(self) -> bool:
        """Whether something is still being found."""
        return any(each not in self._found for each in self._to_find())

    @property
    def is_open(self) -> bool:
        """Whether everybody is wanted."""
        return not self.text.text().strip() and not any(choice.currentData() for choice in self._choices())

    def show_zones(self, zones: Sequence[Zone]) -> None:
        """Offers these zones."""
        _fill(self.zone, [(self.tr("Contrôles"), ""), *((zone.name, zone.id) for zone in zones)])

    def show_batches(self, batches: Sequence[Batch]) -> None:
        """Offers these imports."""
        named = [(f"{batch_moment(each)}, {each.file}", each.id) for each in batches if each.state != "undone"]
        _fill(self.batch, [(self.tr("Imports"), ""), *named])

    def clear(self) -> None:
        """Wants everybody."""
        self.text.clear()
        for choice in self._choices():
            choice.setCurrentIndex(0)

    def choose(self, choice: QComboBox, value: str) -> None:
        """Wants nothing but this."""
        self.clear()
        choice.setCurrentIndex(max(0, choice.findData(value)))

    def forget(self) -> None:
        """The list was read again: what was found in it may be another."""
        self._found.clear()
        self._find()

    # Inside

    def _choices(self) -> tuple[QComboBox, ...]:
        return self.category, self.zone, self.status, self.lack, self.batch

    def _to_find(self) -> list[str]:
        chosen = str(self.lack.currentData())
        return [each for each in (chosen if chosen in (OVERLAP, BADGE) else "", str(self.batch.currentData())) if each]

    def _on_chosen(self) -> None:
        self._find()
        self.changed.emit()

    def _find(self) -> None:
        for each in self._to_find():
            if each in self._found:
                continue
            if each == OVERLAP:
                self._take(each, self._overlapping())
                continue
            self._bridge.when_done(self._reading(each), partial(self._take, each))

    def _reading(self, what: str) -> Future[Any]:
        def steps(store: Store) -> Any:
            if what == BADGE:
                from vi_events.checkin.hard_badges import unclear  # drawing is read late

                return unclear(store)
            return roster.read_batch(store, what)

        return self._opened.core.submit_slices(steps, Priority.VIEW)

    def _take(self, what: str, ids: Sequence[str] | frozenset[str]) -> None:
        self._found[what] = frozenset(ids)
        self.changed.emit()

    def _overlapping(self) -> frozenset[str]:
        rows = self._listed().expected()
        people = (Attendee(row.id, row.last_name, zones=row.zones) for row in rows)
        return frozenset(each.attendee.id for each in overlaps(people, self._opened.zones))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.text.setFixedHeight(self.category.height())
        row.addWidget(self.text, 1)
        names = (
            self.tr("Catégorie"),
            self.tr("Contrôle"),
            self.tr("Inscription"),
            self.tr("À compléter"),
            self.tr("Import"),
        )
        for choice, name in zip(self._choices(), names, strict=True):
            choice.setAccessibleName(name)
            choice.setFixedWidth(_FILTER_PX)
            choice.view().setMinimumWidth(_FILTER_PX * 2)
            row.addWidget(choice)


def _fill(choice: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """Offers other choices; the one chosen stays so when it is among them."""
    now = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for words, value in choices:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(0, choice.findData(now)))
    choice.blockSignals(False)
