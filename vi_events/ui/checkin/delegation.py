"""F5: the people of one authority who are not in yet, let in together."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from vi_events.checkin.rules import is_admission
from vi_events.checkin.views import FoundPerson, PersonCard, ScanResult
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX, LEAD_PX, LIGHT, font, framed
from vi_events.ui.widgets.form import FormDialog
from vi_events.ui.widgets.panel import Text, plain_tip

_SIZE_PX = (760, 520)
_MOST_KEYS = 9
_ROLE = Qt.ItemDataRole.UserRole
_SHEET = f"""
    QListWidget {{ background: {LIGHT.card}; outline: 0; }}
    {framed("QListWidget", LIGHT.line, LIGHT.info.main)}
    QListWidget::item {{ padding: 8px; }}
    QListWidget::indicator {{ width: 20px; height: 20px; }}
    QListWidget::item:selected {{ background: {LIGHT.info.paper}; color: {LIGHT.ink}; }}
"""


class TickList(QListWidget):
    """People with a tick each: Space, a digit or a click toggles it."""

    def __init__(self, people: Sequence[FoundPerson]) -> None:
        super().__init__()
        self.setFont(font(LEAD_PX, tabular=True))
        self.setStyleSheet(_SHEET)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Personnes à faire entrer"))
        for number, person in enumerate(people, start=1):
            words = ", ".join(part for part in (person.name or "—", person.function) if part)
            item = QListWidgetItem(f"{number}\u2002{words}" if number <= _MOST_KEYS else words)
            # Without the flag that has Qt toggle it too, a click on the box would count twice.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_ROLE, person)
            item.setToolTip(plain_tip(words))
            self.addItem(item)
            self._tick(item, True)
        self.setCurrentRow(0)
        self.itemClicked.connect(self._toggle)

    def ticked(self) -> tuple[str, ...]:
        """Ids of the people ticked, from top to bottom."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(_ROLE).attendee_id for item in items if _is_ticked(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        digit = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle(self.currentItem())
        elif digit and digit in "123456789" and not event.isAutoRepeat():
            self._toggle(self.item(int(digit) - 1))
        else:
            super().keyPressEvent(event)

    def _toggle(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.setCurrentItem(item)
            self._tick(item, not _is_ticked(item))

    def _tick(self, item: QListWidgetItem, ticked: bool) -> None:
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        said = self.tr("%1, coché") if ticked else self.tr("%1, non coché")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said.replace("%1", item.text()))


class DelegationDialog(FormDialog):
    """Everyone is ticked at first; whoever is not there is unticked, then Enter lets the others in."""

    def __init__(self, authority: str, people: Sequence[FoundPerson], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Toute la délégation"), "", parent)
        about = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        about.show_text(self.tr("Décochez qui n’est pas là, avec Espace ou le numéro."))
        where = Text(LEAD_PX, bold=True, wrap=True)
        where.show_text(authority)
        self.people = TickList(people)
        self.body.addWidget(where)
        self.body.addWidget(about)
        self.body.addWidget(self.people, 1)
        self.people.itemChanged.connect(self._count)
        self._count()
        self.resize(*_SIZE_PX)
        self.people.setFocus()

    def accept(self) -> None:
        """Closes when somebody is ticked."""
        if self.people.ticked():
            super().accept()

    def _count(self) -> None:
        count = len(self.people.ticked())
        self.accept_button.set_text(self.tr("Faire entrer (%1)").replace("%1", str(count)))
        self.accept_button.setEnabled(count > 0)


def open_delegation(window: ReceptionWindow, asked: PersonCard) -> None:
    """Asks who of the person's authority is there, lets them in, and says who was refused."""
    opened = window.opened
    if opened is None:
        return
    reception = opened.reception

    def ask(people: tuple[FoundPerson, ...]) -> None:
        if not people:
            window.card.show_notice(QCoreApplication.translate("Delegation", "Toute la délégation est déjà entrée."))
            return
        dialog = DelegationDialog(asked.authority, people, window)

        def admit() -> None:
            admitted = reception.admit_group(dialog.people.ticked())
            window.bridge.when_done(admitted, lambda results: _show(window, asked, results))

        dialog.accepted.connect(admit)
        dialog.open()

    window.bridge.when_done(reception.delegation(asked.attendee_id), ask)


def _show(window: ReceptionWindow, asked: PersonCard, results: tuple[ScanResult, ...]) -> None:
    inside = [result for result in results if is_admission(result.verdict)]
    refused = [result for result in results if not is_admission(result.verdict)]
    window.note_passages(results)
    notice = counted(
        len(inside),
        QCoreApplication.translate("Delegation", "Délégation\u202f: %1 entrée."),
        QCoreApplication.translate("Delegation", "Délégation\u202f: %1 entrées."),
    )
    if refused:
        names = ", ".join(f"{r.person.name if r.person else ''} ({wording.word(r)})" for r in refused)
        notice += " " + QCoreApplication.translate("Delegation", "Pas entré·es\u202f: %1.").replace("%1", names)
    window.sounds.play("attention" if refused else "admitted")
    entries = tuple((r.entry_id, r.person.attendee_id) for r in inside if r.person)
    # Of a single entry, the card would have to show whose it was.
    done = wording.Done(entries) if len(entries) > 1 or _is_of(entries, asked) else None
    if window.opened:
        card = window.opened.reception.card(asked.attendee_id)
        window.bridge.when_done(card, lambda person: window.show_person_after(asked, person, notice, done))


def _is_of(entries: tuple[tuple[str, str], ...], person: PersonCard) -> bool:
    return [attendee_id for _, attendee_id in entries] == [person.attendee_id]


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
