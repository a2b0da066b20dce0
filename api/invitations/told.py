"""A meeting as the invited are told of it, and as their calendars show it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.calendars.entries import Attendee, Entry, EntryStatus
from api.calendars.meetings import INITIATIVE, uid
from api.invitations import rules
from api.invitations.models import MeetingInvitation
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.notifications.messages import sender_address
from api.platform import clock
from api.settings import get_settings


async def as_it_is(session: AsyncSession, meeting: Meeting) -> dict[str, Any]:
    """What the invited are told of ``meeting`` now; the agenda once it was circulated."""
    agenda = None
    if meeting.status is MeetingStatus.AGENDA_CIRCULATED:
        items = await session.exec(
            select(AgendaItem.title, AgendaItem.minutes)
            .where(col(AgendaItem.meeting_id) == meeting.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)
            .order_by(col(AgendaItem.position))
        )
        agenda = [[title, minutes] for title, minutes in items]
    return {
        "title": meeting.title,
        "starts_at": meeting.starts_at.isoformat(),
        "duration_minutes": meeting.duration_minutes,
        "time_zone": meeting.time_zone,
        "place": meeting.place,
        "link": meeting.link,
        "agenda": agenda,
        "takes_place": meeting.status not in rules.CALLED_OFF,
    }


async def pending(session: AsyncSession, meeting: Meeting, invitation: MeetingInvitation) -> list[rules.UntoldChange]:
    """What the invited have not been told yet; of a meeting that has begun there is nothing to tell."""
    is_told = meeting.status in rules.CALLED_OFF or (
        meeting.status in rules.TO_COME and meeting.starts_at > clock.now()
    )
    if invitation.told is None or not is_told:
        return []
    return rules.changes(invitation.told, await as_it_is(session, meeting))


async def last_edited_at(session: AsyncSession, meeting: Meeting) -> datetime:
    """When the meeting or its agenda was changed last."""
    edited = select(func.max(AgendaItem.updated_at)).where(col(AgendaItem.meeting_id) == meeting.id)
    return max(meeting.updated_at, (await session.exec(edited)).one() or meeting.updated_at)


def entry(
    meeting: Meeting, told: rules.Told, sequence: int, changed_at: datetime, attendee: Attendee, text: str
) -> Entry:
    """The calendar entry of one of the invited."""
    settings = get_settings()
    starts_at = datetime.fromisoformat(told["starts_at"])
    return Entry(
        uid=uid(meeting.id),
        title=told["title"],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=told["duration_minutes"]),
        changed_at=changed_at,
        zone=told["time_zone"],
        sequence=sequence,
        status=EntryStatus.CONFIRMED if told["takes_place"] else EntryStatus.CANCELLED,
        description=text,
        place=told["place"],
        link=told["link"],
        page=f"{settings.public_url.rstrip('/')}/meetings/{meeting.id}",
        organizer=(INITIATIVE, sender_address(settings)),
        attendee=attendee,
    )
