"""What the presenter reads, and what the wings know."""

import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.unit.shows import AWARDS, PALMARES, RUNDOWN, Stage, award, revision
from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Rundown, Stop
from vi_events.errors import UserError
from vi_events.stage.lining_up import InLine, lining_up
from vi_events.stage.pace import pace
from vi_events.stage.prompting import Line, PromptText, Room, duration, prompt
from vi_events.stage.room import InRoom
from vi_events.stage.wings_sheet import write_wings_pdf

INES = InRoom("1", "Inès Morvan", "Représente le maire", "", 5)
PAUL = InRoom("2", "Paul Delattre", "Maire", "A 4", 6, elected=True)
LUC = InRoom("3", "Luc Arrieta", "DGS", "", 7)
HAVRE, MARCQ, REIMS = "76351", "59378", "51454"
LEVELS = re.compile(r"arobase|\b(une|deux|trois|quatre|cinq)\b", re.I)


def at(stop_id: str, step: int = 0, made: Stage | None = None) -> Stage:
    stage = (made or Stage()).armed()
    while stage.at != (stop_id, step):
        assert stage.forward() == ""
    return stage


def said(stage: Stage, room: Room | None = None, after_s: int = 0, starts_ms: int = 1_000_000) -> PromptText:
    now_ms = stage.now_ms + after_s * 1000
    measured = pace(stage.revision, stage.state, starts_ms, now_ms)
    return prompt(stage.revision, stage.state, room or {}, measured, now_ms)


def text(line: Line) -> str:
    return "".join(words for _, words in line)


def on_stage(prompted: PromptText) -> list[str]:
    return [text(line) for line in prompted.on_stage]


def test_script_is_read_with_the_authority_apart() -> None:
    read = said(at("s-havre")).read
    assert text(read).startswith("Quatre arobases pour la ville du Havre, qui en avait trois l’an passé.")
    assert [words for style, words in read if style == "name"] == ["la ville du Havre"]


def test_deputy_is_introduced_as_such() -> None:
    assert on_stage(said(at("s-havre"), {HAVRE: (INES,)}))[0] == (
        "Monte sur scène\u202f: Inès Morvan, qui représente le maire."
    )
    replaced = InRoom("4", "Zoé Brun", "Adjointe", "", 5, "Paul Delattre")
    assert on_stage(said(at("s-havre"), {HAVRE: (replaced,)}))[0] == (
        "Monte sur scène\u202f: Zoé Brun, adjointe, qui représente Paul Delattre."
    )


def test_others_of_the_delegation_are_told_with_their_seat() -> None:
    assert on_stage(said(at("s-havre"), {HAVRE: (INES, PAUL)}))[1] == (
        "Paul Delattre, maire, est dans la salle (siège\u00a0A\u00a04)."
    )
    assert on_stage(said(at("s-havre"), {HAVRE: (PAUL, LUC)}))[1] == "Luc Arrieta, DGS, est dans la salle."
    many = tuple(replace(LUC, attendee_id=str(each)) for each in range(6))
    assert on_stage(said(at("s-havre"), {HAVRE: many}))[3] == "Et 3 autres de la délégation."


def test_mayor_who_is_not_here_is_told_when_somebody_else_comes() -> None:
    away = replace(PAUL, since_ms=None)
    assert "Pas encore dans la salle\u202f: Paul Delattre, maire." in on_stage(
        said(at("s-havre"), {HAVRE: (LUC, away)})
    )


@pytest.mark.parametrize("people", [(), (replace(PAUL, since_ms=None),)])
def test_nobody_registered_is_only_cited(people: tuple[InRoom, ...]) -> None:
    assert on_stage(said(at("s-havre"), {HAVRE: people}))[0] == "Personne n’est enregistré\u202f: citez seulement."


def test_who_hands_over_stands_once() -> None:
    assert on_stage(said(at("s-havre")))[-1] == "Remis par le jury."
    assert on_stage(said(at("b"))) == ["Remis par le jury."]
    assert text(said(at("b")).read) == "Quatre arobases"


