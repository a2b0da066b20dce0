"""Keyset paging: whatever the rows, each is on exactly one page, in order."""

import base64
import json
from datetime import timedelta

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from api.platform import clock
from api.practices.models import Practice, PracticeStatus
from tests.factories.practices import make_practice
from tests.factories.world import World

pytestmark = pytest.mark.anyio

ORDERS = ("title", "-title", "published_at", "-published_at", "submitted_at", "-updated_at")
titles = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20) | st.sampled_from("aAbé")


async def _walk(client: httpx.AsyncClient, path: str) -> list[str]:
    keys: list[str] = []
    while path:
        page = await client.get(path)
        assert page.status_code == 200, page.text
        keys += [item["id"] for item in page.json()["items"]]
        assert ("next" in page.links) == (page.json()["next"] is not None)
        path = page.links["next"]["url"].removeprefix("/api/v1") if "next" in page.links else ""
    return keys


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(titles, st.integers(0, 3)), max_size=9),
    limit=st.integers(1, 4),
    sort=st.sampled_from(ORDERS),
)
async def test_pages_have_neither_gaps_nor_repeats(
    client: httpx.AsyncClient,
    world: World,
    session: AsyncSession,
    rows: list[tuple[str, int]],
    limit: int,
    sort: str,
) -> None:
    await session.exec(delete(Practice).where(col(Practice.version) > 0))
    made = [
        await make_practice(
            session,
            world.champions["KEN"],
            status=PracticeStatus.PUBLISHED,
            title=title,
            published_at=clock.now() - timedelta(minutes=minutes),
        )
        for title, minutes in rows
    ]

    walked = await _walk(client, f"/practices?limit={limit}&sort={sort}")
    whole = await _walk(client, f"/practices?limit=100&sort={sort}")

    assert walked == whole
    assert sorted(walked) == sorted(str(practice.id) for practice in made)


async def test_the_next_page_keeps_the_filters(client: httpx.AsyncClient, world: World, session: AsyncSession) -> None:
    for iso3 in ("KEN", "PRT", "KEN", "PRT", "KEN"):
        await make_practice(session, world.champions[iso3], status=PracticeStatus.PUBLISHED)

    keys = await _walk(client, "/practices?limit=2&champion=KEN&objective=3&objective=6&q=contracts")

    assert len(keys) == 3


async def test_a_row_that_comes_while_one_pages_shifts_nothing(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for title in ("b", "d", "f"):
        await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, title=title)

    first = await client.get("/practices?limit=2&sort=title")
    await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED, title="a")
    second = await client.get(f"/practices?limit=2&sort=title&cursor={first.json()['next']}")

    assert [item["title"] for item in first.json()["items"] + second.json()["items"]] == ["b", "d", "f"]


async def test_a_cursor_of_another_order_is_refused(
    client: httpx.AsyncClient, world: World, session: AsyncSession
) -> None:
    for _ in range(2):
        await make_practice(session, world.champions["KEN"], status=PracticeStatus.PUBLISHED)
    cursor = (await client.get("/practices?limit=1&sort=title")).json()["next"]

    refused = await client.get(f"/practices?limit=1&sort=-published_at&cursor={cursor}")

    assert refused.status_code == 422
    assert refused.json()["errors"] == [
        {
            "parameter": "cursor",
            "code": "bad_cursor",
            "detail": "This cursor does not belong to this list and order. Start again without it.",
        }
    ]


KEY = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"
FORGED = (
    "{",
    "[]",
    "null",
    "7",
    '["title"]',
    '["title", "a"]',
    '["title", null, "KEY"]',
    '["title", "a", "nobody"]',
    '["title", {}, "KEY"]',
    '["title", "\\u0000", "KEY"]',
    '["title", "\\ud800", "KEY"]',
    '["title", "a", "KEY", "more"]',
    '["-title", "a", "KEY"]',
    "[" * 600,
)


@pytest.mark.parametrize("forged", [forged.replace("KEY", KEY) for forged in FORGED])
async def test_a_forged_cursor_is_refused(client: httpx.AsyncClient, forged: str) -> None:
    cursor = base64.urlsafe_b64encode(forged.encode()).decode().rstrip("=")

    refused = await client.get("/practices", params={"sort": "title", "cursor": cursor})

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["parameter"] == "cursor"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sort=st.sampled_from(ORDERS),
    value=st.none() | st.booleans() | st.integers() | st.text() | st.datetimes(timezones=st.timezones()).map(str),
)
async def test_no_cursor_breaks_the_service(client: httpx.AsyncClient, sort: str, value: object) -> None:
    cursor = base64.urlsafe_b64encode(json.dumps([sort, value, KEY]).encode()).decode()

    answer = await client.get("/practices", params={"sort": sort, "cursor": cursor[:1000]})

    assert answer.status_code in {200, 422}
