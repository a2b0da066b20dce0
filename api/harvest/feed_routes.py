"""Feeds of published practices, for feed readers and for programs that poll."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.access.caller import ANYBODY
from api.harvest.feeds import Feed, as_atom, as_json
from api.platform.configured import Home
from api.platform.database import SessionDep
from api.platform.unit_of_work import UnitOfWorkRoute
from api.practices.queries import list_practices
from api.practices.schemas import PracticeQuery

router = APIRouter(prefix="/feeds", include_in_schema=False, route_class=UnitOfWorkRoute)

_KEPT = {"Cache-Control": "public, max-age=300"}


def _add_feed(suffix: str, media_type: str, write: Callable[[Feed], bytes]) -> None:
    @router.api_route(f"/practices.{suffix}", methods=["GET", "HEAD"])
    async def get_feed(
        request: Request, session: SessionDep, home: Home, query: Annotated[PracticeQuery, Query()]
    ) -> Response:
        """A page of what everybody may read, filtered as the list of practices is."""
        page = await list_practices(session, ANYBODY, query)
        filters = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
        feed = Feed(home, request.url.path, filters, query.cursor, request.state.language, page)
        return Response(write(feed), media_type=media_type, headers=_KEPT)


_add_feed("json", "application/feed+json", as_json)
_add_feed("atom", "application/atom+xml", as_atom)
