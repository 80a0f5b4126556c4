"""The command of tickets: writing them, and saying who has one."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from vi_events import app
from vi_events.checkin.invitations import FORMS, TO_WRITE, Invitations, TicketRow, all_invitations, note_issued
from vi_events.checkin.tickets import ticket_edition, write_tickets
from vi_events.commands.common import alone, folder, say, text
from vi_events.edition import erasure, programme
from vi_events.edition.text import counted
from vi_events.errors import UserError

_KINDS = {".csv": "csv", ".pdf": "pdf", "": "png"}
"""What is written by default, by the end of the destination's name."""
_NOT_NOTED = "La fenêtre tient l’édition\u202f: qui a reçu une invitation n’y est pas noté. Écrivez-les depuis elle."


def tickets(options: argparse.Namespace) -> int:
    """Without a destination: only how many people have an invitation. ``noted``: whether these now count as written,
    which a program that holds the edition prevents.
    """
    where = folder(options)
    with app.read_edition(where) as store:
        known, about = all_invitations(store), ticket_edition(programme.read_programme(store))
    if options.out is None:
        return say(options, _said(known), _sentence(known))
    out, kind = _destination(options)
    rows = known.rows(TO_WRITE) if options.new else known.rows()
    write_tickets(kind, out, rows, about)
    erasure.note_export(where, "tickets", FORMS[kind])
    noted = _note(options, rows, kind)
    with app.read_edition(where) as store:
        known = all_invitations(store)
    said = {"tickets": len(rows), "out": options.out, "kind": kind, "noted": noted, **_said(known)}
    if not noted and sys.stderr is not None:
        print(_NOT_NOTED, file=sys.stderr)
    return say(options, said, f"{counted(len(rows), 'billet')} dans {options.out}. {_sentence(known)}")


def _destination(options: argparse.Namespace) -> tuple[Path, str]:
    out = Path(text(options.out, "La destination"))
    suffix = "" if options.out.endswith(("/", os.sep)) else out.suffix.lower()
    if options.kind is not None:
        return out, options.kind
    if suffix not in _KINDS:
        raise UserError(
            "format_unknown",
            f"« {out.name} » n’est ni .csv, ni .pdf, ni un dossier.",
            "Terminez le nom d’un dossier par une barre oblique.",
        )
    return out, _KINDS[suffix]


def _note(options: argparse.Namespace, rows: list[TicketRow], kind: str) -> bool:
    try:
        with alone(options) as opened:
            author = opened.reception.settings.author
            opened.core.submit_slices(note_issued(rows, kind, author, opened.core.publish)).result()
    except UserError as problem:
        if problem.code != "edition_held":
            raise
        return False
    return True


def _said(known: Invitations) -> dict[str, Any]:
    return {"invitations": {**known.counts(), "without_code": known.without_code}}


def _sentence(known: Invitations) -> str:
    number = known.counts()
    sentence = (
        f"{counted(number['current'], 'invitation')} à jour, {number['changed']} dont le code a changé depuis, "
        f"{counted(number['missing'], 'personne')} sans invitation"
    )
    return sentence + (f", {known.without_code} sans code." if known.without_code else ".")
