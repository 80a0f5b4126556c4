"""obs-websocket 5 as text: the frames to send, the messages that come, the sentences for what goes wrong. Pure.

Source: the protocol's reference (github.com/obsproject/obs-websocket, docs/generated/protocol.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import orjson

from vi_events.errors import DeviceError, UserError
from vi_events.sentences import quoted, say
from vi_events.webtv.obs_types import LinkState, Reply, Request

RPC_VERSION = 1
HELLO, EVENT, RESPONSE, BATCH_RESPONSE = 0, 5, 7, 9
_REQUEST, _BATCH = 6, 8
_SERIAL_FRAME = 1
NOT_READY = 207
EVENTS = 0xFFF
"""Every event but those that come many times a second."""
INPUT_VOLUME_METERS = 1 << 16
"""The levels of every input, 20 times a second; asked for beside ``EVENTS``."""
CLOSE_TROUBLES = {4009: "wrong_password", 4010: "too_new", 4011: "kicked"}
"""What OBS means by a close code; 4010: it does not speak RPC version 1 any more."""
_DEFAULT_PORT = 4455


@dataclass(frozen=True, slots=True)
class Address:
    """Where OBS listens."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_address(url: str) -> Address:
    """Host and port of ``ws://host[:port]``; UserError ``obs_address`` for anything else."""
    try:
        parts = urlsplit(url.strip())
        port = _DEFAULT_PORT if parts.port is None else parts.port
    except ValueError:
        raise _bad_address(url) from None
    if parts.scheme != "ws" or not parts.hostname or parts.username is not None or not port:
        raise _bad_address(url)
    return Address(parts.hostname, port)


def _bad_address(url: str) -> UserError:
    # What stands before « @ » may be a password.
    said = say("L’adresse d’OBS, {0}, n’est pas valable.", quoted(url))
    return UserError(
        "obs_address",
        "L’adresse d’OBS n’est pas valable." if "@" in url else said,
        "Écrivez-la sous la forme ws://127.0.0.1:4455, avec le port des paramètres du serveur WebSocket d’OBS.",
    )


# Frames


def request_frame(request_id: str, request: Request) -> bytes:
    """TypeError when the data are not JSON."""
    return _frame(_REQUEST, {"requestId": request_id, **_body(request)})


def batch_frame(request_id: str, requests: Sequence[Request]) -> bytes:
    """All in one frame of OBS, in order; goes on after a request that fails."""
    bodies = [_body(request) for request in requests]
    said = {"requestId": request_id, "executionType": _SERIAL_FRAME, "haltOnFailure": False, "requests": bodies}
    return _frame(_BATCH, said)


def _body(request: Request) -> dict[str, Any]:
    return {"requestType": request.type, "requestData": dict(request.data)}


def _frame(op: int, data: Mapping[str, Any]) -> bytes:
    return orjson.dumps({"op": op, "d": data}, default=dict)


# Messages


class TroubleError(Exception):
    """Why there is no link: one of ``TROUBLES``."""

    def __init__(self, trouble: str) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def parse_message(text: str | bytes) -> tuple[int, dict[str, Any]]:
    """Op code and data. TroubleError ``not_obs``, or ``too_old`` for what obs-websocket 4 says."""
    try:
        said = orjson.loads(text)
    except ValueError:
        raise TroubleError("not_obs") from None
    if not isinstance(said, dict):
        raise TroubleError("not_obs")
    op, data = said.get("op"), said.get("d")
    if isinstance(op, int) and isinstance(data, dict):
        return op, data
    raise TroubleError("too_old" if "update-type" in said or "message-id" in said else "not_obs")


def read_reply(data: object) -> Reply:
    """One response, alone or out of a batch."""
    status = data.get("requestStatus") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(status, dict) or not isinstance(status.get("code"), int):
        raise TroubleError("not_obs")
    answer = data.get("responseData") or {}
    if not isinstance(answer, dict):
        raise TroubleError("not_obs")
    return Reply(bool(status.get("result")), status["code"], answer, str(status.get("comment") or ""))


def read_batch(data: Mapping[str, Any]) -> list[Reply]:
    results = data.get("results")
    if not isinstance(results, list):
        raise TroubleError("not_obs")
    return [read_reply(result) for result in results]


def is_not_ready(replies: Sequence[Reply]) -> bool:
    """Whether OBS did none of it because it is not ready: it may be asked again as a whole."""
    return bool(replies) and all(reply.code == NOT_READY for reply in replies)


# What a person reads

