"""What a show is made of: compiled stops, the state of the show, and the frame that every surface draws. Pure data."""

from dataclasses import dataclass, field

MODES = ("edit", "armed", "live", "hold")
SUSPENSE_MS, AROBASE_MS, NAME_MS, DETAILS_MS = 1200, 250, 300, 300
"""A reveal: the wait, then each arobase, then the name, then the rest."""
CALL_MS, MENTION_MS = 300, 900
CARD_KINDS = (
    "title",
    "section",
    "award",
    "roll_call",
    "mention",
    "speech",
    "debate",
    "signature",
    "video",
    "pause",
)


# Under embargo until its GO: the default repr, that says nothing, is kept.
@dataclass(frozen=True, slots=True, repr=False)
class Laureate:
    """One authority on a card, in words ready to be shown."""

    authority_id: str
    name: str
    short_name: str = ""
    """The approved short form, where the name does not fit."""
    place: str = ""
    """« Seine-Maritime · Normandie », « Belgique »."""
    level: int = 0
    progress: str = ""
    """« progresse de 3 à 4 arobases », « première participation », or nothing."""
    mentions: tuple[str, ...] = ()
    """Names of special mentions, « Numérique éducatif »."""
    distinctions: tuple[str, ...] = ()
    """What else is said of it, « Coup de cœur du jury »."""
    kind: str = ""
    previous: int = 0
    first: bool = False
    """Whether it takes part for the first time."""


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """What the audience reads at one stop. ``header`` stands above every card."""

    kind: str
    header: str = ""
    title: str = ""
    subtitle: str = ""
    laureates: tuple[Laureate, ...] = ()
    people: tuple[str, ...] = ()
    ends_s: int = 0
    """For a pause: seconds that its countdown lasts."""
    timed: bool = False
    """For a pause of a show with set hours: the card says when it ends."""


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One press of GO inside a stop. ``name``: ``reveal``, ``card``, ``call:3`` (the third of a roll call),
    ``photo``.
    """

    name: str
    moving_ms: int = 0
    """How long its animation lasts; the frame stands still from then on."""
    script: tuple[tuple[str, str], ...] = ()
    """What the presenter reads: (style, text), style ``plain`` or ``name``."""
    spoken_name: str = ""
    """How it is announced as following: « le village d’Y [i] »."""


@dataclass(frozen=True, slots=True, repr=False)
class CompiledStop:
    """A numbered stop of a revision. Sections and the opening have stops of their own, without a number."""

    id: str
    kind: str
    number: int
    """1, 2, 3… for the awards; 0 for what is not counted."""
    label: str
    """What the running order says: « Le Havre », « Débat : l’école »."""
    card: Card
    steps: tuple[Step, ...]
    planned_s: int
    note: str = ""
    presenters: str = ""
    authority_ids: tuple[str, ...] = ()
    gate: bool = False
    """Asks STANDBY before GO: the level changes here, or it is the top award."""
    section: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Revision:
    """An immutable compiled running order."""

    number: int
    stops: tuple[CompiledStop, ...]
    starts: str = ""
    ends: str = ""
    postponed: tuple[str, ...] = ()
    """Labels of the stops left out for now."""

    def index(self, stop_id: str) -> int:
        """The place of a stop; -1 when this revision does not have it."""
        return next((place for place, stop in enumerate(self.stops) if stop.id == stop_id), -1)


@dataclass(frozen=True, slots=True, repr=False)
class ShowState:
    """Where the show is. Every surface is a pure function of this, of the revision and of the time since ``since_ms``.

    ``stop`` is an index in the revision, -1 before the first GO. ``settled``: no animation, the last frame at once.
    """

    mode: str = "edit"
    rehearsal: bool = False
    revision: int = 0
    stop: int = -1
    step: int = 0
    since_ms: int = 0
    settled: bool = True
    epoch: int = 0
    standby: int = -1
    """The stop that GO will take, when it is not the following one; -1 otherwise."""
    gate_open: bool = False
    """STANDBY was pressed for the stop that GO will take."""
    black: bool = False
    cleared: bool = False
    revealed: frozenset[str] = frozenset()
    """Ids of the authorities whose award was shown, or withdrawn since."""
    withdrawn: frozenset[str] = frozenset()
    """Those of them whose award does not stand."""
    leader: str = ""
    """The station that armed the show, or took it over since."""
    elsewhere: bool = False
    """On stage, and led by another station than this one."""
    stale: int = 0
    """Orders that changed nothing: they came from a stage that was taken over."""
    played: tuple[tuple[str, int], ...] = ()
    """(stop id, milliseconds since 1970) of the first time each stop went live, in that order."""
    trail: tuple[tuple[str, int], ...] = ()
    """(stop id, step) of what BACK goes back to, the nearest last."""


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """What the public screen shows at one moment; drawn alike by the screen, the console, pictures and overlays.

    Progress values go from 0 to 1.
    """

    kind: str
    """``black``, ``clear`` (the empty background) or a card kind."""
    card: Card = field(default_factory=lambda: Card("title"))
    suspense: float = 1.0
    """For an award: how far the wait before the first arobase has gone."""
    arobases: float = 0.0
    """How many are shown: 2.5 is two, and a third half-way."""
    name: float = 1.0
    details: float = 1.0
    calls: float = 0.0
    """How many of a roll call are shown."""
    photo: bool = False
    left_s: int = 0
    """For a pause: seconds left, never below 0."""
    resumes_ms: int = 0
    """For a pause that is on screen: when it ends, in milliseconds since 1970; 0 otherwise."""
    watermark: bool = False
    epoch: int = 0
    stop_id: str = ""
    step: int = 0
