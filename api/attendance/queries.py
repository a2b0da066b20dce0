"""Reads of answers and attendance: one statement for the meeting, one for all its champions."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Row, and_, cast, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.attendance import rules
from api.attendance.links import AnswerLink
from api.attendance.models import Attendance
from api.attendance.schemas import AnswerLinkBody, AttendanceBody, AttendanceCounts, AttendanceList
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.identity.models import Person
from api.invitations.models import MeetingInvitation
from api.meetings import queries as meetings
from api.meetings.models import Meeting
from api.platform import clock
from api.platform.database import columns
from api.platform.problems import Conflict, NotFound

_FIELDS = ("answered_at", "answered_by_name", "is_on_behalf", "delegates", "substitute", "note", "was_present")


async def list_attendance(session: AsyncSession, caller: Caller, meeting_id: UUID) -> AttendanceList:
    """Who comes to a meeting that the caller may see, and who came."""
    meeting = await get_meeting(session, caller, meeting_id)
    rows = (
        await session.exec(
            _champions().where(col(Meeting.id) == meeting_id, or_(is_asked(), has_something())).order_by(Champion.iso3)
        )
    ).all()
    bodies = [_body(row) for row in rows]
    return AttendanceList.model_construct(
        actions=actions(caller, meeting),
        counts=AttendanceCounts(
            **rules.counted([body.answer for body in bodies], [body.was_present for body in bodies])
        ),
        mine=next((body for body in bodies if caller.owns(body.champion.id)), None),
        items=bodies,
    )


async def get_attendance(session: AsyncSession, meeting_id: UUID, champion_id: UUID) -> AttendanceBody:
    """One champion at one meeting."""
    row = (await session.exec(_champions().where(col(Meeting.id) == meeting_id, col(Champion.id) == champion_id))).one()
    return _body(row)


async def get_answer_link(session: AsyncSession, link: AnswerLink) -> AnswerLinkBody:
    """What a link does; ``NotFound`` where its person speaks for nobody any more, ``Conflict`` where the meeting has moved on."""
    row = (
        await session.exec(
            _champions(Person.name, Person.time_zone, Meeting.title, Meeting.duration_minutes, Meeting.place)
            .join(Person, col(Person.champion_id) == col(Champion.id))
            .where(col(Meeting.id) == link.meeting_id, col(Person.id) == link.person_id)
        )
    ).first()
    if row is None:
        raise unknown_link()
    check_link_is_open(link, row)
    answered = _body(row)
    return AnswerLinkBody.model_construct(
        meeting_id=link.meeting_id,
        title=row.title,
        starts_at=row.starts_at,
        duration_minutes=row.duration_minutes,
        time_zone=row.time_zone,
        place=row.place,
        person_name=row.name,
        champion=answered.champion,
        answer=answered.answer,
        answered_by_name=answered.answered_by_name if answered.answer else "",
    )


def unknown_link() -> NotFound:
    """The problem for a link that was not signed here, or whose person speaks for no champion any more."""
    return NotFound("This link is not one of ours, or it was sent to somebody who no longer speaks for a champion.")


def check_link_is_open(link: AnswerLink, meeting: Any) -> None:
    """Raise a ``Conflict`` that says why the link does not answer any more, if so."""
    if meeting.starts_at != link.starts_at:
        raise Conflict(
            "The meeting was moved after this link was sent. Use the link in the latest mail, or answer in the app."
        )
    check_may_be_answered(meeting)


def check_may_be_answered(meeting: Any) -> None:
    """Raise a ``Conflict`` where the meeting was called off or is over."""
    if not rules.may_be_answered(meeting.status, ends_at(meeting), clock.now()):
        raise Conflict("This meeting was called off or is over: there is nothing to answer any more.")


async def get_meeting(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Row[Any]:
    """What answers depend on; ``NotFound`` where the caller may not see the meeting."""
    found = (
        await session.exec(
            columns(*(getattr(Meeting, name) for name in ("id", "status", "starts_at", "duration_minutes"))).where(
                col(Meeting.id) == meeting_id, meetings.visible(caller)
            )
        )
    ).first()
    if found is None:
        raise meetings.not_found()
    row: Row[Any] = found
    return row


def ends_at(meeting: Any) -> Any:
    """When the meeting is over."""
    return meeting.starts_at + timedelta(minutes=meeting.duration_minutes)


def actions(caller: Caller, meeting: Any) -> list[str]:
    """What the caller may do about the attendance of a meeting now."""
    may_answer = rules.may_be_answered(meeting.status, ends_at(meeting), clock.now())
    verbs = []
    if may_answer and caller.champion_id:
        verbs.append("answer")
    if may_answer and caller.may(Permission.MEETINGS_WRITE):
        verbs.append("answer-on-behalf")
    if rules.may_be_taken(meeting.status, meeting.starts_at, clock.now()) and caller.may(Permission.MEETINGS_WRITE):
        verbs.append("take")
    return verbs


def is_asked() -> ColumnElement[bool]:
    """Champions of the meeting's day that are invited to it, for a statement over champions, meetings and their invitations."""
    day = cast(col(Meeting.starts_at), Date)
    chosen = col(MeetingInvitation.champions)
    return and_(
        or_(col(Champion.joined_on).is_(None), col(Champion.joined_on) <= day),
        or_(col(Champion.left_on).is_(None), col(Champion.left_on) > day),
        or_(func.coalesce(func.cardinality(chosen), 0) == 0, col(Champion.iso3) == func.any(chosen)),
    )


async def asked_champions(session: AsyncSession, meeting_id: UUID) -> set[UUID]:
    """The champions that are asked to a meeting."""
    asked = (
        select(Champion.id)
        .join(Meeting, col(Meeting.id) == meeting_id)
        .outerjoin(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .where(is_asked())
    )
    return set((await session.exec(asked)).all())


def has_something() -> ColumnElement[bool]:
    """Champions of which something is recorded, asked or not."""
    return col(Attendance.id).is_not(None)


def _champions(*more: Any) -> Any:
    """Every champion beside every meeting, with what there is of the two."""
    return (
        columns(
            col(Champion.id).label("champion_id"),
            Champion.iso3,
            Meeting.status,
            Meeting.starts_at,
            Attendance.answer,
            Attendance.for_starts_at,
            Attendance.answered_via,
            Attendance.delegates_present,
            *(getattr(Attendance, name) for name in _FIELDS),
            *more,
        )
        .select_from(Meeting)
        .join(Champion, col(Champion.id).is_not(None))
        .outerjoin(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .outerjoin(
            Attendance,
            and_(col(Attendance.meeting_id) == col(Meeting.id), col(Attendance.champion_id) == col(Champion.id)),
        )
    )


def _body(row: Row[Any]) -> AttendanceBody:
    answer = rules.in_force(row.answer, row.for_starts_at, row.starts_at)
    return AttendanceBody.model_construct(
        champion=ChampionRef.of(row.champion_id, row.iso3),
        answer=answer,
        earlier_answer=row.answer if answer is None else None,
        answered_at=row.answered_at,
        answered_by_name=row.answered_by_name or "",
        answered_via=row.answered_via if row.answer else None,
        is_on_behalf=bool(row.is_on_behalf),
        delegates=row.delegates or [],
        substitute=row.substitute or "",
        note=row.note or "",
        was_present=row.was_present,
        delegates_present=row.delegates_present or [],
    )
