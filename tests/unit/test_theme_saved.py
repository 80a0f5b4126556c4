"""The theme of an edition, as written by the preparation window."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vi_events.errors import UserError
from vi_events.stage.theme import FILE, default_theme, load_theme, save_theme, take_logo


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "red").save(tmp_path / "ours.png")
    logo = take_logo(tmp_path, tmp_path / "ours.png")
    ready = default_theme()
    fonts = replace(ready.fonts, name=ready.fonts.condensed)
    theme = replace(ready, header='Label « 2027 » "x" \\ é', logo=logo, fonts=fonts)
    theme = replace(theme, colors=replace(ready.colors, background="#102030"))
    save_theme(tmp_path, theme)
    assert load_theme(tmp_path) == theme


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \u202f"), max_size=120))
def test_any_header_comes_back(tmp_path_factory: pytest.TempPathFactory, header: str) -> None:
    folder = tmp_path_factory.getbasetemp()
    theme = replace(default_theme(), header=header)
    save_theme(folder, theme)
    assert load_theme(folder) == theme


def test_the_bundled_theme_leaves_no_file(tmp_path: Path) -> None:
    save_theme(tmp_path, replace(default_theme(), header="x"))
    assert (tmp_path / FILE).exists()
    save_theme(tmp_path, default_theme())
    assert not (tmp_path / FILE).exists()


def test_a_large_picture_is_made_small_enough(tmp_path: Path) -> None:
    Image.new("RGB", (3000, 600), "white").save(tmp_path / "big.jpg")
    with Image.open(take_logo(tmp_path, tmp_path / "big.jpg")) as logo:
        assert (logo.format, logo.size) == ("PNG", (1000, 200))


@pytest.mark.parametrize(("name", "content"), [("a.png", b"no picture"), ("a.gif", b"GIF89a"), ("absent.png", None)])
def test_what_is_no_picture_is_refused_and_nothing_is_copied(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (tmp_path / "edition").mkdir()
    with pytest.raises(UserError) as refused:
        take_logo(tmp_path / "edition", tmp_path / name)
    assert (refused.value.code, name in str(refused.value)) == ("logo_invalid", True)
    assert not list((tmp_path / "edition").iterdir())


@pytest.mark.parametrize(("side_px", "said"), [(5000, "5000 × 5000 pixels"), (20_000, "trop grande")])
def test_a_picture_too_large_is_refused_with_its_size_and_what_to_do(tmp_path: Path, side_px: int, said: str) -> None:
    Image.new("1", (side_px, side_px)).save(tmp_path / "vaste.png")
    (tmp_path / "edition").mkdir()
    with pytest.raises(UserError) as refused:
        take_logo(tmp_path / "edition", tmp_path / "vaste.png")
    assert all(part in str(refused.value) for part in ("vaste.png", said, "1000 pixels"))
    assert not list((tmp_path / "edition").iterdir())


def test_a_picture_cut_short_is_not_taken_for_another_kind_of_file(tmp_path: Path) -> None:
    Image.effect_noise((300, 300), 90).save(tmp_path / "a.jpg")
    (tmp_path / "a.jpg").write_bytes((tmp_path / "a.jpg").read_bytes()[:5000])
    with pytest.raises(UserError, match="ne se lit pas"):
        take_logo(tmp_path, tmp_path / "a.jpg")
