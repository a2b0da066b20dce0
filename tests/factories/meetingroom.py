"""Rooms of meetings and their speakers."""

from datetime import UTC, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from api.champions.models import Champion
from api.meetingroom.models import MeetingRoom, RoomItem, RoomStatus, Speaker, SpeakerStatus
from api.meetings.models import AgendaItem, Meeting

OPENED_AT = datetime(2026, 11, 24, 8, 50, tzinfo=UTC)
"""Ten minutes before every test plays."""


async def make_room(
    session: AsyncSession,
    meeting: Meeting,
    item: AgendaItem | None = None,
    *,
    status: RoomStatus = RoomStatus.RUNNING,
    **fields: Any,
) -> MeetingRoom:
    """A room that has been at ``item`` since it opened."""
    values = {
        "opened_at": OPENED_AT,
        "runs_since": OPENED_AT if status is RoomStatus.RUNNING else None,
        "ended_at": OPENED_AT if status is RoomStatus.ENDED else None,
    } | fields
    room = MeetingRoom(id=meeting.id, status=status, item_id=item.id if item else None, **values)
    session.add(room)
    await session.flush()
    if item:
        session.add(RoomItem(room_id=room.id, item_id=item.id, reached_at=OPENED_AT))
    await session.commit()
    return room


async def make_speaker(
    session: AsyncSession,
    room: MeetingRoom,
    champion: Champion,
    *,
    status: SpeakerStatus = SpeakerStatus.WAITING,
    position: int = 1,
    **fields: Any,
) -> Speaker:
    """A champion that waits for the floor, or has it since the room opened."""
    values = {
        "position": position if status is SpeakerStatus.WAITING else None,
        "runs_since": OPENED_AT if status is SpeakerStatus.SPEAKING else None,
    } | fields
    speaker = Speaker(room_id=room.id, champion_id=champion.id, status=status, **values)
    session.add(speaker)
    await session.commit()
    return speaker
