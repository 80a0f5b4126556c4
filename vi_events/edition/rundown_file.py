"""The running order as a table: written as CSV, read from CSV or a spreadsheet. Pure; under embargo, nothing is logged.

One row for each stop. Before them, rows of the types début, fin and section say the hours and the presenters; a row of
the type suite goes on with the authorities and the people of the row above. A row number tells an authority's place in
the order: no reason or message names one, nor quotes a cell, where one may stand by mistake.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vi_events.edition import rundown_editing as editing
from vi_events.edition.attendee_words import yes_or_no
from vi_events.edition.columns import GENERIC, ignored
from vi_events.edition.matching import Match, match_authority
from vi_events.edition.palmares import Palmares, mention_id
from vi_events.edition.palmares_import import Notice
from vi_events.edition.platforms import Refusal
from vi_events.edition.reference import Reference
from vi_events.edition.rundown import Rundown, Section, Stop, new_id
from vi_events.edition.rundown_checks import Lack, lacks
from vi_events.edition.rundown_editing import LIST_MARKS
from vi_events.edition.rundown_making import keep_ids
from vi_events.edition.rundown_words import HEADERS, KIND_OF, SYNONYMS, WRITTEN, assign_rundown, guarded, unguarded
from vi_events.edition.tables import CELL_LIMIT, Row, read_table
from vi_events.edition.text import FREE, counted, fold
from vi_events.edition.timing import clock_duration, duration_of
from vi_events.errors import UserError
from vi_events.sentences import joined, say

_CELL_ROOM = CELL_LIMIT - 20
_LIST_CELLS = re.compile(rf"\s*[{LIST_MARKS}]\s*")
_CODE_CELLS = re.compile(rf"\s*[{LIST_MARKS},/]\s*")


# Writing


def rundown_csv(rundown: Rundown, palmares: Palmares, reference: Reference) -> bytes:
    """The running order as CSV that spreadsheets and ``read_rundown`` read; ids are left out."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(HEADERS), restval="", delimiter=";")
    writer.writerow(HEADERS)
    for row in _rows(rundown, palmares, reference):
        writer.writerow({name: guarded(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def _rows(rundown: Rundown, palmares: Palmares, reference: Reference) -> Iterator[dict[str, str]]:
    for kind, hour in (("start", rundown.starts), ("end", rundown.ends)):
        if hour:
            yield {"kind": WRITTEN[kind], "title": hour}
    for section in rundown.sections:
        yield {"kind": WRITTEN["section"], "title": section.title, "people": section.presenters}
    names = {award.authority.id: award.authority.name for award in palmares.awards}
    mentions = {mention.id: mention.name for mention in palmares.mentions}
    for stop in rundown.stops:
        lists = _cut_lists(stop, names, reference)
        mention = mentions.get(stop.mention, stop.mention)
        found = rundown.section(stop.section)
        yield {
            "kind": WRITTEN[stop.kind],
            "section": found.title if found else "",
            "title": stop.title,
            "mention": mention if mention_id(mention) == stop.mention else stop.mention,
            "planned": clock_duration(stop.planned_s),
            "note": stop.note,
            "postponed": "oui" if stop.postponed else "",
            **lists[0],
        }
        yield from ({"kind": WRITTEN["more"], **more} for more in lists[1:])


def _cut_lists(stop: Stop, names: Mapping[str, str], reference: Reference) -> list[dict[str, str]]:
    """Authorities and people in as many rows as cells need: a longer cell would be cut when it is read."""
    named = []
    for id_ in stop.authority_ids:
        known = reference.find(id_)
        name = names.get(id_) or (known.name if known else id_)
        named.append((id_, _LIST_CELLS.sub(", ", name)))
    authorities = [
        {"authority_code": _listed(id_ for id_, _ in part), "authority": _listed(name for _, name in part)}
        for part in _parts(named)
    ]
    people = [{"people": _listed(person for (person,) in part)} for part in _parts([(each,) for each in stop.people])]
    count = max(len(authorities), len(people), 1)
    return [
        {**(authorities[rank] if rank < len(authorities) else {}), **(people[rank] if rank < len(people) else {})}
        for rank in range(count)
    ]


def _parts(rows: Sequence[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """The rows in parts whose columns, joined, each fit in a cell."""
    part: list[tuple[str, ...]] = []
    for row in rows:
        columns = zip(*part, row, strict=True)
        if part and any(len(_listed(column)) > _CELL_ROOM for column in columns):
            yield part
            part = []
        part.append(row)
    if part:
        yield part


def _listed(texts: Iterable[str]) -> str:
    return " | ".join(texts)


# Reading


@dataclass(frozen=True, slots=True, repr=False)
class RundownImport:
    """What a file says, held against the running order before. ``read`` counts rows; added, updated, unchanged and
    removed count stops."""

    file: str
    mapping: Mapping[str, str]
    """Field -> header it is read from."""
    ignored: tuple[str, ...]
    """Headers that nothing is read from."""
    read: int
    added: int
    updated: int
    unchanged: int
    removed: int
    refused: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    lacks: tuple[Lack, ...]
    """Awards left out and the like, of what could be read."""
    readable: Rundown
    """The rows that could be read: ``accepted`` says whether to keep it."""

    def accepted(self, *, partial: bool = False) -> Rundown:
        """The running order to keep. UserError rundown_incomplete: a row is refused, and not ``partial``."""
        if self.refused and not partial:
            raise UserError(
                "rundown_incomplete",
                say(
                    "Le conducteur n’est pas importé\u202f: {0}.",
                    counted(len(self.refused), "ligne refusée", "lignes refusées"),
                ),
                "Corrigez ces lignes dans le fichier, puis importez-le de nouveau.",
            )
        return self.readable


def read_rundown(
    path: Path,
    palmares: Palmares,
    reference: Reference,
    mapping: Mapping[str, str] | None = None,
    previous: Rundown | None = None,
) -> RundownImport:
    """The running order in a CSV or spreadsheet, whole: it takes the place of ``previous``, whose ids stay where stops
    are the same. ``mapping`` is field -> header. Raises UserError when the file cannot be read or has not the columns.
    """
    table = read_table(path)
    columns = assign_rundown(table.headers, mapping or {})
    reader = _Reader(table.headers, columns, palmares, reference)
    for row in table.rows:
        reader.read(row)
    before = previous or Rundown()
    made = keep_ids(reader.rundown(), before)
    known = {stop.id: stop for stop in before.stops}
    kept = [stop for stop in made.stops if stop.id in known]
    unchanged = sum(stop == known[stop.id] for stop in kept)
    return RundownImport(
        file=path.name,
        mapping={name: table.headers[column] for name, column in columns.items()},
        ignored=ignored(table.headers, GENERIC, columns),
        read=len(table.rows),
        added=len(made.stops) - len(kept),
        updated=len(kept) - unchanged,
        unchanged=unchanged,
        removed=len(known) - len(kept),
        refused=tuple(sorted(reader.refused, key=lambda refusal: refusal.row)),
        notices=reader.notices(),
        lacks=lacks(palmares, made),
        readable=made,
    )


class _RowRefused(Exception):  # noqa: N818 - an outcome of one row, never seen outside
    def __init__(self, field: str, reason: str, code: str) -> None:
        super().__init__()
        self.field, self.reason, self.code = field, reason, code


@dataclass(slots=True, repr=False)
class _Entry:
    """A stop whose authorities and people may go on in the rows below. ``sound``: its own row was read."""

    row: int
    stop: Stop
    sound: bool = True


class _Reader:
    """Reads row after row. A stop is judged at the end, once the rows that go on with it were read."""

    def __init__(
        self, headers: Sequence[str], columns: Mapping[str, int], palmares: Palmares, reference: Reference
    ) -> None:
        self.refused: list[Refusal] = []
        self._headers = headers
        self._columns = columns
        self._authorities = _Authorities(palmares, reference)
        self._mentions = {mention_id(mention.name): mention.id for mention in palmares.mentions} | {
            mention.id: mention.id for mention in palmares.mentions
        }
        self._entries: list[_Entry] = []
        self._sections: dict[str, Section] = {}
        """By title_key."""
        self._declared: set[str] = set()
        self._hours = {"start": "", "end": ""}
        self._notices: dict[tuple[str, str], list[int]] = {}

    def read(self, row: Row) -> None:
        said = dict.fromkeys(SYNONYMS, "")
        for name, column in self._columns.items():
            cell = row.cells[column]
            said[name] = unguarded(cell)
        kind = ""
        try:
            if row.overflow:
                reason = say(
                    "La ligne a {0} de trop\u202f: un séparateur est mal placé.", counted(len(row.overflow), "cellule")
                )
                raise _RowRefused("", reason, "overflow")
            kind = _kind(said)
            self._read_kind(row.number, kind, said)
        except _RowRefused as refused:
            self._refuse(row.number, refused.field, refused.reason, refused.code)
            if kind not in ("more", "section", "start", "end"):
                self._entries.append(_Entry(row.number, Stop("", "", 0), sound=False))

    def rundown(self) -> Rundown:
        """What could be read."""
        stops = []
        for entry in self._entries:
            stop = editing.tidied(entry.stop)
            found = editing.problem(stop) if entry.sound else None
            if found:
                self._refuse(entry.row, found.field, joined((found.message, found.advice), " "), found.code)
            elif entry.sound:
                stops.append(stop)
        return Rundown(tuple(stops), tuple(self._sections.values()), self._hours["start"], self._hours["end"])

    def notices(self) -> tuple[Notice, ...]:
        return tuple(Notice(code, reason, tuple(rows)) for (code, reason), rows in self._notices.items())

    def _read_kind(self, number: int, kind: str, said: Mapping[str, str]) -> None:
        if kind in self._hours:
            try:
                self._hours[kind] = editing.planned_time(said["title"])
            except UserError as error:
                raise _RowRefused("title", f"{error}", error.code) from None
        elif kind == "section":
            self._declare(said)
        elif kind == "more":
            self._go_on(number, said)
        else:
            self._entries.append(_Entry(number, self._stop(number, kind, said)))

    def _declare(self, said: Mapping[str, str]) -> None:
        key = editing.title_key(said["title"])
        if not key or key in self._declared:
            reason = say("La section n’a pas de titre, ou une autre a le même\u202f: donnez-lui le sien.")
            raise _RowRefused("title", reason, "section_title")
        self._declared.add(key)
        id_ = self._section(said["title"])
        self._sections[key] = Section(id_, said["title"], said["people"])

    def _section(self, title: str) -> str:
        if not title:
            return ""
        return self._sections.setdefault(editing.title_key(title), Section(new_id(), title)).id

    def _go_on(self, number: int, said: Mapping[str, str]) -> None:
        if not self._entries:
            raise _RowRefused("kind", say("Une ligne « suite » vient sans étape au-dessus d’elle."), "more_alone")
        entry = self._entries[-1]
        entry.stop = replace(
            entry.stop,
            authority_ids=(*entry.stop.authority_ids, *self._named(number, said)),
            people=(*entry.stop.people, *_cells(_LIST_CELLS, "people", said)),
        )

    def _stop(self, number: int, kind: str, said: Mapping[str, str]) -> Stop:
        postponed = yes_or_no(said["postponed"])
        if postponed is None:
            raise _RowRefused("postponed", say("La cellule ne dit ni oui ni non."), "postponed_unknown")
        return Stop(
            id=new_id(),
            kind=kind,
            planned_s=self._planned(number, said["planned"]),
            title=said["title"],
            section=self._section(said["section"]),
            authority_ids=self._named(number, said),
            mention=self._mention(number, kind, said["mention"]),
            people=_cells(_LIST_CELLS, "people", said),
            note=said["note"],
            postponed=postponed,
        )

    def _planned(self, number: int, text: str) -> int:
        if not text:
            reason = say("Aucune durée prévue\u202f: l’étape compte pour 0 seconde.")
            self._note(number, "duration_missing", reason)
            return 0
        seconds = duration_of(text)
        if seconds is None:
            reason = say("La cellule n’est pas une durée\u202f: écrivez 0:40, 40 s, 2 min ou 1:30:00.")
            raise _RowRefused("planned", reason, "duration_unknown")
        return seconds

    def _mention(self, number: int, kind: str, text: str) -> str:
        if not text:
            return ""
        if kind != "mention":
            reason = say("Seule une ligne de type « mention » porte une mention\u202f: celle-ci n’est pas lue.")
            self._note(number, "mention_ignored", reason)
            return ""
        id_ = self._mentions.get(text) or self._mentions.get(mention_id(text))
        if id_ is None:
            reason = say("Cette mention n’est pas au palmarès\u202f: corrigez son nom.")
            raise _RowRefused("mention", reason, "unknown_mention")
        return id_

    def _named(self, number: int, said: Mapping[str, str]) -> tuple[str, ...]:
        codes = _cells(_CODE_CELLS, "authority_code", said)
        names = _cells(_LIST_CELLS, "authority", said)
        if codes and names and len(codes) != len(names):
            given = say("{0} pour {1}", counted(len(codes), "code"), counted(len(names), "nom"))
            reason = say("La ligne donne {0}\u202f: donnez-en autant.", given)
            raise _RowRefused("authority_code", reason, "count_mismatch")
        if codes:
            return tuple(
                self._authorities.by_code(code, names[rank] if names else "") for rank, code in enumerate(codes)
            )
        found = [self._authorities.by_name(name) for name in names]
        if not all(exact for _, exact in found):
            reason = say("Un nom a été compris sous une autre écriture que celle du fichier\u202f: vérifiez.")
            self._note(number, "name_corrected", reason)
        return tuple(id_ for id_, _ in found)

    def _refuse(self, row: int, field: str, reason: str, code: str) -> None:
        header = self._headers[self._columns[field]] if field in self._columns else ""
        self.refused.append(Refusal(row, header, reason, code))

    def _note(self, row: int, code: str, reason: str) -> None:
        self._notices.setdefault((code, reason), []).append(row)


class _Authorities:
    """Which authority a code or a name means: those of the palmarès first, then the official list."""

    def __init__(self, palmares: Palmares, reference: Reference) -> None:
        self._reference = reference
        self._names = {award.authority.id: award.authority.name for award in palmares.awards}
        self._ids: dict[str, list[str]] = {}
        """By folded name or short form."""
        for award in palmares.awards:
            for key in {fold(award.authority.name), fold(award.short_form)} - {""}:
                self._ids.setdefault(key, []).append(award.authority.id)

    def by_code(self, code: str, name: str) -> str:
        id_ = self._of_code(code)
        known = self._reference.find(id_)
        official = self._names.get(id_) or (known.name if known else "")
        if name and fold(name) not in (fold(official), fold(code)):
            match = match_authority(name, reference=self._reference)
            if match.status in ("exact", "corrected") and match.authority and match.authority.id != id_:
                reason = say("Le code et le nom désignent deux collectivités\u202f: corrigez l’un ou l’autre.")
                raise _RowRefused("authority_code", reason, "code_mismatch")
        return id_

    def _of_code(self, code: str) -> str:
        if code in self._names or code.startswith(FREE):
            return code
        match = match_authority("", code=code, reference=self._reference)
        if match.status != "exact" or match.authority is None:
            reason = say("Un code n’est pas dans la liste officielle\u202f: corrigez-le, ou donnez le nom seul.")
            raise _RowRefused("authority_code", reason, "unknown_authority")
        return match.authority.id

    def by_name(self, name: str) -> tuple[str, bool]:
        """The id, and whether the name is written as it is known."""
        ids = self._ids.get(fold(name), [])
        match = None if ids else match_authority(name, reference=self._reference)
        if match is not None:
            ids = self._of_match(match)
        if len(ids) == 1:
            return ids[0], match is None or match.status == "exact"
        if ids or (match is not None and match.status == "ambiguous"):
            reason = say("Plusieurs collectivités portent ce nom\u202f: donnez le code de la bonne.")
            raise _RowRefused("authority", reason, "ambiguous_authority")
        reason = say("Un nom n’est ni au palmarès ni dans la liste officielle\u202f: corrigez-le, ou donnez son code.")
        raise _RowRefused("authority", reason, "unknown_authority")

    def _of_match(self, match: Match) -> list[str]:
        """Homonyms of the official list are told apart by the palmarès, when it holds only one of them."""
        if match.status == "ambiguous":
            return [each.id for each in match.candidates if each.id in self._names]
        return [match.authority.id] if match.authority and match.status != "unknown" else []


def _kind(said: Mapping[str, str]) -> str:
    word = fold(said["kind"])
    if not word and (said["authority"] or said["authority_code"]):
        return "award"
    kind = KIND_OF.get(word)
    if kind is None:
        written = ", ".join(WRITTEN.values())
        raise _RowRefused(
            "kind", say("Ce type d’étape n’existe pas. Types possibles\u202f: {0}.", written), "kind_unknown"
        )
    return kind


def _cells(marks: re.Pattern[str], name: str, said: Mapping[str, str]) -> tuple[str, ...]:
    if len(said[name]) >= CELL_LIMIT:
        reason = say(
            "La cellule dépasse {0} caractères\u202f: mettez la fin dans une ligne de type « suite ».", CELL_LIMIT
        )
        raise _RowRefused(name, reason, "cell_too_long")
    return tuple(part for part in marks.split(said[name]) if part)
