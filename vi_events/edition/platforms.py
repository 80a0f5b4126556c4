"""Attendee exports of real ticketing platforms, read into records. Pure rules: a Table in, an ImportPlan out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from string import ascii_letters, digits
from typing import NamedTuple

from vi_events.edition.attendee_words import (
    categories_in,
    is_last_first,
    is_surely_split,
    split_name,
    status_of,
    yes_or_no,
)
from vi_events.edition.columns import GENERIC, Platform, assign, ignored, listed, recognise
from vi_events.edition.models import STATUSES
from vi_events.edition.tables import Row, Table
from vi_events.edition.text import counted, fold
from vi_events.errors import UserError
from vi_events.sentences import say

NAME_LIMIT = 80

_PLAIN = frozenset(ascii_letters + digits)
_SEPARATORS = re.compile(r"[;,|]")
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+")
_DELIMITERS = re.compile(r"[;,\t|]")
_TITLE_ROWS = 5
"""How many lines may stand above the titles of the columns and still be told apart from them."""
_ROUNDED = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
"""What a spreadsheet makes of a long number: its last digits are gone."""


class Record(NamedTuple):
    """One person of the file. ``ref`` finds the same person again when the file is imported a second time."""

    row: int
    ref: str
    last_name: str
    first_name: str = ""
    function: str = ""
    authority: str = ""
    authority_code: str = ""
    department: str = ""
    postal_code: str = ""
    country: str = ""
    category: str = ""
    """One of models.CATEGORIES, or empty when the file does not say."""
    status: str = "confirmed"
    email: str = ""
    phone: str = ""
    protocol_note: str = ""
    vip: bool = False
    seat: str = ""
    zones: tuple[str, ...] = ()
    external_codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is wrong with a row, where, and why. ``warning``: the row is read all the same."""

    row: int
    column: str
    reason: str
    code: str
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What a file would bring, before anything is written."""

    platform: str
    mapping: dict[str, str]
    """Field -> header it is read from."""
    records: list[Record] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    ignored: tuple[str, ...] = ()
    """Headers that nothing is read from."""


def read_rows(table: Table, platform: Platform | None = None, mapping: Mapping[str, str] | None = None) -> ImportPlan:
    """The people of a table. ``mapping`` (field -> header) outranks what the platform's headers say.

    Raises UserError: unknown_format, unknown_field, unknown_column.
    """
    platform = platform or recognise(table.headers) or GENERIC
    columns = assign(table.headers, platform, mapping or {})
    if not columns.keys() & {"last_name", "full_name", "first_name"}:
        raise UserError(
            "unknown_format",
            say("Aucune colonne ne donne le nom des personnes. Colonnes vues\u202f: {0}.", listed(table.headers)),
            _advice(table),
        )
    reader = _Reader(table, platform, columns)
    for row in table.rows:
        reader.read(row)
    reader.finish()
    shown = {name: table.headers[index] for name, index in columns.items()}
    left = ignored(table.headers, platform, columns)
    return ImportPlan(platform.label, shown, reader.records, reader.refusals, left)


def _advice(table: Table) -> str:
    """What to do about a file without any column of names: often, a line of title stands above the columns'."""
    for row in table.rows[:_TITLE_ROWS]:
        cells = [part for cell in (*row.cells, *row.overflow) for part in _DELIMITERS.split(cell)]
        if recognise(cells) is not None:
            above = say("la première ligne") if row.number == 2 else say("les {0} premières lignes", row.number - 1)
            return say(
                "Les titres des colonnes semblent être à la ligne {0}\u202f: retirez {1} du fichier.", row.number, above
            )
    return say("Dites laquelle avec --map, par exemple\u202f: --map 'last_name=titre de la colonne'.")


class _Said(NamedTuple):
    """The cells of one row that mean something; a field that the file lacks is empty."""

    last_name: str
    first_name: str
    full_name: str
    payer_last_name: str
    payer_first_name: str
    payer_name: str
    function: str
    authority: str
    authority_code: str
    department: str
    postal_code: str
    country: str
    category: str
    ticket_type: str
    variation: str
    blocked: str
    status: str
    email: str
    payer_email: str
    phone: str
    protocol_note: str
    vip: str
    seat: str
    zones: str
    external_codes: str
    order: str
    ticket: str
    quantity: str
    addon_of: str


