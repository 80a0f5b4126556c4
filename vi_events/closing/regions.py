"""The labels of a region, sorted and counted: what its sheet says. No figure is typed. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vi_events.closing.labels import Label
from vi_events.edition.collation import sort_key
from vi_events.edition.palmares import KINDS, LEVELS

ABROAD = "99"
"""The code of the sheet of those who are in no region: other countries, and what is on no official list."""
_ABROAD_NAME = "Hors des régions françaises"
_KIND_WORDS = {
    "territoire": ("territoire", "territoires"),
    "village": ("village", "villages"),
    "ville": ("ville", "villes"),
    "autre": ("autre collectivité", "autres collectivités"),
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region with at least one label. ``code`` is INSEE's (76 for Occitanie), or ABROAD."""

    code: str
    name: str
    labels: tuple[Label, ...]


def regions(labels: Iterable[Label]) -> tuple[Region, ...]:
    """By region, in French alphabetical order; those that are in none come last."""
    groups: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        inside = label.region.id.startswith("reg-")
        key = (label.region.id.removeprefix("reg-"), label.region.name) if inside else (ABROAD, _ABROAD_NAME)
        groups.setdefault(key, []).append(label)
    ordered = sorted(groups, key=lambda key: (key[0] == ABROAD, sort_key(key[1])))
    return tuple(Region(code, name, tuple(groups[code, name])) for code, name in ordered)


def by_level(labels: Iterable[Label]) -> dict[int, tuple[Label, ...]]:
    """The levels there are, five arobases first; names in the order they came."""
    known = tuple(labels)
    groups = {level: tuple(label for label in known if label.level == level) for level in reversed(LEVELS)}
    return {level: group for level, group in groups.items() if group}


def by_mention(labels: Iterable[Label]) -> dict[str, tuple[Label, ...]]:
    """Who carries each special mention, by its name in French alphabetical order."""
    known = tuple(labels)
    names = sorted({name for label in known for name in label.mentions}, key=sort_key)
    return {name: tuple(label for label in known if name in label.mentions) for name in names}


def by_department(labels: Iterable[Label]) -> Counter[str]:
    """How many labels by code of département; those without one are not counted."""
    return Counter(label.authority.department for label in labels if label.authority.department)


def by_kind(labels: Iterable[Label]) -> dict[str, int]:
    """How many labels of each kind, every kind there."""
    counted = Counter(label.authority.kind for label in labels)
    return {kind: counted[kind] for kind in KINDS}


def summary(labels: Sequence[Label]) -> str:
    """« 16 collectivités labellisées : 1 territoire (22 communes membres), 4 villages et 11 villes. »"""
    counted = by_kind(labels)
    members = sum(label.members for label in labels if label.authority.kind == "territoire")
    parts = []
    for kind, words in _KIND_WORDS.items():
        if counted[kind]:
            joins = f" ({number(members, 'commune membre', 'communes membres')})"
            parts.append(number(counted[kind], *words) + (joins if kind == "territoire" and members else ""))
    return f"{number(len(labels), 'collectivité labellisée', 'collectivités labellisées')}\u202f: {joined(parts)}."


def history(labels: Sequence[Label]) -> str:
    """« 3 progressent, 1 participe pour la première fois et 2 reçoivent une mention spéciale. », or nothing."""
    told = (
        (sum(label.has_risen for label in labels), "progresse", "progressent"),
        (
            sum(label.first_participation for label in labels),
            "participe pour la première fois",
            "participent pour la première fois",
        ),
        (
            sum(bool(label.mentions) for label in labels),
            "reçoit une mention spéciale",
            "reçoivent une mention spéciale",
        ),
    )
    parts = [number(count, one, many) for count, one, many in told if count]
    return f"{joined(parts)}." if parts else ""


def listed(label: Label) -> str:
    """« Le Havre (76) », « Yoff (Sénégal) »."""
    where = label.authority.department or ("" if label.place == label.authority.name else label.place)
    return f"{label.authority.name}\u00a0({where})" if where else label.authority.name


def number(count: int, one: str, many: str) -> str:
    """« 1 ville », « 12 villes »."""
    return f"{count} {many if count > 1 else one}"


def joined(parts: Sequence[str]) -> str:
    """« a, b et c »."""
    return " et ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""
