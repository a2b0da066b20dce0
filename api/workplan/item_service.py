"""Writes of workplan items and of the progress reported on them."""

from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Conflict, Forbidden, InvalidInput, NotFound
from api.workplan import item_queries, queries, rules
from api.workplan.item_links import LINK_FIELDS, resolve_links
from api.workplan.models import (
    Workplan,
    WorkplanItem,
    WorkplanItemSupporter,
    WorkplanItemUpdate,
)
from api.workplan.schemas import (
    WorkplanItemBody,
    WorkplanItemChange,
    WorkplanItemCreate,
    WorkplanItemUpdateBody,
    WorkplanItemUpdateChange,
    WorkplanItemUpdateCreate,
)

Subject = WorkplanItem
"""What a write works on, for the routes, which know no tables."""
UpdateSubject = WorkplanItemUpdate
"""The progress update that a write works on."""


async def create(session: AsyncSession, caller: Caller, body: WorkplanItemCreate) -> WorkplanItemBody:
    """Add an item to a workplan that is not closed."""
    workplan = await _workplan_shared(session, caller, body.workplan_id)
    if workplan is None:
        raise InvalidInput.at("/workplan_id", "There is no such workplan.", code="unknown_workplan")
    _check_open(workplan)
    links = await resolve_links(session, body, given=LINK_FIELDS)
    item = WorkplanItem(**body.model_dump(exclude=LINK_FIELDS), lead_id=links.lead_id)
    session.add(item)
    await audit.record(session, caller, "workplan_item.created", item, title=item.title, related=links.changes)
    await links.save(session, item)
    return await item_queries.get_item(session, caller, item.id)


async def load_for_change(session: AsyncSession, caller: Caller, item_id: UUID, expected_revision: int) -> WorkplanItem:
    """The item, locked until the transaction ends, of a workplan that nobody can close meanwhile.

    ``NotFound`` where the caller may not see it, ``StaleRecord`` where it is not what they read.
    """
    workplan_id = (await session.exec(select(WorkplanItem.workplan_id).where(col(WorkplanItem.id) == item_id))).first()
    workplan = await _workplan_shared(session, caller, workplan_id) if workplan_id else None
    item = (await session.exec(select(WorkplanItem).where(col(WorkplanItem.id) == item_id).with_for_update())).first()
    if workplan is None or item is None:
        raise NotFound("There is no such workplan item, or it is not for you to see.")
    check_revision(item, expected_revision)
    return item


async def change(
    session: AsyncSession, caller: Caller, item: WorkplanItem, body: WorkplanItemChange
) -> WorkplanItemBody:
    """Change an item of a workplan that is not closed; what the body leaves out stays."""
    await _require_open(session, item)
    links = await resolve_links(session, body, given=LINK_FIELDS & body.model_fields_set, item=item)
    item.sqlmodel_update(body.model_dump(exclude_unset=True, exclude=LINK_FIELDS) | {"lead_id": links.lead_id})
    if links.changes:
        flag_modified(item, "updated_at")
    await audit.record(session, caller, "workplan_item.changed", item, title=item.title, related=links.changes)
    await links.save(session, item)
    return await item_queries.get_item(session, caller, item.id)


async def delete(session: AsyncSession, caller: Caller, item: WorkplanItem) -> None:
    """Delete an item with its progress updates. One that was worked on is better dropped."""
    await _require_open(session, item)
    await session.delete(item)
    await audit.record(session, caller, "workplan_item.deleted", item, title=item.title)


async def report(
    session: AsyncSession, caller: Caller, item: WorkplanItem, body: WorkplanItemUpdateCreate
) -> WorkplanItemUpdateBody:
    """Report progress, and move the item where the update says so."""
    supporting = select(WorkplanItemSupporter.champion_id).where(col(WorkplanItemSupporter.workplan_item_id) == item.id)
    parties = item_queries.parties_to_item(caller, {item.lead_id, *(await session.exec(supporting)).all()})
    if not parties:
        raise Forbidden("Progress is reported by the champions that lead or support this item, and by the co-chairs.")
    await _require_open(session, item)
    update = WorkplanItemUpdate(
        workplan_item_id=item.id,
        text=body.text,
        status=body.status,
        champion_id=caller.champion_id,
        person_id=caller.person_id,
        person_name=caller.name,
        reported_at=clock.now(),
    )
    item.status = body.status or item.status
    session.add(update)
    await audit.record(
        session,
        caller,
        "workplan_item.reported",
        item,
        title=item.title,
        on_behalf_of=None if caller.champion_id else item.lead_id,
        related={"update": (None, body.text)},
    )
    return await item_queries.get_update(session, caller, update.id)


async def load_update_for_change(
    session: AsyncSession, caller: Caller, item_id: UUID, update_id: UUID, expected_revision: int
) -> WorkplanItemUpdate:
    """The progress update, locked; 404 where it is not one of the item's or not for the caller to see."""
    item = await item_queries.get_item(session, caller, item_id)
    await _workplan_shared(session, caller, item.workplan_id)
    update = (
        await session.exec(
            select(WorkplanItemUpdate)
            .where(col(WorkplanItemUpdate.id) == update_id, col(WorkplanItemUpdate.workplan_item_id) == item_id)
            .with_for_update()
        )
    ).first()
    if update is None:
        raise NotFound("This item has no such progress update.")
    check_revision(update, expected_revision)
    return update


async def change_update(
    session: AsyncSession, caller: Caller, update: WorkplanItemUpdate, body: WorkplanItemUpdateChange
) -> WorkplanItemUpdateBody:
    """Mend the words of an update. The item stays where it stands."""
    if not caller.parties_to(update.champion_id):
        raise Forbidden("An update is mended by the champion that wrote it, or by the co-chairs.")
    item = (await session.exec(select(WorkplanItem).where(col(WorkplanItem.id) == update.workplan_item_id))).one()
    await _require_open(session, item)
    update.text = body.text
    await audit.record(session, caller, "workplan_item_update.changed", update, title=item.title)
    return await item_queries.get_update(session, caller, update.id)


async def _workplan_shared(session: AsyncSession, caller: Caller, workplan_id: UUID) -> Workplan | None:
    """The workplan, held so that nobody closes it before this transaction ends; ``None`` where not visible."""
    held = select(Workplan).where(col(Workplan.id) == workplan_id, queries.visible(caller))
    return (await session.exec(held.with_for_update(read=True))).first()


async def _require_open(session: AsyncSession, item: WorkplanItem) -> None:
    _check_open((await session.exec(select(Workplan).where(col(Workplan.id) == item.workplan_id))).one())


def _check_open(workplan: Workplan) -> None:
    if workplan.status not in rules.OPEN:
        raise Conflict("This item's workplan is closed and stays as it was. Reopen it first, with a reason.")
