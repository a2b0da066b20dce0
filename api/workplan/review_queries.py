"""Reads of reviews: what stood, what had changed since the review before, and what was told at the meeting."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetings.models import Meeting
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.vocabularies.models import ScopeOfWork
from api.workplan import item_columns, review_rules, rules, update_queries
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus, WorkplanReview
from api.workplan.queries import is_rolled_over, visible
from api.workplan.review_rules import Change, ReviewedField, Snapshot
from api.workplan.review_schemas import (
    FieldDifference,
    ReviewBefore,
    ReviewedItem,
    StandsNow,
    WorkplanReviewBody,
    WorkplanReviewQuery,
    WorkplanReviewSummary,
)
from api.workplan.update_schemas import MeetingOfUpdate, PlanOfUpdate, WorkplanItemUpdateBody

_SORT = Sort(col(WorkplanReview.id), {"reviewed_at": col(WorkplanReview.reviewed_at)})
_HEAD = ("id", "revision", "created_at", "updated_at", "reviewed_at", "person_name")
_NO_REVIEW = "There is no such review, or it is not for you to see."


async def list_reviews(
    session: AsyncSession, caller: Caller, workplan_id: UUID, query: WorkplanReviewQuery
) -> Page[WorkplanReviewSummary]:
    """One page of a workplan's reviews, newest first; ``NotFound`` where the caller may not see it."""
    plan = select(Workplan.id).where(col(Workplan.id) == workplan_id, visible(caller))
    if (await session.exec(plan)).first() is None:
        raise NotFound("There is no such workplan, or it is not for you to see.")
    return await _SORT.fetch(
        session,
        _reviews(WorkplanReview.items_count).where(col(WorkplanReview.workplan_id) == workplan_id),
        sort="-reviewed_at",
        query=query,
        build=lambda row: WorkplanReviewSummary.model_construct(
            **dict(zip(_HEAD, row, strict=False)), meeting=_meeting(row), items=row.items_count
        ),
    )


async def get_review(session: AsyncSession, caller: Caller, workplan_id: UUID, review_id: UUID) -> WorkplanReviewBody:
    """One review in a fixed number of statements, whatever the size of the workplan."""
    this, before = await _with_the_one_before(session, caller, workplan_id, review_id)
    told = await update_queries.told_at_meeting(session, caller, workplan_id, this.meeting_id)
    now = await _standing_now(session, workplan_id)
    leads = await _champions(session, {**(before.snapshot if before else {}), **this.snapshot})
    was: Snapshot = before.snapshot if before else {}
    changes = review_rules.changes_between(was, dict(sorted(this.snapshot.items(), key=by_area_and_due)))
    is_open = caller.is_chair and this.workplan_status in rules.OPEN
    return WorkplanReviewBody.model_construct(
        **dict(zip(_HEAD, this, strict=False)),
        workplan=PlanOfUpdate.model_construct(id=workplan_id, title=this.workplan_title),
        meeting=_meeting(this),
        before=before
        and ReviewBefore.model_construct(id=before.id, meeting=_meeting(before), reviewed_at=before.reviewed_at),
        items=[
            _item(change, this.snapshot.get(change.item_id) or was[change.item_id], leads, told, now)
            for change in changes
            if before or change.change is not Change.REMOVED
        ],
        actions=["report"] if is_open else [],
    )


async def snapshot_of(session: AsyncSession, workplan_id: UUID) -> dict[str, dict[str, Any]]:
    """The items of a workplan as a review keeps them, read in one statement."""
    rows = await session.exec(
        columns(
            *(getattr(WorkplanItem, name) for name in ("id", *_KEPT_AS_IT_IS)),
            Champion.iso3,
            item_columns.supporting.label("supporting"),
            item_columns.processes.label("processes"),
            item_columns.waits_for.label("waits_for"),
        )
        .outerjoin(Champion, col(Champion.id) == col(WorkplanItem.lead_id))
        .where(col(WorkplanItem.workplan_id) == workplan_id)
        .order_by(col(WorkplanItem.id))
    )
    return {str(row.id): _kept(row) for row in rows}


async def rolled_over(session: AsyncSession, workplan_id: UUID) -> set[UUID]:
    """Keys of the workplan's items whose work goes on in another workplan."""
    rows = await session.exec(
        select(WorkplanItem.id).where(col(WorkplanItem.workplan_id) == workplan_id, is_rolled_over)
    )
    return set(rows.all())


_KEPT_AS_IT_IS = (
    "title", "description", "scope_of_work", "expected_result", "objectives", "starts_on", "due_on", "status",
    "dropped_reason", "percentage",
)  # fmt: skip


