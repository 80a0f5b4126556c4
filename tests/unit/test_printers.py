"""Printers, whatever cable leads to them: each fault gives the same answer, and never a lie."""

import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import usb.core  # type: ignore[import-untyped]
from PIL import Image, ImageDraw

from tests.fakes import PRINTER_MODES, FakePrinter, FakeSerialPrinter, FakeUsbPrinter
from vi_events.checkin.escpos_job import BAND_ROWS, raster_job
from vi_events.checkin.printers import PAPERS, STATES, Printer, open_printer, two_way
from vi_events.checkin.printers.two_way import TwoWayPrinter
from vi_events.errors import DeviceError

PATIENCE_S = 0.3
Fake = FakePrinter | FakeSerialPrinter | FakeUsbPrinter


def picture(width: int = 384, height: int = 280) -> Image.Image:
    image = Image.new("1", (width, height), 1)
    draw = ImageDraw.Draw(image)
    draw.line((0, 0, width - 1, height - 1), fill=0)
    draw.rectangle((8, 3, 29, BAND_ROWS + 1), fill=0)
    return image


JOB = raster_job(picture())
OUTCOMES = {
    "ok": ("confirmed", "", 1),
    "paper_low": ("confirmed", "", 1),
    "paper_out": ("failed", "papier", 0),
    "runs_out": ("unknown", "papier", 0),
    "runs_out_after": ("unknown", "papier", 1),
    "cover_open": ("failed", "capot", 0),
    "closes_mid_job": ("unknown", "est-il sorti", 0),
    "resets": ("unknown", "est-il sorti", 0),
    "stalls": ("unknown", "est-il sorti", 0),
    "never_answers": ("failed", "ne répond pas", 0),
    "answers_late": ("failed", "ne répond pas", 0),
    "answers_garbage": ("failed", "autre chose qu’un état", 0),
    "sends_asb": ("confirmed", "", 1),
    "no_gs_r": ("confirmed", "", 1),
    "slow": ("confirmed", "", 1),
    "refuses": ("failed", "introuvable", 0),
    "power_cycles": ("unknown", "est-il sorti", 0),
}
"""State, a word of the sentence, and pages at the printer."""


@pytest.fixture(params=["tcp", "serial", "usb"])
def made(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Fake]:
    """Makes a fake printer at the end of each kind of cable."""

    def make_usb(mode: str) -> FakeUsbPrinter:
        fake = FakeUsbPrinter(mode)
        monkeypatch.setattr(usb.core, "find", fake.find)
        return fake

    kinds: dict[str, Callable[[str], Fake]] = {"tcp": FakePrinter, "serial": FakeSerialPrinter, "usb": make_usb}
    return kinds[request.param]


def check_contract(printer: Printer) -> None:
    status = printer.check()
    assert status.paper in PAPERS
    assert status.cover in ("open", "closed", "unknown")
    assert status.text.endswith(".")
    state = printer.send(JOB)
    assert state.state in STATES
    assert bool(state.reason) == (state.state in ("failed", "unknown"))
    assert not state.reason or state.reason[-1] in ".?"


def test_every_fault_has_its_outcome() -> None:
    assert OUTCOMES.keys() == PRINTER_MODES.keys()


@pytest.mark.parametrize("mode", OUTCOMES)
def test_a_job_is_said_to_be_what_it_became(made: Callable[[str], Fake], mode: str) -> None:
    state, word, pages = OUTCOMES[mode]
    with made(mode) as fake:
        found = open_printer(fake.url, PATIENCE_S).send(JOB)
        assert (found.state, len(fake.pages)) == (state, pages)
        assert word in found.reason


@pytest.mark.parametrize("mode", OUTCOMES)
def test_a_printer_keeps_the_contract_in_every_fault(made: Callable[[str], Fake], mode: str) -> None:
    with made(mode) as fake:
        check_contract(open_printer(fake.url, PATIENCE_S))


@pytest.mark.parametrize("mode", OUTCOMES)
def test_the_next_job_prints_once_the_fault_is_over(made: Callable[[str], Fake], mode: str) -> None:
    with made(mode) as fake:
        open_printer(fake.url, PATIENCE_S).send(JOB)
        before = OUTCOMES[mode][2]
        fake.mode = "ok"
        kept = 1 if mode == "runs_out" else 0
        assert open_printer(fake.url, PATIENCE_S * 10).send(JOB).state == "confirmed"
        assert len(fake.pages) == before + kept + 1


@pytest.mark.parametrize("size", [(384, 560), (576, 800)])
def test_the_printer_shows_every_dot_of_the_badge(made: Callable[[str], Fake], size: tuple[int, int]) -> None:
    badge = picture(*size)
    with made("ok") as fake:
        assert open_printer(fake.url, PATIENCE_S * 10).send(raster_job(badge)).state == "confirmed"
        assert fake.pages[0].size == size
        assert fake.pages[0].tobytes() == badge.tobytes()
        assert fake.cuts == 1


