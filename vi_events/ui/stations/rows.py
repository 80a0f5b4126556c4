"""The list of stations: who is there, and how each one does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from vi_events.journal.hub.presence import CLOCK_TOLERANCE_MS
from vi_events.ui.language import grouped
from vi_events.ui.stations import words
from vi_events.ui.theme import BASE_PX, LIGHT, color, font
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import plain_tip

if TYPE_CHECKING:
    from vi_events.stations.views import NetworkView


_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One station as shown. ``tones`` are those of role, seen, clock and pending; ``member``: the host may exclude it
    or hand over to it (when ``here``).
    """

    name: str
    texts: tuple[str, str, str, str]
    tones: tuple[str, str, str, str]
    own: bool = False
    host: bool = False
    here: bool = False
    member: bool = False

    @property
    def marks(self) -> str:
        """« ce poste, héberge »."""
        own = QCoreApplication.translate("Stations", "ce poste") if self.own else ""
        host = QCoreApplication.translate("Stations", "héberge") if self.host else ""
        return ", ".join(filter(None, (own, host)))


def rows(view: NetworkView, own: str, host: str, now_ms: int) -> tuple[Row, ...]:
    """This station first, then the host, then the others by name. ``host`` is its name, empty when nobody knows it.
    Pure.
    """
    members = {each.name: each for each in view.members}
    heard = {each.name: each for each in view.hub.stations if each.name != own}
    host = own if view.hosting else host
    pending = view.hub.pending
    mine = (words.role_name(view.role), "", "", grouped(pending) if pending else "")
    found = [Row(own, mine, ("", "", "", "warn"), own=True, host=host == own, here=True)]
    for name in sorted({*members, *heard} - {own}, key=lambda name: (name != host, _natural(name))):
        member, said = members.get(name), heard.get(name)
        here = member.here if member else said is not None and now_ms - said.last_seen_ms < words.HERE_MS
        role = words.role_name(said.role if said else member.role if member else "")
        absent = QCoreApplication.translate("Stations", "absent")
        seen, clock, waiting, tones = words.ago(0) if here else absent, "", "", ["", "" if here else "off", "", "warn"]
        if said is not None:
            since_ms = now_ms - said.last_seen_ms
            seen, tones[1] = words.ago(since_ms), "" if since_ms < words.HERE_MS else "warn"
            clock = words.clock_offset(said.clock_offset_ms)
            tones[2] = "warn" if abs(said.clock_offset_ms) > CLOCK_TOLERANCE_MS else ""
            waiting = grouped(said.pending) if said.pending else ""
        toned = (tones[0], tones[1], tones[2], tones[3])
        found.append(Row(name, (role, seen, clock, waiting), toned, host=name == host, here=here, member=bool(member)))
    return tuple(found)


def _natural(name: str) -> list[tuple[int, str]]:
    """« Accueil 2 » before « Accueil 10 »."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name.casefold())]


class StationsTable(PlainTable):
    """The stations, one a line; what is selected stays so by its name."""

    def __init__(self) -> None:
        super().__init__([""] * _COLUMNS, "")
        self.setAccessibleName(self.tr("Postes"))
        self.setHorizontalHeaderLabels(
            [self.tr("Poste"), self.tr("Rôle"), self.tr("Vu"), self.tr("Horloge"), self.tr("Non transmis")]
        )
        self._rows: tuple[Row, ...] = ()
        header = self.horizontalHeader()
        header.setSectionResizeMode(_COLUMNS - 1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setAlternatingRowColors(False)

    def selected(self) -> Row | None:
        """The station under the cursor."""
        return self._rows[self.currentRow()] if 0 <= self.currentRow() < len(self._rows) else None

    def show_stations(self, found: tuple[Row, ...]) -> None:
        """Shows ``found``; only what changed is written, for this is called every second."""
        if found == self._rows:
            return
        chosen = self.selected()
        before, self._rows = self._rows, found
        self.setRowCount(len(found))
        for number, row in enumerate(found):
            if number >= len(before) or before[number] != row:
                self._write(number, row)
        if chosen is not None:
            names = [row.name for row in found]
            self.setCurrentCell(names.index(chosen.name) if chosen.name in names else -1, 0)

    def _write(self, number: int, row: Row) -> None:
        name = f"{row.name} ({row.marks})" if row.marks else row.name
        for column, (text, tone) in enumerate(zip((name, *row.texts), ("", *row.tones), strict=True)):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            item.setFont(font(BASE_PX, bold=column == 0 and (row.own or row.host), tabular=True))
            if tone:
                item.setForeground(color(LIGHT.ink_2 if tone == "off" else LIGHT.tone(tone).ink))
            if column == len(row.texts):
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(number, column, item)
