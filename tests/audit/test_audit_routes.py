"""The audit trail over HTTP."""

from datetime import timedelta

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.activities.models import ActivityStatus
from api.platform import clock
from tests.conftest import NOW
from tests.factories.activities import make_activity
from tests.factories.world import World

pytestmark = pytest.mark.anyio

IDEA = {"title": "Peer exchange", "kind": "peer_learning"}


async def trail(client: httpx.AsyncClient, world: World, **filters: object) -> list[dict[str, object]]:
    answer = await client.get("/audit-entries", params=filters, headers=world.headers("secretariat"))
    assert answer.status_code == 200, answer.text
    entries: list[dict[str, object]] = answer.json()["items"]
    return entries


@pytest.mark.parametrize(("who", "status"), [("nobody", 401), ("observer", 403), ("mar", 403), ("secretariat", 200)])
async def test_the_trail_is_for_the_secretariat(client: httpx.AsyncClient, world: World, who: str, status: int) -> None:
    answer = await client.get("/audit-entries", headers=world.headers(who))

    assert answer.status_code == status


async def test_an_entry_tells_who_on_whose_behalf_when_and_what_changed(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kenya = world.champions["KEN"]
    activity = await make_activity(session, kenya, title="Peer exchange", participants=(world.champions["PRT"],))

    changed = await client.patch(
        f"/activities/{activity.id}",
        json={"title": "Peer exchange on data", "participants": ["LUX", "PRT"]},
        headers=world.headers("secretariat") | {"If-Match": "*", "X-Request-ID": "a-request-of-mine"},
    )

    assert changed.status_code == 200, changed.text
    [entry] = await trail(client, world)
    assert entry.pop("id")
    assert entry == {
        "at": "2026-11-24T09:00:00Z",
        "person": {"id": str(world.person_id("secretariat")), "name": "Secretariat officer"},
        "on_behalf_of": {"id": str(kenya.id), "iso3": "KEN", "name": "Kenya"},
        "action": "activity.changed",
        "record_type": "activities",
        "record_id": str(activity.id),
        "record_title": "Peer exchange on data",
        "reason": "",
        "before": {"title": "Peer exchange", "participants": ["PRT"]},
        "after": {"title": "Peer exchange on data", "participants": ["LUX", "PRT"]},
        "request_id": "a-request-of-mine",
    }


async def test_one_who_acts_for_their_own_champion_acts_on_nobodys_behalf(
    client: httpx.AsyncClient, world: World
) -> None:
    await client.post("/activities", json=IDEA, headers=world.headers("ken"))

    [entry] = await trail(client, world)

    assert (entry["on_behalf_of"], entry["before"]) == (None, {})
    assert entry["after"] == {
        **IDEA,
        "status": "idea",
        "visibility": "public",
        "is_open_for_partners": False,
        "is_demonstration": False,
        "champion_id": str(world.champions["KEN"].id),
    }


async def test_what_was_deleted_stays_in_the_trail(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    idea = await make_activity(
        session, world.champions["KEN"], status=ActivityStatus.IDEA, participants=(world.champions["PRT"],)
    )

    await client.delete(f"/activities/{idea.id}", headers=world.headers("ken") | {"If-Match": "*"})

    [entry] = await trail(client, world, record_id=str(idea.id))
    before = entry["before"]
    assert isinstance(before, dict)
    assert (before["title"], before["participants"], entry["after"]) == (idea.title, ["PRT"], {})


async def test_the_trail_is_found_by_each_filter(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    activity = await make_activity(session, world.champions["KEN"])
    path = f"/activities/{activity.id}"
    await client.post("/practices", json={"title": "One window"}, headers=world.headers("prt"))
    clock.set_to(NOW + timedelta(days=2))
    await client.post(f"{path}/cancel", json={"reason": "No host."}, headers=world.headers("secretariat"))
    filters: list[dict[str, object]] = [
        {"record_type": "activities"},
        {"record_id": str(activity.id)},
        {"person_id": str(world.person_id("secretariat"))},
        {"action": "activity.cancel"},
        {"champion": "KEN"},
        {"from": "2026-11-25T00:00:00Z"},
        {"from": "2026-11-26T10:00:00+01:00", "until": "2026-11-27T00:00:00Z"},
    ]

    found = [[entry["reason"] for entry in await trail(client, world, **chosen)] for chosen in filters]

    assert found == [["No host."]] * len(filters)
    assert [entry["action"] for entry in await trail(client, world)] == ["activity.cancel", "practice.created"]
    assert [entry["action"] for entry in await trail(client, world, until="2026-11-25T00:00:00Z")] == [
        "practice.created"
    ]


@pytest.mark.parametrize(
    "parameters", [{"from": "2026-11-25"}, {"from": "yesterday"}, {"action": "x"}, {"sort": "action"}, {"who": "me"}]
)
async def test_a_filter_that_cannot_be_understood_is_named(
    client: httpx.AsyncClient, world: World, parameters: dict[str, str]
) -> None:
    answer = await client.get("/audit-entries", params=parameters, headers=world.headers("secretariat"))

    assert answer.status_code == 422
    assert [error["parameter"] for error in answer.json()["errors"]] == list(parameters)


async def test_pages_of_the_trail_are_one_statement_each_and_follow_one_another(
    client: httpx.AsyncClient, world: World, statements: list[str]
) -> None:
    for number in range(5):
        await client.post("/activities", json=IDEA | {"title": f"{number}"}, headers=world.headers("ken"))
    headers = world.headers("secretariat")

    seen, path, pages = [], "/audit-entries?limit=2", 0
    statements.clear()
    while path:
        page = await client.get(path, headers=headers)
        pages += 1
        seen += [entry["record_title"] for entry in page.json()["items"]]
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""

    assert seen == ["4", "3", "2", "1", "0"]
    reads_of_the_caller = pages
    assert len(statements) == pages + reads_of_the_caller