@pytest.mark.parametrize(
    ("mode", "online", "paper", "cover", "word"),
    [
        ("ok", True, "ok", "closed", "prête"),
        ("paper_low", True, "low", "closed", "bientôt fini"),
        ("paper_out", False, "out", "closed", "papier"),
        ("cover_open", False, "ok", "open", "capot"),
        ("never_answers", False, "unknown", "unknown", "ne répond pas"),
        ("refuses", False, "unknown", "unknown", "allumée"),
        ("sends_asb", True, "ok", "closed", "prête"),
    ],
)
def test_check_says_how_the_printer_is_and_prints_nothing(
    made: Callable[[str], Fake], mode: str, online: bool, paper: str, cover: str, word: str
) -> None:
    with made(mode) as fake:
        status = open_printer(fake.url, PATIENCE_S).check()
        assert (status.online, status.paper, status.cover) == (online, paper, cover)
        assert word in status.text
        assert fake.pages == []


def test_a_patient_desk_waits_for_a_late_answer(made: Callable[[str], Fake]) -> None:
    with made("answers_late") as fake:
        fake.late_s = 0.05
        assert open_printer(fake.url, PATIENCE_S * 10).send(JOB).state == "confirmed"


def test_the_job_s_own_number_confirms_it_where_the_model_gives_one(made: Callable[[str], Fake]) -> None:
    with made("ok") as fake:
        url = fake.url + ("&" if "?" in fake.url else "?") + "profile=tm-t20iii"
        assert open_printer(url, PATIENCE_S).send(JOB).state == "confirmed"
        fake.mode = "no_gs_r"
        found = open_printer(url, PATIENCE_S).send(JOB)
        assert (found.state, len(fake.pages)) == ("unknown", 2)
        assert "pas confirmé" in found.reason


def test_a_printer_that_cannot_confirm_is_watched_while_it_prints(made: Callable[[str], Fake]) -> None:
    """280 rows at 60 mm/s take 0.58 s: no answer of ours may come before."""
    with made("no_gs_r") as fake:
        started = time.monotonic()
        url = fake.url + ("&" if "?" in fake.url else "?") + "profile=settle-80"
        assert open_printer(url, PATIENCE_S).send(JOB).state == "confirmed"
        assert time.monotonic() - started > 280 / (8 * 60)


def test_trouble_while_it_prints_leaves_the_job_unknown() -> None:
    for mode in ("runs_out", "power_cycles"):
        with FakePrinter(mode) as fake:
            found = open_printer(fake.url + "?profile=settle-80", PATIENCE_S).send(JOB)
            assert (found.state, fake.pages) == ("unknown", [])


def test_a_printer_that_hangs_up_is_told_at_once_and_is_not_well() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(3)

        thread = threading.Thread(target=hang_up)
        thread.start()
        started = time.monotonic()
        status = open_printer(f"tcp://127.0.0.1:{server.getsockname()[1]}", 30).check()
        thread.join()
    assert time.monotonic() - started < 5
    assert not status.online
    assert "a coupé la liaison" in status.text


class LateCable:
    """A printer that says « through » for the job before while it takes this one, then has no paper for it."""

    bytes_per_s = 1e6

    def __init__(self) -> None:
        self.said = bytearray()
        self.taken = 0

    def write(self, data: bytes, timeout_s: float) -> None:  # noqa: ARG002
        if data[:2] == b"\x10\x04":
            out = self.taken and data[2] == 4
            self.said += b"\x72" if out else b"\x12"
        elif data[:2] != b"\x1dr":
            self.taken += len(data)
            self.said += b"\x00"

    def read(self, timeout_s: float) -> bytes:  # noqa: ARG002
        said = bytes(self.said)
        self.said.clear()
        return said

    def close(self) -> None:
        pass


def test_the_acknowledgement_of_an_earlier_job_confirms_nothing() -> None:
    model = open_printer("tcp://hote").profile
    cable = LateCable()
    found = TwoWayPrinter("hote", lambda: cable, model, PATIENCE_S).send(JOB)
    assert cable.taken == len(JOB)
    assert found.state == "unknown"


def test_file_keeps_jobs_one_after_another(tmp_path: Path) -> None:
    roll = tmp_path / "badges é ?#.bin"
    printer = open_printer(roll.as_uri())
    assert printer.send(JOB).state == "sent"
    assert printer.send(JOB).state == "sent"
    assert roll.read_bytes() == JOB + JOB


def test_file_in_a_missing_folder_fails_and_says_where(tmp_path: Path) -> None:
    printer = open_printer((tmp_path / "absent" / "badges.bin").as_uri())
    assert not printer.check().online
    state = printer.send(JOB)
    assert state.state == "failed"
    assert "absent" in state.reason


def test_a_device_that_takes_nothing_is_not_waited_for(tmp_path: Path) -> None:
    fifo = tmp_path / "lp0"
    os.mkfifo(fifo)
    assert open_printer(fifo.as_uri(), PATIENCE_S).send(JOB).state == "failed", "nobody reads"
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    try:
        large = raster_job(picture(576, 2000))
        assert open_printer(fifo.as_uri(), PATIENCE_S).send(large).state == "unknown", "it took a part"
        assert open_printer(fifo.as_uri(), PATIENCE_S).send(large).state == "failed", "it took nothing"
    finally:
        os.close(reader)