_ADDRESS = "{0}"
TROUBLES = {
    "nothing": (
        "lost",
        say(
            "OBS ne répond pas à l’adresse {0}\u202f: lancez OBS, puis vérifiez son port et que "
            "«\u202fActiver le serveur "
            "WebSocket\u202f» est coché dans Outils, Paramètres du serveur WebSocket.",
            _ADDRESS,
        ),
    ),
    "unknown_host": (
        "lost",
        say(
            "L’ordinateur de l’adresse {0} est introuvable sur le réseau\u202f: vérifiez l’adresse d’OBS "
            "dans les réglages.",
            _ADDRESS,
        ),
    ),
    "silent": (
        "lost",
        say(
            "Ce qui écoute à l’adresse {0} ne dit rien\u202f: OBS est figé, antérieur à la version 28, ou ce "
            "port n’est pas "
            "le sien\u202f; relancez OBS ou corrigez le port.",
            _ADDRESS,
        ),
    ),
    "hung_up": (
        "lost",
        say(
            "Ce qui écoute à l’adresse {0} raccroche aussitôt\u202f: attendez si OBS démarre ou se ferme, "
            "sinon corrigez le "
            "port dans les réglages.",
            _ADDRESS,
        ),
    ),
    "cut": (
        "lost",
        say("La liaison avec OBS est coupée\u202f: regardez s’il tourne encore\u202f; elle se rétablit toute seule."),
    ),
    "mute": (
        "lost",
        say("OBS ne répond plus\u202f: s’il est figé, relancez-le\u202f; la liaison se rétablit toute seule."),
    ),
    "not_obs": (
        "refused",
        say(
            "Ce qui répond à l’adresse {0} n’est pas OBS\u202f: recopiez dans les réglages le port qu’OBS indique dans "
            "Outils, Paramètres du serveur WebSocket.",
            _ADDRESS,
        ),
    ),
    "kicked": (
        "refused",
        say("Quelqu’un a mis fin à cette liaison dans OBS\u202f: relancez-la d’ici quand il peut l’accepter."),
    ),
    "too_old": (
        "too_old",
        say(
            "L’OBS de l’adresse {0} est trop ancien pour être piloté\u202f: installez OBS 28 ou une version "
            "plus récente.",
            _ADDRESS,
        ),
    ),
    "too_new": (
        "too_old",
        say(
            "L’OBS de l’adresse {0} et ce programme ne parlent pas la même version du protocole\u202f: "
            "mettez ce programme "
            "à jour ou installez OBS 28 ou plus récent.",
            _ADDRESS,
        ),
    ),
    "wrong_password": (
        "wrong_password",
        say(
            "OBS refuse le mot de passe\u202f: recopiez celui que donne Outils, Paramètres du serveur WebSocket, "
            "«\u202fAfficher les informations de connexion\u202f»."
        ),
    ),
    "no_password": (
        "wrong_password",
        say(
            "OBS demande un mot de passe et aucun n’est enregistré\u202f: recopiez celui que donne Outils, "
            "Paramètres du "
            "serveur WebSocket, «\u202fAfficher les informations de connexion\u202f»."
        ),
    ),
    "password_unreadable": (
        "wrong_password",
        say(
            "Le mot de passe d’OBS n’a pas pu être relu sur cet ordinateur\u202f: saisissez-le de nouveau dans les "
            "réglages."
        ),
    ),
}
"""Trouble -> state of the link and its sentence, which has the address in the place of ``_ADDRESS``."""

OFF = LinkState("off", say("Aucune liaison avec OBS n’est demandée."))


def trouble_state(trouble: str, address: Address) -> LinkState:
    state, sentence = TROUBLES[trouble]
    return LinkState(state, say(sentence.form, address))


def connecting_state(address: Address) -> LinkState:
    return LinkState("connecting", say("Connexion à OBS, à l’adresse {0}…", address))


def ready_state(version: str, browser_source: bool | None) -> LinkState:
    return LinkState("ready", f"Liaison établie avec OBS {version}.", version, browser_source)


def busy_state(version: str, browser_source: bool | None) -> LinkState:
    said = "OBS est occupé, il démarre, se ferme ou charge une collection\u202f: ce qui lui est demandé attend."
    return LinkState("busy", said, version, browser_source)


def call_error(code: str, advice: str = "") -> DeviceError:
    """Why a request got no reply: one of ``CALL_ERRORS``."""
    return DeviceError(code, CALL_ERRORS[code], advice)


CALL_ERRORS = {
    "obs_away": "La demande n’est pas partie\u202f: il n’y a pas de liaison avec OBS.",
    "obs_cut": "La liaison avec OBS s’est coupée pendant une demande\u202f: elle a peut-être été exécutée.",
    "obs_timeout": "OBS n’a pas répondu à temps à une demande\u202f: elle a peut-être été exécutée.",
    "obs_busy": "La demande n’est pas exécutée\u202f: OBS est encore occupé.",
    "obs_full": "La demande n’est pas partie\u202f: trop de demandes attendent déjà OBS.",
}
