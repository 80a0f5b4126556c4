"""Reading the palmarès from a file: pure result, nothing written. It is under embargo: nothing here is logged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NoReturn

from vi_events.edition.attendee_words import yes_or_no
from vi_events.edition.columns import GENERIC, assign_palmares, ignored, listed
from vi_events.edition.importing import Correction, Question
from vi_events.edition.matching import Match, match_authority
from vi_events.edition.models import Authority
from vi_events.edition.palmares import LEVELS, Award, Mention, Palmares, mention_id
from vi_events.edition.palmares_words import is_no_level, kind_of, level_of, parts_of
from vi_events.edition.platforms import Refusal
from vi_events.edition.reference import Reference
from vi_events.edition.tables import Row, Table, read_table
from vi_events.edition.text import counted, fold, free_id
from vi_events.errors import UserError
from vi_events.sentences import say, say_of

FREE_ANSWER = "libre"
"""The answer that lets in an authority of no official list, such as a syndicat."""
_TEXTS = ("representative", "note", "short_form", "pronunciation")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about rows that are read all the same."""

    code: str
    reason: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class PalmaresImport:
    """What a file says, beside what was known. ``read`` counts rows; each is in ``refused``, in ``questions``, or is
    one of those added, updated and unchanged.
    """

    file: str
    mapping: Mapping[str, str]
    """Field -> header it is read from."""
    ignored: tuple[str, ...]
    """Headers that nothing is read from."""
    read: int
    added: int
    updated: int
    unchanged: int
    refused: tuple[Refusal, ...]
    questions: tuple[Question, ...]
    corrections: tuple[Correction, ...]
    notices: tuple[Notice, ...]
    readable: Palmares
    """The rows that could be read, and what was known before: ``accepted`` says whether to keep it."""

    @property
    def complete(self) -> bool:
        """Whether every row was read."""
        return not (self.refused or self.questions)

    def accepted(self, *, partial: bool = False) -> Palmares:
        """The palmarès to keep. UserError palmares_incomplete: a row is refused or asked about, and not ``partial``."""
        if not (self.complete or partial):
            raise UserError(
                "palmares_incomplete",
                say(
                    "Le palmarès n’est pas importé\u202f: {0}, {1} à préciser.",
                    counted(len(self.refused), "ligne refusée", "lignes refusées"),
                    counted(len(self.questions), "nom"),
                ),
                "Corrigez le fichier ou répondez aux questions, puis importez-le de nouveau.",
            )
        return self.readable


def read_palmares(
    path: Path,
    reference: Reference,
    mapping: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    known: Palmares | None = None,
) -> PalmaresImport:
    """The awards in a CSV or spreadsheet, added to those ``known``, whose announced totals they are held against.

    ``mapping`` is field -> header. ``answers`` is a written name, or the number of a row, -> a code, or FREE_ANSWER.
    Raises UserError when the file cannot be read, its columns make no sense or an answer is no code.
    """
    table = read_table(path)
    columns = assign_palmares(table.headers, mapping or {})
    if "level" not in columns or not columns.keys() & {"authority", "authority_code"}:
        _refuse_columns(table, columns)
    reader = _Reader(table, columns, reference, known or Palmares())
    reader.answers = _checked_answers(reference, answers or {})
    for row in table.rows:
        reader.read(row)
    return reader.finish(path.name)


def _refuse_columns(table: Table, columns: Mapping[str, int]) -> NoReturn:
    missing = say("les arobases") if "level" not in columns else say("la collectivité")
    name = "level" if "level" not in columns else "authority"
    raise UserError(
        "unknown_format",
        say("Aucune colonne ne donne {0}. Colonnes vues\u202f: {1}.", missing, listed(table.headers)),
        say("Dites laquelle avec --map, par exemple\u202f: --map '{0}=titre de la colonne'.", name),
    )


