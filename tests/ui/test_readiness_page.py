"""« Prêt ? »: what is missing, each with its place; and nothing, once all is there."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.shows import PALMARES, RUNDOWN
from vi_events import app, readiness
from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.readiness import Missing
from vi_events.settings import PrinterSettings
from vi_events.ui.bridge import Bridge
from vi_events.ui.preparation.readiness_page import ReadinessPage

EDITION = Edition("essai", "Remise d’essai", "2027-02-05", "Paris")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    folder = app.create_edition(tmp_path, EDITION, (Zone("jour-1", "Jour 1"),), "2027")
    with app.open_edition(folder, Author("poste-1")) as opened:
        yield opened


@pytest.fixture
def page(opened: OpenEdition, qtbot: QtBot) -> Iterator[ReadinessPage]:
    bridge = Bridge()
    bridge.listen(opened.core)
    page = ReadinessPage(opened, bridge)
    qtbot.addWidget(page)
    page.show()
    yield page
    bridge.close()
    opened.reception.printing.close()


def looked(page: ReadinessPage, qtbot: QtBot) -> list[str]:
    page.refresh()
    qtbot.waitUntil(lambda: not page.is_looking)
    return [each.key for each in page.missing]


def test_each_line_leads_to_its_place(page: ReadinessPage, qtbot: QtBot) -> None:
    keys = looked(page, qtbot)
    assert {"attendees", "palmares", "backup", "printer"} <= set(keys)
    assert page.verdict.tone == "warn"
    with qtbot.waitSignal(page.shown) as asked:
        page.buttons[keys.index("printer")].click()
    assert asked.args == ["devices", "printers"]
    assert "Aucune imprimante" in page.buttons[keys.index("printer")].accessibleName()


def test_what_was_put_right_leaves_the_list(page: ReadinessPage, opened: OpenEdition, qtbot: QtBot) -> None:
    assert "printer" in looked(page, qtbot)
    opened.reception.printing.attach([PrinterSettings("Accueil", "null:")])
    keys = looked(page, qtbot)
    assert "printer" not in keys
    assert len(page.buttons) == len(keys)


def test_the_worst_is_said_first(page: ReadinessPage, opened: OpenEdition, qtbot: QtBot) -> None:
    before = opened.programme
    astray = replace(before.zones[0], opens_ms=1_000_000_000_000)
    opened.save_programme(before, replace(before, zones=(astray,))).result()
    assert looked(page, qtbot)[0] == "zone_days"
    assert page.verdict.tone == "bad"
    assert page.verdict.title.text() == "■ 1 point à régler"


def test_a_palmares_that_is_open_here_is_checked(page: ReadinessPage, opened: OpenEdition, qtbot: QtBot) -> None:
    opened.stage.on_disk.save(ShowDocument(PALMARES))  # no running order: nothing is announced
    opened.stage.open().result()
    keys = looked(page, qtbot)
    assert "stage" in keys
    opened.stage.edit(lambda known: replace(known, rundown=RUNDOWN)).result()
    assert "stage" not in looked(page, qtbot)


def test_all_is_green_when_nothing_is_missing(
    page: ReadinessPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "readiness", lambda *_: ())
    assert looked(page, qtbot) == []
    assert page.verdict.tone == "ok"
    assert page.verdict.title.text() == "● Tout est prêt"
    assert page.buttons == []


def test_a_look_that_fails_is_said_and_can_be_made_again(
    page: ReadinessPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> tuple[Missing, ...]:
        raise UserError("x", "Le disque ne répond pas.", "Rebranchez-le.")

    with monkeypatch.context() as patched:
        patched.setattr(readiness, "readiness", fails)
        looked(page, qtbot)
        assert "Le disque" in page.verdict.title.text()
    assert looked(page, qtbot)
