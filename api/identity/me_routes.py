"""The signed-in person over HTTP."""

from typing import Annotated

from fastapi import status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.identity import queries, service
from api.identity.schemas import MeBody, MeChange
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router

ProfileRead = Annotated[Caller, requires(Permission.PROFILE_READ)]

router = room_router("/me", tag="Me")


@router.get("", operation_id="getMe", summary="Who am I")
async def get_me(caller: ProfileRead, session: SessionDep) -> MeBody:
    """The person behind the token, their champion, and what they may do at this moment."""
    return await queries.get_me(session, caller)


@router.patch("", operation_id="changeMe", summary="Change my details")
async def change_me(caller: ProfileRead, session: SessionDep, body: MeChange) -> MeBody:
    """Change what is given and leave the rest. Nobody else changes these, so no If-Match is asked for."""
    await service.change_own_details(session, caller, body)
    return await queries.get_me(session, caller)


@router.post("/seen", operation_id="markSeen", summary="I was here", status_code=status.HTTP_204_NO_CONTENT)
async def mark_seen(caller: ProfileRead, session: SessionDep) -> None:
    """Note that the person has seen what was new; the app says so when a visit ends."""
    await service.mark_seen(session, caller)
