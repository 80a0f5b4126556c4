"""Commands after the day."""

import argparse
from dataclasses import asdict

from vi_events.closing.press import write_press
from vi_events.closing.report import write_report
from vi_events.commands.common import folder, say
from vi_events.edition import erasure


def report(options: argparse.Namespace) -> int:
    done = write_report(folder(options), options.out)
    erasure.note_export(folder(options), "report", "html")
    figures = done.figures
    press = write_press(folder(options), options.out / "presse") if figures.awards.total else ()
    said = {
        "files": [str(path) for path in done.files],
        "press": [str(path) for path in press],
        "people": asdict(figures.people),
        "authorities": asdict(figures.authorities),
        "desks": {pace.station: {"passages": pace.passages, "peak": pace.peak} for pace in figures.desks},
        "refusals": figures.work.refusals,
        "overrides": figures.work.overrides,
        "conflicts": figures.work.conflicts,
        "reprints": figures.badges.reprints,
        "awards": figures.awards.total,
        "territories": len(figures.awards.territories),
        "member_communes": figures.awards.member_communes,
    }
    came = f"{figures.people.came} personne(s) venue(s) sur {figures.people.invited} invitée(s)"
    number = len(done.files) + len(press)
    return say(options, said, f"{came}\u202f: {number} fichiers dans {options.out}.")
