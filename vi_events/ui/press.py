"""Pictures for the press from the command line: drawn by Qt, without a window or a display."""

from argparse import Namespace

from PySide6.QtGui import QGuiApplication

from vi_events import app
from vi_events.commands.common import folder, say
from vi_events.edition import programme
from vi_events.edition.text import counted
from vi_events.errors import UserError
from vi_events.stage import announced
from vi_events.stage.theme import load_theme
from vi_events.ui.surfaces.press_pictures import write_press_pictures


def draw_press_pictures(options: Namespace) -> int:
    """``palmares press DIR``: the pictures of every announced award; returns the exit code. It only reads, so it works
    beside the window that holds the edition. UserError when nothing was announced.
    """
    if options.out is None:
        raise UserError(
            "folder_missing", "Il manque le dossier des images.", "Écrivez «\u202fpalmares press DOSSIER\u202f»."
        )
    where = folder(options)
    theme = load_theme(where)
    with app.read_edition(where) as store:
        rows = announced.rows(store)
        header = theme.header or app.about(programme.read_edition(store), where).header
    _drawing = QGuiApplication.instance() or QGuiApplication(["vi-events", "-platform", "offscreen"])
    paths = list(write_press_pictures(options.out, rows, header, theme))
    said = {"awards": len(rows), "pictures": [path.name for path in paths], "out": str(options.out)}
    return say(options, said, f"{counted(len(paths), 'image')} de {counted(len(rows), 'label')} dans {options.out}.")
