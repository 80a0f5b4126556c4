"""The proof of an erasure on paper and as data, for the organiser's records."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from vi_events.closing.proof import Proof
from vi_events.closing.regions import number
from vi_events.edition.dates import full_moment
from vi_events.edition.text import counted
from vi_events.errors import UserError
from vi_events.files import why, write_whole
from vi_events.sentences import say
from vi_events.typesetting.sheets import Column, Sheets

PDF, DATA = "preuve-effacement.pdf", "preuve-effacement.json"
NOT_REACHED = (
    "les exports, listes, badges et billets qui ont quitté VI Events (liste ci-dessus), sur papier ou en fichiers",
    "les copies de l’édition faites à la main (sauvegardes .viedition, dossiers copiés), et les miroirs sur clé USB",
    "les postes qui ne l’ont pas encore confirmé, jusqu’à leur prochaine ouverture ou liaison",
    "les anciens blocs qu’un disque SSD garde un temps\u202f: seul un disque chiffré en répond",
)
_KINDS = {
    "attendee_upserted": "inscriptions importées",
    "attendee_added": "inscriptions faites au bureau",
    "attendee_corrected": "corrections",
    "attendee_substituted": "remplacements",
    "attendee_admitted": "entrées (motif d’une dérogation)",
    "attendee_exited": "sorties",
    "attendee_merged": "fiches réunies",
    "badge_queued": "images de badges",
    "badge_printed": "suites d’impressions",
    "badge_handed": "badges remis",
    "conflict_acknowledged": "doubles entrées vérifiées (note)",
    "scan_refused": "refus",
    "ticket_replaced": "billets remplacés",
    "ticket_issued": "invitations écrites",
    "speakers_listed": "listes d’intervenants",
    "speaker_added": "intervenants ajoutés",
    "overlay_shown": "habillages à l’antenne",
    "marker_set": "repères",
    "proxy_given": "pouvoirs",
    "stop_went_live": "passages du conducteur",
    "award_revealed": "labels annoncés",
    "authority_set": "collectivités",
    "zone_set": "contrôles",
    "entry_cancelled": "annulations",
}
_EXPORTS = {
    "attendees": "participants",
    "journal": "journal",
    "tickets": "billets",
    "paper": "listes sur papier",
    "report": "rapport",
    "attestations": "attestations",
    "backup": "sauvegarde",
    "assembly": "liste de présence d’une assemblée",
}
_FIGURES = {
    True: "Tous les chiffres sont restés les mêmes.",
    False: "Des chiffres ont changé.",
    None: "Le programme s’était arrêté avant de comparer les chiffres.",
}
_ROOM_BYTES = 1 << 18
"""More than a proof takes."""


def to_json(proof: Proof) -> dict[str, Any]:
    """The proof as plain data, with stable keys."""
    return asdict(proof) | {"clean": proof.is_clean, "not_reached": list(NOT_REACHED)}


def require_room(folder: Path) -> None:
    """Makes the folder, and raises UserError ``proof_unwritable`` when a proof could not be written there. To be asked
    first: what was erased cannot wait for its proof for long.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_ROOM_BYTES))
    except OSError as problem:
        raise UserError(
            "proof_unwritable",
            say("La preuve ne pourrait pas s’écrire dans «\u202f{0}\u202f» ({1}).", folder, why(problem)),
            "Choisissez un autre dossier. Rien n’a été effacé.",
        ) from problem


