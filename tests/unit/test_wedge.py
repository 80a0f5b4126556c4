"""Rules that tell a scanner from a person."""

import pytest

from vi_events.checkin import layouts
from vi_events.checkin.wedge import TEST_TEXT, Fate, Outcome, Scan, WedgeRecogniser, WedgeSettings, diagnose

CODE = "VBCDEFGHIJKLNOPRSTUVXBCDE"


class Bench:
    """Plays the window: keeps held keys, hands back, notes scans."""

    def __init__(self, settings: WedgeSettings | None = None, timer: bool = True) -> None:
        self.timer = timer
        self.recogniser = WedgeRecogniser(settings)
        self.now = 1000.0
        self.held: list[str] = []
        self.typed: list[str] = []
        self.scans: list[Scan] = []

    def _apply(self, key: str, outcome: Outcome) -> None:
        if outcome.replay:
            self.typed += self.held
            self.held = []
        if outcome.scan:
            self.held = []
            self.scans.append(outcome.scan)
        if key and outcome.fate is Fate.PASS:
            assert not self.held
            self.typed.append(key)
        elif key and outcome.fate is Fate.HOLD:
            self.held.append(key)
        elif outcome.fate is Fate.SWALLOW:
            self.held = []

    def wait(self, ms: float) -> None:
        end = self.now + ms
        due = self.recogniser.due_ms()
        if self.timer and due is not None and due <= end:
            self._apply("", self.recogniser.idle(due))
        self.now = end

    def type(self, text: str, gap: float, auto_repeat: bool = False) -> None:
        for char in text:
            self.wait(gap)
            if char in "\n\t":
                self._apply(char, self.recogniser.terminator("enter" if char == "\n" else "tab", self.now))
            else:
                self._apply(char, self.recogniser.key(char, self.now, auto_repeat))

    @property
    def field(self) -> str:
        return "".join(self.typed)

    @property
    def raws(self) -> list[str]:
        return [scan.raw for scan in self.scans]


@pytest.mark.parametrize("gap", [0, 1, 5, 20, 35])
@pytest.mark.parametrize(("ending", "terminator"), [("\n", "enter"), ("\t", "tab"), ("", "none")])
def test_a_burst_is_a_scan_and_types_nothing(gap: float, ending: str, terminator: str) -> None:
    bench = Bench()
    bench.type(CODE + ending, gap)
    bench.wait(500)
    assert (bench.raws, bench.scans[0].terminator, bench.field) == ([CODE], terminator, "")


@pytest.mark.parametrize("timer", [True, False])
@pytest.mark.parametrize("gap", [83, 61, 120])
def test_a_fast_typist_is_not_a_scan_even_when_the_timer_is_late(gap: float, timer: bool) -> None:
    bench = Bench(timer=timer)
    bench.type("Châlons-en-Champagne\n", gap)
    assert (bench.scans, bench.field) == ([], "Châlons-en-Champagne\n")


def test_keys_rolling_over_each_other_are_typing() -> None:
    bench = Bench()
    for pair in ("le", "s ", "ma", "ir", "es"):
        bench.type(pair[0], 140)
        bench.type(pair[1], 8)
    bench.type("\n", 30)
    assert (bench.scans, bench.field) == ([], "les maires\n")


def test_a_steady_rhythm_between_scan_and_pause_is_typing() -> None:
    bench = Bench()
    bench.type("abcdefghijklmnop", 50)
    bench.wait(100)
    assert (bench.scans, bench.field) == ([], "abcdefghijklmnop")


def test_a_typed_key_is_never_held_longer_than_the_pause() -> None:
    bench = Bench()
    bench.type("a", 200)
    bench.wait(59)
    assert bench.field == ""
    bench.wait(1)
    assert bench.field == "a"


def test_one_slow_gap_does_not_break_a_scan() -> None:
    bench = Bench()
    bench.type(CODE[:4], 10)
    bench.type(CODE[4:5], 55)
    bench.type(CODE[5:12], 10)
    bench.type(CODE[12:13], 120)
    bench.type(CODE[13:] + "\n", 10)
    assert (bench.raws, bench.field) == ([CODE], "")


def test_a_lone_enter_is_normal() -> None:
    bench = Bench()
    bench.type("\n\t\n", 300)
    assert bench.field == "\n\t\n"


def test_enter_after_typing_is_normal() -> None:
    bench = Bench()
    bench.type("ab\n", 40)
    assert bench.field == "ab\n"


def test_a_short_external_code_with_enter_presses_nothing() -> None:
    bench = Bench()
    bench.type("1234\n", 5)
    assert (bench.raws, bench.field) == (["1234"], "")


