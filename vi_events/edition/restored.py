"""The mark of an edition taken up from a copy of another computer's folder.

Entries are numbered for each station: two computers that went on under one name would give two entries one number, and
neither would ever take the other's. So in a folder that bears a mark every station works under its own name followed
by the mark (« poste-1-7f3a »), which no other copy has.
"""

import json
import secrets
from pathlib import Path

from vi_events import private_files
from vi_events.errors import StorageError
from vi_events.sentences import say

FILE_NAME = "restored.json"
_LONGEST_NAME = 40


def mark(folder: Path, slug: str = "", renames: bool = True) -> str:
    """Marks an edition's folder as a copy; returns the mark. ``slug`` is the edition's, where its folder is called
    otherwise; without ``renames`` its stations keep their names. Raises OSError.
    """
    made = secrets.token_hex(2) if renames else ""
    private_files.write_whole(folder / FILE_NAME, json.dumps({"mark": made, "slug": slug}).encode("ascii"))
    return made


def slug(folder: Path) -> str:
    """The edition's own slug, whatever its folder is called here."""
    try:
        found = json.loads((folder / FILE_NAME).read_bytes())
        return str(found.get("slug") or folder.name)
    except (OSError, ValueError, AttributeError):
        return folder.name


def station_here(folder: Path, wanted: str) -> str:
    """The name under which the station ``wanted`` numbers its entries in this folder. Raises StorageError when the
    mark cannot be read: going on without it might give a number twice.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return wanted
    try:
        found = str(json.loads(path.read_bytes())["mark"])
    except (OSError, ValueError, TypeError, KeyError) as problem:
        raise StorageError(
            "mark_unreadable",
            say("Le fichier {0} de l’édition ne se lit pas ({1}).", FILE_NAME, type(problem).__name__),
            "Reprenez à nouveau la sauvegarde, ou l’édition sur son poste d’origine.",
        ) from problem
    suffix = f"-{found}" if found else ""
    return wanted if wanted.endswith(suffix) else wanted[: _LONGEST_NAME - len(suffix)] + suffix
