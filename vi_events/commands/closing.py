"""Commands after the day."""

import argparse
from dataclasses import asdict

from vi_events.closing.day import write_day
from vi_events.commands.common import folder, say
from vi_events.edition.text import counted


def report(options: argparse.Namespace) -> int:
    files = write_day(folder(options), options.out)
    done, press, figures = files.report, files.press, files.report.figures
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
    came = (
        f"{counted(figures.people.came, 'personne venue', 'personnes venues')} sur "
        f"{counted(figures.people.invited, 'invitée')}"
    )
    number = len(done.files) + len(press)
    return say(options, said, f"{came}\u202f: {number} fichiers dans {options.out}.")
