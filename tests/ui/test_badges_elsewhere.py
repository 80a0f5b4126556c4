"""A desk whose badges come out at another station: what it chooses, what it is told, what one key does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes import FakePrinter
from tests.ui.front_desk import FrontDesk, front_desk, make_edition, printers
from vi_events.checkin import print_jobs
from vi_events.clock import COUNTER_BITS, uuid7
from vi_events.edition import people
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.store import Store
from vi_events.settings import Settings
from vi_events.ui.checkin.badges_due import BadgesDue
from vi_events.ui.checkin.page_dialog import PageDialog
from vi_events.ui.checkin.printers_page import PrintersPage
from vi_events.ui.checkin.settings_dialog import SettingsDialog

Key = Qt.Key
HALL = "accueil-2"
EPSON = f"{HALL}/Epson hall"


class Hall:
    """The other station, as its entries arrive here."""

    def __init__(self, front: FrontDesk) -> None:
        self._front = front
        self._seq = 0
        self.say(print_jobs.printer_set(EPSON, "Epson hall", 384))

    def say(self, *facts: Fact) -> None:
        now_ms = self._front.clock.now_ms + 1
        entries = []
        for fact in facts:
            self._seq += 1
            said = (fact.kind, 1, fact.subject, fact.payload, fact.personal)
            hlc = (now_ms << COUNTER_BITS) + self._seq
            entries.append(Entry(uuid7(now_ms), HALL, self._seq, hlc, "live", "", *said))

        def take_in(store: Store) -> None:
            self._front.opened.core.publish(store.take_in(entries))

        self._front.ask(take_in)

    def prints(self, who: str = "marie", state: str = "confirmed") -> None:
        """What became of the person's first badge there."""
        state_ = self._front.ask(lambda store: store.state(people.subject(who)))
        job = print_jobs.jobs(who, state_)[0]
        self.say(print_jobs.badge_printed(job, "sending"), print_jobs.badge_printed(job, state))


