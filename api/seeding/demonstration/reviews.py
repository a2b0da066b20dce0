"""What the demonstration's meetings did with its workplan: one adopted it, two went through it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid5

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import Meeting
from api.minutes.models import Decision
from api.seeding.cast import Cast
from api.seeding.demonstration.calendar import day, working_day
from api.seeding.files import read
from api.workplan import review_queries
from api.workplan.models import (
    Workplan,
    WorkplanAdoption,
    WorkplanItem,
    WorkplanItemStatus,
    WorkplanItemUpdate,
    WorkplanReview,
    WorkplanStatus,
)

_BEGUN_AFTER = timedelta(minutes=20)
_Fields = dict[str, Any]


async def add(session: AsyncSession, cast: Cast, meetings: list[Meeting]) -> None:
    """Add the reviews, each with what stood on its day and what was told at it, and the link to the adoption."""
    told = read("demonstration", "workplan")
    held = {meeting.starts_at.date(): meeting for meeting in meetings}
    plan = (await session.exec(select(Workplan).where(col(Workplan.status) == WorkplanStatus.ADOPTED))).one()
    items = (await session.exec(select(WorkplanItem).where(col(WorkplanItem.workplan_id) == plan.id))).all()
    called = {item.title: item for item in items}
    await _adopt(session, plan, held[working_day(told["workplan"]["adopted_in_days"])])
    for entry in told["reviews"]:
        meeting = held[working_day(entry["in_days"])]
        session.add(await _review(session, cast, plan, meeting, items, entry))
        session.add_all(_told(cast, meeting, called[update["item"]], update) for update in entry["told"])
        await session.flush()


async def _adopt(session: AsyncSession, plan: Workplan, meeting: Meeting) -> None:
    plan.adopted_on = meeting.starts_at.date()
    decisions = select(Decision).where(col(Decision.meeting_id) == meeting.id).order_by(col(Decision.number).desc())
    decision = (await session.exec(decisions)).first()
    session.add(
        WorkplanAdoption(workplan_id=plan.id, meeting_id=meeting.id, decision_id=decision.id if decision else None)
    )


async def _review(
    session: AsyncSession,
    cast: Cast,
    plan: Workplan,
    meeting: Meeting,
    items: Sequence[WorkplanItem],
    entry: dict[str, Any],
) -> WorkplanReview:
    begun_at = meeting.starts_at + _BEGUN_AFTER
    stood_then = await _statuses(session, plan, begun_at)
    stands = await review_queries.snapshot_of(session, plan.id)
    snapshot = {
        key: _as_it_stood(stands[key], stood_then.get(key), entry["stood"].get(item.title, {}))
        for item in items
        if item.title not in entry["not_yet"] and (key := str(item.id))
    }
    snapshot |= {str(uuid5(plan.id, gone["title"])): _gone(gone, next(iter(stands.values()))) for gone in entry["gone"]}
    chair = cast.focal_point(cast.seated_on(meeting.starts_at.date())[0])
    return WorkplanReview(
        workplan_id=plan.id,
        meeting_id=meeting.id,
        reviewed_at=begun_at,
        person_name=chair.name,
        items_count=len(snapshot),
        snapshot=snapshot,
        created_at=begun_at,
        updated_at=begun_at,
    )


async def _statuses(session: AsyncSession, plan: Workplan, at: datetime) -> dict[str, WorkplanItemStatus]:
    """The last status that was told of each item until ``at``."""
    rows = await session.exec(
        select(WorkplanItemUpdate.workplan_item_id, WorkplanItemUpdate.status)
        .join(WorkplanItem, col(WorkplanItem.id) == col(WorkplanItemUpdate.workplan_item_id))
        .where(
            col(WorkplanItem.workplan_id) == plan.id,
            col(WorkplanItemUpdate.reported_at) <= at,
            col(WorkplanItemUpdate.status).is_not(None),
        )
        .order_by(col(WorkplanItemUpdate.reported_at))
    )
    return {str(item_id): WorkplanItemStatus(status) for item_id, status in rows.all() if status}


def _as_it_stood(stands: _Fields, status: WorkplanItemStatus | None, otherwise: _Fields) -> _Fields:
    was = status or WorkplanItemStatus.NOT_STARTED
    percentage = 100 if was is WorkplanItemStatus.DONE else None
    return stands | {"status": was.value, "percentage": percentage, "dropped_reason": ""} | _dated(otherwise)


def _gone(entry: _Fields, any_item: _Fields) -> _Fields:
    """An item that was deleted since; it has the fields that all of them have."""
    empty: _Fields = {
        name: [] if isinstance(value, list) else "" if value == "" else None for name, value in any_item.items()
    }
    return empty | {"expected_result": "", "dropped_reason": ""} | _dated(entry)


def _dated(entry: _Fields) -> _Fields:
    told = {}
    for name, value in entry.items():
        field = name.removesuffix("_in_days")
        if field == name:
            told[name] = value
        else:
            told[f"{field}_on"] = day(value).isoformat()
    return told


def _told(cast: Cast, meeting: Meeting, item: WorkplanItem, entry: dict[str, Any]) -> WorkplanItemUpdate:
    person, at = cast.focal_point(entry["champion"]), meeting.starts_at + 2 * _BEGUN_AFTER
    return WorkplanItemUpdate(
        workplan_item_id=item.id,
        meeting_id=meeting.id,
        text=entry["text"],
        what_next=entry.get("what_next", ""),
        due_on=day(entry["due_in_days"]) if "due_in_days" in entry else None,
        champion_id=cast.champions[entry["champion"]],
        person_id=person.id,
        person_name=person.name,
        reported_at=at,
        created_at=at,
        updated_at=at,
    )
