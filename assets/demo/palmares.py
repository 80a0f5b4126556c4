"""Which 185 real authorities the demonstration calls on stage, and with which level (public or invented)."""

import random
from collections import Counter
from dataclasses import dataclass, replace

Row = dict[str, str]

COUNTS = {"territoire": 12, "village": 42, "ville": 131}
LEVELS = {5: 38, 4: 34, 3: 40, 2: 40, 1: 33}
"""Close to the shares published for 2016 (30, 25, 31, 37 and about 40 of 163); 2018 was never published by level."""

CEREMONY_YEAR = 2018
OLDEST_PUBLIC_LEVEL = 2013
"""Older levels say too little of the year shown."""

MENTIONS = ("Coopération décentralisée", "Gouvernement ouvert", "Numérique éducatif")
"""The three mentions known for 2018."""
INVENTED_MENTIONS = 6
GREEN, GREEN_COUNT = "Arobase verte", 5
"""A mention of later years (2022), always invented here."""

SHORT_FORMS = {
    "51513": "Saint-Remy-en-Bouzemont",
    "80714": "Saint-Quentin-la-Motte",
    "70058": "Beaujeu-Saint-Vallier",
    "07262": "Saint-Laurent-les-Bains",
    "34317": "La Vacquerie",
    "200006682": "Beaune, Côte et Sud",
}
"""Chosen for the demonstration."""
PRONUNCIATIONS = {"27117": "Breuil", "31404": "O", "80829": "I", "28064": "Bu"}

# Real authorities whose names are hard: length, homonyms, two letters, ligatures, quotes, commas, slashes.
HARD_TERRITORIES = ("200036473", "200006682", "200065787")
HARD_VILLAGES = (
    "80829", "28064", "31404", "95625", "70058", "27117", "22091", "05063", "34317",
    "02532", "29155", "29186", "07262", "80714", "51513", "07348", "07051", "57521",
)  # fmt: skip
HARD_TOWNS = (
    "33032", "73031", "14118", "72054", "76255", "94038", "38193", "85113", "81131",
    "85194", "54323", "01283", "29158", "93066", "97411", "81273", "97229", "27679",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Laureate:
    """One authority of the palmarès; ``source`` is empty when level and mention are both invented."""

    name: str
    code: str
    department: str
    kind: str
    reference_kind: str
    level: int
    previous: int | None
    mention: str
    level_year: str
    mention_year: str
    source: str
    first_participation: bool = False
    """Only where no public source knows of an earlier one."""
    short_form: str = ""
    pronunciation: str = ""


def choose(reference: dict[str, Row], labels: list[Row], rng: random.Random) -> list[Laureate]:
    """The 185 laureates in running order: level rising, then territoires, villages, villes, then by code."""
    kinds = _chosen_kinds(reference, labels, rng)
    by_code: dict[str, list[Row]] = {}
    for label in sorted(labels, key=_distance):
        by_code.setdefault(label["code"], []).append(label)
    public = {code: row for code in kinds if (row := _public_level(by_code.get(code, [])))}
    levels = _levels(list(kinds), public, rng)
    without_public = [code for code in kinds if not any(row["mention"] for row in by_code.get(code, []))]
    invented_mentions = dict(zip(sorted(rng.sample(without_public, INVENTED_MENTIONS)), MENTIONS * 2, strict=True))
    laureates = []
    for code, kind in kinds.items():
        rows = by_code.get(code, [])
        level_row = public.get(code)
        mention_row = next((row for row in rows if row["mention"]), None)
        sources = dict.fromkeys(row["source"] for row in (level_row, mention_row) if row)
        previous = _previous(rows, level_row, levels[code], rng)
        laureates.append(
            Laureate(
                name=reference[code]["name"],
                code=code,
                department=reference[code]["dept"],
                kind=kind,
                reference_kind=reference[code]["kind"],
                level=levels[code],
                previous=previous,
                mention=mention_row["mention"].replace("'", "’") if mention_row else invented_mentions.get(code, ""),
                level_year=level_row["année"] if level_row else "",
                mention_year=mention_row["année"] if mention_row else "",
                source=" | ".join(sources),
                first_participation=previous is None and not rows,
                short_form=SHORT_FORMS.get(code, ""),
                pronunciation=PRONUNCIATIONS.get(code, ""),
            )
        )
    green = set(rng.sample([one.code for one in laureates if not one.mention], GREEN_COUNT))
    laureates = [replace(one, mention=GREEN) if one.code in green else one for one in laureates]
    return sorted(laureates, key=lambda one: (one.level, one.kind, one.code))


def _distance(label: Row) -> tuple[int, int]:
    year = int(label["année"])
    return abs(year - CEREMONY_YEAR), year


def _chosen_kinds(reference: dict[str, Row], labels: list[Row], rng: random.Random) -> dict[str, str]:
    """Code -> kind. The kind is the source's when it says one; otherwise it is chosen for the demonstration only."""
    said = {row["code"]: row["type_dans_la_source"] for row in labels if row["type_dans_la_source"]}
    hard = dict.fromkeys(HARD_TERRITORIES, "territoire") | dict.fromkeys(HARD_VILLAGES, "village")
    said |= hard | dict.fromkeys(HARD_TOWNS, "ville")
    nearest = [row["code"] for row in sorted(labels, key=_distance)]
    others = [
        code for code, row in reference.items() if row["kind"] == "commune" and int(row["population"] or 0) > 6000
    ]
    rng.shuffle(others)
    chosen: dict[str, str] = {}
    count: Counter[str] = Counter()
    for code in dict.fromkeys([*hard, *HARD_TOWNS, *nearest, *others]):
        kind = said.get(code) or ("village" if int(reference[code]["population"] or 0) < 3500 else "ville")
        if count[kind] < COUNTS[kind]:
            chosen[code] = kind
            count[kind] += 1
        if count == COUNTS:
            return chosen
    raise ValueError(f"Not enough authorities in the reference: {dict(count)} instead of {COUNTS}")


def _public_level(rows: list[Row]) -> Row | None:
    usable = (row for row in rows if row["arobases"] and int(row["année"]) >= OLDEST_PUBLIC_LEVEL)
    return next(usable, None)


def _levels(codes: list[str], public: dict[str, Row], rng: random.Random) -> dict[str, int]:
    """Public levels as they are; invented ones fill what is missing from ``LEVELS``."""
    levels = {code: int(row["arobases"]) for code, row in public.items()}
    missing = Counter(LEVELS)
    missing.subtract(levels.values())
    if min(missing.values()) < 0:
        raise ValueError(f"More public levels than LEVELS allows: {dict(missing)}")
    invented = sorted(missing.elements())
    rng.shuffle(invented)
    return levels | dict(zip((code for code in codes if code not in public), invented, strict=True))


def _previous(rows: list[Row], level_row: Row | None, level: int, rng: random.Random) -> int | None:
    """The level before: a public earlier one if there is one, else invented, never a fall for a real authority."""
    if level_row:
        earlier = [row for row in rows if row["arobases"] and row["année"] < level_row["année"]]
        if earlier:
            return int(max(earlier, key=lambda row: row["année"])["arobases"])
    draw = rng.random()
    if draw < 0.15:
        return None if level <= 3 else level
    return level if draw < 0.65 else max(level - 1, 1)
