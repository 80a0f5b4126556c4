"""The one large thing of the desk: who, and what to do."""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.views import FoundPerson, PersonCard, ScanResult
from vi_events.clock import clock_time
from vi_events.ui.checkin import print_words, wording
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, NAME_MIN_PX, TITLE_PX, color, font
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.chips import ChipRow
from vi_events.ui.widgets.fit_label import FitLabel
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.person_list import ROW_PX, PersonList
from vi_events.ui.widgets.signs import Sign

_MARGIN_PX = 28
_SAID = ("info_required", "wrong_time", "error")
"""Verdicts whose own message says what no fixed sentence can: the question, the hours, what failed."""


class _Note(QWidget):
    """An amber bar: what must be read before the verbs."""

    def __init__(self) -> None:
        super().__init__()
        self.on_amber = False
        """Whether the card is amber too: the bar must still be seen on it."""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setFont(font(LEAD_PX - 1))
        self._label.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 10, 16, 10)
        box.addWidget(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def show_note(self, head: str, text: str) -> None:
        self._label.setText(f"<b>{html.escape(head)}</b> {wording.raised_html(text)}")
        self.setAccessibleName(f"{head} {text}")
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(LIGHT.card if self.on_amber else LIGHT.warn.paper))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipRect(0, 0, 6, self.height())
        painter.setBrush(color(LIGHT.warn.main))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)


class _Person(QWidget):
    """Name, function, authority, chips."""

    def __init__(self) -> None:
        super().__init__()
        self.name = FitLabel()
        self._replaces = Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self.function = Text(TITLE_PX, wrap=True)
        self.authority = QLabel()
        self.authority.setTextFormat(Qt.TextFormat.RichText)
        self.authority.setFont(font(TITLE_PX))
        self.authority.setWordWrap(True)
        self.chips = ChipRow()
        self.box = Text(NAME_MIN_PX, bold=True, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.name, self._replaces, self.function, self.authority):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.chips)
        column.addSpacing(8)
        column.addWidget(self.box)

    def show_person(self, person: PersonCard) -> None:
        self.name.set_text(person.name or self.tr("(sans nom)"))
        replaces = self.tr("remplace %1").replace("%1", person.substitute_for) if person.substitute_for else ""
        self._replaces.show_text(replaces)
        self.function.show_text(person.function)
        self.authority.setText(
            f"<b>{html.escape(person.authority)}</b> "
            f'<span style="color:{LIGHT.ink_2}">{html.escape(person.department)}</span>'
        )
        self.authority.setVisible(bool(person.authority or person.department))
        strong = [wording.category_label(person.category).upper()]
        if person.vip:
            strong.append("VIP")
        plain = list(person.zones)
        if person.seat:
            plain.append(self.tr("Place %1").replace("%1", person.seat))
        if person.badge_handed:
            plain.append(self.tr("Badge remis"))
        self.chips.show_chips(tuple(strong), tuple(plain))
        # Where to take the badge from: read at arm’s length, with the boxes in front.
        waits = bool(person.box) and not person.badge_handed
        self.box.show_text(print_words.box(person.box) if waits else "")


