"""Rules for reading what a scanner typed through a foreign keyboard layout."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.checkin import codes, layouts
from vi_events.checkin.layouts import (
    CAPS_LETTERS,
    CAPS_OFF,
    CAPS_SHIFT,
    LAYOUTS,
    caps_states,
    code_in,
    readings,
    type_as,
)

CODE = codes.new_code(bytes(32))
STATES = [(layout, caps) for layout in LAYOUTS for caps in caps_states(layout)]
ticket_codes = st.text(alphabet=codes.ALPHABET, min_size=24, max_size=24).map(lambda body: codes.VERSION + body)
plain_text = st.text(alphabet=[chr(n) for n in range(33, 127)], min_size=1, max_size=32)


def texts(raw: str) -> list[str]:
    return [reading.text for reading in readings(raw)]


@pytest.mark.parametrize(("layout", "caps"), STATES)
@given(code=ticket_codes, upper=st.booleans())
def test_a_ticket_code_reads_on_every_layout(layout: str, caps: str, code: str, upper: bool) -> None:
    assert code_in(type_as(code if upper else code.lower(), layout, caps)) == code


@pytest.mark.parametrize(("layout", "caps"), STATES)
@given(code=ticket_codes, before=st.sampled_from(["", "]Q1", "\x02", " ", "https://vi.example/b/", "#"]))
def test_a_ticket_code_reads_between_prefix_and_suffix(layout: str, caps: str, code: str, before: str) -> None:
    typed = type_as(before + code, layout, caps)
    assert code_in("\x02" + typed + "\x03\r\n") == code
    assert code_in(f"  {typed}\t") == code


@pytest.mark.parametrize("scanner", LAYOUTS)
def test_a_scanner_with_a_national_layout_still_reads_on_a_us_computer(scanner: str) -> None:
    raw = type_as(CODE, "us", scanner=scanner)
    assert CODE in [code_in(text) for text in texts(raw)]


@pytest.mark.parametrize(("layout", "caps"), STATES)
@given(text=st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:/.?", min_size=1))
def test_an_external_code_is_among_the_readings(layout: str, caps: str, text: str) -> None:
    assert text in texts(type_as(text, layout, caps))


@pytest.mark.parametrize("layout", ["us", "uk", "fr", "be", "de"])
@given(text=plain_text)
def test_every_sign_of_ascii_survives_where_no_accent_is_two_things(layout: str, text: str) -> None:
    # Two dead keys in a row or one before a space cannot be told apart by anyone.
    for caps in caps_states(layout):
        typed = type_as(text, layout, caps)
        if not any(dead in typed for dead in "^¨´`"):
            assert text in texts(typed)


@given(text=st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", min_size=1))
def test_an_azerty_scanner_on_a_qwerty_computer_is_inverted(text: str) -> None:
    assert text in texts(type_as(text, "us", scanner="fr"))


def test_known_garbling_of_azerty() -> None:
    assert type_as("1234567890", "fr") == "&é\"'(-è_çà"
    assert type_as("1234567890", "fr", CAPS_SHIFT) == "1234567890"
    assert type_as("2", "fr", CAPS_LETTERS) == "É"
    assert type_as("aqwzm", "fr", CAPS_SHIFT) == "QAZW?"
    assert type_as("aqwzm,", "fr", CAPS_OFF) == "qazw,;"


def test_known_garbling_of_bepo() -> None:
    assert type_as("VGNT", "bepo") == ":;?È"
    assert type_as("vgnt", "bepo") == ".,'è"


def test_the_apostrophe_of_bepo_afnor_counts_as_the_plain_one() -> None:
    lower = type_as(CODE.lower(), "bepo").replace("'", "’")
    assert code_in(lower) == CODE


def test_a_dead_key_joins_the_next_letter_and_is_taken_apart_again() -> None:
    assert type_as("[e", "fr") == "ê"
    assert "[e" in texts("ê")


def test_swiss_grave_is_both_a_key_and_a_dead_key() -> None:
    assert {"'", "+a"} <= set(texts("à"))


def test_the_original_comes_first_and_no_text_twice() -> None:
    for raw in ("12345678", "&é\"'", "", "abc"):
        assert texts(raw)[0] == raw
        assert len(set(texts(raw))) == len(texts(raw))


def test_what_a_layout_cannot_type_is_not_read_with_it() -> None:
    assert {reading.layout for reading in readings("çà")} <= {"us", "fr", "be", "ch", "bepo"}
    assert texts("日本") == ["日本"]


def test_no_code_where_there_is_none() -> None:
    assert code_in("") is None
    assert code_in("12345678") is None
    assert code_in(CODE[:-1]) is None
    assert code_in("ſ" * 25) is None


def test_a_code_alone_wins_over_letters_glued_together() -> None:
    assert code_in("V" * 30 + " " + CODE) == CODE


@given(raw=st.text(max_size=200))
def test_anything_typed_is_survived(raw: str) -> None:
    assert readings(raw)[0].text == raw
    code_in(raw)


def test_a_huge_or_hostile_line_is_cut() -> None:
    for raw in ("v" * 1_000_000, "\x00\x1b\ud800" * 400_000, "é" * 1_000_000):
        assert len(readings(raw)[0].text) == layouts.MAX_RAW
    assert code_in("x " * 1_000_000 + CODE) is None


def test_reading_a_ticket_costs_under_50_microseconds() -> None:
    rng = random.Random(1)
    samples = ["V" + "".join(rng.choices(codes.ALPHABET, k=24)) for _ in range(500)]
    best = min(_seconds(samples) for _ in range(5))
    assert best / len(samples) < 50e-6


def _seconds(samples: list[str]) -> float:
    start = time.perf_counter()
    for sample in samples:
        code_in(sample)
    return time.perf_counter() - start


@pytest.mark.parametrize("scanner", LAYOUTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_pair_of_layouts_is_explained(scanner: str, layout: str) -> None:
    text = 'azqwmAZQWM 0123456789 _:/;."'
    found = layouts.explain(type_as(text, layout, CAPS_OFF, scanner), text)
    assert found is not None
    assert type_as(text, found.layout, CAPS_OFF, found.scanner) == type_as(text, layout, CAPS_OFF, scanner)


def test_what_is_not_the_test_text_is_not_explained() -> None:
    assert layouts.explain("bonjour", "azqwm0123456789") is None
