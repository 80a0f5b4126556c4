"""French names of what a file holds."""

from PySide6.QtCore import QCoreApplication

from vi_events.edition.models import Authority
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.language import grouped, is_many

_FIELDS = {
    "last_name": QT_TRANSLATE_NOOP("Field", "Nom"),
    "first_name": QT_TRANSLATE_NOOP("Field", "Prénom"),
    "full_name": QT_TRANSLATE_NOOP("Field", "Nom et prénom ensemble"),
    "function": QT_TRANSLATE_NOOP("Field", "Fonction"),
    "authority": QT_TRANSLATE_NOOP("Field", "Collectivité"),
    "authority_code": QT_TRANSLATE_NOOP("Field", "Code de la collectivité"),
    "department": QT_TRANSLATE_NOOP("Field", "Département"),
    "postal_code": QT_TRANSLATE_NOOP("Field", "Code postal"),
    "country": QT_TRANSLATE_NOOP("Field", "Pays"),
    "category": QT_TRANSLATE_NOOP("Field", "Catégorie"),
    "status": QT_TRANSLATE_NOOP("Field", "État de l’inscription"),
    "email": QT_TRANSLATE_NOOP("Field", "Adresse électronique"),
    "phone": QT_TRANSLATE_NOOP("Field", "Téléphone"),
    "protocol_note": QT_TRANSLATE_NOOP("Field", "Note protocolaire"),
    "vip": QT_TRANSLATE_NOOP("Field", "VIP"),
    "seat": QT_TRANSLATE_NOOP("Field", "Siège"),
    "zones": QT_TRANSLATE_NOOP("Field", "Contrôles"),
    "external_codes": QT_TRANSLATE_NOOP("Field", "Code du billet d’origine"),
}
_TYPES = {
    "commune": QT_TRANSLATE_NOOP("AuthorityType", "commune"),
    "epci": QT_TRANSLATE_NOOP("AuthorityType", "intercommunalité"),
    "departement": QT_TRANSLATE_NOOP("AuthorityType", "département"),
    "region": QT_TRANSLATE_NOOP("AuthorityType", "région"),
    "foreign": QT_TRANSLATE_NOOP("AuthorityType", "hors de France"),
}


def field_label(name: str) -> str:
    """« Nom » for ``last_name``; a field without a French name is shown as it is."""
    return QCoreApplication.translate("Field", _FIELDS.get(name, name))


def authority_label(authority: Authority) -> str:
    """« Bassens, commune, Gironde (33032) »."""
    kind = type_label(authority)
    where = authority.department_name or authority.department or authority.country
    return ", ".join(part for part in (authority.name, kind, where) if part) + f" ({authority.id})"


def type_label(authority: Authority) -> str:
    """« commune », « intercommunalité »…; nothing for what is on no list."""
    return QCoreApplication.translate("AuthorityType", _TYPES.get(authority.type, ""))


def type_labels() -> list[str]:
    """What ``type_label`` may say."""
    return [QCoreApplication.translate("AuthorityType", words) for words in _TYPES.values()]


def rows_label(rows: tuple[int, ...]) -> str:
    """« ligne 6 », « lignes 6 et 9 », « 14 lignes, dès la 6 »."""
    if len(rows) == 1:
        return QCoreApplication.translate("Rows", "ligne %1").replace("%1", str(rows[0]))
    if len(rows) <= 4:
        head, last = ", ".join(map(str, rows[:-1])), str(rows[-1])
        return QCoreApplication.translate("Rows", "lignes %1 et %2").replace("%1", head).replace("%2", last)
    many = QCoreApplication.translate("Rows", "%1 lignes, dès la %2")
    return many.replace("%1", str(len(rows))).replace("%2", str(rows[0]))


def counted(number: int, one: str, many: str) -> str:
    """``one`` or ``many`` with its number for « %1 »."""
    return (many if is_many(number) else one).replace("%1", grouped(number))
