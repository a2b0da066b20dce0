"""What a person's calendar shows: as much as that person may see at this moment."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.queries import load_caller
from api.calendars import deadline_queries
from api.calendars.deadline_queries import deadline
from api.calendars.entries import Days, Entry, EntryStatus, Method, calendar
from api.calendars.meetings import uid
from api.calendars.models import CalendarFeed
from api.calendars.schemas import CalendarFeedBody
from api.identity.models import Person
from api.identity.queries import token_hash
from api.invitations.models import MeetingInvitation
from api.meetings import agenda_queries
from api.meetings import queries as meetings
from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock, language
from api.platform.database import columns
from api.platform.language import Language
from api.platform.problems import NotFound
from api.platform.records import DatePrecision
from api.platform.wording import words
from api.processes.models import Process

_REACHES_BACK = timedelta(days=366)
_STATUS = {
    MeetingStatus.PLANNED: EntryStatus.TENTATIVE,
    MeetingStatus.POSTPONED: EntryStatus.CANCELLED,
    MeetingStatus.CANCELLED: EntryStatus.CANCELLED,
}


async def get_feed(session: AsyncSession, caller: Caller) -> CalendarFeedBody:
    """Whether the caller has a feed; its address is known to nobody but them."""
    made_at = await session.exec(select(CalendarFeed.made_at).where(col(CalendarFeed.person_id) == caller.person_id))
    return CalendarFeedBody(made_at=made_at.first())


async def meeting_calendar(session: AsyncSession, caller: Caller, meeting_id: UUID, home: str) -> str:
    """The entry of one meeting that the caller may see."""
    row = (await session.exec(_meetings(caller).where(col(Meeting.id) == meeting_id))).first()
    if row is None:
        raise meetings.not_found()
    return calendar([_meeting(caller, row, home)], method=Method.PUBLISH)


async def feed_of(session: AsyncSession, secret: str, home: str) -> str:
    """The calendar of whoever holds ``secret``; ``NotFound`` where it was renewed or revoked, or the account has ended."""
    found = (
        await session.exec(
            select(Person.id, Person.language)
            .join(CalendarFeed, col(CalendarFeed.person_id) == col(Person.id))
            .where(col(CalendarFeed.token_hash) == token_hash(secret))
        )
    ).first()
    caller = await load_caller(session, found[0], request_id="") if found else None
    if found is None or caller is None:
        raise NotFound("There is no such calendar. Its address may have been renewed: look in your profile.")
    tongue = Language(found[1])
    with language.speaking(tongue):
        return await _feed(session, caller, tongue, home)


async def _feed(session: AsyncSession, caller: Caller, tongue: Language, home: str) -> str:
    said = words("calendars", tongue)
    since = clock.now() - _REACHES_BACK
    shown = _meetings(caller).where(col(Meeting.starts_at) >= since, col(Meeting.date_precision) == DatePrecision.DAY)
    rows = (await session.exec(shown.order_by(col(Meeting.starts_at), col(Meeting.id)))).all()
    entries: list[Entry | Days] = [_meeting(caller, row, home) for row in rows]
    entries += [_deadline(row, home, said["proposals"]) for row in rows if _takes_proposals(caller, row)]
    entries += await deadline_queries.own_deadlines(session, caller, tongue, home)
    processes = columns(
        *(getattr(Process, field) for field in ("id", "title", "starts_on", "ends_on", "place", "updated_at"))
    ).where(col(Process.ends_on) >= since.date())
    entries += [_process(row, home) for row in await session.exec(processes.order_by(Process.starts_on, Process.id))]
    return calendar(entries, method=Method.PUBLISH, name=said["name"])


def _meetings(caller: Caller) -> Any:
    fields = (
        "id", "title", "starts_at", "duration_minutes", "time_zone", "place", "link", "status", "agenda_closes_at",
        "updated_at", "is_shared_with_observers",
    )  # fmt: skip
    return (
        columns(*(getattr(Meeting, field) for field in fields), MeetingInvitation.sequence)
        .outerjoin(MeetingInvitation, col(MeetingInvitation.id) == col(Meeting.id))
        .where(meetings.visible(caller))
    )


def _meeting(caller: Caller, row: Row[Any], home: str) -> Entry:
    takes_part = agenda_queries.sees_agenda(caller, is_shared_with_observers=row.is_shared_with_observers)
    return Entry(
        uid=uid(row.id),
        title=row.title,
        starts_at=row.starts_at,
        ends_at=row.starts_at + timedelta(minutes=row.duration_minutes),
        changed_at=row.updated_at,
        zone=row.time_zone,
        sequence=row.sequence or 0,
        status=_STATUS.get(row.status, EntryStatus.CONFIRMED),
        place=row.place,
        link=row.link if takes_part else "",
        page=f"{home}/meetings/{row.id}",
    )


def _takes_proposals(caller: Caller, row: Row[Any]) -> bool:
    return caller.is_member and row.status is MeetingStatus.AGENDA_OPEN and row.agenda_closes_at is not None


def _deadline(row: Row[Any], home: str, words: str) -> Entry:
    return deadline(
        uid=f"proposals-{uid(row.id)}",
        title=words.format(title=row.title),
        at=row.agenda_closes_at,
        changed_at=row.updated_at,
        page=f"{home}/meetings/{row.id}",
    )


def _process(row: Row[Any], home: str) -> Days:
    return Days(
        uid=f"process-{row.id}@champion-countries",
        title=row.title,
        first=row.starts_on,
        last=row.ends_on,
        changed_at=row.updated_at,
        place=row.place,
        page=f"{home}/processes/{row.id}",
    )
