"""What the window promises to a person under stress, tried by its weak side."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from vi_events.checkin.views import VERDICTS, FoundPerson, LampState, PersonCard, ScanResult
from vi_events.edition.models import Zone
from vi_events.ui.checkin.delegation import DelegationDialog
from vi_events.ui.checkin.person_form import Lookup, PersonForm
from vi_events.ui.checkin.reception_window import MINIMUM_PX
from vi_events.ui.checkin.top_bar import TopBar
from vi_events.ui.checkin.verdict_card import VerdictCard
from vi_events.ui.language import install_language
from vi_events.ui.theme import BASE_PX, font
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.person_list import PersonList

Key = Qt.Key
HOSTILE = "<img src='file:///etc/passwd'><b>Zoé</b> & %1 {}"


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as made:
        yield made


def test_a_delegation_let_in_by_mistake_is_undone_in_one_gesture(front: FrontDesk) -> None:
    front.scan("louise")
    front.scan("marie")
    front.press(Key.Key_F8)
    front.until(lambda: front.card.shown_verbs()[0] == "admit")
    front.admit_delegation()
    front.until(lambda: "undo" in front.card.shown_verbs())
    assert front.admitted() == {"louise", "marie", "paul"}
    assert front.card.verbs["undo"].text() == "Annuler ces 2 entrées"
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == {"louise"})
    front.until(lambda: front.card.notice.text() == "Annulé\u202f: 2 entrées ne comptent plus.")
    assert "undo" not in front.card.shown_verbs()


def test_an_entry_can_be_undone_after_others_were_scanned(front: FrontDesk) -> None:
    front.scan("louise")
    front.scan("marie")
    front.press(Key.Key_Escape)
    front.window._show_found("louise")
    front.until(lambda: "undo" in front.card.shown_verbs())
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == {"marie"})
    front.until(lambda: "admit" in front.card.shown_verbs())


def test_f8_does_nothing_to_somebody_who_is_not_in(front: FrontDesk) -> None:
    front.window._show_found("louise")
    front.until(lambda: front.window.person is not None)
    front.press(Key.Key_F8)
    assert front.journal("entry_cancelled") == []


def test_one_more_entry_of_a_delegation_does_not_hide_whose_entry_f8_undoes(front: FrontDesk) -> None:
    front.scan("marie")
    front.admit_delegation()  # Paul comes in, Olga is refused; the card still shows Marie.
    front.until(lambda: "Délégation" in front.card.notice.text())
    assert front.card.verbs["undo"].text() == "Annuler l’entrée"
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == {"paul"})


def test_a_badge_that_failed_after_its_person_went_on_stays_on_the_lamp(tmp_path: Path, qtbot: QtBot) -> None:
    with FakePrinter("closes_mid_job") as printer, front_desk(make_edition(tmp_path), qtbot, printer.url) as front:
        person = front.opened.reception.card("marie").result()
        front.window.be_idle()
        # Asked for while nobody is in view: as after a scan whose person went on before the printer answered.
        front.window.badges.print_after_admission(person)
        lamp = front.window.top.lamps.lamps[1]
        front.until(lambda: lamp.accessibleName() == "Badge à vérifier\u202f: Marie Curie")
        assert [entry.payload["state"] for entry in front.journal("badge_printed")] == ["sending", "unknown"]
        front.until(front.window.side.question.yes.isEnabled)
        front.press(Key.Key_F12)
        front.until(lambda: lamp.accessibleName() == "Imprimante prête")


def test_an_unforeseen_failure_of_a_scan_is_heard_and_the_desk_goes_on(
    front: FrontDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_raw: str) -> None:
        raise RuntimeError("bug")

    with monkeypatch.context() as patch:
        patch.setattr(front.opened.reception._desk, "scan", broken)
        front.read(front.tickets["marie"])
        front.until(lambda: front.card.hero.title.text() == "Un problème est survenu")
    assert front.sounds[-1] == "refused"
    assert front.scan("marie") == "admitted"


def test_a_name_that_looks_like_html_is_shown_as_it_is_in_tips(qtbot: QtBot) -> None:
    people, table, top = PersonList(numbered=True), PlainTable(("Nom",), "Noms"), TopBar()
    for widget in (people, table, top):
        qtbot.addWidget(widget)
    people.show_people((FoundPerson("x", "", HOSTILE, "", "", "", "guest", False),))
    table.show_rows([(HOSTILE,)])
    top.show_lamps((LampState("Imprimante", "bad", HOSTILE),))
    cell = table.item(0, 0)
    assert cell is not None
    for tip in (people.item(0).toolTip(), cell.toolTip(), top.lamps.lamps[0].toolTip()):
        assert "<img" not in tip
        assert "&lt;b&gt;Zoé&lt;/b&gt; &amp; %1 {}" in tip


def test_an_ampersand_in_the_name_of_a_zone_is_no_shortcut(qtbot: QtBot) -> None:
    zones = (Zone("a", "Débats & Repas"), Zone("b", "B"))
    form = PersonForm("walk_in", Lookup(lambda _text: (), lambda _name: ()), None, zones, None)
    qtbot.addWidget(form)
    box = form.zone_boxes["a"]
    assert box.shortcut().isEmpty()
    assert "Débats & Repas" in box.accessibleName()


def test_somebody_already_in_can_be_undone_from_the_refusal(front: FrontDesk) -> None:
    front.scan("marie")
    assert front.scan("marie", later_s=20 * 60) == "already_in"
    assert front.card.verbs["undo"].text() == "Annuler l’entrée"
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == set())
    front.until(lambda: "Annulé" in front.card.notice.text())


def test_an_entry_undone_is_no_longer_among_the_passages(front: FrontDesk) -> None:
    front.scan("louise")
    front.scan("marie")
    front.press(Key.Key_F8)
    front.until(lambda: "Annulé" in front.card.notice.text())
    said = front.window.side.passages.accessibleDescription()
    assert "Louise Michel entrée" in said
    assert "Marie Curie" not in said


def test_an_undo_that_answers_late_leaves_the_newer_verdict(front: FrontDesk) -> None:
    front.scan("marie")
    late: Future[PersonCard] = Future()
    shown = front.person("marie")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(front.opened.reception, "card", lambda _id: late)
        front.press(Key.Key_F8)
        front.until(lambda: "Marie" not in front.window.side.passages.accessibleDescription())
    assert front.scan("louise") == "admitted"
    late.set_result(shown)
    front.qtbot.wait(60)
    assert front.card.person.name.text() == "Louise Michel"


def test_f5_lists_the_delegation_and_lets_in_whom_it_leaves_ticked(front: FrontDesk) -> None:
    front.window._show_found("marie")
    front.until(lambda: "group" in front.card.shown_verbs())
    front.press(Key.Key_F5)
    dialog = front.dialog(DelegationDialog)
    assert front.admitted() == set(), "nobody comes in before Enter"
    assert dialog.people.ticked() == ("marie", "olga", "paul")
    assert [dialog.people.item(row).text()[2:] for row in (0, 2)] == ["Marie Curie, Maire", "Paul Valéry, Adjoint"]
    front.press(Key.Key_2)
    front.press(Key.Key_Up)
    front.press(Key.Key_Space)
    front.until(lambda: dialog.people.ticked() == ("paul",))
    assert dialog.accept_button.text() == "Faire entrer (1)"
    front.press(Key.Key_1)
    front.press(Key.Key_Return)
    front.until(lambda: front.admitted() == {"marie", "paul"})
    assert front.journal("scan_refused") == []


def test_escape_leaves_the_delegation_outside(front: FrontDesk) -> None:
    front.scan("marie")
    front.press(Key.Key_F5)
    dialog = front.dialog(DelegationDialog)
    for key in (Key.Key_1, Key.Key_2, Key.Key_Return):
        front.press(key)
    assert dialog.isVisible(), "nobody is ticked"
    front.press(Key.Key_Escape)
    assert not dialog.isVisible()
    assert front.admitted() == {"marie"}


def test_wrong_hours_are_said_on_the_card(qtbot: QtBot) -> None:
    card = VerdictCard()
    qtbot.addWidget(card)
    card.show_result(ScanResult("wrong_time", 0, "« Cérémonie » ouvre le 14 janvier à 14 h 00"))
    assert card.question.text() == "« Cérémonie » ouvre le 14 janvier à 14 h 00"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("width", [MINIMUM_PX[0], 1280, 1366, 1920])
def test_no_word_of_a_verb_is_cut(front: FrontDesk, width: int, language: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    person = replace(front.person("marie"), delegation=21, admission_id="e", present=True)
    install_language(application, language)
    try:
        front.window.resize(width, 768)
        for verdict in VERDICTS:
            front.card.show_result(ScanResult(verdict, 0, "", person=person, entry_id="e"))
            QApplication.processEvents()
            assert [text for text in map(cut, front.card.verbs.values()) if text] == [], verdict
    finally:
        for translator in application.findChildren(QTranslator):
            application.removeTranslator(translator)
            translator.deleteLater()
        install_language(application, "fr")


def cut(button: KeyButton) -> str:
    """The words of a button that are not wholly inside it, or nothing."""
    if button.isHidden():
        return ""
    room = button._words_box(button._box())
    needed = QFontMetrics(font(BASE_PX, bold=True)).boundingRect(room, Qt.TextFlag.TextWordWrap, button.text())
    fits = needed.width() <= room.width() and needed.height() <= button._box().height()
    return "" if fits else f"{button.text()} {needed.size()} {room.size()}"


def test_the_window_is_never_smaller_than_what_it_shows(front: FrontDesk) -> None:
    front.window.resize(*MINIMUM_PX)
    front.scan("marie")
    QApplication.processEvents()
    inside = front.window.rect()
    for widget in (front.card, front.window.side, front.window.search, *front.card.verbs.values()):
        if widget.isVisible():
            corner = widget.mapTo(front.window, widget.rect().bottomRight())
            assert inside.contains(corner), widget
