"""612 invented people: delegations of the authorities of the palmarès, foreign guests, press, partners, crew."""

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from names import FIRST_MEN, FIRST_WOMEN, SPECIAL_NAMES, SURNAMES
from palmares import Laureate

TOTAL = 612
HEADERS = (
    "Réf.", "Nom", "Prénom", "Fonction", "Collectivité", "Code collectivité", "Département", "Catégorie",
    "Courriel", "Statut", "Protocole", "Siège", "Zones", "VIP", "Fictif",
)  # fmt: skip

CANCELLED, NOT_CONFIRMED, PROTOCOL, VIP = 8, 6, 25, 18
SPECIAL_EVERY = 9
"""One person in nine bears a name of SPECIAL_NAMES until they are used up."""

ELECTED, OFFICER, PARTNER = "Élu·e", "Agent·e", "Partenaire"
PRESS, SPEAKER, CREW = "Presse", "Intervenant·e", "Équipe"

# (for a woman, for a man)
MAYOR = ("Maire", "Maire")
COUNCIL = (
    ("Première adjointe au maire", "Premier adjoint au maire"),
    ("Adjointe au maire déléguée au numérique", "Adjoint au maire délégué au numérique"),
    ("Adjointe au maire, éducation et numérique éducatif", "Adjoint au maire, éducation et numérique éducatif"),
    ("Conseillère municipale", "Conseiller municipal"),
    ("Conseillère municipale déléguée à l’inclusion numérique", "Conseiller municipal délégué à l’inclusion numérique"),
    ("Conseillère municipale déléguée à la démocratie locale", "Conseiller municipal délégué à la démocratie locale"),
    ("Adjointe au maire, communication, vie associative et jumelages", "Adjoint au maire, communication et jumelages"),
    ("Adjointe au maire, culture et médiathèque", "Adjoint au maire, culture et médiathèque"),
)
BOARD = (
    ("Vice-présidente déléguée aux usages numériques", "Vice-président délégué aux usages numériques"),
    ("Première vice-présidente", "Premier vice-président"),
    ("Conseillère communautaire", "Conseiller communautaire"),
)
PRESIDENTS = {
    "CC": ("Présidente de la communauté de communes", "Président de la communauté de communes"),
    "CA": ("Présidente de la communauté d’agglomération", "Président de la communauté d’agglomération"),
}
OFFICERS = (
    ("Directrice générale des services", "Directeur général des services"),
    ("Directrice des systèmes d’information", "Directeur des systèmes d’information"),
    ("DSI mutualisée", "DSI mutualisé"),
    ("Chargée de communication", "Chargé de communication"),
    ("Directrice de la communication", "Directeur de la communication"),
    ("Conseillère numérique France Services", "Conseiller numérique France Services"),
    ("Médiatrice numérique", "Médiateur numérique"),
    ("Responsable de la médiathèque", "Responsable de la médiathèque"),
    ("Cheffe de projet ville intelligente", "Chef de projet ville intelligente"),
    ("Directrice de cabinet", "Directeur de cabinet"),
    ("Webmestre", "Webmestre"),
)
VILLAGE_OFFICERS = (
    ("Secrétaire de mairie", "Secrétaire de mairie"),
    ("Agente d’accueil et de médiation", "Agent d’accueil et de médiation"),
)

# Organisations that do not exist, and say so: (category, organisation, how many, functions).
OUTSIDERS = (
    (PRESS, "La Gazette imaginaire des territoires (fictif)", 4, (("Journaliste", "Journaliste"),)),
    (PRESS, "Radio Arobase (fictif)", 4, (("Journaliste", "Journaliste"), ("Preneuse de son", "Preneur de son"))),
    (PRESS, "Télé-Clocher (fictif)", 5, (("Journaliste reporter d’images", "Journaliste reporter d’images"),)),
    (PRESS, "", 2, (("Journaliste indépendante", "Journaliste indépendant"),)),
    (PARTNER, "Fibrotopie SA (société fictive)", 8, (("Chargée d’affaires", "Chargé d’affaires"),)),
    (PARTNER, "Nuage & Clocher (société fictive)", 7, (("Responsable grands comptes", "Responsable grands comptes"),)),
    (PARTNER, "Fondation L’Œil du Hameau (fictive)", 6, (("Chargée de programme", "Chargé de programme"),)),
    (PARTNER, "Syndicat mixte Numéribocage (fictif)", 5, (("Chargée de mission", "Chargé de mission"),)),
    (SPEAKER, "Université de Trifouillis-les-Oies (fictive)", 5, (("Professeure des universités", "Sociologue"),)),
    (SPEAKER, "Observatoire des lenteurs numériques (fictif)", 5, (("Directrice d’études", "Directeur d’études"),)),
    (CREW, "Organisation (démonstration)", 19, (("Accueil", "Accueil"), ("Régisseuse", "Régisseur"))),
    (CREW, "Organisation (démonstration)", 3, (("Opératrice webtv", "Opérateur webtv"), ("Bénévole", "Bénévole"))),
    # Towns abroad that really took part (2000 and 2006); their delegations are invented like the rest.
    (
        ELECTED,
        "Yoff (Sénégal)",
        4,
        (("Adjointe au maire", "Adjoint au maire"), ("Conseillère municipale", "Conseiller municipal")),
    ),
    (ELECTED, "Bromont (Québec, Canada)", 3, (("Conseillère municipale", "Conseiller municipal"),)),
)

