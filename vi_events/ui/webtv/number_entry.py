"""The number of a speaker as it is typed: « 12 », « 1 + 2 » for two voices. Pure."""

from collections.abc import Sequence

DIGITS = {str(digit): str(digit) for digit in range(10)}
AZERTY = dict(zip("&é\"'(-è_çà§!", "123456789068", strict=True))
"""The row of figures of a French keyboard without Shift; the last two are where Apple's differ."""
JOINTS = ("+", " ")
FORGOTTEN_AFTER_MS = 6_000
"""A number that nobody confirmed must not surprise anybody a minute later."""
_LONGEST = 3


class NumberEntry:
    """Times in milliseconds, by any clock."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at_ms = 0
        self._proposed = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """One number or two; empty when there is nothing to take."""
        numbers = tuple(int(part) for part in self._parts if part)
        return numbers if len(numbers) == len(self._parts) else ()

    @property
    def text(self) -> str:
        """What was typed, as it is shown."""
        return " + ".join(self._parts)

    def press(self, character: str, now_ms: int) -> bool:
        """Adds a figure or « + »; False when the character is none of them."""
        digit = DIGITS.get(character) or AZERTY.get(character)
        if digit is not None:
            if self._proposed or not self._parts:
                self._parts = [""]
            if len(self._parts[-1]) < _LONGEST:
                self._parts[-1] += digit
        elif character in JOINTS and self._parts and self._parts[-1]:
            # « 1 + 2 » proposed, then « + »: the first one stays.
            self._parts = [self._parts[0], ""]
        else:
            return False
        self._at_ms, self._proposed = now_ms, False
        return True

    def propose(self, numbers: Sequence[int], now_ms: int) -> None:
        """As if typed; the next figure starts anew."""
        self._parts = [str(number) for number in numbers]
        self._at_ms, self._proposed = now_ms, True

    def expire(self, now_ms: int) -> bool:
        """Forgets what was typed too long ago; whether it did."""
        if not self._parts or now_ms - self._at_ms < FORGOTTEN_AFTER_MS:
            return False
        self.clear()
        return True

    def clear(self) -> None:
        self._parts = []
        self._proposed = False
