"""What whoever prints the sheets may rely on."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.preparation_bench import PageBench, page_bench
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import paper
from vi_events.edition import envelope, erasure
from vi_events.edition.envelope import Cost
from vi_events.edition.show_document import ShowDocument
from vi_events.edition.show_key import ShowKey
from vi_events.paper import PaperOrder, PaperReport
from vi_events.paper.writing import ALPHABETICAL, CALL, DOCUMENTS, RESCUE, SIGNATURE
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.preparation.paper_page import PaperPage

Bench = PageBench[PaperPage]
PHRASE = "cheval agrafe correct pile"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(envelope, "STRONG", Cost(2))
    monkeypatch.setattr(ShowKey, "kept", lambda _: None)
    with page_bench(qtbot, tmp_path / "data", PaperPage) as made:
        made.expect("e", "Écart")
        yield made


def write(bench: Bench, out: Path, *documents: str) -> None:
    bench.page.write(out, documents or DOCUMENTS)
    bench.until(lambda: not bench.page.band.is_busy)


def seal(bench: Bench) -> None:
    documents = EditionDocuments(bench.opened.folder)
    documents.save(ShowDocument(PALMARES, RUNDOWN))
    documents.seal(PHRASE)
    bench.page.refresh()
    bench.until(bench.page.passphrase_field.isVisible)


def names(out: Path) -> list[str]:
    return sorted(path.name[:2] for path in out.iterdir())


def test_every_document_has_its_button_and_all_have_one(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    monkeypatch.setattr(bench.page, "write", lambda _out, documents: asked.append(tuple(documents)))
    bench.page.documents.buttons[RESCUE].click()
    bench.page.all_button.click()
    assert asked == [(RESCUE,), DOCUMENTS]


def test_no_folder_chosen_writes_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    bench.page.all_button.click()
    assert not bench.page.band.isVisible()


def test_one_document_is_written_alone_noted_as_an_export_and_its_folder_opens(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    write(bench, tmp_path / "out", SIGNATURE)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["02-emargement-1-jour-1.pdf"]
    assert (bench.page.band.tone, "1 document, 1 page" in bench.page.band.text.text()) == ("ok", True)
    assert [each["what"] for each in erasure.noted_exports(bench.opened.folder)] == ["paper"]
    bench.page.band.open_button.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path / "out"))]


def test_what_is_left_out_is_said_with_what_would_give_it(bench: Bench, tmp_path: Path) -> None:
    bench.until(bench.page.stage_note.isVisible)
    write(bench, tmp_path / "out")
    assert names(tmp_path / "out") == ["01", "02", "07"]
    said = bench.page.band._details.text()
    assert bench.page.band.tone == "warn"
    assert all(name in said for name in (CALL, "06-boites", "Imprimez les badges"))


def test_when_nothing_can_be_written_it_is_no_success_and_no_export(bench: Bench, tmp_path: Path) -> None:
    write(bench, tmp_path / "out", CALL)
    assert bench.page.band.tone == "bad"
    assert not bench.page.band.open_button.isVisible()
    assert erasure.noted_exports(bench.opened.folder) == []


def test_a_sealed_palmares_is_left_out_without_its_passphrase_and_written_with_it(bench: Bench, tmp_path: Path) -> None:
    seal(bench)
    write(bench, tmp_path / "without")
    assert names(tmp_path / "without") == ["01", "02", "07"]
    bench.page.passphrase.setText("une autre phrase")
    write(bench, tmp_path / "wrong")
    assert names(tmp_path / "wrong") == ["01", "02", "07"]
    bench.page.passphrase.setText(PHRASE)
    write(bench, tmp_path / "with")
    assert names(tmp_path / "with") == ["01", "02", "03", "04", "05", "07"]
    assert bench.page.passphrase.text() == ""


def test_the_passphrase_is_asked_only_of_a_sealed_palmares(bench: Bench) -> None:
    bench.until(bench.page.stage_note.isVisible)
    assert not bench.page.passphrase_field.isVisible()
    EditionDocuments(bench.opened.folder).save(ShowDocument(PALMARES, RUNDOWN))
    bench.page.refresh()
    bench.until(lambda: not bench.page.stage_note.isVisible())
    assert not bench.page.passphrase_field.isVisible()


def test_it_says_how_far_it_is_and_stops_when_asked(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go, write_paper = Event(), Event(), paper.write_paper

    def slow(folder: Path, out: Path, order: PaperOrder, *more: Any) -> PaperReport:
        def told(done: int, total: int) -> None:
            if done == 2:
                begun.set()
                go.wait(10)
            order.told(done, total)

        return write_paper(folder, out, PaperOrder(order.documents, order.passphrase, told), *more)

    monkeypatch.setattr(paper, "write_paper", slow)
    bench.page.write(tmp_path / "out", DOCUMENTS)
    bench.until(begun.is_set)
    bench.until(lambda: bench.page.band.bar.maximum() == len(DOCUMENTS))
    assert not bench.page.all_button.isEnabled()
    bench.page.band.stop_button.click()
    go.set()
    bench.until(lambda: not bench.page.band.is_busy)
    assert bench.page.band.tone == "warn"
    assert "Arrêté" in bench.page.band.text.text()
    assert names(tmp_path / "out") == ["01", "02"]
    assert bench.page.all_button.isEnabled()


def test_a_failure_is_said_and_the_buttons_come_back(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write(bench, tmp_path / "file", ALPHABETICAL)
    assert bench.page.band.tone == "bad"
    assert "ne se laisse pas écrire" in bench.page.band.text.text()
    assert bench.page.all_button.isEnabled()


def test_the_page_may_go_while_it_writes(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go, ended, write_paper = Event(), Event(), paper.write_paper

    def slow(*given: Any) -> PaperReport:
        go.wait(10)
        report = write_paper(*given)
        ended.set()
        return report

    monkeypatch.setattr(paper, "write_paper", slow)
    with page_bench(qtbot, tmp_path / "data", PaperPage) as bench:
        bench.page.write(tmp_path / "out", (RESCUE,))
        bench.page.close()
        bench.page.deleteLater()
        qtbot.wait(1)
        go.set()
        bench.until(ended.is_set)
    assert names(tmp_path / "out") == ["07"]
