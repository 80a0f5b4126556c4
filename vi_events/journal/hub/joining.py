"""Joining: how a new station gets its access from the one that hosts, by a link that works once, for ten minutes.

The host answers at a counter of its own (one line of JSON each way, over TLS); the link holds the fingerprint of the
edition's certificate, so that the secret in it is only ever said to the host. The link's text is also that of its QR
code.
"""

import hashlib
import hmac
import json
import re
import secrets
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode, urlsplit

from vi_events import __version__
from vi_events.clock import NowMs, wall_ms
from vi_events.errors import UserError, ViError
from vi_events.journal.hub import wire
from vi_events.journal.hub.certificate import Certificate
from vi_events.journal.hub.link import Membership
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.subjects import station_token
from vi_events.sentences import say

VALID_MS = 10 * 60 * 1000
_SCHEME, _ACTION = "vi-events", "join"
_SECRET_BYTES = 16
_LONGEST_LINE = 65_536
_TALK_S = 5.0
"""For saying one's line, however slowly."""
_ANSWER_S = 40.0
"""A host that has its whole journal to write first makes a new access slowly; a link serves once."""
_LONGEST_NAME = 40
_MOST_AT_ONCE = 8
_MOST_ADDRESSES = 8


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link says. ``addresses`` are ``host:port`` of the counter, the likeliest first."""

    addresses: tuple[str, ...]
    fingerprint: str
    secret: str = field(repr=False)
    edition_id: str
    role: Role

    @property
    def link(self) -> str:
        """The link, which is also the text of its QR code."""
        said = {
            "a": ",".join(self.addresses),
            "f": self.fingerprint,
            "s": self.secret,
            "e": self.edition_id,
            "r": self.role,
        }
        return f"{_SCHEME}://{_ACTION}?{urlencode(said, safe=',:[]')}"


@dataclass(frozen=True, slots=True)
class Joined:
    """What a station got. ``ticket_key`` and ``pin`` (the supervisor's, hashed) are empty for roles that check no
    tickets.
    """

    membership: Membership
    slug: str
    ticket_key: bytes = field(repr=False)
    pin: str = field(repr=False)
    journal: Mapping[str, int]
    """How far the host's journal went, by station: the edition is whole once that much is here."""
    founding: str = ""
    """The entry the edition began with (``journal.founding``): by it a copy that is here already is known."""


@dataclass(frozen=True, slots=True)
class Request:
    """Who wants to join: the name it would work under, and what tells its computer from another of that name."""

    station: str
    machine: str
    program: str = __version__
    wire: int = wire.VERSION


class JoinRefusedError(UserError):
    """The host refuses. ``proposal`` is a name that is free, when the name was the reason."""

    def __init__(self, code: str, message: str, advice: str, proposal: str) -> None:
        super().__init__(code, message, advice)
        self.proposal = proposal


class Host(Protocol):
    """What the counter needs of the station that hosts. Each may be called from any thread."""

    def names(self) -> Mapping[str, str]:
        """The station names in use, each with its machine; an empty machine is unknown."""

    def admit(self, request: Request, role: Role) -> Joined:
        """Makes an access for a station; it works from now on. The former one of the same station no longer does."""


class Counter:
    """Where stations come to join. ``addresses`` are those under which it is reached, ``host:port``."""

    def __init__(self, host: Host, edition_id: str, certificate: Certificate, now_ms: NowMs = wall_ms) -> None:
        self._host = host
        self._edition_id = edition_id
        self._now_ms = now_ms
        self._guard = threading.Lock()
        self.show(certificate)
        self._seats = threading.BoundedSemaphore(_MOST_AT_ONCE)
        self._listener: socket.socket | None = None

    def open(self, host: str = "0.0.0.0", port: int = 0) -> int:
        """Begins to answer; returns the port. Raises UserError when the port is taken."""
        try:
            self._listener = socket.create_server((host, port))
        except OSError as problem:
            raise UserError(
                "port_taken",
                say("Le port {0} de ce poste est déjà pris, ou interdit.", port),
                "Fermez l’autre programme, ou choisissez un autre port.",
            ) from problem
        threading.Thread(target=self._answer_all, args=(self._listener,), name="hub counter", daemon=True).start()
        return int(self._listener.getsockname()[1])

    def close(self) -> None:
        if self._listener is not None:
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits in accept
            self._listener.close()

    def show(self, certificate: Certificate) -> None:
        """Answers with this certificate from now on; the links given before, which name another, no longer work."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.certificate, certificate.key)
        with self._guard:
            self._context, self.fingerprint = context, certificate.fingerprint
            self._open: dict[str, tuple[Role, int]] = {}

    def invite(self, role: Role, addresses: tuple[str, ...]) -> Invitation:
        """A link for one station of a role, valid for ten minutes."""
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        with self._guard:
            self._open[secret] = role, self._now_ms() + VALID_MS
        return Invitation(addresses[:_MOST_ADDRESSES], self.fingerprint, secret, self._edition_id, role)

    def answer(self, said: bytes) -> dict[str, Any]:
        """The answer to one request: ``joined``, or ``refused`` with its code and sentences."""
        try:
            found = json.loads(said)
            secret = str(found["secret"])
            fields = {name: found[name] for name in ("station", "machine", "program", "wire")}
        except (ValueError, TypeError, KeyError):
            return _refusal(
                "link_invalid", say("La demande n’est pas lisible."), say("Mettez à jour VI Events sur ce poste.")
            )
        request = Request(str(fields["station"]), str(fields["machine"]), str(fields["program"]), fields["wire"])
        if request.wire != wire.VERSION:
            return _refusal(
                "version_incompatible",
                say(
                    "Ce poste a la version {0} de VI Events, l’hôte la version {1}.", request.program[:20], __version__
                ),
                say("Installez la même version sur les deux."),
            )
        with self._guard:
            role = self._role_of(secret)
            return self._admit(request, role, secret) if role else _EXPIRED

    def _role_of(self, secret: str) -> Role | None:
        now_ms = self._now_ms()
        self._open = {known: (role, until) for known, (role, until) in self._open.items() if until > now_ms}
        given = secret.encode("utf-8", "replace")
        return next(
            (role for known, (role, _) in self._open.items() if hmac.compare_digest(known.encode(), given)), None
        )

    def _admit(self, request: Request, role: Role, secret: str) -> dict[str, Any]:
        """A refusal leaves the link open: the person corrects the name and tries again."""
        if not valid_name(request.station) or not request.machine:
            return _refusal(
                "station_name_invalid",
                say("Ce nom de poste ne convient pas."),
                say("Donnez de 1 à {0} lettres, chiffres, espaces ou tirets.", _LONGEST_NAME),
            )
        names = self._host.names()
        holder = names.get(_same_token(request.station, names), request.machine)
        if holder != request.machine:
            free = free_name(request.station, names)
            return _refusal(
                "station_name_taken",
                say("Un autre ordinateur travaille déjà sous le nom «\u202f{0}\u202f».", request.station),
                say("Prenez «\u202f{0}\u202f», qui est libre.", free),
                free,
            )
        try:
            joined = self._host.admit(request, role)
        except ViError as problem:
            return _refusal(problem.code, problem.message, problem.advice)
        del self._open[secret]
        said = asdict(joined)
        return {"joined": said | {"ticket_key": joined.ticket_key.hex()}}

    def _answer_all(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return  # closed
            if self._seats.acquire(blocking=False):
                threading.Thread(target=self._answer_one, args=(near,), daemon=True).start()
            else:
                near.close()

    def _answer_one(self, near: socket.socket) -> None:
        try:
            near.settimeout(_TALK_S)
            with near, self._context.wrap_socket(near, server_side=True) as talk:
                answer = self.answer(_read_line(talk, _TALK_S))
                talk.sendall(json.dumps(answer).encode() + b"\n")
        except OSError:
            pass  # whoever it was went away, or does not speak TLS
        finally:
            self._seats.release()


def parse_link(link: str) -> Invitation:
    """The invitation that a link holds. Raises UserError when it holds none."""
    try:
        parts = urlsplit(link.strip())
        found = {name: values[0] for name, values in parse_qs(parts.query, strict_parsing=True).items()}
        addresses = tuple(filter(None, found["a"].split(",")))[:_MOST_ADDRESSES]
        invitation = Invitation(addresses, found["f"].lower(), found["s"], found["e"], Role(found["r"]))
        right = (parts.scheme, parts.netloc) == (_SCHEME, _ACTION) and re.fullmatch(
            "[0-9a-f]{64}", invitation.fingerprint
        )
        if not (right and addresses and all(map(_host_port, addresses))):
            raise ValueError("link")
    except (ValueError, KeyError):
        raise UserError(
            "link_invalid",
            "Ce n’est pas un lien pour rejoindre un hôte, ou il en manque une partie.",
            "Copiez-le en entier\u202f: il commence par «\u202fvi-events://join\u202f».",
        ) from None
    return invitation


def join(invitation: Invitation, request: Request, found: Callable[[], tuple[str, ...]] = tuple) -> Joined:
    """Asks the host for an access. ``found`` gives other addresses to try when those of the link do not answer. Raises
    UserError; its code says whether the link, the name or the network is at fault.
    """
    talk = _reach(invitation, invitation.addresses) or _reach(invitation, found())
    if talk is None:
        raise UserError(
            "host_unreachable",
            say("L’hôte ne répond pas ({0}).", ", ".join(invitation.addresses)),
            "Vérifiez que ce poste est sur le même réseau, et que l’hôte est allumé\u202f; ou tapez son adresse.",
        )
    try:
        with talk:
            talk.sendall(json.dumps({"secret": invitation.secret, **asdict(request)}).encode() + b"\n")
            answer = json.loads(_read_line(talk, _ANSWER_S))
        if refused := answer.get("refused"):
            raise JoinRefusedError(*(str(refused[name]) for name in ("code", "message", "advice", "proposal")))
        said = answer["joined"]
        membership = membership_of(said["membership"])
        if _fingerprint(ssl.PEM_cert_to_DER_cert(membership.certificate)) != invitation.fingerprint:
            raise ValueError("certificate")
        journal = {str(name): int(seq) for name, seq in said["journal"].items()}
        founding = str(said.get("founding", ""))
        key = bytes.fromhex(said["ticket_key"])
        return Joined(membership, str(said["slug"]), key, str(said["pin"]), journal, founding)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UserError(
            "host_answer",
            "La réponse de l’hôte s’est perdue en route.",
            "Recommencez, avec un nouveau lien s’il le faut.",
        ) from problem


def membership_of(said: Mapping[str, Any]) -> Membership:
    """The membership in an answer or a file. Raises ValueError, KeyError or TypeError when there is none."""
    return Membership(**{**said, "servers": tuple(said["servers"]), "role": Role(said["role"])})


def valid_name(name: str) -> bool:
    """Whether a station may be called so: letters, digits, spaces and hyphens."""
    return re.fullmatch(r"[^\W_][\w -]*", name) is not None and len(name) <= _LONGEST_NAME


def free_name(wanted: str, taken: Mapping[str, str]) -> str:
    """A name like the one wanted that no station has: « poste-2 » after « poste-1 »."""
    stem = re.sub(r"[ -]?\d+$", "", wanted)[: _LONGEST_NAME - 5] or "poste"
    number = 2
    while _same_token(f"{stem}-{number}", taken):
        number += 1
    return f"{stem}-{number}"


def _same_token(name: str, names: Mapping[str, str]) -> str:
    """The name in use that the hub could not tell from this one, or nothing."""
    token = station_token(name)
    return next((known for known in names if station_token(known) == token), "")


def _reach(invitation: Invitation, addresses: tuple[str, ...]) -> ssl.SSLSocket | None:
    """A connection to the host itself, at the first address where it answers; None when it does at none."""
    for address in addresses:
        if (place := _host_port(address)) is None:
            continue
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # the fingerprint is looked at instead, before anything is said
        try:
            talk = context.wrap_socket(socket.create_connection(place, _TALK_S))
        except OSError:
            continue
        shown = _fingerprint(talk.getpeercert(binary_form=True) or b"")
        if hmac.compare_digest(shown, invitation.fingerprint):
            return talk
        talk.close()
    return None


def _fingerprint(certificate: bytes) -> str:
    return hashlib.sha256(certificate).hexdigest()


def _read_line(talk: ssl.SSLSocket, within_s: float) -> bytes:
    """What came within that time, up to the end of the line. Raises OSError when that has not come."""
    said, until = b"", time.monotonic() + within_s
    while not said.endswith(b"\n") and len(said) < _LONGEST_LINE:
        talk.settimeout(max(until - time.monotonic(), 0.001))
        part = talk.recv(_LONGEST_LINE)
        if not part:
            break
        said += part
    talk.settimeout(_TALK_S)
    return said


def _host_port(address: str) -> tuple[str, int] | None:
    """``("10.0.0.5", 4333)`` of ``10.0.0.5:4333``, ``("fe80::1", 4333)`` of ``[fe80::1]:4333``."""
    host, _, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    return (host, int(port)) if host and port.isdecimal() and 0 < int(port) < 65536 else None


def _refusal(code: str, message: str, advice: str, proposal: str = "") -> dict[str, Any]:
    return {"refused": {"code": code, "message": message, "advice": advice, "proposal": proposal}}


_EXPIRED = _refusal(
    "link_expired",
    say("Ce lien a déjà servi, ou date de plus de dix minutes."),
    say("Demandez-en un nouveau au poste qui héberge."),
)
