"""Answers that calendar programs send by mail (RFC 5546, METHOD:REPLY): read, judged, and kept as the champion's answer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any
from uuid import UUID

import structlog
from icalendar import Calendar
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.queries import load_caller
from api.attendance import service as attendance
from api.attendance.models import Answer, AnsweredVia, Attendance
from api.calendars.meetings import meeting_of
from api.identity.models import Person
from api.invitations import audience
from api.invitations.models import MeetingInvitation
from api.meetings.models import Meeting
from api.platform.problems import Problem

_ANSWERS = {
    "ACCEPTED": Answer.ACCEPTED,
    "DECLINED": Answer.DECLINED,
    "TENTATIVE": Answer.TENTATIVE,
    # whoever sends another in their place says that their champion comes
    "DELEGATED": Answer.ACCEPTED,
}
_LONGEST_NOTE = 300
_LONGEST_NAME = 200

_log = structlog.get_logger("replies")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a calendar program answers. ``sender`` is whom the mail is from, who need not be the attendee.

    ``substitute`` is who comes instead, where the attendee delegated the meeting (RFC 5546, 3.2.2.3). The substitute's own
    reply is not taken: a champion speaks through its people.
    """

    meeting_id: UUID
    attendee: str
    sender: str
    answer: Answer
    sequence: int
    given_at: datetime
    note: str
    substitute: str | None


def replies_in(raw: bytes) -> list[Reply]:
    """The replies in a mail; none where it is something else, such as an absence notice or a forwarded invitation."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    sender = parseaddr(str(message["From"] or ""))[1].lower()
    for part in message.walk():
        if part.get_content_type() in {"text/calendar", "application/ics"}:
            found = _replies(part.get_payload(decode=True), sender)
            if found:
                return found
    return []


async def take(session: AsyncSession, reply: Reply) -> bool:
    """Keep ``reply`` as the champion's answer; nothing where it is not from one of the invited, or is out of date."""
    reason = await _taken(session, reply)
    if reason:
        _log.info("reply ignored", reason=reason, meeting_id=str(reply.meeting_id))
    return not reason


async def _taken(session: AsyncSession, reply: Reply) -> str:
    """Takes the reply; why it did not, otherwise."""
    found = (
        await session.exec(
            select(Meeting, MeetingInvitation, Person)
            .join(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
            .join(Person, col(Person.email) == reply.attendee)
            .where(col(Meeting.id) == reply.meeting_id, col(MeetingInvitation.told).is_not(None))
        )
    ).first()
    if found is None:
        return "nobody with this address was invited to such a meeting"
    meeting, invitation, person = found
    caller = await load_caller(session, person.id, request_id="")
    told = await audience.people(session, meeting.id)
    if reply.sender != reply.attendee or caller is None or caller.champion_id is None or person.id not in told:
        return "it was not sent by somebody who speaks for an invited champion"
    if reply.sequence < invitation.time_sequence:
        return "it answers to an earlier time"
    answered_at = await session.exec(
        select(Attendance.answered_at).where(
            col(Attendance.meeting_id) == meeting.id, col(Attendance.champion_id) == caller.champion_id
        )
    )
    last = answered_at.first()
    if last is not None and reply.given_at <= last:
        return "a later answer is in force"
    try:
        await attendance.answer_alone(
            session,
            caller,
            meeting,
            reply.answer,
            via=AnsweredVia.CALENDAR,
            note=reply.note or None,
            substitute=reply.substitute,
        )
    except Problem as problem:
        return problem.detail
    return ""


def _replies(payload: Any, sender: str) -> list[Reply]:
    try:
        calendar = Calendar.from_ical(payload)
        if str(calendar.get("METHOD", "")).upper() != "REPLY":
            return []
        return [reply for event in calendar.walk("VEVENT") if (reply := _reply(event, sender))]
    except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        _log.info("reply not understood", error=type(error).__name__)
        return []


def _reply(event: Any, sender: str) -> Reply | None:
    """The answer in ``event``: of the sender where programs list several attendees (RFC 5546, 3.2.3 asks for one)."""
    listed = event.get("ATTENDEE", [])
    attendees = {_address(one): one for one in (listed if isinstance(listed, list) else [listed])}
    attendee = sender if sender in attendees else next(iter(attendees), "")
    partstat = str(attendees[attendee].params.get("PARTSTAT", "")).upper() if attendee else ""
    answer = _ANSWERS.get(partstat)
    meeting_id = meeting_of(str(event.get("UID", "")))
    if answer is None or meeting_id is None:
        return None
    return Reply(
        meeting_id=meeting_id,
        attendee=attendee,
        sender=sender,
        answer=answer,
        sequence=int(event.get("SEQUENCE", 0)),
        given_at=_instant(event.decoded("DTSTAMP")),
        note=" ".join(str(event.get("COMMENT", "")).split())[:_LONGEST_NOTE],
        substitute=_substitute(attendee, attendees) if partstat == "DELEGATED" else None,
    )


def _substitute(attendee: str, attendees: dict[str, Any]) -> str | None:
    """Whom ``attendee`` delegated to: the name where the reply lists them, the address otherwise; none where it says neither."""
    told = attendees[attendee].params.get("DELEGATED-TO", [])
    addresses = [_address(one) for one in (told if isinstance(told, list) else [told])]
    names = [str(attendees[one].params.get("CN", "")).strip() if one in attendees else "" for one in addresses]
    return ", ".join(name or address for name, address in zip(names, addresses, strict=True))[:_LONGEST_NAME] or None


def _address(attendee: Any) -> str:
    return str(attendee).lower().removeprefix("mailto:").strip()


def _instant(stamp: datetime | date) -> datetime:
    assert isinstance(stamp, datetime)
    return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp.astimezone(UTC)
