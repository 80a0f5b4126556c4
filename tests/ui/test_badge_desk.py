"""A badge is printed once, as it was shown, and never makes anybody wait; what the desk must know of it is said."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition, printers
from vi_events import app
from vi_events.edition import people
from vi_events.journal.entry import Author

VERDICT_S = 0.3
LAMP_S = 3.0
AT_ONCE_S = 0.3
END_S = 4.5
"""The window is gone at once; the program waits a little for a badge that is being printed."""
Printing = Callable[[str], tuple[FrontDesk, FakePrinter]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_edition(tmp_path)


@contextmanager
def at_work(folder: Path, qtbot: QtBot, mode: str) -> Iterator[tuple[FrontDesk, FakePrinter]]:
    """A desk with a printer in that mode."""
    with FakePrinter(mode) as printer, front_desk(folder, qtbot, printer.url) as front:
        yield front, printer


@pytest.fixture
def printing(folder: Path, qtbot: QtBot) -> Iterator[Printing]:
    with ExitStack() as stack:
        yield lambda mode: stack.enter_context(at_work(folder, qtbot, mode))


def states(front: FrontDesk, who: str) -> list[str]:
    return [str(entry.payload["state"]) for entry in front.journal("badge_printed", who)]


def lamp(front: FrontDesk) -> str:
    """What the printer's lamp says."""
    return front.window.top.lamps.lamps[1].accessibleName()


def shown(front: FrontDesk) -> str:
    """What the desk reads about the badge in view."""
    return front.badges[-1][2]


def test_an_admission_prints_one_badge_and_says_that_it_came_out(printing: Printing) -> None:
    front, printer = printing("ok")
    front.scan("marie")
    front.until(lambda: shown(front) == "Imprimé, confirmé")
    assert len(printer.pages) == 1
    assert states(front, "marie") == ["sending", "confirmed"]


def test_what_is_printed_is_what_is_shown_dot_for_dot(printing: Printing) -> None:
    front, printer = printing("ok")
    front.scan("marie")
    front.until(lambda: shown(front) == "Imprimé, confirmé")
    pixmap = front.badges[-1][0]
    assert pixmap is not None
    seen = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = seen.width(), seen.height()
    rows = [bytes(seen.constScanLine(row))[:width] for row in range(height)]
    assert printer.pages[0].size == (width, height)
    assert printer.pages[0].convert("L").tobytes() == b"".join(rows)
    assert len(set(b"".join(rows))) == 2, "ink and paper"


def test_a_second_scan_prints_nothing_and_f7_prints_again(printing: Printing) -> None:
    front, printer = printing("ok")
    front.scan("marie")
    front.until(lambda: shown(front) == "Imprimé, confirmé")
    assert front.scan("marie", later_s=20 * 60) == "already_in"
    front.press(Qt.Key.Key_F7)
    front.until(lambda: len(printer.pages) == 2)
    front.until(lambda: len(states(front, "marie")) == 4)
    assert len(printer.pages) == 2


def test_f7_does_not_ask_for_a_second_badge_while_the_first_waits(printing: Printing) -> None:
    front, printer = printing("paper_out")
    front.scan("marie")
    front.until(lambda: shown(front) == "En attente")
    for _ in range(3):
        front.press(Qt.Key.Key_F7)
    printer.mode = "ok"
    front.until(lambda: shown(front) == "Imprimé, confirmé")
    assert len(front.journal("badge_queued", "marie")) == 1
    assert len(printer.pages) == 1


def test_an_entry_taken_back_and_made_again_prints_nothing_more(printing: Printing) -> None:
    front, printer = printing("never_answers")
    front.scan("marie")
    front.scan("paul")
    front.until(lambda: len(front.journal("badge_queued")) == 2)
    front.press(Qt.Key.Key_F8)
    front.until(lambda: "Annulé" in front.card.notice.text())
    assert front.scan("paul") == "admitted"
    assert front.scan("louise") == "admitted"
    front.until(lambda: len(front.journal("badge_queued", "louise")) == 1)
    assert len(front.journal("badge_queued")) == 3
    assert printer.pages == []


def test_the_whole_delegation_gets_its_badges(printing: Printing) -> None:
    front, printer = printing("ok")
    front.scan("marie")
    front.admit_delegation()
    front.until(lambda: len(printer.pages) == 2)
    front.until(lambda: states(front, "paul") == ["sending", "confirmed"])
    assert states(front, "marie") == ["sending", "confirmed"]
    assert states(front, "olga") == []


def test_a_refusal_prints_nothing(printing: Printing) -> None:
    front, printer = printing("ok")
    front.scan("olga")
    front.scan("marie")
    front.until(lambda: states(front, "marie") == ["sending", "confirmed"])
    assert states(front, "olga") == []
    assert len(printer.pages) == 1


def test_a_printer_that_never_answers_delays_no_verdict(printing: Printing) -> None:
    front, _ = printing("never_answers")
    front.scan("marie")
    for who in ("paul", "louise"):
        front.clock.later(60)
        before, started = front.window.result, time.monotonic()
        front.window.scan(front.tickets[who])
        front.until(lambda before=before: front.window.result is not before)  # type: ignore[misc]
        assert time.monotonic() - started < VERDICT_S
    assert front.admitted() == {"marie", "paul", "louise"}


