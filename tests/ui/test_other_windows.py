"""The windows beside the reception: one of each, joined to one another, closed with the edition."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.front_desk import FrontDesk, front_desk, make_edition
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.edition.show_document import ShowDocument
from vi_events.ui.other_windows import OtherWindows
from vi_events.ui.preparation.edition_page import EditionPage
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


def with_other_look(front: FrontDesk, others: OtherWindows) -> EditionPage:
    """The title and the theme are changed in the preparation, and saved."""
    others.preparation()
    preparation = others._open["preparation"]
    preparation.show_page("edition")
    page = preparation.page
    assert isinstance(page, EditionPage)
    page.title.setText("Un autre titre")
    page.theme.colors["background"].show_value("#103010")
    page.theme.edited.emit()
    page.save()
    front.until(lambda: page.said.text() == "● Enregistré.")
    return page


def test_a_title_and_a_theme_that_are_saved_reach_an_open_console(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
        others = OtherWindows(front.window)
        others.stage()
        console = others._open["stage"]
        front.until(lambda: console.view is not None)
        before = console.view.revision
        page = with_other_look(front, others)
        front.until(lambda: console.view.revision is not before)
        assert "Un autre titre" in console.top.about.text()
        assert console.page.next._theme.colors.background == "#103010"
        assert console.outputs.public._theme.colors.background == "#103010"
        page.undo()
        front.until(lambda: "Remise d’essai" in console.top.about.text())
        others.close()


def test_a_console_that_is_armed_keeps_its_look_and_says_when_the_other_comes(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
        others = OtherWindows(front.window)
        others.stage()
        console = others._open["stage"]
        front.until(lambda: console.view is not None)
        console.driver.arm()
        front.until(lambda: console.view.state.mode == "armed")
        with_other_look(front, others)
        front.until(lambda: "prochaine ouverture" in console.banner.words.text())
        assert "Un autre titre" not in console.top.about.text()
        assert console.outputs.public._theme.colors.background != "#103010"
        others.close()
