"""The window speaks one language at a time."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QDateTime, QEvent, QEventLoop, QLocale, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vi_events import app, paths, settings
from vi_events.checkin.views import VERDICTS, PersonCard, ScanResult
from vi_events.edition import platforms
from vi_events.edition.tables import read_table
from vi_events.errors import UserError, ViError
from vi_events.journal.entry import Author
from vi_events.sentences import joined, say
from vi_events.ui.checkin import wording
from vi_events.ui.language import TRANSLATIONS, grouped, install_language, is_many, labelled, spoken
from vi_events.ui.preparation.words import counted
from vi_events.ui.shell import Desk

MORNING = int(QDateTime.fromString("2026-02-03T08:42:00", "yyyy-MM-ddTHH:mm:ss").toMSecsSinceEpoch())
DAY_MS = 86_400_000
HOLE = re.compile(r"%\d|\\\{[^{}]*\\\}")
PATIENCE_MS = 15_000


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Installs a language, and takes it away after the test."""
    before = QLocale()
    yield lambda language: install_language(qapp, language)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def french_texts() -> list[re.Pattern[str]]:
    """Every French text that reads otherwise in English, with anything in its holes."""
    found = []
    for message in ElementTree.parse(TRANSLATIONS / "vi_events_en.ts").iter("message"):
        source = message.findtext("source", "")
        if source in {zone.name for zone in app.DEMO_ZONES}:
            continue  # Also the name of a zone of the demo, which is no text of ours.
        if source != message.findtext("translation", "") and len(re.sub(r"%\d|\{[^{}]*\}|\W", "", source)) > 3:
            found.append(re.compile(HOLE.sub(".*", re.escape(source))))
    return found


def shown(window: QWidget) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        yield from (action.text() for action in widget.actions())
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QTableWidget):
            heads = (widget.horizontalHeaderItem(column) for column in range(widget.columnCount()))
            yield from (head.text() for head in heads if head)


def french_in(window: QWidget, french: list[re.Pattern[str]]) -> list[str]:
    return sorted({text for text in shown(window) if text and any(each.fullmatch(text) for each in french)})


def wait_for(done: Callable[[], bool]) -> None:
    deadline = QDateTime.currentMSecsSinceEpoch() + PATIENCE_MS
    while not done() and QDateTime.currentMSecsSinceEpoch() < deadline:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    assert done()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    with ExitStack() as stack:
        desks: list[Desk] = []

        def opened(language: str) -> Desk:
            edition = app.create_demo(tmp_path)
            made = Desk(settings.Settings(language=language, sounds=False), stack, tmp_path)
            desks.append(made)
            made.window.resize(1366, 768)
            made.window.show()
            made.take(stack.enter_context(app.open_edition(edition, Author("S2", "Zoe"))))
            wait_for(lambda: len(made.window.opened.reception.index) > 0 if made.window.opened else False)
            return made

        yield opened
        for each in desks:
            each.close()
            qapp.removeEventFilter(each.wedge)
            each.window.close()
            each.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def admit_somebody(desk: Desk) -> PersonCard:
    opened = desk.window.opened
    assert opened is not None
    code = opened.core.call(lambda store: store.states_of_type("attendee"))[0][1].data["code"]
    desk.window.scan(str(code))
    wait_for(lambda: desk.window.person is not None)
    assert desk.window.person is not None
    return desk.window.person


def test_no_french_is_left_in_the_english_window(
    speak: Callable[[str], None], desk: Callable[[str], Desk], qtbot: QtBot
) -> None:
    speak("en")
    french = french_texts()
    made = desk("en")
    window = made.window
    window.be_idle()
    left = {"idle": french_in(window, french)}
    person = admit_somebody(made)
    left["admitted"] = french_in(window, french)
    for verdict in VERDICTS:
        window.card.show_result(ScanResult(verdict, MORNING, "", person=person, first_at_ms=MORNING))
        left[verdict] = french_in(window, french)
    for name, dialog in made.verbs.gallery(app.DEMO_ATTENDEES):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        left[name] = french_in(dialog, french)
        dialog.close()
    assert len(left) > len(VERDICTS) + 8
    assert {name: texts for name, texts in left.items() if texts} == {}


