"""The sheet of rescue: what to do when all screens are dead, and where to write what the program does not keep."""

from collections.abc import Sequence

from vi_events.edition.models import Zone
from vi_events.paper.guests import Guest
from vi_events.paper.heading import Heading
from vi_events.typesetting.sheets import Column, Sheets

CARE = "Une fois remplie, cette fiche ouvre tout\u202f: à garder sous clé, à détruire après la journée."
_POLICIES = {"once": "une seule entrée", "reentry": "retour permis", "in_out": "entrées et sorties"}
_STEPS = (
    "Un seul poste éteint\u202f? Continuez sur un autre\u202f: chaque poste relié connaît toute la liste.",
    "Tous éteints\u202f: notez l’heure ci-dessous, prévenez le responsable, distribuez les feuilles 01 à 06.",
    "À l’entrée, cherchez le nom sur la liste alphabétique (01). Une file par groupe de lettres.",
    "Cochez la case du contrôle et écrivez l’heure à côté. Un tiret\u202f: la personne n’y est pas attendue.",
    "Pas sur la liste, ou inscription annulée\u202f: le responsable décide\u202f; écrivez nom, fonction et "
    "collectivité à la fin de l’émargement (02), et faites signer.",
    "Le badge attend peut-être dans une boîte (06)\u202f; sinon, un nom écrit à la main suffit.",
    "Sur scène, suivez le conducteur (04)\u202f; appelez avec la feuille 03, alignez avec la 05, cochez à mesure.",
    "Les niveaux ne sont sur aucune feuille\u202f: ils sont dans le palmarès scellé, qu’ouvrent la phrase de passe ou "
    "la clé de secours (ci-dessous).",
    "Les écrans reviennent\u202f: rouvrez VI Events. Ce qui avait été confirmé est enregistré. Ne reprenez les scans "
    "que lorsque la bonne édition s’affiche.",
    "Saisissez ensuite les cases cochées, avec l’heure du papier. Rendez toutes les feuilles au responsable.",
)
_TO_WRITE = (
    "Écrans éteints à",
    "Responsable, téléphone",
    "Technique, téléphone",
    "Code superviseur",
    "Où est la phrase de passe",
    "Clé de secours du palmarès",
    "Où est le poste de rechange",
)


def rescue_sheets(guests: Sequence[Guest], zones: Sequence[Zone], heading: Heading) -> Sheets:
    """Ten lines to follow, what to write by hand, and the zones. It holds no secret: none is stored in clear."""
    sheets = heading.sheets("Fiche de secours\u202f: tous les écrans sont éteints", CARE)
    steps = ((f"{rank}.", step) for rank, step in enumerate(_STEPS, 1))
    sheets.table((Column("", 1, "R", bold=True), Column("", 17)), steps)
    sheets.heading("À remplir à la main, avant la journée")
    sheets.table((Column("", 5), Column("", 11)), ((words, "") for words in _TO_WRITE), 9.5)
    sheets.heading(f"Édition «\u202f{heading.edition.slug}\u202f»")
    columns = (
        Column("Contrôle", 6, bold=True),
        Column("Identifiant", 4),
        Column("Règle", 4),
        Column("Attendus", 2, "R"),
        Column("Jauge", 2, "R"),
    )
    sheets.table(columns, (_zone(zone, guests) for zone in zones))
    return sheets


def _zone(zone: Zone, guests: Sequence[Guest]) -> tuple[str, ...]:
    expected = sum(guest.expected_in(zone) and guest.person.status == "confirmed" for guest in guests)
    room = "–" if zone.capacity is None else str(zone.capacity)
    return zone.name, zone.id, _POLICIES[zone.policy], str(expected), room
