"""Commands keep to the role of their station among the others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.conftest import Ran
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role
from vi_events.stations import files


def join(data: Path, role: Role) -> None:
    files.save_membership(data / "demo", Membership("0" * 16, ("127.0.0.1:1",), "poste-1", role, "", ""))


@pytest.mark.parametrize("role", [Role.DESK, Role.SUPERVISOR, Role.WEBTV, Role.ORGANISER])
def test_only_a_stage_drives_the_show_and_keeps_the_palmares(vi: Callable[..., Ran], data: Path, role: Role) -> None:
    join(data, role)
    for command in (("show", "run", "--script", "-"), ("palmares", "check"), ("palmares", "order", "--by", "level")):
        assert vi(*command, "--json").error == "role_not_allowed", command


def test_a_desk_does_not_set_obs_up(vi: Callable[..., Ran], data: Path) -> None:
    join(data, Role.DESK)
    for action in ("plan", "setup"):
        assert vi("obs", action, "--json").error == "role_not_allowed", action
