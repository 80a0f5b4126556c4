"""One attendee beside the list: every field, when they were there, their badge, their ticket, what happened."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vi_events.checkin.attendance import HalfDay, half_days
from vi_events.checkin.qr import qr_square
from vi_events.clock import wall_ms
from vi_events.edition import people
from vi_events.edition.dates import long_date
from vi_events.edition.models import Attendee
from vi_events.edition.programme import read_zones
from vi_events.errors import ViError
from vi_events.journal.core import Priority
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.checkin.person_details import history_words
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.language import labelled
from vi_events.ui.preparation.attendees_model import status_label
from vi_events.ui.preparation.palmares_parts import VerbButton, scrolling
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, NOTE_PX, SMALL_PX, TITLE_PX
from vi_events.ui.widgets.badge_picture import BadgePicture, pixmap
from vi_events.ui.widgets.chips import ChipRow
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.print_views import BadgeView
    from vi_events.checkin.views import PersonCard
    from vi_events.journal.store import Store
    from vi_events.ui.bridge import Bridge

_BADGE_PX, _MODULE_PX = (112, 156), 5
_MORNING = QT_TRANSLATE_NOOP("AttendeeDetail", "%1, matin")
_AFTERNOON = QT_TRANSLATE_NOOP("AttendeeDetail", "%1, après-midi")


@dataclass(frozen=True, slots=True)
class _Record:
    """What the list knows of a person, and the desk’s card does not say."""

    person: Attendee
    phone: str
    half_days: tuple[HalfDay, ...]


class AttendeeDetail(Panel):
    """Shows one person; its buttons ask for what the page does."""

    correct_requested = Signal()
    merge_requested = Signal()

    def __init__(self, opened: OpenEdition, bridge: Bridge) -> None:
        super().__init__()
        self._opened, self._bridge = opened, bridge
        self._shown = ""
        self._code = ""
        self.name, self.function = Text(TITLE_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        self.authority, self.chips = Text(BASE_PX, bold=True, wrap=True), ChipRow()
        self.note = Text(NOTE_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self.badge = BadgePicture(self.tr("Pas de badge"), _BADGE_PX)
        self.badge_state, self.history = Text(NOTE_PX, wrap=True), Text(NOTE_PX, wrap=True)
        self.code_picture, self.code_text = QLabel(), Text(SMALL_PX, ink=LIGHT.ink_2)
        self.code_button = VerbButton(self.tr("Code QR"))
        self.correct_button = VerbButton(self.tr("Corriger…"), self.tr("Entrée"))
        self.merge_button = VerbButton(self.tr("Réunir…"))
        self._facts = QFormLayout()
        self.facts: dict[str, str] = {}
        """The small facts shown, by their label."""
        self._nobody = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._arrange()
        self.code_button.clicked.connect(self._toggle_code)
        self.correct_button.clicked.connect(self.correct_requested)
        self.merge_button.clicked.connect(self.merge_requested)
        self.show_nobody("")

    def show_nobody(self, sentence: str) -> None:
        """Shows a sentence in the place of a person."""
        self._shown = ""
        self._area.hide()
        self._foot.hide()
        self._nobody.setText(sentence)
        self._nobody.show()

    def show_person(self, attendee_id: str) -> None:
        """Reads and shows somebody."""
        if attendee_id != self._shown:
            self._hide_code()
            self.badge.show_pixmap(QPixmap())
        self._shown = attendee_id
        reception = self._opened.reception
        record = self._opened.core.submit(lambda store: _read(store, attendee_id), Priority.VIEW)
        self._bridge.when_done(reception.card(attendee_id), partial(self._take_card, record), _gone)
        self._bridge.when_done(reception.printing.badge(attendee_id), partial(self._take_badge, attendee_id), _gone)

    # Inside

    def _take_card(self, record: Future[_Record], card: PersonCard) -> None:
        self._bridge.when_done(record, partial(self._take, card), _gone)

    def _take(self, card: PersonCard, record: _Record) -> None:
        if card.attendee_id != self._shown:
            return
        self._nobody.hide()
        self._area.show()
        self._foot.show()
        self.name.setText(card.name or "—")
        self.function.show_text(card.function)
        self.authority.show_text(f"{card.authority} ({card.department})" if card.department else card.authority)
        vip = (self.tr("VIP"),) if card.vip else ()
        self.chips.show_chips((wording.category_label(card.category), *vip), card.zones)
        self.note.show_text(f"◆ {card.protocol_note}" if card.protocol_note else "")
        self._show_facts(card, record)
        self._code = record.person.code
        self.code_button.setVisible(bool(self._code))
        now = wall_ms()
        lines = [
            labelled(f"{wording.moment(line.at_ms, now)}, {line.station}", history_words(line)) for line in card.history
        ]
        self.history.setText("\n".join(line[:1].upper() + line[1:] for line in lines))

    def _show_facts(self, card: PersonCard, record: _Record) -> None:
        person = record.person
        days = "\n".join(half_day_label(each) for each in record.half_days)
        facts = (
            (self.tr("Inscription"), status_label(card.status)),
            (self.tr("Présence"), days or self.tr("pas encore venu·e")),
            (self.tr("Courriel"), person.email),
            (self.tr("Téléphone"), record.phone),
            (self.tr("Siège"), card.seat),
            (self.tr("Billet externe"), ", ".join(person.external_codes)),
            (self.tr("À demander"), person.info_required),
            (self.tr("À la place de"), card.substitute_for),
            (self.tr("À vérifier"), card.conflict),
        )
        while self._facts.rowCount():
            self._facts.removeRow(0)
        self.facts = {label: value for label, value in facts if value}
        for label, value in self.facts.items():
            head, text = Text(SMALL_PX, ink=LIGHT.ink_2), Text(NOTE_PX, wrap=True)
            head.setText(label)
            text.setText(_breakable(value))
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addRow(head, text)

    def _take_badge(self, attendee_id: str, view: BadgeView) -> None:
        if attendee_id != self._shown:
            return
        self.badge.show_pixmap(pixmap(view.image))
        said = print_words.job_state(view.job) if view.job else print_words.state(view.state)
        box = print_words.box(view.job.box) if view.job and view.job.box else ""
        self.badge_state.setText("\n".join(part for part in (said, box) if part))

    def _toggle_code(self) -> None:
        if self.code_picture.isVisible():
            self._hide_code()
            return
        picture = pixmap(qr_square(self._code, _MODULE_PX))
        self.code_picture.setPixmap(picture)
        self.code_picture.setAccessibleName(self.tr("Code du billet"))
        self.code_text.setText(self._code)
        for part in (self.code_picture, self.code_text):
            part.show()

    def _hide_code(self) -> None:
        for part in (self.code_picture, self.code_text):
            part.hide()

    def _arrange(self) -> None:
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        picture, beside = QHBoxLayout(), QVBoxLayout()
        picture.setSpacing(12)
        beside.addWidget(self.badge_state)
        beside.addWidget(self.code_button)
        beside.addWidget(self.code_picture)
        beside.addStretch(1)
        picture.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        picture.addLayout(beside, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self.name, self.function, self.authority, self.chips, self.note):
            column.addWidget(part)
        column.addLayout(self._facts)
        column.addLayout(picture)
        column.addWidget(self.code_text)
        self._hide_code()
        title = Text(LEAD_PX, bold=True)
        title.setText(self.tr("Histoire"))
        column.addWidget(title)
        column.addWidget(self.history)
        column.addStretch(1)
        self._area, self._foot = scrolling(inside), QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.correct_button)
        foot.addWidget(self.merge_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 10, 8)
        whole.addWidget(self._nobody, 1)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._foot)


def half_day_label(half_day: HalfDay) -> str:
    """« jeudi 14 janvier 2027, matin »."""
    words = _AFTERNOON if half_day.afternoon else _MORNING
    return QCoreApplication.translate("AttendeeDetail", words).replace("%1", long_date(half_day.day.isoformat()))


def _read(store: Store, attendee_id: str) -> _Record:
    subject = people.subject(attendee_id)
    state = store.state(subject)
    zones = {zone.id: zone for zone in read_zones(store)}
    days = half_days(store.entries_of(subject), zones, wall_ms())
    assert state is not None  # its card was read
    return _Record(people.attendee(subject, state), str(state.personal.get("phone", "")), days)


def _breakable(text: str) -> str:
    """An address may go to the next line where a person would break it."""
    return text.replace("@", "@\u200b").replace(".", ".\u200b") if "@" in text else text


def _gone(_problem: ViError) -> None:
    """Somebody merged or erased the record meanwhile: the list will say so."""
