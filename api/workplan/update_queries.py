"""Reads of progress updates, through the chain of items that went on from workplan to workplan."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, and_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees_where_shared
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetings.models import Meeting
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.workplan import item_columns, item_queries, rules
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemUpdate
from api.workplan.queries import is_rolled_over, visible
from api.workplan.update_schemas import MeetingOfUpdate, PlanOfUpdate, WorkplanItemUpdateBody, WorkplanItemUpdateQuery

_SORT = Sort(col(WorkplanItemUpdate.id), {"reported_at": col(WorkplanItemUpdate.reported_at)})

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "workplan_item_id", "text", "what_next", "evidence", "status",
    "percentage", "due_on", "person_name", "reported_at",
)  # fmt: skip


async def list_updates(
    session: AsyncSession, caller: Caller, item_id: UUID, query: WorkplanItemUpdateQuery
) -> Page[WorkplanItemUpdateBody]:
    """One page of what was reported on an item and on those that it goes on with, newest first."""
    await item_queries.get_item(session, caller, item_id)
    chain = item_columns.chain_of(item_id)
    return await _SORT.fetch(
        session,
        _updates(caller).where(col(WorkplanItemUpdate.workplan_item_id).in_(chain), visible(caller)),
        sort="-reported_at",
        query=query,
        build=lambda row: _update_of(caller, row),
    )


async def told_at_meeting(
    session: AsyncSession, caller: Caller, workplan_id: UUID, meeting_id: UUID
) -> dict[UUID, list[WorkplanItemUpdateBody]]:
    """What was told of each item of a workplan at a meeting that went through it, newest first."""
    rows = await session.exec(
        _updates(caller)
        .where(
            col(WorkplanItem.workplan_id) == workplan_id,
            col(WorkplanItemUpdate.meeting_id) == meeting_id,
            visible(caller),
        )
        .order_by(col(WorkplanItemUpdate.reported_at).desc(), col(WorkplanItemUpdate.id).desc())
    )
    told: dict[UUID, list[WorkplanItemUpdateBody]] = {}
    for row in rows:
        told.setdefault(row.workplan_item_id, []).append(_update_of(caller, row))
    return told


async def get_update(session: AsyncSession, caller: Caller, update_id: UUID) -> WorkplanItemUpdateBody:
    """One progress update, as the answer to a write."""
    row = (await session.exec(_updates(caller).where(col(WorkplanItemUpdate.id) == update_id))).one()
    return _update_of(caller, row)


def _updates(caller: Caller) -> Any:
    shared = sees_where_shared(caller, is_shared_with_observers=Meeting.is_shared_with_observers)
    return (
        columns(
            *(getattr(WorkplanItemUpdate, field) for field in _FIELDS),
            WorkplanItemUpdate.champion_id,
            Champion.iso3,
            col(Meeting.id).label("meeting_id"),
            col(Meeting.title).label("meeting_title"),
            col(Workplan.id).label("workplan_id"),
            col(Workplan.title).label("workplan_title"),
            col(Workplan.status).label("workplan_status"),
            is_rolled_over.label("is_rolled_over"),
        )
        .join(WorkplanItem, col(WorkplanItem.id) == col(WorkplanItemUpdate.workplan_item_id))
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .outerjoin(Champion, col(Champion.id) == col(WorkplanItemUpdate.champion_id))
        .outerjoin(Meeting, and_(col(Meeting.id) == col(WorkplanItemUpdate.meeting_id), shared))
    )


def _update_of(caller: Caller, row: Row[Any]) -> WorkplanItemUpdateBody:
    parties = caller.parties_to(row.champion_id)
    return WorkplanItemUpdateBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        workplan=PlanOfUpdate.model_construct(id=row.workplan_id, title=row.workplan_title),
        meeting=MeetingOfUpdate.model_construct(id=row.meeting_id, title=row.meeting_title) if row.meeting_id else None,
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        actions=rules.update_actions(row.workplan_status, parties, is_rolled_over=row.is_rolled_over),
    )
