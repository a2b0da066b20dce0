"""Facets count what the list would find, each without its own filter, and nothing that one may not see."""

from datetime import date
from typing import Any

import httpx
import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import ANYBODY
from api.platform.records import Visibility
from api.practices import facet_queries
from api.practices.models import PracticeStatus, PracticeType
from api.practices.schemas import PracticeFilters
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio


async def counted(client: httpx.AsyncClient, query: str = "", headers: dict[str, str] | None = None) -> dict[str, Any]:
    """Facet → value → count, and the total."""
    answer = await client.get(f"/practices/facets{query}", headers=headers or {})
    assert answer.status_code == 200, answer.text
    facets = answer.json()
    total = facets.pop("total")
    return {"total": total} | {
        name: {each["value"]: each["count"] for each in counts} for name, counts in facets.items()
    }


@pytest.fixture
async def practices(session: AsyncSession, world: World) -> None:
    """Kenya's training, Portugal's law in French that works in Kenya too, Bangladesh's fair for members, a draft."""
    await make_practice(
        session,
        world.champions["KEN"],
        status=PracticeStatus.PUBLISHED,
        title="Training",
        objectives_primary=[3],
        objectives_secondary=[6],
        guiding_principles=[1, 2],
        sdgs=[8],
        starts_on=date(2025, 5, 1),
        ends_on=date(2030, 1, 1),
    )
    await make_practice(
        session,
        world.champions["PRT"],
        status=PracticeStatus.PUBLISHED,
        title="Loi",
        language="fr",
        type_of_practice=PracticeType.POLICY_OR_LEGISLATION,
        objectives_primary=[3],
        objectives_secondary=[],
        countries=["KEN"],
        regions=["014"],
        starts_on=date(2024, 1, 1),
        ends_on=date(2024, 12, 31),
    )
    await make_practice(
        session,
        world.champions["BGD"],
        status=PracticeStatus.PUBLISHED,
        visibility=Visibility.MEMBERS,
        type_of_practice=PracticeType.EVENT,
        objectives_primary=[18],
        objectives_secondary=[],
        starts_on=date(2026, 1, 1),
    )
    await make_practice(session, world.champions["LUX"])


@pytest.mark.usefixtures("practices")
async def test_every_facet_counts_what_the_public_sees(client: httpx.AsyncClient) -> None:
    assert await counted(client) == {
        "total": 2,
        "objective": {3: 2, 6: 1},
        "principle": {1: 2, 2: 1},
        "sdg": {8: 1},
        "region": {"002": 2, "014": 2, "039": 1, "150": 1},
        "country": {"KEN": 2, "PRT": 1},
        "type_of_practice": {"policy_or_legislation": 1, "programme_or_project": 1},
        "year": {2024: 1, 2025: 1, 2026: 1},
        "language": {"en": 1, "fr": 1},
    }


@pytest.mark.usefixtures("practices")
async def test_a_facet_leaves_its_own_filter_aside(client: httpx.AsyncClient) -> None:
    by_language = await counted(client, "?language=fr")
    by_two = await counted(client, "?language=fr&objective=6")

    assert by_language["total"] == 1
    assert by_language["language"] == {"en": 1, "fr": 1}
    assert by_language["objective"] == {3: 1}
    assert by_two["total"] == 0
    assert by_two["language"] == {"en": 1}
    assert by_two["objective"] == {3: 1}
    assert by_two["year"] == {}


@pytest.mark.usefixtures("practices")
async def test_one_sees_more_the_more_one_may_see(client: httpx.AsyncClient, world: World) -> None:
    totals = {
        who: (await counted(client, headers=world.headers(who)))["total"]
        for who in ("nobody", "observer", "ken", "lux", "secretariat")
    }

    assert totals == {"nobody": 2, "observer": 2, "ken": 3, "lux": 4, "secretariat": 4}


QUERIES = (
    "region=002", "region=014", "region=150&region=142", "country=KEN", "country=PRT&country=BGD", "year=2024", "year=2027",
    "year=2024&year=2026", "principle=2", "sdg=8&sdg=9", "language=en", "type_of_practice=event", "q=loi", "region=019",
    "q=training&objective=3", "status=published&champion=KEN", "objective=6&region=002&year=2025",
)  # fmt: skip


@pytest.mark.usefixtures("practices")
async def test_the_total_is_what_the_list_finds(client: httpx.AsyncClient, world: World) -> None:
    headers = world.headers("secretariat")

    for query in QUERIES:
        listed = (await client.get(f"/practices?{query}", headers=headers)).json()["items"]

        assert (query, (await counted(client, f"?{query}", headers))["total"]) == (query, len(listed))


@pytest.mark.usefixtures("practices")
async def test_every_count_is_what_choosing_the_value_finds(client: httpx.AsyncClient) -> None:
    for facet, counts in (await counted(client)).items():
        for value, count in counts.items() if facet != "total" else ():
            listed = (await client.get("/practices", params={facet: value})).json()["items"]
            assert (facet, value, len(listed)) == (facet, value, count)


@pytest.mark.usefixtures("practices")
async def test_facets_take_one_statement(session: AsyncSession, statements: list[str]) -> None:
    await facet_queries.count_facets(session, ANYBODY, PracticeFilters(q="training", objective=[3], region=["002"]))

    assert len(statements) == 1


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("sort=title", "sort"), ("country=XXX", "country"), ("principle=11", "principle"), ("sdg=18", "sdg"), ("q=", "q")],
)
async def test_a_wrong_filter_is_refused_by_name(client: httpx.AsyncClient, query: str, parameter: str) -> None:
    refused = await client.get(f"/practices/facets?{query}")

    assert refused.status_code == 422
    assert [error["parameter"] for error in refused.json()["errors"]] == [parameter]
