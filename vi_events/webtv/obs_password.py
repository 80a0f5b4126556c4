"""The password of OBS's WebSocket server, kept by this computer. Never in the edition's folder, in a log or in the
journal.
"""

from collections.abc import Callable
from pathlib import Path

from vi_events.errors import StorageError
from vi_events.kept_secret import PATIENCE_S, KeptSecret, Keyring, file_name, own_file
from vi_events.sentences import say

SERVICE = "VI Events · OBS"
_SUFFIX = ".password"


class ObsPassword:
    """The password for one address. Reading and writing wait for the keyring at most ``patience_s``."""

    def __init__(
        self,
        address: str,
        backend: Callable[[], Keyring] | None = None,
        files: Path | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        file = files / file_name(address, _SUFFIX) if files else own_file("obs", address, _SUFFIX)
        self._secret = KeptSecret(SERVICE, address, file, backend, patience_s)

    def kept(self) -> str:
        """The password; empty when none is kept."""
        return self._secret.kept()

    def keep(self, password: str) -> None:
        """Raises StorageError when neither keyring nor file takes it."""
        try:
            self._secret.keep(password)
        except OSError as problem:
            raise StorageError(
                "obs_password_not_kept",
                say("Le mot de passe d’OBS n’a pas pu être gardé sur ce poste ({0}).", problem.strerror),
                "Faites de la place sur le disque, puis recommencez.",
            ) from None
