"""Printers on USB, without a driver: ``usb://04b8:0202`` (vendor and product, hexadecimal).

pyusb is used as it is: python-escpos resets the device when it opens it, guesses its endpoints, and logs errors
instead of raising them.
"""

import contextlib
import re
from typing import Any

from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import Printer
from vi_events.checkin.printers.conversation import LinkLostError
from vi_events.checkin.printers.two_way import TwoWayPrinter, UnreachableError
from vi_events.sentences import say

PRINTER_CLASS = 7
_FULL_SPEED_BYTES_PER_S = 500_000.0
_ENDPOINT_IN = 0x80
_PACKET = 512


def printer(address: Address, timeout_s: float) -> Printer:
    """Raises DeviceError ``printer_url_invalid``."""
    numbers = re.fullmatch(r"([0-9a-f]{4}):([0-9a-f]{4})", address.place, re.IGNORECASE | re.ASCII)
    if not numbers or address.path.strip("/"):
        raise address.invalid(say("ne donne pas les deux numéros de l’appareil, quatre chiffres hexadécimaux chacun"))
    vendor, product = (int(number, 16) for number in numbers.groups())
    return TwoWayPrinter(address.place, lambda: _open(vendor, product, address.place), address.profile, timeout_s)


def _open(vendor: int, product: int, name: str) -> "_UsbLink":
    try:
        import usb.core  # type: ignore[import-untyped]
    except ImportError as error:
        raise UnreachableError(say("L’USB direct demande le module « pyusb »\u202f: installez-le.")) from error
    try:
        device = usb.core.find(idVendor=vendor, idProduct=product)
        if device is None:
            raise UnreachableError(
                say("L’imprimante USB {0} est introuvable\u202f: vérifiez qu’elle est allumée et branchée.", name)
            )
        return _UsbLink(device)
    except usb.core.NoBackendError as error:
        raise UnreachableError(say("L’USB direct demande la bibliothèque « libusb »\u202f: installez-la.")) from error
    except (usb.core.USBError, NotImplementedError) as error:
        raise UnreachableError(_refused(name, getattr(error, "errno", None))) from error


def _refused(name: str, number: int | None) -> str:
    if number == 13:
        return say("L’imprimante USB {0} est interdite à ce compte\u202f: sous Linux, il faut une règle udev.", name)
    if number == 16:
        return say("L’imprimante USB {0} est tenue par un autre programme ou par CUPS\u202f: fermez-le.", name)
    return say("L’imprimante USB {0} ne s’ouvre pas\u202f: débranchez-la puis rebranchez-la.", name)


class _UsbLink:
    """The printer interface of a device, claimed, its kernel driver put aside until the end."""

    bytes_per_s = _FULL_SPEED_BYTES_PER_S

    def __init__(self, device: Any) -> None:
        import usb.core
        import usb.util  # type: ignore[import-untyped]

        self._device = device
        self._timeout, self._errors = usb.core.USBTimeoutError, (usb.core.USBError, NotImplementedError)
        interface = next(
            (each for each in device.get_active_configuration() if each.bInterfaceClass == PRINTER_CLASS), None
        )
        ends = list(interface) if interface is not None else []
        ways = {bool(each.bEndpointAddress & _ENDPOINT_IN): each.bEndpointAddress for each in ends}
        if interface is None or len(ways) < 2:
            raise UnreachableError(say("Cet appareil USB n’est pas une imprimante qui répond\u202f: passez par CUPS."))
        self._in, self._out = ways[True], ways[False]
        self._number = interface.bInterfaceNumber
        self._detached = False
        with contextlib.suppress(NotImplementedError):  # only libusb on Linux has kernel drivers to put aside
            if device.is_kernel_driver_active(self._number):
                device.detach_kernel_driver(self._number)
                self._detached = True
        usb.util.claim_interface(device, self._number)
        with contextlib.suppress(LinkLostError):
            while self.read(0):  # what it said to whoever asked before
                pass

    def write(self, data: bytes, timeout_s: float) -> None:
        try:
            self._device.write(self._out, data, _milliseconds(timeout_s))
        except self._timeout as error:
            raise LinkLostError(say("ne prend plus de données")) from error
        except self._errors as error:
            raise LinkLostError(say("ne répond plus sur son câble")) from error

    def read(self, timeout_s: float) -> bytes:
        try:
            return bytes(self._device.read(self._in, _PACKET, _milliseconds(timeout_s)))
        except self._timeout:
            return b""
        except self._errors as error:
            raise LinkLostError(say("ne répond plus sur son câble")) from error

    def close(self) -> None:
        import usb.util

        with contextlib.suppress(*self._errors):
            usb.util.release_interface(self._device, self._number)
            if self._detached:
                self._device.attach_kernel_driver(self._number)
        with contextlib.suppress(*self._errors):
            usb.util.dispose_resources(self._device)


def _milliseconds(seconds: float) -> int:
    """libusb takes 0 for « for ever »."""
    return max(1, round(seconds * 1000))