def test_note_of_the_stop_is_told() -> None:
    assert said(at("s-havre")).note == "Note\u202f: vient avec deux agents"
    assert said(at("s-marcq")).note == ""


def test_following_name_comes_with_its_pronunciation() -> None:
    following = said(at("s-group", 0)).following
    assert text(following) == "Ensuite\u202f: le village d’Y [i]"
    assert following[-1] == ("sound", "[i]")


def test_level_of_a_later_stop_is_never_told() -> None:
    stage = Stage().armed()
    assert not LEVELS.search(text(said(stage).following))
    while stage.forward() == "":
        assert not LEVELS.search(text(said(stage).following)), stage.at


def test_prompt_is_the_same_whatever_level_comes_later() -> None:
    lower = tuple(replace(each, level=2) if each.authority.id == REIMS else each for each in AWARDS)
    one, other = Stage().armed(), Stage(revision(palmares=replace(PALMARES, awards=lower))).armed()
    while one.at != ("s-mention", 1):
        assert said(one) == said(other), one.at
        assert (one.forward(), other.forward()) == ("", "")


def test_sections_and_roll_calls_to_come_keep_their_titles_to_themselves() -> None:
    assert text(said(at("s-speech")).following) == "Ensuite\u202f: la partie suivante"
    assert text(said(at("a")).following) == "Ensuite\u202f: un appel groupé (2 lauréats)"


def test_roll_call_brings_one_delegation_after_the_other() -> None:
    room = {"80829": (PAUL,), "28064": (LUC,)}
    assert on_stage(said(at("s-group", 0), room)) == []
    assert on_stage(said(at("s-group", 1), room)) == [
        "Monte sur scène\u202f: Paul Delattre, maire (siège\u00a0A\u00a04)."
    ]
    assert on_stage(said(at("s-group", 2), room)) == ["Monte sur scène\u202f: Luc Arrieta, DGS."]
    assert text(said(at("s-group", 1), room).read) == "Le village d’Y [i]."


def test_mention_names_nobody_before_its_reveal() -> None:
    room = {HAVRE: (PAUL,), REIMS: ()}
    assert on_stage(said(at("s-mention", 0), room)) == []
    assert on_stage(said(at("s-mention", 1), room))[:2] == [
        "Le Havre\u202f: Paul Delattre, maire (siège\u00a0A\u00a04).",
        "Reims\u202f: personne, citez seulement.",
    ]


def test_before_the_first_go_the_opening_is_told() -> None:
    opening = said(Stage().armed())
    assert text(opening.read) == "Au premier TOP\u202f: Remise des labels"
    assert on_stage(opening) == ["Début prévu à 14\u202fh\u202f30."]
    assert text(opening.following) == "Ensuite\u202f: Ouverture par la présidente"


def test_speech_shows_who_speaks_and_the_time_left() -> None:
    stage = at("s-speech")
    speech = said(stage, after_s=48)
    assert text(speech.read) == "Ouverture par la présidente"
    assert speech.on_stage == ((("person", "Maëlys Ferrand"), ("plain", ", présidente du jury")),)
    assert (speech.left, speech.overrun) == ("reste 4:12", False)
    assert (said(stage, after_s=330).left, said(stage, after_s=330).overrun) == ("dépassé de 0:30", True)


def test_award_has_no_time_left() -> None:
    assert said(at("s-havre")).left == ""


def test_number_offset_and_clock() -> None:
    stage = at("s-havre")
    late = said(stage, starts_ms=stage.now_ms - (300 + 120 + 268) * 1000)
    assert (late.number, late.offset, late.late) == ("2 / 5", "retard 4:28", True)
    early = said(stage, starts_ms=stage.now_ms - (300 + 120 - 70) * 1000)
    assert (early.offset, early.late) == ("avance 1:10", False)
    assert late.clock == time.strftime("%H:%M", time.localtime(stage.now_ms / 1000))
    assert duration(3868) == "1:04:28"


