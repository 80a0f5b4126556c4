import pytest

from vi_events.checkin.typesetting import Room, break_lines, fit, length, missing_glyphs, printable, squeeze

FUNCTION = "Vice-présidente chargée de la transformation numérique, de l’inclusion et des usages du très haut débit"


def test_every_letter_of_a_long_text_is_kept() -> None:
    assert " ".join(break_lines(FUNCTION, "Regular", 14)) == FUNCTION
    lines = break_lines("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Bold", 9)
    assert lines == ["Saint-Remy-en-", "Bouzemont-Saint-", "Genest-et-Isson"]


def test_no_line_breaks_at_a_no_break_space() -> None:
    assert break_lines("14\u00a0h\u00a030 précises", "Regular", 4.5) == ["14\u00a0h\u00a030", "précises"]


def test_word_wider_than_the_line_is_not_broken() -> None:
    assert break_lines("a " + "W" * 30, "Regular", 10) == []


@pytest.mark.parametrize("width_em", [6, 7, 8, 10, 14])
def test_french_punctuation_never_begins_nor_ends_a_line(width_em: float) -> None:
    text = printable("Ici : « Villes et villages » ; oui ! Non ? À 50 % demain")
    lines = break_lines(text, "Regular", width_em)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not [line for line in lines if line[0] in ":;!?»%" or line[-1] == "«"]


def test_lone_dash_never_begins_a_line() -> None:
    text = "Saintes - Grandes Rives - L’Agglo"
    for width_em in (6, 7, 8, 9):
        lines = break_lines(text, "Bold", width_em)
        assert lines
        assert not [line for line in lines if line.startswith("-")]


def test_spaces_and_apostrophes_are_made_french() -> None:
    assert printable("L'Haÿ : où ?") == "L’Haÿ\u202f: où\u202f?"
    assert printable("« Oui »") == "«\u00a0Oui\u00a0»"
    assert printable("12:30, pages 3-4") == "12:30, pages 3-4"


def test_narrow_space_is_in_the_font_and_is_narrow() -> None:
    assert missing_glyphs("\u202f\u00a0") == ""
    assert 0 < length("Regular", 40, "\u202f") < 0.7 * length("Regular", 40, "\u00a0")


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("A\x00n\x1bne\r\n", "Anne"),
        ("Anne\tMarie", "Anne Marie"),
        ("\u200fAn\u00adne\u202e\ufeff", "Anne"),
        ("Anne \ue000", "Anne ?"),
        ("E\u0301lise", "Élise"),
        ("漢", "Han"),
        ("Γιώργος", "Giorgos"),
    ],
)
def test_what_the_font_lacks_is_latin_or_seen(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


@pytest.mark.parametrize("hostile", ["😀👍🏽", "شكرا", "Ж", "\U0001f1eb\U0001f1f7", "ŋŧ", "\ud800"])
def test_no_empty_box_is_ever_printed(hostile: str) -> None:
    shown = printable(hostile)
    assert shown
    assert missing_glyphs(shown) == ""


def test_largest_step_that_holds_the_text_is_taken() -> None:
    room = Room(300, 100)
    block = fit("Anne Marie", "Regular", room, [(60, 1), (50, 1), (40, 1)])
    assert block is not None
    assert (block.size, block.lines) == (50, ("Anne Marie",))
    assert block.width <= room.width
    assert fit("W" * 40, "Regular", room, [(60, 1), (50, 9)]) is None


def test_squeezed_text_is_broken_anywhere_and_cut_only_at_the_last_size() -> None:
    kept = squeeze("W" * 40, "Regular", Room(100, 100), range(40, 9, -2))
    assert "".join(kept.lines) == "W" * 40
    cut = squeeze("W" * 400, "Regular", Room(100, 50), range(40, 9, -2))
    assert cut.height <= 50
    assert cut.lines[-1].endswith("…")
    assert cut.width <= 100
