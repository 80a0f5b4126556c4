"""One window for an edition: a second launch raises the first."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 500


def raise_other(folder: Path) -> bool:
    """Asks the window that holds the edition to come forward; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(b"raise")
    socket.waitForBytesWritten(_WAIT_MS)
    socket.disconnectFromServer()
    return True


def listen(folder: Path, raised: Callable[[], None], parent: QObject) -> QLocalServer:
    """Calls ``raised`` whenever another launch asks for this edition."""
    QLocalServer.removeServer(_name(folder))
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def asked() -> None:
        server.nextPendingConnection()
        raised()

    server.newConnection.connect(asked)
    server.listen(_name(folder))
    return server


def _name(folder: Path) -> str:
    return "vi-events-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