class _Reader:
    """Reads row after row. Cells come cleaned, and words that come back in many rows are understood once."""

    def __init__(self, table: Table, platform: Platform, columns: Mapping[str, int]) -> None:
        self.records: list[Record] = []
        self.refusals: list[Refusal] = []
        self._headers = table.headers
        self._platform = platform
        self._columns = columns
        folded = [fold(header) for header in table.headers]
        self._code_columns = [folded.index(header) for header in platform.codes if header in folded]
        self._first_rows: dict[str, int] = {}
        self._doubtful_names: list[int] = []
        """Rows whose full name may be cut at the wrong word."""
        # Beyond the last cell stands an empty one, for the fields that the file lacks.
        self._pick = itemgetter(*(columns.get(name, len(table.headers)) for name in _Said._fields))

    def read(self, row: Row) -> None:
        number = row.number
        if row.overflow:
            count = len(row.overflow)
            reason = say(
                "La ligne a {0} de trop\u202f: un séparateur ou un guillemet est mal placé.", counted(count, "cellule")
            )
            self._note(number, self._headers[-1], reason, "overflow")
            return
        said = _Said._make(self._pick((*row.cells, "")))
        if said.addon_of:
            reason = say("Cette ligne est une option d’un autre billet\u202f: elle n’ajoute personne.")
            self._warn(number, "addon_of", reason, "addon_ignored")
            return
        named = self._name(number, said)
        if named is None:
            reason = say("La ligne ne donne aucun nom\u202f: ajoutez-le dans le fichier ou retirez la ligne.")
            self._note(number, self._header("last_name", "full_name", "first_name"), reason, "no_name")
            return
        first, last, from_payer = named
        email = self._email(number, said, from_payer, f"{first} {last}")
        if len(first) > NAME_LIMIT:
            first = self._cut(number, "first_name", first)
        if len(last) > NAME_LIMIT:
            last = self._cut(number, "last_name", last)
        if not last:
            first, last = "", first
        category = _category(said.category, said.ticket_type, said.variation, said.function)
        status = self._status(number, said)
        vip = bool(said.vip) and self._vip(number, said.vip)
        codes = self._codes(row, said) if said.external_codes or self._code_columns else ()
        ref = self._ref(number, said, f"{first} {last}", email)
        if ref:
            self.records.append(_record(said, (number, ref, last, first), (category, status, email, vip), codes))

    def finish(self) -> None:
        """Says what concerns the file as a whole."""
        if not self.records and not self.refusals:
            reason = say("Le fichier n’a que des titres\u202f: il n’y a aucune ligne à importer.")
            self._note(1, "", reason, "no_rows", "warning")
        if self._doubtful_names:
            reason = say(
                "{0} dont le nom de famille n’est pas sûr\u202f: écrivez-le en capitales, ou dans une colonne "
                "à part, puis vérifiez ces fiches.",
                counted(len(self._doubtful_names), "nom complet", "noms complets"),
            )
            column = self._header("full_name", "payer_name")
            self._note(self._doubtful_names[0], column, reason, "name_doubtful", "warning")

    def _ref(self, number: int, said: _Said, name: str, email: str) -> str:
        """What finds the person again; empty for the second row that says it is the same person."""
        if said.quantity.isdecimal() and int(said.quantity) > 1:
            reason = say("La ligne compte {0} billets\u202f: une seule personne est ajoutée.", said.quantity)
            self._warn(number, "quantity", reason, "quantity")
        order, source = said.order, self._platform.id
        if said.ticket:
            ref = f"{source}:{order}:{said.ticket}"
        elif order:
            ref = self._numbered(f"{source}:{order}:{fold(name)}")
        elif email:
            ref = f"{source}:{email.casefold()}:{fold(name)}"
        else:
            ref = f"{source}:{fold(name)}:{fold(_padded(said.authority_code, 4) or said.authority)}"
        first = self._first_rows.setdefault(ref, number)
        if first == number:
            return ref
        column = self._header("ticket", "last_name", "full_name", "first_name")
        reason = say("Cette personne est déjà à la ligne {0}\u202f: retirez l’une des deux lignes.", first)
        self._note(number, column, reason, "duplicate")
        return ""

    def _numbered(self, ref: str) -> str:
        """Two tickets of one order are two people, even when both carry the payer's name."""
        number, candidate = 1, ref
        while candidate in self._first_rows:
            number += 1
            candidate = f"{ref}:{number}"
        return candidate

    # Cells

    def _name(self, number: int, said: _Said) -> tuple[str, str, bool] | None:
        """First name, last name, and whether they are the payer's; None without any."""
        first, last = said.first_name, said.last_name
        if said.full_name and not _is_name(first + last):
            first, last = self._split(number, said.full_name, "full_name")
        if _is_name(first + last):
            return first, last, False
        first, last = said.payer_first_name, said.payer_last_name
        if said.payer_name and not _is_name(first + last):
            first, last = self._split(number, said.payer_name, "payer_name")
        if not _is_name(first + last):
            return None
        reason = say("Le participant n’est pas nommé\u202f: le nom du payeur est pris à sa place, vérifiez-le.")
        self._warn(number, "last_name" if "last_name" in self._columns else "full_name", reason, "payer_used")
        return first, last, True

    def _split(self, number: int, text: str, column: str) -> tuple[str, str]:
        if not is_surely_split(text):
            self._doubtful_names.append(number)
        return split_name(text, is_last_first(self._header(column)))

    def _cut(self, number: int, name: str, text: str) -> str:
        column = name if name in self._columns else "full_name"
        self._warn(number, column, say("Nom trop long\u202f: coupé à {0} caractères.", NAME_LIMIT), "name_cut")
        return text[:NAME_LIMIT].rstrip()

    def _status(self, number: int, said: _Said) -> str:
        if said.blocked and yes_or_no(said.blocked):
            return "revoked"
        text = said.status
        status = text if text in STATUSES else status_of(text)
        if status is None:
            reason = say("Statut inconnu\u202f: « {0} ». La personne est notée non confirmée.", text[:60])
            self._warn(number, "status", reason, "unknown_status")
            return "not_confirmed"
        return status

    def _email(self, number: int, said: _Said, from_payer: bool, name: str) -> str:
        """The participant's address; the payer's only when they are the same person."""
        column, email = "email", said.email
        if not email and said.payer_email:
            payer = said.payer_name or f"{said.payer_first_name} {said.payer_last_name}"
            if from_payer or sorted(fold(payer).split()) == sorted(fold(name).split()):
                column, email = "payer_email", said.payer_email
        if email and not _EMAIL.fullmatch(email):
            self._warn(
                number, column, say("Adresse électronique mal écrite\u202f: elle est laissée de côté."), "bad_email"
            )
            return ""
        return email

    def _vip(self, number: int, text: str) -> bool:
        vip = yes_or_no(text)
        if vip is None:
            self._warn(
                number, "vip", say("La case VIP ne dit ni oui ni non\u202f: elle est laissée vide."), "unknown_vip"
            )
        return bool(vip)

    def _codes(self, row: Row, said: _Said) -> tuple[str, ...]:
        cells = [row.cells[column] for column in self._code_columns]
        codes = dict.fromkeys([*(cell for cell in cells if cell), *_parts(said.external_codes)])
        rounded = [code for code in codes if _ROUNDED.fullmatch(code)]
        if rounded:
            column = self._headers[self._code_columns[0]] if self._code_columns else self._header("external_codes")
            reason = say(
                "Le tableur a arrondi le code du billet\u202f: il est laissé de côté, importez l’export d’origine."
            )
            self._note(row.number, column, reason, "code_rounded", "warning")
        return tuple(code for code in codes if code not in rounded)

    # Refusals

    def _header(self, *names: str) -> str:
        return next((self._headers[self._columns[name]] for name in names if name in self._columns), "")

    def _warn(self, number: int, name: str, reason: str, code: str) -> None:
        self._note(number, self._header(name), reason, code, "warning")

    def _note(self, number: int, column: str, reason: str, code: str, severity: str = "error") -> None:
        self.refusals.append(Refusal(number, column, reason, code, severity))


