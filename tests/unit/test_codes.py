from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.checkin import codes

KEY = bytes(range(32))


def test_a_new_code_is_genuine_for_its_edition_only() -> None:
    code = codes.new_code(KEY)
    assert codes.is_genuine(KEY, code)
    assert not codes.is_genuine(bytes(32), code)


def test_codes_do_not_repeat() -> None:
    assert len({codes.new_code(KEY) for _ in range(2000)}) == 2000


def test_every_letter_is_as_likely_as_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[str] = Counter()
    for byte in range(256):
        # Each byte in turn, then one that is always taken: a byte that would favour some letters is drawn again.
        draws = iter([bytes([byte]) * 28, bytes(28)])
        monkeypatch.setattr("secrets.token_bytes", lambda count, draws=draws: next(draws)[:count])
        drawn[codes.new_code(KEY)[1]] += next(draws, None) is not None
    assert set(drawn.values()) == {256 // len(codes.ALPHABET)}
    assert set(drawn) == set(codes.ALPHABET)


@given(st.integers(0, codes.CODE_LENGTH - 1), st.sampled_from(codes.ALPHABET))
def test_one_wrong_letter_is_never_genuine(place: int, letter: str) -> None:
    code = codes.new_code(KEY)
    wrong = code[:place] + letter + code[place + 1 :]
    assert codes.is_genuine(KEY, wrong) == (wrong == code)


@given(st.text())
def test_any_text_is_only_text(text: str) -> None:
    assert not codes.is_genuine(KEY, text)
