"""What is said on the hub, who may say it, and the configuration that makes the server hold to it."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from vi_events.errors import UserError
from vi_events.journal.hub import troubles
from vi_events.journal.hub.certificate import kept_certificate, new_certificate
from vi_events.journal.hub.config import (
    Cluster,
    HubConfig,
    Listen,
    Logins,
    Places,
    configuration,
    consumer,
    parse_listen,
    streams,
)
from vi_events.journal.hub.roles import HubUser, Role, new_password, permissions
from vi_events.journal.hub.subjects import EntryClass, Subjects, entry_class, inbox, station_token

EDITION = "0123456789abcdef"
SUBJECTS = Subjects(EDITION)
NOW_MS = 1_800_000_000_000
YEAR_MS = 366 * 24 * 3600 * 1000


def matches(pattern: str, subject: str) -> bool:
    """NATS's rule: ``*`` is one token, ``>`` all the rest."""
    wanted, given = pattern.split("."), subject.split(".")
    for place, token in enumerate(wanted):
        if token == ">":
            return len(given) > place
        if place >= len(given) or token not in ("*", given[place]):
            return False
    return len(wanted) == len(given)


def user(role: Role, station: str = "Accueil 1") -> HubUser:
    return HubUser(station, role, "password")


def may_publish(role: Role, subject: str) -> bool:
    return any(matches(allowed, subject) for allowed in permissions(user(role), SUBJECTS).publish)


def may_hear(role: Role, subject: str) -> bool:
    return any(matches(allowed, subject) for allowed in permissions(user(role), SUBJECTS).subscribe)


def config(places: Places | None = None, cluster: Cluster | None = None) -> HubConfig:
    found = places or Places(Path("/d/store"), Path("/d/c.pem"), Path("/d/k.pem"), Path("/d/hub.log"))
    return HubConfig(SUBJECTS, Listen(), (user(Role.DESK),), Logins("hub-secret", "system-secret"), found, cluster)


def read_back(text: str) -> dict[str, Any]:
    """The settings, which are written as JSON, one after the other."""
    found: dict[str, Any] = {}
    rest = text.split("\n", 1)[1]
    decoder = json.JSONDecoder()
    while rest.strip():
        key, end = decoder.raw_decode(rest)
        value, length = decoder.raw_decode(rest[end + 2 :])
        found[key], rest = value, rest[end + 2 + length :].lstrip()
    return found


# Names


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("show:main", EntryClass.STAGE),
        ("award:75056", EntryClass.STAGE),
        ("webtv:main", EntryClass.WEBTV),
        ("attendee:1", EntryClass.DESK),
        ("awards:1", EntryClass.DESK),
        ("", EntryClass.DESK),
    ],
)
def test_the_class_of_an_entry_follows_from_its_subject(subject: str, expected: EntryClass) -> None:
    assert entry_class(subject) is expected


@pytest.mark.parametrize("name", ["Accueil 1", "*", ">", "a.b", "", "é" * 300, "a\r\nPUB x 0", "\udc80"])
def test_no_name_of_a_station_can_mean_anything_to_the_server(name: str) -> None:
    assert station_token(name).isalnum()
    assert len(station_token(name)) == 16


def test_stations_that_look_alike_are_not_the_same() -> None:
    assert len({station_token(name) for name in ("Accueil 1", "accueil 1", "Accueil-1", "Accueil 1 ")}) == 4


@pytest.mark.parametrize("edition", ["", "*", ">", "0123456789ABCDEF", "0123456789abcdef.x", "0123456789abcdef\n"])
def test_an_edition_is_sixteen_hexadecimal_digits(edition: str) -> None:
    with pytest.raises(ValueError, match="16"):
        Subjects(edition)


# Roles


