"""Commands on personal data: erasing it, and saying what is processed and why."""

import argparse
from datetime import date

from vi_events import app
from vi_events.commands.common import folder, say, writing
from vi_events.edition import erasure, programme
from vi_events.errors import UserError


def erase(options: argparse.Namespace) -> int:
    """Without --person: the whole edition. The proof says what is left, and the exit is 1 when a name is."""
    from vi_events.closing.erasure import erase_edition, erase_person
    from vi_events.closing.erasure_sheet import copies_said, require_room, summary, to_json

    where = folder(options)
    if options.confirm != where.name:
        raise UserError(
            "confirmation_wrong",
            f"«\u202f{options.confirm[:60]}\u202f» n’est pas le nom de l’édition «\u202f{where.name}\u202f».",
            f"Pour effacer, écrivez exactement --confirm {where.name}. Rien n’a été effacé.",
        )
    out = options.proof or where
    require_room(out)
    with writing(options) as opened:
        asked = options.person
        *earlier, last = erase_edition(opened, out) if asked is None else erase_person(opened, asked, out)
    said = to_json(last.proof) | {
        "proof": [str(path) for path in last.files],
        "earlier": [str(path) for each in earlier for path in each.files],
    }
    told = [
        f"Effacement coupé auparavant\u202f: {summary(each.proof)} Preuve\u202f: {each.files[0]}" for each in earlier
    ]
    told += [summary(last.proof), copies_said(last.proof.copies), f"Preuve\u202f: {last.files[0]}"]
    say(options, said, "\n".join(filter(None, told)))
    return 0 if all(each.proof.is_clean for each in (*earlier, last)) else 1


def register(options: argparse.Namespace) -> int:
    from vi_events.closing.register import write_register

    with app.read_edition(folder(options)) as store:
        edition = programme.read_edition(store)
        write_register(options.out, edition)
        told = erasure.notice(store, date.today())
    said = {"out": str(options.out), "erase_from": edition.erase_from, "notice": told}
    return say(options, said, f"Fiche du registre écrite dans {options.out}. {told}".rstrip())