def test_a_printer_that_is_off_is_said_and_the_badge_waits_for_it(printing: Printing) -> None:
    front, printer = printing("refuses")
    front.until(lambda: "introuvable" in lamp(front))
    front.scan("marie")
    front.until(lambda: shown(front) == "En attente" and "introuvable" in front.badges[-1][3])
    assert front.badges[-1][1] == "bad"
    assert states(front, "marie") == []
    assert front.scan("paul") == "admitted"
    assert printer.pages == []


def test_no_more_paper_is_said_within_three_seconds_and_over_when_there_is_some(printing: Printing) -> None:
    front, printer = printing("ok")
    front.until(lambda: lamp(front) == "Imprimante prête")
    printer.mode = "paper_out"
    started = time.monotonic()
    front.scan("marie")
    front.until(lambda: lamp(front) == "L’imprimante n’a plus de papier")
    assert time.monotonic() - started < LAMP_S
    front.until(lambda: front.badges[-1][3] == "L’imprimante n’a plus de papier\u202f: changez le rouleau.")
    assert shown(front) == "En attente"
    printer.mode = "ok"
    started = time.monotonic()
    front.until(lambda: lamp(front) == "Imprimante prête")
    assert time.monotonic() - started < LAMP_S
    front.until(lambda: shown(front) == "Imprimé, confirmé")
    assert len(printer.pages) == 1


def test_a_badge_that_may_have_come_out_is_asked_about_and_never_sent_again(printing: Printing) -> None:
    front, printer = printing("closes_mid_job")
    front.scan("marie")
    front.until(lambda: shown(front) == "Peut-être imprimé")
    front.until(front.window.side.question.isVisible)
    assert front.window.side.question.question.text() == "Le badge de Marie Curie est-il sorti\u202f?"
    front.press(Qt.Key.Key_Escape)
    assert front.scan("marie", later_s=20 * 60) == "already_in"
    front.until(lambda: shown(front) == "Peut-être imprimé")
    assert states(front, "marie") == ["sending", "unknown"]
    assert printer.pages == []


def test_a_badge_cut_off_by_a_restart_is_asked_about_and_never_sent_again(folder: Path, qtbot: QtBot) -> None:
    with front_desk(folder, qtbot):
        pass  # Puts the people on the list.
    with app.open_edition(folder, Author("poste-1")) as opened:
        printing = opened.reception.printing
        job = printing.queue("marie", printer="poste-1/Accueil").result()
        opened.core.call(lambda _: printing._queue.begin(job))
    with at_work(folder, qtbot, "ok") as (front, printer):
        assert front.scan("marie") == "admitted"
        front.until(lambda: shown(front) == "Peut-être imprimé")
        front.until(front.window.side.question.isVisible)
        assert front.scan("paul") == "admitted"
        front.until(lambda: states(front, "paul") == ["sending", "confirmed"])
        assert states(front, "marie") == ["sending", "unknown"]
        assert len(printer.pages) == 1


def test_the_badge_of_somebody_else_never_comes_late(printing: Printing) -> None:
    front, _ = printing("ok")
    front.scan("marie")
    front.window.be_idle()
    front.until(lambda: states(front, "marie") == ["sending", "confirmed"])
    front.qtbot.wait(50)
    assert front.badges[-1][:2] == (None, "off")


def test_closing_the_window_while_printing_does_not_wait_for_the_printer(folder: Path, qtbot: QtBot) -> None:
    with FakePrinter("never_answers") as printer:
        with front_desk(folder, qtbot, printer.url) as front:
            front.scan("marie")
            front.until(lambda: len(front.journal("badge_queued", "marie")) == 1)
            started = time.monotonic()
            front.window.close()
            assert not front.window.isVisible()
            assert time.monotonic() - started < AT_ONCE_S
        assert time.monotonic() - started < END_S
    with app.read_edition(folder) as store:
        state = store.state(people.subject("marie"))
        assert state is not None
        assert state.data.get("in"), "the admission stays"


def test_a_station_without_a_printer_says_where_badges_are_printed(folder: Path, qtbot: QtBot) -> None:
    with front_desk(folder, qtbot) as front:
        front.scan("marie")
        front.until(lambda: shown(front) == "Pas d’imprimante")
        assert "Badges à imprimer" in front.badges[-1][3]
        assert front.badges[-1][0] is not None, "the badge is shown all the same"
        front.press(Qt.Key.Key_F7)
        assert front.journal("badge_queued") == []


def test_a_printer_added_in_the_settings_prints_the_next_admission(folder: Path, qtbot: QtBot) -> None:
    with FakePrinter() as printer, front_desk(folder, qtbot) as front:
        front.scan("marie")
        front.window.badges.use_printers(printers(printer.url))
        front.scan("paul")
        front.until(lambda: shown(front) == "Imprimé, confirmé")
        assert len(printer.pages) == 1
        assert states(front, "marie") == []


def test_changing_printers_does_not_wait_for_the_one_that_hangs(folder: Path, qtbot: QtBot) -> None:
    with FakePrinter("never_answers") as hung, FakePrinter() as spare, front_desk(folder, qtbot, hung.url) as front:
        front.scan("marie")
        front.until(lambda: len(front.journal("badge_queued", "marie")) == 1)
        started = time.monotonic()
        front.window.badges.use_printers(printers("", spare.url))
        assert time.monotonic() - started < AT_ONCE_S
        front.scan("paul")
        front.until(lambda: states(front, "paul") == ["sending", "confirmed"])