def test_no_offset_without_a_planned_beginning() -> None:
    stage = at("s-havre", made=Stage(revision(rundown=replace(RUNDOWN, starts=""))))
    assert said(stage).offset == ""


def test_what_is_out_of_the_ordinary_is_told() -> None:
    stage = at("s-havre")
    stage.press("hold")
    stage.press("black")
    assert said(stage).status == "en pause · écran au noir"


def test_after_the_end_nothing_is_left_to_read() -> None:
    stage = at("s-reims")
    stage.press("finish")
    ended = said(stage)
    assert text(ended.read) == "La cérémonie est terminée."
    assert (ended.on_stage, ended.following, ended.note, ended.left) == ((), (), "", "")


def test_what_people_typed_gets_french_typography() -> None:
    stop = Stop("s-x", "award", 40, authority_ids=(HAVRE,), note="attention : l'élu est en retard !")
    stage = at("s-x", made=Stage(revision(rundown=Rundown((stop,)))))
    assert said(stage).note == "Note\u202f: attention\u202f: l’élu est en retard\u202f!"


def test_prompt_says_nothing_in_a_log() -> None:
    assert "Havre" not in repr(said(at("s-havre")))


# The wings


def waiting(stage: Stage, room: Room | None = None, **changed: Any) -> tuple[InLine, ...]:
    return lining_up(stage.revision, stage.state, room or {}, **changed)


def test_wings_line_up_the_next_stops_in_order() -> None:
    stage = at("s-havre")
    assert [(row.rank, row.name) for row in waiting(stage)] == [
        (1, "Marcq-en-Barœul"),
        (2, "Le Havre"),
        (3, "Reims"),
        (4, "Reims"),
    ]
    assert [row.name for row in waiting(stage, ahead=1)] == ["Marcq-en-Barœul"]


def test_wings_know_who_is_here_and_who_is_awaited() -> None:
    away = replace(PAUL, since_ms=None)
    row = waiting(at("s-havre"), {MARCQ: (INES, away)})[0]
    assert (row.here, row.awaited) == (("Inès Morvan, qui représente le maire",), ("Paul Delattre, maire",))


def test_wings_hold_no_level() -> None:
    stage = Stage().armed()
    for row in waiting(stage, ahead=99):
        assert not LEVELS.search(f"{row.name} {row.place} {row.here} {row.awaited}")


def test_wings_sheet_is_written_over_several_pages(tmp_path: Path) -> None:
    rows = [
        InLine(rank, str(rank), f"Œuf-en-Ternois {rank}", "Pas-de-Calais", here=("Inès Morvan",))
        for rank in range(1, 60)
    ]
    write_wings_pdf(tmp_path / "a.pdf", rows, "Remise des labels 2027", 1_800_000_000_000)
    write_wings_pdf(tmp_path / "b.pdf", rows, "Remise des labels 2027", 1_800_000_000_000)
    written = (tmp_path / "a.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", written)) == 6
    assert written == (tmp_path / "b.pdf").read_bytes()


def test_wings_sheet_of_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Aucune collectivité") as refused:
        write_wings_pdf(tmp_path / "a.pdf", [], "Remise", 0)
    assert refused.value.code == "wings_empty"
    assert not list(tmp_path.iterdir())


# Every name


def test_every_award_of_a_palmares_is_read() -> None:
    codes = ("80829", "62633", "14762", "29019", "97411", "2A004", "67482", "76540")
    awards = tuple(award(code, 1 + place % 5) for place, code in enumerate(codes))
    stops = tuple(Stop(f"s-{each.authority.id}", "award", 40, authority_ids=(each.authority.id,)) for each in awards)
    stage = Stage(revision(palmares=Palmares(awards, ()), rundown=Rundown(stops))).armed()
    stage.forward()
    for each in awards:
        assert stage.forward() == ""
        name = next(words for style, words in said(stage).read if style == "name")
        assert each.authority.name.split("-")[-1].split(" ")[-1] in name
