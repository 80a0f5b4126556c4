"""What keeps the hub's server from running, in sentences. Pure."""

import re

from vi_events.clock import hour
from vi_events.errors import UserError
from vi_events.journal.hub.config import Listen
from vi_events.sentences import say

LEAST_FREE_BYTES = 512 * 1024**2
_NO_SPACE = "no space left"
_NOT_THE_STORE = ("permission denied", "access is denied", _NO_SPACE)
_MB = 1024**2
_LINE = re.compile(r"^\[\d+\][\d/:. ]* \[(\w+)\] (.*)$", re.MULTILINE)
"""A line of the server's log: its level, what it says. What strangers say of themselves stands quoted in it."""
_VIOLATION = re.compile(r' - "VI_[0-9a-f]{16}/user:([0-9a-f]{16})" - (?:Publish|Subscription) Violation - ')
"""Not after a backslash: that would be a name that its bearer chose so."""


def binary_missing() -> UserError:
    return UserError(
        "hub_binary_missing",
        "Le programme serveur (nats-server) n’est pas installé sur cet ordinateur.",
        "Réinstallez VI Events avec ses dépendances, ou hébergez sur un autre poste.",
    )


def port_in_use(listen: Listen) -> UserError:
    return UserError(
        "hub_port_in_use",
        say("L’adresse {0} est déjà prise sur cet ordinateur.", listen),
        "Un hébergement y tourne peut-être déjà\u202f: arrêtez-le, ou choisissez un autre port.",
    )


def address_unknown(listen: Listen) -> UserError:
    return UserError(
        "hub_address_unknown",
        say("Cet ordinateur n’a pas l’adresse {0}, ou n’a pas le droit d’y écouter.", listen.host),
        say("Choisissez « 0.0.0.0:{0} », qui vaut pour toutes ses adresses.", listen.port),
    )


def disk_full(free_bytes: int) -> UserError | None:
    """None while there is room enough."""
    return None if free_bytes >= LEAST_FREE_BYTES else _full(free_bytes)


def folder_closed(folder: str) -> UserError:
    return UserError(
        "hub_folder_closed",
        say("L’hébergement ne peut pas écrire dans le dossier « {0} » de l’édition.", folder),
        "Vérifiez les droits de ce dossier et la place sur le disque.",
    )


def store_is_damaged(log: str) -> bool:
    """Whether the server gave up because of what it had stored, by what it logged."""
    fatal = " ".join(_fatal(log)).lower()
    return "jetstream" in fatal and not any(cause in fatal for cause in _NOT_THE_STORE)


def stopped(log: str, listen: Listen) -> UserError:
    """Why the server ended by itself, by what it logged."""
    fatal = " ".join(_fatal(log))
    if "address already in use" in fatal or "Only one usage of each socket address" in fatal:
        return port_in_use(listen)
    if "cannot assign requested address" in fatal:
        return address_unknown(listen)
    if _NO_SPACE in fatal:
        return _full(0)
    if "permission denied" in fatal:
        return folder_closed("hub")
    return UserError(
        "hub_stopped",
        say("Le serveur de l’hébergement s’est arrêté{0}.", f" ({fatal[:200]})" if fatal else ""),
        "Il est relancé\u202f; les postes gardent ce qu’ils ont noté. S’il s’arrête encore, hébergez ailleurs.",
    )


def failed(what: str) -> UserError:
    """Something that nobody foresaw."""
    return UserError(
        "hub_failed",
        say("L’hébergement a rencontré une erreur imprévue ({0}).", what),
        "Il est relancé\u202f; les postes gardent ce qu’ils ont noté. S’il s’arrête encore, hébergez ailleurs.",
    )


def writes_no_more(log: str) -> bool:
    """Whether the server gave up writing: nats-server then takes nothing, even once there is room, until its end."""
    return any(line.startswith("JetStream") and "critical write error" in line for line in _lines(log, "ERR"))


def trespassers(log: str) -> frozenset[str]:
    """The tokens of the stations that tried what their role does not allow, by what the server logged."""
    return frozenset(found[1] for line in _lines(log, "ERR") if (found := _VIOLATION.search(line)))


def trespassed(station: str, at_ms: int) -> str:
    """A station tried what its role does not allow."""
    return say(
        "Le poste «\u202f{0}\u202f» a tenté à {1} ce qui ne lui est pas permis\u202f; cela lui a été refusé. "
        "Allez voir qui s’en sert, ou retirez-lui son accès.",
        station,
        hour(at_ms),
    )


def blocked() -> UserError:
    return UserError(
        "hub_blocked",
        "Le serveur de l’hébergement n’arrivait plus à écrire sur le disque.",
        "Il est relancé\u202f; les postes gardent ce qu’ils ont noté.",
    )


def silent(seconds: float) -> UserError:
    return UserError(
        "hub_silent",
        say("Le serveur de l’hébergement ne répond pas depuis {0:.0f}\u202fs.", seconds),
        "Il est relancé\u202f; les postes gardent ce qu’ils ont noté.",
    )


def moved_aside(folder: str) -> str:
    """What happened to a damaged store."""
    return say(
        "Le stock de l’hébergement était abîmé\u202f: il est mis de côté dans « {0} ». Chaque poste "
        "republie ce qu’il a noté\u202f; rien n’est perdu tant que les postes sont là.",
        folder,
    )


def slept(seconds: float) -> str:
    """The machine stood still."""
    return say(
        "L’ordinateur qui héberge s’est mis en veille {0}\u202fmin (ou son horloge a sauté)\u202f: les "
        "postes ont attendu, rien n’est perdu. Branchez-le et interdisez la veille.",
        max(1, round(seconds / 60)),
    )


def _full(free_bytes: int) -> UserError:
    return UserError(
        "hub_disk_full",
        say(
            "Il ne reste que {0}\u202fMo sur le disque de l’édition\u202f; l’hébergement en demande {1}.",
            free_bytes // _MB,
            LEAST_FREE_BYTES // _MB,
        ),
        "Libérez de la place, ou hébergez sur un autre poste.",
    )


def _fatal(log: str) -> list[str]:
    return _lines(log, "FTL")


def _lines(log: str, level: str) -> list[str]:
    return [said for at, said in _LINE.findall(log) if at == level]
