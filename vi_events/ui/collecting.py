"""Cycles of objects are collected in the GUI thread only.

Python looks for them in whatever thread happens to make the next object. A widget or a timer that is part of one would
then be destroyed in that thread, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_DEEPER = 10
"""Each generation is looked through after so many turns of the one before."""


class Collector(QObject):
    """Takes the place of Python's own collecting, as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._turns = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Looks through the youngest objects, and now and then through older ones; nothing while few are new."""
        young, middle, _ = gc.get_threshold()
        if gc.get_count()[0] < young:
            return
        self._turns += 1
        if self._turns % (_DEEPER * middle) == 0:
            gc.collect(2)
        else:
            gc.collect(1 if self._turns % _DEEPER == 0 else 0)
