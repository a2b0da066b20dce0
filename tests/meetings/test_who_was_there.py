"""How many champions were at a meeting follows from its attendance; where nobody took that, somebody may note it."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.attendance.models import Attendance
from api.meetings.models import Meeting, MeetingStatus
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def note(client: httpx.AsyncClient, world: World, meeting: Meeting, number: int | None) -> httpx.Response:
    return await client.patch(
        f"/meetings/{meeting.id}",
        json={"champions_present_count": number},
        headers=world.headers("mar") | {"If-Match": "*"},
    )


async def test_attendance_tells_it(client: httpx.AsyncClient, session: AsyncSession, world: World) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.HELD, champions_present_count=30)
    session.add_all(
        Attendance(
            meeting_id=meeting.id,
            champion_id=world.champions[iso3].id,
            was_present=iso3 != "PRT",
            taken_at=meeting.starts_at,
        )
        for iso3 in ("KEN", "MAR", "PRT")
    )
    await session.commit()

    read = (await client.get(f"/meetings/{meeting.id}", headers=world.headers("ken"))).json()
    noted = await note(client, world, meeting, 17)

    assert read["champions_present_count"] == 2
    assert noted.status_code == 422
    assert noted.json()["errors"][0]["pointer"] == "/champions_present_count"


async def test_where_nobody_took_it_it_is_noted_by_hand(
    client: httpx.AsyncClient, session: AsyncSession, world: World
) -> None:
    meeting = await make_meeting(session, status=MeetingStatus.HELD)
    session.add(Attendance(meeting_id=meeting.id, champion_id=world.champions["KEN"].id))
    await session.commit()

    assert (await note(client, world, meeting, 17)).json()["champions_present_count"] == 17
