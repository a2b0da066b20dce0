"""Decisions of meetings, each with its number within the meeting."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.meetings.routes import MeetingId, MeetingToMove
from api.minutes import decision_queries, decision_service
from api.minutes.decision_schemas import (
    DecisionBody,
    DecisionChange,
    DecisionCreate,
    DecisionQuery,
    MeetingDecisionQuery,
)
from api.minutes.routes import MinutesWrite
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision
from api.platform.paging import Page
from api.platform.unit_of_work import room_router

DecisionsRead = Annotated[Caller, requires(Permission.DECISIONS_READ)]

router = room_router("", tag="Decisions")


async def decision_to_change(
    meeting: MeetingToMove,
    decision_id: Annotated[UUID, Path(description="Key of the decision.")],
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> decision_service.Subject:
    """The decision with its meeting, locked and as the caller read it."""
    return await decision_service.load_for_change(session, meeting, decision_id, expected_revision)


DecisionToChange = Annotated[decision_service.Subject, Depends(decision_to_change)]


@router.get("/decisions", operation_id="listDecisions", summary="List decisions of all meetings")
async def list_decisions(
    caller: DecisionsRead, session: SessionDep, query: Annotated[DecisionQuery, Query()]
) -> Page[DecisionBody]:
    """All for members; for everyone those marked as a public outcome, once the minutes are adopted."""
    return await decision_queries.list_decisions(session, caller, query)


@router.get("/decisions/{decision_id}", operation_id="getDecision", summary="Read a decision")
async def get_decision(
    caller: DecisionsRead,
    session: SessionDep,
    decision_id: Annotated[UUID, Path(description="Key of the decision.")],
) -> DecisionBody:
    """One decision with what it takes up and how many action items follow from it."""
    return await decision_queries.get_decision(session, caller, decision_id)


@router.get(
    "/meetings/{meeting_id}/decisions", operation_id="listMeetingDecisions", summary="List the decisions of a meeting"
)
async def list_meeting_decisions(
    caller: DecisionsRead, session: SessionDep, meeting_id: MeetingId, query: Annotated[MeetingDecisionQuery, Query()]
) -> Page[DecisionBody]:
    """By their numbers."""
    return await decision_queries.list_decisions_of_meeting(session, caller, meeting_id, query)


@router.post(
    "/meetings/{meeting_id}/decisions",
    operation_id="recordDecision",
    summary="Record a decision",
    status_code=status.HTTP_201_CREATED,
)
async def record_decision(
    caller: MinutesWrite, session: SessionDep, meeting: MeetingToMove, body: DecisionCreate
) -> DecisionBody:
    """Until the minutes are adopted. It may take up a workplan item or an activity."""
    return await decision_service.create(session, caller, meeting, body)


@router.patch(
    "/meetings/{meeting_id}/decisions/{decision_id}", operation_id="changeDecision", summary="Change a decision"
)
async def change_decision(
    caller: MinutesWrite, session: SessionDep, decision: DecisionToChange, body: DecisionChange
) -> DecisionBody:
    """Once the minutes are adopted only its links, and whether it is public."""
    return await decision_service.change(session, caller, decision, body)


@router.delete(
    "/meetings/{meeting_id}/decisions/{decision_id}",
    operation_id="deleteDecision",
    summary="Delete a decision",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_decision(caller: MinutesWrite, session: SessionDep, decision: DecisionToChange) -> None:
    """Until the minutes are adopted. The others keep their numbers."""
    await decision_service.delete(session, caller, decision)
