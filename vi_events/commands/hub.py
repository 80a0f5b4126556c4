"""Commands of several stations: hosting, joining, how the link stands, the server's configuration."""

import argparse
import asyncio
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from vi_events import app, paths, settings, stations
from vi_events.clock import hlc_ms
from vi_events.commands.common import folder, iso, say, writing
from vi_events.edition.text import clean
from vi_events.errors import DeviceError, UserError
from vi_events.journal.hub.config import HubConfig, Logins, Places, configuration, parse_listen
from vi_events.journal.hub.joining import VALID_MS
from vi_events.journal.hub.known import journal_positions, load_index
from vi_events.journal.hub.link import Membership, open_link
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.server import FOLDER
from vi_events.journal.hub.subjects import Subjects
from vi_events.journal.hub.views import HubView

_ROLES = tuple(role.value for role in Role)


def hub(options: argparse.Namespace) -> int:
    return {"serve": _serve, "join": _join, "status": _status, "config": _config}[options.action](options)


def _serve(options: argparse.Namespace) -> int:
    """Hosts until interrupted. Each line of the standard input asks for a link: the role of the station to come."""
    roles = [_role(name) for name in options.invite]
    with writing(options) as opened, _ended() as ended:
        listen = parse_listen(options.listen)
        hosting = stations.Hosting(opened, listen, stations.machine_id(opened.folder.parent))
        with hosting.running() as client:
            about = {
                "listening": str(listen),
                "edition_id": hosting.edition_id,
                "fingerprint": hosting.server.fingerprint,
            }
            say(
                options, about, f"Hébergement en marche sur {listen}. Tapez un rôle ({', '.join(_ROLES)}) pour un lien."
            )
            client.listen(_teller())
            for role in roles:
                _say_link(options, hosting, role)
            threading.Thread(target=_links_on_demand, args=(options, hosting), daemon=True).start()
            ended.wait()
    return 0


def _say_link(options: argparse.Namespace, hosting: stations.Hosting, role: Role) -> None:
    link = hosting.invite(role).link
    minutes = VALID_MS // 60_000
    say(
        options,
        {"link": link, "role": role.value, "valid_ms": VALID_MS},
        f"Lien pour un poste, {minutes} minutes\u202f:\n{link}",
    )


def _links_on_demand(options: argparse.Namespace, hosting: stations.Hosting) -> None:
    for line in sys.stdin or ():
        if asked := line.strip():
            try:
                _say_link(options, hosting, _role(asked))
            except UserError as problem:
                print(problem, file=sys.stderr, flush=True)


def _teller() -> Any:
    """Says on the error output how the link stands, whenever that changes."""
    told: list[str] = []

    def tell(view: HubView) -> None:
        for sentence in (view.text, *view.remarks):
            if sentence not in told:
                told.append(sentence)
                print(sentence, file=sys.stderr, flush=True)
        told[:] = [view.text, *view.remarks]

    return tell


@contextmanager
def _ended() -> Iterator[threading.Event]:
    """Set once somebody ends the program; it then ends in good order."""
    ended = threading.Event()
    before = {number: signal.signal(number, lambda *_: ended.set()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield ended
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _join(options: argparse.Namespace) -> int:
    data = paths.data_folder(options.data)
    if not options.link:
        raise UserError("link_missing", "Le lien manque.", "Copiez celui que donne le poste qui héberge.")
    station = clean(options.station or settings.load(data).station, 40)
    made = stations.join_edition(data, options.link, station, options.address, _teller())
    with app.read_edition(made) as store:
        entries = sum(store.positions().values())
    membership = stations.load_membership(made)
    assert membership is not None
    said = {"slug": made.name, "folder": str(made), "station": station, "role": membership.role, "entries": entries}
    return say(
        options, said, f"Ce poste est «\u202f{station}\u202f», avec les {entries} entrées de l’édition {made.name}."
    )


def _status(options: argparse.Namespace) -> int:
    where = folder(options)
    membership = stations.load_membership(where)
    if membership is None:
        return say(options, {"state": "off"}, HubView().text)
    pending, since = _pending(where, membership.station)
    said: dict[str, Any] = {
        "station": membership.station,
        "role": membership.role,
        "servers": list(membership.servers),
        "pending": pending,
        "since": since,
    }
    try:
        said |= {"state": "reachable", "stream_entries": asyncio.run(_look(membership))}
        sentence = f"L’hôte répond\u202f; {pending} passage(s) non transmis."
    except DeviceError as problem:
        said |= {"state": problem.code, "message": problem.message}
        sentence = f"{problem} {pending} passage(s) non transmis."
    return say(options, said, sentence)


def _pending(where: Path, station: str) -> tuple[int, str | None]:
    """How many entries of this station the hub was not seen to have, and since when: from the disk, for another
    process may hold the edition.
    """
    with app.read_edition(where) as store:
        journal = journal_positions(store)
        index = load_index(where, journal)
        lacking = index.entries.lacking(station, journal, 1)
        oldest = store.entries_after(station, lacking[0] - 1, 1) if lacking else []
    number = journal.count(station) - index.entries.count(station)
    return max(number, 0), iso(hlc_ms(oldest[0].hlc)) if oldest else None


async def _look(membership: Membership) -> int:
    """How many entries the hub's stream ever took."""
    link = await open_link(membership)
    try:
        return (await link.state(Subjects(membership.edition_id).entries_stream)).last
    finally:
        await link.close()


def _config(options: argparse.Namespace) -> int:
    """The configuration of an existing server, with the stations known so far: it holds their passwords."""
    where = folder(options)
    membership = stations.load_membership(where)
    if membership is None:
        raise UserError("not_hosted", "Ce poste n’a pas encore hébergé cette édition.", "Lancez d’abord « hub serve ».")
    files = where / FOLDER
    users = tuple(member.user for member in stations.known_members(where))
    places = Places(files / "store", files / "certificate.pem", files / "key.pem")
    wanted = HubConfig(Subjects(membership.edition_id), parse_listen(options.listen), users, Logins(), places)
    text = configuration(wanted)
    return say(options, {"configuration": text}, text)


def _role(name: str) -> Role:
    with suppress(ValueError):
        return Role(name)
    raise UserError(
        "role_unknown", f"«\u202f{name[:40]}\u202f» n’est pas un rôle.", f"Rôles\u202f: {', '.join(_ROLES)}."
    )
