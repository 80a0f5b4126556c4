"""Windows without a display, with the fonts of the project."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from vi_events.ui import theme


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, dressed as in production."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply_theme(app)
    return app


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """What a test opened is gone before the next: hundreds of forgotten widgets make every later one slower."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for window in app.topLevelWidgets():
            if window.parent() is None:
                window.close()
                window.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
