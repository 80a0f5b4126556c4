"""What the webtv station of an edition remembers: where OBS is, under which address it finds the overlays, and what
its operator adopted and chose. The password is elsewhere (``obs_password``).
"""

import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from vi_events import private_files
from vi_events.errors import StorageError
from vi_events.sentences import say
from vi_events.webtv.overlay_server import new_token

FILE = "webtv.json"
DEFAULT_ADDRESS = "ws://127.0.0.1:4455"
DEFAULT_PORT = 8089
"""Fixed, so that the pages in OBS find the program again after a restart."""


@dataclass(frozen=True, slots=True)
class StationSettings:
    """``token`` and ``port`` are those of the overlay server; ``adopted`` is ``obs_adopted.Adopted`` as JSON, and
    ``moments`` is ``obs_moments.MomentScenes``.
    """

    token: str
    address: str = DEFAULT_ADDRESS
    port: int = DEFAULT_PORT
    adopted: Mapping[str, Any] = field(default_factory=dict)
    moments: Mapping[str, Any] = field(default_factory=dict)


_changing = threading.Lock()


def load(folder: Path) -> StationSettings:
    """What was saved in the edition's folder; what is missing or damaged is made anew."""
    try:
        said = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        said = {}
    said = said if isinstance(said, dict) else {}
    token, address, port = (said.get(name) for name in ("token", "address", "port"))
    adopted, moments = (said.get(name) for name in ("adopted", "moments"))
    return StationSettings(
        token if isinstance(token, str) and len(token) >= 22 else new_token(),
        address if isinstance(address, str) and address else DEFAULT_ADDRESS,
        port if isinstance(port, int) and 0 < port < 65_536 else DEFAULT_PORT,
        adopted if isinstance(adopted, dict) else {},
        moments if isinstance(moments, dict) else {},
    )


def change(folder: Path, **settings: Any) -> None:
    """Saves these fields of ``StationSettings`` and leaves the others, whoever else changes one meanwhile. Raises
    StorageError.
    """
    with _changing:
        save(folder, replace(load(folder), **settings))


def save(folder: Path, settings: StationSettings) -> None:
    """Whole or not at all, for its owner only: the token opens the overlays. Raises StorageError."""
    try:
        private_files.write_whole(folder / FILE, json.dumps(asdict(settings), ensure_ascii=False).encode())
    except OSError as problem:
        raise StorageError(
            "webtv_not_saved",
            say("Les réglages de la régie webtv n’ont pas pu s’écrire ({0}).", problem.strerror),
            "Vérifiez la place libre et les droits sur le dossier de l’édition.",
        ) from None
