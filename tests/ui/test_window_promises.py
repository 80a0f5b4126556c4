"""What the window promises to a person under stress, tried by its weak side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from vi_events.checkin.views import FoundPerson, LampState
from vi_events.edition.models import Zone
from vi_events.ui.checkin.person_form import Lookup, PersonForm
from vi_events.ui.checkin.top_bar import TopBar
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
    front.press(Key.Key_F5)
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
    front.press(Key.Key_F5)  # Paul comes in, Olga is refused; the card still shows Marie.
    front.until(lambda: "Délégation" in front.card.notice.text())
    assert front.card.verbs["undo"].text() == "Annuler l’entrée"
    front.press(Key.Key_F8)
    front.until(lambda: front.admitted() == {"paul"})


def test_a_badge_that_failed_after_its_person_went_on_stays_on_the_lamp(tmp_path: Path, qtbot: QtBot) -> None:
    with FakePrinter("closes_mid_job") as printer, front_desk(make_edition(tmp_path), qtbot, printer.url) as front:
        front.scan("marie")
        front.window.be_idle()
        lamp = front.window.top.lamps.lamps[1]
        front.until(lambda: lamp.accessibleName() == "Badge à revoir\u202f: Marie Curie")
        assert [entry.payload["state"] for entry in front.journal("badge_printed")] == ["sending", "unknown"]
        front.window._show_found("marie")
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
