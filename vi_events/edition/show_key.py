"""The data key during a show, kept by this computer so that a crash asks nothing: forgotten when the show closes.

In the system's keyring; where there is none, or it does not answer, in a file of the user's own, outside the edition's
folder so that a copy of that folder does not carry its key.
"""

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from vi_events import private_files
from vi_events.edition.envelope import KEY_BYTES
from vi_events.errors import StorageError, UserError

SERVICE = "VI Events"
PATIENCE_S = 4.0
"""A keyring may wait for somebody to unlock it: the show does not."""


class Keyring(Protocol):
    """The part of the ``keyring`` library that is used."""

    def get_password(self, service_name: str, username: str) -> str | None: ...

    def set_password(self, service_name: str, username: str, password: str) -> None: ...

    def delete_password(self, service_name: str, username: str) -> None: ...


class ShowKey:
    """The key kept for the edition in ``folder``. ``files`` is where the file goes when there is no keyring."""

    def __init__(
        self,
        folder: Path,
        backend: Callable[[], Keyring] | None = None,
        files: Path | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._name = str(folder.resolve())
        self._backend = backend or _system_keyring
        self._file = (files or _own_folder()) / f"{hashlib.sha256(self._name.encode()).hexdigest()[:20]}.key"
        self._patience_s = patience_s

    def keep(self, key: bytes) -> None:
        """Keeps the key until ``forget``. Raises StorageError when neither keyring nor file takes it."""
        if self._ask(lambda keyring: self._store(keyring, key.hex())) is True:
            with suppress(OSError):
                private_files.wipe(self._file)
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            private_files.write_whole(self._file, key.hex().encode("ascii"))
        except OSError as problem:
            raise StorageError(
                "show_key_not_kept",
                f"La clé du palmarès n’a pu être gardée sur ce poste ({problem.strerror}).",
                "Faites de la place sur le disque\u202f; sans cela, un redémarrage redemandera la phrase de passe.",
            ) from None

    def kept(self) -> bytes | None:
        """The key, or None when this computer keeps none."""
        # The file first: it is there only when the keyring failed, which may then hold an older key.
        return self._from_file() or _key(self._ask(lambda keyring: keyring.get_password(SERVICE, self._name)))

    def forget(self) -> None:
        """Removes the key everywhere. Raises UserError when this computer may still hold it."""
        try:
            private_files.wipe(self._file)
        except OSError as problem:
            raise _not_forgotten(
                f"Le fichier {self._file.name} ne se supprime pas ({problem.strerror})\u202f: il garde la clé du "
                "palmarès.",
                f"Supprimez-le dans « {self._file.parent} ».",
            ) from None
        if self._ask(self._delete) is not True:
            raise _not_forgotten(
                "Le trousseau de l’ordinateur ne répond pas\u202f: il garde peut-être la clé du palmarès.",
                f"Déverrouillez-le et recommencez, ou supprimez-y l’entrée « {SERVICE} ».",
            )

    def _store(self, keyring: Keyring, text: str) -> bool:
        """Read back: a keyring that is switched off takes everything and keeps nothing."""
        keyring.set_password(SERVICE, self._name, text)
        return keyring.get_password(SERVICE, self._name) == text

    def _delete(self, keyring: Keyring) -> bool:
        from keyring.errors import NoKeyringError

        with suppress(NoKeyringError):
            if keyring.get_password(SERVICE, self._name) is not None:
                keyring.delete_password(SERVICE, self._name)
        return True

    def _ask(self, question: Callable[[Keyring], object]) -> object:
        """The keyring's answer, or None when it failed or is not done in time. The question is then left to end in
        its own thread, which holds nobody up, not even the end of the program.
        """
        answers: list[object] = []

        def ask() -> None:
            # Backends fail each in their own way, all mean the same to us, and their words may carry the key.
            with suppress(Exception):
                answers.append(question(self._backend()))

        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        asking.join(self._patience_s)
        return answers[0] if answers else None

    def _from_file(self) -> bytes | None:
        try:
            return _key(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None


def _key(text: object) -> bytes | None:
    try:
        key = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _not_forgotten(message: str, advice: str) -> UserError:
    return UserError("show_key_not_forgotten", message, advice)


def _system_keyring() -> Keyring:
    # 0.1 s to import, and a look at every backend there is: only when a key is kept.
    import keyring

    return keyring.get_keyring()


def _own_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("VI Events", appauthor=False) / "show-keys"
