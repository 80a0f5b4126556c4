"""The full card of one person, with what happened to them."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from vi_events.checkin.views import VERDICTS, HistoryLine, PersonCard, ScanResult
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.language import labelled
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.buttons import HoldButton, KeyButton
from vi_events.ui.widgets.chips import ChipRow
from vi_events.ui.widgets.fit_label import FitLabel
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Panel, Text

_WIDTH_PX, _HEIGHT_PX, _NAME_PX = 1040, 660, 40
_HOLD_S = 1.0

_WHAT = {
    "attendee_upserted": QT_TRANSLATE_NOOP("History", "inscrit·e par import"),
    "attendee_added": QT_TRANSLATE_NOOP("History", "ajouté·e sur place"),
    "attendee_corrected": QT_TRANSLATE_NOOP("History", "fiche corrigée"),
    "attendee_substituted": QT_TRANSLATE_NOOP("History", "remplacé·e par une autre personne"),
    "attendee_merged": QT_TRANSLATE_NOOP("History", "fiche réunie avec une autre"),
    "attendee_admitted": QT_TRANSLATE_NOOP("History", "entré·e"),
    "attendee_exited": QT_TRANSLATE_NOOP("History", "sorti·e"),
    "scan_refused": QT_TRANSLATE_NOOP("History", "refusé·e"),
    "badge_queued": QT_TRANSLATE_NOOP("History", "badge demandé"),
    "badge_carried": QT_TRANSLATE_NOOP("History", "badge de l’autre fiche"),
    "badge_printed": QT_TRANSLATE_NOOP("History", "badge envoyé à l’imprimante"),
    "badge_double_seen": QT_TRANSLATE_NOOP("History", "badges en double vérifiés"),
    "badge_handed": QT_TRANSLATE_NOOP("History", "badge remis"),
    "ticket_issued": QT_TRANSLATE_NOOP("History", "invitation écrite"),
    "conflict_acknowledged": QT_TRANSLATE_NOOP("History", "double entrée vérifiée"),
    "ticket_replaced": QT_TRANSLATE_NOOP("History", "nouveau billet, l’ancien est désactivé"),
    "entry_cancelled": QT_TRANSLATE_NOOP("History", "action annulée"),
}
_PRINTS = {
    "queued": QT_TRANSLATE_NOOP("History", "badge en attente d’impression"),
    "cancelled": QT_TRANSLATE_NOOP("History", "impression du badge annulée"),
    "moved": QT_TRANSLATE_NOOP("History", "badge passé à une autre imprimante"),
    "sending": QT_TRANSLATE_NOOP("History", "badge envoyé à l’imprimante"),
    "confirmed": QT_TRANSLATE_NOOP("History", "badge imprimé"),
    "sent": QT_TRANSLATE_NOOP("History", "badge imprimé, sans confirmation de l’imprimante"),
    "failed": QT_TRANSLATE_NOOP("History", "badge non imprimé"),
    "unknown": QT_TRANSLATE_NOOP("History", "badge\u202f: sortie à vérifier"),
}
_FORCED = QT_TRANSLATE_NOOP("History", "entrée forcée")
_STATUSES = {
    "confirmed": QT_TRANSLATE_NOOP("History", "confirmée"),
    "not_confirmed": QT_TRANSLATE_NOOP("History", "non confirmée"),
    "cancelled": QT_TRANSLATE_NOOP("History", "annulée"),
    "revoked": QT_TRANSLATE_NOOP("History", "billet désactivé"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("History", text)


def history_words(line: HistoryLine) -> str:
    """One thing that happened, in French words: « entré·e, Cérémonie »; an unknown kind is shown as it is."""
    said, detail = _say(_WHAT.get(line.what, line.what)), line.detail
    if line.what == "scan_refused" and detail in VERDICTS:
        detail = wording.word(ScanResult(detail, line.at_ms, ""))
    elif line.what == "badge_printed" and detail in _PRINTS:
        said, detail = _say(_PRINTS[detail]), ""
    elif line.what == "attendee_admitted" and detail:
        said = _say(_FORCED)
    place = f"{said}, {line.zone}" if line.zone else said
    return labelled(place, detail) if detail else place


class PersonDetails(QDialog):
    """Shows a card; its buttons ask, with the person's id."""

    print_requested = Signal(str)
    handed_requested = Signal(str)
    ticket_requested = Signal(str)
    merge_requested = Signal(str)

    def __init__(self, card: PersonCard, now_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fiche"))
        self.setModal(True)
        self._now_ms = now_ms
        self._name = FitLabel(_NAME_PX)
        self._function, self._authority = Text(LEAD_PX, wrap=True), Text(LEAD_PX, bold=True, wrap=True)
        self._chips = ChipRow()
        self._notices = {tone: (Panel(), Text(BASE_PX, bold=True, wrap=True)) for tone in ("bad", "warn", "info")}
        self._facts = QFormLayout()
        self._shown_facts: list[tuple[str, str]] = []
        self.history = PlainTable(
            (self.tr("Heure"), self.tr("Poste"), self.tr("Ce qui s’est passé")), self.tr("Histoire")
        )
        self._build()
        self._build_foot()
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.show_card(card)
        self.history.setFocus()

    def show_card(self, card: PersonCard) -> None:
        """Shows ``card`` in place of what was there."""
        self._card = card
        self._name.set_text(card.name or "—")
        self._function.show_text(card.function)
        place = f"{card.authority} ({card.department})" if card.department else card.authority
        self._authority.show_text(place)
        strong = (wording.category_label(card.category), *((self.tr("VIP"),) if card.vip else ()))
        self._chips.show_chips(strong, card.zones)
        self._show_notices(card)
        self._show_facts(card)
        self.handed_button.setEnabled(not card.badge_handed)
        self.print_button.set_text(
            self.tr("Réimprimer le badge") if card.badges_printed else self.tr("Imprimer le badge")
        )
        self.history.show_rows(
            [
                (wording.short_moment(line.at_ms, self._now_ms), line.station, history_words(line))
                for line in card.history
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, KeyButton) and not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def notice(self, tone: str) -> str:
        """The sentence of the « bad » (conflict), « warn » (note) or « info » (substitute) box."""
        return self._notices[tone][1].text()

    def facts(self) -> dict[str, str]:
        """The small facts shown, by their label."""
        return dict(self._shown_facts)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        for widget in (self._function, self._authority, self._chips):
            left.addWidget(widget)
        for tone, (panel, text) in self._notices.items():
            panel.set_tone(tone)
            text.set_ink(LIGHT.tone(tone).ink)
            inside = QVBoxLayout(panel)
            inside.setContentsMargins(14, 10, 14, 10)
            inside.addWidget(text)
            left.addWidget(panel)
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        left.addLayout(self._facts)
        left.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(left, 5)
        halves.addWidget(self.history, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 14)
        column.setSpacing(12)
        column.addWidget(self._name)
        column.addLayout(halves, 1)

    def _build_foot(self) -> None:
        self.print_button = KeyButton(self.tr("Imprimer le badge"), "F7")
        self.handed_button = KeyButton(self.tr("Badge remis"), "Ctrl+B")
        self.merge_button = KeyButton(self.tr("Réunir avec…"), "Ctrl+R")
        self.ticket_button = HoldButton(self.tr("Nouveau billet"), seconds=_HOLD_S)
        self.ticket_button.setAccessibleName(self.tr("Nouveau billet, à maintenir\u202f: l’ancien ne passera plus"))
        close = KeyButton(self.tr("Fermer"), self.tr("Échap"), kind="primary")
        close.clicked.connect(self.reject)
        for button, signal in (
            (self.print_button, self.print_requested),
            (self.handed_button, self.handed_requested),
            (self.merge_button, self.merge_requested),
        ):
            button.bind(button.key)
            button.clicked.connect(lambda _=False, ask=signal: ask.emit(self._card.attendee_id))
        self.ticket_button.held.connect(lambda: self.ticket_requested.emit(self._card.attendee_id))
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        for shown in (self.print_button, self.handed_button, self.merge_button):
            foot.addWidget(shown)
        foot.addSpacing(24)
        foot.addWidget(self.ticket_button)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(foot)

    def _show_notices(self, card: PersonCard) -> None:
        replaced = self.tr("À la place de %1").replace("%1", card.substitute_for) if card.substitute_for else ""
        conflict = self.tr("■ Entrée comptée deux fois, à vérifier\u202f: %1").replace("%1", card.conflict)
        said = {"bad": conflict if card.conflict else "", "warn": card.protocol_note, "info": replaced}
        for tone, (panel, text) in self._notices.items():
            text.setText(said[tone])
            panel.setVisible(bool(said[tone]))

    def _show_facts(self, card: PersonCard) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        printed = self.tr("imprimé %1 fois").replace("%1", str(card.badges_printed))
        badge = printed if card.badges_printed else self.tr("pas encore imprimé")
        if card.badge_handed:
            badge = self.tr("%1, remis").replace("%1", badge)
        facts = (
            (self.tr("Présence"), self.tr("entré·e") if card.present else self.tr("pas encore entré·e")),
            (self.tr("Inscription"), _say(_STATUSES.get(card.status, card.status))),
            (self.tr("Badge"), badge),
            (self.tr("Rangé"), print_words.box(card.box) if card.box else ""),
            (self.tr("Siège"), card.seat),
        )
        self._shown_facts = [(label, value) for label, value in facts if value]
        for label, value in self._shown_facts:
            name, text = Text(NOTE_PX, ink=LIGHT.ink_2), Text(BASE_PX, bold=True, wrap=True)
            name.setText(label)
            text.setText(value)
            self._facts.addRow(name, text)
