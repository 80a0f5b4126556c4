"""The show's rules: what GO, BACK, JUMP, BLACK and late changes may do, and that nothing is revealed early."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.shows import AWARDS, PALMARES, RUNDOWN, Stage, award, revision, sources
from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Stop
from vi_events.journal.entry import Fact
from vi_events.stage import engine
from vi_events.stage.clearances import presenter
from vi_events.stage.compiling import compile_revision
from vi_events.stage.frames import DONE, frame, next_frame
from vi_events.stage.public_card import public
from vi_events.stage.screen_text import screen_text
from vi_events.stage.stops import Frame

ORDER = [
    ("opening", 0),
    ("s-speech", 0),
    ("a", 0),
    ("s-group", 0),
    ("s-group", 1),
    ("s-group", 2),
    ("s-group", 3),
    ("b", 0),
    ("s-havre", 0),
    ("s-marcq", 0),
    ("s-mention", 0),
    ("s-mention", 1),
    ("s-pause", 0),
    ("c", 0),
    ("s-reims", 0),
]


@pytest.fixture
def stage() -> Stage:
    return Stage().armed()


def run_to(stage: Stage, stop_id: str, step: int = 0) -> None:
    while stage.at != (stop_id, step):
        assert stage.forward() == ""


def test_go_plays_every_step_of_every_stop_in_order(stage: Stage) -> None:
    seen = []
    while stage.forward() == "":
        seen.append(stage.at)
    assert seen == ORDER
    assert stage.press("go") == "ended"


def test_a_section_is_announced_once_whatever_interrupts_it() -> None:
    stops = tuple(replace(stop, section="b") for stop in RUNDOWN.stops if stop.id in ("s-havre", "s-marcq"))
    pause = Stop("s-break", "pause", 60, "Pause")
    compiled = revision(rundown=replace(RUNDOWN, stops=(stops[0], pause, stops[1])))
    assert [stop.id for stop in compiled.stops] == ["opening", "b", "s-havre", "s-break", "s-marcq"]


def test_each_award_is_announced_once_and_when_it_is_read(stage: Stage) -> None:
    run_to(stage, "s-group", 0)
    assert stage.announced() == []
    stage.forward()
    assert stage.announced() == ["80829"]
    run_to(stage, "s-reims")
    assert stage.announced() == ["80829", "28064", "76351", "59378", "51454"]


def test_a_mention_adds_to_an_award_and_never_tells_a_level(stage: Stage) -> None:
    run_to(stage, "s-mention", 1)
    told = [fact for fact in stage.said if fact.kind == "mention_revealed"]
    assert [fact.subject for fact in told] == ["award:76351", "award:51454"]
    assert all("level" not in fact.payload for fact in told)
    assert "51454" not in stage.state.revealed


def test_nothing_happens_before_arming() -> None:
    stage = Stage()
    for name in ("go", "black", "clear", "hold", "standby"):
        assert stage.press(name) != ""
    assert stage.press("jump", "s-havre") == "not_armed"
    assert stage.said == []


def test_a_level_change_and_the_top_award_ask_for_standby(stage: Stage) -> None:
    gates = [stop.id for stop in stage.revision.stops if stop.gate]
    assert gates == ["s-havre", "s-reims"], "the level changes there"
    run_to(stage, "c")
    assert stage.press("go") == "gate"
    assert stage.press("standby") == ""
    assert stage.press("go") == ""
    assert stage.at == ("s-reims", 0)


def test_the_presenter_reads_the_next_stop_from_standby_on(stage: Stage) -> None:
    run_to(stage, "s-havre")
    assert "Havre" in str(presenter(stage.revision, stage.state)["script"])
    stage.press("standby")
    told = presenter(stage.revision, stage.state)
    assert "Marcq" in str(told["script"])
    assert told["next"] == "mention Numérique éducatif"
    assert "Marcq" not in str(public(frame(stage.revision, stage.state, DONE)))


def test_standby_is_forgotten_when_the_target_changes(stage: Stage) -> None:
    run_to(stage, "c")
    stage.press("standby")
    stage.press("jump", "s-reims")
    assert stage.press("go") == "gate"


def test_back_shows_what_was_there_before_and_un_reveals_nothing(stage: Stage) -> None:
    run_to(stage, "s-marcq")
    revealed = stage.state.revealed
    assert stage.press("back") == ""
    assert stage.at == ("s-havre", 0)
    assert stage.state.settled
    assert stage.state.revealed == revealed
    assert stage.press("go") == ""
    assert stage.at == ("s-marcq", 0)
    assert stage.announced().count("59378") == 1


def test_back_after_a_jump_returns_where_one_came_from(stage: Stage) -> None:
    run_to(stage, "s-speech")
    assert stage.press("jump", "s-marcq") == ""
    assert stage.at == ("s-speech", 0), "a jump only prepares"
    stage.forward()
    assert stage.at == ("s-marcq", 0)
    assert stage.announced() == ["59378"]
    stage.press("back")
    assert stage.at == ("s-speech", 0)


def test_there_is_nothing_before_the_first_stop(stage: Stage) -> None:
    stage.forward()
    assert stage.press("back") == "first"


def test_go_does_nothing_while_held_or_black(stage: Stage) -> None:
    stage.forward()
    stage.press("hold")
    assert stage.press("go") == "held"
    stage.press("resume")
    stage.press("black")
    assert stage.press("go") == "black"
    stage.press("black")
    assert stage.press("go") == ""


def test_go_takes_a_cleared_screen(stage: Stage) -> None:
    stage.forward()
    stage.press("clear")
    assert frame(stage.revision, stage.state, DONE).kind == "clear"
    stage.press("go")
    assert not stage.state.cleared


def test_an_entry_of_an_older_epoch_changes_nothing(stage: Stage) -> None:
    stage.forward()
    stage.press("take_over")
    before = dict(stage.data)
    engine.reduce_show(stage.data, "stop_went_live", {"epoch": 0, "stop": "s-reims", "step": 0, "how": "go"}, 5)
    assert stage.data.pop("stale") == 1
    assert stage.data == before


def test_a_late_change_keeps_the_place_and_locks_what_was_played(stage: Stage) -> None:
    run_to(stage, "s-havre")
    late = replace(RUNDOWN, stops=(*RUNDOWN.stops[:3], Stop("s-new", "speech", 60, "Imprévu"), *RUNDOWN.stops[3:]))
    fresh = revision(2, rundown=late)
    assert stage.press("change", fresh) == ""
    stage.revision = fresh
    assert stage.at == ("s-havre", 0)
    stage.press("go")
    assert stage.at == ("s-new", 0)
    corrected = [award("76351", 5) if each.authority.id == "76351" else each for each in PALMARES.awards]
    assert stage.press("change", revision(3, palmares=Palmares(tuple(corrected), PALMARES.mentions))) == (
        "played_changed"
    )
    without = replace(RUNDOWN, stops=tuple(stop for stop in RUNDOWN.stops if stop.id != "s-havre"))
    assert stage.press("change", revision(4, rundown=without)) == "played_changed"


def test_a_corrected_level_of_a_later_stop_is_taken(stage: Stage) -> None:
    run_to(stage, "s-havre")
    awards = tuple(award("59378", 3) if each.authority.id == "59378" else each for each in PALMARES.awards)
    fresh = revision(2, palmares=Palmares(awards, PALMARES.mentions))
    assert stage.press("change", fresh) == ""
    stage.revision = fresh
    stage.forward()
    assert frame(fresh, stage.state, DONE).arobases == 3


def test_a_withdrawal_needs_a_reason_and_takes_the_card_off(stage: Stage) -> None:
    run_to(stage, "s-havre")
    assert stage.press("withdraw", "51454", "erreur") == "not_revealed"
    assert stage.press("withdraw", "76351", "") == "reason_missing"
    assert stage.press("withdraw", "76351", "erreur de saisie") == ""
    assert stage.state.cleared
    assert "76351" in stage.state.revealed, "it was announced: that does not go away"


def test_a_restart_holds_the_last_frame_of_the_same_stop(stage: Stage) -> None:
    run_to(stage, "s-havre")
    stage.press("restore")
    state = stage.state
    assert (state.mode, state.settled, stage.at) == ("hold", True, ("s-havre", 0))
    assert frame(stage.revision, state, 0).arobases == 4
    assert stage.press("go") == "held"


def test_disarming_is_possible_only_before_the_first_go(stage: Stage) -> None:
    assert stage.press("disarm") == ""
    stage.press("arm")
    stage.forward()
    assert stage.press("disarm") == "live"


def test_next_shows_what_go_will_produce(stage: Stage) -> None:
    while (expected := next_frame(stage.revision, stage.state)) is not None:
        assert stage.forward() == ""
        shown = frame(stage.revision, stage.state, DONE)
        if shown.kind == "pause":  # only its end follows from the moment it began
            expected = replace(expected, card=shown.card, resumes_ms=shown.resumes_ms)
        assert shown == replace(expected, left_s=0)


def test_a_pause_says_when_it_ends_from_the_moment_it_began(stage: Stage) -> None:
    began = datetime(2027, 1, 28, 14, 20, 12)
    stage.now_ms = round(began.timestamp() * 1000)
    run_to(stage, "s-pause")
    shown = frame(stage.revision, stage.state, 60_000)
    resumes_ms = stage.now_ms + 600_000
    assert (shown.resumes_ms, shown.left_s) == (resumes_ms, 540)
    assert "reprise vers 14\u202fh\u202f30" in screen_text(shown)
    card = public(shown)
    assert (card["resumes_ms"], card["card"]["subtitle"]) == (resumes_ms, "reprise vers 14\u202fh\u202f30")
    assert stage.data["shown"]["resumes_ms"] == resumes_ms, "overlays count down to the same moment"


def test_a_show_without_hours_does_not_say_when_a_pause_ends(stage: Stage) -> None:
    stage.revision = revision(rundown=replace(RUNDOWN, starts=""))
    run_to(stage, "s-pause")
    shown = frame(stage.revision, stage.state, 0)
    assert "reprise" not in screen_text(shown)
    assert shown.left_s == 600


def test_mentions_and_distinctions_are_told_apart() -> None:
    awards = tuple(replace(each, distinctions=("Coup de cœur",)) if each.level == 4 else each for each in AWARDS)
    known = Stage(revision(palmares=Palmares(awards, PALMARES.mentions))).armed()
    run_to(known, "s-havre")
    said = next(fact.payload for fact in known.said if fact.subject == "award:76351")
    assert (said["mentions"], said["distinctions"]) == (["Numérique éducatif"], ["Coup de cœur"])
    lines = screen_text(frame(known.revision, known.state, DONE)).splitlines()
    assert lines[-2:] == ["Mention Numérique éducatif", "Coup de cœur"]
    laureate = known.data["shown"]["card"]["laureates"][0]
    assert (laureate["mentions"], laureate["distinctions"]) == (["Numérique éducatif"], ["Coup de cœur"])


def test_the_reveal_moves_from_suspense_to_the_whole_card(stage: Stage) -> None:
    run_to(stage, "s-havre")
    shown = [frame(stage.revision, stage.state, ms) for ms in range(0, 4000, 50)]
    assert (shown[0].arobases, shown[0].name) == (0, 0)
    assert (shown[-1].arobases, shown[-1].name, shown[-1].details) == (4, 1, 1)
    assert [shown[ms // 50].suspense for ms in (0, 600, 1200, 3000)] == [0, 0.5, 1, 1]
    for before, after in pairwise(shown):
        assert before.suspense <= after.suspense
        assert after.arobases == 0 or after.suspense == 1
        assert before.arobases <= after.arobases
        assert before.name <= after.name
        assert after.name == 0 or after.arobases == 4


PRESSES = st.lists(
    st.one_of(
        st.sampled_from(["go", "go", "go", "back", "hold", "resume", "black", "clear", "standby", "restore"]),
        st.tuples(st.just("jump"), st.sampled_from([stop.id for stop in revision().stops] + ["", "nowhere"])),
    ),
    max_size=60,
)


def _texts(shown: Frame) -> str:
    card = shown.card
    if shown.kind == "roll_call":
        return " ".join(laureate.name for laureate in card.laureates[: int(shown.calls)])
    if shown.kind == "mention":
        return ""  # a mention tells no level
    return " ".join(laureate.name for laureate in card.laureates)


@given(PRESSES)
@settings(max_examples=300)
def test_no_presses_show_an_award_that_no_go_revealed(presses: list[object]) -> None:
    stage = Stage().armed()
    names = {each.authority.name: each.authority.id for each in PALMARES.awards}
    for press in presses:
        before = stage.state
        refusal = stage.press(press) if isinstance(press, str) else stage.press(*press)  # type: ignore[misc]
        after = stage.state
        if press != "go":
            assert after.revealed == before.revealed
        if refusal:
            assert after == before
        shown = _texts(frame(stage.revision, after, DONE))
        for name, id_ in names.items():
            assert name not in shown or id_ in after.revealed
    assert len(stage.announced()) == len(set(stage.announced()))
    assert set(stage.announced()) == stage.state.revealed


@given(PRESSES)
def test_back_after_go_restores(presses: list[object]) -> None:
    stage = Stage().armed()
    for press in presses:
        stage.press(press) if isinstance(press, str) else stage.press(*press)  # type: ignore[misc]
    before, place = stage.state, stage.at
    if before.stop >= 0 and stage.forward() == "":
        assert stage.press("back") == ""
        assert stage.at == place


@given(PRESSES)
def test_the_state_is_the_fold_of_its_facts(presses: list[object]) -> None:
    stage = Stage().armed()
    for press in presses:
        stage.press(press) if isinstance(press, str) else stage.press(*press)  # type: ignore[misc]
    again: dict[str, object] = {}
    for fact in stage.said:
        assert isinstance(fact, Fact)
        if fact.subject == engine.SHOW:
            engine.reduce_show(again, fact.kind, fact.payload, stage.now_ms)
    assert again == stage.data


def test_nothing_under_embargo_shows_in_a_repr() -> None:
    compiled = revision()
    for secret in (compiled, *compiled.stops, *(stop.card for stop in compiled.stops), *PALMARES.awards, RUNDOWN):
        assert "Havre" not in repr(secret)
        assert "level" not in repr(secret)


def test_the_stop_facts_tell_no_name_and_no_level_before_the_reveal(stage: Stage) -> None:
    run_to(stage, "s-group", 0)
    stage.press("jump", "s-reims")
    for fact in stage.said:
        told = f"{fact.subject} {fact.payload}"
        assert all(each.authority.id not in told and each.authority.name not in told for each in PALMARES.awards)


def test_back_passes_over_what_was_withdrawn_and_go_announces_it_anew(stage: Stage) -> None:
    run_to(stage, "s-havre")
    stage.press("withdraw", "76351", "erreur")
    run_to(stage, "s-marcq")
    stage.press("back")
    assert stage.at == ("b", 0), "not the award that does not stand"
    stage.forward()
    assert stage.at == ("s-havre", 0)
    assert stage.announced().count("76351") == 2
    assert stage.state.withdrawn == frozenset()


def test_a_withdrawal_leaves_the_card_of_another_on_screen(stage: Stage) -> None:
    run_to(stage, "s-marcq")
    stage.press("withdraw", "76351", "erreur")
    assert not stage.state.cleared


def test_a_stage_that_is_live_is_taken_only_by_taking_over(stage: Stage) -> None:
    run_to(stage, "s-havre")
    stage.data["leader"] = "principale"
    before = dict(stage.data)
    for kind, payload in (
        ("show_armed", {"epoch": 0, "revision": 1}),
        ("stop_went_live", {"epoch": 0, "stop": "opening", "step": 0, "how": "go"}),
    ):
        engine.reduce_show(stage.data, kind, payload, 9, "secours")
    assert stage.data.pop("stale") == 2
    assert stage.data == before
    engine.reduce_show(stage.data, "stage_taken", {"epoch": 1}, 9, "secours")
    assert stage.data["leader"] == "secours"


def test_a_played_section_keeps_its_card_when_its_award_is_postponed(stage: Stage) -> None:
    run_to(stage, "c")
    late = replace(RUNDOWN, stops=tuple(replace(stop, postponed=stop.id == "s-reims") for stop in RUNDOWN.stops))
    fresh = compile_revision(sources(rundown=late), 2, [id_ for id_, _ in stage.state.played])
    assert stage.press("change", fresh) == ""
    stage.revision = fresh
    assert stage.at == ("c", 0)


def test_a_show_begins_anew_only_when_somebody_says_so(stage: Stage) -> None:
    run_to(stage, "s-havre")
    assert stage.press("reset") == "live"
    stage.press("finish")
    assert stage.press("reset") == ""
    assert stage.state.played == ()
    stage.press("arm")
    stage.forward()
    assert stage.at == ("opening", 0)
