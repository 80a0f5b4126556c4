"""Which column holds what: the platforms known by their headers, and the words of hand-made lists. Pure rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from vi_events.edition.text import fold
from vi_events.errors import UserError
from vi_events.sentences import joined, quoted, say

_SYNONYMS = {
    "last_name": (
        "nom|nom de famille|nom participant|nom du participant nom de famille|attendee name family name|last name"
        "|surname|family name|nom d usage|nom usuel|nom invite|votre nom|lastname|nom adherent"
    ),
    "first_name": (
        "prenom|prenom participant|nom du participant prenom|attendee name given name|first name|given name|prenoms"
        "|votre prenom|firstname|prenom adherent|prenom usuel|petit nom"
    ),
    "full_name": (
        "nom du participant|attendee name|nom complet|full name|nom et prenom|prenom et nom|nom prenom|prenom nom"
        "|participant|name|identite|votre nom et prenom|nom prenoms"
    ),
    "function": (
        "fonction|fonction mandat|mandat|poste|titre|job title|function|role|qualite|votre fonction|fonctions|intitule"
        " du poste|position"
    ),
    "authority": (
        "collectivite|commune|nom de la commune|nom de la collectivite|mairie|mairie de|votre commune"
        "|votre collectivite|epci|intercommunalite|territoire|authority|municipality|organisme|structure|etablissement"
        "|organisation|organization|societe|nom de la structure|entreprise du participant|attendee company|entreprise"
        "|company|employeur|raison sociale|ville"
    ),
    "authority_code": (
        "code collectivite|code insee|insee|siren|code commune|code insee de la commune|code siren|authority code"
        "|code officiel|authority id"
    ),
    "department": "departement|code departement|dept|dep|department|numero de departement",
    "postal_code": "code postal|cp|zip code|postal code|zip|home zip|codepostal",
    "country": "pays|country|home country",
    "category": "categorie|category|type de participant|profil|vous etes|public",
    "status": "statut|status|statut de l inscription|inscription|confirmation|etat de l inscription",
    "email": (
        "e mail du participant|attendee email|email participant|adresse mail professionnelle|email professionnel"
        "|courriel professionnel|email|e mail|mail|courriel|adresse e mail|adresse email|adresse mail"
        "|adresse electronique|email address|votre email|votre courriel|email pro"
    ),
    "phone": (
        "telephone|portable|numero de telephone|phone number|phone|cell phone|mobile|tel|telephone portable"
        "|telephone mobile|votre telephone"
    ),
    "protocol_note": "protocole|note protocolaire|note de protocole|protocol note|protocol|note|remarques|remarque",
    "vip": "vip|personnalite",
    "seat": "siege|place|nom du siege|seat|seat name|choix place|numero de place",
    "zones": "zones|zone|acces|controle|controles|listes|ateliers",
    "external_codes": (
        "code externe|codes externes|external code|external codes|code billet|code barres|code barre|barcode"
        "|numero de billet|ticket code"
    ),
}
SYNONYMS = {name: tuple(headers.split("|")) for name, headers in _SYNONYMS.items()}
"""Field -> folded headers, surest first. These fields are also what a person may map by hand."""

FIELDS = tuple(SYNONYMS)

_PALMARES_SYNONYMS = {
    "authority": (
        "collectivite|nom de la collectivite|commune|nom de la commune|nom|laureat|laureate|ville|epci|authority"
        "|municipality|name"
    ),
    "authority_code": _SYNONYMS["authority_code"] + "|code",
    "department": _SYNONYMS["department"],
    "kind": "type|type de collectivite|kind|nature|categorie|category",
    "level": "niveau|arobases|nombre d arobases|niveau du label|label|level|arobase|niveau obtenu",
    "previous": (
        "niveau precedent|arobases precedentes|niveau anterieur|ancien niveau|label precedent|previous level|previous"
    ),
    "first_participation": "premiere participation|nouveau participant|nouvelle collectivite|first participation",
    "mentions": "mentions|mention|mention speciale|mentions speciales|mention s|special mention|special mentions",
    "distinctions": "distinctions|distinction|distinction s",
    "representative": "representant|representante|representant e|recu par|representative",
    "note": "note|notes|remarque|remarques|commentaire|comment",
    "short_form": "forme courte|nom court|short form|short name",
    "pronunciation": "prononciation|pronunciation",
}
PALMARES_SYNONYMS = {name: tuple(headers.split("|")) for name, headers in _PALMARES_SYNONYMS.items()}
"""The same for the columns of a palmarès."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PAYER_WORDS = _words("payeur acheteur facturation invoice buyer payer")
_QUESTION_STOPS = _PAYER_WORDS | _words(
    "date heure montant prix tarif code nombre combien participe participera souhaitez souhaite avez label adresse "
    "voucher bon commande paiement tva vat mail email telephone url site"
)
_QUESTION_WORDS = {
    "authority": _words(
        "commune mairie collectivite epci intercommunalite territoire organisme structure organisation entreprise "
        "societe institution employeur company organization municipality administration agglomeration metropole "
        "ville"
    ),
    "function": _words("fonction fonctions mandat poste"),
    "department": frozenset({"departement"}),
}
_EMAIL_WORDS = frozenset({"mail", "email", "courriel"})
_PHONE_WORDS = frozenset({"telephone", "portable", "mobile"})
_MAX_QUESTION_WORDS = 8


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of export: the folded headers it must have, and those that mean something particular to it."""

    id: str
    label: str
    required: frozenset[str]
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field -> folded header. Beside FIELDS: order, ticket, ticket_type, payer_*, blocked, addon_of, quantity."""
    codes: tuple[str, ...] = ()
    """Folded headers of what the platform's tickets may carry in their QR code."""


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_SURE_LAST_NAMES = _set(
    "nom de famille|last name|lastname|surname|family name|nom d usage|nom usuel|nom du participant nom de famille"
    "|attendee name family name"
)
"""« Nom » may hold a whole name; these never do."""


