"""Feeds of published practices, for feed readers and for programs that poll."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from api.access.caller import ANYBODY
from api.harvest.feeds import Feed, as_atom, as_json
from api.platform.configured import Home
from api.platform.database import SessionDep
from api.platform.language import Language
from api.platform.rates import HARVEST
from api.platform.unit_of_work import UnitOfWorkRoute
from api.practices.queries import list_practices
from api.practices.schemas import PracticeQuery
from api.translations.queries import headings_in

router = APIRouter(prefix="/feeds", include_in_schema=False, route_class=UnitOfWorkRoute, dependencies=[HARVEST])


class FeedQuery(PracticeQuery):
    """Filters and order of a feed, and the language that it is read in."""

    lang: Language | None = Field(default=None, description="Titles and summaries in this language where translated.")


_KEPT = {"Cache-Control": "public, max-age=300"}


def _add_feed(suffix: str, media_type: str, write: Callable[[Feed], bytes]) -> None:
    @router.api_route(f"/practices.{suffix}", methods=["GET", "HEAD"])
    async def get_feed(
        request: Request, session: SessionDep, home: Home, query: Annotated[FeedQuery, Query()]
    ) -> Response:
        """A page of what everybody may read, filtered as the list of practices is, in the words of a translation where
        there is one into ``lang``."""
        page = await list_practices(session, ANYBODY, query)
        rendered = await headings_in(session, query.lang, [each.id for each in page.items]) if query.lang else {}
        filters = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
        tongue = query.lang or request.state.language
        feed = Feed(home, request.url.path, filters, query.cursor, tongue, page, rendered)
        return Response(write(feed), media_type=media_type, headers=_KEPT)


_add_feed("json", "application/feed+json", as_json)
_add_feed("atom", "application/atom+xml", as_atom)
