"""The show: what each press may do, as facts, and the state that follows from facts. Pure: no clock, no Qt, no disk.

A press is decided on the state and the revision, and gives facts or a refusal. The state changes by facts only, so that
a restart, a standby and the live show come to the same state.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from vi_events.journal.entry import Fact
from vi_events.sentences import say
from vi_events.stage.public_card import public
from vi_events.stage.stop_frames import DONE, stop_frame
from vi_events.stage.stops import CompiledStop, Laureate, Revision, ShowState

SHOW = "show:main"
CLOSED = "show_closed"
SPEAKERS = "show:speakers"
_AWARDING = ("award", "group", "mention")
ON_STAGE = ("armed", "live", "hold")

REFUSALS = {
    "not_armed": say("Le spectacle n’est pas armé."),
    "already_armed": say("Le spectacle est déjà armé."),
    "held": say("Le spectacle est en pause\u202f: reprenez d’abord."),
    "not_live": say("Rien n’est en direct."),
    "ended": say("C’était la dernière étape."),
    "first": say("Il n’y a rien avant."),
    "gate": say("Palier\u202f: préparez (S), puis TOP."),
    "prepared": say("L’étape suivante est déjà préparée."),
    "black": say("L’écran est au noir\u202f: F12 le rend, puis TOP."),
    "unknown_stop": say("Cette étape n’est pas dans le conducteur."),
    "same_stop": say("Cette étape est déjà à l’écran."),
    "played_changed": say("Une étape déjà jouée ne peut plus changer."),
    "closed_changed": say("Cette étape a été jouée\u202f: recommencez le spectacle pour la changer."),
    "not_revealed": say("Ce label n’a pas été annoncé."),
    "reason_missing": say("Le motif manque."),
    "preflight": say("Le contrôle avant spectacle a trouvé une faute\u202f: «\u202fpalmares check\u202f» la dit."),
    "live": say("Le spectacle est en cours."),
    "elsewhere": say("Une autre régie mène le spectacle\u202f: le menu (F10) permet de reprendre la main."),
}
"""Why a press did nothing, in a sentence."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Facts to record, or the code of a refusal; never both."""

    facts: tuple[Fact, ...] = ()
    refusal: str = ""


def arm(revision: Revision, state: ShowState) -> Decision:
    """Ready for the first GO. The caller has run the preflight."""
    if state.mode != "edit":
        return Decision(refusal="already_armed")
    armed = Fact("show_armed", SHOW, {"epoch": state.epoch, "revision": revision.number})
    # Who speaks is no secret, and the webtv prepares their names; who gets what stays here.
    people = [person for stop in revision.stops if stop.kind not in _AWARDING for person in stop.card.people]
    listed = Fact("speakers_listed", SPEAKERS, {"count": len(people)}, {"people": list(dict.fromkeys(people))})
    return Decision((armed, listed) if people else (armed,))


def disarm(_revision: Revision, state: ShowState) -> Decision:
    """Back to editing, as long as nothing was shown."""
    if state.mode != "armed":
        return Decision(refusal="not_armed" if state.mode == "edit" else "live")
    return _said("show_disarmed", state)


def target(revision: Revision, state: ShowState) -> tuple[int, int] | None:
    """The (stop, step) that GO will show; None after the last one."""
    if state.standby >= 0:
        return state.standby, 0
    if state.stop >= 0 and state.step + 1 < len(revision.stops[state.stop].steps):
        return state.stop, state.step + 1
    return (state.stop + 1, 0) if state.stop + 1 < len(revision.stops) else None


def go(revision: Revision, state: ShowState) -> Decision:
    """Advances to the target, and reveals what it shows."""
    if state.mode == "edit":
        return Decision(refusal="not_armed")
    if state.mode == "hold":
        return Decision(refusal="held")
    if state.black:
        return Decision(refusal="black")
    following = target(revision, state)
    if following is None:
        return Decision(refusal="ended")
    place, step = following
    stop = revision.stops[place]
    if needs_standby(revision, state):
        return Decision(refusal="gate")
    return Decision((_went_live(stop, step, state, "go"), *_reveals(stop, step, state)))


def needs_standby(revision: Revision, state: ShowState) -> bool:
    """Whether GO waits for STANDBY: a level changes, or it is the top award, and it was not shown before."""
    following = target(revision, state)
    if following is None or following[1] or state.gate_open:
        return False
    stop = revision.stops[following[0]]
    return stop.gate and stop.id not in {id_ for id_, _ in state.played}


