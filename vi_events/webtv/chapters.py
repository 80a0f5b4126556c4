"""Chapters of the replay: where each reveal and debate begins in the stream and in the recording. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vi_events.clock import hlc_ms
from vi_events.journal.entry import Entry, Fact
from vi_events.journal.fold import cancelled_ids
from vi_events.webtv.overlays import WEBTV

OUTPUTS = ("stream", "record")
LEAD_S = 3
"""A chapter begins a little before its reveal."""
SHORTEST_S = 10
"""YouTube takes chapters of at least ten seconds, three of them or more, the first at 0:00."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of the replay. Offsets in seconds, None when that output was not running."""

    title: str
    at_ms: int
    kind: str
    authority_id: str = ""
    stream_s: int | None = None
    record_s: int | None = None


def output_started(output: str, began_ms: int) -> Fact:
    """OBS streams or records, since ``began_ms`` on this computer's clock."""
    return Fact("output_started", WEBTV, {"output": output, "began_ms": began_ms})


def output_stopped(output: str) -> Fact:
    return Fact("output_stopped", WEBTV, {"output": output})


def marker_set(text: str) -> Fact:
    """The operator marked this moment."""
    return Fact("marker_set", WEBTV, {}, {"text": text})


def chapters(entries: Iterable[Entry]) -> tuple[Chapter, ...]:
    """Every stop that went live by GO, and every marker, in order; a stop shown again is not a chapter again."""
    known = sorted(entries, key=lambda entry: entry.order)
    dead = cancelled_ids(known)
    began: dict[str, int | None] = {}
    seen: set[str] = set()
    found: list[Chapter] = []
    for entry in known:
        at_ms, said = hlc_ms(entry.hlc), entry.payload
        if entry.id in dead:
            continue
        if entry.kind == "output_started":
            began[str(said["output"])] = int(said["began_ms"])
        elif entry.kind == "output_stopped":
            began[str(said["output"])] = None
        elif entry.kind == "marker_set":
            text = str((entry.personal or {}).get("text", "")) or "Repère"
            found.append(_at(Chapter(text, at_ms, "marker"), began))
        elif entry.kind == "stop_went_live" and said.get("how") == "go":
            key = f"{said['stop']}:{_step_key(entry)}"
            title, authority_id = _titled(entry)
            if key not in seen and title:
                seen.add(key)
                found.append(_at(Chapter(title, at_ms, str(said["shown"].get("kind", "")), authority_id), began))
    return tuple(found)


def youtube(found: Sequence[Chapter], output: str = "stream") -> str:
    """The description that makes chapters: « 0:00 Début », then a line each; those too near the last are left out."""
    lines = ["0:00 Début"]
    last = 0
    for chapter in found:
        offset = _offset(chapter, output)
        if offset is not None and offset - last >= SHORTEST_S:
            lines.append(f"{timecode(offset)} {chapter.title}")
            last = offset
    return "\n".join(lines) + "\n"


def rows(found: Sequence[Chapter]) -> list[dict[str, object]]:
    """The chapters as a table."""
    return [
        {
            "title": chapter.title,
            "kind": chapter.kind,
            "authority_id": chapter.authority_id,
            "stream": timecode(chapter.stream_s),
            "record": timecode(chapter.record_s),
            "at_ms": chapter.at_ms,
        }
        for chapter in found
    ]


def cuts(found: Sequence[Chapter], output: str = "record") -> list[dict[str, str]]:
    """For each authority where its part begins and ends in the recording."""
    offsets = [(chapter, _offset(chapter, output)) for chapter in found]
    listed = []
    for place, (chapter, begins) in enumerate(offsets):
        if begins is None or not chapter.authority_id:
            continue
        ends = next((after for _, after in offsets[place + 1 :] if after is not None and after > begins), None)
        listed.append(
            {
                "authority_id": chapter.authority_id,
                "title": chapter.title,
                "begins": timecode(begins),
                "ends": timecode(ends),
            }
        )
    return listed


def timecode(seconds: int | None) -> str:
    """« 2:38:12 », « 4:05 », empty for None."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _at(chapter: Chapter, began: dict[str, int | None]) -> Chapter:
    offsets = {}
    for output in OUTPUTS:
        start = began.get(output)
        offsets[output] = None if start is None else max(0, (chapter.at_ms - start) // 1000 - LEAD_S)
    return Chapter(
        chapter.title, chapter.at_ms, chapter.kind, chapter.authority_id, offsets["stream"], offsets["record"]
    )


def _offset(chapter: Chapter, output: str) -> int | None:
    return chapter.stream_s if output == "stream" else chapter.record_s


def _step_key(entry: Entry) -> str:
    """Each name of a roll call is a chapter; the steps of another stop are one."""
    shown = entry.payload.get("shown") or {}
    return str(entry.payload.get("step")) if shown.get("kind") == "roll_call" else ""


def _titled(entry: Entry) -> tuple[str, str]:
    shown = entry.payload.get("shown") or {}
    card = shown.get("card") or {}
    laureates = card.get("laureates") or []
    if shown.get("kind") == "award" and laureates:
        return f"{laureates[0]['name']}, {laureates[0]['level']} @", str(laureates[0]["authority_id"])
    if shown.get("kind") == "roll_call" and laureates and not shown.get("photo"):
        return f"{laureates[-1]['name']}, {laureates[-1]['level']} @", str(laureates[-1]["authority_id"])
    return str(card.get("title", "")), ""
