"""A palmarès of names that must be nowhere before their announcement, and what looks for them in files."""

import json
from pathlib import Path

from vi_events.edition.models import Authority
from vi_events.edition.palmares import Award, Mention, Palmares
from vi_events.edition.rundown import Rundown, Stop, new_id
from vi_events.edition.show_document import ShowDocument
from vi_events.stage import engine
from vi_events.stage.service import Stage
from vi_events.stage.show import ShowView

PASSPHRASE = "correct cheval pile agrafe"
CANARIES = [f"Canariville-{number:02d}" for number in range(1, 13)]
SECRETS = ["Mention Canarimention", "note canarinote", "prononcé canarison", "Forme canaricourte"]


def document() -> ShowDocument:
    awards = tuple(
        Award(
            Authority(f"libre-canari-{number:02d}", name, "other", "51", "Marne", "ville"),
            number % 5 + 1,
            mentions=("canarimention",),
            note="note canarinote",
            pronunciation="prononcé canarison",
            short_form="Forme canaricourte" if number == 12 else "",
        )
        for number, name in enumerate(CANARIES, 1)
    )
    stops = tuple(Stop(new_id(), "award", 40, authority_ids=(award.authority.id,), note=award.note) for award in awards)
    palmares = Palmares(awards, (Mention("canarimention", "Mention Canarimention"),))
    return ShowDocument(palmares, Rundown(stops, starts="14:30", ends="16:00"))


def forward(stage: Stage) -> ShowView:
    view = stage.view().result()
    if engine.needs_standby(view.revision, view.state):
        stage.standby().result()
    return stage.go().result()


def found_in(root: Path, secret: str) -> list[str]:
    """Files under ``root`` whose bytes hold the secret in any of the usual encodings."""
    needles = {secret.encode(), secret.encode("utf-16-le"), json.dumps(secret).strip('"').encode()}
    return [
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def nowhere(root: Path, secrets: list[str]) -> None:
    for secret in secrets:
        assert found_in(root, secret) == []
