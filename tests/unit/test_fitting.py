"""Names on the public screen: large, whole, in French lines; and the theme that they are set in."""

from dataclasses import fields
from pathlib import Path

import pytest
from PIL import Image

from vi_events.errors import UserError
from vi_events.stage.fitting import BOTTOM, LEFT, RIGHT, fit_card, fit_report
from vi_events.stage.stops import Card, Laureate
from vi_events.stage.theme import Theme, contrast, default_theme, load_theme, weak_contrasts
from vi_events.typesetting.fitting import Fit, face
from vi_events.typesetting.metrics import Face, broken, shown, width

HARD_NAMES = (
    "CA Beaune, Côte et Sud - Communauté Beaune-Chagny-Nolay",
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
    "Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur",
    "La Vacquerie-et-Saint-Martin-de-Castries",
    "Saint-Laurent-les-Bains-Laval-d’Aurelle",
    "Saint-Quentin-la-Motte-Croix-au-Bailly",
    "CA «\u202fSaintes - Grandes Rives - L’Agglo\u202f»",
    "CC de Pont-Audemer / Val de Risle",
    "Verneuil d’Avre et d’Iton",
    "Métropole du Grand Paris",
    "Les Sables-d’Olonne",
    "Marcq-en-Barœul",
    "L’Haÿ-les-Roses",
    "Les Trois-Îlets",
    "Kermoroc’h",
    "Schœlcher",
    "Œting",
    "Vogüé",
    "Oô",
    "Communauté d’agglomération de La Presqu’île de Guérande Atlantique",
)
ENDLESS = (
    "Syndicat intercommunal à vocation multiple de la vallée de la Haute-Bruche et des sources de la Moder, du Val "
)
ENDLESS += "d’Argent, des Trois-Îlets et de l’ensemble des communes riveraines du canal de la Marne au Rhin"
FONTS = default_theme().fonts


def award(name: str, level: int = 4, **more: object) -> Card:
    told = {"place": "Nord · Hauts-de-France", "progress": "progresse de 3 à 4 arobases", **more}
    return Card("award", "Label national", laureates=(Laureate("1", name, level=level, **told),))  # type: ignore[arg-type]


def name_of(card: Card) -> Fit:
    return next(fit for fit in fit_report(card) if fit.part == "name")


def call(names: tuple[str, ...], **more: object) -> Card:
    return Card(
        "roll_call",
        "Label national",
        "Les villages",
        laureates=tuple(
            Laureate(str(rank), name, level=1, **more)
            for rank, name in enumerate(names)  # type: ignore[arg-type]
        ),
    )


CARDS = (
    *(award(name, rank % 5 + 1, mentions=("Numérique éducatif",) * (rank % 3)) for rank, name in enumerate(HARD_NAMES)),
    Card("title", "Label", "Cérémonie nationale de remise des labels Territoires, Villes et Villages Internet"),
    Card("section", "Label", "Les communautés d’agglomération et les métropoles", "présenté par Claire et Marc"),
    Card("speech", "Label", "Ouverture", people=("Maëlys Ferrand, présidente du jury",)),
    Card("debate", "Label", "Débat : l’école ?", people=tuple(f"{name}, maire" for name in HARD_NAMES[:6])),
    Card("signature", "Label", "Signature", people=("Jeanne Martin, maire de Reims", "Paul Noël, préfet")),
    Card("video", "Label", "Vidéo : dix ans"),
    Card("pause", "Label", "Pause", "reprise vers 14 h 30", ends_s=600),
    call(HARD_NAMES),
    call(HARD_NAMES * 3),
    Card("mention", "Label", "Coopération et numérique responsable", laureates=call(HARD_NAMES[:5]).laureates),
)


@pytest.mark.parametrize("card", CARDS)
def test_nothing_leaves_the_margins_of_the_picture(card: Card) -> None:
    for placed in fit_card(card).texts:
        fit = placed.fit
        assert placed.x >= LEFT
        assert placed.x + fit.width <= RIGHT + 1
        assert placed.baseline - fit.px * 0.66 > 60
        assert placed.baseline + fit.pitch * (len(fit.lines) - 1) + fit.px * 0.2 <= BOTTOM + 60