def test_the_second_half_of_cr_lf_is_swallowed() -> None:
    bench = Bench()
    bench.type(CODE + "\n\n\t", 5)
    assert (bench.raws, bench.field) == ([CODE], "")
    bench.type("\n", 200)
    assert bench.field == "\n"


def test_enter_just_after_the_silence_is_still_the_scanner() -> None:
    bench = Bench()
    bench.type(CODE, 5)
    bench.type("\n", 160)
    assert (bench.raws, bench.field) == ([CODE], "")


def test_the_lines_of_a_visiting_card_type_nothing() -> None:
    bench = Bench()
    bench.type("BEGIN:VCARD\nN:\nX\nEND:VCARD\n", 8)
    bench.wait(500)
    assert bench.raws == ["BEGIN:VCARD", "N:", "X", "END:VCARD"]
    assert bench.field == ""


def test_a_key_held_down_is_not_a_scan() -> None:
    bench = Bench()
    bench.type("e", 300)
    bench.type("e" * 40, 30, auto_repeat=True)
    assert (bench.scans, bench.field) == ([], "e" * 41)


def test_the_same_character_over_and_over_is_not_a_scan() -> None:
    bench = Bench()
    bench.type("e" * 40, 30)
    bench.wait(100)
    assert (bench.scans, bench.field) == ([], "e" * 40)


def test_the_prefix_makes_it_certain_at_once() -> None:
    bench = Bench(WedgeSettings(prefix="~"))
    bench.type("~AB", 10)
    bench.wait(200)
    assert (bench.raws, bench.field) == (["AB"], "")


def test_the_prefix_typed_by_hand_is_typed() -> None:
    bench = Bench(WedgeSettings(prefix="~"))
    bench.type("~ab", 120)
    bench.wait(200)
    assert (bench.scans, bench.field) == ([], "~ab")


def test_only_the_set_suffix_ends_a_scan() -> None:
    bench = Bench(WedgeSettings(suffix="tab"))
    bench.type(CODE[:10] + "\n" + CODE[10:] + "\t", 5)
    assert (bench.raws, bench.field) == ([CODE], "")


def test_two_scans_in_a_row_are_two() -> None:
    bench = Bench()
    bench.type(CODE + "\n", 3)
    bench.type(CODE + "\n", 3)
    bench.wait(400)
    bench.type(CODE, 3)
    bench.wait(400)
    assert (bench.raws, bench.field) == ([CODE] * 3, "")


def test_a_shortcut_hands_back_what_was_held_first() -> None:
    recogniser = WedgeRecogniser()
    recogniser.key("a", 0)
    outcome = recogniser.interrupt(10)
    assert (outcome.fate, outcome.replay) == (Fate.PASS, True)


def test_a_shortcut_inside_a_scan_is_the_scanners() -> None:
    recogniser = WedgeRecogniser()
    for index, char in enumerate(CODE):
        recogniser.key(char, index * 4)
    assert recogniser.interrupt(102).fate is Fate.SWALLOW


def test_a_clock_that_steps_back_loses_nothing() -> None:
    recogniser = WedgeRecogniser()
    for index, char in enumerate(CODE):
        recogniser.key(char, 4_294_967_290 + index if index < 6 else index)
    outcome = recogniser.terminator("enter", 30)
    assert outcome.scan is not None
    assert outcome.scan.raw == CODE


def test_an_endless_scan_is_cut() -> None:
    bench = Bench()
    bench.type("ab" * 4000 + "\n", 1)
    assert (len(bench.raws[0]), bench.field) == (layouts.MAX_RAW, "")


@pytest.mark.parametrize("layout", layouts.LAYOUTS)
@pytest.mark.parametrize("caps", ["", "letters", "shift"])
def test_the_test_card_names_layout_and_caps_lock(layout: str, caps: str) -> None:
    if caps not in layouts.caps_states(layout):
        caps = ""
    found = diagnose(layouts.type_as(TEST_TEXT, layout, caps), (10.0,) * 30, "enter")
    assert found.reading is not None
    assert (found.reading.layout, found.reading.caps_lock) == (layout, bool(caps))
    assert found.chars_per_second == 100
    assert found.external_codes_read
    assert found.same_layout == (layout == "us" and not caps)


def test_an_azerty_scanner_on_an_azerty_computer_agrees() -> None:
    found = diagnose(layouts.type_as(TEST_TEXT, "fr", scanner="fr"), (), "none")
    assert found.same_layout
    assert found.chars_per_second is None


def test_another_text_than_the_test_card_is_not_diagnosed() -> None:
    assert diagnose(CODE, (5.0,), "enter").reading is None
