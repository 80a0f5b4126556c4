"""The badge layout editor shows what will be printed, and writes only what can be."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import PATIENCE_MS, make_edition, printers
from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin import badge_remarks
from vi_events.checkin.badge import BadgeData
from vi_events.checkin.badge_elements import KINDS, Layout, Logo, Rule
from vi_events.checkin.badge_layouts import layouts
from vi_events.checkin.badge_remarks import TrialBadge
from vi_events.checkin.badges import LAYOUTS, layouts_of
from vi_events.edition import people
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.ui.bridge import Bridge
from vi_events.ui.preparation import badge_preview
from vi_events.ui.preparation.badge_editor import BadgeEditor
from vi_events.ui.preparation.badge_outline import new_element

LONG = "Vice-présidente chargée de la transition numérique, des usages et de la médiation dans les quartiers"
CODE = "VBCDEFGHIJKLNOPRSTUVXBCD"
PEOPLE = {
    "greek": {"last_name": "Παπαδόπουλος", "first_name": "Γιώργος"},
    "long": {"last_name": "de La Tour-Saint-Rémy d’Hautecombe", "first_name": "Marie-Françoise"},
    "function": {"last_name": "Bô", "first_name": "Léa", "function": LONG},
}


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    with app.open_edition(make_edition(tmp_path), Author("poste-1")) as edition:

        def expect(store: Store) -> None:
            with store.transaction(Author("poste-1")) as tx:
                tx.record(
                    *(people.upserted(who, {**said, "code": f"{CODE}{who[0].upper()}"}) for who, said in PEOPLE.items())
                )

        edition.core.call(expect)
        yield edition
        edition.reception.printing.close()


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()


@pytest.fixture
def editor(opened: OpenEdition, bridge: Bridge, qtbot: QtBot) -> Iterator[BadgeEditor]:
    made = BadgeEditor(opened, bridge)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.preview.drawn() == len(PEOPLE), timeout=PATIENCE_MS)
    yield made
    made.done(0)


def drawn_again(editor: BadgeEditor, qtbot: QtBot) -> TrialBadge:
    qtbot.waitUntil(lambda: editor.preview.drawn() == len(PEOPLE), timeout=PATIENCE_MS)
    badge = editor.preview.badge()
    assert badge is not None
    return badge


def choose(editor: BadgeEditor, words: str) -> None:
    """Chooses the first element whose line holds these words."""
    rows = editor.outline.rows
    rows.setCurrentRow(next(row for row in range(rows.count()) if words in rows.item(row).text()))


def lines(editor: BadgeEditor) -> list[str]:
    rows = editor.outline.rows
    return [rows.item(row).text() for row in range(rows.count())]


def control(editor: BadgeEditor, key: str) -> QWidget:
    return editor.form.field(key).control


def spin(editor: BadgeEditor, key: str) -> QSpinBox:
    found = control(editor, key)
    assert isinstance(found, QSpinBox)
    return found


def folder(opened: OpenEdition) -> Path:
    return opened.folder / LAYOUTS


def dots(image: QImage) -> bytes:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return b"".join(bytes(grey.constScanLine(row))[: grey.width()] for row in range(grey.height()))


# The preview


@pytest.mark.parametrize("zoom", [1, 2, 3])
def test_a_dot_is_a_whole_number_of_pixels_and_all_are_shown(editor: BadgeEditor, zoom: int) -> None:
    editor.preview.zoom.setCurrentIndex(zoom)
    picture = editor.preview.picture
    badge = editor.preview.badge()
    assert badge is not None
    shown = picture.grab().toImage().copy(1, 1, badge.image.width * zoom, badge.image.height * zoom)
    expected = badge.image.resize((shown.width(), shown.height()), Image.Resampling.NEAREST).convert("L")
    assert dots(shown) == expected.tobytes()


def test_the_preview_follows_the_form(editor: BadgeEditor, qtbot: QtBot) -> None:
    before = drawn_again(editor, qtbot).image
    choose(editor, "{last_name}")
    spin(editor, "size").setValue(70)
    after = drawn_again(editor, qtbot).image
    assert after.tobytes() != before.tobytes()
    editor.undo()
    assert drawn_again(editor, qtbot).image.tobytes() == before.tobytes()


def test_arrows_go_through_the_hardest_people_and_round(editor: BadgeEditor) -> None:
    def who() -> str:
        return editor.preview.who.text()

    assert who().startswith("1 sur 3 · Γιώργος")
    QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert who().startswith("2 sur 3")
    editor.preview._desk.setFocus()
    QTest.keyClick(editor.preview._desk, Qt.Key.Key_Right)
    assert who().startswith("3 sur 3")
    QTest.keyClick(editor.preview._desk, Qt.Key.Key_Right)
    assert who().startswith("1 sur 3")
    QTest.keyClick(editor, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert who().startswith("3 sur 3")


def test_the_sheet_shows_everybody_marks_who_is_to_be_looked_at_and_opens_one(editor: BadgeEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_F6)
    sheet = editor.preview.sheet
    assert sheet.isVisible()
    texts = [sheet.item(row).text() for row in range(sheet.count())]
    assert texts[0] == "◆ 1"
    assert not any(sheet.item(row).icon().isNull() for row in range(3))
    assert "Γιώργος" in sheet.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    sheet.setCurrentRow(1)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert editor.preview.who.text().startswith("2 sur 3")


def test_what_is_wrong_with_a_badge_is_said(editor: BadgeEditor, qtbot: QtBot) -> None:
    assert "Police sans" in editor.preview.remarks.text()
    choose(editor, "Code QR")
    spin(editor, "module").setValue(4)
    drawn_again(editor, qtbot)
    assert "QR illisible" in editor.preview.remarks.text()
    choose(editor, "{edition_line}")
    spin(editor, "floor").setValue(12)
    spin(editor, "size").setValue(12)
    drawn_again(editor, qtbot)
    assert "Texte réduit à 12\u00a0points" in editor.preview.remarks.text()


def test_one_badge_is_drawn_at_a_time_and_only_the_last_layout_is_shown(
    editor: BadgeEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, busy, most, margins = Event(), [], [], []

    def slow(data: BadgeData, layout: Layout) -> TrialBadge:
        busy.append(1)
        most.append(len(busy))
        margins.append(layout.margin)
        go.wait(PATIENCE_MS / 1000)
        busy.pop()
        return badge_remarks.try_badge(data, layout)

    monkeypatch.setattr(badge_preview, "try_badge", slow)
    choose(editor, "Feuille")
    for margin in range(30, 50):
        spin(editor, "margin").setValue(margin)
    assert editor.preview.badge() is None, "the window did not wait"
    go.set()
    drawn_again(editor, qtbot)
    assert max(most) == 1
    assert margins == [30, 49, 49, 49]


def test_another_category_and_another_paper_are_shown_as_they_print(editor: BadgeEditor, qtbot: QtBot) -> None:
    before = drawn_again(editor, qtbot).image
    editor.category.setCurrentIndex(editor.category.findData("press"))
    editor.category.activated.emit(editor.category.currentIndex())
    assert drawn_again(editor, qtbot).image.tobytes() != before.tobytes()
    editor.paper.setCurrentIndex(editor.paper.findData("58"))
    editor.paper.activated.emit(editor.paper.currentIndex())
    assert drawn_again(editor, qtbot).image.size == (384, 560)


# Changing


@pytest.mark.parametrize("kind", [*KINDS, "layout"])
def test_every_key_of_every_kind_has_a_field_with_a_name(editor: BadgeEditor, kind: str) -> None:
    one = layouts(None).for_category("press", "80") if kind == "layout" else new_element(kind, "80", "logo.png")
    editor.form.show_element(one, "80")
    keys = {key for key in type(one).__annotations__ if key not in ("picture", "paper", "elements", "name")}
    for key in keys:
        assert editor.form.field(key).control.accessibleName()


def test_an_element_is_added_moved_and_removed_by_keys(editor: BadgeEditor) -> None:
    choose(editor, "{function}")
    editor.outline.add(Rule(thickness=3, gap=4))
    row = editor.outline.row()
    assert lines(editor)[row] == "Filet"
    editor.outline.rows.setFocus()
    QTest.keyClick(editor.outline.rows, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert lines(editor)[row - 1] == "Filet"
    QTest.keyClick(editor.outline.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert lines(editor)[row] == "Filet"
    QTest.keyClick(editor.outline.rows, Qt.Key.Key_Delete)
    assert "Filet" not in lines(editor)
    assert not editor.draft.changed


def test_the_menu_offers_every_kind(editor: BadgeEditor) -> None:
    before = len(lines(editor))
    editor.outline.rows.setFocus()
    QTest.keyClick(editor.outline.rows, Qt.Key.Key_Insert)
    menu = editor.outline.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == len(KINDS)
    next(action for action in menu.actions() if action.text() == "Filet").trigger()
    menu.close()
    assert len(lines(editor)) == before + 1
    assert editor.draft.problem is None


def test_what_the_form_writes_is_what_the_text_says(editor: BadgeEditor) -> None:
    choose(editor, "{function}")
    spin(editor, "gap").setValue(21)
    assert 'text = "{function}"\nsize = 36\nfloor = 14\ngap = 21' in editor.draft.text
    assert "gap = 21" in editor.toml.lines.toPlainText()


def test_typing_a_number_keeps_the_hand_where_it_is(editor: BadgeEditor) -> None:
    choose(editor, "Feuille")
    field = spin(editor, "margin")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "42")
    assert editor.draft.layout.margin == 42
    assert field.hasFocus()


def test_one_key_undoes_everything_in_order_wherever_the_hand_is(editor: BadgeEditor) -> None:
    choose(editor, "Feuille")
    spin(editor, "margin").setValue(40)
    choose(editor, "{function}")
    field = spin(editor, "gap")
    field.setFocus()
    field.setValue(33)
    control_key = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_Z, control_key)
    assert (editor.draft.layout.margin, field.value()) == (40, 18)
    QTest.keyClick(field, Qt.Key.Key_Z, control_key)
    assert not editor.draft.changed
    QTest.keyClick(field, Qt.Key.Key_Y, control_key)
    assert editor.draft.layout.margin == 40


def test_a_wrong_line_is_named_and_nothing_is_saved(editor: BadgeEditor, opened: OpenEdition) -> None:
    QTest.keyClick(editor, Qt.Key.Key_F4)
    assert editor.toml.lines.isVisible()
    editor.toml.lines.setPlainText(editor.draft.text.replace("size = 92", "sise = 92"))
    number = editor.draft.text.splitlines().index("sise = 92") + 1
    assert f"Ligne {number} ·" in editor.notice.text()
    (mark,) = editor.toml.lines.extraSelections()
    assert mark.cursor.blockNumber() == number - 1
    editor.save()
    assert not folder(opened).exists()
    assert "sise" in editor.notice.text()
    editor.undo()
    assert editor.notice.text() == ""
    assert editor.toml.lines.extraSelections() == []


def test_a_text_that_a_badge_cannot_name_is_refused_beside_its_field(editor: BadgeEditor) -> None:
    choose(editor, "{function}")
    line = control(editor, "text").focusProxy()
    line.setText("{fonction}")  # type: ignore[union-attr]
    assert "Entre accolades" in editor.form.field("text").problem
    assert editor.draft.problem is not None
    line.setText("Place {seat}")  # type: ignore[union-attr]
    assert editor.form.field("text").problem == ""
    assert editor.draft.problem is None


# Saving and leaving


def test_saving_changes_the_next_badges(editor: BadgeEditor, opened: OpenEdition) -> None:
    choose(editor, "Feuille")
    spin(editor, "margin").setValue(40)
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [path.name for path in folder(opened).iterdir()] == ["80.toml"]
    assert layouts_of(opened.folder).for_category("elected", "80").margin == 40
    assert "80.toml" in editor.notice.text()
    editor.revert_button.click()
    editor.save()
    assert list(folder(opened).iterdir()) == []
    assert "modèle d’origine" in editor.notice.text()


def test_a_logo_is_chosen_copied_and_drawn(
    editor: BadgeEditor, opened: OpenEdition, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (200, 100), "black").save(tmp_path / "ville.png")
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(tmp_path / "ville.png")])
    before = drawn_again(editor, qtbot).image
    choose(editor, "{function}")
    editor.outline.logo_wanted.emit()
    assert (folder(opened) / "ville.png").exists()
    row = editor.outline.row()
    logo = editor.draft.layout.elements[row - 1]
    assert isinstance(logo, Logo)
    assert logo.file == "ville.png"
    after = drawn_again(editor, qtbot).image
    assert after.convert("L").histogram()[0] > before.convert("L").histogram()[0] + 5000


def test_a_logo_given_up_adds_nothing(editor: BadgeEditor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 0)
    editor.outline.logo_wanted.emit()
    assert not editor.draft.changed


def test_escape_asks_once_before_it_loses_anything(editor: BadgeEditor) -> None:
    choose(editor, "Feuille")
    spin(editor, "margin").setValue(40)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert "pas enregistrés" in editor.notice.text()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_escape_leaves_at_once_when_there_is_nothing_to_lose(editor: BadgeEditor) -> None:
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_another_paper_asks_before_it_loses_anything(editor: BadgeEditor) -> None:
    choose(editor, "Feuille")
    spin(editor, "margin").setValue(40)

    def ask_for(paper: str) -> None:
        editor.paper.setCurrentIndex(editor.paper.findData(paper))
        editor.paper.activated.emit(editor.paper.currentIndex())

    ask_for("58")
    assert editor.paper.currentData() == "80"
    assert editor.draft.layout.margin == 40
    ask_for("58")
    assert editor.draft.layout.paper == "58"


def test_a_file_of_the_edition_that_cannot_be_used_is_named(opened: OpenEdition, bridge: Bridge, qtbot: QtBot) -> None:
    folder(opened).mkdir()
    (folder(opened) / "presse.toml").write_text("paper = ", "utf-8")
    made = BadgeEditor(opened, bridge)
    qtbot.addWidget(made)
    assert "presse.toml" in made.notice.text()
    made.done(0)


# The trial print


def test_the_trial_is_the_badge_in_view_dot_for_dot(editor: BadgeEditor, opened: OpenEdition, qtbot: QtBot) -> None:
    with FakePrinter("ok") as printer:
        opened.reception.printing.attach(printers(printer.url))
        badge = drawn_again(editor, qtbot)
        QTest.keyClick(editor, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: len(printer.pages) == 1, timeout=PATIENCE_MS)
        assert printer.pages[0].convert("1").tobytes() == badge.image.tobytes()
        assert "Accueil" in editor.notice.text()
        opened.reception.printing.close()


def test_a_trial_on_paper_that_the_printer_has_not_is_not_sent(
    editor: BadgeEditor, opened: OpenEdition, qtbot: QtBot
) -> None:
    editor.paper.setCurrentIndex(editor.paper.findData("a6"))
    editor.paper.activated.emit(editor.paper.currentIndex())
    drawn_again(editor, qtbot)
    with FakePrinter("ok") as printer:
        opened.reception.printing.attach(printers(printer.url))
        editor.print_trial()
        qtbot.waitUntil(lambda: "n’a pas ce papier" in editor.notice.text(), timeout=PATIENCE_MS)
        opened.reception.printing.close()
        assert printer.pages == []


def test_a_desk_without_printer_says_so(editor: BadgeEditor) -> None:
    editor.print_trial()
    assert "pas d’imprimante" in editor.notice.text()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_editor_fits_the_screens_of_the_desks(editor: BadgeEditor, size: tuple[int, int]) -> None:
    for _ in range(3):
        editor.preview.step(1)
        editor.resize(*size)
        needed = editor.minimumSizeHint()
        assert needed.width() <= size[0]
        assert needed.height() <= size[1]
