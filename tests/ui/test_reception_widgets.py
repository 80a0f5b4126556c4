"""What the desk may rely on when it looks at the screen."""

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vi_events.checkin.views import VERDICTS, Counters, FoundPerson, LampState, PersonCard, ScanResult
from vi_events.clock import clock_time
from vi_events.edition.models import CATEGORIES
from vi_events.ui import theme
from vi_events.ui.checkin import wording
from vi_events.ui.checkin.kiosk import KioskView
from vi_events.ui.checkin.search_bar import SearchBar
from vi_events.ui.checkin.side_panel import SidePanel
from vi_events.ui.checkin.top_bar import TopBar
from vi_events.ui.checkin.verdict_card import VerdictCard
from vi_events.ui.theme import LIGHT
from vi_events.ui.widgets.buttons import HoldButton, KeyButton
from vi_events.ui.widgets.fit_label import FLOOR_PX, fit
from vi_events.ui.widgets.panel import OneLine
from vi_events.ui.widgets.signs import GLYPHS

CARD_WIDTH_AT_1366_PX = 926
NAME_WIDTH_AT_1366_PX = 870
NOW_MS = 1_795_000_000_000
HARD_NAMES = (
    "Bo Y",
    "Anne-Sophie D’Aboville-Œuvrard",
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    "Maximilienne Wolfeschlegelsteinhausenbergerdorff-Œuvrard de La Rochefoucauld",
    "Ÿ" * 90,
)

PERSON = PersonCard(
    attendee_id="a1",
    first_name="Anne-Sophie",
    last_name="D’Aboville-Œuvrard",
    function="Adjointe au maire, déléguée au numérique",
    authority="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    department="Marne",
    category="elected",
    zones=("Cérémonie", "Déjeuner"),
    protocol_note="Placée au 1er rang. Prévenir Mme Rey.",
    vip=False,
    seat="",
    status="confirmed",
    present=True,
    delegation=3,
    badges_printed=0,
    badge_handed=False,
    substitute_for="",
    conflict="",
)
HOMONYMS = (
    FoundPerson("g", "Marie", "Martin", "Maire", "Bassens", "Gironde", "elected", False),
    FoundPerson("s", "Marie", "Martin", "Adjointe", "Bassens", "Savoie", "elected", True),
)


def result(verdict: str, **changes: object) -> ScanResult:
    made = ScanResult(verdict=verdict, at_ms=NOW_MS, message="", person=PERSON, entry_id="e1")
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def card(qtbot: QtBot) -> VerdictCard:
    shown = VerdictCard()
    qtbot.addWidget(shown)
    shown.resize(CARD_WIDTH_AT_1366_PX, 620)
    shown.show()
    return shown


def contrast(ink: str, paper: str) -> float:
    """WCAG 2.2 contrast ratio."""

    def light(value: str) -> float:
        rgb = (QColor(value).redF(), QColor(value).greenF(), QColor(value).blueF())
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(ink), light(paper)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tone", ["ok", "warn", "bad", "info"])
def test_verdict_titles_have_seven_to_one_contrast(tone: str) -> None:
    assert contrast(LIGHT.tone(tone).ink, LIGHT.tone(tone).paper) >= 7
    assert contrast(LIGHT.ink, LIGHT.tone(tone).paper) >= 7
    assert contrast(LIGHT.tone(tone).main, LIGHT.card) >= 4.5


def test_bundled_font_is_the_one_used(qapp: object) -> None:  # noqa: ARG001
    assert theme.font(16).family() == theme.FAMILY


def test_no_two_verdicts_look_or_read_alike(qapp: object) -> None:  # noqa: ARG001
    said = [wording.wording(result(verdict)) for verdict in VERDICTS]
    said.append(wording.wording(result("admitted", repeat="neutral")))
    for what in ("title", "instruction", "word"):
        assert len({getattr(each, what) for each in said}) == len(VERDICTS) + 1
    assert len({(each.tone, each.glyph) for each in said}) == len(VERDICTS) + 1
    assert {each.glyph for each in said} <= GLYPHS
    assert {each.sound for each in said} == {"admitted", "attention", "refused", "neutral"}


def test_instruction_is_one_sentence(qapp: object) -> None:  # noqa: ARG001
    for verdict in VERDICTS:
        sentence = wording.instruction(result(verdict))
        assert sentence.endswith(".")
        assert sentence.count(".") == 1


def test_texts_follow_french_typography(qapp: object) -> None:  # noqa: ARG001
    for verdict in VERDICTS:
        for text in (wording.title(result(verdict)), wording.instruction(result(verdict))):
            assert "'" not in text
            for sign in ";:!?":
                assert f" {sign}" not in text
                assert text.count(sign) == text.count(f"\u202f{sign}")