@pytest.mark.parametrize("role", Role)
def test_only_the_stage_speaks_for_the_stage(role: Role) -> None:
    own = station_token("Accueil 1")
    for subject in (SUBJECTS.entry("stage", own), SUBJECTS.sealed("palmares"), SUBJECTS.prep):
        assert may_publish(role, subject) is (role is Role.STAGE)


@pytest.mark.parametrize("role", Role)
def test_only_the_stage_reads_what_is_sealed(role: Role) -> None:
    allowed = permissions(user(role), SUBJECTS)
    touches = [subject for subject in allowed.publish if SUBJECTS.sealed_stream in subject]
    assert bool(touches) is (role is Role.STAGE)
    assert not any(matches(subject, SUBJECTS.sealed("palmares")) for subject in allowed.subscribe)


@pytest.mark.parametrize("role", Role)
def test_only_the_webtv_hears_what_comes_next(role: Role) -> None:
    assert may_hear(role, SUBJECTS.prep) is (role is Role.WEBTV)


@pytest.mark.parametrize(("role", "may"), [(Role.DESK, False), (Role.WEBTV, False), (Role.SUPERVISOR, True)])
def test_a_desk_publishes_under_its_own_name_only(role: Role, may: bool) -> None:
    assert may_publish(role, SUBJECTS.entry("desk", station_token("Accueil 1")))
    assert may_publish(role, SUBJECTS.entry("desk", station_token("Accueil 2"))) is may
    assert not may_publish(role, SUBJECTS.presence(station_token("Accueil 2")))


@pytest.mark.parametrize("role", Role)
def test_no_role_may_make_read_or_delete_streams_and_consumers(role: Role) -> None:
    own, stream = station_token("Accueil 1"), SUBJECTS.entries_stream
    for verb in (
        f"STREAM.DELETE.{stream}",
        f"STREAM.PURGE.{stream}",
        f"STREAM.UPDATE.{stream}",
        f"STREAM.MSG.GET.{stream}",
        f"STREAM.MSG.DELETE.{stream}",
        f"DIRECT.GET.{stream}",
        f"CONSUMER.CREATE.{stream}.{own}",
        f"CONSUMER.CREATE.{stream}.{own}.vi.>",
        f"CONSUMER.DURABLE.CREATE.{stream}.{own}",
        f"CONSUMER.DELETE.{stream}.{own}",
        f"CONSUMER.MSG.NEXT.{stream}.{own}",
        f"CONSUMER.RESET.{stream}.{station_token('Accueil 2')}",
    ):
        assert not may_publish(role, f"$JS.API.{verb}"), verb


@pytest.mark.parametrize("role", Role)
def test_each_hears_its_own_inboxes_and_no_others(role: Role) -> None:
    assert may_hear(role, f"{inbox(station_token('Accueil 1'))}.x.y")
    assert not may_hear(role, f"{inbox(station_token('Accueil 2'))}.x.y")
    assert not may_hear(role, "_INBOX.x")


def test_a_password_is_never_shown() -> None:
    one = HubUser("Accueil 1", Role.DESK, new_password())
    assert one.password not in repr(one)
    assert "secret" not in repr(config())
    assert len(one.password) >= 43


# Configuration


def test_what_is_acknowledged_is_on_the_disk() -> None:
    assert read_back(configuration(config()))["jetstream"]["sync_interval"] == "always"
    assert {stream["storage"] for stream in streams(SUBJECTS)} == {"file"}


def test_sizes_and_connections_are_bounded() -> None:
    found = read_back(configuration(config()))
    assert found["max_payload"] == 1024 * 1024
    assert 50 <= found["max_connections"] <= 1000
    assert found["jetstream"]["max_file_store"] == sum(stream["max_bytes"] for stream in streams(SUBJECTS))


def test_nobody_speaks_in_clear() -> None:
    found = read_back(configuration(config()))
    assert found["tls"]["min_version"] == "1.3"
    assert "no_auth_user" not in found
    assert "allow_non_tls" not in found


