"""Commands of the journal: its integrity, and what is taken from another station's disk or USB stick."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vi_events import app, paths
from vi_events.backup.archive import is_carried
from vi_events.commands.common import folder, iso, say, writing
from vi_events.edition import dates, programme, restored, vault
from vi_events.edition.text import counted
from vi_events.errors import UserError
from vi_events.files import why
from vi_events.journal import founding
from vi_events.journal.core import Core
from vi_events.journal.hub.applying import SetAside
from vi_events.journal.salvage import Source, Survey, bring_in, missing, open_source, other_edition, survey
from vi_events.journal.store import Store
from vi_events.journal.verify import verify

_ASIDE = ".salvage-"
_MOST_SAID = 10


def check(options: argparse.Namespace) -> int:
    with app.read_edition(folder(options)) as store:
        report = verify(store)
    said = {
        "ok": not report.problems,
        "entries": report.entries,
        "stations": dict(report.stations),
        "subjects": report.subjects,
        "problems": list(report.problems),
    }
    lines = list(report.problems) or [f"Journal intact\u202f: {report.entries} entrées, {report.subjects} sujets."]
    say(options, said, "\n".join(lines))
    return 0 if not report.problems else 1


@dataclass(slots=True)
class _Salvaged:
    """What came of a source. ``missing`` counts for each station the entries that neither the source nor the journal
    has.
    """

    slug: str
    kind: str
    found: Survey
    set_aside: Sequence[SetAside]
    missing: dict[str, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def salvage(options: argparse.Namespace) -> int:
    if options.source is None:
        raise UserError("source_missing", "Il manque ce qu’il faut reprendre.", "Donnez un dossier ou un fichier.")
    if options.replace and not options.new:
        raise UserError(
            "replace_without_new",
            "--replace ne va qu’avec --new.",
            "Une édition qui est déjà ici garde ses postes\u202f; rien n’a été repris.",
        )
    if options.new:
        done = _made_anew(options)
    elif options.dry_run:
        done = _looked_at(options)
    else:
        done = _brought_in(options)
    return say(options, _said(options, done), "\n".join(_sentences(options, done)))


def _looked_at(options: argparse.Namespace) -> _Salvaged:
    where = folder(options)
    with app.read_edition(where) as store:
        source, found = _surveyed(options.source, store, vault.load(where).ticket_key)
    return _Salvaged(where.name, source.kind, found, found.set_aside)


def _brought_in(options: argparse.Namespace) -> _Salvaged:
    with writing(options) as opened:
        core: Core = opened.core
        source, found = core.call(lambda store: _surveyed(options.source, store, opened.vault.ticket_key))
        aside = (*found.set_aside, *bring_in(core, found))
        holes = core.call(lambda store: missing(store, found.stations))
        done = _Salvaged(opened.folder.name, source.kind, found, aside, holes)
        own = opened.reception.settings.author.station
        if own in found.stations and found.stations[own].new:
            done.warnings.append(
                f"Ce poste s’appelle lui aussi «\u202f{own}\u202f»\u202f: si ce n’est pas la même machine, donnez-lui "
                "un autre nom avant de continuer."
            )
    return done


def _surveyed(path: Path, store: Store, ticket_key: bytes) -> tuple[Source, Survey]:
    edition = founding.edition_id(store)
    try:
        source = open_source(path, ticket_key, edition)
        found = survey(store, source)
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    if not found.read:
        raise UserError(
            "source_empty",
            f"Aucune entrée ne se lit dans «\u202f{path}\u202f».",
            "Ce n’est pas une édition de VI Events, ou elle est trop abîmée\u202f: essayez une copie (« copies »).",
        )
    if edition and not source.proven and not found.is_of(edition):
        raise other_edition(path)
    return source, found


def _made_anew(options: argparse.Namespace) -> _Salvaged:
    """An edition that is not here, made of what another station's folder or database still holds; whole or not at all.
    Its stations take names of their own, unless this one replaces the old.
    """
    data = paths.data_folder(options.data)
    try:
        data.mkdir(parents=True, exist_ok=True)
        for left in data.glob(f"{_ASIDE}*/"):  # of a salvage that a crash cut short
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=data) as aside:
            made = Path(aside) / "edition"
            made.mkdir(mode=0o700)
            done = _journal_anew(options.source, made)
            target = paths.edition_folder(data, done.slug)
            _require_free(target)
            done.warnings += _carry_over(options.source, made)
            if not options.replace:
                restored.mark(made)
            elif done.found.damaged or done.found.lost_bytes or any(done.missing.values()):
                raise UserError(
                    "replace_unsafe",
                    "Il manque des entrées à ce qui a été lu\u202f: leurs numéros resserviraient.",
                    "Recommencez sans --replace\u202f: les postes prendront un nom à eux.",
                )
            if not options.dry_run:
                os.rename(made, target)
                paths.remember_edition(target)
    except OSError as problem:
        raise UserError(
            "folder_unwritable",
            f"Le dossier «\u202f{data}\u202f» ne se laisse pas écrire ({why(problem)}).",
            "Faites de la place, ou choisissez un autre dossier de données (--data).",
        ) from problem
    return done


def _journal_anew(path: Path, made: Path) -> _Salvaged:
    core = Core(lambda: Store(made / paths.DATABASE, app.TYPES))
    with closing(core):
        core.opened.result()
        source, found = core.call(lambda store: _surveyed(path, store, b""))
        aside = (*found.set_aside, *bring_in(core, found))
        slug = core.call(programme.read_edition).slug
        return _Salvaged(slug, source.kind, found, aside, core.call(lambda store: missing(store, found.stations)))


def _require_free(target: Path) -> None:
    if target.exists():
        raise UserError(
            "edition_exists",
            f"L’édition «\u202f{target.name}\u202f» est déjà sur ce poste.",
            f"Reprenez-y ce qui manque\u202f: la même commande sans --new, avec --edition {target.name}.",
        )


def _carry_over(source: Path, made: Path) -> list[str]:
    """The other files of the folder: secrets, palmarès, badges; returns what is to be said of them."""
    warnings = []
    for path in sorted(source.rglob("*")) if source.is_dir() else ():
        name = path.relative_to(source).as_posix()
        if path.is_file() and is_carried(name) and name != paths.DATABASE:
            target = made / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                shutil.copyfile(path, target)
                target.chmod(0o600)
            except OSError as problem:
                target.unlink(missing_ok=True)
                warnings.append(f"«\u202f{name}\u202f» n’a pas pu être repris ({why(problem)}).")
    if not (made / vault.FILE_NAME).exists():
        warnings.append("La clé des billets n’est pas là\u202f: ils se lisent, mais ne se vérifient pas.")
    return warnings


def _unreadable(path: Path, problem: OSError) -> UserError:
    return UserError(
        "source_unreadable",
        f"«\u202f{path}\u202f» ne se lit pas ({why(problem)}).",
        "Vérifiez que le disque ou la clé est bien branché, puis recommencez.",
    )


def _said(options: argparse.Namespace, done: _Salvaged) -> dict[str, Any]:
    found = done.found
    return {
        "source": str(options.source),
        "kind": done.kind,
        "edition": done.slug,
        "dry_run": options.dry_run,
        "made": options.new and not options.dry_run,
        "read": found.read,
        "new": len(found.fresh),
        "known": found.known,
        "damaged": found.damaged,
        "lost_bytes": found.lost_bytes,
        "set_aside": [{"station": one.station, "seq": one.seq, "reason": one.reason} for one in done.set_aside],
        "stations": [
            {
                "station": name,
                "read": station.read,
                "new": station.new,
                "missing": done.missing.get(name),
                "last_at": iso(station.last_ms),
            }
            for name, station in sorted(found.stations.items())
        ],
        "warnings": done.warnings,
    }


def _sentences(options: argparse.Namespace, done: _Salvaged) -> list[str]:
    found = done.found
    new = ("à reprendre", "à reprendre") if options.dry_run else ("nouvelle", "nouvelles")
    read = counted(found.read, "entrée lue", "entrées lues")
    lines = [f"{read}, {counted(len(found.fresh), *new)}, {found.known} déjà là."]
    for name, station in sorted(found.stations.items()):
        lines.append(
            f"Poste «\u202f{name}\u202f»\u202f: {counted(station.read, 'entrée')}, {counted(station.new, *new)}, "
            f"la dernière {dates.moment(station.last_ms)}."
        )
        if done.missing.get(name):
            missing = counted(done.missing[name], "entrée")
            lines.append(f"Il manque {missing} de ce poste\u202f: cherchez sur un autre.")
    if found.damaged or found.lost_bytes:
        lost = f", {found.lost_bytes // 1024} ko illisibles sur le disque" if found.lost_bytes else ""
        lines.append(f"Abîmé\u202f: {counted(found.damaged, 'entrée ne se lit', 'entrées ne se lisent')} plus{lost}.")
    lines += [f"Mise de côté\u202f: {one.reason}." for one in done.set_aside[:_MOST_SAID]]
    if len(done.set_aside) > _MOST_SAID:
        lines.append(f"… et {counted(len(done.set_aside) - _MOST_SAID, 'autre mise', 'autres mises')} de côté.")
    return lines + done.warnings
