"""Reads of workplans: columns, not objects; one statement for a list."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, false, func, literal_column, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees_where_shared
from api.meetings.models import Meeting
from api.minutes.models import Decision
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.vocabularies.models import ScopeOfWork
from api.workplan import rules
from api.workplan.models import Workplan, WorkplanAdoption, WorkplanItem, WorkplanItemStatus, WorkplanStatus
from api.workplan.schemas import (
    AdoptionDecision,
    AdoptionMeeting,
    AreaProgress,
    ProgressCounts,
    WorkplanBody,
    WorkplanProgress,
    WorkplanQuery,
    WorkplanSummary,
)

_SORT = Sort(col(Workplan.id), {"starts_on": col(Workplan.starts_on)})

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "starts_on", "ends_on", "status", "adopted_on",
    "is_shared_with_observers", "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (*_SUMMARY_FIELDS, "introduction", "status_reason", "source", "confidence")

_EMPTY: ColumnElement[Any] = literal_column("'[]'::json")

_Later = aliased(WorkplanItem)
is_rolled_over = (
    select(_Later.id).where(col(_Later.rolled_over_from_id) == col(WorkplanItem.id)).correlate(WorkplanItem).exists()
)
"""Whether the work goes on under an item of another workplan."""


def visible(caller: Caller, plan: Any = Workplan) -> ColumnElement[bool]:
    """All for members; for observers those that were adopted and are shared with them; none for the public.

    ``plan`` is the workplans' table, or another name of it in the statement.
    """
    if caller.is_member:
        return true()
    shared = sees_where_shared(caller, is_shared_with_observers=plan.is_shared_with_observers)
    return and_(shared, col(plan.status) != WorkplanStatus.DRAFT) if caller.is_observer else false()


def overdue(today: date) -> ColumnElement[bool]:
    """``rules.is_overdue`` in SQL, of work that does not go on in another workplan."""
    return and_(col(WorkplanItem.due_on) < today, col(WorkplanItem.status).not_in(rules.FINISHED), ~is_rolled_over)


async def list_workplans(session: AsyncSession, caller: Caller, query: WorkplanQuery) -> Page[WorkplanSummary]:
    """One page of the workplans that the caller may see, with their progress."""
    statement = _with_progress(_SUMMARY_FIELDS).where(visible(caller))
    if query.status:
        statement = statement.where(col(Workplan.status).in_(query.status))
    return await _SORT.fetch(
        session,
        statement,
        sort=query.sort,
        query=query,
        build=lambda row: WorkplanSummary.model_construct(**_values(caller, row, _SUMMARY_FIELDS)),
    )


async def get_workplan(session: AsyncSession, caller: Caller, workplan_id: UUID) -> WorkplanBody:
    """One workplan; ``NotFound`` where the caller may not see it."""
    shared = sees_where_shared(caller, is_shared_with_observers=Meeting.is_shared_with_observers)
    row = (
        await session.exec(
            _with_progress(_BODY_FIELDS)
            .add_columns(
                col(Meeting.id).label("meeting_id"),
                col(Meeting.title).label("meeting_title"),
                col(Decision.id).label("decision_id"),
                col(Decision.number).label("decision_number"),
                col(Decision.text).label("decision_text"),
            )
            .outerjoin(WorkplanAdoption, col(WorkplanAdoption.workplan_id) == col(Workplan.id))
            .outerjoin(Meeting, and_(col(Meeting.id) == col(WorkplanAdoption.meeting_id), shared))
            .outerjoin(Decision, and_(col(Decision.id) == col(WorkplanAdoption.decision_id), shared))
            .where(col(Workplan.id) == workplan_id, visible(caller))
        )
    ).first()
    if row is None:
        raise NotFound("There is no such workplan, or it is not for you to see.")
    return WorkplanBody.model_construct(
        **_values(caller, row, _BODY_FIELDS),
        adopted_at=AdoptionMeeting.model_construct(id=row.meeting_id, title=row.meeting_title)
        if row.meeting_id
        else None,
        adoption_decision=AdoptionDecision.model_construct(
            id=row.decision_id, number=row.decision_number, text=row.decision_text
        )
        if row.decision_id and row.meeting_id
        else None,
    )


def _with_progress(fields: tuple[str, ...]) -> Any:
    """The workplans' columns, and beside them their items counted by area and status as JSON."""
    counted = (
        columns(
            WorkplanItem.workplan_id,
            WorkplanItem.scope_of_work,
            WorkplanItem.status,
            func.count().label("all_items"),
            func.count().filter(overdue(clock.today())).label("overdue"),
        )
        .group_by(col(WorkplanItem.workplan_id), col(WorkplanItem.scope_of_work), col(WorkplanItem.status))
        .subquery()
    )
    told = func.json_build_array(counted.c.scope_of_work, counted.c.status, counted.c.all_items, counted.c.overdue)
    progress = (
        select(counted.c.workplan_id, func.json_agg(told).label("counts")).group_by(counted.c.workplan_id).subquery()
    )
    return columns(
        *(getattr(Workplan, field) for field in fields), func.coalesce(progress.c.counts, _EMPTY).label("counts")
    ).outerjoin(progress, progress.c.workplan_id == Workplan.id)


def _values(caller: Caller, row: Row[Any], fields: tuple[str, ...]) -> dict[str, Any]:
    progress = _progress(row.counts)
    return dict(zip(fields, row, strict=False)) | {
        "progress": progress,
        "actions": rules.workplan_actions(row.status, caller.parties_to(None), is_empty=progress.items == 0),
    }


def _progress(counts: list[tuple[ScopeOfWork, WorkplanItemStatus, int, int]]) -> WorkplanProgress:
    by_area = [
        AreaProgress.model_construct(scope_of_work=area, **_tally([count for count in counts if count[0] == area]))
        for area in ScopeOfWork
    ]
    return WorkplanProgress.model_construct(**_tally(counts), by_area=by_area)


def _tally(counts: list[tuple[ScopeOfWork, WorkplanItemStatus, int, int]]) -> dict[str, Any]:
    tally = dict.fromkeys(ProgressCounts.model_fields, 0)
    for _, status, items, late in counts:
        tally["items"] += items
        tally[status] += items
        tally["overdue"] += late
    return tally
