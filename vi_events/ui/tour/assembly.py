"""The members' assembly before the ceremony: arrivals, proxies, the quorum; and arrivals that were noted on paper."""

from datetime import datetime, timedelta

from vi_events.app import OpenEdition
from vi_events.edition.models import Zone
from vi_events.edition.programme import Programme
from vi_events.ui.checkin.assembly_dialogs import GiveProxyDialog
from vi_events.ui.checkin.assembly_panel import AssemblyPanel
from vi_events.ui.checkin.paper_entry import PaperEntry
from vi_events.ui.shell import Desk
from vi_events.ui.tour.camera import Camera, Clock
from vi_events.ui.tour.people import expected

_OPENS = datetime(2018, 2, 1, 11, 30)
_ZONE = Zone("assemblee", "Assemblée générale", assembly=True, quorum="1/3", proxy_cap=2)
_COME, _PROXIES, _GIVER = 190, 3, "M. le premier adjoint"
"""How many people come in, how many authorities that stayed away are represented, who signed for them."""
_ON_PAPER, _EVERY_MIN, _SINCE_MIN = 3, 4, 40
"""How many were let in by the lists on paper, how far apart, and how long ago the first of them."""


class AssemblyTour:
    """The same desk, which lets members in and counts them."""

    def __init__(self, camera: Camera, clock: Clock, desk: Desk, opened: OpenEdition) -> None:
        self._camera, self._clock, self._desk, self._opened = camera, clock, desk, opened

    def play(self, size: tuple[int, int]) -> None:
        """Leaves the assembly with its quorum, and the form for what was noted on paper."""
        window, name = self._desk.window, f"-{size[0]}"
        window.resize(*size)
        window.be_idle()
        self._clock.pass_until(_OPENS)
        self._paper(name)
        self._assembly(name)

    def _assembly(self, name: str) -> None:
        opened, reception = self._opened, self._opened.reception
        known, here = opened.programme, reception.settings.zone
        opened.save_programme(known, Programme(known.edition, (*known.zones, _ZONE))).result()
        reception.stand(zone=_ZONE).result()
        for _, state in opened.core.call(lambda store: store.states_of_type("attendee"))[:_COME]:
            self._clock.pass_s(9)
            reception.scan(str(state.data["code"])).result()
        panel = AssemblyPanel(opened, self._desk.bridge, _ZONE, self._desk.window)
        panel.show()
        self._camera.settle(lambda: panel.members.model().rowCount() > 0)
        for holder in self._inside(_PROXIES):
            self._give(panel, holder, name)
        self._camera.shoot(panel, "assemblee" + name)
        panel.close()
        reception.stand(zone=here).result()

    def _give(self, panel: AssemblyPanel, holder: str, name: str) -> None:
        """The first authority of which nobody came is represented by a person who is there."""
        before = self._opened.reception.assembly(_ZONE.id).result()
        row = next(row for row, line in enumerate(before.lines) if line.state == "absent")
        panel.members.setCurrentIndex(panel.members.model().index(row, 0))
        panel.give()
        dialog = panel.findChildren(GiveProxyDialog)[-1]
        who = self._opened.reception.card(holder).result()
        dialog.field.setText(who.last_name)
        dialog.field.textEdited.emit(who.last_name)
        self._camera.settle(dialog.accept_button.isEnabled)
        dialog.giver.setText(_GIVER)
        if not before.represented:
            self._camera.shoot(dialog, "assemblee-pouvoir" + name)
        said = panel.figures.text()
        dialog.accept()
        self._camera.settle(lambda: panel.figures.text() != said)

    def _inside(self, count: int) -> list[str]:
        people = self._opened.core.call(lambda store: store.states_of_type("attendee"))
        return [subject.partition(":")[2] for subject, state in people if _ZONE.id in state.data.get("in", {})][:count]

    def _paper(self, name: str) -> None:
        entry = PaperEntry(self._opened, self._desk.window)
        entry.show()
        people = [self._opened.reception.card(id_).result() for id_, _ in expected(self._opened, _ON_PAPER + 1)]
        came = datetime.fromtimestamp(self._clock() / 1000) - timedelta(minutes=_SINCE_MIN)
        for number, person in enumerate(people):
            noted = came + timedelta(minutes=number * _EVERY_MIN)
            entry.time.setText(noted.strftime("%H:%M"))
            entry.field.setText(person.last_name)
            entry.field.textEdited.emit(person.last_name)
            self._camera.settle(lambda: entry.people.count() > 0)
            if number < _ON_PAPER:
                entry.admit()
                self._camera.settle(lambda: not entry.field.text())
        self._camera.shoot(entry, "papier-saisie" + name)
        entry.close()
        entry.deleteLater()
