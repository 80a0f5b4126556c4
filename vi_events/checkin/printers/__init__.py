"""Printers behind one door: what they say of themselves, and what became of a job.

The links are spoken here, byte by byte: a library that takes an empty reply for « plenty of paper » and a closed link
for success cannot tell a printed badge from a lost one.
"""

from vi_events.checkin.printers.address import parse
from vi_events.checkin.printers.contract import PAPERS, STATES, Printer, PrinterStatus, PrintState

__all__ = ["PAPERS", "STATES", "PrintState", "Printer", "PrinterStatus", "open_printer"]


def open_printer(url: str, timeout_s: float = 5) -> Printer:
    """The printer at ``url`` (the forms are in ``address.FORMS``). Nothing is opened yet.

    ``timeout_s``: how long a printer may keep silent. Raises DeviceError ``printer_url_unsupported``,
    ``printer_url_invalid`` or ``printer_profile_unknown``.
    """
    from vi_events.checkin.printers.transports import TRANSPORTS  # with the first printer, not with the program

    address = parse(url)
    return TRANSPORTS[address.scheme](address, timeout_s)
