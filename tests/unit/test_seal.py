"""The palmarès under embargo: only a secret opens it, a power cut loses nothing, nothing of it is told by the way."""

import errno
import hashlib
import json
import os
import stat
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vi_events import private_files
from vi_events.edition import envelope, recovery_key
from vi_events.edition.envelope import STRONG, Cost
from vi_events.edition.seal import DRAFT, PREVIOUS, SEALED, NewSeal, PalmaresFile
from vi_events.errors import StorageError, UserError, ViError

QUICK = Cost(2)
PHRASE = "cheval agrafe lune Œuvre"
CANARY = "Saint-Canari-sur-Embargo"
CONTENT = {"awards": [{"authority": CANARY, "level": 5, "mentions": ["arobase-verte"]}]}
LATER = {"awards": [{"authority": CANARY, "level": 4, "mentions": []}]}


@pytest.fixture
def file(tmp_path: Path) -> PalmaresFile:
    folder = tmp_path / "labels-2027"
    folder.mkdir()
    return PalmaresFile(folder, QUICK)


def folder_of(tmp_path: Path) -> Path:
    return tmp_path / "labels-2027"


def sealed(file: PalmaresFile) -> NewSeal:
    file.save(CONTENT)
    return file.seal(PHRASE)


def names(tmp_path: Path) -> set[str]:
    return {path.name for path in folder_of(tmp_path).iterdir()}


# A document, clear then sealed


def test_a_draft_is_read_back(file: PalmaresFile, tmp_path: Path) -> None:
    assert file.save(CONTENT) == 1
    assert file.save(LATER) == 2
    loaded = file.load()
    assert (loaded.content, loaded.revision, loaded.sealed) == (LATER, 2, False)
    assert names(tmp_path) == {DRAFT}


def test_a_sealed_document_is_read_and_changed_with_its_key_only(file: PalmaresFile, tmp_path: Path) -> None:
    key = sealed(file).key
    assert file.load(key).content == CONTENT
    assert file.save(LATER, key) == 2
    loaded = file.load(key)
    assert (loaded.content, loaded.revision, loaded.sealed) == (LATER, 2, True)
    assert names(tmp_path) == {SEALED, PREVIOUS}
    with pytest.raises(UserError) as caught:
        file.load()
    assert caught.value.code == "palmares_sealed"
    for try_it in (lambda: file.load(bytes(32)), lambda: file.save(CONTENT, bytes(32))):
        with pytest.raises(UserError) as caught:
            try_it()
        assert caught.value.code == "palmares_key_wrong"
    assert file.load(key).content == LATER


@given(
    st.dictionaries(
        st.text(),
        st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.tuples(inner).map(list)),
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_content_survives_the_seal(tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any]) -> None:
    file = PalmaresFile(tmp_path_factory.mktemp("any"), QUICK)
    file.save(content)
    made = file.seal(PHRASE)
    assert file.load(made.key).content == content
    file.unseal(made.recovery_key)
    assert file.load().content == content


def test_the_previous_revision_is_kept_sealed(file: PalmaresFile, tmp_path: Path) -> None:
    key = sealed(file).key
    before = (folder_of(tmp_path) / SEALED).read_bytes()
    file.save(LATER, key)
    assert (folder_of(tmp_path) / PREVIOUS).read_bytes() == before


def test_the_same_content_is_never_encrypted_twice_alike(file: PalmaresFile, tmp_path: Path) -> None:
    key = sealed(file).key
    bodies = set()
    for _ in range(3):
        file.save(CONTENT, key)
        parsed = envelope.parse((folder_of(tmp_path) / SEALED).read_bytes())
        assert parsed is not None
        bodies.add(parsed.body[:12])
    assert len(bodies) == 3


def test_no_draft_is_written_beside_a_sealed_document_nor_the_other_way_round(
    file: PalmaresFile, tmp_path: Path
) -> None:
    file.save(CONTENT)
    with pytest.raises(UserError) as caught:
        file.save(LATER, bytes(32))
    assert caught.value.code == "palmares_not_sealed"
    key = file.seal(PHRASE).key
    with pytest.raises(UserError) as caught:
        file.save(LATER)
    assert caught.value.code == "palmares_sealed"
    assert names(tmp_path) == {SEALED}
    assert file.load(key).content == CONTENT


