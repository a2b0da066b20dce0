"""What search engines ask first: the rules for robots, and the sitemap."""

from typing import Annotated

from fastapi import APIRouter, Path, Response
from fastapi.responses import PlainTextResponse

from api.harvest import sitemaps
from api.harvest.sitemap_queries import count_pages, list_pages
from api.platform.configured import Home
from api.platform.database import SessionDep
from api.platform.problems import NotFound
from api.platform.unit_of_work import UnitOfWorkRoute

router = APIRouter(include_in_schema=False, route_class=UnitOfWorkRoute)

_KEPT = {"Cache-Control": "public, max-age=3600"}
_ROBOTS = """User-agent: *
Disallow: /answer/
Disallow: /calendars/
Disallow: /invitation/
Disallow: /reset-password/
Sitemap: {home}/sitemap.xml
"""


@router.api_route("/robots.txt", methods=["GET", "HEAD"])
async def get_robots(home: Home) -> Response:
    """Everything but what holds a secret; the sitemap's address."""
    return PlainTextResponse(_ROBOTS.format(home=home), headers=_KEPT)


@router.api_route("/sitemap.xml", methods=["GET", "HEAD"])
async def get_sitemap(session: SessionDep, home: Home) -> Response:
    """Every public page in one file, or the list of files where they are many."""
    parts = -(-await count_pages(session) // sitemaps.LARGEST)
    return _xml(sitemaps.index(home, parts) if parts > 1 else await _part(session, home, 1))


@router.api_route("/sitemaps/{number}.xml", methods=["GET", "HEAD"])
async def get_part(session: SessionDep, home: Home, number: Annotated[int, Path(ge=1, le=50_000)]) -> Response:
    """One of the files."""
    return _xml(await _part(session, home, number))


async def _part(session: SessionDep, home: str, number: int) -> bytes:
    skipped = (number - 1) * sitemaps.LARGEST
    pages = await list_pages(session, skipped=skipped, limit=sitemaps.LARGEST)
    if not pages and number > 1:
        raise NotFound("The sitemap has no such part.")
    lists = [sitemaps.Listed(path) for path in sitemaps.LISTS] if number == 1 else []
    return sitemaps.part(home, [*lists, *pages])


def _xml(content: bytes) -> Response:
    return Response(content, media_type="application/xml", headers=_KEPT)
