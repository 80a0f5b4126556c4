"""The password of OBS's WebSocket server: in the system's keyring, or in a file of its user's own where there is none.

Never in the edition's folder, in a log or in the journal.
"""

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from vi_events import private_files
from vi_events.edition.show_key import PATIENCE_S, Keyring
from vi_events.errors import StorageError

SERVICE = "VI Events · OBS"


class ObsPassword:
    """The password for one address. Reading and writing wait for the keyring at most ``patience_s``."""

    def __init__(
        self,
        address: str,
        backend: Callable[[], Keyring] | None = None,
        files: Path | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._name = address
        self._backend = backend or _system_keyring
        self._file = (files or _own_folder()) / f"{hashlib.sha256(address.encode()).hexdigest()[:20]}.password"
        self._patience_s = patience_s

    def kept(self) -> str:
        """The password; empty when none is kept."""
        # The file first: it is there only when the keyring failed, which may then hold an older password.
        with suppress(OSError, ValueError):
            return self._file.read_text(encoding="utf-8")
        return self._ask(lambda keyring: keyring.get_password(SERVICE, self._name)) or ""

    def keep(self, password: str) -> None:
        """Raises StorageError when neither keyring nor file takes it."""

        def store(keyring: Keyring) -> str | None:
            keyring.set_password(SERVICE, self._name, password)
            return keyring.get_password(SERVICE, self._name)

        # Read back: a keyring that is switched off takes everything and keeps nothing.
        if self._ask(store) == password:
            with suppress(OSError):
                private_files.wipe(self._file)
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            private_files.write_whole(self._file, password.encode())
        except OSError as problem:
            raise StorageError(
                "obs_password_not_kept",
                f"Le mot de passe d’OBS n’a pas pu être gardé sur ce poste ({problem.strerror}).",
                "Faites de la place sur le disque, puis recommencez.",
            ) from None

    def _ask(self, question: Callable[[Keyring], str | None]) -> str | None:
        """None when the keyring failed or is not done in time; it is then left to end by itself."""
        answers: list[str | None] = []

        def ask() -> None:
            # Backends fail each in their own way, all mean the same to us, and their words may carry the password.
            with suppress(Exception):
                answers.append(question(self._backend()))

        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        asking.join(self._patience_s)
        return answers[0] if answers else None


def _system_keyring() -> Keyring:
    # 0.1 s to import, and a look at every backend there is.
    import keyring

    return keyring.get_keyring()


def _own_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("VI Events", appauthor=False) / "obs"
