"""What each command of the command line does."""

import argparse
from collections.abc import Callable

from vi_events.commands import desk, devices, edition, stage


def _import(options: argparse.Namespace) -> int:
    kinds = {"palmares": stage.import_palmares, "rundown": stage.import_rundown}
    return kinds.get(options.what, edition.import_attendees)(options)


def _export(options: argparse.Namespace) -> int:
    kinds = {"palmares": stage.export_palmares, "rundown": stage.export_rundown}
    return kinds.get(options.what, edition.export)(options)


def _assembly(options: argparse.Namespace) -> int:
    # What makes documents is imported when one is wanted.
    from vi_events.commands import attendance

    return attendance.show_assembly(options)


def _tickets(options: argparse.Namespace) -> int:
    from vi_events.commands import tickets

    return tickets.tickets(options)


def _overlaps(options: argparse.Namespace) -> int:
    from vi_events.commands import attendance

    return attendance.show_overlaps(options)


def _attestations(options: argparse.Namespace) -> int:
    from vi_events.commands import attendance

    return attendance.attestations(options)


def _erase(options: argparse.Namespace) -> int:
    from vi_events.commands import erasing

    return erasing.erase(options)


def _report(options: argparse.Namespace) -> int:
    from vi_events.commands import closing

    return closing.report(options)


def _register(options: argparse.Namespace) -> int:
    from vi_events.commands import erasing

    return erasing.register(options)


def _paper(options: argparse.Namespace) -> int:
    from vi_events.commands import paper  # the sheets, likewise

    return paper.paper(options)


def _obs(options: argparse.Namespace) -> int:
    # The link and the server of the pages take 0.3 s to import: no other command waits for them.
    from vi_events.commands import webtv

    return webtv.obs(options)


def _hub(options: argparse.Namespace) -> int:
    from vi_events.commands import hub  # NATS and mDNS: the same

    return hub.hub(options)


def _backup(options: argparse.Namespace) -> int:
    from vi_events.commands import backup  # the lock and the zip: the same

    return {"backup": backup.write, "restore": backup.restore}[options.command](options)


def _journal(options: argparse.Namespace) -> int:
    from vi_events.commands import journal  # the mirror's cipher: the same

    return {"verify": journal.check, "import": journal.salvage}[options.action](options)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": edition.new,
    "zone": edition.zone,
    "pin": edition.pin,
    "import": _import,
    "undo-import": edition.undo_import,
    "export": _export,
    "tickets": _tickets,
    "assembly": _assembly,
    "overlaps": _overlaps,
    "attestations": _attestations,
    "paper": _paper,
    "erase": _erase,
    "register": _register,
    "journal": _journal,
    "scan": desk.scan,
    "find": desk.find,
    "badge": desk.badge,
    "palmares": stage.palmares,
    "show": stage.show,
    "printer": devices.printer,
    "obs": _obs,
    "hub": _hub,
    "backup": _backup,
    "restore": _backup,
    "report": _report,
    "doctor": devices.doctor,
}
