"""French names of what a badge layout holds, and of what is to be said of a badge."""

from PySide6.QtCore import QCoreApplication

from vi_events.checkin.badge_elements import Band, Element, Logo, Name, Text
from vi_events.checkin.badge_remarks import Remark
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP, category_label
from vi_events.ui.preparation.words import field_label

_LONGEST = 60
"""Signs of a text that say which one it is."""
_KINDS = {
    "band": QT_TRANSLATE_NOOP("BadgeKind", "Bandeau"),
    "name": QT_TRANSLATE_NOOP("BadgeKind", "Nom"),
    "text": QT_TRANSLATE_NOOP("BadgeKind", "Texte"),
    "qr": QT_TRANSLATE_NOOP("BadgeKind", "Code QR"),
    "logo": QT_TRANSLATE_NOOP("BadgeKind", "Logo"),
    "rule": QT_TRANSLATE_NOOP("BadgeKind", "Filet"),
    "fold": QT_TRANSLATE_NOOP("BadgeKind", "Repères de pliage"),
    "cut": QT_TRANSLATE_NOOP("BadgeKind", "Ligne de coupe"),
    "layout": QT_TRANSLATE_NOOP("BadgeKind", "Feuille et marges"),
}
_KEYS = {
    "height": QT_TRANSLATE_NOOP("BadgeKey", "Hauteur"),
    "width": QT_TRANSLATE_NOOP("BadgeKey", "Largeur"),
    "size": QT_TRANSLATE_NOOP("BadgeKey", "Taille des lettres"),
    "floor": QT_TRANSLATE_NOOP("BadgeKey", "Taille minimale"),
    "style": QT_TRANSLATE_NOOP("BadgeKey", "Fond"),
    "edge": QT_TRANSLATE_NOOP("BadgeKey", "Bord inférieur"),
    "marks": QT_TRANSLATE_NOOP("BadgeKey", "Signes des bouts"),
    "text": QT_TRANSLATE_NOOP("BadgeKey", "Texte"),
    "share": QT_TRANSLATE_NOOP("BadgeKey", "Part de la hauteur"),
    "weight": QT_TRANSLATE_NOOP("BadgeKey", "Graisse"),
    "at": QT_TRANSLATE_NOOP("BadgeKey", "Emplacement"),
    "gap": QT_TRANSLATE_NOOP("BadgeKey", "Blanc au-dessus"),
    "only_for": QT_TRANSLATE_NOOP("BadgeKey", "Seulement pour (rien de coché\u202f: toutes)"),
    "module": QT_TRANSLATE_NOOP("BadgeKey", "Côté d’un carré"),
    "corner": QT_TRANSLATE_NOOP("BadgeKey", "Coin du pied"),
    "file": QT_TRANSLATE_NOOP("BadgeKey", "Image PNG"),
    "thickness": QT_TRANSLATE_NOOP("BadgeKey", "Épaisseur"),
    "length": QT_TRANSLATE_NOOP("BadgeKey", "Longueur"),
    "categories": QT_TRANSLATE_NOOP("BadgeKey", "Ce modèle sert aux catégories"),
    "margin": QT_TRANSLATE_NOOP("BadgeKey", "Marges des côtés"),
    "margin_bottom": QT_TRANSLATE_NOOP("BadgeKey", "Marge du bas"),
    "body_top": QT_TRANSLATE_NOOP("BadgeKey", "Blanc avant les noms"),
    "body_bottom": QT_TRANSLATE_NOOP("BadgeKey", "Blanc avant le pied"),
    "foot_height": QT_TRANSLATE_NOOP("BadgeKey", "Hauteur du pied"),
    "two_sided_fold": QT_TRANSLATE_NOOP("BadgeKey", "Imprimé deux fois, à plier"),
}
_VALUES = {
    "black": QT_TRANSLATE_NOOP("BadgeValue", "Noir"),
    "white": QT_TRANSLATE_NOOP("BadgeValue", "Blanc, encadré"),
    "striped": QT_TRANSLATE_NOOP("BadgeValue", "Rayures"),
    "checked": QT_TRANSLATE_NOOP("BadgeValue", "Damier"),
    "barred": QT_TRANSLATE_NOOP("BadgeValue", "Barres"),
    "straight": QT_TRANSLATE_NOOP("BadgeValue", "Droit"),
    "teeth": QT_TRANSLATE_NOOP("BadgeValue", "En dents"),
    "none": QT_TRANSLATE_NOOP("BadgeValue", "Aucun"),
    "disc": QT_TRANSLATE_NOOP("BadgeValue", "Disques"),
    "lozenge": QT_TRANSLATE_NOOP("BadgeValue", "Losanges"),
    "square": QT_TRANSLATE_NOOP("BadgeValue", "Carrés"),
    "body": QT_TRANSLATE_NOOP("BadgeValue", "Sous le bandeau"),
    "foot": QT_TRANSLATE_NOOP("BadgeValue", "En pied"),
    "left": QT_TRANSLATE_NOOP("BadgeValue", "À gauche"),
    "right": QT_TRANSLATE_NOOP("BadgeValue", "À droite"),
    "Regular": QT_TRANSLATE_NOOP("BadgeValue", "Normale"),
    "Medium": QT_TRANSLATE_NOOP("BadgeValue", "Moyenne"),
    "Bold": QT_TRANSLATE_NOOP("BadgeValue", "Grasse"),
    "ExtraBold": QT_TRANSLATE_NOOP("BadgeValue", "Extra-grasse"),
    "80": QT_TRANSLATE_NOOP("BadgeValue", "Rouleau 80\u00a0mm"),
    "58": QT_TRANSLATE_NOOP("BadgeValue", "Rouleau 58\u00a0mm"),
    "a6": QT_TRANSLATE_NOOP("BadgeValue", "Feuille A6"),
}
_FIELDS = {
    "edition_line": QT_TRANSLATE_NOOP("BadgeField", "Titre et date de l’édition"),
    "box": QT_TRANSLATE_NOOP("BadgeField", "Boîte où le badge est rangé"),
}
_REMARKS = {
    "small": QT_TRANSLATE_NOOP("BadgeRemark", "Texte réduit à %2\u00a0points\u202f: «\u00a0%1\u00a0»"),
    "cut": QT_TRANSLATE_NOOP("BadgeRemark", "Texte coupé\u202f: «\u00a0%1\u00a0»"),
    "lost": QT_TRANSLATE_NOOP("BadgeRemark", "Un texte n’a plus de place et n’est pas imprimé"),
    "code": QT_TRANSLATE_NOOP("BadgeRemark", "QR illisible\u202f: agrandissez le côté d’un carré"),
    "glyphs": QT_TRANSLATE_NOOP("BadgeRemark", "Police sans %1\u202f: imprimé en lettres latines"),
}


