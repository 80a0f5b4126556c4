"""The format of a backup file, read as if a stranger had written it.

A zip: ``edition/…`` as in the edition's folder, and ``manifest.json`` with what it holds and the size and SHA-256 of
each part. Encrypted: the line ``VI-EVENTS-BACKUP 1``, then the zip in an envelope (``edition.envelope``) of which the
passphrase alone opens.
"""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from vi_events import paths
from vi_events.backup.held import Held, from_json, to_json
from vi_events.edition import envelope, erasure, own_stations, recovery_key
from vi_events.errors import UserError
from vi_events.files import why
from vi_events.sentences import say

FORMAT = 1
_ENCRYPTED = b"VI-EVENTS-BACKUP "
_ZIP = b"PK\x03\x04"
_MANIFEST, _EDITION = "manifest.json", "edition/"
_MOST_PARTS, _MOST_MANIFEST_BYTES = 10_000, 2**22
_MOST_BYTES, _MOST_ENCRYPTED_BYTES = 8 * 2**30, 2**30
_MOST_RATIO, _ALWAYS_BYTES = 100, 64 * 2**20
"""A database shrinks to a fifth; what grows a hundredfold is made to fill the disk."""
_PIECE = 2**20
_STATION_OWN = frozenset(
    {
        *("edition.lock", "edition.holder.json", "restored.json"),
        *(erasure.UNPROVED, erasure.PROVED, erasure.OVERDUE),
        *("hub", "hub.json", "hub-stream.json", "copies", own_stations.FILE_NAME),
    }
)
"""What makes this computer this station: another one that had it would be taken for it. Copies are not copied."""
_LEFT_BEHIND = (".new", ".bak", "-wal", "-shm", "-journal", ".viedition")
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, TypeError, KeyError, AttributeError, OverflowError),
)
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))})


def is_carried(name: str) -> bool:
    """Whether a file of the edition, by its path in the folder, goes into a backup."""
    first = name.partition("/")[0]
    hidden = any(part.startswith(".") for part in name.split("/"))
    return not (hidden or first in _STATION_OWN or first.startswith("rehearsal-") or name.endswith(_LEFT_BEHIND))


def is_portable(name: str) -> bool:
    """Whether a path inside a folder means the same on every system, and stays in that folder."""
    return len(name) <= 200 and all(
        part
        and part.isprintable()
        and not set(part) & set('<>:"\\|?*')
        and not part.endswith((" ", "."))
        and part.partition(".")[0].upper() not in _DEVICES
        for part in name.split("/")
    )


@dataclass(frozen=True, slots=True)
class Archive:
    """A backup file taken apart. ``parts`` gives for each path its size and its SHA-256."""

    held: Held
    parts: Mapping[str, tuple[int, str]]
    _name: str
    _zip: zipfile.ZipFile

    @property
    def size(self) -> int:
        """Of all parts once unpacked, in bytes."""
        return sum(size for size, _ in self.parts.values())

    def read(self, name: str) -> Iterator[bytes]:
        """A part in pieces. Raises UserError at the end, or before, when it is not what the manifest says."""
        size, digest = self.parts[name]
        found, left = hashlib.sha256(), size
        with _told(self._name), self._zip.open(_EDITION + name) as part:
            while piece := part.read(min(_PIECE, left + 1)):
                left -= len(piece)
                if left < 0:
                    break
                found.update(piece)
                yield piece
        if left or found.hexdigest() != digest:
            raise damaged()


def write_archive(out: IO[bytes], held: Held, files: Mapping[str, Path]) -> None:
    """Writes the zip: ``files`` by their path in the edition's folder."""
    parts = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in files.items():
            digest = hashlib.sha256()
            with path.open("rb") as file, archive.open(_info(_EDITION + name), "w", force_zip64=True) as part:
                while piece := file.read(_PIECE):
                    digest.update(piece)
                    part.write(piece)
                parts[name] = {"size": file.tell(), "sha256": digest.hexdigest()}
        archive.writestr(_info(_MANIFEST), json.dumps({"format": FORMAT, "held": to_json(held), "parts": parts}))


