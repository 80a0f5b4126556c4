"""What must be right before the show is armed: every name at its final size, every glyph, every stop. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vi_events.edition.show_document import ShowDocument
from vi_events.edition.text import counted
from vi_events.sentences import say, say_of
from vi_events.stage.fitting import fit_report
from vi_events.stage.stops import Revision
from vi_events.typesetting.metrics import Fonts

LEVELS = ("ok", "warn", "sign", "bad")
"""``bad`` refuses to arm; ``sign`` refuses until somebody has looked and approved; ``warn`` only tells."""


@dataclass(frozen=True, slots=True, repr=False)
class Finding:
    """One thing found. ``key`` is what a signature names; ``stop_id`` where it is."""

    level: str
    code: str
    text: str
    stop_id: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Surfaces:
    """What is plugged in. ``public_screen``: ``ok``, ``none``, ``mirrored`` or ``gone``; None: not known here."""

    public_screen: str | None = None
    prompter: str | None = None
    sealed: bool | None = None


def preflight(
    revision: Revision, document: ShowDocument, surfaces: Surfaces, fonts: Fonts | None = None
) -> tuple[Finding, ...]:
    """Everything worth telling, the worst first."""
    found = [
        *_stops(revision, document),
        *_names(revision, document.signed, fonts),
        *_duration(revision),
        *_surfaces(surfaces),
    ]
    return tuple(sorted(found, key=lambda finding: -LEVELS.index(finding.level)))


def refuses(findings: Iterable[Finding]) -> bool:
    """Whether the show may not be armed yet."""
    return any(finding.level in ("sign", "bad") for finding in findings)


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether something is wrong that no signature approves."""
    return any(finding.level == "bad" for finding in findings)


def _stops(revision: Revision, document: ShowDocument) -> Iterator[Finding]:
    awards = {award.authority.id: award.authority.name for award in document.palmares.awards}
    if not awards:
        yield Finding("bad", "no_award", say("Le palmarès est vide."))
        return
    played = Counter(id_ for stop in revision.stops if stop.kind in ("award", "group") for id_ in stop.authority_ids)
    missing = [name for id_, name in awards.items() if not played[id_]]
    if missing:
        text = say_of(
            len(missing),
            "{0} collectivité du palmarès n’est annoncée à aucune étape\u202f: {1}.",
            "{0} collectivités du palmarès ne sont annoncées à aucune étape\u202f: {1}.",
            _some(missing),
        )
        yield Finding("bad", "award_missing", text)
    twice = [awards[id_] for id_, times in played.items() if times > 1 and id_ in awards]
    if twice:
        yield Finding("bad", "award_twice", say("Annoncées deux fois\u202f: {0}.", _some(twice)))
    for name, (said, found) in document.palmares.gaps().items():
        text = say("Total annoncé «\u202f{0}\u202f»\u202f: {1}, au palmarès\u202f: {2}.", name, said, found)
        yield Finding("warn", "total_differs", text)
    if revision.postponed:
        postponed = len(revision.postponed)
        text = say_of(postponed, "{0} étape reportée ne sera pas jouée.", "{0} étapes reportées ne seront pas jouées.")
        yield Finding("warn", "postponed", text)
    yield Finding("ok", "counted", say("{0} labels, {1} étapes.", len(awards), len(revision.stops)))


def _names(revision: Revision, signed: Sequence[str], fonts: Fonts | None) -> Iterator[Finding]:
    checked = 0
    for stop in revision.stops:
        for fit in fit_report(stop.card, fonts):
            checked += 1
            if fit.missing:
                text = say("La police n’a pas «\u202f{0}\u202f»\u202f: «\u202f{1}\u202f».", fit.missing, fit.text)
                yield Finding("bad", "glyph_missing", text, stop.id)
            how = _reduced(fit.too_long, fit.short_form, fit.condensed)
            if how:
                key = f"{stop.card.kind}:{fit.text}:{how}"
                text = say(
                    "«\u202f{0}\u202f» {1} ({2} px, {3}).", fit.text, how, fit.px, counted(len(fit.lines), "ligne")
                )
                # In a list of several, the narrow face is the usual way; on a card of its own, somebody looks at it.
                told = key in signed or (fit.condensed and not fit.short_form and stop.card.kind != "award")
                yield Finding("warn" if told else "sign", "name_long", text, stop.id, key)
    yield Finding("ok", "names", say("{0} textes mesurés à leur taille d’écran.", checked))


def _reduced(too_long: bool, short_form: bool, condensed: bool) -> str:
    if too_long:
        return say("ne tient pas\u202f: donnez une forme courte")
    if short_form:
        return say("est remplacé par sa forme courte")
    return say("passe en étroit") if condensed else ""


def _duration(revision: Revision) -> Iterator[Finding]:
    planned_s = sum(stop.planned_s for stop in revision.stops)
    slot_s = _seconds(revision.ends) - _seconds(revision.starts)
    if not revision.starts or not revision.ends:
        yield Finding("warn", "no_slot", say("Le conducteur ne dit pas à quelle heure il commence et finit."))
    elif planned_s > slot_s:
        over = (planned_s - slot_s + 59) // 60
        yield Finding("warn", "too_long", say("Le conducteur dépasse son créneau de {0} min.", over))
    else:
        yield Finding(
            "ok", "duration", say("Durée prévue\u202f: {0} min, créneau\u202f: {1} min.", planned_s // 60, slot_s // 60)
        )


def _surfaces(surfaces: Surfaces) -> Iterator[Finding]:
    told = {
        "none": Finding("warn", "no_screen", say("Aucun écran de salle n’est choisi.")),
        "gone": Finding("bad", "screen_gone", say("L’écran de salle n’est plus branché.")),
        "mirrored": Finding(
            "bad", "screen_mirrored", say("L’écran de salle recopie celui de la régie\u202f: étendez-le.")
        ),
        "ok": Finding("ok", "screen", say("L’écran de salle est là.")),
    }
    if surfaces.public_screen is not None:
        yield told[surfaces.public_screen]
    if surfaces.prompter == "none":
        yield Finding("warn", "no_prompter", say("Aucun prompteur n’est ouvert."))
    if surfaces.sealed is False:
        yield Finding("warn", "not_sealed", say("Le palmarès n’est pas scellé\u202f: il se lit en clair sur ce poste."))


def starts_ms(revision: Revision, midnight_ms: int) -> int:
    """When the show is planned to begin, on the day that begins at ``midnight_ms``."""
    return midnight_ms + _seconds(revision.starts) * 1000


def _seconds(clock: str) -> int:
    hours, _, minutes = clock.replace("h", ":").replace(" ", "").partition(":")
    try:
        return int(hours) * 3600 + int(minutes or 0) * 60
    except ValueError:
        return 0


def _some(names: Sequence[str], most: int = 5) -> str:
    shown = ", ".join(names[:most])
    return say("{0} et {1} autres", shown, len(names) - most) if len(names) > most else shown