@pytest.mark.parametrize("card", CARDS)
def test_every_word_is_on_the_card_and_whole(card: Card) -> None:
    for fit in fit_report(card):
        squashed = shown(face(FONTS, fit.face), fit.text).replace(" ", "")
        assert "".join(fit.lines).replace(" ", "") == squashed
        assert not fit.too_long
        assert not fit.short_form
        assert not fit.missing


@pytest.mark.parametrize("card", CARDS)
def test_texts_do_not_overlap(card: Card) -> None:
    boxes = []
    for placed in fit_card(card).texts:
        if placed.fit.part == "resuming":  # Takes the place of the countdown.
            continue
        fit = placed.fit
        bottom = placed.baseline + fit.pitch * (len(fit.lines) - 1)
        boxes.append((placed.x, placed.baseline - fit.px * 0.6, placed.x + fit.width, bottom))
    for rank, one in enumerate(boxes):
        for other in boxes[rank + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart


def test_a_short_name_is_as_large_as_the_scale_allows() -> None:
    assert (name_of(award("Eu")).px, name_of(award("Eu")).lines) == (200, ("Eu",))


def test_a_name_shrinks_on_one_line_before_it_takes_two() -> None:
    shrunk = name_of(award("Métropole du Grand Paris"))
    assert len(shrunk.lines) == 1
    assert 140 <= shrunk.px < 200
    two = name_of(award("Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur"))
    assert two.lines == ("Beaujeu-Saint-Vallier-", "Pierrejux-et-Quitteur")
    assert 106 <= two.px <= 140


def test_three_lines_come_before_the_condensed_face() -> None:
    three = name_of(award("Communauté d’agglomération de La Presqu’île de Guérande Atlantique"))
    assert (three.px, three.condensed) == (106, False)
    assert three.lines == ("Communauté d’agglomération", "de La Presqu’île", "de Guérande Atlantique")
    longer = name_of(
        award(
            "Communauté de communes de la Vallée de la Bruche, du Val d’Argent et des Sources de la Moder et de l’Ill"
        )
    )
    assert longer.condensed
    assert longer.px >= 72


def test_the_short_form_serves_only_when_the_name_does_not_fit() -> None:
    assert not name_of(award("Reims", short_name="RMS")).short_form
    long = name_of(award(ENDLESS, short_name="SIVOM de la Haute-Bruche"))
    assert (long.short_form, long.too_long, long.text) == (True, False, ENDLESS)
    assert "".join(long.lines).startswith("SIVOM")


def test_a_name_without_a_short_form_is_whole_and_flagged() -> None:
    long = name_of(award(ENDLESS))
    assert long.too_long
    assert " ".join(long.lines).replace("- ", "-") == ENDLESS


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Communauté de l’Île de Ré", ("Communauté", "de l’Île de Ré")),
        ("Métropole du Grand Paris", ("Métropole", "du Grand Paris")),
        ("Verneuil d’Avre et d’Iton", ("Verneuil", "d’Avre et d’Iton")),
        ("CC de Pont-Audemer / Val de Risle", ("CC de Pont-Audemer /", "Val de Risle")),
        ("Saint-Quentin-la-Motte-Croix-au-Bailly", ("Saint-Quentin-la-Motte-", "Croix-au-Bailly")),
    ],
)
def test_lines_break_as_a_french_typesetter_breaks_them(name: str, lines: tuple[str, ...]) -> None:
    found = broken(face(FONTS, "name"), name, 2, True)
    assert found is not None
    assert found.lines == lines


def test_no_line_begins_with_a_sign_that_belongs_to_the_line_before() -> None:
    bold = face(FONTS, "name")
    text = shown(bold, "Débat : l'école, qui paie ? Avec « Hervé » !")
    assert text == "Débat\u202f: l’école, qui paie\u202f? Avec «\u00a0Hervé\u00a0»\u202f!"
    for lines in (2, 3, 4, 5):
        found = broken(bold, text, lines, True)
        assert found is not None
        assert not [line for line in found.lines if line[0] in ":?!»"]


def test_a_line_ends_on_de_only_when_nothing_else_can_be_done() -> None:
    forced = broken(face(FONTS, "name"), "de Y", 2, True)
    assert forced is not None
    assert (forced.lines, forced.forbidden) == (("de", "Y"), 1)


def test_letters_that_the_typeface_lacks_are_told_and_drawn_in_latin() -> None:
    fit = name_of(award("Αθήνα"))
    assert fit.missing == "Αθήνα"
    assert fit.lines == ("Athina",)


