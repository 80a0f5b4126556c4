"""The rows of the long tables: who is listed, in which order, what is searched, what is asked of a name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.unit.desks import Bench, bench
from vi_events.checkin import print_jobs, registrations
from vi_events.checkin.search import MOST_CANDIDATES, Listed, SearchIndex
from vi_events.edition import people, programme, roster
from vi_events.edition.erasure import person_erased
from vi_events.edition.importing import Importer, prepare
from vi_events.edition.models import Attendee, Authority
from vi_events.edition.reference import Reference, load_reference
from vi_events.edition.roster import Roster, Wanted
from vi_events.errors import UserError
from vi_events.journal.entry import Author, cancel

T = TypeVar("T")
BASSENS = Authority("33032", "Bassens", "commune", "33", "Gironde")
ROUEN = Authority("200023414", "Métropole Rouen Normandie", "epci", "76", "Seine-Maritime")
FREE = Authority("libre-bassens", "Bassens")


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    made = bench(tmp_path)
    made.desk.record(*(programme.authority_set(each) for each in (BASSENS, ROUEN, FREE)))
    return made


def last(steps: Iterator[T]) -> T:
    *_, end = steps
    return end


def read(desk: Bench) -> Roster:
    return last(roster.read_people(desk.store))


def names(found: Roster, wanted: Wanted | None = None) -> list[str]:
    return [found.rows[place].name for place in found.search(wanted or Wanted())]


def expect(desk: Bench, *named: str, **fields: Any) -> None:
    for name in named:
        first, _, last_name = name.rpartition(" ")
        desk.expect(name, last_name=last_name, first_name=first, **fields)


def test_people_stand_in_french_order_whatever_the_accents(desk: Bench) -> None:
    expect(desk, "Zoé Évrard", "Ana Evans", "Paul Œuvrard", "Paul Oest", "Ana Évrard")
    assert names(read(desk)) == ["Ana Evans", "Ana Évrard", "Zoé Évrard", "Paul Oest", "Paul Œuvrard"]


def test_merged_and_undone_people_are_not_listed(desk: Bench) -> None:
    expect(desk, "Ana Evans", "Zoé Évrard", "Paul Oest")
    registrations.merge(desk.desk, "Ana Evans", "Zoé Évrard")
    entry = desk.store.entries_of(people.subject("Paul Oest"))[0]
    desk.desk.record(cancel(entry.id, entry.subject))
    assert names(read(desk)) == ["Zoé Évrard"]


def test_row_says_ticket_badge_and_where_somebody_is(desk: Bench) -> None:
    expect(desk, "Ana Evans", authority_id=BASSENS.id)
    desk.expect("ext", last_name="Oest", code="", external_codes=["HA-1"])
    desk.desk.admit("Ana Evans")
    registrations.replace_ticket(desk.desk, "Ana Evans")
    desk.desk.record(print_jobs.badge_handed("Ana Evans"))
    ana, ext = read(desk).rows
    assert (ana.authority, ana.department, ana.ticket, ana.badge, ana.inside) == (
        "Bassens",
        "Gironde",
        "replaced",
        "handed",
        ("jour-1",),
    )
    assert (ext.ticket, ext.badge, ext.inside) == ("external", "", ())


def test_search_asks_for_all_at_once(desk: Bench) -> None:
    expect(desk, "Ana Evans", category="press", zones=["jour-1"])
    expect(desk, "Zoé Évrard", category="press", zones=["diner"], status="cancelled")
    expect(desk, "Paul Oest")
    found = read(desk)
    assert names(found, Wanted(category="press")) == ["Ana Evans", "Zoé Évrard"]
    assert names(found, Wanted(zone="jour-1")) == ["Ana Evans", "Paul Oest"]
    assert names(found, Wanted(category="press", status="cancelled")) == ["Zoé Évrard"]
    assert names(found, Wanted(ids={"Paul Oest", "gone"})) == ["Paul Oest"]


def test_press_and_crew_may_come_for_no_authority(desk: Bench) -> None:
    expect(desk, "Ana Evans", category="press")
    expect(desk, "Zoé Évrard", status="cancelled")
    expect(desk, "Paul Oest")
    expect(desk, "Marc Oest", authority_id=BASSENS.id)
    assert names(read(desk), Wanted(lack="authority")) == ["Paul Oest"]


def test_external_ticket_is_a_ticket(desk: Bench) -> None:
    expect(desk, "Ana Evans", code="")
    expect(desk, "Zoé Évrard", code="", external_codes=["HA-1"])
    assert names(read(desk), Wanted(lack="ticket")) == ["Ana Evans"]


def test_double_is_the_same_name_in_the_same_authority(desk: Bench) -> None:
    for id_, first, authority in (
        ("a", "Zoé", BASSENS),
        ("b", "ZOE", BASSENS),
        ("c", "Zoé", ROUEN),
        ("d", "Zoé", None),
    ):
        desk.expect(id_, last_name="Évrard", first_name=first, authority_id=authority.id if authority else "")
    found = read(desk)
    assert {found.rows[place].id for place in found.search(Wanted(lack="double"))} == {"a", "b"}


def test_what_somebody_became_is_taken_up_in_place(desk: Bench) -> None:
    expect(desk, "Ana Evans", "Zoé Évrard")
    found = read(desk)
    desk.desk.admit("Zoé Évrard")
    changed = roster.read_again(desk.store, [people.subject("Zoé Évrard")])
    assert found.take(changed) is False
    assert found.rows == read(desk).rows


@pytest.mark.parametrize("name", ["Aaron", "Zola"])
def test_who_changes_name_changes_place(desk: Bench, name: str) -> None:
    expect(desk, "Ana Evans", "Zoé Évrard", "Marc Oest")
    found = read(desk)
    registrations.correct(desk.desk, "Zoé Évrard", {"last_name": name})
    assert found.take(roster.read_again(desk.store, [people.subject("Zoé Évrard")])) is True
    assert found.rows == read(desk).rows
    assert [found.place(row.id) for row in found.rows] == [0, 1, 2]


def test_newcomers_join_and_the_merged_leave(desk: Bench) -> None:
    expect(desk, "Ana Evans", "Zoé Évrard")
    found = read(desk)
    assert found.search(Wanted(lack="ticket")) == []
    desk.expect("new", last_name="Fabre", code="")
    registrations.merge(desk.desk, "Ana Evans", "Zoé Évrard")
    found.take(roster.read_again(desk.store, [people.subject(each) for each in ("new", "Ana Evans", "Zoé Évrard")]))
    assert found.rows == read(desk).rows
    assert names(found, Wanted(lack="ticket")) == ["Marie Fabre"]


def test_batch_is_the_people_whom_it_added_or_changed(desk: Bench, tmp_path: Path, reference: Reference) -> None:
    def bring(*rows: str) -> str:
        file = tmp_path / "liste.csv"
        file.write_text("Réf.;Nom;Prénom;Fonction\n" + "\n".join(rows), encoding="utf-8")
        importer = Importer(desk.store, Author("poste-1"), lambda _change: None, lambda count: [""] * count)
        return last(importer.run(prepare(file, reference))).batch

    first = bring("1;Evans;Ana;Maire", "2;Oest;Paul;Maire")
    second = bring("1;Evans;Ana;Maire", "2;Oest;Paul;Adjoint", "3;Fabre;Zoé;Maire")
    by_id = {row.id: row.last_name for row in read(desk).rows}
    assert {by_id[id_] for id_ in last(roster.read_batch(desk.store, first))} == {"Evans", "Oest"}
    assert {by_id[id_] for id_ in last(roster.read_batch(desk.store, second))} == {"Oest", "Fabre"}
    assert last(roster.read_batch(desk.store, "none")) == frozenset()


def test_authorities_count_their_people_and_who_came(desk: Bench, reference: Reference) -> None:
    expect(desk, "Ana Evans", "Zoé Évrard", authority_id=BASSENS.id)
    expect(desk, "Paul Oest", authority_id=FREE.id)
    desk.desk.admit("Ana Evans")
    awarded = [Authority("76540", "Rouen", "commune", "76", "Seine-Maritime", "ville")]
    rows = roster.authority_rows(last(roster.read_authorities(desk.store)), awarded, reference)
    assert [(row.authority.id, row.people, row.present, row.region) for row in rows] == [
        ("33032", 2, 1, "Nouvelle-Aquitaine"),
        ("libre-bassens", 1, 0, ""),
        ("76540", 0, 0, "Normandie"),
    ]
    assert rows[2].authority.kind == "ville"
    assert roster.members(desk.store, FREE.id) == ["Paul Oest"]


@pytest.mark.parametrize(
    ("authority", "ambiguous", "offered"),
    [
        (FREE, True, {"33032", "73031"}),
        (Authority("libre-vandoeuvre", "Vandœuvre"), True, {"54547"}),
        (Authority("libre-cercle", "Cercle des Amis de la Vallée Perdue"), False, set()),
    ],
)
def test_free_name_is_asked_about(
    authority: Authority, ambiguous: bool, offered: set[str], reference: Reference
) -> None:
    asked = roster.doubt(authority, reference)
    assert asked is not None
    assert asked.ambiguous is ambiguous
    assert offered <= {each.id for each in asked.candidates}


@pytest.mark.parametrize(
    "authority",
    [BASSENS, Authority("libre-x", "Cercle", kind="autre"), Authority("libre-bamako-mali", "Bamako", "foreign")],
)
def test_official_foreign_and_confirmed_names_are_not_asked_about(authority: Authority, reference: Reference) -> None:
    assert roster.doubt(authority, reference) is None


# Many at a time


def test_bulk_correction_records_only_what_changes_and_is_undone_at_once(desk: Bench) -> None:
    expect(desk, "Ana Evans", category="press")
    expect(desk, "Zoé Évrard", "Paul Oest")
    ids = ["Ana Evans", "Zoé Évrard", "Paul Oest"]
    done = registrations.correct_many(desk.desk, ids, lambda _person: {"category": "press"})
    assert ([id_ for _, id_ in done.entries], done.gone) == (["Zoé Évrard", "Paul Oest"], 0)
    assert len(names(read(desk), Wanted(category="press"))) == 3
    assert desk.desk.undo_group(done.entries) == 2
    assert names(read(desk), Wanted(category="press")) == ["Ana Evans"]


def test_who_is_no_longer_on_the_list_is_left_out_of_a_bulk_correction_and_counted(desk: Bench) -> None:
    expect(desk, "Ana Evans", "Zoé Évrard", "Paul Oest")
    for entry in desk.store.entries_of("attendee:Zoé Évrard"):  # as when its import is undone
        desk.desk.record(cancel(entry.id, entry.subject))
    desk.desk.record(person_erased("Paul Oest"))
    before = {id_: desk.store.entries_of(f"attendee:{id_}") for id_ in ("Zoé Évrard", "Paul Oest")}
    ids = ["Ana Evans", "Zoé Évrard", "Paul Oest"]
    done = registrations.correct_many(desk.desk, ids, lambda _person: {"category": "press", "function": "Maire"})
    assert ([id_ for _, id_ in done.entries], done.gone) == (["Ana Evans"], 2)
    assert {id_: desk.store.entries_of(f"attendee:{id_}") for id_ in before} == before


def test_expected_everywhere_stays_so_when_a_zone_is_added() -> None:
    edit = registrations.in_zone("diner")
    assert edit(Attendee("a", "Evans")) == {}
    assert edit(Attendee("a", "Evans", zones=("jour-1",))) == {"zones": ["jour-1", "diner"]}
    assert edit(Attendee("a", "Evans", zones=("diner",))) == {}


def test_last_zone_is_never_taken_away() -> None:
    edit = registrations.out_of_zone("diner", ["jour-1", "diner"])
    assert edit(Attendee("a", "Evans")) == {"zones": ["jour-1"]}
    assert edit(Attendee("a", "Evans", zones=("diner",))) == {}


def test_official_name_is_not_rewritten(desk: Bench) -> None:
    with pytest.raises(UserError) as refused:
        registrations.set_authority(desk.desk, BASSENS)
    assert refused.value.code == "authority_official"
    registrations.set_authority(desk.desk, Authority(FREE.id, "  Bassens\u0007 les Bains "))
    state = desk.store.state(f"authority:{FREE.id}")
    assert state is not None
    assert programme.authority(state).name == "Bassens les Bains"


def test_index_gives_everybody_however_many() -> None:
    index = SearchIndex()
    count = MOST_CANDIDATES + 100
    for number in range(count):
        index.put(Listed(str(number), "Ana", f"Martin{number}", "Maire", "Saint-Denis", "", "guest"))
    assert len(index.everybody("mart st den")) == count
    index.remove("7")
    assert len(index.everybody("mar")) == count - 1
    assert index.everybody("martin12") >= {"12", "120"}
    assert index.everybody("martn12") >= {"12"}
    assert index.everybody("  ") == frozenset()
