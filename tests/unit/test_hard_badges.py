"""A layout is tried on the people whose badges are the hardest."""

from pathlib import Path

from tests.unit.desks import Bench, bench
from vi_events.checkin import codes
from vi_events.checkin.badge import BadgeData
from vi_events.checkin.badge_elements import Layout, Qr
from vi_events.checkin.badge_layouts import layouts, parse_layout
from vi_events.checkin.badge_remarks import Remark, try_badge
from vi_events.checkin.hard_badges import hardest, trial_badges
from vi_events.edition import programme
from vi_events.edition.models import Authority
from vi_events.edition.programme import Edition

CODE = "VBCDEFGHIJKLNOPRSTUVXBCDE"
HEAD = """paper = "80"
categories = ["press"]
margin = 28
margin_bottom = 32
body_top = 20
body_bottom = 16
foot_height = 236
"""


def found(desk: Bench, count: int) -> list[str]:
    return list(hardest(desk.store, count))[-1]


def person(**said: str) -> BadgeData:
    known = {"first_name": "Anne", "last_name": "Œuvrard", "function": "", "authority": "Bû", "department": ""}
    return BadgeData(**{**known, "category": "press", "edition_line": "", "code": CODE, **said})


def ready(paper: str = "80") -> Layout:
    return layouts(None).for_category("press", paper)


def kinds(data: BadgeData, layout: Layout) -> list[str]:
    return [remark.kind for remark in try_badge(data, layout).remarks]


def test_letters_that_the_font_lacks_come_first_then_each_kind_of_length(tmp_path: Path) -> None:
    desk = bench(tmp_path)
    desk.desk.record(programme.authority_set(Authority("1", "Communauté d’agglomération de quelque part")))
    for number in range(5):
        desk.expect(f"usual{number}")
    desk.expect("name", last_name="de La Tour-Saint-Rémy d’Hautecombe")
    desk.expect("function", function="Vice-présidente chargée de la transition numérique et des usages")
    desk.expect("authority", authority_id="1")
    desk.expect("greek", first_name="Γιώργος")
    assert found(desk, 4) == ["greek", "name", "function", "authority"]


def test_no_way_of_being_hard_hides_the_others(tmp_path: Path) -> None:
    desk = bench(tmp_path)
    for number in range(12):
        desk.expect(f"greek{number}", first_name="Γιώργος")
    desk.expect("long", first_name="Marie", last_name="de La Tour-Saint-Rémy")
    assert "long" in found(desk, 4)
    assert len(found(desk, 10)) == 10


def test_who_gets_no_badge_is_not_tried(tmp_path: Path) -> None:
    desk = bench(tmp_path)
    desk.expect("cancelled", last_name="d’Hautecombe-Villedieu", status="cancelled")
    desk.expect("marie")
    assert found(desk, 10) == ["marie"]


def test_an_edition_without_people_shows_what_stands_where(tmp_path: Path) -> None:
    desk = bench(tmp_path)
    desk.desk.record(programme.edition_created(Edition("essai", "Remise d’essai", "2027-02-05", "Paris")))
    (shown,) = list(trial_badges(desk.store))[-1]
    assert (shown.first_name, shown.last_name, shown.authority) == ("Prénom", "Nom", "Collectivité")
    assert "Remise d’essai" in shown.edition_line


def test_a_usual_badge_has_nothing_to_be_said_of_it_on_any_paper() -> None:
    for paper in ("80", "58", "a6"):
        assert kinds(person(), ready(paper)) == []


def test_a_text_under_five_points_is_said_with_its_size() -> None:
    tiny = HEAD + '[[element]]\nkind = "text"\ntext = "{authority}"\nsize = 14\nfloor = 14\n'
    assert try_badge(person(), parse_layout(tiny, "a.toml")).remarks == (Remark("small", "Bû", 14),)
    larger = tiny.replace("size = 14\nfloor = 14", "size = 15\nfloor = 15")
    assert kinds(person(), parse_layout(larger, "a.toml")) == []


def test_a_text_that_has_no_room_is_said_though_nothing_of_it_is_seen() -> None:
    foot = '[[element]]\nkind = "text"\ntext = "{function}"\nsize = 20\nfloor = 20\nat = "foot"\n'
    layout = parse_layout(HEAD.replace("236", "5") + foot, "a.toml")
    assert kinds(person(function="Maire"), layout) == ["lost"]
    assert kinds(person(function=""), layout) == [], "who has no function lacks none"


def test_a_text_that_is_cut_is_said() -> None:
    text = '[[element]]\nkind = "text"\ntext = "{function}"\nsize = 20\nfloor = 20\n'
    assert "cut" in kinds(person(function="Adjointe au numérique " * 4000), parse_layout(HEAD + text, "a.toml"))


def test_a_code_too_fine_for_heat_and_hand_is_unreadable() -> None:
    def with_module(module: int) -> Layout:
        name = '[[element]]\nkind = "text"\ntext = "{last_name}"\nsize = 40\nfloor = 30\n'
        return parse_layout(f'{HEAD}{name}[[element]]\nkind = "qr"\nmodule = {module}\n', "a.toml")

    assert [one.module for one in with_module(5).elements if isinstance(one, Qr)] == [5]
    for number in range(10):
        ticket = person(code=codes.new_code(bytes([number]) * 32))
        assert kinds(ticket, with_module(5)) == []
        assert kinds(ticket, with_module(4)) == ["code"]
    assert kinds(person(code="https://exemple.fr/billets/" + "a" * 120), with_module(5)) == ["code"]
    assert kinds(person(code=""), with_module(4)) == [], "who has no code lacks none"


def test_a_folded_badge_is_read_on_its_front() -> None:
    text = (HEAD + '[[element]]\nkind = "qr"\nmodule = 8\n').replace(
        "foot_height", "two_sided_fold = true\nfoot_height"
    )
    assert kinds(person(), parse_layout(text, "a.toml")) == []


def test_letters_that_the_font_lacks_are_said_where_the_layout_prints_them() -> None:
    greek = person(function="Δήμαρχος Ǿ")
    remarks = try_badge(greek, ready()).remarks
    assert [remark.kind for remark in remarks] == ["glyphs"]
    assert set("Δήμ") <= set(remarks[0].text)
    without = parse_layout(HEAD + '[[element]]\nkind = "text"\ntext = "{last_name}"\nsize = 40\nfloor = 30\n', "a.toml")
    assert kinds(greek, without) == []
