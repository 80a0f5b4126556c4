"""Commands of backups: making one, saying what it holds, taking an edition up from it."""

import argparse
import os
import sys
from typing import Any

from vi_events import backup, paths
from vi_events.backup import Held
from vi_events.backup.held import DRAFT, NO_PALMARES, SEALED
from vi_events.commands.common import folder, iso, say, secret
from vi_events.edition import dates, erasure
from vi_events.edition.text import clean, counted
from vi_events.errors import UserError

_VARIABLE, _ASKED = "VI_EVENTS_PASSPHRASE", "Phrase de passe de la sauvegarde"
_PALMARES = {NO_PALMARES: "sans palmarès", DRAFT: "palmarès en clair", SEALED: "palmarès scellé"}


def write(options: argparse.Namespace) -> int:
    where = folder(options)
    palmares = backup.palmares_state(where)
    held = backup.write_backup(where, options.out, _new_passphrase(palmares))
    erasure.note_export(where, *backup.EXPORT)
    warnings = _warnings(held)
    said = {"out": str(options.out), **_said(held), "warnings": warnings}
    return say(options, said, "\n".join([f"Sauvegarde dans {options.out}\u202f: {_sentence(held)}", *warnings]))


def restore(options: argparse.Namespace) -> int:
    given = os.environ.get(_VARIABLE, "")
    try:
        held = backup.preview(options.file, given)
    except UserError as problem:
        if problem.code != "passphrase_missing":
            raise
        given = secret(_VARIABLE, _ASKED)
        held = backup.preview(options.file, given)
    slug = options.slug or held.contents.slug
    warnings = [f"Fichier laissé de côté\u202f: {name}." for name in held.left_out]
    said = {**_said(held), "slug": slug, "folder": None, "replaces": options.replace, "warnings": warnings}
    if options.dry_run:
        return say(options, said, "\n".join([_sentence(held), *warnings]))
    data = paths.data_folder(options.data)
    made = backup.restore(options.file, data, given, slug, options.replace)
    sentence = f"Édition «\u202f{held.contents.title}\u202f» reprise dans {made}\u202f: {_sentence(held)}"
    if not options.replace:
        sentence += "\nLes postes y prennent un nom à eux\u202f: l’ordinateur d’origine peut continuer."
    return say(options, {**said, "folder": str(made)}, "\n".join([sentence, *warnings]))


def _new_passphrase(palmares: str) -> str:
    """Asked for when there is a palmarès to keep secret; of a draft, in clear anyway, only where somebody answers."""
    asks = sys.stdin is not None and sys.stdin.isatty()
    if given := os.environ.get(_VARIABLE):
        return given
    if palmares == NO_PALMARES or (palmares == DRAFT and not asks):
        return ""
    if palmares == DRAFT and sys.stderr is not None:
        said = "Le palmarès est en clair\u202f: une phrase de passe chiffre toute la sauvegarde (vide\u202f: aucune)."
        print(said, file=sys.stderr, flush=True)
    typed = secret(_VARIABLE, _ASKED)
    # The terminal shows nothing of what is typed, and a mistake would lose the backup.
    if typed and asks and secret(_VARIABLE, "La même, encore une fois") != typed:
        raise UserError("passphrase_differs", "Les deux phrases de passe ne sont pas les mêmes.", "Recommencez.")
    return typed


def _warnings(held: Held) -> list[str]:
    warnings = [f"Fichier laissé de côté, son nom ne va pas partout\u202f: {name}." for name in held.left_out]
    if not held.encrypted:
        what = "le palmarès, " if held.palmares == DRAFT else ""
        warnings.append(
            f"Cette sauvegarde se lit sans phrase de passe\u202f: {what}les noms et la clé des billets y sont en clair."
        )
    return warnings


def _sentence(held: Held) -> str:
    """« Label 2027, Paris : 612 personnes, 1 248 entrées, la dernière le 5 février à 14 h 05, palmarès scellé. »"""
    inside = held.contents
    which = f"{clean(inside.title)}, {clean(inside.place)}, {dates.long_date(inside.date)}"
    last = dates.moment(inside.last_entry_ms)
    return (
        f"{which}\u202f: {counted(inside.people, 'personne')}, {counted(inside.entries, 'entrée')}, "
        f"la dernière {last}, {_PALMARES[held.palmares]}."
    )


def _said(held: Held) -> dict[str, Any]:
    inside = held.contents
    return {
        "slug": inside.slug,
        "title": inside.title,
        "date": inside.date,
        "place": inside.place,
        "people": inside.people,
        "entries": inside.entries,
        "stations": dict(inside.stations),
        "kinds": dict(inside.kinds),
        "last_entry_at": iso(inside.last_entry_ms),
        "palmares": held.palmares,
        "encrypted": held.encrypted,
        "made_at": iso(held.made_ms),
        "program": held.program,
        "bytes": held.size,
    }
