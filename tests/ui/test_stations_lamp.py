"""Rules of the network lamp, of the windows a role may open, and of what the surfaces really show elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.front_desk import front_desk, make_edition
from tests.ui.stations_bench import NOW_MS, OTHERS, Stations, heard, hosting, hub, joined
from vi_events.clock import clock_time
from vi_events.errors import DeviceError
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.server import HubState, Phase
from vi_events.journal.hub.views import AWAY, CONNECTING, NEWER, REFUSED
from vi_events.stations.views import NetworkView
from vi_events.ui.checkin.place_dialog import PlaceDialog
from vi_events.ui.stations import words
from vi_events.ui.stations.hand_over_dialog import HandOverDialog
from vi_events.ui.stations.mark import NetworkMark
from vi_events.ui.stations.panel import StationsPanel
from vi_events.ui.stations.surfaces import SILENT_MS, SurfacesHeard, SurfacesSaid
from vi_events.ui.webtv.really_shown import ReallyShown, Truth

pytestmark = pytest.mark.usefixtures("qapp")
WAITING: dict[str, Any] = {"pending": 12, "since_ms": NOW_MS - 60_000}


@pytest.fixture
def stations() -> Iterator[Stations]:
    made = Stations()
    yield made
    made.close()


def level(view: NetworkView | None, trouble: str = "") -> tuple[str, str]:
    lamp = words.lamp(view, trouble, NOW_MS)
    return lamp.level, lamp.text


def test_alone_the_lamp_is_quiet() -> None:
    assert level(None) == level(NetworkView()) == ("off", "Seul")


def test_in_liaison_it_counts_the_stations_heard_lately() -> None:
    assert level(joined()) == ("ok", "Réseau, 3 postes")
    assert level(NetworkView(hub(remarks=("x",)), Role.DESK)) == ("ok", "Réseau, 1 poste, 1 remarque")


def test_an_entry_on_its_way_is_no_trouble_one_that_waits_is() -> None:
    assert level(joined(pending=1, since_ms=NOW_MS - 2_000))[0] == "ok"
    since = clock_time(NOW_MS - 60_000)
    assert level(joined(**WAITING)) == ("warn", f"12 passages non transmis depuis {since}")


def test_a_link_that_is_cut_says_what_waits_else_since_when() -> None:
    assert level(joined(AWAY, "Hors liaison depuis 14:05.")) == ("warn", "Hors liaison depuis 14:05")
    assert level(joined(AWAY, "Hors liaison depuis 14:05. 1 passage…", pending=1)) == (
        "warn",
        "1 passage non transmis",
    )
    assert level(joined(CONNECTING, "Connexion à l’hôte…"))[0] == "info"


def test_what_needs_a_person_sends_to_the_stations() -> None:
    look = "Réseau\u202f: ouvrez «\u00a0Postes\u00a0»"
    assert level(joined(REFUSED, "Exclu.")) == ("bad", look)
    assert level(joined(NEWER, "Une version plus récente.")) == ("warn", look)
    assert level(NetworkView(), "Un autre poste héberge.") == ("warn", look)
    failing = HubState(Phase.RESTARTING, DeviceError("disk", "Plein."))
    assert level(NetworkView(hub(), Role.STAGE, failing)) == ("bad", look)


def test_a_clock_wrong_by_a_day_is_said_on_every_lamp() -> None:
    day_ms = 25 * 3600 * 1000
    said = heard(*OTHERS[:1], ("Webtv", Role.WEBTV, 800, day_ms, 0))
    assert level(NetworkView(hub(stations=said), Role.DESK)) == ("warn", "L’horloge de «\u00a0Webtv\u00a0» est fausse")
    left = heard(*OTHERS[:1], ("Webtv", Role.WEBTV, 60_000, day_ms, 0))
    assert level(NetworkView(hub(stations=left), Role.DESK))[0] == "ok"
    own = heard(*((name, Role.DESK, 0, -day_ms, 0) for name in ("a", "b", "c")))
    assert level(NetworkView(hub(stations=own), Role.DESK)) == ("warn", "L’horloge de ce poste est fausse")


def test_the_regies_say_one_word_when_all_is_well_and_cut_what_has_no_room() -> None:
    mark = NetworkMark(14)
    assert (mark.level, mark.text()) == ("off", "Seul")
    mark.show()
    mark.show_lamp(words.lamp(joined(), "", NOW_MS))
    mark.resize(mark.sizeHint())
    assert (mark.level, mark.text()) == ("ok", "Réseau")
    assert mark.toolTip() == "Réseau, 3 postes"
    cut = words.lamp(joined(**WAITING), "", NOW_MS)
    mark.show_lamp(cut)
    mark.resize(mark.sizeHint())
    assert mark.text() == cut.text
    mark.resize(mark.minimumSizeHint())
    assert mark.text().endswith("…")
    assert mark.toolTip() == cut.text


def test_the_lamp_tells_a_wait_that_grows_old_without_any_news(stations: Stations) -> None:
    stations.say(joined(pending=1, since_ms=NOW_MS))
    assert stations.news.lamp.level == "ok"
    stations.clock.at_ms += 11_000
    stations.news.look()
    assert stations.news.lamp.level == "warn"


def test_what_a_closed_edition_still_says_is_not_heard(stations: Stations) -> None:
    stations.say(hosting(*OTHERS))
    stations.news.follow(None)
    stations.say(hosting(*OTHERS))
    assert stations.news.lamp.level == "off"


# In the reception


def test_the_desk_opens_the_stations_from_its_lamp_and_closes_them_with_the_edition(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.until(lambda: front.window.news.view is not None)
        assert front.window.top.lamps.lamps[-1].text() == "Seul"
        front.window.top.lamps.lamp_clicked.emit("Seul")
        panel = front.window.findChild(StationsPanel)
        assert panel is not None
        assert panel.isVisible()
        assert panel.alone.isVisible()
        assert front.scan("marie") == "admitted", "the desk works while the panel is open"
    assert front.window.news.network is None


def test_a_desk_among_others_opens_no_regie_and_keeps_its_name(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        verbs = front.desk.verbs
        assert verbs is not None
        front.until(lambda: front.window.news.view is not None)
        texts = ("Palmarès et conducteur…", "Régie plateau…", "Régie webtv…")
        named = {action.text(): action for action in verbs.menu.actions}
        regies = [named[text] for text in texts]
        assert all(action.isEnabled() for action in regies)
        front.window.bridge.network_changed.emit(NetworkView(hub(), Role.WEBTV))
        assert [action.isEnabled() for action in regies] == [False, False, True]
        front.window.bridge.network_changed.emit(joined())
        assert not any(action.isEnabled() for action in regies)
        assert "rôle" in regies[0].toolTip()
        verbs.change_place("zone")
        dialog = front.dialog(PlaceDialog)
        assert not dialog.station.isEnabled()
        dialog.reject()
        front.window.bridge.network_changed.emit(NetworkView())
        assert all(action.isEnabled() for action in regies)


def test_handing_over_before_leaving_asks_to_whom(qtbot: QtBot, tmp_path: Path) -> None:
    with front_desk(make_edition(tmp_path), qtbot) as front:
        front.until(lambda: front.window.news.view is not None)
        front.window.bridge.network_changed.emit(hosting(*OTHERS))
        front.window.guard.hand_over_requested.emit()
        assert front.dialog(HandOverDialog).choice.findData("Webtv") >= 0


# Surfaces elsewhere


class FakeOutputs(QObject):
    """Two lamps that the test sets."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.levels = ("off", "off")

    def lamps(self, _now_ms: int) -> tuple[tuple[str, str], tuple[str, str]]:
        public, prompter = self.levels
        return (public, "Écran de salle"), (prompter, "Prompteur")


