"""What the window shows of the hub: one lamp, one sentence, the other stations. Pure."""

from dataclasses import dataclass

from vi_events import clock
from vi_events.journal.hub.presence import StationView

OFF, CONNECTING, CONNECTED, AWAY, REFUSED, NEWER = "off", "connecting", "connected", "away", "refused", "newer"


@dataclass(frozen=True, slots=True)
class HubView:
    """``pending`` entries of this station are not on the hub, the oldest since ``since_ms`` (0: none). ``remarks`` are
    sentences about what a person should look at: silent stations, wrong clocks, entries set aside.
    """

    state: str = OFF
    text: str = "Ce poste travaille seul."
    pending: int = 0
    since_ms: int = 0
    stations: tuple[StationView, ...] = ()
    remarks: tuple[str, ...] = ()
    stage_heard: bool = False
    """Whether the stage spoke in the last five seconds."""


def lamp_text(state: str, pending: int, since_ms: int, lost_ms: int, problem: str) -> str:
    """The sentence beside the lamp. ``lost_ms`` is when the link was lost, 0 if it never was; ``problem`` is what a
    refusal says.
    """
    if state == CONNECTED:
        return f"En liaison, {_waiting(pending, since_ms)}." if pending else "En liaison, tout est transmis."
    if state == REFUSED:
        first = problem
    elif state == NEWER:
        first = "Un autre poste a une version plus récente de VI Events\u202f: mettez à jour celui-ci."
    elif state == AWAY:
        first = f"Hors liaison depuis {clock.hour(lost_ms)}." if lost_ms else "L’hôte ne répond pas encore."
    else:
        first = "Connexion à l’hôte…" if state == CONNECTING else HubView().text
    return f"{first} {_waiting(pending, since_ms).capitalize()}." if pending else first


def set_aside_remark(number: int, reason: str) -> str:
    """Entries of others that cannot be used here."""
    if number == 1:
        return f"Une entrée reçue est mise de côté\u202f: {reason}."
    return f"{number} entrées reçues sont mises de côté, dont la dernière\u202f: {reason}."


def stranded_remark(station: str, number: int) -> str:
    """Entries that are here only, and that this station's role does not let it pass on."""
    what = "1 entrée ne quitte" if number == 1 else f"{number} entrées ne quittent"
    return (
        f"{what} pas cet ordinateur, notées sous le nom «\u202f{station}\u202f»\u202f: le rôle de ce poste ne permet "
        "pas de les transmettre. Faites reprendre son journal par la régie («\u202fjournal import\u202f» ou clé USB)."
    )


def _waiting(pending: int, since_ms: int) -> str:
    since = f" depuis {clock.hour(since_ms)}" if since_ms else ""
    return f"{pending} passage{'s' if pending > 1 else ''} non transmis{since}"
