"""The badge layout editor: elements and their form, or the TOML itself, beside the badges that they make."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from vi_events.checkin.badge_drafts import line_of, open_draft
from vi_events.checkin.badge_elements import PAPERS, Layout, Logo
from vi_events.checkin.badges import layouts_of
from vi_events.checkin.hard_badges import trial_badges
from vi_events.edition.models import CATEGORIES
from vi_events.errors import UserError, ViError
from vi_events.ui.checkin.wording import category_label
from vi_events.ui.language import spoken
from vi_events.ui.preparation.badge_form import ElementForm
from vi_events.ui.preparation.badge_outline import ElementList, new_element
from vi_events.ui.preparation.badge_preview import BadgePreview
from vi_events.ui.preparation.badge_text import LayoutText
from vi_events.ui.preparation.badge_words import value_label
from vi_events.ui.theme import BASE_PX, HALO_PX, LIGHT, NOTE_PX, TITLE_PX, font
from vi_events.ui.widgets.buttons import KeyButton, key_cap_width
from vi_events.ui.widgets.form import Choice
from vi_events.ui.widgets.panel import Panel, Text

if TYPE_CHECKING:
    from vi_events.app import OpenEdition
    from vi_events.checkin.badge import BadgeData
    from vi_events.checkin.print_views import PrinterView
    from vi_events.ui.bridge import Bridge

_SIZE_PX = (1366, 768)
_LIST_PX, _FORM_PX, _BUTTON_PX, _CHOICE_PX = 326, 346, 50, (168, 150)
_UNDO, _REDO = QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y")


class BadgeEditor(QDialog):
    """Changes the layouts of an open edition. Nothing is written before « Enregistrer »."""

    def __init__(self, opened: OpenEdition, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Modèles de badge"))
        self.setModal(True)
        self._opened, self._bridge = opened, bridge
        self._asked: object = None
        """What was about to be lost when a person was last asked."""
        self._left = False
        self.paper, self.category = Choice(), Choice()
        self.outline, self.form, self.toml, self.preview = ElementList(), ElementForm(), LayoutText(), BadgePreview()
        self._pages, self._panel = QStackedWidget(), Panel()
        self.notice = Text(NOTE_PX, bold=True, wrap=True)
        self._make_buttons()
        self._fill_choices()
        self._lay_out()
        self._connect()
        self.draft = open_draft(opened.folder, self._category(), self._paper())
        self._shown = self._paper(), self._category()
        self._show_draft(0)
        self._say_set_aside()
        self._bridge.when_done(opened.core.submit_slices(trial_badges), self._take_people)
        self.resize(*_SIZE_PX)
        self.outline.rows.setFocus()

    def save(self) -> None:
        """Ctrl+S: writes the edition's layout, or says why it cannot."""
        if not self.draft.changed:
            self._say("ok", self.tr("● Rien n’a changé depuis le dernier enregistrement."))
            return
        try:
            self.draft.save()
        except ViError as problem:
            self._say("bad", f"■ {spoken(problem)}")
            return
        if self.draft.name:
            said = self.tr("● Enregistré\u202f: les badges suivants sortent ainsi («\u00a0%1\u00a0»).")
            self._say("ok", said.replace("%1", self.draft.name))
        else:
            self._say("ok", self.tr("● Enregistré\u202f: le modèle d’origine sert de nouveau."))

    def undo(self) -> None:
        """Ctrl+Z."""
        self.draft.undo()
        self._show_draft(self.outline.row())

    def redo(self) -> None:
        """Ctrl+Y."""
        self.draft.redo()
        self._show_draft(self.outline.row())

    def revert(self) -> None:
        """Back to the ready layout; to be saved, and may be undone."""
        self.draft.revert()
        self._show_draft(0)

    def toggle_text(self) -> None:
        """F4: the TOML itself, or the form."""
        as_text = self._pages.currentIndex() == 0
        self._pages.setCurrentIndex(int(as_text))
        self._show_draft(self.outline.row())
        self.text_button.set_text(self.tr("Revenir au formulaire") if as_text else self.tr("Modifier le texte TOML"))
        _one_line(self.text_button)
        (self.toml if as_text else self.outline.rows).setFocus()
        if as_text and self.draft.problem is not None:
            self.toml.go_to(line_of(self.draft.problem, self.draft.text))

    def add_logo(self, picture: Path | None = None) -> None:
        """Adds a logo, or changes the picture of the one chosen; asks for the PNG file."""
        picture = picture or self._ask_picture()
        if picture is None:
            return
        try:
            name = self.draft.add_logo(picture)
        except UserError as problem:
            self._say("bad", f"■ {spoken(problem)}")
            return
        row = self.outline.row()
        chosen = self.draft.layout.elements[row - 1] if row else None
        if isinstance(chosen, Logo) and self.form.isAncestorOf(self.focusWidget() or self):
            self._on_key_changed("file", name)
        else:
            self.outline.add(new_element("logo", self.draft.layout.paper, name))

    def print_trial(self) -> None:
        """F9: the badge in view, on the main printer; the journal does not hear of it."""
        printing = self._opened.reception.printing
        badge, main = self.preview.badge(), printing.main
        if not main:
            self._say("warn", self.tr("◆ Ce poste n’a pas d’imprimante\u202f: ajoutez-en une dans les réglages."))
        elif badge is None:
            self._say("warn", self.tr("◆ Le badge n’est pas encore dessiné\u202f: recommencez dans un instant."))
        else:

            def send(views: tuple[PrinterView, ...]) -> None:
                view = next(each for each in views if each.id == main)
                if view.width_dots != badge.image.width:
                    said = self.tr("◆ L’imprimante «\u00a0%1\u00a0» n’a pas ce papier\u202f: choisissez le sien.")
                    self._say("warn", said.replace("%1", view.name))
                    return
                printing.print_picture(main, badge.image)
                said = self.tr("● Essai envoyé à l’imprimante «\u00a0%1\u00a0».")
                if view.level == "bad":
                    said = self.tr("◆ L’essai attend l’imprimante «\u00a0%1\u00a0»\u202f: %2").replace(
                        "%2", spoken(view.text)
                    )
                self._say("warn" if view.level == "bad" else "ok", said.replace("%1", view.name))

            self._bridge.when_done(printing.printers(), send)

    def reject(self) -> None:
        """Closes; what is not saved is asked about once."""
        if not self.draft.changed or self._abandoned(self.draft.text):
            super().reject()

    def done(self, result: int) -> None:
        """Closes; what is still being read or drawn comes to nothing."""
        self._left = True
        self.preview.redraw.stop()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, KeyButton) and not event.isAutoRepeat():
            focused.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        # A field would undo its own typing only: here one key undoes everything, in order.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if keys in (_UNDO, _REDO):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    # Inside

    def _make_buttons(self) -> None:
        self.undo_button = KeyButton(self.tr("Annuler"), "Ctrl+Z")
        self.redo_button = KeyButton(self.tr("Rétablir"), "Ctrl+Y")
        self.revert_button = KeyButton(self.tr("Revenir au modèle"))
        self.text_button = KeyButton(self.tr("Modifier le texte TOML"), "F4")
        self.close_button = KeyButton(self.tr("Fermer"), self.tr("Échap"))
        self.trial_button = KeyButton(self.tr("Imprimer un essai"), "F9")
        self.save_button = KeyButton(self.tr("Enregistrer"), "Ctrl+S", kind="primary")
        for button, keys, act in (
            (self.undo_button, _UNDO.toString(), self.undo),
            (self.redo_button, _REDO.toString(), self.redo),
            (self.revert_button, "", self.revert),
            (self.text_button, "F4", self.toggle_text),
            (self.close_button, "", self.reject),
            (self.trial_button, "F9", self.print_trial),
            (self.save_button, "Ctrl+S", self.save),
        ):
            button.setFixedHeight(_BUTTON_PX)
            button.clicked.connect(lambda _=False, act=act: act())
            if keys:
                button.bind(keys)

    def _fill_choices(self) -> None:
        for paper in PAPERS:
            self.paper.addItem(value_label(paper), paper)
        for category in CATEGORIES:
            self.category.addItem(category_label(category), category)
        self.paper.setAccessibleName(self.tr("Papier"))
        self.category.setAccessibleName(self.tr("Catégorie"))
        main = self._opened.reception.printing.main
        if main:
            self._bridge.when_done(self._opened.reception.printing.printers(), self._take_printers)

    def _lay_out(self) -> None:
        title = Text(TITLE_PX, bold=True)
        title.setText(self.windowTitle())
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(title)
        top.addStretch(1)
        for choice, width in zip((self.paper, self.category), _CHOICE_PX, strict=True):
            choice.setFixedWidth(width)
            top.addWidget(choice)
        for button in (self.undo_button, self.redo_button, self.revert_button, self.text_button):
            _one_line(button)
            top.addWidget(button)
        scroll = QScrollArea()
        scroll.setWidget(self.form)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(_FORM_PX)
        self.outline.setFixedWidth(_LIST_PX)
        as_form = QWidget()
        row = QHBoxLayout(as_form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.outline)
        row.addWidget(scroll)
        self._pages.addWidget(as_form)
        self._pages.addWidget(self.toml)
        self._pages.setFixedWidth(_LIST_PX + _FORM_PX + 16)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._pages)
        middle.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.addWidget(self.notice)
        kept = self._panel.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._panel.setSizePolicy(kept)
        foot = QHBoxLayout()
        foot.setContentsMargins(-HALO_PX, 0, -HALO_PX, 0)
        foot.setSpacing(8)
        for button in (self.close_button, self.trial_button, self.save_button):
            _one_line(button)
        foot.addWidget(self.close_button)
        foot.addWidget(self._panel, 1)
        foot.addWidget(self.trial_button)
        foot.addWidget(self.save_button)
        return foot

    def _connect(self) -> None:
        self.outline.chosen.connect(lambda _: self._show_form())
        self.outline.changed.connect(self._on_layout_changed)
        self.outline.logo_wanted.connect(self.add_logo)
        self.form.changed.connect(self._on_key_changed)
        self.form.logo_requested.connect(self.add_logo)
        self.form.fields_made.connect(self._take_undo_keys)
        self.toml.edited.connect(self._on_text_edited)
        self.toml.lines.installEventFilter(self)
        self.preview.failed.connect(lambda problem: self._say("bad", f"■ {spoken(problem)}"))
        self.paper.activated.connect(lambda _: self._on_choice())
        self.category.activated.connect(lambda _: self._on_choice())
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self.preview.change_zoom, by))

    def _paper(self) -> str:
        return str(self.paper.currentData())

    def _category(self) -> str:
        return str(self.category.currentData())

    def _take_people(self, people: tuple[BadgeData, ...]) -> None:
        if not self._left:
            self.preview.show_people(people)

    def _take_printers(self, views: tuple[PrinterView, ...]) -> None:
        """Starts with the paper of the main printer."""
        width = next((view.width_dots for view in views if view.here), 0)
        paper = next((paper for paper, (dots, _) in PAPERS.items() if dots == width), self._paper())
        if paper != self._paper() and not self.draft.changed and not self._left:
            self._choose(paper, self._category())
            self._on_choice()

    def _choose(self, paper: str, category: str) -> None:
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.category.setCurrentIndex(self.category.findData(category))

    def _on_choice(self) -> None:
        """Another paper or category: the same draft when it serves them, else another, once the first is saved."""
        layout = self.draft.layout
        wanted = self._paper(), self._category()
        if self._paper() == layout.paper and self._category() in layout.categories:
            self._show_draft(self.outline.row())
        elif not self.draft.changed or self._abandoned((wanted, self.draft.text)):
            self.draft = open_draft(self._opened.folder, self._category(), self._paper())
            self._show_draft(0)
        else:
            self._choose(*self._shown)

    def _on_layout_changed(self, layout: Layout, row: int) -> None:
        self.draft.set_layout(layout)
        self._show_draft(row)

    def _on_key_changed(self, key: str, value: object) -> None:
        row, layout = self.outline.row(), self.draft.layout
        if row:
            elements = list(layout.elements)
            elements[row - 1] = replace(elements[row - 1], **{key: value})  # type: ignore[arg-type]
            layout = replace(layout, elements=tuple(elements))
        else:
            layout = replace(layout, **{key: value})  # type: ignore[arg-type]
        self.draft.set_layout(layout, f"{row} {key}")
        self._show_draft(row)

    def _on_text_edited(self, text: str) -> None:
        self.draft.set_text(text, f"text {text.count(chr(10))}")
        self._show_draft(self.outline.row())

    def _show_draft(self, row: int) -> None:
        """Shows the draft everywhere; what is shown already stays, so that the hand stays where it is."""
        self._asked = None
        self._shown = self._paper(), self._category()
        layout, problem = self.draft.layout, self.draft.problem
        self.outline.show_layout(layout, self._category(), row)
        self._show_form()
        line = line_of(problem, self.draft.text) if problem else 0
        self.toml.show_text(self.draft.text, line)
        if problem is None:
            self._say("", "")
            self.preview.show_layout(layout, self._category())
        elif line and self._pages.currentIndex():
            where = self.tr("Ligne %1").replace("%1", str(line))
            self._say("bad", f"■ {where} · {spoken(problem)}")
        else:
            self._say("bad", f"■ {spoken(problem)}")
        self._enable()

    def _show_form(self) -> None:
        row, layout = self.outline.row(), self.draft.layout
        self.form.show_element(layout.elements[row - 1] if row else layout, layout.paper)

    def _take_undo_keys(self) -> None:
        for field in self.form.findChildren(QWidget):
            field.installEventFilter(self)

    def _enable(self) -> None:
        self.undo_button.setEnabled(self.draft.can_undo)
        self.redo_button.setEnabled(self.draft.can_redo)

    def _say(self, tone: str, text: str) -> None:
        self._panel.set_tone(tone)
        self._panel.setVisible(bool(text))
        self.notice.set_ink(LIGHT.tone(tone).ink if tone else LIGHT.ink)
        self.notice.setText(text)

    def _say_set_aside(self) -> None:
        """Files of the edition that cannot be used are named at once: their badges are not what somebody meant."""
        for problem in layouts_of(self._opened.folder).problems[:1]:
            self._say("warn", f"◆ {spoken(problem)}")

    def _abandoned(self, at_stake: object) -> bool:
        """Whether a person was told what they lose, and insists."""
        if self._asked == at_stake:
            return True
        self._asked = at_stake
        self._say(
            "warn",
            self.tr("◆ Vos changements ne sont pas enregistrés (Ctrl+S)\u202f: recommencez pour les abandonner."),
        )
        return False

    def _ask_picture(self) -> Path | None:
        asked = QFileDialog(self, self.tr("Choisir l’image du logo"))
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.setNameFilter("PNG (*.png)")
        return Path(asked.selectedFiles()[0]) if asked.exec() and asked.selectedFiles() else None


def _one_line(button: KeyButton) -> None:
    words = QFontMetrics(font(BASE_PX, bold=True)).horizontalAdvance(button.text())
    button.setFixedWidth(words + key_cap_width(button.key) + 3 * BASE_PX)
