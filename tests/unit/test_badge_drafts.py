"""A badge layout is changed in a draft, and saved whole or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from vi_events.checkin.badge_drafts import Draft, line_of, open_draft
from vi_events.checkin.badge_elements import Logo
from vi_events.checkin.badge_layouts import layout_text, layouts
from vi_events.checkin.badges import LAYOUTS, layouts_of
from vi_events.edition.models import CATEGORIES
from vi_events.errors import UserError


def own(folder: Path, name: str, **changes: object) -> None:
    """A layout of the edition's own, the ready one of 80 mm with these changes."""
    layout = replace(layouts(None).for_category("press", "80"), **changes)  # type: ignore[arg-type]
    (folder / LAYOUTS).mkdir(exist_ok=True)
    (folder / LAYOUTS / name).write_text("# à la main\n" + layout_text(layout), "utf-8")


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / LAYOUTS).glob("*")) if (folder / LAYOUTS).exists() else []


def with_margin(draft: Draft, margin: int, group: str = "") -> None:
    draft.set_layout(replace(draft.layout, margin=margin), group)


def test_a_saved_draft_is_the_layout_in_force(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    assert not draft.changed
    with_margin(draft, 40)
    assert draft.changed
    assert files(tmp_path) == [], "nothing is written before it is saved"
    draft.save()
    assert not draft.changed
    assert files(tmp_path) == ["80.toml"]
    assert {layouts_of(tmp_path).for_category(each, "80").margin for each in CATEGORIES} == {40}


def test_a_layout_for_one_category_is_named_after_it_and_leaves_the_others(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    draft.set_layout(replace(draft.layout, categories=("press",), margin=40))
    draft.save()
    assert files(tmp_path) == ["80-press.toml"]
    assert layouts_of(tmp_path).for_category("guest", "80").margin == 28


def test_the_file_of_the_edition_is_opened_with_its_comments_and_written_in_its_place(tmp_path: Path) -> None:
    own(tmp_path, "presse.toml", categories=("press",))
    draft = open_draft(tmp_path, "press", "80")
    assert draft.text.startswith("# à la main")
    draft.set_text(draft.text.replace("margin = 28", "margin = 30"))
    draft.save()
    assert files(tmp_path) == ["presse.toml"]
    assert (tmp_path / LAYOUTS / "presse.toml").read_text("utf-8").startswith("# à la main")
    assert layouts_of(tmp_path).for_category("press", "80").margin == 30


def test_a_ready_layout_is_drafted_for_whom_it_still_serves(tmp_path: Path) -> None:
    own(tmp_path, "presse.toml", categories=("press",))
    assert "press" not in open_draft(tmp_path, "guest", "80").layout.categories
    assert set(open_draft(tmp_path, "guest", "58").layout.categories) == set(CATEGORIES)


def test_a_category_that_another_file_serves_cannot_be_taken(tmp_path: Path) -> None:
    own(tmp_path, "presse.toml", categories=("press",))
    draft = open_draft(tmp_path, "guest", "80")
    draft.set_layout(replace(draft.layout, categories=CATEGORIES))
    assert draft.problem is not None
    assert "presse.toml" in draft.problem.message
    with pytest.raises(UserError):
        draft.save()
    assert files(tmp_path) == ["presse.toml"]


def test_a_broken_draft_is_not_saved_and_what_was_there_stays(tmp_path: Path) -> None:
    own(tmp_path, "presse.toml", categories=("press",))
    before = (tmp_path / LAYOUTS / "presse.toml").read_bytes()
    draft = open_draft(tmp_path, "press", "80")
    good = draft.layout
    draft.set_text(draft.text + "\n[[element]\n")
    assert draft.layout is good, "the last layout that could be read stays in view"
    with pytest.raises(UserError) as refused:
        draft.save()
    assert refused.value is draft.problem
    assert (tmp_path / LAYOUTS / "presse.toml").read_bytes() == before


def test_a_wrong_layout_can_be_put_right_from_the_form(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    draft.set_layout(replace(draft.layout, foot_height=1200))
    assert draft.problem is not None
    assert draft.layout.foot_height == 1200
    draft.set_layout(replace(draft.layout, foot_height=200))
    assert draft.problem is None


def test_a_full_disk_leaves_the_file_and_keeps_the_draft(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    with_margin(draft, 40)
    (tmp_path / LAYOUTS).write_text("a file where the folder should be")
    with pytest.raises(UserError) as refused:
        draft.save()
    assert refused.value.code == "file_unwritable"
    assert draft.changed


def test_reverting_and_saving_removes_the_file_and_may_be_undone(tmp_path: Path) -> None:
    own(tmp_path, "presse.toml", categories=("press",), margin=50)
    draft = open_draft(tmp_path, "press", "80")
    draft.revert()
    assert draft.layout.margin == 28
    draft.undo()
    assert draft.layout.margin == 50
    draft.redo()
    draft.save()
    assert files(tmp_path) == []
    assert layouts_of(tmp_path).for_category("press", "80").margin == 28


def test_undo_takes_back_a_run_of_changes_of_one_key_at_once(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    for margin in (29, 30, 31):
        with_margin(draft, margin, "0 margin")
    draft.set_layout(replace(draft.layout, body_top=9), "0 body_top")
    draft.undo()
    assert (draft.layout.margin, draft.layout.body_top) == (31, 20)
    draft.undo()
    assert draft.layout.margin == 28
    assert not draft.can_undo
    assert not draft.changed
    draft.redo()
    assert draft.layout.margin == 31
    with_margin(draft, 40)
    assert not draft.can_redo


def test_a_logo_is_copied_beside_under_a_name_that_a_layout_may_give(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    picture = tmp_path / "Logo (ville).v2.PNG"
    Image.new("RGB", (40, 20), "black").save(picture, "PNG")
    name = draft.add_logo(picture)
    assert (tmp_path / LAYOUTS / name).read_bytes() == picture.read_bytes()
    logo = Logo(file=name, width=80, height=40)
    draft.set_layout(replace(draft.layout, elements=(*draft.layout.elements, logo)))
    assert draft.problem is None
    last = draft.layout.elements[-1]
    assert isinstance(last, Logo)
    assert last.picture is not None


def test_another_picture_of_the_same_name_does_not_replace_the_first(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    names = []
    for colour in ("black", "black", "red"):
        picture = tmp_path / "logo.png"
        Image.new("RGB", (40, 20), colour).save(picture)
        names.append(draft.add_logo(picture))
    assert names == ["logo.png", "logo.png", "logo-2.png"]


def test_a_logo_that_is_no_picture_keeps_the_layout_from_being_saved(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    (tmp_path / "logo.png").write_text("not a picture")
    logo = Logo(file=draft.add_logo(tmp_path / "logo.png"), width=80, height=40)
    draft.set_layout(replace(draft.layout, elements=(*draft.layout.elements, logo)))
    assert draft.problem is not None
    assert "logo.png" in draft.problem.message


def test_a_logo_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        open_draft(tmp_path, "press", "80").add_logo(tmp_path / "missing.png")
    assert refused.value.code == "logo_unreadable"


@pytest.mark.parametrize(
    ("wrong", "written"),
    [
        (("size = 92", "size = douze"), "size = douze"),
        (("size = 92", "sise = 92"), "sise = 92"),
        (("floor = 62", "floor = 620"), "floor = 620"),
        (("margin = 28", "margin = 1"), "margin = 1"),
        (('kind = "qr"', 'kind = "qrcode"'), 'kind = "qrcode"'),
        (("floor = 62\n", ""), "[[element]]"),
    ],
)
def test_a_problem_is_shown_at_its_line(tmp_path: Path, wrong: tuple[str, str], written: str) -> None:
    draft = open_draft(tmp_path, "press", "80")
    draft.set_text(draft.text.replace(*wrong))
    assert draft.problem is not None
    assert draft.text.splitlines()[line_of(draft.problem, draft.text) - 1] == written


def test_a_problem_of_the_whole_badge_has_no_line(tmp_path: Path) -> None:
    draft = open_draft(tmp_path, "press", "80")
    draft.set_text(draft.text.replace("foot_height = 236", "foot_height = 900"))
    assert draft.problem is not None
    assert line_of(draft.problem, draft.text) == 0
