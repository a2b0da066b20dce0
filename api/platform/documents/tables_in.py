"""Tables in: XLSX, CSV and the tables of DOCX, within bounds of size and time, whatever the file holds.

Everything here blocks; call it in a thread.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from zipfile import BadZipFile

import docx
from charset_normalizer import from_bytes
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from openpyxl import load_workbook

from api.platform.documents.cells import column_name

MOST_ROWS = 1000
_MOST_COLUMNS = 40
_MOST_UNPACKED = 40 * 1_048_576
_MOST_PARTS = 300
_LAST_ROW_READ = 60_000
_ENCODINGS = ["cp1252", "cp1256", "cp1251", "gb18030"]
"""In which spreadsheet programs save CSV in the six official languages; among more, short texts of one are taken for
another's."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*ref="([A-Z0-9:]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


class UnreadableTable(ValueError):
    """The file holds no table that can be read; says why, and what to do."""


Rows = list[Sequence[Any]]


def rows_of(content: bytes) -> Rows:
    """The rows of the first sheet, values only. ``UnreadableTable`` where there is none to read."""
    if content.startswith(b"PK"):
        return _rows_of_workbook(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableTable("This is an old or a protected workbook. Save it as .xlsx without a password, or as CSV.")
    return _rows_of_text(content)


def _rows_of_workbook(content: bytes) -> Rows:
    try:
        has_formulas = _check_parts(content)
        rows = list(_bounded(_sheet_rows(content, data_only=True)))
        if has_formulas:
            _check_formulas_have_values(rows, _sheet_rows(content, data_only=False))
    except Exception as error:
        raise _told(error, "This is no workbook that can be read. Save it as .xlsx or as CSV.") from error
    return rows


def is_word(content: bytes) -> bool:
    """Whether ``content`` claims to be a DOCX file."""
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except BadZipFile:
        return False


def pairs_of_word(content: bytes) -> list[tuple[str, str]]:
    """What the tables of a DOCX file say: the first cell of each row, and the second. ``UnreadableTable`` where there is none."""
    try:
        _check_parts(content)
        tables = docx.Document(io.BytesIO(content)).tables
        cells = [row.cells for table in tables for row in table.rows]
    except Exception as error:
        raise _told(error, "This is no Word document that can be read. Save it as .docx.") from error
    if len(cells) > MOST_ROWS:
        raise UnreadableTable(_too_many())
    return [(row[0].text.strip(), row[1].text.strip()) for row in cells if len(row) > 1]


def _told(error: Exception, otherwise: str) -> Exception:
    """``error`` in the words of whoever sent the file."""
    if isinstance(error, (UnreadableTable, MemoryError)):
        return error
    if isinstance(error, (DefusedXmlException, ParseError)):
        return UnreadableTable("This file holds XML that is not taken. Save it anew with an office program.")
    return UnreadableTable(otherwise)


def _check_parts(content: bytes) -> bool:
    """Refuse bombs, entities and merged cells before anything is unpacked as a whole; tells whether there are formulas."""
    has_formulas = False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise UnreadableTable("This file is larger than any that is taken. Keep the table only.")
        if "[Content_Types].xml" not in archive.namelist():
            raise BadZipFile
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as xml:
                    next(iter(iterparse(xml, events=("start",), forbid_dtd=True)), None)
            if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                told = archive.read(part)
                if merged := _MERGED.search(told):
                    raise UnreadableTable(
                        f"{merged[1].decode()}: these cells are merged. Unmerge them, so that each row says one thing."
                    )
                has_formulas = has_formulas or bool(_FORMULA.search(told))
    return has_formulas


def _sheet_rows(content: bytes, *, data_only: bool) -> Iterator[Sequence[Any]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False)
    sheet = book.worksheets[0]
    if (sheet.max_row or 0) > _LAST_ROW_READ:
        raise UnreadableTable(_too_many())
    yield from sheet.iter_rows(max_row=_LAST_ROW_READ, max_col=_MOST_COLUMNS, values_only=True)


def _check_formulas_have_values(rows: Rows, formulas: Iterator[Sequence[Any]]) -> None:
    for number, (values, told) in enumerate(zip(rows, formulas, strict=False), start=1):
        for place, (value, formula) in enumerate(zip(values, told, strict=False)):
            if value is None and isinstance(formula, str) and formula.startswith("="):
                raise UnreadableTable(
                    f"{column_name(place)}{number}: this formula has no value. Type the value, or save the file once in a "
                    "spreadsheet program."
                )


def _rows_of_text(content: bytes) -> Rows:
    told = _decoded(content)
    first = told.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(_bounded(csv.reader(io.StringIO(told, newline=""), delimiter=delimiter)))
    except csv.Error:
        raise UnreadableTable("This is no table that can be read. Save it as .xlsx or as CSV.") from None


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                told = content.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\x00" not in told:
                return told
    guess = None if b"\x00" in content else from_bytes(content[:65_536], cp_isolation=_ENCODINGS).best()
    if guess is None:
        raise UnreadableTable("This is no spreadsheet. Send a workbook (.xlsx), or CSV in UTF-8.")
    return content.decode(guess.encoding, errors="replace")


def _bounded(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    said = 0
    for row in rows:
        if len(row) > _MOST_COLUMNS:
            raise UnreadableTable(
                f"This table has more than {_MOST_COLUMNS} columns. Keep those of the export or the template."
            )
        said += any(value not in (None, "") for value in row)
        if said > MOST_ROWS + 1:
            raise UnreadableTable(_too_many())
        yield row


def _too_many() -> str:
    return f"This table has more than {MOST_ROWS:,} rows. Take it in parts."
