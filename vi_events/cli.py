"""The command line: everything but the windows, headless. With --json, standard output holds JSON only."""

import argparse
import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from vi_events import __version__
from vi_events.errors import StorageError, UserError, ViError

OpenWindow = Callable[[argparse.Namespace], int]
"""Opens the window, or draws, for these arguments; given by __main__, so that nothing here imports Qt."""

_DRAWS = ("palmares", "press")
"""The command and action that draw with Qt, without a window."""
_EXIT_DONE, _EXIT_REFUSED, _EXIT_USAGE = 0, 1, 2

_USAGE_IN_FRENCH = (
    (r"the following arguments are required: (.+)", r"il manque {}"),
    (r"unrecognized arguments: (.+)", r"arguments inconnus, {}"),
    (r"argument (.+): expected one argument", r"{} attend une valeur"),
    (r"argument (.+): invalid choice: (.+) \(choose from (.+)\)", "{} n’accepte pas {}, mais\u202f: {}"),
    (r"argument (.+): invalid int value: (.+)", r"{} attend un nombre entier, non {}"),
    (r"argument (.+): ignored explicit argument (.+)", r"{} n’attend pas de valeur, non {}"),
)
"""What argparse says, and the same for the people of the day."""


class _UsageError(UserError):
    """A command line that the grammar does not know. ``usage`` is the grammar's own line."""

    def __init__(self, usage: str, message: str, prog: str) -> None:
        super().__init__("usage", f"Commande mal écrite\u202f: {message}.", f"Voyez «\u202f{prog} --help\u202f».")
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        for english, french in _USAGE_IN_FRENCH:
            if found := re.fullmatch(english, message, re.DOTALL):
                message = french.format(*found.groups())
                break
        raise _UsageError(self.format_usage(), message, self.prog)


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Runs one command. 0: done; 1: refused or failed, with a clear message; 2: wrong usage.

    Failures with --json are one object ``{"error": {"code", "message", "advice"}}`` on standard output.
    """
    as_json = "--json" in arguments
    command = "vi-events"
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a file name may hold what no encoding knows
    try:
        options = parser().parse_args(arguments) if arguments else _window()
        as_json, command = options.json, options.command or command
        if options.command in (None, "demo") or (options.command, getattr(options, "action", "")) == _DRAWS:
            return open_window(options)
        from vi_events import commands

        return commands.COMMANDS[options.command](options)
    except _UsageError as problem:
        _say_aside(problem.usage.rstrip())
        _tell(problem, as_json)
        return _EXIT_USAGE
    except ViError as problem:
        _tell(problem, as_json)
    except KeyboardInterrupt:
        _tell(UserError("interrupted", "Interrompu.", "Ce qui avait été confirmé est enregistré."), as_json)
    except BrokenPipeError:
        _drop_output()  # whoever read the result has gone: nobody is left to tell
    except MemoryError:
        _tell(StorageError("memory", "Il n’y a plus de mémoire.", "Fermez d’autres programmes."), as_json)
    except Exception as problem:  # noqa: BLE001 (a bug: no traceback ever reaches a user)
        _tell(_bug(problem, command), as_json)
    return _EXIT_REFUSED


def _window() -> argparse.Namespace:
    """What ``parser`` makes of no argument at all: whoever opens the window waits for no grammar."""
    return argparse.Namespace(command=None, data=None, edition=None, json=False, tour=None)


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    about = "Accueil, scène et webtv de la remise des labels."
    root = _Parser(prog="vi-events", description=about, allow_abbrev=False)
    root.add_argument("--version", action="version", version=f"vi-events {__version__}")
    root.set_defaults(tour=None)
    common = _Parser(add_help=False)
    for where, default in ((root, None), (common, argparse.SUPPRESS)):
        where.add_argument(
            "--data", metavar="DOSSIER", default=default, help="dossier des éditions (ou VI_EVENTS_DATA)"
        )
        where.add_argument(
            "--edition", metavar="NOM", default=default, help="édition (par défaut\u202f: la seule ou la dernière)"
        )
    for where, off in ((root, False), (common, argparse.SUPPRESS)):
        where.add_argument("--json", action="store_true", default=off, help="résultat en JSON sur la sortie standard")
    commands = root.add_subparsers(dest="command", metavar="COMMANDE")

    def command(name: str, about: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=about, description=about, parents=[common], allow_abbrev=False)

    demo = command("demo", "ouvre l’édition de démonstration")
    demo.add_argument("--tour", metavar="DOSSIER", help="joue une journée toute seule et laisse des captures d’écran")
    _edition_commands(command)
    _desk_commands(command)
    _stage_commands(command)
    _device_commands(command)
    _hub_commands(command)
    _backup_commands(command)
    return root


Command = Callable[..., argparse.ArgumentParser]


def _edition_commands(command: Command) -> None:
    new = command("new", "crée une édition")
    new.add_argument("slug", help="nom du dossier, par exemple labels-2027")
    new.add_argument("--title", required=True)
    new.add_argument("--date", required=True, help="AAAA-MM-JJ")
    new.add_argument("--until", metavar="AAAA-MM-JJ", help="dernier jour, quand il y en a plusieurs")
    new.add_argument("--place", required=True)
    new.add_argument(
        "--retention",
        metavar="AAAA-MM-JJ",
        help="jour où les noms sont à effacer (par défaut\u202f: 3 mois après)",
    )
    new.add_argument("--organiser", default="Villes Internet", metavar="NOM", help="qui organise, et atteste")
    new.add_argument(
        "--zone",
        action="append",
        default=[],
        metavar="NOM[:politique]",
        help="once (par défaut), reentry ou in_out",
    )
    zone = command("zone", "règle un contrôle\u202f: politique, heures, jauge\u202f; sans option, les dit")
    zone.add_argument("name")
    zone.add_argument("--policy", choices=("once", "reentry", "in_out"))
    zone.add_argument("--opens", metavar="AAAA-MM-JJTHH:MM")
    zone.add_argument("--closes", metavar="AAAA-MM-JJTHH:MM")
    zone.add_argument("--capacity", type=int)
    zone.add_argument("--assembly", action=argparse.BooleanOptionalAction, default=None, help="une assemblée, ou non")
    zone.add_argument("--members", type=int, metavar="N", help="assemblée\u202f: nombre d’adhérents")
    zone.add_argument("--quorum", metavar="PART", help="assemblée\u202f: 1/2, 50%% ou un nombre d’adhérents")
    zone.add_argument("--proxies", type=int, metavar="N", help="assemblée\u202f: pouvoirs par personne")
    command("pin", "fixe le code superviseur (demandé, ou lu dans VI_EVENTS_PIN)")
    imported = command("import", "importe un fichier CSV ou XLSX")
    imported.add_argument("what", choices=("attendees", "palmares", "rundown"))
    imported.add_argument("file", type=Path)
    imported.add_argument("--dry-run", action="store_true", help="dit ce qui changerait, ne change rien")
    imported.add_argument(
        "--partial",
        action="store_true",
        help="importe les bonnes lignes même si d’autres sont refusées",
    )
    imported.add_argument("--map", action="append", default=[], metavar="champ=colonne")
    imported.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="nom=code",
        help="collectivité d’un nom ambigu",
    )
    imported.add_argument(
        "--announced",
        action="append",
        default=[],
        metavar="total=nombre",
        help="palmarès\u202f: total annoncé (total, 1 à 5, village, ville, territoire)",
    )
    undo = command("undo-import", "annule un import\u202f; sans identifiant, dit lesquels il y a")
    undo.add_argument("batch", nargs="?")
    export = command("export", "exporte en CSV ou JSON, selon l’extension")
    export.add_argument("what", choices=("attendees", "palmares", "rundown", "journal"))
    export.add_argument("out", type=Path)
    tickets = command("tickets", "codes (.csv), invitations à imprimer (.pdf) ou images PNG (dossier)\u202f; qui en a")
    tickets.add_argument("out", nargs="?", help="sans destination, dit combien de personnes ont une invitation")
    tickets.add_argument("--new", action="store_true", help="seulement qui n’a pas d’invitation à jour")
    tickets.add_argument(
        "--kind",
        choices=("pdf", "pdfs", "png", "csv", "mailing"),
        help="au lieu de la fin du nom\u202f: pdfs (dossier, un PDF par personne), mailing (table d’un publipostage)…",
    )
    assembly = command("assembly", "assemblée\u202f: présents, représentés, quorum")
    assembly.add_argument("zone", nargs="?", default="", help="contrôle\u202f; par défaut, la première assemblée")
    assembly.add_argument("--pdf", type=Path, metavar="FICHIER", help="écrit la liste de présence")
    command("overlaps", "personnes inscrites à deux ateliers (moins de 4 heures) à la même heure")
    attestations = command("attestations", "attestations de présence de celles et ceux qui sont venus, en PDF")
    attestations.add_argument("out", type=Path, metavar="DOSSIER")
    attestations.add_argument("--attendee", action="append", default=[], metavar="ID", help="cette personne seulement")
    attestations.add_argument("--by", choices=("person", "authority", "half_day"), default="person", help="un PDF par…")
    paper = command("paper", "ce qui sauve la journée si tous les écrans s’éteignent\u202f: listes à imprimer, en PDF")
    paper.add_argument("out", type=Path, metavar="DOSSIER")
    erase = command("erase", "efface les données personnelles, ici et sur chaque poste, et le prouve")
    erase.add_argument("--confirm", required=True, metavar="NOM", help="le nom de l’édition, exactement")
    erase.add_argument("--person", metavar="ID", help="cette personne seulement")
    erase.add_argument("--proof", type=Path, metavar="DOSSIER", help="où va la preuve (par défaut, avec l’édition)")
    report = command("report", "rapport de la journée\u202f: page, PDF, tableaux et graphiques")
    report.add_argument("out", type=Path, metavar="DOSSIER")
    register = command("register", "fiche du registre des traitements\u202f: ce qui est traité, et pourquoi")
    register.add_argument("out", type=Path, metavar="FICHIER", help=".pdf ou .csv")
    _journal_command(command)


def _journal_command(command: Command) -> None:
    journal = command("journal", "vérifie le journal, ou reprend celui d’un autre poste")
    journal.add_argument("action", choices=("verify", "import"))
    journal.add_argument(
        "source",
        nargs="?",
        type=Path,
        metavar="SOURCE",
        help="import\u202f: dossier d’une édition, base (.db), clé USB, dossier VI-EVENTS ou fichier .vij",
    )
    journal.add_argument("--dry-run", action="store_true", help="import\u202f: dit ce qui viendrait, ne change rien")
    journal.add_argument("--new", action="store_true", help="import\u202f: refait ici l’édition, qui n’y est pas")
    journal.add_argument(
        "--replace",
        action="store_true",
        help="import --new\u202f: ce poste remplace l’ancien, qui n’enregistrera plus rien",
    )


def _desk_commands(command: Command) -> None:
    scan = command("scan", "lit des codes sur l’entrée standard, un par ligne")
    scan.add_argument("--station", default=None)
    scan.add_argument("--zone", default="")
    find = command("find", "cherche une personne")
    find.add_argument("query")
    badge = command("badge", "fabrique ou imprime un badge")
    badge.add_argument("attendee_id")
    badge.add_argument("--png", type=Path, metavar="FICHIER")
    badge.add_argument("--printer", metavar="URL")
    badge.add_argument(
        "--width",
        type=int,
        choices=(576, 384),
        default=None,
        help="points\u202f: 576 (80 mm) ou 384 (58 mm)",
    )


def _stage_commands(command: Command) -> None:
    palmares = command("palmares", "scelle, descelle, ordonne ou vérifie le palmarès\u202f; images pour la presse")
    palmares.add_argument("action", choices=("seal", "unseal", "check", "order", "press"))
    palmares.add_argument(
        "out", nargs="?", type=Path, metavar="DOSSIER", help="press\u202f: où vont les images de ce qui a été annoncé"
    )
    palmares.add_argument("--sign", action="store_true", help="check\u202f: approuve les noms longs tels qu’ils sont")
    palmares.add_argument(
        "--by",
        default="level,kind,alphabetical",
        metavar="ORDRES",
        help="order\u202f: level, kind, region, alphabetical",
    )
    palmares.add_argument(
        "--group-up-to", type=int, default=0, metavar="NIVEAU", help="order\u202f: appels groupés jusqu’à ce niveau"
    )
    palmares.add_argument("--starts", default="", metavar="HH:MM", help="order\u202f: début prévu")
    palmares.add_argument("--ends", default="", metavar="HH:MM", help="order\u202f: fin prévue")
    show = command("show", "mène le spectacle par un script, une action par ligne")
    show.add_argument("action", choices=("run",))
    show.add_argument("--script", required=True, metavar="FICHIER", help="ou «\u202f-\u202f» pour l’entrée standard")
    show.add_argument("--rehearsal", action="store_true", help="répétition\u202f: niveaux inventés, rien n’est gardé")
    show.add_argument("--seed", type=int, default=1, help="répétition\u202f: autre nombre, autres niveaux")


def _hub_commands(command: Command) -> None:
    hub = command("hub", "plusieurs postes\u202f: héberge, rejoint un hôte, dit l’état de la liaison")
    hub.add_argument("action", choices=("serve", "join", "status", "config"))
    hub.add_argument("link", nargs="?", help="join\u202f: le lien donné par l’hôte")
    hub.add_argument("--listen", default="0.0.0.0:4222", metavar="HÔTE:PORT", help="serve, config\u202f: où écouter")
    hub.add_argument(
        "--invite",
        action="append",
        default=[],
        metavar="RÔLE",
        help="serve\u202f: donne un lien (desk, supervisor, stage, webtv, organiser)",
    )
    hub.add_argument("--role", default="stage", metavar="RÔLE", help="serve\u202f: rôle de ce poste-ci")
    hub.add_argument(
        "--server",
        action="append",
        default=[],
        metavar="HÔTE:PORT",
        help="serve\u202f: un serveur NATS que d’autres font tourner avec « hub config » (trois pour une grappe)",
    )
    hub.add_argument(
        "--expect",
        action="append",
        default=[],
        metavar="RÔLE:POSTE",
        help="config\u202f: un poste qui viendra",
    )
    hub.add_argument(
        "--cluster", action="append", default=[], metavar="NOM=HÔTE:PORT", help="config\u202f: un des trois serveurs"
    )
    hub.add_argument("--out", default="", metavar="DOSSIER", help="config\u202f: écrit un dossier par serveur")
    hub.add_argument("--station", default="", metavar="NOM", help="join\u202f: nom de ce poste")
    hub.add_argument(
        "--address", default="", metavar="HÔTE:PORT", help="join\u202f: adresse de l’hôte, si elle a changé"
    )


def _backup_commands(command: Command) -> None:
    backup = command("backup", "sauvegarde l’édition en un fichier, chiffré si le palmarès est scellé")
    backup.add_argument("out", type=Path, metavar="FICHIER.viedition")
    restore = command("restore", "reprend une édition depuis sa sauvegarde, à côté de celles qu’il y a")
    restore.add_argument("file", type=Path, metavar="FICHIER.viedition")
    restore.add_argument("--dry-run", action="store_true", help="dit ce qu’elle contient, n’écrit rien")
    restore.add_argument("--slug", default="", metavar="NOM", help="autre nom de dossier")
    restore.add_argument(
        "--replace",
        action="store_true",
        help="ce poste remplace l’ancien, qui n’a rien enregistré depuis et n’enregistrera plus rien",
    )


def _device_commands(command: Command) -> None:
    printer = command("printer", "vérifie une imprimante, ou cherche celles qu’il y a")
    printer.add_argument("action", choices=("check", "discover"))
    printer.add_argument("url", nargs="?", help="de l’imprimante à vérifier")
    obs = command("obs", "vérifie OBS, dit ce qui y diffère, ou y crée ce qui manque")
    obs.add_argument("action", choices=("check", "plan", "setup"))
    obs.add_argument("--url", metavar="URL", help="ws://adresse:port (par défaut\u202f: celle de l’édition)")
    command("doctor", "vérifie chaque appareil et réglage")


def _bug(problem: Exception, command: str) -> ViError:
    import logging
    import traceback

    logging.getLogger(__name__).debug("".join(traceback.format_exception(problem)))
    return UserError(
        "bug",
        f"Une erreur imprévue est arrivée dans «\u202f{command}\u202f» ({type(problem).__name__}).",
        "Ce qui avait été confirmé est enregistré\u202f; recommencez, et signalez-le si cela se répète.",
    )


def _tell(problem: ViError, as_json: bool) -> None:
    if as_json:
        error = {"code": problem.code, "message": problem.message, "advice": problem.advice}
        try:
            print(json.dumps({"error": error}), flush=True)
        except OSError:
            _drop_output()
    _say_aside(str(problem))


def _say_aside(text: str) -> None:
    if sys.stderr is not None:  # print(file=None) would write to standard output
        with contextlib.suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def _drop_output() -> None:
    """What is still buffered goes nowhere, or the interpreter would complain of it while ending."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
