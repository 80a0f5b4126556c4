"""The attendance list of an assembly on paper: each member, who sits for it, room to sign, and the quorum."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from vi_events.checkin.assembly import AssemblyView, Attendance, MemberLine
from vi_events.edition.dates import full_moment, long_days
from vi_events.typesetting.sheets import Column, Sheets

_ROW_MM = 11.0
_COLUMNS = (
    Column("Collectivité", 3, bold=True),
    Column("Nom", 3),
    Column("Fonction", 2.4),
    Column("Présence", 2),
    Column("Signature", 2.4),
)


def quorum_sentence(view: AssemblyView) -> str:
    """« Quorum atteint : 74 adhérents présents ou représentés sur 131 ; il en fallait 66. »"""
    said = f"{_counted(view.voices, 'adhérent')} {_agreed(view.voices)} sur {view.members}"
    if view.is_over:
        return f"Nombre d’adhérents à corriger : {said}. Le quorum ne peut pas être constaté."
    if view.quorum is None:
        return f"{said[:1].upper()}{said[1:]}. Aucun quorum n’est demandé."
    if view.reached:
        return f"Quorum atteint\u202f: {said}\u202f; il en fallait {view.quorum}."
    return f"Quorum non atteint\u202f: {said}\u202f; il en faut {view.quorum}, il en manque {view.missing}."


def write_attendance(path: Path, attendance: Attendance, printed_ms: int) -> int:
    """Writes the list as PDF; returns its number of pages. Raises UserError ``file_unwritable``."""
    view, edition = attendance.view, attendance.edition
    held = (view.zone.name, edition.title, long_days(edition.date, edition.until), edition.place)
    footer = f"Liste de présence, arrêtée {full_moment(printed_ms)}. Document nominatif\u202f: à ne pas diffuser."
    sheets = Sheets("Liste de présence", ", ".join(filter(None, held)), footer=footer, landscape=True)
    sheets.paragraph(quorum_sentence(view))
    sheets.paragraph(f"Présents\u202f: {view.present}. Représentés par un pouvoir\u202f: {view.represented}.")
    sheets.table(_COLUMNS, _rows(attendance), row_mm=_ROW_MM)
    sheets.heading("Certifié exact")
    sheets.table((Column("Président·e de séance", 1), Column("Secrétaire de séance", 1)), [("", "")], row_mm=25)
    sheets.save(path)
    return sheets.pages


def _rows(attendance: Attendance) -> Iterator[Sequence[str]]:
    """A row for each person who is there, for whom represents a member, or for a member that nobody sits for."""
    for line in attendance.view.lines:
        here = attendance.inside.get(line.authority.id, ())
        for number, person in enumerate(here):
            yield "" if number else line.place, person.name, person.function, "présent·e", ""
        if not here:
            yield line.place, *_in_its_name(line)


def _in_its_name(line: MemberLine) -> Sequence[str]:
    """Who sits for an absent member: name, function, presence, signature."""
    counting = next((each for each in line.proxies if each.state == "counts"), None)
    if counting is None:
        return "", "", "absente", ""
    of = f" ({counting.holder_authority})" if counting.holder_authority else ""
    by = f"pouvoir de {counting.proxy.giver}" if counting.proxy.giver else "par pouvoir"
    return counting.holder + of, "", by, ""


def _counted(number: int, noun: str) -> str:
    return f"{number}\u00a0{noun}{'s' if number > 1 else ''}"


def _agreed(number: int) -> str:
    return "présents ou représentés" if number > 1 else "présent ou représenté"
