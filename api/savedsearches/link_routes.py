"""Stopping the letters about saved searches by the link at their foot, without signing in."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Response, status
from starlette.routing import Match
from starlette.types import Scope

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.unit_of_work import UnitOfWorkRoute, room_router
from api.savedsearches import links, queries, service
from api.savedsearches.schemas import SavedSearchLetters

SessionUse = Annotated[Caller, requires(Permission.SESSION_USE)]
Token = Annotated[
    str,
    Path(description="The signed part of the link.", min_length=20, max_length=200, pattern=r"^[A-Za-z0-9._-]+$"),
]

router = room_router("/saved-search-letters", tag="Saved searches")


class PostOnly(UnitOfWorkRoute):
    """A route beside a page of the app at the same address: what it does not take is left to the page, and no 405."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether the route answers: by its method too."""
        match, child = super().matches(scope)
        return (match, child) if match is Match.FULL else (Match.NONE, {})


one_click = APIRouter(include_in_schema=False, route_class=PostOnly)


async def person_in(letters_token: Token) -> UUID:
    """Whose letters the link stops; 404 where it was not signed here."""
    person_id = links.read(letters_token)
    if person_id is None:
        raise queries.unknown_link()
    return person_id


LinkedPerson = Annotated[UUID, Depends(person_in)]


@router.get("/{letters_token}", operation_id="getSavedSearchLetters", summary="See which letters a link stops")
async def get_saved_search_letters(
    _: SessionUse, session: SessionDep, person_id: LinkedPerson, response: Response
) -> SavedSearchLetters:
    """Looking stops nothing: programs that scan mails open every link."""
    response.headers["Cache-Control"] = "no-store"
    return await queries.get_letters(session, person_id)


@router.post("/{letters_token}/stop", operation_id="stopSavedSearchLetters", summary="Stop letters by their link")
async def stop_saved_search_letters(_: SessionUse, session: SessionDep, person_id: LinkedPerson) -> SavedSearchLetters:
    """No more letters about any saved search; the searches stay, and letters can be asked for again."""
    return await service.stop_letters(session, person_id)


@one_click.post(f"{links.STOP}/{{letters_token}}", status_code=status.HTTP_204_NO_CONTENT)
async def stop_with_one_click(session: SessionDep, person_id: LinkedPerson) -> None:
    """What mail programs send (RFC 8058) to the address that their people open as a page of the app."""
    await service.stop_letters(session, person_id)
