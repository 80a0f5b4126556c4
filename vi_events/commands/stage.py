"""Commands of the stage: the palmarès, its seal, its running order, and a show driven by a script."""

import argparse
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from vi_events import app, files
from vi_events.commands.common import folder, lines, pairs, say, secret, stdin, writing
from vi_events.edition import erasure, exporting
from vi_events.edition.import_report import noted, noted_line
from vi_events.edition.palmares import check_announced
from vi_events.edition.palmares_import import read_palmares
from vi_events.edition.reference import load_reference
from vi_events.edition.rundown_file import read_rundown, rundown_csv
from vi_events.edition.rundown_making import Plan, generate
from vi_events.edition.show_document import ShowDocument, invented
from vi_events.edition.text import counted
from vi_events.errors import UserError
from vi_events.stage import announced, engine
from vi_events.stage.documents import DRAFT, NONE, SEALED, EditionDocuments
from vi_events.stage.frames import DONE, frame, next_frame
from vi_events.stage.preflight import Finding, Surfaces, blocks, preflight, refuses
from vi_events.stage.screen_text import screen_text
from vi_events.stage.service import Stage
from vi_events.stage.show import ShowView
from vi_events.stations.roles_here import PALMARES, STAGE, require, role_in

_SECRET = ("VI_EVENTS_PASSPHRASE", "Phrase de passe du palmarès")
_PRESSES = ("go", "back", "standby", "hold", "resume", "black", "clear", "disarm", "reset", "take_over")


def import_palmares(options: argparse.Namespace) -> int:
    """Awards from a file, into the document of the stage."""
    with _allowed(options, PALMARES) as opened:
        stage: Stage = opened.stage
        known = _document(stage)
        announced = check_announced(
            {name: _number(value) for name, value in pairs(options.announced, "--announced").items()}
        )
        palmares = replace(known.palmares, announced={**known.palmares.announced, **announced})
        found = read_palmares(
            options.file, stage.reference, pairs(options.map, "--map"), pairs(options.answer, "--answer"), palmares
        )
        fits = found.complete or options.partial
        if fits and not options.dry_run:
            fresh = replace(known, palmares=found.accepted(partial=options.partial))
            if not known.rundown.stops:
                fresh = replace(fresh, rundown=generate(fresh.palmares, stage.reference, Plan()))
            _on_disk(stage).save(fresh, options.file)
    said: dict[str, Any] = {
        "file": found.file,
        "read": found.read,
        "added": found.added,
        "updated": found.updated,
        "unchanged": found.unchanged,
        "refused": noted(found.refused),
        "questions": [asdict(question) for question in found.questions],
        "corrected": [asdict(correction) for correction in found.corrections],
        "warnings": [asdict(notice) for notice in found.notices],
        "counts": found.readable.counts(),
        "gaps": {name: {"announced": said, "counted": held} for name, (said, held) in found.readable.gaps().items()},
        "imported": fits and not options.dry_run,
    }
    sentence = (
        f"{found.file}\u202f: {counted(found.read, 'ligne')}, "
        f"{counted(found.added, 'label ajouté', 'labels ajoutés')}, {found.updated} mis à jour, "
        f"{counted(len(found.refused), 'refusé')}, {len(found.questions)} à préciser."
    )
    return _told(
        options, said, [sentence, *map(noted_line, said["refused"]), *(notice.reason for notice in found.notices)]
    )


def import_rundown(options: argparse.Namespace) -> int:
    """The running order from a file, in place of the one there is."""
    with _allowed(options, PALMARES) as opened:
        stage: Stage = opened.stage
        known = _document(stage)
        found = read_rundown(options.file, known.palmares, stage.reference, pairs(options.map, "--map"), known.rundown)
        fits = not found.refused or options.partial
        if fits and not options.dry_run:
            _on_disk(stage).save(replace(known, rundown=found.accepted(partial=options.partial)), options.file)
    said: dict[str, Any] = {
        "file": found.file,
        "read": found.read,
        "added": found.added,
        "updated": found.updated,
        "unchanged": found.unchanged,
        "removed": found.removed,
        "refused": noted(found.refused),
        "warnings": [asdict(notice) for notice in found.notices],
        "lacks": [asdict(lack) for lack in found.lacks],
        "imported": fits and not options.dry_run,
    }
    sentence = (
        f"{found.file}\u202f: {counted(found.read, 'ligne')}, "
        f"{counted(found.added, 'étape ajoutée', 'étapes ajoutées')}, {counted(found.removed, 'retirée')}."
    )
    return _told(options, said, [sentence, *map(noted_line, said["refused"]), *(lack.text for lack in found.lacks)])


