import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.desks import Bench, bench
from tests.unit.papers import watched
from vi_events.app import TYPES
from vi_events.checkin import assembly, presence
from vi_events.checkin.assembly import AssemblyView, Proxy, proxy_states, quorum_needed, read_attendance
from vi_events.checkin.assembly_desk import AssemblyDesk
from vi_events.checkin.assembly_sheet import quorum_sentence, write_attendance
from vi_events.edition import people, programme
from vi_events.edition.models import Authority, Zone
from vi_events.edition.programme import Edition
from vi_events.errors import UserError
from vi_events.journal.entry import Author, Entry, cancel
from vi_events.journal.store import Store

ROOM = Zone("ag", "Assemblée générale", "in_out", assembly=True, quorum="1/2", proxy_cap=1)
TOWNS = {
    "troyes": Authority("10387", "Troyes", "commune"),
    "reims": Authority("51454", "Reims", "commune"),
    "epernay": Authority("51230", "Épernay", "commune"),
    "havre": Authority("76351", "Le Havre", "commune"),
}
PERSONS = {"tom": "troyes", "tina": "troyes", "remi": "reims", "eva": "epernay"}
"""Nobody of Le Havre is on the list."""


def station(folder: Path, name: str = "poste-1", zone: Zone = ROOM) -> Bench:
    made = bench(folder, zone, name)
    made.desk.record(*(programme.authority_set(TOWNS[town]) for town in ("troyes", "reims", "epernay")))
    for person, town in PERSONS.items():
        made.expect(person, last_name=person.title(), first_name="", authority_id=TOWNS[town].id)
    return made


@pytest.fixture
def hall(tmp_path: Path) -> Bench:
    return station(tmp_path)


def votes(hall: Bench) -> AssemblyDesk:
    return AssemblyDesk(hall.desk, hall.store)


def view(hall: Bench) -> AssemblyView:
    return votes(hall).view("ag")


def states(hall: Bench) -> dict[str, str]:
    return {line.authority.name: line.state for line in view(hall).lines}


def refusal(hall: Bench, town: str, holder: str) -> str:
    with pytest.raises(UserError) as told:
        votes(hall).give_proxy("ag", TOWNS[town], holder)
    return told.value.code


def enter(hall: Bench, *who: str) -> None:
    hall.clock.later(60)
    assert [result.verdict for result in hall.desk.admit_group(who)] == ["admitted"] * len(who)


def leave(hall: Bench, who: str) -> None:
    hall.clock.later(60)
    assert hall.desk.admit(who).verdict == "exit_recorded"


# The vote of an authority


def test_an_authority_has_one_vote_however_many_of_its_people_came(hall: Bench) -> None:
    enter(hall, "tom", "tina")
    assert (view(hall).present, view(hall).voices, view(hall).members) == (1, 1, 3)
    leave(hall, "tom")
    assert view(hall).present == 1
    leave(hall, "tina")
    assert view(hall).present == 0


def test_members_are_those_on_the_list_unless_their_number_is_said(hall: Bench) -> None:
    hall.expect("guest", last_name="Invité", zones=["ailleurs"], authority_id="75056")
    hall.expect("gone", last_name="Annulé", status="cancelled", authority_id="75056")
    assert view(hall).members == 3
    votes(hall).set_rules("ag", {"members": 131})
    assert (view(hall).members, view(hall).quorum) == (131, 66)


def test_whoever_is_corrected_to_another_authority_votes_for_that_one(hall: Bench) -> None:
    enter(hall, "tom")
    hall.desk.record(people.corrected("tom", {"authority_id": TOWNS["reims"].id}))
    assert states(hall)["Reims"] == "present"
    assert states(hall)["Troyes"] == "absent"


# Quorum


@pytest.mark.parametrize(
    ("quorum", "members", "needed"),
    [
        ("1/2", 131, 66),
        ("1/2", 130, 65),
        ("50 %", 131, 66),
        ("1/3", 100, 34),
        ("66", 131, 66),
        ("", 9, None),
    ],
)
def test_a_quorum_is_a_share_rounded_up_or_a_number(quorum: str, members: int, needed: int | None) -> None:
    assert quorum_needed(quorum, members) == needed


@pytest.mark.parametrize("quorum", ["moitié", "3/2", "0/4", "1/0", "120 %", "0", "-3", "2.5", "%", "1e9", "nan", "١٢"])
def test_what_is_no_quorum_is_refused(hall: Bench, quorum: str) -> None:
    with pytest.raises(UserError) as told:
        votes(hall).set_rules("ag", {"quorum": quorum})
    assert told.value.code == "quorum_invalid"
    assert view(hall).zone.quorum == "1/2"


