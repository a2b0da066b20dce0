"""Registration for activities: places, a waiting list that moves by itself, and names for those who lead only."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import Body, Path, Response, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.activities.partner_routes import ActivityToJoin
from api.activities.routes import ActivityId, ActivityRead, ActivityWrite
from api.platform import language
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, file_answer, negotiated
from api.platform.schemas import StepBody
from api.platform.unit_of_work import room_router
from api.registrations import queries, service, sheet
from api.registrations.schemas import DeskBody, DeskOpen, RegistrationAnswer, RegistrationCreate, RegistrationList

SignedIn = Annotated[Caller, requires(Permission.PROFILE_READ)]
RegistrationId = Annotated[UUID, Path(description="Key of the registration.")]
RegistrationForm = Annotated[RegistrationCreate, Body(default_factory=RegistrationCreate)]

router = room_router("/activities/{activity_id}", tag="Registrations")


@router.get("/registration", operation_id="getActivityRegistration", summary="See whether one may register")
async def get_activity_registration(caller: ActivityRead, session: SessionDep, activity_id: ActivityId) -> DeskBody:
    """In figures, with one's own place."""
    return await queries.get_desk(session, caller, activity_id)


@router.post("/registration/open", operation_id="openActivityRegistration", summary="Open registration")
async def open_activity_registration(
    caller: ActivityWrite, session: SessionDep, activity: ActivityToJoin, body: DeskOpen
) -> DeskBody:
    """Until an instant, for so many. Said again it changes both: who waits moves up with a larger capacity, and nobody loses a place."""
    return await service.open_desk(session, caller, activity, body)


@router.post("/registration/close", operation_id="closeActivityRegistration", summary="Close registration")
async def close_activity_registration(caller: ActivityWrite, session: SessionDep, activity: ActivityToJoin) -> DeskBody:
    """Before its time. Whoever waits still moves up when somebody withdraws."""
    return await service.close_desk(session, caller, activity)


@router.post("/registration/withdraw", operation_id="withdrawFromActivity", summary="Give one's place back")
async def withdraw_from_activity(caller: SignedIn, session: SessionDep, activity: ActivityToJoin) -> DeskBody:
    """The first who waits has it then, and is told."""
    return await service.withdraw(session, caller, activity)


@router.post(
    "/registrations",
    operation_id="registerForActivity",
    summary="Register for an activity",
    status_code=status.HTTP_201_CREATED,
)
async def register_for_activity(
    caller: ActivityRead, session: SessionDep, activity: ActivityToJoin, body: RegistrationForm
) -> RegistrationAnswer:
    """Whoever is signed in has a place at once, or one on the waiting list. Others get a link to their address, and are in the order
    once they have followed it.
    """
    return await service.register(session, caller, activity, body)


@router.get(
    "/registrations",
    operation_id="listActivityRegistrations",
    summary="List who comes",
    response_model=RegistrationList,
    responses=documented(Form.JSON, Form.XLSX),
)
async def list_activity_registrations(
    caller: ActivityWrite,
    session: SessionDep,
    activity_id: ActivityId,
    form: Annotated[Form, negotiated(Form.JSON, Form.XLSX)],
) -> RegistrationList | Response:
    """Names and addresses, for those who lead and the secretariat; as a workbook, too."""
    listed = await queries.list_registrations(session, caller, activity_id)
    if form is Form.JSON:
        return listed
    made = await asyncio.to_thread(sheet.as_workbook, listed, language.current())
    return file_answer(made.content, form, name=made.name)


@router.post(
    "/registrations/{registration_id}/remove",
    operation_id="removeActivityRegistration",
    summary="Take somebody off the list",
)
async def remove_activity_registration(
    caller: ActivityWrite,
    session: SessionDep,
    activity: ActivityToJoin,
    registration_id: RegistrationId,
    body: StepBody,
) -> DeskBody:
    """They are told, with the reason where one is given; the first who waits has the place then."""
    return await service.remove(session, caller, activity, registration_id, body)
