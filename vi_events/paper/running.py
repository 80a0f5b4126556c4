"""The stage on paper: who is called, and the running order. Names and order only.

No level and no mention; nor what would tell them: hours and durations of awards, titles and bounds of sections, titles
of roll calls, notes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vi_events.edition.reference import load_reference
from vi_events.edition.rundown import AWARDING
from vi_events.edition.text import fold
from vi_events.edition.timing import clock_duration
from vi_events.errors import UserError
from vi_events.journal.store import Store
from vi_events.paper.heading import Heading
from vi_events.stage import engine
from vi_events.stage.compiling import Sources, compile_revision
from vi_events.stage.documents import SEALED, EditionDocuments
from vi_events.stage.introducing import introduced
from vi_events.stage.lining_up import InLine, lining_up
from vi_events.stage.room import InRoom, in_room
from vi_events.stage.stops import CompiledStop, Revision, ShowState
from vi_events.stage.wings_sheet import CARE
from vi_events.typesetting.sheets import Column, Sheets

_KINDS = {"speech": "Intervention", "debate": "Débat", "signature": "Signature", "video": "Vidéo", "pause": "Pause"}
_LEVEL_WORDS = ("arobase", "niveau")


@dataclass(frozen=True, slots=True, repr=False)
class Running:
    """The compiled running order, where the show is in it, and who of its laureates is expected."""

    revision: Revision
    state: ShowState
    room: Mapping[str, tuple[InRoom, ...]]

    @property
    def stops(self) -> tuple[CompiledStop, ...]:
        """Those that somebody comes on stage for, or that take time: cards of sections are only pictures."""
        return tuple(stop for stop in self.revision.stops if stop.kind in _KINDS or stop.kind in AWARDING)

    @property
    def wings(self) -> tuple[InLine, ...]:
        """Everybody who lines up, from the next stop on."""
        return lining_up(self.revision, self.state, self.room, len(self.revision.stops))


def read_running(folder: Path, store: Store, passphrase: str, title: str) -> Running:
    """The running order of an edition. ViError: it is sealed and neither this computer nor ``passphrase`` opens it,
    there is none, it is damaged or empty.
    """
    documents = EditionDocuments(folder)
    if documents.state == SEALED:
        if passphrase:
            documents.unlock(passphrase)
        elif not documents.unlock_kept():
            raise UserError(
                "palmares_sealed",
                "Le palmarès est scellé, et l’ordre de passage avec lui.",
                "Donnez sa phrase de passe\u202f: VI_EVENTS_PASSPHRASE en ligne de commande.",
            )
    document, number = documents.load()
    found = store.state(engine.SHOW)
    data = found.data if found else {}
    played = [str(id_) for id_, _ in data.get("played", ())]
    sources = Sources(document.palmares, document.rundown, load_reference(), title, "")
    revision = compile_revision(sources, number, played)
    authorities = {id_ for stop in revision.stops for id_ in stop.authority_ids}
    running = Running(revision, engine.show_state(data, revision), in_room(store, authorities))
    if not running.stops:
        raise UserError("rundown_empty", "Le conducteur est vide.", "Préparez-le dans «\u202fConducteur\u202f».")
    return running


def call_sheets(running: Running, heading: Heading) -> Sheets:
    """Who is called on stage, in order: laureates with those who are expected for them, and speakers."""
    sheets = heading.sheets("Appel du plateau", CARE, size_pt=11)
    columns = (
        Column("N°", 1, "R", bold=True),
        Column("Qui est appelé", 3.8, bold=True),
        Column("Où", 3),
        Column("Personnes attendues", 7.4),
        Column("Là", 1, "C", box=True),
        Column("Monté", 1.5, "C", box=True),
    )
    sheets.table(columns, _calls(running), 10)
    return sheets


def running_sheets(running: Running, heading: Heading) -> Sheets:
    """The running order: every stop in its order, with the planned hour of what is no award."""
    sheets = heading.sheets("Conducteur", CARE, size_pt=11)
    revision = running.revision
    hours = [f"début {revision.starts}"] if revision.starts else []
    hours += [f"fin {revision.ends}"] if revision.ends else []
    if hours:
        sheets.paragraph(f"Heures prévues\u202f: {', '.join(hours)}.")
    sheets.note(
        "Ni niveau ni mention sur cette feuille, ni l’heure et la durée des remises, qui les feraient deviner\u202f: "
        "ils restent dans le palmarès jusqu’à l’annonce."
    )
    columns = (
        Column("N°", 1, "R", bold=True),
        Column("Heure", 1.4),
        Column("Étape", 2.6),
        Column("Qui", 8, bold=True),
        Column("Durée", 1.4, "R"),
        Column("Fait", 1.2, "C", box=True),
    )
    sheets.table(columns, _stops(running), 9)
    return sheets


def _calls(running: Running) -> Iterator[Sequence[str]]:
    for stop in running.stops:
        done = "fait" if stop.id in dict(running.state.played) else ""
        for laureate in stop.card.laureates:
            people = running.room.get(laureate.authority_id, ())
            said = "\n".join(_expected(person) for person in people) or "Personne n’est inscrit."
            yield str(stop.number), laureate.name, laureate.place, said, "", done
        if stop.card.people:
            yield "", _title(stop), "", "\n".join(stop.card.people), "", done


def _stops(running: Running) -> Iterator[Sequence[str]]:
    played = dict(running.state.played)
    hours = _hours(running.revision)
    for stop in running.stops:
        done = "fait" if stop.id in played else ""
        if stop.kind in AWARDING:
            together = len(stop.card.laureates)
            kind = f"Appel groupé ({together})" if together > 1 else "Remise"
            yield str(stop.number), "", kind, "\n".join(each.name for each in stop.card.laureates), "", done
        else:
            who = "\n".join((_title(stop), *stop.card.people))
            yield "", hours.get(stop.id, ""), _KINDS[stop.kind], who, clock_duration(stop.planned_s), done


def _hours(revision: Revision) -> dict[str, str]:
    """When each stop is planned to begin, « 14:35 »; empty without a planned start."""
    if not revision.starts:
        return {}
    hour, minute = map(int, revision.starts.split(":"))
    at_s, found = (hour * 60 + minute) * 60, {}
    for stop in revision.stops:
        found[stop.id] = f"{at_s // 3600 % 24}:{at_s // 60 % 60:02d}"
        at_s += stop.planned_s
    return found


def _title(stop: CompiledStop) -> str:
    """The title of what is no award; only its kind when its words may tell a level."""
    words = fold(stop.card.title)
    return _KINDS[stop.kind] if any(word in words for word in _LEVEL_WORDS) else stop.card.title


def _expected(person: InRoom) -> str:
    seat = f" (place {person.seat})" if person.seat else ""
    return "".join(introduced(person)) + seat