def kind_label(kind: str) -> str:
    """« Bandeau » for ``band``; ``layout`` is the sheet."""
    return QCoreApplication.translate("BadgeKind", _KINDS[kind])


def key_label(key: str) -> str:
    """« Hauteur » for ``height``."""
    return QCoreApplication.translate("BadgeKey", _KEYS[key])


def value_label(value: str) -> str:
    """« Noir » for ``black``: the words of choices and papers."""
    return QCoreApplication.translate("BadgeValue", _VALUES[value])


def badge_field_label(field: str) -> str:
    """« Prénom » for ``first_name``: what a text may name in braces."""
    return QCoreApplication.translate("BadgeField", _FIELDS[field]) if field in _FIELDS else field_label(field)


def element_label(one: Element) -> str:
    """« Nom · {last_name} », « Bandeau · Presse »: an element in a list."""
    said = ", ".join(category_label(category) for category in one.only_for)
    if isinstance(one, Name | Text):
        said = one.text
    elif isinstance(one, Logo):
        said = one.file
    elif isinstance(one, Band) and one.text != "{category}":
        said = ", ".join(part for part in (one.text, said) if part)
    kind = kind_label(type(one).__name__.lower())
    return f"{kind} · {said}" if said else kind


def remark_label(remark: Remark) -> str:
    """What is to be said of a badge, without its end mark."""
    said = QCoreApplication.translate("BadgeRemark", _REMARKS[remark.kind])
    text = remark.text if len(remark.text) <= _LONGEST else f"{remark.text[:_LONGEST].rstrip()}…"
    return said.replace("%2", str(remark.size)).replace("%1", text)
