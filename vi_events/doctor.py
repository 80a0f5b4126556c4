"""Every device and setting checked, one line of advice each."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile

from vi_events import files, paths, settings
from vi_events.errors import ViError
from vi_events.sentences import joined, say, sentence

_LOW_DISK_BYTES = 500 * 2**20
_LEVELS = ("ok", "warn", "bad")


@dataclass(frozen=True, slots=True)
class Finding:
    """``level`` is ok, warn or bad; ``advice`` is empty when there is nothing to do."""

    name: str
    level: str
    text: str
    advice: str = ""


def examine(data: Path, slug: str | None, printers: Sequence[Finding] | None = None) -> list[Finding]:
    """Looks at this computer and at the edition; changes nothing. ``printers``: how each is, when the caller holds
    them; else they are asked.
    """
    checks: list[tuple[str, Callable[[], Finding]]] = [
        ("dossier", lambda: _folder(data)),
        ("disque", lambda: _disk(data)),
        ("édition", lambda: _edition(data, slug)),
        ("clé des billets", lambda: _ticket_key(data, slug)),
        ("code superviseur", lambda: _pin(data, slug)),
        ("données personnelles", lambda: _privacy(data, slug)),
        ("polices", _fonts),
        ("imprimante", lambda: _printers(_ask_printers(data) if printers is None else printers)),
        ("douchette série", lambda: _serial(data)),
    ]
    findings = []
    for name, check in checks:
        try:
            findings.append(check())
        except ViError as problem:
            if problem.message in [finding.text for finding in findings]:
                continue  # what stops one look at the edition stops the next
            # A computer without an edition is new, not broken.
            level = "warn" if problem.code == "no_edition" else "bad"
            findings.append(Finding(name, level, problem.message, problem.advice))
        except Exception as problem:  # noqa: BLE001 (one check that fails must not hide the others)
            said = say("Ceci n’a pas pu être examiné ({0}).", type(problem).__name__)
            findings.append(Finding(name, "bad", said, say("Relancez, et signalez-le si cela se répète.")))
    return findings


def _folder(data: Path) -> Finding:
    try:
        # Some file systems say yes to a question of rights and no to a file: try.
        with TemporaryFile(dir=_existing(data)):
            pass
    except OSError as problem:
        said = say("{0} ne se laisse pas écrire ({1}).", data, files.why(problem))
        return Finding("dossier", "bad", said, say("Donnez-en un autre avec --data."))
    return Finding("dossier", "ok", say("{0} se laisse écrire.", data))


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    folder = folder.absolute()
    return next(each for each in (folder, *folder.parents) if each.exists())


def _disk(data: Path) -> Finding:
    free = shutil.disk_usage(_existing(data)).free
    text = f"{free // 2**20} Mo libres."
    if free < _LOW_DISK_BYTES:
        return Finding("disque", "warn", text, say("Faites de la place avant l’ouverture des portes."))
    return Finding("disque", "ok", text)


def _edition(data: Path, slug: str | None) -> Finding:
    from vi_events import app
    from vi_events.edition import programme
    from vi_events.journal.verify import verify

    with app.read_edition(paths.chosen_edition(data, slug)) as store:
        report = verify(store)
        edition, erased = programme.read_edition(store), store.erasures.edition
    if report.problems:
        advice = say("Reprenez une copie de secours avant d’ouvrir les portes.")
        return Finding("édition", "bad", report.problems[0], advice)
    names = say("sans nom, ") if erased else ""
    return Finding(
        "édition", "ok", say("{0}\u202f: {1} entrées, {2}journal intact.", edition.title, report.entries, names)
    )


def _ticket_key(data: Path, slug: str | None) -> Finding:
    from vi_events.edition import vault

    if vault.load(paths.chosen_edition(data, slug)).ticket_key or _is_erased(data, slug):
        return Finding("clé des billets", "ok", say("Les billets se vérifient."))
    return Finding(
        "clé des billets",
        "warn",
        say("La clé des billets manque."),
        say("Les billets connus se lisent\u202f; aucun n’est vérifié."),
    )


def _pin(data: Path, slug: str | None) -> Finding:
    from vi_events.edition import vault

    if vault.load(paths.chosen_edition(data, slug)).pin or _is_erased(data, slug):
        return Finding("code superviseur", "ok", say("Il est fixé."))
    said = say("Aucun code superviseur n’est fixé\u202f: personne ne pourra lever un refus.")
    return Finding("code superviseur", "warn", said, say("Fixez-le avec «\u202fpin\u202f», ou dans la préparation."))


def _is_erased(data: Path, slug: str | None) -> bool:
    """Whether the edition is over and nameless: its keys went with the names."""
    from vi_events import app

    with app.read_edition(paths.chosen_edition(data, slug)) as store:
        return store.erasures.edition


def _privacy(data: Path, slug: str | None) -> Finding:
    from vi_events import app
    from vi_events.edition import dates, erasure, programme

    name = "données personnelles"
    folder = paths.chosen_edition(data, slug)
    with app.read_edition(folder) as store:
        edition, erased = programme.read_edition(store), store.erasures.edition
        due, unheard = erasure.notice(store, date.today()), erasure.unheard(store)
        copies = erasure.copies_left(store, folder)
    if erasure.is_unproved(folder):
        said = say("Un effacement attend sa preuve\u202f: le programme s’est arrêté avant de l’avoir écrite.")
        advice = say(
            "Écrivez-la à la page «\u202fAprès la journée\u202f», ou recommencez la même commande «\u202ferase\u202f»."
        )
        return Finding(name, "warn", said, advice)
    if copies:
        said = say("Effacées ici, mais pas dans ces copies de l’édition\u202f: {0}.", ", ".join(copies))
        advice = say("Supprimez le dossier, ou ouvrez cette copie et effacez-y la même personne.")
        if erased:
            advice = say("Supprimez le dossier, ou\u202f: vi-events erase --edition {0} --confirm {0}", copies[0])
        return Finding(name, "warn", said, advice)
    if unheard:
        said = say("Effacement pas encore confirmé par\u202f: {0}.", ", ".join(unheard))
        return Finding(name, "warn", said, say("Ouvrez l’édition sur ces postes, reliés à l’hôte."))
    if due:
        advice = say("Effacez-les\u202f: vi-events erase --confirm {0}", edition.slug)
        return Finding(name, "warn", due, advice)
    if erased:
        return Finding(name, "ok", "Effacées.")
    return Finding(name, "ok", say("Gardées jusqu’au {0}.", dates.long_date(edition.erase_from)))


def _fonts() -> Finding:
    if not list((paths.ASSETS / "fonts").glob("*.ttf")):
        return Finding("polices", "bad", say("Les polices du programme manquent."), say("Réinstallez VI Events."))
    return Finding("polices", "ok", say("Les polices du programme sont là."))


def _printers(found: Sequence[Finding]) -> Finding:
    if not found:
        return Finding(
            "imprimante", "warn", say("Aucune imprimante n’est choisie."), say("Les badges ne s’imprimeront pas.")
        )
    worst = max((each.level for each in found), key=_LEVELS.index)
    said = joined((say("{0}\u202f: {1}", each.name, sentence(each.text)) for each in found), " ")
    return Finding("imprimante", worst, said)


def _ask_printers(data: Path) -> list[Finding]:
    from vi_events.checkin.printers import open_printer

    found = []
    for each in settings.load(data).printers:
        status = open_printer(each.url).check()
        level = "ok" if status.online and status.paper in ("ok", "unknown") else "warn" if status.online else "bad"
        found.append(Finding(each.name, level, status.text))
    return found


def _serial(data: Path) -> Finding:
    from vi_events.checkin.serial_scanner import list_ports

    port = settings.load(data).serial_port
    if not port:
        return Finding("douchette série", "ok", say("Aucune\u202f: la douchette USB tape comme un clavier."))
    if port in [found.device for found in list_ports()]:
        return Finding("douchette série", "ok", say("{0} est branchée.", port))
    return Finding(
        "douchette série",
        "bad",
        say("La douchette du port {0} n’est pas branchée.", port),
        say("Rebranchez-la, ou choisissez-en une autre."),
    )