# (for a woman, for a man); narrow no-break spaces before high punctuation.
NOTES = (
    (
        "Placée au 1er rang, siège {seat}. Prévenir l’accueil des élus.",
        "Placé au 1er rang, siège {seat}. Prévenir l’accueil des élus.",
    ),
    (
        "Accompagnée d’une interprète en langue des signes.",
        "Accompagné d’une interprète en langue des signes.",
    ),
    (
        "Représentée par son directeur de cabinet jusqu’à midi.",
        "Représenté par sa directrice de cabinet jusqu’à midi.",
    ),
    (
        "Attendue par la presse\u202f; l’accompagner jusqu’au salon «\u202fŒrsted\u202f».",
        "Attendu par la presse\u202f; l’accompagner jusqu’au salon «\u202fŒrsted\u202f».",
    ),
    ("Fauteuil roulant\u202f: passer par l’ascenseur du hall B.",) * 2,
    ("Repart avant 17\u00a0h\u202f: faire avancer sa voiture à 16\u00a0h\u00a030.",) * 2,
)


@dataclass(frozen=True, slots=True)
class Person:
    """One line of participants.csv; ``woman`` and ``domain`` only serve to make the rest."""

    woman: bool
    last_name: str
    first_name: str
    function: str
    authority: str
    code: str
    department: str
    category: str
    domain: str
    email: str = ""
    status: str = "Confirmé"
    note: str = ""
    seat: str = ""
    zones: str = ""
    vip: str = ""

    def cells(self, number: int) -> list[str]:
        """The line of participants.csv, in the order of HEADERS."""
        return [
            f"VI-{number:04d}", self.last_name, self.first_name, self.function, self.authority, self.code,
            self.department, self.category, self.email, self.status, self.note, self.seat, self.zones, self.vip, "oui",
        ]  # fmt: skip


def ascii_slug(text: str) -> str:
    """« Œuvrard-Lô » -> ``oeuvrard-lo``; only a-z, 0-9 and hyphens."""
    joined = text.lower()
    for char, plain in {"œ": "oe", "æ": "ae", "ł": "l", "ø": "o", "þ": "th", "ð": "d", "ı": "i", "ß": "ss"}.items():
        joined = joined.replace(char, plain)
    letters = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    return "-".join("".join(c if c.isalnum() else " " for c in letters).split())


def invent(laureates: Sequence[Laureate], rng: random.Random) -> list[Person]:
    """TOTAL people in the order they registered: delegations together, authorities mixed."""
    names = _names(rng)
    groups = [[_outsider(group, names, rng) for _ in range(group[2])] for group in OUTSIDERS]
    sizes = _sizes(len(laureates), TOTAL - sum(len(group) for group in groups), rng)
    groups += [_delegation(one, size, names, rng) for one, size in zip(laureates, sizes, strict=True)]
    rng.shuffle(groups)
    people = [person for group in groups for person in group]
    people = _homonyms(people)
    people = _variants(people, rng)
    return _emails(_particulars(people, rng), rng)


def _names(rng: random.Random) -> Iterator[tuple[bool, str, str]]:
    """Endless distinct (woman?, first name, surname)."""
    special = list(SPECIAL_NAMES)
    rng.shuffle(special)
    seen: set[tuple[str, str]] = set()
    turn = 0
    while True:
        turn += 1
        if special and turn % SPECIAL_EVERY == 0:
            yield special.pop()
            continue
        woman = rng.random() < 0.5
        first = rng.choice(FIRST_WOMEN if woman else FIRST_MEN)
        last = rng.choice(SURNAMES)
        if rng.random() < 0.08 and "-" not in last:
            last = f"{last}-{rng.choice(SURNAMES)}"
        if (first, last) not in seen:
            seen.add((first, last))
            yield woman, first, last


def _sizes(groups: int, total: int, rng: random.Random) -> list[int]:
    """Delegations of 1 to 8 people, most of 2 or 3, ``total`` in all."""
    sizes = [rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 5, 8)) for _ in range(groups)]
    while (gap := total - sum(sizes)) != 0:
        index = rng.randrange(groups)
        sizes[index] = min(8, max(1, sizes[index] + (1 if gap > 0 else -1)))
    return sizes


def _outsider(
    group: tuple[str, str, int, tuple[tuple[str, str], ...]], names: Iterator[tuple[bool, str, str]], rng: random.Random
) -> Person:
    category, organisation, _, functions = group
    woman, first, last = next(names)
    function = rng.choice(functions)[not woman]
    domain = f"{ascii_slug(organisation) or 'independant'}.example"
    return Person(woman, last, first, function, organisation, "", "", category, domain)


