"""The webtv station put together: what is on air goes out, what is really shown comes back, OBS never holds it up."""

import base64
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition
from typing import Any

import pytest
from PIL import Image

from tests.fake_link import AWAY, FakeLink, FakeServer
from tests.unit.desks import FakeClock
from tests.unit.shows import PALMARES, RUNDOWN
from vi_events.app import OpenEdition, create_edition, open_edition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.errors import DeviceError, StorageError
from vi_events.journal.entry import Author
from vi_events.stage import engine
from vi_events.webtv import station_file
from vi_events.webtv.control_room import ControlRoom, Parts, RoomEars, RoomView
from vi_events.webtv.obs_moments import MomentScenes
from vi_events.webtv.obs_password import ObsPassword
from vi_events.webtv.obs_types import LinkState
from vi_events.webtv.obs_watch import Ears, ObsWatch, Seen
from vi_events.webtv.outputs import Frames, Health, Output, dropped, is_other, lamps, output, recent
from vi_events.webtv.picture_files import PictureFiles

READY = LinkState("ready", "OBS est relié.", "31.0.2", True)
PICTURE = "data:image/jpg;base64," + base64.b64encode(b"jpeg").decode()


@dataclass
class Heard:
    """Everything that a listener is told, from any thread."""

    views: list[RoomView] = field(default_factory=list)
    levels: list[Any] = field(default_factory=list)
    pictures: list[bytes | None] = field(default_factory=list)
    overlays: list[Image.Image] = field(default_factory=list)
    changed: Condition = field(default_factory=Condition)

    def ears(self) -> RoomEars:
        return RoomEars(self._to(self.views), self._to(self.levels), self._to(self.pictures), self._to(self.overlays))

    def until(self, done: Callable[[], bool]) -> None:
        with self.changed:
            assert self.changed.wait_for(done, 5)

    def _to(self, heap: list[Any]) -> Callable[[Any], None]:
        def told(news: Any) -> None:
            with self.changed:
                heap.append(news)
                self.changed.notify_all()

        return told


@dataclass
class Station:
    """A control room on an edition of its own."""

    opened: OpenEdition
    room: ControlRoom
    link: FakeLink
    server: FakeServer
    heard: Heard
    folder: Path
    ports: list[int]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenEdition]:
    folder = create_edition(tmp_path, Edition("labels", "Labels", "2027-02-05", "Paris"), [Zone("jour", "Jour")])
    with open_edition(folder, Author("poste-1"), now_ms=FakeClock()) as opened:
        opened.webtv.start()
        yield opened
        opened.webtv.close()


def station_on(opened: OpenEdition, folder: Path, browser_source: bool = True, taken: bool = False) -> Station:
    link, heard, ports = FakeLink(browser_source), Heard(), list[int]()
    server = FakeServer()

    def make(port: int) -> FakeServer:
        ports.append(port)
        server.taken = taken and port != 0
        return server

    parts = Parts(
        link,
        make,
        8089,
        lambda air: Image.new("RGBA", (16, 9), (0, 0, 0, 255 if air.overlays else 0)),
        PictureFiles(folder),
        {},
        lambda _adopted: None,
    )
    room = ControlRoom(opened.webtv, parts, heard.ears(), FakeClock())
    return Station(opened, room, link, server, heard, folder, ports)


@pytest.fixture
def station(opened: OpenEdition, tmp_path: Path) -> Iterator[Station]:
    made = station_on(opened, tmp_path / "images")
    made.room.start()
    yield made
    made.room.close()


def on_air(station: Station) -> set[str]:
    return set(station.server.shown[-1]["overlays"]) if station.server.shown else set()


# The station


def test_what_is_on_air_goes_to_the_pages(station: Station) -> None:
    station.opened.webtv.logo().result()
    station.heard.until(lambda: on_air(station) == {"logo"})


def test_what_was_on_air_before_the_station_started_is_shown(opened: OpenEdition, tmp_path: Path) -> None:
    opened.webtv.logo().result()
    station = station_on(opened, tmp_path)
    station.room.start()
    station.heard.until(lambda: on_air(station) == {"logo"})
    station.room.close()
    assert station.server.closed


def test_a_page_says_what_it_has_painted(station: Station) -> None:
    station.opened.webtv.logo().result()
    station.heard.until(lambda: on_air(station) == {"logo"})
    station.server.paint("logo")
    station.heard.until(lambda: station.heard.views[-1].painted.get("logo") == station.room.view.wanted_epoch)


