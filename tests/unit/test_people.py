from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.desks import Bench, bench
from vi_events.checkin.subjects import ATTENDEE
from vi_events.edition import people
from vi_events.edition.models import Attendee
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import State, fold

SECRETS = {
    "last_name": "Œuvrard",
    "first_name": "Zélie",
    "function": "Mairesse",
    "email": "zelie@mairie.example",
    "phone": "+33 1 99 00 00 00",
    "protocol_note": "devant le préfet",
    "seat": "rang-A12",
    "external_codes": ["HELLO-42"],
}
PUBLIC = {
    "category": "elected",
    "status": "confirmed",
    "vip": True,
    "zones": ["z"],
    "code": "C",
    "authority_id": "51108",
}
EVERY_FACT = [
    people.upserted("a", SECRETS | PUBLIC, "file:1", "batch"),
    people.added("a", SECRETS | PUBLIC),
    people.corrected("a", SECRETS | PUBLIC),
    people.substituted("a", SECRETS | PUBLIC),
    people.merged("a", "b"),
    people.ticket_replaced("a", "C2"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


def seen(bench: Bench, attendee_id: str = "marie") -> Attendee:
    return people.attendee(people.subject(attendee_id), bench.desk.standing(attendee_id))


@pytest.mark.parametrize("fact", EVERY_FACT, ids=lambda fact: fact.kind)
def test_no_fact_holds_a_name_outside_personal(fact: Fact) -> None:
    said = repr((fact.payload, fact.subject, fact.kind))
    for secret in (*SECRETS.values(), "HELLO-42"):
        assert str(secret) not in said


def test_every_field_of_a_person_is_either_public_or_personal() -> None:
    assert {*people.PUBLIC, *people.PERSONAL} - {"phone"} == set(Attendee.__slots__) - {"id"}


@given(said=st.sets(st.sampled_from(sorted(SECRETS | PUBLIC))), ref=st.sampled_from(("", "liste::1")))
def test_somebody_new_is_what_their_first_entry_makes_of_them(said: set[str], ref: str) -> None:
    fields = {name: value for name, value in (SECRETS | PUBLIC).items() if name in said}
    fact, data = people.newcomer("a", fields, ref, "batch")
    entry = Entry("1" * 32, "poste-1", 1, 1, "live", "", fact.kind, 1, fact.subject, fact.payload, fact.personal)
    assert fold(ATTENDEE, [entry]) == State(data, dict(fact.personal), entry.order)


def test_fields_left_out_stay_as_they_are(desk: Bench) -> None:
    desk.expect(function="physicienne", category="guest")
    desk.desk.record(people.upserted("marie", {"category": "speaker"}))
    assert (seen(desk).function, seen(desk).category) == ("physicienne", "speaker")


def test_a_correction_outranks_later_imports(desk: Bench) -> None:
    desk.expect()
    desk.desk.record(people.corrected("marie", {"last_name": "Skłodowska", "category": "press"}))
    desk.desk.record(people.upserted("marie", {"last_name": "Curie", "first_name": "M.", "category": "guest"}))
    assert (seen(desk).last_name, seen(desk).category, seen(desk).first_name) == ("Skłodowska", "press", "M.")


def test_a_correction_may_be_corrected(desk: Bench) -> None:
    desk.expect()
    for name in ("Curi", "Curie-Skłodowska"):
        desk.desk.record(people.corrected("marie", {"last_name": name}))
    assert seen(desk).last_name == "Curie-Skłodowska"


def test_an_import_never_changes_a_ticket(desk: Bench) -> None:
    code = desk.expect()
    desk.desk.record(people.upserted("marie", {"code": "OTHER"}))
    assert seen(desk).code == code


def test_of_two_substitutions_the_first_person_is_remembered(desk: Bench) -> None:
    desk.expect()
    for name in ("Langevin", "Perrin"):
        desk.desk.record(people.substituted("marie", {"last_name": name, "first_name": "P."}))
    assert people.replaces(desk.desk.standing("marie")) == "Marie Curie"
    assert seen(desk).name == "P. Perrin"


def test_erased_names_leave_an_empty_snapshot() -> None:
    state = State({"known": True, "category": "press"})
    assert people.attendee("attendee:a", state) == Attendee("a", "", category="press")


def test_external_codes_are_found_in_any_letter_case(desk: Bench) -> None:
    desk.expect(external_codes=["  AbC-é "])
    assert desk.store.subjects(people.external_key("aBc-É")) == ["attendee:marie"]


@pytest.mark.parametrize("status", ["cancelled", "not_confirmed", "revoked"])
def test_who_is_not_confirmed_is_not_expected(desk: Bench, status: str) -> None:
    desk.expect("a")
    desk.expect("b", status=status)
    assert desk.store.counts["#exp:*:guest"] == 1


def test_a_first_ticket_given_by_replacement_revokes_nothing(desk: Bench) -> None:
    desk.expect(code="")
    desk.desk.record(people.ticket_replaced("marie", "VNEW"))
    assert desk.person().get("revoked", []) == []
    assert desk.desk.admit("marie").verdict == "admitted"
