"""What saving the running order would change, in lines to read first."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from vi_events.edition.palmares import Palmares
from vi_events.edition.rundown import Rundown
from vi_events.edition.rundown_changes import Change, difference
from vi_events.ui.language import spoken
from vi_events.ui.preparation.palmares_labels import authority_names, mention_names, stop_label
from vi_events.ui.preparation.rundown_draft import totals
from vi_events.ui.preparation.words import counted
from vi_events.ui.theme import LEAD_PX
from vi_events.ui.widgets.form import FormDialog, PlainTable
from vi_events.ui.widgets.panel import Text

_SIZE_PX = (760, 520)


class DifferenceDialog(FormDialog):
    """Shows the lines; « Enregistrer » is the answer."""

    def __init__(self, summary: str, lines: Sequence[Change], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Enregistrer le conducteur"), self.tr("Enregistrer"), parent)
        said = Text(LEAD_PX, bold=True, wrap=True)
        said.setText(summary)
        self.table = PlainTable((self.tr("Ce qui change"),), self.tr("Ce qui change"))
        self.table.show_rows([(spoken(line.text),) for line in lines])
        self.body.addWidget(said)
        self.body.addWidget(self.table, 1)
        self.resize(*_SIZE_PX)
        self.accept_button.setFocus()


def changes(before: Rundown, after: Rundown, palmares: Palmares) -> tuple[Change, ...]:
    """The lines of ``difference``, each stop under its name."""
    names, mentions = authority_names(palmares), mention_names(palmares)
    return difference(before, after, lambda stop: stop_label(stop, names, mentions))


def difference_words(before: Rundown, after: Rundown) -> str:
    """« 3 étapes déplacées, 1 étape ajoutée »; empty when both are the same."""
    found = totals(before, after)
    told = (
        (
            found.moved,
            QCoreApplication.translate("Difference", "%1 étape déplacée"),
            QCoreApplication.translate("Difference", "%1 étapes déplacées"),
        ),
        (
            found.added,
            QCoreApplication.translate("Difference", "%1 étape ajoutée"),
            QCoreApplication.translate("Difference", "%1 étapes ajoutées"),
        ),
        (
            found.removed,
            QCoreApplication.translate("Difference", "%1 étape retirée"),
            QCoreApplication.translate("Difference", "%1 étapes retirées"),
        ),
        (
            found.changed,
            QCoreApplication.translate("Difference", "%1 étape modifiée"),
            QCoreApplication.translate("Difference", "%1 étapes modifiées"),
        ),
    )
    parts = [counted(number, one, many) for number, one, many in told if number]
    if (before.sections, before.starts, before.ends) != (after.sections, after.starts, after.ends):
        parts.append(QCoreApplication.translate("Difference", "sections ou heures changées"))
    return ", ".join(parts)
