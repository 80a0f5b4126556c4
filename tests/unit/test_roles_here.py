"""What a station may do by its role."""

from pathlib import Path

import pytest

from vi_events.errors import UserError
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role
from vi_events.stations import files
from vi_events.stations.roles_here import CHECKIN, PALMARES, STAGE, WEBTV, allowed, require, role_in

EVERYTHING = {CHECKIN, PALMARES, STAGE, WEBTV}


def test_alone_and_on_the_stage_a_station_does_everything() -> None:
    assert allowed("") == allowed(Role.STAGE) == EVERYTHING


@pytest.mark.parametrize("role", [Role.DESK, Role.SUPERVISOR])
def test_a_desk_admits_and_nothing_else(role: Role) -> None:
    assert allowed(role) == {CHECKIN}


@pytest.mark.parametrize("role", [Role.WEBTV, Role.ORGANISER])
def test_the_webtv_and_the_organiser_have_no_stage_nor_palmares(role: Role) -> None:
    assert allowed(role) == {CHECKIN, WEBTV}


def test_every_role_admits() -> None:
    assert all(CHECKIN in allowed(role) for role in Role)


def test_a_refusal_says_which_role_it_is() -> None:
    require("", STAGE)
    require(Role.STAGE, STAGE)
    with pytest.raises(UserError, match="supervisor") as refused:
        require(Role.SUPERVISOR, STAGE)
    assert refused.value.code == "role_not_allowed"


def test_the_role_is_the_one_this_station_joined_with(tmp_path: Path) -> None:
    assert role_in(tmp_path) == ""
    files.save_membership(tmp_path, Membership("0" * 16, ("host:4222",), "webtv", Role.WEBTV, "", ""))
    assert role_in(tmp_path) == "webtv"
