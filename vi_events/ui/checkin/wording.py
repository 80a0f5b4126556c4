"""What the desk reads: one title, one instruction, one shape, one sound for each verdict. Source language: French."""

import html
import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime

from vi_events.checkin.views import PersonCard, ScanResult
from vi_events.clock import clock_time
from vi_events.ui.language import locale


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001
    """Marks ``text`` for lupdate, which knows this name only; PySide’s own function is typed as returning an object."""
    return text


@dataclass(frozen=True, slots=True)
class Wording:
    """How a verdict looks, reads and sounds. ``word`` is its one word in a list of scans."""

    tone: str
    glyph: str
    sound: str
    title: str
    instruction: str
    word: str
    verbs: tuple[str, ...]


_INSIDE = ("undo", "substitute", "group", "correct", "reprint")
_KNOWN = ("substitute", "correct", "reprint")
_UNKNOWN = ("search", "walk_in")
_REFUSED = ("search", "force")


def _say(text: str) -> str:
    return QCoreApplication.translate("Verdict", text)


_WORDINGS: dict[str, Wording] = {
    "admitted": Wording(
        "ok",
        "check",
        "admitted",
        QT_TRANSLATE_NOOP("Verdict", "Bienvenue"),
        QT_TRANSLATE_NOOP("Verdict", "Remettez le badge."),
        QT_TRANSLATE_NOOP("Verdict", "entrée"),
        _INSIDE,
    ),
    "admitted_attention": Wording(
        "ok",
        "star",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Bienvenue, attention particulière"),
        QT_TRANSLATE_NOOP("Verdict", "Lisez la note, puis remettez le badge."),
        QT_TRANSLATE_NOOP("Verdict", "entrée, note"),
        _INSIDE,
    ),
    "exit_recorded": Wording(
        "info",
        "out",
        "neutral",
        QT_TRANSLATE_NOOP("Verdict", "Sortie notée"),
        QT_TRANSLATE_NOOP("Verdict", "Au retour, le même billet suffira."),
        QT_TRANSLATE_NOOP("Verdict", "sortie"),
        ("undo", "correct"),
    ),
    "already_in": Wording(
        "warn",
        "clock",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Déjà entré·e"),
        QT_TRANSLATE_NOOP("Verdict", "Vérifiez le nom avec la personne ; en cas de doute, appelez le superviseur."),
        QT_TRANSLATE_NOOP("Verdict", "déjà entré·e"),
        ("undo", "substitute", "correct", "reprint", "force"),
    ),
    "not_found": Wording(
        "bad",
        "unknown",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Billet inconnu"),
        QT_TRANSLATE_NOOP("Verdict", "Demandez son nom à la personne et cherchez-la sur la liste."),
        QT_TRANSLATE_NOOP("Verdict", "inconnu"),
        _UNKNOWN,
    ),
    "not_found_genuine": Wording(
        "warn",
        "down",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Vrai billet, fiche pas encore reçue"),
        QT_TRANSLATE_NOOP("Verdict", "Cherchez la personne par son nom, ou rescannez quand le réseau est revenu."),
        QT_TRANSLATE_NOOP("Verdict", "fiche absente"),
        _UNKNOWN,
    ),
    "bad_code": Wording(
        "bad",
        "slash",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Code non valable"),
        QT_TRANSLATE_NOOP("Verdict", "Rescannez le billet bien à plat ; sinon, cherchez la personne par son nom."),
        QT_TRANSLATE_NOOP("Verdict", "non valable"),
        _UNKNOWN,
    ),
    "revoked": Wording(
        "bad",
        "bar",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Billet désactivé"),
        QT_TRANSLATE_NOOP("Verdict", "Demandez le billet le plus récent, ou appelez le superviseur."),
        QT_TRANSLATE_NOOP("Verdict", "désactivé"),
        _REFUSED,
    ),
    "cancelled": Wording(
        "bad",
        "cross",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Billet annulé"),
        QT_TRANSLATE_NOOP("Verdict", "Appelez un responsable pour vérifier l’inscription."),
        QT_TRANSLATE_NOOP("Verdict", "annulé"),
        _REFUSED,
    ),
    "not_confirmed": Wording(
        "warn",
        "wait",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Inscription non confirmée"),
        QT_TRANSLATE_NOOP("Verdict", "Faites valider l’entrée par le superviseur."),
        QT_TRANSLATE_NOOP("Verdict", "à confirmer"),
        ("force", "correct", "search"),
    ),
    "wrong_zone": Wording(
        "bad",
        "turn",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Pas prévu·e à ce contrôle"),
        QT_TRANSLATE_NOOP("Verdict", "Dirigez la personne vers l’un des lieux indiqués ci-dessous."),
        QT_TRANSLATE_NOOP("Verdict", "autre lieu"),
        ("force", "correct", "search"),
    ),
    "zone_full": Wording(
        "bad",
        "full",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Salle complète"),
        QT_TRANSLATE_NOOP("Verdict", "Faites patienter la personne et prévenez le superviseur."),
        QT_TRANSLATE_NOOP("Verdict", "complet"),
        _REFUSED,
    ),
    "wrong_time": Wording(
        "warn",
        "alert",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Hors des horaires"),
        QT_TRANSLATE_NOOP("Verdict", "Indiquez à la personne l’heure d’ouverture de ce contrôle."),
        QT_TRANSLATE_NOOP("Verdict", "hors horaires"),
        _REFUSED,
    ),
    "other_edition": Wording(
        "bad",
        "page",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Billet d’une autre édition"),
        QT_TRANSLATE_NOOP("Verdict", "Demandez le billet de cette année, ou cherchez la personne par son nom."),
        QT_TRANSLATE_NOOP("Verdict", "autre édition"),
        _UNKNOWN,
    ),
    "ambiguous": Wording(
        "warn",
        "two",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Plusieurs personnes possibles"),
        QT_TRANSLATE_NOOP("Verdict", "Demandez sa fonction à la personne, puis tapez son numéro."),
        QT_TRANSLATE_NOOP("Verdict", "à choisir"),
        _UNKNOWN,
    ),
    "info_required": Wording(
        "warn",
        "pen",
        "attention",
        QT_TRANSLATE_NOOP("Verdict", "Une question avant d’entrer"),
        QT_TRANSLATE_NOOP("Verdict", "Posez la question, notez la réponse avec F6, puis rescannez."),
        QT_TRANSLATE_NOOP("Verdict", "à compléter"),
        ("correct", "force"),
    ),
    "error": Wording(
        "bad",
        "alert",
        "refused",
        QT_TRANSLATE_NOOP("Verdict", "Passage non enregistré"),
        QT_TRANSLATE_NOOP(
            "Verdict", "Rescannez ; si cela recommence, pointez sur la liste papier et appelez le superviseur."
        ),
        QT_TRANSLATE_NOOP("Verdict", "erreur"),
        ("search",),
    ),
}
_NEUTRAL = Wording(
    "info",
    "twice",
    "neutral",
    QT_TRANSLATE_NOOP("Verdict", "Déjà fait ici"),
    QT_TRANSLATE_NOOP("Verdict", "Rien à refaire : la personne peut avancer."),
    QT_TRANSLATE_NOOP("Verdict", "déjà fait"),
    ("undo", *_KNOWN),
)

