"""What items wait for, out to a spreadsheet and in from one."""

from collections.abc import AsyncIterator

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.workplan.models import Workplan
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World
from tests.workplan.test_sheet_routes import book, sent

pytestmark = pytest.mark.anyio


@pytest.fixture
async def plan(world: World, session: AsyncSession) -> AsyncIterator[Workplan]:
    yield await make_workplan(session)


async def waiting(client: httpx.AsyncClient, world: World, plan: Workplan) -> dict[str, list[str]]:
    """Title of each item → titles of those that it waits for."""
    items = (await client.get(f"/workplan-items?workplan_id={plan.id}", headers=world.headers("mar"))).json()["items"]
    return {item["title"]: sorted(other["title"] for other in item["waits_for"]) for item in items}


async def test_an_export_says_by_title_what_waits_for_what_and_comes_back_unchanged(
    client: httpx.AsyncClient, world: World, session: AsyncSession, plan: Workplan
) -> None:
    calls, twin, other = [await make_item(session, plan, title=title) for title in ("=Calls; two", "Twin", "Twin")]
    await make_item(session, plan, title="Note", waits_for=[calls, twin])

    exported = await client.get(f"/workplans/{plan.id}/export", headers=world.headers("mar") | {"Accept": "text/csv"})
    told = (await sent(client, world, plan, exported.content)).json()

    assert f"'=Calls; two\n{twin.id}" in exported.text or f"{twin.id}\n=Calls; two" in exported.text
    assert str(other.id) in exported.text
    assert (told["unchanged"], told["changed"], told["faulty"]) == (4, 0, 0), told


async def test_ties_are_turned_round_and_new_items_tied_in_one_go(
    client: httpx.AsyncClient, world: World, session: AsyncSession, plan: Workplan
) -> None:
    calls = await make_item(session, plan, title="Calls")
    note = await make_item(session, plan, title="Note", waits_for=[calls])
    content = book(
        ["Key", "Title", "Area", "Attend"],
        [str(calls.id), "Calls", "dialogue", "Note\nFollow-up"],
        [str(note.id), "Note", "dialogue", None],
        [None, "Follow-up", "dialogue", "note"],
    )

    dry = (await sent(client, world, plan, content)).json()
    untouched = await waiting(client, world, plan)
    done = await sent(client, world, plan, content, dry_run=False)

    assert [row["change"] for row in dry["rows"]] == ["change", "change", "add"]
    assert dry["rows"][0]["differences"] == [
        {"field": "waits_for", "before": [], "after": ["Note", "Follow-up"]},
    ]
    assert untouched == {"Calls": [], "Note": ["Calls"]}
    assert done.status_code == 200, done.text
    assert all(row["item_id"] for row in done.json()["rows"])
    assert await waiting(client, world, plan) == {"Calls": ["Follow-up", "Note"], "Note": [], "Follow-up": ["Note"]}


async def test_a_circle_and_what_nobody_knows_are_told_by_cell(
    client: httpx.AsyncClient, world: World, session: AsyncSession, plan: Workplan
) -> None:
    calls = await make_item(session, plan, title="Calls")
    for _ in range(2):
        await make_item(session, plan, title="Twin")
    content = book(
        ["Key", "Title", "Area", "Waits for"],
        [str(calls.id), "Calls", "dialogue", "Note"],
        [None, "Note", "dialogue", "Calls"],
        [None, "Alone", "dialogue", "alone"],
        [None, "Lost", "dialogue", "Calls; Nobody"],
        [None, "Torn", "dialogue", "Twin"],
    )

    dry = (await sent(client, world, plan, content)).json()
    applied = await sent(client, world, plan, content, dry_run=False)

    faults = {fault["cell"]: fault["detail"] for row in dry["rows"] for fault in row["errors"]}
    assert faults.keys() == {"D2", "D3", "D4", "D5", "D6"}
    assert "“Calls” waits for “Note” waits for “Calls”" in faults["D2"]
    assert faults["D3"].removeprefix("D3") == faults["D2"].removeprefix("D2")
    assert "“Alone” waits for “Alone”" in faults["D4"]
    assert "no item called “Nobody”" in faults["D5"]
    assert "Two items are called “Twin”" in faults["D6"]
    assert applied.status_code == 422
    assert set(await waiting(client, world, plan)) == {"Calls", "Twin"}


async def test_what_goes_on_in_another_workplan_is_not_changed_here(
    client: httpx.AsyncClient, world: World, session: AsyncSession, plan: Workplan
) -> None:
    calls = await make_item(session, plan, title="Calls")
    await make_item(session, await make_workplan(session), title="Calls", rolled_over_from_id=calls.id)

    dry = (await sent(client, world, plan, book(["Key", "Title"], [str(calls.id), "Other"]))).json()

    assert dry["rows"][0]["errors"][0]["detail"] == "A2: This work goes on in another workplan: change it there."


async def test_a_long_circle_is_told_in_short(client: httpx.AsyncClient, world: World, plan: Workplan) -> None:
    rows = [[None, f"Item {number}", "dialogue", f"Item {(number + 1) % 1000}"] for number in range(1000)]

    dry = (await sent(client, world, plan, book(["Key", "Title", "Area", "Waits for"], *rows))).json()

    assert dry["faulty"] == 1000
    assert len(dry["rows"][500]["errors"][0]["detail"]) < 300
