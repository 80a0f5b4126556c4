"""The one document under embargo: the palmarès and its running order, kept together by the seal."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from vi_events.edition.palmares import Award, Palmares
from vi_events.edition.rundown import Rundown


@dataclass(frozen=True, slots=True, repr=False)
class ShowDocument:
    """What is played: who gets what, and in which order."""

    palmares: Palmares = field(default_factory=Palmares)
    rundown: Rundown = field(default_factory=Rundown)
    signed: tuple[str, ...] = ()
    """Long names that somebody has looked at and approved, as the preflight keys them."""

    def to_json(self) -> dict[str, Any]:
        """A plain dict, read back by ``from_json``."""
        return {"palmares": self.palmares.to_json(), "rundown": self.rundown.to_json(), "signed": list(self.signed)}

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "ShowDocument":
        """The document of ``to_json``. StorageError when a part is damaged or of a newer version."""
        palmares = Palmares.from_json(document.get("palmares", {}))
        known = document.get("rundown")
        signed = tuple(str(each) for each in document.get("signed", ()))
        return cls(palmares, Rundown.from_json(known) if known else Rundown(), signed)


def invented(document: ShowDocument, seed: int) -> ShowDocument:
    """The same show with the laureates exchanged among themselves, for a rehearsal: as many of each level, in the
    same places, and who gets what is invented.
    """
    authorities = [award.authority for award in document.palmares.awards]
    exchanged = list(authorities)
    random.Random(seed).shuffle(exchanged)
    other = {before.id: after for before, after in zip(authorities, exchanged, strict=True)}
    awards = tuple(_given_to(award, other) for award in document.palmares.awards)
    stops = tuple(
        replace(
            stop, authority_ids=tuple(other[id_].id if id_ in other else id_ for id_ in stop.authority_ids), note=""
        )
        for stop in document.rundown.stops
    )
    palmares, rundown = replace(document.palmares, awards=awards), replace(document.rundown, stops=stops)
    return ShowDocument(palmares, rundown, document.signed)


def _given_to(award: Award, other: Mapping[str, Any]) -> Award:
    # The form of a name goes with the name; what the jury said of it does not come along.
    return replace(
        award, authority=other[award.authority.id], representative="", note="", short_form="", pronunciation=""
    )