def _record(
    said: _Said, who: tuple[int, str, str, str], understood: tuple[str, str, str, bool], codes: tuple[str, ...]
) -> Record:
    category, status, email, vip = understood
    return Record(
        *who,
        said.function,
        said.authority,
        _padded(said.authority_code, 4),
        _padded(said.department, 1),
        _padded(said.postal_code, 4) if said.postal_code and _is_french(said.country) else said.postal_code,
        said.country,
        category,
        status,
        email,
        said.phone,
        said.protocol_note,
        vip,
        said.seat,
        _parts(said.zones) if said.zones else (),
        codes,
    )


def _is_name(text: str) -> bool:
    """Whether anything is left of the text once folded."""
    return text[:1] in _PLAIN or bool(fold(text))


@lru_cache(maxsize=4096)
def _category(category: str, ticket_type: str, variation: str, function: str) -> str:
    """What the ticket says if it names one category only, else what the function says first."""
    for text in (category, ticket_type, variation):
        named = categories_in(text)
        if len(named) == 1:
            return named[0]
    by_function = categories_in(function)
    return by_function[0] if by_function else ""


@lru_cache(maxsize=512)
def _is_french(country: str) -> bool:
    return fold(country) in ("", "france", "fr")


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for each in _SEPARATORS.split(text) if (part := each.strip())))


def _padded(code: str, digits: int) -> str:
    """The leading zero that a spreadsheet took from a code of that many digits: « 1053 » -> « 01053 »."""
    return "0" + code if len(code) == digits and code.isdecimal() else code


__all__ = ["ImportPlan", "Platform", "Record", "Refusal", "read_rows", "recognise"]
