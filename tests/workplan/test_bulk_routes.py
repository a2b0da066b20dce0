"""Many items at once over HTTP: all of them change, or none does."""

from datetime import date
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemStatus, WorkplanStatus
from tests.factories.workplan import make_item, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def make_plan_of(session: AsyncSession, *titles: str, **fields: Any) -> tuple[Workplan, list[WorkplanItem]]:
    """A workplan with an item for each of ``titles``."""
    workplan = await make_workplan(session)
    return workplan, [await make_item(session, workplan, title=title, **fields) for title in titles]


def each(items: list[WorkplanItem], *, revision: int = 1, **change: Any) -> list[dict[str, Any]]:
    """The same ``change`` of all ``items``, as they were read in ``revision``."""
    return [{"id": str(item.id), "revision": revision, "change": change} for item in items]


async def standing(client: httpx.AsyncClient, world: World, workplan: Workplan) -> dict[str, tuple[str, int]]:
    """Status and revision of each item, by title."""
    listed = await client.get(f"/workplan-items?workplan_id={workplan.id}", headers=world.headers("ken"))
    return {item["title"]: (item["status"], item["revision"]) for item in listed.json()["items"]}


async def test_all_items_change_together_and_each_is_audited(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, items = await make_plan_of(session, "Calls", "Note", supporting=[world.champions["KEN"]])
    change = {"status": "delayed", "due_on": "2027-03-31", "lead": "KEN", "percentage": 40}

    answer = await client.post(
        f"/workplans/{workplan.id}/items/bulk",
        json={"items": each(items, **change), "note": "The meeting moved it."},
        headers=world.headers("mar"),
    )

    assert answer.status_code == 200, answer.text
    told = answer.json()["items"]
    assert [(item["title"], item["revision"], item["status"], item["due_on"]) for item in told] == [
        ("Calls", 2, "delayed", "2027-03-31"),
        ("Note", 2, "delayed", "2027-03-31"),
    ]
    assert [(item["lead"]["iso3"], item["supporting"], item["percentage"]) for item in told] == [("KEN", [], 40)] * 2
    assert {item["last_update"]["text"] for item in told} == {"The meeting moved it."}
    entries = (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "workplan_item.changed"))).all()
    assert {entry.record_id for entry in entries} == {item.id for item in items}
    assert {(entry.before["status"], entry.after["status"]) for entry in entries} == {("not_started", "delayed")}
    assert {entry.after["update"] for entry in entries} == {"The meeting moved it."}


async def test_a_note_is_the_reason_of_what_is_dropped(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, items = await make_plan_of(session, "Calls")

    answer = await client.post(
        f"/workplans/{workplan.id}/items/bulk",
        json={"items": each(items, status="dropped"), "note": "Taken up by the Network."},
        headers=world.headers("mar"),
    )

    assert answer.json()["items"][0]["dropped_reason"] == "Taken up by the Network."


async def test_one_faulty_item_stops_all_and_is_named_by_field(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, items = await make_plan_of(session, "Calls", "Note", "Launch", "Event", starts_on=date(2026, 6, 1))
    wanted = each(items, status="done")
    wanted[1]["change"] = {"status": "dropped"}
    wanted[2]["change"] = {"due_on": "2026-05-01"}
    wanted[3]["change"] = {"lead": "FRA"}

    answer = await client.post(
        f"/workplans/{workplan.id}/items/bulk", json={"items": wanted}, headers=world.headers("mar")
    )

    assert answer.status_code == 422, answer.text
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [
        ("/items/1/change/dropped_reason", "missing"),
        ("/items/2/change/due_on", "before_start"),
        ("/items/3/change/lead", "not_a_champion"),
    ]
    assert set((await standing(client, world, workplan)).values()) == {("not_started", 1)}
    assert not (await session.exec(select(AuditEntry).where(col(AuditEntry.action) == "workplan_item.changed"))).all()


async def test_items_that_changed_meanwhile_are_listed_and_none_changes(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, items = await make_plan_of(session, "Calls", "Note", "Launch")
    await client.patch(
        f"/workplan-items/{items[1].id}", json={"percentage": 10}, headers=world.headers("slv") | {"If-Match": '"1"'}
    )

    answer = await client.post(
        f"/workplans/{workplan.id}/items/bulk",
        json={"items": each(items, status="done")},
        headers=world.headers("mar"),
    )

    assert answer.status_code == 412
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [("/items/1/revision", "stale")]
    assert "“Note”" in answer.json()["errors"][0]["detail"]
    assert set((await standing(client, world, workplan)).values()) == {("not_started", 1), ("not_started", 2)}


async def test_only_items_of_the_plan_that_go_on_in_it_are_taken(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, items = await make_plan_of(session, "Calls", "Carried over")
    elsewhere = await make_item(session, await make_workplan(session), rolled_over_from_id=items[1].id)
    wanted = each([*items, elsewhere], status="done")
    wanted.append({"id": str(uuid4()), "revision": 1, "change": {}})

    answer = await client.post(
        f"/workplans/{workplan.id}/items/bulk", json={"items": wanted}, headers=world.headers("mar")
    )

    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [
        ("/items/1/id", "rolled_over"),
        ("/items/2/id", "unknown_item"),
        ("/items/3/id", "unknown_item"),
    ]


@pytest.mark.parametrize(
    "items",
    [
        [],
        [{"id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06", "revision": 1, "change": {}}] * 2,
        [{"id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06", "change": {}}],
        [{"id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06", "revision": 1, "change": {"colour": "red"}}],
        [{"id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06", "revision": 1, "change": {"percentage": 101}}],
    ],
)
async def test_a_malformed_request_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession, items: list[dict[str, Any]]
) -> None:
    workplan = await make_workplan(session)

    answer = await client.post(
        f"/workplans/{workplan.id}/items/bulk", json={"items": items}, headers=world.headers("mar")
    )

    assert answer.status_code == 422, answer.text


async def test_a_closed_plan_stays_and_an_unknown_one_is_not_there(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    closed = await make_workplan(session, status=WorkplanStatus.CLOSED)
    body = {"items": each([await make_item(session, closed)], status="done")}

    stays = await client.post(f"/workplans/{closed.id}/items/bulk", json=body, headers=world.headers("mar"))
    unknown = await client.post(f"/workplans/{uuid4()}/items/bulk", json=body, headers=world.headers("mar"))

    assert (stays.status_code, unknown.status_code) == (409, 404)


async def test_an_undo_puts_everything_back(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    workplan, items = await make_plan_of(session, "Calls", "Note", status=WorkplanItemStatus.DROPPED)
    path, headers = f"/workplans/{workplan.id}/items/bulk", world.headers("mar")

    done = await client.post(path, json={"items": each(items, status="done")}, headers=headers)
    undone = await client.post(
        path,
        json={"items": each(items, revision=2, status="dropped", dropped_reason="Taken up elsewhere.")},
        headers=headers,
    )

    assert {item["dropped_reason"] for item in done.json()["items"]} == {""}
    assert {(item["status"], item["dropped_reason"]) for item in undone.json()["items"]} == {
        ("dropped", "Taken up elsewhere.")
    }