def encrypted(content: bytes, slug: str, passphrase: str) -> bytes:
    """The file that only the passphrase opens. The slug stays readable. Raises UserError when there is too much."""
    if len(content) > _MOST_ENCRYPTED_BYTES // 2:
        raise UserError(
            "backup_too_large",
            say("L’édition est trop lourde pour une sauvegarde chiffrée ({0} Mo).", len(content) // 2**20),
            "Retirez de son dossier les images et les vidéos qui n’y servent plus.",
        )
    key = envelope.new_data_key()
    # The envelope's second lock: nobody has its key.
    header = envelope.new_header(slug, key, passphrase, recovery_key.new_recovery_key(), envelope.STRONG)
    return b"%s%d\n" % (_ENCRYPTED, FORMAT) + header.seal(content, key)


@contextmanager
def open_archive(file: Path, passphrase: str) -> Iterator[Archive]:
    """A backup file; nothing is written. Raises UserError: ``backup_unreadable``, ``backup_foreign``,
    ``backup_damaged``, ``backup_newer``, ``passphrase_missing``, ``passphrase_wrong``.
    """
    with _told(file.name):
        opened = file.open("rb")
    with opened:
        with _told(file.name):
            plain, size = _plain(opened, file.name, passphrase), file.stat().st_size
            archive = _taken_apart(zipfile.ZipFile(plain), file.name, size, plain is not opened)
        yield archive


def damaged() -> UserError:
    """A backup that is not whole."""
    return UserError(
        "backup_damaged",
        "Cette sauvegarde est abîmée ou incomplète.",
        "Copiez-la de nouveau depuis son support, ou prenez-en une autre\u202f: rien n’a été changé sur ce poste.",
    )


def _plain(opened: IO[bytes], name: str, passphrase: str) -> IO[bytes]:
    """The zip: the file itself, or what it holds encrypted."""
    start = opened.read(len(_ENCRYPTED))
    if start == _ENCRYPTED:
        return io.BytesIO(_decrypted(opened, passphrase))
    if start[: len(_ZIP)] != _ZIP:
        raise _foreign(name)
    opened.seek(0)
    return opened


def _decrypted(opened: IO[bytes], passphrase: str) -> bytes:
    number = opened.readline(20).strip()
    if number.isdigit() and int(number) > FORMAT:
        raise _newer()
    content = opened.read(_MOST_ENCRYPTED_BYTES)
    try:
        sealed = envelope.parse(content)
    except UserError:
        raise _newer() from None  # its own words speak of the palmarès
    if sealed is None:
        raise damaged()
    if not passphrase:
        raise UserError(
            "passphrase_missing",
            say("Cette sauvegarde de l’édition «\u202f{0}\u202f» est chiffrée.", sealed.header.edition[:60]),
            "Donnez la phrase de passe choisie en la faisant.",
        )
    key = sealed.header.unlock(passphrase)
    if key is None:
        raise UserError(
            "passphrase_wrong",
            "Ce n’est pas la phrase de passe de cette sauvegarde.",
            "Vérifiez le verrouillage des majuscules et la disposition du clavier.",
        )
    if (inside := sealed.open(key)) is None:
        raise damaged()
    return inside


def _taken_apart(archive: zipfile.ZipFile, name: str, size: int, is_encrypted: bool) -> Archive:
    infos = archive.infolist()
    by_name = {info.filename: info for info in infos}
    if _MANIFEST not in by_name:
        raise _foreign(name)
    if by_name[_MANIFEST].file_size > _MOST_MANIFEST_BYTES:
        raise damaged()
    said = json.loads(archive.read(_MANIFEST))
    if said["format"] > FORMAT:
        raise _newer()
    parts = {str(path): (int(part["size"]), str(part["sha256"])) for path, part in said["parts"].items()}
    found = Archive(from_json(said["held"], encrypted=is_encrypted, size=size), parts, name, archive)
    whole = (
        len(by_name) == len(infos) <= _MOST_PARTS
        and by_name.keys() == {_MANIFEST, *(_EDITION + path for path in parts)}
        and all(by_name[_EDITION + path].file_size == part_size for path, (part_size, _) in parts.items())
        and all(info.compress_type in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED) for info in infos)
    )
    sound = all(is_carried(path) and is_portable(path) for path in parts) and paths.DATABASE in parts
    packed = sum(info.compress_size for info in infos)
    if not whole or not sound or found.size > min(_MOST_BYTES, max(_ALWAYS_BYTES, _MOST_RATIO * packed)):
        raise damaged()
    return found


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a damaged or hostile file makes the libraries say is one sentence for the person."""
    try:
        yield
    except OSError as problem:
        reason = say("il n’existe pas") if isinstance(problem, FileNotFoundError) else why(problem)
        raise UserError(
            "backup_unreadable",
            say("Le fichier «\u202f{0}\u202f» ne se lit pas ({1}).", name, reason),
            "Vérifiez son emplacement, ou copiez-le d’abord sur ce poste.",
        ) from problem
    except _DAMAGE as problem:
        raise damaged() from problem


def _info(name: str) -> zipfile.ZipInfo:
    """Without a date: that of a file tells strangers when its owner worked, and us nothing."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _foreign(name: str) -> UserError:
    return UserError(
        "backup_foreign",
        say("«\u202f{0}\u202f» n’est pas une sauvegarde de VI Events.", name[:80]),
        "Choisissez un fichier qui se termine par .viedition.",
    )


def _newer() -> UserError:
    return UserError(
        "backup_newer",
        "Cette sauvegarde vient d’une version plus récente de VI Events.",
        "Mettez VI Events à jour sur ce poste, puis recommencez.",
    )
