"""One authority beside the list: what it is, what is to be asked of its name, its member communes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vi_events.edition.models import Authority
from vi_events.edition.roster import AuthorityRow, Doubt, is_free
from vi_events.edition.text import fold
from vi_events.ui.checkin.suggestions import reference
from vi_events.ui.language import grouped
from vi_events.ui.preparation.palmares_labels import kind_label
from vi_events.ui.preparation.palmares_parts import VerbButton
from vi_events.ui.preparation.words import authority_label, counted, type_label
from vi_events.ui.theme import BASE_PX, LIGHT, NOTE_PX, TITLE_PX
from vi_events.ui.widgets.form import PlainTable
from vi_events.ui.widgets.panel import Panel, Text, empty

_MOST_OFFERED = 4


class AuthorityDetail(Panel):
    """Shows one authority; its buttons ask for what the page does."""

    chosen = Signal(object)
    """« C’est celle-ci »: the Authority that all its people come from."""
    search_requested = Signal()
    kept = Signal()
    """The name is right as it is."""
    rename_requested = Signal()
    people_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name, self.facts = Text(TITLE_PX, bold=True, wrap=True), Text(BASE_PX, wrap=True)
        self.question = Text(NOTE_PX, bold=True, ink=LIGHT.warn.ink, wrap=True)
        self.offers: list[VerbButton] = []
        """« C’est celle-ci », for each candidate."""
        self.search_button = VerbButton(self.tr("Une autre…"))
        self.keep_button = VerbButton(self.tr("Garder ce nom"))
        self.rename_button = VerbButton(self.tr("Corriger le nom…"))
        self.people_button = VerbButton(self.tr("Voir ses participant·es"))
        self.member_search = QLineEdit()
        self.member_search.setPlaceholderText(self.tr("Chercher une commune membre"))
        self.member_search.setAccessibleName(self.tr("Chercher une commune membre"))
        self.members = PlainTable((self.tr("Inscrit·es"), self.tr("Commune membre")), self.tr("Communes membres"))
        self.member_count = Text(NOTE_PX, ink=LIGHT.ink_2)
        self._offered = QVBoxLayout()
        self._member_rows: list[tuple[Authority, int]] = []
        self._nobody = Text(BASE_PX, ink=LIGHT.ink_2, wrap=True)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._inside = QWidget()
        self._arrange()
        self._connect()
        self.show_none("")

    def show_none(self, sentence: str) -> None:
        """Shows a sentence in the place of an authority."""
        self._inside.hide()
        self._nobody.setText(sentence)
        self._nobody.show()

    def show_row(self, row: AuthorityRow, people: Mapping[str, int]) -> None:
        """Shows an authority; ``people``: by id, how many are on the list of each."""
        authority = row.authority
        self._nobody.hide()
        self._inside.show()
        self.name.setText(authority.name)
        self.facts.setText(self._facts(row))
        self._show_doubt(row.doubt)
        free = is_free(authority)
        self.search_button.setVisible(free and row.people > 0)
        self.keep_button.setVisible(row.doubt is not None)
        self.rename_button.setVisible(free)
        self.people_button.setVisible(row.people > 0)
        self._member_rows = [(each, people.get(each.id, 0)) for each in reference().members(authority.id)]
        self.member_search.clear()
        self._show_members()

    # Inside

    def _facts(self, row: AuthorityRow) -> str:
        authority = row.authority
        kind = kind_label(authority.kind) if authority.kind else ""
        place = authority.department_name
        if place and authority.department:
            place = f"{place} ({authority.department})"
        code = "" if is_free(authority) else self.tr("code %1").replace("%1", authority.id)
        people = counted(row.people, self.tr("%1 inscrit·e"), self.tr("%1 inscrit·es"))
        present = counted(row.present, self.tr("%1 présent·e"), self.tr("%1 présent·es"))
        what = ", ".join(part for part in (type_label(authority), kind, code) if part)
        where = ", ".join(dict.fromkeys(part for part in (place, row.region) if part and part != authority.name))
        return "\n".join(part for part in (what[:1].upper() + what[1:], where, f"{people}, {present}") if part)

    def _show_doubt(self, doubt: Doubt | None) -> None:
        empty(self._offered)
        self.offers = []
        self.question.show_text(self._question(doubt) if doubt else "")
        for candidate in doubt.candidates[:_MOST_OFFERED] if doubt else ():
            words = Text(NOTE_PX, wrap=True)
            words.setText(authority_label(candidate))
            button = VerbButton(self.tr("C’est celle-ci"))
            button.setAccessibleName(self.tr("C’est celle-ci\u202f: %1").replace("%1", authority_label(candidate)))
            button.clicked.connect(lambda _=False, each=candidate: self.chosen.emit(each))
            self.offers.append(button)
            self._offered.addWidget(words)
            self._offered.addWidget(button)

    def _question(self, doubt: Doubt) -> str:
        if doubt.ambiguous:
            return self.tr("◆ Plusieurs collectivités portent ce nom\u202f: laquelle\u202f?")
        if doubt.candidates:
            return self.tr("◆ Ce nom n’est pas sur la liste officielle. Serait-ce\u202f:")
        return self.tr("◆ Ce nom n’est pas sur la liste officielle, et rien n’y ressemble.")

    def _show_members(self) -> None:
        wanted = fold(self.member_search.text())
        rows = [
            (grouped(count) if count else "—", each.name)
            for each, count in self._member_rows
            if wanted in fold(each.name)
        ]
        self.members.show_rows(rows)
        there = bool(self._member_rows)
        for part in (self.member_search, self.members, self.member_count):
            part.setVisible(there)
        coming = sum(count > 0 for _, count in self._member_rows)
        said = counted(len(self._member_rows), self.tr("%1 commune membre"), self.tr("%1 communes membres"))
        some = counted(coming, self.tr("%1 a des inscrit·es"), self.tr("%1 ont des inscrit·es"))
        self.member_count.setText(f"{said}, {some}" if coming else said)

    def _connect(self) -> None:
        self.search_button.clicked.connect(self.search_requested)
        self.keep_button.clicked.connect(self.kept)
        self.rename_button.clicked.connect(self.rename_requested)
        self.people_button.clicked.connect(self.people_requested)
        self.member_search.textChanged.connect(lambda _: self._show_members())

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._offered.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(self.question)
        column.addLayout(self._offered)
        for button in (self.search_button, self.keep_button, self.rename_button, self.people_button):
            column.addWidget(button)
        column.addWidget(self.member_count)
        column.addWidget(self.member_search)
        column.addWidget(self.members, 1)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 8)
        whole.addWidget(self._nobody, 1)
        whole.addWidget(self._inside, 1)
