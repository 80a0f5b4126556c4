"""Tables from outside: CSV and spreadsheets, read whole or refused whole."""

import csv
import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple, NoReturn

import python_calamine as calamine

from vi_events.edition.text import clean
from vi_events.errors import UserError
from vi_events.sentences import joined, quoted, say

MAX_BYTES = 64 * 2**20
MAX_UNPACKED = 512 * 2**20
MAX_RATIO = 200
RATIO_FROM = 50 * 2**20
MAX_PARTS = 10_000
MAX_ROWS = 200_000
MAX_COLUMNS = 500
CELL_LIMIT = 500

DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"{\\rtf", b"<html", b"<!DOCTYPE")
_BINARY_CHARS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ODD_CHARS = re.compile(r"[^ -~¡-¬®-ȳḀ-ỹ–—‘’“”…€\n]")
"""Outside these, a character must go through clean(); inside, NFC and categories have nothing to change."""
_EXCEL_DELIMITER = re.compile(r"\"?sep=([,;\t|])\"?\r?\n", re.IGNORECASE)

_REF = rb' r="'
_FILLED = rb'"(?=[^>]*(?<!/)>)'
_FAR_CELL = re.compile(_REF + rb"(?:[A-Z]{3}\d+|[A-Z]{0,2}(?:\d{7,}|[2-9]\d{5}))" + _FILLED)
"""A filled cell past column ZZ or row 200,000: calamine would allocate the whole rectangle up to it."""
_WIDE_CELL = re.compile(_REF + rb"[D-Z][A-Z]\d+" + _FILLED)
_LOW_CELL = re.compile(_REF + rb"[A-Z]{0,2}(?:\d{6,}|[2-9]\d{4})" + _FILLED)
_ODD_REF = re.compile(rb"\sr\s*=\s*[\"']")


