"""French phrases that name an authority: « du Havre », « la ville de La Rochelle », and how it is read aloud.

The article and the elision of an official name follow its TNCC, INSEE's code of the article in the Code officiel
géographique, so that the h is never guessed: « de Haguenau », « d’Hyères ». Pure rules.
"""

import re

from vi_events.edition.models import Authority
from vi_events.edition.reference import Reference
from vi_events.edition.text import fold

_LINKS = {
    "0": "de ",
    "1": "d’",
    "2": "du ",
    "3": "de la ",
    "4": "des ",
    "5": "de l’",
    "6": "des ",
    "7": "de las ",
    "8": "de los ",
}
_WITHIN = {"2": "Le ", "4": "Les ", "6": "Aux "}
"""Articles that the link replaces when the name begins with them; La, L’, Las and Los stay, in capitals."""

_INITIALS = {
    "CC": "la communauté de communes",
    "CA": "la communauté d’agglomération",
    "CU": "la communauté urbaine",
    "EPT": "l’établissement public territorial",
    "SI": "le syndicat intercommunal",
    "SIVU": "le syndicat intercommunal à vocation unique",
    "SIVOM": "le syndicat intercommunal à vocation multiple",
    "SM": "le syndicat mixte",
    "PETR": "le pôle d’équilibre territorial et rural",
    "PNR": "le parc naturel régional",
}
_PREFIX = re.compile(rf"^(?P<initials>{'|'.join(sorted(_INITIALS, key=len, reverse=True))})\s+(?P<rest>\S.*)$")
_ARTICLES = {
    "le ": {"syndicat", "pole", "pays", "parc", "departement", "conseil", "canton", "district", "village"},
    "la ": {"communaute", "metropole", "region", "collectivite", "commune", "ville", "union", "province", "federation"},
    "l’": {"eurometropole", "agglomeration", "agglo", "etablissement", "association", "entente"},
}
"""By the first word of a name that says itself what the authority is."""
_OWN_TITLES = {
    "reg-02": "la collectivité territoriale de Martinique",
    "dep-972": "la collectivité territoriale de Martinique",
    "reg-03": "la collectivité territoriale de Guyane",
    "dep-973": "la collectivité territoriale de Guyane",
    "reg-94": "la collectivité de Corse",
    "reg-04": "la région Réunion",
    "reg-06": "le département de Mayotte",
}
"""Names of their own, those of single authorities after the Code général des collectivités territoriales (L4421-1,
L7111-1, L7211-1)."""
_OVERSEAS = re.compile(r"^(?:dep|reg)-9[78][5-9]$|^(?:dep|reg)-98\d$")
"""Overseas, what the list files among départements though it is none; Mayotte (976) is one."""

_CORRECTED = {"984": "4", "987": "3", "988": "3", "989": "1"}
"""By overseas code, the TNCC that use follows where the list says 0: « de la Polynésie française »."""

_MUTE_H = frozenset(["hammamet", "haiti", "helsinki", "herat", "hiroshima", "honduras", "honolulu"])
"""Foreign names whose h is mute in use; any other is taken for aspirated: de Hambourg, de Hanoï, de Houston."""
_VOWELS = "aeiou"
_LOWER_ARTICLE = re.compile(r"^(?:le |la |les |l’)")
_QUOTED = re.compile(r"\"\s*([^\"]*?)\s*\"")


def of(authority: Authority, reference: Reference) -> str:
    """« du Havre », « d’Épernay », « de l’Ain », « de la communauté de communes d’Erdre et Gesvres »."""
    if authority.type in ("commune", "departement", "region", "foreign") or not _titled(authority):
        return _of_name(authority, reference)
    return _of_phrase(full(authority, reference))


