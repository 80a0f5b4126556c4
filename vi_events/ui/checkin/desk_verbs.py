"""What the desk does through a dialog: forms, supervisor, place, import, devices. Each dialog acts on whom it names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from vi_events import settings
from vi_events.checkin.serial_scanner import SerialScanner
from vi_events.checkin.views import FoundPerson, PersonCard, ScanResult
from vi_events.checkin.wedge import Scan
from vi_events.journal.store import Change
from vi_events.stations.roles_here import PALMARES, STAGE, WEBTV
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.assembly_panel import open_assembly
from vi_events.ui.checkin.badges_ahead import BadgesAhead
from vi_events.ui.checkin.badges_due import BadgesDue
from vi_events.ui.checkin.conflicts_dialog import ConflictsDialog, open_conflicts
from vi_events.ui.checkin.delegation import DelegationDialog, open_delegation
from vi_events.ui.checkin.desk_menu import DeskMenu, Entry
from vi_events.ui.checkin.help_sheet import HelpSheet
from vi_events.ui.checkin.merge_dialog import MergeDialog, open_merge
from vi_events.ui.checkin.page_dialog import PageDialog
from vi_events.ui.checkin.paper_entry import PaperEntry
from vi_events.ui.checkin.person_details import PersonDetails
from vi_events.ui.checkin.person_form import Lookup, PersonForm
from vi_events.ui.checkin.place_dialog import Place, PlaceDialog
from vi_events.ui.checkin.print_question import NO_KEY, YES_KEY
from vi_events.ui.checkin.print_verbs import PrintVerbs
from vi_events.ui.checkin.reception_window import ReceptionWindow
from vi_events.ui.checkin.scanner_page import ScannerPage
from vi_events.ui.checkin.settings_dialog import SettingsDialog
from vi_events.ui.checkin.suggestions import suggest
from vi_events.ui.checkin.supervisor_dialog import PinGuard, SupervisorDialog
from vi_events.ui.language import spoken
from vi_events.ui.other_windows import OtherWindows
from vi_events.ui.preparation.edition_dialog import NewEditionDialog
from vi_events.ui.preparation.editions import Editions
from vi_events.ui.preparation.import_wizard import wizard_on
from vi_events.ui.preparation.tickets_dialog import TicketsDialog

_SIMILAR = 3


class DeskVerbs(QObject):
    """Opens the dialogs of one reception window, and its menu."""

    settings_changed = Signal()
    _line_from_serial = Signal(str)
    _state_of_serial = Signal(object)

    def __init__(self, window: ReceptionWindow, data: Path | None = None, editions: Editions | None = None) -> None:
        super().__init__(window)
        self.window = window
        self._data = data
        self._editions = editions
        self._guard = PinGuard()
        self._scanner_page: ScannerPage | None = None
        self._serial: SerialScanner | None = None
        self._camera: Any = None
        self._paper: PaperEntry | None = None
        self.printing = PrintVerbs(window)
        self.printing.settings_requested.connect(self.change_settings)
        self._others = OtherWindows(window)
        self._others.desk_tools = {
            "printers": lambda _: self.printing.show_printers(),
            "badges_ahead": lambda _: self.printing.show_ahead(),
            "settings": lambda _: self.change_settings(),
            "scanner": lambda _: self.test_scanner(),
            "camera": lambda _: self.open_camera(),
            "open": self.open_edition,
        }
        # In the kiosk nobody but the held button leads anywhere.
        self.menu = DeskMenu(window, self._groups(), lambda: not window.in_kiosk())
        self._by_activity = {
            PALMARES: self.menu.action(self.tr("Palmarès et conducteur…")),
            STAGE: self.menu.action(self.tr("Régie plateau…")),
            WEBTV: self.menu.action(self.tr("Régie webtv…")),
        }
        self._assembly = self.menu.action(self.tr("Assemblée…"))
        if editions is not None:
            self._others.join_requested = editions.join
        window.stations_requested.connect(self._others.stations)
        window.guard.hand_over_requested.connect(self._others.hand_over)
        window.news.changed.connect(self._allow)
        self._line_from_serial.connect(window.scan)
        self._state_of_serial.connect(lambda state: window.set_lamp("scanner", state))
        window.verb_requested.connect(self._on_verb_requested)
        window.menu_requested.connect(self._open_menu)
        window.side.conflicts.clicked.connect(self.show_conflicts)
        window.bridge.changed.connect(self._on_changed)
        window.zone_requested.connect(lambda: self.change_place("zone"))
        window.operator_requested.connect(lambda: self.change_place("operator"))

    def attach(self) -> None:
        """The edition is open: takes up the zone and the serial scanner of the settings."""
        opened, known = self.window.opened, self.window.settings
        if opened is None:
            return
        zone = next((zone for zone in opened.zones if zone.id == known.zone), None)
        if zone is not None and zone != opened.reception.settings.zone:
            self.window.bridge.when_done(opened.reception.stand(zone=zone), lambda _: self.window.refresh_place())
        self._start_serial(known.serial_port)
        self._look_for_assembly()
        if self._editions is not None and self._editions.fresh == opened.edition.slug:
            self._editions.fresh = ""
            self._others.preparation()

    def close(self) -> None:
        """Closes the other windows and frees the devices."""
        self._others.close()
        self._start_serial("")
        if self._paper is not None:
            self._paper.deleteLater()
            self._paper = None
        if self._camera is not None:
            self._camera.close_reader()

    def take_scan(self, scan: Scan) -> None:
        """A scan of the keyboard wedge: the test page keeps those made while it is open, the desk takes the others."""
        if self._scanner_page is not None and self._scanner_page.isVisible():
            self._scanner_page.show_scan(scan)
        else:
            self.window.scan(scan.raw)

    def _allow(self) -> None:
        """Only the windows of this station's role among the others."""
        allowed = self.window.news.allowed
        why = self.tr("Ce poste a rejoint les autres avec un rôle qui n’ouvre pas cette fenêtre.")
        for activity, action in self._by_activity.items():
            action.setEnabled(activity in allowed)
            action.setToolTip("" if action.isEnabled() else why)

    def _look_for_assembly(self) -> None:
        opened = self.window.opened
        if opened is not None:
            self.window.bridge.when_done(
                opened.reception.zones(),
                lambda zones: self._assembly.setVisible(any(zone.assembly for zone in zones)),
            )

    def _on_changed(self, change: Change) -> None:
        if any(subject.startswith("zone:") for subject in change.subjects):
            self._look_for_assembly()

    # Verbs about a person

    def add_person(self, name: str = "") -> None:
        """F2: somebody who was not expected."""
        opened = self.window.opened
        if opened is None:
            return
        form = self._form("walk_in")
        if name:
            form.prefill_name(name)

        def accepted() -> None:
            added = opened.reception.walk_in(form.fields(), form.authority())
            self.window.bridge.when_done(added, self.window.show_result)

        form.accepted.connect(accepted)
        form.open()

    def substitute(self, person: PersonCard) -> None:
        """F4: another person comes in this one's place."""
        opened = self.window.opened
        if opened is None:
            return
        form = self._form("substitute", person)

        def accepted() -> None:
            done = opened.reception.substitute(person.attendee_id, form.fields())
            self.window.bridge.when_done(done, self.window.show_result)

        form.accepted.connect(accepted)
        form.open()

    def correct(self, person: PersonCard, answering: bool) -> None:
        """F6: corrections by hand. ``answering``: what was asked at the door is answered now."""
        opened = self.window.opened
        if opened is None:
            return
        form = self._form("correct", person)

        def accepted() -> None:
            fields = form.fields() | ({"info_required": ""} if answering else {})
            done = opened.reception.correct(person.attendee_id, fields, form.authority())
            self.window.bridge.when_done(done, lambda card: self.window.show_person(card, self.tr("Fiche corrigée.")))

        form.accepted.connect(accepted)
        form.open()

    def force(self, result: ScanResult) -> None:
        """F10: a supervisor lets in somebody whom the rules refuse."""
        opened, person = self.window.opened, result.person
        if opened is None or person is None:
            return
        dialog = SupervisorDialog(person, wording.title(result), self._guard, self.window)

        def allowed(forced: ScanResult) -> None:
            dialog.grant()
            self.window.show_result(forced)

        def ask(pin: str, reason: str) -> None:
            forced = opened.reception.override(person.attendee_id, reason, pin)
            self.window.bridge.when_done(forced, allowed, lambda problem: dialog.refuse(spoken(problem)))

        dialog.asked.connect(ask)
        dialog.open()

    def show_conflicts(self) -> None:
        """Ctrl+F5: who was let in twice."""
        open_conflicts(self.window, self._guard)

    def show_assembly(self) -> None:
        """Ctrl+F6: the quorum and the proxies of the assembly, in the menu when there is one."""
        open_assembly(self.window)

    def enter_paper(self) -> None:
        """Ctrl+F2: who was let in by the lists on paper; opened again, it goes on where it was."""
        opened = self.window.opened
        if opened is None:
            return
        if self._paper is None:
            self._paper = PaperEntry(opened, self.window)
        self._paper.open()

    def show_details(self) -> None:
        """Ctrl+D: all that is known of the person in view, and what happened."""
        opened, person = self.window.opened, self.window.person
        if opened is None or person is None:
            return
        bridge, reception = self.window.bridge, opened.reception

        def shown(card: PersonCard) -> None:
            dialog = PersonDetails(card, self.window.now_ms(), self.window)
            dialog.print_requested.connect(self.window.badges.print)
            dialog.handed_requested.connect(lambda id_: bridge.when_done(reception.badge_handed(id_), dialog.show_card))
            dialog.ticket_requested.connect(
                lambda id_: bridge.when_done(
                    reception.replace_ticket(id_),
                    lambda _: bridge.when_done(reception.card(id_), dialog.show_card),
                )
            )
            dialog.merge_requested.connect(lambda _: open_merge(self.window, card, self._similar, dialog))
            dialog.open()

        bridge.when_done(reception.card(person.attendee_id), shown)

    # The place and the devices

    def change_place(self, focus: str) -> None:
        """Ctrl+L, Ctrl+O: another zone, another operator, another name for the station."""
        opened = self.window.opened
        if opened is None:
            return
        standing = opened.reception.settings
        now = Place(standing.zone.id, standing.author.operator, standing.author.station)
        dialog = PlaceDialog(opened.zones, now, "operator" if focus == "operator" else "zone", self.window)
        if self.window.news.joined:
            dialog.fix_station()

        def accepted() -> None:
            place = dialog.place()
            zone = next(zone for zone in opened.zones if zone.id == place.zone_id)
            author = replace(standing.author, operator=place.operator, station=place.station)
            moved = opened.reception.stand(zone=zone, author=author)
            self.window.bridge.when_done(moved, lambda _: self.window.refresh_place())
            self.keep(zone=place.zone_id, operator=place.operator, station=place.station)

        dialog.accepted.connect(accepted)
        dialog.open()

    def change_settings(self) -> None:
        """Ctrl+P: printers, scanner, sounds, language."""
        dialog = SettingsDialog(self.window.settings, self.window)
        if self.window.opened is not None:
            known = self.window.opened.reception.printing.printers()
            self.window.bridge.when_done(known, dialog.printers.show_elsewhere)

        def accepted() -> None:
            self.window.settings = dialog.settings()
            self.keep()
            self.window.sounds.on = self.window.settings.sounds
            self._start_serial(self.window.settings.serial_port)
            self.settings_changed.emit()
            self.window.badges.use_printers(self.window.settings.printers, self.window.settings.prints_at)

        dialog.accepted.connect(accepted)
        dialog.open()

    def keep(self, **changes: Any) -> None:
        """Remembers settings for the next start."""
        self.window.settings = replace(self.window.settings, **changes)
        if self._data is not None:
            try:
                settings.save(self._data, self.window.settings)
            except OSError:
                self.window.card.show_notice(self.tr("Les réglages n’ont pas pu être gardés pour la prochaine fois."))

    def make_tickets(self) -> None:
        """Ctrl+B: codes, invitations to print, pictures."""
        if self._editions is not None and self.window.opened is not None:
            self._editions.make_tickets(self.window.opened)

    def new_edition(self) -> None:
        """Ctrl+N: another edition, opened at once."""
        if self._editions is not None:
            self._editions.create()

    def open_edition(self, slug: str) -> None:
        """An edition just taken up from a backup."""
        if self._editions is not None:
            self._editions.edition_requested.emit(slug)

    def choose_edition(self) -> None:
        """Ctrl+E: another edition of this computer."""
        if self._editions is not None and self.window.opened is not None:
            self._editions.choose(self.window.opened.edition.slug)

    def test_scanner(self) -> None:
        """Ctrl+T: the scanner test page."""
        self._scanner_page = ScannerPage()
        PageDialog(self._scanner_page, self.window).open()

    def open_camera(self) -> None:
        """A camera as a scanner, beside the USB one."""
        from vi_events.ui.checkin.camera import CameraPanel

        if self._camera is None:
            self._camera = CameraPanel(preferred=self.window.settings.camera)
            self._camera.choice.textActivated.connect(lambda name: self.keep(camera=name))
            self._camera.scan_read.connect(self.window.scan)
            self._camera_dialog = PageDialog(self._camera, self.window)
            self._camera_dialog.finished.connect(self._camera.stop)
        else:
            self._camera.list_cameras()
        self._camera_dialog.show()

    def import_attendees(self) -> None:
        """Ctrl+I: the import wizard."""
        if self.window.opened is not None:
            wizard_on(self.window.opened, self.window).open()

    def gallery(self, file: Path) -> Iterator[tuple[str, QWidget]]:
        """Every dialog with real data, for the pictures of the guide."""
        person = self.window.person
        opened = self.window.opened
        if opened is None or person is None:
            return
        yield "ajouter", self._form("walk_in")
        yield "remplacer", self._form("substitute", person)
        yield "corriger", self._form("correct", person)
        yield "forcer", SupervisorDialog(person, self.tr("Déjà entré·e"), PinGuard(), self.window)
        yield "fiche", PersonDetails(person, self.window.now_ms(), self.window)
        standing = opened.reception.settings
        place = Place(standing.zone.id, standing.author.operator, standing.author.station)
        yield "poste", PlaceDialog(opened.zones, place, "zone", self.window)
        yield "reglages", SettingsDialog(self.window.settings, self.window)
        yield "imprimantes", self.printing.printers_dialog(opened)
        yield "badges-a-imprimer", BadgesDue(opened, self.window.bridge, self.window)
        yield "badges-d-avance", BadgesAhead(opened.reception.printing, self.window.bridge, self.window)
        yield "aide", HelpSheet(self.keys(), self.window)
        yield "douchette", PageDialog(ScannerPage(), self.window)
        yield "doubles-entrees", ConflictsDialog(opened, PinGuard(), self.window)
        yield "saisie-papier", PaperEntry(opened, self.window)
        yield "delegation", DelegationDialog(person.authority, self._similar(person.authority), self.window)
        yield "reunir", MergeDialog(self._similar, person, self.window)
        yield "nouvelle-edition", NewEditionDialog((), self.window)
        people = opened.core.call(lambda store: len(store.states_of_type("attendee")))
        yield "billets", TicketsDialog(people, _nothing, self.window)
        wizard = wizard_on(opened, self.window)
        yield "import-choisir", wizard
        wizard.open_file(file)
        yield "import-colonnes", wizard

    def keys(self) -> Sequence[tuple[str, str]]:
        """Every key of the desk with what it does."""
        verbs = [(wording.verb_key(verb), wording.verb_text(verb, 0).replace(" (0)", "")) for verb in wording.VERBS]
        verbs.append(("F3", self.tr("Chercher un nom, une commune, une fonction")))
        others = [
            (self.tr("Échap"), self.tr("Personne suivante")),
            ("Alt+M", self.tr("Menu")),
            (YES_KEY, self.tr("Le badge demandé est sorti")),
            (NO_KEY, self.tr("Le badge demandé n’est pas sorti")),
        ]
        menu = [pair for pair in self.menu.lines() if pair[0] not in dict(verbs)]
        return sorted(verbs, key=lambda pair: int(pair[0][1:])) + others + menu

    # Inside

    def _on_verb_requested(self, verb: str) -> None:
        person, result = self.window.person, self.window.result
        if verb == "walk_in":
            self.add_person(self.window.searched)
        elif verb == "substitute" and person:
            self.substitute(person)
        elif verb == "group" and person:
            open_delegation(self.window, person)
        elif verb == "correct" and person:
            self.correct(person, answering=result is not None and result.verdict == "info_required")
        elif verb == "force" and result:
            self.force(result)

    def _form(self, mode: Any, person: PersonCard | None = None) -> PersonForm:
        zones = self.window.opened.zones if self.window.opened else ()
        return PersonForm(mode, Lookup(suggest, self._similar), person, zones, self.window)

    def _similar(self, name: str) -> Sequence[FoundPerson]:
        opened = self.window.opened
        return opened.reception.find(name, _SIMILAR).result() if opened and name.strip() else ()

    def _start_serial(self, port: str) -> None:
        if self._serial is not None:
            self._serial.close()
            self._serial = None
        if port:
            self._serial = SerialScanner(port, self._line_from_serial.emit, self._state_of_serial.emit)
            self._serial.start()

    def _groups(self) -> list[tuple[str, list[Entry]]]:
        top, others = self.window.top, self._others
        people = [
            Entry(self.tr("Fiche de la personne…"), "Ctrl+D", self.show_details),
            Entry(self.tr("Ajouter une personne…"), "F2", self.add_person),
            Entry(self.tr("Saisie d’après papier…"), "Ctrl+F2", self.enter_paper),
            Entry(self.tr("Doubles entrées…"), "Ctrl+F5", self.show_conflicts),
            Entry(self.tr("Assemblée…"), "Ctrl+F6", self.show_assembly),
        ]
        badges = [
            Entry(self.tr("Imprimantes et badges…"), "Ctrl+F7", self.printing.show_printers),
            Entry(self.tr("Badges à imprimer…"), "Ctrl+F8", self.printing.show_due),
            Entry(self.tr("Imprimer les badges d’avance…"), "", self.printing.show_ahead),
            Entry(self.tr("Modèles de badge…"), "Ctrl+M", others.badge_layouts),
        ]
        edition = [
            Entry(self.tr("Préparation…"), "Ctrl+F3", others.preparation),
            Entry(self.tr("Importer des participants…"), "Ctrl+I", self.import_attendees),
            Entry(self.tr("Billets et invitations…"), "Ctrl+B", self.make_tickets),
            Entry(self.tr("Palmarès et conducteur…"), "", others.palmares),
            Entry(self.tr("Nouvelle édition…"), "Ctrl+N", self.new_edition),
            Entry(self.tr("Changer d’édition…"), "Ctrl+E", self.choose_edition),
        ]
        ceremony = [
            Entry(self.tr("Régie plateau…"), "Ctrl+F9", others.stage),
            Entry(self.tr("Régie webtv…"), "Ctrl+F10", others.webtv),
        ]
        station = [
            Entry(self.tr("Changer de contrôle…"), "Ctrl+L", top.zone.click, elsewhere=True),
            Entry(self.tr("Qui tient le poste…"), "Ctrl+O", top.operator.click, elsewhere=True),
            Entry(self.tr("Plein écran"), "F11", top.full_screen.click, elsewhere=True),
            Entry(self.tr("Borne libre-service"), "Ctrl+K", self.window.enter_kiosk),
            Entry(self.tr("Essai de la douchette…"), "Ctrl+T", self.test_scanner),
            Entry(self.tr("Caméra…"), "", self.open_camera),
            Entry(self.tr("Réglages du poste…"), "Ctrl+P", self.change_settings),
        ]
        last = [
            Entry(self.tr("Postes…"), "", others.stations),
            Entry(self.tr("Aide-mémoire des touches"), "Ctrl+H", self.show_help),
            Entry(self.tr("Quitter"), "Ctrl+Q", self.window.close),
        ]
        return [
            (self.tr("Personnes"), people),
            (self.tr("Badges et imprimantes"), badges),
            (self.tr("Édition"), edition),
            (self.tr("Cérémonie"), ceremony),
            (self.tr("Ce poste"), station),
            ("", last),
        ]

    def show_help(self) -> None:
        """Ctrl+H: the keys of the desk."""
        HelpSheet(self.keys(), self.window).open()

    def _open_menu(self) -> None:
        button = self.window.top.menu
        self.menu.open(button.mapToGlobal(QPoint(0, button.height())))


def _nothing(*_: object) -> int:
    return 0
