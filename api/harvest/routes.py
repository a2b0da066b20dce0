"""OAI-PMH 2.0: published practices for the world's harvesters."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request, Response

from api.harvest.repository import Repository, answer
from api.platform.configured import Home, SettingsDep
from api.platform.database import SessionDep
from api.platform.rates import HARVEST
from api.platform.unit_of_work import UnitOfWorkRoute

router = APIRouter(include_in_schema=False, route_class=UnitOfWorkRoute, dependencies=[HARVEST])


async def repository(request: Request, home: Home, settings: SettingsDep) -> Repository:
    """The repository of this installation."""
    return Repository(home, settings.contact_email, request.app.state.secret_key)


RepositoryDep = Annotated[Repository, Depends(repository)]


@router.api_route("/oai", methods=["GET", "HEAD"])
async def harvest(request: Request, session: SessionDep, repository: RepositoryDep) -> Response:
    """Answer what the address asks."""
    return _xml(await answer(session, repository, request.query_params.multi_items()))


@router.post("/oai")
async def harvest_by_form(request: Request, session: SessionDep, repository: RepositoryDep) -> Response:
    """Answer what the form asks (section 3.1.1)."""
    form = (await request.body()).decode("utf-8", "replace")
    return _xml(await answer(session, repository, parse_qsl(form, keep_blank_values=True)))


def _xml(content: bytes) -> Response:
    return Response(content, media_type="text/xml", headers={"Cache-Control": "no-cache"})