def _told(options: argparse.Namespace, said: dict[str, Any], sentences: Iterable[str]) -> int:
    say(options, said, "\n".join(sentences))
    return 0 if said["imported"] or (options.dry_run and not said["refused"] and not said.get("questions")) else 1


def export_palmares(options: argparse.Namespace) -> int:
    """Revealed awards only: they are in the journal, so no passphrase is asked."""
    with app.read_edition(folder(options)) as store:
        rows = announced.rows(store)
    exporting.write_rows(options.out, rows)
    return say(
        options, {"rows": len(rows), "out": str(options.out)}, f"{counted(len(rows), 'label')} dans {options.out}."
    )


def export_rundown(options: argparse.Namespace) -> int:
    """The running order as a table. It is under embargo: the file is in clear, and says so."""
    documents = _unlocked(EditionDocuments(folder(options)))
    document, _ = documents.load()
    files.write_whole(options.out, rundown_csv(document.rundown, document.palmares, load_reference()))
    erasure.note_export(folder(options), "rundown", "csv")
    stops = counted(len(document.rundown.stops), "étape")
    told = f"{stops} dans {options.out}\u202f: ce fichier est en clair, gardez-le sous clé."
    return say(options, {"rows": len(document.rundown.stops), "out": str(options.out)}, told)


def palmares(options: argparse.Namespace) -> int:
    """Seals, unseals, orders or checks the palmarès of the edition. ``ui.press`` draws its pictures."""
    return {"seal": _seal, "unseal": _unseal, "check": _check, "order": _order}[options.action](options)


def _seal(options: argparse.Namespace) -> int:
    with _allowed(options, PALMARES) as opened:
        documents = _on_disk(opened.stage)
        recovery_key = documents.seal(secret(*_SECRET))
        copies = [str(path) for path in documents.clear_copies()]
    told = [
        "Palmarès scellé. Clé de secours, à imprimer et à ranger ailleurs que ce poste\u202f:",
        f"  {recovery_key}",
        *(f"Reste en clair\u202f: {path}" for path in copies),
    ]
    return say(options, {"sealed": True, "recovery_key": recovery_key, "clear_copies": copies}, "\n".join(told))


def _unseal(options: argparse.Namespace) -> int:
    with _allowed(options, PALMARES) as opened:
        draft = _on_disk(opened.stage).unseal(secret(*_SECRET))
    told = f"Le palmarès est de nouveau en clair dans {draft}. Scellez-le avant le jour."
    return say(options, {"sealed": False, "draft": str(draft)}, told)


def _order(options: argparse.Namespace) -> int:
    """A new running order from the palmarès; stops that were there keep their notes."""
    plan = Plan(
        orders=tuple(part.strip() for part in options.by.split(",") if part.strip()),
        group_up_to=options.group_up_to,
        starts=options.starts,
        ends=options.ends,
    )
    with _allowed(options, PALMARES) as opened:
        stage: Stage = opened.stage
        known = _document(stage)
        made = generate(known.palmares, stage.reference, plan, known.rundown)
        _on_disk(stage).save(replace(known, rundown=made))
    said = {"stops": len(made.stops), "sections": len(made.sections)}
    return say(options, said, f"Conducteur\u202f: {len(made.stops)} étapes en {len(made.sections)} parties.")


def _check(options: argparse.Namespace) -> int:
    with _allowed(options, PALMARES) as opened:
        view = _opened(opened.stage)
        found = _findings(opened.stage, view)
        if options.sign and (keys := [each.key for each in found if each.level == "sign"]):
            view = opened.stage.edit(lambda known: replace(known, signed=(*known.signed, *keys))).result()
            found = _findings(opened.stage, view)
    said: dict[str, Any] = {
        "ok": not refuses(found),
        "revision": view.revision.number,
        "stops": len(view.revision.stops),
        "findings": [
            {"level": each.level, "code": each.code, "text": each.text, "stop": each.stop_id} for each in found
        ],
    }
    say(options, said, "\n".join(f"[{each.level:4}] {each.text}" for each in found))
    return 0 if said["ok"] else 1


def _finding_said(finding: Finding) -> dict[str, str]:
    return {"level": finding.level, "code": finding.code, "text": finding.text, "stop": finding.stop_id}