@pytest.mark.parametrize(
    ("verb", "code"),
    [
        (lambda file: file.load(), "no_palmares"),
        (lambda file: file.seal(PHRASE), "no_palmares"),
        (lambda file: file.unseal_key(PHRASE), "palmares_not_sealed"),
        (lambda file: file.unseal(PHRASE), "palmares_not_sealed"),
        (lambda file: file.change_passphrase(PHRASE, PHRASE), "palmares_not_sealed"),
    ],
)
def test_without_a_palmares_each_verb_says_so(
    file: PalmaresFile, verb: Callable[[PalmaresFile], object], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        verb(file)
    assert caught.value.code == code
    assert caught.value.advice


# Secrets


def test_the_passphrase_and_the_recovery_key_both_open(file: PalmaresFile) -> None:
    made = sealed(file)
    assert file.unseal_key(PHRASE) == made.key
    assert file.unseal_key(made.recovery_key) == made.key


def test_a_passphrase_is_the_same_typed_on_another_system(file: PalmaresFile) -> None:
    file.save(CONTENT)
    key = file.seal("élève\u202fprécoce du Gâtinais").key
    assert file.unseal_key(" e\u0301le\u0300ve pre\u0301coce  du Ga\u0302tinais\n") == key


@pytest.mark.parametrize("secret", ["", PHRASE.lower(), PHRASE + ".", "0" * 31 + "B", "\udcff", "-" * 39])
def test_a_wrong_secret_opens_nothing(file: PalmaresFile, secret: str) -> None:
    sealed(file)
    with pytest.raises(UserError) as caught:
        file.unseal_key(secret)
    assert caught.value.code in {"passphrase_wrong", "recovery_key_mistyped"}


def test_a_wrong_secret_costs_as_much_work_as_a_right_one(file: PalmaresFile, monkeypatch: pytest.MonkeyPatch) -> None:
    made = sealed(file)
    tries = []
    real = envelope._from_passphrase
    monkeypatch.setattr(envelope, "_from_passphrase", lambda *given: tries.append(1) or real(*given))
    for secret in (PHRASE, made.recovery_key, "une tout autre phrase"):
        with suppress(UserError):
            file.unseal_key(secret)
        assert len(tries) == 1, secret
        tries.clear()


@pytest.mark.parametrize("weak", ["", "onze signes", "a" * 40, "abababababababab", "  court   \u202f  ", "abcd " * 8])
def test_a_weak_passphrase_is_refused_and_the_draft_stays(file: PalmaresFile, tmp_path: Path, weak: str) -> None:
    file.save(CONTENT)
    with pytest.raises(UserError, match="12 signes") as caught:
        file.seal(weak)
    assert caught.value.code == "passphrase_weak"
    assert names(tmp_path) == {DRAFT}


def test_by_default_one_try_of_a_passphrase_costs_128_mebibytes(tmp_path: Path) -> None:
    file = PalmaresFile(tmp_path)
    file.save(CONTENT)
    made = file.seal(PHRASE)
    parsed = envelope.parse((tmp_path / SEALED).read_bytes())
    assert parsed is not None
    cost = parsed.header.cost
    assert cost == STRONG
    assert 128 * cost.n * cost.r >= 128 * 2**20
    assert file.unseal_key(PHRASE) == made.key


def test_two_seals_share_no_key(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made.append(sealed(PalmaresFile(tmp_path / name, QUICK)))
    assert made[0].key != made[1].key
    assert made[0].recovery_key != made[1].recovery_key


def test_another_passphrase_shuts_out_the_old_one_in_the_previous_copy_too(file: PalmaresFile, tmp_path: Path) -> None:
    made = sealed(file)
    file.save(LATER, made.key)
    file.change_passphrase(PHRASE, "soupape de bronze 1903")
    for damage in (False, True):
        if damage:
            os.replace(folder_of(tmp_path) / PREVIOUS, folder_of(tmp_path) / SEALED)
        with pytest.raises(UserError) as caught:
            file.unseal_key(PHRASE)
        assert caught.value.code == "passphrase_wrong"
        assert file.unseal_key("soupape de bronze 1903") == made.key == file.unseal_key(made.recovery_key)
        assert file.load(made.key).content == LATER


def test_the_recovery_key_sets_another_passphrase(file: PalmaresFile) -> None:
    made = sealed(file)
    file.change_passphrase(made.recovery_key.lower(), "soupape de bronze 1903")
    assert file.unseal_key("soupape de bronze 1903") == made.key


def test_unsealing_gives_the_draft_back_and_sealing_again_makes_new_keys(file: PalmaresFile, tmp_path: Path) -> None:
    first = sealed(file)
    file.save(LATER, first.key)
    assert file.unseal(PHRASE) == folder_of(tmp_path) / DRAFT
    assert names(tmp_path) == {DRAFT}
    assert file.load().content == LATER
    second = file.seal(PHRASE)
    assert second.key != first.key
    with pytest.raises(UserError, match="phrase de passe"):
        file.unseal_key(first.recovery_key)


# The recovery key, typed by hand


CHANCE = st.text(recovery_key.ALPHABET, min_size=28, max_size=28)


@given(CHANCE, st.data())
def test_a_recovery_key_is_read_however_it_is_typed(chance: str, data: st.DataObject) -> None:
    signs = chance + recovery_key._check(chance)
    confused = {"8": "8Bb", "1": "1IiLl", "0": "0Oo", "5": "5Ss", "V": "VvUu", "2": "2Zz"}
    between = st.sampled_from(["", " ", "-", "\u202f", " – "])
    typed = (data.draw(st.sampled_from(confused.get(sign, sign + sign.lower()))) + data.draw(between) for sign in signs)
    assert recovery_key.read_back("".join(typed)) == signs


@given(CHANCE, st.integers(0, 31), st.sampled_from(recovery_key.ALPHABET))
def test_a_wrong_sign_in_a_recovery_key_is_told_from_a_wrong_key(chance: str, place: int, other: str) -> None:
    signs = chance + recovery_key._check(chance)
    typed = signs[:place] + other + signs[place + 1 :]
    assert recovery_key.read_back(typed) == (signs if typed == signs else "")
    assert recovery_key.has_key_shape(typed)


def test_two_signs_exchanged_or_one_left_out_are_said_to_be_a_slip(file: PalmaresFile) -> None:
    printed = sealed(file).recovery_key
    swap = next(at for at in range(0, 40, 5) if printed[at] != printed[at + 1])
    exchanged = printed[:swap] + printed[swap + 1] + printed[swap] + printed[swap + 2 :]
    for typed in (exchanged, printed[1:]):
        with pytest.raises(UserError) as caught:
            file.unseal_key(typed)
        assert caught.value.code == "recovery_key_mistyped"


def test_a_recovery_key_holds_128_bits_and_no_look_alikes() -> None:
    printed = recovery_key.new_recovery_key()
    assert [len(group) for group in printed.split("-")] == [4] * 8
    assert not set(printed) & set("BILOSUZ")
    assert len(recovery_key.ALPHABET) ** 28 > 2**128


# Damage


@given(st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_flipped_bit_anywhere_is_said_and_never_gives_other_content(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = folder_of(tmp_path_factory.mktemp("flip"))
    folder.mkdir()
    file = PalmaresFile(folder, QUICK)
    key = sealed(file).key
    whole = bytearray((folder / SEALED).read_bytes())
    bit = data.draw(st.integers(0, len(whole) * 8 - 1))
    whole[bit // 8] ^= 1 << bit % 8
    (folder / SEALED).write_bytes(whole)
    for read in (lambda: file.load(key), lambda: file.unseal_key(PHRASE), lambda: file.save(LATER, key)):
        with pytest.raises(StorageError) as caught:
            read()
        assert caught.value.code == "palmares_damaged"
        assert SEALED in caught.value.message


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_an_alteration_that_mends_the_checksum_is_not_believed_either(data: st.DataObject) -> None:
    key = bytes(range(32))
    header = envelope.new_header("labels-2027", key, PHRASE, recovery_key.new_recovery_key(), QUICK)
    rest = bytearray(header.seal(b"level 5", key).partition(b"\n")[2])
    bit = data.draw(st.integers(0, len(rest) * 8 - 1))
    rest[bit // 8] ^= 1 << bit % 8
    parsed = None
    with suppress(UserError):
        parsed = envelope.parse(envelope._MAGIC + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest)
    assert parsed is None or parsed.open(key) is None


@pytest.mark.parametrize("length", [0, 1, 80, 81, 300, -1])
def test_a_file_cut_short_is_said(file: PalmaresFile, tmp_path: Path, length: int) -> None:
    key = sealed(file).key
    path = folder_of(tmp_path) / SEALED
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(StorageError) as caught:
        file.load(key)
    assert caught.value.code == "palmares_damaged"
    assert PREVIOUS not in caught.value.advice


@pytest.mark.parametrize("lost", [True, False])
def test_damage_names_the_copy_that_is_whole_and_it_opens(file: PalmaresFile, tmp_path: Path, lost: bool) -> None:
    key = sealed(file).key
    file.save(LATER, key)
    path = folder_of(tmp_path) / SEALED
    path.unlink() if lost else path.write_bytes(b"x")
    with pytest.raises(StorageError, match="révision 1") as caught:
        file.unseal_key(PHRASE)
    assert PREVIOUS in caught.value.advice
    with pytest.raises(UserError):
        file.save(LATER)
    os.replace(folder_of(tmp_path) / PREVIOUS, path)
    assert file.load(key).content == CONTENT


def test_a_damaged_document_does_not_replace_the_copy_kept_aside(file: PalmaresFile, tmp_path: Path) -> None:
    key = sealed(file).key
    file.save(LATER, key)
    kept = (folder_of(tmp_path) / PREVIOUS).read_bytes()
    (folder_of(tmp_path) / SEALED).write_bytes(b"x")
    for verb in (lambda: file.save(CONTENT, key), lambda: file.change_passphrase(PHRASE, "soupape de bronze 1903")):
        with pytest.raises(StorageError):
            verb()
    assert (folder_of(tmp_path) / PREVIOUS).read_bytes() == kept


def test_the_document_of_another_edition_is_not_taken_for_this_one(file: PalmaresFile, tmp_path: Path) -> None:
    key = sealed(file).key
    other = tmp_path / "labels-2028"
    other.mkdir()
    (other / SEALED).write_bytes((folder_of(tmp_path) / SEALED).read_bytes())
    with pytest.raises(StorageError, match="labels-2027") as caught:
        PalmaresFile(other, QUICK).load(key)
    assert caught.value.code == "palmares_elsewhere"


def test_a_file_that_asks_for_absurd_work_is_not_obeyed() -> None:
    key = bytes(32)
    header = envelope.new_header("a", key, PHRASE, recovery_key.new_recovery_key(), QUICK)
    for cost in (Cost(2**40), Cost(2, 2**20), Cost(2, 8, 2**20), Cost(0), Cost(3)):
        asked = replace(header, cost=cost)
        assert envelope.parse(asked.seal(b"{}", key)) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"content": []}', b"\xff" + CANARY.encode()])
def test_a_damaged_draft_is_said_and_not_replaced(file: PalmaresFile, tmp_path: Path, content: bytes) -> None:
    (folder_of(tmp_path) / DRAFT).write_bytes(content)
    for verb in (file.load, lambda: file.save(LATER), lambda: file.seal(PHRASE)):
        with pytest.raises(StorageError) as caught:
            verb()
        assert caught.value.code == "draft_unreadable"
    assert (folder_of(tmp_path) / DRAFT).read_bytes() == content


# Power cuts


def _fail_after(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """The disk is full from the given call of fsync or replace on."""
    calls = iter(range(1000))

    def failing(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            if next(calls) >= steps:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*given)

        return call

    monkeypatch.setattr(private_files.os, "fsync", failing(os.fsync))
    monkeypatch.setattr(private_files.os, "replace", failing(os.replace))


@pytest.mark.parametrize("steps", range(9))
@pytest.mark.parametrize("verb", ["draft", "save", "seal", "change", "unseal"])
def test_cut_short_at_any_step_the_old_or_the_new_document_is_there(
    file: PalmaresFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, steps: int
) -> None:
    file.save(CONTENT)
    key = file.seal(PHRASE).key if verb in {"save", "change", "unseal"} else None
    verbs: dict[str, Callable[[], object]] = {
        "draft": lambda: file.save(LATER),
        "save": lambda: file.save(LATER, key),
        "seal": lambda: file.seal(PHRASE),
        "change": lambda: file.change_passphrase(PHRASE, "soupape de bronze 1903"),
        "unseal": lambda: file.unseal(PHRASE),
    }
    with monkeypatch.context() as patched:
        _fail_after(patched, steps)
        result = None
        with suppress(StorageError):
            result = verbs[verb]() or "done"
    assert not any(name.endswith(".new") for name in names(tmp_path))
    if isinstance(result, NewSeal):
        key = result.key
        assert file.unseal_key(result.recovery_key) == key
    elif verb == "seal":
        assert not file.is_sealed, "a seal whose recovery key nobody saw"
    expected = [CONTENT, LATER] if verb in {"draft", "save"} and result is None else [CONTENT]
    expected = [LATER] if verb in {"draft", "save"} and result is not None else expected
    assert file.load(key if file.is_sealed else None).content in expected


def test_after_a_cut_between_both_forms_the_sealed_one_is_the_truth(file: PalmaresFile, tmp_path: Path) -> None:
    file.save(CONTENT)
    draft = (folder_of(tmp_path) / DRAFT).read_bytes()
    key = file.seal(PHRASE).key
    (folder_of(tmp_path) / DRAFT).write_bytes(draft)
    assert file.load(key).sealed
    assert file.clear_copies() == [folder_of(tmp_path) / DRAFT]
    with pytest.raises(UserError) as caught:
        file.seal(PHRASE)
    assert caught.value.code == "already_sealed"
    file.save(LATER, key)
    assert names(tmp_path) == {SEALED, PREVIOUS}


def test_a_seal_that_does_not_read_back_leaves_the_draft(
    file: PalmaresFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(CONTENT)
    real = private_files.write_whole
    monkeypatch.setattr(private_files, "write_whole", lambda path, content: real(path, content[:-1]))
    with pytest.raises(StorageError):
        file.seal(PHRASE)
    assert names(tmp_path) == {DRAFT}
    assert file.load().content == CONTENT


def test_a_draft_that_cannot_be_wiped_is_listed_and_the_recovery_key_is_not_lost(
    file: PalmaresFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(CONTENT)

    def refuse(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(private_files, "wipe", refuse)
    made = file.seal(PHRASE)
    assert file.unseal_key(made.recovery_key) == made.key
    assert file.clear_copies() == [folder_of(tmp_path) / DRAFT]


# Nothing in clear, nothing told


def test_after_the_seal_no_file_holds_anything_of_the_palmares(file: PalmaresFile, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    file.save(CONTENT)
    (folder / (DRAFT + ".new")).write_bytes((folder / DRAFT).read_bytes()[:-9])
    made = file.seal(PHRASE)
    file.save(LATER, made.key)
    file.change_passphrase(PHRASE, "soupape de bronze 1903")
    secrets = [CANARY, "arobase-verte", "level", PHRASE, "soupape", made.recovery_key, made.key.hex()]
    for path in folder.rglob("*"):
        for secret in secrets:
            assert secret.encode() not in path.read_bytes(), (path.name, secret)
        assert made.key not in path.read_bytes()
    assert file.clear_copies(made.key) == []


def test_the_draft_is_overwritten_before_it_is_removed(file: PalmaresFile, tmp_path: Path) -> None:
    file.save(CONTENT)
    os.link(folder_of(tmp_path) / DRAFT, tmp_path / "same-blocks")
    length = (tmp_path / "same-blocks").stat().st_size
    file.seal(PHRASE)
    assert (tmp_path / "same-blocks").read_bytes() == bytes(length)


def test_clear_copies_are_found_under_any_name_and_the_imported_files_too(file: PalmaresFile, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    imported, gone = tmp_path / "usb" / "Palmarès.csv", tmp_path / "usb" / "parti.csv"
    imported.parent.mkdir()
    imported.write_text(CANARY, encoding="utf-8")
    file.save(CONTENT, source=gone)
    file.save(CONTENT, source=imported)
    file.save(CONTENT, source=imported)
    draft = (folder / DRAFT).read_bytes()
    copies = [folder / "vieux" / "a", tmp_path / "palmares.draft.json.bak", tmp_path / "copie" / "b.json"]
    for copy in copies:
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(draft)
    (tmp_path / "copie" / "c.json").write_bytes(draft.replace(b"labels-2027", b"labels-2020"))
    assert file.clear_copies() == sorted([*copies, folder / DRAFT, imported])
    key = file.seal(PHRASE).key
    assert file.clear_copies() == sorted(copies)
    assert file.clear_copies(key) == sorted([*copies, imported])
    file.save(LATER, key)
    assert file.load(key).sources == (gone, imported)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_only_the_owner_reads_any_of_the_files(file: PalmaresFile, tmp_path: Path) -> None:
    leftover = folder_of(tmp_path) / (DRAFT + ".new")
    leftover.write_bytes(b"")
    leftover.chmod(0o644)
    file.save(CONTENT)
    assert stat.S_IMODE((folder_of(tmp_path) / DRAFT).stat().st_mode) == 0o600
    key = file.seal(PHRASE).key
    file.save(LATER, key)
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder_of(tmp_path).iterdir()} == {0o600}


def _told(problem: BaseException) -> str:
    """All that a log or a crash report could show of an exception, what it was chained to included."""
    chain: list[BaseException] = []
    following: BaseException | None = problem
    while following is not None:
        chain.append(following)
        following = following.__cause__ or following.__context__
    shown = [f"{link!s} {link!r} {link.args!r} {vars(link)!r}" for link in chain]
    objects = [getattr(link, name, "") for link in chain for name in ("doc", "object")]
    return " ".join([*shown, *map(str, objects), "".join(traceback.format_exception_only(problem))])


def test_no_repr_and_no_error_tells_a_secret(file: PalmaresFile, tmp_path: Path) -> None:
    made = sealed(file)
    path = folder_of(tmp_path) / SEALED
    parsed = envelope.parse(path.read_bytes())
    assert parsed is not None
    told = [repr(made), str(made), repr(file), repr(file.load(made.key)), repr(parsed), repr(parsed.header)]

    def tell(verb: Callable[[], object]) -> None:
        with pytest.raises(ViError) as caught:
            verb()
        told.append(_told(caught.value))

    typed = "phrase tapée de travers"
    tell(lambda: file.unseal_key(typed))
    tell(lambda: file.unseal_key(made.recovery_key[:-1] + "?"))
    tell(lambda: file.load(b"K" * 32))
    tell(lambda: file.save(CONTENT))
    tell(lambda: file.change_passphrase(PHRASE, "court-secret"[:8]))
    path.write_bytes(path.read_bytes()[:-1])
    tell(lambda: file.load(made.key))
    path.unlink()
    for broken in (json.dumps({"content": CANARY}).encode(), CANARY.encode() + b"\xff", b'{"a": "' + CANARY.encode()):
        (folder_of(tmp_path) / DRAFT).write_bytes(broken)
        tell(file.load)
    everything = " ".join(told)
    keys = [made.key.hex(), repr(made.key), repr(made.key)[2:-1], repr(b"K" * 32)]
    for secret in [CANARY, PHRASE, typed, "court-se", made.recovery_key, made.recovery_key[:-1], *keys]:
        assert secret not in everything, secret
