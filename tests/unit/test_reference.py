"""The official list: complete, quick to load, and honest when its files are damaged."""

import gzip
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest

from vi_events.edition.reference import ASSETS, GROUPS, Reference, load_reference
from vi_events.edition.text import fold
from vi_events.errors import StorageError


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_the_whole_country_is_there(reference: Reference) -> None:
    kinds = Counter(reference.kind(id_) for id_ in reference.ids)
    assert kinds["commune"] == 34_969
    assert sum(kinds[kind] for kind in GROUPS if kind != "EPT") == 1_255
    assert kinds["EPT"] == 11
    assert kinds["departement"] == 109
    assert kinds["region"] == 26
    assert len(reference) == kinds.total()


def test_overseas_has_its_departments_and_regions(reference: Reference) -> None:
    for code in ("971", "972", "973", "974", "976", "975", "987", "988", "2A", "2B"):
        assert reference.departments[code]
        assert reference.find(f"dep-{code}") is not None
    assert reference.region_departments["04"] == {"974"}


def test_an_authority_is_found_by_each_of_its_codes(reference: Reference) -> None:
    begles = reference.find("33039")
    assert begles is not None
    assert (begles.name, begles.type, begles.department_name, begles.kind) == ("Bègles", "commune", "Gironde", "")
    assert reference.find("213300395") == begles
    epci = reference.find("200041507")
    assert epci is not None
    assert (epci.name, epci.type, epci.department) == ("CA La Riviéra du Levant", "epci", "971")
    region = reference.find("reg-53")
    assert region is not None
    assert (region.name, region.type, region.department) == ("Bretagne", "region", "")
    assert reference.find("99999") is None


def test_a_merged_commune_gives_the_one_it_joined(reference: Reference) -> None:
    joined = reference.find("01120")
    assert joined is not None
    assert joined.id == "01262"


def test_members_of_a_group_are_its_communes(reference: Reference) -> None:
    names = [member.name for member in reference.members("242000354")]
    assert names == ["Bastia", "Furiani", "San-Martino-di-Lota", "Santa-Maria-di-Lota", "Ville-di-Pietrabugno"]
    assert len(reference.members("200054781")) == 130
    assert len(reference.members("200057867")) == 8
    assert reference.members("33039") == ()


def test_every_group_has_members(reference: Reference) -> None:
    assert [id_ for id_ in reference.ids if reference.kind(id_) in GROUPS and not reference.members(id_)] == []


def test_the_quick_folding_is_the_common_one(reference: Reference) -> None:
    for key, ids in reference.names.items():
        assert {fold(reference.authority(id_).name) for id_ in ids} == {key}


def test_homonyms_share_one_name(reference: Reference) -> None:
    assert {found.id for found in reference.named("BASSENS")} == {"33032", "73031"}


def test_an_entry_keeps_what_the_list_says(reference: Reference) -> None:
    entry = reference.entry("93066")
    assert entry.groups == ("200054781", "200057867")
    assert "93200" in entry.postal_codes
    assert entry.population is not None
    assert entry.population > 140_000
    assert reference.entry("dep-33").population is None
    assert reference.entry("95313").article == "5"


def test_loading_is_quick() -> None:
    # The best of five: the fastest run says what the code costs, the others what the machine was doing.
    durations = []
    for _ in range(5):
        start = time.perf_counter()
        load_reference()
        durations.append(time.perf_counter() - start)
    assert min(durations) < 0.15


def test_aliases_point_to_real_authorities_and_say_why(reference: Reference) -> None:
    for aliases in reference.aliases.values():
        for alias in aliases:
            assert reference.find(alias.id) is not None
            assert alias.reason
            assert not alias.department or reference.covers(alias.id, frozenset({alias.department}))


@pytest.mark.parametrize(
    "damage", [b"", b"not gzip", gzip.compress(b"\xff\xfe", mtime=0), gzip.compress(b"kind\tcode\n", mtime=0)]
)
def test_a_damaged_list_is_a_clear_error(tmp_path: Path, damage: bytes) -> None:
    for name in ("aliases.csv", "pays.csv"):
        shutil.copy(ASSETS / name, tmp_path)
    (tmp_path / "collectivites.tsv.gz").write_bytes(damage)
    with pytest.raises(StorageError) as caught:
        load_reference(tmp_path)
    assert caught.value.code == "reference_unreadable"
    assert caught.value.advice


def test_a_truncated_list_is_a_clear_error(tmp_path: Path) -> None:
    for name in ("aliases.csv", "pays.csv"):
        shutil.copy(ASSETS / name, tmp_path)
    whole = (ASSETS / "collectivites.tsv.gz").read_bytes()
    (tmp_path / "collectivites.tsv.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StorageError):
        load_reference(tmp_path)
