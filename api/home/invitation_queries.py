"""Invitations that wait for an answer of one's champion."""

from sqlalchemy import and_, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.attendance.models import Attendance
from api.attendance.queries import is_asked
from api.champions.models import Champion
from api.home.kinds import DueKind
from api.home.rules import Due
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock
from api.platform.database import columns

_COMING = (MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.AGENDA_CIRCULATED)


async def invitations_to_answer(session: AsyncSession, caller: Caller) -> list[Due]:
    """Meetings to come to which the caller's champion was invited, and whose present time it has not answered to."""
    if caller.champion_id is None:
        return []
    rows = await session.exec(
        columns(Meeting.id, Meeting.title, Meeting.starts_at, Meeting.is_demonstration)
        .select_from(Meeting)
        .join(Champion, owns(caller, Champion.id))
        .outerjoin(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .outerjoin(
            Attendance,
            and_(col(Attendance.meeting_id) == col(Meeting.id), owns(caller, Attendance.champion_id)),
        )
        .where(
            col(Meeting.status).in_(_COMING),
            col(Meeting.invited_at).is_not(None),
            col(Meeting.starts_at) > clock.now(),
            or_(col(Attendance.answer).is_(None), col(Attendance.for_starts_at) != col(Meeting.starts_at)),
            is_asked(),
        )
        .order_by(col(Meeting.starts_at))
    )
    return [
        Due(
            kind=DueKind.INVITATION_TO_ANSWER,
            id=row.id,
            title=row.title,
            due_at=row.starts_at,
            is_demonstration=row.is_demonstration,
        )
        for row in rows
    ]
