"""The print queue: what it keeps, in which order, and that nothing is printed twice unasked."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.desks import Bench, bench, queue_of
from vi_events.checkin import print_jobs
from vi_events.checkin.print_jobs import BATCH, DESK, REPRINT
from vi_events.checkin.print_queue import PrintQueue
from vi_events.checkin.registrations import merge
from vi_events.errors import UserError

HERE = "poste-1/Accueil"
SPARE = "poste-1/Secours"


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


@pytest.fixture
def queue(desk: Bench) -> PrintQueue:
    return queue_of(desk, HERE, 576)


def test_a_badge_waits_with_the_picture_that_was_asked_for(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    before = queue.picture(job)
    desk.expect("marie", last_name="Skłodowska")
    assert queue.picture(job).tobytes() == before.tobytes()
    assert (job.state, job.why, job.printer) == ("queued", DESK, HERE)


def test_only_a_first_badge_prints_by_itself(desk: Bench, queue: PrintQueue) -> None:
    assert queue.queue_once("marie", HERE) is not None
    assert queue.queue_once("marie", HERE) is None
    assert desk.person()["badge"] == "queued"


def test_a_badge_asked_for_at_another_station_is_not_printed_again(queue: PrintQueue) -> None:
    queue.queue("marie", "poste-2/Accueil", DESK)
    assert queue.queue_once("marie", HERE) is None


def test_a_cancelled_badge_is_as_if_never_asked_for(queue: PrintQueue) -> None:
    job = queue.queue_once("marie", HERE)
    assert job is not None
    assert queue.cancel(job)
    assert queue.begin(job) is None
    assert queue.queue_once("marie", HERE) is not None


def test_a_badge_being_sent_is_no_longer_cancelled(queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    queue.begin(job)
    assert not queue.cancel(job)


def test_badges_leave_in_the_order_they_were_asked_for(desk: Bench, queue: PrintQueue) -> None:
    for name in ("zoe", "alice", "bob"):
        desk.expect(name)
        queue.queue(name, HERE, DESK)
    left = []
    while job := queue.next(HERE):
        queue.begin(job)
        queue.end(job, "confirmed")
        left.append(job.attendee_id)
    assert left == ["zoe", "alice", "bob"]


def test_a_badge_that_the_printer_did_not_take_keeps_its_place(desk: Bench, queue: PrintQueue) -> None:
    desk.expect("bob")
    first = queue.queue("marie", HERE, DESK)
    queue.queue("bob", HERE, DESK)
    queue.begin(first)
    queue.end(first, "queued", "Plus de papier.")
    following = queue.next(HERE)
    assert following is not None
    assert following.id == first.id
    assert following.reason == "Plus de papier."


def test_what_was_being_sent_when_the_program_died_is_asked_about(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    queue.begin(job)
    assert PrintQueue(desk.desk, desk.store).recover(HERE) == 1
    assert [each.state for each in queue.open(HERE)] == ["unknown"]
    assert queue.next(HERE) is None, "never sent again by itself"
    assert queue.recover(HERE) == 0


def test_only_the_station_that_owns_a_printer_recovers_its_badges(queue: PrintQueue) -> None:
    queue.begin(queue.queue("marie", "poste-2/Accueil", DESK))
    assert queue.recover(HERE) == 0


def test_a_badge_that_came_out_is_confirmed_by_who_saw_it(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    queue.begin(job)
    queue.end(job, "unknown", "La liaison s’est perdue.")
    assert queue.answer(job, came_out=True) is None
    assert desk.person()["badge"] == "confirmed"
    assert desk.person()["badges"] == 1
    assert queue.open(HERE) == []


def test_a_badge_that_did_not_come_out_waits_again_with_the_same_picture(queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    queue.begin(job)
    queue.end(job, "unknown")
    again = queue.answer(job, came_out=False)
    assert again is not None
    assert (again.state, again.why) == ("queued", REPRINT)
    assert queue.picture(again).tobytes() == queue.picture(job).tobytes()
    assert queue.answer(job, came_out=False) is None, "a second press asks for nothing"
    assert len(queue.open(HERE)) == 1


def test_waiting_badges_move_to_another_printer_and_the_one_being_sent_stays(desk: Bench, queue: PrintQueue) -> None:
    queue.set_printer(SPARE, "Secours", 384)
    desk.expect("bob")
    desk.expect("zoe")
    started = queue.queue("marie", HERE, DESK)
    queue.queue("bob", HERE, DESK)
    queue.queue("zoe", HERE, DESK)
    queue.begin(started)
    assert queue.move(HERE, SPARE) == 2
    assert [job.attendee_id for job in queue.open(HERE)] == ["marie"]
    moved = queue.open(SPARE)
    assert [job.attendee_id for job in moved] == ["bob", "zoe"]
    assert queue.picture(moved[0]).width == 384, "drawn anew for the narrow roll"
    assert queue.queue_once("bob", HERE) is None


def test_a_merged_record_takes_its_badge_along(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    queue.begin(job)
    queue.end(job, "confirmed")
    desk.expect("double")
    merge(desk.desk, "marie", "double")
    assert queue.queue_once("double", HERE) is None
    assert desk.person("double")["badges"] == 1


def test_the_roll_counts_what_came_off_it(queue: PrintQueue) -> None:
    assert queue.printer(HERE).left is None
    queue.change_roll(HERE, 120)
    for state in ("confirmed", "unknown", "queued"):
        job = queue.queue("marie", HERE, DESK)
        queue.begin(job)
        queue.end(job, state)
    assert queue.printer(HERE).left == 118, "what may have come out counts, what did not come out does not"
    queue.change_roll(HERE, 100)
    assert queue.printer(HERE).left == 100


def test_badges_printed_before_the_day_say_their_box(desk: Bench, queue: PrintQueue) -> None:
    code = desk.expect("ada", last_name="Lovelace", first_name="Ada")
    desk.expect("gone", last_name="Absent", status="cancelled")
    assert list(queue.queue_batch(HERE, 2))[-1] == 2
    assert [job.attendee_id for job in queue.open(HERE)] == ["marie", "ada"], "in box order"
    for job in queue.open(HERE):
        assert job.why == BATCH
        queue.begin(job)
        queue.end(job, "confirmed")
    result = desk.scan_later(code)
    assert result.person is not None
    assert result.person.box == "L"
    assert "boîte L" in result.message
    assert list(queue.queue_batch(HERE, 2))[-1] == 0, "a second batch has nobody left"


def test_people_who_came_in_without_a_badge_are_listed(desk: Bench, queue: PrintQueue) -> None:
    desk.expect("not-here")
    desk.scan_later(desk.expect("ada"))
    assert list(queue.due(lambda _: False))[-1] == ["ada"]
    queue.queue("ada", HERE, DESK)
    assert list(queue.due(lambda _: False))[-1] == []


def test_an_erased_picture_is_told(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    with desk.store.transaction(desk.desk.settings.author) as tx:
        tx.connection.execute("UPDATE entry SET personal = NULL")
    with pytest.raises(UserError, match="effacé"):
        queue.picture(job)


def test_a_second_set_up_of_a_printer_records_nothing(desk: Bench, queue: PrintQueue) -> None:
    before = len(desk.journal())
    queue.set_printer(HERE, "Accueil", 576)
    assert len(desk.journal()) == before
    queue.set_printer(HERE, "Accueil", 384)
    assert queue.printer(HERE).width_dots == 384


def test_the_history_says_how_each_badge_ended(desk: Bench, queue: PrintQueue) -> None:
    desk.expect("bob")
    queue.cancel(queue.queue("marie", HERE, DESK))
    queue.queue("bob", HERE, DESK)
    assert [(job.attendee_id, job.state) for job in queue.latest(10)] == [("bob", "queued"), ("marie", "cancelled")]


names = st.lists(st.text(alphabet="abcdefghilmnoprstuvwz", min_size=1, max_size=5), max_size=60)


@given(names, st.integers(1, 8))
def test_everyone_is_in_one_box_and_no_initial_is_in_two(last_names: list[str], number: int) -> None:
    people = [(str(rank), last, "") for rank, last in enumerate(last_names)]
    boxes = print_jobs.boxes(people, number)
    inside = [id_ for box in boxes for id_ in box.attendee_ids]
    assert sorted(inside) == sorted(id_ for id_, _, _ in people)
    assert len(boxes) <= number
    by_id = {id_: last for id_, last, _ in people}
    initials = [{by_id[id_][0] for id_ in box.attendee_ids} for box in boxes]
    assert sum(len(each) for each in initials) == len(set().union(*initials))


def test_boxes_are_of_much_the_same_size() -> None:
    people = [(f"{letter}{number}", letter, "") for letter in "abcdefghij" for number in range(10)]
    assert [box.label for box in print_jobs.boxes(people, 4)] == ["A à C", "D à E", "F à H", "I à J"]


def test_an_erased_badge_does_not_hold_up_those_behind_it(desk: Bench, queue: PrintQueue) -> None:
    desk.expect("bob")
    first = queue.queue("marie", HERE, DESK)
    with desk.store.transaction(desk.desk.settings.author) as tx:
        tx.connection.execute("UPDATE entry SET personal = NULL WHERE kind = 'badge_queued'")
    queue.queue("bob", HERE, DESK)
    assert queue.begin(first) is None
    following = queue.next(HERE)
    assert following is not None
    assert following.attendee_id == "bob"


def test_what_a_person_said_stands_whatever_an_old_send_reports(desk: Bench, queue: PrintQueue) -> None:
    job = queue.queue("marie", HERE, DESK)
    queue.begin(job)
    queue.recover(HERE)
    queue.answer(job, came_out=True)
    queue.end(job, "queued", "rien n’a été envoyé")
    assert desk.person()["badge"] == "confirmed"
    assert queue.next(HERE) is None


def test_a_badge_of_a_printer_that_is_gone_is_asked_about(queue: PrintQueue) -> None:
    queue.begin(queue.queue("marie", HERE, DESK))
    queue.set_printer(SPARE, "Secours", 576)
    assert queue.recover_left("poste-1", [SPARE]) == 1
    assert [job.state for job in queue.open(HERE)] == ["unknown"]


def test_a_badge_that_waits_is_not_printed_under_the_name_of_a_merged_record(desk: Bench, queue: PrintQueue) -> None:
    queue.queue("marie", HERE, DESK)
    desk.expect("double")
    merge(desk.desk, "marie", "double")
    assert queue.next(HERE) is None
    assert queue.queue_once("double", HERE) is not None
