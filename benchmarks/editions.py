"""Invented editions of any size: a CSV file of people made of syllables, imported once per run."""

import csv
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.edition import people
from vi_events.edition.importing import prepare
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.edition.reference import Reference, load_reference
from vi_events.journal.entry import Author

T = TypeVar("T")
AUTHOR = Author("poste-1", "Banc d’essai")
_ZONES = (Zone("jour-1", "Jour 1"), Zone("ceremonie", "Cérémonie"))
_SYLLABLES = (
    "ba bé bo cha co dan de di dou é fa fé ga gne guy he ja jo la le li lou ma mé mi no œu pi ra ri ro sa sé ti"
)
_ENDINGS = "ard eau elle ert et ier in ine on ois ot oux"
_PARTICLES = ("", "", "", "", "", "Le ", "De ", "D’")
_FUNCTIONS = (
    "Maire",
    "Première adjointe au maire",
    "Adjoint au maire, délégué au numérique",
    "Conseillère municipale",
    "Directrice générale des services",
    "Chargé de communication",
    "Présidente",
)
_CATEGORIES = ("Élu·e", "Élu·e", "Agent·e", "Partenaire", "Presse", "Invité·e")
_HEADER: tuple[str, ...] = (
    "Réf.",
    "Nom",
    "Prénom",
    "Fonction",
    "Collectivité",
    "Code collectivité",
    "Département",
    "Catégorie",
)
_HEADER += ("Courriel", "Statut")
_MOST_AUTHORITIES = 5_000
_FIRST_NAMES = 1_200


@dataclass(frozen=True, slots=True)
class Built:
    """An edition on disk, and how long each stage of its import took, in seconds."""

    data: Path
    folder: Path
    file: Path
    size: int
    stages: dict[str, float]


def build(root: Path, size: int, number: int = 0) -> Built:
    """Makes an edition of ``size`` people by importing a generated file; the same size gives the same people."""
    data = root / f"{size}-{number}"
    data.mkdir(parents=True)
    file = data / "participants.csv"
    _write(file, size)
    folder = app.create_edition(data, Edition("banc", "Banc d’essai", "2018-02-01", "Paris"), _ZONES)
    stages: dict[str, float] = {}
    with app.open_edition(folder, AUTHOR) as opened:
        reference = _stage(stages, "reference", load_reference)
        prepared = _stage(stages, "read and match", lambda: prepare(file, reference))
        outcome = _stage(stages, "write", lambda: opened.import_prepared(prepared))
    if outcome.added != size:
        raise AssertionError(f"{outcome.added} of {size} rows imported: {outcome.refused[:3]}")
    return Built(data, folder, file, size, stages)


def sample(opened: OpenEdition, most: int) -> list[tuple[str, str]]:
    """Ids and ticket codes of at most ``most`` people, in random order (the same for the same edition)."""
    known = opened.core.call(lambda store: store.states_of_type("attendee"))
    chosen = random.Random(1).sample(known, min(most, len(known)))
    return [(subject.removeprefix(people.PREFIX), str(state.data["code"])) for subject, state in chosen]


def _stage(stages: dict[str, float], name: str, work: Callable[[], T]) -> T:
    start = time.perf_counter()
    result = work()
    stages[name] = time.perf_counter() - start
    return result


def _write(file: Path, size: int) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(_HEADER)
        writer.writerows(_people(size, load_reference()))


def _people(size: int, reference: Reference) -> Iterator[Sequence[str]]:
    chance = random.Random(size)
    communes = sorted(id_ for id_ in reference.ids if len(id_) == 5 and id_[0].isdigit())
    authorities = [reference.authority(id_) for id_ in chance.sample(communes, min(size, _MOST_AUTHORITIES))]
    # As among real people: few first names, and about half as many surnames as people.
    first_names = [_word(chance) for _ in range(_FIRST_NAMES)]
    last_names = [chance.choice(_PARTICLES) + _word(chance) for _ in range(size // 2 + 1)]
    for number in range(size):
        authority: Authority = chance.choice(authorities)
        yield (
            f"B-{number:06}",
            chance.choice(last_names),
            chance.choice(first_names),
            chance.choice(_FUNCTIONS),
            authority.name,
            # Three files in ten give a name and a département only: those names have to be matched.
            authority.id if chance.random() < 0.7 else "",
            authority.department,
            chance.choice(_CATEGORIES),
            f"b{number}@banc.example",
            "Annulé" if chance.random() < 0.03 else "Confirmé",
        )


def _word(chance: random.Random) -> str:
    syllables = _SYLLABLES.split()
    inside = "".join(chance.choice(syllables) for _ in range(chance.randint(1, 3)))
    return (inside + chance.choice(_ENDINGS.split())).capitalize()
