import socket
import threading
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.fakes import FakePrinter
from vi_events.checkin.escpos_job import BAND_ROWS, raster_job
from vi_events.checkin.printers import PAPERS, STATES, Printer, open_printer
from vi_events.errors import DeviceError

PATIENCE_S = 0.3


def picture(width: int = 384, height: int = 560) -> Image.Image:
    image = Image.new("1", (width, height), 1)
    draw = ImageDraw.Draw(image)
    draw.line((0, 0, width - 1, height - 1), fill=0)
    draw.rectangle((8, 3, 29, BAND_ROWS + 1), fill=0)
    return image


JOB = raster_job(picture())


def test_job_is_reset_then_rasters_then_feed_and_partial_cut() -> None:
    image = Image.new("1", (16, 2), 1)
    image.putpixel((0, 0), 0)
    image.putpixel((15, 1), 0)
    assert raster_job(image) == b"\x1b@" + b"\x1dv0\x00\x02\x00\x02\x00" + b"\x80\x00\x00\x01" + b"\x1dVB\x00"
    assert raster_job(image, cut=False).endswith(b"\x80\x00\x00\x01")


def test_bands_hold_at_most_the_rows_a_small_printer_takes() -> None:
    job = raster_job(Image.new("1", (8, BAND_ROWS * 2 + 1), 1), cut=False)
    assert job.count(b"\x1dv0\x00\x01\x00" + BAND_ROWS.to_bytes(2, "little")) == 2
    assert job.endswith(b"\x1dv0\x00\x01\x00\x01\x00\x00")


@pytest.mark.parametrize("image", [Image.new("L", (16, 2)), Image.new("1", (15, 2))])
def test_only_whole_bytes_of_one_bit_dots_make_a_job(image: Image.Image) -> None:
    with pytest.raises(ValueError, match="multiple of 8"):
        raster_job(image)


def test_printer_shows_every_dot_of_the_badge_and_confirms() -> None:
    with FakePrinter() as fake:
        printer = open_printer(fake.url, PATIENCE_S * 10)
        assert printer.send(JOB).state == "confirmed"
        assert printer.send(raster_job(picture(576, 800))).state == "confirmed"
        assert [page.size for page in fake.pages] == [(384, 560), (576, 800)]
        assert fake.pages[0].tobytes() == picture().tobytes()
        assert fake.cuts == 2


def test_low_paper_is_said_and_prints() -> None:
    with FakePrinter("paper_low") as fake:
        printer = open_printer(fake.url, PATIENCE_S * 10)
        status = printer.check()
        assert (status.online, status.paper, status.cover) == (True, "low", "closed")
        assert "bientôt fini" in status.text
        assert printer.send(JOB).state == "confirmed"


def test_no_paper_refuses_before_any_data() -> None:
    with FakePrinter("paper_out") as fake:
        printer = open_printer(fake.url, PATIENCE_S * 10)
        status = printer.check()
        assert (status.online, status.paper) == (False, "out")
        state = printer.send(JOB)
        assert state.state == "failed"
        assert "papier" in state.reason
        assert fake.pages == []


def test_paper_that_ends_during_the_job_leaves_it_unknown() -> None:
    with FakePrinter("runs_out") as fake:
        state = open_printer(fake.url, PATIENCE_S).send(JOB)
        assert state.state == "unknown"
        assert "papier" in state.reason


def test_link_closed_mid_job_is_unknown_never_a_success() -> None:
    with FakePrinter("closes_mid_job") as fake:
        printer = open_printer(fake.url, PATIENCE_S * 10)
        assert printer.check().online
        state = printer.send(JOB)
        assert state.state == "unknown"
        assert "est-il sorti" in state.reason
        assert fake.pages == []


def test_silence_is_a_failure_not_plenty_of_paper() -> None:
    with FakePrinter("never_answers") as fake:
        printer = open_printer(fake.url, PATIENCE_S)
        status = printer.check()
        assert (status.online, status.paper, status.cover) == (False, "unknown", "unknown")
        assert printer.send(JOB).state == "failed"
        assert fake.pages == []


def test_refused_connection_says_what_to_check() -> None:
    with FakePrinter("refuses") as fake:
        printer = open_printer(fake.url, PATIENCE_S)
        assert "allumée" in printer.check().text
        state = printer.send(JOB)
        assert state.state == "failed"
        assert "refusée" in state.reason


def test_status_nobody_asked_for_is_not_taken_for_a_reply() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def talkative() -> None:
            connection, _ = server.accept()
            with connection:
                for _ in range(4):
                    connection.recv(3)
                    connection.sendall(b"\x10\x0c\x60\x0f" + b"\x11" + b"\x12")

        thread = threading.Thread(target=talkative)
        thread.start()
        status = open_printer(f"tcp://127.0.0.1:{server.getsockname()[1]}", PATIENCE_S * 10).check()
        thread.join()
    assert (status.online, status.paper) == (True, "ok")


def test_file_keeps_jobs_one_after_another(tmp_path: Path) -> None:
    roll = tmp_path / "badges é.bin"
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


@pytest.mark.parametrize("url", ["ftp://imprimante", "imprimante", "usb://04b8:0e15", ""])
def test_unsupported_address_lists_the_supported_ones(url: str) -> None:
    with pytest.raises(DeviceError) as caught:
        open_printer(url)
    assert caught.value.code == "printer_url_unsupported"
    assert "tcp://" in caught.value.advice


@pytest.mark.parametrize("url", ["tcp://", "tcp://:9100", "tcp://hote:0", "tcp://hote:99999", "tcp://h:x", "file:"])
def test_incomplete_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(DeviceError) as caught:
        open_printer(url)
    assert caught.value.code == "printer_url_invalid"


def check_contract(printer: Printer) -> None:
    status = printer.check()
    assert status.paper in PAPERS
    assert status.cover in ("open", "closed", "unknown")
    assert status.text.endswith(".")
    state = printer.send(JOB)
    assert state.state in STATES
    assert bool(state.reason) == (state.state in ("failed", "unknown"))


@pytest.mark.parametrize("mode", ["ok", "paper_low", "paper_out", "closes_mid_job", "never_answers", "refuses"])
def test_network_printer_keeps_the_contract(mode: str) -> None:
    with FakePrinter(mode) as fake:
        check_contract(open_printer(fake.url, PATIENCE_S))


def test_file_and_null_keep_the_contract(tmp_path: Path) -> None:
    check_contract(open_printer((tmp_path / "badges.bin").as_uri()))
    check_contract(open_printer("null:"))
