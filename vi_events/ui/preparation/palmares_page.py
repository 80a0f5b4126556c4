"""The « Palmarès » tab: every award, filtered, corrected by hand, held against the totals announced."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vi_events.edition.palmares import Award
from vi_events.edition.rundown_checks import lacks
from vi_events.edition.text import fold
from vi_events.stage.show import ShowView
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_award_dialog import AwardDialog
from vi_events.ui.preparation.palmares_desk import PalmaresDesk
from vi_events.ui.preparation.palmares_edits import with_announced, with_award, without_award
from vi_events.ui.preparation.palmares_import_dialog import PalmaresImportDialog
from vi_events.ui.preparation.palmares_labels import (
    authority_names,
    kind_choices,
    kind_label,
    level_choices,
    level_label,
    mention_names,
)
from vi_events.ui.preparation.palmares_parts import AskDialog, Band, Notice, VerbButton
from vi_events.ui.preparation.palmares_totals import TotalsDialog, TotalsTable
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import LEAD_PX, LIGHT, NOTE_PX
from vi_events.ui.widgets.form import PlainTable, combo
from vi_events.ui.widgets.panel import Text

_SIDE_PX, _FILTER_PX = 360, 190


class _Lack(NamedTuple):
    """Something that an award may lack: how the filter calls it, and whether one lacks it."""

    id: str
    words: str
    is_missing: Callable[[Award], bool]


class PalmaresPage(QWidget):
    """Shows the awards of the desk's document."""

    said = Signal(str)
    """What was done, for who shows both pages."""

    def __init__(self, desk: PalmaresDesk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[Award] = []
        self._unplaced: frozenset[str] = frozenset()
        self.notice, self.warnings = Notice(), Band()
        self.import_button = VerbButton(self.tr("Importer un fichier…"), "Ctrl+I", "Ctrl+I", primary=True)
        self.edit_button = VerbButton(self.tr("Modifier…"), self.tr("Entrée"))
        self.totals_button = VerbButton(self.tr("Totaux annoncés…"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Chercher une collectivité"))
        self.search.setAccessibleName(self.tr("Chercher une collectivité"))
        self.level = combo([(self.tr("Tous les niveaux"), 0), *level_choices()], 0)
        self.kind = combo([(self.tr("Tous les types"), ""), *kind_choices()], "")
        self._lacks = self._possible_lacks()
        self.missing = combo([(self.tr("Complets ou non"), ""), *((each.words, each.id) for each in self._lacks)], "")
        headers = (
            self.tr("Collectivité"),
            self.tr("Arobases"),
            self.tr("Avant"),
            self.tr("Type"),
            self.tr("Qui reçoit"),
            self.tr("Mentions et distinctions"),
        )
        self.table = PlainTable(headers, self.tr("Le palmarès"))
        self.table.doubleClicked.connect(lambda _: self.edit_chosen())
        self.totals = TotalsTable()
        self.count = Text(NOTE_PX, ink=LIGHT.ink_2)
        self.empty = Text(LEAD_PX, ink=LIGHT.ink_2, wrap=True)
        self._arrange()
        self._connect()

    def show_view(self, view: ShowView | None) -> None:
        """Shows the document of a view; None before the first import."""
        document = self._desk.document
        known = lacks(document.palmares, document.rundown) if view else ()
        self._unplaced = frozenset(id_ for lack in known if lack.code == "award_missing" for id_ in lack.authority_ids)
        self._fill()
        self.totals.show_palmares(document.palmares)
        self._warn([spoken(lack.text) for lack in known])
        self.totals_button.setEnabled(view is not None)

    def show_missing(self) -> None:
        """Filters the awards that no stop announces."""
        self.search.clear()
        for choice in (self.level, self.kind):
            choice.setCurrentIndex(0)
        self.missing.setCurrentIndex(self.missing.findData("unplaced"))
        self.table.setFocus()

    def import_file(self) -> PalmaresImportDialog:
        """Opens the import."""
        dialog = PalmaresImportDialog(self._desk, self)
        dialog.imported.connect(self.said)
        dialog.open()
        return dialog

    def edit_chosen(self) -> AwardDialog | None:
        """Opens the award of the row chosen."""
        row = self.table.currentRow()
        if not 0 <= row < len(self._shown):
            return None
        award = self._shown[row]
        dialog = AwardDialog(award, self._desk.document.palmares.mentions, self)

        def save(edited: Award, mention: str) -> None:
            self._desk.edit(lambda known: with_award(known, edited, mention), dialog.was_saved, dialog.show_problem)

        dialog.award_edited.connect(save)
        dialog.removal_requested.connect(lambda id_: self._ask_removal(id_, dialog))
        dialog.open()
        return dialog

    def edit_totals(self) -> TotalsDialog:
        """Asks for the totals announced."""
        dialog = TotalsDialog(self._desk.document.palmares, self)
        dialog.accepted.connect(
            lambda: self._desk.edit(
                lambda known: with_announced(known, dialog.announced()),
                lambda: self.said.emit(self.tr("Totaux annoncés enregistrés.")),
                self.notice.show_problem,
            )
        )
        dialog.open()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.table.hasFocus() and not event.isAutoRepeat():
            self.edit_chosen()
        else:
            super().keyPressEvent(event)

    # Inside

    def _ask_removal(self, authority_id: str, dialog: AwardDialog) -> None:
        ask = AskDialog(
            self.tr("Retirer du palmarès\u202f?"),
            (
                self.tr("La collectivité quitte aussi le conducteur. Rien ne sera annoncé pour elle."),
                self.tr("Pour la remettre, importez de nouveau son fichier."),
            ),
            self.tr("Retirer"),
            dialog,
        )

        def remove() -> None:
            self._desk.edit(lambda known: without_award(known, authority_id), dialog.was_saved, dialog.show_problem)

        ask.accepted.connect(remove)
        ask.open()

    def _possible_lacks(self) -> tuple[_Lack, ...]:
        return (
            _Lack("unplaced", self.tr("Sans étape au conducteur"), lambda a: a.authority.id in self._unplaced),
            _Lack("previous", self.tr("Sans niveau précédent"), lambda a: not (a.previous or a.first_participation)),
            _Lack("representative", self.tr("Sans personne pour recevoir"), lambda a: not a.representative),
            _Lack("fell", self.tr("En baisse"), lambda a: (a.progress or 0) < 0),
        )

    def _fill(self) -> None:
        wanted, level, kind = fold(self.search.text()), self.level.currentData(), self.kind.currentData()
        lacking = next((each.is_missing for each in self._lacks if each.id == self.missing.currentData()), None)
        palmares = self._desk.document.palmares
        names, mentions = authority_names(palmares), mention_names(palmares)
        row = self.table.currentRow()
        chosen = self._shown[row].authority.id if 0 <= row < len(self._shown) else ""
        self._shown = [
            award
            for award in palmares.awards
            if level in (0, award.level)
            and kind in ("", award.authority.kind)
            and (lacking is None or lacking(award))
            and wanted in fold(award.authority.name)
        ]
        self.table.show_rows([self._row(award, names, mentions) for award in self._shown])
        place = next((at for at, award in enumerate(self._shown) if award.authority.id == chosen), 0)
        if self._shown:
            self.table.setCurrentCell(place, 0)
        self._say_count(len(palmares.awards))
        self.edit_button.setEnabled(bool(self._shown))

    def _row(self, award: Award, names: dict[str, str], mentions: dict[str, str]) -> tuple[str, ...]:
        new = self.tr("première fois") if award.first_participation else ""
        return (
            names[award.authority.id],
            level_label(award.level),
            new or level_label(award.previous),
            kind_label(award.authority.kind),
            award.representative or "—",
            ", ".join((*(mentions.get(id_, id_) for id_ in award.mentions), *award.distinctions)),
        )

    def _say_count(self, total: int) -> None:
        shown = counted(len(self._shown), self.tr("%1 label"), self.tr("%1 labels"))
        filtered = self.tr("%1 sur %2").replace("%1", shown).replace("%2", str(total))
        self.count.setText(shown if len(self._shown) == total else filtered)
        none = self.tr("Le palmarès est vide. Importez le fichier des labels, en CSV ou Excel (Ctrl+I).")
        nobody = self.tr("Aucun label ne répond à ces filtres.")
        self.empty.show_text("" if self._shown else nobody if total else none)
        self.table.setVisible(bool(self._shown))

    def _warn(self, sentences: Sequence[str]) -> None:
        awards = self._desk.document.palmares.awards
        fell = sum((award.progress or 0) < 0 for award in awards)
        lines = list(sentences)
        if fell:
            one = self.tr("%1 label en baisse\u202f: vérifiez-le.")
            lines.append(counted(fell, one, self.tr("%1 labels en baisse\u202f: vérifiez-les.")))
        if self._desk.document.palmares.gaps():
            lines.append(self.tr("Des totaux ne sont pas ceux annoncés\u202f: voyez la colonne de droite."))
        self.warnings.say("warn", self.tr("À vérifier") if lines else "", "\n".join(lines))

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.import_file)
        self.edit_button.clicked.connect(self.edit_chosen)
        self.totals_button.clicked.connect(self.edit_totals)
        self.search.textChanged.connect(lambda _: self._fill())
        for choice in (self.level, self.kind, self.missing):
            choice.currentIndexChanged.connect(lambda _: self._fill())

    def _arrange(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(10)
        self.search.setFixedHeight(self.level.height())
        filters.addWidget(self.search, 1)
        for choice, name in (
            (self.level, self.tr("Niveau")),
            (self.kind, self.tr("Type")),
            (self.missing, self.tr("À compléter")),
        ):
            choice.setAccessibleName(name)
            choice.setMinimumWidth(_FILTER_PX)
            filters.addWidget(choice)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(filters)
        left.addWidget(self.empty)
        left.addWidget(self.table, 1)
        left.addWidget(self.count)
        left.addStretch()
        title = Text(LEAD_PX, bold=True)
        title.setText(self.tr("Totaux"))
        side = QWidget()
        side.setFixedWidth(_SIDE_PX)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.import_button, self.edit_button, title, self.totals, self.totals_button, self.warnings):
            column.addWidget(part, 1 if part is self.totals else 0)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.notice)
        whole.addLayout(row, 1)
