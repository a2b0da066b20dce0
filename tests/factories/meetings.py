"""Meetings and their agenda items."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.meetings.models import AgendaItem, AgendaItemStatus, AgendaItemSupport, Meeting, MeetingStatus
from api.platform import clock


async def make_meeting(
    session: AsyncSession, *, status: MeetingStatus = MeetingStatus.AGENDA_OPEN, **fields: Any
) -> Meeting:
    """A technical meeting on 10 December 2026, its agenda open."""
    values = {
        "title": "Quarterly technical meeting",
        "starts_at": datetime(2026, 12, 10, 14, tzinfo=UTC),
        "link": "https://meet.example.org/1",
        "preparation_notes": "Ask Ghana about the room.",
    } | fields
    meeting = Meeting(status=status, **values)
    session.add(meeting)
    await session.commit()
    return meeting


async def make_item(
    session: AsyncSession, meeting: Meeting, champion: Champion | None = None, **fields: Any
) -> AgendaItem:
    """A proposal of ``champion``, or of the co-chairs."""
    values = {"title": "Missing migrants", "proposed_by_id": champion.id if champion else None} | fields
    item = AgendaItem(meeting_id=meeting.id, **values)
    session.add(item)
    await session.commit()
    return item


async def make_agenda(session: AsyncSession, meeting: Meeting, *titles: str) -> list[AgendaItem]:
    """Accepted items in this order."""
    return [
        await make_item(session, meeting, title=title, status=AgendaItemStatus.ACCEPTED, position=place)
        for place, title in enumerate(titles, start=1)
    ]


async def make_support(session: AsyncSession, item: AgendaItem, champion: Champion) -> None:
    """``champion`` has said that ``item`` matters to it."""
    given = AgendaItemSupport(item_id=item.id, champion_id=champion.id, person_name="Rosa Vera", given_at=clock.now())
    session.add(given)
    await session.commit()