def test_a_port_that_is_taken_is_told_and_another_one_serves(opened: OpenEdition, tmp_path: Path) -> None:
    station = station_on(opened, tmp_path, taken=True)
    station.room.start()
    assert station.ports == [8089, 0]
    assert "pris" in station.room.view.problems[0]
    station.room.close()


def test_while_obs_is_away_the_overlays_are_drawn_here(station: Station) -> None:
    station.opened.webtv.logo().result()
    station.heard.until(lambda: any(each.getextrema()[3] == (255, 255) for each in station.heard.overlays))
    assert not station.folder.exists(), "an OBS with pages needs no picture file"


def test_what_changes_no_overlay_is_not_drawn_again(station: Station) -> None:
    station.opened.webtv.logo().result()
    station.heard.until(lambda: any(each.getextrema()[3] == (255, 255) for each in station.heard.overlays))
    drawn, epoch = len(station.heard.overlays), station.server.shown[-1]["epoch"]
    station.opened.webtv.set_mode("prepare").result()
    station.heard.until(lambda: station.room.view.wanted_epoch > epoch)
    station.opened.webtv.hide_all().result()
    station.heard.until(lambda: station.heard.overlays[-1].getextrema()[3] == (0, 0))
    assert len(station.heard.overlays) == drawn + 1


def test_an_obs_without_pages_gets_pictures_with_neutral_names(opened: OpenEdition, tmp_path: Path) -> None:
    station = station_on(opened, tmp_path / "images", browser_source=False)
    station.room.start()
    station.link.become(station.link.ready)
    opened.webtv.lower_third("Maëlys Ferrand").result()
    station.heard.until(lambda: any(each.getextrema()[3] == (255, 255) for each in station.heard.overlays))
    station.room.close()
    assert {path.name for path in station.folder.iterdir()} <= {"overlay-a.tga", "overlay-b.tga"}


def test_an_order_is_done_by_obs_or_refused_in_words(station: Station) -> None:
    with pytest.raises(DeviceError, match="OBS ne répond plus"):
        station.room.start_output("stream").result(5)
    station.link.become(station.link.ready)
    station.room.start_output("stream").result(5)
    station.link.refusing.add("StopStream")
    with pytest.raises(DeviceError, match="n’a pas arrêté la diffusion"):
        station.room.stop_output("stream").result(5)


def test_a_stream_that_starts_is_second_0_of_its_chapters(station: Station) -> None:
    station.link.become(station.link.ready)
    station.room.start_output("stream").result(5)
    station.heard.until(lambda: bool((stream := station.room.view.seen.stream) and stream.active))
    station.opened.webtv.mark("Photo").result()
    assert station.opened.webtv.chapters().result()[0].stream_s is not None


# What is seen of OBS


@dataclass
class Watching:
    watch: ObsWatch
    link: FakeLink
    clock: FakeClock
    heard: list[Any]

    def of(self, what: str) -> list[Any]:
        return [news for name, news in self.heard if name == what]


@pytest.fixture
def watching() -> Watching:
    link, clock, heard = FakeLink(), FakeClock(), list[Any]()
    ears = Ears(
        lambda seen: heard.append(("seen", seen)),
        lambda inputs: heard.append(("levels", inputs)),
        lambda picture: heard.append(("picture", picture)),
        lambda name, began_ms: heard.append(("output", (name, began_ms))),
    )
    return Watching(ObsWatch(link, ears, clock), link, clock, heard)


def test_the_programme_is_asked_for_once_a_look_and_not_again_before_it_came(watching: Watching) -> None:
    watching.link.answers["GetSourceScreenshot"] = {"imageData": PICTURE}
    watching.link.become(READY)
    watching.watch.look()
    assert watching.of("picture") == [b"jpeg"]
    watching.link.silent_on.add("GetSourceScreenshot")
    before = watching.link.asked.count("GetSourceScreenshot")
    for _ in range(5):
        watching.watch.look()
    assert watching.link.asked.count("GetSourceScreenshot") == before + 1


def test_the_picture_follows_the_scene_on_programme(watching: Watching) -> None:
    watching.link.become(READY)
    watching.link.happen("CurrentProgramSceneChanged", {"sceneName": "Scène 2"})
    assert watching.watch.seen.scene == "Scène 2"


