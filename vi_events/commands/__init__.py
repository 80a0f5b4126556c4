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


def _obs(options: argparse.Namespace) -> int:
    # The link and the server of the pages take 0.3 s to import: no other command waits for them.
    from vi_events.commands import webtv

    return webtv.obs(options)


def _hub(options: argparse.Namespace) -> int:
    from vi_events.commands import hub  # NATS and mDNS: the same

    return hub.hub(options)


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "new": edition.new,
    "zone": edition.zone,
    "pin": edition.pin,
    "import": _import,
    "undo-import": edition.undo_import,
    "export": _export,
    "tickets": edition.tickets,
    "journal": edition.journal,
    "scan": desk.scan,
    "find": desk.find,
    "badge": desk.badge,
    "palmares": stage.palmares,
    "show": stage.show,
    "printer": devices.printer,
    "obs": _obs,
    "hub": _hub,
    "doctor": devices.doctor,
}
