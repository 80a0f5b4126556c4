"""A hundred thousand hostile tickets: minutes of fsync, so not in the quick suite."""

from pathlib import Path

import pytest

from tests.integration.conftest import data, made_once, outside, people, vi
from tests.integration.test_hostile import Vi, scan_hostile_lines

pytestmark = pytest.mark.untimed
__all__ = ["data", "made_once", "outside", "people", "vi"]  # fixtures: pytest finds them by name


def test_a_hundred_thousand_hostile_tickets(
    data: Path,
    outside: Vi,
    people: list[dict[str, str]],
) -> None:
    scan_hostile_lines(100_000, data, outside, [person["code"] for person in people])