def test_meters_are_told_ten_times_a_second_and_keep_their_peaks(watching: Watching) -> None:
    def meters(peak: float) -> None:
        said = {"inputName": "Micro 1", "inputLevelsMul": [[peak, peak, peak]]}
        watching.link.happen("InputVolumeMeters", {"inputs": [said]})

    meters(0.1)
    for _ in range(20):
        watching.clock.later(0.05)
        meters(0.1)
    assert len(watching.of("levels")) == 11
    watching.clock.later(0.05)
    meters(1.0)
    watching.clock.later(0.05)
    meters(0.1)
    assert watching.of("levels")[-1][0].peak_db == 0.0


def test_what_obs_alone_knows_is_forgotten_when_it_leaves(watching: Watching) -> None:
    watching.link.become(READY)
    assert watching.watch.seen.stream is not None
    watching.link.become(AWAY)
    assert watching.watch.seen == Seen()
    assert watching.of("picture")[-1] is None


def test_an_output_is_told_once_and_again_when_it_ends(watching: Watching) -> None:
    watching.link.become(READY)
    watching.link.studio.ask("StartRecord", {})
    watching.watch.look()
    watching.watch.look()
    watching.link.studio.ask("StopRecord", {})
    watching.watch.look()
    told = watching.of("output")
    assert [(name, began is None) for name, began in told] == [("record", False), ("record", True)]


# Rules


def test_a_pause_of_the_recording_moves_second_0_of_its_chapters() -> None:
    before = output({"outputActive": True, "outputDuration": 60_000}, 1_000_000)
    after = output({"outputActive": True, "outputDuration": 70_000}, 1_100_000)
    assert before == Output(True, 940_000)
    assert is_other(before, after)
    assert not is_other(before, replace(before, began_ms=941_000))
    assert not is_other(None, Output())


def test_dropped_frames_are_those_of_the_last_minute() -> None:
    samples: tuple[Frames, ...] = ()
    for second in range(120):
        samples = recent(samples, Frames(second * 1000, 100 if second < 50 else 100 + second - 50, second * 30))
    assert dropped(samples) == pytest.approx(60 / 1800)


def test_counters_that_start_again_start_the_minute_again() -> None:
    samples = recent((Frames(0, 50, 1000),), Frames(1000, 0, 30))
    assert samples == (Frames(1000, 0, 30),)
    assert dropped(samples) == 0.0


@pytest.mark.parametrize(
    ("health", "name", "level"),
    [
        (Health(20, 200_000, 0.0), "dropped", "ok"),
        (Health(20, 200_000, 0.01), "dropped", "warn"),
        (Health(20, 200_000, 0.06), "dropped", "bad"),
        (Health(80, 200_000, 0.0), "cpu", "warn"),
        (Health(95, 200_000, 0.0), "cpu", "bad"),
        (Health(20, 15_000, 0.0), "disk", "warn"),
        (Health(20, 2_000, 0.0), "disk", "bad"),
    ],
)
def test_lamps_warn_before_it_is_too_late(health: Health, name: str, level: str) -> None:
    lit = {lamp.name: lamp.level for lamp in lamps(READY, health, (), 0)}
    assert lit[name] == level


def test_lamps_of_what_nobody_knows_are_out() -> None:
    lit = {lamp.name: lamp.level for lamp in lamps(AWAY, Health(1, 1, 1), (), 0)}
    assert lit == {"obs": "bad", "dropped": "off", "cpu": "off", "disk": "off", "sound": "off"}


# The operator's own scenes


def with_scenes(station: Station) -> Station:
    """The show is armed, and OBS has a scene for before it and one for its labels."""
    opened, studio = station.opened, station.link.studio
    for scene in ("Salle", "Labels"):
        studio.ask("CreateScene", {"sceneName": scene})
    station.room.choose_scenes(MomentScenes(True, False, {"waiting": "Salle", "award": "Labels"}))
    station.link.become(READY)
    opened.stage.documents.save(ShowDocument(PALMARES, RUNDOWN))
    opened.stage.open().result()
    opened.stage.press(engine.arm).result()
    return station


def jump_to_award(station: Station) -> None:
    stage = station.opened.stage
    stage.jump("s-havre").result()
    stage.standby().result()
    assert not stage.go().result().refusal


def test_obs_goes_to_the_scene_of_the_moment_after_the_overlays(station: Station) -> None:
    with_scenes(station)
    station.heard.until(lambda: station.link.studio.now.program == "Salle")
    jump_to_award(station)
    station.heard.until(lambda: station.link.studio.now.program == "Labels")
    assert on_air(station) == {"award"}


