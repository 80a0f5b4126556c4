"""Joining an edition that another station hosts: by a link, and then with its whole journal."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

from vi_events import app, paths, settings
from vi_events.clock import wall_ms
from vi_events.edition import vault
from vi_events.edition.vault import Vault
from vi_events.errors import StorageError, UserError
from vi_events.journal.core import Core
from vi_events.journal.founding import edition_id
from vi_events.journal.hub import discovery
from vi_events.journal.hub.client import Here, HubClient
from vi_events.journal.hub.joining import Joined, Request, join, parse_link
from vi_events.journal.hub.positions import Positions
from vi_events.journal.hub.views import CONNECTED, REFUSED, HubView
from vi_events.journal.store import Store
from vi_events.sentences import say
from vi_events.stations.files import load_membership, machine_id, save_membership

_FILL_WAIT_S = 60.0
"""Without anything new."""
_LOOK_S = 0.5

Progress = Callable[[HubView], None]


def join_edition(data: Path, link: str, station: str, address: str = "", progress: Progress | None = None) -> Path:
    """Joins by a link and brings the whole journal here; returns the edition's folder. ``address`` (``host:port``) is
    tried before those of the link. Raises UserError; nothing is left behind when the host refuses.
    """
    invitation = parse_link(link)
    if address:
        invitation = replace(invitation, addresses=(address, *invitation.addresses))
    request = Request(station, machine_id(data))
    joined = join(invitation, request, lambda: discovery.discover(invitation.edition_id))
    folder = _copy_here(data, joined) or _free_folder(data, joined.slug)
    folder.mkdir(parents=True, exist_ok=True)
    if joined.ticket_key:
        vault.save(folder, Vault(joined.ticket_key, joined.pin))
    if not _may_number(folder, joined):
        (folder / paths.JOINING).touch()
    save_membership(folder, joined.membership)
    _fill(folder, joined, Here(folder, request.machine), progress)
    (folder / paths.JOINING).unlink(missing_ok=True)
    settings.save(data, replace(settings.load(data), station=station))
    paths.remember_edition(folder)
    return folder


def _may_number(folder: Path, joined: Joined) -> bool:
    """Whether this station can go on by itself before the journal has come: it knows the edition, and all that it ever
    recorded under its name.
    """
    if not app.is_made(folder) or (folder / paths.JOINING).exists():
        return False
    own = joined.membership.station
    with app.read_edition(folder) as store:
        return store.positions().get(own, 0) >= joined.journal.get(own, 0)


def _fill(folder: Path, joined: Joined, here: Here, progress: Progress | None) -> None:
    """Waits until all that the host had is here: only then may this station number entries of its own. The host may
    still be sending them to the hub itself.
    """
    core = Core(lambda: Store(folder / paths.DATABASE, app.TYPES))
    try:
        core.opened.result()
        client = HubClient(core, joined.membership, here, wall_ms)
        client.start()
        try:
            _wait_until_whole(core, client, Positions(dict(joined.journal)), progress)
        finally:
            client.close()
    finally:
        core.close()


def _wait_until_whole(core: Core, client: HubClient, wanted: Positions, progress: Progress | None) -> None:
    number, until_s, news = -1, 0.0, Event()
    client.listen(lambda _: news.set())
    while True:
        here = core.call(lambda store: Positions(store.positions()))
        whole = not any(here.lacking(station, wanted, 1) for station in wanted)
        # What this computer recorded while it was alone goes out first, when it was here before.
        if whole and client.view.state == CONNECTED and not client.view.pending:
            return
        if progress is not None:
            progress(client.view)
        if sum(map(here.count, here)) > number:
            number, until_s = sum(map(here.count, here)), time.monotonic() + _FILL_WAIT_S
        if client.view.state == REFUSED or time.monotonic() > until_s:
            said = " ".join((client.view.text, *client.view.remarks))
            raise UserError(
                "journal_incomplete",
                say("Ce poste a rejoint l’hôte, mais n’a pas reçu tout le journal. {0}", said),
                "Gardez-le sur le réseau de l’hôte, puis rejoignez-le par un nouveau lien.",
            )
        news.wait(_LOOK_S)
        news.clear()


def _copy_here(data: Path, joined: Joined) -> Path | None:
    """The folder of this very edition, when it is here already, joined before or not; its journal is kept."""
    for slug in paths.editions(data):
        folder = data / slug
        with suppress(StorageError, UserError):
            membership = load_membership(folder)
            if membership and membership.edition_id == joined.membership.edition_id:
                return folder
            with app.read_edition(folder) as store:
                if joined.founding and edition_id(store) == joined.founding:
                    return folder
    return None


def _free_folder(data: Path, slug: str) -> Path:
    folder = paths.edition_folder(data, slug)
    if app.is_made(folder):
        raise UserError(
            "edition_exists",
            say("Ce poste a déjà une autre édition «\u202f{0}\u202f».", slug),
            "Renommez son dossier, ou rejoignez l’hôte avec un autre dossier de données (--data).",
        )
    return folder
