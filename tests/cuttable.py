"""A TCP proxy whose cable can be pulled: between a station and the hub in tests."""

import select
import socket
import threading
from contextlib import suppress


class Cable:
    """Forwards connections to ``(host, port)``. ``cut`` resets them and refuses new ones, ``freeze`` lets them hang."""

    def __init__(self, host: str, port: int) -> None:
        self._target = host, port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        self._whole = threading.Event()
        self._whole.set()
        self._flows = threading.Event()
        self._flows.set()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        self._whole.clear()
        with self._guard:
            for end in self._open:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def lead(self, host: str, port: int) -> None:
        """From now on it leads elsewhere; whoever speaks through it is reset."""
        self._target = host, port
        whole = self._whole.is_set()
        self.cut()
        if whole:
            self.mend()

    def mend(self) -> None:
        self._whole.set()
        self._flows.set()

    def freeze(self) -> None:
        self._flows.clear()

    def close(self) -> None:
        self.cut()
        self._flows.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # wakes whoever waits in accept
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        target = self._target
        try:
            far = socket.create_connection(target, 5)
        except OSError:
            near.close()
            return
        with near, far:
            for end in (near, far):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._guard:
                if not self._whole.is_set() or target != self._target:
                    return
                self._open |= {near, far}
            with suppress(OSError, ValueError):
                self._pump(near, far)
            with self._guard:
                self._open -= {near, far}

    def _pump(self, near: socket.socket, far: socket.socket) -> None:
        other = {near: far, far: near}
        while True:
            for end in select.select([near, far], [], [])[0]:
                data = end.recv(65536)
                self._flows.wait()
                if not data or not self._whole.is_set():
                    return
                other[end].sendall(data)
