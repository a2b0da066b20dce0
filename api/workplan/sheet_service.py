"""Workplans out to spreadsheets and in from them: a dry run tells what would change, then all of it is done or nothing."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from anyio import to_thread
from pydantic import ValidationError
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.datastructures import UploadFile

from api.access.caller import Caller
from api.champions.models import Champion
from api.platform import language
from api.platform.documents.answers import Form
from api.platform.language import Language
from api.platform.problems import Conflict, FieldProblem, InvalidInput
from api.processes.models import Process
from api.workplan import item_service, queries, review_queries, rules, sheet_files, sheet_rules
from api.workplan.item_schemas import WorkplanItemChange, WorkplanItemCreate
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus
from api.workplan.sheet_rules import Cell
from api.workplan.sheet_schemas import CellDifference, CellFault, RowChange, SheetImport, SheetRow

MOST_BYTES = 5 * 1_048_576
"""The largest spreadsheet that is read."""
_MOST_TOLD = 100
_LANGUAGES = {Language.ENGLISH: 0, Language.FRENCH: 1, Language.ARABIC: 2}


@dataclass(slots=True)
class _Row:
    number: int
    told: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    errors: list[CellFault] = field(default_factory=list)
    changes: dict[str, Any] = field(default_factory=dict)
    item_id: UUID | None = None

    def fault(self, name: str, detail: str, *, code: str = "invalid") -> None:
        """Note what is wrong with the cell of the field ``name``."""
        place = self.cells.get(name) or f"{self.number}"
        self.errors.append(CellFault(cell=place, code=code, detail=f"{place}: {detail}"))


async def export(session: AsyncSession, caller: Caller, workplan_id: UUID, form: Form) -> tuple[str, bytes]:
    """The title of the workplan, and its items as a file; ``NotFound`` where the caller may not see it."""
    workplan = await queries.get_workplan(session, caller, workplan_id)
    snapshot = await review_queries.snapshot_of(session, workplan_id)
    items = sorted(snapshot.items(), key=review_queries.by_area_and_due)
    fields = list(sheet_rules.HEADERS)
    place = _LANGUAGES.get(language.current(), 0)
    header = [names[place] for names in sheet_rules.HEADERS.values()]
    rows = [
        [key, *(sheet_rules.told_in_cell(name, item[name]) for name in fields if name != "key")] for key, item in items
    ]
    if form is Form.CSV:
        return workplan.title, await to_thread.run_sync(sheet_files.text, header, rows)
    is_rtl = language.current() is Language.ARABIC
    made = await to_thread.run_sync(lambda: sheet_files.workbook(fields, header, rows, rtl=is_rtl))
    return workplan.title, made


async def import_file(
    session: AsyncSession, caller: Caller, workplan: Workplan, file: UploadFile, *, dry_run: bool
) -> SheetImport:
    """What the rows of ``file`` change in ``workplan``, which the caller holds locked; done unless ``dry_run``.

    ``InvalidInput`` at ``/file`` where it cannot be read; without a dry run also where a row is faulty: nothing is
    changed then.
    """
    if workplan.status not in rules.OPEN:
        raise Conflict("This workplan is closed and stays as it was. Reopen it first, with a reason.")
    await file.seek(0)
    content = await file.read()
    try:
        rows = await to_thread.run_sync(_read, content)
    except (sheet_files.UnreadableSheet, sheet_rules.BadHeader) as error:
        raise InvalidInput.at("/file", str(error), code="unreadable") from None
    snapshot = await review_queries.snapshot_of(session, workplan.id)
    await _check(session, workplan.id, rows, snapshot)
    if not dry_run:
        _refuse_faults(rows)
        await _apply(session, caller, workplan.id, rows)
    return _told(rows, snapshot, is_applied=not dry_run)


def _read(content: bytes) -> list[_Row]:
    header, *others = sheet_files.rows_of(content) or [[]]
    fields = sheet_rules.fields_of(header)
    rows = []
    for number, values in enumerate(others, start=2):
        if any(value not in (None, "") for value in values):
            rows.append(_row(number, fields, values))
    if not rows:
        raise sheet_files.UnreadableSheet("There is no row below the header.")
    return rows


def _row(number: int, fields: list[str | None], values: Any) -> _Row:
    row = _Row(number)
    for place, name in enumerate(fields):
        if name is None:
            continue
        row.cells[name] = f"{sheet_rules.column_name(place)}{number}"
        try:
            value = values[place] if place < len(values) else None
            row.told[name] = sheet_rules.read_cell(name, Cell(row.cells[name], value))
        except ValueError as error:
            row.fault(name, str(error))
    return row


async def _check(
    session: AsyncSession, workplan_id: UUID, rows: list[_Row], snapshot: dict[str, dict[str, Any]]
) -> None:
    champions = set((await session.exec(select(Champion.iso3))).all())
    processes = set((await session.exec(select(Process.key))).all())
    seen: dict[str, str] = {}
    for row in rows:
        _check_names(row, champions, processes)
        _find_item(row, seen, snapshot)
        _check_fields(row, workplan_id, snapshot.get(str(row.item_id), {}))


def _check_names(row: _Row, champions: set[str], processes: set[str]) -> None:
    lead, supporting = row.told.get("lead"), row.told.get("supporting", [])
    if lead and lead not in champions:
        row.fault("lead", f"{lead[:50]} is not the code of a champion, such as MAR.", code="unknown_champion")
    for iso3 in supporting:
        if iso3 not in champions:
            row.fault("supporting", f"{iso3[:50]} is not the code of a champion, such as MAR.", code="unknown_champion")
        elif iso3 == lead:
            row.fault("supporting", f"{iso3} leads this item; name it as the lead only.", code="leads_already")
    for key in row.told.get("processes", []):
        if key not in processes:
            row.fault("processes", f"There is no process {key[:50]}.", code="unknown_process")


def _find_item(row: _Row, seen: dict[str, str], snapshot: dict[str, dict[str, Any]]) -> None:
    key = row.told.pop("key", None)
    if not key:
        return
    if key not in snapshot:
        row.fault(
            "key", "This workplan has no item with this key. Leave the cell empty for a new one.", code="unknown_item"
        )
    elif key in seen:
        row.fault("key", f"This item is in {seen[key]} already.", code="repeated")
    else:
        seen[key] = row.cells["key"]
        row.item_id = UUID(key)


def _check_fields(row: _Row, workplan_id: UUID, stands: dict[str, Any]) -> None:
    row.changes = sheet_rules.differences(stands, row.told) if row.item_id else _filled(row.told)
    whole = stands | row.changes
    if whole.get("status") == WorkplanItemStatus.DROPPED and not whole.get("dropped_reason"):
        row.fault("dropped_reason", "Say why the item is dropped.", code="missing")
    if whole.get("status") != WorkplanItemStatus.DROPPED:
        row.changes.pop("dropped_reason", None)
    try:
        if row.item_id:
            dates = {name: whole[name] for name in ("starts_on", "due_on") if whole.get(name)}
            WorkplanItemChange.model_validate(dates | row.changes)
        elif not row.errors or "title" in row.told:
            WorkplanItemCreate.model_validate({"workplan_id": workplan_id, **row.changes})
    except ValidationError as error:
        for fault in error.errors():
            name = str(fault["loc"][0]) if fault["loc"] else "due_on"
            if not any(known.cell == row.cells.get(name) for known in row.errors):
                row.fault(name, fault["msg"].removeprefix("Value error, "), code=fault["type"])


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, "", [])}


def _refuse_faults(rows: list[_Row]) -> None:
    faults = [fault for row in rows for fault in row.errors]
    if faults:
        raise InvalidInput(
            f"{len(faults)} cells need mending; nothing was changed.",
            errors=[
                FieldProblem(pointer="/file", code=fault.code, detail=fault.detail) for fault in faults[:_MOST_TOLD]
            ],
        )


async def _apply(session: AsyncSession, caller: Caller, workplan_id: UUID, rows: list[_Row]) -> None:
    wanted = [row.item_id for row in rows if row.item_id and row.changes]
    held = select(WorkplanItem).where(col(WorkplanItem.id).in_(wanted)).with_for_update(key_share=True)
    items = {item.id: item for item in (await session.exec(held)).all()}
    for row in rows:
        if row.item_id is None:
            body = WorkplanItemCreate.model_validate({"workplan_id": workplan_id, **row.changes})
            row.item_id = (await item_service.create(session, caller, body)).id
        elif row.changes:
            change = WorkplanItemChange.model_validate(row.changes)
            await item_service.change(session, caller, items[row.item_id], change)


def _told(rows: list[_Row], snapshot: dict[str, dict[str, Any]], *, is_applied: bool) -> SheetImport:
    told = [_row_told(row, snapshot.get(str(row.item_id), {}), is_new=str(row.item_id) not in snapshot) for row in rows]
    counts = {change: sum(row.change is change for row in told) for change in RowChange}
    return SheetImport(
        is_applied=is_applied,
        added=counts[RowChange.ADD],
        changed=counts[RowChange.CHANGE],
        unchanged=counts[RowChange.UNCHANGED],
        faulty=counts[RowChange.ERROR],
        rows=told,
    )


def _row_told(row: _Row, stands: dict[str, Any], *, is_new: bool) -> SheetRow:
    if row.errors:
        change = RowChange.ERROR
    elif is_new:
        change = RowChange.ADD
    else:
        change = RowChange.CHANGE if row.changes else RowChange.UNCHANGED
    return SheetRow(
        row=row.number,
        item_id=row.item_id,
        title=str(row.told.get("title") or stands.get("title") or "")[:200],
        change=change,
        differences=[
            CellDifference(field=name, before=stands.get(name), after=value) for name, value in row.changes.items()
        ],
        errors=row.errors,
    )