def test_the_quorum_is_reached_when_enough_are_there_or_represented(hall: Bench) -> None:
    enter(hall, "tom")
    assert (view(hall).quorum, view(hall).missing, view(hall).reached) == (2, 1, False)
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    assert (view(hall).represented, view(hall).missing, view(hall).reached) == (1, 0, True)
    assert quorum_sentence(view(hall)) == (
        "Quorum atteint\u202f: 2\u00a0adhérents présents ou représentés sur 3\u202f; il en fallait 2."
    )


def test_more_members_there_than_there_are_is_no_quorum(hall: Bench) -> None:
    votes(hall).set_rules("ag", {"members": 1})
    enter(hall, "tom", "remi")
    assert view(hall).is_over
    assert not view(hall).reached
    assert quorum_sentence(view(hall)) == (
        "Nombre d’adhérents à corriger\u202f: 2\u00a0adhérents présents ou représentés sur 1. "
        "Le quorum ne peut pas être constaté."
    )


# Proxies


def test_a_proxy_counts_while_its_holder_is_in(hall: Bench) -> None:
    enter(hall, "tom", "tina")
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom", "Mme la maire")
    assert states(hall)["Reims"] == "represented"
    leave(hall, "tom")
    assert states(hall)["Reims"] == "absent"
    enter(hall, "tom")
    assert states(hall)["Reims"] == "represented"


def test_a_proxy_falls_when_its_giver_comes(hall: Bench) -> None:
    enter(hall, "tom")
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    enter(hall, "remi")
    line = next(line for line in view(hall).lines if line.authority.name == "Reims")
    assert (line.state, [each.state for each in line.proxies]) == ("present", ["fallen"])
    assert (view(hall).present, view(hall).represented) == (2, 0)


def test_a_proxy_that_fell_leaves_its_place_to_another(hall: Bench) -> None:
    enter(hall, "tom")
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    assert refusal(hall, "epernay", "tom") == "proxy_cap"
    enter(hall, "remi")
    votes(hall).give_proxy("ag", TOWNS["epernay"], "tom")
    leave(hall, "remi")
    assert states(hall) == {"Épernay": "represented", "Reims": "absent", "Troyes": "present"}
    assert hall.in_order()


def test_a_proxy_is_refused_to_whoever_came_to_whoever_is_out_and_twice(hall: Bench) -> None:
    assert refusal(hall, "reims", "tom") == "proxy_holder_absent"
    enter(hall, "tom", "eva")
    assert refusal(hall, "epernay", "tom") == "proxy_giver_present"
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    assert refusal(hall, "reims", "eva") == "proxy_doubled"
    assert refusal(hall, "havre", "tom") == "proxy_cap"
    assert len(hall.journal("proxy_given")) == 1


def test_where_no_proxy_is_allowed_none_is_taken(hall: Bench) -> None:
    votes(hall).set_rules("ag", {"proxy_cap": 0})
    enter(hall, "tom")
    assert refusal(hall, "reims", "tom") == "proxy_cap"


def test_a_member_of_whom_nobody_is_registered_may_give_its_proxy(hall: Bench) -> None:
    enter(hall, "tom")
    votes(hall).give_proxy("ag", TOWNS["havre"], "tom")
    assert states(hall)["Le Havre"] == "represented"
    assert view(hall).members == 4


def test_a_withdrawn_proxy_no_longer_counts_and_stays_in_the_journal(hall: Bench) -> None:
    enter(hall, "tom")
    proxy = votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    votes(hall).withdraw_proxy("ag", proxy.entry_id)
    assert states(hall)["Reims"] == "absent"
    assert len(hall.journal("proxy_given")) == 1
    with pytest.raises(UserError) as told:
        votes(hall).withdraw_proxy("ag", proxy.entry_id)
    assert told.value.code == "proxy_unknown"
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    assert states(hall)["Reims"] == "represented"


def test_the_name_of_who_signed_is_personal_and_that_of_the_town_is_not(hall: Bench) -> None:
    enter(hall, "tom")
    assert votes(hall).give_proxy("ag", TOWNS["reims"], "tom", "Zoé  Canari").giver == "Zoé Canari"
    entry = hall.journal("proxy_given")[0]
    assert entry.personal == {"giver": "Zoé Canari"}
    assert "Canari" not in str(entry.payload)
    assert "Canari" not in str(hall.store.state("assembly:ag").data)  # type: ignore[union-attr]


def test_the_proxies_of_a_merged_record_are_those_of_the_one_that_stays(hall: Bench) -> None:
    enter(hall, "tom", "tina")
    votes(hall).give_proxy("ag", TOWNS["reims"], "tom")
    hall.desk.record(people.merged("tom", "tina"))
    proxy = view(hall).lines[1].proxies[0]
    assert (proxy.proxy.holder_id, proxy.state) == ("tina", "counts")


# Several stations


