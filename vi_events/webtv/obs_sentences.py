"""The differences between OBS and what is wanted, said to the operator."""

from collections.abc import Callable, Sequence

from vi_events.sentences import say
from vi_events.webtv.obs_plan import Change

_SENTENCES: dict[str, Callable[[Change], str]] = {
    "scene": lambda it: say("La scène «\u202f{0}\u202f» manque dans cette collection.", it.scene),
    "conflict": lambda it: say(
        "«\u202f{0}\u202f» existe dans OBS mais n’est pas ce qu’il faut\u202f: donnez-lui un autre nom.", it.source
    ),
    "input": lambda it: say("La source «\u202f{0}\u202f» manque.", it.source),
    "item": lambda it: say("«\u202f{0}\u202f» manque dans la scène «\u202f{1}\u202f».", it.source, it.scene),
    "settings": lambda it: say("Les réglages de «\u202f{0}\u202f» ont changé ({1}).", it.source, ", ".join(it.wanted)),
    "place": lambda it: say(
        "«\u202f{0}\u202f» a été déplacé ou redimensionné dans «\u202f{1}\u202f».", it.source, it.scene
    ),
    "order": lambda it: say("L’ordre des sources de «\u202f{0}\u202f» a changé.", it.scene),
    "shown": lambda it: (
        say(
            "«\u202f{0}\u202f» est affiché dans «\u202f{1}\u202f» alors que rien n’est à l’antenne.",
            it.source,
            it.scene,
        )
        if it.found
        else say("«\u202f{0}\u202f» est masqué dans «\u202f{1}\u202f».", it.source, it.scene)
    ),
    "extra": lambda it: say("«\u202f{0}\u202f» est en trop dans «\u202f{1}\u202f».", it.source, it.scene),
    "name": lambda it: say("«\u202f{0}\u202f» s’appelle maintenant «\u202f{1}\u202f» dans OBS.", it.wanted, it.source),
}


def sentence(change: Change) -> str:
    """What the operator sees of a change: names are those in OBS."""
    return _SENTENCES[change.kind](change)


def drift_text(count: int) -> str:
    """What the lamp says when ``count`` changes were made in OBS."""
    if not count:
        return say("OBS montre ce qu’il faut.")
    return say("{0} écart{1} dans OBS\u202f: à adopter ou à rétablir.", count, "s" if count > 1 else "")


def refused_text(changes: Sequence[Change]) -> str:
    return say("OBS n’applique pas ce qui lui est demandé. {0}", sentence(changes[0]))


NOT_SET_UP = say("L’habillage n’est pas installé dans cette collection de scènes\u202f: préparez OBS.")
FAILED = say("L’habillage d’OBS a rencontré une erreur imprévue\u202f; un autre essai suit.")
