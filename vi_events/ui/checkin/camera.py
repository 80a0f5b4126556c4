"""A camera as a scanner: frames to QR codes, in a worker, ten times a second at most."""

import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QVideoFrame

FRAME_S = 0.1
GONE_S = 2.0
"""A code must have left the picture for this long before it counts again."""


class Sightings:
    """Says which codes are newly seen; time in seconds is given."""

    def __init__(self) -> None:
        self._last_seen: dict[str, float] = {}

    def fresh(self, texts: list[str], now_s: float) -> list[str]:
        """Those of ``texts`` not seen in the last ``GONE_S``."""
        self._last_seen = {text: seen for text, seen in self._last_seen.items() if now_s - seen < GONE_S}
        new = [text for text in dict.fromkeys(texts) if text not in self._last_seen]
        self._last_seen.update(dict.fromkeys(texts, now_s))
        return new


class CameraReader(QObject):
    """Decodes the frames of ``sink`` in a thread; a busy thread drops frames, it never queues them."""

    scan_read = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QVideoSink  # loaded only where a camera is used

        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._frame_came, Qt.ConnectionType.DirectConnection)
        self._sightings = Sightings()
        self._taken_s = 0.0
        self._frame: QVideoFrame | None = None
        self._wake = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def close(self, timeout_s: float = 2.0) -> None:
        """End the thread; waits for the frame in hand, ``timeout_s`` at most."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join(timeout_s)

    def _frame_came(self, frame: "QVideoFrame") -> None:
        now = time.monotonic()
        with self._wake:
            if now - self._taken_s < FRAME_S or self._frame is not None or not frame.isValid():
                return
            self._taken_s = now
            self._frame = frame
            self._wake.notify()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._closing or self._frame is not None)
                if self._closing or self._frame is None:
                    return
                frame = self._frame
            texts = _texts_in(frame.toImage())
            for text in self._sightings.fresh(texts, time.monotonic()):
                self.scan_read.emit(text)
            with self._wake:
                self._frame = None


class CameraPanel(QWidget):
    """Preview, choice of camera and a sentence of state; ``scan_read`` for each new code."""

    scan_read = Signal(str)

    def __init__(self, parent: QWidget | None = None, preferred: str = "") -> None:
        super().__init__(parent)
        self._preferred = preferred
        """Description of the camera used last time, taken again when it is there."""
        from PySide6.QtMultimedia import QMediaCaptureSession, QMediaDevices

        self.setWindowTitle(self.tr("Caméra"))

        self.reader = CameraReader(self)
        self.reader.scan_read.connect(self.scan_read)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.reader.sink)
        self._camera: QCamera | None = None
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Caméra"))
        self.preview = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self.preview.setMinimumSize(320, 180)
        self.preview.setAccessibleName(self.tr("Image de la caméra"))
        self.state = QLabel(self)
        self.state.setAccessibleName(self.tr("État de la caméra"))
        self.state.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choice)
        column.addWidget(self.preview, 1)
        column.addWidget(self.state)
        self.reader.sink.videoFrameChanged.connect(self._show)
        self._shown_s = 0.0
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.list_cameras)
        self.choice.activated.connect(self._start)
        self.list_cameras()

    def list_cameras(self) -> None:
        """Fill the choice with the cameras present; keeps the one in use when it is still there."""
        from PySide6.QtMultimedia import QMediaDevices

        current = self.choice.currentText() or self._preferred
        self.choice.clear()
        for device in QMediaDevices.videoInputs():
            self.choice.addItem(device.description(), device)
        self.choice.setEnabled(self.choice.count() > 0)
        if not self.choice.count():
            self.stop()
            self.state.setText(self.tr("Aucune caméra trouvée\u202f: branchez-en une, elle apparaîtra ici."))
            return
        self.choice.setCurrentIndex(max(0, self.choice.findText(current)))
        if self._camera is None or self.choice.currentText() != current:
            self._start()

    def stop(self) -> None:
        """Release the camera."""
        if self._camera is not None:
            self._camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # Qt takes a null camera, the stubs do not
            self._camera.deleteLater()
            self._camera = None
        self.preview.clear()

    def close_reader(self) -> None:
        """Release the camera and end the worker, before the window goes."""
        self.stop()
        self.reader.close()

    def _start(self) -> None:
        from PySide6.QtMultimedia import QCamera

        self.stop()
        self._camera = QCamera(self.choice.currentData(), self)
        self._camera.errorOccurred.connect(self._failed)
        self._session.setCamera(self._camera)
        self.state.setText(self.tr("Présentez le billet devant la caméra."))
        self._camera.start()

    def _failed(self, _error: object, reason: str) -> None:
        self.state.setText(
            self.tr(
                "La caméra ne démarre pas\u202f: {reason}. Fermez l’autre programme qui l’utilise "
                "ou choisissez une autre caméra."
            ).format(reason=reason.rstrip("."))
        )

    def _show(self, frame: "QVideoFrame") -> None:
        now = time.monotonic()
        if now - self._shown_s < FRAME_S or not self.isVisible() or not frame.isValid():
            return
        self._shown_s = now
        picture = frame.toImage().scaled(self.preview.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self.preview.setPixmap(QPixmap.fromImage(picture))


def _texts_in(image: QImage) -> list[str]:
    import zxingcpp

    if image.isNull():
        return []
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits = memoryview(grey.constBits()).cast("B")
    view = zxingcpp.ImageView(bits, grey.width(), grey.height(), zxingcpp.ImageFormat.Lum, grey.bytesPerLine())
    return [
        found.text
        for found in zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        if found.text
    ]
