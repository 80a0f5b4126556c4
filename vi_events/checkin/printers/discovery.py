"""Which printers there are: what is plugged in, on the network, or known to the system."""

import importlib
import subprocess
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from vi_events.checkin.printers.cups import command
from vi_events.checkin.printers.usb import PRINTER_CLASS
from vi_events.checkin.printers.windows import spooler
from vi_events.sentences import say

_RAW_PRINTERS = "_pdl-datastream._tcp.local."
"""Bonjour's name for printers that take raw data, mostly on port 9100."""
_WINDOWS_LOCAL_AND_SHARED = 2 | 4


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """``how`` it was found: ``serial``, ``usb``, ``network``, ``cups`` or ``windows``."""

    url: str
    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """``notes``: one French sentence for each place that could not be searched."""

    printers: tuple[FoundPrinter, ...]
    notes: tuple[str, ...]


class _NotSearchedError(Exception):
    """This place cannot be searched here. The message is a French sentence."""


def discover(timeout_s: float = 2.0) -> Discovery:
    """Looks everywhere at once; takes about ``timeout_s``. Whatever fails is a note, never an error."""
    printers: list[FoundPrinter] = []
    notes: list[str] = []
    with ThreadPoolExecutor(len(_SOURCES)) as pool:
        for name, searched in [(name, pool.submit(_search, look, timeout_s)) for name, look in _SOURCES.items()]:
            try:
                printers += searched.result()
            except _NotSearchedError as problem:
                notes.append(problem.args[0])
            except Exception as problem:  # noqa: BLE001 (each is a driver or a system that we do not know)
                notes.append(say("{0}\u202f: la recherche a échoué ({1}).", name, type(problem).__name__))
    return Discovery(tuple(dict.fromkeys(printers)), tuple(notes))


def _search(look: Callable[[float], Iterator[FoundPrinter]], timeout_s: float) -> list[FoundPrinter]:
    return list(look(timeout_s))


def _serial(_: float) -> Iterator[FoundPrinter]:
    from serial.tools import list_ports

    for port in sorted(list_ports.comports()):
        place = port.device if port.device.startswith("/") else f"/{port.device}"
        named = port.description and port.description != "n/a"
        yield FoundPrinter(f"serial://{quote(place)}", port.description if named else port.device, "serial")


def _usb(_: float) -> Iterator[FoundPrinter]:
    try:
        core: Any = importlib.import_module("usb.core")
        devices = list(core.find(find_all=True, custom_match=_is_printer))
    except ImportError as error:
        raise _NotSearchedError(say("USB direct\u202f: le module « pyusb » n’est pas installé.")) from error
    except core.NoBackendError as error:
        raise _NotSearchedError(say("USB direct\u202f: la bibliothèque « libusb » n’est pas installée.")) from error
    for device in devices:
        numbers = f"{device.idVendor:04x}:{device.idProduct:04x}"
        yield FoundPrinter(f"usb://{numbers}", _usb_name(device) or f"Imprimante USB {numbers}", "usb")


def _is_printer(device: Any) -> bool:
    return any(end.bInterfaceClass == PRINTER_CLASS for setting in device for end in setting)


def _usb_name(device: Any) -> str:
    try:
        words = (device.manufacturer, device.product)
    except (ValueError, OSError, NotImplementedError):  # not allowed to ask: its numbers will do
        return ""
    return " ".join(word.strip() for word in words if word)


def _network(timeout_s: float) -> Iterator[FoundPrinter]:
    import zeroconf

    names: list[str] = []

    def seen(name: str, state_change: zeroconf.ServiceStateChange, **_: Any) -> None:
        if state_change is zeroconf.ServiceStateChange.Added:
            names.append(name)

    try:
        asking = zeroconf.Zeroconf()
    except OSError as error:
        raise _NotSearchedError(say("Réseau\u202f: aucune interface ne répond.")) from error
    with asking:
        zeroconf.ServiceBrowser(asking, _RAW_PRINTERS, handlers=[seen])
        threading.Event().wait(timeout_s / 2)
        for name in list(names):
            told = asking.get_service_info(_RAW_PRINTERS, name, round(timeout_s * 500))
            addresses = told.parsed_addresses(zeroconf.IPVersion.V4Only) if told else []
            if told and addresses:
                where = f"tcp://{addresses[0]}:{told.port}"
                yield FoundPrinter(where, name.removesuffix("." + _RAW_PRINTERS), "network")


def _cups(timeout_s: float) -> Iterator[FoundPrinter]:
    try:
        told = command(["lpstat", "-e"], timeout_s)
    except FileNotFoundError as error:
        raise _NotSearchedError(say("CUPS n’est pas installé sur cet ordinateur.")) from error
    except subprocess.TimeoutExpired as error:
        raise _NotSearchedError(say("CUPS ne répond pas.")) from error
    for queue in told.stdout.decode("utf-8", "replace").split():
        yield FoundPrinter(f"cups://{quote(queue)}", queue, "cups")


def _windows(_: float) -> Iterator[FoundPrinter]:
    try:
        windows = spooler()
    except ImportError:
        return  # another system, whose printers CUPS knows
    for _flags, _about, queue, _comment in windows.EnumPrinters(_WINDOWS_LOCAL_AND_SHARED):
        yield FoundPrinter(f"win://{quote(queue)}", queue, "windows")


_SOURCES = {"Ports série": _serial, "USB direct": _usb, "Réseau": _network, "CUPS": _cups, "Windows": _windows}
