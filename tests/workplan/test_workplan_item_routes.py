"""Workplan items over HTTP: what is to be done, who leads, and how late it is."""

from datetime import UTC, date, datetime
from uuid import uuid4

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.platform import clock
from api.vocabularies.models import ScopeOfWork
from api.workplan.models import WorkplanItemStatus, WorkplanStatus
from tests.factories.workplan import make_forum, make_item, make_update, make_workplan
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def test_plan_title_and_area_are_enough_for_an_item(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan = await make_workplan(session)
    body = {"workplan_id": str(workplan.id), "title": "Peer exchange", "scope_of_work": "information_sharing"}

    answer = await client.post("/workplan-items", json=body, headers=world.headers("mar"))

    assert answer.status_code == 201, answer.text
    item = answer.json()
    assert (item["status"], item["lead"], item["supporting"], item["last_update"]) == ("not_started", None, [], None)
    assert (item["is_overdue"], item["days_late"], item["workplan_title"]) == (False, 0, workplan.title)
    assert item["actions"] == ["change", "delete", "report"]


async def test_an_item_names_its_champions_and_processes(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan, forum = await make_workplan(session), await make_forum(session)
    body = {
        "workplan_id": str(workplan.id), "title": "Side event", "scope_of_work": "leveraging_processes", "lead": "prt",
        "supporting": ["LUX", "KEN"], "objectives": [3, 23], "processes": [forum.key], "due_on": "2027-05-15",
    }  # fmt: skip

    created = await client.post("/workplan-items", json=body, headers=world.headers("slv"))
    read = await client.get(f"/workplan-items/{created.json()['id']}", headers=world.headers("prt"))

    item = read.json()
    assert item["lead"] == {"id": str(world.champions["PRT"].id), "iso3": "PRT", "name": "Portugal"}
    assert [champion["iso3"] for champion in item["supporting"]] == ["KEN", "LUX"]
    assert item["processes"] == [{"id": str(forum.id), "key": "imrf-2026", "title": forum.title}]
    assert item["actions"] == ["report"]


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"workplan_id": str(uuid4())}, "/workplan_id"),
        ({"lead": "FRA"}, "/lead"),
        ({"supporting": ["KEN", "FRA"]}, "/supporting/1"),
        ({"lead": "KEN", "supporting": ["PRT", "KEN"]}, "/supporting/1"),
        ({"processes": ["no-such-forum"]}, "/processes/0"),
        ({"scope_of_work": "everything"}, "/scope_of_work"),
        ({"objectives": [24]}, "/objectives/0"),
        ({"colour": "red"}, "/colour"),
    ],
)
async def test_a_malformed_item_is_refused_by_field(
    client: httpx.AsyncClient, world: World, session: AsyncSession, change: dict[str, object], pointer: str
) -> None:
    workplan = await make_workplan(session)
    body = {"workplan_id": str(workplan.id), "title": "A", "scope_of_work": "dialogue"} | change

    answer = await client.post("/workplan-items", json=body, headers=world.headers("mar"))

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize(
    ("who", "status"),
    [("nobody", 401), ("observer", 403), ("ken", 403), ("bgd", 403), ("mar", 200), ("secretariat", 200)],
)
async def test_only_the_chairs_of_this_moment_change_items(
    client: httpx.AsyncClient, world: World, session: AsyncSession, who: str, status: int
) -> None:
    item = await make_item(session, await make_workplan(session), lead=world.champions["KEN"])

    answer = await client.patch(
        f"/workplan-items/{item.id}", json={"status": "done"}, headers=world.headers(who) | {"If-Match": '"1"'}
    )

    assert answer.status_code == status


async def test_a_co_chair_loses_the_workplan_when_the_term_ends(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session))
    path, change = f"/workplan-items/{item.id}", {"status": "on_track"}

    clock.set_to(datetime(2026, 12, 22, 23, 59, 59, tzinfo=UTC))
    in_term = await client.patch(path, json=change, headers=world.headers("mar") | {"If-Match": "*"})
    clock.set_to(datetime(2026, 12, 23, tzinfo=UTC))
    after = await client.patch(path, json=change, headers=world.headers("mar") | {"If-Match": "*"})
    successor = await client.patch(path, json=change, headers=world.headers("bgd") | {"If-Match": "*"})

    assert (in_term.status_code, after.status_code, successor.status_code) == (200, 403, 200)


