"""What importing a file would do, tried before anything is written: the part that both imports share."""

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QRadioButton, QTabWidget, QVBoxLayout, QWidget

from vi_events.edition.palmares_import import PalmaresImport
from vi_events.edition.rundown_file import RundownImport
from vi_events.edition.tables import read_table
from vi_events.errors import UserError, ViError
from vi_events.ui.job import Job
from vi_events.ui.language import spoken, told
from vi_events.ui.preparation.confirm_page import shown_column
from vi_events.ui.preparation.palmares_import_pages import ColumnChoices
from vi_events.ui.preparation.palmares_parts import TAB_SHEET, Band, Notice, VerbButton
from vi_events.ui.preparation.words import counted, rows_label
from vi_events.ui.theme import BASE_PX, TITLE_PX, font
from vi_events.ui.widgets.buttons import KeyButton
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Text

_SIZE_PX = (1160, 700)
Found = TypeVar("Found", PalmaresImport, RundownImport)
_Reading = tuple[tuple[str, ...], Found | None]
"""The headers of a file, and what was read of it: None when its columns are not known yet."""


class FileImportDialog(QDialog, Generic[Found]):
    """Reads a file as often as a choice changes, and shows what importing it would do."""

    def __init__(self, title: str, fields: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.path: Path | None = None
        self.mapping: dict[str, str] = {}
        self.found: Found | None = None
        self._job: Job | None = None
        self._fresh = True
        """No reading of this file was shown yet."""
        self.band, self.notice = Band(), Notice()
        self.tabs = QTabWidget()
        self.tabs.setStyleSheet(TAB_SHEET)
        self.tabs.setAccessibleName(title)
        room = self.tabs.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.tabs.setSizePolicy(room)
        self.columns = ColumnChoices(fields)
        self.columns.column_chosen.connect(self._on_column_chosen)
        self.refused = PlainTable((self.tr("Ligne"), self.tr("Colonne"), self.tr("Pourquoi")), self.tr("Refusées"))
        self.remarks = PlainTable((self.tr("Lignes"), self.tr("Remarque")), self.tr("Remarques"))
        self.whole, self.others = QRadioButton(), QRadioButton()
        self.whole.setText(self.tr("Tout ou rien\u202f: je corrige d’abord le fichier"))
        self.whole.setChecked(True)
        self.others.toggled.connect(lambda _: self._show_buttons())
        self.cancel_button = VerbButton(self.tr("Annuler"), self.tr("Échap"))
        self.other_button = VerbButton(self.tr("Choisir un fichier…"), "Ctrl+O", "Ctrl+O")
        self.again_button = VerbButton(self.tr("Relire le fichier"), "F5", "F5")
        self.import_button = VerbButton(self.import_words(), self.tr("Ctrl+Entrée"), primary=True)
        self._arrange(title)
        self.cancel_button.clicked.connect(self.reject)
        self.other_button.clicked.connect(self.browse)
        self.again_button.clicked.connect(self.read)
        self.import_button.clicked.connect(self.do_import)
        self.resize(*_SIZE_PX)
        self._show()
        self.band.say(
            "info",
            self.tr("Choisissez le fichier à importer"),
            self.tr("Un tableau CSV ou Excel. Rien n’est écrit avant votre accord."),
        )
        self.tabs.hide()
        self.other_button.setFocus()

    # What each import says for itself

    @abstractmethod
    def import_words(self) -> str:
        """What the main button says."""

    @abstractmethod
    def read_file(self, path: Path, mapping: dict[str, str]) -> Found:
        """Reads the file; called off the window's thread. Raises ViError."""

    @abstractmethod
    def pages(self) -> Sequence[tuple[QWidget, str]]:
        """The pages of its own, with their titles, before those that both have."""

    @abstractmethod
    def show_found(self, found: Found) -> tuple[str, str]:
        """Fills its pages; gives the title and the sentence of what would be done."""

    @abstractmethod
    def keep(self, found: Found, partial: bool) -> None:
        """Does what was shown."""

    @abstractmethod
    def open_points(self, found: Found) -> int:
        """How many rows are left out unless the person says otherwise."""

    @abstractmethod
    def first_page(self, found: Found) -> QWidget:
        """The page to look at first."""

    # Verbs

    def open_file(self, path: Path) -> None:
        """Reads a file, as if it had been chosen."""
        self.path, self.mapping, self._fresh = path, {}, True
        self.other_button.set_text(self.tr("Autre fichier…"))
        self.tabs.show()
        self.tabs.setFocus()
        self.read()

    def read(self) -> None:
        """Reads the file again: it may have been corrected."""
        path, mapping = self.path, dict(self.mapping)
        if path is None:
            return

        def work() -> _Reading[Found]:
            headers = read_table(path).headers
            try:
                return headers, self.read_file(path, mapping)
            except UserError as problem:
                if problem.code != "unknown_format":
                    raise
                return headers, None

        self._forget()
        self.band.say("info", self.tr("Lecture du fichier…"), self.tr("Rien n’est encore écrit."))
        self.import_button.setEnabled(False)
        self._job = Job(work, self._was_read, self._was_not_read)

    def browse(self) -> None:
        """Asks for a file."""
        kinds = self.tr("Tableaux (*.csv *.xlsx *.xls *.txt);;Tous les fichiers (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.windowTitle(), "", kinds)
        if chosen:
            self.open_file(Path(chosen))

    def do_import(self) -> None:
        """What the main button does."""
        if self.found is not None and self.import_button.isEnabled():
            self.import_button.setEnabled(False)
            self.keep(self.found, self.others.isChecked())

    def show_problem(self, problem: ViError) -> None:
        """Why the import was not done; what was chosen stays."""
        self.notice.show_problem(problem)
        self._show_buttons()

    def reject(self) -> None:
        self._forget()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.do_import()
        elif isinstance(focused := self.focusWidget(), KeyButton):
            focused.click()

    # Inside

    def _was_read(self, reading: "_Reading[Found]") -> None:
        self._job = None
        headers, self.found = reading
        found = self.found
        self.columns.show_columns(headers, found.mapping if found else self.mapping, found.ignored if found else ())
        self.notice.say("info", "")
        if not (found and self.open_points(found)):
            self.whole.setChecked(True)
        self._show()
        if found is None:
            self.band.say(
                "warn",
                self.tr("Il manque une colonne"),
                self.tr("Dites ci-dessous dans quelle colonne elle se trouve\u202f: le fichier sera relu aussitôt."),
            )
            self.tabs.setCurrentWidget(self.columns)
        elif self._fresh:
            self.tabs.setCurrentWidget(self.first_page(found))
            self._fresh = False

    def _was_not_read(self, problem: ViError) -> None:
        self._job = None
        self.found = None
        self._show()
        self.band.say("bad", *told(problem))

    def _on_column_chosen(self, name: str, header: str) -> None:
        self.mapping.pop(name, None)
        if header:
            self.mapping[name] = header
        self.read()

    def _forget(self) -> None:
        if self._job:
            self._job.forget()
            self._job = None

    def _show(self) -> None:
        found = self.found
        for place in range(self.tabs.count()):
            self.tabs.setTabEnabled(place, found is not None or self.tabs.widget(place) is self.columns)
        if found is not None:
            title, text = self.show_found(found)
            file = self.tr("Rien n’est encore écrit. Fichier «\u00a0%1\u00a0»\u202f: ").replace("%1", found.file)
            self.band.say("warn" if self.open_points(found) else "info", title, file + text)
            self.refused.show_rows([(str(each.row), shown_column(each), spoken(each.reason)) for each in found.refused])
            rows = [(rows_label(each.rows) if each.rows else "—", spoken(each.reason)) for each in found.notices]
            self.remarks.show_rows(rows)
            self.count_tab(self.refused, self.tr("Refusées"), len(found.refused))
            self.count_tab(self.remarks, self.tr("Remarques"), len(found.notices))
        self._show_buttons()

    def count_tab(self, page: QWidget, title: str, number: int) -> None:
        self.tabs.setTabText(self.tabs.indexOf(page), f"{title} ({number})" if number else title)

    def _show_buttons(self) -> None:
        found = self.found
        left = self.open_points(found) if found else 0
        one = self.tr("Laisser %1 ligne de côté, importer le reste")
        self.others.setText(counted(left, one, self.tr("Laisser %1 lignes de côté, importer le reste")))
        for button in (self.whole, self.others):
            button.setVisible(bool(left))
        self.import_button.setEnabled(self._changes(found) and (not left or self.others.isChecked()))
        self.again_button.setEnabled(self.path is not None)

    def _changes(self, found: Found | None) -> bool:
        if found is None:
            return False
        removed = found.removed if isinstance(found, RundownImport) else 0
        return found.added + found.updated + removed > 0

    def _arrange(self, title: str) -> None:
        heading = Text(TITLE_PX, bold=True)
        heading.setText(title)
        for page, words in self.pages():
            self.tabs.addTab(page, words)
        self.tabs.addTab(self.columns, self.tr("Colonnes"))
        self.tabs.addTab(self.refused, self.tr("Refusées"))
        self.tabs.addTab(self.remarks, self.tr("Remarques"))
        for choice in (self.whole, self.others):
            choice.setFont(font(BASE_PX))
        foot = QHBoxLayout()
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        for button in (self.other_button, self.again_button, self.import_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(10)
        for part in (heading, self.band, self.tabs, self.whole, self.others, self.notice):
            column.addWidget(part, 1 if part is self.tabs else 0)
        column.addLayout(foot)
