"""Who has an invitation in their hands: what is noted whenever tickets leave the edition as a file.

An invitation is out of date once the person's code was replaced: the code that was written is noted with it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from vi_events.checkin.cards import CardMaker
from vi_events.clock import hlc_ms
from vi_events.edition import people
from vi_events.edition.models import Attendee
from vi_events.files import Told, unheard
from vi_events.journal.entry import Author, Entry, Fact
from vi_events.journal.fold import State
from vi_events.journal.store import Change, Store

FORMS = {"pdf": "pdf", "pdfs": "pdf", "png": "png", "csv": "csv", "mailing": "csv"}
"""Of each kind of tickets, the form of its files. The kinds: one PDF, a PDF a person, a QR picture a person, the table
of codes, the table for a mailing.
"""
IN_A_FOLDER = ("pdfs", "png")
MISSING, CHANGED, CURRENT = "missing", "changed", "current"
"""No invitation was written; one was, with a code that was replaced since; one was, and its code is good."""
STANDINGS, TO_WRITE = (CURRENT, CHANGED, MISSING), (CHANGED, MISSING)
_NOT_INVITED = ("cancelled", "revoked")
_READ_AT_ONCE, _NOTED_AT_ONCE = 200, 200
"""So many, that a scan does not feel it."""


@dataclass(frozen=True, slots=True)
class TicketRow:
    """One person invited. ``category`` is one of ``models.CATEGORIES``; ``code`` is never empty; no ``zones``: all."""

    attendee_id: str
    last_name: str
    first_name: str
    authority: str
    function: str
    category: str
    code: str
    email: str = ""
    zones: tuple[str, ...] = ()

    @property
    def picture(self) -> str:
        return f"{self.attendee_id}.png"

    @property
    def invitation(self) -> str:
        return f"{self.attendee_id}.pdf"


@dataclass(frozen=True, slots=True)
class Invited:
    """One person who gets a ticket. ``standing`` is ``missing``, ``changed`` or ``current``; ``written_ms`` says when
    their invitation was last written (0: never), and ``kind`` as what (one of ``FORMS``).
    """

    row: TicketRow
    standing: str
    written_ms: int = 0
    kind: str = ""


@dataclass(slots=True)
class Invitations:
    """Everyone who gets a ticket; ``without_code``: how many would, had they a code."""

    people: list[Invited] = field(default_factory=list)
    without_code: int = 0

    def rows(self, standings: Collection[str] = STANDINGS) -> list[TicketRow]:
        """What is written for those of these standings."""
        return [each.row for each in self.people if each.standing in standings]

    def counts(self) -> dict[str, int]:
        """How many people are of each standing."""
        number = Counter(each.standing for each in self.people)
        return {standing: number[standing] for standing in STANDINGS}


# In the journal


def ticket_issued(row: TicketRow, kind: str) -> Fact:
    """The person's ticket left the edition in a file, with this code."""
    return Fact("ticket_issued", people.subject(row.attendee_id), {"code": row.code, "kind": kind})


def reduce_invitations(state: State, entry: Entry) -> None:
    """Folds the last invitation that was written."""
    if entry.kind == "ticket_issued":
        state.data["issued"] = [str(entry.payload["code"]), hlc_ms(entry.hlc), str(entry.payload["kind"])]


def note_issued(
    rows: Sequence[TicketRow], kind: str, author: Author, publish: Callable[[Change], None], told: Told = unheard
) -> Callable[[Store], Iterator[int]]:
    """The work, in slices, of noting that these tickets were written as ``kind``; gives how many are noted."""

    def steps(store: Store) -> Iterator[int]:
        done = 0
        while done < len(rows):
            some = rows[done : done + _NOTED_AT_ONCE]
            with store.transaction(author) as tx:
                tx.record(*(ticket_issued(row, kind) for row in some))
            publish(tx.change)
            done += len(some)
            told(done, len(rows))
            yield done
        yield done

    return steps


# What is read


def read_invitations(store: Store) -> Iterator[Invitations]:
    """The work, in slices, of reading everyone who gets a ticket: not those who cancelled, nor records merged into
    another. Each time, those read so far.
    """
    cards = CardMaker(store)
    found = Invitations()
    after = ""
    while page := store.states_of_type("attendee", after, _READ_AT_ONCE):
        after = page[-1][0]
        for subject, state in page:
            person = people.attendee(subject, state)
            if person.status in _NOT_INVITED or not people.is_known(state) or _is_gone(state):
                continue
            if person.code:
                found.people.append(_invited(person, state, cards))
            else:
                found.without_code += 1
        yield found
    yield found


def all_invitations(store: Store) -> Invitations:
    """The same at one go."""
    *_, last = read_invitations(store)
    return last


def _is_gone(state: State) -> bool:
    return people.is_erased(state) or bool(state.data.get("merged_into"))


def _invited(person: Attendee, state: State, cards: CardMaker) -> Invited:
    row = TicketRow(
        person.id,
        person.last_name,
        person.first_name,
        cards.authority(person.authority_id).name,
        person.function,
        person.category,
        person.code,
        person.email,
        person.zones,
    )
    if "issued" not in state.data:
        return Invited(row, MISSING)
    code, at_ms, kind = state.data["issued"]
    return Invited(row, CURRENT if code == person.code else CHANGED, at_ms, kind)