class Row(NamedTuple):
    """A line as the spreadsheet numbers it; ``overflow`` holds what stands beyond the last header."""

    number: int
    cells: tuple[str, ...]
    overflow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Cleaned cells under distinct headers; every row has one cell for each header. Empty lines are left out."""

    headers: tuple[str, ...]
    rows: list[Row]


def read_table(path: Path, sheet: str = "") -> Table:
    """The table in a CSV, XLSX or XLS file. ``sheet`` names a sheet; empty takes the first visible one with data.

    Raises UserError: file_missing, file_unreadable, file_not_table, file_too_large, file_empty, unknown_sheet.
    """
    content = _read_bytes(path)
    name = clean(path.name, 120)
    if content.startswith(b"PK"):
        _check_archive(content, name)
        return _table(_sheet_rows(content, name, sheet), name)
    if content.startswith(_OLE):
        return _table(_sheet_rows(content, name, sheet), name)
    return _table(_csv_rows(_decode(content, name), name), name)


def _refuse(code: str, message: str, advice: str, cause: BaseException | None = None) -> NoReturn:
    raise UserError(code, message, advice) from cause


def _read_bytes(path: Path) -> bytes:
    name = clean(path.name, 120)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            what = "est un dossier" if stat.S_ISDIR(mode) else say("n’est pas un fichier ordinaire")
            _refuse(
                "file_not_table", say("« {0} » {1}.", name, what), say("Choisissez le fichier CSV ou XLSX lui-même.")
            )
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        _refuse(
            "file_missing",
            say("Le fichier « {0} » est introuvable.", name),
            say("Vérifiez son nom et son dossier."),
            error,
        )
    except OSError as error:
        advice = say("Fermez-le s’il est ouvert ailleurs, vérifiez vos droits, puis réessayez.")
        _refuse("file_unreadable", say("Le fichier « {0} » ne se laisse pas lire.", name), advice, error)
    if len(content) > MAX_BYTES:
        _too_large(name, say("il dépasse 64 Mo"))
    if not content.strip():
        _empty(name)
    return content


def _too_large(name: str, why: str) -> NoReturn:
    advice = say("Gardez seulement les lignes et les colonnes utiles, enregistrez, puis réessayez.")
    _refuse("file_too_large", say("« {0} » est trop grand\u202f: {1}.", name, why), advice)


def _empty(name: str) -> NoReturn:
    _refuse(
        "file_empty", say("« {0} » est vide.", name), say("Refaites l’export depuis la billetterie, puis réessayez.")
    )


def _not_table(name: str, cause: BaseException | None = None) -> NoReturn:
    advice = say("Exportez la liste en CSV ou en XLSX depuis la billetterie ou le tableur.")
    _refuse("file_not_table", say("« {0} » n’est pas un tableau CSV ou XLSX.", name), advice, cause)


def _broken(name: str, cause: BaseException | None = None) -> NoReturn:
    advice = say("Ouvrez-le dans un tableur, enregistrez-le en CSV UTF-8, puis réessayez.")
    _refuse("file_unreadable", say("« {0} » est abîmé ou incomplet.", name), advice, cause)


def _protected(name: str, cause: BaseException | None = None) -> NoReturn:
    advice = say("Enregistrez-en une copie sans mot de passe, puis réessayez.")
    _refuse("file_unreadable", say("« {0} » est protégé par un mot de passe.", name), advice, cause)


# Common to all formats


def _table(records: Iterator[tuple[int, Sequence[str]]], name: str) -> Table:
    headers: tuple[str, ...] = ()
    rows: list[Row] = []
    width = 0
    for number, cells in records:
        if not any(cells):
            continue
        cells = _clean_cells(cells)
        if len(cells) > MAX_COLUMNS and any(cells[MAX_COLUMNS:]):
            _too_large(name, f"la ligne {number} a plus de {MAX_COLUMNS} colonnes")
        if not headers:
            if any(char.isalnum() for cell in cells for char in cell):
                headers = _distinct(cells[:MAX_COLUMNS])
                width = len(headers)
            continue
        overflow: tuple[str, ...] = ()
        if len(cells) < width:
            cells += ("",) * (width - len(cells))
        elif len(cells) > width:
            overflow = tuple(cell for cell in cells[width:] if cell)
            cells = cells[:width]
        if overflow or any(cells):
            if len(rows) == MAX_ROWS:
                _too_large(name, say("il dépasse 200 000 lignes"))
            rows.append(Row(number, cells, overflow))
    if not headers:
        _empty(name)
    return Table(headers, rows)


def _clean_cells(cells: Sequence[str]) -> tuple[str, ...]:
    """The cells through clean(). Most lines have nothing to clean: seen at once, they cost a tenth of the time."""
    line = "\n".join(cells)
    tidy = "  " not in line and " \n" not in line and "\n " not in line and line.strip(" ") == line
    if tidy and len(line) <= CELL_LIMIT and line.count("\n") == len(cells) - 1 and not _ODD_CHARS.search(line):
        return tuple(cells)
    return tuple([clean(cell, CELL_LIMIT) for cell in cells])


def _distinct(cells: Iterable[str]) -> tuple[str, ...]:
    named = [cell or f"colonne {position}" for position, cell in enumerate(cells, 1)]
    taken: set[str] = set()
    for index, header in enumerate(named):
        copy, candidate = 1, header
        while candidate in taken or (copy > 1 and candidate in named):
            copy += 1
            candidate = f"{header} ({copy})"
        taken.add(candidate)
        named[index] = candidate
    return tuple(named)


# CSV


def _decode(content: bytes, name: str) -> str:
    if content.startswith(_NOT_TEXT):
        _not_table(name)
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decode_western(content, name)
    if "\x00" in text:
        _not_table(name)
    return text


def _decode_western(content: bytes, name: str) -> str:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        _not_table(name, error)
    if _BINARY_CHARS.search(text):
        _not_table(name)
    return text


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, Sequence[str]]]:
    # A cell may be as long as the file; clean() cuts it. The limit is global to the csv module.
    csv.field_size_limit(MAX_BYTES)
    first = 1
    declared = _EXCEL_DELIMITER.match(text)
    if declared:
        delimiter, first = declared[1], 2
        text = text[declared.end() :]
    else:
        delimiter = _delimiter(text)
    if text.count('"') % 2:
        _check_quotes(text, delimiter, name)
    return enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), first)


def _delimiter(text: str) -> str:
    """The delimiter that cuts the header into most cells, as long as the next lines agree with it."""

    file = io.StringIO(text, newline="")

    def score(delimiter: str) -> float:
        file.seek(0)
        lines = (line for line in csv.reader(file, delimiter=delimiter) if any(line))
        width = len(next(lines, []))
        sample = [len(line) for _, line in zip(range(_SAMPLE_ROWS), lines, strict=False)]
        return 0.0 if width < 2 else width * (1 + sample.count(width)) / (1 + len(sample))

    return max(DELIMITERS, key=score)


def _check_quotes(text: str, delimiter: str, name: str) -> None:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for _ in reader:
            number += 1
    except csv.Error as error:
        if "end of data" in str(error):
            message = say("« {0} »\u202f: un guillemet ouvert à la ligne {1} n’est jamais refermé.", name, number + 1)
            _refuse(
                "file_unreadable", message, say("Refaites l’export, ou corrigez cette ligne dans un tableur."), error
            )


# Spreadsheets


def _check_archive(content: bytes, name: str) -> None:
    """Refuses archives that are not a workbook, are locked, or would fill the memory once unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
        if not any(part.filename.startswith("xl/") for part in parts):
            _not_table(name)
        if any(part.flag_bits & 1 for part in parts):
            _protected(name)
        if len(parts) > MAX_PARTS:
            _too_large(name, "il contient trop de parties")
        _check_size(sum(part.file_size for part in parts), len(content), name)
        _unpack(content, parts, name)
    except (zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError) as error:
        _broken(name, error)


