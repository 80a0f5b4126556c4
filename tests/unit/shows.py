"""A small show to test with: a palmarès, its running order, its revision, and a stage that folds facts."""

from dataclasses import dataclass, field
from typing import Any

from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award, Mention, Palmares
from vi_events.edition.reference import load_reference
from vi_events.edition.rundown import Rundown, Section, Stop
from vi_events.stage import engine
from vi_events.stage.compiling import Sources, compile_revision
from vi_events.stage.engine import Decision
from vi_events.stage.stops import Revision, ShowState

REFERENCE = load_reference()
HEADER = "Label national Territoires, Villes et Villages Internet · 2027"


def award(code: str, level: int, **fields: Any) -> Award:
    known = REFERENCE.authority(code)
    kind = fields.pop("kind", "ville")
    authority = Authority(known.id, known.name, known.type, known.department, known.department_name, kind)
    return Award(authority, level, **fields)


AWARDS = (
    award("80829", 1, kind="village", pronunciation="i"),
    award("28064", 1, kind="village", first_participation=True),
    award("76351", 4, previous=3, mentions=("numerique-educatif",)),
    award("59378", 4, previous=4),
    award("51454", 5, previous=5),
)
"""Y, Bû, Le Havre, Marcq-en-Barœul, Reims."""

RUNDOWN = Rundown(
    stops=(
        Stop("s-speech", "speech", 300, "Ouverture par la présidente", people=("Maëlys Ferrand, présidente du jury",)),
        Stop("s-group", "group", 120, "Les villages une arobase", "a", ("80829", "28064")),
        Stop("s-havre", "award", 40, section="b", authority_ids=("76351",), note="vient avec deux agents"),
        Stop("s-marcq", "award", 40, section="b", authority_ids=("59378",)),
        Stop("s-mention", "mention", 60, "", "b", ("76351", "51454"), "numerique-educatif"),
        Stop("s-pause", "pause", 600, "Pause"),
        Stop("s-reims", "award", 40, section="c", authority_ids=("51454",)),
    ),
    sections=(Section("a", "Les villages"), Section("b", "Quatre arobases", "remis par le jury"), Section("c", "Cinq")),
    starts="14:30",
    ends="16:00",
)
PALMARES = Palmares(AWARDS, (Mention("numerique-educatif", "Numérique éducatif"),))


def sources(palmares: Palmares = PALMARES, rundown: Rundown = RUNDOWN) -> Sources:
    return Sources(palmares, rundown, REFERENCE, "Remise des labels", HEADER)


def revision(number: int = 1, **changed: Any) -> Revision:
    return compile_revision(sources(**changed), number)


@dataclass
class Stage:
    """A stage without disk: decisions are folded at once. ``said`` holds every fact."""

    revision: Revision = field(default_factory=revision)
    data: dict[str, Any] = field(default_factory=dict)
    said: list[Any] = field(default_factory=list)
    now_ms: int = 1_000_000

    @property
    def state(self) -> ShowState:
        return engine.show_state(self.data, self.revision)

    def take(self, decision: Decision) -> str:
        """Folds a decision; gives its refusal."""
        for fact in decision.facts:
            self.said.append(fact)
            if fact.subject == engine.SHOW:
                engine.reduce_show(self.data, fact.kind, fact.payload, self.now_ms)
        return decision.refusal

    def press(self, name: str, *values: Any) -> str:
        return self.take(getattr(engine, name)(self.revision, self.state, *values))

    def armed(self) -> "Stage":
        assert self.press("arm") == ""
        return self

    def forward(self) -> str:
        """GO, with the gate opened first where there is one."""
        if engine.needs_standby(self.revision, self.state):
            self.press("standby")
        return self.press("go")

    @property
    def at(self) -> tuple[str, int]:
        state = self.state
        return (self.revision.stops[state.stop].id if state.stop >= 0 else "", state.step)

    def announced(self) -> list[str]:
        return [fact.subject.removeprefix("award:") for fact in self.said if fact.kind == "award_revealed"]
