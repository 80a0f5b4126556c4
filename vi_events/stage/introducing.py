"""How people of a delegation are introduced: « Inès Morvan, qui représente le maire ». Pure."""

from vi_events.edition.text import fold
from vi_events.stage.room import InRoom


def introduced(person: InRoom) -> tuple[str, str]:
    """The name, and what follows it in a sentence: « , maire », « , qui représente Paul Delattre », or nothing."""
    function = within(person.function)
    if person.replaces:
        represents = f"qui représente {person.replaces}"
    elif fold(function).startswith("represente "):
        represents, function = f"qui {function}", ""
    else:
        represents = ""
    return person.name, "".join(f", {part}" for part in (function, represents) if part)


def present(people: tuple[InRoom, ...]) -> tuple[InRoom, ...]:
    """Those who are in the room, in the order of ``in_room``."""
    return tuple(person for person in people if person.since_ms is not None)


def within(words: str) -> str:
    """Words in the middle of a sentence: « Maire » becomes « maire », « DGS » stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def sentence(words: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    begun = words[:1].upper() + words[1:]
    return begun if begun.endswith((".", "!", "?", "…")) else f"{begun}."
