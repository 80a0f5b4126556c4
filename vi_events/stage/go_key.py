"""Which presses of the GO key count: not those that a held key repeats, nor a second one by the same gesture. Pure."""

from dataclasses import dataclass

REARM_MS = 400
"""After a GO and after the key came up again, before another counts."""

DISCARDED = {
    "repeat": "touche tenue",
    "not_released": "touche pas encore relâchée",
    "too_soon": "trop tôt",
}
"""Why a press was discarded, in words."""


@dataclass(slots=True)
class GoKey:
    """The key as it was last seen. Times are milliseconds of a clock that never goes back."""

    down: bool = False
    accepted_ms: int | None = None

    def press(self, at_ms: int, auto_repeat: bool = False) -> str:
        """Empty when the press counts; otherwise why it does not (a key of ``DISCARDED``)."""
        if auto_repeat:
            return "repeat"
        if self.down:
            return "not_released"
        self.down = True
        if not self.is_armed(at_ms):
            return "too_soon"
        self.accepted_ms = at_ms
        return ""

    def release(self) -> None:
        self.down = False

    def is_armed(self, at_ms: int) -> bool:
        """Whether enough time has passed for another press to count."""
        return self.accepted_ms is None or at_ms - self.accepted_ms >= REARM_MS
