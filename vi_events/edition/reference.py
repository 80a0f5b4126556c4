"""The official list of French authorities, read once from assets/reference (Licence Ouverte 2.0)."""

import csv
import gzip
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from anyascii import anyascii

from vi_events.edition.models import Authority
from vi_events.edition.text import fold
from vi_events.errors import StorageError
from vi_events.sentences import say

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "reference"
GROUPS = ("CC", "CA", "CU", "METRO", "MET69", "EPT")
_PREFIX = {"region": "reg-", "departement": "dep-"}
_COLUMNS = ("kind", "code", "name", "population", "dept", "region", "epci", "ept", "tncc", "siren", "postal", "into")
_KEPT = frozenset("0123456789abcdefghijklmnopqrstuvwxyz\n")


@dataclass(frozen=True, slots=True)
class Alias:
    """An acronym or a former name; it holds only in ``department`` when that is filled."""

    id: str
    department: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list. ``population`` is None when unknown; ``article`` is INSEE's TNCC code."""

    id: str
    kind: str
    name: str
    department: str
    region: str
    groups: tuple[str, ...]
    postal_codes: tuple[str, ...]
    population: int | None
    article: str


class Reference:
    """Authorities by code and by folded name. Indexes are made at first need and never change."""

    def __init__(self, lines: list[str], aliases: dict[str, tuple[Alias, ...]], countries: dict[str, str]) -> None:
        # Lines stay text until asked for: cutting all of them would triple the loading time.
        self._parts = [line for line in lines if line.startswith("part\t")]
        self._index: dict[str, str] = {}
        for line in lines:
            kind, code, _ = line.split("\t", 2)
            if kind != "part":
                self._index[_PREFIX.get(kind, "") + code] = line
        self.aliases = aliases
        """By folded alias."""
        self.countries = countries
        """French name of a country by its folded name."""
        self._authorities: dict[str, Authority] = {}
        departments = [line.split("\t") for id_, line in self._index.items() if id_.startswith("dep-")]
        self.departments = {row[1]: row[2] for row in departments}
        """Name by code, overseas included."""
        regions = _group((row[5], row[1]) for row in departments)
        self.region_departments = {code: frozenset(inside) for code, inside in regions.items()}
        """Codes of départements by region code."""
        self._regions = {row[1]: f"reg-{row[5]}" for row in departments}

    def __len__(self) -> int:
        return len(self._index)

    @property
    def ids(self) -> Iterable[str]:
        return self._index.keys()

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Ids by folded official name."""
        names = [line.split("\t", 3)[2] for line in self._index.values()]
        return _group(zip(_folded(names), self._index, strict=True))

    @cached_property
    def former_names(self) -> dict[str, tuple[str, ...]]:
        """Ids of today's communes by the folded name of a commune or arrondissement inside them."""
        rows = [line.split("\t") for line in self._parts]
        return _group(zip(_folded([row[2] for row in rows]), (row[11] for row in rows), strict=True))

    @cached_property
    def _communes(self) -> list[list[str]]:
        return [line.split("\t") for line in self._index.values() if line.startswith("commune\t")]

    @cached_property
    def _sirens(self) -> dict[str, str]:
        sirens = {row[9]: row[1] for row in self._communes if row[9]}
        return sirens | {row[1]: row[11] for row in (line.split("\t") for line in self._parts)}

    @cached_property
    def postal_codes(self) -> dict[str, tuple[str, ...]]:
        """Ids of communes by postal code."""
        return _group((code, row[1]) for row in self._communes for code in row[10].split())

    @cached_property
    def _members(self) -> dict[str, tuple[str, ...]]:
        return _group((group, row[1]) for row in self._communes for group in row[6:8] if group)

    def find(self, code: str) -> Authority | None:
        """The authority of an INSEE code, a SIREN (of an EPCI or a commune), ``dep-33`` or ``reg-75``; the code of a
        merged commune or of an arrondissement gives today's commune.
        """
        return self.authority(code) if code in self._index else self._found_elsewhere(code)

    def _found_elsewhere(self, code: str) -> Authority | None:
        today = self._sirens.get(code)
        return self.authority(today) if today else None

    def authority(self, id_: str) -> Authority:
        """The authority of a known id. KeyError: not in the list."""
        known = self._authorities.get(id_)
        if known is None:
            row = self._index[id_].split("\t")
            kind = "epci" if row[0] in GROUPS else row[0]
            known = Authority(id_, row[2], kind, row[4], self.departments.get(row[4], ""))
            self._authorities[id_] = known
        return known

    def kind(self, id_: str) -> str:
        """commune, departement, region, CC, CA, CU, METRO, MET69 or EPT. KeyError: not in the list."""
        return self._index[id_].partition("\t")[0]

    def entry(self, id_: str) -> Entry:
        """All that the list says. KeyError: not in the list."""
        row = self._index[id_].split("\t")
        line = dict(zip(_COLUMNS, row, strict=True))
        return Entry(
            id=id_,
            kind=row[0],
            name=line["name"],
            department=line["dept"],
            region=line["region"],
            groups=tuple(group for group in (line["epci"], line["ept"]) if group),
            postal_codes=tuple(line["postal"].split()),
            population=int(line["population"]) if line["population"] else None,
            article=line["tncc"],
        )

    def named(self, name: str) -> tuple[Authority, ...]:
        """Every authority whose official name folds like ``name``."""
        return tuple(self.authority(id_) for id_ in self.names.get(fold(name), ()))

    def members(self, group: str) -> tuple[Authority, ...]:
        """The communes of an EPCI or EPT, by INSEE code; empty for anything else."""
        return tuple(self.authority(id_) for id_ in self._members.get(group, ()))

    def covers(self, id_: str, departments: frozenset[str]) -> bool:
        """Whether the authority lies, even in part, in one of these départements."""
        row = self._index[id_].split("\t")
        if row[4] in departments:
            return True
        if row[0] == "region":
            return not departments.isdisjoint(self.region_departments[row[1]])
        return any(self.authority(member).department in departments for member in self._members.get(id_, ()))

    def region(self, department: str) -> Authority | None:
        """The region of a département, by its code; None for what is no département's."""
        id_ = self._regions.get(department)
        return self.authority(id_) if id_ else None

    @cached_property
    def department_codes(self) -> dict[str, str]:
        """Code by folded department name."""
        return {fold(name): code for code, name in self.departments.items()}


