"""The app's public addresses, answered with what is there: the words that search engines and people without scripts read."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from sqlmodel.ext.asyncio.session import AsyncSession

from api.pages import lists, practices, records
from api.pages.page import Page
from api.pages.shell import Shell
from api.platform import language
from api.platform.configured import Home
from api.platform.database import SessionDep
from api.platform.language import Language
from api.platform.problems import NotFound
from api.platform.unit_of_work import UnitOfWorkRoute
from api.platform.wording import words

router = APIRouter(include_in_schema=False, route_class=UnitOfWorkRoute)

_READ = ["GET", "HEAD"]


async def asked_language(lang: Annotated[str | None, Query()] = None) -> Language | None:
    """The language that the address names, where it is one of the six."""
    return Language(lang) if lang in set(Language) else None


Asked = Annotated[Language | None, Depends(asked_language)]
Made = Callable[[], Awaitable[Page]]

_LISTS: dict[str, Callable[[AsyncSession, str], Awaitable[Page]]] = {
    "/": lists.front_page,
    "/practices": lists.practices_page,
    "/champions": lists.champions_page,
    "/activities": lists.activities_page,
    "/statements": lists.statements_page,
    "/pledges": lists.pledges_page,
    "/objectives": lists.objectives_page,
}
_RECORDS: dict[str, Callable[[AsyncSession, UUID, str], Awaitable[Page]]] = {
    "champions": records.champion_page,
    "activities": records.activity_page,
    "statements": records.statement_page,
    "pledges": records.pledge_page,
}


def _add_list(path: str, make: Callable[[AsyncSession, str], Awaitable[Page]]) -> None:
    @router.api_route(path, methods=_READ)
    async def get_list(request: Request, session: SessionDep, home: Home, asked: Asked) -> HTMLResponse:
        return await _answer(request, home, asked, lambda: make(session, home))


def _add_record(room: str, make: Callable[[AsyncSession, UUID, str], Awaitable[Page]]) -> None:
    @router.api_route(f"/{room}/{{key:uuid}}", methods=_READ)
    async def get_record(request: Request, session: SessionDep, home: Home, key: UUID, asked: Asked) -> HTMLResponse:
        return await _answer(request, home, asked, lambda: make(session, key, home))


for _path, _make in _LISTS.items():
    _add_list(_path, _make)
for _room, _make_record in _RECORDS.items():
    _add_record(_room, _make_record)


@router.api_route("/practices/{key:uuid}", methods=_READ)
async def get_practice(request: Request, session: SessionDep, home: Home, key: UUID, asked: Asked) -> HTMLResponse:
    """A practice, in the language that is asked for where it is translated."""
    wanted = asked or language.current()
    return await _answer(request, home, asked, lambda: practices.practice_page(session, key, home, wanted))


@router.api_route("/practices/{key:uuid}/versions/{number:int}", methods=_READ)
async def get_version(
    request: Request,
    session: SessionDep,
    home: Home,
    key: UUID,
    number: int,
    asked: Asked,
) -> HTMLResponse:
    """A version as it was published."""
    return await _answer(request, home, asked, lambda: practices.version_page(session, key, number, home))


@router.api_route("/objectives/{number:int}", methods=_READ)
async def get_objective(request: Request, session: SessionDep, home: Home, number: int, asked: Asked) -> HTMLResponse:
    """What there is for an objective."""
    return await _answer(request, home, asked, lambda: lists.objective_page(session, number, home))


async def _answer(request: Request, home: str, asked: Language | None, make: Made) -> HTMLResponse:
    """What everybody may read, whoever asks: what is not for everybody is the app's to show, to those whom it knows."""
    shell: Shell = request.app.state.shell
    with language.speaking(asked or language.current()):
        try:
            page = await make()
        except NotFound:
            said = words("pages", language.current())
            page = Page(
                path=request.url.path,
                title=said["missing_title"],
                description=said["missing"],
                notice=said["missing"],
                status=404,
            )
        headers = {"Content-Language": language.current().value}
        if page.signposts:
            headers["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for relation, address in page.signposts)
        return HTMLResponse(shell.render(page, home, asked), status_code=page.status, headers=headers)
