"""The weeks before: every page of the preparation, the invitations, the seal, the sheets on paper, then « Prêt ? »."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from vi_events.app import OpenEdition
from vi_events.backup import EXPORT, SUFFIX, write_backup
from vi_events.edition import erasure
from vi_events.edition.show_key import ShowKey
from vi_events.paper import writing
from vi_events.stage.documents import EditionDocuments
from vi_events.ui.preparation.attendees_page import SEARCH, AttendeesPage
from vi_events.ui.preparation.authorities_page import AuthoritiesPage
from vi_events.ui.preparation.badges_summary import BadgesSummary
from vi_events.ui.preparation.devices_page import DevicesPage
from vi_events.ui.preparation.edition_page import EditionPage
from vi_events.ui.preparation.invitations_page import InvitationsPage
from vi_events.ui.preparation.page import Page
from vi_events.ui.preparation.palmares_summary import PalmaresSummary
from vi_events.ui.preparation.paper_page import PaperPage
from vi_events.ui.preparation.preparation_window import PreparationWindow
from vi_events.ui.preparation.readiness_page import ReadinessPage
from vi_events.ui.preparation.secrets_page import SecretsPage
from vi_events.ui.preparation.tickets_dialog import TicketsDialog
from vi_events.ui.shell import Desk
from vi_events.ui.tour.camera import Camera, Clock

_SENT, _THE_DAY_BEFORE = datetime(2018, 1, 11, 10), datetime(2018, 1, 31, 16)
ACCESS = "Métro ligne 9, station Iéna.\nEntrée par le parvis, vestiaire à gauche."
"""The way there, which the invitations tell."""
_SOUGHT = "bassens"
_PRINTED, _LATE, _LOST = 4, 12, 3
"""How many people get an invitation on paper, none yet, and another code after they lost theirs."""
_PASSPHRASE = "quatre mots sans rapport"
P = TypeVar("P", bound=Page)


class PreparationTour:
    """One window, page after page. ``out`` is for what is written."""

    def __init__(self, camera: Camera, clock: Clock, desk: Desk, opened: OpenEdition, out: Path) -> None:
        self._camera, self._clock, self._opened, self._out = camera, clock, opened, out
        self._window = PreparationWindow(opened, desk.bridge)

    def play(self, size: tuple[int, int]) -> None:
        """Leaves the pages as the organiser finds and leaves them, and the papers of the day before."""
        window, name = self._window, f"-{size[0]}"
        window.resize(*size)
        window.show()
        self._shown(ReadinessPage, "readiness", lambda page: not page.is_looking, "preparation-a-voir" + name)
        self._shown(EditionPage, "edition", lambda page: bool(page.title.text()), "preparation-edition" + name)
        self._attendees(name)
        self._authorities(name)
        self._invitations(name)
        self._secrets()
        self._shown(PalmaresSummary, "palmares", lambda _: True, "preparation-palmares" + name)
        self._shown(BadgesSummary, "badges", lambda page: bool(page.who.text()), "preparation-badges" + name)
        self._shown(DevicesPage, "devices", lambda page: bool(page.scanner.note.text()), "preparation-appareils" + name)
        self._shown(SecretsPage, "secrets", lambda page: bool(page.backup.note.text()), "preparation-secrets" + name)
        self._paper(name)
        self._shown(ReadinessPage, "readiness", lambda page: not page.is_looking, "preparation-pret" + name)
        window.close()
        window.deleteLater()

    # Pages

    def _page(self, kind: type[P], name: str, item: str = "") -> P:
        self._window.show_page(name, item)
        page = self._window.page
        assert isinstance(page, kind)
        return page

    def _shown(self, kind: type[P], name: str, is_read: Callable[[P], bool], picture: str) -> None:
        page = self._page(kind, name)
        self._camera.settle(lambda: is_read(page))
        self._camera.shoot(self._window, picture)

    def _attendees(self, name: str) -> None:
        page = self._page(AttendeesPage, "attendees")
        self._camera.settle(lambda: len(page.model.roster) > 0)
        page.show_item(SEARCH + _SOUGHT)
        self._camera.settle(lambda: 0 < page.model.rowCount() < len(page.model.roster))
        page.table.selectRow(0)
        self._camera.settle()
        self._camera.shoot(self._window, "preparation-participants" + name)

    def _authorities(self, name: str) -> None:
        """Names that no official list has: looked at, and kept."""
        page = self._page(AuthoritiesPage, "authorities", "a-verifier")
        self._camera.settle(lambda: 0 < page.model.rowCount() < len(page.model.rows))
        page.table.selectRow(0)
        self._camera.settle()
        self._camera.shoot(self._window, "preparation-collectivites" + name)
        for row in page.model.rows:
            if row.doubt:
                self._opened.reception.set_authority(replace(row.authority, kind="autre")).result()

    def _invitations(self, name: str) -> None:
        """A mailing for almost everybody, a few on paper, and some lost since."""
        self._clock.pass_until(_SENT)
        page = self._page(InvitationsPage, "invitations")
        self._camera.settle(lambda: page.model.rowCount() > 0)
        page.table.selectAll()
        rows = page.chosen()[:-_LATE]
        for kind, some, place in (
            ("mailing", rows[_PRINTED:], self._out / "publipostage.csv"),
            ("pdf", rows[:_PRINTED], self._out / "invitations.pdf"),
        ):
            self._write(page.write(some), kind, place)
        page.table.clearSelection()
        for row in range(_LOST):
            page.table.selectRow(row)
            page.replace_chosen().accept()
            self._camera.settle(lambda: not page.gestures.is_busy)
        self._camera.settle(lambda: page.figures.figures[-1].value == str(_LOST))
        self._camera.shoot(self._window, "preparation-invitations" + name)
        self._camera.keep_page(self._out / "invitations.pdf", "invitation" + name)

    def _write(self, dialog: TicketsDialog, kind: str, place: Path) -> None:
        dialog.save(kind, place)
        self._camera.settle(lambda: not dialog.outcome.is_busy)
        dialog.close()

    def _secrets(self) -> None:
        """The palmarès is sealed, and the edition saved on another computer. The key of the show stays in the tour's
        own folder: nobody's keyring is asked to keep it.
        """
        folder = self._opened.folder

        def show_key(of: Path) -> ShowKey:
            return ShowKey(of, _NoKeyring, folder.parent / "show-keys")

        documents = EditionDocuments(folder, show_key)
        documents.seal(_PASSPHRASE)
        self._opened.stage.documents = documents
        write_backup(folder, folder.parent / f"copie{SUFFIX}", _PASSPHRASE)
        erasure.note_export(folder, *EXPORT)

    def _paper(self, name: str) -> None:
        self._clock.pass_until(_THE_DAY_BEFORE)
        page = self._page(PaperPage, "paper")
        self._camera.settle(page.passphrase_field.isVisible)
        self._camera.shoot(self._window, "preparation-papier" + name)
        out = self._out / "papier"
        page.passphrase.setText(_PASSPHRASE)
        page.write(out, writing.DOCUMENTS)
        self._camera.settle(lambda: not page.band.is_busy)
        self._camera.keep_page(out / writing.ALPHABETICAL, "papier-liste" + name)
        self._camera.keep_page(next(out.glob("02-*-ceremonie.pdf")), "papier-emargement" + name)
        self._camera.keep_page(out / writing.RUNNING, "papier-conducteur" + name)
        self._camera.keep_page(out / writing.RESCUE, "papier-secours" + name)


class _NoKeyring:
    """Implements ``kept_secret.Keyring``: it keeps nothing, and ``ShowKey`` then takes a file."""

    def get_password(self, service_name: str, username: str) -> None:  # noqa: ARG002
        return None

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Nothing is kept."""

    def delete_password(self, service_name: str, username: str) -> None:
        """Nothing was kept."""
