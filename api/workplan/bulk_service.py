"""Many items of a workplan changed in one transaction: all of them, or none."""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.platform.problems import FieldProblem, InvalidInput, NotFound, StaleRecord
from api.workplan import item_queries, item_service, update_service
from api.workplan.bulk_schemas import BulkChangeBody, BulkChanged, BulkItemChange
from api.workplan.models import WorkplanItem, WorkplanItemStatus
from api.workplan.queries import is_rolled_over


async def change_many(session: AsyncSession, caller: Caller, workplan_id: UUID, body: BulkChangeBody) -> BulkChanged:
    """Change each item that ``body`` names as it says.

    ``InvalidInput`` at each item that is none of the workplan's or goes on in another, and at each field that cannot
    be; ``StaleRecord`` at each item that somebody changed since it was read. Nothing is changed then.
    """
    workplan = await item_service.hold_workplan(session, caller, workplan_id)
    if workplan is None:
        raise NotFound("There is no such workplan, or it is not for you to see.")
    item_service.check_open(workplan)
    items = await _held(session, workplan_id, body)
    _check_current(body.items, items)
    faults: list[FieldProblem] = []
    for place, wanted in enumerate(body.items):
        try:
            await _change_one(session, caller, items[wanted.id], wanted, body.note)
        except InvalidInput as problem:
            session.expire(items[wanted.id])
            faults += [_at_item(place, fault) for fault in problem.errors]
    if faults:
        raise InvalidInput("Some of the items cannot be changed so; none was.", errors=faults)
    return BulkChanged.model_construct(
        items=await item_queries.list_items_named(session, caller, [wanted.id for wanted in body.items])
    )


async def _held(session: AsyncSession, workplan_id: UUID, body: BulkChangeBody) -> dict[UUID, WorkplanItem]:
    """The items, locked in the order of their keys, so that two such requests never wait for one another."""
    rows = await session.exec(
        select(WorkplanItem, is_rolled_over)
        .where(col(WorkplanItem.id).in_([wanted.id for wanted in body.items]), WorkplanItem.workplan_id == workplan_id)
        .order_by(col(WorkplanItem.id))
        .with_for_update(key_share=True, of=WorkplanItem)
    )
    found = {item.id: (item, is_rolled_over) for item, is_rolled_over in rows.all()}
    faults = []
    for place, wanted in enumerate(body.items):
        if wanted.id not in found:
            faults.append(_fault(place, "unknown_item", "There is no such item in this workplan."))
        elif found[wanted.id][1]:
            title = found[wanted.id][0].title
            faults.append(_fault(place, "rolled_over", f"“{title}” goes on in another workplan: change it there."))
    if faults:
        raise InvalidInput("Some of the items cannot be changed here; none was.", errors=faults)
    return {key: item for key, (item, _) in found.items()}


def _check_current(wanted: list[BulkItemChange], items: Mapping[UUID, WorkplanItem]) -> None:
    stale = [
        FieldProblem(
            pointer=f"/items/{place}/revision",
            code="stale",
            detail=f"“{item.title}”: you read version {one.revision}; version {item.revision} is current.",
        )
        for place, one in enumerate(wanted)
        if (item := items[one.id]).revision != one.revision
    ]
    if stale:
        raise StaleRecord(
            f"{len(stale)} of {len(wanted)} items were changed since you read them; none was changed now.", errors=stale
        )


async def _change_one(
    session: AsyncSession, caller: Caller, item: WorkplanItem, wanted: BulkItemChange, note: str
) -> None:
    change = wanted.change
    if note and change.status is WorkplanItemStatus.DROPPED and not change.dropped_reason:
        change = change.model_copy(update={"dropped_reason": note})
        change.model_fields_set.add("dropped_reason")
    changed = await item_service.apply(session, caller, item, change, note=note)
    if changed and note:
        update_service.keep_note(session, caller, item, change, note)


def _fault(place: int, code: str, detail: str) -> FieldProblem:
    return FieldProblem(pointer=f"/items/{place}/id", code=code, detail=detail)


def _at_item(place: int, fault: FieldProblem) -> FieldProblem:
    """``fault`` of a change as a fault of the request that held it."""
    return fault.model_copy(update={"pointer": f"/items/{place}/change{fault.pointer or ''}"})
