"""What the words of an export mean: names, categories, statuses, yes and no. Pure rules."""

import re
from functools import lru_cache

from vi_events.edition.models import CATEGORIES
from vi_events.edition.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _words("de du des d le la les l van von der den ter ten di da dos del della el al ben bin y")

_CATEGORY_WORDS = {
    "elected": "elu elue elus elues maire maires mairesse adjoint adjointe conseiller conseillere president presidente "
    "vice depute deputee senateur senatrice echevin bourgmestre mayor deputy councillor elected",
    "officer": "agent agente agents dgs dga dsi dgsa directeur directrice charge chargee chef cheffe responsable "
    "technicien technicienne secretaire attache attachee webmaster animateur animatrice mediateur mediatrice "
    "fonctionnaire assistant assistante collaborateur collaboratrice coordinateur coordinatrice chargees charges "
    "informaticien informaticienne redacteur redactrice officer",
    "partner": "partenaire partenaires sponsor exposant exposante mecene partner",
    "press": "presse journaliste journalistes media medias press photographe",
    "speaker": "intervenant intervenante intervenants speaker orateur oratrice conferencier conferenciere",
    "crew": "equipe organisation organisateur organisatrice benevole benevoles staff crew regie regisseur",
    "guest": "invite invitee invites guest accompagnant accompagnante public visiteur",
}
_CATEGORY_OF = {word: category for category, words in _CATEGORY_WORDS.items() for word in words.split()}
_NOT_ELECTED = re.compile(
    r"\b(adjointe? (technique|administrati\w+|d animation|du patrimoine|territorial\w*)"
    r"|conseill(er|ere) (numerique|technique|en|de)\b)"
)
"""Grades and trades of agents that begin like a mandate."""

_STATUS_WORDS = {
    "confirmed": "valide|validee|paye|payee|paid|confirme|confirmee|confirmed|attending|checked in|oui|yes|inscrit"
    "|inscrite|present|presente|accepte|acceptee|accepted|1|true|vrai|ok|actif|active|gratuit|processed",
    "cancelled": "annule|annulee|canceled|cancelled|rembourse|remboursee|refunded|not attending|deleted|supprime"
    "|supprimee|absent|absente|excuse|excusee|decline|declinee|refuse|refusee|annulation|paid canceled|paye annule",
    "not_confirmed": "en attente|pending|expire|expiree|expired|a confirmer|non confirme|non confirmee|not confirmed"
    "|unpaid|impaye|impayee|non paye|non payee|non|no|0|false|faux|en attente de paiement|overdue|en retard"
    "|en cours|partiellement paye|partially paid|liste d attente|waiting|attente|approval pending|not paid",
    "revoked": "revoque|revoquee|revoked|bloque|bloquee|blocked",
}
_STATUS_OF = {text: status for status, texts in _STATUS_WORDS.items() for text in texts.split("|")}

_YES = frozenset({"oui", "yes", "x", "1", "true", "vrai", "vip", "ok", "o", "y"})
_NO = frozenset({"", "non", "no", "0", "false", "faux", "n"})


def is_last_first(header: str) -> bool:
    """Whether a column asks for the last name first: « Nom et prénom », « Votre nom, prénom »."""
    words = fold(header).split()
    return "nom" in words and "prenom" in words and words.index("nom") < words.index("prenom")


def split_name(text: str, last_first: bool = False) -> tuple[str, str]:
    """(first name, last name) out of one cleaned cell; every word ends up in one of them.

    A comma separates last from first; else words in capitals are the last name; else the last word and its particles,
    or the first ones where the column asks for the last name first.
    """
    last, comma, first = text.partition(",")
    if comma and last.strip() and first.strip():
        return first.strip(), last.strip()
    words = text.split()
    capital = _capitals(words)
    if any(capital) and not all(capital):
        for index in range(len(words) - 2, 0, -1):
            capital[index] = capital[index] or (capital[index + 1] and fold(words[index]) in _PARTICLES)
        last_words = [word for word, is_last in zip(words, capital, strict=True) if is_last]
        first_words = [word for word, is_last in zip(words, capital, strict=True) if not is_last]
        return " ".join(first_words), " ".join(last_words)
    if last_first:
        cut = next((n for n, word in enumerate(words[:-1], 1) if fold(word) not in _PARTICLES), 0)
        return (" ".join(words[cut:]), " ".join(words[:cut])) if cut else ("", text)
    cut = len(words) - 1
    while cut > 1 and fold(words[cut - 1]) in _PARTICLES:
        cut -= 1
    if cut < 1 or fold(words[0]) in _PARTICLES:
        return "", text
    return " ".join(words[:cut]), " ".join(words[cut:])


def is_surely_split(text: str) -> bool:
    """Whether nothing in a full name leaves a doubt: a comma, a last name in capitals, or two words at most."""
    last, comma, first = text.partition(",")
    words = text.split()
    if len(words) <= 2 or (comma and last.strip() and first.strip()):
        return True
    capital = _capitals(words)
    return any(capital) and not all(capital)


def _capitals(words: list[str]) -> list[bool]:
    return [len(word) > 1 and word.isupper() and sum(map(str.isalpha, word)) > 1 for word in words]


@lru_cache(maxsize=4096)
def categories_in(text: str) -> tuple[str, ...]:
    """Distinct categories that the text names, in the order of its words. « Élu ou agent » names two."""
    if text in CATEGORIES:
        return (text,)
    words = _NOT_ELECTED.sub("agent", fold(text)).split()
    return tuple(dict.fromkeys(_CATEGORY_OF[word] for word in words if word in _CATEGORY_OF))


@lru_cache(maxsize=4096)
def status_of(text: str) -> str | None:
    """One of models.STATUSES; an empty cell is confirmed, an unknown word is None."""
    folded = fold(text)
    return "confirmed" if not folded else _STATUS_OF.get(folded)


@lru_cache(maxsize=512)
def yes_or_no(text: str) -> bool | None:
    """What a tick-box cell says; None when it says neither."""
    folded = fold(text)
    return True if folded in _YES else False if folded in _NO else None