def test_every_category_has_a_label(qapp: object) -> None:  # noqa: ARG001
    assert len({wording.category_label(category) for category in CATEGORIES}) == len(CATEGORIES)
    assert wording.category_label("Bénévoles") == "Bénévoles"


def test_already_in_says_when_and_where(card: VerdictCard) -> None:
    first_ms = NOW_MS - 300_000
    card.show_result(result("already_in", first_at_ms=first_ms, first_station="poste 1"))
    hour = clock_time(first_ms).removeprefix("0").replace(":", "\u00a0h\u00a0")
    assert card.title.text() == f"Déjà entré·e à {hour}, poste 1"


def test_another_day_is_named(qapp: object) -> None:  # noqa: ARG001
    assert wording.moment(NOW_MS - 86_400_000 * 2, NOW_MS).startswith("le ")
    assert wording.moment(NOW_MS, NOW_MS).startswith("à ")


@pytest.mark.parametrize("name", HARD_NAMES)
def test_name_is_whole_at_1366(qapp: object, name: str) -> None:  # noqa: ARG001
    shown = fit(name, NAME_WIDTH_AT_1366_PX)
    assert "".join(shown.lines).replace(" ", "") == name.replace(" ", "")
    assert shown.px >= FLOOR_PX
    metrics = QFontMetrics(theme.font(shown.px, bold=True))
    assert all(metrics.horizontalAdvance(line) <= NAME_WIDTH_AT_1366_PX for line in shown.lines)


def test_name_shrinks_to_40_before_it_takes_two_lines(qapp: object) -> None:  # noqa: ARG001
    name = "Anne-Sophie D’Aboville-Œuvrard"
    whole = QFontMetrics(theme.font(40, bold=True)).horizontalAdvance(name)
    assert fit(name, whole).lines == (name,)
    assert fit(name, whole).px == 40
    assert fit(name, whole - 1).lines == ("Anne-Sophie", "D’Aboville-Œuvrard")
    assert fit(name, whole - 1).px > 40


def test_markup_in_a_name_is_only_text(card: VerdictCard) -> None:
    card.show_result(
        result("admitted", person=dataclasses.replace(PERSON, authority="<img src=x>", function="<b>x</b>"))
    )
    assert "&lt;img src=x&gt;" in card.person.authority.text()
    assert card.person.function.textFormat() == Qt.TextFormat.PlainText


def test_ordinals_are_raised_and_markup_escaped() -> None:
    assert wording.raised_html("1er rang, Mme <Rey>") == "1<sup>er</sup> rang, M<sup>me</sup> &lt;Rey&gt;"


def test_everything_fits_in_the_card_at_1366(card: VerdictCard) -> None:
    function = "Adjointe au maire déléguée au numérique et à la participation citoyenne".ljust(120, "n")
    heavy = dataclasses.replace(
        PERSON,
        last_name="Wolfeschlegelsteinhausenbergerdorff-Œuvrard",
        function=function,
        conflict="Admise aussi au poste 1.",
        substitute_for="Jean-Philémon d’Étampes-Lebœuf",
        vip=True,
        seat="B 12",
    )
    card.show_result(result("admitted_attention", person=heavy))
    card.layout().activate()
    assert card.layout().totalMinimumHeightForWidth(CARD_WIDTH_AT_1366_PX) <= 620
    assert card.size().width() == CARD_WIDTH_AT_1366_PX


def test_candidate_is_chosen_with_its_number(card: VerdictCard, qtbot: QtBot) -> None:
    card.show_result(result("ambiguous", person=None, candidates=HOMONYMS))
    with qtbot.waitSignal(card.person_chosen) as chosen:
        qtbot.keyClick(card.candidates, Qt.Key.Key_2)
    assert chosen.args == ["s"]


def test_number_without_a_candidate_chooses_nobody(card: VerdictCard, qtbot: QtBot) -> None:
    card.show_result(result("ambiguous", person=None, candidates=HOMONYMS))
    with qtbot.assertNotEmitted(card.person_chosen):
        qtbot.keyClick(card.candidates, Qt.Key.Key_3)


def test_homonyms_are_told_apart(card: VerdictCard) -> None:
    card.show_result(result("ambiguous", person=None, candidates=HOMONYMS))
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = [card.candidates.item(row).data(role) for row in range(2)]
    assert spoken == ["Marie Martin, Maire, Bassens, Gironde", "Marie Martin, Adjointe, Bassens, Savoie, entré·e"]


