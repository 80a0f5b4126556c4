"""Plays a whole day by itself and leaves screenshots and a summary: a demonstration, and the pictures of the guide."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from vi_events import app, settings
from vi_events.app import OpenEdition
from vi_events.checkin import badges
from vi_events.checkin.codes import new_code, new_key
from vi_events.edition import people
from vi_events.edition.importing import prepare
from vi_events.edition.reference import load_reference
from vi_events.errors import UserError
from vi_events.journal.entry import Author
from vi_events.journal.fold import State
from vi_events.journal.verify import verify
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.shell import Desk, application

_ZONE = "ceremonie"
_DOORS_OPEN = datetime(2018, 2, 1, 7, 45)
_ARRIVALS = (4, 6, 5, 9, 12, 18, 24, 33, 41, 52, 48, 61, 55)
"""People per five minutes, from the opening of the doors."""
_WIDE = (1920, 1080)
_USUAL = (1366, 768)
_PATIENCE_MS = 10_000


class Clock:
    """The tour's own time of day, so that a morning passes in seconds."""

    def __init__(self, start: datetime) -> None:
        self.ms = int(start.timestamp() * 1000)

    def __call__(self) -> int:
        return self.ms

    def pass_s(self, seconds: float) -> None:
        self.ms += round(seconds * 1000)


