"""Where the show's document comes from: the edition's folder, draft or sealed; or memory, for a rehearsal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from vi_events.edition.show_document import ShowDocument

if TYPE_CHECKING:
    from vi_events.edition.seal import PalmaresFile
    from vi_events.edition.show_key import ShowKey

NONE, DRAFT, SEALED, OPEN = "none", "draft", "sealed", "open"


class Documents(Protocol):
    """The document with its revision number."""

    def load(self) -> tuple[ShowDocument, int]: ...

    def save(self, document: ShowDocument) -> int:
        """Keeps a new document, whole or not at all; gives its revision."""


class EditionDocuments:
    """The document in the edition's folder. Once unlocked, its key stays in memory; for a show it is kept by the
    computer, so that a crash asks nothing.
    """

    def __init__(self, folder: Path, show_key: Callable[[Path], ShowKey] | None = None) -> None:
        self._folder = folder
        self._given_key = show_key
        self._key: bytes | None = None
        self._lock = Lock()

    @property
    def state(self) -> str:
        """``none``, ``draft`` (in clear), ``sealed`` (locked) or ``open`` (sealed, and unlocked here)."""
        file = self._file()
        if file.is_sealed:
            return OPEN if self._key else SEALED
        try:
            file.load()
        except Exception:  # noqa: BLE001 (told when somebody opens it)
            return NONE
        return DRAFT

    @property
    def is_open(self) -> bool:
        """Whether a sealed document is unlocked here."""
        return self._key is not None

    def unlock(self, secret: str) -> None:
        """With the passphrase or the recovery key; slow on purpose. UserError when it opens nothing."""
        self._key = self._file().unseal_key(secret)

    def unlock_kept(self) -> bool:
        """With the key that this computer kept for a show; waits a few seconds at most."""
        kept = self._show_key().kept()
        if kept is None:
            return False
        self._key = kept
        return True

    def keep_key(self) -> None:
        """Keeps the key until the show closes."""
        if self._key is not None:
            self._show_key().keep(self._key)

    def forget_key(self) -> None:
        self._show_key().forget()

    def seal(self, passphrase: str) -> str:
        """Seals the draft; gives the recovery key, to be printed."""
        made = self._file().seal(passphrase)
        self._key = made.key
        return made.recovery_key

    def unseal(self, secret: str) -> Path:
        """Back to a draft, in clear; gives where it lies."""
        draft = self._file().unseal(secret)
        self._key = None
        return draft

    def clear_copies(self) -> list[Path]:
        """Files that still hold the palmarès in clear."""
        return self._file().clear_copies(self._key)

    def sealed_stamp(self) -> object:
        """Another one whenever the sealed document on disk may be another."""
        return self._file().sealed_stamp()

    def sealed_content(self) -> bytes | None:
        """The sealed document as it is on disk, for another stage."""
        with self._lock:
            return self._file().sealed_content()

    def take_sealed(self, content: bytes) -> bool:
        """Takes another stage's when it is the later one (``PalmaresFile.take_sealed``)."""
        with self._lock:
            return self._file().take_sealed(content)

    def load(self) -> tuple[ShowDocument, int]:
        with self._lock:
            found = self._file().load(self._key)
        return ShowDocument.from_json(found.content), found.revision

    def save(self, document: ShowDocument, source: Path | None = None) -> int:
        with self._lock:
            return self._file().save(document.to_json(), self._key, source)

    def _file(self) -> PalmaresFile:
        from vi_events.edition.seal import PalmaresFile  # cryptography is read late: a desk never needs it

        return PalmaresFile(self._folder)

    def _show_key(self) -> ShowKey:
        from vi_events.edition.show_key import ShowKey

        return (self._given_key or ShowKey)(self._folder)


class RehearsalDocuments:
    """An invented document, in memory only: nothing of it is ever on disk."""

    def __init__(self, document: ShowDocument) -> None:
        self._document, self._revision = document, 1

    def load(self) -> tuple[ShowDocument, int]:
        return self._document, self._revision

    def save(self, document: ShowDocument) -> int:
        self._document, self._revision = document, self._revision + 1
        return self._revision