def _checked_answers(reference: Reference, answers: Mapping[str, str]) -> dict[str, str]:
    for written, code in answers.items():
        if code != FREE_ANSWER and reference.find(code) is None:
            raise UserError(
                "answer_unknown",
                say("Aucune collectivité n’a le code « {0} » donné pour « {1} ».", code[:40], written[:60]),
                say("Employez un des codes que l’import propose, ou « {0} » hors de la liste officielle.", FREE_ANSWER),
            )
    return {fold(written): code for written, code in answers.items()}


class _RowRefused(Exception):  # noqa: N818 - an outcome of one row, never seen outside
    def __init__(self, field: str, reason: str, code: str) -> None:
        super().__init__()
        self.field, self.reason, self.code = field, reason, code


class _Reader:
    """Reads row after row; doubled authorities are only seen at the end."""

    def __init__(self, table: Table, columns: Mapping[str, int], reference: Reference, known: Palmares) -> None:
        self.answers: Mapping[str, str] = {}
        self._table = table
        self._columns = columns
        self._reference = reference
        self._known = known
        self._before = {award.authority.id: award for award in known.awards}
        self._mentions = {mention.id: mention for mention in known.mentions}
        self._mention_rows: dict[str, list[int]] = {}
        self._rows: dict[str, list[int]] = {}
        """By authority: the rows that name it."""
        self._awards: dict[str, Award] = {}
        self._refused: list[Refusal] = []
        self._questions: list[Question] = []
        self._corrections: list[Correction] = []
        self._notices: dict[tuple[str, str], list[int]] = {}

    def read(self, row: Row) -> None:
        said = {name: row.cells[column] for name, column in self._columns.items()}
        try:
            if row.overflow:
                reason = say(
                    "La ligne a {0} de trop\u202f: un séparateur est mal placé.", counted(len(row.overflow), "cellule")
                )
                raise _RowRefused("", reason, "overflow")
            authority = self._authority(row.number, said)
            if authority is not None:
                self._rows.setdefault(authority.id, []).append(row.number)
                self._awards[authority.id] = self._award(row.number, authority, said)
        except _RowRefused as refused:
            header = self._table.headers[self._columns[refused.field]] if refused.field in self._columns else ""
            self._refused.append(Refusal(row.number, header, refused.reason, refused.code))

    def finish(self, file: str) -> PalmaresImport:
        """The whole result, once every row was read."""
        if not self._table.rows:
            self._note(1, "no_rows", say("Le fichier n’a que des titres\u202f: il n’y a aucune ligne à importer."))
        self._refuse_doubles()
        new = list(self._awards.values())
        kept = [award for award in self._known.awards if award.authority.id not in self._rows]
        # A row that could not be read may be one of these: only a whole file says who is absent.
        if kept and new and not (self._refused or self._questions):
            reason = say_of(
                len(kept),
                "{0} collectivité du palmarès n’est pas dans ce fichier\u202f: elle y reste.",
                "{0} collectivités du palmarès ne sont pas dans ce fichier\u202f: elles y restent.",
            )
            self._notices[("kept", reason)] = []
        added = sum(award.authority.id not in self._before for award in new)
        unchanged = sum(award == self._before.get(award.authority.id) for award in new)
        # A row refused changes nothing of what was known.
        stayed = [a for a in self._known.awards if a.authority.id in self._rows and a.authority.id not in self._awards]
        palmares = Palmares(
            awards=(*new, *stayed, *kept), mentions=self._all_mentions(new), announced=self._known.announced
        )
        self._note_gaps(palmares)
        return PalmaresImport(
            file=file,
            mapping={name: self._table.headers[column] for name, column in self._columns.items()},
            ignored=ignored(self._table.headers, GENERIC, self._columns),
            read=len(self._table.rows),
            added=added,
            updated=len(new) - added - unchanged,
            unchanged=unchanged,
            refused=tuple(sorted(self._refused, key=lambda refusal: refusal.row)),
            questions=tuple(self._questions),
            corrections=tuple(self._corrections),
            notices=tuple(Notice(code, reason, tuple(rows)) for (code, reason), rows in self._notices.items()),
            readable=palmares,
        )

    # The authority

    def _authority(self, number: int, said: Mapping[str, str]) -> Authority | None:
        """The authority of a row, with its kind; None when it must be asked."""
        written = said.get("authority", "")
        code = said.get("authority_code", "")
        if not fold(written) and not code:
            raise _RowRefused("authority", say("La ligne ne nomme aucune collectivité."), "no_authority")
        answer = self.answers.get(str(number)) or self.answers.get(fold(written), "")
        if fold(written) and (answer == FREE_ANSWER or (not answer and free_id(written) in self._before)):
            authority = Authority(id=free_id(written), name=written)
            reason = say("Collectivité hors de la liste officielle\u202f: son nom est gardé comme il est écrit.")
            self._note(number, "authority_free", reason)
            return self._with_kind(number, authority, said)
        match = match_authority(
            written, code=answer or code, department=said.get("department", ""), reference=self._reference
        )
        if match.status == "ambiguous":
            self._questions.append(Question(match.written, (number,), match.candidates))
            return None
        if match.status == "unknown" or match.authority is None:
            reason = say(
                "« {0} » n’est pas dans la liste officielle\u202f: corrigez le nom, donnez le code, ou "
                "répondez « {1} ».",
                _shown(written or code),
                FREE_ANSWER,
            )
            raise _RowRefused("authority" if written else "authority_code", reason, "unknown_authority")
        if not answer:
            self._check_code(match.authority, said)
            self._note_match(number, match, match.authority)
        return self._with_kind(number, match.authority, said)

    def _check_code(self, found: Authority, said: Mapping[str, str]) -> None:
        """Refuses a row whose code and name are two authorities: neither can be trusted on stage."""
        written, code = said.get("authority", ""), said.get("authority_code", "")
        if not (written and code):
            return
        named = match_authority(written, department=said.get("department", ""), reference=self._reference)
        if named.status in ("exact", "corrected") and named.authority and named.authority.id != found.id:
            reason = say(
                "Le code {0} désigne « {1} », pas « {2} »\u202f: corrigez l’un ou l’autre.",
                _shown(code),
                _shown(found.name),
                _shown(written),
            )
            raise _RowRefused("authority_code", reason, "code_mismatch")

    def _note_match(self, number: int, match: Match, authority: Authority) -> None:
        if match.status == "foreign":
            self._note(number, "authority_foreign", say("Collectivité étrangère\u202f: son nom n’est pas vérifié."))
        elif match.status == "corrected":
            self._corrections.append(Correction(match.written, authority.name, authority.id, (number,), match.why))

    def _with_kind(self, number: int, authority: Authority, said: Mapping[str, str]) -> Authority:
        known = self._before.get(authority.id)
        text = said.get("kind", known.authority.kind if known else "")
        kind = kind_of(text)
        if authority.type == "epci":
            if kind not in ("territoire", "autre"):
                reason = say("Une intercommunalité est un territoire, pas « {0} ».", _shown(text))
                self._note(number, "kind_territory", reason)
            return replace(authority, kind="territoire")
        if kind is None:
            reason = say("Type inconnu\u202f: « {0} ». La collectivité est notée « autre ».", _shown(text))
            self._note(number, "kind_unknown", reason)
        elif not text:
            self._note(number, "kind_missing", say("Type non précisé\u202f: la collectivité est notée « autre »."))
        return replace(authority, kind=kind or "autre")

    # The award

    def _award(self, number: int, authority: Authority, said: Mapping[str, str]) -> Award:
        level = self._level("level", said["level"])
        if level is None:
            raise _RowRefused(
                "level", say("La ligne ne donne aucun niveau\u202f: écrivez de 1 à 5 arobases."), "no_level"
            )
        values: dict[str, Any] = {name: said[name] for name in _TEXTS if name in said}
        if "previous" in said:
            values["previous"] = self._level("previous", said["previous"])
        if "first_participation" in said:
            values["first_participation"] = self._first(number, said["first_participation"])
        if "mentions" in said:
            values["mentions"] = self._mention_ids(number, said["mentions"])
        if "distinctions" in said:
            values["distinctions"] = parts_of(said["distinctions"])
        # A column that the file has counts even when empty; one that it lacks says nothing.
        base = self._before.get(authority.id) or Award(authority, level)
        award = replace(base, authority=authority, level=level, **values)
        if award.progress is not None and award.progress < 0:
            self._note(number, "level_fell", say("Le niveau est plus bas que le précédent\u202f: vérifiez-le."))
        if award.first_participation and award.previous is not None:
            reason = say("Première participation, mais un niveau précédent est donné\u202f: vérifiez lequel est juste.")
            self._note(number, "first_contradicted", reason)
        return award

    def _level(self, field: str, text: str) -> int | None:
        if field == "previous" and is_no_level(text):
            return None
        if not text:
            return None
        level = level_of(text)
        if level is None:
            reason = say("« {0} » n’est pas un niveau\u202f: écrivez un nombre d’arobases, de 1 à 5.", _shown(text))
            raise _RowRefused(field, reason, "level_not_number")
        if level not in LEVELS:
            reason = say("« {0} » est hors de l’échelle\u202f: un label va de 1 à 5 arobases.", _shown(text))
            raise _RowRefused(field, reason, "level_out_of_range")
        return level

    def _first(self, number: int, text: str) -> bool:
        first = yes_or_no(text)
        if first is None:
            reason = say(
                "« {0} » ne dit ni oui ni non\u202f: la première participation n’est pas retenue.", _shown(text)
            )
            self._note(number, "first_unknown", reason)
        return bool(first)

    def _mention_ids(self, number: int, text: str) -> tuple[str, ...]:
        ids = []
        for name in parts_of(text):
            id_ = mention_id(name)
            if not id_:
                continue
            if id_ not in self._mentions:
                self._mentions[id_] = Mention(id_, name)
                self._mention_rows[id_] = []
            if id_ in self._mention_rows:
                self._mention_rows[id_].append(number)
            ids.append(id_)
        return tuple(dict.fromkeys(ids))

    # The end

    def _refuse_doubles(self) -> None:
        """Refuses every row of an authority named twice: which one is right cannot be guessed."""
        for id_, rows in self._rows.items():
            if len(rows) < 2:
                continue
            self._awards.pop(id_, None)
            refused = {refusal.row for refusal in self._refused}
            column = "authority" if "authority" in self._columns else "authority_code"
            where = say("{0} et {1}", ", ".join(map(str, rows[:-1])), rows[-1])
            reason = say("La même collectivité est aux lignes {0}\u202f: gardez-en une seule.", where)
            header = self._table.headers[self._columns[column]]
            self._refused += [Refusal(row, header, reason, "duplicate") for row in rows if row not in refused]

    def _all_mentions(self, awards: Sequence[Award]) -> tuple[Mention, ...]:
        """Those known, then the new ones that an award read carries; each new one is said."""
        used = {id_ for award in awards for id_ in award.mentions}
        for id_, rows in self._mention_rows.items():
            if id_ in used:
                near = get_close_matches(id_, [other for other in self._mentions if other != id_], n=1, cutoff=0.85)
                doubt = say(" Elle ressemble à « {0} »\u202f: vérifiez.", self._mentions[near[0]].name) if near else ""
                reason = say("Nouvelle mention\u202f: « {0} ».{1}", _shown(self._mentions[id_].name), doubt)
                self._notices[("mention_created", reason)] = rows
        return tuple(mention for id_, mention in self._mentions.items() if id_ in used or id_ not in self._mention_rows)

    def _note_gaps(self, palmares: Palmares) -> None:
        for name, (announced, found) in palmares.gaps().items():
            level = say("à {0}", counted(int(name), "arobase")) if name.isdecimal() else ""
            what = level or (say("en tout") if name == "total" else say("de type {0}", name))
            reason = say_of(
                announced,
                "{0} collectivité {1} annoncée, {2} au palmarès.",
                "{0} collectivités {1} annoncées, {2} au palmarès.",
                what,
                found,
            )
            self._notices[("announced_difference", reason)] = []

    def _note(self, row: int, code: str, reason: str) -> None:
        self._notices.setdefault((code, reason), []).append(row)


def _shown(text: str) -> str:
    return (text if len(text) <= 60 else text[:59] + "…").replace("'", "’")
