"""Where things are on this computer."""

import os
import re
from contextlib import suppress
from pathlib import Path

from vi_events.errors import UserError
from vi_events.sentences import say

ASSETS = Path(__file__).resolve().parent.parent / "assets"
DATABASE = "edition.db"
MEMBERSHIP = "hub.json"
"""How a station takes part among several; there is none while it works alone."""
JOINING = "joining"
"""There as long as the journal has not come in full from the host that was joined."""
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_LAST = "last-edition"


def data_folder(given: str | None = None) -> Path:
    """The folder of editions: ``given``, else ``VI_EVENTS_DATA``, else the user's own data folder."""
    chosen = given or os.environ.get("VI_EVENTS_DATA")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("VI Events", appauthor=False)


def edition_folder(data: Path, slug: str) -> Path:
    """The folder of one edition, which may not exist yet. Raises UserError when the slug cannot name a folder."""
    if not _SLUG.fullmatch(slug):
        raise UserError(
            "slug_invalid",
            say("« {0} » ne peut pas nommer une édition.", slug[:60]),
            "Employez des minuscules sans accent, des chiffres et des tirets, par exemple « labels-2027 ».",
        )
    return data / slug


def editions(data: Path) -> list[str]:
    """The slugs of the editions there are."""
    return sorted(folder.parent.name for folder in data.glob(f"*/{DATABASE}")) if data.is_dir() else []


def chosen_edition(data: Path, slug: str | None) -> Path:
    """The folder of the edition asked for; without a slug the only one, else the last opened."""
    known = editions(data)
    if slug is None:
        slug = known[0] if len(known) == 1 else _remembered(data, known)
    if slug in known:
        return data / slug
    if not known:
        raise UserError(
            "no_edition", "Il n’y a pas encore d’édition.", "Créez-en une avec « new », ou essayez « demo »."
        )
    which = f"L’édition « {slug[:60]} » n’existe pas." if slug else "Il faut dire quelle édition."
    raise UserError("edition_unknown", which, say("Éditions présentes : {0}.", ", ".join(known)))


def remember_edition(folder: Path) -> None:
    """The edition that opens by itself next time; not worth a failure where it cannot be written."""
    with suppress(OSError):
        (folder.parent / _LAST).write_text(folder.name, encoding="utf-8")


def _remembered(data: Path, known: list[str]) -> str:
    try:
        slug = (data / _LAST).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
    return slug if slug in known else ""
