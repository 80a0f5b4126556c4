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
    from vi_events.closing.erasure_sheet import require_room, summary, to_json, write_proof

    where = folder(options)
    if options.confirm != where.name:
        raise UserError(
            "confirmation_wrong",
            f"«\u202f{options.confirm[:60]}\u202f» n’est pas le nom de l’édition «\u202f{where.name}\u202f».",
            f"Pour effacer, écrivez exactement --confirm {where.name}. Rien n’a été effacé.",
        )
    require_room(options.proof or where)
    with writing(options) as opened:
        if options.person is None:
            _require_names(opened)
            proof = erase_edition(opened)
        else:
            proof = erase_person(opened, options.person)
    written = write_proof(options.proof or where, proof)
    said = to_json(proof) | {"proof": [str(path) for path in written]}
    say(options, said, f"{summary(proof)}\nPreuve\u202f: {written[0]}")
    return 0 if proof.is_clean else 1


def _require_names(opened: app.OpenEdition) -> None:
    if opened.core.call(lambda store: store.erasures.edition):
        unheard = ", ".join(opened.core.call(erasure.unheard))
        raise UserError(
            "already_erased",
            "Les données personnelles de cette édition sont déjà effacées.",
            f"Pas encore confirmé par\u202f: {unheard}." if unheard else "Tous les postes connus l’ont confirmé.",
        )


def register(options: argparse.Namespace) -> int:
    from vi_events.closing.register import write_register

    with app.read_edition(folder(options)) as store:
        edition = programme.read_edition(store)
        write_register(options.out, edition)
        told = erasure.notice(store, date.today())
    said = {"out": str(options.out), "erase_from": edition.erase_from, "notice": told}
    return say(options, said, f"Fiche du registre écrite dans {options.out}. {told}".rstrip())
