"""Meetings over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.meetings import queries, rules, service
from api.meetings.schemas import MeetingBody, MeetingChange, MeetingCreate, MeetingQuery, MeetingSummary, Rescheduling
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router

MeetingRead = Annotated[Caller, requires(Permission.MEETINGS_READ)]
MeetingWrite = Annotated[Caller, requires(Permission.MEETINGS_WRITE)]

MeetingId = Annotated[UUID, Path(description="Key of the meeting.")]

router = room_router("/meetings", tag="Meetings")


async def meeting_to_change(
    meeting_id: MeetingId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The meeting, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, meeting_id, expected_revision)


async def meeting_to_move(
    meeting_id: MeetingId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The meeting, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, meeting_id, expected_revision)


MeetingToChange = Annotated[service.Subject, Depends(meeting_to_change)]
MeetingToMove = Annotated[service.Subject, Depends(meeting_to_move)]


@router.get("", operation_id="listMeetings", summary="List meetings")
async def list_meetings(
    caller: MeetingRead, session: SessionDep, query: Annotated[MeetingQuery, Query()]
) -> Page[MeetingSummary]:
    """All meetings for members; for observers those shared with them; for everyone those with a public summary."""
    return await queries.list_meetings(session, caller, query)


@router.post("", operation_id="createMeeting", summary="Plan a meeting", status_code=status.HTTP_201_CREATED)
async def create_meeting(caller: MeetingWrite, session: SessionDep, body: MeetingCreate) -> MeetingBody:
    """A title and a date are enough; everything else can wait."""
    return await service.create(session, caller, body)


@router.get("/{meeting_id}", operation_id="getMeeting", summary="Read a meeting with its agenda")
async def get_meeting(caller: MeetingRead, session: SessionDep, meeting_id: MeetingId) -> MeetingBody:
    """One meeting with its agenda in order, and what each item is linked to."""
    return await queries.get_meeting(session, caller, meeting_id)


@router.patch("/{meeting_id}", operation_id="changeMeeting", summary="Change a meeting")
async def change_meeting(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToChange, body: MeetingChange
) -> MeetingBody:
    """Change what is given and leave the rest."""
    return await service.change(session, caller, meeting, body)


@router.delete(
    "/{meeting_id}",
    operation_id="deleteMeeting",
    summary="Delete a planned meeting",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_meeting(caller: MeetingWrite, session: SessionDep, meeting: MeetingToChange) -> None:
    """Delete a meeting that is only planned. One that champions know of is cancelled instead."""
    await service.delete(session, caller, meeting)


@router.post(
    f"/{{meeting_id}}/{rules.RESCHEDULE.verb}",
    operation_id="rescheduleMeeting",
    summary=rules.RESCHEDULE.summary,
    description=rules.RESCHEDULE.story,
)
async def reschedule_meeting(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: Rescheduling
) -> MeetingBody:
    """The agenda stays as it was."""
    return await service.reschedule(session, caller, meeting, body)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{meeting_id}}/{step.verb}",
        operation_id=step.operation_id("Meeting"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(
        caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: StepBody
    ) -> MeetingBody:
        return await service.take_step(session, caller, meeting, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
