"""Sentences that a person reads, written in French where they arise. The interface knows them by their form, and says
them in its own language (``ui.language.spoken``); everything else takes them for the text that they are.
"""

from collections.abc import Iterable


class Sentence(str):
    """A sentence made of ``form``, which ``assets/translations`` knows, and of what was put into it."""

    __slots__ = ("form", "values")
    form: str
    values: tuple[str | int | float, ...]


def say(form: str, *values: object) -> Sentence:
    """``form`` with ``{0}``, ``{1}``… replaced by ``values``; those may be sentences too.

    ``assets/translations/build.py`` finds every form written as a literal here.
    """
    # Errors, paths, addresses as their text: a sentence keeps nothing alive.
    known = tuple(value if isinstance(value, str | int | float) else str(value) for value in values)
    said = Sentence(form.format(*known))
    said.form, said.values = form, known
    return said


def say_of(number: int, one: str, many: str, *values: object) -> Sentence:
    """``one`` or ``many``, of which ``{0}`` is the number and ``{1}``… the values. Zero is one in French."""
    return say(one if number < 2 else many, number, *values)


def sentence(text: str) -> Sentence:
    """``text`` as it is: what the core says as a whole is known by itself."""
    return text if isinstance(text, Sentence) else say(text.replace("{", "{{").replace("}", "}}"))


def quoted(name: object) -> Sentence:
    """« name », “name”."""
    return say("« {0} »", name)


def joined(parts: Iterable[object], between: str = ", ") -> Sentence:
    """Sentences one after the other."""
    parts = tuple(parts)
    return say(between.join(f"{{{place}}}" for place in range(len(parts))), *parts)
