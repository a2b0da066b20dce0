"""Registering without an account, by the link in a mail."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Response

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.unit_of_work import room_router
from api.registrations import links, queries, service
from api.registrations.schemas import RegistrationLinkBody

SessionUse = Annotated[Caller, requires(Permission.SESSION_USE)]
Token = Annotated[
    str,
    Path(description="The signed part of the link.", min_length=20, max_length=200, pattern=r"^[A-Za-z0-9._-]+$"),
]

router = room_router("/registration-links", tag="Registrations")


async def registration_in(registration_token: Token) -> UUID:
    """The registration that the link stands for; 404 where it was not signed here."""
    registration_id = links.read(registration_token)
    if registration_id is None:
        raise queries.unknown_link()
    return registration_id


LinkedRegistration = Annotated[UUID, Depends(registration_in)]


@router.get(
    "/{registration_token}", operation_id="getRegistrationLink", summary="See what the link of a registration does"
)
async def get_registration_link(
    _: SessionUse, session: SessionDep, registration_id: LinkedRegistration, response: Response
) -> RegistrationLinkBody:
    """Looking confirms nothing: programs that scan mails open every link."""
    response.headers["Cache-Control"] = "no-store"
    return await queries.get_link(session, registration_id)


@router.post(
    "/{registration_token}/confirm", operation_id="confirmRegistration", summary="Confirm a registration by its link"
)
async def confirm_registration(
    caller: SessionUse, session: SessionDep, registration_id: LinkedRegistration
) -> RegistrationLinkBody:
    """Once: from then on whoever has the link is in the order, and may give the place back."""
    return await service.confirm_by_link(session, caller, registration_id)


@router.post(
    "/{registration_token}/withdraw", operation_id="withdrawRegistration", summary="Give a place back by its link"
)
async def withdraw_registration(
    caller: SessionUse, session: SessionDep, registration_id: LinkedRegistration
) -> RegistrationLinkBody:
    """The first who waits has it then."""
    return await service.withdraw_by_link(session, caller, registration_id)
