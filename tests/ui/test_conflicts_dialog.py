"""Double entries at the desk: told on the card, counted at the side, looked at by a supervisor."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.front_desk import PIN, FrontDesk, front_desk, make_edition
from vi_events.checkin import presence, print_jobs
from vi_events.clock import COUNTER_BITS, uuid7
from vi_events.edition.vault import Vault
from vi_events.journal.entry import Entry, Fact, cancel
from vi_events.journal.store import Store
from vi_events.ui.checkin.conflicts_dialog import ConflictsDialog, VerifiedDialog

Key = Qt.Key


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as made:
        yield made


def elsewhere(front: FrontDesk, *facts: Fact) -> tuple[Entry, ...]:
    """Another station did this a moment ago, and this one hears of it only now."""

    def hear(store: Store) -> tuple[Entry, ...]:
        first = store.positions().get("poste-2", 0) + 1
        at = front.clock() - 30_000
        change = store.take_in(
            Entry(
                uuid7(at),
                "poste-2",
                first + number,
                (at << COUNTER_BITS) + first + number,
                "live",
                "Aïcha",
                fact.kind,
                fact.version,
                fact.subject,
                fact.payload,
                fact.personal,
            )
            for number, fact in enumerate(facts)
        )
        front.opened.core.publish(change)
        return change.entries

    heard: tuple[Entry, ...] = front.ask(hear)
    return heard


def double(front: FrontDesk, *whom: str) -> None:
    """These people come in here and at another station."""
    for who in whom:
        front.scan(who)
        elsewhere(front, presence.admitted(who, "jour-1", "once"))
    front.until(lambda: front.window.side.conflicts.text().startswith(str(len(whom))))


def opened(front: FrontDesk, rows: int) -> ConflictsDialog:
    front.press(Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    dialog: ConflictsDialog = front.dialog(ConflictsDialog)
    front.until(lambda: len(dialog.conflicts) == rows)
    return dialog


def verify(front: FrontDesk, pin: str, note: str = "") -> VerifiedDialog:
    front.press(Key.Key_Return)
    dialog: VerifiedDialog = front.dialog(VerifiedDialog)
    dialog.pin.setText(pin)
    dialog.reason.setText(note)
    front.press(Key.Key_Return)
    return dialog


def test_an_entry_from_elsewhere_is_told_on_the_card_in_view_and_heard(front: FrontDesk) -> None:
    front.scan("marie")
    assert front.card.conflict.isHidden()
    front.sounds.clear()
    there = elsewhere(front, presence.admitted("marie", "jour-1", "once"))
    front.until(front.card.conflict.isVisible)
    assert "poste-2" in front.card.conflict.accessibleName()
    assert front.sounds == ["attention"]
    assert front.card.title.text() == "Bienvenue", "the verdict stays"
    elsewhere(front, cancel(there[0].id, there[0].subject))
    front.until(front.card.conflict.isHidden)


def test_an_entry_from_elsewhere_about_somebody_else_leaves_the_card(front: FrontDesk) -> None:
    front.scan("louise")
    front.scan("marie")
    elsewhere(front, presence.admitted("louise", "jour-1", "once"))
    front.until(front.window.side.conflicts.isVisible)
    assert front.card.conflict.isHidden()


def test_the_lamp_counts_and_a_click_opens_the_list(front: FrontDesk) -> None:
    double(front, "marie")
    lamp = front.window.side.conflicts
    assert lamp.text() == "1 double entrée à vérifier"
    QTest.mouseClick(lamp, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    dialog: ConflictsDialog = front.dialog(ConflictsDialog)
    front.until(lambda: dialog.table.rowCount() == 1)
    who, zone, first, second, seen = dialog.table.texts()[0]
    assert (who, zone, seen) == ("Marie Curie\nBassens", "Jour 1", "à vérifier")
    assert first.endswith("poste-2")
    assert second.endswith("poste-1")
    assert dialog.sentence.text() == "1 cas à vérifier."
    dialog.reject()


def test_verified_with_the_pin_it_leaves_the_lamp_and_stays_in_the_list(front: FrontDesk) -> None:
    double(front, "marie")
    dialog = opened(front, 1)
    verify(front, PIN, "Entrée par la porte B")
    front.until(lambda: dialog.sentence.text() == "Tout est vérifié.")
    assert "par poste-1\nEntrée par la porte B" in dialog.table.texts()[0][4]
    assert not dialog.verify_button.isVisible()
    front.until(front.window.side.conflicts.isHidden)
    front.until(front.card.conflict.isHidden)
    dialog.reject()


def test_a_wrong_pin_verifies_nothing(front: FrontDesk) -> None:
    double(front, "marie")
    dialog = opened(front, 1)
    asked = verify(front, "0000")
    front.until(lambda: asked.pin_field.problem != "")
    assert front.journal("conflict_acknowledged") == []
    asked.reject()
    dialog.reject()


def test_without_a_pin_in_the_edition_none_is_asked(front: FrontDesk) -> None:
    double(front, "marie")
    front.opened.reception._vault = Vault()
    front.window.opened = replace(front.opened, vault=Vault())
    dialog = opened(front, 1)
    front.press(Key.Key_Return)
    asked: VerifiedDialog = front.dialog(VerifiedDialog)
    assert not asked.pin_field.isVisible()
    front.press(Key.Key_Return)
    front.until(lambda: dialog.sentence.text() == "Tout est vérifié.")
    dialog.reject()


def test_several_are_verified_in_one_gesture_and_others_stay(front: FrontDesk) -> None:
    double(front, "marie", "louise", "paul")
    dialog = opened(front, 3)
    front.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.verify_button.text() == "Ces 2 sont vérifiés…"
    verify(front, PIN)
    front.until(lambda: dialog.sentence.text() == "1 cas à vérifier.")
    assert len(front.journal("conflict_acknowledged")) == 2
    assert dialog.chosen()[0].whom.name == "Marie Curie", "the next one is at hand"
    dialog.reject()


def test_the_list_follows_what_is_verified_at_another_station(front: FrontDesk) -> None:
    double(front, "marie")
    dialog = opened(front, 1)
    pair = dialog.conflicts[0].entries
    subject = front.journal("attendee_admitted")[0].subject
    elsewhere(front, Fact("conflict_acknowledged", subject, {"entries": list(pair)}))
    front.until(lambda: "par Aïcha" in dialog.table.texts()[0][4])
    dialog.reject()


def test_f9_shows_the_person_with_what_can_be_undone(front: FrontDesk) -> None:
    double(front, "marie")
    front.scan("louise")
    opened(front, 1)
    front.press(Key.Key_F9)
    front.until(lambda: front.window.person is not None and front.window.person.attendee_id == "marie")
    assert QApplication.activeModalWidget() is None
    assert "undo" in front.card.shown_verbs()
    assert front.card.conflict.isVisible()


def test_a_badge_that_may_be_out_twice_is_listed_too(front: FrontDesk) -> None:
    for printer in ("poste-2/Hall", "poste-3/Salle"):
        queued = elsewhere(front, print_jobs.badge_queued("marie", printer, "desk", ""))[0]
        state = front.ask(lambda store: store.state("attendee:marie"))
        job = next(job for job in print_jobs.jobs("marie", state) if job.id == queued.id)
        elsewhere(front, print_jobs.badge_printed(job, "confirmed"))
    dialog = opened(front, 1)
    _, what, first, second, _ = dialog.table.texts()[0]
    assert what == "Badge imprimé deux fois peut-être"
    assert (first.partition(", ")[2], second.partition(", ")[2]) == ("Hall (poste-2)", "Salle (poste-3)")
    verify(front, PIN)
    front.until(lambda: dialog.sentence.text() == "Personne n’a été compté deux fois.")
    dialog.reject()
