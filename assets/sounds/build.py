"""Synthesises the sounds of the desk beside this file: ``python assets/sounds/build.py``. Standard library only.

Soft sines under 1 kHz with rounded edges: heard in a hall, bearable a thousand times. Told apart by their melody, not
by pitch alone: rising, repeated, falling, single.
"""

import array
import math
import sys
import wave
from pathlib import Path

RATE_HZ = 44_100
_PEAK = 0.5
_EDGE_S = 0.012
# (frequency in Hz, 0 for silence; duration in seconds), one after the other.
SOUNDS: dict[str, tuple[tuple[float, float], ...]] = {
    "admitted": ((523.25, 0.11), (783.99, 0.22)),
    "attention": ((587.33, 0.11), (0.0, 0.05), (587.33, 0.11), (0.0, 0.05), (587.33, 0.16)),
    "refused": ((311.13, 0.17), (207.65, 0.34)),
    "neutral": ((440.0, 0.09),),
}


def samples(notes: tuple[tuple[float, float], ...]) -> "array.array[int]":
    """The notes as signed 16-bit mono samples."""
    made = array.array("h")
    for frequency_hz, duration_s in notes:
        count = round(duration_s * RATE_HZ)
        for index in range(count):
            at_s = index / RATE_HZ
            left_s = duration_s - at_s
            edge = min(1.0, at_s / _EDGE_S, left_s / _EDGE_S)
            fade = math.exp(-2.5 * at_s / duration_s)
            # A little of the octave keeps low notes audible on the small speaker of a laptop.
            tone = math.sin(2 * math.pi * frequency_hz * at_s) + 0.3 * math.sin(4 * math.pi * frequency_hz * at_s)
            made.append(round(32_767 * _PEAK * edge * fade * tone / 1.3))
    return made


def main() -> None:
    """Writes one WAV file for each sound."""
    for name, notes in SOUNDS.items():
        data = samples(notes)
        if sys.byteorder == "big":
            data.byteswap()
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            file.writeframes(data.tobytes())


if __name__ == "__main__":
    main()