def standby(revision: Revision, state: ShowState) -> Decision:
    """The next stop is prepared: the presenter may read it, and its gate is open."""
    if state.mode not in ("armed", "live"):
        return Decision(refusal="held" if state.mode == "hold" else "not_armed")
    if target(revision, state) is None:
        return Decision(refusal="ended")
    return _said("gate_opened", state) if not state.gate_open else Decision(refusal="prepared")


def back(revision: Revision, state: ShowState) -> Decision:
    """Shows again what was there before, without animation; un-reveals nothing."""
    if state.mode not in ("live", "hold"):
        return Decision(refusal="not_live")
    known = [(revision.index(id_), step) for id_, step in state.trail]
    for skipped, (place, step) in enumerate(reversed(known)):
        if place >= 0 and not _is_withdrawn(revision.stops[place], step, state):
            return Decision((_went_live(revision.stops[place], step, state, "back", skipped),))
    return Decision(refusal="first")


def jump(revision: Revision, state: ShowState, stop_id: str) -> Decision:
    """The next GO will take this stop; nothing is shown yet. An empty id goes back to the following one."""
    if state.mode not in ON_STAGE:
        return Decision(refusal="not_armed")
    place = revision.index(stop_id)
    if stop_id and place < 0:
        return Decision(refusal="unknown_stop")
    if stop_id and place == state.stop:
        return Decision(refusal="same_stop")
    return _said("standby_set", state, stop=stop_id)


def hold(_revision: Revision, state: ShowState) -> Decision:
    """The show waits; GO does nothing until it goes on."""
    return _said("show_held", state) if state.mode == "live" else Decision(refusal="not_live")


def resume(_revision: Revision, state: ShowState) -> Decision:
    return _said("show_resumed", state) if state.mode == "hold" else Decision(refusal="not_live")


def black(_revision: Revision, state: ShowState) -> Decision:
    """The screen goes black, or comes back; always possible once armed."""
    return _toggled("screen_blacked", state, not state.black)


def clear(_revision: Revision, state: ShowState) -> Decision:
    """Only the empty background is left, or the card comes back."""
    return _toggled("screen_cleared", state, not state.cleared)


def change(revision: Revision, state: ShowState, fresh: Revision) -> Decision:
    """A late change: another revision, in which what was played is as it was."""
    if state.mode not in ON_STAGE:
        return Decision(refusal="not_armed")
    if changes_played(revision, state, fresh):
        return Decision(refusal="played_changed")
    return _said("revision_changed", state, revision=fresh.number)


def changes_played(revision: Revision, state: ShowState, fresh: Revision) -> bool:
    """Whether a stop that was played would not be there any more, or be another. So too once the show is closed: it
    may be armed again, and then goes on where it was.
    """
    for id_, _ in state.played:
        before, after = revision.index(id_), fresh.index(id_)
        if before >= 0 and (after < 0 or not _same_show(revision.stops[before], fresh.stops[after])):
            return True
    return False


def reset(_revision: Revision, state: ShowState) -> Decision:
    """The show begins anew, from its opening; what was announced stays announced, and may be announced again."""
    return _said("show_reset", state) if state.mode == "edit" else Decision(refusal="live")


def withdraw(revision: Revision, state: ShowState, authority_id: str, reason: str) -> Decision:
    """An announced award does not stand. It stays in the journal, with the reason; its card leaves the screen. A GO
    on its stop announces it anew.
    """
    if authority_id not in state.revealed or authority_id in state.withdrawn:
        return Decision(refusal="not_revealed")
    if not reason:
        return Decision(refusal="reason_missing")
    payload = {"epoch": state.epoch, "reason": reason}
    read = shown_laureates(revision.stops[state.stop], state.step) if state.stop >= 0 else ()
    facts = [
        Fact("reveal_withdrawn", award_subject(authority_id), payload),
        Fact("award_withdrawn", SHOW, {"epoch": state.epoch, "authority": authority_id}),
    ]
    if authority_id in [laureate.authority_id for laureate in read]:
        facts.append(Fact("screen_cleared", SHOW, {"epoch": state.epoch, "on": True}))
    return Decision(tuple(facts))


def finish(_revision: Revision, state: ShowState) -> Decision:
    """The show is over."""
    return _said(CLOSED, state) if state.mode in ("live", "hold") else Decision(refusal="not_live")


def take_over(_revision: Revision, state: ShowState) -> Decision:
    """This station is the stage from now on: entries of an older epoch no longer count. The one press that another
    station's show allows.
    """
    return Decision((Fact("stage_taken", SHOW, {"epoch": state.epoch + 1}),))


def restore(_revision: Revision, state: ShowState) -> Decision:
    """After a restart: what was live is held, on the last frame of the same stop."""
    return _said("show_held", state, restored=True) if state.mode == "live" else Decision()