def test_a_roll_call_of_sixty_is_readable_and_keeps_its_order() -> None:
    villages = tuple(f"Villeneuve-la-{number}" for number in range(60))
    called = [placed for placed in fit_card(call(villages)).texts if placed.fit.part == "call"]
    assert [placed.fit.text for placed in called] == list(villages)
    assert [placed.rank for placed in called] == list(range(60))
    assert min(placed.fit.px for placed in called) >= 30
    columns = [placed.x for placed in called]
    assert columns == sorted(columns)


def test_a_few_names_are_larger_than_many() -> None:
    few, many = call(HARD_NAMES[10:14]), call(HARD_NAMES * 3)
    sizes = [min(fit.px for fit in fit_report(card) if fit.part == "call") for card in (few, many)]
    assert sizes[0] > 2 * sizes[1]


def test_a_mixed_roll_call_says_each_level() -> None:
    mixed = Card("roll_call", "", "Appel", laureates=(Laureate("1", "Eu", level=1), Laureate("2", "Reims", level=5)))
    assert fit_card(mixed).row is None
    assert [fit.text for fit in fit_report(mixed) if fit.part == "below"] == ["1 arobase", "5 arobases"]


def test_nothing_under_embargo_shows_in_a_repr() -> None:
    card = fit_card(award("Marcq-en-Barœul"))
    assert "Marcq" not in repr(card)
    assert "Marcq" not in repr(card.texts)
    assert "Marcq" not in repr([placed.fit for placed in card.texts])


def test_widths_follow_the_kerning_of_the_file() -> None:
    plain = Face(FONTS.name)
    assert width(plain, "AV") < width(plain, "A") + width(plain, "V")
    assert width(Face(FONTS.name, 0.1), "AV") == pytest.approx(width(plain, "AV") + 0.1)


def test_an_edition_without_a_theme_has_the_bundled_one(tmp_path: Path) -> None:
    assert load_theme(tmp_path) is default_theme()
    assert weak_contrasts(default_theme()) == ()


def test_a_theme_changes_only_what_it_says(tmp_path: Path) -> None:
    Image.new("RGBA", (300, 100), "white").save(tmp_path / "logo.png")
    (tmp_path / "theme.toml").write_text('header = "Labels 2028"\nlogo = "logo.png"\n[colors]\narobase = "#ff0000"\n')
    theme = load_theme(tmp_path)
    assert (theme.header, theme.logo) == ("Labels 2028", str(tmp_path / "logo.png"))
    assert theme.colors.arobase == "#FF0000"
    assert theme.colors.ink == default_theme().colors.ink
    assert theme.fonts == default_theme().fonts


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ('[colors]\nink = "blanc"', "colors.ink", "#0C1730"),
        ('[colors]\nencre = "#FFFFFF"', "colors.encre", "arobase"),
        ('titre = "x"', "titre", "header"),
        ('logo = "absent.png"', "logo", "à côté"),
        ('logo = "../logo.png"', "logo", "sans dossier"),
        ('[fonts]\nname = "Absente.ttf"', "fonts.name", "à côté"),
        ('[fonts]\nname = "theme.toml"', "fonts.name", "TrueType"),
        ("header = 3", "header", "120 caractères"),
        ('colors = "rouge"', "colors", "[colors]"),
        ("header = oui", "ligne 1", "guillemets"),
    ],
)
def test_a_bad_theme_names_the_key_and_says_what_to_write(tmp_path: Path, text: str, place: str, advice: str) -> None:
    (tmp_path / "theme.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        load_theme(tmp_path)
    assert raised.value.code == "theme_invalid"
    assert place in raised.value.message
    assert advice in raised.value.advice


def test_weak_contrast_is_reported_with_its_figure(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('[colors]\nnote = "#2A3654"\n')
    weak = weak_contrasts(load_theme(tmp_path))
    assert [name for name, _ in weak] == ["note"]
    assert 1 < weak[0][1] < 4.5
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_the_theme_file_shown_as_example_gives_every_key() -> None:
    theme: Theme = default_theme()
    assert all(getattr(theme.colors, one.name) for one in fields(theme.colors))
    assert all(Path(getattr(theme.fonts, one.name)).is_file() for one in fields(theme.fonts))