def _findings(stage: Stage, view: ShowView) -> tuple[Finding, ...]:
    sealed = None if stage.rehearsal else _on_disk(stage).state != DRAFT
    return preflight(view.revision, view.document, Surfaces(sealed=sealed), stage.look[0].fonts)


def show(options: argparse.Namespace) -> int:
    """Drives the stage by a script, one action per line; says the state after each."""
    failed = False
    with ExitStack() as stack:
        opened = stack.enter_context(_allowed(options, STAGE))
        stage: Stage = opened.stage
        if options.rehearsal:
            document = invented(_opened(stage).document, options.seed)
            stage = stack.enter_context(app.open_rehearsal(opened, document))
        _opened(stage)
        for action in _script(options.script):
            view = _act(stage, action)
            failed = failed or bool(view.refusal)
            said = _state(view, action)
            say(options, said, _state_line(said))
    return 1 if failed else 0


def _script(path: str) -> Iterator[str]:
    if path == "-":
        yield from lines(stdin())
        return
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise UserError("script_unreadable", f"Le script « {path} » ne se lit pas.", "Vérifiez son nom.") from problem
    yield from (line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _act(stage: Stage, line: str) -> ShowView:
    name, _, rest = line.partition(" ")
    rest = rest.strip()
    if name == "wait":
        time.sleep(_seconds(rest))
        return stage.view().result()
    if name == "arm":
        # A script approves long names as they come: whoever wrote it was told by « palmares check ».
        view = stage.view().result()
        return replace(view, refusal="preflight") if blocks(_findings(stage, view)) else stage.arm().result()
    if name == "finish":
        return stage.finish().result()
    if name == "jump":
        return stage.jump(rest).result()
    if name == "withdraw":
        authority_id, _, reason = rest.partition(" ")
        return stage.withdraw(authority_id, reason.strip()).result()
    if name in _PRESSES:
        return stage.press(getattr(engine, name)).result()
    known = ", ".join(("arm", *_PRESSES, "jump ID", "withdraw CODE MOTIF", "wait S", "finish"))
    raise UserError("action_unknown", f"« {name[:40]} » n’est pas une action.", f"Actions\u202f: {known}.")


def _seconds(text: str) -> float:
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= 3600:
        raise UserError("wait_invalid", f"« wait {text[:20]} » n’attend pas.", "Donnez des secondes, de 0 à 3600.")
    return seconds


def _state(view: ShowView, action: str) -> dict[str, Any]:
    state, revision = view.state, view.revision
    stop = revision.stops[state.stop] if state.stop >= 0 else None
    following = next_frame(revision, state)
    return {
        "action": action,
        "stop": stop.id if stop else None,
        "number": stop.number if stop else None,
        "step": state.step,
        "state": state.mode,
        "black": state.black,
        "screen": screen_text(frame(revision, state, DONE)),
        "next": screen_text(following) if following else None,
        "revision": revision.number,
        "epoch": state.epoch,
        "refused": view.refusal or None,
        "message": view.sentence or None,
    }


def _state_line(said: dict[str, Any]) -> str:
    told = (
        f"refusé\u202f: {said['message'] or said['refused']}"
        if said["refused"]
        else said["screen"].replace("\n", " / ")
    )
    return f"{said['action']:10} {said['state']:6} {told}"


# The document


@contextmanager
def _allowed(options: argparse.Namespace, activity: str) -> Iterator[app.OpenEdition]:
    """The edition, held for writing; UserError ``role_not_allowed`` when this is another station's to do."""
    require(role_in(folder(options)), activity)
    with writing(options) as opened:
        yield opened


def _on_disk(stage: Stage) -> EditionDocuments:
    if not isinstance(stage.documents, EditionDocuments):
        raise UserError("rehearsal", "Une répétition n’a pas de palmarès à elle.")
    return stage.documents


def _unlocked(documents: EditionDocuments) -> EditionDocuments:
    if documents.state == SEALED and not documents.unlock_kept():
        documents.unlock(secret(*_SECRET))
    return documents


def _document(stage: Stage) -> ShowDocument:
    """The document as it is; a new one where there is none yet."""
    documents = _unlocked(_on_disk(stage))
    return ShowDocument() if documents.state == NONE else documents.load()[0]


def _opened(stage: Stage) -> ShowView:
    if not stage.rehearsal:
        _unlocked(_on_disk(stage))
    return stage.open().result()


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise UserError("number_invalid", f"« {text[:20]} » n’est pas un nombre.", "Écrivez nom=nombre.") from None
