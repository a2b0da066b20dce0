"""What waits for what: within one workplan, and never in a circle."""

import asyncio
import itertools
from uuid import uuid4

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.database import Database
from api.workplan import rules
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ties = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4), max_size=8)


def reached_from(start: int, waits_for: dict[int, list[int]]) -> set[int]:
    """All that ``start`` waits for, by however long a way."""
    reached: set[int] = set()
    ahead = list(waits_for.get(start, ()))
    while ahead:
        item = ahead.pop()
        if item not in reached:
            reached.add(item)
            ahead += waits_for.get(item, ())
    return reached


@given(ties, st.integers(0, 7))
def test_a_circle_is_found_exactly_where_an_item_waits_for_itself(waits_for: dict[int, list[int]], start: int) -> None:
    circle = rules.cycle_through(start, waits_for)

    assert bool(circle) == (start in reached_from(start, waits_for))
    assert not circle or (circle[0], circle[-1]) == (start, start)
    assert all(other in waits_for[item] for item, other in itertools.pairwise(circle))


async def test_an_item_tells_what_it_waits_for_and_what_waits_for_it(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan = await make_workplan(session)
    mapping = await make_item(session, workplan, title="Mapping")
    body = {
        "workplan_id": str(workplan.id), "title": "Joint input", "scope_of_work": "dialogue",
        "waits_for": [str(mapping.id)],
    }  # fmt: skip

    created = (await client.post("/workplan-items", json=body, headers=world.headers("mar"))).json()
    awaited = (await client.get(f"/workplan-items/{mapping.id}", headers=world.headers("ken"))).json()

    assert created["waits_for"] == [{"id": str(mapping.id), "title": "Mapping", "status": "not_started"}]
    assert [item["title"] for item in awaited["awaited_by"]] == ["Joint input"]
    assert awaited["waits_for"] == []


async def test_a_circle_is_refused_and_named(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    workplan = await make_workplan(session)
    calls = await make_item(session, workplan, title="Calls")
    note = await make_item(session, workplan, title="Note", waits_for=[calls])
    launch = await make_item(session, workplan, title="Launch", waits_for=[note])
    headers = world.headers("mar") | {"If-Match": "*"}

    circle = await client.patch(f"/workplan-items/{calls.id}", json={"waits_for": [str(launch.id)]}, headers=headers)
    itself = await client.patch(f"/workplan-items/{calls.id}", json={"waits_for": [str(calls.id)]}, headers=headers)

    assert (circle.status_code, itself.status_code) == (422, 422)
    [error] = circle.json()["errors"]
    assert error["pointer"] == "/waits_for/0"
    assert "“Calls” waits for “Launch” waits for “Note” waits for “Calls”" in error["detail"]


async def test_an_item_waits_only_for_items_of_its_own_plan(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session))
    elsewhere = await make_item(session, await make_workplan(session, title="Another"))
    headers = world.headers("mar") | {"If-Match": "*"}

    answers = [
        await client.patch(f"/workplan-items/{item.id}", json={"waits_for": [str(key)]}, headers=headers)
        for key in (elsewhere.id, uuid4())
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert answers[0].json()["errors"][0]["pointer"] == "/waits_for/0"


async def test_ties_are_taken_away_and_end_with_the_item(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan = await make_workplan(session)
    first = await make_item(session, workplan, title="First")
    item = await make_item(session, workplan, title="Second", waits_for=[first])
    other = await make_item(session, workplan, title="Third", waits_for=[first])
    headers = world.headers("mar") | {"If-Match": "*"}

    emptied = await client.patch(f"/workplan-items/{item.id}", json={"waits_for": []}, headers=headers)
    await client.delete(f"/workplan-items/{first.id}", headers=headers)
    left = await client.get(f"/workplan-items/{other.id}", headers=headers)

    assert emptied.json()["waits_for"] == []
    assert left.json()["waits_for"] == []


async def test_of_two_that_close_a_circle_at_once_exactly_one_wins(
    committed_client: httpx.AsyncClient, committed_world: World, committed_database: Database
) -> None:
    async with committed_database.session() as session:
        workplan = await make_workplan(session)
        pairs = [
            (await make_item(session, workplan, title="Calls"), await make_item(session, workplan, title="Note"))
            for _ in range(5)
        ]

    for one, other in pairs:
        answers = await asyncio.gather(
            *(
                committed_client.patch(
                    f"/workplan-items/{waiting.id}", json={"waits_for": [str(awaited.id)]}, headers={"If-Match": '"1"'}
                )
                for waiting, awaited in ((one, other), (other, one))
            )
        )

        assert sorted(answer.status_code for answer in answers) == [200, 422]
