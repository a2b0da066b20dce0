"""One request, one transaction, committed in this one place, before the answer leaves.

A route class instead of a ``yield`` dependency, since here the serialised answer is at hand: the idempotency record is
kept in the same transaction, and the entity tag is set from what was really sent.
"""

from collections.abc import Callable, Coroutine
from functools import cached_property
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.routing import APIRoute
from sqlmodel.ext.asyncio.session import AsyncSession
from starlette.routing import Match
from starlette.types import Scope

from api.platform import etags, idempotency, language
from api.platform.database import Database
from api.platform.paging import NEXT_CURSOR, next_link
from api.platform.problems import Problem

API = "/api/v1"
"""Where the rooms are."""

_SAFE_METHODS = frozenset({"GET", "HEAD"})
_VARY = "Authorization, Accept-Language, Accept-Encoding"


class UnitOfWorkRoute(APIRoute):
    """A route whose handler runs in one transaction and whose answer carries an entity tag."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap FastAPI's handler; called once a route."""
        handle = super().get_route_handler()

        async def read(request: Request) -> Response:
            anonymous = "authorization" not in request.headers
            async with _database(request).read_session(stale_is_fine=anonymous) as session:
                _begin(request, session)
                response = await handle(request)
                if cursor := session.info.get(NEXT_CURSOR):
                    response.headers["Link"] = next_link(request.url, cursor)
            return _with_read_headers(request, response, anonymous=anonymous)

        async def write(request: Request) -> Response:
            async with _database(request).session() as session:
                _begin(request, session)
                try:
                    response = await handle(request)
                except idempotency.Replayed as replayed:
                    return replayed.response
                except Problem as problem:
                    if problem.keeps_writes:
                        await session.commit()
                    raise
                if tag := etags.tag_for(bytes(response.body), with_digest=False):
                    response.headers["ETag"] = tag
                response.headers["Cache-Control"] = "no-store"
                if request.state.idempotency_claim:
                    await idempotency.remember(session, request.state.idempotency_claim, response)
                await session.commit()
                return response

        async def answer(request: Request) -> Response:
            request.state.language = language.choose(request.headers)
            try:
                return await (read if request.method in _SAFE_METHODS else write)(request)
            finally:
                await request.close()  # a form that a dependency has read, and its file

        return answer


class RoomRouter(APIRouter):
    """The routes of a room, which are tried only for addresses that begin as the room's do.

    Otherwise each request would be held against every route of every room before its own.
    """

    @cached_property
    def _beginning(self) -> str:
        return API + self.prefix.partition("{")[0]

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether one of the room's routes answers."""
        if not scope["path"].startswith(self._beginning):
            return Match.NONE, {}
        return super().matches(scope)


def room_router(prefix: str, *, tag: str, route_class: type[UnitOfWorkRoute] = UnitOfWorkRoute) -> APIRouter:
    """The router of a room under ``/api/v1``: every route a unit of work."""
    return RoomRouter(prefix=prefix, tags=[tag], route_class=route_class)


def _database(request: Request) -> Database:
    database: Database = request.app.state.database
    return database


def _begin(request: Request, session: AsyncSession) -> None:
    request.state.session = session
    request.state.idempotency_claim = None


def _with_read_headers(request: Request, response: Response, *, anonymous: bool) -> Response:
    if response.status_code != 200 or isinstance(response, StreamingResponse):
        return response  # a stream says itself how it may be kept; it begins when this session is closed
    response.headers["Vary"] = ", ".join(filter(None, [_VARY, response.headers.get("vary")]))
    response.headers.setdefault("Content-Language", request.state.language)
    response.headers.setdefault("Cache-Control", "public, max-age=0, s-maxage=60" if anonymous else "private, no-cache")
    tag = etags.tag_for(bytes(response.body), with_digest=True)
    if tag is None:
        return response
    response.headers["ETag"] = tag
    return etags.not_modified(response, tag, request.headers.get("if-none-match"))
