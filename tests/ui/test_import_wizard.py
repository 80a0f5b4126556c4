"""What an organiser may rely on in the import wizard."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from vi_events import app, paths
from vi_events.edition.importing import Outcome, Prepared, prepare
from vi_events.edition.programme import Edition
from vi_events.edition.reference import Reference, load_reference
from vi_events.errors import StorageError
from vi_events.journal.entry import Author
from vi_events.ui.preparation.import_flow import ImportActions, Step
from vi_events.ui.preparation.import_wizard import ImportWizard

EXPORTS = paths.ASSETS / "demo" / "exports"
LIST = "Nom;Prénom;Collectivité\nMartin;Marie;Bassens\nPetit;Zoé;REIMS\n"
FAULTY = LIST + "Martin;Marie;Bassens\n;;Reims\n"
Open = Callable[..., ImportWizard]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@dataclass
class Desk:
    """Real reading and an edition in memory of nobody: writing is counted."""

    reference: Reference
    written: list[tuple[bool, int]] = field(default_factory=list)
    """(partial, people) of each import really written."""
    undone: list[str] = field(default_factory=list)
    known: int = 0
    """How many of the file's people are already there, unchanged."""
    gate: threading.Event | None = None
    problem: Exception | None = None

    def prepare(self, path: Path, mapping: dict[str, str], answers: dict[str, str]) -> Prepared:
        if self.gate:
            assert self.gate.wait(5)
        return prepare(path, self.reference, mapping, answers)

    def write(self, prepared: Prepared, partial: bool, dry_run: bool) -> Outcome:
        new = max(0, len(prepared.records) - self.known)
        if not dry_run:
            if self.problem:
                raise self.problem
            self.written.append((partial, new))
        kept = len(prepared.records) - new
        return Outcome("b1", new, 0, kept, applied=not dry_run, refused=list(prepared.refused))

    def undo(self, batch: str) -> int:
        self.undone.append(batch)
        return 60


@pytest.fixture
def desk(reference: Reference) -> Desk:
    return Desk(reference)


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Open:
    def open_(path: Path, until: Step = Step.COLUMNS) -> ImportWizard:
        wizard = ImportWizard(ImportActions(desk.prepare, desk.write, desk.undo))
        qtbot.addWidget(wizard)
        wizard.show()
        wizard.open_file(path)
        qtbot.waitUntil(lambda: wizard.flow.step is until)
        return wizard

    return open_


def listed(folder: Path, text: str) -> Path:
    path = folder / "inscrits.csv"
    path.write_text(text, encoding="utf-8")
    return path


def go(qtbot: QtBot, wizard: ImportWizard, *steps: Step) -> None:
    """« Suivant », as many times as there are pages to reach."""
    for step in steps:
        wizard.step_once()
        qtbot.waitUntil(lambda step=step: wizard.flow.step is step)


@pytest.mark.parametrize("name", sorted(path.name for path in EXPORTS.iterdir()))
def test_every_platform_goes_from_file_to_result(qtbot: QtBot, opened: Open, desk: Desk, name: str) -> None:
    wizard = opened(EXPORTS / name)
    assert len(wizard.columns_page.preview.texts()) == 5
    assert "60 lignes lues" in wizard.columns_page.title.text()
    go(qtbot, wizard, Step.AUTHORITIES, Step.CONFIRM, Step.RESULT)
    assert desk.written == [(False, 60)]
    assert wizard.figures.texts()[0] == "60 personnes ajoutées"


def test_reading_leaves_the_window_alive_and_can_be_stopped(
    qtbot: QtBot, opened: Open, desk: Desk, tmp_path: Path
) -> None:
    desk.gate = threading.Event()
    wizard = opened(listed(tmp_path, LIST), Step.READING)
    wizard.step_back()
    assert wizard.flow.step is Step.CHOOSE
    desk.gate.set()
    # The late answer of the first reading must not come back; a second reading shows that it could have.
    wizard.open_file(listed(tmp_path, LIST + "Un;De;Plus\n"))
    qtbot.waitUntil(lambda: wizard.flow.step is Step.COLUMNS)
    assert wizard.flow.reading is not None
    assert wizard.flow.reading.prepared is not None
    assert wizard.flow.reading.prepared.read == 3
    assert desk.written == []


def test_column_can_be_changed_and_the_file_is_read_again(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, "Nom;Prénom;Divers;Collectivité\nMartin;Marie;Maire;Reims\n"))
    combo = wizard.columns_page.combos["function"]
    assert combo.currentData() == ""
    combo.setCurrentIndex(combo.findData("Divers"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: wizard.flow.step is Step.COLUMNS)
    assert wizard.columns_page.preview.texts()[0][4] == "Maire"
    assert wizard.columns_page.combos["function"].currentData() == "Divers"
    assert wizard.focusWidget() is wizard.columns_page.combos["function"]


def test_file_without_names_asks_for_the_column(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, "Quoi;Qui est-ce\n1;Zoé Petit\n"))
    assert not wizard.next_button.isEnabled()
    assert "Aucune colonne" in wizard.columns_page.title.text()
    wizard.columns_page.column_chosen.emit("full_name", "Qui est-ce")
    qtbot.waitUntil(lambda: wizard.flow.step is Step.COLUMNS)
    assert wizard.next_button.isEnabled()
    assert wizard.columns_page.preview.texts()[0][1:3] == ("Petit", "Zoé")


