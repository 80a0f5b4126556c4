"""What this computer remembers between two runs: each setting declared once, with its type and default."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

FILE_NAME = "station.json"
_DISPLAYS = "displays"


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
    prints_at: str = ""
    """Id (``station/name``) of another station's printer that prints in place of those here; empty: they do."""
    language: str = "fr"
    sounds: bool = True
    scanner_suffix: str = "auto"
    """enter, tab, none or auto."""
    scanner_prefix: str = ""
    serial_port: str = ""
    camera: str = ""


@dataclass(frozen=True, slots=True)
class DisplaySettings:
    """The displays of the stage's windows, each as ``ui.surfaces.displays`` writes its identity; empty: none chosen.

    They are the stage's own: the desk, in its own window, never writes over them.
    """

    public_screen: str = ""
    prompter: str = ""


def load(data: Path) -> Settings:
    """The settings in the folder of editions; what is missing or of the wrong type takes its default."""
    found = _read(data)
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
    _write(data, asdict(settings))


def load_displays(data: Path) -> DisplaySettings:
    """The displays that the stage chose on this computer."""
    found = _read(data).get(_DISPLAYS)
    known = found if isinstance(found, dict) else {}
    return DisplaySettings(**{field.name: str(known.get(field.name) or "") for field in fields(DisplaySettings)})


def save_displays(data: Path, displays: DisplaySettings) -> None:
    """Writes the displays, and leaves the other settings as they are."""
    _write(data, {_DISPLAYS: asdict(displays)})


def _read(data: Path) -> dict[str, Any]:
    try:
        found = json.loads((data / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(data: Path, changed: dict[str, Any]) -> None:
    """Each window writes its own part; the rest of the file stays."""
    data.mkdir(parents=True, exist_ok=True)
    fresh = data / (FILE_NAME + ".new")
    fresh.write_text(json.dumps({**_read(data), **changed}, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(fresh, data / FILE_NAME)