def test_the_french_window_would_be_caught(speak: Callable[[str], None], desk: Callable[[str], Desk]) -> None:
    speak("fr")
    made = desk("fr")
    made.window.be_idle()
    found = french_in(made.window, french_texts())
    assert "Prêt à scanner" in found
    assert len(found) > 10


def test_time_in_a_sentence_follows_the_language(speak: Callable[[str], None]) -> None:
    later = MORNING + DAY_MS
    speak("fr")
    assert wording.moment(MORNING, MORNING) == "à 8\u00a0h\u00a042"
    assert wording.moment(MORNING, later) == "le 3\u00a0février à 8\u00a0h\u00a042"
    speak("en")
    assert wording.moment(MORNING, MORNING) == "at 8:42"
    assert wording.moment(MORNING, later) == "on 3\u00a0February at 8:42"
    entered = ScanResult("already_in", MORNING, "", first_at_ms=MORNING, first_station="Desk 2")
    assert wording.title(entered) == "Already in at 8:42, Desk 2"


def test_numbers_and_colons_follow_the_language(speak: Callable[[str], None]) -> None:
    speak("fr")
    assert (grouped(1234), labelled("Pays", "Mali")) == ("1\u202f234", "Pays\u202f: Mali")
    speak("en")
    assert (grouped(1234), labelled("Country", "Mali")) == ("1,234", "Country: Mali")


def test_zero_is_one_in_french_and_many_in_english(speak: Callable[[str], None]) -> None:
    speak("fr")
    assert (counted(0, "%1 ligne", "%1 lignes"), is_many(1), is_many(2)) == ("0 ligne", False, True)
    speak("en")
    assert (counted(0, "%1 row", "%1 rows"), is_many(1), is_many(2)) == ("0 rows", False, True)


def refused(act: Callable[[], object]) -> ViError:
    with pytest.raises(ViError) as caught:
        act()
    return caught.value


def test_errors_of_the_core_follow_the_language(speak: Callable[[str], None], tmp_path: Path) -> None:
    unsaid = tmp_path / "liste.csv"
    unsaid.write_text("Couleur;Taille\nvert;12\n", encoding="utf-8")
    found = {
        "slug": refused(lambda: paths.edition_folder(tmp_path, "Été 2027")),
        "file": refused(lambda: read_table(tmp_path / "absent.csv")),
        "columns": refused(lambda: platforms.read_rows(read_table(unsaid))),
    }
    french = {name: str(problem) for name, problem in found.items()}
    speak("fr")
    assert {name: spoken(problem) for name, problem in found.items()} == french
    speak("en")
    english = {name: spoken(problem) for name, problem in found.items()}
    assert english["slug"].startswith("“Été 2027” cannot be the name of an edition.")
    assert "“Couleur”, “Taille”" in english["columns"]
    for text in english.values():
        assert not re.search("[«»\u202f]| (?:le|la|les|de|une?) ", text), text


@pytest.mark.parametrize("hostile", ["{0} {9} %1 %n <b> {", "a\0b", "\ud800c", "\u202e{", "'; --"])
def test_what_was_put_into_a_sentence_is_only_text(speak: Callable[[str], None], hostile: str) -> None:
    speak("en")
    inside = say("Le poste «\u202f{0}\u202f» n’est pas en liaison.", hostile)
    assert hostile in spoken(inside)
    assert spoken(joined((inside, hostile), " ")).endswith(hostile)
    assert spoken(hostile) == hostile
    assert spoken("") == ""


def test_the_english_card_shows_an_error_of_the_core_in_english(
    speak: Callable[[str], None], desk: Callable[[str], Desk]
) -> None:
    speak("en")
    window = desk("en").window
    taken = say("L’édition «\u202f{0}\u202f» existe déjà.", "labels")
    window.say(UserError("edition_exists", taken, "Choisissez un autre nom\u202f: rien n’a été touché."))
    assert window.card.hero.line.text().startswith("The edition “labels” already exists. Choose another name")


def test_unknown_language_is_french(speak: Callable[[str], None]) -> None:
    speak("en")
    speak("xx")
    assert wording.category_label("press") == "Presse"


@pytest.mark.parametrize(("language", "words"), [("fr", "Annuler"), ("en", "Cancel")])
def test_dialogs_of_qt_follow(speak: Callable[[str], None], qtbot: QtBot, language: str, words: str) -> None:
    speak(language)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == words