def test_homonymous_authority_is_asked_and_the_answer_is_imported(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, LIST))
    go(qtbot, wizard, Step.AUTHORITIES)
    combo = wizard.names_page.combos["Bassens"]
    assert combo.itemText(0).startswith("Garder tel quel")
    assert [row[0] for row in wizard.names_page.corrections.texts()] == ["REIMS"]
    combo.setCurrentIndex(combo.findData("33032"))
    combo.activated.emit(combo.currentIndex())
    go(qtbot, wizard, Step.CONFIRM)
    assert wizard.flow.reading is not None
    assert wizard.flow.reading.prepared is not None
    assert [each.id for _, each in wizard.flow.reading.prepared.records if each] == ["33032", "51454"]
    wizard.step_back()
    assert wizard.names_page.combos["Bassens"].currentData() == "33032"


def test_homonymous_authority_may_be_kept_as_written(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, LIST))
    go(qtbot, wizard, Step.AUTHORITIES)
    wizard.names_page.answered.emit("Bassens", "33032")
    wizard.names_page.answered.emit("Bassens", "")
    go(qtbot, wizard, Step.CONFIRM)
    assert wizard.flow.reading is not None
    assert wizard.flow.reading.prepared is not None
    assert wizard.flow.reading.prepared.records[0][1] is not None
    assert wizard.flow.reading.prepared.records[0][1].id == "libre-bassens"


def test_answer_reaches_a_name_that_carries_its_country(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, "Nom;Prénom;Collectivité;Pays\nMartin;Marie;Bassens;FR\n"))
    go(qtbot, wizard, Step.AUTHORITIES)
    written = next(iter(wizard.flow.asked))
    wizard.names_page.answered.emit(written, "33032")
    go(qtbot, wizard, Step.CONFIRM)
    assert wizard.flow.answers == {"Bassens": "33032"}


def test_refused_rows_stop_everything_unless_the_others_are_chosen(
    qtbot: QtBot, opened: Open, desk: Desk, tmp_path: Path
) -> None:
    wizard = opened(listed(tmp_path, FAULTY))
    go(qtbot, wizard, Step.AUTHORITIES, Step.CONFIRM)
    assert [row[0] for row in wizard.confirm_page.refused.texts()] == ["4", "5"]
    assert wizard.next_button.text() == "Relire le fichier corrigé"
    go(qtbot, wizard, Step.CONFIRM)
    assert desk.written == []
    wizard.confirm_page.others.setChecked(True)
    assert wizard.next_button.text() == "Importer"
    go(qtbot, wizard, Step.RESULT)
    assert desk.written == [(True, 2)]
    assert wizard.figures.texts()[3] == "2 lignes refusées"


def test_corrected_file_is_read_again_with_the_same_answers(
    qtbot: QtBot, opened: Open, desk: Desk, tmp_path: Path
) -> None:
    wizard = opened(listed(tmp_path, FAULTY))
    go(qtbot, wizard, Step.AUTHORITIES)
    wizard.names_page.answered.emit("Bassens", "33032")
    go(qtbot, wizard, Step.CONFIRM)
    listed(tmp_path, LIST)
    wizard.step_once()
    qtbot.waitUntil(lambda: wizard.flow.step is Step.CONFIRM and not wizard.flow.refused)
    assert wizard.flow.answers == {"Bassens": "33032"}
    go(qtbot, wizard, Step.RESULT)
    assert desk.written == [(False, 2)]


