"""The palmarès under embargo, as one document in the edition's folder: a clear draft, then sealed before the day.

It is on the stage station only, never in the journal nor the database (ADR 12). Where both forms are there, a step was
cut short: the sealed one is the truth, and the draft what is left to remove.

The library's exceptions may carry what they failed to read: they are never chained to ours.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from vi_events import private_files
from vi_events.edition import envelope, recovery_key, restored
from vi_events.edition.envelope import Cost, Envelope
from vi_events.errors import StorageError, UserError
from vi_events.sentences import say

DRAFT = "palmares.draft.json"
SEALED = "palmares.sealed"
PREVIOUS = "palmares.sealed.previous"
MIN_PASSPHRASE = 12
_MIN_DIFFERENT = 5
_GIVE_SECRET = say("Donnez la phrase de passe, ou la clé de secours imprimée.")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The document as last saved. ``sources`` are the files it was imported from, absolute."""

    content: dict[str, Any] = field(repr=False)
    revision: int
    sealed: bool
    sources: tuple[Path, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class NewSeal:
    """``recovery_key`` is for the printer, and kept nowhere; ``key`` is the data key, for ``ShowKey``."""

    recovery_key: str = field(repr=False)
    key: bytes = field(repr=False)


class PalmaresFile:
    """The palmarès of the edition in ``folder``. Every verb raises StorageError when the disk fails."""

    def __init__(self, folder: Path, cost: Cost = envelope.STRONG) -> None:
        self._folder = folder.resolve()
        self._edition = restored.slug(self._folder)
        self._cost = cost
        self._draft = self._folder / DRAFT
        self._sealed = self._folder / SEALED
        self._previous = self._folder / PREVIOUS

    @property
    def is_sealed(self) -> bool:
        """Whether there is a sealed palmarès, readable or not."""
        return self._sealed.exists() or self._previous.exists()

    def load(self, key: bytes | None = None) -> Loaded:
        """The document. Raises UserError when there is none, or it is sealed and ``key`` is missing or not its own."""
        if not self.is_sealed:
            return self._read_draft()
        if key is None:
            raise UserError("palmares_sealed", "Le palmarès est scellé.", _GIVE_SECRET)
        return _opened(self._read_sealed(), key)

    def save(self, content: dict[str, Any], key: bytes | None = None, source: Path | None = None) -> int:
        """Writes the document, sealed as it was or clear as it was, and returns its revision. ``source`` is the file
        this content was imported from. Raises UserError when ``key`` does not go with the form it is in.
        """
        if key is not None and not self.is_sealed:
            raise _not_sealed()
        known = self.load(key) if self.is_sealed or self._draft.exists() else Loaded({}, 0, False)
        found = (source.resolve(),) if source else ()
        saved = Loaded(content, known.revision + 1, known.sealed, tuple(dict.fromkeys(known.sources + found)))
        if key is None:
            self._write(self._draft, self._draft_bytes(saved))
            return saved.revision
        header = replace(self._read_sealed().header, revision=saved.revision)
        fresh = header.seal(_plain(saved), key)
        self._write(self._previous, self._read(self._sealed))
        self._write(self._sealed, fresh)
        self._wipe_draft()
        return saved.revision

    def save_nameless(self, content: dict[str, Any]) -> None:
        """Writes the document in clear, and forgets which files it came from: a folder may bear a person's name."""
        draft = self._read_draft()
        self._write(self._draft, self._draft_bytes(Loaded(content, draft.revision + 1, False)))

    def seal(self, passphrase: str) -> NewSeal:
        """Turns the draft into a sealed document and wipes it; ``clear_copies`` says what stays in clear."""
        if self.is_sealed:
            raise UserError(
                "already_sealed",
                "Le palmarès est déjà scellé.",
                "Si la clé de secours n’a pas été imprimée, levez le scellé avec la phrase de passe, puis scellez "
                "à nouveau.",
            )
        _check_quality(passphrase)
        draft = self._read_draft()
        made = NewSeal(recovery_key.new_recovery_key(), envelope.new_data_key())
        header = envelope.new_header(self._edition, made.key, passphrase, made.recovery_key, self._cost)
        fresh = replace(header, revision=draft.revision).seal(_plain(draft), made.key)
        try:
            self._write(self._sealed, fresh)
            # The draft goes only once its successor has been read back from the disk, by the key that is printed.
            if self.load(self.unseal_key(made.recovery_key)).content != draft.content:
                raise self._damaged()
        except (StorageError, UserError):
            with suppress(OSError):
                self._sealed.unlink(missing_ok=True)
            raise
        self._wipe_draft()
        return made

    def unseal_key(self, secret: str) -> bytes:
        """The data key, by the passphrase or the recovery key. Raises UserError when the secret opens nothing."""
        sealed = self._read_sealed()
        key = sealed.header.unlock(secret)
        if key is None:
            raise _wrong_secret(secret)
        if sealed.open(key) is None:
            raise self._damaged()
        return key

    def change_passphrase(self, old: str, new: str) -> None:
        """Another passphrase; ``old`` may be the recovery key, which stays valid. The data key stays too: whoever may
        have had both the file and the old passphrase is kept out only by ``unseal`` and ``seal``.
        """
        _check_quality(new)
        key = self.unseal_key(old)
        sealed = self._read_sealed()
        document = _opened(sealed, key)
        header = replace(sealed.header.with_passphrase(new, key), revision=document.revision + 1)
        fresh = header.seal(_plain(document), key)
        # The copy kept aside would still open with the old passphrase.
        self._write(self._previous, fresh)
        self._write(self._sealed, fresh)

    def sealed_stamp(self) -> tuple[int, int] | None:
        """Another one whenever the sealed document on disk may be another; None when there is none."""
        with suppress(OSError):
            found = self._sealed.stat()
            return found.st_mtime_ns, found.st_size
        return None

    def sealed_content(self) -> bytes | None:
        """The sealed document as it lies on disk, for another stage; None when there is none that is whole."""
        with suppress(UserError, StorageError):
            self._read_sealed()
            return self._read(self._sealed)
        return None

    def take_sealed(self, content: bytes) -> bool:
        """Takes the sealed document of another stage when it is the later one, by its revision; True when this one is
        then on disk. Raises UserError when it is not of this edition, or a draft in clear would be lost.
        """
        theirs = envelope.parse(content)
        if theirs is None or theirs.header.edition != self._edition:
            raise UserError(
                "sealed_foreign", "Un palmarès scellé venu d’un autre poste n’est pas celui de cette édition."
            )
        ours = self.sealed_content()
        if ours is None and self._draft.exists():
            raise UserError(
                "draft_in_the_way",
                "Le palmarès scellé d’un autre poste n’est pas pris : celui d’ici est un brouillon en clair.",
                say(
                    "Gardez l’un des deux\u202f: retirez {0} de ce poste, ou scellez-le et levez l’autre scellé.", DRAFT
                ),
            )
        if ours is not None:
            if _rank(ours) >= _rank(content):
                return ours == content
            self._write(self._previous, ours)
        self._write(self._sealed, content)
        return True

    def unseal(self, secret: str) -> Path:
        """Back to a draft, for corrections before the day: where it lies in clear again, which must be said."""
        if not self.is_sealed:
            raise _not_sealed()
        document = self.load(self.unseal_key(secret))
        self._write(self._draft, self._draft_bytes(document))
        try:
            self._previous.unlink(missing_ok=True)
            self._sealed.unlink()
        except OSError as problem:
            raise self._not_written(problem) from None
        return self._draft

    def clear_copies(self, key: bytes | None = None) -> list[Path]:
        """Files that hold the palmarès in clear: drafts under any name in the edition's folder and around it, and,
        once it can be read, the files it was imported from.
        """
        copies = {path for path in self._around() if self._is_draft(path)}
        if key is not None or not self.is_sealed:
            with suppress(UserError, StorageError, OSError):
                copies |= {path for path in self.load(key).sources if path.is_file()}
        return sorted(copies)

    def _around(self) -> Iterator[Path]:
        """The edition's folder with all below; the folder of editions and its other folders without what is below."""
        yield from self._folder.rglob("*")
        yield from self._folder.parent.glob("*")
        yield from self._folder.parent.glob("*/*")

    def _is_draft(self, path: Path) -> bool:
        """By how it begins, whatever its name: an editor's copy, a write cut short."""
        start = self._draft_start()
        with suppress(OSError):
            if path.is_file():
                with path.open("rb") as file:
                    return file.read(len(start)) == start
        return False

    def _draft_start(self) -> bytes:
        return b'{"vi_events_draft": ' + json.dumps(self._edition).encode("ascii")

    def _draft_bytes(self, document: Loaded) -> bytes:
        return json.dumps(
            {"vi_events_draft": self._edition, "revision": document.revision, **_fields(document)}, allow_nan=False
        ).encode("ascii")

    def _read_draft(self) -> Loaded:
        if not self._draft.exists():
            raise UserError(
                "no_palmares",
                "Cette édition n’a pas encore de palmarès.",
                "Importez-le avec « import palmares », sur le poste de la régie plateau.",
            )
        document = _document(self._read(self._draft), sealed=False)
        if document is None:
            raise StorageError(
                "draft_unreadable",
                say("Le brouillon du palmarès, {0}, ne se lit pas.", DRAFT),
                "Reprenez-le d’une copie de secours, ou retirez-le et importez à nouveau le palmarès.",
            )
        return document

    def _read_sealed(self) -> Envelope:
        if not self.is_sealed:
            raise _not_sealed()
        sealed = envelope.parse(self._read(self._sealed)) if self._sealed.exists() else None
        if sealed is None:
            raise self._damaged()
        if sealed.header.edition != self._edition:
            raise StorageError(
                "palmares_elsewhere",
                say("Le palmarès scellé de ce dossier est celui de l’édition « {0} ».", sealed.header.edition[:60]),
                say("Remettez {0} dans le dossier qui porte ce nom.", SEALED),
            )
        return sealed

    def _wipe_draft(self) -> None:
        """What cannot be removed is found by ``clear_copies``: no reason to lose a seal that is made."""
        for path in (private_files.beside(self._draft), self._draft):
            with suppress(OSError):
                private_files.wipe(path)

    def _read(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as problem:
            raise StorageError(
                "palmares_unreadable",
                say("Le fichier {0} de l’édition ne se lit pas ({1}).", path.name, problem.strerror),
                "Vérifiez le disque et les droits sur ce dossier, ou reprenez le fichier d’une copie de secours.",
            ) from None

    def _write(self, path: Path, content: bytes) -> None:
        try:
            private_files.write_whole(path, content)
        except OSError as problem:
            raise self._not_written(problem) from None

    def _not_written(self, problem: OSError) -> StorageError:
        return StorageError(
            "palmares_not_written",
            say("Le palmarès ne s’écrit pas dans le dossier « {0} » ({1}).", self._edition, problem.strerror),
            "La version d’avant est intacte\u202f: faites de la place ou vérifiez les droits sur ce dossier, puis "
            "recommencez.",
        )

    def _damaged(self) -> StorageError:
        """Names the copy kept aside when that one is whole."""
        kept = None
        with suppress(OSError, UserError):
            kept = envelope.parse(self._previous.read_bytes())
        if kept:
            advice = say(
                "La révision {0} est intacte dans {1}\u202f: mettez {2} de côté, puis donnez ce nom à {1}.",
                kept.header.revision,
                PREVIOUS,
                SEALED,
            )
        else:
            advice = say("Reprenez-le d’une copie de secours, ou de l’autre poste de la régie plateau.")
        return StorageError("palmares_damaged", say("Le fichier {0} est abîmé ou manque.", SEALED), advice)


def _opened(sealed: Envelope, key: bytes) -> Loaded:
    plain = sealed.open(key)
    document = _document(plain, sealed=True) if plain is not None else None
    if document is None:
        raise UserError(
            "palmares_key_wrong",
            "La clé gardée sur ce poste n’ouvre pas ce palmarès scellé.",
            _GIVE_SECRET,
        )
    return replace(document, revision=sealed.header.revision)


def _rank(content: bytes) -> tuple[int, str]:
    """Which of two sealed documents every stage keeps."""
    found = envelope.parse(content)
    return (found.header.revision if found else -1, hashlib.sha256(content).hexdigest())


def _plain(document: Loaded) -> bytes:
    return json.dumps(_fields(document), allow_nan=False).encode("ascii")


def _fields(document: Loaded) -> dict[str, Any]:
    return {"sources": [str(path) for path in document.sources], "content": document.content}


def _document(text: bytes, sealed: bool) -> Loaded | None:
    """None rather than an exception, which would carry the text."""
    try:
        found = json.loads(text)
        sources = tuple(Path(path) for path in found["sources"])
        if isinstance(found["content"], dict):
            return Loaded(found["content"], int(found.get("revision", 0)), sealed, sources)
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return None


def _check_quality(passphrase: str) -> None:
    signs = "".join(passphrase.split())
    if len(" ".join(passphrase.split())) < MIN_PASSPHRASE or len(set(signs)) < _MIN_DIFFERENT:
        raise UserError(
            "passphrase_weak",
            "La phrase de passe est trop facile à deviner.",
            say(
                "Prenez au moins {0} signes, dont {1} différents\u202f: quatre mots sans rapport entre eux "
                "font l’affaire.",
                MIN_PASSPHRASE,
                _MIN_DIFFERENT,
            ),
        )


def _wrong_secret(typed: str) -> UserError:
    if recovery_key.has_key_shape(typed) and not recovery_key.read_back(typed):
        return UserError(
            "recovery_key_mistyped",
            "Si c’est la clé de secours, elle comporte une faute de frappe.",
            "Relisez-la groupe par groupe\u202f: majuscules, espaces et tirets n’importent pas.",
        )
    return UserError(
        "passphrase_wrong",
        "Ce n’est ni la phrase de passe du palmarès, ni sa clé de secours.",
        "Vérifiez le verrouillage des majuscules et la disposition du clavier, ou tapez la clé de secours imprimée.",
    )


def _not_sealed() -> UserError:
    return UserError("palmares_not_sealed", "Le palmarès n’est pas scellé.", "Scellez-le avec « palmares seal ».")
