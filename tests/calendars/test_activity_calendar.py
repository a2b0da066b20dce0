"""The public calendar of activities: what it shows, to whom, and filtered by region."""

from datetime import date, time

import httpx
import pytest
from fastapi import FastAPI
from icalendar import Calendar
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.platform.records import Visibility
from tests.factories.activities import make_activity
from tests.factories.world import World

pytestmark = pytest.mark.anyio

DAY = date(2026, 12, 10)


async def entries(app: FastAPI, query: str = "") -> dict[str, str]:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as anybody:
        answer = await anybody.get(f"/calendars/activities.ics{query}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "public, max-age=900"
    events = Calendar.from_ical(answer.text).walk("VEVENT")
    return {str(event["SUMMARY"]): event["DTSTART"].to_ical().decode() for event in events}


async def test_anybody_follows_the_public_activities_of_a_region(
    app: FastAPI, session: AsyncSession, world: World
) -> None:
    kenya, portugal = world.champions["KEN"], world.champions["PRT"]
    hours = {"starts_time": time(14), "ends_time": time(16), "time_zone": "Africa/Nairobi"}
    await make_activity(session, kenya, title="with hours", starts_on=DAY, **hours)
    await make_activity(session, kenya, title="whole days", starts_on=DAY, ends_on=date(2026, 12, 11))
    await make_activity(session, portugal, title="elsewhere", starts_on=DAY)
    await make_activity(session, kenya, title="members", starts_on=DAY, visibility=Visibility.MEMBERS)
    for status in (ActivityStatus.IDEA, ActivityStatus.CANCELLED, ActivityStatus.POSTPONED):
        await make_activity(session, kenya, title=status.value, starts_on=DAY, status=status)
    await make_activity(session, kenya, title="no day")

    everywhere, in_africa = await entries(app), await entries(app, "?region=002&objective=1&objective=2")
    open_for_partners = await entries(app, "?is_open_for_partners=true&status=planned")

    assert in_africa == {"with hours": "20261210T140000", "whole days": "20261210"}
    assert everywhere == in_africa | {"elsewhere": "20261210"}
    assert open_for_partners == {}


@pytest.mark.parametrize("query", ["?region=999", "?colour=red", "?objective=24"])
async def test_an_unknown_filter_is_refused(app: FastAPI, world: World, query: str) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test") as anybody:
        assert (await anybody.get(f"/calendars/activities.ics{query}")).status_code == 422
