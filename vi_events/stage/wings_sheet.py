"""The list of the wings on paper: who lines up, in order, with a box to tick. It holds no level."""

from collections.abc import Sequence
from pathlib import Path

from vi_events.edition.dates import moment
from vi_events.errors import UserError
from vi_events.stage.lining_up import InLine
from vi_events.typesetting.sheets import Column, Sheets

CARE = "Confidentiel jusqu’à l’annonce. À détruire après la cérémonie."
"""On every sheet that tells the order."""
_TITLE = "Coulisse\u202f: à faire patienter dans cet ordre"
_WARNING = "L’ordre peut changer jusqu’au dernier moment\u202f: l’écran de coulisse fait foi."
_COLUMNS = (
    Column("", 1, bold=True),
    Column("Collectivité", 6, bold=True),
    Column("Où", 3.6),
    Column("Qui monte sur scène", 8.4),
    Column("Prêt", 1.3, "C", box=True),
)
_ROW_MM = 22.0


def write_wings_pdf(path: Path, rows: Sequence[InLine], title: str, printed_ms: int) -> int:
    """Writes A4 pages headed by the edition's ``title`` and by the time of ``printed_ms``; returns how many. Raises
    UserError ``wings_empty`` or ``file_unwritable``.
    """
    if not rows:
        raise UserError(
            "wings_empty",
            "Aucune collectivité n’est à préparer en coulisse.",
            "La liste se remplit dès que le palmarès est ouvert.",
        )
    footer = f"Imprimé {moment(printed_ms)}. {CARE}"
    sheets = Sheets(_TITLE, f"{title}. {_WARNING}", footer=footer, size_pt=12)
    sheets.table(_COLUMNS, (_row(row) for row in rows), _ROW_MM)
    sheets.save(path)
    return sheets.pages


def _row(row: InLine) -> tuple[str, ...]:
    place = [row.place] if row.place else []
    if row.together > 1:
        place.append(f"appel groupé\u00a0({row.together})")
    told = (("Dans la salle", row.here), ("Pas encore là", row.awaited))
    people = [f"{words}\u202f: " + "\u202f; ".join(persons) for words, persons in told if persons]
    return str(row.rank), row.name, "\n".join(place), "\n".join(people) or "Personne n’est inscrit.", ""
