"""The sheet for the organiser's record of processing activities (GDPR, article 30): what is processed and why.

It says what this program does. What only the organiser can say (legal basis, who is responsible) is left to fill in.
"""

from dataclasses import dataclass
from pathlib import Path

from vi_events.edition.dates import long_date, long_days
from vi_events.edition.exporting import write_rows
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.sentences import say
from vi_events.typesetting.sheets import Column, Sheets

TO_FILL = "À compléter\u202f: ……………………………………"
"""Where the organiser writes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet, under its heading."""

    heading: str
    what: str
    said: str


def lines(edition: Edition) -> tuple[Line, ...]:
    """All that the sheet says of an edition."""
    return (*_who(edition), *_data(edition), *_security(), *_rights())


def write_register(path: Path, edition: Edition) -> None:
    """Writes the sheet as .pdf, or as .csv. Raises UserError ``format_unknown`` or ``file_unwritable``."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        write_rows(path, [{"heading": each.heading, "what": each.what, "said": each.said} for each in lines(edition)])
    elif suffix == ".pdf":
        _sheets(edition).save(path)
    else:
        raise UserError(
            "format_unknown",
            say("«\u202f{0}\u202f» n’est ni .pdf ni .csv.", path.name),
            "Donnez une de ces extensions.",
        )


def _sheets(edition: Edition) -> Sheets:
    sheets = Sheets(
        "Fiche de registre\u202f: accueil et cérémonie",
        f"{edition.title}, {long_days(edition.date, edition.until)}, {edition.place}",
        footer=f"Registre des activités de traitement (RGPD, article 30). Édition {edition.slug}.",
        size_pt=9.5,
    )
    rows: list[tuple[str, ...]] = []
    for each in lines(edition):
        if (each.heading,) not in rows:
            rows.append((each.heading,))
        rows.append((each.what, each.said))
    sheets.table([Column("", 2, bold=True), Column("", 7)], rows)
    return sheets


def _who(edition: Edition) -> tuple[Line, ...]:
    heading = "Traitement"
    return (
        Line(heading, "Responsable", f"{edition.organiser}. Représentant, adresse, délégué\u202f: {TO_FILL}"),
        Line(
            heading,
            "Finalités",
            "Accueillir les personnes inscrites\u202f: billets, contrôle des entrées, badges, protocole. Mener la "
            "remise des labels sur scène et à la webtv. Établir le bilan, sans nom.",
        ),
        Line(heading, "Base légale", f"À confirmer par l’organisateur. {TO_FILL}"),
        Line(heading, "Personnes", "Élu·es, agent·es, partenaires, presse, intervenant·es, équipe, invité·es."),
    )


def _data(edition: Edition) -> tuple[Line, ...]:
    heading = "Données"
    until = long_date(edition.erase_from)
    return (
        Line(
            heading,
            "Catégories",
            "Nom, prénom, fonction, collectivité, adresse électronique et téléphone s’ils sont importés, place, note "
            "de protocole, catégorie, codes de billet\u202f; heures d’entrée et de sortie par contrôle et par poste, "
            "refus, pouvoirs d’assemblée, images de badges\u202f; nom de l’opérateur d’un poste.",
        ),
        Line(heading, "Sources", "Fichiers d’inscription importés, saisies au bureau d’accueil."),
        Line(
            heading,
            "Destinataires",
            "Les postes de l’édition, selon leur rôle. Aucun envoi hors de la salle\u202f: le programme ne se connecte "
            f"à aucun service en ligne. Autres destinataires (exports)\u202f: {TO_FILL}",
        ),
        Line(heading, "Hors de l’UE", "Aucun transfert par le programme."),
        Line(
            heading,
            "Durée",
            f"Jusqu’au {until}. À partir de ce jour, chaque poste prévient à l’ouverture, et efface de lui-même une "
            "semaine après. Les collectivités, les labels annoncés et les passages sans nom sont gardés.",
        ),
    )


def _security() -> tuple[Line, ...]:
    heading = "Sécurité"
    return (
        Line(
            heading,
            "Accès",
            "Code superviseur (haché) pour passer outre un refus. Chaque poste rejoint l’édition par un lien à usage "
            "unique\u202f; il a son mot de passe et des droits selon son rôle\u202f; un poste peut être exclu.",
        ),
        Line(heading, "Échanges", "Entre les postes, chiffrés (TLS), avec un certificat propre à l’édition."),
        Line(
            heading,
            "Billets et badges",
            "Le code d’un billet ne contient aucun nom et ne se devine pas. Un code inconnu n’est noté que par sa "
            "longueur et une empreinte à clé.",
        ),
        Line(
            heading,
            "Fichiers",
            "Secrets lisibles par leur seul propriétaire. Palmarès scellé par une phrase de passe. La base elle-même "
            f"n’est pas chiffrée\u202f: chiffrez le disque de chaque poste. Fait\u202f: {TO_FILL}",
        ),
        Line(
            heading,
            "Effacement",
            "D’une personne ou de l’édition, sur chaque poste, avec les copies automatiques\u202f; base réécrite en "
            "entier\u202f; recherche de chaque nom dans chaque fichier\u202f; preuve écrite.",
        ),
    )


def _rights() -> tuple[Line, ...]:
    heading = "Droits"
    return (
        Line(heading, "Accès, rectification", "Fiche de la personne à l’accueil\u202f; correction à la main."),
        Line(heading, "Effacement", "«\u202fvi-events erase --person\u202f», tant que l’édition n’est pas effacée."),
        Line(heading, "Contact, réclamation", f"CNIL, 3 place de Fontenoy, 75007 Paris. Contact\u202f: {TO_FILL}"),
    )
