"""The preparation window: pages made when shown, one click from each to the next, nothing lost on closing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from tests.ui.stray_windows import windows_shown
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import app, paths
from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author
from vi_events.stations import roles_here
from vi_events.ui import other_windows
from vi_events.ui.bridge import Bridge
from vi_events.ui.checkin.desk_verbs import DeskVerbs
from vi_events.ui.other_windows import OtherWindows
from vi_events.ui.preparation.devices_page import DevicesPage
from vi_events.ui.preparation.editions import Editions
from vi_events.ui.preparation.palmares_summary import PalmaresSummary
from vi_events.ui.preparation.palmares_window import PalmaresWindow
from vi_events.ui.preparation.preparation_window import PAGES, PreparationWindow
from vi_events.ui.preparation.secrets_page import SecretsPage


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    edition = Edition("essai", "Remise d’essai", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path, edition, (Zone("jour-1", "Jour 1"),), "2027")
    with app.open_edition(folder, Author("poste-1")) as opened:
        yield opened


@pytest.fixture
def window(opened: OpenEdition, qtbot: QtBot) -> Iterator[PreparationWindow]:
    bridge = Bridge()
    bridge.listen(opened.core)
    window = PreparationWindow(opened, bridge)
    qtbot.addWidget(window)
    window.show()
    yield window
    bridge.close()


def rows(window: PreparationWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count())]


def test_it_opens_on_what_is_not_ready_and_makes_no_other_page(window: PreparationWindow) -> None:
    assert rows(window)[0] == "Prêt\u202f?"
    assert set(window.pages) == {"readiness"}


@pytest.mark.parametrize("name", [name for name, _, _ in PAGES])
def test_every_page_in_the_list_can_be_shown(window: PreparationWindow, name: str) -> None:
    window.show_page(name)
    assert window.page is window.pages[name]
    assert window.page.isVisible()


def test_no_part_of_a_page_is_ever_a_window_and_the_list_keeps_the_focus(
    window: PreparationWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with windows_shown() as seen:
        for name, _, _ in PAGES:
            window.show_page(name)
            QApplication.processEvents()
    assert seen == []
    assert QApplication.focusWidget() is window.list


def test_a_page_that_was_shown_is_kept(window: PreparationWindow) -> None:
    window.show_page("secrets")
    page = window.page
    window.show_page("readiness")
    window.show_page("secrets")
    assert window.page is page


def test_a_line_of_the_list_leads_to_its_place(window: PreparationWindow, qtbot: QtBot) -> None:
    readiness = window.pages["readiness"]
    readiness.shown.emit("secrets", "pin")
    page = window.page
    assert isinstance(page, SecretsPage)
    qtbot.waitUntil(lambda: window.focusWidget() is page.pin.buttons[0])
    assert window.list.currentItem().text() == "Secrets et clés"


def test_what_is_no_page_is_asked_of_the_other_windows(window: PreparationWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.tool_requested) as asked:
        window.show_page("stage", "x")
    assert asked.args == ["stage", "x"]
    window.show_page("devices")
    page = window.page
    assert isinstance(page, DevicesPage)
    with qtbot.waitSignal(window.tool_requested) as asked:
        page.stations.buttons[0].click()
    assert asked.args == ["stations", ""]


def test_closing_with_something_unsaved_shows_it_instead(window: PreparationWindow) -> None:
    window.show_page("edition")
    edition = window.page
    edition.title.setText("Autre")  # type: ignore[attr-defined]
    edition.title.textEdited.emit("Autre")  # type: ignore[attr-defined]
    window.show_page("secrets")

    class ByHand(QCloseEvent):
        def spontaneous(self) -> bool:
            return True

    event = ByHand()
    window.closeEvent(event)
    assert not event.isAccepted()
    assert window.page is edition
    assert "Enregistrez" in window.told.text()
    edition.drop()  # type: ignore[attr-defined]
    again = ByHand()
    window.closeEvent(again)
    assert again.isAccepted()


def test_a_new_title_is_at_the_head_at_once(window: PreparationWindow, opened: OpenEdition, qtbot: QtBot) -> None:
    from dataclasses import replace

    before = opened.programme
    opened.save_programme(before, replace(before, edition=replace(before.edition, title="Label 2027"))).result()
    qtbot.waitUntil(lambda: window._title.text() == "Label 2027")


# What its pages tell


def test_devices_say_how_each_stands(window: PreparationWindow, qtbot: QtBot) -> None:
    window.show_page("devices")
    page = window.page
    assert isinstance(page, DevicesPage)
    qtbot.waitUntil(lambda: "USB" in page.scanner.lamp.text() and page.printers.lamp.level == "warn")
    assert (page.stations.lamp.level, page.room.lamp.level, page.obs.lamp.level) == ("off", "off", "off")


def test_secrets_say_only_whether_they_are_there(
    window: PreparationWindow, opened: OpenEdition, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vi_events.webtv.obs_password.ObsPassword.kept", lambda _: "hunter2")
    opened.stage.on_disk.save(ShowDocument(PALMARES, RUNDOWN))
    window.show_page("secrets")
    page = window.page
    assert isinstance(page, SecretsPage)
    qtbot.waitUntil(lambda: page.seal.lamp.level == "warn")
    levels = (page.tickets.lamp.level, page.pin.lamp.level, page.obs.lamp.level, page.backup.lamp.level)
    assert levels == ("ok", "ok", "ok", "warn")
    assert page.clear.lamp.level == "ok"
    (opened.folder / "copie.json").write_bytes((opened.folder / "palmares.draft.json").read_bytes())
    page.refresh()
    qtbot.waitUntil(lambda: page.clear.lamp.level == "warn")
    assert "copie.json" in page.clear.note.text()


def test_the_pin_is_changed_by_who_knows_it(window: PreparationWindow, opened: OpenEdition, qtbot: QtBot) -> None:
    window.show_page("secrets")
    page = window.page
    assert isinstance(page, SecretsPage)
    dialog = page.change_pin()
    for line, text in ((dialog.current, "0000"), (dialog.fresh, "246810"), (dialog.again, "24681")):
        line.setText(text)
    dialog.accept()
    assert dialog.again_field.problem
    dialog.again.setText("246810")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(dialog.current_field.problem))
    assert opened.vault.pin_is("2027")
    dialog.current.setText("2027")
    dialog.accept()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert opened.vault.pin_is("246810")


def test_the_palmares_is_told_by_its_numbers(window: PreparationWindow, opened: OpenEdition, qtbot: QtBot) -> None:
    window.show_page("palmares")
    page = window.page
    assert isinstance(page, PalmaresSummary)
    qtbot.waitUntil(lambda: page.state.tone == "warn")
    assert not page.check_button.isEnabled()
    opened.stage.on_disk.save(ShowDocument(PALMARES, RUNDOWN))
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.figures.figures))
    assert page.figures.figures[0].value == str(len(PALMARES.awards))
    assert page.check_button.isEnabled()


# Beside the desk


def preparation(others: OtherWindows) -> PreparationWindow:
    found = others._open["preparation"]
    assert isinstance(found, PreparationWindow)
    return found


def verbs(front: FrontDesk) -> DeskVerbs:
    assert front.desk.verbs is not None
    return front.desk.verbs


def test_the_desk_opens_it_and_its_tools(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.opened.stage.on_disk.save(ShowDocument(PALMARES, RUNDOWN))
        others = verbs(front)._others
        front.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ControlModifier)
        window = preparation(others)
        assert window.isVisible()
        window.show_page("devices")
        window.page.tool_requested.emit("settings", "")
        front.until(lambda: QApplication.activeModalWidget() is not None)
        settings = QApplication.activeModalWidget()
        assert settings is not None
        settings.close()
        window.page.tool_requested.emit("palmares", "seal")
        palmares = others._open["palmares"]
        assert isinstance(palmares, PalmaresWindow)
        front.until(lambda: not palmares.is_waiting)
        assert palmares.tabs.currentWidget() is palmares.seal
        others.close()
        assert not window.isVisible()


def test_a_station_whose_role_it_is_not_is_told_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(other_windows, "role_in", lambda _: "desk")
    with front_desk(make_edition(tmp_path), qtbot) as front:
        others = verbs(front)._others
        others.preparation()
        others.use_tool(roles_here.STAGE)
        assert "stage" not in others._open
        assert "ne lui revient pas" in preparation(others).told.text()
        others.close()


def test_a_new_edition_is_prepared_as_soon_as_it_is_open(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        made = verbs(front)
        assert "preparation" not in made._others._open
        made._editions = Editions(tmp_path, front.window)
        made._editions.fresh = front.opened.edition.slug
        made.attach()
        assert preparation(made._others).isVisible()
        made._others.close()
        made.attach()
        assert "preparation" not in made._others._open


def test_an_edition_taken_up_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        made = verbs(front)
        made._editions = Editions(tmp_path, front.window)
        with qtbot.waitSignal(made._editions.edition_requested) as asked:
            made._others.use_tool("open", "autre")
        assert asked.args == ["autre"]
        assert paths.editions(tmp_path) == ["essai"]
