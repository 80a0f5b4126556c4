"""The report and what the press may have of it, in one folder, noted as names that left while there are any."""

from dataclasses import dataclass
from pathlib import Path

from vi_events.closing.press import write_press
from vi_events.closing.report import ReportDone, write_report
from vi_events.edition import erasure

PRESS = "presse"


@dataclass(frozen=True, slots=True)
class DayFiles:
    """What was written; no file for the press before the first announced label."""

    report: ReportDone
    press: tuple[Path, ...]


def write_day(folder: Path, out: Path) -> DayFiles:
    """Writes the report of the edition in ``folder`` into ``out``, and the press's part below. Raises UserError
    ``file_unwritable``.
    """
    report = write_report(folder, out)
    if report.names:
        erasure.note_export(folder, "report", "html")
    return DayFiles(report, write_press(folder, out / PRESS) if report.figures.awards.total else ())
