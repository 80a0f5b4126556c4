from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vi_events.checkin.subjects import ATTENDEE
from vi_events.clock import COUNTER_BITS
from vi_events.journal.entry import CANCELLED, Entry
from vi_events.journal.fold import NEWEST_VERSION, UNKNOWN, cancelled_ids, fold
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

STATIONS = ("accueil-1", "accueil-2", "scène")
SUBJECTS = ("attendee:a", "attendee:b", "mystery:x")
BASE_MS = 1_800_000_000_000

KINDS: dict[str, list[dict[str, object]]] = {
    "attendee_upserted": [
        {"fields": {"category": "press", "code": "C1"}, "ref": "r1"},
        {"fields": {"zones": ["z1"], "authority_id": "51108"}},
    ],
    "attendee_added": [{"fields": {"category": "guest", "status": "cancelled"}}],
    "attendee_corrected": [{"fields": {"category": "elected"}}],
    "attendee_substituted": [{"fields": {}}],
    "attendee_merged": [{"into": "b"}],
    "ticket_replaced": [{"code": "C2"}, {"code": "C3"}],
    "ticket_issued": [{"code": "C1", "kind": "pdf"}, {"code": "C2", "kind": "png"}],
    "attendee_admitted": [
        {"zone": "z1", "policy": "once"},
        {"zone": "z1", "policy": "reentry"},
        {"zone": "z1", "policy": "once", "override": "x"},
    ],
    "attendee_exited": [{"zone": "z1"}],
    "conflict_acknowledged": [{"entries": [f"{one:032x}", f"{two:032x}"]} for one in range(3) for two in range(one)],
    "badge_queued": [{"printer": "p1", "why": "desk"}, {"printer": "p2", "why": "batch", "box": "A à C"}],
    "badge_printed": [
        {"job": f"{number:032x}", "state": state, "roll": 1}
        for number in range(4)
        for state in ("sending", "confirmed", "unknown", "cancelled")
    ],
    "badge_carried": [{"state": "confirmed"}],
    "badge_handed": [{}],
    "something_of_next_year": [{"zone": 3}],
}


@st.composite
def journals(draw: st.DrawFn) -> list[Entry]:
    """Entries of several stations, some cancelling others or each other; clocks agree, lag, or are days off."""
    count = draw(st.integers(1, 18))
    seqs = dict.fromkeys(STATIONS, 0)
    entries: list[Entry] = []
    for number in range(count):
        station = draw(st.sampled_from(STATIONS))
        seqs[station] += 1
        kind = draw(st.sampled_from([*KINDS, CANCELLED, CANCELLED, CANCELLED]))
        payload: dict[str, object]
        if kind == CANCELLED:
            # May name one that comes later, itself, another cancellation, or nothing there is.
            target = draw(st.integers(0, count))
            payload, subject = {"cancels": f"{target:032x}", "reason": ""}, draw(st.sampled_from(SUBJECTS))
        else:
            payload, subject = draw(st.sampled_from(KINDS[kind])), draw(st.sampled_from(SUBJECTS))
        ms = BASE_MS + draw(st.sampled_from([0, 1, 1, 5, -86_400_000, 40 * 86_400_000]))
        personal = {"last_name": draw(st.sampled_from(["Œuvrard", "Petit"]))} if "fields" in payload else {}
        version = draw(st.sampled_from([1, 1, 1, NEWEST_VERSION + 1]))
        hlc = (ms << COUNTER_BITS) + draw(st.integers(0, 3))
        id_ = f"{number:032x}"
        entries.append(Entry(id_, station, seqs[station], hlc, "live", "", kind, version, subject, payload, personal))
    return entries


def from_scratch(entries: Sequence[Entry]) -> dict[str, object]:
    found: dict[str, object] = {}
    for subject in {entry.subject for entry in entries}:
        own = [entry for entry in entries if entry.subject == subject]
        found[subject] = fold(ATTENDEE if subject.startswith("attendee:") else UNKNOWN, own)
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(journal=journals(), data=st.data())
def test_any_order_of_arrival_gives_the_same_states_keys_and_counts(journal: list[Entry], data: st.DataObject) -> None:
    arrivals = data.draw(st.permutations(journal)) + data.draw(st.lists(st.sampled_from(journal), max_size=6))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(arrivals)), max_size=4)))
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "a.db", (ATTENDEE,), lambda: BASE_MS)
        for start, end in zip([0, *cuts], [*cuts, len(arrivals)], strict=True):
            store.take_in(arrivals[start:end])
        expected = from_scratch(journal)
        assert store.states(list(expected)) == expected
        keys = {subject: ATTENDEE.keys_of(expected[subject]) for subject in expected if "attendee" in subject}  # type: ignore[arg-type]
        every = {key for found in keys.values() for key in found}
        for key in every:
            if key.startswith("#"):
                continue
            assert set(store.subjects(key)) == {subject for subject, found in keys.items() if key in found}
        counted = {key: sum(key in found for found in keys.values()) for key in every if key.startswith("#")}
        assert +store.counts == counted
        assert {entry.id: entry for entry in store.entries()} == {
            entry.id: entry if entry.personal else _without_personal(entry) for entry in journal
        }
        gapless = [problem for problem in verify(store).problems if "recule" not in problem]
        assert gapless == []
        store.close()
        reopened = Store(Path(folder) / "a.db", (ATTENDEE,), lambda: BASE_MS)
        assert +reopened.counts == counted
        reopened.close()


def _without_personal(entry: Entry) -> Entry:
    return entry._replace(personal=None)


def _entry(number: int, kind: str, payload: dict[str, object], version: int = 1) -> Entry:
    hlc = (BASE_MS + number) << COUNTER_BITS
    return Entry(f"{number:032x}", "p", number, hlc, "live", "", kind, version, "attendee:a", payload, None)


def _cancel(number: int, of: int) -> Entry:
    return _entry(number, CANCELLED, {"cancels": f"{of:032x}"})


ADMITTED = _entry(1, "attendee_admitted", {"zone": "z", "policy": "once"})


def test_a_cancelled_entry_no_longer_counts() -> None:
    assert fold(ATTENDEE, [ADMITTED, _cancel(2, 1)]).data == {}


def test_cancelling_a_cancellation_brings_the_entry_back() -> None:
    assert "z" in fold(ATTENDEE, [ADMITTED, _cancel(2, 1), _cancel(3, 2)]).data["in"]


def test_three_cancellations_in_a_row_cancel() -> None:
    assert cancelled_ids([ADMITTED, _cancel(2, 1), _cancel(3, 2), _cancel(4, 3)]) == {f"{3:032x}", f"{1:032x}"}


def test_a_cancelled_entry_still_dates_the_state() -> None:
    assert fold(ATTENDEE, [_cancel(1, 2), _entry(2, "badge_handed", {})]).last[2] == 2


def test_an_entry_of_a_newer_version_is_not_misread() -> None:
    newer = _entry(1, "attendee_merged", {"survivors": ["b"]}, NEWEST_VERSION + 1)
    state = fold(ATTENDEE, [newer])
    assert (state.data, state.last) == ({}, newer.order)
