"""The words of a running order as a table: its headers, its types of rows, its guards against formulas. Pure rules."""

import re
from collections.abc import Mapping, Sequence

from vi_events.edition.columns import PALMARES_SYNONYMS, listed
from vi_events.edition.text import clean, fold, neutral_cell
from vi_events.errors import UserError
from vi_events.sentences import say

HEADERS = {
    "kind": "type",
    "section": "section",
    "title": "titre",
    "authority_code": "code collectivité",
    "authority": "collectivité",
    "mention": "mention",
    "people": "personnes",
    "planned": "durée",
    "note": "note",
    "postponed": "reporté",
}
"""Field -> the header that is written."""
SYNONYMS = {
    "kind": ("type", "type d etape", "etape", "nature", "kind", "stop", "stop kind"),
    "section": ("section", "partie", "sequence", "part"),
    "title": ("titre", "intitule", "libelle", "title"),
    "authority_code": PALMARES_SYNONYMS["authority_code"],
    "authority": (*PALMARES_SYNONYMS["authority"], "collectivites", "authorities", "laureats"),
    "mention": PALMARES_SYNONYMS["mentions"],
    "people": ("personnes", "personne", "intervenants", "intervenant es", "presentateurs", "people", "speakers"),
    "planned": ("duree", "duree prevue", "temps", "duration", "planned", "planned duration"),
    "note": PALMARES_SYNONYMS["note"],
    "postponed": ("reporte", "reportee", "ajourne", "postponed"),
}
"""Field -> folded headers read, surest first."""
_KIND_WORDS = {
    "award": "remise|award|remise de label|label|collectivite",
    "group": "appel|group|groupe|appel groupe|roll call|appel avec photo",
    "mention": "mention|mention speciale|special mention",
    "speech": "intervention|speech|discours|allocution|prise de parole",
    "debate": "debat|debate|table ronde|panel",
    "signature": "signature|signing",
    "video": "video|film",
    "pause": "pause|break|entracte|dejeuner",
    "section": "section|partie|part",
    "start": "debut|start|starts",
    "end": "fin|end|ends",
    "more": "suite|more|continued",
}
"""Kind of row -> folded words, the first of which is written (« débat » and « vidéo » and « début » with accents)."""
KIND_OF = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split("|")}
WRITTEN = {kind: words.partition("|")[0] for kind, words in _KIND_WORDS.items()} | {
    "debate": "débat",
    "video": "vidéo",
    "start": "début",
}
_GUARDED = re.compile(r"'+[=+@-]")


def assign_rundown(headers: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """Field -> column index of a running order: first what the person chose, then synonyms.

    Raises UserError: unknown_field, unknown_column, unknown_format.
    """
    place = {fold(header): index for index, header in reversed(list(enumerate(headers)))}
    found: dict[str, int] = {}
    for name, header in chosen.items():
        if name not in SYNONYMS:
            message = say("Le champ « {0} » n’existe pas.", clean(name, 40))
            raise UserError("unknown_field", message, say("Champs possibles\u202f: {0}.", ", ".join(SYNONYMS)))
        if fold(header) not in place:
            message = say("La colonne « {0} » n’est pas dans le fichier.", clean(header, 60))
            raise UserError("unknown_column", message, say("Colonnes présentes\u202f: {0}.", listed(headers)))
        found[name] = place[fold(header)]
    for name, synonyms in SYNONYMS.items():
        free = (place[each] for each in synonyms if each in place and place[each] not in found.values())
        column = None if name in found else next(free, None)
        if column is not None:
            found[name] = column
    if not found.keys() & {"kind", "authority", "authority_code"}:
        raise UserError(
            "unknown_format",
            say("Aucune colonne ne dit ce que sont les étapes. Colonnes vues\u202f: {0}.", listed(headers)),
            "Dites laquelle avec --map, par exemple\u202f: --map 'kind=titre de la colonne'.",
        )
    return found


def guarded(value: str) -> str:
    """The cell that no spreadsheet takes for a formula, and that ``unguarded`` gives back as it was."""
    # A text that looks guarded gets one guard more, so that reading takes off what writing put on.
    return "'" + value if _GUARDED.match(value) else neutral_cell(value)


def unguarded(cell: str) -> str:
    """The text of a cell without its guard."""
    return cell[1:] if _GUARDED.match(cell) else cell
