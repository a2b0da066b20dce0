"""Writes of the progress that is reported on workplan items."""

from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.platform import clock
from api.platform.etags import check_revision
from api.platform.problems import Forbidden, NotFound
from api.workplan import item_queries, item_service, review_service, update_queries
from api.workplan.item_schemas import WorkplanItemChange
from api.workplan.models import WorkplanItem, WorkplanItemStatus, WorkplanItemSupporter, WorkplanItemUpdate
from api.workplan.update_schemas import WorkplanItemUpdateBody, WorkplanItemUpdateChange, WorkplanItemUpdateCreate

Subject = WorkplanItemUpdate
"""The progress update that a write works on, for the routes, which know no tables."""


async def report(
    session: AsyncSession, caller: Caller, item: WorkplanItem, body: WorkplanItemUpdateCreate
) -> WorkplanItemUpdateBody:
    """Report progress, and move the item where the update says so; one that drops it says why."""
    supporting = select(WorkplanItemSupporter.champion_id).where(col(WorkplanItemSupporter.workplan_item_id) == item.id)
    parties = item_queries.parties_to_item(caller, {item.lead_id, *(await session.exec(supporting)).all()})
    if not parties:
        raise Forbidden("Progress is reported by the champions that lead or support this item, and by the co-chairs.")
    if (body.due_on or body.meeting_id) and not caller.is_chair:
        raise Forbidden("The due date is moved, and a meeting named, by the co-chairs and the secretariat.")
    await item_service.require_open(session, item)
    if body.meeting_id:
        await review_service.check_meeting_reviews(session, item.workplan_id, body.meeting_id)
    update = WorkplanItemUpdate(
        workplan_item_id=item.id,
        meeting_id=body.meeting_id,
        text=body.text,
        what_next=body.what_next,
        evidence=body.evidence,
        status=body.status,
        percentage=body.percentage,
        due_on=body.due_on,
        champion_id=caller.champion_id,
        person_id=caller.person_id,
        person_name=caller.name,
        reported_at=clock.now(),
    )
    item.status = body.status or item.status
    item.percentage = item.percentage if body.percentage is None else body.percentage
    item.due_on = body.due_on or item.due_on
    if body.status is WorkplanItemStatus.DROPPED:
        item.dropped_reason = body.text
    item_service.settle(item)
    session.add(update)
    await audit.record(
        session,
        caller,
        "workplan_item.reported",
        item,
        title=item.title,
        on_behalf_of=None if caller.champion_id else item.lead_id,
        related={"update": (None, body.text), "what_next": (None, body.what_next or None)},
    )
    return await update_queries.get_update(session, caller, update.id)


def keep_note(session: AsyncSession, caller: Caller, item: WorkplanItem, change: WorkplanItemChange, note: str) -> None:
    """Keep ``note`` as the progress update that goes with a ``change`` of ``item``."""
    session.add(
        WorkplanItemUpdate(
            workplan_item_id=item.id,
            text=note,
            status=change.status if "status" in change.model_fields_set else None,
            percentage=change.percentage,
            due_on=change.due_on,
            champion_id=caller.champion_id,
            person_id=caller.person_id,
            person_name=caller.name,
            reported_at=clock.now(),
        )
    )


async def load_update_for_change(
    session: AsyncSession, caller: Caller, item_id: UUID, update_id: UUID, expected_revision: int
) -> WorkplanItemUpdate:
    """The progress update, locked; 404 where it is not one of the item's or not for the caller to see."""
    item = await item_queries.get_item(session, caller, item_id)
    await item_service.hold_workplan(session, caller, item.workplan_id)
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
    await item_service.require_open(session, item)
    update.sqlmodel_update(body.model_dump(exclude_unset=True))
    await audit.record(session, caller, "workplan_item_update.changed", update, title=item.title)
    return await update_queries.get_update(session, caller, update.id)
