"""What a meeting leaves to do, on the home page: action items, minutes to check, corrections to decide."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.actionitems.models import ActionItemStatus
from api.minutes.models import CorrectionStatus
from api.platform import clock
from tests.conftest import NOW
from tests.factories.actionitems import make_action_item
from tests.factories.meetings import make_agenda
from tests.factories.minutes import UNTIL, make_circulated_meeting, make_correction, make_text
from tests.factories.world import World

pytestmark = pytest.mark.anyio

Told = tuple[str, int, int | None]


async def told(client: httpx.AsyncClient, world: World, who: str) -> list[Told]:
    answer = await client.get("/me/due", headers=world.headers(who))
    return [(item["kind"], item["days_late"], item["count"]) for item in answer.json()["items"]]


async def after_a_meeting(client: httpx.AsyncClient, world: World, who: str) -> list[Told]:
    kinds = ("action_item_due", "minutes_to_check", "corrections_to_decide")
    return [item for item in await told(client, world, who) if item[0] in kinds]


async def test_open_action_items_wait_for_their_owners_when_they_are_near_or_late(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    today = NOW.date()
    for due_on in (today - timedelta(days=3), today + timedelta(days=14), today + timedelta(days=15), None):
        await make_action_item(session, world.champions["KEN"], due_on=due_on)
    await make_action_item(
        session, world.champions["KEN"], due_on=today, status=ActionItemStatus.DONE, closed_at=clock.now()
    )
    await make_action_item(session, due_on=today)

    assert await after_a_meeting(client, world, "ken") == [("action_item_due", 3, None), ("action_item_due", 0, None)]
    assert await after_a_meeting(client, world, "secretariat") == [("action_item_due", 0, None)]
    assert await after_a_meeting(client, world, "prt") == []


async def test_circulated_minutes_are_checked_by_champions_and_corrections_decided_by_the_chairs(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_circulated_meeting(session)
    item, *_ = await make_agenda(session, meeting, "Missing migrants")
    await make_text(session, item, "The meeting noted it.")
    to_check, to_decide = [("minutes_to_check", 0, None)], [("corrections_to_decide", 0, 1)]
    assert await after_a_meeting(client, world, "ken") == to_check
    assert await after_a_meeting(client, world, "mar") == []

    correction = await make_correction(session, item, world.champions["KEN"])

    assert await after_a_meeting(client, world, "ken") == []
    assert await after_a_meeting(client, world, "prt") == to_check
    assert await after_a_meeting(client, world, "mar") == to_decide
    assert await after_a_meeting(client, world, "secretariat") == to_decide

    correction.status = CorrectionStatus.TAKEN
    session.add(correction)
    await session.commit()
    clock.set_to(UNTIL)
    assert await after_a_meeting(client, world, "prt") == await after_a_meeting(client, world, "mar") == []