class _Hero(QWidget):
    """Sign, title and sentence in the middle of the card, when there is no person to show."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = Sign(88)
        self.title = FitLabel(centred=True)
        self.line = Text(TITLE_PX, wrap=True)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addStretch(1)


class VerdictCard(Panel):
    """Shows one scan. Every verb is a signal; its key works wherever the focus is, while its button is shown."""

    admit_requested = Signal()
    undo_requested = Signal()
    substitute_requested = Signal()
    group_requested = Signal()
    correct_requested = Signal()
    reprint_requested = Signal()
    search_requested = Signal()
    force_requested = Signal()
    walk_in_requested = Signal()
    person_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.sign = Sign(34)
        self.title = FitLabel(27)
        self._at = Text(BASE_PX, ink=LIGHT.ink_2)
        self.instruction = Text(LEAD_PX, wrap=True)
        self.notice = Text(BASE_PX, bold=True, ink=LIGHT.info.ink)
        self.hero = _Hero()
        self.person = _Person()
        self.question = Text(TITLE_PX, bold=True, wrap=True)
        self.question.setContentsMargins(0, 16, 0, 0)
        self.candidates = PersonList(numbered=True)
        self.candidates.person_chosen.connect(self.person_chosen)
        self.note = _Note()
        self.conflict = _Note()
        self.verbs = {verb: KeyButton("", wording.verb_key(verb)) for verb in wording.VERBS}
        self._verb_row = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.show_idle()

    def show_idle(self, text: str = "", hint: str = "") -> None:
        """Nothing scanned: ``text`` and ``hint`` say what comes next."""
        ready = hint or self.tr("Présentez un billet à la douchette, ou cherchez un nom avec F3.")
        self._wear(_Face("", "ready", text or self.tr("Prêt à scanner"), hero=ready))

    def show_loading(self) -> None:
        """The edition is being opened."""
        self._wear(_Face("", "wait", self.tr("Ouverture de l’édition…"), hero=""))

    def show_error(self, text: str) -> None:
        """Something failed that is no verdict: ``text`` says what happened and what to do."""
        self._wear(_Face("bad", "alert", self.tr("Un problème est survenu"), hero=text))

    def show_result(self, result: ScanResult) -> None:
        """Shows a scan. A repeat within 3 s is shown with its notice."""
        said = wording.wording(result)
        instruction = wording.instruction(result)
        alone = result.person is None and not result.candidates
        self._wear(
            _Face(
                said.tone,
                said.glyph,
                wording.title(result),
                at=self.tr("scanné à %1").replace("%1", clock_time(result.at_ms, seconds=True)),
                instruction="" if alone else instruction,
                notice=wording.ignored_notice() if result.repeat == "ignored" else "",
                question=result.message if result.verdict in _SAID else "",
                hero=instruction if alone else None,
                person=result.person,
                candidates=result.candidates,
                verbs=tuple(_verbs_of(result)),
            )
        )

    def show_person(self, person: PersonCard, notice: str = "", done: wording.Done | None = None) -> None:
        """Shows a person found by search. ``notice`` says what was just done; F8 undoes ``done``, else their entry."""
        done = done or wording.standing_entry(person)
        verbs = [
            (verb, done.undo_text() if verb == "undo" else wording.verb_text(verb, person.delegation))
            for verb in wording.VERBS_OF_CARD
            if (verb != "group" or person.delegation > 1)
            and (verb != "admit" or not person.present)
            and (verb != "undo" or done.entries)
        ]
        title = self.tr("Présent·e") if person.present else self.tr("Pas encore entré·e")
        glyph = "check" if person.present else "ready"
        self._wear(_Face("info", glyph, title, notice=notice, person=person, verbs=tuple(verbs)))

    def show_notice(self, notice: str) -> None:
        """Adds one line about what was just done, above the person."""
        self.notice.show_text(notice)

    def show_conflict(self, conflict: str) -> None:
        """Says why a supervisor must look at the person shown, or that there is no reason any more."""
        self.conflict.show_note(self.tr("À vérifier\u202f:"), conflict)

    def shown_verbs(self) -> tuple[str, ...]:
        """The verbs offered now, in the order of their buttons."""
        return tuple(verb for verb, button in self.verbs.items() if not button.isHidden())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._at, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._verb_row.setSpacing(0)
        for button in self.verbs.values():
            self._verb_row.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN_PX, 20, _MARGIN_PX, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.instruction)
        column.addWidget(self.notice)
        column.addWidget(self.hero, 12)
        column.addWidget(self.person)
        column.addWidget(self.question)
        column.addWidget(self.candidates, 8)
        column.addStretch(1)
        column.addWidget(self.conflict)
        column.addWidget(self.note)
        # The halo of the buttons goes out into the margins, so that their edges line up with the text.
        self._verb_row.setContentsMargins(_MARGIN_PX - HALO_PX, 3, _MARGIN_PX - HALO_PX, _MARGIN_PX - HALO_PX - 5)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addLayout(self._verb_row)

    def _connect(self) -> None:
        for verb, button in self.verbs.items():
            if verb not in wording.VERBS_OF_MENU:
                button.bind(wording.verb_key(verb))
            button.clicked.connect(getattr(self, f"{verb}_requested"))

    def _wear(self, face: "_Face") -> None:
        # Everything is set once: a widget hidden and shown again would have the whole card laid out twice.
        ink = LIGHT.tone(face.tone).ink if face.tone else LIGHT.ink
        sign_tone = face.tone or "info"
        self.set_tone(face.tone)
        self.setAccessibleName(face.title)
        if self.candidates.hasFocus():
            # Else Qt would hand the focus to the search field, which would then eat the next keys.
            self.setFocus()
        in_head = face.hero is None
        self.sign.show_sign(sign_tone, face.glyph)
        self.title.set_ink(ink)
        self.title.set_text(face.title)
        self.sign.setVisible(in_head)
        self.title.setVisible(in_head)
        if face.hero is not None:
            self.hero.sign.show_sign(sign_tone, face.glyph)
            self.hero.title.set_ink(ink)
            self.hero.title.set_text(face.title)
            self.hero.line.show_text(face.hero)
        self.hero.setVisible(face.hero is not None)
        self._at.show_text(face.at)
        self.instruction.show_text(face.instruction)
        self.notice.show_text(face.notice)
        self.question.show_text(face.question)
        self._wear_person(face)
        self.candidates.setVisible(bool(face.candidates))
        if face.candidates:
            self.candidates.show_people(face.candidates)
            self.candidates.setMinimumHeight(min(len(face.candidates), 5) * ROW_PX)
            self.candidates.setFocus()
        texts = dict(face.verbs)
        for verb, button in self.verbs.items():
            if verb in texts:
                button.set_text(texts[verb])
            button.setVisible(verb in texts)

    def _wear_person(self, face: "_Face") -> None:
        person = face.person
        self.note.on_amber = self.conflict.on_amber = face.tone == "warn"
        if person is not None:
            self.person.show_person(person)
        self.person.setVisible(person is not None)
        self.note.show_note(self.tr("Protocole\u202f:"), person.protocol_note if person else "")
        self.show_conflict(person.conflict if person else "")


@dataclass(frozen=True, slots=True)
class _Face:
    """All that the card shows at one time. ``hero`` is the line under a title in the middle; None: title at the top."""

    tone: str
    glyph: str
    title: str
    at: str = ""
    instruction: str = ""
    notice: str = ""
    question: str = ""
    hero: str | None = None
    person: PersonCard | None = None
    candidates: tuple[FoundPerson, ...] = ()
    verbs: tuple[tuple[str, str], ...] = ()
    """(verb, words on its button)."""


def _verbs_of(result: ScanResult) -> Iterator[tuple[str, str]]:
    people = result.person.delegation if result.person else 0
    done = wording.done_by(result)
    for verb in wording.wording(result).verbs:
        if verb == "undo" and not done.entries:
            continue
        if verb == "group" and people < 2:
            continue
        if verb in ("substitute", "correct", "reprint") and result.person is None:
            continue
        yield verb, done.undo_text() if verb == "undo" else wording.verb_text(verb, people)
