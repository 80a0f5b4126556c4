"""The differences between OBS and what is wanted, said to the operator."""

from collections.abc import Callable, Sequence

from vi_events.webtv.obs_plan import Change

_SENTENCES: dict[str, Callable[[Change], str]] = {
    "scene": lambda it: f"La scène «\u202f{it.scene}\u202f» manque dans cette collection.",
    "conflict": lambda it: (
        f"«\u202f{it.source}\u202f» existe dans OBS mais n’est pas ce qu’il faut\u202f: donnez-lui un autre nom."
    ),
    "input": lambda it: f"La source «\u202f{it.source}\u202f» manque.",
    "item": lambda it: f"«\u202f{it.source}\u202f» manque dans la scène «\u202f{it.scene}\u202f».",
    "settings": lambda it: f"Les réglages de «\u202f{it.source}\u202f» ont changé ({', '.join(it.wanted)}).",
    "place": lambda it: f"«\u202f{it.source}\u202f» a été déplacé ou redimensionné dans «\u202f{it.scene}\u202f».",
    "order": lambda it: f"L’ordre des sources de «\u202f{it.scene}\u202f» a changé.",
    "shown": lambda it: (
        f"«\u202f{it.source}\u202f» est affiché dans «\u202f{it.scene}\u202f» alors que rien n’est à l’antenne."
        if it.found
        else f"«\u202f{it.source}\u202f» est masqué dans «\u202f{it.scene}\u202f»."
    ),
    "extra": lambda it: f"«\u202f{it.source}\u202f» est en trop dans «\u202f{it.scene}\u202f».",
    "name": lambda it: f"«\u202f{it.wanted}\u202f» s’appelle maintenant «\u202f{it.source}\u202f» dans OBS.",
}


def sentence(change: Change) -> str:
    """What the operator sees of a change: names are those in OBS."""
    return _SENTENCES[change.kind](change)


def drift_text(count: int) -> str:
    """What the lamp says when ``count`` changes were made in OBS."""
    if not count:
        return "OBS montre ce qu’il faut."
    return f"{count} écart{'s' if count > 1 else ''} dans OBS\u202f: à adopter ou à rétablir."


def refused_text(changes: Sequence[Change]) -> str:
    return f"OBS n’applique pas ce qui lui est demandé. {sentence(changes[0])}"


NOT_SET_UP = "L’habillage n’est pas installé dans cette collection de scènes\u202f: préparez OBS."
FAILED = "L’habillage d’OBS a rencontré une erreur imprévue\u202f; un autre essai suit."
