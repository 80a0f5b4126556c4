"""What this computer remembers between two runs: each setting declared once, with its type and default."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

FILE_NAME = "station.json"


@dataclass(frozen=True, slots=True)
class PrinterSettings:
    """A printer of this computer: its name for people, its address (``checkin.printers``), the width of its paper."""

    name: str
    url: str
    width_dots: int = 576


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one station. Secrets are elsewhere (``edition.vault``)."""

    station: str = "poste-1"
    operator: str = ""
    zone: str = ""
    """Id of the zone the desk admits to; empty takes the first."""
    printers: tuple[PrinterSettings, ...] = ()
    """The printers of this computer; the first is the one that prints after an admission."""
    language: str = "fr"
    sounds: bool = True
    scanner_suffix: str = "auto"
    """enter, tab, none or auto."""
    scanner_prefix: str = ""
    serial_port: str = ""
    camera: str = ""


def load(data: Path) -> Settings:
    """The settings in the folder of editions; what is missing or of the wrong type takes its default."""
    try:
        found = json.loads((data / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    found["printers"] = _printers(found.get("printers"))
    default = Settings()
    known = {
        field.name: found[field.name]
        for field in fields(Settings)
        if type(found.get(field.name)) is type(getattr(default, field.name))
    }
    return Settings(**known)


def _printers(found: Any) -> tuple[PrinterSettings, ...]:
    """The printers that can be made out; a name stands for one only."""
    known: dict[str, PrinterSettings] = {}
    for each in found if isinstance(found, list) else ():
        if isinstance(each, dict) and each.get("name") and isinstance(url := each.get("url"), str):
            width = each.get("width_dots")
            known[str(each["name"])] = PrinterSettings(str(each["name"]), url, 384 if width == 384 else 576)
    return tuple(known.values())


def save(data: Path, settings: Settings) -> None:
    """Writes the settings, whole or not at all."""
    data.mkdir(parents=True, exist_ok=True)
    fresh = data / (FILE_NAME + ".new")
    fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(fresh, data / FILE_NAME)
