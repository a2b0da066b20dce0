"""Reviews over HTTP: a meeting goes through the workplan, and the next one sees what changed since."""

from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.meetings.models import MeetingStatus
from api.platform import clock
from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.factories.meetings import make_meeting
from tests.factories.workplan import make_item, make_review, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_the_next_review_tells_what_changed_since_item_by_item(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, headers = await make_workplan(session), world.headers("mar") | {"If-Match": "*"}
    spring, autumn = [await make_meeting(session, title=title) for title in ("Spring meeting", "Autumn meeting")]
    calls, note, gone = [
        await make_item(session, workplan, title=title, lead=world.champions["KEN"], due_on=date(2026, 9, 30))
        for title in ("Calls", "Note", "Retreat")
    ]
    path = f"/workplans/{workplan.id}/reviews"

    first = await client.post(path, json={"meeting_id": str(spring.id)}, headers=headers)
    clock.set_to(datetime(2026, 12, 1, 9, tzinfo=UTC))
    headers |= world.headers("mar")
    change = {"status": "delayed", "due_on": "2026-11-30", "lead": "PRT"}
    await client.patch(f"/workplan-items/{calls.id}", json=change, headers=headers)
    await client.delete(f"/workplan-items/{gone.id}", headers=headers)
    body = {"workplan_id": str(workplan.id), "title": "Added", "scope_of_work": "dialogue"}
    await client.post("/workplan-items", json=body, headers=headers)
    second = await client.post(path, json={"meeting_id": str(autumn.id)}, headers=headers)
    listed = (await client.get(path, headers=world.headers("lux"))).json()["items"]
    review = (await client.get(f"{path}/{second.json()['id']}", headers=world.headers("lux"))).json()

    assert (first.status_code, second.status_code) == (201, 201), second.text
    assert first.json()["before"] is None
    assert {item["change"] for item in first.json()["items"]} == {"added"}
    assert [(one["meeting"]["title"], one["items"]) for one in listed] == [("Autumn meeting", 3), ("Spring meeting", 3)]
    assert review["before"]["meeting"]["title"] == "Spring meeting"
    assert [(item["title"], item["change"]) for item in review["items"]] == [
        ("Note", "unchanged"), ("Calls", "changed"), ("Added", "added"), ("Retreat", "removed"),
    ]  # fmt: skip
    assert review["items"][1]["differences"] == [
        {"field": "lead", "before": "KEN", "after": "PRT"},
        {"field": "due_on", "before": "2026-09-30", "after": "2026-11-30"},
        {"field": "status", "before": "not_started", "after": "delayed"},
    ]
    assert review["items"][1]["lead"]["name"] == "Portugal"
    assert (review["items"][3]["now"], review["actions"]) == (None, [])
    assert note.title == "Note"


async def test_what_is_changed_at_the_meeting_is_an_update_with_the_meeting_as_its_origin(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, meeting = await make_workplan(session), await make_meeting(session, title="Autumn meeting")
    item = await make_item(session, workplan, lead=world.champions["KEN"], due_on=date(2026, 9, 30))
    review = await make_review(session, workplan, meeting)
    path, headers = f"/workplans/{workplan.id}/reviews/{review.id}", world.headers("slv")
    body = {
        "text": "Moved at the request of the lead.", "status": "delayed", "due_on": "2027-01-31",
        "meeting_id": str(meeting.id),
    }  # fmt: skip

    told = await client.post(f"/workplan-items/{item.id}/updates", json=body, headers=headers)
    read = (await client.get(path, headers=headers)).json()

    assert told.status_code == 201, told.text
    assert told.json()["meeting"] == {"id": str(meeting.id), "title": "Autumn meeting"}
    [reviewed] = read["items"]
    assert (reviewed["status"], reviewed["due_on"]) == ("not_started", "2026-09-30")
    assert (reviewed["now"]["status"], reviewed["now"]["due_on"]) == ("delayed", "2027-01-31")
    assert [update["text"] for update in reviewed["updates"]] == [body["text"]]
    assert read["actions"] == ["report"]


async def test_a_meeting_is_named_by_chairs_and_only_where_it_reviews(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, meeting = await make_workplan(session), await make_meeting(session)
    item = await make_item(session, workplan, lead=world.champions["KEN"], starts_on=date(2026, 10, 1))
    path, told = f"/workplan-items/{item.id}/updates", {"text": "Moved."}

    by_lead = await client.post(path, json=told | {"meeting_id": str(meeting.id)}, headers=world.headers("ken"))
    due_by_lead = await client.post(path, json=told | {"due_on": "2027-01-01"}, headers=world.headers("ken"))
    too_early = await client.post(path, json=told | {"due_on": "2026-09-30"}, headers=world.headers("mar"))
    no_review = await client.post(path, json=told | {"meeting_id": str(meeting.id)}, headers=world.headers("mar"))

    assert (by_lead.status_code, due_by_lead.status_code) == (403, 403)
    assert (too_early.status_code, too_early.json()["errors"][0]["pointer"]) == (422, "/due_on")
    assert (no_review.status_code, no_review.json()["errors"][0]["pointer"]) == (422, "/meeting_id")


async def test_a_meeting_reviews_once_and_only_where_it_takes_place(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, meeting = await make_workplan(session), await make_meeting(session)
    cancelled = await make_meeting(session, status=MeetingStatus.CANCELLED)
    closed = await make_workplan(session, status=WorkplanStatus.CLOSED)
    headers, path = world.headers("mar"), f"/workplans/{workplan.id}/reviews"

    answers = [
        await client.post(path, json={"meeting_id": str(held.id)}, headers=headers)
        for held in (meeting, meeting, cancelled)
    ]
    of_closed = await client.post(
        f"/workplans/{closed.id}/reviews", json={"meeting_id": str(meeting.id)}, headers=headers
    )

    assert [answer.status_code for answer in answers] == [201, 409, 422]
    assert "its review" in answers[1].json()["detail"]
    assert of_closed.status_code == 409


async def test_a_review_costs_the_same_statements_whatever_its_size(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    costs = []
    for size in (1, 30):
        workplan = await make_workplan(session, title=f"Plan of {size}")
        for number in range(size):
            await make_item(session, workplan, title=f"Item {number}", lead=world.champions["KEN"])
        for days in (90, 0):
            meeting = await make_meeting(session)
            reviewed_at = clock.now() - timedelta(days=days)
            review = await make_review(session, workplan, meeting, reviewed_at=reviewed_at)
        statements.clear()
        answer = await client.get(f"/workplans/{workplan.id}/reviews/{review.id}", headers=world.headers("ken"))
        costs.append(len(statements))
        assert len(answer.json()["items"]) == size

    assert costs[0] == costs[1]


async def test_observers_read_reviews_of_what_is_shared(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    statuses = []
    for is_shared in (True, False):
        workplan = await make_workplan(session, is_shared_with_observers=is_shared)
        await make_item(session, workplan, status=WorkplanItemStatus.DONE)
        review = await make_review(session, workplan, await make_meeting(session))
        path = f"/workplans/{workplan.id}/reviews"
        answers = [
            await client.get(address, headers=world.headers("observer")) for address in (path, f"{path}/{review.id}")
        ]
        statuses += [answer.status_code for answer in answers]

    assert statuses == [200, 200, 404, 404]
