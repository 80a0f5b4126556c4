"""Which official authority a typed name means. A correction says why, a doubt is asked: no silent guess."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process

from vi_events.edition.models import Authority
from vi_events.edition.reference import GROUPS, Reference
from vi_events.edition.text import clean, fold, free_id
from vi_events.sentences import say

Status = Literal["exact", "corrected", "ambiguous", "unknown", "foreign"]
MOST_CANDIDATES = 6
SURE_SCORE, SURE_MARGIN, SURE_LENGTH, LIKELY_SCORE = 90.0, 4.0, 8, 82.0
"""A typing mistake is corrected only above this score, this far before the second, on this many letters or more:
« Mairie » is one letter from the commune of Marie."""
_LONGEST_FUZZY = 90

_NOTE = re.compile(r"^(?P<name>.*\S)\s*[(\[](?P<note>[^()\[\]]*)[)\]]$")
_TAIL = re.compile(r"^(?P<name>.*\S)\s*(?:,|\s[-–—/]|\s)\s*(?P<note>\d{2,3}|2[ABab]|\d{5})$")
_COMMA = re.compile(r"^(?P<name>.*[^\s,])\s*(?:,|\s[-–—/])\s+(?P<note>[^,]+)$")
_HEAD = re.compile(r"^(?P<note>\d{5})\s+(?P<name>\S.*)$")
_CEDEX = re.compile(r"\s+cedex(?:\s+\d+)?$", re.IGNORECASE)
_LINK = r"(?: (?P<link>de la|de l|du|des|de|d|le|la|les|l))?"
_COMMUNE = re.compile(rf"^(?:la )?(?:mairie|ville|commune|village|hotel de ville|municipalite){_LINK} (?P<rest>.+)$")
_GROUP = re.compile(
    r"^(?:la )?(?:(?P<cc>communaute (?:de|des) communes?|com com|comcom|cdc|cc)"
    r"|(?P<ca>communaute d ?agglo(?:meration)?|communaute agglo(?:meration)?|agglomeration|agglo|ca)"
    r"|(?P<cu>communaute urbaine|cu)|(?P<metro>metropole|eurometropole)"
    rf"|(?P<ept>etablissement public territorial|ept)){_LINK} (?P<rest>.+)$"
)
_DEPARTMENT = re.compile(
    rf"^(?:le )?(?:departement|conseil departemental|conseil general|cd|dept){_LINK} (?P<rest>.+)$"
)
_REGION = re.compile(rf"^(?:la )?(?:region|conseil regional|cr){_LINK} (?P<rest>.+)$")
_ARTICLES = ("le ", "la ", "les ", "l ")
_LEADING_LINK = re.compile(r"^(?:(?:de la|de l|du|des|de|d|le|la|les|l) )+")
_GENERIC = frozenset(
    {"cc", "ca", "cu", "ept", "communaute", "communautes", "communes", "commune", "agglomeration", "agglo", "urbaine"}
    | {"metropole", "eurometropole", "de", "du", "des", "d", "le", "la", "les", "l", "et", "en"}
)
_KINDS = {"cc": ("CC",), "ca": ("CA",), "cu": ("CU",), "metro": ("METRO", "MET69"), "ept": ("EPT",)}


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name means. ``authority`` is None when it must be asked; ``candidates`` are what to offer."""

    status: Status
    authority: Authority | None
    candidates: tuple[Authority, ...]
    written: str
    why: str = ""
    """A French sentence, empty when there is nothing to report."""


