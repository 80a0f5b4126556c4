"""The overlay page of a whole station in a real Chromium: in time with GO, and knowing nothing of what comes next."""

import json
import statistics
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.canaries import CANARIES, document
from tests.ceremony import Ceremony, ceremony, whole_show
from tests.e2e.chromium import Tab, chromium
from tests.e2e.overlay_page import follow, frames, standing
from vi_events.stage.go_key import REARM_MS

REVEALS = 30
PAINTED_P95_MS = 50


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    with chromium(tmp_path / "chromium") as browser:
        tab = browser.tab()
        yield tab
        tab.close()


def test_thirty_reveals_are_painted_within_fifty_milliseconds_of_go(tmp_path: Path, tab: Tab) -> None:
    took, floor = list[float](), list[float]()
    with ceremony(tmp_path / "data", whole_show()) as show:
        follow(show, tab)
        show.go_to_award(level=2)
        for _ in range(REVEALS):
            # No sooner than the key allows: on the page the award before still comes in.
            threading.Event().wait(REARM_MS / 1000)
            go = show.go()
            took.append((show.painted_s("all", go.air.epoch) - go.pressed_s) * 1000)
            assert standing(tab) == [go.view.revision.stops[go.view.state.stop].label]
            floor.append(held_ms(show))
        assert tab.complaints() == []
    p50, (p95, floor_p95) = statistics.median(took), (statistics.quantiles(each, n=20)[-1] for each in (took, floor))
    print(f"GO to painted: p50 {p50:.1f} ms, p95 {p95:.1f} ms; HOLD, which paints nothing new: p95 {floor_p95:.1f} ms")
    # Where the computer is busy with other things, no more than twice what a press that paints nothing takes.
    assert p95 <= max(PAINTED_P95_MS, 2 * floor_p95)


def held_ms(show: Ceremony) -> float:
    """HOLD and RESUME: milliseconds until the page said that it had painted the same picture again, for the first."""
    before = show.aired[-1].epoch
    began_s = show.until(lambda: True)
    show.opened.stage.hold().result()
    show.until(lambda: show.aired[-1].epoch > before)
    painted_s = show.painted_s("all", show.aired[-1].epoch)
    held = show.aired[-1].epoch
    show.opened.stage.resume().result()
    show.until(lambda: show.aired[-1].epoch > held)
    return (painted_s - began_s) * 1000


def test_a_page_has_heard_of_nobody_before_their_go(tmp_path: Path, tab: Tab) -> None:
    with ceremony(tmp_path / "data", document()) as show:
        follow(show, tab)
        for number, name in enumerate(CANARIES[:-1], 1):
            go = show.go_to_award()
            show.painted_s("all", go.air.epoch)
            assert standing(tab) == [name]
            heard = "".join(frames(tab)) + str(tab.run("document.documentElement.outerHTML"))
            heard += json.dumps([each for each in tab.events if each["method"].startswith("Network.")])
            assert name in heard
            assert not [later for later in CANARIES[number:] if later in heard]
