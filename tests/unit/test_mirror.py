"""The copy of the journal on a USB stick: whole, unreadable for strangers, and never in anybody's way."""

import errno
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.unit.sticks import KEY, Stick, edition_of, entries_in, expected, journal, mirrored, record, station
from vi_events.edition.programme import Edition, edition_created
from vi_events.journal import mirror, mirror_file, removable
from vi_events.journal.core import Core
from vi_events.journal.failing_disk import FailingFile
from vi_events.journal.mirror import ABSENT, CURRENT, FAILED, FULL, LOCKED, NEWER, NO_KEY, SLOW
from vi_events.journal.mirror_file import Header, MirrorKey, Records, read_header


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirror, "_ROUND_S", 0.02)
    monkeypatch.setattr(mirror, "_AGAIN_S", 0.05)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    with closing(station(tmp_path / "here")) as made:
        record(made, *map(expected, range(120)))
        yield made


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    return Stick(tmp_path / "stick")


def copy(core: Core, stick: Stick) -> None:
    """Copies all there is, and pulls the stick out in good order."""
    with mirrored(core, stick) as watched:
        watched.until_state()


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x20
    path.write_bytes(content)


def accueil(stick: Stick) -> Path:
    """The file of the station with the most entries."""
    return max(stick.files(), key=lambda path: path.stat().st_size)


# What is on the stick


def test_every_entry_is_on_the_stick(core: Core, stick: Stick) -> None:
    copy(core, stick)
    assert stick.entries() == journal(core)


def test_each_station_of_origin_has_a_file_of_its_own(core: Core, stick: Stick) -> None:
    copy(core, stick)
    assert [{entry.station for entry in entries_in(path)} for path in stick.files()] in (
        [{"poste-1"}, {"Accueil de Zoé"}],
        [{"Accueil de Zoé"}, {"poste-1"}],
    )


def test_what_is_recorded_later_follows(core: Core, stick: Stick) -> None:
    with mirrored(core, stick) as watched:
        watched.until_state()
        record(core, expected(900))
        watched.mirror.close()
        assert stick.entries() == journal(core)


def test_entries_that_arrive_late_are_copied_too(core: Core, stick: Stick, tmp_path: Path) -> None:
    with closing(station(tmp_path / "there", core)) as there:
        third, second, first = reversed(record(there, *map(expected, range(3)), author="Autre"))
        with mirrored(core, stick) as watched:
            for late in (third, first, second):
                core.call(lambda store, late=late: core.publish(store.take_in([late])))
            watched.mirror.close()
    assert stick.entries() == journal(core)


def test_a_lost_stick_shows_no_name(core: Core, stick: Stick) -> None:
    copy(core, stick)
    everything = b"".join(path.read_bytes() + bytes(path) for path in stick.files())
    assert len(everything) > 10_000
    for name in ("Lefèvre", "Zoé", "Accueil", "attendee", "poste-1"):
        assert name.encode() not in everything
    assert stick.entries(key=bytes(32)) == []


def test_nothing_is_written_twice(core: Core, stick: Stick) -> None:
    copy(core, stick)
    before = [path.read_bytes() for path in stick.files()]
    copy(core, stick)
    assert [path.read_bytes() for path in stick.files()] == before


def test_editions_of_one_name_do_not_mix(core: Core, stick: Stick, tmp_path: Path) -> None:
    with closing(station(tmp_path / "other")) as other:
        copy(core, stick)
        copy(other, stick)
        assert len({path.parent for path in stick.files()}) == 2
        assert stick.entries() == sorted(journal(core) + journal(other), key=lambda entry: entry.order)


# Sticks come and go


def test_a_stick_that_nobody_prepared_gets_nothing(core: Core, stick: Stick) -> None:
    (stick.root / "VI-EVENTS").rmdir()
    with mirrored(core, stick) as watched:
        record(core, expected(900))
        watched.mirror.close()
        assert (watched.mirror.view.state, watched.mirror.view.text) == (ABSENT, "Pas de clé USB.")
    assert list(stick.root.iterdir()) == []


def test_a_stick_pulled_out_goes_on_where_it_was(core: Core, stick: Stick) -> None:
    with mirrored(core, stick) as watched:
        for number in range(3):
            watched.until_state(CURRENT)
            stick.pull()
            record(core, expected(900 + number))
            watched.until_state(ABSENT)
            stick.put_back()
        watched.until_state(CURRENT)
        watched.mirror.close()
    assert stick.entries() == journal(core)
    assert set(watched.states()) == {"copying", CURRENT, ABSENT}


