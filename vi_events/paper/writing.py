"""Writes every sheet of an edition into a folder, beside the program that may have it open."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vi_events import app
from vi_events.clock import NowMs, wall_ms
from vi_events.edition import programme
from vi_events.edition.models import Zone
from vi_events.edition.text import fold
from vi_events.errors import UserError, ViError
from vi_events.files import Told, make_folders, unheard
from vi_events.journal.store import Store
from vi_events.paper.guests import Guest, alphabetical_sheets, box_sheets, read_guests, signature_sheets
from vi_events.paper.heading import Heading
from vi_events.paper.rescue import rescue_sheets
from vi_events.paper.running import Running, call_sheets, read_running, running_sheets
from vi_events.stage.wings_sheet import write_wings_pdf
from vi_events.typesetting.sheets import Sheets

ALPHABETICAL, BOXES, RESCUE = "01-liste-alphabetique.pdf", "06-boites-de-badges.pdf", "07-fiche-de-secours.pdf"
CALL, RUNNING, WINGS = "03-appel-du-plateau.pdf", "04-conducteur.pdf", "05-coulisses.pdf"
SIGNATURE = "02-emargement.pdf"
"""Of signature sheets there is a file for each zone, called after it."""
STAGE = (CALL, RUNNING, WINGS)
"""What a sealed palmarès keeps closed."""
DOCUMENTS = (ALPHABETICAL, SIGNATURE, *STAGE, BOXES, RESCUE)

_NOBODY = UserError("nobody", "Personne n’est sur la liste.", "Importez les participants.")
_NO_BOX = UserError(
    "no_box", "Aucun badge n’attend dans une boîte.", "Imprimez les badges à l’avance, rangés par boîtes."
)
_NO_WINGS = UserError("wings_empty", "Plus personne n’est à préparer en coulisse.", "Le spectacle est joué.")


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A file that was written."""

    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that was not written, why, and what would give it."""

    name: str
    code: str
    reason: str
    advice: str


@dataclass(slots=True)
class PaperReport:
    """What is in ``folder`` now, and what is not."""

    folder: Path
    files: list[PaperFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def keep(self, name: str, sheets: Sheets) -> None:
        """Writes a file of it. Raises UserError ``file_unwritable``."""
        sheets.save(self.folder / name)
        self.files.append(PaperFile(name, sheets.pages))

    def leave_out(self, name: str, problem: ViError) -> None:
        """A file of it is not to be had."""
        self.left_out.append(LeftOut(name, problem.code, problem.message, problem.advice))


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """What is asked for. ``passphrase`` opens a sealed palmarès that this computer has no key for; without it the
    sheets of the stage are left out. ``told`` hears of each document.
    """

    documents: Collection[str] = DOCUMENTS
    passphrase: str = ""
    told: Told = unheard


def write_paper(
    folder: Path,
    out: Path,
    order: PaperOrder = PaperOrder(),
    now_ms: NowMs = wall_ms,
) -> PaperReport:
    """Writes the sheets of the edition in ``folder`` into ``out``, made if need be; all of them without an order.
    Raises UserError ``file_unwritable``, StorageError when the edition cannot be read.
    """
    make_folders(out)
    report = PaperReport(out)
    with app.read_edition(folder) as store:
        edition, zones = programme.read_edition(store), programme.read_zones(store)
        heading, guests = Heading(edition, now_ms()), read_guests(store, zones)
        running = _read_running(folder, store, report, order)
    for number, name in enumerate(wanted := [name for name in DOCUMENTS if name in order.documents]):
        order.told(number, len(wanted))
        if name in STAGE:
            if running:
                _write_stage(report, name, running, heading)
        else:
            _write_guests(report, name, guests, zones, heading)
    return report


def _read_running(folder: Path, store: Store, report: PaperReport, order: PaperOrder) -> Running | None:
    """None when no sheet of the stage is asked for, or can be had."""
    wanted = [name for name in STAGE if name in order.documents]
    try:
        return read_running(folder, store, order.passphrase, programme.read_edition(store).title) if wanted else None
    except ViError as problem:
        for name in wanted:
            report.leave_out(name, problem)
        return None


def _write_guests(
    report: PaperReport, name: str, guests: Sequence[Guest], zones: Sequence[Zone], heading: Heading
) -> None:
    if name == ALPHABETICAL:
        if guests:
            report.keep(name, alphabetical_sheets(guests, zones, heading))
        else:
            report.leave_out(name, _NOBODY)
    elif name == SIGNATURE:
        names = [_signature_name(rank, zone) for rank, zone in enumerate(zones, 1)]
        for signature_name, zone in zip(names, zones, strict=True):
            report.keep(signature_name, signature_sheets(guests, zone, heading))
        for former in report.folder.glob("02-emargement-*.pdf"):  # of a zone renamed or removed since
            if former.name not in names:
                former.unlink(missing_ok=True)
    elif name == BOXES:
        if boxes := box_sheets(guests, heading):
            report.keep(name, boxes)
        else:
            report.leave_out(name, _NO_BOX)
    else:
        report.keep(name, rescue_sheets(guests, zones, heading))


def _write_stage(report: PaperReport, name: str, running: Running, heading: Heading) -> None:
    if name == CALL:
        report.keep(name, call_sheets(running, heading))
    elif name == RUNNING:
        report.keep(name, running_sheets(running, heading))
    elif running.wings:
        pages = write_wings_pdf(report.folder / name, running.wings, heading.edition.title, heading.printed_ms)
        report.files.append(PaperFile(name, pages))
    else:
        report.leave_out(name, _NO_WINGS)


def _signature_name(rank: int, zone: Zone) -> str:
    """« 02-emargement-1-ceremonie.pdf »: the rank tells apart two names that fold alike."""
    return f"02-emargement-{rank}-{fold(zone.name).replace(' ', '-')[:40]}.pdf"
