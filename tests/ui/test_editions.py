"""Rules of going from one edition to another in the same window."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from vi_events import app, paths, settings
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.ui.preparation.edition_dialog import ChooseEditionDialog, NewEditionDialog
from vi_events.ui.shell import Desk


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for slug in ("labels-2026", "labels-2027"):
        app.create_edition(
            tmp_path, Edition(slug, f"Label {slug[-4:]}", f"{slug[-4:]}-01-14", "Paris"), (Zone("salle", "Salle"),)
        )
    return tmp_path


@pytest.fixture
def desk(qtbot: QtBot, data: Path) -> Iterator[Desk]:
    with ExitStack() as stack:
        desk = Desk(settings.Settings(sounds=False), stack, data)
        qtbot.addWidget(desk.window)
        desk.window.show()
        yield desk
        desk.close()


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=15_000)


def is_open(desk: Desk, slug: str) -> bool:
    """With its menu too, which comes after the first scans may."""
    return desk.window.opened is not None and desk.window.opened.edition.slug == slug and desk.verbs is not None


def dialog(desk: Desk, kind: type) -> object:
    return next(found for found in desk.window.findChildren(kind) if found.isVisible())


def test_another_edition_opens_in_the_same_window_and_the_first_is_let_go(desk: Desk, data: Path, qtbot: QtBot) -> None:
    desk.open(data, data / "labels-2026")
    until(qtbot, lambda: is_open(desk, "labels-2026"))
    with pytest.raises(UserError, match="ouverte par"), app.open_edition(data / "labels-2026", Author("autre")):
        pass
    assert desk.verbs is not None
    menu = list(desk.verbs.menu.actions)
    desk.verbs.choose_edition()
    chooser = dialog(desk, ChooseEditionDialog)
    assert isinstance(chooser, ChooseEditionDialog)
    chooser.edition_chosen.emit("labels-2027")
    until(qtbot, lambda: is_open(desk, "labels-2027"))
    assert "Label 2027" in desk.window.windowTitle()
    assert desk.verbs.menu.actions == menu, "the keys of the menu must not be doubled"
    with app.open_edition(data / "labels-2026", Author("autre")) as other:
        assert other.edition.slug == "labels-2026"


def test_a_new_edition_is_made_and_opened(desk: Desk, data: Path, qtbot: QtBot) -> None:
    desk.open(data, data / "labels-2026")
    until(qtbot, lambda: is_open(desk, "labels-2026"))
    assert desk.verbs is not None
    desk.verbs.new_edition()
    form = dialog(desk, NewEditionDialog)
    assert isinstance(form, NewEditionDialog)
    # Not by key clicks: so fast, they would be a scan.
    form.title.setText("Label Villes Internet")
    form.place.setText("Martigues")
    form.slug.setText("label-martigues")
    form.accept()
    until(qtbot, lambda: desk.window.opened is not None and desk.window.opened.edition.place == "Martigues")
    assert len(paths.editions(data)) == 3


def test_without_a_last_edition_the_window_asks_which(desk: Desk, qtbot: QtBot) -> None:
    desk.choose()
    chooser = dialog(desk, ChooseEditionDialog)
    assert isinstance(chooser, ChooseEditionDialog)
    chooser.edition_chosen.emit("labels-2026")
    until(qtbot, lambda: is_open(desk, "labels-2026"))


def test_a_scan_between_two_editions_is_refused_visibly(desk: Desk, data: Path, qtbot: QtBot) -> None:
    desk.open(data, data / "labels-2026")
    desk.window.scan("VABCDEF")
    assert desk.window.result is not None
    assert desk.window.result.verdict == "error"
    until(qtbot, lambda: is_open(desk, "labels-2026"))


def test_keys_of_a_scan_reach_no_field_while_an_edition_opens_and_after(desk: Desk, data: Path, qtbot: QtBot) -> None:
    field = desk.window.search.field
    read: list[str] = []
    desk.wedge.scan_read.connect(read.append)

    def scan() -> None:
        field.setFocus()
        # As the system gives them: to the native window.
        for key in "VABCDEFGHIJ":
            QTest.keyClick(desk.window.windowHandle(), key)
        QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Return)

    desk.open(data, data / "labels-2026")
    scan()
    until(qtbot, lambda: desk.window.opened is not None)
    scan()
    until(qtbot, lambda: is_open(desk, "labels-2026"))
    scan()
    assert (read, field.text()) == (["VABCDEFGHIJ"] * 3, "")


def test_an_edition_that_cannot_be_opened_leaves_every_window_to_the_scanner(
    desk: Desk, data: Path, qtbot: QtBot
) -> None:
    (data / "labels-2026" / paths.DATABASE).write_bytes(b"no database at all")
    desk.open(data, data / "labels-2026")
    until(qtbot, lambda: "La base" in desk.window.card.hero.line.text())
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    QTest.keyClicks(other, "VABCDEFGHIJ")
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert other.text() == ""
