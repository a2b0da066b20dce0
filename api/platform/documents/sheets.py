"""Tables out: XLSX and CSV in which text never acts as a formula. Everything here blocks; call it in a thread."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_ACTS = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and how wide it is set."""

    title: str
    width: int = 18


def as_xlsx(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], *, rtl: bool) -> bytes:
    """A workbook of one sheet called ``name``: the heading stays in sight, days are days."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    sheet.sheet_view.rightToLeft = rtl
    sheet.append([column.title for column in columns])
    for row in rows:
        sheet.append(_told(row))
    sheet.freeze_panes = "B2"
    for place, column in enumerate(columns, start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> bytes:
    """A CSV file (RFC 4180) in UTF-8, with the mark by which spreadsheet programs know it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.title for column in columns])
    writer.writerows(map(_told, rows))
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """``text`` with an apostrophe before what a spreadsheet program would take for a formula (OWASP, CSV injection)."""
    return f"'{text}" if _ACTS.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text


def _told(row: Sequence[Any]) -> list[Any]:
    return [guarded(value) if isinstance(value, str) else value for value in row]
