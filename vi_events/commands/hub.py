"""Commands of several stations: hosting, joining, how the link stands, the server's configuration."""

import argparse
import asyncio
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from vi_events import app, paths, settings
from vi_events.clock import hlc_ms
from vi_events.commands.common import alone, folder, iso, say
from vi_events.companions import accompanied
from vi_events.edition.text import clean, counted
from vi_events.errors import DeviceError, UserError, ViError
from vi_events.journal.hub.config import parse_listen
from vi_events.journal.hub.joining import VALID_MS, valid_name
from vi_events.journal.hub.known import journal_positions, load_index
from vi_events.journal.hub.link import Membership, open_link
from vi_events.journal.hub.roles import Role
from vi_events.journal.hub.subjects import Subjects
from vi_events.journal.hub.views import HubView
from vi_events.stations import files, hosting
from vi_events.stations.joining import join_edition
from vi_events.stations.network import Network
from vi_events.stations.views import NetworkView

_ROLES = tuple(role.value for role in Role)
_HAND_OVER, _RENEW = "confier ", "certificat"


def hub(options: argparse.Namespace) -> int:
    return {"serve": _serve, "join": _join, "status": _status, "config": _config}[options.action](options)


def _serve(options: argparse.Namespace) -> int:
    """Hosts until interrupted. Lines of the standard input: a role asks for a link, ``confier POSTE`` hands over,
    ``certificat`` renews the certificate.
    """
    roles = [_role(name) for name in options.invite]
    servers = tuple(parse_listen(each) for each in options.server)
    listen = parse_listen(options.listen)
    with alone(options) as opened, _ended() as ended, accompanied(opened, _warn, listen) as companions:
        network = companions.network
        network.host(listen, _role(options.role), servers).result()
        about = network.view()
        said = {"listening": str(listen), "addresses": list(about.addresses)} | network.identity()
        ways = (
            f"un rôle ({', '.join(_ROLES)}) pour un lien, «\u202fconfier POSTE\u202f» pour confier l’hébergement, "
            "«\u202fcertificat\u202f» pour renouveler le certificat"
        )
        say(options, said, f"Hébergement en marche sur {listen}. Tapez {ways}.")
        network.listen(_teller())
        for role in roles:
            _say_link(options, network, role)
        threading.Thread(target=_on_demand, args=(options, network), daemon=True).start()
        _until_ended(network, ended)
    return 0


def _warn(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _until_ended(network: Network, ended: threading.Event) -> None:
    """The first interruption is refused while others depend on this station; a second one ends it all the same."""
    ended.wait()
    if refusal := network.quit_refusal():
        print(f"{refusal} Interrompez encore une fois pour arrêter quand même.", file=sys.stderr, flush=True)
        ended.clear()
        ended.wait()


def _say_link(options: argparse.Namespace, network: Network, role: Role) -> None:
    link = network.invite(role).result().link
    minutes = VALID_MS // 60_000
    say(
        options,
        {"link": link, "role": role.value, "valid_ms": VALID_MS},
        f"Lien pour un poste, {minutes} minutes\u202f:\n{link}",
    )


def _on_demand(options: argparse.Namespace, network: Network) -> None:
    for line in sys.stdin or ():
        asked = line.strip()
        try:
            if asked.startswith(_HAND_OVER):
                station = asked.removeprefix(_HAND_OVER)
                network.hand_over(station).result()
                say(options, {"handed_over": station}, f"«\u202f{station}\u202f» héberge maintenant l’édition.")
            elif asked == _RENEW:
                network.renew().result()
                said = {"renewed": network.identity()["fingerprint"]}
                say(options, said, "Certificat et accès renouvelés. Les postes absents demanderont un nouveau lien.")
            elif asked:
                _say_link(options, network, _role(asked))
        except ViError as problem:
            print(problem, file=sys.stderr, flush=True)


def _teller() -> Any:
    """Says on the error output how the link stands, whenever that changes."""
    told: list[str] = []

    def tell(view: NetworkView) -> None:
        notices = view.host.notices if view.host else ()
        said = [each for each in (view.hub.text, *view.hub.remarks, *notices, view.trouble) if each]
        for sentence in said:
            if sentence not in told:
                print(sentence, file=sys.stderr, flush=True)
        told[:] = said

    return tell


def _progress() -> Any:
    told: list[str] = []

    def tell(view: HubView) -> None:
        if told[-1:] != [view.text]:
            told.append(view.text)
            print(view.text, file=sys.stderr, flush=True)

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
    made = join_edition(data, options.link, station, options.address, _progress())
    with app.read_edition(made) as store:
        entries = sum(store.positions().values())
    membership = files.load_membership(made)
    assert membership is not None
    said = {"slug": made.name, "folder": str(made), "station": station, "role": membership.role, "entries": entries}
    return say(
        options, said, f"Ce poste est «\u202f{station}\u202f», avec les {entries} entrées de l’édition {made.name}."
    )


def _status(options: argparse.Namespace) -> int:
    where = folder(options)
    membership = files.load_membership(where)
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
        sentence = f"L’hôte répond\u202f; {counted(pending, 'passage')} non transmis."
    except DeviceError as problem:
        said |= {"state": problem.code, "message": problem.message}
        sentence = f"{problem} {counted(pending, 'passage')} non transmis."
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
    """The configuration of a server, or of a cluster of three, that others run: it holds the stations' passwords."""
    where = folder(options)
    prepared = hosting.prepare_existing(where, _expected(options.expect))
    wanted = hosting.configurations(where, prepared, parse_listen(options.listen), options.cluster)
    if options.out:
        hosting.write_configurations(Path(options.out), where, wanted)
        return say(
            options,
            {"written": sorted(wanted)},
            f"Écrit dans {options.out}\u202f: un dossier par serveur, à copier tel quel. Il tient des mots de passe.",
        )
    text = "\n".join(wanted.values())
    return say(options, {"configuration": text}, text)


def _expected(said: Sequence[str]) -> list[tuple[str, Role]]:
    """``ROLE:POSTE`` for each station that is to come."""
    found = []
    for each in said:
        role, _, station = each.partition(":")
        if not valid_name(station):
            raise UserError("station_name_invalid", f"«\u202f{each[:60]}\u202f» ne va pas.", "Écrivez RÔLE:POSTE.")
        found.append((station, _role(role)))
    return found


def _role(name: str) -> Role:
    with suppress(ValueError):
        return Role(name)
    raise UserError(
        "role_unknown", f"«\u202f{name[:40]}\u202f» n’est pas un rôle.", f"Rôles\u202f: {', '.join(_ROLES)}."
    )