def test_undo_is_offered_only_for_an_entry(card: VerdictCard, qtbot: QtBot) -> None:
    card.show_result(result("admitted"))
    assert card.shown_verbs() == ("undo", "substitute", "group", "correct", "reprint")
    with qtbot.waitSignal(card.undo_requested):
        card.verbs["undo"].click()
    card.show_result(result("admitted", entry_id=""))
    assert "undo" not in card.shown_verbs()


def test_key_of_a_verb_works_only_while_it_is_offered(card: VerdictCard, qtbot: QtBot) -> None:
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    card.show_result(result("admitted"))
    undone: list[bool] = []
    card.undo_requested.connect(lambda: undone.append(True))
    qtbot.keyClick(card, Qt.Key.Key_F8)
    assert undone == [True]
    card.show_result(result("not_found", person=None, entry_id=""))
    qtbot.keyClick(card, Qt.Key.Key_F8)
    assert undone == [True]


def test_delegation_is_offered_when_others_are_missing(card: VerdictCard) -> None:
    card.show_result(result("admitted"))
    assert card.verbs["group"].text() == "Toute la délégation (3)"
    card.show_result(result("admitted", person=dataclasses.replace(PERSON, delegation=1)))
    assert "group" not in card.shown_verbs()


@pytest.mark.parametrize("verdict", sorted(set(VERDICTS) - {"admitted", "admitted_attention", "exit_recorded"}))
def test_refusal_always_offers_a_way_on_and_never_an_undo(card: VerdictCard, verdict: str) -> None:
    card.show_result(result(verdict, person=None, entry_id=""))
    assert card.shown_verbs()
    assert "undo" not in card.shown_verbs()


def test_keys_of_verbs_differ() -> None:
    assert len({wording.verb_key(verb) for verb in wording.VERBS}) == len(wording.VERBS)


def test_repeat_is_visible_or_neutral(card: VerdictCard) -> None:
    card.show_result(result("already_in", repeat="ignored"))
    assert card.notice.text() == "Même billet, ignoré (moins de 3\u00a0s)"
    assert card.notice.isVisible()
    card.show_result(result("already_in", repeat="neutral"))
    assert card.tone == "info"
    assert card.title.text() == "Déjà fait ici"
    assert not card.notice.isVisible()


def test_idle_forgets_the_last_person(card: VerdictCard) -> None:
    card.show_result(result("admitted_attention"))
    card.show_idle()
    assert not card.person.isVisible()
    assert not card.note.isVisible()
    assert card.shown_verbs() == ()
    assert card.hero.title.text() == "Prêt à scanner"


class FakeTime:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_dangerous_button_must_be_held(qtbot: QtBot) -> None:
    time = FakeTime()
    button = HoldButton("Quitter", seconds=2, monotonic=time)
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.held):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
        time.now_s = 1.9
        button.tick()
        qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
        time.now_s = 5
        button.tick()
    with qtbot.waitSignal(button.held):
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
        time.now_s = 7
        button.tick()


def test_a_dangerous_button_says_that_it_is_to_be_held(qtbot: QtBot) -> None:
    button = HoldButton("Quitter", seconds=2)
    qtbot.addWidget(button)
    assert button.hint(button.left_s()) == "maintenir 2,0\u00a0s"
    assert "maintenir 2,0\u00a0s" in button.accessibleDescription()
    words = QFontMetrics(theme.font(theme.BASE_PX, bold=True)).horizontalAdvance("Quitter")
    hint = QFontMetrics(theme.font(theme.SMALL_PX, bold=True)).horizontalAdvance(button.hint(2))
    assert button.minimumSizeHint().width() > words + hint


def test_a_line_too_long_for_its_place_ends_with_dots_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    line = OneLine(theme.BASE_PX)
    qtbot.addWidget(line)
    line.setText("Remise des labels des territoires, villes et villages")
    line.resize(120, 24)
    assert line.shown().endswith("…")
    assert line.toolTip() == line.text()
    line.resize(900, 24)
    assert line.shown() == line.text()


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[SearchBar]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(960, 700)
    search = SearchBar()
    column = QVBoxLayout(window)
    column.addStretch(1)
    column.addWidget(search)
    window.show()
    yield search
    window.close()


def test_search_is_chosen_with_arrows_and_enter(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "martin")
    bar.show_results("martin", HOMONYMS)
    qtbot.keyClick(bar.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.person_chosen) as chosen:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert chosen.args == ["s"]
    assert not bar.results_shown()


def test_late_answer_to_an_older_query_is_ignored(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "martine")
    bar.show_results("martin", HOMONYMS)
    assert not bar.results_shown()


