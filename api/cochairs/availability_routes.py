"""What champions say of co-chairing in coming semesters, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.cochairs import availability_queries as queries
from api.cochairs import availability_service as service
from api.cochairs.availability_schemas import AvailabilityBody, AvailabilityCreate, AvailabilityQuery
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

AvailabilitiesRead = Annotated[Caller, requires(Permission.COCHAIR_AVAILABILITIES_READ)]
AvailabilitiesWrite = Annotated[Caller, requires(Permission.COCHAIR_AVAILABILITIES_WRITE)]

AvailabilityId = Annotated[UUID, Path(description="Key of the answer.")]

router = room_router("/cochair-availabilities", tag="Co-chair terms")


async def availability_to_change(
    availability_id: AvailabilityId, session: SessionDep, caller: CurrentCaller, expected_revision: ExpectedRevision
) -> service.Subject:
    """The answer, locked and as the caller read it."""
    return await service.load_for_change(session, caller, availability_id, expected_revision)


AvailabilityToChange = Annotated[service.Subject, Depends(availability_to_change)]


@router.get("", operation_id="listCochairAvailabilities", summary="List who volunteers and who is not available")
async def list_cochair_availabilities(
    caller: AvailabilitiesRead, session: SessionDep, query: Annotated[AvailabilityQuery, Query()]
) -> Page[AvailabilityBody]:
    """What champions say of the semesters to come. Co-chairs and the secretariat see all, others their own champion's."""
    return await queries.list_availabilities(session, caller, query)


@router.post(
    "",
    operation_id="sayCochairAvailability",
    summary="Say whether a champion can co-chair in a semester",
    status_code=status.HTTP_201_CREATED,
)
async def say_cochair_availability(
    caller: AvailabilitiesWrite, session: SessionDep, body: AvailabilityCreate
) -> AvailabilityBody:
    """A champion speaks with one voice: this takes the place of what it said of the semester before."""
    return await service.say(session, caller, body)


@router.delete(
    "/{availability_id}",
    operation_id="takeBackCochairAvailability",
    summary="Take an answer back",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def take_back_cochair_availability(
    caller: AvailabilitiesWrite, session: SessionDep, said: AvailabilityToChange
) -> None:
    """The champion is again available, without a wish."""
    await service.take_back(session, caller, said)
