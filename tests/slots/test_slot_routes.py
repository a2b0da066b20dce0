"""Times to meet over HTTP."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def ask(client: httpx.AsyncClient, world: World, **body: Any) -> httpx.Response:
    wanted = {"from": "2027-03-01", "to": "2027-03-05"} | body
    return await client.post("/meetings/slots", json=wanted, headers=world.headers("mar"))


async def test_by_default_new_york_geneva_and_the_capitals_are_asked(client: httpx.AsyncClient, world: World) -> None:
    answer = await ask(client, world)

    found = answer.json()
    assert answer.status_code == 200, answer.text
    assert [place["name"] for place in found["places"]] == [
        "New York", "Geneva", "Dhaka", "Nairobi", "Luxembourg", "Rabat", "Lisbon", "San Salvador",
    ]  # fmt: skip
    assert found["places"][3]["champions"] == ["KEN"]
    assert len(found["items"]) == 5
    best = found["items"][0]
    assert len(best["places"]) == 8
    assert best["places"][3]["starts_at_local"].endswith("+03:00")
    assert datetime.fromisoformat(best["places"][3]["starts_at_local"]) == datetime.fromisoformat(best["starts_at"])
    assert len(best["places"][0]["by_hour"]) == 24
    assert best["places"][0]["by_hour"][8] == 10


async def test_places_are_named_in_the_readers_language(client: httpx.AsyncClient, world: World) -> None:
    wanted = {"from": "2027-03-01", "to": "2027-03-01", "zones": ["Europe/Zurich", "Africa/Casablanca", "Asia/Tokyo"]}
    headers = world.headers("mar") | {"Accept-Language": "ar"}

    answer = await client.post("/meetings/slots", json=wanted, headers=headers)

    assert [place["name"] for place in answer.json()["places"]] == ["جنيف", "الرباط", "طوكيو"]


async def test_the_last_meetings_are_remembered(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    zones = ["America/New_York", "Asia/Dhaka"]
    before = (await ask(client, world, zones=zones)).json()["places"]
    await make_meeting(session, status=MeetingStatus.HELD, starts_at=datetime(2026, 9, 1, 20, tzinfo=UTC))

    after = (await ask(client, world, zones=zones)).json()["places"]

    assert [(place["last_points"], place["weight"]) for place in before] == [(None, 1.0), (None, 1.0)]
    assert [(place["last_points"], place["weight"]) for place in after] == [(1, 1.05), (10, 1.5)]


async def test_times_that_have_passed_are_not_proposed(client: httpx.AsyncClient, world: World) -> None:
    found = (await ask(client, world, **{"from": "2026-11-20", "to": "2026-11-24"})).json()

    assert [item["starts_at"] >= "2026-11-24T09:00:00Z" for item in found["items"]] == [True]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"zones": ["Europe/Atlantis"]}, "/zones/0"),
        ({"zones": ["UTC", "UTC"]}, "/zones"),
        ({"from": "2027-03-06"}, "/to"),
        ({"to": "2027-06-02"}, "/to"),
        ({"from": "2026-01-01", "to": "2026-02-01"}, "/to"),
        ({"from": "9999-12-30", "to": "9999-12-31"}, "/to"),
        ({"duration_minutes": 1441}, "/duration_minutes"),
        ({"duration_minutes": 0}, "/duration_minutes"),
        ({"from": "2027-02-30"}, "/from"),
        ({"slot": 1}, "/slot"),
    ],
)
async def test_what_is_wrong_is_named(
    client: httpx.AsyncClient, world: World, body: dict[str, Any], pointer: str
) -> None:
    answer = await ask(client, world, **body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