def leading(decision: Decision, state: ShowState) -> Decision:
    """The decision, or a refusal when another station leads and this one does not take over."""
    taking = any(fact.kind == "stage_taken" for fact in decision.facts)
    meant = bool(decision.facts or decision.refusal)
    return Decision(refusal="elsewhere") if state.elsewhere and meant and not taking else decision


def award_subject(authority_id: str) -> str:
    return f"award:{authority_id}"


def shown_laureates(stop: CompiledStop, step: int) -> tuple[Laureate, ...]:
    """Whose award the audience has read once this step is shown."""
    if stop.card.kind == "award":
        return stop.card.laureates
    if stop.card.kind not in ("roll_call", "mention"):
        return ()
    name, _, number = stop.steps[step].name.partition(":")
    if name == "call":
        return stop.card.laureates[: int(number)]
    return stop.card.laureates if name in ("reveal", "photo") else ()


def _reveals(stop: CompiledStop, step: int, state: ShowState) -> tuple[Fact, ...]:
    """Each award that this step shows for the first time. A mention card adds to an award shown before. A rehearsal
    announces nothing: its levels are invented.
    """
    if state.rehearsal:
        return ()
    facts = []
    for laureate in shown_laureates(stop, step):
        mention = stop.card.title if stop.card.kind == "mention" else ""
        announced = laureate.authority_id in state.revealed and laureate.authority_id not in state.withdrawn
        if announced and not mention:
            continue
        if mention and step and laureate in shown_laureates(stop, step - 1):
            continue
        payload: dict[str, Any] = {"epoch": state.epoch, "stop": stop.id}
        payload |= {"mention": mention} if mention else _plain(laureate)
        kind = "mention_revealed" if mention else "award_revealed"
        facts.append(Fact(kind, award_subject(laureate.authority_id), payload))
    return tuple(facts)


def _plain(laureate: Laureate) -> dict[str, Any]:
    said = asdict(laureate)
    return said | {"mentions": list(laureate.mentions), "distinctions": list(laureate.distinctions)}


def _is_withdrawn(stop: CompiledStop, step: int, state: ShowState) -> bool:
    """Whether a step shows nothing but awards that do not stand."""
    read = shown_laureates(stop, step)
    return bool(read) and all(laureate.authority_id in state.withdrawn for laureate in read)


def _went_live(stop: CompiledStop, step: int, state: ShowState, how: str, skipped: int = 0) -> Fact:
    shown = [laureate.authority_id for laureate in shown_laureates(stop, step)] if how == "go" else []
    awarded = [] if stop.card.kind == "mention" else shown
    payload: dict[str, Any] = {"epoch": state.epoch, "stop": stop.id, "step": step, "number": stop.number, "how": how}
    if skipped:
        payload["skipped"] = skipped
    # What the audience reads travels with the fact: other stations and overlays know nothing else of the stop.
    read = public(stop_frame(stop, step, DONE, counted_ms=0))
    return Fact("stop_went_live", SHOW, payload | {"revision": state.revision, "revealed": awarded, "shown": read})


def _said(kind: str, state: ShowState, **payload: Any) -> Decision:
    return Decision((Fact(kind, SHOW, {"epoch": state.epoch, **payload}),))


def _toggled(kind: str, state: ShowState, on: bool) -> Decision:
    return _said(kind, state, on=on) if state.mode in ON_STAGE else Decision(refusal="not_armed")


def _same_show(before: CompiledStop, after: CompiledStop) -> bool:
    return (before.card, [step.name for step in before.steps]) == (after.card, [step.name for step in after.steps])


# The state that follows from facts


def reduce_show(data: dict[str, Any], kind: str, payload: Mapping[str, Any], at_ms: int, station: str = "") -> None:
    """Changes the folded show by one fact of a station. A fact of an older epoch comes from a stage that was taken
    over: it is counted, and changes nothing else.
    """
    epoch = int(payload.get("epoch", 0))
    if epoch < data.get("epoch", 0):
        data["stale"] = data.get("stale", 0) + 1
        return
    leader = data.get("leader", "")
    if kind != "stage_taken" and data.get("mode") in ("live", "hold") and leader not in ("", station):
        data["stale"] = data.get("stale", 0) + 1
        return
    data["epoch"] = epoch
    data["changes"] = data.get("changes", 0) + 1
    if kind in _LEADING:
        data["leader"] = station
    if reducer := _REDUCERS.get(kind):
        reducer(data, payload, at_ms)


