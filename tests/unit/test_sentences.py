"""What the core says is text for everybody, and a form with its values for the interface."""

import json
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.errors import UserError
from vi_events.sentences import Sentence, joined, quoted, say, say_of, sentence


def test_a_sentence_is_the_text_that_it_makes() -> None:
    said = say("L’édition « {0} » existe déjà ({1}).", "labels", 3)
    assert said == "L’édition « labels » existe déjà (3)."
    assert (said.form, said.values) == ("L’édition « {0} » existe déjà ({1}).", ("labels", 3))
    assert json.loads(json.dumps({"said": said})) == orjson.loads(orjson.dumps({"said": said})) == {"said": str(said)}


@pytest.mark.parametrize(("number", "text"), [(0, "0 ligne"), (1, "1 ligne"), (2, "2 lignes (12)")])
def test_one_or_many(number: int, text: str) -> None:
    assert say_of(number, "{0} ligne", "{0} lignes ({1})", 12) == text


@given(st.lists(st.text(), max_size=5), st.text())
def test_no_value_is_ever_read_as_a_form(values: list[str], text: str) -> None:
    assert joined(values, " / ") == " / ".join(values)
    assert say("{0} : {1}", quoted(text), text) == f"« {text} » : {text}"
    assert sentence(text) == text


def test_it_keeps_texts_and_numbers_only() -> None:
    problem = OSError(28, "No space left")
    said = say(
        "« {0} » ne s’écrit pas ({1}), {2:.1f} Mo. {3}",
        Path("a.csv"),
        problem,
        1.25,
        UserError("x", "Faites", "de la place."),
    )
    assert said == "« a.csv » ne s’écrit pas ([Errno 28] No space left), 1.2 Mo. Faites de la place."
    assert [type(each) for each in said.values] == [str, str, float, Sentence]


def test_an_error_keeps_the_form_of_its_sentence_and_of_its_advice() -> None:
    problem = UserError("zone_twice", say("Deux contrôles s’appellent « {0} ».", "Salle {1}"), "Changez l’un des deux.")
    said = str(problem)
    assert said == "Deux contrôles s’appellent « Salle {1} ». Changez l’un des deux."
    assert [each.form for each in said.values] == ["Deux contrôles s’appellent « {0} ».", "Changez l’un des deux."]  # type: ignore[attr-defined]
    assert str(UserError("alone", "Sans conseil.")) == "Sans conseil."