def test_the_stage_says_its_surfaces_when_they_change_and_when_they_close(stations: Stations) -> None:
    outputs = FakeOutputs()
    said = SurfacesSaid(cast(Any, outputs), lambda: stations.news.network, stations.clock)
    outputs.changed.emit()
    outputs.levels = ("ok", "warn")
    outputs.changed.emit()
    said.close()
    said.close()
    assert stations.network.shown == [
        {"public": "off", "prompter": "off"},
        {"public": "ok", "prompter": "warn"},
        {},
    ]


def test_the_webtv_shows_the_surfaces_of_the_stage_and_says_when_it_falls_silent(stations: Stations) -> None:
    heard, truth = SurfacesHeard(stations.clock), ReallyShown()
    truth.follow(heard, heard.station)

    def shown(later_ms: int = 0) -> tuple[str, str, str]:
        truth.show_truth(Truth("unknown", "off"), NOW_MS + later_ms)
        return truth.title.text(), truth.marks["public"].text(), truth.marks["prompter"].text()

    assert shown() == ("Affiché vraiment", "autre poste", "autre poste")
    heard.hear("Secours", {"public": "off", "prompter": "off"})
    heard.hear("Régie", {"public": "ok", "prompter": "late as never said"})
    assert shown() == ("Affiché vraiment\u202f: Régie", "à jour", "fermé")
    assert shown(SILENT_MS)[1] == "à jour"
    assert shown(SILENT_MS + 1)[1:] == ("muet", "muet")
    assert truth.marks["public"].level == "warn"
    heard.hear("Régie", {})
    assert shown()[0] == "Affiché vraiment\u202f: Secours"


def test_what_is_heard_of_the_surfaces_comes_out_in_the_window_thread(stations: Stations, qtbot: QtBot) -> None:
    heard: list[object] = []
    stations.bridge.surfaces_heard.connect(lambda *what: heard.append(what))
    stations.bridge._on_surfaces("Régie", {"public": "ok"})
    qtbot.waitUntil(lambda: heard == [("Régie", {"public": "ok"})])
    QApplication.processEvents()
