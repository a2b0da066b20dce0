"""(a) The list by hand: Starlette, asyncpg, orjson, one statement, no authentication, no visibility, no paging."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_LIST = """
SELECT p.id, p.title, p.summary, p.status, p.visibility, p.type_of_practice, p.language, p.starts_on, p.published_at,
       p.version, p.objectives, c.id AS champion_id, c.iso3, c.name
FROM practices p JOIN bench_country c ON c.id = p.champion_id
WHERE p.status = 'published' AND p.objectives && ARRAY[$1::smallint]
ORDER BY p.published_at DESC LIMIT $2
"""


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with asyncpg.create_pool(os.environ["BENCH_DATABASE_URL"], min_size=4, max_size=10) as pool:
        app.state.pool = pool
        yield


async def practices(request: Request) -> Response:
    objective, limit = int(request.query_params["objective"]), int(request.query_params["limit"])
    rows = await request.app.state.pool.fetch(_LIST, objective, limit)
    items = [
        {
            "id": row["id"],
            "title": row["title"],
            "summary": row["summary"],
            "status": row["status"],
            "visibility": row["visibility"],
            "type_of_practice": row["type_of_practice"],
            "language": row["language"],
            "starts_on": row["starts_on"],
            "published_at": row["published_at"],
            "version": row["version"],
            "objectives": row["objectives"],
            "champion": {"id": row["champion_id"], "iso3": row["iso3"], "name": row["name"]},
        }
        for row in rows
    ]
    return Response(orjson.dumps({"items": items}, default=str), media_type="application/json")


app = Starlette(routes=[Route("/practices", practices)], lifespan=lifespan)
