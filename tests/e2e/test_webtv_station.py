"""The whole webtv station on a real OBS: its console prepares it, puts a name on air, and sees what OBS really does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.e2e.obs_runner import MISSING, RealObs, is_installed
from tests.ui.stage_bench import EDITION
from vi_events import app
from vi_events.edition.models import Zone
from vi_events.journal.entry import Author
from vi_events.ui.bridge import Bridge
from vi_events.ui.webtv import station
from vi_events.ui.webtv.console import open_webtv
from vi_events.webtv import obs_password
from vi_events.webtv.obs_link import ObsLink
from vi_events.webtv.obs_setup import OVERLAYS
from vi_events.webtv.obs_types import Request

pytestmark = pytest.mark.skipif(not is_installed(), reason=MISSING)
PATIENCE_MS = 30_000


def is_shown(link: ObsLink) -> bool:
    """Whether anything shows in the scene of the overlays, by a link of the test's own."""
    reply = link.call(Request("GetSceneItemList", {"sceneName": OVERLAYS})).result(10)
    return any(item["sceneItemEnabled"] for item in reply.data["sceneItems"])


def test_two_keys_show_a_name_in_obs_and_a_crash_of_obs_is_got_over(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(obs_password, "own_file", lambda *_: tmp_path / "own" / "obs.password")
    folder = app.create_edition(tmp_path, EDITION, (Zone("salle", "Salle"),))
    with RealObs(tmp_path / "obs") as obs, app.open_edition(folder, Author("Régie")) as opened:
        station.save_connection(folder, obs.url, obs.password)
        opened.webtv.add_speaker("Maëlys Ferrand", "Présidente du jury").result()
        bridge = Bridge()
        bridge.listen(opened.core)
        link = ObsLink(obs.url, lambda: obs.password)
        link.start()
        console = open_webtv(opened, bridge)
        try:
            qtbot.waitUntil(lambda: console.room.obs.state == "not_set_up", timeout=PATIENCE_MS)
            assert console.driver.room is not None
            console.driver.room.set_up()
            qtbot.waitUntil(lambda: console.room.obs.state == "aligned", timeout=PATIENCE_MS)
            qtbot.waitUntil(lambda: console.room.seen.health is not None, timeout=PATIENCE_MS)
            qtbot.waitUntil(lambda: console.page.programme.note == "", timeout=PATIENCE_MS)
            assert not is_shown(link)
            QTest.keyClick(console.windowHandle(), Qt.Key.Key_1)
            QTest.keyClick(console.windowHandle(), Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: console.view.air.get("lower_third") is not None, timeout=PATIENCE_MS)
            qtbot.waitUntil(lambda: is_shown(link), timeout=PATIENCE_MS)
            console.driver.room.start_output("record").result(10)
            qtbot.waitUntil(lambda: console.top.record.text().startswith("ENREG. 0:"), timeout=PATIENCE_MS)
            obs.kill()
            qtbot.waitUntil(lambda: console.page.programme.note.startswith("OBS absent"), timeout=PATIENCE_MS)
            obs.start()
            qtbot.waitUntil(lambda: console.room.obs.state == "aligned", timeout=PATIENCE_MS)
        finally:
            link.close()
            console.close()
            bridge.close()
            opened.webtv.close()
            QApplication.processEvents()
