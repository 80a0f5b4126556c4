"""One stage at a time: who leads the show, taking over, and what the other station still says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.app import OpenEdition, create_edition, open_edition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author, Fact
from vi_events.journal.store import Store
from vi_events.stage import engine
from vi_events.stage.documents import EditionDocuments
from vi_events.stage.service import Stage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = create_edition(tmp_path, Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    EditionDocuments(folder).save(ShowDocument(PALMARES, RUNDOWN))
    with open_edition(folder, Author("principale")) as led:
        led.stage.open().result()
        led.stage.press(engine.arm).result()
        led.stage.go().result()
        led.stage.go().result()
    return folder


@pytest.fixture
def standby(folder: Path) -> Iterator[OpenEdition]:
    """Another station, with the same entries."""
    with open_edition(folder, Author("secours")) as opened:
        yield opened


def from_the_leader(opened: OpenEdition, *facts: Fact) -> None:
    """Entries of the other station that arrive here."""

    def write(store: Store) -> None:
        with store.transaction(Author("principale")) as tx:
            tx.record(*facts)

    opened.core.call(write)


def test_opening_a_second_console_holds_nothing(standby: OpenEdition) -> None:
    view = standby.stage.open().result()
    assert (view.state.mode, view.state.leader, view.state.elsewhere) == ("live", "principale", True)
    assert view.refusal == ""


@pytest.mark.parametrize("press", ["go", "back", "hold", "black", "clear"])
def test_no_press_counts_while_another_station_leads(standby: OpenEdition, press: str) -> None:
    before = standby.stage.open().result().state
    view = getattr(standby.stage, press)().result()
    assert view.refusal == "elsewhere"
    assert "reprendre la main" in view.sentence
    assert view.state == before


def test_no_late_change_counts_while_another_station_leads(standby: OpenEdition) -> None:
    standby.stage.open().result()
    assert standby.stage.edit(lambda known: known).result().refusal == "elsewhere"


def test_taking_over_leads_at_once_and_orders_of_the_other_are_counted(standby: OpenEdition) -> None:
    stage: Stage = standby.stage
    old = stage.open().result().state.epoch
    taken = stage.take_over().result().state
    assert (taken.epoch, taken.leader, taken.elsewhere, taken.stale) == (old + 1, "secours", False, 0)
    assert stage.go().result().refusal == ""
    at = stage.view().result().state.stop
    from_the_leader(standby, *(Fact("screen_blacked", engine.SHOW, {"epoch": old, "on": True}) for _ in range(2)))
    after = stage.view().result().state
    assert (after.stop, after.black, after.stale) == (at, False, 2)


def test_a_show_that_was_closed_elsewhere_may_be_armed_here(standby: OpenEdition) -> None:
    stage = standby.stage
    epoch = stage.open().result().state.epoch
    from_the_leader(standby, Fact("show_closed", engine.SHOW, {"epoch": epoch}))
    assert not stage.view().result().state.elsewhere
    view = stage.press(engine.arm).result()
    assert (view.refusal, view.state.leader) == ("", "secours")
