"""Windows are drawn off screen unless a platform is asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
from collections.abc import Iterator
from itertools import count

import pytest

# As in the program (``ui.collecting``): a widget is never destroyed by a thread that happens to collect.
gc.disable()
_DEEPLY_EVERY = 50
_turns = count(1)


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    yield
    gc.collect(2 if next(_turns) % _DEEPLY_EVERY == 0 else 1)
