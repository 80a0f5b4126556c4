"""What stations say to each other: entries and heartbeats as messages, and what is kept of who has what."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vi_events.clock import hour
from vi_events.journal.entry import Entry
from vi_events.journal.hub import known, presence, wire
from vi_events.journal.hub.positions import Positions
from vi_events.journal.hub.presence import Heartbeat, Presence, far_clocks, own_clock_ms, remarks
from vi_events.journal.hub.views import AWAY, CONNECTED, NEWER, lamp_text

ENTRY = Entry(
    "0" * 32, "Accueil 1", 7, 123 << 16, "live", "Zoé", "attendee_admitted", 1, "attendee:1", {"zone": "c"}, {"n": "É"}
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
CONTENT = st.dictionaries(TEXT.filter(lambda name: name != wire.UNKNOWN_FIELDS), st.integers(-(2**53), 2**53) | TEXT)
NUMBER = st.integers(1, 2**63 - 1)
ENTRIES = st.builds(
    Entry,
    st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}"),
    TEXT,
    NUMBER,
    NUMBER,
    TEXT,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    TEXT,
    NUMBER,
    TEXT,
    CONTENT,
    CONTENT.filter(bool) | st.none(),
)
BEAT = Heartbeat("Accueil 2", "desk", "m2", "0.1.0", 1_000_000, 12, 0, "r2")


def message(**changed: Any) -> bytes:
    return orjson.dumps({**orjson.loads(encoded(ENTRY)), **changed})


def encoded(entry: Entry) -> bytes:
    data = wire.encode(entry)
    assert isinstance(data, bytes)
    return data


# Entries


@given(ENTRIES)
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    assert wire.decode(encoded(entry)) == entry


def test_fields_of_a_later_version_are_passed_on() -> None:
    received = wire.decode(message(colour="red", weights=[1, 2]))
    assert isinstance(received, Entry)
    assert received.payload["zone"] == "c"
    assert orjson.loads(encoded(received)) == orjson.loads(message(colour="red", weights=[1, 2]))


def test_an_unknown_kind_is_an_entry_like_others() -> None:
    received = wire.decode(message(kind="unheard_of", version=9))
    assert isinstance(received, Entry)
    assert (received.kind, received.version) == ("unheard_of", 9)


def test_an_unknown_field_cannot_stand_for_a_known_one() -> None:
    sly = ENTRY._replace(payload={wire.UNKNOWN_FIELDS: {"station": "Régie", "seq": 1}})
    assert orjson.loads(encoded(sly))["station"] == "Accueil 1"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b"[" * 5000,
        message(v="1"),
        message(v=0),
        message(v=True),
        message(seq=0),
        message(seq=1.5),
        message(seq=2**63),
        message(hlc=-1),
        message(id="short"),
        message(id="é" * 32),
        message(station=""),
        message(subject="s" * 5000),
        message(payload=[]),
        message(personal="Anne"),
        message(operator=None),
    ],
)
def test_a_damaged_message_is_refused_with_a_reason(data: bytes) -> None:
    refused = wire.decode(data)
    assert isinstance(refused, wire.Refused)
    assert refused.code == "damaged"
    assert refused.reason


def test_a_message_without_personal_is_damaged_and_says_so() -> None:
    found = orjson.loads(message())
    del found["personal"]
    refused = wire.decode(orjson.dumps(found))
    assert isinstance(refused, wire.Refused)
    assert "personal" in refused.reason


def test_a_form_of_a_later_version_is_told_from_damage() -> None:
    refused = wire.decode(orjson.dumps({"v": 2, "other": "form"}))
    assert isinstance(refused, wire.Refused)
    assert refused.code == "newer"


def test_what_is_too_large_is_refused_both_ways() -> None:
    large = ENTRY._replace(payload={"text": "x" * wire.MAX_BYTES})
    for refused in (wire.encode(large), wire.decode(message(payload={"text": "x" * wire.MAX_BYTES}))):
        assert isinstance(refused, wire.Refused)
        assert refused.code == "too_large"


def test_no_reason_repeats_the_content() -> None:
    for data in (message(personal="Jeanne"), b'{"v":1,"personal":{"n":"Jeanne"}}', b"Jeanne"):
        refused = wire.decode(data)
        assert isinstance(refused, wire.Refused)
        assert "Jeanne" not in refused.reason


# Positions


@given(st.lists(st.integers(1, 40)), st.lists(st.integers(1, 40)))
def test_positions_are_a_set_whatever_the_order(seqs: list[int], others: list[int]) -> None:
    here, there = Positions(), Positions()
    for seq in seqs:
        here.add("A", seq)
    for seq in others:
        there.add("A", seq)
    assert [seq for seq in range(1, 45) if here.has("A", seq)] == sorted(set(seqs))
    assert here.count("A") == len(set(seqs))
    assert here.last("A") == max(seqs, default=0)
    assert here.upto("A") == next(n for n in range(41) if n + 1 not in seqs)
    assert here.lacking("A", there, 100) == sorted(set(others) - set(seqs))
    assert here.holes("A", 30, 100) == sorted(set(range(1, 31)) - set(seqs))


def test_a_saved_index_is_used_only_with_the_journal_it_goes_with(tmp_path: Path) -> None:
    index = known.StreamIndex("born", 9, "id", Positions({"A": 5}))
    known.save_index(tmp_path, index)
    assert known.load_index(tmp_path, Positions({"A": 5, "B": 2})).last_seq == 9
    # An older copy of the journal: what it lost is still in the stream, and is read again.
    assert known.load_index(tmp_path, Positions({"A": 4})).last_seq == 0


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"incarnation":"x"}', b'{"entries":3}'])
def test_a_damaged_index_means_reading_everything_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / known.FILE_NAME).write_bytes(content)
    assert known.load_index(tmp_path, Positions()).last_seq == 0


# Heartbeats


def test_a_heartbeat_comes_back_and_later_fields_are_passed_over() -> None:
    assert presence.decode(presence.encode(BEAT)) == BEAT
    later = {**orjson.loads(presence.encode(BEAT)), "mood": "calm"}
    assert presence.decode(orjson.dumps(later)) == BEAT


def test_what_is_no_heartbeat_is_nothing() -> None:
    whole = orjson.loads(presence.encode(BEAT))
    for wrong in (b"", b"[]", b"{}", *(orjson.dumps({**whole, name: None}) for name in whole)):
        assert presence.decode(wrong) is None
    assert presence.decode(orjson.dumps({**whole, "clock_ms": "noon"})) is None
    assert presence.decode(orjson.dumps({**whole, "station": "s" * 500})) is None


def heard(*beats: tuple[Heartbeat, int]) -> Presence:
    table = Presence("Accueil 1", "m1", "r1")
    for beat, at_ms in beats:
        table.hear(beat, at_ms)
    return table


def test_a_clock_wrong_by_more_than_two_seconds_is_told() -> None:
    stations = heard((BEAT, 1_002_000), (replace(BEAT, station="Régie", clock_ms=8_260_000), 1_000_000)).stations()
    assert [station.clock_offset_ms for station in stations] == [-2000, 7_260_000]
    (said,) = remarks(stations, 1_002_000)
    assert "Régie" in said
    assert "avance de 2\u202fh 01" in said


def test_a_clock_wrong_by_more_than_a_day_says_where_its_entries_go() -> None:
    day_ms = 25 * 3600 * 1000
    late = heard((replace(BEAT, clock_ms=day_ms), 2 * day_ms)).stations()
    (said,) = remarks(late, 2 * day_ms)
    assert "Accueil 2" in said
    assert "avant tout le reste" in said
    assert far_clocks(late) == ("Accueil 2",)
    early = heard((replace(BEAT, clock_ms=3 * day_ms), 2 * day_ms)).stations()
    assert "après tout le reste" in remarks(early, 2 * day_ms)[0]


def test_a_station_that_is_wrong_alone_is_told_of_its_own_clock() -> None:
    beats = [(replace(BEAT, station=name, clock_ms=1_000_000), 91_000_000) for name in ("a", "b", "c")]
    beats.append((replace(BEAT, station="d", clock_ms=1_060_000), 91_000_000))
    stations = heard(*beats).stations()
    own, other = remarks(stations, 91_000_000)
    assert own.startswith("L’horloge de ce poste avance de 25\u202fh 00")
    assert "«\u202fd\u202f» avance de 60\u202fs sur celles des autres" in other
    assert own_clock_ms(stations) == 90_000_000
    assert far_clocks(stations) == ()


def test_a_station_silent_for_two_minutes_is_named() -> None:
    stations = heard((BEAT, 1_000_000)).stations()
    assert remarks(stations, 1_119_999) == ()
    (said,) = remarks(stations, 1_120_000)
    assert "Accueil 2" in said


def test_another_computer_of_the_same_name_is_noticed() -> None:
    own = replace(BEAT, station="Accueil 1", machine="m1", run="r1")
    assert heard((own, 0)).namesake == ""
    assert heard((replace(own, machine="m9"), 0)).namesake == "m9"


def test_a_copy_of_this_computer_is_noticed_and_its_own_last_word_is_none() -> None:
    own = replace(BEAT, station="Accueil 1", machine="m1", run="r1")
    copy = replace(own, run="r9")
    assert heard((own, 0), (copy, 0), (own, 2_000)).namesake == ""
    table = heard((own, 0), (copy, 0), (copy, 2_000))
    assert table.namesake == "m1"
    table.forget_namesake()
    table.hear(copy, 4_000)
    assert table.namesake == ""


def test_a_station_is_here_as_long_as_it_speaks() -> None:
    table = heard((BEAT, 1_000_000))
    assert table.is_here("Accueil 2", 1_009_000)
    assert not table.is_here("Accueil 2", 1_011_000)
    assert not table.is_here("Régie", 0)


# The lamp


def test_the_lamp_says_how_many_passages_wait_and_since_when() -> None:
    since = 1_517_490_000_000
    assert f"3 passages non transmis depuis {hour(since)}" in lamp_text(AWAY, 3, since, since, "")
    assert "1 passage non transmis" in lamp_text(AWAY, 1, since, since, "")
    assert "tout est transmis" in lamp_text(CONNECTED, 0, 0, 0, "")
    assert "mettez à jour" in lamp_text(NEWER, 0, 0, 0, "")


def test_positions_stay_small_when_little_is_missing() -> None:
    positions, seqs = Positions(), list(range(1, 5001))
    random.Random(1).shuffle(seqs)
    for seq in seqs:
        positions.add("A", seq)
    assert (positions.upto("A"), positions.count("A")) == (5000, 5000)
