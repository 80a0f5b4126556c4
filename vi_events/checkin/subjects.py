"""The journal's subjects that the desk folds: what each is made of."""

from vi_events.checkin.assembly import ASSEMBLY, assembly_keys
from vi_events.checkin.conflicts import conflict_keys, reduce_conflicts
from vi_events.checkin.invitations import reduce_invitations
from vi_events.checkin.presence import presence_keys, reduce_presence
from vi_events.checkin.print_jobs import PRINTER, badge_keys, cancel_waiting, reduce_badges
from vi_events.edition import people
from vi_events.journal.fold import State, SubjectType


def _erase(state: State) -> None:
    people.erase(state)
    cancel_waiting(state)


ATTENDEE = SubjectType(
    "attendee",
    (people.reduce_person, reduce_presence, reduce_conflicts, reduce_badges, reduce_invitations),
    (people.person_keys, presence_keys, conflict_keys, badge_keys, assembly_keys),
    people.scrub,
    _erase,
)
SUBJECT_TYPES = (ATTENDEE, PRINTER, ASSEMBLY)