def play(folder: Path, language: str = "fr") -> int:
    """Plays the tour; pictures and ``summary.json`` go to ``folder``. Returns the exit code."""
    if "QT_QPA_PLATFORM" not in os.environ and sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError(
            "folder_unwritable",
            f"« {folder} » ne se laisse pas écrire ({problem.strerror}).",
            "Choisissez un autre dossier.",
        ) from problem
    application(language)
    with tempfile.TemporaryDirectory() as data, ExitStack() as stack:
        summary = Tour(folder, Path(data), stack).run()
    (folder / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8")
    print(json.dumps(summary, ensure_ascii=False, indent=1))
    return 0 if summary["journal"]["problems"] == [] else 1


class Tour:
    """One day: import, arrivals, the unexpected, badges, the kiosk."""

    def __init__(self, folder: Path, data: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.data = data
        self.clock = Clock(_DOORS_OPEN)
        self.pictures: list[str] = []
        self._stack = stack
        self._people: list[tuple[str, State]] = []

    def run(self) -> dict[str, Any]:
        """The whole day; returns the summary."""
        edition = app.create_edition(self.data, app.DEMO, app.DEMO_ZONES, app.DEMO_PIN)
        opened = self._stack.enter_context(
            app.open_edition(edition, Author("Poste 2", "Claire (démo)"), _ZONE, self.clock)
        )
        prepared = prepare(app.DEMO_ATTENDEES, load_reference())
        outcome = opened.import_prepared(prepared)
        printers = (settings.PrinterSettings("Accueil", "null:"),)
        desk = Desk(settings.Settings(printers=printers, sounds=False), self._stack)
        self._people = opened.core.call(lambda store: store.states_of_type("attendee"))
        for size in (_USUAL, _WIDE):
            self._walk(desk, opened, size)
        report = opened.core.call(verify)
        counters = opened.reception.counters().result()
        desk.close()
        desk.window.close()
        return {
            "edition": opened.edition.title,
            "imported": outcome.added,
            "present": counters.present,
            "expected": counters.expected,
            "journal": {"entries": report.entries, "problems": list(report.problems)},
            "pictures": self.pictures,
        }

    def _walk(self, desk: Desk, opened: OpenEdition, size: tuple[int, int]) -> None:
        window = desk.window
        window.use_clock(self.clock)
        window.resize(*size)
        window.show()
        if window.opened is None:
            desk.take(opened)
        name = f"-{size[0]}"
        window.be_idle()
        self._settle(lambda: len(opened.reception.index) == len(self._people))
        self._shoot(window, "accueil-pret" + name)
        first = size == _USUAL
        if first:
            self._arrivals(opened)
        for what, code in self._moments(opened):
            self.clock.pass_s(20)
            self._scan(window, code)
            self._shoot(window, f"accueil-{what}{name}")
        self._elsewhere(window, opened, name)
        for what, query in (("recherche", "bassens"), ("recherche-vide", "zyxwv")):
            window.search.field.setText(query)
            window.search.query_changed.emit(query)
            self._settle(window.search.results_shown)
            self._shoot(window, f"accueil-{what}{name}")
        window.search.clear()
        self._kiosk(window, opened, name)
        self._dialogs(desk, opened, name)
        if first:
            self._badges(opened)

    def _arrivals(self, opened: OpenEdition) -> None:
        codes = iter([state.data["code"] for _, state in self._people[60:]])
        for count in _ARRIVALS:
            for code, _ in zip(codes, range(count), strict=False):
                opened.reception.scan(code).result()
                self.clock.pass_s(300 / count)

    def _moments(self, opened: OpenEdition) -> Iterator[tuple[str, str]]:
        """One scan for each thing that can happen, by the name of its picture."""
        expected = self._first(opened, noted=False)
        yield "admis", expected
        yield "attention", self._first(opened, noted=True)
        self.clock.pass_s(700)
        yield "deja-entre", expected
        yield "inconnu", "0000 billet de train"
        yield "non-valable", "V" + "B" * 24
        yield "pas-encore-recu", new_code(opened.vault.ticket_key)
        yield "autre-cle", new_code(new_key())
        for what, status in (("annule", "cancelled"), ("non-confirme", "not_confirmed")):
            found = next((state.data["code"] for _, state in self._people if state.data.get("status") == status), None)
            if found:
                yield what, found

    def _first(self, opened: OpenEdition, noted: bool) -> str:
        """The ticket of somebody expected who has not come yet, with or without a protocol note."""
        for subject, state in self._people[:60] if not noted else self._people:
            card = opened.reception.card(_id(subject)).result()
            here = not state.data.get("zones") or _ZONE in state.data["zones"]
            if here and not card.present and card.status == "confirmed" and bool(card.protocol_note) == noted:
                return str(state.data["code"])
        return ""

    def _elsewhere(self, window: ReceptionWindow, opened: OpenEdition, name: str) -> None:
        """Somebody comes to a zone where they are not expected."""
        here = opened.reception.settings.zone
        for zone in opened.zones:
            lost = [s for _, s in self._people if s.data.get("zones") and zone.id not in s.data["zones"]]
            if lost and zone != here:
                opened.reception.stand(zone=zone).result()
                window.refresh_place()
                self._scan(window, lost[0].data["code"])
                self._shoot(window, "accueil-autre-lieu" + name)
                break
        opened.reception.stand(zone=here).result()
        window.refresh_place()

    def _kiosk(self, window: ReceptionWindow, opened: OpenEdition, name: str) -> None:
        window.enter_kiosk(full_screen=False)
        self._settle()
        self._shoot(window, "borne-pret" + name)
        for what, code in self._moments(opened):
            if what in ("admis", "inconnu"):
                self.clock.pass_s(20)
                self._scan(window, code)
                self._shoot(window, f"borne-{what}{name}")
        window.leave_kiosk()

    def _dialogs(self, desk: Desk, opened: OpenEdition, name: str) -> None:
        someone = max(self._people, key=lambda pair: len(pair[1].personal.get("last_name", "")))
        desk.window.show_person(opened.reception.card(_id(someone[0])).result())
        self._settle()
        self._shoot(desk.window, "accueil-fiche" + name)
        for what, dialog in desk.verbs.gallery(app.DEMO_ATTENDEES) if desk.verbs else ():
            dialog.show()
            self._settle(partial(_is_still, dialog))
            self._shoot(dialog, f"dialogue-{what}{name}")
            dialog.close()

    def _badges(self, opened: OpenEdition) -> None:
        longest = max(self._people, key=lambda pair: len(pair[1].personal.get("last_name", "")))
        for number, (subject, _) in enumerate((self._people[0], longest)):
            for width in (576, 384):
                image = opened.core.call(partial(badges.picture, attendee_id=_id(subject), width_dots=width))
                self.pictures.append(f"badge-{number + 1}-{width}.png")
                badges.save_png(image, self.folder / self.pictures[-1])

    def _scan(self, window: ReceptionWindow, code: str) -> None:
        before = window.result
        window.use_clock(self.clock)
        window.scan(code)
        self._settle(lambda: window.result is not before)

    def _shoot(self, widget: QWidget, name: str) -> None:
        QApplication.processEvents()
        widget.grab().save(str(self.folder / f"{name}.png"))
        self.pictures.append(f"{name}.png")

    def _settle(self, done: Callable[[], bool] = lambda: True) -> None:
        """Lets the window work until ``done``, then a little longer for what follows (badge, figures)."""
        deadline = QTimer()
        deadline.setSingleShot(True)
        deadline.start(_PATIENCE_MS)
        while not done() and deadline.isActive():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        loop = QEventLoop()
        QTimer.singleShot(180, loop.quit)
        loop.exec()


def _is_still(dialog: QWidget) -> bool:
    return not getattr(dialog, "is_busy", False)


def _id(subject: str) -> str:
    return subject.removeprefix(people.PREFIX)