def test_escape_clears_the_search(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "martin")
    bar.show_results("martin", HOMONYMS)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.field.text() == ""
    assert not bar.results_shown()


def test_unknown_name_can_be_added_on_the_spot(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "Zorglub")
    bar.show_results("Zorglub", ())
    with qtbot.waitSignal(bar.walk_in_requested) as asked:
        qtbot.keyClick(bar.field, Qt.Key.Key_F2)
    assert asked.args == ["Zorglub"]


def test_conflicts_are_shown_only_when_there_are_some(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_counters(Counters("Cérémonie", 438, 612, 97, (("elected", 286, 371),), conflicts=0))
    assert not panel.conflicts.isVisible()
    assert panel.breakdown.texts() == ("Élu·es 286/371",)
    assert panel.progress.part() == pytest.approx(438 / 612)
    panel.show_counters(Counters("Cérémonie", 438, 612, 97, conflicts=2))
    assert panel.conflicts.isVisible()
    assert panel.conflicts.text() == "2 doubles entrées à vérifier"


def test_nobody_expected_is_no_division_by_zero(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show_counters(Counters("Cérémonie", 3, 0, 3))
    assert panel.progress.part() == 0


def test_trouble_keeps_its_sentence_when_room_is_short(qtbot: QtBot) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.resize(880, 52)
    top.show_place("Poste 2", "Cérémonie", "Claire")
    top.show()
    printer = LampState("Imprimante", "ok", "Imprimante Hall, 84 badges, tout va bien ici")
    network = LampState("Réseau", "warn", "Réseau coupé depuis 0:42")
    top.show_lamps((printer, network))
    assert [lamp.text() for lamp in top.lamps.lamps] == ["Imprimante", "Réseau coupé depuis 0:42"]


@pytest.mark.parametrize("keys", [("L", "zone_requested"), ("O", "operator_requested")])
def test_top_bar_is_reached_by_keyboard(qtbot: QtBot, keys: tuple[str, str]) -> None:
    top = TopBar()
    qtbot.addWidget(top)
    top.show_place("Poste 2", "Cérémonie", "Claire")
    top.show()
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    with qtbot.waitSignal(getattr(top, keys[1])):
        qtbot.keyClick(top, getattr(Qt.Key, f"Key_{keys[0]}"), Qt.KeyboardModifier.ControlModifier)


def test_kiosk_welcomes_by_first_name_only(qtbot: QtBot) -> None:
    kiosk = KioskView(reset_after_s=8)
    qtbot.addWidget(kiosk)
    kiosk.show_result(result("admitted"), prints=True)
    assert kiosk.headline.text() == "Bienvenue, Anne-Sophie"
    assert PERSON.last_name not in kiosk.accessibleName()


@pytest.mark.parametrize("verdict", sorted(set(VERDICTS) - {"admitted", "admitted_attention", "exit_recorded"}))
def test_kiosk_tells_nothing_of_a_refusal(qtbot: QtBot, verdict: str) -> None:
    kiosk = KioskView(reset_after_s=8)
    qtbot.addWidget(kiosk)
    kiosk.show_result(result(verdict, candidates=HOMONYMS), prints=True)
    assert kiosk.accessibleName() == "Adressez-vous à l’accueil. Quelqu’un va vous aider."


def test_kiosk_forgets_after_a_while(qtbot: QtBot) -> None:
    kiosk = KioskView(reset_after_s=0.02)
    qtbot.addWidget(kiosk)
    kiosk.show_result(result("admitted"), prints=True)
    with qtbot.waitSignal(kiosk.reset_timer.timeout):
        pass
    assert kiosk.headline.text() == "Présentez votre billet"


def test_the_other_zones_show_their_figures(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    zones = (("Jour 1", 412, 490), ("Cérémonie", 12, 598), ("Déjeuner", 0, 495))
    panel.show_counters(Counters(zone="Cérémonie", present=12, expected=598, here=3, by_zone=zones))
    assert panel.elsewhere.texts() == ("Jour 1 412/490", "Déjeuner 0/495")
    panel.show_counters(Counters(zone="Cérémonie", present=12, expected=598, here=3, by_zone=zones[1:2]))
    assert panel.elsewhere.isHidden()


def test_a_button_is_drawn_anew_when_the_mouse_comes_and_goes(qtbot: QtBot) -> None:
    button = KeyButton("Admettre", "Entrée")
    qtbot.addWidget(button)
    button.show()
    assert button.testAttribute(Qt.WidgetAttribute.WA_Hover), "the style asks for it: Qt then repaints by itself"