def test_the_streams_forget_nothing_and_know_an_entry_for_a_week() -> None:
    for stream in streams(SUBJECTS):
        assert stream["duplicate_window"] == 7 * 24 * 3600 * 10**9
        assert (stream["discard"], stream["max_age"], stream["allow_direct"]) == ("new", 0, False)


def test_the_two_streams_share_no_subject() -> None:
    entries, sealed = streams(SUBJECTS)
    assert entries["subjects"] == [f"vi.{EDITION}.entry.*.*"]
    assert sealed["subjects"] == [f"vi.{EDITION}.sealed.>"]


def test_a_consumer_delivers_into_the_inboxes_of_its_station() -> None:
    token = station_token("Accueil 1")
    found = {stream["name"]: consumer(SUBJECTS, stream["name"], token) for stream in streams(SUBJECTS)}
    places = {one["deliver_subject"] for one in found.values()}
    assert len(places) == 2
    assert all(matches(f"{inbox(token)}.>", place) for place in places)


def test_every_user_has_permissions() -> None:
    account = read_back(configuration(config()))["accounts"][SUBJECTS.account]
    assert [one["user"] for one in account["users"] if "permissions" not in one] == ["hub"]


def test_a_cluster_of_three_is_one_option_of_the_same_configuration() -> None:
    cluster = Cluster("a", Listen("192.0.2.1", 6222), ("192.0.2.2:6222", "192.0.2.3:6222"), "route-secret")
    alone, one_of_three = (read_back(configuration(config(cluster=part))) for part in (None, cluster))
    assert one_of_three["cluster"]["routes"] == [
        "nats://vi:route-secret@192.0.2.2:6222",
        "nats://vi:route-secret@192.0.2.3:6222",
    ]
    assert one_of_three["server_name"] == "a"
    assert {key for key in one_of_three if one_of_three[key] != alone.get(key)} == {"cluster", "server_name"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("192.0.2.1:4300", Listen("192.0.2.1", 4300)),
        ("0.0.0.0", Listen("0.0.0.0", 4222)),
        ("[::]:4300", Listen("::", 4300)),
        ("[::1]", Listen("::1", 4222)),
    ],
)
def test_an_address_to_listen_at_is_read(text: str, expected: Listen) -> None:
    assert parse_listen(text) == expected
    assert parse_listen(str(expected)) == expected


@pytest.mark.parametrize("text", ["", ":4222", "a:b", "a:0", "a:70000", 'a"b:1', "a b:1", "a:²"])
def test_an_address_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(UserError) as problem:
        parse_listen(text)
    assert problem.value.code == "hub_listen_invalid"


# Certificate


def test_the_certificate_is_kept_and_its_key_is_for_its_owner(tmp_path: Path) -> None:
    first = kept_certificate(tmp_path, ["192.0.2.1", "regie.local", "0.0.0.0"], NOW_MS)
    assert kept_certificate(tmp_path, ["192.0.2.9"], NOW_MS + YEAR_MS).fingerprint == first.fingerprint
    if os.name != "nt":
        assert stat.S_IMODE(first.key.stat().st_mode) == 0o600


def test_the_certificate_names_the_machine(tmp_path: Path) -> None:
    made = kept_certificate(tmp_path, ["192.0.2.1", "regie.local"], NOW_MS)
    found = x509.load_pem_x509_certificate(made.certificate.read_bytes())
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert {"192.0.2.1", "127.0.0.1"} <= {str(one) for one in names.get_values_for_type(x509.IPAddress)}
    assert {"localhost", "regie.local"} == set(names.get_values_for_type(x509.DNSName))


def test_an_expired_certificate_is_made_anew(tmp_path: Path) -> None:
    first = kept_certificate(tmp_path, [], NOW_MS)
    assert kept_certificate(tmp_path, [], NOW_MS + 4 * YEAR_MS).fingerprint != first.fingerprint


