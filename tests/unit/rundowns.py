"""Running orders to try things on: letters for stops, invented authorities, and random ones made by the verbs."""

from hypothesis import strategies as st

from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award, Mention, Palmares
from vi_events.edition.rundown import Rundown, Section, Stop
from vi_events.edition.text import clean

EDUCATION = Mention("numerique-educatif", "Numérique éducatif")


def award(name: str, level: int = 1, kind: str = "village", *mentions: str, department: str = "") -> Award:
    id_ = f"libre-{name.lower().replace(' ', '-')}"
    return Award(Authority(id_, name, kind=kind, department=department), level, mentions=mentions)


def stop(id_: str, kind: str = "award", planned_s: int = 40, *authority_ids: str) -> Stop:
    """A stop; an award without authorities gets one of its own."""
    ids = authority_ids or ((f"libre-{id_}",) if kind == "award" else ())
    return Stop(id_, kind, planned_s, title="" if kind in ("award", "mention") else f"Titre {id_}", authority_ids=ids)


def letters(text: str) -> Rundown:
    """An award for each letter, in that order."""
    return Rundown(tuple(map(stop, text)))


def order(rundown: Rundown) -> str:
    return "".join(each.id for each in rundown.stops)


_texts = st.text(max_size=30).map(clean) | st.sampled_from(["=1+1", "'=x", "@", "-", "a;b|c", '"', "Le « Débat »"])
_people = _texts.filter(lambda text: text and not set(text) & set(";|"))


@st.composite
def rundowns(draw: st.DrawFn) -> Rundown:
    """Any running order that the verbs accept, its awards ``libre-0`` to ``libre-199``."""
    titles = draw(st.lists(st.sampled_from(["Les villages", "Bretagne", "=Fin", "…"]), unique=True))
    sections = tuple(Section(f"s{rank}", title, draw(_texts)) for rank, title in enumerate(titles))
    kinds = draw(st.lists(st.sampled_from(["award", "group", "mention", "speech", "pause"]), max_size=12))
    stops = []
    for rank, kind in enumerate(kinds):
        most = {"award": 1, "group": 90, "mention": 5}.get(kind, 0)
        first, count = draw(st.integers(0, 100)), draw(st.integers(min(most, 1), most))
        mention = kind == "mention"
        stops.append(
            Stop(
                id=f"p{rank}",
                kind=kind,
                planned_s=draw(st.integers(0, 12 * 3600)),
                title=draw(_texts),
                section=draw(st.sampled_from(["", *(section.id for section in sections)])),
                authority_ids=tuple(f"libre-{number}" for number in range(first, first + count)),
                mention=EDUCATION.id if mention else "",
                people=tuple(draw(st.lists(_people, max_size=3))),
                note=draw(_texts),
                postponed=draw(st.booleans()),
            )
        )
    return Rundown(tuple(stops), sections, draw(st.sampled_from(["", "14:30"])), draw(st.sampled_from(["", "17:00"])))


def everyone() -> Palmares:
    """An award for each of ``libre-0`` to ``libre-199``, under names with every mark that separates lists."""
    names = [f"Ville {number} ; | / , {'x' * (number % 7 * 12)}" for number in range(200)]
    awards = (Award(Authority(f"libre-{n}", name, kind="ville"), 1 + n % 5) for n, name in enumerate(names))
    return Palmares(tuple(awards), (EDUCATION,))
