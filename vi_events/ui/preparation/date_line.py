"""A date, typed in figures or picked in a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateEdit

from vi_events.paths import ASSETS
from vi_events.ui.language import locale
from vi_events.ui.theme import LIGHT, color, framed

_DATE_SHEET = f"""
    QDateEdit {{ background: {LIGHT.card}; selection-background-color: {LIGHT.info.main}; }}
    {framed("QDateEdit", LIGHT.line, LIGHT.info.main, (4, 8))}
    QDateEdit::drop-down {{ border: 0; width: 28px; }}
    QDateEdit::down-arrow {{ image: url("{(ASSETS / "icons" / "chevron.png").as_posix()}");
        width: 14px; height: 14px; }}
"""


class DateLine(QDateEdit):
    """The wheel, which scrolls the page, leaves it."""

    def __init__(self, day: date) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setLocale(locale())
        self.setDisplayFormat("dd/MM/yyyy")
        self.setDateRange(QDate(2000, 1, 1), QDate(2199, 12, 31))
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(_DATE_SHEET)
        calendar, plain = self.calendarWidget(), QTextCharFormat()
        calendar.setFirstDayOfWeek(locale().firstDayOfWeek())
        plain.setForeground(color(LIGHT.ink))  # Qt's red would say that the weekend is refused
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, plain)

    def iso(self) -> str:
        """The date as 2027-02-05."""
        return str(self.date().toString(Qt.DateFormat.ISODate))

    def show_iso(self, day: str) -> None:
        """Shows a date written so; nobody has edited it."""
        with QSignalBlocker(self):
            self.setDate(QDate.fromString(day, Qt.DateFormat.ISODate))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()
