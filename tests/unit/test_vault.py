import json
import os
import stat
from pathlib import Path

import pytest

from vi_events.edition import vault
from vi_events.edition.vault import Vault
from vi_events.errors import StorageError


def test_secrets_are_read_back(tmp_path: Path) -> None:
    kept = vault.with_pin(Vault(b"k" * 32), "2018")
    vault.save(tmp_path, kept)
    assert vault.load(tmp_path) == kept
    assert [path.name for path in tmp_path.iterdir()] == [vault.FILE_NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_only_the_owner_reads_the_secrets(tmp_path: Path) -> None:
    vault.save(tmp_path, Vault(b"k"))
    assert stat.S_IMODE((tmp_path / vault.FILE_NAME).stat().st_mode) == 0o600


def test_a_pin_opens_with_itself_only() -> None:
    kept = vault.with_pin(Vault(), "2018")
    assert kept.pin_is("2018")
    assert not any(kept.pin_is(typed) for typed in ("", "2019", "20180", " 2018", kept.pin))
    assert "2018" not in kept.pin.split("$")


def test_two_editions_with_one_pin_keep_different_hashes() -> None:
    assert vault.with_pin(Vault(), "2018").pin != vault.with_pin(Vault(), "2018").pin


def test_without_a_pin_nothing_opens() -> None:
    assert not Vault().pin_is("")


def test_another_pin_keeps_the_ticket_key() -> None:
    assert vault.with_pin(Vault(b"k", "x$y"), "1").ticket_key == b"k"


def test_a_folder_without_secrets_has_an_empty_vault(tmp_path: Path) -> None:
    assert vault.load(tmp_path) == Vault()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"ticket_key": "zz"}', '{"ticket_key": 5}', "\udcff"])
def test_unreadable_secrets_are_said(tmp_path: Path, content: str) -> None:
    (tmp_path / vault.FILE_NAME).write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(StorageError, match=r"secrets\.json") as caught:
        vault.load(tmp_path)
    assert caught.value.code == "secrets_unreadable"


def test_saving_replaces_the_whole_file(tmp_path: Path) -> None:
    vault.save(tmp_path, vault.with_pin(Vault(b"k" * 32), "2018"))
    vault.save(tmp_path, Vault(b"j"))
    assert json.loads((tmp_path / vault.FILE_NAME).read_text("utf-8")) == {"ticket_key": "6a", "pin": ""}
