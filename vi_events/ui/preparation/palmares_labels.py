"""What the palmarès and its running order are called in the window: fields, kinds, levels, stops."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from vi_events.edition import grammar
from vi_events.edition.palmares import KINDS, LEVELS, Palmares
from vi_events.edition.rundown import Stop
from vi_events.stage.screen_text import AROBASE, mention_words
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.preparation.words import field_label

PALMARES_FIELDS = (
    "authority",
    "authority_code",
    "department",
    "kind",
    "level",
    "previous",
    "first_participation",
    "mentions",
    "distinctions",
    "representative",
    "note",
    "short_form",
    "pronunciation",
)
RUNDOWN_FIELDS = (
    "kind",
    "section",
    "title",
    "authority",
    "authority_code",
    "mention",
    "people",
    "planned",
    "note",
    "postponed",
)
FREE_KINDS = ("speech", "debate", "signature", "video", "pause")
"""Kinds of stops that a person inserts by hand."""
_FIELDS = {
    "kind": QT_TRANSLATE_NOOP("PalmaresField", "Type"),
    "level": QT_TRANSLATE_NOOP("PalmaresField", "Arobases"),
    "previous": QT_TRANSLATE_NOOP("PalmaresField", "Arobases précédentes"),
    "first_participation": QT_TRANSLATE_NOOP("PalmaresField", "Première participation"),
    "mentions": QT_TRANSLATE_NOOP("PalmaresField", "Mentions"),
    "mention": QT_TRANSLATE_NOOP("PalmaresField", "Mention"),
    "distinctions": QT_TRANSLATE_NOOP("PalmaresField", "Distinctions"),
    "representative": QT_TRANSLATE_NOOP("PalmaresField", "Qui reçoit le label"),
    "note": QT_TRANSLATE_NOOP("PalmaresField", "Note"),
    "short_form": QT_TRANSLATE_NOOP("PalmaresField", "Forme courte"),
    "pronunciation": QT_TRANSLATE_NOOP("PalmaresField", "Prononciation"),
    "section": QT_TRANSLATE_NOOP("PalmaresField", "Section"),
    "title": QT_TRANSLATE_NOOP("PalmaresField", "Titre"),
    "people": QT_TRANSLATE_NOOP("PalmaresField", "Personnes"),
    "planned": QT_TRANSLATE_NOOP("PalmaresField", "Durée"),
    "postponed": QT_TRANSLATE_NOOP("PalmaresField", "Reportée"),
}
_KINDS = {
    "village": QT_TRANSLATE_NOOP("AwardKind", "village"),
    "ville": QT_TRANSLATE_NOOP("AwardKind", "ville"),
    "territoire": QT_TRANSLATE_NOOP("AwardKind", "territoire"),
    "autre": QT_TRANSLATE_NOOP("AwardKind", "autre"),
}
_STOPS = {
    "award": QT_TRANSLATE_NOOP("StopKind", "Remise"),
    "group": QT_TRANSLATE_NOOP("StopKind", "Appel"),
    "mention": QT_TRANSLATE_NOOP("StopKind", "Mention"),
    "speech": QT_TRANSLATE_NOOP("StopKind", "Intervention"),
    "debate": QT_TRANSLATE_NOOP("StopKind", "Débat"),
    "signature": QT_TRANSLATE_NOOP("StopKind", "Signature"),
    "video": QT_TRANSLATE_NOOP("StopKind", "Vidéo"),
    "pause": QT_TRANSLATE_NOOP("StopKind", "Pause"),
}


def column_label(name: str) -> str:
    """« Arobases précédentes » for ``previous``: a column of a palmarès or of a running order."""
    return QCoreApplication.translate("PalmaresField", _FIELDS[name]) if name in _FIELDS else field_label(name)


def kind_label(kind: str) -> str:
    """« village » for ``village``: the kind of an awarded authority."""
    return QCoreApplication.translate("AwardKind", _KINDS.get(kind, kind))


def stop_kind_label(kind: str) -> str:
    """« Débat » for ``debate``."""
    return QCoreApplication.translate("StopKind", _STOPS.get(kind, kind))


def level_label(level: int | None) -> str:
    """« @@@ », or a dash without a level."""
    return AROBASE * level if level else "—"


def total_label(name: str) -> str:
    """« 3 · @@@ », « village », « En tout »: one of palmares.TOTALS."""
    if name.isdecimal():
        return f"{name} · {level_label(int(name))}"
    if name in KINDS:
        return kind_label(name)
    return QCoreApplication.translate("PalmaresField", "En tout")


def level_choices() -> list[tuple[str, str | int]]:
    """Every level, for a list to choose from."""
    return [(f"{level} · {level_label(level)}", level) for level in LEVELS]


def kind_choices() -> list[tuple[str, str | int]]:
    """Every kind of authority, for a list to choose from."""
    return [(kind_label(kind), kind) for kind in KINDS]


def authority_names(palmares: Palmares) -> dict[str, str]:
    """The name of each awarded authority as it is printed, by id."""
    return {award.authority.id: grammar.printed(award.authority.name) for award in palmares.awards}


def mention_names(palmares: Palmares) -> dict[str, str]:
    """The name of each mention, by id."""
    return {mention.id: mention.name for mention in palmares.mentions}


def stop_label(stop: Stop, authorities: Mapping[str, str], mentions: Mapping[str, str]) -> str:
    """What a stop is called: « Le Havre », « Mention Numérique éducatif », « Ouverture par la présidente »."""
    if stop.kind == "award":
        return next((authorities.get(id_, id_) for id_ in stop.authority_ids), stop_kind_label(stop.kind))
    if stop.kind == "mention":
        return mention_words(mentions.get(stop.mention, stop.title))
    return stop.title or stop_kind_label(stop.kind)
