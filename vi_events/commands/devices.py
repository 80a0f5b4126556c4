"""Commands on the devices of this computer."""

import argparse
from dataclasses import asdict

from vi_events import paths
from vi_events.commands.common import say
from vi_events.errors import UserError


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
    from vi_events import doctor

    findings = doctor.examine(paths.data_folder(options.data), options.edition)
    said = {"ok": all(f.level != "bad" for f in findings), "checks": [asdict(f) for f in findings]}
    lines = [f"[{f.level:4}] {f.name}\u202f: {f.text} {f.advice}".rstrip() for f in findings]
    say(options, said, "\n".join(lines))
    return 0 if said["ok"] else 1
