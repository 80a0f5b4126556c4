"""A secret that this computer keeps for its user: in the system's keyring; where there is none, or it does not answer,
in a file of the user's own.
"""

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from vi_events import private_files

PATIENCE_S = 4.0
"""A keyring may wait for somebody to unlock it: nobody waits for it longer."""


class Keyring(Protocol):
    """The part of the ``keyring`` library that is used."""

    def get_password(self, service_name: str, username: str) -> str | None: ...

    def set_password(self, service_name: str, username: str, password: str) -> None: ...

    def delete_password(self, service_name: str, username: str) -> None: ...


class KeptSecret:
    """The secret of ``service`` called ``name``. ``file`` is where it goes when there is no keyring."""

    def __init__(
        self,
        service: str,
        name: str,
        file: Path,
        backend: Callable[[], Keyring] | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._service, self._name = service, name
        self._backend = backend or _system_keyring
        self.file = file
        self._patience_s = patience_s

    def keep(self, text: str) -> None:
        """Keeps it in place of the one before. Raises OSError when neither keyring nor file takes it."""

        def store(keyring: Keyring) -> bool:
            # Read back: a keyring that is switched off takes everything and keeps nothing.
            keyring.set_password(self._service, self._name, text)
            return keyring.get_password(self._service, self._name) == text

        if self._ask(store) is True:
            with suppress(OSError):
                private_files.wipe(self.file)
            return
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        private_files.write_whole(self.file, text.encode())

    def kept(self) -> str:
        """The secret; empty when none is kept."""
        # The file first: it is there only when the keyring failed, which may then hold an older one.
        with suppress(OSError, ValueError):
            if text := self.file.read_text(encoding="utf-8").strip("\0"):  # else its wiping was cut short
                return text
        found = self._ask(lambda keyring: keyring.get_password(self._service, self._name))
        return found if isinstance(found, str) else ""

    def forget(self) -> bool:
        """Removes it everywhere; False when the keyring does not answer, and may still hold it. Raises OSError when the
        file stays.
        """
        private_files.wipe(self.file)
        return self._ask(self._delete) is True

    def _delete(self, keyring: Keyring) -> bool:
        from keyring.errors import NoKeyringError

        with suppress(NoKeyringError):
            if keyring.get_password(self._service, self._name) is not None:
                keyring.delete_password(self._service, self._name)
        return True

    def _ask(self, question: Callable[[Keyring], object]) -> object:
        """The keyring's answer, or None when it failed or is not done in time. The question is then left to end in
        its own thread, which holds nobody up, not even the end of the program.
        """
        answers: list[object] = []

        def ask() -> None:
            # Backends fail each in their own way, all mean the same to us, and their words may carry the secret.
            with suppress(Exception):
                answers.append(question(self._backend()))

        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        asking.join(self._patience_s)
        return answers[0] if answers else None


def own_file(folder: str, name: str, suffix: str) -> Path:
    """Where the user's own file of a secret is: never in an edition's folder, which is copied."""
    from platformdirs import user_state_path

    return user_state_path("VI Events", appauthor=False) / folder / file_name(name, suffix)


def file_name(name: str, suffix: str) -> str:
    """A file name for any text, which does not tell it."""
    return hashlib.sha256(name.encode()).hexdigest()[:20] + suffix


def _system_keyring() -> Keyring:
    # 0.1 s to import, and a look at every backend there is: only when a secret is kept.
    import keyring

    return keyring.get_keyring()
