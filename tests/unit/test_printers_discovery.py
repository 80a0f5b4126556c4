"""Finding printers: each place gives addresses that open, and a place that fails is told, never an error."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import usb.core  # type: ignore[import-untyped]
import zeroconf
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from tests.fakes import FakeCups, FakeUsbPrinter
from vi_events.checkin.printers import discovery, open_printer
from vi_events.checkin.printers.discovery import FoundPrinter, discover

SERVICE = f"_vi{os.getpid()}._tcp.local."
"""A kind of our own: tests that run beside this one hear the same network."""
WAIT_S = 0.6


@pytest.fixture(autouse=True)
def nothing_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without any printer, whose network is itself alone."""
    on_itself = zeroconf.Zeroconf
    monkeypatch.setattr(zeroconf, "Zeroconf", lambda: on_itself(interfaces=["127.0.0.1"]))
    monkeypatch.setattr(discovery, "_RAW_PRINTERS", SERVICE)
    monkeypatch.setattr(usb.core, "find", lambda **_: [])
    monkeypatch.setattr(list_ports, "comports", list)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "win32print", None)


@pytest.fixture
def bonjour() -> Iterator[None]:
    """A printer that says its name on the network."""
    info = zeroconf.ServiceInfo(
        SERVICE, f"TM-m30 accueil.{SERVICE}", addresses=[socket.inet_aton("127.0.0.1")], port=9100
    )
    with zeroconf.Zeroconf() as told:
        told.register_service(info)
        yield


def test_a_computer_without_printers_finds_none_and_says_what_it_could_not_search() -> None:
    found = discover(WAIT_S)
    assert found.printers == ()
    assert found.notes == ("CUPS n’est pas installé sur cet ordinateur.",)


@pytest.mark.usefixtures("bonjour")
def test_a_printer_of_the_network_says_its_name() -> None:
    found = discover(4.0)  # a busy computer answers late
    assert found.printers == (FoundPrinter("tcp://127.0.0.1:9100", "TM-m30 accueil", "network"),)


def test_serial_ports_are_found_by_their_device(monkeypatch: pytest.MonkeyPatch) -> None:
    usb_cable, modem = ListPortInfo("/dev/ttyUSB0"), ListPortInfo("COM3")
    usb_cable.description = "FT232R USB UART"
    monkeypatch.setattr(list_ports, "comports", lambda: [usb_cable, modem])
    printers = discover(WAIT_S).printers
    assert printers == (
        FoundPrinter("serial:///dev/ttyUSB0", "FT232R USB UART", "serial"),
        FoundPrinter("serial:///COM3", "COM3", "serial"),
    )
    for each in printers:
        open_printer(each.url)


def test_usb_printers_are_found_by_their_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeUsbPrinter() as fake:
        monkeypatch.setattr(usb.core, "find", fake.find)
        assert discover(WAIT_S).printers == (FoundPrinter(fake.url, "EPSON TM-T20III", "usb"),)
        open_printer(fake.url)


def test_queues_of_cups_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeCups(tmp_path)
    fake.say("lpstat", "accueil\nréserve\n")
    monkeypatch.setenv("PATH", str(fake.folder))
    found = discover(5.0)
    assert [(each.url, each.name) for each in found.printers] == [
        ("cups://accueil", "accueil"),
        ("cups://r%C3%A9serve", "réserve"),
    ]
    assert found.notes == ()
    for each in found.printers:
        open_printer(each.url)


def test_queues_of_windows_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    queues = [(0, "", "EPSON TM-T20III Receipt", ""), (0, "", r"\\serveur\accueil", "")]
    monkeypatch.setitem(sys.modules, "win32print", SimpleNamespace(EnumPrinters=lambda _: queues))
    found = discover(WAIT_S).printers
    assert [each.name for each in found] == [queue for _, _, queue, _ in queues]
    for each in found:
        open_printer(each.url)


def test_a_place_that_breaks_is_told_and_the_others_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise usb.core.NoBackendError("No backend available")

    def worse() -> None:
        raise RuntimeError("no such tree")

    monkeypatch.setattr(usb.core, "find", broken)
    monkeypatch.setattr(list_ports, "comports", worse)
    notes = discover(WAIT_S).notes
    assert any("libusb" in note for note in notes)
    assert any("RuntimeError" in note for note in notes)
    assert any("CUPS" in note for note in notes)
