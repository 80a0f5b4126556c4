"""A frame as the audience reads it, in words: for scripts, for screen readers, for the log of a rehearsal. Pure."""

from vi_events.edition.text import fold
from vi_events.stage.stops import Frame

AROBASE = "@"


def screen_text(shown: Frame) -> str:
    """One line for each thing that can be read; empty when the screen is black or clear."""
    if shown.kind in ("black", "clear"):
        return ""
    card = shown.card
    people = card.laureates
    read: list[str] = ["RÉPÉTITION"] if shown.watermark else []
    if shown.kind == "award" and people:
        laureate = people[0]
        read.append(AROBASE * int(shown.arobases))
        read += [laureate.name] if shown.name > 0 else []
        below = [*map(mention_words, laureate.mentions), *laureate.distinctions]
        read += [laureate.place, laureate.progress, *below] if shown.details > 0 else []
    elif shown.kind == "roll_call":
        read += [card.title, *(f"{AROBASE * each.level} {each.name}" for each in people[: int(shown.calls)])]
    elif shown.kind == "mention":
        read += [mention_words(card.title), card.subtitle]
        read += [each.name for each in people] if shown.details > 0 else []
    else:
        read += [card.title, card.subtitle, *card.people]
    if shown.photo:
        read.append("Photo")
    return "\n".join(line for line in read if line)


def mention_words(name: str) -> str:
    """A special mention by its name: « Mention Numérique éducatif »."""
    return name if fold(name).startswith("mention ") else f"Mention {name}"
