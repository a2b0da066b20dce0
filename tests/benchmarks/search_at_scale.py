"""Search with facets at 10,000 practices, 20,000 activities and 200,000 audit entries, beside SQL by hand: ``make bench``.

Both run in this process on one database, in turns; the product's way is two whole requests, the page of the list with what
is marked in it and the facets with their counts (authentication, visibility, serialisation), without the network. The SQL by
hand fetches the same rows, marks and counts. Then what else is asked of that much: matrix, suggestions, what is similar.
Numbers of one run compare with each other only.
"""

import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import httpx
import psycopg
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from api.access import tokens
from api.platform import embedded
from api.platform.database import driver_url
from api.platform.migrating import migrate
from tests.benchmarks import dataset
from tests.benchmarks.rhythm_lists import SECRET, timed
from tests.scale import substance

ROUNDS = 25
MOST_TIMES = 3
"""A search with facets takes less than so many times as long as by hand."""

Filters = dict[str, str | int]
SEARCHES: dict[str, Filters] = {
    "no filter": {},
    "words": {"q": "consular information"},
    "two facets": {"objective": 8, "region": "002"},
    "words and a facet": {"q": "return", "objective": 3},
}
ALSO = {
    "coverage by champion": "/coverage?by=champion",
    "coverage by region": "/coverage?by=region",
    "suggestions for a champion": "/collaboration/suggestions?champion=KEN",
    "similar practices": "/similar?kind=practice&text=training+for+consular+staff&objective=14",
    "similar activities": "/similar?kind=activity&text=forum+on+seasonal+nurses&objective=5",
    "activities by words": "/activities?q=seasonal+nurses&limit=50",
}

_CLAUSES = {
    "q": "p.search @@ (SELECT search_query(%(q)s))",
    "objective": "p.objectives && ARRAY[%(objective)s]::smallint[]",
    "region": "(c.region_m49 = %(region)s OR c.subregion_m49 = %(region)s OR p.regions && ARRAY[%(region)s]::varchar[])",
}
_FACETS = {
    "objective": "unnest(p.objectives)::text",
    "principle": "unnest(p.guiding_principles)::text",
    "sdg": "unnest(p.sdgs)::text",
    "region": "c.region_m49",
    "country": "unnest(p.countries || c.iso3::varchar)",
    "type_of_practice": "p.type_of_practice",
    "language": "p.language",
    "year": "generate_series(extract(year FROM p.starts_on)::int, extract(year FROM coalesce(p.ends_on, now()))::int)::text",
}


def _where(filters: Filters, *, without: str = "") -> str:
    chosen = (_CLAUSES[name] for name in filters if name != without)
    return " AND ".join(["p.status = 'published'", "p.visibility IN ('public', 'members')", *chosen])


def page_by_hand(filters: Filters) -> str:
    """The first 50 rows, marked where words are searched for, the best first; else the latest."""
    marked = "p.title, p.summary"
    order = "p.listed_at DESC, p.id DESC"
    if "q" in filters:
        asked = "(SELECT search_query(%(q)s))"
        body = "left(concat_ws(E'\\n', p.summary, p.benefit_and_impact, p.key_lessons, p.recommendations), 20000)"
        marked = (
            f"ts_headline('english', p.title, {asked}), ts_headline('english', {body}, {asked}, 'HighlightAll=true')"
        )
        order = f"ts_rank_cd(p.search, {asked}, 1) DESC, p.id DESC"
    return f"""SELECT p.id, p.status, p.language, p.objectives_primary, p.objectives_secondary, p.starts_on, p.ends_on,
        p.version, p.published_at, c.id, c.iso3, {marked}
        FROM practices p JOIN champions c ON c.id = p.champion_id WHERE {_where(filters)} ORDER BY {order} LIMIT 50"""


def facets_by_hand(filters: Filters) -> str:
    """The counts of each facet, without its own filter, as one would write them: a branch a facet."""
    branches = (
        f"""SELECT '{name}', value, count(*) FROM (SELECT DISTINCT p.id, {told} AS value
        FROM practices p JOIN champions c ON c.id = p.champion_id WHERE {_where(filters, without=name)}) AS each
        GROUP BY value"""
        for name, told in _FACETS.items()
    )
    return " UNION ALL ".join(branches)


def _told(label: str, times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):8.1f} ms  {ordered[int(len(ordered) * 0.95)]:8.1f} ms p95  {label}\n"


async def measure(address: str, reader: str) -> None:
    """Print a line a search, with how many times as long as by hand it takes, and a line for each other question."""
    engine = create_async_engine(driver_url(address))
    async with engine.begin() as connection:
        await connection.execute(text("TRUNCATE practices CASCADE"))
        await substance.add(connection)
    await engine.dispose()
    os.environ |= {"BENCH_DATABASE_URL": address, "BENCH_SECRET_KEY": SECRET}
    from tests.benchmarks.product import app  # noqa: PLC0415 -- it reads the environment as it is imported

    headers = {"Authorization": f"Bearer {tokens.issue(UUID(reader), secret=SECRET, minutes=60)}"}
    hand = await psycopg.AsyncConnection.connect(address, autocommit=True)
    transport = httpx.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://bench/api/v1", headers=headers) as client,
        hand,
    ):
        sys.stdout.write(
            "search with facets, median of both whole requests and of SQL by hand that fetches the same:\n"
        )
        for label, filters in SEARCHES.items():
            sort = "-relevance" if "q" in filters else "-published_at"
            listed = urlencode(filters | {"status": "published", "limit": 50, "sort": sort})
            counted = urlencode(filters | {"status": "published"})

            async def product(listed: str = listed, counted: str = counted) -> None:
                (await client.get(f"/practices?{listed}")).raise_for_status()
                (await client.get(f"/practices/facets?{counted}")).raise_for_status()

            async def by_hand(filters: Filters = filters) -> None:
                await (await hand.execute(page_by_hand(filters), filters)).fetchall()
                await (await hand.execute(facets_by_hand(filters), filters)).fetchall()

            both = [(await timed(product), await timed(by_hand)) for _ in range(ROUNDS)][1:]
            ours, theirs = (statistics.median(times) for times in zip(*both, strict=True))
            sys.stdout.write(f"{ours:8.1f} ms  {theirs:8.1f} ms by hand  {ours / theirs:5.2f} x  {label}\n")
            assert ours / theirs < MOST_TIMES, label
        sys.stdout.write("what else is asked of as much, whole requests:\n")
        for label, path in ALSO.items():

            async def ask(path: str = path) -> None:
                (await client.get(path)).raise_for_status()

            await ask()
            sys.stdout.write(_told(label, [await timed(ask) for _ in range(ROUNDS)]))


def main() -> None:
    """Make the data, measure, print."""
    with tempfile.TemporaryDirectory(prefix="champions-bench-", ignore_cleanup_errors=True) as folder:
        server = embedded.start(Path(folder))
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE substance")
        address = make_url(server).set(database="substance").render_as_string(hide_password=False)
        migrate(address)
        engine = create_engine(driver_url(address))
        reader = dataset.fill(engine)
        engine.dispose()
        asyncio.run(measure(address, reader))


if __name__ == "__main__":
    main()
