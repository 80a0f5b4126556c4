"""The one large thing of the desk: who, and what to do."""

import html

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vi_events.checkin.views import PersonCard, ScanResult
from vi_events.ui.checkin import wording
from vi_events.ui.theme import BASE_PX, HALO_PX, LEAD_PX, LIGHT, TITLE_PX, color, font
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.chips import ChipRow
from vi_events.ui.widgets.fit_label import FitLabel
from vi_events.ui.widgets.panel import Panel, Text
from vi_events.ui.widgets.person_list import ROW_PX, PersonList
from vi_events.ui.widgets.signs import Sign

_MARGIN_PX = 28


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.name, self._replaces, self.function, self.authority):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.chips)

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
        self._reset("", "info", "ready", text or self.tr("Prêt à scanner"))
        self._be_hero(hint or self.tr("Présentez un billet à la douchette, ou cherchez un nom avec F3."))

    def show_loading(self) -> None:
        """A scan is being looked up."""
        self._reset("", "info", "wait", self.tr("Vérification…"))
        self._be_hero("")

    def show_error(self, text: str) -> None:
        """Something failed that is no verdict: ``text`` says what happened and what to do."""
        self._reset("bad", "bad", "alert", self.tr("Un problème est survenu"))
        self._be_hero(text)

    def show_result(self, result: ScanResult) -> None:
        """Shows a scan. A repeat within 3 s is shown with its notice."""
        said = wording.wording(result)
        self._reset(said.tone, said.tone, said.glyph, wording.title(result))
        self._at.show_text(self.tr("scanné à %1").replace("%1", wording.clock(result.at_ms, seconds=True)))
        self.instruction.show_text(wording.instruction(result))
        self.notice.show_text(wording.ignored_notice() if result.repeat == "ignored" else "")
        if result.verdict in ("info_required", "error"):
            self.question.show_text(result.message)
        if result.person:
            self.person.show_person(result.person)
            self.note.show_note(self.tr("Protocole\u202f:"), result.person.protocol_note)
            self.conflict.show_note(self.tr("À vérifier\u202f:"), result.person.conflict)
        self.person.setVisible(result.person is not None)
        if result.person is None and not result.candidates:
            self._be_hero(wording.instruction(result))
        self._show_candidates(result)
        self._show_verbs(result)

    def show_person(self, person: PersonCard, notice: str = "") -> None:
        """Shows a person found by search: nothing was recorded yet. ``notice`` says what was just done."""
        title = self.tr("Présent·e") if person.present else self.tr("Pas encore entré·e")
        self._reset("info", "info", "check" if person.present else "ready", title)
        self.notice.show_text(notice)
        self.person.show_person(person)
        self.note.show_note(self.tr("Protocole\u202f:"), person.protocol_note)
        self.conflict.show_note(self.tr("À vérifier\u202f:"), person.conflict)
        self.person.show()
        for verb in wording.VERBS_OF_CARD:
            if (verb != "group" or person.delegation > 1) and (verb != "admit" or not person.present):
                self.verbs[verb].set_text(wording.verb_text(verb, person.delegation))
                self.verbs[verb].show()

    def show_notice(self, notice: str) -> None:
        """Adds one line about what was just done, above the person."""
        self.notice.show_text(notice)

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

    def _reset(self, tone: str, sign_tone: str, glyph: str, title: str) -> None:
        self.set_tone(tone)
        self.note.on_amber = self.conflict.on_amber = tone == "warn"
        self.sign.show_sign(sign_tone, glyph)
        self.title.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.title.set_text(title)
        self.title.show()
        self.sign.show()
        self.hero.sign.show_sign(sign_tone, glyph)
        self.setAccessibleName(title)
        if self.candidates.hasFocus():
            # Else Qt would hand the focus to the search field, which would then eat the next keys.
            self.setFocus()
        for text in (self._at, self.instruction, self.notice, self.question):
            text.show_text("")
        for widget in (self.hero, self.person, self.candidates, self.note, self.conflict, *self.verbs.values()):
            widget.hide()

    def _be_hero(self, line: str) -> None:
        """Moves the sign, the title and ``line`` to the middle."""
        self.sign.hide()
        self.title.hide()
        self.instruction.hide()
        self.hero.title.set_ink(LIGHT.tone(self.tone).ink if self.tone else LIGHT.ink)
        self.hero.title.set_text(self.title.text())
        self.hero.line.show_text(line)
        self.hero.show()

    def _show_candidates(self, result: ScanResult) -> None:
        self.candidates.setVisible(bool(result.candidates))
        if result.candidates:
            self.candidates.show_people(result.candidates)
            self.candidates.setMinimumHeight(min(len(result.candidates), 5) * ROW_PX)
            self.candidates.setFocus()

    def _show_verbs(self, result: ScanResult) -> None:
        for verb in wording.wording(result).verbs:
            if verb == "undo" and not result.entry_id:
                continue
            if verb == "group" and not (result.person and result.person.delegation > 1):
                continue
            if verb in ("substitute", "correct", "reprint") and result.person is None:
                continue
            people = result.person.delegation if result.person else 0
            self.verbs[verb].set_text(wording.verb_text(verb, people, leaving=result.verdict == "exit_recorded"))
            self.verbs[verb].show()
