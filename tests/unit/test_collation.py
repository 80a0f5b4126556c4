"""French alphabetical order."""

import random

from vi_events.edition.collation import sort_key


def shuffled_then_sorted(names: list[str], *, article_last: bool = True) -> list[str]:
    mixed = names[:]
    random.Random(3).shuffle(mixed)
    return sorted(mixed, key=lambda name: sort_key(name, article_last=article_last))


def test_articles_are_left_for_the_end() -> None:
    expected = ["Hautot-sur-Mer", "Le Havre", "L'Haÿ-les-Roses", "Les Herbiers", "Hyères", "La Rochelle", "Rouen"]
    assert shuffled_then_sorted(expected) == expected


def test_articles_count_when_asked() -> None:
    expected = ["Havelu", "L’Haÿ-les-Roses", "La Rochelle", "Le Havre", "Les Herbiers", "Lyon"]
    assert shuffled_then_sorted(expected, article_last=False) == expected


def test_accents_count_only_between_equals_and_from_the_end() -> None:
    expected = ["cote", "côte", "coté", "côté", "cotée"]
    assert shuffled_then_sorted(expected) == expected
    expected = ["Champagne", "Champagné", "Champagnole"]
    assert shuffled_then_sorted(expected) == expected


def test_oe_is_sorted_as_two_letters() -> None:
    expected = ["Odos", "Oermingen", "Œting", "Offendorf", "Oô", "Oyonnax"]
    assert shuffled_then_sorted(expected) == expected


def test_words_come_before_letters() -> None:
    expected = ["Aix-en-Provence", "Aixe-sur-Vienne", "Saint-Denis", "Saint-Nazaire", "Sainte-Adresse", "Saintes"]
    assert shuffled_then_sorted(expected) == expected


def test_hyphens_and_apostrophes_are_only_spaces() -> None:
    assert sort_key("Val-d'Isère")[:2] == sort_key("Val d’Isère")[:2]


def test_a_name_that_only_begins_like_an_article_keeps_its_place() -> None:
    expected = ["Lagrave", "Laon", "Lens", "Leschaux"]
    assert shuffled_then_sorted(expected) == expected


def test_the_article_decides_last() -> None:
    expected = ["Grave", "La Grave", "Les Grave"]
    assert shuffled_then_sorted(expected) == expected