def _pairs(text: str) -> dict[str, str]:
    return {name: header for name, _, header in (pair.partition("=") for pair in text.split("|"))}


_HELLOASSO_COMMON = (
    "order=reference commande|status=statut de la commande|payer_last_name=nom payeur|payer_first_name=prenom payeur"
    "|payer_email=email payeur|ticket_type=tarif"
)
PLATFORMS = (
    Platform(
        "helloasso",
        say("HelloAsso, billetterie"),
        _set("reference commande|statut de la commande|nom participant|prenom participant"),
        _pairs(f"{_HELLOASSO_COMMON}|last_name=nom participant|first_name=prenom participant|ticket=numero de billet"),
        ("numero de billet",),
    ),
    Platform(
        "helloasso-adhesion",
        say("HelloAsso, adhésion"),
        _set("reference commande|statut de la commande|nom adherent|prenom adherent"),
        _pairs(f"{_HELLOASSO_COMMON}|last_name=nom adherent|first_name=prenom adherent"),
    ),
    Platform(
        "billetweb",
        "Billetweb",
        _set("billet|commande|nom|prenom|nom acheteur|prenom acheteur|paye"),
        _pairs(
            "order=commande|ticket=colonne 1|ticket_type=tarif|last_name=nom|first_name=prenom|status=paye"
            "|payer_last_name=nom acheteur|payer_first_name=prenom acheteur|payer_email=email acheteur"
        ),
        ("colonne 1", "code barres", "code barre"),
    ),
    Platform(
        "weezevent",
        "Weezevent",
        _set("numero de commande|nom participant|prenom participant|code participant"),
        _pairs(
            "order=numero de commande|ticket=code participant|ticket_type=tarif|last_name=nom participant"
            "|first_name=prenom participant|payer_last_name=nom acheteur|payer_first_name=prenom acheteur"
            "|payer_email=email acheteur"
        ),
        ("code participant", "code barres", "code barre"),
    ),
    Platform(
        "eventbrite",
        "Eventbrite",
        _set("order|first name|last name|attendee|attendee status"),
        _pairs("order=order|ticket=attendee|ticket_type=ticket type|status=attendee status|quantity=quantity"),
        ("barcode", "attendee"),
    ),
    Platform(
        "pretix",
        say("pretix, positions (français)"),
        _set("code de commande|id de la position|statut|nom du participant|secret du billet"),
        _pairs(
            "order=code de commande|ticket=id de la position|ticket_type=produit|variation=variante|status=statut"
            "|payer_email=e mail|email=e mail du participant|payer_name=nom de l adresse de facturation|blocked=bloque"
            "|addon_of=add on a la position id|seat=nom du siege"
        ),
        ("secret du billet",),
    ),
    Platform(
        "pretix",
        say("pretix, positions (anglais)"),
        _set("order code|position id|status|attendee name|ticket secret"),
        _pairs(
            "order=order code|ticket=position id|ticket_type=product|variation=variation|status=status"
            "|payer_email=email|email=attendee email|payer_name=invoice address name"
            "|blocked=blocked|addon_of=add on to position id|seat=seat name"
        ),
        ("ticket secret",),
    ),
    Platform(
        "pretix-liste",
        say("pretix, liste d’enregistrement (français)"),
        _set("code de commande|nom du participant|produit|paye|secret"),
        _pairs("order=code de commande|ticket=secret|ticket_type=produit|status=paye|blocked=bloque|seat=nom du siege"),
        ("secret",),
    ),
    Platform(
        "pretix-liste",
        say("pretix, liste d’enregistrement (anglais)"),
        _set("order code|attendee name|product|paid|secret"),
        _pairs("order=order code|ticket=secret|ticket_type=product|status=paid|blocked=blocked|seat=seat name"),
        ("secret",),
    ),
    Platform("google-forms", say("Google Forms (français)"), _set("horodateur")),
    Platform("google-forms", say("Google Forms (anglais)"), _set("timestamp|email address")),
)
GENERIC = Platform("liste", say("Liste avec un nom par ligne"), frozenset(), {"ticket": "ref"})


