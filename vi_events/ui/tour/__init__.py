"""Plays a whole day by itself and leaves screenshots and a summary: a demonstration, and the pictures of the guide.

``day`` puts it together; each other module plays what one window or one station does of it.
"""

import json
import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from vi_events.errors import UserError
from vi_events.sentences import say
from vi_events.ui.shell import application


def play(folder: Path, language: str = "fr") -> int:
    """Plays the tour; pictures and ``summary.json`` go to ``folder``. Returns the exit code."""
    if "QT_QPA_PLATFORM" not in os.environ and sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError(
            "folder_unwritable",
            say("« {0} » ne se laisse pas écrire ({1}).", folder, problem.strerror),
            "Choisissez un autre dossier.",
        ) from problem
    application(language)
    from vi_events.ui.tour.day import Day

    with tempfile.TemporaryDirectory() as data, ExitStack() as stack:
        summary = Day(folder, Path(data), stack).run()
    (folder / "summary.json").write_text(json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8")
    print(json.dumps(summary, ensure_ascii=False, indent=1))
    return 0 if summary["journal"]["problems"] == [] else 1
