"""What the window shows of the hub: one lamp, one sentence, the other stations. Pure."""

from dataclasses import dataclass

from vi_events import clock
from vi_events.journal.hub.presence import StationView
from vi_events.sentences import say, say_of

OFF, CONNECTING, CONNECTED, AWAY, REFUSED, NEWER = "off", "connecting", "connected", "away", "refused", "newer"


@dataclass(frozen=True, slots=True)
class HubView:
    """``pending`` entries of this station are not on the hub, the oldest since ``since_ms`` (0: none). ``remarks`` are
    sentences about what a person should look at: silent stations, wrong clocks, entries set aside.
    """

    state: str = OFF
    text: str = say("Ce poste travaille seul.")
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
        return (
            say("En liaison, {0}.", _waiting(pending, since_ms)) if pending else say("En liaison, tout est transmis.")
        )
    if state == REFUSED:
        first = problem
    elif state == NEWER:
        first = say("Un autre poste a une version plus récente de VI Events\u202f: mettez à jour celui-ci.")
    elif state == AWAY:
        first = say("Hors liaison depuis {0}.", clock.hour(lost_ms)) if lost_ms else say("L’hôte ne répond pas encore.")
    else:
        first = say("Connexion à l’hôte…") if state == CONNECTING else HubView().text
    return say("{0} {1}.", first, _waiting(pending, since_ms)) if pending else first


def set_aside_remark(number: int, reason: str) -> str:
    """Entries of others that cannot be used here."""
    if number == 1:
        return say("Une entrée reçue est mise de côté\u202f: {0}.", reason)
    return say("{0} entrées reçues sont mises de côté, dont la dernière\u202f: {1}.", number, reason)


def stranded_remark(station: str, number: int) -> str:
    """Entries that are here only, and that this station's role does not let it pass on."""
    what = say_of(
        number,
        "{0} entrée ne quitte pas cet ordinateur, notée sous le nom «\u202f{1}\u202f»",
        "{0} entrées ne quittent pas cet ordinateur, notées sous le nom «\u202f{1}\u202f»",
        station,
    )
    return say(
        "{0}\u202f: le rôle de ce poste ne permet pas de transmettre ce qui y est noté. Faites reprendre son journal "
        "par la régie («\u202fjournal import\u202f» ou clé USB).",
        what,
    )


def _waiting(pending: int, since_ms: int) -> str:
    if not since_ms:
        return say_of(pending, "{0} passage non transmis", "{0} passages non transmis")
    since = clock.hour(since_ms)
    return say_of(pending, "{0} passage non transmis depuis {1}", "{0} passages non transmis depuis {1}", since)
