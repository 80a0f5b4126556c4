"""A part shown before it has a parent is a window of its own: it flashes, and takes the keyboard away."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, shown: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(shown, QWidget) and shown.isWindow():
            self.seen.append(type(shown).__name__)
        return False


@contextmanager
def windows_shown() -> Iterator[list[str]]:
    """The class of every window that is shown meanwhile."""
    app, watch = QCoreApplication.instance(), _Watch()
    assert app is not None
    app.installEventFilter(watch)
    try:
        yield watch.seen
    finally:
        app.removeEventFilter(watch)
