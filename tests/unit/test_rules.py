from dataclasses import replace

import pytest

from vi_events.checkin.messages import SENTENCES
from vi_events.checkin.rules import Presence, judge
from vi_events.checkin.views import VERDICTS
from vi_events.edition.models import Attendee, Zone

PERSON = Attendee("a", "Curie")
ZONE = Zone("z", "Jour 1")
OUT, IN = Presence(False, 0), Presence(True, 1)
NOW = 1_000_000


def verdict(person: Attendee = PERSON, zone: Zone = ZONE, presence: Presence = OUT, now: int = NOW) -> str:
    return judge(person, zone, presence, now)


def test_a_person_who_is_expected_comes_in() -> None:
    assert verdict() == "admitted"
    assert verdict(replace(PERSON, zones=("y", "z"))) == "admitted"


@pytest.mark.parametrize("status", ["cancelled", "not_confirmed", "revoked"])
def test_a_status_that_is_not_confirmed_says_its_name(status: str) -> None:
    assert verdict(replace(PERSON, status=status)) == status


@pytest.mark.parametrize("changes", [{"vip": True}, {"protocol_note": "préfet"}])
def test_a_note_or_a_vip_asks_for_attention(changes: dict[str, object]) -> None:
    assert verdict(replace(PERSON, **changes)) == "admitted_attention"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("policy", "expected"), [("once", "already_in"), ("reentry", "admitted"), ("in_out", "exit_recorded")]
)
def test_the_policy_says_what_a_second_scan_is(policy: str, expected: str) -> None:
    assert verdict(zone=replace(ZONE, policy=policy), presence=IN) == expected


@pytest.mark.parametrize(
    ("now", "expected"), [(99, "wrong_time"), (100, "admitted"), (199, "admitted"), (200, "wrong_time")]
)
def test_a_zone_is_open_from_its_opening_to_just_before_its_closing(now: int, expected: str) -> None:
    assert verdict(zone=replace(ZONE, opens_ms=100, closes_ms=200), now=now) == expected


@pytest.mark.parametrize(("present", "expected"), [(1, "admitted"), (2, "zone_full"), (3, "zone_full")])
def test_a_zone_is_full_at_its_capacity(present: int, expected: str) -> None:
    assert verdict(zone=replace(ZONE, capacity=2), presence=Presence(False, present)) == expected


def test_a_capacity_of_nobody_admits_nobody() -> None:
    assert verdict(zone=replace(ZONE, capacity=0)) == "zone_full"


def test_one_may_leave_after_closing() -> None:
    assert verdict(zone=replace(ZONE, policy="in_out", closes_ms=1), presence=IN) == "exit_recorded"


def test_nobody_inside_is_told_that_there_is_no_room() -> None:
    full = replace(ZONE, capacity=1)
    assert verdict(zone=full, presence=IN) == "already_in"
    assert verdict(zone=replace(full, policy="reentry"), presence=IN) == "admitted"


def test_refusals_come_in_their_order() -> None:
    """Everything is wrong; each thing put right uncovers the next."""
    person = replace(PERSON, status="cancelled", zones=("y",), info_required="Pièce d’identité ?")
    zone, presence = replace(ZONE, closes_ms=1, capacity=0), Presence(True, 9, code_revoked=True)
    found = [verdict(person, zone, presence)]
    presence = replace(presence, code_revoked=False)
    found.append(verdict(person, zone, presence))
    person = replace(person, status="confirmed")
    found.append(verdict(person, zone, presence))
    person = replace(person, zones=())
    found.append(verdict(person, zone, presence))
    zone = replace(zone, closes_ms=None)
    found.append(verdict(person, zone, presence))
    presence = replace(presence, inside=False)
    found.append(verdict(person, zone, presence))
    zone = replace(zone, capacity=None)
    found.append(verdict(person, zone, presence))
    assert found == ["revoked", "cancelled", "wrong_zone", "wrong_time", "already_in", "zone_full", "info_required"]


def test_every_verdict_has_its_sentence() -> None:
    assert set(SENTENCES) == set(VERDICTS)
