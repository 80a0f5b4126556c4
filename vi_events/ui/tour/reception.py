"""The reception's day: arrivals, the unexpected, search, the kiosk, every dialog."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.checkin import badges
from vi_events.checkin.codes import new_code, new_key
from vi_events.edition import people
from vi_events.journal.fold import State
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.shell import Desk
from vi_events.ui.tour.camera import Camera, Clock

ZONE = "ceremonie"
_ARRIVALS = (4, 6, 5, 9, 12, 18, 24, 33, 41, 52, 48, 61, 55)
"""People per five minutes, from the opening of the doors."""


class ReceptionTour:
    """One desk, at the door of the ceremony."""

    def __init__(self, camera: Camera, clock: Clock, desk: Desk, opened: OpenEdition) -> None:
        self._camera, self._clock, self._desk, self._opened = camera, clock, desk, opened
        self._people: list[tuple[str, State]] = []

    def play(self, size: tuple[int, int]) -> None:
        """Every card, search, kiosk and dialog at this size; the first time the morning's arrivals as well."""
        desk, opened, window = self._desk, self._opened, self._desk.window
        window.use_clock(self._clock)
        window.resize(*size)
        window.show()
        first = not self._people
        if first:
            self._people = opened.core.call(lambda store: store.states_of_type("attendee"))
        name = f"-{size[0]}"
        window.be_idle()
        self._camera.settle(lambda: len(opened.reception.index) == len(self._people))
        self._camera.shoot(window, "accueil-pret" + name)
        if first:
            self._badges(opened)
            self._arrivals(opened)
        for what, code in self._moments(opened):
            self._clock.pass_s(20)
            self._scan(window, code)
            self._camera.shoot(window, f"accueil-{what}{name}")
        self._elsewhere(window, opened, name)
        for what, query in (("recherche", "bassens"), ("recherche-vide", "zyxwv")):
            window.search.field.setText(query)
            window.search.query_changed.emit(query)
            self._camera.settle(window.search.results_shown)
            self._camera.shoot(window, f"accueil-{what}{name}")
        window.search.clear()
        self._kiosk(window, opened, name)
        self._dialogs(desk, opened, name)

    def _arrivals(self, opened: OpenEdition) -> None:
        codes = iter([state.data["code"] for _, state in self._people[60:]])
        for count in _ARRIVALS:
            for code, _ in zip(codes, range(count), strict=False):
                opened.reception.scan(code).result()
                self._clock.pass_s(300 / count)

    def _moments(self, opened: OpenEdition) -> Iterator[tuple[str, str]]:
        """One scan for each thing that can happen, by the name of its picture."""
        expected = self._first(opened, noted=False)
        yield "admis", expected
        yield "attention", self._first(opened, noted=True)
        self._clock.pass_s(700)
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
            here = not state.data.get("zones") or ZONE in state.data["zones"]
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
                self._camera.shoot(window, "accueil-autre-lieu" + name)
                break
        opened.reception.stand(zone=here).result()
        window.refresh_place()

    def _kiosk(self, window: ReceptionWindow, opened: OpenEdition, name: str) -> None:
        window.enter_kiosk(full_screen=False)
        self._camera.settle()
        self._camera.shoot(window, "borne-pret" + name)
        for what, code in self._moments(opened):
            if what in ("admis", "inconnu"):
                self._clock.pass_s(20)
                self._scan(window, code)
                self._camera.shoot(window, f"borne-{what}{name}")
        window.leave_kiosk()

    def _dialogs(self, desk: Desk, opened: OpenEdition, name: str) -> None:
        someone = max(self._people, key=lambda pair: len(pair[1].personal.get("last_name", "")))
        desk.window.show_person(opened.reception.card(_id(someone[0])).result())
        self._camera.settle()
        self._camera.shoot(desk.window, "accueil-fiche" + name)
        for what, dialog in desk.verbs.gallery(app.DEMO_ATTENDEES) if desk.verbs else ():
            dialog.show()
            self._camera.settle(partial(_is_still, dialog))
            self._camera.shoot(dialog, f"dialogue-{what}{name}")
            dialog.close()

    def _badges(self, opened: OpenEdition) -> None:
        longest = max(self._people, key=lambda pair: len(pair[1].personal.get("last_name", "")))
        for number, (subject, _) in enumerate((self._people[0], longest)):
            for width in (576, 384):
                image = opened.core.call(partial(badges.picture, attendee_id=_id(subject), width_dots=width))
                self._camera.keep_badge(image, f"badge-{number + 1}-{width}")

    def _scan(self, window: ReceptionWindow, code: str) -> None:
        before = window.result
        window.use_clock(self._clock)
        window.scan(code)
        self._camera.settle(lambda: window.result is not before)


def _is_still(dialog: QWidget) -> bool:
    return not getattr(dialog, "is_busy", False)


def _id(subject: str) -> str:
    return subject.removeprefix(people.PREFIX)
