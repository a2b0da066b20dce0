"""Writes of workplan items."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform.etags import check_revision
from api.platform.problems import Conflict, InvalidInput, NotFound
from api.workplan import item_queries, queries, rules
from api.workplan.item_links import LINK_FIELDS, resolve_links
from api.workplan.item_schemas import WorkplanItemBody, WorkplanItemChange, WorkplanItemCreate
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus

Subject = WorkplanItem
"""What a write works on, for the routes, which know no tables."""


async def create(session: AsyncSession, caller: Caller, body: WorkplanItemCreate) -> WorkplanItemBody:
    """Add an item to a workplan that is not closed."""
    workplan = await hold_workplan(session, caller, body.workplan_id)
    if workplan is None:
        raise InvalidInput.at("/workplan_id", "There is no such workplan.", code="unknown_workplan")
    check_open(workplan)
    links = await resolve_links(session, body, workplan_id=workplan.id, given=LINK_FIELDS)
    item = WorkplanItem(**body.model_dump(exclude=LINK_FIELDS), lead_id=links.lead_id)
    settle(item)
    session.add(item)
    await audit.record(session, caller, "workplan_item.created", item, title=item.title, related=links.changes)
    await links.save(session, item)
    return await item_queries.get_item(session, caller, item.id)


async def load_for_change(session: AsyncSession, caller: Caller, item_id: UUID, expected_revision: int) -> WorkplanItem:
    """The item, locked until the transaction ends, of a workplan that nobody can close meanwhile.

    ``NotFound`` where the caller may not see it, ``StaleRecord`` where it is not what they read.
    """
    workplan_id = (await session.exec(select(WorkplanItem.workplan_id).where(col(WorkplanItem.id) == item_id))).first()
    workplan = await hold_workplan(session, caller, workplan_id) if workplan_id else None
    wanted = select(WorkplanItem).where(col(WorkplanItem.id) == item_id).with_for_update(key_share=True)
    item = (await session.exec(wanted)).first()
    if workplan is None or item is None:
        raise NotFound("There is no such workplan item, or it is not for you to see.")
    check_revision(item, expected_revision)
    return item


async def change(
    session: AsyncSession, caller: Caller, item: WorkplanItem, body: WorkplanItemChange
) -> WorkplanItemBody:
    """Change an item of a workplan that is not closed; what the body leaves out stays."""
    await require_open(session, item)
    await apply(session, caller, item, body)
    return await item_queries.get_item(session, caller, item.id)


async def apply(
    session: AsyncSession, caller: Caller, item: WorkplanItem, body: WorkplanItemChange, *, note: str = ""
) -> bool:
    """Change ``item``, which the caller holds locked and which is open, and audit it; whether anything changed.

    ``note`` is what is told of the change beside it.
    """
    given = LINK_FIELDS & body.model_fields_set
    links = await resolve_links(session, body, workplan_id=item.workplan_id, given=given, item=item)
    item.sqlmodel_update(body.model_dump(exclude_unset=True, exclude=LINK_FIELDS) | {"lead_id": links.lead_id})
    settle(item)
    if links.changes:
        flag_modified(item, "updated_at")
    is_changed = session.is_modified(item)
    related: dict[str, tuple[Any, Any]] = {**links.changes, **({"update": (None, note)} if note else {})}
    if is_changed:
        await audit.record(session, caller, "workplan_item.changed", item, title=item.title, related=related)
    await links.save(session, item)
    return is_changed


async def delete(session: AsyncSession, caller: Caller, item: WorkplanItem) -> None:
    """Delete an item with its progress updates. One that was worked on is better dropped."""
    await require_open(session, item)
    await session.delete(item)
    await audit.record(session, caller, "workplan_item.deleted", item, title=item.title)


async def hold_workplan(session: AsyncSession, caller: Caller, workplan_id: UUID) -> Workplan | None:
    """The workplan, held so that nobody closes it before this transaction ends; ``None`` where not visible."""
    held = select(Workplan).where(col(Workplan.id) == workplan_id, queries.visible(caller))
    return (await session.exec(held.with_for_update(read=True))).first()


async def require_open(session: AsyncSession, item: WorkplanItem) -> None:
    """``Conflict`` where the item's workplan is closed, or the work goes on in another one."""
    check_open((await session.exec(select(Workplan).where(col(Workplan.id) == item.workplan_id))).one())
    goes_on_in = (
        select(Workplan.title)
        .join(WorkplanItem, col(WorkplanItem.workplan_id) == col(Workplan.id))
        .where(col(WorkplanItem.rolled_over_from_id) == item.id)
    )
    if title := (await session.exec(goes_on_in)).first():
        raise Conflict(f"This work goes on in “{title}”: change it there.")


def settle(item: WorkplanItem) -> None:
    """What is dropped says why, and nothing else does; what is due has begun."""
    if item.status is not WorkplanItemStatus.DROPPED:
        item.dropped_reason = ""
    elif not item.dropped_reason:
        raise InvalidInput.at("/dropped_reason", "Say why the item is dropped.", code="missing")
    if item.starts_on and item.due_on and item.due_on < item.starts_on:
        raise InvalidInput.at(
            "/due_on", f"It starts on {item.starts_on}, after that day: mend one of the two.", code="before_start"
        )


def check_open(workplan: Workplan) -> None:
    """``Conflict`` where the workplan is closed."""
    if workplan.status not in rules.OPEN:
        raise Conflict("This item's workplan is closed and stays as it was. Reopen it first, with a reason.")
