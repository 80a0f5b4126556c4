"""The tray under a printer: whose badges lie in it, as somebody sees who picks them up."""

from collections import Counter

import zxingcpp
from PIL import Image

from tests.fakes import FakePrinter
from vi_events.app import OpenEdition
from vi_events.edition import people


class Tray:
    """``owners`` says whose each ticket code is."""

    def __init__(self, printer: FakePrinter, owners: dict[str, str]) -> None:
        self._printer = printer
        self._owners = owners
        self._read: list[str] = []

    def badges(self) -> Counter[str]:
        """How many badges of each attendee have come out."""
        for page in self._printer.pages[len(self._read) :]:
            self._read.append(self._owners[ticket_code(page)])
        return Counter(self._read)


def ticket_codes(opened: OpenEdition) -> dict[str, str]:
    """The ticket code of everybody on the list -> their attendee id."""
    known = opened.core.call(lambda store: store.states_of_type("attendee"))
    return {str(state.data["code"]): subject.removeprefix(people.PREFIX) for subject, state in known}


def ticket_code(badge: Image.Image) -> str:
    """What the badge's QR code says; ValueError when it does not read."""
    found = zxingcpp.read_barcodes(badge.convert("L"), zxingcpp.BarcodeFormat.QRCode)
    if len(found) != 1:
        raise ValueError(f"{len(found)} codes on a badge")
    return str(found[0].text)
