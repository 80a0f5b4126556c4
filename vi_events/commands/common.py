"""What the commands have in common: the edition they work on, what they read, how they answer."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from getpass import getpass
from pathlib import Path
from typing import Any

from vi_events import app, files, paths, settings
from vi_events.edition.text import clean
from vi_events.errors import StorageError, UserError
from vi_events.journal.entry import Author
from vi_events.journal.store import Store

_LONGEST_LINE = 65_536


def folder(options: argparse.Namespace) -> Path:
    return paths.chosen_edition(paths.data_folder(options.data), options.edition)


@contextmanager
def writing(options: argparse.Namespace, station: str | None = None, zone: str = "") -> Iterator[app.OpenEdition]:
    """The edition, held for writing, and linked with the other stations when it joined them."""
    with alone(options, station, zone) as opened, _linked(opened):
        yield opened


def alone(
    options: argparse.Namespace, station: str | None = None, zone: str = ""
) -> AbstractContextManager[app.OpenEdition]:
    """The edition, held for writing, with no link to the others."""
    return app.open_edition(folder(options), author(options, station), zone)


def author(options: argparse.Namespace, station: str | None = None) -> Author:
    """Who records: this computer's station, or another one that was asked for, and its operator."""
    known = settings.load(paths.data_folder(options.data))
    return Author(clean(station or known.station, 40) or "poste-1", known.operator)


@contextmanager
def _linked(opened: app.OpenEdition) -> Iterator[None]:
    if not (opened.folder / paths.MEMBERSHIP).exists():
        yield
        return
    from vi_events.stations.network import linked  # read late: most commands are for a station alone

    with linked(opened):
        yield


def record(store: Store, author: Author, fact: Any) -> None:
    with store.transaction(author) as tx:
        tx.record(fact)


def say(options: argparse.Namespace, said: Any, sentence: str) -> int:
    try:
        print(json.dumps(said) if options.json else sentence, flush=True)
    except BrokenPipeError:
        raise
    except OSError as problem:
        why = files.why(problem)
        raise StorageError(
            "output_failed", f"Le résultat n’a pas pu s’écrire ({why}).", "L’action est faite."
        ) from problem
    return 0


def stdin() -> Any:
    if sys.stdin is None:
        raise UserError("no_input", "L’entrée standard est fermée.", "Envoyez-y un code par ligne.")
    return sys.stdin.buffer


def secret(variable: str, asked: str) -> str:
    """A PIN or a passphrase: from the environment, the terminal (not shown) or the standard input."""
    if given := os.environ.get(variable):
        return given
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass(f"{asked}\u202f: ")
    return str(stdin().readline(_LONGEST_LINE), "utf-8", "replace").strip()


def lines(stream: Any) -> Iterator[str]:
    """Non-empty lines; what goes beyond the longest line is passed over, so that no line can fill the memory."""
    told = False
    while chunk := stream.readline(_LONGEST_LINE):
        text = chunk.decode("utf-8", "replace").replace("\ufeff", "").strip()
        if text and not told:
            yield text
            told = True
        if chunk.endswith(b"\n"):
            told = False


def text(value: str, option: str) -> str:
    if not (text := clean(value)):
        raise UserError("value_missing", f"{option} est vide.", "Donnez un texte.")
    return text


def pairs(given: list[str], option: str) -> dict[str, str]:
    pairs = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise UserError(
                "pair_invalid", f"«\u202f{pair[:60]}\u202f» ne va pas avec {option}.", "Écrivez nom=valeur."
            )
        pairs[name.strip()] = value.strip()
    return pairs


def iso_date(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise _date_invalid(value, "Écrivez AAAA-MM-JJ.") from None


def moment_ms(value: str) -> int:
    try:
        return int(datetime.fromisoformat(value).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise _date_invalid(value, "Écrivez AAAA-MM-JJTHH:MM.") from None


def _date_invalid(value: str, advice: str) -> UserError:
    return UserError("date_invalid", f"«\u202f{value[:40]}\u202f» n’est pas une date.", advice)


def iso(at_ms: int | None) -> str | None:
    return (
        None if at_ms is None else datetime.fromtimestamp(at_ms / 1000).astimezone().isoformat(timespec="milliseconds")
    )
