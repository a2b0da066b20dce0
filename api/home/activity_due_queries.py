"""What waits for a caller of activities: who asks to join, what begins soon, what was held and not reported."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Row, and_, func, or_
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.activities.models import Activity, ActivityChampion, ActivityStatus, Part, PartnerRequest, PartnerStatus
from api.champions.models import Champion
from api.home import rules
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform import clock
from api.platform.database import columns

_AWAITED = (ActivityStatus.PLANNED, ActivityStatus.CONFIRMED)


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """All that waits for the caller's champion of the activities that it leads."""
    return await _partners(session, caller) + await _days(session, caller)


async def _partners(session: AsyncSession, caller: Caller) -> list[Due]:
    """Activities that champions ask to join: who asked first, and how many."""
    led_too = select(ActivityChampion.activity_id).where(
        col(ActivityChampion.part) == Part.CO_LEAD, owns(caller, ActivityChampion.champion_id)
    )
    first = aggregate_order_by(col(PartnerRequest.champion_id), col(PartnerRequest.asked_at))
    asked = (
        columns(
            PartnerRequest.activity_id,
            func.count().label("askers"),
            func.min(col(PartnerRequest.asked_at)).label("since"),
            func.array_agg(first)[1].label("first_id"),
        )
        .where(col(PartnerRequest.status) == PartnerStatus.ASKED)
        .group_by(PartnerRequest.activity_id)
        .subquery()
    )
    rows = await session.exec(
        columns(Activity.id, Activity.title, Activity.is_demonstration, asked.c, Champion.iso3)
        .join(asked, asked.c.activity_id == col(Activity.id))
        .join(Champion, col(Champion.id) == asked.c.first_id)
        .where(or_(owns(caller, Activity.champion_id), col(Activity.id).in_(led_too)))
    )
    return [
        Due(
            kind=DueKind.ACTIVITY_PARTNERS_TO_ANSWER,
            id=row.id,
            title=row.title,
            champion_id=row.first_id,
            iso3=row.iso3,
            since=row.since,
            count=row.askers,
            is_demonstration=row.is_demonstration,
        )
        for row in rows
    ]


async def _days(session: AsyncSession, caller: Caller) -> list[Due]:
    """One's own activities that begin soon, or were held and not reported."""
    today = clock.today()
    last_day = func.coalesce(col(Activity.ends_on), col(Activity.starts_on))
    was_held = and_(
        col(Activity.status).in_((*_AWAITED, ActivityStatus.HELD)),
        last_day < today,
        last_day >= today - rules.REPORTING,
    )
    begins_soon = and_(
        col(Activity.status).in_(_AWAITED), col(Activity.starts_on).between(today, today + rules.DUE_SOON)
    )
    rows = await session.exec(
        columns(
            *(getattr(Activity, name) for name in ("id", "title", "starts_on", "is_demonstration", "champion_id")),
            last_day.label("last_day"),
            Champion.iso3,
        )
        .join(Champion, col(Champion.id) == col(Activity.champion_id))
        .where(owns(caller, Activity.champion_id), or_(was_held, begins_soon))
        .order_by(last_day)
    )
    return [_of_activity(row) for row in rows]


def _of_activity(row: Row[Any]) -> Due:
    is_past = row.last_day < clock.today()
    return Due(
        kind=DueKind.ACTIVITY_TO_REPORT if is_past else DueKind.ACTIVITY_SOON,
        id=row.id,
        title=row.title,
        champion_id=row.champion_id,
        iso3=row.iso3,
        due_on=None if is_past else row.starts_on,
        since=_midnight(row.last_day) if is_past else None,
        is_demonstration=row.is_demonstration,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
