"""How authorities are named in French sentences."""

import re
from dataclasses import replace

import pytest

from vi_events.edition.grammar import full, of, printed, spoken
from vi_events.edition.models import Authority
from vi_events.edition.reference import load_reference

REFERENCE = load_reference()

OF = {
    # TNCC 0, consonants and aspirated h
    "33039": "de Bègles", "67180": "de Haguenau", "14333": "de Honfleur", "67205": "de Hœrdt", "28064": "de Bû",
    "27117": "de Broglie", "22091": "de Kermoroc’h", "02532": "de Moÿ-de-l’Aisne", "81273": "de Saïx",
    "97229": "de Schœlcher", "07348": "de Vogüé", "59378": "de Marcq-en-Barœul", "75056": "de Paris",
    "27679": "de Verneuil d’Avre et d’Iton", "73304": "de Val-d’Isère", "69123": "de Lyon",
    # TNCC 1, vowels, mute h and y
    "76255": "d’Eu", "29155": "d’Ouessant", "01283": "d’Oyonnax", "31404": "d’Oô", "95625": "d’Us",
    "57521": "d’Œting", "80829": "d’Y", "83069": "d’Hyères", "59295": "d’Hazebrouck", "51230": "d’Épernay",
    "92040": "d’Issy-les-Moulineaux", "14327": "d’Hérouville-Saint-Clair", "62427": "d’Hénin-Beaumont",
    "43268": "d’Yssingeaux", "78146": "de Chatou", "64260": "d’Hendaye", "13004": "d’Arles",
    # TNCC 2 to 8
    "76351": "du Havre", "72181": "du Mans", "33069": "du Bouscat", "94043": "du Kremlin-Bicêtre",
    "17300": "de La Rochelle", "05063": "de La Grave", "33529": "de La Teste-de-Buch",
    "85194": "des Sables-d’Olonne", "97231": "des Trois-Îlets", "97101": "des Abymes", "78440": "des Mureaux",
    "94038": "de L’Haÿ-les-Roses", "95313": "de L’Isle-Adam", "85113": "de L’Île-d’Yeu", "38193": "de L’Isle-d’Abeau",
    "60703": "des Marais", "66104": "de Los Masos", "63448": "du Vernet-Chaméane",
    # Départements and regions: the article is not in the name
    "dep-15": "du Cantal", "dep-33": "de la Gironde", "dep-40": "des Landes", "dep-01": "de l’Ain",
    "dep-49": "de Maine-et-Loire", "dep-28": "d’Eure-et-Loir", "dep-974": "de La Réunion", "dep-34": "de l’Hérault",
    "reg-32": "des Hauts-de-France", "reg-11": "d’Île-de-France", "reg-44": "du Grand Est", "reg-53": "de Bretagne",
    # Groups
    "200054781": "de la Métropole du Grand Paris", "200041507": "de la communauté d’agglomération La Riviéra du Levant",
    "244400503": "de la communauté de communes d’Erdre et Gesvres", "243300316": "de Bordeaux Métropole",
    "200057867": "de l’établissement public territorial Plaine Commune",
}  # fmt: skip

FULL = {
    ("76351", "ville"): "la ville du Havre",
    ("85194", "ville"): "la ville des Sables-d’Olonne",
    ("17300", "ville"): "la ville de La Rochelle",
    ("80829", "village"): "le village d’Y",
    ("28064", "village"): "le village de Bû",
    ("76255", "autre"): "la commune d’Eu",
    ("200036473", "territoire"): (
        "la communauté d’agglomération «\u202fSaintes - Grandes Rives - L’Agglo\u202f»"
    ),
    ("244400503", "territoire"): "la communauté de communes d’Erdre et Gesvres",
    ("243300316", "territoire"): "Bordeaux Métropole",
    ("dep-33", "territoire"): "le département de la Gironde",
    ("reg-53", "territoire"): "la région Bretagne",
    ("reg-94", "territoire"): "la collectivité de Corse",
    ("dep-988", "territoire"): "la collectivité de la Nouvelle-Calédonie",
    ("dep-976", "territoire"): "le département de Mayotte",
}  # fmt: skip


def free(name: str, kind: str = "", type_: str = "other") -> Authority:
    return Authority(f"libre-{name}", name, type_, kind=kind)


@pytest.mark.parametrize(("id_", "expected"), OF.items())
def test_of_follows_the_official_article(id_: str, expected: str) -> None:
    assert of(REFERENCE.authority(id_), REFERENCE) == expected


