"""Looking at a long name as the audience will read it, before approving it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vi_events.stage.stop_frames import DONE, stop_frame
from vi_events.stage.stops import CompiledStop
from vi_events.stage.theme import Theme
from vi_events.ui.surfaces.painting import frame_image
from vi_events.ui.theme import BASE_PX
from vi_events.ui.widgets.form import FormDialog
from vi_events.ui.widgets.panel import Text

_PICTURE = QSize(1920, 1080)
_SHOWN = QSize(960, 540)


class CardPicture(QWidget):
    """The last picture of a stop, drawn as on the public screen."""

    def __init__(self, stop: CompiledStop, theme: Theme) -> None:
        super().__init__()
        last = stop_frame(stop, len(stop.steps) - 1, DONE, counted_ms=0)
        self.image: QImage = frame_image(last, _PICTURE, theme)
        self.setMinimumSize(_SHOWN)
        self.setAccessibleName(self.tr("La carte telle que la salle la verra"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QRectF(left, top, size.width(), size.height()), self.image)


class SignDialog(FormDialog):
    """Accepted: the name was seen, and is well so."""

    def __init__(self, text: str, stop: CompiledStop, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Un nom à regarder"), self.tr("Vu, c’est bien"), parent)
        self.picture = CardPicture(stop, theme)
        said, advice = Text(BASE_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        said.setText(text)
        advice.setText(self.tr("Se lit-il du fond de la salle\u202f? Sinon, donnez à ce label une forme courte."))
        for part in (said, self.picture, advice):
            self.body.addWidget(part, 1 if part is self.picture else 0)
        self.accept_button.setFocus()
