"""The errors a person may see. Expected outcomes are values, never exceptions (see checkin.verdicts)."""

from vi_events.sentences import joined, sentence


class ViError(Exception):
    """An expected failure with a stable code and one clear sentence for the person.

    ``code`` is part of the JSON contract of the command line; ``advice`` says what to do now.
    """

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        parts = [sentence(part) for part in (self.message, self.advice) if part]
        return joined(parts, " ")


class UserError(ViError):
    """Something asked for cannot be done: show it and go on."""


class DeviceError(ViError):
    """A scanner, printer or link is in trouble: its lamp shows it and the work goes on."""


class StorageError(ViError):
    """Nothing can be written safely: this station stops loudly."""
