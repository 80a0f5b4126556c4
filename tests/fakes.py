"""Stand-ins for devices. Each passes the same contract tests as what it stands for."""

import socket
import threading
from types import TracebackType

from PIL import Image

PRINTER_MODES = ("ok", "paper_low", "paper_out", "runs_out", "closes_mid_job", "never_answers", "refuses")


class FakePrinter:
    """An ESC/POS printer on a real TCP port of this computer. ``pages`` holds what it printed, dot for dot.

    ``runs_out`` has paper until a job comes; ``refuses`` listens no longer.
    """

    def __init__(self, mode: str = "ok") -> None:
        if mode not in PRINTER_MODES:
            raise ValueError(mode)
        self._mode = mode
        self.pages: list[Image.Image] = []
        self.cuts = 0
        self._rows = b""
        self._row_bytes = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"tcp://127.0.0.1:{self._server.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "FakePrinter":
        if self._mode == "refuses":
            self._server.close()
        else:
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._mode == "refuses":
            return
        # close() alone does not wake accept() on Linux, and shutdown() alone does not on Windows: knock instead.
        self._mode = "stopped"
        try:
            socket.create_connection(self._server.getsockname(), 1).close()
        finally:
            self._server.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while self._mode != "stopped":
            connection, _ = self._server.accept()
            with connection, connection.makefile("rb") as received:
                try:
                    while self._mode != "stopped" and self._take_command(connection, received.read):
                        pass
                except OSError:
                    pass  # the other side hung up

    def _take_command(self, connection: socket.socket, read) -> bool:  # type: ignore[no-untyped-def]
        """Reads one command and obeys; False when the link ends."""
        head = read(2)
        if head == b"\x1b@":
            return True
        if head == b"\x10\x04":
            return self._answer(connection, self._now(read(1)[0]))
        if head == b"\x1dr":
            return read(1) == b"\x01" and (self._mode == "runs_out" or self._answer(connection, 0x00))
        if head == b"\x1dV":
            read(2)
            self._cut()
            return True
        if head == b"\x1dv":
            return self._raster(read)
        return False

    def _answer(self, connection: socket.socket, byte: int) -> bool:
        if self._mode != "never_answers":
            connection.sendall(bytes((byte,)))
        return True

    def _now(self, what: int) -> int:
        """Reply to DLE EOT ``what``: bits 1 and 4 always set."""
        out = self._mode == "paper_out" or (self._mode == "runs_out" and bool(self._rows or self.pages))
        if what == 4:
            return 0x72 if out else 0x1E if self._mode == "paper_low" else 0x12
        if what == 1:
            return 0x1A if out else 0x12
        return 0x32 if what == 2 and out else 0x12

    def _raster(self, read) -> bool:  # type: ignore[no-untyped-def]
        setting = read(6)
        self._row_bytes = int.from_bytes(setting[2:4], "little")
        size = self._row_bytes * int.from_bytes(setting[4:6], "little")
        if self._mode == "closes_mid_job":
            read(size // 2)
            return False
        self._rows += read(size)
        return True

    def _cut(self) -> None:
        size = (self._row_bytes * 8, len(self._rows) // self._row_bytes)
        self.pages.append(Image.frombytes("1", size, self._rows, "raw", "1;I"))
        self._rows = b""
        self.cuts += 1
