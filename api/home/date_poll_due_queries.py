"""What waits for a caller of date polls: dates to answer, a date to choose."""

from typing import Any

from sqlalchemy import Row, and_, false, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.datepolls import queries as date_polls
from api.datepolls.models import DatePoll, DatePollStatus, DatePollVoice
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform import clock
from api.platform.database import columns


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """Polls that the caller's champion has not answered; for the chairs those whose answers are in."""
    has_answered = date_polls.has_answered(owns(caller, DatePollVoice.champion_id))
    is_asked = and_(date_polls.stands(DatePollStatus.OPEN), ~has_answered) if caller.champion_id else false()
    lacks_date = date_polls.stands(DatePollStatus.ENDED) if caller.is_chair else false()
    rows = await session.exec(
        columns(*(getattr(DatePoll, name) for name in ("id", "title", "deadline_at", "is_demonstration")))
        .where(or_(is_asked, lacks_date))
        .order_by(col(DatePoll.deadline_at))
    )
    return [_of_poll(row) for row in rows]


def _of_poll(row: Row[Any]) -> Due:
    about: dict[str, Any] = {"id": row.id, "title": row.title, "is_demonstration": row.is_demonstration}
    if row.deadline_at <= clock.now():
        return Due(kind=DueKind.DATE_POLL_TO_DECIDE, since=row.deadline_at, **about)
    return Due(kind=DueKind.DATE_POLL_TO_ANSWER, due_at=row.deadline_at, **about)