def test_a_stick_pulled_out_between_two_writings_is_no_error(
    core: Core, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next look is the writing itself."""
    append = mirror_file.append

    def pulled(path: Path, end: int, boxes: Sequence[bytes]) -> int:
        stick.pull()
        monkeypatch.setattr(mirror_file, "append", append)
        return append(path, end, boxes)

    monkeypatch.setattr(mirror_file, "append", pulled)
    with mirrored(core, stick) as watched:
        watched.until(lambda: ABSENT in watched.states())
        stick.put_back()
        watched.until_state(CURRENT)
    assert stick.entries() == journal(core)
    assert FAILED not in watched.states()


@pytest.mark.parametrize("left", [0, 1, 40, 300, 20_000])
def test_a_torn_end_is_cut_off_and_written_again(core: Core, stick: Stick, left: int) -> None:
    copy(core, stick)
    path = accueil(stick)
    path.write_bytes(path.read_bytes()[:left])
    copy(core, stick)
    assert stick.entries() == journal(core)


def test_what_was_damaged_on_the_stick_is_written_again(core: Core, stick: Stick) -> None:
    copy(core, stick)
    path = accueil(stick)
    size = path.stat().st_size
    for at in range(200, size, size // 15):
        flip(path, at)
    assert len(stick.entries()) < 121
    copy(core, stick)
    assert stick.entries() == journal(core)
    assert path.stat().st_size > size


def test_a_damaged_header_does_not_lose_the_file(core: Core, stick: Stick) -> None:
    copy(core, stick)
    flip(accueil(stick), 3)
    record(core, expected(900))
    copy(core, stick)
    assert stick.entries() == journal(core)
    assert len(stick.files()) == 2


def test_a_file_that_another_computer_went_on_with_is_read_anew(core: Core, stick: Stick, tmp_path: Path) -> None:
    """This one slept meanwhile, and did not see the stick go."""
    with mirrored(core, stick) as watched:
        watched.until_state()
        with closing(station(tmp_path / "there", core)) as there:
            more = record(there, *map(expected, range(900, 910)))
            copy(there, stick)
        core.call(lambda store: core.publish(store.take_in(more[:5])))
        mine = record(core, expected(2000), author="Autre")
        watched.mirror.close()
    assert {entry.id for entry in (*more, *mine)} <= {entry.id for entry in stick.entries()}
    assert sum(len(entries_in(path)) for path in stick.files()) == len(stick.entries()), "nothing twice"


def test_two_computers_of_one_name_keep_their_own_files(core: Core, stick: Stick, tmp_path: Path) -> None:
    """The folder was copied to two laptops, both went on as the same station."""
    with closing(station(tmp_path / "twin", core)) as twin:
        record(core, expected(900))
        record(twin, expected(901), expected(902))
        for each in (core, twin, core, twin):
            copy(each, stick)
        everything = {entry.id: entry for each in (core, twin) for entry in journal(each)}
    assert stick.entries() == sorted(everything.values(), key=lambda entry: entry.order)
    assert len(stick.files()) == 3


def test_a_stranger_s_file_of_our_name_is_left_alone(core: Core, stick: Stick) -> None:
    copy(core, stick)
    path = accueil(stick)
    path.write_bytes(b"notes de frais")
    copy(core, stick)
    assert path.read_bytes() == b"notes de frais"
    assert stick.entries() == journal(core)


# Sticks that refuse


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(mirror_file, "append", refused)


@pytest.mark.parametrize(
    ("number", "state", "word"),
    [
        (errno.ENOSPC, FULL, "pleine"),
        (errno.EFBIG, FULL, "pleine"),
        (errno.EROFS, LOCKED, "protégée en écriture"),
        (errno.EACCES, LOCKED, "protégée en écriture"),
        (errno.EIO, FAILED, "ne répond plus bien"),
    ],
)
def test_what_a_stick_refuses_is_said_once_and_made_up_for(
    core: Core, stick: Stick, monkeypatch: pytest.MonkeyPatch, number: int, state: str, word: str
) -> None:
    asked: list[int] = []
    with monkeypatch.context() as patch, mirrored(core, stick) as watched:
        refuse(patch, number)
        watched.until_state(state)
        roots = watched.mirror._roots
        again = threading.Event()
        watched.mirror._roots = lambda: asked.append(1) or (len(asked) > 8 and again.set()) or roots()  # type: ignore[func-returns-value]
        assert again.wait(20)
        assert watched.states().count(state) == 1
        assert word in watched.mirror.view.text
        assert "ce poste garde tout" in watched.mirror.view.text
        patch.undo()
        watched.until_state(CURRENT)
    assert stick.entries() == journal(core)


def test_a_write_cut_short_leaves_no_half_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.vij"
    key = MirrorKey(KEY)
    end = mirror_file.create(path, Header(1, "e", "s"))
    end = mirror_file.append(path, end, [key.lock(b"first")])

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        mirror_file.append(path, end, [key.lock(b"second")])
    assert path.stat().st_size == end


def test_files_of_a_later_version_are_not_touched(core: Core, stick: Stick) -> None:
    copy(core, stick)
    path = accueil(stick)
    path.write_bytes(b'VI-EVENTS-JOURNAL {"format": 2, "edition": "e", "station": "s"}\n' + b"?" * 99)
    before = path.read_bytes()
    record(core, expected(900))
    with mirrored(core, stick) as watched:
        watched.until_state(NEWER)
    assert path.read_bytes() == before


def test_without_the_edition_s_key_nothing_is_written(core: Core, stick: Stick) -> None:
    with mirrored(core, stick, key=b"") as watched:
        assert watched.mirror.view.state == NO_KEY
    assert stick.files() == []


def test_a_stick_that_hangs_holds_up_nothing_and_is_said_to_be_slow(
    core: Core, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "_SLOW_S", -1.0)
    monkeypatch.setattr(mirror, "_END_WAIT_S", 0.05)
    hanging, answers = threading.Event(), threading.Event()

    def hang(_path: Path, end: int, _boxes: Sequence[bytes]) -> int:
        hanging.set()
        answers.wait(20)
        return end

    monkeypatch.setattr(mirror_file, "append", hang)
    with mirrored(core, stick) as watched:
        assert hanging.wait(20)
        record(core, *map(expected, range(900, 910)))
        assert watched.mirror.view.state == SLOW
        watched.mirror.close()
        assert len(journal(core)) == 131
    answers.set()


def test_closing_the_journal_first_ends_the_mirror_quietly(tmp_path: Path, stick: Stick) -> None:
    core = station(tmp_path / "gone")
    with mirrored(core, stick) as watched:
        watched.until_state()
        core.close()
    assert watched.mirror.view.state == CURRENT


# The file


def test_the_header_says_which_edition_without_a_key(core: Core, stick: Stick) -> None:
    copy(core, stick)
    with FailingFile(accueil(stick)) as file:
        header = read_header(file)
    assert header is not None
    assert (header.format, header.edition) == (1, edition_of(core))
    assert header.station == accueil(stick).stem


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"VI-EVENTS-JOURNAL ", b"VI-EVENTS-JOURNAL {}\n", b"\xf5vij" * 99, b"{" * 5000]
)
def test_a_hostile_file_holds_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hostile.vij"
    path.write_bytes(content)
    with FailingFile(path) as file:
        assert read_header(file) is None
        assert list(Records(file)) == []


def test_reading_goes_on_after_damage_anywhere(core: Core, stick: Stick) -> None:
    copy(core, stick)
    path = accueil(stick)
    whole = len(entries_in(path))
    for at in range(150, path.stat().st_size, 1013):
        flip(path, at)
        assert len(entries_in(path)) == whole - 1
        flip(path, at)


# Removable media


def test_a_folder_left_where_a_stick_was_is_no_stick(tmp_path: Path) -> None:
    (tmp_path / "VI").mkdir()
    (tmp_path / "link").symlink_to("/")
    assert removable._mounted([tmp_path / "VI", tmp_path / "link", Path("/proc")]) == [Path("/proc")]


def test_people_who_mount_elsewhere_say_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VI_EVENTS_MIRROR", str(tmp_path))
    assert removable.removable_folders() == [tmp_path]
    assert removable.prepared_folder([tmp_path]) is None
    (tmp_path / "VI-EVENTS").mkdir()
    assert removable.prepared_folder([tmp_path / "other", tmp_path]) == tmp_path / "VI-EVENTS"


def test_edition_created_is_what_names_an_edition(core: Core) -> None:
    assert edition_of(core) == journal(core)[0].id
    again = record(core, edition_created(Edition("autre", "Autre", "2027-02-05", "Paris")))[0]
    assert edition_of(core) != again.id
