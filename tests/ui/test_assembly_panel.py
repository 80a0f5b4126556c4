"""The assembly at the desk: live quorum, proxies given and taken back, its rules, its list on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from vi_events.ui.checkin.assembly_dialogs import GiveProxyDialog, RulesDialog
from vi_events.ui.checkin.assembly_panel import AssemblyPanel, open_assembly

Key = Qt.Key


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with front_desk(make_edition(tmp_path), qtbot) as made:
        yield made


@pytest.fixture
def panel(front: FrontDesk) -> AssemblyPanel:
    """The assembly of two members, Bassens and Troyes; both make the quorum."""
    rules = {"assembly": True, "quorum": "2"}
    set_ = front.opened.reception.set_assembly_rules("jour-1", rules)
    front.until(set_.done)
    open_assembly(front.desk.window)
    shown: AssemblyPanel = front.dialog(AssemblyPanel)
    front.until(lambda: len(shown.members.members.lines) == 2)
    return shown


def states(panel: AssemblyPanel) -> list[tuple[str, str]]:
    model = panel.members.members
    return [(line.authority.name, model.state(line)) for line in model.lines]


def give(front: FrontDesk, panel: AssemblyPanel, member: str, holder: str) -> GiveProxyDialog:
    """Types the member, F2, types the holder, Enter."""
    panel.field.setText(member)
    panel.field.textEdited.emit(member)
    front.press(Key.Key_F2)
    dialog: GiveProxyDialog = front.dialog(GiveProxyDialog)
    dialog.field.setText(holder)
    dialog.field.textEdited.emit(holder)
    return dialog


def test_the_quorum_follows_those_who_come(front: FrontDesk, panel: AssemblyPanel) -> None:
    assert panel.sentence.text() == "◆ Quorum non atteint\u202f: il manque 2 adhérents"
    assert states(panel) == [("Bassens", "Absente"), ("Troyes", "Absente")]
    assert front.scan("marie") == "admitted"
    front.until(lambda: "il manque 1 adhérent" in panel.sentence.text())
    front.scan("paul")
    front.until(lambda: states(panel)[0] == ("Bassens", "Présente, 2 personnes"))
    assert front.scan("louise") == "admitted"
    front.until(lambda: panel.sentence.text() == "● Quorum atteint")
    assert panel.figures.text() == "2 présents · 0 représenté · sur 2 adhérents"


def test_a_proxy_is_given_and_taken_back_by_the_keyboard(front: FrontDesk, panel: AssemblyPanel) -> None:
    front.scan("marie")
    front.until(lambda: "il manque 1 adhérent" in panel.sentence.text())
    dialog = give(front, panel, "troyes", "curie")
    front.until(lambda: dialog.people.count() == 1)
    dialog.giver.setText("Mme la maire")
    front.press(Key.Key_Return)
    front.until(lambda: panel.sentence.text() == "● Quorum atteint")
    assert front.journal("proxy_given")[0].personal == {"giver": "Mme la maire"}
    assert panel.members.members.note(panel.members.members.lines[1]) == "par Marie Curie, Bassens"
    panel.members.setCurrentIndex(panel.members.members.index(1, 0))
    front.press(Key.Key_F4)
    front.until(lambda: states(panel)[1] == ("Troyes", "Absente"))
    assert panel.said.text() == "Pouvoir de Troyes (Aube) retiré."


def test_only_who_is_in_the_room_may_represent(front: FrontDesk, panel: AssemblyPanel) -> None:
    dialog = give(front, panel, "troyes", "curie")
    front.until(lambda: dialog.said.isVisible())
    assert dialog.people.count() == 0
    assert not dialog.accept_button.isEnabled()


def test_what_another_station_changed_meanwhile_is_refused_in_the_dialog(
    front: FrontDesk, panel: AssemblyPanel
) -> None:
    front.scan("marie")
    front.until(lambda: states(panel)[0][1] != "Absente")
    dialog = give(front, panel, "troyes", "curie")
    front.until(lambda: dialog.people.count() == 1)
    came = front.opened.reception.admit("louise")
    front.until(came.done)
    front.press(Key.Key_Return)
    front.until(lambda: "Troyes est présente" in dialog.said.text())
    assert dialog.isVisible()
    assert front.journal("proxy_given") == []


def test_a_member_that_is_present_or_represented_is_given_no_proxy(front: FrontDesk, panel: AssemblyPanel) -> None:
    front.scan("marie")
    front.until(lambda: states(panel)[0][1] != "Absente")
    panel.members.setCurrentIndex(panel.members.members.index(0, 0))
    assert not panel.give_button.isVisible()
    assert not panel.withdraw_button.isVisible()
    front.press(Key.Key_F2)
    assert QApplication.activeModalWidget() is panel


def test_a_member_of_whom_nobody_is_registered_is_found_by_its_name(front: FrontDesk, panel: AssemblyPanel) -> None:
    panel.field.setText("le havre")
    panel.field.textEdited.emit("le havre")
    front.until(lambda: [line.authority.name for line in panel.members.members.lines][:1] == ["Le Havre"])
    assert panel.give_button.isVisible()


def test_the_choice_stays_on_its_member_while_others_come(front: FrontDesk, panel: AssemblyPanel) -> None:
    front.press(Key.Key_Down)
    assert panel.members.chosen() == panel.members.members.lines[1]
    front.scan("marie")
    front.until(lambda: states(panel)[0][1] != "Absente")
    chosen = panel.members.chosen()
    assert chosen is not None
    assert chosen.authority.name == "Troyes"


def test_the_rules_are_asked_and_what_makes_no_sense_is_said(front: FrontDesk, panel: AssemblyPanel) -> None:
    front.press(Key.Key_F6)
    dialog: RulesDialog = front.dialog(RulesDialog)
    dialog.members.setText("131")
    dialog.quorum.setText("moitié")
    front.press(Key.Key_Return)
    front.until(lambda: "n’est pas un quorum" in dialog.quorum_field.problem)
    dialog.quorum.setText("1/2")
    front.press(Key.Key_Return)
    front.until(lambda: panel.figures.text().endswith("sur 131 adhérents"))
    assert "il manque 66 adhérents" in panel.sentence.text()


def test_a_zone_that_is_no_assembly_is_made_one_after_a_question(front: FrontDesk) -> None:
    open_assembly(front.desk.window)
    dialog: RulesDialog = front.dialog(RulesDialog)
    front.press(Key.Key_Return)
    front.until(lambda: not dialog.isVisible())
    zones = front.opened.reception.zones()
    front.until(zones.done)
    assert [zone.assembly for zone in zones.result()] == [True, False]


def test_the_list_is_written_and_a_folder_that_is_not_there_is_said(
    front: FrontDesk, panel: AssemblyPanel, tmp_path: Path
) -> None:
    panel.save_list(tmp_path / "liste.pdf")
    front.until(lambda: panel.said.text().startswith("Liste de présence écrite"))
    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF")
    panel.save_list(tmp_path / "nowhere" / "liste.pdf")
    front.until(lambda: panel.said.text().startswith("■"))
    assert panel.list_button.isEnabled()
