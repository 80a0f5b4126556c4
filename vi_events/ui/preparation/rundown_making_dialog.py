"""Making the running order out of the palmarès: its order, its roll calls, its durations."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from vi_events.edition.palmares import LEVELS
from vi_events.edition.rundown import Rundown
from vi_events.edition.rundown_making import Plan
from vi_events.edition.timing import clock_duration, duration_of, time_of
from vi_events.ui.preparation.palmares_labels import level_label
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import FormDialog, FormField, NumberField, combo
from vi_events.ui.widgets.panel import Text

_WIDTH_PX, _COLUMN_PX, _MOST = 820, 370, 99
_ORDERS = (
    ("level", "kind", "alphabetical"),
    ("kind", "level", "alphabetical"),
    ("region", "level", "alphabetical"),
    ("level", "region", "alphabetical"),
    ("alphabetical",),
)


class MakingDialog(FormDialog):
    """Asks for a Plan; nothing is made here."""

    def __init__(self, known: Rundown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Générer le conducteur"), self.tr("Générer"), parent)
        usual = Plan()
        words = (
            self.tr("De 1 à 5 arobases, puis par type"),
            self.tr("Par type, puis de 1 à 5 arobases"),
            self.tr("Par région, puis de 1 à 5 arobases"),
            self.tr("De 1 à 5 arobases, puis par région"),
            self.tr("Par ordre alphabétique"),
        )
        self.order = combo([(text, rank) for rank, text in enumerate(words)], 0)
        grouped: list[tuple[str, str | int]] = [(self.tr("Aucun\u202f: chacune sa remise"), 0)]
        grouped += [(self.tr("Jusqu’à %1").replace("%1", level_label(level)), level) for level in LEVELS[:-1]]
        self.group_up_to = combo(grouped, usual.group_up_to)
        self.group_most = NumberField(usual.group_most, _MOST)
        self.sections = combo(
            [
                (self.tr("Aucune"), 0),
                (self.tr("Une par premier critère"), 1),
                (self.tr("Une par couple de critères"), 2),
            ],
            usual.section_keys,
        )
        self.mentions = combo(
            [(self.tr("Toutes à la fin"), "end"), (self.tr("Chacune après ses lauréats"), "after")], usual.mentions
        )
        self.lasts = {level: QLineEdit(clock_duration(usual.seconds[level])) for level in LEVELS}
        self.call, self.photo = QLineEdit(clock_duration(usual.call_s)), QLineEdit(clock_duration(usual.photo_s))
        self.mention = QLineEdit(clock_duration(usual.mention_s))
        self.starts, self.ends = QLineEdit(known.starts or "14:30"), QLineEdit(known.ends or "17:30")
        self._fields: dict[QLineEdit, FormField] = {}
        self._arrange(replaces=bool(known.stops))

    def plan(self) -> Plan:
        """What was asked for; only after ``accept``."""
        return Plan(
            orders=_ORDERS[int(self.order.currentData())],
            seconds={level: duration_of(line.text()) or 0 for level, line in self.lasts.items()},
            group_up_to=int(self.group_up_to.currentData()),
            group_most=max(2, self.group_most.value()),
            call_s=duration_of(self.call.text()) or 0,
            photo_s=duration_of(self.photo.text()) or 0,
            section_keys=int(self.sections.currentData()),
            mentions=str(self.mentions.currentData()),
            mention_s=duration_of(self.mention.text()) or 0,
            starts=self.starts.text(),
            ends=self.ends.text(),
        )

    def accept(self) -> None:
        wrong: list[QLineEdit] = []
        for line in (*self.lasts.values(), self.call, self.photo, self.mention):
            readable = duration_of(line.text()) is not None
            self._fields[line].show_problem("" if readable else self.tr("0:40 ou 40 s"))
            wrong += [] if readable else [line]
        for line in (self.starts, self.ends):
            readable = not line.text().strip() or time_of(line.text()) is not None
            self._fields[line].show_problem("" if readable else self.tr("14:30 ou 14 h 30"))
            wrong += [] if readable else [line]
        if wrong:
            wrong[0].setFocus()
        else:
            super().accept()

    def _arrange(self, *, replaces: bool) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, (words, control) in enumerate(
            (
                (self.tr("Ordre"), self.order),
                (self.tr("Sections"), self.sections),
                (self.tr("Réunir en appels"), self.group_up_to),
                (self.tr("Collectivités par appel, au plus"), self.group_most),
                (self.tr("Mentions spéciales"), self.mentions),
                (self.tr("Durée d’une mention"), self.mention),
            )
        ):
            grid.addWidget(self._field(words, control), place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, _COLUMN_PX)
        self.body.addLayout(grid)
        self.body.addLayout(
            self._row(self.tr("Durée d’une remise"), [(level_label(n), line) for n, line in self.lasts.items()])
        )
        others: list[tuple[str, QWidget]] = [
            (self.tr("Un nom dans un appel"), self.call),
            (self.tr("Photo d’un appel"), self.photo),
            (self.tr("Début"), self.starts),
            (self.tr("Fin"), self.ends),
        ]
        self.body.addLayout(self._row("", others))
        said = Text(NOTE_PX, ink=LIGHT.ink_2, wrap=True)
        kept = self.tr(
            "Les interventions, pauses et notes déjà au conducteur y restent. Rien n’est enregistré\u202f: vous verrez "
            "la différence, et Ctrl+Z revient en arrière."
        )
        said.show_text(kept if replaces else "")
        self.body.addWidget(said)
        self.setMinimumWidth(_WIDTH_PX)
        self.order.setFocus()

    def _row(self, title: str, fields: "list[tuple[str, QWidget]]") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if title:
            heading = Text(BASE_PX, bold=True, wrap=True)
            heading.setText(title)
            row.addWidget(heading, 1, Qt.AlignmentFlag.AlignVCenter)
        for words, control in fields:
            row.addWidget(self._field(words, control), 1)
        return row

    def _field(self, words: str, control: QWidget) -> FormField:
        field = FormField(words, control)
        if isinstance(control, QLineEdit):
            self._fields[control] = field
        return field
