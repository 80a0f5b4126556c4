"""Windows without a display, with the fonts of the project."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from vi_events.ui import theme


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The one application, dressed as in production."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply_theme(app)
    return app
