"""The data key during a show, kept by this computer so that a crash asks nothing: forgotten when the show closes.

Outside the edition's folder, so that a copy of that folder does not carry its key.
"""

from collections.abc import Callable
from pathlib import Path

from vi_events.edition.envelope import KEY_BYTES
from vi_events.errors import StorageError, UserError
from vi_events.kept_secret import PATIENCE_S, KeptSecret, Keyring, file_name, own_file
from vi_events.sentences import say

SERVICE = "VI Events"
_SUFFIX = ".key"


class ShowKey:
    """The key kept for the edition in ``folder``. ``files`` is where the file goes when there is no keyring."""

    def __init__(
        self,
        folder: Path,
        backend: Callable[[], Keyring] | None = None,
        files: Path | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        name = str(folder.resolve())
        file = files / file_name(name, _SUFFIX) if files else own_file("show-keys", name, _SUFFIX)
        self._secret = KeptSecret(SERVICE, name, file, backend, patience_s)

    def keep(self, key: bytes) -> None:
        """Keeps the key until ``forget``. Raises StorageError when neither keyring nor file takes it."""
        try:
            self._secret.keep(key.hex())
        except OSError as problem:
            raise StorageError(
                "show_key_not_kept",
                say("La clé du palmarès n’a pu être gardée sur ce poste ({0}).", problem.strerror),
                "Faites de la place sur le disque\u202f; sans cela, un redémarrage redemandera la phrase de passe.",
            ) from None

    def kept(self) -> bytes | None:
        """The key, or None when this computer keeps none."""
        try:
            key = bytes.fromhex(self._secret.kept())
        except ValueError:
            return None
        return key if len(key) == KEY_BYTES else None

    def forget(self) -> None:
        """Removes the key everywhere. Raises UserError when this computer may still hold it."""
        file = self._secret.file
        try:
            is_gone = self._secret.forget()
        except OSError as problem:
            raise _not_forgotten(
                say(
                    "Le fichier {0} ne se supprime pas ({1})\u202f: il garde la clé du palmarès.",
                    file.name,
                    problem.strerror,
                ),
                say("Supprimez-le dans « {0} ».", file.parent),
            ) from None
        if not is_gone:
            raise _not_forgotten(
                say("Le trousseau de l’ordinateur ne répond pas\u202f: il garde peut-être la clé du palmarès."),
                say("Déverrouillez-le et recommencez, ou supprimez-y l’entrée « {0} ».", SERVICE),
            )


def _not_forgotten(message: str, advice: str) -> UserError:
    return UserError("show_key_not_forgotten", message, advice)
