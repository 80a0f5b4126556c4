"""Sixty power cuts in the middle of two thousand scans: too long for the quick suite."""

from pathlib import Path

import pytest

from tests.integration.test_kill import folder, scan_and_kill

pytestmark = pytest.mark.untimed
__all__ = ["folder"]  # a fixture: pytest finds it by name
KILLS = 60
SCANS_PER_LIFE = 90


def test_sixty_kills_in_two_thousand_scans_lose_nothing(folder: Path) -> None:
    assert scan_and_kill(folder, KILLS, SCANS_PER_LIFE) >= 2000
