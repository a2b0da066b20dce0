"""Workplans over HTTP: drafting, adoption, closing."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.minutes.models import Decision
from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.factories.meetings import make_meeting
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

PLAN = {"title": "Workplan 2029–2030", "starts_on": "2029-01-01", "ends_on": "2030-12-31"}


async def test_a_co_chair_drafts_adopts_reopens_and_closes_a_workplan(client: httpx.AsyncClient, world: World) -> None:
    headers = world.headers("mar")

    drafted = await client.post("/workplans", json=PLAN, headers=headers)
    path = f"/workplans/{drafted.json()['id']}"
    adopted = await client.post(f"{path}/adopt", json={"adopted_on": "2026-11-20"}, headers=headers)
    reopened = await client.post(f"{path}/reopen", json={"reason": "One area was missing."}, headers=headers)
    await client.post(f"{path}/adopt", headers=headers)
    closed = await client.post(f"{path}/close", headers=headers)

    assert drafted.status_code == 201, drafted.text
    assert drafted.json()["status"] == "draft"
    assert drafted.headers["etag"] == '"1"'
    assert (adopted.json()["status"], adopted.json()["adopted_on"]) == ("adopted", "2026-11-20")
    assert (reopened.json()["status"], reopened.json()["adopted_on"]) == ("draft", None)
    assert (closed.json()["status"], closed.json()["adopted_on"]) == ("closed", "2026-11-24")
    assert closed.json()["actions"] == ["reopen"]


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("observer", 403), ("ken", 403), ("bgd", 403)])
async def test_nobody_but_the_chairs_writes_a_workplan(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    workplan = await make_workplan(session, status=WorkplanStatus.DRAFT)
    path, headers = f"/workplans/{workplan.id}", world.headers(who)

    answers = [
        await client.post("/workplans", json=PLAN, headers=headers),
        await client.patch(path, json={"title": "Mine"}, headers=headers | {"If-Match": "*"}),
        await client.delete(path, headers=headers | {"If-Match": "*"}),
        await client.post(f"{path}/adopt", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [status] * 4


async def test_observers_see_what_was_adopted_and_shared_members_see_all(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    shared = await make_workplan(session, is_shared_with_observers=True)
    others = [
        await make_workplan(session),
        await make_workplan(session, status=WorkplanStatus.DRAFT, is_shared_with_observers=True),
    ]

    seen_by_observer = await client.get("/workplans", headers=world.headers("observer"))
    seen_by_member = await client.get("/workplans", headers=world.headers("ken"))

    assert [plan["id"] for plan in seen_by_observer.json()["items"]] == [str(shared.id)]
    assert seen_by_observer.json()["items"][0]["actions"] == []
    assert len(seen_by_member.json()["items"]) == 3
    for plan in others:
        assert (await client.get(f"/workplans/{plan.id}", headers=world.headers("observer"))).status_code == 404
    assert (await client.get(f"/workplans/{shared.id}")).status_code == 401


async def test_a_workplan_counts_its_items_by_area_and_status(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan = await make_workplan(session)
    await make_item(session, workplan, status=WorkplanItemStatus.DONE, due_on=date(2026, 9, 30))
    await make_item(session, workplan, status=WorkplanItemStatus.AT_RISK, due_on=date(2026, 11, 23))
    await make_item(session, workplan, status=WorkplanItemStatus.NOT_STARTED, due_on=date(2026, 11, 24))
    await make_item(session, await make_workplan(session, title="Another"))

    progress = (await client.get(f"/workplans/{workplan.id}", headers=world.headers("ken"))).json()["progress"]

    areas = {area["scope_of_work"]: area["items"] for area in progress["by_area"]}
    assert areas == {"information_sharing": 0, "dialogue": 3, "leveraging_processes": 0, "capacity_building": 0}
    assert [progress[name] for name in ("items", "done", "at_risk", "not_started", "overdue")] == [3, 1, 1, 1, 1]


async def test_only_an_empty_draft_can_be_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    empty, used = [await make_workplan(session, status=WorkplanStatus.DRAFT) for _ in range(2)]
    adopted = await make_workplan(session)
    await make_item(session, used)
    headers = world.headers("slv") | {"If-Match": '"1"'}

    answers = [await client.delete(f"/workplans/{plan.id}", headers=headers) for plan in (empty, used, adopted)]

    assert [answer.status_code for answer in answers] == [204, 409, 409]
    assert (await client.get(f"/workplans/{empty.id}", headers=world.headers("slv"))).status_code == 404


async def test_a_draft_is_closed_only_with_a_reason(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_workplan(session, status=WorkplanStatus.DRAFT)
    path, headers = f"/workplans/{draft.id}/close", world.headers("secretariat")

    without = await client.post(path, headers=headers)
    with_reason = await client.post(path, json={"reason": "The Champions chose another form."}, headers=headers)
    again = await client.post(path, headers=headers)

    assert without.status_code == 422
    assert without.json()["errors"][0]["pointer"] == "/reason"
    assert with_reason.json()["status"] == "closed"
    assert with_reason.json()["status_reason"] == "The Champions chose another form."
    assert again.status_code == 409


async def test_a_closed_workplan_takes_no_change(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    closed = await make_workplan(session, status=WorkplanStatus.CLOSED)

    answer = await client.patch(
        f"/workplans/{closed.id}", json={"title": "New"}, headers=world.headers("mar") | {"If-Match": '"1"'}
    )

    assert answer.status_code == 409


async def test_an_adopted_workplan_is_changed_as_needed_but_never_over_somebody_elses_change(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan = await make_workplan(session)
    path, headers = f"/workplans/{workplan.id}", world.headers("mar")

    without = await client.patch(path, json={"title": "A"}, headers=headers)
    first = await client.patch(path, json={"title": "A"}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"title": "B"}, headers=headers | {"If-Match": '"1"'})

    assert (without.status_code, first.status_code, stale.status_code) == (428, 200, 412)
    assert first.json()["starts_on"] == "2026-01-01"
    assert first.headers["etag"] == '"2"'


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"title": "A", "starts_on": "2029-01-01"}, "/ends_on"),
        (PLAN | {"ends_on": "2028-01-01"}, None),
        (PLAN | {"title": ""}, "/title"),
        (PLAN | {"title": "A\u0007"}, "/title"),
        (PLAN | {"colour": "red"}, "/colour"),
    ],
)
async def test_a_malformed_workplan_is_refused_by_field(
    client: httpx.AsyncClient, world: World, body: dict[str, object], pointer: str | None
) -> None:
    answer = await client.post("/workplans", json=body, headers=world.headers("mar"))

    assert answer.status_code == 422
    assert pointer is None or answer.json()["errors"][0]["pointer"] == pointer


async def test_a_workplan_cannot_end_before_it_starts_nor_be_adopted_tomorrow(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_workplan(session, status=WorkplanStatus.DRAFT)
    path, headers = f"/workplans/{draft.id}", world.headers("mar")

    ends_early = await client.patch(path, json={"ends_on": "2025-12-31"}, headers=headers | {"If-Match": '"1"'})
    tomorrow = await client.post(f"{path}/adopt", json={"adopted_on": "2026-11-25"}, headers=headers)

    assert (ends_early.status_code, ends_early.json()["errors"][0]["pointer"]) == (409, "/ends_on")
    assert (tomorrow.status_code, tomorrow.json()["errors"][0]["pointer"]) == (422, "/adopted_on")


async def test_a_workplan_is_adopted_at_a_meeting_by_its_decision(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    draft = await make_workplan(session, status=WorkplanStatus.DRAFT)
    meeting, other = [await make_meeting(session, starts_at=datetime(2026, 11, 3, 14, tzinfo=UTC)) for _ in range(2)]
    decision = Decision(meeting_id=meeting.id, number=1, text="The workplan is adopted.")
    session.add(decision)
    await session.commit()
    path, headers = f"/workplans/{draft.id}/adopt", world.headers("mar")

    elsewhere = await client.post(
        path, json={"meeting_id": str(other.id), "decision_id": str(decision.id)}, headers=headers
    )
    unknown = await client.post(path, json={"meeting_id": str(draft.id)}, headers=headers)
    adopted = (await client.post(path, json={"decision_id": str(decision.id)}, headers=headers)).json()
    reopened = await client.post(f"/workplans/{draft.id}/reopen", json={"reason": "Too early."}, headers=headers)

    assert (elsewhere.status_code, elsewhere.json()["errors"][0]["pointer"]) == (422, "/decision_id")
    assert (unknown.status_code, unknown.json()["errors"][0]["pointer"]) == (422, "/meeting_id")
    assert (adopted["adopted_on"], adopted["adopted_at"]["id"]) == ("2026-11-03", str(meeting.id))
    assert adopted["adoption_decision"]["text"] == "The workplan is adopted."
    assert reopened.json()["adoption_decision"] is None
