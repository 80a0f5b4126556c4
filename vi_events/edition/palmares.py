"""The palmarès: who gets which label. It is under embargo until each reveal, so nothing here shows in a repr or a log.

Pure data: it is read from a file by palmares_import and kept at rest by the seal.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from vi_events.edition.collation import sort_key
from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference
from vi_events.edition.text import fold
from vi_events.errors import StorageError, UserError
from vi_events.sentences import say

VERSION = 1
"""Of the JSON document."""
LEVELS = (1, 2, 3, 4, 5)
KINDS = ("village", "ville", "territoire", "autre")
TOTALS = ("total", *map(str, LEVELS), *KINDS)
"""What may be counted and announced."""

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention spéciale of the edition."""

    id: str
    name: str


# A repr would end up in a log or a crash report: under embargo the default one, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class Award:
    """The label of one authority. ``representative`` is a person's name: erased with the other personal data."""

    authority: Authority
    level: int
    previous: int | None = None
    """The level before; None when there was none or it is unknown."""
    first_participation: bool = False
    mentions: tuple[str, ...] = ()
    """Ids of mentions."""
    distinctions: tuple[str, ...] = ()
    representative: str = ""
    note: str = ""
    short_form: str = ""
    """What is shown where the name does not fit."""
    pronunciation: str = ""

    def __post_init__(self) -> None:
        # No value in the message: it may be shown where the award must not be.
        if self.level not in LEVELS or self.previous not in (None, *LEVELS):
            raise ValueError("level out of range")
        if self.authority.kind not in KINDS:
            raise ValueError("unknown kind")

    @property
    def progress(self) -> int | None:
        """Arobases gained since the previous level, negative for a fall; None without a previous level."""
        return None if self.previous is None else self.level - self.previous


@dataclass(frozen=True, slots=True, repr=False)
class Palmares:
    """Every award of an edition, one for each authority. ``announced``: some of TOTALS, as published beforehand."""

    awards: tuple[Award, ...] = ()
    mentions: tuple[Mention, ...] = ()
    announced: Mapping[str, int] = field(default_factory=dict)

    def by_level(self) -> dict[int, tuple[Award, ...]]:
        """Awards by level, every level there, the lowest first."""
        return _grouped(self.awards, lambda award: award.level, LEVELS)

    def by_kind(self) -> dict[str, tuple[Award, ...]]:
        """Awards by kind, every kind there."""
        return _grouped(self.awards, lambda award: award.authority.kind, KINDS)

    def by_region(self, reference: Reference) -> dict[str, tuple[Award, ...]]:
        """Awards by the name of their region, or of their country; « » holds those that have neither."""

        def place(award: Award) -> str:
            authority = award.authority
            if authority.type == "region":
                return authority.name
            region = reference.region(authority.department)
            return region.name if region else authority.country

        return _grouped(self.awards, place, sorted({place(award) for award in self.awards}, key=sort_key))

    def with_mention(self, mention_id: str) -> tuple[Award, ...]:
        """The awards that carry a mention."""
        return tuple(award for award in self.awards if mention_id in award.mentions)

    def counts(self) -> dict[str, int]:
        """How many awards for each of TOTALS."""
        levels = {str(level): len(awards) for level, awards in self.by_level().items()}
        return {"total": len(self.awards)} | levels | {kind: len(awards) for kind, awards in self.by_kind().items()}

    def gaps(self) -> dict[str, tuple[int, int]]:
        """Announced and counted, for each announced total that the awards do not give."""
        counts = self.counts()
        return {name: (said, counts[name]) for name, said in self.announced.items() if said != counts[name]}

    def to_json(self) -> dict[str, Any]:
        """A plain dict for a JSON document, read back by ``from_json``."""
        return {
            "version": VERSION,
            "awards": [_plain(asdict(award)) for award in self.awards],
            "mentions": [asdict(mention) for mention in self.mentions],
            "announced": dict(self.announced),
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> "Palmares":
        """The palmarès of ``to_json``. StorageError: palmares_version, palmares_damaged."""
        version = document.get("version")
        if version != VERSION:
            raise StorageError(
                "palmares_version",
                say("Ce palmarès est écrit dans une version ({0!s:.20}) que ce poste ne connaît pas.", version),
                "Mettez à jour VI Events sur ce poste, puis rouvrez l’édition.",
            )
        try:
            return _checked(
                cls(
                    awards=tuple(_award(data) for data in document["awards"]),
                    mentions=tuple(Mention(str(data["id"]), str(data["name"])) for data in document["mentions"]),
                    announced={str(name): int(count) for name, count in document["announced"].items()},
                )
            )
        except (KeyError, TypeError, ValueError, AttributeError):
            # « from None »: the foreign message may quote what is under embargo.
            raise StorageError(
                "palmares_damaged",
                "Le palmarès enregistré est abîmé ou incomplet.",
                "Rouvrez sa copie précédente, ou importez de nouveau le fichier du palmarès.",
            ) from None


def mention_id(name: str) -> str:
    """``numerique-educatif`` for « Numérique éducatif »; two spellings of one mention give the same."""
    return fold(name).replace(" ", "-")[:60]


def check_announced(announced: Mapping[str, int]) -> Mapping[str, int]:
    """The totals as they came. UserError: announced_unknown, announced_negative."""
    for name, count in announced.items():
        if name not in TOTALS:
            message = say("Le total annoncé « {0} » n’existe pas.", name[:40])
            raise UserError("announced_unknown", message, say("Totaux possibles\u202f: {0}.", ", ".join(TOTALS)))
        if count < 0:
            message = say("Le total annoncé pour « {0} » est négatif.", name)
            raise UserError("announced_negative", message, "Donnez un nombre de collectivités, zéro ou plus.")
    return announced


def _grouped(
    awards: Iterable[Award], key: Callable[[Award], _Key], keys: Iterable[_Key]
) -> dict[_Key, tuple[Award, ...]]:
    groups: dict[_Key, list[Award]] = {each: [] for each in keys}
    for award in awards:
        groups[key(award)].append(award)
    return {each: tuple(group) for each, group in groups.items()}


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}


def _award(data: Mapping[str, Any]) -> Award:
    said = dict(data)
    for name in ("mentions", "distinctions"):
        said[name] = tuple(str(each) for each in said[name])
    said["authority"] = Authority(**said["authority"])
    return Award(**said)


def _checked(palmares: Palmares) -> Palmares:
    ids = {award.authority.id for award in palmares.awards}
    mentions = {mention.id for mention in palmares.mentions}
    known = all(mentions.issuperset(award.mentions) for award in palmares.awards)
    if len(ids) < len(palmares.awards) or not known or not set(palmares.announced) <= set(TOTALS):
        raise ValueError("inconsistent")
    return palmares