def test_a_certificate_that_does_not_go_with_its_key_is_made_anew(tmp_path: Path) -> None:
    first = kept_certificate(tmp_path, [], NOW_MS)
    before, (_, key) = first.key.read_bytes(), new_certificate([], NOW_MS)
    first.key.write_text(key)
    again = kept_certificate(tmp_path, [], NOW_MS)
    assert again.fingerprint != first.fingerprint
    assert again.key.read_bytes() not in (before, key.encode())


def test_a_damaged_certificate_is_told(tmp_path: Path) -> None:
    kept_certificate(tmp_path, [], NOW_MS).certificate.write_text("damaged")
    with pytest.raises(UserError) as problem:
        kept_certificate(tmp_path, [], NOW_MS)
    assert "certificate.pem" in problem.value.message


# Troubles


@pytest.mark.parametrize(
    ("log", "code"),
    [
        ('[1] [FTL] Error listening on port: "listen tcp: bind: address already in use"', "hub_port_in_use"),
        ("[1] [FTL] Error listening: bind: cannot assign requested address", "hub_address_unknown"),
        ("[1] [FTL] Can't start JetStream: no space left on device", "hub_disk_full"),
        ("[1] [FTL] Can't start JetStream: mkdir: permission denied", "hub_folder_closed"),
        ("", "hub_stopped"),
    ],
)
def test_the_server_s_log_becomes_a_sentence(log: str, code: str) -> None:
    problem = troubles.stopped(log, Listen())
    assert problem.code == code
    assert problem.message
    assert problem.advice


@pytest.mark.parametrize(
    ("log", "damaged"),
    [
        ("[1] [FTL] Can't start JetStream: storage directory is not a directory", True),
        ("[1] [FTL] Can't start JetStream: mkdir: permission denied", False),
        ("[1] [FTL] Can't start JetStream: no space left on device", False),
        ('[1] [FTL] Error listening on port: "bind: address already in use"', False),
        ("[1] [INF] Starting JetStream", False),
    ],
)
def test_only_a_damaged_store_is_moved_aside(log: str, damaged: bool) -> None:
    assert troubles.store_is_damaged(log) is damaged


VIOLATION = (
    '[7] 2027/02/05 10:00:00.000001 [ERR] 192.0.2.7:5000 - cid:9 - "v{version}:python3" - '
    '"VI_0123456789abcdef/user:aaaaaaaaaaaaaaaa" - {kind} Violation - Subject "vi.x"'
)
FRAMED = r"1\" - \"VI_0123456789abcdef/user:bbbbbbbbbbbbbbbb\" - Publish Violation - Subject \"x"


@pytest.mark.parametrize("kind", ["Publish", "Subscription"])
@pytest.mark.parametrize("version", ["2.16.0", FRAMED])
def test_who_tried_what_it_may_not_is_read_from_the_log(kind: str, version: str) -> None:
    log = "[7] 2027/02/05 10:00:00.000000 [INF] Server is ready\n" + VIOLATION.format(kind=kind, version=version)
    assert troubles.trespassers(log) == {"aaaaaaaaaaaaaaaa"}


def test_what_strangers_say_of_themselves_is_no_trouble_of_the_server() -> None:
    said = r"JetStream critical write error \n[7] [FTL] JetStream"
    log = f'[7] 2027/02/05 10:00:00.000000 [ERR] 192.0.2.7:5000 - cid:9 - authentication error - User "{said}"'
    assert not troubles.writes_no_more(log)
    assert not troubles.store_is_damaged(log)
    assert troubles.writes_no_more("[7] 2027/02/05 10:00:00.000000 [ERR] JetStream stream 'x' critical write error: x")


def test_a_disk_nearly_full_is_told_with_figures() -> None:
    assert troubles.disk_full(2**40) is None
    problem = troubles.disk_full(100 * 2**20)
    assert problem is not None
    assert "100\u202fMo" in problem.message
