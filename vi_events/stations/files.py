"""What a station keeps on its disk about the others: how it takes part, and for hosting, who may."""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import orjson

from vi_events import paths, private_files
from vi_events.edition import vault
from vi_events.edition.vault import Vault
from vi_events.errors import StorageError
from vi_events.journal.hub import certificate
from vi_events.journal.hub.certificate import CERTIFICATE, KEY
from vi_events.journal.hub.config import Logins
from vi_events.journal.hub.joining import membership_of
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import HubUser, Role
from vi_events.journal.hub.server import FOLDER as HUB_FOLDER
from vi_events.private_files import private_folder
from vi_events.sentences import say

MACHINE_FILE = "machine-id"
_saving_kit = Lock()
"""It comes among the sealed documents and, at the same moment, by the hand of the host."""
_MEMBERS_FILE, _HOSTING_FILE, _EDITION_ID_FILE = "members.json", "hosting.json", "edition-id"


@dataclass(frozen=True, slots=True)
class Member:
    """A station that may take part, and the computer it runs on (empty: it has not come yet). ``keyed``: it was given
    the hosting kit, and knows the certificate's key and everybody's access.
    """

    user: HubUser
    machine: str
    keyed: bool = False

    @property
    def knows_all(self) -> bool:
        """Excluding it is not enough: it could host, or come back under another's name."""
        return self.keyed or self.user.role is Role.STAGE


@dataclass(frozen=True, slots=True)
class Kit:
    """All that a station needs to host in another's place, and be known to every station: the edition's certificate
    with its key, who may take part, and what desks need to check tickets. The higher ``number`` is the later one.
    """

    edition_id: str
    number: int
    host: str
    certificate: str = field(repr=False)
    key: str = field(repr=False)
    members: tuple[Member, ...] = field(repr=False)
    excluded: Mapping[str, str]
    """The computers of the excluded stations, by name: a name stays its computer's, where the journal of it is."""
    secrets: Vault = field(repr=False)

    def to_bytes(self) -> bytes:
        vault = {"ticket_key": self.secrets.ticket_key.hex(), "pin": self.secrets.pin}
        return orjson.dumps({name: value for name, value in asdict(self).items() if name != "secrets"} | vault)

    @classmethod
    def of(cls, data: bytes) -> "Kit | None":
        """The kit in a message; None when it is none."""
        try:
            found = orjson.loads(data)
            host, pem, key = (str(found[name]) for name in ("host", "certificate", "key"))
            members = tuple(_member(one) for one in found["members"])
            excluded, known = _excluded(found), Vault(bytes.fromhex(found["ticket_key"]), str(found["pin"]))
            return cls(str(found["edition_id"]), int(found["number"]), host, pem, key, members, excluded, known)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


@dataclass(frozen=True, slots=True)
class Members:
    """Who may take part, as this station last knew: ``number`` counts the changes, ``host`` made the last one.
    ``excluded`` as in ``Kit``.
    """

    members: tuple[Member, ...] = ()
    number: int = 0
    host: str = ""
    excluded: Mapping[str, str] = field(default_factory=dict)


def machine_id(data: Path) -> str:
    """What tells this computer from others; made on first use."""
    path = data / MACHINE_FILE
    with suppress(OSError, ValueError):
        if known := path.read_text(encoding="ascii").strip():
            return known
    made = secrets.token_hex(8)
    data.mkdir(parents=True, exist_ok=True)
    path.write_text(made, encoding="ascii")
    return made