_VERBS: dict[str, tuple[str, str]] = {
    "admit": ("F1", QT_TRANSLATE_NOOP("Verdict", "Faire entrer")),
    "undo": ("F8", QT_TRANSLATE_NOOP("Verdict", "Annuler l’entrée")),
    "substitute": ("F4", QT_TRANSLATE_NOOP("Verdict", "Remplacé·e par…")),
    "group": ("F5", QT_TRANSLATE_NOOP("Verdict", "Toute la délégation (%1)")),
    "correct": ("F6", QT_TRANSLATE_NOOP("Verdict", "Corriger")),
    "reprint": ("F7", QT_TRANSLATE_NOOP("Verdict", "Réimprimer")),
    "search": ("F9", QT_TRANSLATE_NOOP("Verdict", "Chercher…")),
    "force": ("F10", QT_TRANSLATE_NOOP("Verdict", "Forcer avec le code superviseur")),
    "walk_in": ("F2", QT_TRANSLATE_NOOP("Verdict", "Ajouter une personne")),
}
_UNDO_EXIT = QT_TRANSLATE_NOOP("Verdict", "Annuler la sortie")
_UNDO_GROUP = QT_TRANSLATE_NOOP("Verdict", "Annuler ces %1 entrées")
_UNDO_MERGE = QT_TRANSLATE_NOOP("Verdict", "Séparer les deux fiches")
_UNDONE = QT_TRANSLATE_NOOP("Verdict", "Annulé\u202f: l’entrée ne compte plus.")
_UNDONE_EXIT = QT_TRANSLATE_NOOP("Verdict", "Annulé\u202f: la sortie ne compte plus.")
_UNDONE_GROUP = QT_TRANSLATE_NOOP("Verdict", "Annulé\u202f: %1 entrées ne comptent plus.")
_UNDONE_MERGE = QT_TRANSLATE_NOOP("Verdict", "Annulé\u202f: les deux fiches sont de nouveau séparées.")
_IGNORED = QT_TRANSLATE_NOOP("Verdict", "Même billet, ignoré (moins de 3 s)")
_AT = QT_TRANSLATE_NOOP("Verdict", "à %1")
_ON = QT_TRANSLATE_NOOP("Verdict", "le %1")
_HOUR = QT_TRANSLATE_NOOP("Verdict", "H' h 'mm")
_DAY = QT_TRANSLATE_NOOP("Verdict", "d MMMM")
VERBS = tuple(_VERBS)
VERBS_OF_MENU = ("walk_in",)
"""Verbs whose key works at any time: the menu has it."""
VERBS_OF_CARD = ("admit", "undo", "substitute", "group", "correct", "reprint")
"""The verbs offered for a person found by search."""

