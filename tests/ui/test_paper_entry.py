"""« Saisie d’après papier »: three letters and Enter, at the time noted, without the mouse."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from vi_events.edition import people
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.ui.checkin.paper_entry import PaperEntry, TimeField

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as made:
        made.clock.now_ms = _ms(datetime(2027, 2, 5, 14, 0))
        yield made


@pytest.fixture
def entry(front: FrontDesk) -> PaperEntry:
    return opened(front)


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def opened(front: FrontDesk) -> PaperEntry:
    front.press(Key.Key_F2, CONTROL)
    dialog: PaperEntry = front.dialog(PaperEntry)
    return dialog


def set_time(front: FrontDesk, entry: PaperEntry, text: str) -> None:
    """Types the hour, then Enter leads on to the search."""
    entry.time.setFocus()
    entry.time.setText(text)
    entry.time.textEdited.emit(text)
    front.press(Key.Key_Return)
    assert entry.focusWidget() is entry.field


def look_for(front: FrontDesk, entry: PaperEntry, letters: str) -> None:
    front.qtbot.wait(80)
    QTest.keyClicks(entry.field, letters)
    front.until(lambda: entry._found_for == letters and entry.people.count() > 0)


def enter(front: FrontDesk, entry: PaperEntry, letters: str) -> None:
    """Letters, Enter, and the line is there."""
    before = len(entry.lines)
    look_for(front, entry, letters)
    front.press(Key.Key_Return)
    front.until(lambda: len(entry.lines) == before + 1)


def test_three_letters_and_enter_let_in_at_the_time_on_the_paper(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8h42")
    enter(front, entry, "cur")
    assert entry.table.texts() == [("08:42", "Marie Curie\nBassens", "entrée")]
    assert (entry.field.text(), entry.count.text()) == ("", "1 entrée saisie")
    assert front.admitted() == {"marie"}
    admission = front.journal("attendee_admitted", "marie")[0]
    assert admission.payload["at_ms"] == _ms(datetime(2027, 2, 5, 8, 42))
    enter(front, entry, "mic")
    assert [row[0] for row in entry.table.texts()] == ["08:42", "08:42"], "the time stays until it is changed"
    entry.reject()


def test_arrows_choose_among_homonyms(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "9:00")
    look_for(front, entry, "mar")
    front.press(Key.Key_Down)
    second = entry._found[1].attendee_id
    front.press(Key.Key_Return)
    front.until(lambda: front.admitted() == {second})
    entry.reject()


def test_who_is_in_already_is_told_when_and_where_and_counts_nothing(front: FrontDesk, entry: PaperEntry) -> None:
    entry.reject()
    front.clock.now_ms = _ms(datetime(2027, 2, 5, 8, 30))
    front.scan("marie", later_s=0)
    front.clock.now_ms = _ms(datetime(2027, 2, 5, 14, 0))
    entry = opened(front)
    set_time(front, entry, "8:42")
    enter(front, entry, "cur")
    assert entry.table.texts()[0][2] == "Déjà entré·e à 8\u00a0h\u00a030, poste-1"
    assert entry.count.text() == "0 entrée saisie"
    assert not entry.undo_button.isEnabled()
    assert len(front.journal("attendee_admitted")) == 1
    entry.reject()


def test_f8_undoes_the_newest_line_or_the_one_chosen(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8:42")
    for letters in ("cur", "mic", "val"):
        enter(front, entry, letters)
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == {"marie", "louise"})
    entry.table.selectRow(2)
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == {"louise"})
    front.until(lambda: [row[2] for row in entry.table.texts()] == ["annulé", "entrée", "annulé"])
    assert entry.count.text() == "1 entrée saisie"
    front.press(Key.Key_F8)
    assert len(front.journal("entry_cancelled")) == 2, "what is undone is not undone again"
    entry.reject()


def test_a_line_chosen_while_an_undo_is_under_way_stays_chosen(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8:42")
    for letters in ("cur", "mic", "val"):
        enter(front, entry, letters)
    entry.undo()
    entry.table.selectRow(2)
    front.until(lambda: entry.table.texts()[0][2] == "annulé")
    assert entry.table.currentRow() == 2
    entry.undo()
    front.until(lambda: front.admitted() == {"louise"})
    entry.reject()


def test_enter_lets_in_nobody_whom_the_eye_has_not_seen(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8:42")
    look_for(front, entry, "cur")
    # The answer for what is typed now has not come yet.
    entry.field.setText("mic")
    entry.field.textEdited.emit("mic")
    entry.admit()
    front.until(lambda: entry._found_for == "mic")
    assert front.journal("attendee_admitted") == []
    entry.field.setText("mi")
    entry.field.textEdited.emit("mi")
    assert entry.people.count() == 0, "two letters are too few"
    entry.reject()


@pytest.mark.parametrize(("typed", "sentence"), [("25:00", "Écrivez l’heure"), ("15:00", "pas encore passée")])
def test_an_hour_that_cannot_be_is_told_and_lets_nobody_in(
    front: FrontDesk, entry: PaperEntry, typed: str, sentence: str
) -> None:
    set_time(front, entry, typed)
    look_for(front, entry, "cur")
    front.press(Key.Key_Return)
    assert sentence in entry.time_field.problem
    assert entry.focusWidget() is entry.time
    assert entry.field.text() == "cur", "what was typed stays"
    assert front.journal("attendee_admitted") == []
    entry.reject()


def test_the_lists_of_the_evening_are_typed_in_the_morning_after(front: FrontDesk, entry: PaperEntry) -> None:
    assert [entry.day.itemText(row) for row in range(entry.day.count())] == ["aujourd’hui", "hier", "mercredi"]
    entry.day.setCurrentIndex(1)
    entry.zone.setCurrentText("Dîner")
    set_time(front, entry, "20:15")
    enter(front, entry, "cur")
    admission = front.journal("attendee_admitted")[0]
    assert admission.payload["at_ms"] == _ms(datetime(2027, 2, 4, 20, 15))
    assert admission.payload["zone"] == "diner"
    entry.reject()


def test_closed_and_opened_again_it_goes_on_where_it_was(front: FrontDesk, entry: PaperEntry) -> None:
    entry.zone.setCurrentText("Dîner")
    set_time(front, entry, "8:42")
    enter(front, entry, "cur")
    front.press(Key.Key_Escape)
    front.until(lambda: QApplication.activeModalWidget() is None)
    again = opened(front)
    assert (again.time.text(), again.zone.currentText(), len(again.lines)) == ("8:42", "Dîner", 1)
    again.reject()


def test_escape_empties_the_search_first(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8:42")
    look_for(front, entry, "cur")
    front.press(Key.Key_Escape)
    assert (entry.isVisible(), entry.field.text(), entry.people.count()) == (True, "", 0)
    front.press(Key.Key_Escape)
    assert not entry.isVisible()


def test_a_scan_meanwhile_goes_to_the_door_and_not_into_the_form(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8:42")
    assert front.scan("louise") == "admitted"
    assert (entry.isVisible(), entry.field.text(), entry.lines) == (True, "", [])
    entry.reject()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("8:42", 522),
        ("8h42", 522),
        ("842", 522),
        ("0842", 522),
        ("8\u202fh\u202f42", 522),
        ("23.59", 1439),
        ("24:00", None),
        ("8:60", None),
        ("8", None),
        ("", None),
        ("midi", None),
    ],
)
def test_hours_are_read_as_people_write_them(qtbot: QtBot, typed: str, minutes: int | None) -> None:
    field = TimeField(0)
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.minutes() == minutes


def test_the_arrows_move_the_hour_by_a_minute_also_from_the_search(front: FrontDesk, entry: PaperEntry) -> None:
    set_time(front, entry, "8:59")
    front.press(Key.Key_Up, CONTROL)
    assert entry.time.text() == "09:00"
    entry.time.setFocus()
    front.press(Key.Key_Down)
    front.press(Key.Key_Down)
    assert entry.time.text() == "08:58"
    assert entry.focusWidget() is entry.time
    entry.time.setText("0:00")
    front.press(Key.Key_Down)
    assert entry.time.text() == "00:00"
    entry.reject()


def test_fifty_people_are_typed_in_without_the_mouse(front: FrontDesk, entry: PaperEntry) -> None:
    names = [f"q{first}{second}" for first in "abcde" for second in "fghijklmno"]

    def expect(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(*(people.upserted(name, {"last_name": name.title()}) for name in names))
        front.opened.core.publish(tx.change)

    front.ask(expect)
    set_time(front, entry, "8:00")
    for number, name in enumerate(names):
        if number % 5 == 0:
            front.press(Key.Key_Up, CONTROL)
        enter(front, entry, name)
    assert entry.count.text() == "50 entrées saisies"
    admissions = front.journal("attendee_admitted")
    first = datetime(2027, 2, 5, 8, 0)
    assert [each.payload["at_ms"] for each in admissions] == [
        _ms(first + timedelta(minutes=number // 5 + 1)) for number in range(50)
    ]
    assert front.admitted() == set(names)
    entry.reject()


def test_the_assembly_is_in_the_menu_only_when_a_zone_is_one(front: FrontDesk) -> None:
    assert front.desk.verbs is not None
    action = next(each for each in front.desk.verbs.menu.actions if each.text().startswith("Assemblée"))
    front.until(lambda: not action.isVisible())
    set_ = front.opened.reception.set_assembly_rules("jour-1", {"assembly": True})
    front.until(set_.done)
    front.until(action.isVisible)
    assert "Ctrl+F6" in dict(front.desk.verbs.keys())
