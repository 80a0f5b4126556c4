"""The names under which an edition's folder numbers its entries: an erasure that is ended in the folder is ended for
all of them, though only one is in use.

They are kept beside the database, never in the journal: a copy of it on another computer must not speak for this one.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from vi_events import paths, private_files
from vi_events.edition import restored
from vi_events.journal.store import Store

FILE_NAME = "stations-here.json"
ADMITTED = "station_admitted"
_FIRST_HOST = "hub/edition-id"
"""Made where the edition was first hosted: all that was recorded before was recorded there."""


def note(store: Store, folder: Path, station: str) -> None:
    """From now on ``station`` is one of this folder's names; not worth a failure where it cannot be written."""
    said = {"folder": folder.stat().st_ino, "stations": sorted(of_folder(store, folder) | {station})}
    if _noted(folder) != said:
        with suppress(OSError):
            private_files.write_whole(folder / FILE_NAME, json.dumps(said).encode())


def of_folder(store: Store, folder: Path) -> set[str]:
    """The names noted so far, none in a folder that was copied by hand; where a former version noted nothing, those
    that can be no other computer's. A name that the host gave to another computer later is that one's.
    """
    if noted := _noted(folder):
        if noted["folder"] != folder.stat().st_ino:
            return set()
        others = stations_admitted(store) if (folder / _FIRST_HOST).exists() else set[str]()
        return set(noted["stations"]) - others
    if (folder / restored.FILE_NAME).exists():
        return set()
    admitted = stations_admitted(store)
    linked = admitted or (folder / paths.MEMBERSHIP).exists()
    return set() if linked and not (folder / _FIRST_HOST).exists() else set(store.positions()) - admitted


def _noted(folder: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads((folder / FILE_NAME).read_bytes())
        return {"folder": int(found["folder"]), "stations": list(map(str, found["stations"]))}
    return None


def stations_admitted(store: Store) -> set[str]:
    """The stations that the host gave a copy of the edition."""
    return {str(entry.payload.get("station", "")) for entry in store.entries(ADMITTED)} - {""}