def full(authority: Authority, reference: Reference) -> str:
    """« la ville du Havre », « le village d’Y », « la région Bretagne », « Bordeaux Métropole »."""
    if authority.id in _OWN_TITLES:
        return _OWN_TITLES[authority.id]
    if authority.type == "region" and not _OVERSEAS.match(authority.id):
        return f"la région {printed(authority.name)}"
    if authority.type in ("departement", "region"):
        noun = "la collectivité" if _OVERSEAS.match(authority.id) and authority.id != "dep-976" else "le département"
        return f"{noun} {_of_name(authority, reference)}"
    titled = "" if authority.type in ("commune", "foreign") else _titled(authority)
    if titled:
        return titled
    noun = {"village": "le village", "ville": "la ville"}.get(authority.kind, "la commune")
    is_place = authority.type in ("commune", "foreign") or authority.kind in ("village", "ville")
    return f"{noun} {_of_name(authority, reference)}" if is_place else printed(authority.name)


def spoken(name: str) -> str:
    """A name as it is read aloud: initials in full, without quotes, brackets and loose dashes."""
    text = printed(re.sub(r"\s*\([^()]*\)", "", name)).replace("«\u202f", "").replace("\u202f»", "")
    text = re.sub(r"\s+[-–—/]\s+", ", ", text)
    parts = _PREFIX.match(text)
    if not parts:
        return text
    title = _expanded(parts["initials"], parts["rest"])
    return re.sub(r"^(?:la |le |l’)", "", title)


def printed(name: str) -> str:
    """A name as French typography prints it: curly apostrophes, « », single spaces."""
    return _QUOTED.sub("«\u202f\\1\u202f»", " ".join(name.split())).replace("'", "’")


def _titled(authority: Authority) -> str:
    """The name behind its article when it says itself what the authority is, otherwise empty."""
    name = printed(authority.name)
    parts = _PREFIX.match(name)
    if parts:
        return _expanded(parts["initials"], parts["rest"])
    first = fold(name).split(" ")[0]
    for article, words in _ARTICLES.items():
        if first in words:
            return article + name
    if authority.type == "epci" and "metropole" not in fold(name):
        return f"{_INITIALS['EPT']} {name}"
    return ""


def _expanded(initials: str, rest: str) -> str:
    """« CC » and « du Pays des Herbiers » as one phrase; a name that says again what it is keeps its own word."""
    first = fold(rest).split(" ")[0]
    if first in ("agglomeration", "agglo"):
        return f"l’{rest}"
    if first == "communaute":
        return f"la {rest}"
    linked = _of_phrase(rest) if _LOWER_ARTICLE.match(rest) else rest
    return f"{_INITIALS[initials]} {linked}"


def _of_phrase(phrase: str) -> str:
    """« de » before a phrase, contracted with its article or elided."""
    for article, link in (("le ", "du "), ("les ", "des ")):
        if phrase.startswith(article):
            return link + phrase.removeprefix(article)
    return _by_letters(phrase)


def _of_name(authority: Authority, reference: Reference) -> str:
    name = printed(authority.name)
    code = _tncc(authority, reference)
    for tncc, article in _WITHIN.items():
        # Some merged communes have TNCC 0 in spite of their article.
        if name.startswith(article) and (code == tncc or article != "Aux "):
            return _LINKS[tncc] + name.removeprefix(article)
    if code == "" or re.match(r"(?:La|Las|Los) |L’", name):
        return _by_letters(name)
    return _LINKS[code] + name


def _tncc(authority: Authority, reference: Reference) -> str:
    """INSEE's code, empty for what is not in the Code officiel géographique."""
    if authority.id not in reference.ids:
        return ""
    return _CORRECTED.get(authority.id[4:]) or reference.entry(authority.id).article


def _by_letters(name: str) -> str:
    return ("d’" if _elides(name) else "de ") + name


def _elides(name: str) -> bool:
    """Whether « de » loses its e: before a vowel, a y that is one, and the few mute h known."""
    word = fold(name).split(" ")[0]
    if word.startswith("h"):
        return word in _MUTE_H
    if word.startswith("y"):
        return len(word) == 1 or word[1] not in _VOWELS
    return word[:1] in _VOWELS and bool(word)
