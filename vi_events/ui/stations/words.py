"""How the stations are spoken of: roles, lamp, times. Pure: the time is given, in milliseconds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from vi_events.checkin.views import LampState
from vi_events.clock import MAX_AHEAD_MS, clock_time
from vi_events.journal.hub.presence import CLOCK_TOLERANCE_MS, HEARTBEAT_S, far_clocks, own_clock_ms
from vi_events.journal.hub.views import AWAY, CONNECTED, CONNECTING, NEWER, OFF, REFUSED
from vi_events.ui.checkin.wording import QT_TRANSLATE_NOOP
from vi_events.ui.language import grouped, is_many, labelled, spoken

if TYPE_CHECKING:
    from vi_events.journal.hub.views import HubView
    from vi_events.stations.views import NetworkView

HERE_MS = int(5 * HEARTBEAT_S * 1000)
"""A station heard of this lately is there."""
_ON_ITS_WAY_MS = 10_000
"""An entry takes a moment to reach the host: only what waits longer than this is worth a word."""
_ROLES = {
    "desk": QT_TRANSLATE_NOOP("Stations", "Accueil"),
    "supervisor": QT_TRANSLATE_NOOP("Stations", "Accueil superviseur"),
    "stage": QT_TRANSLATE_NOOP("Stations", "Régie plateau"),
    "webtv": QT_TRANSLATE_NOOP("Stations", "Régie webtv"),
    "organiser": QT_TRANSLATE_NOOP("Stations", "Organisation"),
}


def _say(text: str) -> str:
    return QCoreApplication.translate("Stations", text)


def role_name(role: str) -> str:
    """« Régie plateau »; a role of a later version is shown as it is."""
    return _say(_ROLES[role]) if role in _ROLES else role


def lamp(view: "NetworkView | None", trouble: str, now_ms: int) -> LampState:
    """The network lamp: quiet alone, its sentence when entries wait or the link is cut. ``level`` may be ``info``;
    ``view`` is None where no edition is open; ``trouble`` is what nobody has read yet.
    """
    alone = QCoreApplication.translate("Stations", "Seul")
    if view is None:
        return LampState(alone, "off", alone)
    hub, name = view.hub, QCoreApplication.translate("Stations", "Réseau")
    look = labelled(name, QCoreApplication.translate("Stations", "ouvrez «\u00a0Postes\u00a0»"))
    if hub.state == REFUSED or (view.host is not None and view.host.error is not None):
        return LampState(name, "bad", look)
    if hub.pending and (hub.state != CONNECTED or now_ms - hub.since_ms > _ON_ITS_WAY_MS):
        return LampState(name, "warn", waiting(hub))
    if hub.state == AWAY:
        return LampState(name, "warn", spoken(hub.text).rstrip("."))
    if trouble or hub.state == NEWER:
        return LampState(name, "warn", look)
    if wrong := _wrong_clock(hub, now_ms):
        return LampState(name, "warn", wrong)
    if hub.state == CONNECTING:
        return LampState(name, "info", spoken(hub.text))
    if hub.state == OFF:
        return LampState(alone, "off", alone)
    return LampState(name, "ok", _all_well(hub, name, now_ms))


def _wrong_clock(hub: "HubView", now_ms: int) -> str:
    """Only what no person can want: more than a day."""
    here = tuple(each for each in hub.stations if now_ms - each.last_seen_ms < HERE_MS)
    if abs(own_clock_ms(here)) > MAX_AHEAD_MS:
        return QCoreApplication.translate("Stations", "L’horloge de ce poste est fausse")
    if far := far_clocks(here):
        said = QCoreApplication.translate("Stations", "L’horloge de «\u00a0%1\u00a0» est fausse")
        return said.replace("%1", far[0])
    return ""


def _all_well(hub: "HubView", name: str, now_ms: int) -> str:
    here = 1 + sum(now_ms - each.last_seen_ms < HERE_MS for each in hub.stations)
    said = [name, _counted(here, QT_TRANSLATE_NOOP("Stations", "%1 poste"), QT_TRANSLATE_NOOP("Stations", "%1 postes"))]
    if hub.remarks:
        one, many = QT_TRANSLATE_NOOP("Stations", "%1 remarque"), QT_TRANSLATE_NOOP("Stations", "%1 remarques")
        said.append(_counted(len(hub.remarks), one, many))
    return ", ".join(said)


def waiting(hub: "HubView") -> str:
    """« 12 passages non transmis depuis 14:05 »."""
    one = QT_TRANSLATE_NOOP("Stations", "%1 passage non transmis")
    said = _counted(hub.pending, one, QT_TRANSLATE_NOOP("Stations", "%1 passages non transmis"))
    if not hub.since_ms:
        return said
    since = QCoreApplication.translate("Stations", "depuis %1").replace("%1", clock_time(hub.since_ms))
    return f"{said} {since}"


def ago(ms: int) -> str:
    """« il y a 40 s »; a station that speaks every two seconds is there « maintenant »."""
    if ms < HERE_MS:
        return QCoreApplication.translate("Stations", "maintenant")
    return QCoreApplication.translate("Stations", "il y a %1").replace("%1", duration(ms))


def clock_offset(ms: int) -> str:
    """« à l’heure », « avance de 5 s »: a clock against this one."""
    if abs(ms) <= CLOCK_TOLERANCE_MS:
        return QCoreApplication.translate("Stations", "à l’heure")
    ahead = QCoreApplication.translate("Stations", "avance de %1")
    behind = QCoreApplication.translate("Stations", "retarde de %1")
    return (ahead if ms > 0 else behind).replace("%1", duration(abs(ms)))


def duration(ms: int) -> str:
    """« 40 s », « 12 min », « 3 h 05 »."""
    seconds = ms // 1000
    if seconds < 120:
        return f"{seconds}\u00a0s"
    return f"{seconds // 60}\u00a0min" if seconds < 7200 else f"{seconds // 3600}\u00a0h\u00a0{seconds % 3600 // 60:02}"


def entries(number: int) -> str:
    """« 12 345 entrées »."""
    return _counted(number, QT_TRANSLATE_NOOP("Stations", "%1 entrée"), QT_TRANSLATE_NOOP("Stations", "%1 entrées"))


def _counted(number: int, one: str, many: str) -> str:
    return _say(many if is_many(number) else one).replace("%1", grouped(number))