_CATEGORIES: dict[str, tuple[str, str]] = {
    # One person, then many.
    "elected": (QT_TRANSLATE_NOOP("Category", "Élu·e"), QT_TRANSLATE_NOOP("Category", "Élu·es")),
    "officer": (QT_TRANSLATE_NOOP("Category", "Agent·e"), QT_TRANSLATE_NOOP("Category", "Agent·es")),
    "partner": (QT_TRANSLATE_NOOP("Category", "Partenaire"), QT_TRANSLATE_NOOP("Category", "Partenaires")),
    "press": (QT_TRANSLATE_NOOP("Category", "Presse"), QT_TRANSLATE_NOOP("Category", "Presse")),
    "speaker": (QT_TRANSLATE_NOOP("Category", "Intervenant·e"), QT_TRANSLATE_NOOP("Category", "Intervenant·es")),
    "crew": (QT_TRANSLATE_NOOP("Category", "Équipe"), QT_TRANSLATE_NOOP("Category", "Équipe")),
    "guest": (QT_TRANSLATE_NOOP("Category", "Invité·e"), QT_TRANSLATE_NOOP("Category", "Invité·es")),
}


def wording(result: ScanResult) -> Wording:
    """The wording of ``result`` as written in the source; ``KeyError`` for a verdict that does not exist."""
    known = _WORDINGS[result.verdict]
    return _NEUTRAL if result.repeat == "neutral" else known


def title(result: ScanResult) -> str:
    """The title of the card; for someone already in, it says when and where."""
    said = _say(wording(result).title)
    if result.first_at_ms is None or (result.verdict != "already_in" and result.repeat != "neutral"):
        return said
    when = moment(result.first_at_ms, result.at_ms)
    return f"{said} {when}, {result.first_station}" if result.first_station else f"{said} {when}"