def test_two_proxies_of_one_authority_are_both_kept_and_shown_and_the_first_counts(tmp_path: Path) -> None:
    first = station(tmp_path)
    second = bench(tmp_path, ROOM, "poste-2")
    enter(first, "tom", "eva")
    second.store.take_in(first.journal())
    votes(first).give_proxy("ag", TOWNS["reims"], "tom")
    second.clock.later(300)
    votes(second).give_proxy("ag", TOWNS["reims"], "eva")
    second.store.take_in(first.journal())
    first.store.take_in(second.journal())
    for each in (first, second):
        lines = [line for line in view(each).lines if line.proxies]
        assert [(proxy.holder, proxy.state) for proxy in lines[0].proxies] == [("Tom", "counts"), ("Eva", "doubled")]
        assert (view(each).represented, view(each).conflicts) == (1, 1)


def test_a_proxy_over_the_cap_does_not_count_and_a_later_one_of_its_giver_may() -> None:
    proxies = [Proxy("1", "a", "tom", 0, "x"), Proxy("2", "b", "tom", 0, "y"), Proxy("3", "b", "eva", 0, "y")]
    assert proxy_states(proxies, set(), {"tom", "eva"}, 1) == {"1": "counts", "2": "over_cap", "3": "counts"}


def _fresh(folder: Path, entries: list[Entry]) -> Store:
    store = Store(folder / f"{random.getrandbits(64):x}.db", TYPES)
    for entry in entries:
        store.take_in([entry])
    return store


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_order_of_arrival_gives_the_same_assembly_and_no_authority_counts_twice(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        source = Store(Path(folder) / "source.db", TYPES)
        entries: list[Entry] = []
        known = [programme.zone_set(replace(ROOM, proxy_cap=data.draw(st.integers(0, 2))), 0)]
        known += [programme.authority_set(town) for town in TOWNS.values()]
        known += [people.upserted(who, {"last_name": who, "authority_id": TOWNS[t].id}) for who, t in PERSONS.items()]
        with source.transaction(Author("poste-0")) as tx:
            entries += tx.record(*known)
        who, town = st.sampled_from(sorted(PERSONS)), st.sampled_from(sorted(TOWNS))
        for _ in range(data.draw(st.integers(1, 14))):
            what = data.draw(st.sampled_from(["in", "in", "out", "give", "give", "withdraw"]))
            given_ = [entry for entry in entries if entry.kind == "proxy_given"]
            fact = presence.admitted(data.draw(who), "ag", "in_out")
            if what == "out":
                fact = presence.exited(data.draw(who), "ag")
            elif what == "give":
                fact = assembly.proxy_given("ag", TOWNS[data.draw(town)].id, data.draw(who))
            elif what == "withdraw" and given_:
                fact = cancel(data.draw(st.sampled_from(given_)).id, "assembly:ag")
            with source.transaction(Author(data.draw(st.sampled_from(["poste-1", "poste-2"])))) as tx:
                entries += tx.record(fact)
        other = _fresh(Path(folder), data.draw(st.permutations(entries)))
        seen = [assembly.assembly(each, _zone(each), lambda id_: Authority(id_, id_)) for each in (source, other)]
        source.close()
        other.close()
    assert seen[0] == seen[1]
    voting = [line for line in seen[0].lines if line.state != "absent"]
    assert seen[0].voices == len(voting) == len({line.authority.id for line in voting}) <= seen[0].members
    held = [each.proxy.holder_id for line in seen[0].lines for each in line.proxies if each.state == "counts"]
    assert all(held.count(holder) <= seen[0].zone.proxy_cap for holder in held)


def _zone(store: Store) -> Zone:
    state = store.state("zone:ag")
    assert state is not None
    return programme.zone(state)


# On paper


def test_the_attendance_list_names_who_is_there_and_who_represents_whom(
    hall: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vi_events.checkin import assembly_sheet

    hall.desk.record(programme.edition_created(Edition("ag", "Congrès", "2027-02-05", "Troyes")))
    enter(hall, "tom", "tina")
    votes(hall).give_proxy("ag", TOWNS["reims"], "tina", "Mme la maire")
    attendance = read_attendance(hall.store, view(hall))
    assert [tuple(row[:4]) for row in assembly_sheet._rows(attendance)] == [
        ("Épernay", "", "", "absente"),
        ("Reims", "Tina (Troyes)", "", "pouvoir de Mme la maire"),
        ("Troyes", "Tina", "", "présent·e"),
        ("", "Tom", "", "présent·e"),
    ]
    with watched(monkeypatch) as seen:
        assert write_attendance(tmp_path / "liste.pdf", attendance, hall.clock()) == 1
    assert "Assemblée générale, Congrès, vendredi 5 février 2027, Troyes" in seen.text("Liste de présence")
    assert (tmp_path / "liste.pdf").read_bytes().startswith(b"%PDF")
