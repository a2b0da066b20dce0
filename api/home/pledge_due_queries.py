"""What waits for a caller of pledges: to confirm one in which another State names theirs, to report on their own."""

from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Row, and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.models import Champion
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform.database import columns
from api.pledges import rules
from api.pledges.filters import last_reported_on, report_is_due
from api.pledges.models import Pledge, PledgeStatus, PledgingState


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """Pledges on which the caller's champion is to say something."""
    if caller.champion_id is None:
        return []
    unanswered = select(PledgingState.pledge_id).where(
        owns(caller, PledgingState.champion_id), col(PledgingState.voice).is_(None)
    )
    is_named = and_(col(Pledge.status).in_({*rules.OPEN, PledgeStatus.DRAFT}), col(Pledge.id).in_(unanswered))
    rows = await session.exec(
        columns(
            *(getattr(Pledge, name) for name in ("id", "title", "champion_id", "updated_at", "is_demonstration")),
            func.greatest(last_reported_on, col(Pledge.made_on)).label("heard_of_on"),
            is_named.label("is_named"),
            Champion.iso3,
        )
        .join(Champion, col(Champion.id) == col(Pledge.champion_id))
        .where(or_(is_named, and_(owns(caller, Pledge.champion_id), report_is_due())))
        .order_by(col(Pledge.id))
    )
    return [_of_pledge(row) for row in rows]


def _of_pledge(row: Row[Any]) -> Due:
    return Due(
        kind=DueKind.PLEDGE_TO_CONFIRM if row.is_named else DueKind.PLEDGE_TO_REPORT,
        id=row.id,
        title=row.title,
        champion_id=row.champion_id,
        iso3=row.iso3,
        since=row.updated_at if row.is_named else datetime.combine(row.heard_of_on, time.min, UTC),
        is_demonstration=row.is_demonstration,
    )
