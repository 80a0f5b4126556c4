"""The embargo on the webtv: nothing of a later stop leaves the stage, for a page, for OBS, in a file or in a log."""

import http.client
import io
import json
import logging
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import websocket
from PIL import Image, ImageChops

from tests.canaries import CANARIES, PASSPHRASE, SECRETS, document, nowhere
from tests.ceremony import Ceremony, Go, ceremony
from tests.fake_obs import FakeObs
from vi_events.stage.documents import EditionDocuments
from vi_events.stage.theme import default_theme
from vi_events.ui.webtv.station import PICTURES, overlay_theme
from vi_events.webtv.obs_setup import OVERLAYS
from vi_events.webtv.obs_socket import ObsSocket
from vi_events.webtv.overlays import KINDS
from vi_events.webtv.pages import ALL
from vi_events.webtv.picture_files import NAMES
from vi_events.webtv.pictures import render

THEME = overlay_theme(default_theme())
UNSAID = [secret for secret in SECRETS if "mention" not in secret.casefold()]
"""What is never shown to the audience; a mention is, with its award."""


@dataclass
class Outside:
    """Whoever listens: a page of each kind, its sockets, and all that is sent to OBS."""

    base_url: str
    to_obs: list[str]
    sockets: list[websocket.WebSocket] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)

    def connect(self) -> None:
        url = urlsplit(self.base_url)
        for page in (ALL, *KINDS):
            address = f"ws://{url.netloc}{url.path}/ws?page={page}"
            self.sockets.append(websocket.create_connection(address, timeout=10, origin=f"http://{url.netloc}"))

    def hear(self, epoch: int) -> None:
        """Until every socket has heard of that epoch."""
        for each in self.sockets:
            while True:
                said = each.recv()
                assert isinstance(said, str)
                self.frames.append(said)
                if json.loads(said).get("snapshot", {}).get("epoch", -1) >= epoch:
                    break

    def pages(self) -> str:
        """What a browser gets when it opens each page now."""
        url = urlsplit(self.base_url)
        found = ""
        for page in (ALL, *KINDS):
            connection = http.client.HTTPConnection(url.netloc, timeout=10)
            connection.request("GET", f"{url.path}/{page}")
            found += connection.getresponse().read().decode()
            connection.close()
        return found

    def close(self) -> None:
        for each in self.sockets:
            each.close()


@pytest.fixture
def to_obs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every frame that leaves for OBS."""
    sent: list[str] = []
    send = ObsSocket.send

    def heard(wire: ObsSocket, frame: bytes) -> None:
        sent.append(frame.decode())
        send(wire, frame)

    monkeypatch.setattr(ObsSocket, "send", heard)
    return sent


@pytest.fixture(params=[True, False], ids=["pages", "pictures"])
def obs(request: pytest.FixtureRequest) -> Iterator[FakeObs]:
    with FakeObs("secret", browser_source=request.param) as obs:
        yield obs


def test_what_was_not_announced_is_nowhere_on_the_webtv(
    obs: FakeObs, to_obs: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.NOTSET)
    revealed = list[str]()
    with (
        ExitStack() as stack,
        ceremony(tmp_path / "data", document(), (obs.url, obs.password), PASSPHRASE) as show,
    ):
        outside = Outside(show.base_url, to_obs)
        stack.callback(outside.close)
        outside.connect()
        set_up(show)
        for number, name in enumerate(CANARIES[:6], 1):
            # STANDBY, and what this station prepares in memory, come before it.
            go = show.go_to_award()
            revealed.append(name)
            outside.hear(go.air.epoch)
            show.wait_for_obs("aligned")
            said = "".join([*outside.frames, *outside.to_obs, outside.pages(), whole_of(obs)])
            assert name in "".join(outside.frames)
            nothing_of(said, CANARIES[number:])
            pictures_hold_what_is_on_air(show, go)
            nowhere(tmp_path, CANARIES[number:])
        show.opened.webtv.hide_all().result()
        show.opened.stage.jump(go.view.revision.stops[-1].id).result()
        outside.hear(show.opened.webtv.view().result().air.epoch)
    said = "".join([*outside.frames, *outside.to_obs, caplog.text, whole_of(obs)])
    nothing_of(said, [*CANARIES[6:], *UNSAID])
    nowhere(tmp_path, [*CANARIES[6:], *UNSAID])
    # Names are for pages only: pictures have none, nor has OBS any item or setting with one.
    nothing_of("".join(outside.to_obs) + caplog.text + whole_of(obs), [*CANARIES, "Mention Canarimention"])


def set_up(show: Ceremony) -> None:
    show.wait_for_obs("not_set_up")
    show.room.set_up()
    show.wait_for_obs("aligned")


def whole_of(obs: FakeObs) -> str:
    """Scenes, items and settings, as OBS holds them."""
    studio = obs.studio
    scenes = [each["sceneName"] for each in studio.ask("GetSceneList", {})["scenes"]]
    assert OVERLAYS in scenes
    items = [studio.ask("GetSceneItemList", {"sceneName": scene}) for scene in scenes]
    names = {item["sourceName"] for scene in items for item in scene["sceneItems"]} - set(scenes)
    settings = [studio.ask("GetInputSettings", {"inputName": name}) for name in sorted(names)]
    return json.dumps([scenes, items, settings], ensure_ascii=False)


def nothing_of(said: str, secrets: list[str]) -> None:
    assert [secret for secret in secrets if secret in said or json.dumps(secret).strip('"') in said] == []


def pictures_hold_what_is_on_air(show: Ceremony, go: Go) -> None:
    """In turn, once the award is in one of them: the other shows one announced before. With pages there are none."""
    folder = show.opened.folder / PICTURES
    if show.room.view.link.browser_source:
        assert not folder.exists()
        return
    wanted = render(go.air, THEME)
    show.until(lambda: any(is_same(picture, wanted) for picture in pictures(folder)))
    announced = [render(air, THEME) for air in show.aired]
    for picture in pictures(folder):
        assert any(is_same(picture, each) for each in announced)
    assert {each.name for each in folder.iterdir()} <= set(NAMES)


def pictures(folder: Path) -> list[Image.Image]:
    return [Image.open(io.BytesIO((folder / name).read_bytes())) for name in NAMES if (folder / name).exists()]


def is_same(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one.convert("RGBA"), other).getbbox(alpha_only=False) is None


def test_the_sealed_show_leaves_no_name_in_the_webtv_file(tmp_path: Path) -> None:
    with ceremony(tmp_path / "data", document(), secret=PASSPHRASE) as show:
        assert EditionDocuments(show.opened.folder).state == "sealed"
        nowhere(tmp_path, CANARIES)
        assert (show.opened.folder / "webtv.json").exists()
