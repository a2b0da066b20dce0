"""Who is told of a meeting: the people of the invited champions, the secretariat, observers where they are asked along."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Attendance
from api.attendance.queries import is_asked
from api.champions.models import Champion
from api.identity.models import Person, Standing
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail
from api.platform import clock
from api.platform.database import columns

ABOUT = "meeting"


async def people(session: AsyncSession, meeting_id: UUID) -> dict[UUID, Any]:
    """Everybody who is to be told of the meeting, with their champion and its answer."""
    rows = await session.exec(
        columns(Person.id, Person.champion_id, Attendance.answer, Attendance.for_starts_at, Attendance.answered_at)
        .select_from(Person)
        .join(Meeting, col(Meeting.id) == meeting_id)
        .outerjoin(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .outerjoin(Champion, col(Champion.id) == col(Person.champion_id))
        .outerjoin(
            Attendance,
            and_(col(Attendance.meeting_id) == col(Meeting.id), col(Attendance.champion_id) == col(Person.champion_id)),
        )
        .where(_has_an_account(), _is_told())
    )
    return {row.id: row for row in rows}


async def told_before(session: AsyncSession, meeting_id: UUID) -> set[UUID]:
    """Those who have an invitation to the meeting in their calendars."""
    rows = await session.exec(
        select(Mail.person_id).where(
            col(Mail.about_type) == ABOUT,
            col(Mail.about_id) == meeting_id,
            col(Mail.kind).in_((LetterKind.MEETING_INVITATION, LetterKind.MEETING_UPDATE)),
        )
    )
    return {person_id for person_id in rows if person_id}


async def champions_without_people(session: AsyncSession, meeting_id: UUID) -> list[Any]:
    """Invited champions of which nobody has an account."""
    anybody = select(Person.id).where(col(Person.champion_id) == col(Champion.id), _has_an_account()).exists()
    rows = await session.exec(
        columns(Champion.id, Champion.iso3)
        .select_from(Champion)
        .join(Meeting, col(Meeting.id) == meeting_id)
        .outerjoin(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .where(is_asked(), ~anybody)
        .order_by(Champion.iso3)
    )
    return list(rows)


def _has_an_account() -> ColumnElement[bool]:
    return or_(col(Person.ended_at).is_(None), col(Person.ended_at) > clock.now())


def _is_told() -> ColumnElement[bool]:
    return or_(
        col(Person.standing) == Standing.SECRETARIAT,
        and_(col(Person.standing) == Standing.OBSERVER, col(MeetingInvitation.with_observers).is_(True)),
        and_(col(Person.standing) == Standing.FOCAL_POINT, is_asked()),
    )
