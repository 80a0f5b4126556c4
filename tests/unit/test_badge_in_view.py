"""What the desk sees of a person's badge, and badges printed on sheets."""

from pathlib import Path

import pytest

from tests.unit.desks import Bench, bench, queue_of
from vi_events.checkin.print_queue import DESK, PAPER, PrintQueue

HERE = "poste-1/Accueil"


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


@pytest.fixture
def queue(desk: Bench) -> PrintQueue:
    return queue_of(desk, HERE, 384)


def test_without_a_badge_the_one_they_would_get_is_seen(queue: PrintQueue) -> None:
    seen = queue.badge("marie", HERE)
    assert (seen.state, seen.job, seen.image.width) == ("", None, 384)


def test_a_badge_is_seen_as_it_was_printed_not_as_it_would_be_now(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    printed = queue.picture(job)
    desk.expect("marie", last_name="Skłodowska")
    seen = queue.badge("marie", HERE)
    assert seen.job is not None
    assert (seen.state, seen.job.id) == ("queued", job.id)
    assert seen.image.tobytes() == printed.tobytes()


def test_a_cancelled_badge_is_not_the_one_in_view(queue: PrintQueue) -> None:
    queue.cancel(queue.queue("marie", HERE, DESK))
    assert queue.badge("marie", HERE).job is None


def test_an_erased_badge_is_drawn_anew(desk: Bench, queue: PrintQueue) -> None:
    queue.queue("marie", HERE, DESK)
    with desk.store.transaction(desk.desk.settings.author) as tx:
        tx.connection.execute("UPDATE entry SET personal = NULL WHERE kind = 'badge_queued'")
    seen = queue.badge("marie", HERE)
    assert seen.state == "queued"
    assert seen.image.width == 384


def test_badges_printed_on_sheets_count_and_wait_for_no_printer(desk: Bench, queue: PrintQueue) -> None:
    desk.expect("bob")
    assert list(queue.note_printed(["marie", "bob"]))[-1] == 2
    assert [desk.person(who)["badge"] for who in ("marie", "bob")] == ["confirmed", "confirmed"]
    assert queue.open(PAPER) == []
    assert queue.queue_once("marie", HERE) is None
    assert list(queue.note_printed([])) == [0]


def test_a_person_sees_where_their_box_is_in_the_search(desk: Bench, queue: PrintQueue) -> None:
    list(queue.queue_batch(HERE, 1))
    job = queue.open(HERE)[0]
    queue.begin(job)
    queue.end(job, "confirmed")
    cards = desk.desk.cards
    listed = cards.listed("attendee:marie", desk.desk.standing("marie"))
    assert cards.found([listed], desk.desk.settings.zone)[0].box == job.box != ""