@pytest.fixture
def front(tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    """A desk without a printer."""
    with front_desk(make_edition(tmp_path), qtbot) as made:
        yield made


@pytest.fixture
def hall(front: FrontDesk) -> Hall:
    made = Hall(front)
    front.window.badges.use_printers((), EPSON)
    return made


def shown(front: FrontDesk) -> tuple[str, str]:
    """State and detail of the badge in view."""
    return front.badges[-1][2], front.badges[-1][3]


def lamp(front: FrontDesk) -> str:
    return front.window.top.lamps.lamps[1].accessibleName()


def wait_for_the_hall(front: FrontDesk, seconds: float) -> None:
    front.clock.later(seconds)
    front.window.badges.look_elsewhere()


def open_page(front: FrontDesk) -> PrintersPage:
    front.press(Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    dialog: PageDialog = front.dialog(PageDialog)
    page = dialog.findChild(PrintersPage)
    assert isinstance(page, PrintersPage)
    return page


def test_an_admission_prints_at_the_other_station_for_the_paper_there(front: FrontDesk, hall: Hall) -> None:
    front.scan("marie")
    front.until(lambda: shown(front) == ("En attente", "Sur l’imprimante Epson hall (accueil-2)"))
    assert lamp(front) == "Imprimante de accueil-2 (Epson hall)"
    assert front.badges[-1][0] is not None
    assert front.badges[-1][0].width() == 384
    hall.prints()
    front.until(lambda: shown(front)[0] == "Imprimé, confirmé")


def test_a_silent_station_is_told_after_half_a_minute(front: FrontDesk, hall: Hall) -> None:
    front.scan("marie")
    front.until(lambda: shown(front)[0] == "En attente")
    wait_for_the_hall(front, 29)
    front.until(lambda: lamp(front) == "Imprimante de accueil-2 (Epson hall)")
    wait_for_the_hall(front, 2)
    front.until(lambda: lamp(front) == "accueil-2 n’a pas confirmé depuis 31\u00a0s")
    front.until(
        lambda: shown(front)[1] == "accueil-2 n’a pas confirmé depuis 31\u00a0s\u202f: F7 pour l’imprimer ailleurs."
    )
    assert not front.window.badges.prints
    hall.prints()
    front.until(lambda: lamp(front) == "Imprimante de accueil-2 (Epson hall)")


def test_a_station_that_prints_what_comes_before_is_not_silent(front: FrontDesk, hall: Hall) -> None:
    front.scan("marie")
    front.scan("paul", later_s=1)
    front.until(lambda: len(front.journal("badge_queued")) == 2)
    front.clock.later(29)
    hall.prints("marie")
    wait_for_the_hall(front, 20)
    assert front.ask(lambda _: front.opened.reception.printing._watch.late()) == ()
    wait_for_the_hall(front, 11)
    front.until(lambda: "31" in lamp(front))


def test_f7_prints_here_what_a_silent_station_did_not(front: FrontDesk, hall: Hall) -> None:
    with FakePrinter() as printer:
        front.window.badges.use_printers(printers(printer.url), EPSON)
        front.scan("marie")
        front.until(lambda: shown(front)[0] == "En attente")
        front.press(Key.Key_F7)
        assert len(front.journal("badge_queued", "marie")) == 1, "it may still come"
        wait_for_the_hall(front, 31)
        front.until(lambda: "F7" in shown(front)[1])
        front.press(Key.Key_F7)
        front.until(lambda: shown(front)[0] == "Imprimé, confirmé")
        assert len(printer.pages) == 1
        hall.prints()  # it had not heard that the badge was taken back
        front.until(
            lambda: shown(front) == ("Peut-être double", "Imprimé deux fois peut-être\u202f: n’en gardez qu’un.")
        )


@pytest.mark.usefixtures("hall")
def test_with_no_other_printer_f7_leads_to_the_sheets_where_the_badge_is_due(front: FrontDesk) -> None:
    front.scan("marie")
    front.until(lambda: shown(front)[0] == "En attente")
    wait_for_the_hall(front, 31)
    front.until(lambda: "F7" in shown(front)[1])
    front.press(Key.Key_F7)
    due: BadgesDue = front.dialog(BadgesDue)
    front.until(lambda: due.people.texts() == [("Marie Curie", "Bassens")])


def test_two_badges_for_one_are_told_until_somebody_has_looked(front: FrontDesk, hall: Hall) -> None:
    with FakePrinter() as printer:
        front.window.badges.use_printers(printers(printer.url), EPSON)
        front.scan("marie")
        front.until(lambda: shown(front)[0] == "En attente")
        wait_for_the_hall(front, 31)
        front.until(lambda: "F7" in shown(front)[1])
        front.press(Key.Key_F7)
        front.until(lambda: shown(front)[0] == "Imprimé, confirmé")
        hall.prints()
        question = front.window.side.question
        front.until(lambda: question.isVisible() and question.yes.isEnabled())
        assert question.question.text() == "Marie Curie a peut-être deux badges"
        assert not question.no.isVisible()
        front.press(Key.Key_F12)
        front.until(lambda: not question.isVisible())
        front.until(lambda: shown(front)[0] == "Imprimé, confirmé")
        assert len(front.journal("badge_double_seen", "marie")) == 1


def test_a_badge_that_may_have_come_out_there_is_asked_about_here(front: FrontDesk, hall: Hall) -> None:
    front.scan("marie")
    front.until(lambda: shown(front)[0] == "En attente")
    hall.prints(state="unknown")
    question = front.window.side.question
    front.until(lambda: question.isVisible() and question.yes.isEnabled())
    assert question.question.text() == "Le badge de Marie Curie est-il sorti\u202f?"
    front.press(Key.Key_F12)
    front.until(lambda: shown(front)[0] == "Imprimé, confirmé")


@pytest.mark.usefixtures("hall")
def test_the_page_says_what_is_known_of_a_printer_elsewhere_and_one_key_moves_its_badges(front: FrontDesk) -> None:
    with FakePrinter() as printer:
        front.window.badges.use_printers(printers(printer.url), EPSON)
        front.scan("marie")
        front.scan("paul")
        front.until(lambda: len(front.journal("badge_queued")) == 2)
        front.clock.later(35)
        page = open_page(front)
        front.until(lambda: page.printers.list.count() == 2)
        page.printers.list.setCurrentRow(1)
        assert page.printers.name.text() == "Imprimante de accueil-2 (Epson hall)"
        assert page.printers.lamp.text() == "Ne confirme pas"
        assert page.printers.sentence.text().startswith("accueil-2 n’a pas confirmé depuis")
        assert "En attente\u202f: 2, dont 2 d’ici" in page.printers.facts.text()
        for button in (page.printers.check, page.printers.card, page.printers.roll_button):
            assert not button.isVisible()
        front.press(Key.Key_F6)
        front.until(lambda: len(printer.pages) == 2)


@pytest.mark.usefixtures("hall")
def test_the_settings_offer_the_printers_of_other_stations(front: FrontDesk) -> None:
    front.window.badges.use_printers(())
    front.press(Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog: SettingsDialog = front.dialog(SettingsDialog)
    front.until(lambda: dialog.printers.main.count() == 2)
    assert dialog.printers.main.itemText(1) == "Imprimante de accueil-2 (Epson hall)"
    dialog.printers.main.setCurrentIndex(1)
    dialog.accept()
    assert front.window.settings.prints_at == EPSON
    front.scan("marie")
    front.until(lambda: [entry.payload["printer"] for entry in front.journal("badge_queued")] == [EPSON])


def test_a_printer_elsewhere_that_no_journal_speaks_of_stays_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(prints_at=EPSON))
    qtbot.addWidget(dialog)
    dialog.printers.show_elsewhere(())
    assert dialog.settings().prints_at == EPSON
    assert dialog.printers.main.currentText() == "Imprimante de accueil-2 (Epson hall), pas encore connue"
