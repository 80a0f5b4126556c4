"""What is done to the people selected in the list: each verb says first what it will do, and to how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QWidget

from vi_events.checkin.print_jobs import DESK, Job
from vi_events.checkin.registrations import Corrected, Edit, in_zone, out_of_zone
from vi_events.edition.models import CATEGORIES, Authority, Zone
from vi_events.edition.roster import PersonRow
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.badges_due import fill_printers
from vi_events.ui.checkin.merge_dialog import MergeDialog
from vi_events.ui.checkin.person_form import AuthorityField
from vi_events.ui.checkin.suggestions import suggest
from vi_events.ui.language import labelled
from vi_events.ui.preparation.gesture import Gesture, GestureBand
from vi_events.ui.preparation.palmares_parts import AskDialog
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import BASE_PX
from vi_events.ui.widgets.form import Choice, FormDialog, FormField, Tick
from vi_events.ui.widgets.panel import Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.views import FoundPerson, PersonCard
    from vi_events.ui.bridge import Bridge

_NO_BADGE = ("", "cancelled", "moved", "failed")
_SIMILAR = 20
_Entries = tuple[tuple[str, str], ...]


class AttendeesBulk(QObject):
    """The verbs on ``selected()``, which ``band`` runs."""

    def __init__(
        self,
        opened: OpenEdition,
        bridge: Bridge,
        band: GestureBand,
        selected: Callable[[], list[PersonRow]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._opened, self._bridge, self._band, self._selected = opened, bridge, band, selected
        self._page = parent

    def fill(self, menu: QMenu, zones: Sequence[Zone]) -> None:
        """Adds the verbs to a menu."""
        add, remove = menu.addMenu(self.tr("Attendre aussi à")), menu.addMenu(self.tr("Ne plus attendre à"))
        for zone in zones:
            name = zone.name.replace("&", "&&")
            add.addAction(name).triggered.connect(lambda _=False, zone=zone: self.add_zone(zone))
            remove.addAction(name).triggered.connect(lambda _=False, zone=zone: self.remove_zone(zone, zones))
        categories = menu.addMenu(self.tr("Catégorie"))
        for category in CATEGORIES:
            words = wording.category_label(category)
            categories.addAction(words).triggered.connect(lambda _=False, to=category: self.set_category(to))
        statuses = menu.addMenu(self.tr("Inscription"))
        for status, words in (("confirmed", self.tr("Confirmée")), ("cancelled", self.tr("Annulée"))):
            statuses.addAction(words).triggered.connect(lambda _=False, to=status: self.set_status(to))
        menu.addAction(self.tr("Attribuer une collectivité…")).triggered.connect(lambda: self.assign_authority())
        menu.addSeparator()
        menu.addAction(self.tr("Imprimer les badges…")).triggered.connect(lambda: self.print_badges())
        menu.addAction(self.tr("Nouveaux billets…")).triggered.connect(lambda: self.renew_tickets())
        merge = menu.addAction(self.tr("Réunir deux fiches…"))
        merge.setEnabled(len(self._selected()) <= 2)
        merge.triggered.connect(lambda: self.merge())
        menu.addSeparator()
        erase = menu.addAction(self.tr("Effacer cette personne…"))
        erase.setEnabled(len(self._selected()) == 1)
        erase.triggered.connect(lambda: self.erase())

    # Verbs

    def add_zone(self, zone: Zone) -> AskDialog:
        """Expects them in a zone too."""
        rows = self._selected()
        fresh = [row for row in rows if row.zones and zone.id not in row.zones]
        same = self._same(len(rows) - len(fresh), self.tr("y est déjà attendue"), self.tr("y sont déjà attendues"))
        title = counted(
            len(fresh),
            self.tr("Attendre %1 personne aussi à «\u00a0%2\u00a0»\u202f?"),
            self.tr("Attendre %1 personnes aussi à «\u00a0%2\u00a0»\u202f?"),
        ).replace("%2", zone.name)
        return self._correct(fresh, title, (same,), self.tr("Attendre"), in_zone(zone.id))

    def remove_zone(self, zone: Zone, zones: Sequence[Zone]) -> AskDialog:
        """Expects them in a zone no longer."""
        rows = self._selected()
        there = [row for row in rows if not row.zones or zone.id in row.zones]
        only = [row for row in there if row.zones == (zone.id,) or (not row.zones and len(zones) == 1)]
        fresh = [row for row in there if row not in only]
        alone = counted(
            len(only),
            self.tr("%1 personne n’est attendue nulle part ailleurs\u202f: annulez plutôt son inscription."),
            self.tr("%1 personnes ne sont attendues nulle part ailleurs\u202f: annulez plutôt leur inscription."),
        )
        title = counted(
            len(fresh),
            self.tr("Ne plus attendre %1 personne à «\u00a0%2\u00a0»\u202f?"),
            self.tr("Ne plus attendre %1 personnes à «\u00a0%2\u00a0»\u202f?"),
        ).replace("%2", zone.name)
        edit = out_of_zone(zone.id, [each.id for each in zones])
        return self._correct(fresh, title, (alone if only else "",), self.tr("Ne plus attendre"), edit)

    def set_category(self, category: str) -> AskDialog:
        """Gives them a category."""
        rows = self._selected()
        fresh = [row for row in rows if row.category != category]
        same = self._same(len(rows) - len(fresh), self.tr("l’a déjà"), self.tr("l’ont déjà"))
        title = counted(
            len(fresh),
            self.tr("Donner la catégorie «\u00a0%2\u00a0» à %1 personne\u202f?"),
            self.tr("Donner la catégorie «\u00a0%2\u00a0» à %1 personnes\u202f?"),
        ).replace("%2", wording.category_label(category))
        badges = self._badges_stand(fresh)
        return self._correct(fresh, title, (same, badges), self.tr("Donner"), _fields({"category": category}))

    def set_status(self, status: str) -> AskDialog:
        """Confirms or cancels them."""
        rows = self._selected()
        fresh = [row for row in rows if row.status != status]
        same = self._same(len(rows) - len(fresh), self.tr("l’est déjà"), self.tr("le sont déjà"))
        if status == "confirmed":
            titles = (
                self.tr("Confirmer l’inscription de %1 personne\u202f?"),
                self.tr("Confirmer l’inscription de %1 personnes\u202f?"),
            )
            yes, told = self.tr("Confirmer"), ""
        else:
            titles = (
                self.tr("Annuler l’inscription de %1 personne\u202f?"),
                self.tr("Annuler l’inscription de %1 personnes\u202f?"),
            )
            yes, told = self.tr("Annuler l’inscription"), self.tr("Leur billet sera refusé à l’entrée.")
        title = counted(len(fresh), *titles)
        return self._correct(fresh, title, (told, same), yes, _fields({"status": status}))

    def assign_authority(self) -> AssignDialog:
        """Asks which authority they come from."""
        rows = self._selected()
        dialog = AssignDialog(len(rows), self._badges_stand(rows), self._page)

        def accepted() -> None:
            authority = dialog.field.authority()
            if authority is not None:
                self.run_corrections([row.id for row in rows], _fields({}), authority)

        dialog.accepted.connect(accepted)
        dialog.open()
        return dialog

    def renew_tickets(self) -> AskDialog:
        """Revokes their tickets and gives them new ones."""
        ids = [row.id for row in self._selected()]
        title = counted(
            len(ids),
            self.tr("Donner un nouveau billet à %1 personne\u202f?"),
            self.tr("Donner un nouveau billet à %1 personnes\u202f?"),
        )
        told = self.tr(
            "Le billet qu’elles ont ne passera plus\u202f: envoyez le nouveau. "
            "Les badges déjà imprimés portent l’ancien."
        )
        gesture: Gesture[Any] = Gesture(
            self.tr("Nouveaux billets…"),
            lambda n: counted(n, self.tr("%1 nouveau billet."), self.tr("%1 nouveaux billets.")),
            lambda some: self._opened.reception.replace_tickets(some),
            lambda done: self._opened.reception.undo_group(done),
            len,
        )
        return self._ask(ids, title, (told,), self.tr("Donner un nouveau billet"), gesture)

    def print_badges(self) -> PrintDialog:
        """Asks for a printer, then queues their badges in the order of the list."""
        rows = self._selected()
        without = [row.id for row in rows if row.badge in _NO_BADGE]
        dialog = PrintDialog(len(rows), len(without), self._page)
        printing = self._opened.reception.printing
        self._bridge.when_done(printing.printers(), dialog.show_printers)

        def accepted() -> None:
            printer = str(dialog.printer.currentData())
            ids = [row.id for row in rows] if dialog.again.isChecked() else without
            gesture: Gesture[Job] = Gesture(
                self.tr("Demande des badges…"),
                lambda n: counted(n, self.tr("%1 badge demandé."), self.tr("%1 badges demandés.")),
                lambda some: printing.queue(some[0], DESK, printer),
                lambda job: printing.cancel(job),
                lambda _job: 1,
                slice=1,
            )
            self._band.run(gesture, ids)

        dialog.accepted.connect(accepted)
        dialog.open()
        return dialog

    def merge(self) -> None:
        """Makes one record of two: of those selected, or of the one selected and another to be searched."""
        rows = self._selected()
        if 1 <= len(rows) <= 2:
            into = rows[0].name if len(rows) == 2 else ""
            self._bridge.when_done(self._opened.reception.card(rows[-1].id), partial(self._ask_merge, into))

    def erase(self) -> None:
        """Erases the one person selected, who asked for it."""
        from vi_events.ui.preparation.erasure_dialog import erase_person_dialog  # brings the report along

        (row,) = self._selected()
        erase_person_dialog(self._opened, row.id, row.name, self._page, self._band.changed.emit)

    def run_corrections(self, ids: Sequence[str], edit: Edit, authority: Authority | None = None) -> None:
        """Corrects people, without asking."""
        self._band.run(corrections(self._opened, edit, authority), ids)

    # Inside

    def _ask_merge(self, into: str, card: PersonCard) -> None:
        reception = self._opened.reception

        def find(text: str) -> Sequence[FoundPerson]:
            return reception.find(text, _SIMILAR).result() if text.strip() else ()

        dialog = MergeDialog(find, card, self._page)
        dialog.person_chosen.connect(lambda id_: self._band.run(self._merging(id_), [card.attendee_id]))
        if into:
            dialog.look_for(into)
        dialog.open()

    def _merging(self, into: str) -> Gesture[tuple[PersonCard, _Entries]]:
        reception = self._opened.reception
        return Gesture(
            self.tr("Réunion des fiches…"),
            lambda _: self.tr("Fiches réunies."),
            lambda some: reception.merge(some[0], into),
            lambda done: reception.undo_group(done[1]),
            lambda _done: 1,
        )

    def _correct(
        self, rows: Sequence[PersonRow], title: str, sentences: Sequence[str], yes: str, edit: Edit
    ) -> AskDialog:
        return self._ask([row.id for row in rows], title, sentences, yes, corrections(self._opened, edit))

    def _ask(
        self, ids: Sequence[str], title: str, sentences: Sequence[str], yes: str, gesture: Gesture[Any]
    ) -> AskDialog:
        undo = self.tr("Vous pourrez annuler ce geste d’un seul coup (Ctrl+Z).")
        said = "\n".join(each for each in (*sentences, undo if ids else "") if each)
        dialog = AskDialog(title, (said,), yes, self._page)
        dialog.accept_button.setEnabled(bool(ids))
        dialog.accepted.connect(lambda: self._band.run(gesture, ids))
        dialog.open()
        return dialog

    def _same(self, number: int, one: str, many: str) -> str:
        """« 12 personnes y sont déjà attendues : rien ne change pour elles. »"""
        if not number:
            return ""
        who = counted(number, self.tr("%1 personne"), self.tr("%1 personnes"))
        rest = counted(number, self.tr("rien ne change pour elle."), self.tr("rien ne change pour elles."))
        return labelled(f"{who} {counted(number, one, many)}", rest)

    def _badges_stand(self, rows: Sequence[PersonRow]) -> str:
        printed = sum(row.badge not in _NO_BADGE for row in rows)
        return (
            counted(
                printed,
                self.tr("%1 badge est déjà demandé ou imprimé\u202f: il reste tel quel."),
                self.tr("%1 badges sont déjà demandés ou imprimés\u202f: ils restent tels quels."),
            )
            if printed
            else ""
        )


def corrections(opened: OpenEdition, edit: Edit, authority: Authority | None = None) -> Gesture[Corrected]:
    """The gesture that corrects people by hand."""
    reception = opened.reception

    def said(number: int) -> str:
        one = QCoreApplication.translate("Gesture", "%1 fiche corrigée.")
        return counted(number, one, QCoreApplication.translate("Gesture", "%1 fiches corrigées."))

    return Gesture(
        QCoreApplication.translate("Gesture", "Correction des fiches…"),
        said,
        lambda some: reception.correct_many(some, edit, authority),
        lambda done: reception.undo_group(done.entries),
        lambda done: len(done.entries),
        gone=lambda done: done.gone,
    )


def _fields(fields: Mapping[str, Any]) -> Edit:
    return lambda _person: fields


class AssignDialog(FormDialog):
    """Asks which authority ``number`` people come from."""

    def __init__(self, number: int, told: str, parent: QWidget) -> None:
        title = counted(
            number,
            self.tr("Attribuer une collectivité à %1 personne"),
            self.tr("Attribuer une collectivité à %1 personnes"),
        )
        super().__init__(title, self.tr("Attribuer"), parent)
        self.field = AuthorityField(self.tr("Collectivité ou organisme"), suggest)
        self.body.addWidget(self.field)
        note = Text(BASE_PX, wrap=True)
        note.show_text(told)
        self.body.addWidget(note)
        self.body.addStretch(1)
        self.setMinimumWidth(640)
        self.field.line.setFocus()

    def accept(self) -> None:
        """Closes once an authority is chosen or written."""
        if self.field.authority() is None:
            self.field.show_problem(self.tr("Choisissez ou écrivez une collectivité."))
        else:
            super().accept()


class PrintDialog(FormDialog):
    """Asks where the badges of ``number`` people are printed, of whom ``without`` have none yet."""

    def __init__(self, number: int, without: int, parent: QWidget) -> None:
        super().__init__(self.tr("Imprimer les badges"), self.tr("Imprimer"), parent)
        self._without, self._number = without, number
        self.said = Text(BASE_PX, wrap=True)
        self.again = Tick(self.tr("Aussi pour les personnes qui en ont déjà un"))
        self.again.setVisible(number > without)
        self.again.toggled.connect(self._say)
        self.printer = Choice()
        self.field = FormField(self.tr("Imprimante"), self.printer)
        for part in (self.said, self.again, self.field):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setMinimumWidth(560)
        self._say()

    def show_printers(self, views: Sequence[Any]) -> None:
        """Offers these printers."""
        fill_printers(self.printer, views)
        none = self.tr("Aucune imprimante\u202f: ajoutez-en une dans les réglages du poste (Ctrl+P).")
        self.field.show_problem("" if views else none)
        self._say()

    def _say(self) -> None:
        count = self._number if self.again.isChecked() else self._without
        said = counted(count, self.tr("%1 badge sera imprimé"), self.tr("%1 badges seront imprimés"))
        some = self.tr("%1, sur %2 personnes choisies\u202f: les autres en ont déjà un.")
        self.said.setText(
            f"{said}." if count == self._number else some.replace("%1", said).replace("%2", str(self._number))
        )
        self.accept_button.setEnabled(count > 0 and self.printer.count() > 0)
