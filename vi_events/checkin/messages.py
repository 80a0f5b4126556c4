"""One instruction sentence per verdict, for the command line and the logs. The window has its own, translated."""

from vi_events.clock import hour
from vi_events.edition.dates import moment, same_day
from vi_events.edition.models import Zone

SENTENCES = {
    "admitted": "Bienvenue.",
    "admitted_attention": "Bienvenue ; lire la note avant de laisser passer.",
    "exit_recorded": "Sortie enregistrée.",
    "already_in": "Déjà entré·e à {at} ({station}).",
    "not_found": "Billet inconnu : chercher la personne par son nom.",
    "not_found_genuine": "Billet authentique, mais absent de la liste de ce poste : chercher par le nom.",
    "bad_code": "Billet illisible ou falsifié : scanner de nouveau, puis chercher par le nom.",
    "revoked": "Ce billet a été remplacé : demander le nouveau.",
    "cancelled": "Inscription annulée : appeler un responsable.",
    "not_confirmed": "Inscription non confirmée : appeler un responsable.",
    "wrong_zone": "Non inscrit·e à « {zone} ».",
    "zone_full": "« {zone} » est complet.",
    "wrong_time": "« {zone} » {hours}.",
    "other_edition": "Billet d’une autre édition ({edition}).",
    "ambiguous": "Ce code appartient à plusieurs personnes : choisir la bonne.",
    "info_required": "À demander avant d’entrer : {question}",
    "error": "Ce scan n’a pas pu être traité : recommencer.",
}


def sentence(verdict: str, **details: str) -> str:
    """The instruction sentence of a verdict, with its details."""
    return SENTENCES[verdict].format_map(_Blank(details))


def opening(zone: Zone, now_ms: int) -> str:
    """When a zone that is not open opens, or closed: « ouvre le 14 janvier à 14 h 00 »."""
    if zone.closes_ms is not None and now_ms >= zone.closes_ms:
        return f"a fermé {'à ' + hour(zone.closes_ms) if same_day(zone.closes_ms, now_ms) else moment(zone.closes_ms)}"
    return "n’est pas ouvert à cette heure" if zone.opens_ms is None else f"ouvre {moment(zone.opens_ms)}"


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""