def instruction(result: ScanResult) -> str:
    """The one sentence that says what to do."""
    return _say(wording(result).instruction)


def word(result: ScanResult) -> str:
    """The verdict in a word or two, for lists."""
    return _say(wording(result).word)


def verb_key(verb: str) -> str:
    """The key of a verb, « F8 »."""
    return _VERBS[verb][0]


@dataclass(frozen=True, slots=True)
class Done:
    """What F8 would undo: entries, each with its person. ``what`` they are: ``entry``, ``exit`` or ``merge``."""

    entries: tuple[tuple[str, str], ...] = ()
    what: str = "entry"

    def undo_text(self) -> str:
        """The words on the button that undoes it."""
        if self.what == "merge":
            return _say(_UNDO_MERGE)
        if len(self.entries) > 1:
            return _say(_UNDO_GROUP).replace("%1", str(len(self.entries)))
        return _say(_UNDO_EXIT) if self.what == "exit" else verb_text("undo", 1)

    def undone_text(self, count: int) -> str:
        """The sentence once ``count`` entries are undone."""
        if self.what == "merge":
            return _say(_UNDONE_MERGE)
        if len(self.entries) > 1:
            return _say(_UNDONE_GROUP).replace("%1", str(count))
        return _say(_UNDONE_EXIT if self.what == "exit" else _UNDONE)


def done_by(result: ScanResult) -> Done:
    """What an undo would cancel after ``result``: what it recorded, else the entry of somebody found already in."""
    person = result.person
    if person is None:
        return Done()
    if result.entry_id:
        return Done(((result.entry_id, person.attendee_id),), "exit" if result.verdict == "exit_recorded" else "entry")
    return standing_entry(person) if result.verdict == "already_in" else Done()


def standing_entry(person: PersonCard) -> Done:
    """The entry by which somebody is in."""
    return Done(((person.admission_id, person.attendee_id),)) if person.admission_id else Done()


def verb_text(verb: str, people: int) -> str:
    """The words on a verb's button: ``people`` whom it is about."""
    return _say(_VERBS[verb][1]).replace("%1", str(people))


def category_label(category: str, *, many: bool = False) -> str:
    """« Élu·e » or « Élu·es »; a category of another source is shown as it is."""
    known = _CATEGORIES.get(category)
    return QCoreApplication.translate("Category", known[many]) if known else category


def ignored_notice() -> str:
    """Said when a code comes twice within 3 s."""
    return _say(_IGNORED)


def hour(ms: int) -> str:
    """Local time in a sentence: « 8 h 42 », « 8:42 »."""
    return QDateTime.fromMSecsSinceEpoch(ms).toString(_say(_HOUR))


def moment(ms: int, now_ms: int) -> str:
    """Local time in a sentence: « à 8 h 42 », « at 8:42 », with the day when it is not today's."""
    when = QDateTime.fromMSecsSinceEpoch(ms)
    at = _say(_AT).replace("%1", hour(ms))
    if when.date() == QDateTime.fromMSecsSinceEpoch(now_ms).date():
        return at
    day = locale().toString(when.date(), _say(_DAY))
    return _say(_ON).replace("%1", day) + " " + at


def short_moment(ms: int, now_ms: int) -> str:
    """Local time in a table: « 08:42 », with the day when it is not today's."""
    return clock_time(ms) if moment(ms, now_ms) == moment(ms, ms) else moment(ms, now_ms)


def raised_html(text: str) -> str:
    """``text`` as safe HTML where « 1er », « 2e » and « Mme » have their raised letters."""
    safe = html.escape(text)
    safe = re.sub(r"\b(\d+|[IVX]+)(er|re|e|nd|nde)\b", r"\1<sup>\2</sup>", safe)
    return re.sub(r"\bM(me|lle)\b", r"M<sup>\1</sup>", safe)