@dataclass(frozen=True, slots=True)
class _Written:
    name: str
    places: frozenset[str] = frozenset()
    """Départements hinted at; empty: no hint."""
    communes: frozenset[str] = frozenset()
    """Communes of the postal code; empty: no hint."""
    hint: str = ""
    country: str = ""
    contradictory: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a name: the ids it may be, and whether it may count as exact."""

    ids: tuple[str, ...]
    faithful: bool = True
    why: str = ""


class _Search:
    """Names prepared for the loose comparisons of one reference."""

    def __init__(self, reference: Reference) -> None:
        self.joined: dict[str, tuple[str, ...]] = {}
        """Any name without its spaces."""
        self.groups: dict[str, tuple[str, ...]] = {}
        """EPCI without what says its kind: « ca de bastia » -> ``bastia``."""
        self.cores: dict[str, frozenset[str]] = {}
        """The telling words of each EPCI, by id."""
        for key, ids in reference.names.items():
            plain = key.replace(" ", "")
            self.joined[plain] = self.joined.get(plain, ()) + ids
            groups = tuple(id_ for id_ in ids if reference.kind(id_) in GROUPS)
            if groups:
                bare = _LEADING_LINK.sub("", re.sub(r"^(?:cc|ca|cu) ", "", key))
                self.groups[bare] = self.groups.get(bare, ()) + groups
                self.cores |= dict.fromkeys(groups, frozenset(key.split()) - _GENERIC)


@lru_cache(maxsize=2)
def _search(reference: Reference) -> _Search:
    return _Search(reference)


def match_authority(
    text: str, *, code: str = "", department: str = "", postal_code: str = "", reference: Reference
) -> Match:
    """The authority meant by ``text``; an INSEE code or a SIREN wins over the name. Never raises on any text."""
    written = clean(text)
    by_code = _by_code(written, code, reference)
    if by_code is not None:
        return by_code
    parsed = _parse(written, clean(department), clean(postal_code), reference)
    found = _foreign(parsed, written, reference) or _by_name(parsed, written, reference)
    if not code.strip() or found.status in ("unknown", "foreign"):
        return found
    notice = say("Le code «\u202f{0}\u202f» n’existe pas dans la liste officielle.", _shown(clean(code, 40)))
    status: Status = "corrected" if found.status == "exact" else found.status
    return replace(found, status=status, why=f"{notice} {found.why}".strip())


def _by_code(written: str, code: str, reference: Reference) -> Match | None:
    given = clean(code, 40).replace(" ", "").removesuffix(".0")
    if not given and re.fullmatch(r"[\d ]{9,18}", written):
        given = written.replace(" ", "")
    if re.fullmatch(r"\d{14}", given):
        given = given[:9]  # a SIRET begins with the SIREN
    if re.fullmatch(r"\d{4}", given):
        given = given.zfill(5)  # a spreadsheet drops the first zero
    found = reference.find(given) or reference.find(given.upper()) or reference.find(given.lower())
    if found is None:
        return None
    if not code.strip() or not written or _same(_NOTE.sub(r"\g<name>", written), found.name):
        return Match("exact", found, (found,), written)
    name = _parse(written, "", "", reference).name
    if any(found.id in reading.ids and reading.faithful for reading in _readings(name, reference)):
        return _settled(found, _Reading((found.id,)), name, written)
    why = say(
        "Écrit «\u202f{0}\u202f», mais le code {1} désigne «\u202f{2}\u202f».",
        _shown(written),
        given,
        _shown(found.name),
    )
    return Match("corrected", found, (found,), written, why)


def _parse(written: str, department: str, postal_code: str, reference: Reference) -> _Written:
    name = _CEDEX.sub("", written)
    hints: list[_Written] = []
    numbered = _DEPARTMENT.match(fold(name)) if name[-1:].isdigit() else None
    for pattern in (_HEAD, _NOTE, _TAIL, _COMMA):
        parts = None if numbered and numbered["rest"][:2].isdigit() else pattern.match(name)
        hint = _hint(parts["note"], reference) if parts else None
        # « CC Val 81 » is a whole official name: its number is no département.
        if parts and hint is not None and fold(name) not in reference.names:
            name = _CEDEX.sub("", parts["name"])
            hints.append(hint)
            break
    hints += [hint for given in (department, postal_code) if given and (hint := _hint(given, reference))]
    if not hints:
        return _Written(name)
    places = [hint.places for hint in hints if hint.places]
    shared = frozenset.intersection(*places) if places else frozenset()
    return _Written(
        name,
        shared or frozenset().union(*places),
        frozenset().union(*(hint.communes for hint in hints)),
        next(hint.hint for hint in hints),
        next((hint.country for hint in hints if hint.country), ""),
        bool(places) and not shared,
    )


@lru_cache(maxsize=4096)
def _hint(note: str, reference: Reference) -> _Written | None:
    """What a département, a postal code, a region or a country says, None when it is none of these."""
    note = note.strip().removesuffix(".0")
    if "(" in note or " - " in note:
        note = re.split(r"\s*[(]|\s+-\s+", note)[0]
    digits = note.upper().zfill(2) if len(note) < 4 else note.upper()
    if digits in reference.departments or digits.lstrip("0").zfill(2) in reference.departments:
        code = digits if digits in reference.departments else digits.lstrip("0").zfill(2)
        return _Written("", frozenset({code}), hint=code)
    if digits == "20":
        return _Written("", frozenset({"2A", "2B"}), hint="20")
    if re.fullmatch(r"\d{4,5}", note):
        return _postal_hint(note.zfill(5), reference)
    key = _LEADING_LINK.sub("", fold(note)) if fold(note) not in reference.department_codes else fold(note)
    if key in reference.department_codes:
        code = reference.department_codes[key]
        return _Written("", frozenset({code}), hint=code)
    for id_ in reference.names.get(key, ()):
        if id_.startswith("reg-"):
            return _Written("", reference.region_departments[id_[4:]], hint=reference.authority(id_).name)
    country = reference.countries.get(key)
    return _Written("", hint=country, country=country) if country else None


def _postal_hint(postal: str, reference: Reference) -> _Written | None:
    communes = reference.postal_codes.get(postal, ())
    places = frozenset(reference.authority(id_).department for id_ in communes)
    if not communes:
        start = postal[:3] if postal[:2] in ("97", "98") else postal[:2]
        places = frozenset({"2A", "2B"}) if start == "20" else frozenset({start} & reference.departments.keys())
    return _Written("", places, frozenset(communes), hint=postal) if places else None


def _foreign(parsed: _Written, written: str, reference: Reference) -> Match | None:
    country = parsed.country
    if not country and not parsed.places:
        key = fold(parsed.name)
        country = reference.countries.get(key, "") if key not in reference.names else ""
    if not country or not fold(parsed.name):
        return None
    id_ = free_id(f"{parsed.name} {country}")
    authority = Authority(id=id_, name=parsed.name, type="foreign", country=country)
    return Match("foreign", authority, (authority,), written)


def _by_name(parsed: _Written, written: str, reference: Reference) -> Match:
    alias = _alias(parsed, written, reference)
    if alias is not None:
        return alias
    elsewhere: _Reading | None = None
    hinted = bool(parsed.places or parsed.communes)
    for reading in _readings(parsed.name, reference):
        kept = _kept(reading.ids, parsed, reference)
        if kept:
            return _decide(replace(reading, ids=kept), parsed, written, reference)
        elsewhere = elsewhere or reading
    close = _close(parsed, reference)
    if elsewhere is not None and hinted:
        if close.ids:
            return _ask((*elsewhere.ids, *close.ids), written, reference)
        if len(elsewhere.ids) > 1:
            return _ask(elsewhere.ids, written, reference)
        found = reference.authority(elsewhere.ids[0])
        place = (
            say("dans le département {0} ({1})", found.department, found.department_name)
            if found.department
            else say("une région")
        )
        why = say("«\u202f{0}\u202f» est {1}, pas «\u202f{2}\u202f».", _shown(found.name), place, _shown(parsed.hint))
        return Match("corrected", found, (found,), written, why)
    if close.why:
        return _settled(reference.authority(close.ids[0]), close, parsed.name, written)
    return _ask(close.ids, written, reference) if close.ids else _unknown(parsed.name, written)


def _kept(ids: tuple[str, ...], parsed: _Written, reference: Reference) -> tuple[str, ...]:
    if parsed.communes:
        precise = tuple(id_ for id_ in ids if id_ in parsed.communes)
        if precise:
            return precise
    return tuple(id_ for id_ in ids if reference.covers(id_, parsed.places)) if parsed.places else ids


def _decide(reading: _Reading, parsed: _Written, written: str, reference: Reference) -> Match:
    ids = reading.ids
    if len(ids) > 1 and not parsed.name.isascii():
        # Accents typed are accents meant: « Champagné » is not « Champagne »; without any, all are possible.
        ids = tuple(i for i in ids if _same(reference.authority(i).name.casefold(), parsed.name.casefold())) or ids
    if len(ids) > 1 and set(ids) == {"75056", "dep-75"}:
        ids = ("75056",)  # one single authority since 2019: the Ville de Paris
    if len(ids) > 1:
        return _ask(ids, written, reference)
    found = reference.authority(ids[0])
    if parsed.contradictory and not reading.why:
        place = f"{found.department} ({found.department_name})"
        why = say(
            "Les indications se contredisent\u202f; «\u202f{0}\u202f» est dans le département {1}.",
            _shown(found.name),
            place,
        )
        return Match("corrected", found, (found,), written, why)
    return _settled(found, replace(reading, ids=ids), parsed.name, written)


def _settled(found: Authority, reading: _Reading, name: str, written: str) -> Match:
    if reading.faithful and not reading.why and _faithful(name, found):
        return Match("exact", found, (found,), written)
    why = reading.why or say(
        "Écrit «\u202f{0}\u202f»\u202f; nom officiel\u202f: «\u202f{1}\u202f».", _shown(name), _shown(found.name)
    )
    return Match("corrected", found, (found,), written, why)


def _faithful(name: str, found: Authority) -> bool:
    if _same(name, found.name):
        return True
    core = re.sub(r"^(?:CC|CA|CU) (?:(?:de la |de l'|du |des |de |d')(?=\S))?|^(?:Le|Les) ", "", found.name)
    end = name.replace("’", "'")
    return end != core and end.endswith((f" {core}", f"'{core}"))


def _same(one: str, other: str) -> bool:
    return one.replace("’", "'") == other.replace("’", "'")


def _ask(ids: tuple[str, ...], written: str, reference: Reference) -> Match:
    candidates = tuple(reference.authority(id_) for id_ in dict.fromkeys(ids))[:MOST_CANDIDATES]
    if len(candidates) == 1:
        why = say(
            "«\u202f{0}\u202f» ressemble à «\u202f{1}\u202f»\u202f: confirmez ou cherchez un autre nom.",
            _shown(written),
            _shown(candidates[0].name),
        )
    else:
        why = say(
            "Plusieurs collectivités possibles pour «\u202f{0}\u202f»\u202f: choisissez, ou précisez le département.",
            _shown(written),
        )
    return Match("ambiguous", None, candidates, written, why)


def _unknown(name: str, written: str) -> Match:
    free = Authority(id=free_id(name), name=name) if fold(name) else None
    return Match("unknown", free, (), written)


def _alias(parsed: _Written, written: str, reference: Reference) -> Match | None:
    key = fold(parsed.name)
    parts = _GROUP.match(key)
    short = next((f"{kind} {parts['rest']}" for kind in _KINDS if parts[kind]), key) if parts else key
    aliases = reference.aliases.get(key) or reference.aliases.get(short, ())
    if key in reference.names:
        return None
    for alias in aliases:
        known = bool(parsed.places) and reference.covers(alias.id, parsed.places)
        if known or not (alias.department or parsed.places):
            found = reference.authority(alias.id)
            why = say(
                "«\u202f{0}\u202f»\u202f: {1}. Nom officiel\u202f: «\u202f{2}\u202f».",
                _shown(parsed.name),
                alias.reason,
                _shown(found.name),
            )
            return Match("corrected", found, (found,), written, why)
    return _ask(tuple(alias.id for alias in aliases), written, reference) if aliases else None


def _readings(name: str, reference: Reference) -> Iterator[_Reading]:
    """The ways to understand a name, from the strictest to the loosest; only those that find something."""
    key = fold(name)
    for reading in _strict(key, reference):
        if reading.ids:
            yield reading
    search = _search(reference)
    expanded = _expand(key)
    former = reference.former_names.get(expanded, ())
    loose = [_Reading(reference.names.get(expanded, ()), False)]
    loose.append(_Reading(_communes((article + expanded for article in _ARTICLES), reference), False))
    loose.append(_Reading(search.joined.get(expanded.replace(" ", ""), ()), False))
    loose.append(_Reading(search.groups.get(_LEADING_LINK.sub("", expanded), ()), False))
    if len(former) == 1:
        whole = reference.authority(former[0]).name
        why = say(
            "«\u202f{0}\u202f» fait aujourd’hui partie de la commune «\u202f{1}\u202f».", _shown(name), _shown(whole)
        )
        loose.append(_Reading(former, False, why))
    loose.append(_Reading(former, False))
    yield from (reading for reading in loose if reading.ids)


def _strict(key: str, reference: Reference) -> Iterator[_Reading]:
    ids = reference.names.get(key, ())
    communes = tuple(id_ for id_ in ids if reference.kind(id_) not in GROUPS)
    yield _Reading(communes or ids)
    for pattern, start in ((_DEPARTMENT, "dep-"), (_REGION, "reg-")):
        parts = pattern.match(key)
        if parts:
            rest = parts["rest"]
            named = [n for full in _with_article(parts) for n in reference.names.get(full, ()) if n.startswith(start)]
            coded = (start + rest.upper(),) if reference.find(start + rest.upper()) else ()
            yield _Reading(tuple(dict.fromkeys(named)) or coded)
    parts = _COMMUNE.match(key)
    if parts:
        # « Ville du Bois » may be the town of Le Bois or La Ville-du-Bois: both are offered.
        whole = _communes((article + key for article in _ARTICLES), reference)
        yield _Reading(_communes(_with_article(parts), reference) + whole)
        yield _Reading(_communes((_expand(full) for full in _with_article(parts)), reference), False)
        joined = _search(reference).joined.get(_expand(parts["rest"]).replace(" ", ""), ())
        yield _Reading(tuple(id_ for id_ in joined if reference.kind(id_) == "commune"), False)
        yield _Reading(_communes((article + parts["rest"] for article in _ARTICLES), reference), False)
    parts = _GROUP.match(key)
    if parts:
        yield from _groups(parts, reference)


def _groups(parts: re.Match[str], reference: Reference) -> Iterator[_Reading]:
    search = _search(reference)
    kinds = next(kinds for name, kinds in _KINDS.items() if parts[name])
    rest = _expand(parts["rest"])
    named = search.groups.get(_LEADING_LINK.sub("", rest), ())
    yield _Reading(tuple(id_ for id_ in named if reference.kind(id_) in kinds))
    words = frozenset(rest.split()) - _GENERIC
    if not words:
        return
    same = tuple(id_ for id_, core in search.cores.items() if core == words)
    yield _Reading(tuple(id_ for id_ in same if reference.kind(id_) in kinds), False)
    yield _Reading(tuple(dict.fromkeys((*named, *same))), False)
    part = tuple(id_ for id_, core in search.cores.items() if words < core and reference.kind(id_) in kinds)
    yield _Reading(part, False)


def _with_article(parts: re.Match[str]) -> tuple[str, ...]:
    """The names « du Bouscat », « des Abymes », « de la Rochelle », « d’Oô » may stand for, likeliest first."""
    rest = parts["rest"]
    article = {"du": "le", "des": "les", "de la": "la", "de l": "l"}.get(parts["link"] or "", parts["link"] or "")
    return (rest,) if article in ("", "d", "de") else (f"{article} {rest}", rest)


def _communes(keys: Iterable[str], reference: Reference) -> tuple[str, ...]:
    """The communes of the first of these names that has any."""
    for key in keys:
        found = tuple(id_ for id_ in reference.names.get(key, ()) if reference.kind(id_) == "commune")
        if found:
            return found
    return ()


def _expand(key: str) -> str:
    words = {"st": "saint", "ste": "sainte", "sts": "saints", "s": "sur"}
    last = len(key.split()) - 1
    return " ".join(words.get(w, w) if w != "s" or 0 < n < last else w for n, w in enumerate(key.split()))


def _close(parsed: _Written, reference: Reference) -> _Reading:
    """The nearest spellings; ``why`` is filled when only one is near enough to be meant."""
    key = _expand(fold(parsed.name))
    search = _search(reference)
    parts = _GROUP.match(key)
    plain = parts or _COMMUNE.match(key)
    wanted = (plain["rest"] if plain else key).replace(" ", "")
    if not 4 <= len(wanted) <= _LONGEST_FUZZY:
        return _Reading(())
    names = {bare.replace(" ", ""): ids for bare, ids in search.groups.items()} if parts else search.joined
    found = process.extract(wanted, names.keys(), scorer=fuzz.ratio, score_cutoff=LIKELY_SCORE, limit=None)
    near = [(kept, score) for name, score, _ in found if (kept := _kept(names[name], parsed, reference))]
    # « Vandœuvre » is how people say Vandœuvre-lès-Nancy: offered, never assumed.
    longer = (ids for name, ids in reference.names.items() if name.startswith(f"{key} "))
    offered = tuple(id_ for ids in longer for id_ in _kept(ids, parsed, reference))
    if not near:
        return _Reading(offered)
    ids = tuple(id_ for kept, _ in near for id_ in kept)
    first, score = near[0]
    second = near[1][1] if len(near) > 1 else 0.0
    long_enough = len(wanted) >= (5 if parsed.places or parsed.communes else SURE_LENGTH)
    if len(first) == 1 and score >= SURE_SCORE and score - second >= SURE_MARGIN and long_enough:
        official = _shown(reference.authority(ids[0]).name)
        return _Reading(
            ids[:1],
            False,
            say("Écrit «\u202f{0}\u202f»\u202f; nom officiel\u202f: «\u202f{1}\u202f».", _shown(parsed.name), official),
        )
    return _Reading(offered[: MOST_CANDIDATES // 2] + ids, False)


def _shown(name: str) -> str:
    short = name if len(name) <= 80 else name[:79] + "…"
    return short.replace("'", "’")
