"""What waits for a caller after a meeting: an action item to do, minutes to check, corrections to decide."""

from typing import Any

from sqlalchemy import Row, and_, false, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.actionitems import queries as action_items
from api.actionitems.models import ActionItem, ActionItemStatus
from api.champions.models import Champion
from api.home import rules
from api.home.kinds import DueKind
from api.home.rules import Due
from api.meetings.models import Meeting, MeetingStatus
from api.minutes.models import CorrectionStatus, Minutes, MinutesCorrection
from api.platform import clock
from api.platform.database import columns


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """One's own action items that are late or due soon; of circulated minutes what is to check and to decide."""
    return await _action_items(session, caller) + await _minutes(session, caller)


async def _action_items(session: AsyncSession, caller: Caller) -> list[Due]:
    rows = await session.exec(
        columns(
            *(getattr(ActionItem, name) for name in ("id", "title", "due_on", "owner_id", "is_demonstration")),
            Champion.iso3,
        )
        .outerjoin(Champion, col(Champion.id) == col(ActionItem.owner_id))
        .where(
            action_items.mine(caller),
            col(ActionItem.status) == ActionItemStatus.OPEN,
            col(ActionItem.sorted_on) <= clock.today() + rules.DUE_SOON,
        )
        .order_by(col(ActionItem.sorted_on))
    )
    return [
        Due(
            kind=DueKind.ACTION_ITEM_DUE,
            id=row.id,
            title=row.title,
            champion_id=row.owner_id,
            iso3=row.iso3,
            due_on=row.due_on,
            is_demonstration=row.is_demonstration,
        )
        for row in rows
    ]


async def _minutes(session: AsyncSession, caller: Caller) -> list[Due]:
    """Who has proposed a correction has checked the minutes; the chairs, who wrote them, are not asked to."""
    of_meeting = col(MinutesCorrection.meeting_id) == col(Meeting.id)
    has_corrected = select(MinutesCorrection.id).where(of_meeting, owns(caller, MinutesCorrection.champion_id)).exists()
    proposed = (
        select(func.count(), func.min(col(MinutesCorrection.created_at)))
        .where(of_meeting, col(MinutesCorrection.status) == CorrectionStatus.PROPOSED)
        .lateral("proposed")
    )
    undecided, waiting_since = proposed.c
    checks = caller.champion_id is not None and not caller.is_chair
    is_to_check = and_(col(Minutes.corrections_until) > clock.now(), ~has_corrected) if checks else false()
    rows = await session.exec(
        columns(
            *(getattr(Meeting, name) for name in ("id", "title", "is_demonstration")),
            Minutes.corrections_until,
            undecided.label("undecided"),
            waiting_since.label("since"),
        )
        .join(Minutes, col(Minutes.id) == col(Meeting.id))
        .join(proposed, col(Meeting.id).is_not(None))
        .where(
            col(Meeting.status) == MeetingStatus.MINUTES_CIRCULATED,
            or_(is_to_check, undecided > 0 if caller.is_chair else false()),
        )
    )
    return [_of_minutes(row, is_chair=caller.is_chair) for row in rows]


def _of_minutes(row: Row[Any], *, is_chair: bool) -> Due:
    about: dict[str, Any] = {"id": row.id, "title": row.title, "is_demonstration": row.is_demonstration}
    if is_chair:
        return Due(kind=DueKind.CORRECTIONS_TO_DECIDE, since=row.since, count=row.undecided, **about)
    return Due(kind=DueKind.MINUTES_TO_CHECK, due_at=row.corrections_until, **about)
