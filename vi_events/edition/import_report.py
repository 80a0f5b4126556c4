"""What an import says of itself: public JSON, and the same as lines to read."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from vi_events.edition.columns import listed
from vi_events.edition.importing import Outcome, Prepared, open_questions
from vi_events.edition.platforms import Refusal
from vi_events.edition.text import counted

_MOST_ALIKE = 5
"""Warnings of one sort that are told one by one; the others are counted."""


def import_report(prepared: Prepared, outcome: Outcome, dry_run: bool) -> dict[str, Any]:
    """The public JSON of an import. Nothing is counted as added when the file was refused."""
    counted = outcome if outcome.applied or dry_run else Outcome(outcome.batch)
    return {
        "file": prepared.file,
        "platform": prepared.platform,
        "mapping": dict(prepared.mapping),
        "ignored": list(prepared.ignored),
        "dry_run": dry_run,
        "applied": outcome.applied,
        "batch": outcome.batch if outcome.applied else None,
        "read": prepared.read,
        "added": counted.added,
        "updated": counted.updated,
        "unchanged": counted.unchanged,
        "refused": noted(sorted(outcome.refused, key=lambda refusal: refusal.row)),
        "warnings": noted(prepared.warnings),
        "corrected": [
            {
                "written": c.written,
                "official": c.official,
                "code": c.code,
                "rows": list(c.rows),
                "why": c.why,
            }
            for c in prepared.corrections
        ],
        "questions": [
            {
                "written": q.written,
                "rows": list(q.rows),
                "candidates": [{"code": a.id, "name": a.name, "department": a.department} for a in q.candidates],
            }
            for q in open_questions(prepared, outcome)
        ],
        "similar": [{"row": s.row, "name": s.name, "attendee_id": s.attendee_id} for s in counted.similar],
    }


def import_sentences(report: dict[str, Any]) -> str:
    """The report as lines to read; a name that only changed its capitals is not worth one."""
    mapping = ", ".join(f"{name} ← «\u202f{header}\u202f»" for name, header in report["mapping"].items())
    lines = [
        f"{report['platform']}\u202f: "
        f"{counted(report['read'], 'ligne lue', 'lignes lues')}, {counted(report['added'], 'ajoutée')}, "
        f"{counted(report['updated'], 'mise', 'mises')} à jour, {counted(report['unchanged'], 'inchangée')}, "
        f"{counted(len(report['refused']), 'refusée')}.",
        f"  Colonnes lues\u202f: {mapping}.",
    ]
    if report["ignored"]:
        lines.append(f"  Colonnes ignorées\u202f: {listed(report['ignored'])}.")
    lines += [noted_line(refused) for refused in report["refused"]]
    lines += _warned(report["warnings"])
    lines += [
        f"  «\u202f{c['written']}\u202f» compris comme {c['official']} ({c['code']}). {c['why']}"
        for c in report["corrected"]
        if _letters(c["written"]) != _letters(c["official"])
    ]
    for question in report["questions"]:
        choices = " ou ".join(f"{c['name']} ({c['department']}) = {c['code']}" for c in question["candidates"])
        lines.append(
            f"  «\u202f{question['written']}\u202f»\u202f: laquelle\u202f? {choices}. Répondez avec --answer nom=code."
        )
    if report["similar"]:
        lines.append(_alike(report["similar"]))
    if report["batch"]:
        lines.append(f"Pour annuler\u202f: undo-import {report['batch']}")
    return "\n".join(lines)


def noted(refusals: Iterable[Refusal]) -> list[dict[str, Any]]:
    """Refusals as they stand in JSON: row, column, reason, code."""
    return [{"row": r.row, "column": r.column, "reason": r.reason, "code": r.code} for r in refusals]


def noted_line(noted: dict[str, Any]) -> str:
    """One of them in a line for people."""
    return f"  ligne {noted['row']}, {noted['column'] or 'ligne entière'}\u202f: {noted['reason']}"


def _warned(warnings: list[dict[str, Any]]) -> Iterator[str]:
    code = itemgetter("code")
    for _, alike in groupby(sorted(warnings, key=code), code):
        told = list(alike)
        yield from (noted_line(warning) for warning in told[:_MOST_ALIKE])
        if len(told) > _MOST_ALIKE:
            yield f"  … et {counted(len(told) - _MOST_ALIKE, 'autre ligne', 'autres lignes')} dans ce cas."


def _alike(similar: list[dict[str, Any]]) -> str:
    names = ", ".join(each["name"] for each in similar[:_MOST_ALIKE]) + (", …" if len(similar) > _MOST_ALIKE else "")
    first, merge = (
        ("personne ressemble à une autre", "réunissez-la")
        if len(similar) == 1
        else ("personnes ressemblent à d’autres", "réunissez-les")
    )
    known = "déjà inscrite" if len(similar) == 1 else "déjà inscrites"
    same = "si c’est la même" if len(similar) == 1 else "si ce sont les mêmes"
    return f"  {len(similar)} {first} {known}\u202f: {names}\u202f; {merge} dans la fiche (Ctrl+D) {same}."


def _letters(name: str) -> str:
    return name.casefold().replace("’", "'")
