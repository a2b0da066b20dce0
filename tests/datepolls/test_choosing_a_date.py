"""Choosing a date of a poll over HTTP: it moves the meeting, or plans it; of two who choose at once one wins."""

from typing import Any

import anyio
import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import Meeting, MeetingStatus
from api.platform import clock
from api.platform.database import Database
from tests.factories.datepolls import DATES, ENDED, OPENED, dates_of, make_date_poll
from tests.factories.invitations import make_invited_meeting
from tests.factories.meetings import make_meeting
from tests.factories.world import World

pytestmark = pytest.mark.anyio

BODY: dict[str, Any] = {
    "title": "Technical meeting",
    "candidates": [at.isoformat() for at in reversed(DATES)],
    "deadline_at": "2026-12-01T17:00:00Z",
    "time_zone": "Europe/Zurich",
}


async def read(client: httpx.AsyncClient, world: World, key: Any, who: str = "ken") -> dict[str, Any]:
    answer = await client.get(f"/date-polls/{key}", headers=world.headers(who))
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    return body


async def test_choosing_moves_the_meeting_so_that_its_people_are_told(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    meeting = await make_invited_meeting(session)
    poll = await make_date_poll(session, meeting_id=meeting.id, duration_minutes=60, **OPENED)
    _, second, _ = await dates_of(session, poll)

    chosen = await client.post(
        f"/date-polls/{poll.id}/choose", json={"candidate_id": str(second.id)}, headers=world.headers("mar")
    )
    moved = await client.get(f"/meetings/{meeting.id}", headers=world.headers("mar"))
    invitation = await client.get(f"/meetings/{meeting.id}/invitation", headers=world.headers("mar"))

    assert chosen.status_code == 200, chosen.text
    assert (chosen.json()["status"], chosen.json()["chosen_starts_at"]) == ("closed", "2026-12-16T14:00:00Z")
    assert (chosen.json()["ended_by"], chosen.json()["actions"]) == ("Focal point of MAR", [])
    assert (moved.json()["starts_at"], moved.json()["duration_minutes"]) == ("2026-12-16T14:00:00Z", 60)
    assert invitation.json()["pending_changes"] == ["time", "place"]


async def test_a_postponed_meeting_is_planned_again_and_one_that_was_held_moves_no_more(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    postponed = await make_meeting(session, status=MeetingStatus.POSTPONED)
    held = await make_meeting(session)
    polls = [await make_date_poll(session, meeting_id=meeting.id, **ENDED) for meeting in (postponed, held)]
    held.status = MeetingStatus.HELD
    session.add(held)
    await session.commit()
    answers = []
    for poll in polls:
        first, *_ = await dates_of(session, poll)
        body = {"candidate_id": str(first.id)}
        answers.append(await client.post(f"/date-polls/{poll.id}/choose", json=body, headers=world.headers("mar")))

    moved = await client.get(f"/meetings/{postponed.id}", headers=world.headers("mar"))
    assert [answer.status_code for answer in answers] == [200, 409]
    assert (moved.json()["status"], moved.json()["starts_at"]) == ("planned", "2026-12-15T14:00:00Z")
    assert (await read(client, world, polls[1].id))["status"] == "ended"


async def test_a_chosen_date_without_a_meeting_takes_the_one_that_is_planned_for_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    poll = await make_date_poll(session, **ENDED)
    first, *_ = await dates_of(session, poll)
    path, headers = f"/date-polls/{poll.id}", world.headers("mar") | {"If-Match": "*"}

    chosen = await client.post(f"{path}/choose", json={"candidate_id": str(first.id)}, headers=headers)
    planned = await make_meeting(session, status=MeetingStatus.PLANNED, starts_at=first.starts_at)
    refused = await client.patch(path, json={"title": "Another"}, headers=headers)
    linked = await client.patch(path, json={"meeting_id": str(planned.id)}, headers=headers)
    again = await client.patch(path, json={"meeting_id": str(planned.id)}, headers=headers)

    assert chosen.json()["actions"] == ["link-meeting"]
    assert (refused.status_code, again.status_code) == (409, 409)
    assert linked.json()["meeting"] == {"id": str(planned.id), "title": planned.title}


async def test_a_date_that_has_passed_or_is_of_another_poll_cannot_be_chosen(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    poll, other = await make_date_poll(session, **OPENED), await make_date_poll(session, **OPENED)
    first, *_ = await dates_of(session, poll)
    foreign, *_ = await dates_of(session, other)
    clock.set_to(first.starts_at)

    for wrong in (first, foreign):
        body = {"candidate_id": str(wrong.id)}
        refused = await client.post(f"/date-polls/{poll.id}/choose", json=body, headers=world.headers("mar"))
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "/candidate_id"
    passed, *_ = (await read(client, world, poll.id))["candidates"]
    assert (passed["has_passed"], passed["rank"]) == (True, 3)


async def test_of_two_co_chairs_who_choose_at_once_one_wins(
    committed_client: httpx.AsyncClient, committed_database: Database, committed_world: World
) -> None:
    async with committed_database.session() as session:
        meeting = await make_meeting(session)
        poll = await make_date_poll(session, meeting_id=meeting.id, **OPENED)
        dates = await dates_of(session, poll)
    answers: dict[str, httpx.Response] = {}

    async def choose(who: str, at: int) -> None:
        answers[who] = await committed_client.post(
            f"/date-polls/{poll.id}/choose",
            json={"candidate_id": str(dates[at].id)},
            headers=committed_world.headers(who),
        )

    async with anyio.create_task_group() as both:
        both.start_soon(choose, "mar", 0)
        both.start_soon(choose, "slv", 1)

    assert sorted(answer.status_code for answer in answers.values()) == [200, 409]
    winner = next(answer.json() for answer in answers.values() if answer.status_code == 200)
    async with committed_database.session() as session:
        moved = (await session.exec(select(Meeting).where(col(Meeting.id) == meeting.id))).one()
    assert moved.starts_at.isoformat().replace("+00:00", "Z") == winner["chosen_starts_at"]