def test_file_and_null_keep_the_contract(tmp_path: Path) -> None:
    check_contract(open_printer((tmp_path / "badges.bin").as_uri()))
    check_contract(open_printer("null:"))


def test_a_usb_printer_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeUsbPrinter() as fake:
        monkeypatch.setattr(usb.core, "find", fake.find)
        assert open_printer(fake.url, PATIENCE_S).send(JOB).state == "confirmed"
        assert fake.device is not None
        assert fake.device.claimed == 0


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (usb.core.NoBackendError("No backend available"), "libusb"),
        (usb.core.USBError("Access denied", errno=13), "interdite"),
        (usb.core.USBError("Resource busy", errno=16), "autre programme"),
        (usb.core.USBError("Pipe error", errno=32), "rebranchez"),
    ],
)
def test_usb_trouble_says_what_to_do(monkeypatch: pytest.MonkeyPatch, error: Exception, word: str) -> None:
    def find(**_: object) -> None:
        raise error

    monkeypatch.setattr(usb.core, "find", find)
    printer = open_printer("usb://04b8:0202", PATIENCE_S)
    assert word in printer.check().text
    assert printer.send(JOB).state == "failed"


# Addresses


@pytest.mark.parametrize("url", ["ftp://imprimante", "imprimante", "", "tcp", "://", "tcp://[::1", "\0", "x" * 10_000])
def test_unsupported_address_lists_the_supported_ones(url: str) -> None:
    with pytest.raises(DeviceError) as caught:
        open_printer(url)
    assert caught.value.code == "printer_url_unsupported"
    assert "tcp://" in caught.value.advice
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "url",
    [
        "tcp://",
        "tcp://:9100",
        "tcp://hote:0",
        "tcp://hote:99999",
        "tcp://hote:-1",
        "tcp://h:x",
        "tcp://une imprimante:9100",
        "tcp://" + "h" * 64,
        "tcp://" + "h" * 10_000,
        "tcp://a..b",
        "tcp://moi@hote",
        "tcp://hote/page",
        "tcp://hote#9100",
        "tcp://hote?vitesse=1",
        "tcp://hote%00",
        "usb://",
        "usb://zz",
        "usb://04b8",
        "usb://04b8:02022",
        "usb://٠٤ب٨:0202",
        "serial://",
        "serial:///",
        "serial:///dev/ttyS0?baud=vite",
        "serial:///dev/ttyS0?baud=0",
        "serial:///dev/ttyS0?baud=²",
        "serial://COM3",
        "cups://",
        "cups://-o",
        "cups://deux%20files",
        "win://",
        "file:",
        "file:///a%00b",
        "file://ailleurs/badges.bin",
    ],
)
def test_an_impossible_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(DeviceError) as caught:
        open_printer(url)
    assert caught.value.code == "printer_url_invalid"
    assert "://" in caught.value.advice
    assert len(str(caught.value)) < 300


def test_an_unknown_model_names_those_that_look_like_it() -> None:
    with pytest.raises(DeviceError) as caught:
        open_printer("tcp://hote?profile=tm-t88w")
    assert caught.value.code == "printer_profile_unknown"
    assert "tm-t88v" in caught.value.advice


@pytest.mark.parametrize(
    ("profile", "width", "cutter", "ack"),
    [
        ("", 576, "partial", "gs_r"),
        ("?profile=generic-58", 384, "none", "gs_r"),
        ("?profile=tm-t88v", 512, "partial", "process_id"),
        ("?profile=TM-T88V", 512, "partial", "process_id"),
        ("?profile=zj-5870", 384, "none", "gs_r"),
        ("?profile=tm-p80-42col", 544, "partial", "process_id"),
    ],
)
def test_the_model_tells_width_cutter_and_acknowledgement(profile: str, width: int, cutter: str, ack: str) -> None:
    found = open_printer(f"tcp://hote{profile}").profile
    assert (found.width_dots, found.cutter, found.ack) == (width, cutter, ack)


def test_displays_and_dot_matrix_are_no_badge_printers() -> None:
    from vi_events.checkin.printers.profiles import ACKS, profiles

    known = profiles()
    assert not {"ocd-100", "af-240", "tm-u220", "default"} & known.keys()
    assert all(each.width_dots % 8 == 0 and each.ack in ACKS for each in known.values())


def test_a_model_that_can_is_asked_to_tell_when_its_paper_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(two_way, "_trouble", lambda _talk: "")  # nobody asks meanwhile: it must tell by itself
    with FakePrinter("runs_out") as printer:
        outcome = open_printer(f"{printer.url}?profile=tm-m30", 1).send(JOB)
        assert printer.tells_of_paper
        assert (outcome.state, "papier" in outcome.reason) == ("unknown", True)


def test_a_model_of_which_it_is_not_known_is_not_asked() -> None:
    with FakePrinter() as printer:
        assert open_printer(printer.url, 1).send(JOB).state == "confirmed"
        assert not printer.tells_of_paper
