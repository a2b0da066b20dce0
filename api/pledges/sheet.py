"""Pledges as a spreadsheet, in the reader's language."""

from collections.abc import Sequence
from typing import Any

from api.platform import language
from api.platform.documents.answers import Form
from api.platform.documents.sheets import Column, as_csv, as_xlsx
from api.platform.language import Language
from api.platform.wording import words
from api.pledges.schemas import PledgeSummary

MOST_ROWS = 10_000
_WIDTHS = (22, 50, 14, 18, 16, 18, 14, 20, 30, 12, 12, 16, 10, 16)


def name() -> str:
    """What the file is called."""
    return str(_words()["name"])


def made(pledges: Sequence[PledgeSummary], form: Form) -> bytes:
    """``pledges`` as a workbook or as CSV. Blocks: call it in a thread."""
    said = _words()
    columns = [Column(title, width) for title, width in zip(said["columns"], _WIDTHS, strict=True)]
    rows = [_row(pledge, said) for pledge in pledges]
    if form is Form.CSV:
        return as_csv(columns, rows)
    return as_xlsx(name(), columns, rows, rtl=language.current() is Language.ARABIC)


def _words() -> dict[str, Any]:
    said: dict[str, Any] = words("pledges", language.current())["sheet"]
    return said


def _row(pledge: PledgeSummary, said: dict[str, Any]) -> list[Any]:
    return [
        pledge.champion.name,
        pledge.title,
        pledge.network_number,
        said["kind"][pledge.kind] if pledge.kind else None,
        said["mode"][pledge.mode],
        said["status"][pledge.status],
        ", ".join(map(str, pledge.objectives)),
        ", ".join(process.key for process in pledge.processes),
        ", ".join(state.name for state in pledge.states),
        pledge.made_on,
        pledge.due_on,
        pledge.amount,
        pledge.currency,
        pledge.last_reported_on,
    ]
