"""A plan of 500 items: read whole in one request, changed whole in one transaction."""

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.workplan.item_schemas import MOST_A_PAGE
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_a_plan_is_read_whole_from_as_many_statements_as_one_item(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    workplan = await make_workplan(session)
    first = await make_item(session, workplan, lead=world.champions["KEN"])
    path = f"/workplan-items?workplan_id={workplan.id}&limit={MOST_A_PAGE}"
    statements.clear()
    await client.get(path, headers=world.headers("ken"))
    of_one = len(statements)
    session.add_all(
        type(first)(workplan_id=workplan.id, title=f"Item {number}", scope_of_work=first.scope_of_work)
        for number in range(1, MOST_A_PAGE)
    )
    await session.commit()
    statements.clear()

    whole = await client.get(path, headers=world.headers("ken"))

    assert len(statements) == of_one
    assert (len(whole.json()["items"]), whole.json()["next"]) == (MOST_A_PAGE, None)


async def test_a_page_holds_no_more_than_a_plan(client: httpx.AsyncClient, world: World) -> None:
    answer = await client.get(f"/workplan-items?limit={MOST_A_PAGE + 1}", headers=world.headers("ken"))

    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "limit")
