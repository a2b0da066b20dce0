"""The room over HTTP: who leads it, who asks for the floor, what is told to those who watch."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetingroom.models import MeetingRoom, RoomStatus, SpeakerStatus
from api.meetings.models import AgendaItem, Meeting, MeetingStatus
from api.platform import clock
from tests.conftest import NOW
from tests.factories.meetingroom import make_room, make_speaker
from tests.factories.meetings import make_agenda, make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio


@pytest.fixture
async def meeting(session: AsyncSession, world: World) -> Meeting:
    return await make_meeting(session)


@pytest.fixture
async def agenda(session: AsyncSession, meeting: Meeting) -> list[AgendaItem]:
    return await make_agenda(session, meeting, "Opening", "Workplan", "Missing migrants")


@pytest.fixture
async def room(session: AsyncSession, meeting: Meeting, agenda: list[AgendaItem]) -> MeetingRoom:
    """At its first item for ten minutes."""
    return await make_room(session, meeting, agenda[0])


async def events(
    client: httpx.AsyncClient, meeting: Meeting, headers: dict[str, str], after: int = 0
) -> list[tuple[str, str, Any]]:
    """Name, number and body of what was missed since ``after``."""
    answer = await client.get(
        f"/meetings/{meeting.id}/events?follow=false", headers=headers | {"Last-Event-ID": str(after)}
    )
    assert answer.status_code == 200, answer.text
    found = []
    for block in answer.text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        if "data" in fields:
            found.append((fields["event"], fields["id"], json.loads(fields["data"])))
    return found


async def test_a_room_is_led_through_the_agenda_and_keeps_the_time_of_each_item(
    client: httpx.AsyncClient, world: World, meeting: Meeting, agenda: list[AgendaItem]
) -> None:
    chair = world.headers("mar")
    path = f"/meetings/{meeting.id}/room"
    opened = (await client.post(f"{path}/open", headers=chair)).json()
    clock.set_to(NOW + timedelta(minutes=4))
    await client.post(f"{path}/pause", headers=chair)
    clock.set_to(NOW + timedelta(minutes=9))
    await client.post(f"{path}/resume", headers=chair)
    clock.set_to(NOW + timedelta(minutes=10))
    moved = (await client.post(f"{path}/move", headers=chair)).json()
    clock.set_to(NOW + timedelta(minutes=12))
    back = (await client.post(f"{path}/move", json={"item_id": str(agenda[0].id)}, headers=chair)).json()
    clock.set_to(NOW + timedelta(minutes=13))
    ended = (await client.post(f"{path}/end", headers=chair)).json()

    assert opened["item_id"] == str(agenda[0].id)
    assert moved["item_id"] == str(agenda[1].id)
    assert moved["next_item_id"] == str(agenda[2].id)
    assert [item["spent_seconds"] for item in moved["items"]] == [300, 0]
    assert back["items"][0]["spent_seconds"] == 300
    assert back["items"][0]["left_at"] is None
    assert [item["spent_seconds"] for item in ended["items"]] == [360, 120]
    assert (ended["status"], ended["ended_at"]) == ("ended", "2026-11-24T09:13:00Z")
    assert ended["actions"] == ["resume"]


async def test_after_the_last_item_the_meeting_is_ended_rather_than_moved_on(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, agenda: list[AgendaItem]
) -> None:
    await make_room(session, meeting, agenda[-1])

    answer = await client.post(f"/meetings/{meeting.id}/room/move", headers=world.headers("slv"))

    assert answer.status_code == 409
    assert "last item" in answer.json()["detail"]


async def test_an_item_of_another_meeting_cannot_be_turned_to(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, room: MeetingRoom
) -> None:
    (strange,) = await make_agenda(session, await make_meeting(session), "Elsewhere")

    answer = await client.post(
        f"/meetings/{meeting.id}/room/move", json={"item_id": str(strange.id)}, headers=world.headers("mar")
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/item_id"


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.POSTPONED, MeetingStatus.CANCELLED])
async def test_the_room_of_a_meeting_that_is_not_ahead_stays_closed(
    client: httpx.AsyncClient, world: World, session: AsyncSession, status: MeetingStatus
) -> None:
    meeting = await make_meeting(session, status=status)

    answer = await client.post(f"/meetings/{meeting.id}/room/open", headers=world.headers("mar"))
    seen = await client.get(f"/meetings/{meeting.id}/room", headers=world.headers("mar"))

    assert answer.status_code == 409
    assert seen.json()["actions"] == []


async def test_champions_ask_for_the_floor_in_turn_and_once_each(
    client: httpx.AsyncClient, world: World, meeting: Meeting, room: MeetingRoom
) -> None:
    path = f"/meetings/{meeting.id}/speakers"
    await client.post(path, headers=world.headers("ken"))
    second = await client.post(path, headers=world.headers("prt"))
    again = await client.post(path, headers=world.headers("ken"))

    waiting = [(speaker["champion"]["iso3"], speaker["position"]) for speaker in second.json()["speakers"]]
    assert waiting == [("KEN", 1), ("PRT", 2)]
    assert again.status_code == 409
    assert again.json()["errors"][0]["pointer"] == "/champion"
    assert second.json()["actions"] == []


async def test_a_chair_puts_a_champion_on_the_list_and_a_focal_point_only_its_own(
    client: httpx.AsyncClient, world: World, meeting: Meeting, room: MeetingRoom
) -> None:
    path, kenya = f"/meetings/{meeting.id}/speakers", {"champion": "KEN"}

    refused = await client.post(path, json=kenya, headers=world.headers("prt"))
    taken = await client.post(path, json=kenya, headers=world.headers("mar"))

    assert (refused.status_code, taken.status_code) == (403, 201)


async def test_who_is_given_the_floor_takes_it_from_who_has_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, room: MeetingRoom
) -> None:
    await make_speaker(session, room, world.champions["PRT"], status=SpeakerStatus.SPEAKING)
    kenya = await make_speaker(session, room, world.champions["KEN"])

    answer = await client.post(f"/meetings/{meeting.id}/speakers/{kenya.id}/give-floor", headers=world.headers("mar"))

    stands = answer.json()
    assert [(s["champion"]["iso3"], s["status"]) for s in stands["speakers"]] == [("KEN", "speaking")]
    assert [(s["champion"]["iso3"], s["seconds"]) for s in stands["spoken"]] == [("PRT", 600)]


async def test_a_pause_takes_no_time_from_who_speaks(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, room: MeetingRoom
) -> None:
    await make_speaker(session, room, world.champions["PRT"], status=SpeakerStatus.SPEAKING)
    chair, path = world.headers("mar"), f"/meetings/{meeting.id}/room"
    await client.post(f"{path}/pause", headers=chair)
    clock.set_to(NOW + timedelta(minutes=10))
    await client.post(f"{path}/resume", headers=chair)
    clock.set_to(NOW + timedelta(minutes=11))
    ended = await client.post(f"{path}/end", headers=chair)

    assert ended.json()["spoken"][0]["seconds"] == 660


async def test_the_chair_keeps_the_order_of_the_list(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, room: MeetingRoom
) -> None:
    speakers = [
        await make_speaker(session, room, world.champions[iso3], position=place)
        for place, iso3 in enumerate(("KEN", "PRT", "BGD"), start=1)
    ]
    chair, path = world.headers("mar"), f"/meetings/{meeting.id}/speakers"
    await client.post(f"{path}/{speakers[2].id}/reorder", json={"position": 1}, headers=chair)
    await client.post(f"{path}/{speakers[0].id}/remove", headers=chair)
    stands = await client.get(f"/meetings/{meeting.id}/room", headers=chair)

    assert [(s["champion"]["iso3"], s["position"]) for s in stands.json()["speakers"]] == [("BGD", 1), ("PRT", 2)]


async def test_nobody_asks_for_the_floor_of_a_room_that_is_not_open(
    client: httpx.AsyncClient, world: World, session: AsyncSession, meeting: Meeting, agenda: list[AgendaItem]
) -> None:
    unopened = await client.post(f"/meetings/{meeting.id}/speakers", headers=world.headers("ken"))
    await make_room(session, meeting, agenda[0], status=RoomStatus.ENDED)
    ended = await client.post(f"/meetings/{meeting.id}/speakers", headers=world.headers("ken"))

    assert (unopened.status_code, ended.status_code) == (409, 409)


async def test_an_observer_is_in_the_room_where_the_meeting_is_shared(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    shared = await make_meeting(session, is_shared_with_observers=True)

    seen = await client.get(f"/meetings/{shared.id}/room", headers=world.headers("observer"))
    asked = await client.post(f"/meetings/{shared.id}/speakers", headers=world.headers("observer"))

    assert (seen.status_code, asked.status_code) == (200, 403)
    assert seen.json()["actions"] == []


async def test_reading_a_room_takes_as_many_statements_when_everybody_has_spoken(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    meeting: Meeting,
    room: MeetingRoom,
    statements: list[str],
) -> None:
    path, headers = f"/meetings/{meeting.id}/room", world.headers("ken")
    await client.get(path, headers=headers)
    statements.clear()
    await client.get(path, headers=headers)
    before = len(statements)
    for iso3 in world.champions:
        await make_speaker(session, room, world.champions[iso3], status=SpeakerStatus.SPOKE)
    statements.clear()
    await client.get(path, headers=headers)

    assert len(statements) == before


async def test_each_change_is_told_with_the_room_as_each_watcher_may_use_it(
    client: httpx.AsyncClient, world: World, meeting: Meeting, agenda: list[AgendaItem]
) -> None:
    await client.post(f"/meetings/{meeting.id}/room/open", headers=world.headers("mar"))
    await client.post(f"/meetings/{meeting.id}/speakers", headers=world.headers("ken"))

    of_chair = await events(client, meeting, world.headers("mar"))
    of_kenya = await events(client, meeting, world.headers("ken") | {"Accept-Language": "ar"}, after=1)

    assert [(name, number) for name, number, _ in of_chair] == [("room", "1"), ("room", "2"), ("caught-up", "2")]
    assert of_chair[1][2]["speakers"][0]["actions"] == ["give-floor", "remove", "reorder"]
    assert [name for name, _, _ in of_kenya] == ["room", "caught-up"]
    assert of_kenya[0][2]["speakers"][0]["actions"] == ["withdraw"]
    assert of_kenya[0][2]["speakers"][0]["champion"]["name"] == "كينيا"
    assert of_kenya[0][2]["revision"] > of_chair[0][2]["revision"]


async def test_a_change_of_the_agenda_is_told_too_and_to_observers_without_saying_which(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_meeting(session, is_shared_with_observers=True)
    proposed = await client.post(
        f"/meetings/{meeting.id}/agenda-proposals", json={"title": "Consular data"}, headers=world.headers("ken")
    )

    [(name, _, told), _] = await events(client, meeting, world.headers("mar"))
    [(_, _, hinted), _] = await events(client, meeting, world.headers("observer"))

    assert name == "changed"
    assert (told["record"], told["id"], told["action"]) == (
        "agenda_items",
        proposed.json()["id"],
        "agenda-item.proposed",
    )
    assert (hinted["record"], hinted["id"]) == ("meetings", str(meeting.id))


async def test_a_change_that_failed_is_told_to_nobody(
    client: httpx.AsyncClient, world: World, meeting: Meeting, room: MeetingRoom
) -> None:
    refused = await client.post(f"/meetings/{meeting.id}/room/resume", headers=world.headers("mar"))

    assert refused.status_code == 409
    assert [name for name, _, _ in await events(client, meeting, world.headers("mar"))] == ["caught-up"]


@pytest.mark.parametrize("last", ["-1", "x", "9" * 30])
async def test_a_number_that_is_none_is_refused(
    client: httpx.AsyncClient, world: World, meeting: Meeting, last: str
) -> None:
    answer = await client.get(
        f"/meetings/{meeting.id}/events?follow=false", headers=world.headers("mar") | {"Last-Event-ID": last}
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "Last-Event-ID"
