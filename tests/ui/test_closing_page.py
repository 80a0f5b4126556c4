"""What the organiser may rely on after the day: the figures, the files, and the erasure of names."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.preparation_bench import PageBench, page_bench
from vi_events.checkin import presence
from vi_events.closing import erasure as closing_erasure
from vi_events.edition import erasure
from vi_events.edition.erasure import Hub
from vi_events.edition.programme import Edition
from vi_events.errors import StorageError
from vi_events.stations import files
from vi_events.ui.preparation import erasure_dialog
from vi_events.ui.preparation.backup_dialog import BackupDialog
from vi_events.ui.preparation.closing_page import ATTESTATIONS, BACKUP, CHAPTERS, REGISTER, REPORT, ClosingPage
from vi_events.ui.preparation.erasure_dialog import EraseEditionDialog, ErasePersonDialog, erase_person_dialog
from vi_events.ui.widgets.panel import Text

Bench = PageBench[ClosingPage]


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    with page_bench(qtbot, tmp_path / "data", ClosingPage) as made:
        made.expect("e", "Écartouille")
        made.expect("z", "Zidanovitch")
        made.record(presence.admitted("e", "jour-1", "once"))
        made.page.refresh()
        made.until(lambda: made.page._counting is None and made.page._privacy is not None)
        made.page.refresh()
        made.until(lambda: made.page._counting is None)
        yield made


def write(bench: Bench, key: str, out: Path) -> None:
    bench.page.write(key, out)
    bench.until(lambda: not bench.page.band.is_busy)


def erasing(bench: Bench) -> EraseEditionDialog:
    dialog = bench.page.ask_erasure()
    assert dialog is not None
    return dialog


def erase(bench: Bench) -> EraseEditionDialog:
    dialog = erasing(bench)
    dialog.slug.setText("labels-2027")
    dialog.hold_button.held.emit()
    bench.until(lambda: not dialog.band.is_busy)
    return dialog


# Figures and files


def test_the_headlines_are_those_of_the_report(bench: Bench) -> None:
    figures = {figure.label: figure.value for figure in bench.page.figures.figures}
    assert (figures["personnes venues"], figures["absentes"]) == ("1", "1")
    assert not bench.page.counting.isVisible()


def test_each_document_is_written_where_asked_and_names_that_leave_are_noted(bench: Bench, tmp_path: Path) -> None:
    write(bench, REPORT, tmp_path / "report")
    assert (tmp_path / "report" / "rapport.pdf").exists()
    write(bench, ATTESTATIONS, tmp_path / "att")
    assert (tmp_path / "att" / "attestation-anne-ecartouille.pdf").exists()
    write(bench, REGISTER, tmp_path / "registre")
    assert (tmp_path / "registre.pdf").read_bytes().startswith(b"%PDF")
    write(bench, REGISTER, tmp_path / "registre.csv")
    assert (tmp_path / "registre.csv").exists()
    assert bench.page.band.tone == "ok"
    assert [each["what"] for each in erasure.noted_exports(bench.opened.folder)] == ["report", "attestations"]


def test_attestations_are_by_what_is_chosen(bench: Bench, tmp_path: Path) -> None:
    bench.page.by.setCurrentIndex(bench.page.by.findData("authority"))
    write(bench, ATTESTATIONS, tmp_path / "att")
    assert {path.name for path in (tmp_path / "att").iterdir()} == {
        "attestations.pdf",
        "attestation-la-commune-de-troyes.pdf",
    }


def test_what_cannot_be_had_says_why(bench: Bench, tmp_path: Path) -> None:
    write(bench, CHAPTERS, tmp_path / "chapters")
    assert bench.page.band.tone == "bad"
    assert "aucun chapitre" in bench.page.band.text.text()
    assert not (tmp_path / "chapters").exists()


def test_each_button_asks_where_and_a_backup_opens_its_own_dialog(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Path]] = []
    monkeypatch.setattr(bench.page, "write", lambda key, out: asked.append((key, out)))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "r.csv"), ""))
    for key in (REPORT, ATTESTATIONS, CHAPTERS, REGISTER):
        bench.page.documents.buttons[key].click()
    folder = tmp_path
    assert asked == [(REPORT, folder), (ATTESTATIONS, folder), (CHAPTERS, folder), (REGISTER, folder / "r.csv")]
    bench.page.documents.buttons[BACKUP].click()
    dialog = bench.page.findChild(BackupDialog)
    assert isinstance(dialog, BackupDialog)
    assert dialog.isVisible()
    dialog.reject()


# The reminder


def told(qtbot: QtBot, data: Path, edition: Edition) -> tuple[str, str, str]:
    with page_bench(qtbot, data, ClosingPage, edition) as made:
        made.until(lambda: made.page._privacy is not None and made.page._counting is None)
        band = made.page.reminder
        return band.tone, band.title.text(), band.text.text()


def edition(days: int, *, demo: bool = False) -> Edition:
    retention = (date.today() + timedelta(days=days)).isoformat()
    return Edition("labels-2027", "Label", "2020-02-05", "Paris", demo=demo, retention=retention)


def test_long_before_it_is_told_quietly(qtbot: QtBot, tmp_path: Path) -> None:
    tone, title, _ = told(qtbot, tmp_path, edition(40))
    assert (tone, "dans 40 jours" in title) == ("info", True)


def test_soon_it_warns(qtbot: QtBot, tmp_path: Path) -> None:
    assert told(qtbot, tmp_path, edition(14))[0] == "warn"


def test_once_due_it_says_that_the_station_will_do_it_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    tone, title, text = told(qtbot, tmp_path, edition(0))
    assert tone == "bad"
    assert "temps d’effacer" in title
    assert "de lui-même dans 7 jour" in text


def test_of_invented_names_nothing_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    assert told(qtbot, tmp_path, edition(-40, demo=True))[0] == "info"


# Erasing the edition


@pytest.mark.parametrize("typed", ["", "labels", "Labels-2027", "labels-2027 "])
def test_without_the_exact_name_the_button_cannot_be_held(bench: Bench, typed: str) -> None:
    dialog = erasing(bench)
    dialog.slug.setText(typed)
    assert not dialog.hold_button.isEnabled()
    dialog.slug.setText("labels-2027")
    assert dialog.hold_button.isEnabled()
    dialog.reject()


def test_a_press_or_enter_erases_nothing(bench: Bench) -> None:
    dialog = erasing(bench)
    dialog.slug.setText("labels-2027")
    QTest.keyClick(dialog.slug, Qt.Key.Key_Return)
    dialog.hold_button.click()
    dialog.reject()
    assert bench.journal("edition_erased") == []


def test_what_was_exported_is_told_and_an_export_can_come_first(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(bench, REPORT, tmp_path / "report")
    bench.until(lambda: bench.page._privacy is not None and "report" in bench.page._privacy.exported)
    asked: list[str] = []
    monkeypatch.setattr(bench.page, "ask", asked.append)
    dialog = erasing(bench)
    words = [label.text() for label in dialog.findChildren(Text)]
    assert sum("jamais" in each for each in words) == 2
    dialog.export_requested.emit(BACKUP)
    assert asked == [BACKUP]
    dialog._export_first(ATTESTATIONS)
    assert asked == [BACKUP, ATTESTATIONS]
    assert not dialog.isVisible()


def test_erased_it_shows_the_proof_where_it_lies_and_who_has_not_confirmed(bench: Bench) -> None:
    bench.expect("m", "Martinovitch")
    dialog = erase(bench)
    proof = bench.opened.folder / "preuve-effacement.json"
    assert dialog.band.tone == "ok"
    assert "3 personnes effacées" in dialog.band.text.text()
    assert str(proof.with_suffix(".pdf")) in dialog.band._details.text()
    assert json.loads(proof.read_text(encoding="utf-8"))["clean"]
    assert not dialog.slug_field.isVisible()
    dialog.reject()
    bench.until(lambda: bench.page.reminder.tone == "ok")
    assert ("changed",) in bench.said
    assert not bench.page.erase_button.isEnabled()
    assert not bench.page.documents.buttons[ATTESTATIONS].isEnabled()
    assert bench.page.documents.buttons[REPORT].isEnabled()


def test_once_erased_the_report_is_no_export_of_names(bench: Bench, tmp_path: Path) -> None:
    erase(bench).reject()
    write(bench, REPORT, tmp_path / "report")
    assert (tmp_path / "report" / "rapport.pdf").exists()
    assert erasure.noted_exports(bench.opened.folder) == []


def test_an_erasure_that_was_cut_short_asks_for_its_proof_and_gets_it_from_here(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StorageError("storage_failed", "Le disque s’est arrêté.", "Recommencez.")

    with monkeypatch.context() as patch:
        patch.setattr(closing_erasure, "search", fail)
        erase(bench).reject()
    bench.until(lambda: bench.page.prove_button.isVisible())
    assert "attend sa preuve" in bench.page.reminder.title.text()
    bench.page.prove_button.click()
    bench.until(lambda: not bench.page.band.is_busy)
    assert (bench.page.band.tone, "rien n’a été retrouvé" in bench.page.band.text.text()) == ("ok", True)
    assert (bench.opened.folder / "preuve-effacement.pdf").exists()
    bench.until(lambda: not bench.page.prove_button.isVisible())
    assert bench.page.reminder.tone == "ok"


def test_while_it_erases_it_cannot_be_closed_nor_stopped(bench: Bench) -> None:
    dialog = erasing(bench)
    dialog.slug.setText("labels-2027")
    dialog.erase()
    dialog.reject()
    assert dialog.isVisible()
    assert not dialog.band.stop_button.isVisible()
    bench.until(lambda: not dialog.band.is_busy)
    dialog.reject()
    assert not dialog.isVisible()


def test_a_failure_is_said_and_may_be_tried_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StorageError("erasure_unfinished", "Une copie n’a pas pu être effacée.", "Rouvrez l’édition.")

    monkeypatch.setattr(closing_erasure, "erase_edition", fail)
    dialog = erase(bench)
    assert dialog.band.tone == "bad"
    assert "Une copie" in dialog.band.text.text()
    assert dialog.hold_button.isEnabled()
    dialog.reject()


def test_the_server_that_this_station_runs_is_emptied_too(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "was_hosting", lambda _folder: "0.0.0.0:4222")
    assert erasure_dialog.hub_here(bench.opened.folder) is Hub.RUNNING
    monkeypatch.setattr(files, "was_hosting", lambda _folder: None)
    assert erasure_dialog.hub_here(bench.opened.folder) is Hub.STOPPED


# Erasing one person


def person(bench: Bench, attendee_id: str) -> ErasePersonDialog:
    def erased() -> None:
        bench.said.append(("erased", attendee_id))

    return erase_person_dialog(bench.opened, attendee_id, "Anne Écartouille", bench.page, erased)


def test_one_person_is_erased_and_each_proof_is_kept(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    proofs = iter((bench.opened.folder / "preuves" / "1", bench.opened.folder / "preuves" / "2"))
    monkeypatch.setattr(ErasePersonDialog, "_proof_folder", lambda _: next(proofs))
    for attendee_id in ("e", "z"):
        dialog = person(bench, attendee_id)
        dialog.hold_button.held.emit()
        bench.until(lambda dialog=dialog: not dialog.band.is_busy)  # type: ignore[misc]
        assert dialog.band.tone == "ok"
        assert not any("Écartouille" in label.text() for label in dialog.findChildren(Text) if label.isVisible())
        assert ("erased", attendee_id) in bench.said
        dialog.reject()
    assert len(list(bench.opened.folder.glob("preuves/*/preuve-effacement.pdf"))) == 2
    assert [entry.subject for entry in bench.journal("person_erased")] == ["attendee:e", "attendee:z"]


def test_somebody_already_erased_is_told(bench: Bench) -> None:
    bench.record(erasure.person_erased("e"))
    dialog = person(bench, "e")
    dialog.erase()
    bench.until(lambda: dialog.band.tone == "bad")
    assert "déjà effacée" in dialog.band.text.text()
    dialog.reject()