def _check_size(unpacked: int, packed: int, name: str) -> None:
    if unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * packed):
        _too_large(name, say("une fois décompressé, il occuperait trop de mémoire"))


def _unpack(content: bytes, parts: list[zipfile.ZipInfo], name: str) -> None:
    """Inflates every part to nowhere: declared sizes may lie, and the reader would believe them."""
    total = 0
    for part in parts:
        wide = low = False
        tail = b""
        for chunk in _chunks(content, part):
            total += len(chunk)
            _check_size(total, len(content), name)
            if not part.filename.startswith("xl/worksheets/"):
                continue
            seen = tail + chunk
            if b"='" in seen or b" =" in seen or b"= " in seen:
                seen = _ODD_REF.sub(_REF, seen.replace(b"'", b'"'))
            wide = wide or _WIDE_CELL.search(seen) is not None
            low = low or _LOW_CELL.search(seen) is not None
            if _FAR_CELL.search(seen) or (wide and low):
                _too_large(name, say("une cellule remplie est très loin des autres, ou il dépasse 200 000 lignes"))
            # Begin again at the last tag, so that one cut by the end of the chunk is seen whole.
            tail = seen[max(seen.rfind(b"<"), len(seen) - 512, 0) :]


def _chunks(content: bytes, part: zipfile.ZipInfo) -> Iterator[bytes]:
    offset = part.header_offset
    name_length, extra_length = struct.unpack_from("<HH", content, offset + 26)
    begin = offset + 30 + name_length + extra_length
    packed = memoryview(content)[begin : begin + part.compress_size]
    if part.compress_type == zipfile.ZIP_STORED:
        yield packed.tobytes()
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise NotImplementedError("Open Packaging Conventions allow only stored and deflated parts")
    inflater = zlib.decompressobj(-15)
    pending: bytes | memoryview = packed
    while not inflater.eof:
        chunk = inflater.decompress(pending, 2**20)
        pending = inflater.unconsumed_tail
        if not chunk and not pending:
            break
        yield chunk


def _sheet_rows(content: bytes, name: str, sheet: str) -> Iterator[tuple[int, Sequence[str]]]:
    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        found = _choose_sheet(workbook, name, sheet)
    except calamine.PasswordError as error:
        _protected(name, error)
    except (calamine.CalamineError, OSError, ValueError) as error:
        if content.startswith(_OLE):
            _not_table(name, error)
        _broken(name, error)
    except BaseException as error:
        # A panic of the Rust reader on a damaged file is not an Exception.
        if type(error).__name__ != "PanicException":
            raise
        _broken(name, error)
    if found.total_width > MAX_COLUMNS:
        _too_large(name, say("il dépasse {0} colonnes", MAX_COLUMNS))
    return (
        (number, [value if type(value) is str else _cell(value) for value in row])
        for number, row in enumerate(found.iter_rows(), 1)
    )


def _choose_sheet(workbook: calamine.CalamineWorkbook, name: str, sheet: str) -> calamine.CalamineSheet:
    if sheet:
        if sheet not in workbook.sheet_names:
            names = joined(quoted(clean(each, 60)) for each in workbook.sheet_names)
            message = say("« {0} » n’a pas de feuille « {1} ».", name, clean(sheet, 60))
            _refuse("unknown_sheet", message, say("Feuilles présentes\u202f: {0}.", names))
        return workbook.get_sheet_by_name(sheet)
    for metadata in workbook.sheets_metadata:
        if (
            metadata.typ == calamine.SheetTypeEnum.WorkSheet
            and metadata.visible == calamine.SheetVisibleEnum.Visible
            and (found := workbook.get_sheet_by_name(metadata.name)).height
        ):
            return found
    _empty(name)


def _cell(value: int | float | str | bool | time | date | datetime | timedelta) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
    return value.isoformat() if isinstance(value, (date, time)) else str(value)
