"""A sealed document as bytes: who holds the data key reads it, and no altered byte goes unnoticed. No files here.

Layout: ``VI-EVENTS-SEAL <SHA-256 of the rest>``, a line of JSON that is read without a key (``Header``), then a nonce
of 96 bits and the document by AES-256-GCM (NIST SP 800-38D). The line of JSON is its associated data: edition, format,
revision and key slots cannot be exchanged between two files. The SHA-256 proves nothing against malice: it tells a
damaged file from a wrong secret.

The data key lies in two slots, locked by the passphrase (scrypt, RFC 7914) and by the recovery key (136 bits of chance,
so one HMAC is enough). Failures are None, not exceptions: those of the libraries may carry what they were given.
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, field, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vi_events.edition import recovery_key
from vi_events.errors import UserError

KEY_BYTES = 32
_FORMAT = 1
_MAGIC = b"VI-EVENTS-SEAL "
_NONCE_BYTES = 12
_SALT_BYTES = 16
_PASSPHRASE, _RECOVERY = b"passphrase of ", b"recovery key of "


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs (scrypt's N, r, p): 128·N·r bytes of memory."""

    n: int
    r: int = 8
    p: int = 1

    @property
    def bearable(self) -> bool:
        """Whether a file that asks for it may be believed: at most 1 GiB."""
        return 2 <= self.n <= 2**20 and self.n.bit_count() == 1 and 1 <= self.r <= 8 and 1 <= self.p <= 4


STRONG = Cost(2**17)
"""0.4 s and 128 MiB a try (OWASP, « Password Storage »)."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is read without a key. The slots hold the data key, locked."""

    edition: str
    revision: int
    cost: Cost
    salt: bytes = field(repr=False)
    passphrase_slot: bytes = field(repr=False)
    recovery_slot: bytes = field(repr=False)

    def unlock(self, secret: str) -> bytes | None:
        """The data key, by the passphrase or the recovery key; the same work whichever it is, and when it is wrong."""
        edition = self.edition.encode("utf-8")
        by_passphrase = _decrypted(
            _from_passphrase(secret, self.salt, self.cost), self.passphrase_slot, _PASSPHRASE + edition
        )
        by_recovery = _decrypted(_from_recovery(secret, self.salt), self.recovery_slot, _RECOVERY + edition)
        return by_passphrase or by_recovery

    def with_passphrase(self, passphrase: str, data_key: bytes) -> "Header":
        """The same document under another passphrase; the recovery key stays."""
        locking = _from_passphrase(passphrase, self.salt, self.cost)
        slot = _encrypted(locking, data_key, _PASSPHRASE + self.edition.encode("utf-8"))
        return replace(self, passphrase_slot=slot)

    def seal(self, document: bytes, data_key: bytes) -> bytes:
        """The whole sealed file."""
        line = self._line()
        rest = line + b"\n" + _encrypted(data_key, document, line)
        return _MAGIC + hashlib.sha256(rest).hexdigest().encode("ascii") + b"\n" + rest

    def _line(self) -> bytes:
        fields = {
            "format": _FORMAT,
            "edition": self.edition,
            "revision": self.revision,
            "scrypt": [self.cost.n, self.cost.r, self.cost.p],
            "salt": self.salt.hex(),
            "passphrase": self.passphrase_slot.hex(),
            "recovery": self.recovery_slot.hex(),
        }
        return json.dumps(fields).encode("ascii")


@dataclass(frozen=True, slots=True)
class Envelope:
    """A sealed file taken apart, its bytes whole."""

    header: Header
    line: bytes = field(repr=False)
    body: bytes = field(repr=False)

    def open(self, data_key: bytes) -> bytes | None:
        """The document; None when the key is another file's, or the file was altered on purpose."""
        return _decrypted(data_key, self.body, self.line)


def new_header(edition: str, data_key: bytes, passphrase: str, recovery: str, cost: Cost) -> Header:
    """A header of revision 0, for a new data key and a new recovery key."""
    salt = secrets.token_bytes(_SALT_BYTES)
    slot = _encrypted(_from_recovery(recovery, salt), data_key, _RECOVERY + edition.encode("utf-8"))
    return Header(edition, 0, cost, salt, b"", slot).with_passphrase(passphrase, data_key)


def new_data_key() -> bytes:
    """256 bits of chance."""
    return secrets.token_bytes(KEY_BYTES)


def parse(sealed: bytes) -> Envelope | None:
    """A sealed file taken apart, or None when it is damaged. Raises UserError for a format of a later version."""
    first, _, rest = sealed.partition(b"\n")
    if first != _MAGIC + hashlib.sha256(rest).hexdigest().encode("ascii"):
        return None
    line, _, body = rest.partition(b"\n")
    try:
        found = json.loads(line)
        later = found["format"] > _FORMAT
        header = None if later else _header(found)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if later:
        raise UserError(
            "palmares_newer",
            "Le palmarès a été scellé par une version plus récente de VI Events.",
            "Mettez à jour VI Events sur ce poste, ou ouvrez-le sur le poste qui l’a scellé.",
        )
    return Envelope(header, line, body) if header and header.cost.bearable else None


def _header(found: dict[str, object]) -> Header:
    edition, revision, cost = found["edition"], found["revision"], found["scrypt"]
    if not (isinstance(edition, str) and isinstance(revision, int) and isinstance(cost, list)):
        raise TypeError("header")
    salt, by_passphrase, by_recovery = (bytes.fromhex(str(found[name])) for name in ("salt", "passphrase", "recovery"))
    return Header(edition, revision, Cost(*map(int, cost)), salt, by_passphrase, by_recovery)


def _from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # Another keyboard or system may give other code points, or another space, for the same keys.
    typed = " ".join(unicodedata.normalize("NFKC", passphrase).split()).encode("utf-8", "surrogatepass")
    memory = 128 * cost.r * (cost.n + cost.p + 2) + 2**20
    return hashlib.scrypt(typed, salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=KEY_BYTES)


def _from_recovery(typed: str, salt: bytes) -> bytes:
    return hmac.digest(salt, b"recovery " + recovery_key.read_back(typed).encode("ascii"), hashlib.sha256)


def _encrypted(key: bytes, content: bytes, bound_to: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to)


def _decrypted(key: bytes, box: bytes, bound_to: bytes) -> bytes | None:
    if len(box) < _NONCE_BYTES:
        return None
    try:
        return AESGCM(key).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError):
        return None
