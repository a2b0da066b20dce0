"""Unfinished items go on in the next workplan, once, and their history with them."""

from datetime import date

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.factories.workplan import make_forum, make_item, make_update, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

NEXT = {"title": "Workplan 2029–2030", "starts_on": "2029-01-01", "ends_on": "2030-12-31"}


async def test_what_is_unfinished_goes_on_in_a_new_draft_as_it_stood(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan, forum = await make_workplan(session), await make_forum(session)
    calls = await make_item(
        session, plan, title="Calls", lead=world.champions["KEN"], supporting=[world.champions["PRT"]],
        processes=[forum], status=WorkplanItemStatus.DELAYED, percentage=40, due_on=date(2028, 11, 1),
        expected_result="Four calls.",
    )  # fmt: skip
    await make_item(session, plan, title="Note", waits_for=[calls])
    for status in (WorkplanItemStatus.DONE, WorkplanItemStatus.DROPPED):
        await make_item(session, plan, status=status)

    answer = await client.post(f"/workplans/{plan.id}/roll-over", json={"into": NEXT}, headers=world.headers("mar"))
    told = answer.json()
    went_on = {item["title"]: item["id"] for item in told["items"]}
    item = (await client.get(f"/workplan-items/{went_on['Calls']}", headers=world.headers("ken"))).json()
    note = (await client.get(f"/workplan-items/{went_on['Note']}", headers=world.headers("ken"))).json()
    before = (await client.get(f"/workplan-items/{calls.id}", headers=world.headers("ken"))).json()

    assert answer.status_code == 201, answer.text
    assert (told["workplan"]["title"], told["workplan"]["status"]) == (NEXT["title"], "draft")
    assert next((one["title"], one["from_id"]) for one in told["items"]) == ("Calls", str(calls.id))
    assert (item["status"], item["percentage"], item["due_on"]) == ("delayed", 40, "2028-11-01")
    assert (item["lead"]["iso3"], [one["iso3"] for one in item["supporting"]]) == ("KEN", ["PRT"])
    assert (item["expected_result"], item["processes"][0]["key"]) == ("Four calls.", "imrf-2026")
    assert item["rolled_over_from"]["workplan_title"] == plan.title
    assert [one["id"] for one in note["waits_for"]] == [went_on["Calls"]]
    assert (before["is_rolled_over"], before["rolled_over_to"]["id"]) == (True, went_on["Calls"])


async def test_updates_stay_readable_through_the_chain(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    first = await make_item(session, await make_workplan(session, title="First"), lead=ken)
    second = await make_item(
        session, await make_workplan(session, title="Second"), lead=ken, rolled_over_from_id=first.id
    )
    third = await make_item(
        session, await make_workplan(session, title="Third"), lead=ken, rolled_over_from_id=second.id
    )
    for item, text in ((first, "One."), (second, "Two."), (third, "Three.")):
        await make_update(session, item, ken, text=text)

    told = await client.get(f"/workplan-items/{third.id}/updates", headers=world.headers("lux"))
    of_second = await client.get(f"/workplan-items/{second.id}/updates", headers=world.headers("lux"))

    assert [(one["text"], one["workplan"]["title"]) for one in told.json()["items"]] == [
        ("Three.", "Third"), ("Two.", "Second"), ("One.", "First"),
    ]  # fmt: skip
    assert [one["text"] for one in of_second.json()["items"]] == ["Two.", "One."]


async def test_observers_read_the_chain_only_as_far_as_it_is_shared_with_them(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    ken = world.champions["KEN"]
    before = await make_item(session, await make_workplan(session), lead=ken)
    shared = await make_workplan(session, is_shared_with_observers=True)
    item = await make_item(session, shared, lead=ken, rolled_over_from_id=before.id)
    await make_update(session, before, ken, text="Ours alone.")
    await make_update(session, item, ken, text="For all.")

    read = (await client.get(f"/workplan-items/{item.id}", headers=world.headers("observer"))).json()
    updates = (await client.get(f"/workplan-items/{item.id}/updates", headers=world.headers("observer"))).json()

    assert read["rolled_over_from"] is None
    assert [one["text"] for one in updates["items"]] == ["For all."]


async def test_nothing_is_carried_over_twice_nor_changed_where_it_went_on_from(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    plan = await make_workplan(session)
    target = await make_workplan(session, title="Next", status=WorkplanStatus.DRAFT)
    item = await make_item(session, plan, lead=world.champions["KEN"])
    path, headers = f"/workplans/{plan.id}/roll-over", world.headers("slv") | {"If-Match": "*"}

    answers = [await client.post(path, json={"into": str(target.id)}, headers=headers) for _ in range(2)]
    named = await client.post(path, json={"into": str(target.id), "items": [str(item.id)]}, headers=headers)
    changed = await client.patch(f"/workplan-items/{item.id}", json={"title": "Other"}, headers=headers)
    reported = await client.post(
        f"/workplan-items/{item.id}/updates", json={"text": "More."}, headers=world.headers("ken")
    )
    deleted = await client.delete(f"/workplan-items/{item.id}", headers=headers)
    read = await client.get(f"/workplan-items/{item.id}", headers=headers)

    assert [answer.status_code for answer in answers] == [201, 409]
    assert (named.status_code, named.json()["errors"][0]["pointer"]) == (422, "/items/0")
    assert (changed.status_code, reported.status_code, deleted.status_code) == (409, 409, 409)
    assert "Next" in changed.json()["detail"]
    assert read.json()["actions"] == []


async def test_only_what_is_named_goes_on(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    plan = await make_workplan(session, status=WorkplanStatus.CLOSED)
    wanted, _ = [await make_item(session, plan, title=title) for title in ("Calls", "Retreat")]

    answer = await client.post(
        f"/workplans/{plan.id}/roll-over", json={"into": NEXT, "items": [str(wanted.id)]}, headers=world.headers("mar")
    )

    assert [item["title"] for item in answer.json()["items"]] == ["Calls"]


@pytest.mark.parametrize(
    ("status", "into", "answered"),
    [
        (WorkplanStatus.DRAFT, NEXT, 409),
        (WorkplanStatus.ADOPTED, "itself", 422),
        (WorkplanStatus.ADOPTED, "closed", 409),
        (WorkplanStatus.ADOPTED, "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a04", 422),
        (WorkplanStatus.ADOPTED, NEXT | {"ends_on": "2028-01-01"}, 422),
        (WorkplanStatus.ADOPTED, {}, 422),
    ],
)
async def test_items_go_on_in_another_open_plan_only(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    status: WorkplanStatus,
    into: object,
    answered: int,
) -> None:
    plan = await make_workplan(session, status=status)
    closed = await make_workplan(session, title="Closed", status=WorkplanStatus.CLOSED)
    await make_item(session, plan)
    named = {"itself": str(plan.id), "closed": str(closed.id)}

    answer = await client.post(
        f"/workplans/{plan.id}/roll-over",
        json={"into": named.get(into, into) if isinstance(into, str) else into},
        headers=world.headers("mar"),
    )

    assert answer.status_code == answered, answer.text
    assert (await client.get("/workplans?limit=5", headers=world.headers("mar"))).json()["next"] is None


async def test_what_goes_on_elsewhere_is_late_there_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    old, new = await make_workplan(session, status=WorkplanStatus.CLOSED), await make_workplan(session)
    late = date(2026, 1, 31)
    item = await make_item(session, old, due_on=late)
    await make_item(session, new, due_on=late, rolled_over_from_id=item.id)

    plans = (await client.get("/workplans", headers=world.headers("mar"))).json()["items"]
    listed = (await client.get("/workplan-items?is_overdue=true", headers=world.headers("mar"))).json()["items"]
    read = (await client.get(f"/workplan-items/{item.id}", headers=world.headers("mar"))).json()

    assert {plan["id"]: plan["progress"]["overdue"] for plan in plans} == {str(old.id): 0, str(new.id): 1}
    assert [one["workplan_id"] for one in listed] == [str(new.id)]
    assert (read["is_overdue"], read["days_late"]) == (False, 0)
