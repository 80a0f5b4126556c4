"""Commands of the webtv: whether OBS can be reached, what the set-up would change there, and the set-up."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from vi_events.commands.common import folder, say, secret
from vi_events.edition.text import counted
from vi_events.errors import DeviceError
from vi_events.stations.roles_here import WEBTV, require, role_in
from vi_events.webtv import station_file
from vi_events.webtv.obs_adopted import Adopted
from vi_events.webtv.obs_align import align
from vi_events.webtv.obs_link import settled_link
from vi_events.webtv.obs_password import ObsPassword
from vi_events.webtv.obs_plan import Actual, Change, Desired, difference
from vi_events.webtv.obs_sentences import sentence
from vi_events.webtv.obs_setup import carries_overlays, set_up, wanted
from vi_events.webtv.obs_state import read, read_means
from vi_events.webtv.obs_types import Link, LinkState
from vi_events.webtv.overlay_server import base_url

_VARIABLE = "VI_EVENTS_OBS_PASSWORD"


def obs(options: argparse.Namespace) -> int:
    return {"check": _check, "plan": _plan, "setup": _setup}[options.action](options)


def _check(options: argparse.Namespace) -> int:
    url = options.url or station_file.load(folder(options)).address
    with _linked(url) as (link, state):
        means = read_means(link) if state.state == "ready" else None
    said = {
        "url": url,
        "state": state.state,
        "text": state.text,
        "obs_version": state.obs_version,
        "browser_source": state.browser_source,
        "size": list(means.size) if means else None,
    }
    say(options, said, state.text)
    return 0 if state.state == "ready" else 1


def _plan(options: argparse.Namespace) -> int:
    """What differs, and what of it the set-up would undo; nothing is changed anywhere."""
    edition = _allowed(options)
    station = station_file.load(edition)
    with _ready(options.url or station.address) as link:
        desired = _desired(link, station)
        actual = read(link, desired, {})
        changes = _seen(difference(desired, actual))
    said = {"collection": actual.collection, "live": actual.live, "changes": [_told(each, actual) for each in changes]}
    return say(options, said, "\n".join(map(sentence, changes)) or "Il ne manque rien dans OBS.")


def _setup(options: argparse.Namespace) -> int:
    """Makes what is missing; what was moved in OBS stays where it is."""
    edition = _allowed(options)
    station = station_file.load(edition)
    with _ready(options.url or station.address) as link:
        # The address of the pages goes into OBS: the edition must know it before.
        station_file.save(edition, station)
        aligned = align(link, _desired(link, station), set_up, {})
    done, left = ([_told(each, aligned.actual) for each in _seen(some)] for some in (aligned.done, aligned.left))
    said = {"collection": aligned.actual.collection, "changes": done, "left": left, "refused": len(aligned.refused)}
    sentences = [f"{counted(len(done), 'changement')} dans OBS.", *(sentence(each) for each in _seen(aligned.left))]
    say(options, said, "\n".join(sentences))
    return 1 if aligned.refused else 0


def _allowed(options: argparse.Namespace) -> Path:
    """The folder of the edition; UserError ``role_not_allowed`` when OBS is another station's."""
    edition = folder(options)
    require(role_in(edition), WEBTV)
    return edition


def _desired(link: Link, station: station_file.StationSettings) -> Desired:
    means = read_means(link)
    pages = base_url(station.port, station.token)
    return Adopted.from_json(station.adopted).apply(wanted(pages, means.size, means.kinds))


def _seen(changes: Iterable[Change]) -> Sequence[Change]:
    """Without what only depends on what is on air: this command does not know it."""
    return [each for each in changes if not (each.kind == "shown" and carries_overlays(each.source))]


def _told(change: Change, actual: Actual) -> dict[str, Any]:
    names = {"scene": change.scene, "source": change.source}
    return {"key": change.key, "kind": change.kind, **names, "text": sentence(change), "setup": set_up(change, actual)}


@contextmanager
def _ready(url: str) -> Iterator[Link]:
    with _linked(url) as (link, state):
        if state.state != "ready":
            raise DeviceError(f"obs_{state.state}", state.text)
        yield link


def _linked(url: str) -> AbstractContextManager[tuple[Link, LinkState]]:
    password = _password(url)
    return settled_link(url, lambda: password)


def _password(url: str) -> str:
    """From the environment, else the keyring, else the terminal, if somebody sits there."""
    known = os.environ.get(_VARIABLE) or ObsPassword(url).kept()
    if known or sys.stdin is None or not sys.stdin.isatty():
        return known
    return secret(_VARIABLE, "Mot de passe d’OBS (vide s’il n’y en a pas)")