def _delegation(
    laureate: Laureate, size: int, names: Iterator[tuple[bool, str, str]], rng: random.Random
) -> list[Person]:
    """The head (usually the mayor or the president), then elected people and officers."""
    territory = laureate.kind == "territoire"
    head = PRESIDENTS[laureate.reference_kind] if territory else MAYOR
    officers = list(VILLAGE_OFFICERS if laureate.kind == "village" else OFFICERS)
    council = list(BOARD if territory else COUNCIL)
    rng.shuffle(officers)
    rng.shuffle(council)
    functions = [(ELECTED, head) if rng.random() < 0.75 else (ELECTED, council.pop())]
    while len(functions) < size:
        pool, category = (
            (council, ELECTED) if (rng.random() < 0.52 and council) or not officers else (officers, OFFICER)
        )
        functions.append((category, pool.pop() if pool else COUNCIL[3] if not territory else BOARD[2]))
    domain = f"{ascii_slug(laureate.name)}-{laureate.department.lower()}.example"
    delegation = []
    for category, function in functions:
        woman, first, last = next(names)
        gendered = function[not woman]
        delegation.append(
            Person(woman, last, first, gendered, laureate.name, laureate.code, laureate.department, category, domain)
        )
    return delegation


def _homonyms(people: list[Person]) -> list[Person]:
    """Six people given the very name of another one: elsewhere, or (once) in the same delegation."""
    out = list(people)

    def copy_name(source: int, start: int, same: bool) -> None:
        model = out[source]
        for index in range(start, len(out)):
            other = out[index]
            if index != source and other.woman == model.woman and (other.authority == model.authority) == same:
                out[index] = replace(other, first_name=model.first_name, last_name=model.last_name)
                return
        raise ValueError(f"No homonym found for person {source}")

    for source, start in ((4, 30), (12, 200), (40, 300), (75, 400), (120, 500)):
        copy_name(source, start, same=False)
    twin = next(i for i, p in enumerate(out[:-1]) if i > 150 and p.code and out[i + 1].code == p.code
                and out[i + 1].woman == p.woman and out[i + 1].function != p.function)  # fmt: skip
    copy_name(twin, twin + 1, same=True)
    return out


def _variants(people: list[Person], rng: random.Random) -> list[Person]:
    """Authorities as people write them: « Ville de … », capitals, no œ; a few lines give no code."""
    typed = {"Hœrdt": "Hoerdt", "Marcq-en-Barœul": "Marcq-en-Baroeul", "L'Isle-Adam": "L’Isle Adam",
             "Penmarch": "Penmarc’h", "Les Trois-Îlets": "Trois-Ilets", "Val-d'Isère": "Val d’Isère"}  # fmt: skip
    out = []
    for person in people:
        draw = rng.random()
        authority, code = person.authority, person.code
        if person.code and authority in typed and draw < 0.6:
            authority = typed[authority]
        elif len(code) == 5 and draw < 0.05 and authority[0] not in "AEÉHIÎLOŒUY":
            authority = f"Ville de {authority}"
        elif code and draw < 0.08:
            authority = authority.upper()
        elif code and draw < 0.12:
            code = ""
        out.append(replace(person, authority=authority, code=code))
    return out


def _particulars(people: list[Person], rng: random.Random) -> list[Person]:
    """Statuses, protocol notes, seats, zones, VIP."""
    out = list(people)
    elected = [index for index, person in enumerate(out) if person.category == ELECTED]
    chosen = rng.sample(range(len(out)), CANCELLED + NOT_CONFIRMED)
    for rank, index in enumerate(chosen):
        out[index] = replace(out[index], status="Annulé" if rank < CANCELLED else "Non confirmé")
    for rank, index in enumerate(rng.sample(elected, PROTOCOL)):
        seat = f"{'AB'[rank % 2]} {rank // 2 + 1}"
        note = NOTES[rank % len(NOTES)][not out[index].woman].format(seat=seat)
        out[index] = replace(out[index], note=note, seat=seat, vip="oui" if rank < VIP else "")
    for index, person in enumerate(out):
        zones = rng.choice(("Cérémonie", "Jour 1|Cérémonie", "Cérémonie|Déjeuner")) if rng.random() < 0.25 else ""
        if person.category == CREW:
            zones = ""
        seat = person.seat or (f"{rng.choice('CDEFGH')} {rng.randint(1, 30)}" if rng.random() < 0.1 else "")
        out[index] = replace(person, zones=zones, seat=seat)
    return out


def _emails(people: list[Person], rng: random.Random) -> list[Person]:
    """Addresses in ``.example`` only; a few shared by a whole town hall, a few missing."""
    used: set[str] = set()
    out = []
    for person in people:
        draw = rng.random()
        if draw < 0.03:
            out.append(person)
            continue
        local = ".".join(filter(None, (ascii_slug(person.first_name), ascii_slug(person.last_name)))) or "contact"
        email = f"{local}@{person.domain}"
        if draw < 0.07 and person.code:
            email = f"mairie@{person.domain}"
        elif email in used:
            email = f"{local}2@{person.domain}"
        used.add(email)
        out.append(replace(person, email=email))
    return out