def _kept(row: Row[Any]) -> dict[str, Any]:
    as_it_is = {name: getattr(row, name) for name in _KEPT_AS_IT_IS}
    return as_it_is | {
        "scope_of_work": row.scope_of_work.value,
        "status": row.status.value,
        "starts_on": row.starts_on and row.starts_on.isoformat(),
        "due_on": row.due_on and row.due_on.isoformat(),
        "lead": row.iso3,
        "supporting": [iso3 for _, iso3 in row.supporting],
        "processes": sorted(key for _, key, _ in row.processes),
        "waits_for": sorted(key for key, _, _ in row.waits_for),
    }


def _reviews(*more: Any) -> Any:
    return (
        columns(
            *(getattr(WorkplanReview, name) for name in _HEAD),
            WorkplanReview.meeting_id,
            col(Meeting.title).label("meeting_title"),
            *more,
        )
        .join(Meeting, col(Meeting.id) == col(WorkplanReview.meeting_id))
        .join(Workplan, col(Workplan.id) == col(WorkplanReview.workplan_id))
    )


async def _with_the_one_before(
    session: AsyncSession, caller: Caller, workplan_id: UUID, review_id: UUID
) -> tuple[Row[Any], Row[Any] | None]:
    reviewed_at = (
        select(WorkplanReview.reviewed_at)
        .where(col(WorkplanReview.id) == review_id, col(WorkplanReview.workplan_id) == workplan_id)
        .scalar_subquery()
    )
    rows = (
        await session.exec(
            _reviews(
                WorkplanReview.snapshot,
                col(Workplan.title).label("workplan_title"),
                col(Workplan.status).label("workplan_status"),
            )
            .where(
                col(WorkplanReview.workplan_id) == workplan_id,
                col(WorkplanReview.reviewed_at) <= reviewed_at,
                visible(caller),
            )
            .order_by(col(WorkplanReview.reviewed_at).desc(), col(WorkplanReview.id).desc())
            .limit(2)
        )
    ).all()
    if not rows or rows[0].id != review_id:
        raise NotFound(_NO_REVIEW)
    return rows[0], rows[1] if len(rows) > 1 else None


async def _standing_now(session: AsyncSession, workplan_id: UUID) -> dict[str, StandsNow]:
    rows = await session.exec(
        columns(WorkplanItem.id, WorkplanItem.status, WorkplanItem.percentage, WorkplanItem.due_on).where(
            col(WorkplanItem.workplan_id) == workplan_id
        )
    )
    return {
        str(row.id): StandsNow.model_construct(status=row.status, percentage=row.percentage, due_on=row.due_on)
        for row in rows
    }


async def _champions(session: AsyncSession, snapshot: Snapshot) -> dict[str, ChampionRef]:
    codes = {fields["lead"] for fields in snapshot.values() if fields["lead"]}
    rows = await session.exec(select(Champion.id, Champion.iso3).where(col(Champion.iso3).in_(codes)))
    return {iso3: ChampionRef.of(champion_id, iso3) for champion_id, iso3 in rows.all()}


def _item(
    change: review_rules.ItemChange,
    stood: review_rules.Fields,
    leads: dict[str, ChampionRef],
    told: dict[UUID, list[WorkplanItemUpdateBody]],
    now: dict[str, StandsNow],
) -> ReviewedItem:
    return ReviewedItem.model_construct(
        id=UUID(change.item_id),
        **{name: stood[name] for name in ("title", "description", "expected_result", "percentage")},
        scope_of_work=ScopeOfWork(stood["scope_of_work"]),
        status=WorkplanItemStatus(stood["status"]),
        starts_on=stood["starts_on"] and date.fromisoformat(stood["starts_on"]),
        due_on=stood["due_on"] and date.fromisoformat(stood["due_on"]),
        lead=leads.get(stood["lead"]),
        change=change.change,
        differences=[
            FieldDifference.model_construct(field=ReviewedField(field.field), before=field.before, after=field.after)
            for field in sorted(change.fields, key=lambda field: _IN_ORDER.index(field.field))
            if change.change is Change.CHANGED
        ],
        updates=told.get(UUID(change.item_id), []),
        now=now.get(change.item_id),
    )


_IN_ORDER = [field.value for field in ReviewedField]
_AREAS = [area.value for area in ScopeOfWork]


def by_area_and_due(entry: tuple[str, Any]) -> tuple[int, str, str]:
    """Items of a snapshot in the order of the areas, and within one by the day on which they are due."""
    item_id, fields = entry
    return _AREAS.index(fields["scope_of_work"]), fields["due_on"] or "9999-12-31", item_id


def _meeting(row: Row[Any]) -> MeetingOfUpdate:
    return MeetingOfUpdate.model_construct(id=row.meeting_id, title=row.meeting_title)
