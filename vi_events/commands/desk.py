"""Commands of the reception desk: scanning, finding, badges."""

import argparse
from typing import Any

from vi_events import app, paths, settings
from vi_events.checkin.cards import CardMaker
from vi_events.checkin.search import SearchIndex
from vi_events.checkin.views import ScanResult
from vi_events.commands.common import folder, iso, lines, say, stdin, writing
from vi_events.edition import people
from vi_events.errors import UserError

BADGE_WIDTHS = (576, 384)


def scan(options: argparse.Namespace) -> int:
    with writing(options, options.station, options.zone) as opened:
        for line in lines(stdin()):
            result = opened.reception.scan(line).result()
            name = result.person.name if result.person else ""
            again = "  (répété, ignoré)" if result.repeat == "ignored" else ""
            say(options, _scan_said(result), f"{result.verdict:18} {name}  {result.message}{again}")
    return 0


def _scan_said(result: ScanResult) -> dict[str, Any]:
    said: dict[str, Any] = {
        "verdict": result.verdict,
        "attendee_id": result.person.attendee_id if result.person else None,
        "name": result.person.name if result.person else None,
        "message": result.message,
        "first_at": iso(result.first_at_ms),
        "first_station": result.first_station or None,
        "zone": result.zone,
        "repeat": result.repeat or None,
        "ms": result.ms,
    }
    if result.candidates:
        said["candidates"] = [_found_said(person) for person in result.candidates]
    return said


def find(options: argparse.Namespace) -> int:
    with app.read_edition(folder(options)) as store:
        cards, index = CardMaker(store), SearchIndex()
        for subject, state in store.states_of_type("attendee"):
            if people.is_known(state) and not state.data.get("merged_into"):
                index.put(cards.listed(subject, state))
        found = index.find(options.query)
    lines = [
        f"{person.attendee_id}  {', '.join(filter(None, (_full(person), person.authority, person.function)))}"
        for person in found
    ]
    return say(
        options,
        [_found_said(person) for person in found],
        "\n".join(lines) or "Personne ne correspond.",
    )


def _full(person: Any) -> str:
    return f"{person.first_name} {person.last_name}".strip()


def _found_said(person: Any) -> dict[str, str]:
    return {
        "attendee_id": person.attendee_id,
        "name": _full(person),
        "authority": person.authority,
        "function": person.function,
        "department": person.department,
    }


def badge(options: argparse.Namespace) -> int:
    from vi_events.checkin import badges

    if not options.png and not options.printer:
        raise UserError("badge_where", "Il faut dire où va le badge.", "Ajoutez --png FICHIER ou --printer URL.")
    known = settings.load(paths.data_folder(options.data)).printers
    width = options.width or (known[0].width_dots if known else BADGE_WIDTHS[0])
    said: dict[str, Any] = {"attendee_id": options.attendee_id}
    with app.read_edition(folder(options)) as store:
        picture = badges.picture(store, options.attendee_id, width)
    if options.png:
        badges.save_png(picture, options.png)
        said |= {"png": str(options.png), "width": picture.width, "height": picture.height}
    if options.printer:
        with writing(options) as opened:
            outcome = opened.reception.printing.print_now(options.attendee_id, picture, options.printer)
        said |= {"state": outcome.state, "reason": outcome.reason}
    say(options, said, f"Badge\u202f: {said.get('state', 'fait')}. {said.get('reason', '')}".strip())
    return 0 if said.get("state", "sent") in ("confirmed", "sent") else 1
