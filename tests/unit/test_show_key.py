"""The key of a show in progress outlives a crash, whatever the keyring does, and goes when the show closes."""

import os
import stat
import threading
import time
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import KeyringLocked

from vi_events.edition.show_key import ShowKey
from vi_events.errors import StorageError, UserError
from vi_events.kept_secret import Keyring

KEY = bytes(range(32))


class MemoryKeyring:
    """A keyring that works."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.held.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.held[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.held[service_name, username]


class LockedKeyring(MemoryKeyring):
    """Refuses, and says in its error what it was given, as some do."""

    def get_password(self, service_name: str, username: str) -> str | None:
        raise KeyringLocked(service_name, username)

    def set_password(self, service_name: str, username: str, password: str) -> None:
        raise KeyringLocked(service_name, username, password)


class HungKeyring(MemoryKeyring):
    """Waits for somebody to unlock it."""

    def __init__(self, unlocked: threading.Event) -> None:
        super().__init__()
        self._unlocked = unlocked

    def get_password(self, service_name: str, username: str) -> str | None:
        self._unlocked.wait()
        return super().get_password(service_name, username)

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self._unlocked.wait()
        super().set_password(service_name, username, password)


def show_key(tmp_path: Path, backend: Keyring, edition: str = "labels-2027", patience_s: float = 2.0) -> ShowKey:
    return ShowKey(tmp_path / edition, lambda: backend, tmp_path / "own", patience_s)


def files(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "own").glob("*"))


def test_the_keyring_keeps_the_key_until_it_is_forgotten(tmp_path: Path) -> None:
    backend = MemoryKeyring()
    assert show_key(tmp_path, backend).kept() is None
    show_key(tmp_path, backend).keep(KEY)
    assert show_key(tmp_path, backend).kept() == KEY
    assert files(tmp_path) == []
    show_key(tmp_path, backend).forget()
    assert backend.held == {}
    assert show_key(tmp_path, backend).kept() is None
    show_key(tmp_path, backend).forget()


def test_each_edition_has_its_own_key(tmp_path: Path) -> None:
    for backend in (MemoryKeyring(), keyring.backends.fail.Keyring()):
        show_key(tmp_path, backend, "a").keep(KEY)
        assert show_key(tmp_path, backend, "b").kept() is None


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring(), LockedKeyring()])
def test_without_a_keyring_that_works_a_file_of_the_user_keeps_it(tmp_path: Path, backend: Keyring) -> None:
    show_key(tmp_path, backend).keep(KEY)
    assert show_key(tmp_path, backend).kept() == KEY
    (kept,) = files(tmp_path)
    if os.name != "nt":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring(), keyring.backends.null.Keyring()])
def test_where_there_is_no_keyring_forgetting_removes_the_file_and_is_done(tmp_path: Path, backend: Keyring) -> None:
    show_key(tmp_path, backend).keep(KEY)
    show_key(tmp_path, backend).forget()
    assert files(tmp_path) == []
    assert show_key(tmp_path, backend).kept() is None


def test_a_locked_keyring_that_may_still_hold_the_key_is_said(tmp_path: Path) -> None:
    show_key(tmp_path, LockedKeyring()).keep(KEY)
    with pytest.raises(UserError) as caught:
        show_key(tmp_path, LockedKeyring()).forget()
    assert caught.value.code == "show_key_not_forgotten"
    assert KEY.hex() not in f"{caught.value!r} {caught.value.__context__!r}"
    assert files(tmp_path) == []


def test_a_keyring_that_hangs_holds_nobody_up(tmp_path: Path) -> None:
    unlocked = threading.Event()
    backend = HungKeyring(unlocked)
    start = time.monotonic()
    key = show_key(tmp_path, backend, patience_s=0.05)
    key.keep(KEY)
    assert key.kept() == KEY
    with pytest.raises(UserError):
        key.forget()
    assert time.monotonic() - start < 2
    unlocked.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            assert thread.daemon
            thread.join(5)


def test_a_keyring_that_comes_back_does_not_bring_an_older_key(tmp_path: Path) -> None:
    backend = MemoryKeyring()
    show_key(tmp_path, backend).keep(KEY)
    other = bytes(32)
    show_key(tmp_path, LockedKeyring()).keep(other)
    assert show_key(tmp_path, backend).kept() == other
    show_key(tmp_path, backend).keep(KEY)
    assert show_key(tmp_path, backend).kept() == KEY
    assert files(tmp_path) == []


@pytest.mark.parametrize("left", ["", "\0" * 64])
def test_a_file_whose_wiping_was_cut_short_does_not_hide_the_keyring(tmp_path: Path, left: str) -> None:
    backend = MemoryKeyring()
    show_key(tmp_path, LockedKeyring()).keep(bytes(32))
    (file,) = files(tmp_path)
    show_key(tmp_path, backend).keep(KEY)
    file.write_text(left)
    assert show_key(tmp_path, backend).kept() == KEY


@pytest.mark.parametrize("held", ["", "zz", "00", "é"])
def test_what_is_not_a_key_is_not_taken_for_one(tmp_path: Path, held: str) -> None:
    backend = MemoryKeyring()
    key = show_key(tmp_path, backend)
    key.keep(KEY)
    backend.held = dict.fromkeys(backend.held, held)
    assert key.kept() is None
    key = show_key(tmp_path, LockedKeyring())
    key.keep(KEY)
    files(tmp_path)[0].write_text(held, encoding="utf-8")
    assert key.kept() is None


def test_a_key_that_nothing_keeps_is_said(tmp_path: Path) -> None:
    (tmp_path / "own").write_bytes(b"not a folder")
    with pytest.raises(StorageError) as caught:
        show_key(tmp_path, LockedKeyring()).keep(KEY)
    assert caught.value.code == "show_key_not_kept"
    assert KEY.hex() not in f"{caught.value!r} {caught.value}"


def test_a_copy_of_the_edition_s_folder_does_not_carry_its_key(tmp_path: Path) -> None:
    (tmp_path / "labels-2027").mkdir()
    show_key(tmp_path, LockedKeyring()).keep(KEY)
    assert list((tmp_path / "labels-2027").iterdir()) == []


def test_repr_does_not_tell_the_key(tmp_path: Path) -> None:
    backend = MemoryKeyring()
    key = show_key(tmp_path, backend)
    key.keep(KEY)
    assert KEY.hex() not in repr(key) + repr(vars(key))


def test_by_default_the_system_s_keyring_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
    ShowKey(tmp_path / "labels-2027", files=tmp_path / "own").keep(KEY)
    assert list(backend.held.values()) == [KEY.hex()]
