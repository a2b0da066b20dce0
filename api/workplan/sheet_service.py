"""Workplans out to spreadsheets and in from them: a dry run tells what would change, then all of it is done or nothing."""

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
from api.platform.documents import sheets
from api.platform.documents.answers import Form
from api.platform.documents.sheets import Column
from api.platform.documents.tables_in import UnreadableTable
from api.platform.language import Language
from api.platform.problems import Conflict, FieldProblem, InvalidInput
from api.processes.models import Process
from api.workplan import item_service, queries, review_queries, rules, sheet_rows, sheet_rules, sheet_ties
from api.workplan.item_schemas import WorkplanItemChange, WorkplanItemCreate
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus
from api.workplan.sheet_rows import Row
from api.workplan.sheet_schemas import CellDifference, RowChange, SheetImport, SheetRow

MOST_BYTES = 5 * 1_048_576
"""The largest spreadsheet that is read."""
_MOST_TOLD = 100
_WIDTHS = {"title": 44, "description": 60, "expected_result": 44}


async def export(session: AsyncSession, caller: Caller, workplan_id: UUID, form: Form) -> tuple[str, bytes]:
    """The title of the workplan, and its items as a file; ``NotFound`` where the caller may not see it."""
    workplan = await queries.get_workplan(session, caller, workplan_id)
    snapshot = await review_queries.snapshot_of(session, workplan_id)
    names = sheet_ties.names_of(snapshot)
    items = sorted(snapshot.items(), key=review_queries.by_area_and_due)
    fields, spoken = sheet_rules.FIELDS, language.current()
    columns = [Column(sheet_rules.header(field, spoken), _WIDTHS.get(field, 18)) for field in fields]
    shown = [(key, item | {"waits_for": [names[other] for other in item["waits_for"]]}) for key, item in items]
    rows = [
        [key, *(sheet_rules.told_in_cell(name, item[name]) for name in fields if name != "key")] for key, item in shown
    ]
    if form is Form.CSV:
        return workplan.title, await to_thread.run_sync(sheets.as_csv, columns, rows)
    is_rtl = spoken is Language.ARABIC
    made = await to_thread.run_sync(lambda: sheets.as_xlsx("Workplan", columns, rows, rtl=is_rtl))
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
        rows = await to_thread.run_sync(sheet_rows.read, content)
    except (UnreadableTable, sheet_rules.BadHeader) as error:
        raise InvalidInput.at("/file", str(error), code="unreadable") from None
    snapshot = await review_queries.snapshot_of(session, workplan.id)
    await _check(session, workplan.id, rows, snapshot)
    told = _told(rows, snapshot, is_applied=not dry_run)
    if not dry_run:
        _refuse_faults(rows)
        await _apply(session, caller, workplan.id, rows, snapshot)
        for row, said in zip(rows, told.rows, strict=True):
            said.item_id = row.item_id
    return told


async def _check(
    session: AsyncSession, workplan_id: UUID, rows: list[Row], snapshot: dict[str, dict[str, Any]]
) -> None:
    champions = set((await session.exec(select(Champion.iso3))).all())
    processes = set((await session.exec(select(Process.key))).all())
    gone_on = await review_queries.rolled_over(session, workplan_id)
    seen: dict[str, str] = {}
    for row in rows:
        _check_names(row, champions, processes)
        _find_item(row, seen, snapshot)
        row.awaited = row.told.pop("waits_for", None)
        _check_fields(row, workplan_id, snapshot.get(str(row.item_id), {}))
    sheet_ties.settle(rows, snapshot)
    for row in rows:
        if row.item_id in gone_on and (row.changes or sheet_ties.changes(row, snapshot)):
            row.fault("key", "This work goes on in another workplan: change it there.", code="rolled_over")


def _check_names(row: Row, champions: set[str], processes: set[str]) -> None:
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


def _find_item(row: Row, seen: dict[str, str], snapshot: dict[str, dict[str, Any]]) -> None:
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


def _check_fields(row: Row, workplan_id: UUID, stands: dict[str, Any]) -> None:
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


def _refuse_faults(rows: list[Row]) -> None:
    faults = [fault for row in rows for fault in row.errors]
    if faults:
        raise InvalidInput(
            f"{len(faults)} cells need mending; nothing was changed.",
            errors=[
                FieldProblem(pointer="/file", code=fault.code, detail=fault.detail) for fault in faults[:_MOST_TOLD]
            ],
        )


async def _apply(
    session: AsyncSession, caller: Caller, workplan_id: UUID, rows: list[Row], snapshot: dict[str, dict[str, Any]]
) -> None:
    """Add and change items and take ties away; then tie, so that no two items wait for one another in between."""
    tied = {row.number for row in rows if sheet_ties.changes(row, snapshot)}
    keys: dict[str, UUID] = {key: UUID(key) for key in snapshot}
    items = await _held(session, [row.item_id for row in rows if row.item_id and (row.changes or row.number in tied)])
    for row in rows:
        if row.item_id is None:
            body = WorkplanItemCreate.model_validate({"workplan_id": workplan_id, **row.changes})
            keys[row.ref] = (await item_service.create(session, caller, body)).id
        elif first := row.changes | sheet_ties.taken_away(row, snapshot):
            await item_service.change(session, caller, items[row.item_id], WorkplanItemChange.model_validate(first))
    items |= await _held(session, [keys[row.ref] for row in rows if row.item_id is None and row.number in tied])
    for row in rows:
        if sheet_ties.adds(row, snapshot):
            ties = WorkplanItemChange(waits_for=[keys[other] for other in row.awaited or []])
            await item_service.change(session, caller, items[keys[row.ref]], ties)
        row.item_id = keys[row.ref]


async def _held(session: AsyncSession, wanted: list[UUID]) -> dict[UUID, WorkplanItem]:
    held = select(WorkplanItem).where(col(WorkplanItem.id).in_(wanted)).with_for_update(key_share=True)
    return {item.id: item for item in (await session.exec(held)).all()}


def _told(rows: list[Row], snapshot: dict[str, dict[str, Any]], *, is_applied: bool) -> SheetImport:
    titles = sheet_ties.titles_of(rows, snapshot)
    told = [_row_told(row, snapshot, titles) for row in rows]
    counts = {change: sum(row.change is change for row in told) for change in RowChange}
    return SheetImport(
        is_applied=is_applied,
        added=counts[RowChange.ADD],
        changed=counts[RowChange.CHANGE],
        unchanged=counts[RowChange.UNCHANGED],
        faulty=counts[RowChange.ERROR],
        rows=told,
    )


def _row_told(row: Row, snapshot: dict[str, dict[str, Any]], titles: dict[str, str]) -> SheetRow:
    stands = snapshot.get(str(row.item_id), {})
    differences = [
        CellDifference(field=name, before=stands.get(name), after=value) for name, value in row.changes.items()
    ]
    if sheet_ties.changes(row, snapshot):
        before, after = stands.get("waits_for", []), row.awaited or []
        differences.append(
            CellDifference(
                field="waits_for", before=[titles[ref] for ref in before], after=[titles[ref] for ref in after]
            )
        )
    if row.errors:
        change = RowChange.ERROR
    elif not stands:
        change = RowChange.ADD
    else:
        change = RowChange.CHANGE if differences else RowChange.UNCHANGED
    return SheetRow(
        row=row.number,
        item_id=row.item_id,
        title=str(row.told.get("title") or stands.get("title") or "")[:200],
        change=change,
        differences=differences,
        errors=row.errors,
    )