async def test_an_item_becomes_overdue_at_midnight_after_the_day_it_is_due(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    workplan = await make_workplan(session)
    item = await make_item(session, workplan, due_on=date(2026, 9, 30))

    stories = []
    for moment in (datetime(2026, 9, 30, 23, 59, tzinfo=UTC), datetime(2026, 11, 23, 9, tzinfo=UTC)):
        clock.set_to(moment)
        found = await client.get("/workplan-items", params={"is_overdue": True}, headers=world.headers("ken"))
        told = (await client.get(f"/workplan-items/{item.id}", headers=world.headers("ken"))).json()
        stories.append((len(found.json()["items"]), told["is_overdue"], told["days_late"]))

    assert stories == [(0, False, 0), (1, True, 54)]


async def test_items_are_found_by_each_filter(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    workplan, forum = await make_workplan(session), await make_forum(session)
    wanted = await make_item(
        session, workplan, title="Side event at the forum", scope_of_work=ScopeOfWork.LEVERAGING_PROCESSES,
        lead=world.champions["PRT"], supporting=[world.champions["KEN"]], processes=[forum], objectives=[23],
        status=WorkplanItemStatus.AT_RISK, due_on=date(2026, 11, 1),
    )  # fmt: skip
    other = await make_item(session, workplan, title="Calls", lead=world.champions["LUX"], objectives=[1])
    await make_item(session, await make_workplan(session, title="Another"), title="Elsewhere")
    filters: list[dict[str, object]] = [
        {"scope_of_work": "leveraging_processes"}, {"status": ["at_risk", "dropped"]}, {"lead": "PRT"},
        {"champion": "KEN"}, {"champion": "PRT"}, {"objective": [23, 5]}, {"process": "imrf-2026"},
        {"process": str(forum.id)}, {"is_overdue": True}, {"due_before": "2026-11-02"}, {"q": "events"},
    ]  # fmt: skip

    found = [
        await client.get(
            "/workplan-items", params={"workplan_id": str(workplan.id), **wish}, headers=world.headers("bgd")
        )
        for wish in filters
    ]
    on_time = await client.get(
        "/workplan-items", params={"workplan_id": str(workplan.id), "is_overdue": False}, headers=world.headers("bgd")
    )

    assert [[item["id"] for item in answer.json()["items"]] for answer in found] == [[str(wanted.id)]] * len(filters)
    assert [item["id"] for item in on_time.json()["items"]] == [str(other.id)]


@pytest.mark.parametrize("sort", ["due_on", "-due_on", "title", "-title", "updated_at", "-updated_at"])
async def test_pages_of_items_follow_one_another_without_gaps(
    client: httpx.AsyncClient, world: World, session: AsyncSession, sort: str
) -> None:
    workplan = await make_workplan(session)
    for number in range(7):
        due_on = date(2027, 1, 1 + number // 2) if number < 5 else None
        await make_item(session, workplan, title=f"Item {number}", due_on=due_on)

    titles, path = [], f"/workplan-items?limit=3&sort={sort}"
    while path:
        page = await client.get(path, headers=world.headers("ken"))
        titles += [item["title"] for item in page.json()["items"]]
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    expected = [f"Item {number}" for number in range(7)]
    assert titles == (expected[::-1] if sort.startswith("-") else expected)


async def test_a_list_of_items_costs_the_same_statements_whatever_its_size(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    workplan, forum = await make_workplan(session), await make_forum(session)

    costs = []
    for _ in range(2):
        item = await make_item(
            session, workplan, lead=world.champions["PRT"], supporting=[world.champions["KEN"]], processes=[forum]
        )
        await make_update(session, item, world.champions["PRT"])
        statements.clear()
        await client.get("/workplan-items", headers=world.headers("ken"))
        await client.get("/workplans", headers=world.headers("ken"))
        costs.append(len(statements))

    assert costs[0] == costs[1]


async def test_observers_see_items_of_what_is_shared_only(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    shared = await make_item(session, await make_workplan(session, is_shared_with_observers=True))
    hidden = await make_item(session, await make_workplan(session))
    headers = world.headers("observer")

    listed = (await client.get("/workplan-items", headers=headers)).json()["items"]
    read = await client.get(f"/workplan-items/{hidden.id}", headers=headers)
    updates = await client.get(f"/workplan-items/{hidden.id}/updates", headers=headers)

    assert [item["id"] for item in listed] == [str(shared.id)]
    assert listed[0]["actions"] == []
    assert (read.status_code, updates.status_code) == (404, 404)


async def test_a_change_of_links_alone_is_a_new_revision_and_is_audited(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    lead, supporter = world.champions["KEN"], world.champions["PRT"]
    item = await make_item(session, await make_workplan(session), lead=lead, supporting=[supporter])
    path, headers = f"/workplan-items/{item.id}", world.headers("mar")

    changed = await client.patch(path, json={"supporting": ["LUX"]}, headers=headers | {"If-Match": '"1"'})
    stale = await client.patch(path, json={"supporting": []}, headers=headers | {"If-Match": '"1"'})
    promoted = await client.patch(path, json={"lead": "LUX"}, headers=headers | {"If-Match": '"2"'})

    assert changed.headers["etag"] == '"2"'
    assert stale.status_code == 412
    assert (promoted.json()["lead"]["iso3"], promoted.json()["supporting"]) == ("LUX", [])
    entry = (
        await session.exec(select(AuditEntry).where(col(AuditEntry.record_id) == item.id).order_by(col(AuditEntry.id)))
    ).first()
    assert entry is not None
    assert (entry.before["supporting"], entry.after["supporting"]) == (["PRT"], ["LUX"])


async def test_a_closed_workplan_takes_no_new_changed_or_deleted_items(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    closed = await make_workplan(session, status=WorkplanStatus.CLOSED)
    item = await make_item(session, closed, lead=world.champions["MAR"])
    path, headers = f"/workplan-items/{item.id}", world.headers("mar") | {"If-Match": '"1"'}
    body = {"workplan_id": str(closed.id), "title": "Late idea", "scope_of_work": "dialogue"}

    answers = [
        await client.post("/workplan-items", json=body, headers=world.headers("mar")),
        await client.patch(path, json={"title": "New"}, headers=headers),
        await client.delete(path, headers=headers),
        await client.post(f"{path}/updates", json={"text": "Done after all."}, headers=world.headers("mar")),
    ]
    read = await client.get(path, headers=world.headers("mar"))

    assert [answer.status_code for answer in answers] == [409] * 4
    assert read.json()["actions"] == []


async def test_an_item_is_deleted_with_its_updates(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    item = await make_item(session, await make_workplan(session))
    await make_update(session, item, world.champions["KEN"])
    path = f"/workplan-items/{item.id}"

    deleted = await client.delete(path, headers=world.headers("mar") | {"If-Match": '"1"'})

    assert deleted.status_code == 204
    assert (await client.get(path, headers=world.headers("mar"))).status_code == 404