@pytest.mark.parametrize(("case", "expected"), FULL.items())
def test_full_says_what_the_authority_is(case: tuple[str, str], expected: str) -> None:
    id_, kind = case
    assert full(replace(REFERENCE.authority(id_), kind=kind), REFERENCE) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Le Caire", "la ville du Caire"),
        ("La Haye", "la ville de La Haye"),
        ("Yaoundé", "la ville de Yaoundé"),
        ("Yoff", "la ville de Yoff"),
        ("Ypres", "la ville d’Ypres"),
        ("Hambourg", "la ville de Hambourg"),
        ("Helsinki", "la ville d’Helsinki"),
        ("Abidjan", "la ville d’Abidjan"),
        ("Bromont", "la ville de Bromont"),
    ],
)
def test_foreign_towns_go_by_their_letters(name: str, expected: str) -> None:
    assert full(free(name, "ville", "foreign"), REFERENCE) == expected


@pytest.mark.parametrize(
    ("name", "expected", "expected_of"),
    [
        ("SIVU des Trois Vallées", "le syndicat intercommunal à vocation unique des Trois Vallées", "du syndicat"),
        ("SI de la Bièvre", "le syndicat intercommunal de la Bièvre", "du syndicat"),
        ("PETR du Pays de Bray", "le pôle d’équilibre territorial et rural du Pays de Bray", "du pôle"),
        ("Syndicat mixte de l'Ouest", "le Syndicat mixte de l’Ouest", "du Syndicat"),
        ("Agglomération d'Ici", "l’Agglomération d’Ici", "de l’Agglomération"),
        ("Pays de Bray", "le Pays de Bray", "du Pays"),
        ("Orne Avenir", "Orne Avenir", "d’Orne"),
        ("CC le Dunois", "la communauté de communes du Dunois", "de la communauté"),
        ("CC les Trois Provinces", "la communauté de communes des Trois Provinces", "de la communauté"),
        ("CA Agglomération d'Agen", "l’Agglomération d’Agen", "de l’Agglomération"),
    ],
)
def test_initials_and_nouns_of_free_entries(name: str, expected: str, expected_of: str) -> None:
    assert full(free(name), REFERENCE) == expected
    assert of(free(name), REFERENCE).startswith(expected_of)


def test_a_commune_that_left_the_list_goes_by_its_letters() -> None:
    assert of(Authority("99999", "Ancenis", "commune"), REFERENCE) == "d’Ancenis"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("CC d'Erdre et Gesvres", "communauté de communes d’Erdre et Gesvres"),
        ('CA "Saintes - Grandes Rives - L\'Agglo"', "communauté d’agglomération Saintes, Grandes Rives, L’Agglo"),
        ("CC du Pays Mornantais (COPAMO)", "communauté de communes du Pays Mornantais"),
        ("CC de Pont-Audemer / Val de Risle", "communauté de communes de Pont-Audemer, Val de Risle"),
        ("CU Le Mans Métropole", "communauté urbaine Le Mans Métropole"),
        ("SIVOM de la Plaine", "syndicat intercommunal à vocation multiple de la Plaine"),
        ("Le Havre", "Le Havre"),
        ("Caen", "Caen"),
    ],
)
def test_spoken_expands_initials_and_drops_what_nobody_says(name: str, expected: str) -> None:
    assert spoken(name) == expected


def test_printed_uses_french_quotes_and_apostrophes() -> None:
    assert printed('Alpes  "Sources de l\'eau"') == "Alpes «\u202fSources de l’eau\u202f»"


def test_every_name_of_the_list_makes_a_sound_phrase() -> None:
    vowels = "AEIOUÀÂÉÈÊËÎÏÔÖÛÜŒaeiouàâéèêëîïôöûüœ"
    wrong = re.compile(rf"  |'|\"|’ |^ | $|\b[Dd]e [{vowels}]|\b(?:de|du|des) (?:Le|Les|le|les) |\bd’[^{vowels}HYhy]")
    bad = []
    for id_ in REFERENCE.ids:
        authority = replace(REFERENCE.authority(id_), kind="ville")
        phrases = (of(authority, REFERENCE), full(authority, REFERENCE), spoken(authority.name))
        bad += [phrase for phrase in phrases if not phrase or wrong.search(phrase)]
    assert bad == []
