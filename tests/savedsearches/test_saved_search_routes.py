"""Saved searches over HTTP: one's own, each once, with what it finds now."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.audit.models import AuditEntry
from api.platform import clock
from api.platform.database import Database
from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from api.savedsearches import rules
from api.savedsearches.models import SavedSearch
from tests.conftest import NOW
from tests.factories.practices import make_practice
from tests.factories.savedsearches import make_saved_search
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ASIA = {"name": "Recruitment in Asia", "filters": {"objective": [6, 3], "region": ["142"]}, "frequency": "weekly"}


async def save(client: httpx.AsyncClient, world: World, who: str = "mar", **body: Any) -> httpx.Response:
    return await client.post("/saved-searches", json=ASIA | body, headers=world.headers(who))


async def listed(client: httpx.AsyncClient, world: World, who: str = "mar") -> list[dict[str, Any]]:
    read = await client.get("/saved-searches", headers=world.headers(who))
    assert read.status_code == 200, read.text
    items: list[dict[str, Any]] = read.json()["items"]
    return items


async def test_a_search_is_saved_renamed_told_less_often_and_deleted(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    saved = await save(client, world)
    path = f"/saved-searches/{saved.json()['id']}"
    headers = world.headers("mar") | {"If-Match": saved.headers["ETag"]}
    changed = await client.patch(path, json={"name": "Asia", "frequency": "never"}, headers=headers)
    stale = await client.patch(path, json={"name": "Other"}, headers=headers)
    (item,) = await listed(client, world)
    gone = await client.delete(path, headers=headers | {"If-Match": changed.headers["ETag"]})

    assert saved.status_code == 201, saved.text
    assert saved.json()["filters"]["objective"] == [3, 6]
    assert (changed.status_code, stale.status_code, gone.status_code) == (200, 412, 204)
    assert (item["name"], item["frequency"], item["actions"]) == ("Asia", "never", ["change", "delete"])
    assert await listed(client, world) == []
    told = select(AuditEntry.action).where(col(AuditEntry.record_type) == "saved_searches").order_by(col(AuditEntry.id))
    assert list(await session.exec(told)) == ["saved_search.saved", "saved_search.changed", "saved_search.deleted"]


async def test_the_same_filters_are_saved_once_by_each(client: httpx.AsyncClient, world: World) -> None:
    await save(client, world)

    again = await save(client, world, name="Again", filters={"region": ["142"], "objective": [3, 6, 6], "sdg": []})
    by_another = await save(client, world, "observer")

    assert (again.status_code, by_another.status_code) == (409, 201)
    assert again.json()["errors"][0]["pointer"] == "/filters"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"filters": {"objective": [24]}}, "/filters/objective/0"),
        ({"filters": {"colour": "red"}}, "/filters/colour"),
        ({"filters": {"status": ["draft"]}}, "/filters/status"),
        ({"name": "  "}, "/name"),
        ({"frequency": "hourly"}, "/frequency"),
    ],
)
async def test_what_cannot_be_searched_for_is_told_beside_its_field(
    client: httpx.AsyncClient, world: World, body: dict[str, Any], pointer: str
) -> None:
    refused = await save(client, world, **body)

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == pointer


async def test_nobody_keeps_more_than_the_most_even_at_once(
    committed_client: httpx.AsyncClient, committed_world: World, committed_database: Database
) -> None:
    async with committed_database.session() as session:
        for number in range(rules.MOST_A_PERSON - 1):
            await make_saved_search(session, committed_world.people["mar"], filters={"q": str(number)})

    answers = await asyncio.gather(*(save(committed_client, committed_world, filters={"sdg": [n]}) for n in (1, 2, 3)))

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]


async def test_each_counts_what_its_person_may_see_and_what_came_since_they_looked(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    kenya = world.champions["KEN"]
    await make_practice(session, kenya, status=PracticeStatus.PUBLISHED)
    for who in ("mar", "observer"):
        await make_saved_search(session, world.people[who])
    clock.set_to(NOW + timedelta(hours=1))
    await make_practice(session, kenya, status=PracticeStatus.PUBLISHED, visibility=Visibility.MEMBERS)
    await make_practice(session, kenya, status=PracticeStatus.PUBLISHED, objectives_primary=[7])
    await make_practice(session, kenya)

    (member,), (observer,) = await listed(client, world), await listed(client, world, "observer")
    seen = await client.post(f"/saved-searches/{member['id']}/seen", headers=world.headers("mar"))
    (later,) = await listed(client, world)

    assert (member["found"], member["new"]) == (2, 1)
    assert (observer["found"], observer["new"]) == (1, 0)
    assert seen.status_code == 204
    assert (later["found"], later["new"], later["revision"]) == (2, 0, member["revision"])


async def test_a_search_finds_what_the_list_of_practices_finds(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, sdgs=[10], countries=["BGD"])
    await make_practice(
        session, world.champions["BGD"], status=PracticeStatus.PUBLISHED, language="fr", title="Guichet"
    )
    searches: list[dict[str, Any]] = [
        {"q": "contracts"}, {"region": ["142"]}, {"country": ["BGD"], "year": [2024]}, {"sdg": [10], "principle": [1]},
        {"language": ["fr"], "type_of_practice": ["programme_or_project"]}, {"champion": "KEN"}, {"year": [2019]}, {},
    ]  # fmt: skip

    for filters in searches:
        saved = (await save(client, world, filters=filters)).json()
        practices = await client.get(
            "/practices", params=filters | {"status": "published"}, headers=world.headers("mar")
        )

        assert saved["found"] == len(practices.json()["items"]), filters


async def test_a_page_of_searches_takes_as_many_statements_as_one(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    taken = []
    for number in range(3):
        for objective in range(1 + number * 5, 6 + number * 5):
            await make_saved_search(session, world.people["mar"], filters={"objective": [objective], "q": "work"})
        statements.clear()
        assert len(await listed(client, world)) == 5 * (number + 1)
        taken.append(len(statements))

    assert taken == [3, 3, 3]


async def test_somebody_elses_search_is_not_there(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    search = await make_saved_search(session, world.people["mar"])
    headers = world.headers("mar_colleague") | {"If-Match": "*"}

    answers = [
        await client.patch(f"/saved-searches/{search.id}", json={"name": "Mine"}, headers=headers),
        await client.delete(f"/saved-searches/{search.id}", headers=headers),
        await client.post(f"/saved-searches/{search.id}/seen", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert (await session.exec(select(SavedSearch.name))).one() == "Information"
