"""The capacity-building mechanism over HTTP: programmes, calls, advocacy, tools, and what was published for the Hub."""

from datetime import UTC, date, datetime

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform.records import Visibility
from api.practices.models import PracticeStatus
from tests.factories.mechanism import make_advocacy, make_call, make_programme, make_tool
from tests.factories.practices import make_practice
from tests.factories.processes import bring_practice, make_process
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ANY = {"If-Match": "*"}


async def test_a_programme_names_who_funds_hosts_and_proposes_it(client: httpx.AsyncClient, world: World) -> None:
    body = {"title": "Fair recruitment", "fund": ["PRT"], "host": ["KEN"], "propose": ["KEN"], "amount_usd": 2_400_000}

    created = (await client.post("/mechanism/programmes", json=body, headers=world.headers("ken"))).json()
    path = f"/mechanism/programmes/{created['id']}"
    changed = await client.patch(path, json={"fund": ["LUX", "PRT"]}, headers=world.headers("ken") | ANY)

    assert created["champion"]["iso3"] == "KEN"
    assert [champion["iso3"] for champion in changed.json()["fund"]] == ["LUX", "PRT"]
    assert [champion["iso3"] for champion in changed.json()["host"]] == ["KEN"]
    assert changed.json()["revision"] == 2


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({"fund": ["USA"]}, 422, "/fund"),
        ({"amount_usd": 0}, 422, "/amount_usd"),
        ({"starts_on": "2027-02-01", "ends_on": "2027-01-01"}, 409, "/ends_on"),
        ({"link": "javascript:alert(1)"}, 422, "/link"),
    ],
)
async def test_bad_input_is_named(
    client: httpx.AsyncClient, world: World, body: dict[str, object], status: int, pointer: str
) -> None:
    answer = await client.post("/mechanism/programmes", json={"title": "P"} | body, headers=world.headers("ken"))

    assert answer.status_code == status, answer.text
    assert answer.json()["errors"][0]["pointer"].startswith(pointer)


async def test_a_champion_keeps_its_own_and_the_chairs_put_it_in_order(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    done = await make_advocacy(session, world.champions["KEN"])
    path = f"/mechanism/advocacy/{done.id}"

    answers = {
        who: (await client.patch(path, json={"text": who}, headers=world.headers(who) | ANY)).status_code
        for who in ("nobody", "bgd", "ken", "mar", "secretariat")
    }

    assert answers == {"nobody": 401, "bgd": 403, "ken": 200, "mar": 200, "secretariat": 200}


async def test_what_is_private_is_nobody_elses(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    await make_programme(session, world.champions["KEN"], visibility=Visibility.PRIVATE)
    await make_programme(session, world.champions["KEN"], visibility=Visibility.MEMBERS)

    seen = {
        who: len((await client.get("/mechanism/programmes", headers=world.headers(who))).json()["items"])
        for who in ("nobody", "bgd", "ken")
    }

    assert seen == {"nobody": 0, "bgd": 1, "ken": 2}


async def test_a_call_closes_on_a_day_or_at_an_instant(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    await make_call(session, closes_on=date(2026, 11, 23))
    await make_call(session, closes_at=datetime(2026, 11, 24, 23, tzinfo=UTC))
    body = {"title": "Call", "closes_at": "2027-02-28T23:59", "time_zone": "Europe/Zurich"}

    created = await client.post("/mechanism/calls", json=body, headers=world.headers("mar"))
    neither = await client.post("/mechanism/calls", json={"title": "Call"}, headers=world.headers("mar"))
    listed = (await client.get("/mechanism/calls")).json()["items"]

    assert created.json()["closes_at"] == "2027-02-28T22:59:00Z"
    assert neither.json()["errors"][0]["pointer"] == "/closes_on"
    assert [call["has_closed"] for call in listed] == [False, False, True]


async def test_a_champion_tests_a_tool_once_and_its_feedback_is_for_members(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    tool = await make_tool(session, world.champions["KEN"])
    path = f"/mechanism/tools/{tool.id}/support"

    said = await client.put(path, json={"part": "supports", "feedback": "Good."}, headers=world.headers("ken"))
    statements.clear()
    public = (await client.get("/mechanism/tools")).json()["items"][0]
    asked = len(statements)
    ended = await client.delete(path, headers=world.headers("ken"))
    again = await client.delete(path, headers=world.headers("ken"))

    assert asked == 1
    assert [(one["part"], one["feedback"]) for one in said.json()["supporters"]] == [("supports", "Good.")]
    assert [(one["part"], one["feedback"]) for one in public["supporters"]] == [("supports", None)]
    assert (ended.json()["supporters"], again.status_code) == ([], 404)


async def test_the_hub_shows_what_was_published_by_whom_and_what_is_known_of_its_use(
    client: httpx.AsyncClient, world: World, session: AsyncSession, statements: list[str]
) -> None:
    kenya, published = world.champions["KEN"], PracticeStatus.PUBLISHED
    brought = await make_practice(session, kenya, status=published)
    await make_practice(session, kenya, status=published, version=2, language="fr")
    await make_practice(session, world.champions["PRT"], status=published)
    await make_practice(session, kenya)
    await bring_practice(session, await make_process(session, "RR-1"), brought)

    statements.clear()
    hub = (await client.get("/mechanism/hub")).json()

    assert len(statements) == 2
    assert (hub["practices_count"], hub["revised_count"], hub["brought_count"]) == (3, 1, 1)
    assert [(one["champion"]["iso3"], one["practices_count"]) for one in hub["champions"]] == [("KEN", 2), ("PRT", 1)]
    assert hub["languages"] == [{"language": "en", "practices_count": 2}, {"language": "fr", "practices_count": 1}]
    assert len(hub["latest"]) == 3
