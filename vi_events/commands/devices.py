"""Commands on the devices of this computer."""

import argparse
from contextlib import suppress
from dataclasses import asdict

from vi_events import paths
from vi_events.commands.common import say
from vi_events.errors import UserError, ViError


def printer(options: argparse.Namespace) -> int:
    from vi_events.checkin.printers import open_printer

    if options.action == "discover":
        return _discover(options)
    if options.url is None:
        raise UserError("printer_url_missing", "Il faut dire quelle imprimante vérifier.", "Ajoutez son adresse.")
    status = open_printer(options.url).check()
    say(options, {"url": options.url, **asdict(status)}, status.text)
    return 0 if status.online else 1


def _discover(options: argparse.Namespace) -> int:
    from vi_events.checkin.printers.discovery import discover

    found = discover()
    lines = [f"{each.url}  {each.name}" for each in found.printers] or ["Aucune imprimante trouvée."]
    return say(options, asdict(found), "\n".join((*lines, *found.notes)))


def doctor(options: argparse.Namespace) -> int:
    from vi_events import doctor, readiness

    data = paths.data_folder(options.data)
    findings, missing = doctor.examine(data, options.edition), list[readiness.Missing]()
    with suppress(ViError):  # that there is no edition, or that it does not open, is among the findings
        missing += readiness.gaps(readiness.look(paths.chosen_edition(data, options.edition)))
    said = {
        "ok": "bad" not in (*(each.level for each in findings), *(each.level for each in missing)),
        "checks": [asdict(each) for each in findings],
        "missing": [asdict(each) for each in missing],
    }
    lines = [f"[{each.level:4}] {each.name}\u202f: {each.text} {each.advice}".rstrip() for each in findings]
    lines += [f"[{each.level:4}] préparation\u202f: {each.sentence}" for each in missing]
    say(options, said, "\n".join(lines))
    return 0 if said["ok"] else 1
