"""The secrets of an edition: a file only its owner can read, never the journal."""

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

from vi_events import private_files
from vi_events.errors import StorageError, UserError
from vi_events.sentences import say

FILE_NAME = "secrets.json"
SHORTEST_PIN = 4
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}


@dataclass(frozen=True, slots=True)
class Vault:
    """``ticket_key`` is empty on a station that has not received it; ``pin`` is a salted scrypt hash or empty."""

    ticket_key: bytes = b""
    pin: str = ""

    def pin_is(self, typed: str) -> bool:
        """Whether this is the supervisor's PIN; never, while none is set."""
        if not self.pin:
            return False
        salt, expected = self.pin.split("$")
        return hmac.compare_digest(_hash(typed, bytes.fromhex(salt)), bytes.fromhex(expected))


def checked_pin(pin: str) -> str:
    """A PIN that may be set. UserError ``pin_short``."""
    pin = pin.strip()
    if len(pin) < SHORTEST_PIN:
        raise UserError("pin_short", "Le code superviseur est trop court.", "Choisissez au moins quatre signes.")
    return pin


def with_pin(vault: Vault, pin: str) -> Vault:
    """The vault with another supervisor PIN."""
    salt = secrets.token_bytes(16)
    return Vault(vault.ticket_key, f"{salt.hex()}${_hash(pin, salt).hex()}")


def load(folder: Path) -> Vault:
    """The secrets of the edition in ``folder``; an empty vault when there are none."""
    path = folder / FILE_NAME
    if not path.exists():
        return Vault()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        pin = found.get("pin", "")
        if pin:
            salt, expected = pin.split("$")
            bytes.fromhex(salt + expected)
        return Vault(bytes.fromhex(found.get("ticket_key", "")), pin)
    except (OSError, ValueError, AttributeError, TypeError) as problem:
        raise StorageError(
            "secrets_unreadable",
            say("Le fichier {0} de l’édition ne se lit pas ({1}).", FILE_NAME, type(problem).__name__),
            "Reprenez-le d’une copie de secours : sans lui les billets restent lus, mais pas vérifiés.",
        ) from problem


def save(folder: Path, vault: Vault) -> None:
    """Writes the secrets, readable by the owner only, whole or not at all."""
    content = json.dumps({"ticket_key": vault.ticket_key.hex(), "pin": vault.pin})
    private_files.write_whole(folder / FILE_NAME, content.encode("ascii"))


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode("utf-8", "replace"), salt=salt, dklen=32, **_SCRYPT)
