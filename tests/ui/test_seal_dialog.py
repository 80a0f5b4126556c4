"""Sealing the palmarès in the window: a passphrase nobody guesses, a key that is really on paper, no copy forgotten."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.palmares_bench import Prepared, prepared_on, written
from tests.ui.stage_bench import new_edition
from vi_events.stage.documents import DRAFT, OPEN, EditionDocuments
from vi_events.ui.preparation.seal_dialog import NewPassphraseDialog, RecoveryKeyDialog, strength

PASSPHRASE = "agrafe lundi panier clou"
KEY = "129N-A97R-K8YM-GG2Y-9DAD-V9R2-E7NA-1VH5"
SLOW_MS = 20_000
"""A passphrase is slow to try on purpose."""


@pytest.fixture
def full(tmp_path: Path, qtbot: QtBot) -> Iterator[Prepared]:
    with prepared_on(new_edition(tmp_path), qtbot) as made:
        yield made


def until(made: Prepared, done: Callable[[], object]) -> None:
    made.qtbot.waitUntil(lambda: bool(done()), timeout=SLOW_MS)


def seal(made: Prepared) -> RecoveryKeyDialog:
    dialog = made.window.seal.seal()
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.accept()
    until(made, lambda: made.window.findChildren(RecoveryKeyDialog))
    return made.window.findChildren(RecoveryKeyDialog)[0]


@pytest.mark.parametrize(
    ("passphrase", "tone", "words"),
    [
        ("", "info", "Quatre mots"),
        ("onze signes", "bad", "encore 1 signe."),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", "warn", "se répètent"),
        ("Marguerite 12", "warn", "Acceptable"),
        (PASSPHRASE, "ok", "Solide"),
    ],
)
def test_the_strength_of_a_passphrase_is_said(passphrase: str, tone: str, words: str) -> None:
    found, sentence = strength(passphrase)
    assert found == tone
    assert words in sentence


def test_a_passphrase_too_short_or_not_repeated_goes_nowhere(qtbot: QtBot) -> None:
    dialog = NewPassphraseDialog(change=False)
    qtbot.addWidget(dialog)
    given: list[str] = []
    dialog.given.connect(lambda _, new: given.append(new))
    dialog.new.setText("trop court")
    dialog.accept()
    assert "Trop courte" in dialog.new_field.problem
    dialog.new.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE + "s")
    dialog.accept()
    assert "mêmes" in dialog.again_field.problem
    dialog.again.setText(PASSPHRASE)
    dialog.accept()
    assert given == [PASSPHRASE]


@pytest.mark.parametrize("typed", ["K8YM", "k8ym", " KB-YM "])
def test_the_key_is_confirmed_by_one_of_its_groups_once_it_is_hidden(qtbot: QtBot, typed: str) -> None:
    dialog = RecoveryKeyDialog(KEY, "Palmarès", rank=2)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.is_hidden
    dialog.typed.setText("9DAD")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.typed_field.problem
    dialog.typed.setText(typed)
    dialog.accept()
    assert not dialog.isVisible()


def test_leaving_without_the_sheet_is_asked_about_once(qtbot: QtBot) -> None:
    dialog = RecoveryKeyDialog(KEY, "Palmarès")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    dialog.reject()
    assert not dialog.is_hidden
    dialog.reject()
    assert dialog.isVisible()
    assert "oubliée" in dialog.notice.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_sheet_is_one_page_of_pdf_and_the_file_is_said_to_be_a_secret(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = RecoveryKeyDialog(KEY, "Palmarès")
    qtbot.addWidget(dialog)
    dialog.write_pdf(tmp_path / "feuille")
    content = (tmp_path / "feuille.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1
    assert "il contient la clé" in dialog.notice.text()
    dialog.write_pdf(tmp_path / "absent" / "feuille.pdf")
    assert "ne s’écrit pas" in dialog.notice.text()


def test_sealing_shows_a_key_that_opens_what_was_sealed(full: Prepared) -> None:
    dialog = seal(full)
    assert full.window.desk.documents.state == OPEN
    assert "est scellé" in full.window.seal.state.title.text()
    again = EditionDocuments(full.opened.folder)
    again.unlock(dialog._key)
    assert again.load()[0].palmares == full.window.desk.document.palmares


def test_a_sealed_palmares_asks_for_its_passphrase_before_it_shows_anything(tmp_path: Path, qtbot: QtBot) -> None:
    folder = new_edition(tmp_path)
    EditionDocuments(folder).seal(PASSPHRASE)
    with prepared_on(folder, qtbot) as made:
        assert made.awards.table.rowCount() == 0
        made.window.unlock.unlock_requested.emit("pas la bonne phrase")
        until(made, lambda: "ni la phrase de passe" in made.window.unlock.said.text())
        made.window.unlock.unlock_requested.emit(PASSPHRASE)
        until(made, lambda: made.awards.table.rowCount() == 5)


def test_the_passphrase_is_changed_by_whoever_knows_the_old_one(full: Prepared) -> None:
    seal(full).close()
    dialog = full.window.seal.change_passphrase()
    dialog.old.setText("pas la bonne phrase")
    for line in (dialog.new, dialog.again):
        line.setText("valise tambour neige drap")
    dialog.accept()
    until(full, lambda: "ni la phrase de passe" in dialog.notice.text())
    dialog.old.setText(PASSPHRASE)
    dialog.accept()
    until(full, lambda: not dialog.isVisible())
    EditionDocuments(full.opened.folder).unlock("valise tambour neige drap")


def test_lifting_the_seal_is_warned_about_and_puts_the_draft_back(full: Prepared) -> None:
    seal(full).close()
    dialog = full.window.seal.unseal()
    dialog.secret.setText(PASSPHRASE)
    dialog.accept()
    until(full, lambda: not dialog.isVisible())
    assert full.window.desk.documents.state == DRAFT
    assert "en clair" in full.window.seal.state.title.text()


def test_no_seal_is_made_nor_lifted_while_the_show_is_on(full: Prepared) -> None:
    full.opened.stage.arm().result()
    full.until(lambda: full.window.desk.is_live)
    assert not full.window.seal.seal_button.isEnabled()
    assert not full.window.seal.unseal_button.isEnabled()


def test_copies_in_clear_are_listed_and_removed_one_by_one(full: Prepared, tmp_path: Path) -> None:
    path = written(tmp_path, "Reims;ville;4;4;")
    dialog = full.importing(path)
    dialog.do_import()
    full.until(lambda: not dialog.isVisible())
    full.window.tabs.setCurrentWidget(full.window.seal)
    full.until(lambda: list(full.window.seal.copies) == [path])
    ask = full.window.seal.ask_removal(path)
    ask.reject()
    assert path.exists()
    full.window.seal.ask_removal(path).accept()
    full.until(lambda: not full.window.seal.copies)
    assert not path.exists()
    assert full.on_disk.palmares.awards
