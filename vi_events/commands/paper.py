"""The command that puts the day on paper."""

import argparse
import os
from typing import Any

from vi_events.commands.common import folder, say
from vi_events.edition import erasure
from vi_events.edition.text import counted
from vi_events.paper import PaperOrder, write_paper


def paper(options: argparse.Namespace) -> int:
    """Every list as PDF in a folder; a sealed palmarès is opened by ``VI_EVENTS_PASSPHRASE``, never asked for."""
    report = write_paper(
        folder(options), options.out, PaperOrder(passphrase=os.environ.get("VI_EVENTS_PASSPHRASE", ""))
    )
    erasure.note_export(folder(options), "paper", "pdf")
    said: dict[str, Any] = {
        "out": str(report.folder),
        "files": [{"file": file.name, "pages": file.pages} for file in report.files],
        "left_out": [
            {"file": left.name, "code": left.code, "reason": left.reason, "advice": left.advice}
            for left in report.left_out
        ],
    }
    told = [f"{file.name}\u202f: {counted(file.pages, 'page')}" for file in report.files]
    told += [f"{left.name} n’est pas écrit\u202f: {left.reason} {left.advice}" for left in report.left_out]
    return say(options, said, "\n".join(told))
