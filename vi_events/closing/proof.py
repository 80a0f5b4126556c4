"""What an erasure is proved by, and what is kept of it for the time that it is not proved.

The names to look for are gone once they are erased. So they are kept aside first, in a file of their own that only its
owner reads; the proof takes its place, without a name, until it lies where the organiser wants it. Whenever the power
goes, one or the other is there.
"""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from vi_events import private_files
from vi_events.closing.name_search import FoundIn
from vi_events.edition.erasure import PROVED, UNPROVED
from vi_events.errors import UserError
from vi_events.files import why
from vi_events.sentences import say


@dataclass(frozen=True, slots=True)
class Proof:
    """What was erased, and how that was checked. ``what`` is ``edition`` or ``person``."""

    what: str
    subjects: tuple[str, ...]
    """``edition:main``, or the records of the person."""
    edition: str
    slug: str
    station: str
    at_ms: int
    people: int
    entries: dict[str, int]
    """Entries that lost what was personal in them, by kind."""
    terms: int
    """Different names, addresses and notes that were looked for afterwards."""
    left_out: int
    """Those that were not: a public text that stays says the same (a town's name)."""
    files: tuple[str, ...]
    """Every file that was searched."""
    found: tuple[FoundIn, ...]
    named_elsewhere: tuple[str, ...]
    """For a person: subjects whose own notes still name them."""
    unheard: tuple[str, ...]
    """Stations that have not said yet that they ended it too."""
    copies: tuple[str, ...]
    """Folders beside this one that hold the same edition and still say the names."""
    exports: tuple[dict[str, str], ...]
    figures_kept: bool | None
    """Whether every figure is what it was; None when that could not be looked at at once."""
    free_authorities: tuple[str, ...]
    """Names of authorities as somebody typed them: they stay, and may be a person's."""
    remains: dict[str, int]
    """What the journal still holds, by kind of entry."""

    @property
    def is_clean(self) -> bool:
        return not self.found and not self.named_elsewhere


@dataclass(frozen=True, slots=True)
class Before:
    """What only can be known before: gone afterwards."""

    subjects: tuple[str, ...]
    """As the proof's."""
    people: int
    entries: dict[str, int]
    sought: frozenset[str]
    left_out: int
    figures: dict[str, int]
    """How many subjects stand under each counted key, those of none left out."""


def keep(folder: Path, before: Before) -> None:
    """To be done before anything is recorded. Raises UserError ``proof_unwritable``."""
    said = asdict(before) | {"sought": sorted(before.sought)}
    try:
        private_files.write_whole(folder / UNPROVED, json.dumps(said).encode())
    except OSError as problem:
        raise UserError(
            "proof_unwritable",
            say(
                "Ce que la preuve cherchera ne se laisse pas garder dans «\u202f{0}\u202f» ({1}).", folder, why(problem)
            ),
            "Faites de la place, puis recommencez. Rien n’a été effacé.",
        ) from problem


def kept(folder: Path) -> Before | None:
    """What the next proof is made from; None when no erasure waits for one."""
    said = _read(folder / UNPROVED)
    try:
        return Before(**said | {"subjects": tuple(said["subjects"]), "sought": frozenset(said["sought"])})
    except (KeyError, TypeError):
        return None


def keep_proof(folder: Path, proof: Proof) -> None:
    """Wipes the names, once the proof is on the disk. Raises OSError."""
    private_files.write_whole(folder / PROVED, json.dumps(asdict(proof)).encode())
    private_files.wipe(folder / UNPROVED)


def kept_proof(folder: Path) -> Proof | None:
    """The proof that was made, and perhaps not written where it was wanted. One that cannot be read is given up: it
    would stand in the way of every later one.
    """
    said = _read(folder / PROVED)
    try:
        said["found"] = [FoundIn(**each) for each in said["found"]]
        return Proof(**{each.name: _in_tuples(said[each.name]) for each in fields(Proof)})
    except (KeyError, TypeError):
        settle(folder)
        return None


def settle(folder: Path) -> None:
    """The proof lies where it was wanted: nothing of it is kept any more."""
    (folder / PROVED).unlink(missing_ok=True)


def _in_tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _read(path: Path) -> dict[str, Any]:
    """Empty when there is nothing, or nothing that can be read."""
    try:
        return dict(json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return {}
