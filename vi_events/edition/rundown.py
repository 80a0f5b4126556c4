"""The running order (conducteur): sections and stops, in the order in which they will be played. Pure data.

The order tells who gets what before the day: it is under embargo like the palmarès, and kept with it by the seal.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any
from uuid import uuid4

from vi_events.errors import StorageError
from vi_events.sentences import say

VERSION = 1
STOP_KINDS = ("award", "group", "mention", "speech", "debate", "signature", "video", "pause")
"""An award of its own; a roll call of several with a photo; a mention given to several; and what is no award."""
AWARDING = ("award", "group", "mention")


# A repr would end up in a log or a crash report: under embargo the default one, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class Stop:
    """One stop. ``authority_ids`` holds one authority for an award, several for a group or a mention."""

    id: str
    """Random, so that it tells nothing: it stands in the journal."""
    kind: str
    planned_s: int
    title: str = ""
    section: str = ""
    """Id of its section, or empty."""
    authority_ids: tuple[str, ...] = ()
    mention: str = ""
    """Id of the mention, for a ``mention``."""
    people: tuple[str, ...] = ()
    """Who speaks or signs: « Jeanne Martin, maire de Reims »."""
    note: str = ""
    """For the presenter and the stage manager only."""
    postponed: bool = False
    """Left out for now: listed, never played."""


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """A part of the show with its own card. ``presenters``: « remis par la présidente du jury »."""

    id: str
    title: str
    presenters: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Rundown:
    """The whole running order. ``starts`` and ``ends`` are planned local times, « 14:30 », or empty."""

    stops: tuple[Stop, ...] = ()
    sections: tuple[Section, ...] = ()
    starts: str = ""
    ends: str = ""

    def section(self, id_: str) -> Section | None:
        return next((section for section in self.sections if section.id == id_), None)

    def to_json(self) -> dict[str, Any]:
        """A plain dict for a JSON document, read back by ``from_json``."""
        return {
            "version": VERSION,
            "stops": [asdict(stop) for stop in self.stops],
            "sections": [asdict(section) for section in self.sections],
            "starts": self.starts,
            "ends": self.ends,
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Rundown":
        """The running order of ``to_json``. StorageError: rundown_version, rundown_damaged."""
        version = document.get("version")
        if version != VERSION:
            raise StorageError(
                "rundown_version",
                say("Ce conducteur est écrit dans une version ({0!s:.20}) que ce poste ne connaît pas.", version),
                "Mettez à jour VI Events sur ce poste, puis rouvrez l’édition.",
            )
        try:
            return cls(
                stops=tuple(_stop(data) for data in document["stops"]),
                sections=tuple(Section(**data) for data in document["sections"]),
                starts=str(document.get("starts", "")),
                ends=str(document.get("ends", "")),
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            # « from None »: the foreign message may quote what is under embargo.
            raise StorageError(
                "rundown_damaged",
                "Le conducteur enregistré est abîmé ou incomplet.",
                "Rouvrez sa copie précédente, ou préparez-le de nouveau.",
            ) from None


def new_id() -> str:
    """An id for a stop or a section, that tells nothing."""
    return uuid4().hex[:12]


def _stop(data: Mapping[str, Any]) -> Stop:
    known = {field.name for field in fields(Stop)}
    said = {name: value for name, value in data.items() if name in known}
    for name in ("authority_ids", "people"):
        said[name] = tuple(str(each) for each in said.get(name, ()))
    if said["kind"] not in STOP_KINDS or int(said["planned_s"]) < 0:
        raise ValueError("unknown stop")
    return Stop(**said)
