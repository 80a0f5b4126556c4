"""What the surfaces really show, said by the stage and heard by the webtv on another computer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from vi_events.clock import NowMs
from vi_events.ui.stage.outputs import Outputs

if TYPE_CHECKING:
    from vi_events.stations.network import Network

SILENT_MS = 6_000
_TICK_MS = 250
_NAMES = ("public", "prompter")
_LEVELS = frozenset({"ok", "info", "warn", "bad", "off"})


class SurfacesSaid(QObject):
    """Tells the others the levels of the lamps of this stage's surfaces, whenever one changes, until ``close``."""

    def __init__(self, outputs: Outputs, network: Callable[[], Network | None], now_ms: NowMs) -> None:
        super().__init__(outputs)
        self._outputs, self._network, self._now_ms = outputs, network, now_ms
        self._said: dict[str, str] = {}
        self._ticks = QTimer(self, interval=_TICK_MS)
        self._ticks.timeout.connect(self.look)
        self._ticks.start()
        outputs.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Says the levels if they are others: a surface is also late by the time alone."""
        lamps = self._outputs.lamps(self._now_ms())
        self._say({name: level for name, (level, _) in zip(_NAMES, lamps, strict=True)})

    def close(self) -> None:
        """The console closes: there is nothing to see any more. Closing again does nothing."""
        if self._ticks.isActive():
            self._ticks.stop()
            self._outputs.changed.disconnect(self.look)
            self._say({})

    def _say(self, levels: dict[str, str]) -> None:
        network = self._network()
        if network is not None and levels != self._said:
            self._said = levels
            network.show_surfaces(levels)


class SurfacesHeard:
    """What the stages elsewhere said; called with the time it gives (level, words) of the public screen and of the
    prompter, as ``Outputs.lamps`` does. Nothing heard for six seconds is level ``silent``.
    """

    def __init__(self, now_ms: NowMs) -> None:
        self._now_ms = now_ms
        self._heard: dict[str, tuple[Mapping[str, Any], int]] = {}

    def hear(self, station: str, surfaces: Mapping[str, Any]) -> None:
        """A station says what its surfaces show; nothing at all: it no longer has any."""
        if surfaces:
            self._heard[station] = surfaces, self._now_ms()
        else:
            self._heard.pop(station, None)

    def forget(self) -> None:
        """Another edition, or alone."""
        self._heard.clear()

    def station(self) -> str:
        """The stage that counts: a standby speaks as well, of surfaces that are closed. Empty when none spoke."""
        shown = {name: (_shows(surfaces), heard_ms) for name, (surfaces, heard_ms) in self._heard.items()}
        return max(shown, key=lambda name: shown[name], default="")

    def __call__(self, now_ms: int) -> tuple[tuple[str, str], tuple[str, str]]:
        station = self.station()
        if not station:
            return ("", ""), ("", "")
        surfaces, heard_ms = self._heard[station]
        silent = now_ms - heard_ms > SILENT_MS
        public, prompter = ("silent" if silent else _level(surfaces.get(name)) for name in _NAMES)
        return (public, station), (prompter, station)


def _shows(surfaces: Mapping[str, Any]) -> bool:
    return any(_level(surfaces.get(name)) != "off" for name in _NAMES)


def _level(said: object) -> str:
    return said if isinstance(said, str) and said in _LEVELS else "off"
