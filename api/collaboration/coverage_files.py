"""The coverage matrix as a workbook and as a picture, in the six official languages."""

import io
from pathlib import Path
from typing import Any

import anyio.to_thread
from babel.dates import format_date
from fastapi import Response
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from api.collaboration.coverage_schemas import CoverageBody, CoverageTotals
from api.collaboration.kinds import SuggestionStanding
from api.platform import clock, language
from api.platform.documents import pdf
from api.platform.documents.answers import Form, file_answer
from api.platform.documents.direction import language_runs_from_right
from api.platform.language import Language
from api.platform.wording import words

_TEMPLATE = Path(__file__).with_name("coverage.typ")
_MEASURES = tuple(CoverageTotals.model_fields)
_GAP = PatternFill("solid", fgColor="FDF1DD")
_NAMES_WIDTH, _FIGURES_WIDTH = 34, 13


async def as_file(coverage: CoverageBody, form: Form) -> Response:
    """``coverage`` in ``form``, in the language of the request."""
    spoken = language.current()
    said = words("collaboration", spoken)["coverage"]
    if form is Form.XLSX:
        content = await anyio.to_thread.run_sync(_workbook, coverage, said, spoken)
    else:
        content = await pdf.draw(_TEMPLATE, _told(coverage, said, spoken), language=spoken, form=form)
    return file_answer(content, form, name=said["file_name"], spoken=spoken)


def _told(coverage: CoverageBody, said: dict[str, Any], spoken: Language) -> dict[str, Any]:
    """What the picture tells: rows of names, each with the depth of its cells, the objectives by round table."""
    rows = sorted(coverage.rows, key=lambda row: (row.round_table, row.objective))
    untouched = [f"{row.objective} {row.short}" for row in rows if row.standing is not SuggestionStanding.WORKED_ON]
    return {
        "title": f"{said['title']}: {said['by'][coverage.by]}",
        "objectives": [
            {"number": row.objective, "short": row.short, "table": row.round_table, "total": _total(row.totals)}
            for row in rows
        ],
        "columns": [
            {"name": column.name, "depths": [row.cells[place].depth for row in rows], "total": _total(column.totals)}
            for place, column in enumerate(coverage.columns)
        ],
        "depths": said["depth"],
        "tables": [said["round_table"].format(number=number) for number in range(1, 5)],
        "total": said["total"],
        "untouched": f"{said['untouched']}: {' · '.join(untouched)}" if untouched else said["all_touched"],
        "source": said["source"].format(day=_today(spoken)),
    }


def _workbook(coverage: CoverageBody, said: dict[str, Any], spoken: Language) -> bytes:
    """A sheet for each measure: figures as figures, what is still missing in amber, headers that stay in sight."""
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for measure in _MEASURES:
        sheet = book.create_sheet(said["what"][measure])
        sheet.sheet_view.rightToLeft = language_runs_from_right(spoken)
        sheet.append([said["objective"], *(column.name for column in coverage.columns), said["total"]])
        for row in coverage.rows:
            cells = [getattr(cell, measure) for cell in row.cells]
            sheet.append([f"{row.objective} {row.short}", *cells, getattr(row.totals, measure)])
            if not getattr(row.totals, measure):
                for cell in sheet[sheet.max_row]:
                    cell.fill = _GAP
        of_columns = [getattr(column.totals, measure) for column in coverage.columns]
        sheet.append([said["total"], *of_columns, getattr(coverage.totals, measure)])
        sheet.append([said["source"].format(day=_today(spoken))])
        _dress(sheet, last_row=len(coverage.rows) + 2)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _dress(sheet: Any, *, last_row: int) -> None:
    sheet.freeze_panes = "B2"
    for cell in (*sheet[1], *sheet[last_row]):
        cell.font = Font(bold=True)
    for cell in sheet[1]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = _NAMES_WIDTH
    for place in range(2, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(place)].width = _FIGURES_WIDTH


def _total(totals: CoverageTotals) -> int:
    """Practices, activities and pledges together."""
    return totals.practices + totals.activities + totals.pledges


def _today(spoken: Language) -> str:
    return format_date(clock.today(), "d MMMM y", locale=spoken.value)
