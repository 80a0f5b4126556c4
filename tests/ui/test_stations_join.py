"""Rules of joining a host from the window."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.networks import Seat, free_listen
from tests.ui.stations_bench import LINK, hub
from vi_events import app, paths, settings
from vi_events.checkin.layouts import type_as
from vi_events.checkin.wedge import Scan
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.hub.joining import JoinRefusedError
from vi_events.journal.hub.roles import Role
from vi_events.ui.preparation.edition_dialog import ChooseEditionDialog
from vi_events.ui.shell import Desk
from vi_events.ui.stations.join_dialog import JoinDialog, entries_here, link_in
from vi_events.ui.stations.panel import StationsPanel

TAKEN = JoinRefusedError("station_name_taken", "Un autre s’appelle ainsi.", "Prenez «\u202fposte-2\u202f».", "poste-2")
SHORT = LINK.link.replace(",10.42.0.1:4223", "")


class Joining:
    """Stands for the network: answers when the test lets it, as the test says."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.answers: list[Path | Exception] = []
        self.may_end = threading.Event()
        self.may_end.set()
        self.progress: Any = None

    def __call__(self, _data: Path, _link: str, station: str, address: str, progress: Any) -> Path:
        self.asked.append((station, address))
        self.progress = progress
        progress(hub("connecting", "Connexion à l’hôte…"))
        assert self.may_end.wait(10)
        progress(hub("connecting", "Connexion à l’hôte…"))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def joining() -> Joining:
    return Joining()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, joining: Joining) -> JoinDialog:
    made = JoinDialog(tmp_path, "poste-1", join=joining)
    qtbot.addWidget(made)
    made.show()
    return made


def until(qtbot: QtBot, done: Callable[[], bool]) -> None:
    qtbot.waitUntil(done, timeout=30_000)


@pytest.mark.parametrize("layout", ["us", "fr", "be", "ch", "de", "uk"])
def test_a_scanned_link_is_read_whatever_the_keyboard(layout: str) -> None:
    assert link_in(type_as(SHORT, layout)) == SHORT


def test_what_is_no_link_is_said_so_and_leaves_the_field(dialog: JoinDialog) -> None:
    dialog.take_scan("VABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert not dialog.link.text()
    assert "brouillé" in dialog.said.title.text()
    dialog.take_scan(SHORT)
    assert dialog.link.text() == SHORT


def test_a_wrong_link_and_a_wrong_name_are_said_before_anything_is_asked(dialog: JoinDialog, joining: Joining) -> None:
    dialog.link.setText(LINK.link[:60])
    dialog.station.setText("<poste>")
    dialog.accept()
    assert "lien" in dialog.link_field.problem
    assert dialog.station_field.problem
    assert not joining.asked


def test_a_taken_name_is_replaced_in_one_click(dialog: JoinDialog, joining: Joining, qtbot: QtBot) -> None:
    joining.answers += [TAKEN, Path("labels")]
    dialog.link.setText(LINK.link)
    dialog.address.setText("10.0.0.5")
    dialog.accept()
    until(qtbot, dialog.free_button.isVisible)
    assert "s’appelle ainsi" in dialog.said.title.text()
    with qtbot.waitSignal(dialog.joined) as joined:
        dialog.free_button.click()
    assert joined.args == ["labels"]
    assert joining.asked == [("poste-1", "10.0.0.5:4223"), ("poste-2", "10.0.0.5:4223")]
    assert not dialog.isVisible()


def test_a_refusal_leaves_the_dialog_open_and_says_why(dialog: JoinDialog, joining: Joining, qtbot: QtBot) -> None:
    joining.answers.append(UserError("link_expired", "Ce lien a déjà servi.", "Demandez-en un nouveau."))
    dialog.link.setText(LINK.link)
    dialog.accept()
    until(qtbot, lambda: "déjà servi" in dialog.said.title.text())
    assert dialog.said.text.text() == "Demandez-en un nouveau."
    assert dialog.accept_button.isVisible()


def test_giving_up_waits_until_the_network_let_go(dialog: JoinDialog, joining: Joining, qtbot: QtBot) -> None:
    joining.may_end.clear()
    joining.answers.append(Path("labels"))
    dialog.link.setText(LINK.link)
    dialog.accept()
    until(qtbot, lambda: joining.progress is not None)
    dialog.cancel_button.click()
    assert dialog.isVisible(), "the edition may still be written to"
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.joined):
        joining.may_end.set()


# With a real host


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Seat]:
    edition = Edition("labels", "Labels", "2027-02-05", "Paris")
    folder = app.create_edition(tmp_path / "stage", edition, [Zone("jour", "Jour")])
    seat = Seat(folder, "régie", free_listen())
    seat.network.host().result()
    seat.walk_in("Dupont")
    try:
        yield seat
    finally:
        seat.end()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    data = tmp_path / "desk"
    app.create_edition(data, Edition("demo", "Essais", "2026-02-05", "Paris"), (Zone("salle", "Salle"),))
    with ExitStack() as stack:
        desk = Desk(settings.Settings(sounds=False), stack, data)
        qtbot.addWidget(desk.window)
        desk.window.show()
        yield desk
        desk.close()


def is_open(desk: Desk, slug: str) -> bool:
    return desk.window.opened is not None and desk.window.opened.edition.slug == slug


def visible(desk: Desk, kind: type) -> Any:
    return next(found for found in desk.window.findChildren(kind) if found.isVisible())


def test_a_computer_without_edition_joins_from_the_chooser(desk: Desk, host: Seat, qtbot: QtBot) -> None:
    desk.choose()
    visible(desk, ChooseEditionDialog).join_button.click()
    dialog = visible(desk, JoinDialog)
    link = host.network.invite(Role.DESK).result().link
    desk.wedge.scanned.emit(Scan(link, "enter", ()))
    assert dialog.link.text() == link, "the scanner is the dialog’s while it is open"
    dialog.station.setText("Accueil 1")
    dialog.accept()
    until(qtbot, lambda: is_open(desk, "labels"))
    until(qtbot, lambda: desk.window.news.lamp.level == "ok")
    assert desk.window.opened is not None
    assert desk.window.opened.reception.settings.author.station == "Accueil 1"
    assert desk.window.news.allowed == {"checkin"}
    assert desk._data is not None
    assert entries_here(desk._data, host.network.identity()["edition_id"]) > 0
    host_knows = host.opened.core.call(lambda store: sum(store.positions().values()))
    assert host_knows > 0


def test_joining_lets_the_open_edition_go_and_a_refusal_brings_it_back(desk: Desk, host: Seat, qtbot: QtBot) -> None:
    assert desk._data is not None
    desk.open(desk._data, paths.edition_folder(desk._data, "demo"))
    until(qtbot, lambda: is_open(desk, "demo") and desk.window.news.view is not None)
    desk.window.stations_requested.emit()
    visible(desk, StationsPanel).alone.join_button.click()
    dialog = visible(desk, JoinDialog)
    link = host.network.invite(Role.DESK).result().link
    dialog.link.setText(link)
    dialog.station.setText("régie")
    dialog.accept()
    assert not is_open(desk, "demo")
    until(qtbot, dialog.free_button.isVisible)
    dialog.reject()
    until(qtbot, lambda: is_open(desk, "demo"))
    assert desk.window.settings.station == "poste-1"
