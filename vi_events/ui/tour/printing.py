"""The badges' day: a crash while one was printed, a printer that no longer answers, a layout changed."""

from functools import partial

from PySide6.QtCore import QSize

from vi_events import settings
from vi_events.app import OpenEdition
from vi_events.checkin import badges, print_jobs
from vi_events.checkin.print_jobs import ADMISSION
from vi_events.checkin.print_queue import encode
from vi_events.checkin.print_views import PrinterView
from vi_events.edition import people
from vi_events.journal.store import Change, Store
from vi_events.settings import PrinterSettings
from vi_events.ui.checkin.printers_page import PrintersPage
from vi_events.ui.checkin.settings_dialog import SettingsDialog
from vi_events.ui.preparation.badge_editor import BadgeEditor
from vi_events.ui.shell import Desk
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.tour.people import expected

_DEAD, _SPARE = "Accueil", "Secours"
_PRINTERS = (PrinterSettings(_DEAD, "tcp://192.0.2.10:9100"), PrinterSettings(_SPARE, "null:"))
"""The first address is one that nobody has (RFC 5737)."""
_WAITING = 5
_DOTS = 576


class PrintingTour:
    """The same desk, its printers in trouble."""

    def __init__(self, camera: Camera, clock: Clock, desk: Desk, opened: OpenEdition) -> None:
        self._camera, self._clock, self._desk, self._opened = camera, clock, desk, opened

    def play(self, size: tuple[int, int]) -> None:
        """Leaves the question, the printers' page and the editor of layouts."""
        window, name = self._desk.window, f"-{size[0]}"
        window.resize(*size)
        window.be_idle()
        self._interrupted(*expected(self._opened, 1)[0])
        window.badges.use_printers(_PRINTERS)
        self._camera.settle(lambda: bool(self._opened.reception.printing.questions().result()))
        for _, code in expected(self._opened, _WAITING):
            before = window.result
            self._clock.pass_s(20)
            window.scan(code)
            self._camera.settle(partial(self._has_answered, before))
        self._camera.settle(lambda: self._main().level == "bad")
        self._camera.shoot(window, "accueil-question" + name)
        self._printers_page(name)
        self._editor(size, name)
        window.settings = settings.Settings(printers=_PRINTERS[1:], sounds=False)
        window.badges.use_printers(_PRINTERS[1:])

    def _interrupted(self, attendee_id: str, code: str) -> None:
        """Somebody comes in, and the program stops while the badge is sent."""
        opened, printer = self._opened, f"{self._opened.reception.settings.author.station}/{_DEAD}"
        opened.reception.scan(code).result()

        def leave_open(store: Store) -> Change:
            picture = encode(badges.picture(store, attendee_id, _DOTS))
            with store.transaction(opened.reception.settings.author) as tx:
                tx.record(print_jobs.badge_queued(attendee_id, printer, ADMISSION, picture))
            state = store.state(people.subject(attendee_id))
            assert state is not None
            with store.transaction(opened.reception.settings.author) as tx:
                tx.record(print_jobs.badge_printed(print_jobs.jobs(attendee_id, state)[-1], "sending"))
            return tx.change

        opened.core.publish(opened.core.call(leave_open))

    def _printers_page(self, name: str) -> None:
        window = self._desk.window
        window.settings = settings.Settings(printers=_PRINTERS, sounds=False)
        assert self._desk.verbs is not None
        dialog = self._desk.verbs.printing.printers_dialog(self._opened)
        dialog.show()
        page = dialog.findChild(PrintersPage)
        assert page is not None
        self._camera.settle(lambda: len(page.jobs.shown()) >= _WAITING)
        self._camera.shoot(dialog, "imprimantes-panne" + name)
        dialog.close()
        chosen = SettingsDialog(window.settings, window)
        chosen.show()
        self._camera.settle()
        self._camera.shoot(chosen, "reglages-imprimantes" + name)
        chosen.close()

    def _editor(self, size: tuple[int, int], name: str) -> None:
        window = self._desk.window
        editor = BadgeEditor(self._opened, window.bridge, window)
        editor.resize(QSize(*size))
        editor.show()
        self._camera.settle(lambda: editor.preview.badge() is not None)
        self._camera.shoot(editor, "modeles-badge" + name)
        editor.close()

    def _main(self) -> PrinterView:
        return self._opened.reception.printing.printers().result()[0]

    def _has_answered(self, before: object) -> bool:
        return self._desk.window.result is not before