def _armed(data: dict[str, Any], payload: Mapping[str, Any], _at_ms: int) -> None:
    # What was played stays played: a show that was closed by mistake goes on where it was.
    data.update({"mode": "armed", "revision": payload["revision"], "settled": True, "standby": "", "gate_open": False})


def _live(data: dict[str, Any], payload: Mapping[str, Any], at_ms: int) -> None:
    stop, step, how = str(payload["stop"]), int(payload["step"]), payload.get("how")
    trail = data.setdefault("trail", [])
    at_ms = int(payload.get("at_ms", at_ms))
    if how == "back":
        del trail[len(trail) - 1 - int(payload.get("skipped", 0)) :]
        data["settled"] = True
    else:
        if data.get("stop"):
            trail.append([data["stop"], data["step"]])
        data["settled"] = False
        data["mode"] = "live"
        known = data.setdefault("revealed", [])
        known += [each for each in payload.get("revealed", ()) if each not in known]
        data["withdrawn"] = [each for each in data.get("withdrawn", ()) if each not in payload.get("revealed", ())]
        played = data.setdefault("played", [])
        if stop not in (id_ for id_, _ in played):
            played.append([stop, at_ms])
    data.update({"stop": stop, "step": step, "since_ms": at_ms, "standby": "", "gate_open": False, "cleared": False})
    data["shown"] = _timed(payload.get("shown", {}), at_ms)


def _timed(shown: Mapping[str, Any], at_ms: int) -> dict[str, Any]:
    """What the audience reads, a pause with its end: the fact tells how long it lasts, its time when it began."""
    ends_s = int(shown.get("card", {}).get("ends_s", 0))
    return {**shown, "resumes_ms": at_ms + ends_s * 1000} if ends_s else dict(shown)


def _held(data: dict[str, Any], payload: Mapping[str, Any], _at_ms: int) -> None:
    data["mode"] = "hold"
    data["settled"] = data.get("settled", True) or bool(payload.get("restored"))


_LEADING = ("show_armed", "stage_taken")
_Reducer = Callable[[dict[str, Any], Mapping[str, Any], int], None]
_REDUCERS: dict[str, _Reducer] = {
    "show_armed": _armed,
    "show_disarmed": lambda data, _payload, _at: data.update(mode="edit"),
    "stop_went_live": _live,
    "standby_set": lambda data, payload, _at: data.update(standby=str(payload.get("stop", "")), gate_open=False),
    "gate_opened": lambda data, _payload, _at: data.update(gate_open=True),
    "show_held": _held,
    "show_resumed": lambda data, _payload, _at: data.update(mode="live"),
    "screen_blacked": lambda data, payload, _at: data.update(black=bool(payload.get("on"))),
    "screen_cleared": lambda data, payload, _at: data.update(cleared=bool(payload.get("on"))),
    "revision_changed": lambda data, payload, _at: data.update(revision=payload["revision"], gate_open=False),
    "award_withdrawn": lambda data, payload, _at: data.setdefault("withdrawn", []).append(payload["authority"]),
    "show_reset": lambda data, _payload, _at: data.update(
        stop="", step=0, trail=[], played=[], revealed=[], withdrawn=[], standby="", gate_open=False, shown={}
    ),
    "show_closed": lambda data, _payload, _at: data.update(mode="edit", black=False, cleared=True),
}


def show_state(data: Mapping[str, Any], revision: Revision, rehearsal: bool = False, station: str = "") -> ShowState:
    """The show from its folded data, as ``station`` sees it; stops are found in ``revision`` by their ids."""
    leader = str(data.get("leader", ""))
    return ShowState(
        mode=str(data.get("mode", "edit")),
        rehearsal=rehearsal,
        revision=int(data.get("revision", 0)),
        stop=revision.index(str(data.get("stop", ""))),
        step=int(data.get("step", 0)),
        since_ms=int(data.get("since_ms", 0)),
        settled=bool(data.get("settled", True)),
        epoch=int(data.get("epoch", 0)),
        standby=revision.index(str(data.get("standby", ""))),
        gate_open=bool(data.get("gate_open", False)),
        black=bool(data.get("black", False)),
        cleared=bool(data.get("cleared", False)),
        leader=leader,
        elsewhere=data.get("mode") in ON_STAGE and leader not in ("", station),
        stale=int(data.get("stale", 0)),
        revealed=frozenset(data.get("revealed", ())),
        withdrawn=frozenset(data.get("withdrawn", ())),
        played=tuple((str(id_), int(at)) for id_, at in data.get("played", ())),
        trail=tuple((str(id_), int(step)) for id_, step in data.get("trail", ())),
    )