def _group(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, list[str]] = {}
    for key, value in pairs:
        found = grouped.setdefault(key, [])
        if value not in found:
            found.append(value)
    return {key: tuple(values) for key, values in grouped.items()}


def _folded(names: list[str]) -> list[str]:
    """``[fold(name) for name in names]`` in one pass over all of them: ten times faster for the whole country."""
    text = "\n".join(names)
    for char in set(text):
        if not char.isascii():
            text = text.replace(char, anyascii(char))
    text = text.lower()
    for char in set(text) - _KEPT:
        text = text.replace(char, " ")
    return [" ".join(line.split()) for line in text.split("\n")]


def load_reference(path: Path = ASSETS) -> Reference:
    """The reference in this folder, about 0.1 s. StorageError when a file is missing or damaged."""
    try:
        lines = gzip.decompress((path / "collectivites.tsv.gz").read_bytes()).decode().splitlines()
        if tuple(lines[0].split("\t")) != _COLUMNS:
            raise ValueError("columns")
        aliases: dict[str, tuple[Alias, ...]] = {}
        for line in _small_table(path / "aliases.csv"):
            key = fold(line["alias"])
            aliases[key] = (*aliases.get(key, ()), Alias(line["code"], line["department"], line["reason"]))
        countries = {fold(line["name"]): line["country"] for line in _small_table(path / "pays.csv")}
        return Reference(lines[1:], aliases, countries)
    except (OSError, EOFError, ValueError, LookupError, csv.Error, zlib.error) as error:
        raise StorageError(
            "reference_unreadable",
            say("La liste officielle des collectivités est illisible (dossier {0}).", path.name),
            "Réinstallez VI Events, ou copiez ce dossier depuis un autre poste.",
        ) from error


def _small_table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
