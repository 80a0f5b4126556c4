"""An edition on disk whose show was played, in part or to its end."""

from pathlib import Path

from vi_events import app
from vi_events.app import OpenEdition
from vi_events.clock import NowMs, wall_ms
from vi_events.edition.models import Zone
from vi_events.edition.programme import Edition
from vi_events.edition.show_document import ShowDocument
from vi_events.journal.entry import Author
from vi_events.stage import engine

STAGE = Author("regie")
NOON_MS = 1_800_000_000_000


def new_edition(data: Path, document: ShowDocument, title: str = "Remise des labels") -> Path:
    """An edition of 2027 with this palmarès and running order, nothing announced yet."""
    folder = app.create_edition(data, Edition("labels-2027", title, "2027-02-05", "Paris"), (Zone("salle", "Salle"),))
    with app.open_edition(folder, STAGE) as opened:
        opened.stage.documents.save(document)
    return folder


def play(folder: Path, presses: int | None = None, now_ms: NowMs = wall_ms) -> None:
    """Arms the show and presses GO so many times, or to the end."""
    with app.open_edition(folder, STAGE, now_ms=now_ms) as opened:
        assert opened.stage.open().result().refusal == ""
        assert opened.stage.press(engine.arm).result().refusal == ""
        while presses is None or presses > 0:
            if forward(opened) == "ended":
                break
            presses = None if presses is None else presses - 1


def forward(opened: OpenEdition) -> str:
    """GO, with the gate opened first where there is one; gives its refusal."""
    refusal = opened.stage.go().result().refusal
    if refusal != "gate":
        return refusal
    opened.stage.standby().result()
    return opened.stage.go().result().refusal
