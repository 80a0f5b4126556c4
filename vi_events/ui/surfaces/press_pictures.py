"""Pictures for the press: every announced award as the audience saw it, wide and square."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageWriter

from vi_events.edition.text import fold
from vi_events.errors import UserError
from vi_events.files import make_folders, write_whole
from vi_events.stage.stops import Card, Frame, Laureate
from vi_events.stage.theme import Theme
from vi_events.ui.surfaces.painting import frame_image

SIZES = (QSize(1920, 1080), QSize(1080, 1080))
_LONGEST_NAME = 60


def write_press_pictures(
    folder: Path, announced: Sequence[Mapping[str, Any]], header: str, theme: Theme
) -> Iterator[Path]:
    """Writes the pictures of each award into ``folder`` (made if need be), one at each step, and gives its path.

    ``announced`` is what ``stage.announced.rows`` gives: what is not in it is under embargo, was withdrawn, or belongs
    to a rehearsal. Raises UserError ``nothing_announced`` or ``file_unwritable``.
    """
    if not announced:
        raise UserError(
            "nothing_announced",
            "Pas d’image\u202f: aucun label n’a été annoncé sur scène.",
            "Attendez la première annonce\u202f; celles d’une répétition ne comptent pas.",
        )
    make_folders(folder)
    for award in announced:
        for size in SIZES:
            yield _write(folder, award, header, theme, size)


def _write(folder: Path, award: Mapping[str, Any], header: str, theme: Theme, size: QSize) -> Path:
    path = folder / f"{_slug(award)}-{size.width()}x{size.height()}.png"
    write_whole(path, _png(frame_image(_frame(award, header), size, theme)))
    return path


def _frame(award: Mapping[str, Any], header: str) -> Frame:
    """The last frame of the award's own stop, also for one that was announced in a roll call."""
    laureate = Laureate(
        authority_id=award["authority_id"],
        name=award["authority"],
        place=award["place"],
        level=award["level"],
        progress=award["progress"],
        mentions=tuple(award["mentions"]),
        distinctions=tuple(award["distinctions"]),
        kind=award["kind"],
    )
    return Frame("award", Card("award", header, laureates=(laureate,)), arobases=float(laureate.level))


def _slug(award: Mapping[str, Any]) -> str:
    """« le-havre-76351 »: plain on every system, and not the same for two towns of one name."""
    return "-".join([*fold(award["authority"])[:_LONGEST_NAME].split(), *fold(award["authority_id"]).split()])


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
