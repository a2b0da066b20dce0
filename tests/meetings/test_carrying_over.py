"""What a meeting did not reach goes on at a later one, and both show it."""

from datetime import UTC, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import AgendaItem, AgendaItemOrigin, AgendaItemStatus, Meeting, MeetingKind, MeetingStatus
from tests.factories.meetings import make_agenda, make_item, make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

NEXT = datetime(2027, 3, 11, 14, tzinfo=UTC)


async def held_meeting(session: AsyncSession, world: World) -> tuple[Meeting, AgendaItem]:
    meeting = await make_meeting(session, status=MeetingStatus.HELD, title="Fourth quarter")
    item = await make_item(
        session,
        meeting,
        world.champions["KEN"],
        status=AgendaItemStatus.ACCEPTED,
        position=1,
        co_proposed_by=["PRT"],
        translations={"fr": {"title": "Migrants disparus", "description": ""}},
    )
    return meeting, item


def path_of(item: AgendaItem, verb: str) -> str:
    return f"/meetings/{item.meeting_id}/agenda-items/{item.id}/{verb}"


async def test_an_item_that_was_not_reached_goes_on_at_the_next_technical_meeting(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    held, item = await held_meeting(session, world)
    await make_meeting(session, starts_at=datetime(2027, 1, 5, 14, tzinfo=UTC), kind=MeetingKind.EXTRAORDINARY)
    following = await make_meeting(session, starts_at=NEXT, title="First quarter")
    await make_agenda(session, following, "Review")
    await make_item(
        session,
        following,
        status=AgendaItemStatus.ACCEPTED,
        position=2,
        origin=AgendaItemOrigin.ANY_OTHER_BUSINESS,
        title="Any other business",
    )

    carried = await client.post(path_of(item, "carry-over"), headers=world.headers("mar"))
    there = (await client.get(f"/meetings/{following.id}", headers=world.headers("ken"))).json()
    here = (await client.get(f"/meetings/{held.id}", headers=world.headers("ken"))).json()

    assert carried.status_code == 201, carried.text
    assert (carried.json()["meeting_id"], carried.json()["status"]) == (str(following.id), "accepted")
    assert carried.json()["carried_from"]["meeting_title"] == "Fourth quarter"
    assert carried.json()["translations"]["fr"]["title"] == "Migrants disparus"
    assert [champion["iso3"] for champion in carried.json()["co_proposers"]] == ["PRT"]
    assert [one["title"] for one in there["agenda_items"]] == ["Review", "Missing migrants", "Any other business"]
    told = here["agenda_items"][0]
    assert (told["is_reached"], told["carried_to"]["meeting_id"]) == (False, str(following.id))
    assert told["carried_to"]["meeting_starts_at"] == "2027-03-11T14:00:00Z"


async def test_an_item_is_carried_over_once(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    _, item = await held_meeting(session, world)
    await make_meeting(session, starts_at=NEXT)
    await client.post(path_of(item, "carry-over"), headers=world.headers("mar"))

    again = await client.post(path_of(item, "carry-over"), headers=world.headers("slv"))

    assert again.status_code == 409
    assert "carried over" in again.json()["detail"]


async def test_without_a_meeting_to_come_nothing_is_carried_over(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    held, item = await held_meeting(session, world)

    nowhere = await client.post(path_of(item, "carry-over"), headers=world.headers("mar"))
    itself = await client.post(
        path_of(item, "carry-over"), json={"meeting_id": str(held.id)}, headers=world.headers("mar")
    )

    assert nowhere.status_code == 409
    assert (itself.status_code, itself.json()["errors"][0]["pointer"]) == (422, "/meeting_id")


async def test_what_was_reached_is_marked_and_stays(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    _, item = await held_meeting(session, world)
    await make_meeting(session, starts_at=NEXT)

    marked = await client.post(path_of(item, "mark"), json={"is_reached": True}, headers=world.headers("mar"))
    carried = await client.post(path_of(item, "carry-over"), headers=world.headers("mar"))
    unsaid = await client.post(path_of(item, "mark"), json={"is_reached": None}, headers=world.headers("mar"))

    assert (marked.json()["is_reached"], marked.json()["actions"]) == (True, ["mark"])
    assert carried.status_code == 409
    assert unsaid.json()["is_reached"] is None


async def test_the_agenda_of_a_cancelled_meeting_goes_on_at_the_next(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    cancelled = await make_meeting(session, status=MeetingStatus.CANCELLED)
    (item,) = await make_agenda(session, cancelled, "Review")
    await make_meeting(session, starts_at=NEXT)

    answers = [
        await client.post(path_of(item, "carry-over"), headers=world.headers(who)) for who in ("ken", "secretariat")
    ]

    assert [answer.status_code for answer in answers] == [403, 201]
