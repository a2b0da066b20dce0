"""What waits for a caller of consultations: an answer to give, a result to record."""

from typing import Any

from sqlalchemy import Row, and_, false, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.consultations import queries as consultations
from api.consultations.models import Consultation, ConsultationAnswer, ConsultationStatus
from api.home.kinds import DueKind
from api.home.rules import Due
from api.platform import clock
from api.platform.database import columns


async def get_due(session: AsyncSession, caller: Caller) -> list[Due]:
    """Consultations that the caller's champion has not answered; for the chairs those without a result."""
    has_answered = (
        select(ConsultationAnswer.id)
        .where(
            col(ConsultationAnswer.consultation_id) == col(Consultation.id),
            owns(caller, ConsultationAnswer.champion_id),
        )
        .exists()
    )
    is_asked = and_(consultations.stands(ConsultationStatus.OPEN), ~has_answered) if caller.champion_id else false()
    lacks_result = consultations.stands(ConsultationStatus.CLOSED) if caller.is_chair else false()
    rows = await session.exec(
        columns(
            *(getattr(Consultation, name) for name in ("id", "title", "deadline_at", "closed_at", "is_demonstration"))
        )
        .where(or_(is_asked, lacks_result))
        .order_by(col(Consultation.deadline_at))
    )
    return [_of_consultation(row) for row in rows]


def _of_consultation(row: Row[Any]) -> Due:
    about: dict[str, Any] = {"id": row.id, "title": row.title, "is_demonstration": row.is_demonstration}
    if row.closed_at or row.deadline_at <= clock.now():
        return Due(kind=DueKind.CONSULTATION_TO_CONCLUDE, since=row.closed_at or row.deadline_at, **about)
    return Due(kind=DueKind.CONSULTATION_TO_ANSWER, due_at=row.deadline_at, **about)