def load_membership(folder: Path) -> Membership | None:
    """How this station takes part in an edition; None when it never joined a host."""
    path = folder / paths.MEMBERSHIP
    if not path.exists():
        return None
    try:
        return membership_of(orjson.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StorageError(
            "membership_unreadable",
            say("Le fichier {0} de l’édition ne se lit pas ({1}).", paths.MEMBERSHIP, type(problem).__name__),
            "Rejoignez l’hôte par un nouveau lien\u202f: rien n’est perdu.",
        ) from problem


def save_membership(folder: Path, membership: Membership) -> None:
    private_files.write_whole(folder / paths.MEMBERSHIP, orjson.dumps(asdict(membership)))


def forget_membership(folder: Path) -> None:
    """This station works alone from now on; its journal stays whole."""
    (folder / paths.MEMBERSHIP).unlink(missing_ok=True)


def load_members(folder: Path) -> Members:
    """The stations admitted so far. StorageError when the file is damaged."""
    path = folder / HUB_FOLDER / _MEMBERS_FILE
    if not path.exists():
        return Members()
    try:
        found = orjson.loads(path.read_bytes())
        members = tuple(_member(one) for one in found["members"])
        return Members(members, int(found["number"]), str(found["host"]), _excluded(found))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise StorageError(
            "members_unreadable",
            say(
                "Le fichier {0}/{1} de l’édition ne se lit pas ({2}).",
                HUB_FOLDER,
                _MEMBERS_FILE,
                type(problem).__name__,
            ),
            "Supprimez-le\u202f: chaque poste rejoindra l’hôte par un nouveau lien.",
        ) from problem


def save_members(folder: Path, members: Members) -> None:
    private_files.write_whole(private_folder(folder / HUB_FOLDER) / _MEMBERS_FILE, orjson.dumps(asdict(members)))


def load_kit(folder: Path, edition_id: str) -> Kit | None:
    """What this station would hand over; None when it holds no certificate."""
    known = load_members(folder)
    try:
        pem, key = ((folder / HUB_FOLDER / name).read_text(encoding="ascii") for name in (CERTIFICATE, KEY))
    except OSError:
        return None
    who = known.members, known.excluded
    return Kit(edition_id, known.number, known.host, pem, key, *who, vault.load(folder))


def save_kit(folder: Path, kit: Kit) -> None:
    """From now on this station can host in the other's place."""
    with _saving_kit:
        place = private_folder(folder / HUB_FOLDER)
        certificate.keep(place, kit.certificate, kit.key)
        save_members(folder, Members(kit.members, kit.number, kit.host, kit.excluded))
        if kit.secrets.ticket_key:
            vault.save(folder, kit.secrets)


def new_edition_id(folder: Path) -> str:
    """The id of an edition that nobody hosted yet, the same each time it is asked for; 16 hexadecimal digits."""
    path = private_folder(folder / HUB_FOLDER) / _EDITION_ID_FILE
    with suppress(OSError, ValueError):
        if known := path.read_text(encoding="ascii").strip():
            return known
    made = secrets.token_hex(8)
    private_files.write_whole(path, made.encode("ascii"))
    return made


def kept_logins(folder: Path, which: str = "logins") -> Logins:
    """The program's own passwords on a server that others run; made on first use."""
    path = folder / HUB_FOLDER / f"{which}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = orjson.loads(path.read_bytes())
        return Logins(str(found["hub"]), str(found["system"]))
    made = Logins()
    private_folder(folder / HUB_FOLDER)
    private_files.write_whole(path, orjson.dumps({"hub": made.hub, "system": made.system}))
    return made


def was_hosting(folder: Path) -> str | None:
    """Where this station hosted when its program last ended, by itself or not by anyone's will; None if it did not."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return str(orjson.loads((folder / HUB_FOLDER / _HOSTING_FILE).read_bytes())["listen"])
    return None


def mark_hosting(folder: Path, listen: str | None) -> None:
    """``listen`` is where it hosts from now on; None once a person ended it."""
    path = private_folder(folder / HUB_FOLDER) / _HOSTING_FILE
    if listen is None:
        path.unlink(missing_ok=True)
    else:
        private_files.write_whole(path, orjson.dumps({"listen": listen}))


def _member(found: Any) -> Member:
    user = found["user"]
    known = HubUser(str(user["station"]), Role(user["role"]), str(user["password"]))
    return Member(known, str(found["machine"]), bool(found.get("keyed")))


def _excluded(found: Any) -> dict[str, str]:
    return {str(station): str(machine) for station, machine in found["excluded"].items()}
