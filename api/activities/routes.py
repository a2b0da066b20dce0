"""Activities over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Body, Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.activities import queries, rules, service
from api.activities.schemas import (
    ActivityBody,
    ActivityChange,
    ActivityCreate,
    ActivityQuery,
    ActivitySummary,
    Coordination,
)
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router

ActivityRead = Annotated[Caller, requires(Permission.ACTIVITIES_READ)]
ActivityWrite = Annotated[Caller, requires(Permission.ACTIVITIES_WRITE)]
ActivityCoordinate = Annotated[Caller, requires(Permission.ACTIVITIES_COORDINATE)]

ActivityId = Annotated[UUID, Path(description="Key of the activity.")]

CoordinationBody = Annotated[Coordination, Body(default_factory=Coordination)]

router = room_router("/activities", tag="Activities")


async def activity_to_change(
    activity_id: ActivityId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The activity, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, activity_id, expected_revision)


async def activity_to_move(
    activity_id: ActivityId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The activity, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, activity_id, expected_revision)


ActivityToChange = Annotated[service.Subject, Depends(activity_to_change)]
ActivityToMove = Annotated[service.Subject, Depends(activity_to_move)]


@router.get("", operation_id="listActivities", summary="List activities")
async def list_activities(
    caller: ActivityRead, session: SessionDep, query: Annotated[ActivityQuery, Query()]
) -> Page[ActivitySummary]:
    """Activities that the caller may see. Ideas are for members only."""
    return await queries.list_activities(session, caller, query)


@router.post("", operation_id="createActivity", summary="Note an activity", status_code=status.HTTP_201_CREATED)
async def create_activity(caller: ActivityWrite, session: SessionDep, body: ActivityCreate) -> ActivityBody:
    """An idea needs no more than a title and a kind. One's own champion leads it, unless the secretariat names another."""
    return await service.create(session, caller, body)


@router.get("/{activity_id}", operation_id="getActivity", summary="Read an activity")
async def get_activity(caller: ActivityRead, session: SessionDep, activity_id: ActivityId) -> ActivityBody:
    """One activity with everybody's part in it."""
    return await queries.get_activity(session, caller, activity_id)


@router.patch("/{activity_id}", operation_id="changeActivity", summary="Change an activity")
async def change_activity(
    caller: ActivityWrite, session: SessionDep, activity: ActivityToChange, body: ActivityChange
) -> ActivityBody:
    """Change what is given and leave the rest. A list that is given replaces the one before."""
    return await service.change(session, caller, activity, body)


@router.delete(
    "/{activity_id}",
    operation_id="deleteActivity",
    summary="Delete an idea or a plan",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_activity(caller: ActivityWrite, session: SessionDep, activity: ActivityToChange) -> None:
    """Delete an activity that is an idea or planned; another is cancelled, with the reason."""
    await service.delete(session, caller, activity)


@router.post(
    "/{activity_id}/coordinate",
    operation_id="coordinateActivity",
    summary="Make an activity an initiative of the co-chairs",
)
async def coordinate_activity(
    caller: ActivityCoordinate, session: SessionDep, activity: ActivityToMove, body: CoordinationBody
) -> ActivityBody:
    """The co-chairs coordinate other initiatives, such as visibility (discussion note, co-chairing, c): it stands on their term's page."""
    return await service.coordinate(session, caller, activity, body)


@router.post(
    "/{activity_id}/stop-coordinating",
    operation_id="stopCoordinatingActivity",
    summary="Leave an initiative to those who lead it",
)
async def stop_coordinating_activity(
    caller: ActivityCoordinate, session: SessionDep, activity: ActivityToMove
) -> ActivityBody:
    """It stands on the page of no term any more."""
    return await service.stop_coordinating(session, caller, activity)


_MORE = {
    "hold": " Asks for a reason where its first day still lies ahead.",
    "report": " Its outcome must have been written.",
}


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{activity_id}}/{step.verb}",
        operation_id=step.operation_id("Activity"),
        summary=step.summary,
        description=step.story + _MORE.get(step.verb, ""),
        dependencies=[requires(Permission.ACTIVITIES_WRITE)],
    )
    async def take_step(
        caller: CurrentCaller, session: SessionDep, activity: ActivityToMove, body: StepBody
    ) -> ActivityBody:
        return await service.take_step(session, caller, activity, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
