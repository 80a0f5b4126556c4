"""Ending while other stations depend on this one: asked first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_parts import AskDialog, VerbButton

if TYPE_CHECKING:
    from vi_events.ui.stations.news import NetworkNews


class QuitDialog(AskDialog):
    """Hand over, stop all the same, or stay; staying is what Enter and Escape do."""

    def __init__(self, refusal: str, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("D’autres postes dépendent de celui-ci"),
            (
                refusal,
                self.tr("Si vous arrêtez quand même, chacun continue seul et ne voit plus les passages des autres."),
            ),
            self.tr("Confier l’hébergement…"),
            parent,
        )
        self.stop_button = VerbButton(self.tr("Arrêter quand même"))
        self.body.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.cancel_button.setFocus()


class QuitGuard(QObject):
    """Watches the windows of the program: the last one does not close unasked."""

    hand_over_requested = Signal()

    def __init__(self, news: NetworkNews, window: QWidget) -> None:
        super().__init__(window)
        self._news, self._window = news, window
        self._watched: list[QWidget] = []
        self._going: QWidget | None = None
        self._dialog: QuitDialog | None = None

    def watch(self, window: QWidget) -> None:
        """A window that keeps the program alive while it is open."""
        self._watched.append(window)
        window.destroyed.connect(lambda: self._watched.remove(window))
        window.installEventFilter(self)

    def unless_needed(self, go_on: Callable[[], object], parent: QWidget | None = None) -> None:
        """Goes on, at once or when the person says so, with what ends this station's hosting."""
        refusal = self.refusal()
        if not refusal:
            go_on()
            return
        if self._dialog is not None and self._dialog.isVisible():
            return
        self._dialog = dialog = QuitDialog(refusal, parent or self._window)
        dialog.accepted.connect(self.hand_over_requested)
        dialog.stop_button.clicked.connect(dialog.reject)
        dialog.stop_button.clicked.connect(lambda: go_on())
        dialog.open()

    def refusal(self) -> str:
        """Why hosting should not end now; empty when it may."""
        news = self._news
        hosting = news.network is not None and news.view is not None and news.view.hosting
        return spoken(news.network.quit_refusal()) if hosting and news.network is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.Close or not isinstance(watched, QWidget) or watched is self._going:
            return False
        if any(other.isVisible() for other in self._watched if other is not watched) or not self.refusal():
            return False
        event.ignore()
        self.unless_needed(lambda: self._close(watched), watched)
        return True

    def _close(self, window: QWidget) -> None:
        self._going = window
        window.close()
        self._going = None
