"""What the desk may rely on in the dialogs of the reception window."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.stray_windows import windows_shown
from vi_events.checkin.views import FoundPerson, HistoryLine, PersonCard
from vi_events.edition.models import Authority, Zone
from vi_events.edition.people import PERSONAL, PUBLIC
from vi_events.ui.checkin.person_details import PersonDetails, history_words
from vi_events.ui.checkin.person_form import Lookup, Mode, PersonForm
from vi_events.ui.checkin.place_dialog import Place, PlaceDialog
from vi_events.ui.checkin.supervisor_dialog import WAIT_S, PinGuard, SupervisorDialog
from vi_events.ui.widgets.panel import Text

NOW_MS = 1_795_000_000_000
GIRONDE = Authority("33032", "Bassens", "commune", "33", "Gironde")
SAVOIE = Authority("73031", "Bassens", "commune", "73", "Savoie")
REIMS = Authority("51454", "Reims", "commune", "51", "Marne")
ZONES = (Zone("j1", "Jour 1"), Zone("ceremonie", "Cérémonie"), Zone("dejeuner", "Déjeuner"))
MARTIN = FoundPerson("m1", "Marie", "Martin", "Maire", "Bassens", "Gironde", "elected", False)
PERSON = PersonCard(
    attendee_id="a1",
    first_name="Maximilienne",
    last_name="Wolfeschlegelsteinhausenbergerdorff-Œuvrard",
    function="Adjointe au maire",
    authority="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    department="Marne",
    category="elected",
    zones=("Cérémonie",),
    protocol_note="Placée au 1er rang.",
    vip=True,
    seat="Rang 1",
    status="not_confirmed",
    present=False,
    delegation=0,
    badges_printed=2,
    badge_handed=False,
    substitute_for="",
    conflict="",
)


def suggest(text: str) -> list[Authority]:
    return [each for each in (GIRONDE, SAVOIE, REIMS) if each.name.casefold().startswith(text.casefold())]


LOOKUP = Lookup(suggest, lambda name: [MARTIN] if "martin" in name.casefold() else [])


def form(qtbot: QtBot, mode: Mode, person: PersonCard | None = None) -> PersonForm:
    made = PersonForm(mode, LOOKUP, person, ZONES)
    qtbot.addWidget(made)
    made.show()
    return made


def write(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.textEdited.emit(text)


def test_form_says_beside_the_name_that_it_is_missing(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    shown.line("first_name").setText("Zoé")
    shown.accept()
    assert shown.isVisible()
    assert "nom de famille" in shown.name_field.problem
    qtbot.keyClicks(shown.line("last_name"), "P")
    assert shown.name_field.problem == ""


@pytest.mark.parametrize("control", ["last_name", "protocol_note", "authority", "category", "box"])
def test_enter_does_what_the_button_says_from_any_control(qtbot: QtBot, control: str) -> None:
    shown = form(qtbot, "walk_in")
    qtbot.keyClicks(shown.line("last_name"), "Petit")
    controls = {
        "authority": shown.authority_field.line,
        "category": shown.category,
        "box": shown.zone_boxes["j1"],
    }
    focused = controls.get(control) or shown.line(control)
    focused.setFocus()
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert shown.result() == QDialog.DialogCode.Accepted
    assert shown.zone_boxes["j1"].isChecked()


def test_escape_asks_once_before_it_loses_what_was_typed(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    qtbot.keyClicks(shown.line("last_name"), "Pet")
    qtbot.keyClick(shown.line("last_name"), Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert "Échap encore" in shown.leaving.text()
    qtbot.keyClicks(shown.line("last_name"), "it")
    qtbot.keyClick(shown.line("last_name"), Qt.Key.Key_Escape)
    assert shown.isVisible(), "more was typed since it asked"
    qtbot.keyClick(shown.line("last_name"), Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert shown.result() == QDialog.DialogCode.Rejected


def test_a_correction_names_the_person_in_its_title(qtbot: QtBot) -> None:
    assert form(qtbot, "correct", PERSON).windowTitle() == f"Corriger la fiche de {PERSON.name}"


def test_escape_cancels_the_form(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert shown.result() == QDialog.DialogCode.Rejected


def test_enter_on_cancel_cancels(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    shown.line("last_name").setText("Petit")
    shown.cancel_button.setFocus()
    qtbot.keyClick(shown.cancel_button, Qt.Key.Key_Return)
    assert shown.result() == QDialog.DialogCode.Rejected


def test_fields_have_the_names_of_the_journal(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    shown.line("last_name").setText("  Petit ")
    shown.line("protocol_note").setText("Au 1er rang")
    shown.zone_boxes["dejeuner"].setChecked(False)
    assert shown.fields() == {
        "last_name": "Petit",
        "protocol_note": "Au 1er rang",
        "category": "guest",
        "zones": ["j1", "ceremonie"],
    }
    assert set(shown.fields()) <= {*PUBLIC, *PERSONAL}


def test_every_zone_is_said_by_no_list(qtbot: QtBot) -> None:
    assert "zones" not in form(qtbot, "walk_in").fields()


def test_somebody_added_is_expected_somewhere(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    shown.line("last_name").setText("Petit")
    for box in shown.zone_boxes.values():
        box.setChecked(False)
    shown.accept()
    assert shown.isVisible()
    assert "contrôle" in shown.zones_problem.text()


def test_correction_gives_only_what_changed(qtbot: QtBot) -> None:
    shown = form(qtbot, "correct", PERSON)
    assert shown.fields() == {}
    assert shown.authority() is None
    shown.line("function").setText("Maire")
    assert shown.fields() == {"function": "Maire"}
    write(shown.authority_field.line, "")
    assert shown.fields() == {"function": "Maire", "authority_id": ""}


def test_substitute_shows_whom_they_replace_and_keeps_their_category(qtbot: QtBot) -> None:
    shown = form(qtbot, "substitute", PERSON)
    shown.line("last_name").setText("Petit")
    said = " ".join(label.text() for label in shown.findChildren(Text))
    assert PERSON.name in said
    assert PERSON.authority in said
    assert shown.fields() == {"last_name": "Petit", "category": "elected"}
    assert shown.authority() is None


def test_authority_of_the_list_is_taken_when_only_one_has_the_name(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    write(shown.authority_field.line, "reims")
    assert shown.authority() == REIMS
    assert "Marne" in shown.authority_field.note()


def test_homonymous_authorities_are_never_guessed(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    write(shown.authority_field.line, "Bassens")
    assert shown.authority() == Authority("libre-bassens", "Bassens")
    assert "Plusieurs" in shown.authority_field.note()
    shown.authority_field.choose(SAVOIE)
    assert shown.authority() == SAVOIE


def test_authority_chosen_with_the_keyboard_is_kept(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    line = shown.authority_field.line
    line.setFocus()
    qtbot.keyClicks(line, "Bass")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.authority() == SAVOIE)
    assert line.text() == "Bassens"
    assert shown.isVisible()


def test_free_authority_is_kept_as_written_and_said_so(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    write(shown.authority_field.line, "Syndicat de l’Œuf")
    assert shown.authority() == Authority("libre-syndicat-de-l-oeuf", "Syndicat de l’Œuf")
    assert "tel que vous l’écrivez" in shown.authority_field.note()


def test_homonym_is_announced_but_not_the_person_themselves(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    qtbot.keyClicks(shown.line("last_name"), "martin")
    qtbot.keyClicks(shown.line("first_name"), "MARIE")
    qtbot.waitUntil(lambda: "Maire, Bassens (Gironde)" in shown.homonyms.text())
    own = dataclasses.replace(PERSON, attendee_id="m1")
    corrected = form(qtbot, "correct", own)
    corrected.prefill_name("Marie Martin")
    assert corrected.homonyms.text() == ""


def test_sentences_never_squeeze_the_fields(qtbot: QtBot) -> None:
    shown = form(qtbot, "walk_in")
    tall = shown.authority_field.line.height()
    shown.prefill_name("Marie Martin")
    write(shown.authority_field.line, "Bassens")
    qtbot.waitUntil(lambda: shown.authority_field.note() != "" and shown.homonyms.height() > 0)
    assert shown.authority_field.line.height() == tall
    assert shown.line("last_name").height() == tall


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def supervisor(qtbot: QtBot, guard: PinGuard) -> SupervisorDialog:
    made = SupervisorDialog(PERSON, "Inscription non confirmée", guard)
    qtbot.addWidget(made)
    made.show()
    return made


def ask(dialog: SupervisorDialog, pin: str = "0000") -> None:
    dialog.pin.setText(pin)
    dialog.reason.setText("Vérifié au téléphone")
    dialog.accept()


def test_a_dialog_of_the_desk_is_one_window(qtbot: QtBot, clock: Clock) -> None:
    with windows_shown() as seen:
        supervisor(qtbot, PinGuard(clock))
        form(qtbot, "substitute", PERSON)
    assert seen == ["SupervisorDialog", "PersonForm"]


def test_override_says_for_whom_and_which_refusal(qtbot: QtBot, clock: Clock) -> None:
    shown = supervisor(qtbot, PinGuard(clock))
    said = " ".join(label.text() for label in shown.findChildren(Text))
    assert PERSON.name in said
    assert "Inscription non confirmée" in said
    assert shown.pin.echoMode() == QLineEdit.EchoMode.Password


def test_reason_is_required_and_one_key_gives_one(qtbot: QtBot, clock: Clock) -> None:
    shown = supervisor(qtbot, PinGuard(clock))
    asked: list[tuple[str, str]] = []
    shown.asked.connect(lambda pin, reason: asked.append((pin, reason)))
    qtbot.keyClicks(shown.pin, "2018")
    shown.accept()
    assert asked == []
    assert "motif" in shown.reason_field.problem
    with qtbot.waitActive(shown):
        shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_F2)
    assert shown.reason_field.problem == ""
    shown.accept()
    assert asked == [("2018", "Présent·e sur la liste papier")]
    assert shown.isVisible()
    shown.grant()
    assert shown.result() == QDialog.DialogCode.Accepted


def test_override_is_asked_once_until_the_answer(qtbot: QtBot, clock: Clock) -> None:
    shown = supervisor(qtbot, PinGuard(clock))
    asked: list[str] = []
    shown.asked.connect(lambda pin, _reason: asked.append(pin))
    ask(shown)
    shown.accept()
    assert asked == ["0000"]


def test_wrong_pin_stays_open_with_a_sentence(qtbot: QtBot, clock: Clock) -> None:
    shown = supervisor(qtbot, PinGuard(clock))
    ask(shown)
    shown.refuse("Ce n’est pas le code superviseur.")
    assert shown.isVisible()
    assert shown.pin_field.problem == "Ce n’est pas le code superviseur."
    assert shown.pin.text() == ""
    assert shown.reason.text() == "Vérifié au téléphone"


def test_three_wrong_pins_make_wait_ten_seconds_even_in_a_new_dialog(qtbot: QtBot, clock: Clock) -> None:
    guard = PinGuard(clock)
    shown = supervisor(qtbot, guard)
    for _ in range(3):
        ask(shown)
        shown.refuse("Ce n’est pas le code superviseur.")
    assert "10\u202fs" in shown.pin_field.problem
    again = supervisor(qtbot, guard)
    asked: list[str] = []
    again.asked.connect(lambda pin, _reason: asked.append(pin))
    ask(again)
    assert asked == []
    clock.now += WAIT_S - 1
    again.tick()
    assert "1\u202fs" in again.pin_field.problem
    clock.now += 1
    again.tick()
    assert again.pin_field.problem == ""
    ask(again, "2018")
    assert asked == ["2018"]


def test_no_line_takes_what_is_typed_while_a_wait_lasts(qtbot: QtBot, clock: Clock) -> None:
    shown = supervisor(qtbot, PinGuard(clock))
    for _ in range(3):
        ask(shown)
        assert not isinstance(shown.focusWidget(), QLineEdit), "while the answer is awaited"
        shown.refuse("Ce n’est pas le code superviseur.")
    assert not isinstance(shown.focusWidget(), QLineEdit)
    qtbot.keyClicks(shown.focusWidget() or shown, "2018")
    assert shown.reason.text() == "Vérifié au téléphone"
    assert not shown.reason.isEnabled()
    clock.now += WAIT_S
    shown.tick()
    assert shown.focusWidget() is shown.pin
    assert shown.reason.isEnabled()


def test_the_code_is_no_reason(qtbot: QtBot, clock: Clock) -> None:
    shown = supervisor(qtbot, PinGuard(clock))
    asked: list[str] = []
    shown.asked.connect(lambda pin, _reason: asked.append(pin))
    shown.pin.setText("2018")
    shown.reason.setText(" 2018 ")
    shown.accept()
    assert asked == []
    assert "code" in shown.reason_field.problem
    shown.reason.setText("Vérifié au téléphone")
    shown.accept()
    assert asked == ["2018"]


def place(qtbot: QtBot, focus: str = "zone") -> PlaceDialog:
    made = PlaceDialog(ZONES, Place("ceremonie", "Aïcha", "poste-1"), "operator" if focus == "operator" else "zone")
    qtbot.addWidget(made)
    made.show()
    return made


def test_digit_then_enter_changes_the_zone(qtbot: QtBot) -> None:
    shown = place(qtbot)
    assert shown.place().zone_id == "ceremonie"
    qtbot.keyClick(shown.zones, Qt.Key.Key_3)
    qtbot.keyClick(shown.zones, Qt.Key.Key_9)
    assert shown.isVisible()
    qtbot.keyClick(shown.zones, Qt.Key.Key_Return)
    assert shown.result() == QDialog.DialogCode.Accepted
    assert shown.place() == Place("dejeuner", "Aïcha", "poste-1")


def test_digits_in_the_operator_name_leave_the_zone_alone(qtbot: QtBot) -> None:
    shown = place(qtbot, "operator")
    shown.operator.clear()
    qtbot.keyClicks(shown.operator, "Zoe 3")
    assert shown.place() == Place("ceremonie", "Zoe 3", "poste-1")


def test_station_must_have_a_name(qtbot: QtBot) -> None:
    shown = place(qtbot)
    shown.station.setText("  ")
    shown.accept()
    assert shown.isVisible()
    assert "nom" in shown.station_field.problem


def details(qtbot: QtBot, card: PersonCard = PERSON) -> PersonDetails:
    made = PersonDetails(card, NOW_MS)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("what", "zone", "detail", "words"),
    [
        ("attendee_upserted", "", "", "inscrit·e par import"),
        ("attendee_added", "", "", "ajouté·e sur place"),
        ("attendee_admitted", "Cérémonie", "", "entré·e, Cérémonie"),
        ("attendee_admitted", "Cérémonie", "Accord", "entrée forcée, Cérémonie\u202f: Accord"),
        ("attendee_exited", "Cérémonie", "", "sorti·e, Cérémonie"),
        ("scan_refused", "Cérémonie", "already_in", "refusé·e, Cérémonie\u202f: déjà entré·e"),
        ("badge_printed", "", "confirmed", "badge imprimé"),
        ("badge_printed", "", "failed", "badge non imprimé"),
        ("badge_handed", "", "", "badge remis"),
        ("attendee_corrected", "", "", "fiche corrigée"),
        ("attendee_substituted", "", "", "remplacé·e par une autre personne"),
        ("attendee_merged", "", "", "fiche réunie avec une autre"),
        ("ticket_replaced", "", "", "nouveau billet, l’ancien est désactivé"),
        ("entry_cancelled", "", "double scan", "action annulée\u202f: double scan"),
    ],
)
def test_history_is_in_french(qapp: object, what: str, zone: str, detail: str, words: str) -> None:  # noqa: ARG001
    assert history_words(HistoryLine(NOW_MS, "Nord", what, zone, detail)) == words


def test_details_show_the_whole_card(qtbot: QtBot) -> None:
    line = HistoryLine(NOW_MS, "Accueil nord", "badge_handed")
    card = dataclasses.replace(PERSON, conflict="deux postes", substitute_for="Bo Y", history=(line,))
    shown = details(qtbot, card)
    assert shown.facts()["Inscription"] == "non confirmée"
    assert shown.facts()["Badge"] == "imprimé 2 fois"
    assert shown.facts()["Siège"] == "Rang 1"
    assert "deux postes" in shown.notice("bad")
    assert shown.notice("warn") == "Placée au 1er rang."
    assert shown.notice("info") == "À la place de Bo Y"
    assert shown.history.texts()[0][1:] == ("Accueil nord", "badge remis")


def test_details_ask_with_the_persons_id(qtbot: QtBot) -> None:
    shown = details(qtbot)
    for button, signal in (
        (shown.print_button, shown.print_requested),
        (shown.handed_button, shown.handed_requested),
        (shown.merge_button, shown.merge_requested),
    ):
        with qtbot.waitSignal(signal) as caught:
            button.click()
        assert caught.args == ["a1"]


def test_new_ticket_must_be_held(qtbot: QtBot) -> None:
    shown = details(qtbot)
    asked: list[str] = []
    shown.ticket_requested.connect(asked.append)
    shown.ticket_button.click()
    assert asked == []
    shown.ticket_button.held.emit()
    assert asked == ["a1"]


def test_badge_is_handed_once(qtbot: QtBot) -> None:
    shown = details(qtbot)
    assert shown.handed_button.isEnabled()
    shown.show_card(dataclasses.replace(PERSON, badge_handed=True))
    assert not shown.handed_button.isEnabled()
    assert shown.facts()["Badge"] == "imprimé 2 fois, remis"