def write_proof(folder: Path, proof: Proof) -> list[Path]:
    """Writes the PDF and the JSON into the folder, made if need be, beside earlier proofs and never over one. Raises
    UserError ``file_unwritable``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pdf, data = _free_names(folder)
    _sheets(proof).save(pdf)
    write_whole(data, json.dumps(to_json(proof), ensure_ascii=False, indent=1).encode("utf-8", "replace"))
    return [pdf, data]


def _free_names(folder: Path) -> tuple[Path, Path]:
    """« preuve-effacement-2.pdf » and its JSON, once there is a first one."""
    for rank in count(2):
        pdf, data = folder / PDF, folder / DATA
        if rank > 2:
            pdf, data = (path.with_stem(f"{path.stem}-{rank - 1}") for path in (pdf, data))
        if not (pdf.exists() or data.exists()):
            break
    return pdf, data


def summary(proof: Proof) -> str:
    """What was done and what was found, in two sentences."""
    if proof.what == "edition":
        erased = number(proof.people, "personne effacée", "personnes effacées")
        done = f"{erased} de l’édition «\u202f{proof.edition}\u202f»."
    else:
        done = "La personne est effacée" + (f" ({proof.people} fiches réunies)." if proof.people > 1 else ".")
    return f"{done} {_found(proof)}"


def copies_said(copies: Sequence[str]) -> str:
    """What to do of the other folders of this computer that hold the same edition; empty when there is none."""
    if not copies:
        return ""
    named = ", ".join(f"«\u202f{slug}\u202f»" for slug in copies)
    if len(copies) > 1:
        said = f"D’autres dossiers de ce poste sont des copies de cette édition, et gardent les noms\u202f: {named}."
        return f"{said} Ouvrez chacune et effacez-y aussi, ou supprimez ces dossiers."
    said = f"Un autre dossier de ce poste est une copie de cette édition, et garde les noms\u202f: {named}."
    return f"{said} Ouvrez-la et effacez-y aussi, ou supprimez ce dossier."


def _found(proof: Proof) -> str:
    texts = number(proof.terms, "nom, adresse ou note cherché", "noms, adresses et notes cherchés")
    looked = f"{texts} dans {number(len(proof.files), 'fichier', 'fichiers')}"
    if proof.is_clean:
        return f"{looked}\u202f: rien n’a été retrouvé."
    unread = sum(hit.unread for hit in proof.found)
    said = [f"{number(unread, 'fichier ne se lit pas', 'fichiers ne se lisent pas')}"] if unread else []
    if left := len(proof.found) - unread:
        said.append(f"il en reste dans {number(left, 'fichier', 'fichiers')}")
    if proof.named_elsewhere:
        said.append("d’autres fiches en parlent")
    return f"{looked}\u202f: {', '.join(said)}, voyez la preuve."


def _sheets(proof: Proof) -> Sheets:
    at = full_moment(proof.at_ms)
    title = "Preuve d’effacement" if proof.what == "edition" else "Preuve d’effacement d’une personne"
    sheets = Sheets(title, proof.edition, footer=f"Édition {proof.slug}. Effacé {at} sur le poste {proof.station}.")
    sheets.paragraph(summary(proof))
    sheets.paragraph(
        f"Effacé {at}, sur décision du poste «\u202f{proof.station}\u202f». " + _FIGURES[proof.figures_kept]
    )
    _erased(sheets, proof)
    _checked(sheets, proof)
    _elsewhere(sheets, proof)
    _remaining(sheets, proof)
    return sheets


def _erased(sheets: Sheets, proof: Proof) -> None:
    sheets.heading("Ce qui a été effacé")
    rows = [(_kind(kind), str(number)) for kind, number in proof.entries.items()]
    sheets.table([Column("Données", 4), Column("Nombre", 1, "R")], rows or [("aucune", "0")])
    if proof.what == "edition":
        sheets.note(
            "Avec elles\u202f: les noms des opérateurs, les codes de billets et leur clé, le code superviseur, "
            "les copies automatiques, les images de la webtv, le palmarès scellé et les noms du conducteur."
        )


def _checked(sheets: Sheets, proof: Proof) -> None:
    sheets.heading("Comment cela a été vérifié")
    sheets.paragraph(
        f"{_found(proof)} La recherche ignore accents et majuscules, et lit les fichiers en UTF-8 et en UTF-16."
    )
    if proof.left_out:
        whose = "texte n’a pas pu être cherché seul", "textes n’ont pas pu être cherchés seuls"
        sheets.paragraph(
            f"{counted(proof.left_out, *whose)}\u202f: une donnée publique qui reste dit la même chose "
            "(le nom d’une commune, par exemple)."
        )
    if proof.found:
        rows = [(hit.file, "illisible" if hit.unread else str(hit.names), str(hit.pictures)) for hit in proof.found]
        sheets.table([Column("Fichier", 4), Column("Noms", 1, "R"), Column("Images", 1, "R")], rows)
    if proof.named_elsewhere:
        whose = (
            "autre fiche parle encore de cette personne\u202f: corrigez-la",
            "autres fiches parlent encore de cette personne\u202f: corrigez-les",
        )
        sheets.paragraph(f"{counted(len(proof.named_elsewhere), *whose)} à la main.")
    sheets.note("Fichiers lus\u202f: " + ", ".join(proof.files) + ".")


def _elsewhere(sheets: Sheets, proof: Proof) -> None:
    sheets.heading("Les autres postes")
    if proof.unheard:
        sheets.paragraph("N’ont pas encore confirmé\u202f: " + ", ".join(proof.unheard) + ".")
    else:
        sheets.paragraph("Tous les postes connus l’ont confirmé.")
    if proof.copies:
        sheets.paragraph(copies_said(proof.copies))
    sheets.heading("Ce qui a quitté VI Events avant")
    rows = [(_EXPORTS.get(each["what"], each["what"]), each["form"], _when(each["at"])) for each in proof.exports]
    if rows:
        sheets.table([Column("Données", 3), Column("Forme", 1), Column("Quand", 3)], rows)
    else:
        sheets.paragraph("Aucun export de noms n’a été noté.")
    sheets.paragraph("L’effacement n’atteint pas\u202f:\n" + "\n".join(f"– {each}," for each in NOT_REACHED)[:-1] + ".")


def _remaining(sheets: Sheets, proof: Proof) -> None:
    sheets.heading("Ce qui reste")
    sheets.paragraph(
        "Les labels annoncés, les collectivités, et les passages sans nom\u202f: heure, contrôle, catégorie, "
        "collectivité. Quand une seule personne représentait une collectivité, un tel passage peut encore être "
        "rapproché d’elle."
    )
    rows = [(_kind(kind), str(number)) for kind, number in proof.remains.items() if kind in _KINDS]
    sheets.table([Column("Entrées du journal, sans nom", 4), Column("Nombre", 1, "R")], rows)
    if proof.free_authorities and proof.what == "edition":
        sheets.paragraph(
            "Collectivités et structures écrites à la main, gardées\u202f: vérifiez qu’aucune ne porte le nom d’une "
            "personne. " + ", ".join(proof.free_authorities) + "."
        )


def _when(iso: str) -> str:
    """« le jeudi 14 janvier 2027 à 14 h 05 », local time; what is no date as it is."""
    try:
        return full_moment(int(datetime.fromisoformat(iso).timestamp() * 1000))
    except ValueError:
        return iso


def _kind(kind: str) -> str:
    return _KINDS.get(kind, kind)
