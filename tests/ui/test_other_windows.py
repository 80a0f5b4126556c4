"""The windows beside the reception: one of each, joined to one another, closed with the edition."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.front_desk import front_desk, make_edition
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.edition.show_document import ShowDocument
from vi_events.ui.other_windows import OtherWindows
from vi_events.ui.preparation.palmares_window import PalmaresWindow
from vi_events.ui.stage.console import StageConsole


def test_each_window_opens_once_and_closes_with_the_edition(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
        others = OtherWindows(front.window)
        others.stage()
        console = others._open["stage"]
        assert isinstance(console, StageConsole)
        others.stage()
        assert others._open["stage"] is console
        front.until(lambda: console.view is not None)
        console.actions_menu.palmares_requested.emit()
        palmares = others._open["palmares"]
        assert isinstance(palmares, PalmaresWindow)
        assert palmares.isVisible()
        others.badge_layouts()
        assert others._open["layouts"].isVisible()
        others.webtv()
        assert others._open["webtv"].isVisible()
        others.close()
        assert not console.isVisible()
        assert not palmares.isVisible()


def test_the_console_follows_what_is_saved_in_the_palmares_window(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
        others = OtherWindows(front.window)
        others.stage()
        others.palmares()
        console, palmares = others._open["stage"], others._open["palmares"]
        front.until(lambda: console.view is not None)
        front.opened.stage.edit(lambda known: ShowDocument(known.palmares, RUNDOWN)).result()
        palmares.saved.emit()
        front.until(lambda: console.view.revision.number == 2)
        others.close()
