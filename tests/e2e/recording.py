"""What a recording of OBS shows: ffmpeg decodes it, and each frame is told by the picture that it is nearest to."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

FPS = 30
SIZE = (480, 270)
"""Small enough to compare thousands of frames, large enough to tell two names apart."""
MISSING = "ffmpeg n’est pas installé ici (apt-get install ffmpeg)."


@dataclass(frozen=True, slots=True)
class Run:
    """Frames that follow each other and show the same."""

    first: int
    count: int
    shows: int
    """The number of the picture."""
    distance: float
    """How far the worst of them is from it, in levels of 0 to 255 for each pixel and colour."""


def is_installed() -> bool:
    return shutil.which("ffmpeg") is not None


def over(picture: Image.Image, ground: str) -> Image.Image:
    """A picture with transparency as a recording shows it, over one colour."""
    whole = Image.new("RGBA", picture.size, ground)
    whole.alpha_composite(picture)
    return whole.convert("RGB").resize(SIZE, Image.Resampling.BOX)


def frames(file: Path) -> Iterator[Image.Image]:
    """Every frame, ``FPS`` of them for each second."""
    wide, high = SIZE
    wanted = ["-vf", f"fps={FPS},scale={wide}:{high}:flags=area", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    command = ["ffmpeg", "-loglevel", "error", "-i", str(file), *wanted]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as decoding:
        assert decoding.stdout is not None
        while len(raw := decoding.stdout.read(wide * high * 3)) == wide * high * 3:
            yield Image.frombytes("RGB", SIZE, raw)
    assert decoding.returncode == 0


def distance(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, in levels of 0 to 255 for each pixel and colour."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def runs(file: Path, pictures: Sequence[Image.Image]) -> list[Run]:
    """The recording as the pictures that it shows one after the other."""
    told = []
    for number, frame in enumerate(frames(file)):
        far = [distance(frame, picture) for picture in pictures]
        told.append((far.index(min(far)), min(far), number))
    found = []
    for shows, group in groupby(told, key=lambda one: one[0]):
        same = list(group)
        found.append(Run(same[0][2], len(same), shows, max(far for _, far, _ in same)))
    return found


def box_of(picture: Image.Image, color: str) -> tuple[int, int, int, int] | None:
    """Where the colour stands in the picture, give or take what the encoder makes of it."""
    flat = Image.new("RGB", picture.size, color)
    far = max_of(ImageChops.difference(picture, flat))
    return far.point(lambda level: 255 if level < 48 else 0).getbbox()


def max_of(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