def test_refused_rows_are_saved_for_a_spreadsheet(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, FAULTY))
    go(qtbot, wizard, Step.AUTHORITIES, Step.CONFIRM)
    wizard.save_refusals(tmp_path / "refus.csv")
    lines = (tmp_path / "refus.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "ligne;colonne;pourquoi"
    assert [line.split(";")[0] for line in lines[1:]] == ["4", "5"]
    assert "refus.csv" in wizard.confirm_page.saved.text()
    wizard.save_refusals(tmp_path / "absent" / "refus.csv")
    assert "Choisissez un autre endroit" in wizard.confirm_page.saved.text()


def test_file_that_changes_nothing_says_so(qtbot: QtBot, opened: Open, desk: Desk) -> None:
    desk.known = 60
    wizard = opened(EXPORTS / "billetweb.csv")
    go(qtbot, wizard, Step.AUTHORITIES, Step.NOTHING)
    assert wizard.sentence_page.title.text() == "Rien à changer"
    wizard.step_once()
    assert not wizard.isVisible()
    assert desk.written == []


def test_unreadable_file_gives_a_sentence_and_another_choice(opened: Open, tmp_path: Path) -> None:
    wizard = opened(tmp_path / "absent.csv", Step.PROBLEM)
    assert "absent.csv" in wizard.sentence_page.title.text()
    assert wizard.sentence_page.text.text()
    assert wizard.next_button.text() == "Choisir un autre fichier"


def test_failed_writing_gives_a_sentence(qtbot: QtBot, opened: Open, desk: Desk, tmp_path: Path) -> None:
    desk.problem = StorageError("disk_full", "Le disque est plein.", "Libérez de la place.")
    wizard = opened(listed(tmp_path, LIST))
    go(qtbot, wizard, Step.AUTHORITIES, Step.CONFIRM, Step.PROBLEM)
    assert "Le disque est plein." in wizard.sentence_page.title.text()
    assert wizard.sentence_page.text.text() == "Libérez de la place."


def test_bug_is_told_without_a_traceback(
    qtbot: QtBot, opened: Open, desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk.problem = ZeroDivisionError("division by zero")
    wizard = opened(listed(tmp_path, LIST))
    go(qtbot, wizard, Step.AUTHORITIES, Step.CONFIRM, Step.PROBLEM)
    shown = wizard.sentence_page.title.text() + wizard.sentence_page.text.text()
    assert "division" not in shown
    assert "Recommencez" in shown
    assert "ZeroDivisionError" in caplog.text


def test_import_can_be_undone_after_its_result(qtbot: QtBot, opened: Open, desk: Desk) -> None:
    wizard = opened(EXPORTS / "helloasso.csv")
    go(qtbot, wizard, Step.AUTHORITIES, Step.CONFIRM, Step.RESULT)
    wizard.undo_button.click()
    assert desk.undone == []
    wizard.undo_button.held.emit()
    qtbot.waitUntil(lambda: wizard.flow.step is Step.RESULT)
    assert desk.undone == ["b1"]
    assert "60 inscriptions annulées" in wizard.sentence_page.text.text()
    assert not wizard.undo_button.isVisible()


def test_enter_never_falls_on_cancel(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, "Nom;Prénom;Collectivité\nDurand;Paul;REIMS\n"))
    assert wizard.focusWidget() is wizard.next_button
    qtbot.keyClick(wizard.next_button, Qt.Key.Key_Return)
    assert wizard.flow.step is Step.AUTHORITIES
    assert wizard.focusWidget() is wizard.next_button


def test_the_focus_goes_to_the_first_name_to_answer(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, LIST))
    go(qtbot, wizard, Step.AUTHORITIES)
    assert wizard.focusWidget() is wizard.names_page.combos["Bassens"]
    wizard.names_page.answered.emit("Bassens", "33032")
    go(qtbot, wizard, Step.CONFIRM)
    wizard.step_back()
    assert wizard.focusWidget() is wizard.next_button


def test_escape_waits_for_the_end_of_the_writing(qtbot: QtBot, opened: Open, tmp_path: Path) -> None:
    wizard = opened(listed(tmp_path, LIST))
    wizard.flow.step = Step.WRITING
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert wizard.isVisible()
    wizard.flow.step = Step.COLUMNS
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()


def test_dropped_file_is_read(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    wizard = ImportWizard(ImportActions(desk.prepare, desk.write, desk.undo))
    qtbot.addWidget(wizard)
    wizard.show()

    def drop(*files: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        wizard.choose_page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))

    drop(tmp_path, listed(tmp_path, LIST))
    assert wizard.flow.step is Step.CHOOSE
    assert "un seul fichier" in wizard.choose_page.notice.text()
    drop(listed(tmp_path, LIST))
    qtbot.waitUntil(lambda: wizard.flow.step is Step.COLUMNS)


def test_people_are_really_in_the_edition_and_leave_it(qtbot: QtBot, reference: Reference, tmp_path: Path) -> None:
    folder = app.create_edition(tmp_path, Edition("essai", "Essai", "2027-02-01", "Paris"), app.DEMO_ZONES)
    with app.open_edition(folder, Author("poste-1")) as edition:
        wizard = ImportWizard(
            ImportActions(
                lambda path, mapping, answers: prepare(path, reference, mapping, answers),
                lambda prepared, partial, dry_run: edition.import_prepared(prepared, dry_run=dry_run, partial=partial),
                edition.undo_import,
            )
        )
        qtbot.addWidget(wizard)
        wizard.show()
        for last in (Step.CONFIRM, Step.NOTHING):
            wizard.open_file(EXPORTS / "weezevent.csv")
            qtbot.waitUntil(lambda: wizard.flow.step is Step.COLUMNS)
            go(qtbot, wizard, Step.AUTHORITIES, last)
            if last is Step.CONFIRM:
                go(qtbot, wizard, Step.RESULT)
                assert wizard.flow.outcome is not None
                assert (wizard.flow.outcome.applied, wizard.flow.outcome.added) == (True, 60)
                batch = wizard.flow.outcome.batch
        assert edition.undo_import(batch) == 60


def test_flow_itself_refuses_to_write_beside_refused_rows(opened: Open, tmp_path: Path) -> None:
    flow = opened(listed(tmp_path, FAULTY)).flow
    flow.advance()
    flow.advance()
    assert flow.step is Step.CONFIRM
    flow.advance()
    assert flow.step is Step.CONFIRM
    flow.partial = True
    flow.advance()
    assert flow.step is Step.WRITING
