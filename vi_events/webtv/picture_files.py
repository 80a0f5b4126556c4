"""The two image files that OBS shows in turn when it has no browser source.

While one is shown the other is written; OBS is then told to change, so it never reads half a picture. Their names
tell nothing, and they hold only what is on air: what comes next is never written.
"""

import io
from pathlib import Path

from PIL import Image

from vi_events.errors import DeviceError
from vi_events.private_files import write_whole
from vi_events.sentences import say

NAMES = ("overlay-a.tga", "overlay-b.tga")


class PictureFiles:
    """One thread at a time. After a restart both files are what they were."""

    def __init__(self, folder: Path) -> None:
        """Writes nothing yet; ``folder`` is made with the first picture."""
        self._paths = tuple(folder / name for name in NAMES)
        self._shown = 1

    def write(self, picture: Image.Image) -> Path:
        """The file to show now, which holds ``picture`` whole. A picture of nothing empties the other one too.

        DeviceError ``picture_unwritten`` when the disk refuses: what OBS shows is still whole.
        """
        self._shown = 1 - self._shown
        fresh, old = self._paths[self._shown], self._paths[1 - self._shown]
        content = _encoded(picture)
        try:
            fresh.parent.mkdir(parents=True, exist_ok=True)
            write_whole(fresh, content)
            if picture.getbbox() is None:
                write_whole(old, content)
        except OSError as problem:
            self._shown = 1 - self._shown
            raise DeviceError(
                "picture_unwritten",
                say("L’habillage n’a pas pu être écrit dans «\u202f{0}\u202f». OBS garde le précédent.", fresh.parent),
                "Libérez de la place sur le disque, ou vérifiez les droits de ce dossier.",
            ) from problem
        return fresh


def _encoded(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    # Plates are long runs of one colour. As a PNG, which OBS reads no sooner, this takes five times as long: more than
    # a frame.
    picture.save(file, "TGA", compression="tga_rle")
    return file.getvalue()
