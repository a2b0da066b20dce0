"""A harvest of 10,000 practices by OAI-PMH, whole and of a set, with the memory that the service takes for it: ``make bench``.

The service is this process, without the network: what is measured is PostgreSQL, the making of XML and its writing. A
harvester's own parsing is left out.
"""

import asyncio
import gc
import os
import re
import sys
import tempfile
import time
from pathlib import Path

import httpx
import psutil
import psycopg
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from api.platform import embedded
from api.platform.database import driver_url
from api.platform.migrating import migrate
from tests.benchmarks import dataset

SECRET = "for the benchmark only, longer than 32 characters"
LEAST = 500
"""Records a second that the product promises."""

_VERSIONS = """
UPDATE practices SET visibility = 'public', countries = ARRAY['MAR'], sdgs = ARRAY[8]::smallint[];
INSERT INTO practice_versions (practice_id, number, published_at, title, visibility, content)
SELECT id, 1, published_at, title, visibility, to_jsonb(practices) - ARRAY['id', 'search', 'champion_id', 'review_note'] ||
       jsonb_build_object('benefit_and_impact', repeat('What it changed, and how that is known. ', 20))
FROM practices;
"""
_TOKEN = re.compile(rb"<resumptionToken[^>]*>([^<]+)<")


async def harvest(client: httpx.AsyncClient, first: str) -> tuple[int, float]:
    """How many records came, and how many a second."""
    began, records, query = time.perf_counter(), 0, first
    while True:
        content = (await client.get(f"/oai?verb=ListRecords&{query}")).raise_for_status().content
        records += content.count(b"<record>")
        token = _TOKEN.search(content)
        if not token:
            return records, records / (time.perf_counter() - began)
        query = f"resumptionToken={token[1].decode()}"


async def measure(address: str) -> None:
    """Print a line a harvest."""
    os.environ |= {"BENCH_DATABASE_URL": address, "BENCH_SECRET_KEY": SECRET}
    from tests.benchmarks.product import app  # noqa: PLC0415 -- it reads the environment as it is imported

    process = psutil.Process()
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bench", timeout=60) as client,
    ):
        await client.get("/oai?verb=ListRecords&metadataPrefix=mods")
        gc.collect()
        before = process.memory_info().rss
        sys.stdout.write(f"OAI-PMH, {dataset.PRACTICES} records, at least {LEAST} a second:\n")
        for first in (
            "metadataPrefix=oai_dc",
            "metadataPrefix=mods",
            "metadataPrefix=mods",
            "metadataPrefix=oai_dc&set=objective:8",
        ):
            records, rate = await harvest(client, first)
            gc.collect()
            grown = (process.memory_info().rss - before) / 2**20
            sys.stdout.write(f"{rate:8.0f} records/s  {records:6d} records  {grown:+6.1f} MiB kept  {first}\n")
            assert rate >= LEAST, first


def main() -> None:
    """Make the data, measure, print."""
    with tempfile.TemporaryDirectory(prefix="champions-bench-", ignore_cleanup_errors=True) as folder:
        server = embedded.start(Path(folder))
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute("CREATE DATABASE harvest")
        address = make_url(server).set(database="harvest").render_as_string(hide_password=False)
        migrate(address)
        engine = create_engine(driver_url(address))
        dataset.fill(engine)
        with engine.begin() as connection:
            connection.execute(text(_VERSIONS))
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        engine.dispose()
        asyncio.run(measure(address))


if __name__ == "__main__":
    main()
