"""Every way to a printer."""

from collections.abc import Callable

from vi_events.checkin.printers import cups, file, serial_port, tcp, usb, windows
from vi_events.checkin.printers.address import Address
from vi_events.checkin.printers.contract import Printer

TRANSPORTS: dict[str, Callable[[Address, float], Printer]] = {
    "tcp": tcp.printer,
    "usb": usb.printer,
    "serial": serial_port.printer,
    "cups": cups.CupsPrinter,
    "win": windows.WindowsPrinter,
    "file": file.FilePrinter,
    "null": file.NullPrinter,
}
