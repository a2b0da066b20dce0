"""The main lists after twenty years, each beside SQL written by hand that fetches the same rows: ``make bench``.

Both run in this process on one database, in turns; the product's way is a whole request (authentication, visibility,
serialisation), without the network. Numbers of one run compare with each other only.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID

import httpx
import psycopg
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine

from api.access import tokens
from api.platform import embedded
from api.platform.database import driver_url
from api.platform.migrating import migrate
from tests.benchmarks import dataset
from tests.scale import twenty_years

SECRET = "for the benchmark only, longer than 32 characters"
ROUNDS = 60

LISTS = {
    "/action-items?status=open&limit=50": """
        SELECT a.*, c.iso3, m.title, m.starts_at, i.title, d.number, d.text,
               (SELECT count(*) FROM action_item_updates u WHERE u.action_item_id = a.id),
               (SELECT u.text FROM action_item_updates u WHERE u.action_item_id = a.id ORDER BY reported_at DESC LIMIT 1)
        FROM action_items a LEFT JOIN champions c ON c.id = a.owner_id LEFT JOIN meetings m ON m.id = a.meeting_id
        LEFT JOIN agenda_items i ON i.id = a.agenda_item_id LEFT JOIN decisions d ON d.id = a.decision_id
        WHERE a.status = 'open' ORDER BY a.sorted_on, a.id LIMIT 50""",
    "/decisions?limit=50": """
        SELECT d.*, m.title, m.starts_at, m.status, i.title, w.title,
               (SELECT count(*) FROM action_items a WHERE a.decision_id = d.id),
               (SELECT count(*) FROM action_items a WHERE a.decision_id = d.id AND a.status = 'open')
        FROM decisions d JOIN meetings m ON m.id = d.meeting_id LEFT JOIN agenda_items i ON i.id = d.agenda_item_id
        LEFT JOIN workplan_items w ON w.id = d.workplan_item_id ORDER BY m.starts_at DESC, d.id DESC LIMIT 50""",
    "/meetings?limit=50": """
        SELECT m.*, (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.status = 'accepted'),
               (SELECT count(*) FROM agenda_items i WHERE i.meeting_id = m.id AND i.status = 'proposed')
        FROM meetings m ORDER BY m.starts_at DESC, m.id DESC LIMIT 50""",
    "/consultations?limit=50": """
        SELECT c.*, (SELECT json_object_agg(answer, n) FROM (
            SELECT answer, count(*) AS n FROM (
                SELECT DISTINCT ON (champion_id) answer FROM consultation_answers a WHERE a.consultation_id = c.id
                ORDER BY champion_id, id DESC) AS in_force GROUP BY answer) AS tally)
        FROM consultations c ORDER BY c.deadline_at DESC, c.id DESC LIMIT 50""",
}


async def timed(job: Callable[[], Awaitable[object]]) -> float:
    """How many milliseconds ``job`` takes."""
    began = time.perf_counter()
    await job()
    return (time.perf_counter() - began) * 1000


async def measure(address: str, reader: str) -> None:
    """Print a line a list: the product's median, that of the SQL by hand, and how many rows both brought."""
    engine = create_async_engine(driver_url(address))
    async with engine.begin() as connection:
        await twenty_years.add(connection)
    await engine.dispose()
    os.environ |= {"BENCH_DATABASE_URL": address, "BENCH_SECRET_KEY": SECRET}
    from tests.benchmarks.product import app  # noqa: PLC0415 -- it reads the environment as it is imported

    headers = {"Authorization": f"Bearer {tokens.issue(UUID(reader), secret=SECRET, minutes=60)}"}
    hand = await psycopg.AsyncConnection.connect(address, autocommit=True)
    transport = httpx.ASGITransport(app=app)
    sys.stdout.write("after twenty years, median of the whole request and of SQL by hand:\n")
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://bench/api/v1", headers=headers) as client,
        hand,
    ):
        for path, sql in LISTS.items():

            async def product(path: str = path) -> int:
                return len((await client.get(path)).raise_for_status().json()["items"])

            async def by_hand(sql: str = sql) -> int:
                return len(await (await hand.execute(sql)).fetchall())

            assert await product() == await by_hand(), path
            both = [(await timed(product), await timed(by_hand)) for _ in range(ROUNDS)]
            ours, theirs = (statistics.median(times) for times in zip(*both, strict=True))
            sys.stdout.write(f"{ours:8.1f} ms  {theirs:6.1f} ms by hand  {path}\n")


def main() -> None:
    """Make the data, measure, print."""
    with tempfile.TemporaryDirectory(prefix="champions-bench-", ignore_cleanup_errors=True) as folder:
        server = embedded.start(Path(folder))
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE rhythm")
        address = make_url(server).set(database="rhythm").render_as_string(hide_password=False)
        migrate(address)
        engine = create_engine(driver_url(address))
        reader = dataset.fill(engine)
        engine.dispose()
        asyncio.run(measure(address, reader))


if __name__ == "__main__":
    main()
