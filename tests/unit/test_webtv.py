"""The webtv desk: what goes on air, what follows the stage, what is never shown early."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.app import OpenEdition, create_edition, open_edition
from vi_events.edition import people
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.journal.store import Store
from vi_events.stage import engine
from vi_events.webtv import service
from vi_events.webtv.chapters import cuts, youtube
from vi_events.webtv.overlays import OnAir
from vi_events.webtv.service import Speaker, WebtvView


class Clock:
    """The clock on the wall, and the time that really passes."""

    now_ms = 1_800_000_000_000
    elapsed_s = 100.0

    def __call__(self) -> int:
        return self.now_ms

    def later(self, seconds: float) -> None:
        self.now_ms += round(seconds * 1000)
        self.elapsed_s += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(service, "monotonic", lambda: clock.elapsed_s)
    return clock


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[OpenEdition]:
    folder = create_edition(tmp_path, Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    with open_edition(folder, Author("poste-1"), now_ms=clock) as opened:
        opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
        opened.stage.open().result()
        yield opened
        opened.webtv.close()


def air(opened: OpenEdition) -> OnAir:
    return opened.webtv.view().result().air


def go_to(opened: OpenEdition, stop_id: str) -> None:
    view = opened.stage.view().result()
    if view.state.mode == "edit":
        opened.stage.press(engine.arm).result()
    while view.state.stop < 0 or view.revision.stops[view.state.stop].id != stop_id:
        view = opened.stage.view().result()
        if engine.needs_standby(view.revision, view.state):
            opened.stage.standby().result()
        view = opened.stage.go().result()
        assert not view.refusal


def test_a_name_is_on_air_and_leaves_by_itself(opened: OpenEdition, clock: Clock) -> None:
    opened.webtv.lower_third("Maëlys Ferrand", "présidente du jury").result()
    shown = air(opened).get("lower_third")
    assert shown is not None
    assert shown.data["name"] == "Maëlys Ferrand"
    before = air(opened).epoch
    clock.later(9)
    assert air(opened).overlays == ()
    assert air(opened).epoch > before


def test_a_clock_set_back_or_forward_changes_nothing_to_how_long_a_name_stands(
    opened: OpenEdition, clock: Clock
) -> None:
    for set_ms in (-3_600_000, 3_600_000):
        opened.webtv.lower_third("Maëlys Ferrand").result()
        clock.later(2)
        clock.now_ms += set_ms
        shown = air(opened).get("lower_third")
        assert shown is not None
        assert shown.until_ms == clock.now_ms + 6_000, "the end is told by the new clock"
        clock.later(6)
        assert air(opened).get("lower_third") is None


def test_no_two_things_on_air_have_the_same_epoch(opened: OpenEdition, clock: Clock) -> None:
    go_to(opened, "s-havre")
    opened.webtv.lower_third("Maëlys Ferrand").result()
    seen = [air(opened)]
    opened.webtv.stage_heard(False)
    seen.append(air(opened))
    clock.later(9)
    opened.webtv.stage_heard(True)
    seen.append(air(opened))
    opened.webtv.stage_heard(False)
    seen.append(air(opened))
    assert [{each.kind for each in one.overlays} for one in seen] == [
        {"lower_third", "award"},
        {"lower_third"},
        {"award"},
        set(),
    ]
    epochs = [one.epoch for one in seen]
    assert epochs == sorted(set(epochs))
    assert air(opened) == seen[-1], "looked at again, it is the same"


def test_in_follow_the_reveal_comes_and_goes_with_the_stage(opened: OpenEdition) -> None:
    go_to(opened, "b")
    assert air(opened).get("award") is None
    go_to(opened, "s-havre")
    shown = air(opened).get("award")
    assert shown is not None
    assert shown.data["card"]["laureates"][0]["name"] == "Le Havre"
    opened.stage.black().result()
    assert air(opened).get("award") is None
    opened.stage.black().result()
    assert air(opened).get("award") is not None
    go_to(opened, "s-pause")
    assert air(opened).get("award") is None


def test_a_roll_call_shows_only_the_names_that_were_called(opened: OpenEdition) -> None:
    go_to(opened, "s-group")
    opened.stage.go().result()
    shown = air(opened).get("roll_call")
    assert shown is not None
    assert [each["name"] for each in shown.data["card"]["laureates"]] == ["Y"]


def test_in_prepare_nothing_is_shown_before_the_operator_takes_it(opened: OpenEdition) -> None:
    go_to(opened, "b")
    opened.webtv.set_mode("prepare").result()
    assert opened.webtv.view().result().prepared is not None
    with pytest.raises(UserError, match="prochain TOP"):
        opened.webtv.take().result()
    go_to(opened, "s-havre")
    assert air(opened).get("award") is None
    opened.webtv.take().result()
    assert air(opened).get("award") is not None
    go_to(opened, "s-marcq")
    held = air(opened).get("award")
    assert held is not None
    assert held.data["card"]["laureates"][0]["name"] == "Le Havre", "it stays until the operator takes the next"


def test_in_manual_nothing_is_loaded_from_the_stage_and_nothing_is_taken(opened: OpenEdition) -> None:
    go_to(opened, "b")
    opened.webtv.set_mode("manual").result()
    assert opened.webtv.view().result().prepared is None
    go_to(opened, "s-havre")
    with pytest.raises(UserError, match="F7"):
        opened.webtv.take().result()
    assert air(opened).overlays == ()
    opened.webtv.set_mode("prepare").result()
    assert opened.webtv.view().result().prepared is not None
    opened.webtv.take().result()
    assert air(opened).get("award") is not None


def test_the_desk_hears_what_the_show_has_come_to(opened: OpenEdition) -> None:
    def moment() -> tuple[str, str]:
        return opened.webtv.view().result().moment

    assert moment() == ("", "")
    opened.stage.press(engine.arm).result()
    assert moment() == ("waiting", "")
    for stop, what in (("s-group", "group"), ("s-havre", "award"), ("s-marcq", "award"), ("s-pause", "pause")):
        go_to(opened, stop)
        assert moment() == (what, stop)
    opened.stage.finish().result()
    assert moment() == ("closing", "s-pause")


def test_leaving_follow_keeps_on_air_what_is_on_air(opened: OpenEdition) -> None:
    go_to(opened, "s-havre")
    opened.webtv.set_mode("manual").result()
    assert air(opened).get("award") is not None


def test_the_next_stop_is_told_to_the_desk_and_is_nowhere_on_disk(opened: OpenEdition) -> None:
    go_to(opened, "b")
    prepared = opened.webtv.view().result().prepared
    assert prepared is not None
    assert prepared["card"]["laureates"][0]["name"] == "Le Havre"
    written = opened.core.call(lambda store: str([entry for entry in store.entries() if "Havre" in str(entry)]))
    assert written == "[]"


def test_town_graphics_leave_when_the_stage_is_not_heard(opened: OpenEdition) -> None:
    go_to(opened, "s-havre")
    opened.webtv.lower_third("Zoé").result()
    before = air(opened).epoch
    opened.webtv.stage_heard(False)
    assert air(opened).get("award") is None
    assert air(opened).get("lower_third") is not None
    assert air(opened).epoch > before


def test_hide_all_leaves_nothing_and_nothing_comes_back_by_itself(opened: OpenEdition) -> None:
    go_to(opened, "s-havre")
    opened.webtv.logo().result()
    opened.webtv.hide_all().result()
    assert air(opened).overlays == ()
    go_to(opened, "s-marcq")
    assert air(opened).overlays == ()
    opened.webtv.set_mode("follow").result()
    assert air(opened).get("award") is not None


def test_every_change_of_what_is_on_air_is_told_with_a_higher_epoch(opened: OpenEdition) -> None:
    told: list[WebtvView] = []
    came = threading.Event()

    def listen(view: WebtvView) -> None:
        told.append(view)
        came.set()

    opened.webtv.listen(listen)
    opened.webtv.start()
    assert came.wait(5), "what was on air before"
    for text in ("un", "deux"):
        came.clear()
        opened.webtv.ticker(text).result()
        assert came.wait(5)
    epochs = [view.air.epoch for view in told]
    assert epochs == sorted(set(epochs))
    assert told[-1].air.overlays[0].data["text"] == "deux"


def test_what_is_on_air_survives_a_restart_of_the_program(opened: OpenEdition) -> None:
    opened.webtv.slate("Pause", "reprise vers 14 h 30").result()
    again = opened.core.call(lambda store: store.state("webtv:main"))
    assert again is not None
    assert air(opened).get("slate") is not None


def test_hostile_words_are_only_words(opened: OpenEdition) -> None:
    opened.webtv.lower_third("<script>\x00alert(1)\x1b" * 50).result()
    shown = air(opened).get("lower_third")
    assert shown is not None
    assert "\x00" not in shown.data["name"]
    assert len(shown.data["name"]) <= 200


def test_speakers_come_from_the_running_order_the_attendees_and_by_hand(opened: OpenEdition) -> None:
    def expect(store: Store) -> None:
        with store.transaction(Author("poste-1")) as tx:
            tx.record(people.upserted("ada", {"last_name": "Lovelace", "first_name": "Ada", "category": "speaker"}))

    opened.core.call(expect)
    opened.webtv.add_speaker("Ousmane Ndiaye", "Yoff, Sénégal").result()
    opened.stage.press(engine.arm).result()
    assert opened.webtv.speakers().result() == (
        Speaker("Maëlys Ferrand", "présidente du jury", "rundown"),
        Speaker("Ousmane Ndiaye", "Yoff, Sénégal", "free"),
        Speaker("Ada Lovelace", "", "attendee", "ada"),
    )


def test_reveals_are_chapters_of_the_stream_and_of_the_recording(opened: OpenEdition, clock: Clock) -> None:
    began = clock.now_ms
    opened.webtv.output("stream", began).result()
    clock.now_ms += 60_000
    opened.webtv.output("record", clock.now_ms).result()
    for stop in ("s-havre", "s-marcq", "s-reims"):
        clock.now_ms += 30_000
        go_to(opened, stop)
    opened.stage.back().result()
    clock.now_ms += 5_000
    opened.webtv.mark("Photo").result()
    found = opened.webtv.chapters().result()
    awards = [chapter for chapter in found if chapter.kind == "award"]
    assert [chapter.title for chapter in awards] == ["Le Havre, 4 @", "Marcq-en-Barœul, 4 @", "Reims, 5 @"]
    assert [chapter.stream_s for chapter in awards] == [87, 117, 147]
    assert [chapter.record_s for chapter in awards] == [27, 57, 87]
    assert youtube(found).startswith("0:00 Début\n")
    assert "1:57 Marcq-en-Barœul, 4 @" in youtube(found)
    assert [cut["begins"] for cut in cuts(found) if cut["title"].startswith("Marcq")] == ["0:57"]
    assert found[-1].title == "Photo"


def test_changing_mode_brings_no_old_award_back(opened: OpenEdition) -> None:
    go_to(opened, "s-havre")
    opened.webtv.set_mode("manual").result()
    opened.webtv.set_mode("follow").result()
    go_to(opened, "s-pause")
    opened.webtv.set_mode("manual").result()
    assert air(opened).overlays == ()


def test_a_withdrawn_award_leaves_the_stream_in_every_mode(opened: OpenEdition) -> None:
    go_to(opened, "s-havre")
    opened.webtv.set_mode("manual").result()
    opened.stage.withdraw("76351", "erreur de saisie").result()
    assert air(opened).get("award") is None
    with pytest.raises(UserError):
        opened.webtv.take().result()
