"""The streaming operator's console: two keys for a name, one gesture to hide all, nothing by accident."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.webtv_bench import WebtvBench, webtv_on

Key = Qt.Key
PEOPLE = (
    ("Maëlys Ferrand", "Présidente du jury"),
    ("Yann Le Gall-Péron", "Maire de Sète"),
    ("Zoé Haÿ", "Déléguée générale"),
)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[WebtvBench]:
    with webtv_on(tmp_path, qtbot) as bench:
        yield bench


def test_a_number_then_enter_puts_a_name_on_air(bench: WebtvBench) -> None:
    bench.add(*PEOPLE)
    bench.press(Key.Key_2, Key.Key_Return)
    bench.until(lambda: bench.console.view.air.get("lower_third") is not None)
    shown = bench.console.view.air.get("lower_third")
    assert shown is not None
    assert shown.data["name"] == "Yann Le Gall-Péron"
