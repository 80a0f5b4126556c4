"""What stands on every sheet: which edition, when it was printed, what becomes of it."""

from dataclasses import dataclass

from vi_events.edition.dates import long_days, moment
from vi_events.edition.programme import Edition
from vi_events.typesetting.sheets import Sheets

PERSONAL = "Données personnelles\u202f: à détruire après la journée."


@dataclass(frozen=True, slots=True)
class Heading:
    """The edition, and when the sheets are printed (milliseconds since 1970)."""

    edition: Edition
    printed_ms: int

    @property
    def about(self) -> str:
        """« Label Villes Internet, jeudi 1er février 2018, Paris »."""
        edition = self.edition
        days = long_days(edition.date, edition.until)
        return ", ".join(part for part in (edition.title, days, edition.place) if part)

    def sheets(self, title: str, care: str, *, landscape: bool = False, size_pt: float = 10) -> Sheets:
        """A new document; ``care``: what becomes of it."""
        footer = f"Imprimé {moment(self.printed_ms)}. {care}"
        return Sheets(title, self.about, footer=footer, landscape=landscape, size_pt=size_pt)
