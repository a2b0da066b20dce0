"""Meetings to which people were invited, their mails and links."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance import links
from api.attendance.models import Answer, Attendance
from api.identity.models import Person
from api.invitations import told
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting
from api.notifications.kinds import LetterKind
from api.notifications.models import Mail, MailStatus
from api.platform import clock
from tests.factories.meetings import make_meeting


async def make_invited_meeting(session: AsyncSession, **fields: Any) -> Meeting:
    """A meeting to which everybody was invited, and whose place was changed since."""
    meeting = await make_meeting(session, invited_at=clock.now(), **fields)
    known = await told.as_it_is(session, meeting)
    session.add(MeetingInvitation(id=meeting.id, told=known, told_at=clock.now()))
    meeting.place = "Geneva"
    session.add(meeting)
    await session.commit()
    return meeting


async def make_mail(session: AsyncSession, meeting: Meeting, person: Person, **fields: Any) -> Mail:
    """The invitation that ``person`` got."""
    values = {"kind": LetterKind.MEETING_INVITATION, "status": MailStatus.SENT, "sent_at": clock.now()} | fields
    mail = Mail(
        person_id=person.id,
        person_name=person.name,
        address=person.email,
        language=person.language,
        subject="Invitation",
        letter={"paragraphs": ["You are invited."], "action": None, "choices": []},
        about_type="meeting",
        about_id=meeting.id,
        **values,
    )
    session.add(mail)
    await session.commit()
    return mail


def make_answer_link(meeting: Meeting, person: Person, *, starts_at: datetime | None = None) -> str:
    """The token of the link by which ``person`` answers."""
    link = links.AnswerLink(meeting.id, person.id, starts_at or meeting.starts_at)
    return links.path(link, Answer.ACCEPTED).removeprefix("/answer/").partition("?")[0]


async def make_answer(
    session: AsyncSession, meeting: Meeting, champion_id: UUID, answer: Answer, **fields: Any
) -> Attendance:
    """What a champion answered."""
    values = {
        "answered_at": clock.now(),
        "for_starts_at": meeting.starts_at,
        "answered_by_name": "Amina Diallo",
    } | fields
    attendance = Attendance(meeting_id=meeting.id, champion_id=champion_id, answer=answer, **values)
    session.add(attendance)
    await session.commit()
    return attendance