def recognise(headers: Sequence[str]) -> Platform | None:
    """The platform whose required headers are all there, the most demanding first; GENERIC if there is a name."""
    present = {fold(header) for header in headers}
    known = [platform for platform in PLATFORMS if platform.required <= present]
    if known:
        return max(known, key=lambda platform: len(platform.required))
    names = {*SYNONYMS["last_name"], *SYNONYMS["full_name"]}
    return GENERIC if present & names else None


def assign(headers: Sequence[str], platform: Platform, chosen: Mapping[str, str]) -> dict[str, int]:
    """Field -> column index: first what the person chose, then the platform's columns, then synonyms and questions.

    Raises UserError: unknown_field, unknown_column.
    """
    folded = [fold(header) for header in headers]
    place = _places(folded)
    found = _chosen_columns(headers, place, FIELDS, chosen)
    used = set(found.values())
    for name, header in platform.columns.items():
        if name not in found and header in place and place[header] not in used:
            found[name] = place[header]
    used.update(found.values())
    for name, synonyms in SYNONYMS.items():
        if name in found or (name == "external_codes" and platform.codes):
            continue
        column = _named(synonyms, place, used)
        if column is None:
            column = _question(name, folded, used)
        if column is not None:
            found[name] = column
            used.add(column)
    if "last_name" in found and "first_name" not in found and "last_name" not in chosen:
        if "full_name" in found or folded[found["last_name"]] not in _SURE_LAST_NAMES:
            # A column « Nom » alone holds the whole name.
            found.setdefault("full_name", found.pop("last_name"))
    elif "last_name" in found and "full_name" not in chosen:
        found.pop("full_name", None)
    return found


def assign_palmares(headers: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """Field -> column index of a palmarès: first what the person chose, then synonyms.

    Raises UserError: unknown_field, unknown_column.
    """
    place = _places([fold(header) for header in headers])
    found = _chosen_columns(headers, place, tuple(PALMARES_SYNONYMS), chosen)
    used = set(found.values())
    for name, synonyms in PALMARES_SYNONYMS.items():
        column = None if name in found else _named(synonyms, place, used)
        if column is not None:
            found[name] = column
            used.add(column)
    return found


def ignored(headers: Sequence[str], platform: Platform, columns: Mapping[str, int]) -> tuple[str, ...]:
    """The headers that nothing is read from, in their order."""
    used = set(columns.values())
    return tuple(
        header for index, header in enumerate(headers) if index not in used and fold(header) not in platform.codes
    )


def _places(folded: Sequence[str]) -> dict[str, int]:
    """The first column of each folded header."""
    return {name: index for index, name in reversed(list(enumerate(folded)))}


def _named(synonyms: Iterable[str], place: Mapping[str, int], used: set[int]) -> int | None:
    return next((place[each] for each in synonyms if each in place and place[each] not in used), None)


def _chosen_columns(
    headers: Sequence[str], place: Mapping[str, int], fields: Sequence[str], chosen: Mapping[str, str]
) -> dict[str, int]:
    for name in chosen:
        if name not in fields:
            message = say("Le champ « {0} » n’existe pas.{1}", name, _near(name, fields))
            raise UserError("unknown_field", message, say("Champs possibles\u202f: {0}.", ", ".join(fields)))
    return {name: _chosen_column(header, headers, place) for name, header in chosen.items()}


def _chosen_column(header: str, headers: Sequence[str], place: Mapping[str, int]) -> int:
    if header in headers:
        return headers.index(header)
    if fold(header) in place:
        return place[fold(header)]
    message = say("La colonne « {0} » n’est pas dans le fichier.{1}", header, _near(header, headers))
    raise UserError("unknown_column", message, say("Colonnes présentes\u202f: {0}.", listed(headers)))


def _near(word: str, words: Iterable[str]) -> str:
    by_fold = {fold(each): each for each in words}
    near = get_close_matches(fold(word), list(by_fold), n=3, cutoff=0.6)
    return say(" Peut-être\u202f: {0}\u202f?", joined(quoted(by_fold[each]) for each in near)) if near else ""


def listed(headers: Sequence[str]) -> str:
    """The headers for a message, at most forty of them."""
    shown = joined(quoted(header) for header in headers[:40])
    return say("{0}, et {1} autres", shown, len(headers) - 40) if len(headers) > 40 else shown


def _question(name: str, folded: Sequence[str], used: set[int]) -> int | None:
    """The shortest free question that seems to ask for the field."""
    candidates = [
        (len(words), index)
        for index, header in enumerate(folded)
        if index not in used and len(words := header.split()) <= _MAX_QUESTION_WORDS and _asks(name, set(words))
    ]
    return min(candidates)[1] if candidates else None


def _asks(name: str, words: set[str]) -> bool:
    if name == "email":
        return bool(words & _EMAIL_WORDS) and not words & (_PAYER_WORDS | {"verifiee", "verified"})
    if name == "phone":
        return bool(words & _PHONE_WORDS) and not words & _PAYER_WORDS
    return bool(words & _QUESTION_WORDS.get(name, frozenset())) and not words & _QUESTION_STOPS
