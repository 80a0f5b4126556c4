"""Tables: no words of ours cut, no bar below, rows of one height, a focus ring that nothing covers."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from vi_events.checkin.print_jobs import Job
from vi_events.checkin.print_views import JobView
from vi_events.edition.roster import PersonRow, Roster
from vi_events.ui.checkin import print_words
from vi_events.ui.checkin.job_table import JobTable
from vi_events.ui.language import LANGUAGES, install_language
from vi_events.ui.preparation import attendees_model, authorities_model
from vi_events.ui.preparation.attendees_model import AttendeesModel
from vi_events.ui.preparation.authorities_model import AuthoritiesModel
from vi_events.ui.preparation.long_table import Column, LongTable, shared_widths
from vi_events.ui.theme import LIGHT, NOTE_PX, font
from vi_events.ui.widgets.form import PlainTable, cell_width

ROOM_AT_1366_PX = 758
"""Of a table of the preparation, at 1366 pixels, beside the pages and a person."""
JOB = Job("j0", "a0", "poste-1/Accueil", "confirmed", 1_795_000_000_000, "poste-1", "admission")
HARD = "Marie-Françoise-Élisabeth de La Tour-Saint-Rémy d’Hautecombe-Villedieu"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "fr")


def shown(table: LongTable, qtbot: QtBot) -> LongTable:
    qtbot.addWidget(table)
    table.resize(ROOM_AT_1366_PX, 400)
    table.show()
    return table


def cuts_no_header(table: QTableView) -> bool:
    metrics, model = QFontMetrics(font(NOTE_PX, bold=True)), table.model()
    heads = [str(model.headerData(place, Qt.Orientation.Horizontal)) for place in range(model.columnCount())]
    return all(table.columnWidth(place) >= metrics.horizontalAdvance(head) + 16 for place, head in enumerate(heads))


@pytest.mark.usefixtures("qapp")
def test_what_is_least_useful_is_cut_first_and_down_to_its_header() -> None:
    columns = [Column(2, text_px=200), Column(0, text_px=200), Column(1, text_px=200)]
    assert shared_widths(600, columns, [50, 60, 70]) == [200, 200, 200]
    assert shared_widths(480, columns, [50, 60, 70]) == [200, 80, 200]
    assert shared_widths(400, columns, [50, 60, 70]) == [200, 60, 140]
    assert shared_widths(300, columns, [50, 60, 70]) == [170, 60, 70]


@pytest.mark.usefixtures("qapp")
def test_room_that_is_left_goes_to_free_text_and_all_of_it() -> None:
    columns = [Column(1, text_px=100), Column(0), Column(2, text_px=100)]
    assert shared_widths(401, columns, [50, 60, 50]) == [170, 60, 171]


@pytest.mark.usefixtures("language")
def test_the_people_of_an_edition_are_read_without_a_bar_below(qtbot: QtBot) -> None:
    model = AttendeesModel()
    hard = PersonRow(
        *("a", "a", HARD, HARD, HARD, "33032", HARD, "33", "elected", (HARD,)),
        *("not_confirmed", "replaced", "unknown", (HARD,)),
    )
    model.show_roster(Roster((hard,) * 60))
    table = shown(LongTable(model, "", attendees_model.columns()), qtbot)
    assert table.horizontalScrollBar().maximum() == 0
    assert cuts_no_header(table)
    table.sortByColumn(4, table.horizontalHeader().sortIndicatorOrder())
    assert table.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("language")
def test_the_authorities_of_an_edition_are_read_without_a_bar_below(qtbot: QtBot) -> None:
    table = shown(LongTable(AuthoritiesModel(), "", authorities_model.columns()), qtbot)
    assert table.horizontalScrollBar().maximum() == 0
    assert cuts_no_header(table)


@pytest.mark.usefixtures("language")
def test_the_state_of_a_badge_and_why_are_never_cut(qtbot: QtBot) -> None:
    table = JobTable()
    qtbot.addWidget(table)
    table.show_jobs(tuple(JobView(replace(JOB, id=state, state=state), HARD, HARD) for state in print_words.STATES))
    table.resize(726, 500)
    table.show()
    view = table.view
    assert view.columnWidth(1) >= cell_width(print_words.job_states(), view.font(), 14)
    assert view.columnWidth(3) >= cell_width(print_words.whys(), view.font())
    assert view.horizontalScrollBar().maximum() == 0
    assert view.columnWidth(2) >= 200, "the names have room"
    assert cuts_no_header(view)


def test_rows_of_one_line_are_of_one_height_once_their_columns_have_grown(qtbot: QtBot) -> None:
    table = PlainTable(("Heure", "Ce qui s’est passé"), "Histoire")
    qtbot.addWidget(table)
    table.resize(160, 300)
    table.show()
    table.show_rows([("08:21", "entré·e par la porte du jardin"), ("08:22", "sorti·e"), ("08:23", "deux\nlignes")])
    narrow = table.rowHeight(0)
    table.resize(700, 300)
    qtbot.waitUntil(lambda: table.rowHeight(0) < narrow)
    assert table.rowHeight(0) == table.rowHeight(1)
    line_px = QFontMetrics(table.font()).lineSpacing()
    assert abs(table.rowHeight(2) - table.rowHeight(1) - line_px) <= 1


def test_nothing_covers_the_focus_ring_of_a_table(qtbot: QtBot) -> None:
    table = PlainTable(("Nom",), "Noms")
    qtbot.addWidget(table)
    table.show_rows([(str(number),) for number in range(12)])
    table.resize(300, 300)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    picture = table.grab().toImage()
    ring = {picture.pixelColor(QPoint(x, y)).name().upper() for x in (0, 1, 2, 297, 298, 299) for y in range(20, 280)}
    assert ring == {LIGHT.info.main}