def test_the_scene_of_the_moment_is_the_operator_s_when_the_stage_is_not_followed(station: Station) -> None:
    station.opened.webtv.set_mode("prepare").result()
    station.heard.until(lambda: station.room.view.wanted_epoch > 0)
    with_scenes(station)
    jump_to_award(station)
    last = station.opened.webtv.view().result().air.epoch
    station.heard.until(lambda: station.room.view.wanted_epoch == last)
    assert station.link.studio.now.program == "Scene"


def test_a_scene_that_obs_has_not_is_a_problem_until_another_moment_comes_right(station: Station) -> None:
    with_scenes(station)
    station.heard.until(lambda: station.link.studio.now.program == "Salle")
    station.link.studio.now.scenes.pop("Labels")
    jump_to_award(station)
    station.heard.until(lambda: any("« Labels »".replace(" ", "\u202f") in each for each in station.room.view.problems))
    assert on_air(station) == {"award"}
    station.link.studio.ask("SetCurrentProgramScene", {"sceneName": "Scene"})
    station.heard.until(lambda: station.room.view.problems == ())


def test_a_scene_that_was_renamed_is_kept_even_when_the_disk_refuses(opened: OpenEdition, tmp_path: Path) -> None:
    def refuse(_wanted: MomentScenes) -> None:
        raise StorageError("webtv_not_saved", "Les réglages n’ont pas pu s’écrire.")

    made = station_on(opened, tmp_path / "images")
    room = ControlRoom(
        opened.webtv,
        replace(made.room._parts, moments=MomentScenes(True, False, {"award": "Labels"}), keep_moments=refuse),
        made.heard.ears(),
        FakeClock(),
    )
    made.link.happen("SceneNameChanged", {"oldSceneName": "Labels", "sceneName": "Remise"})
    assert room.moments.wanted.scenes == {"award": "Remise"}
    assert room.view.problems == ("Les réglages n’ont pas pu s’écrire.",)
    with pytest.raises(StorageError):
        room.choose_scenes(MomentScenes())
    assert room.moments.wanted.on, "what could not be kept is not done"


# What the station remembers


def test_one_setting_saved_leaves_the_others(tmp_path: Path) -> None:
    station_file.save(tmp_path, replace(station_file.load(tmp_path), adopted={"places": {}}))
    wanted = MomentScenes(True, True, {"pause": "Plan large"})
    station_file.change(tmp_path, moments=wanted.to_json())
    station_file.change(tmp_path, address="ws://10.0.0.2:4455")
    kept = station_file.load(tmp_path)
    assert (kept.address, kept.adopted) == ("ws://10.0.0.2:4455", {"places": {}})
    assert MomentScenes.from_json(kept.moments) == wanted


def test_the_address_of_the_pages_survives_a_restart_and_a_damaged_file(tmp_path: Path) -> None:
    settings = station_file.load(tmp_path)
    station_file.save(tmp_path, replace(settings, address="ws://10.0.0.2:4455", adopted={"places": {}}))
    assert station_file.load(tmp_path) == replace(settings, address="ws://10.0.0.2:4455", adopted={"places": {}})
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / station_file.FILE).stat().st_mode) == 0o600
    (tmp_path / station_file.FILE).write_text('{"port": "x", "token": 3, "address": []}', encoding="utf-8")
    again = station_file.load(tmp_path)
    assert (again.port, again.address) == (station_file.DEFAULT_PORT, station_file.DEFAULT_ADDRESS)
    assert len(again.token) >= 22


class MemoryKeyring:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service_name: str, username: str) -> str | None:
        return self.kept.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self.kept[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        del self.kept[service_name, username]


def no_keyring() -> MemoryKeyring:
    raise RuntimeError("no keyring here")


def test_the_password_is_in_the_keyring_and_nowhere_else(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    password = ObsPassword("ws://127.0.0.1:4455", lambda: keyring, tmp_path)
    assert password.kept() == ""
    password.keep("dix-huit")
    assert password.kept() == "dix-huit"
    assert list(tmp_path.iterdir()) == []
    assert "dix-huit" not in repr(password)


def test_without_a_keyring_the_password_is_in_a_file_of_its_owner_alone(tmp_path: Path) -> None:
    password = ObsPassword("ws://127.0.0.1:4455", no_keyring, tmp_path / "obs")
    password.keep("dix-huit")
    assert password.kept() == "dix-huit"
    (file,) = (tmp_path / "obs").iterdir()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    keyring = MemoryKeyring()
    ObsPassword("ws://127.0.0.1:4455", lambda: keyring, tmp_path / "obs").keep("neuf")
    assert not file.exists(), "the keyring has it now"
