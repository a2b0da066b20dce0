"""Deadlines of processes over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Body, Depends, Path, status

from api.access.dependencies import CurrentCaller
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.unit_of_work import room_router
from api.processes import deadline_service as service
from api.processes.deadline_schemas import DeadlineChange, DeadlineCreate, HandingIn
from api.processes.routes import ProcessesContribute, ProcessesWrite, ProcessId
from api.processes.schemas import ProcessBody

DeadlineId = Annotated[UUID, Path(description="Key of the deadline.")]

router = room_router("/processes/{process_id}/deadlines", tag="Processes")


async def deadline_to_change(
    process_id: ProcessId,
    deadline_id: DeadlineId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> service.Subject:
    """The deadline, locked and as the caller read it."""
    return await service.load_for_change(session, caller, process_id, deadline_id, expected_revision)


async def deadline_to_move(
    process_id: ProcessId,
    deadline_id: DeadlineId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> service.Subject:
    """The deadline, locked; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, process_id, deadline_id, expected_revision)


DeadlineToChange = Annotated[service.Subject, Depends(deadline_to_change)]
DeadlineToMove = Annotated[service.Subject, Depends(deadline_to_move)]


@router.post("", operation_id="createProcessDeadline", summary="Add a deadline", status_code=status.HTTP_201_CREATED)
async def create_deadline(
    caller: ProcessesWrite, session: SessionDep, process_id: ProcessId, body: DeadlineCreate
) -> ProcessBody:
    """What is due, and its day; or its instant where that is known. Who leads is reminded two weeks before."""
    return await service.create(session, caller, process_id, body)


@router.patch("/{deadline_id}", operation_id="changeProcessDeadline", summary="Change a deadline")
async def change_deadline(
    caller: ProcessesWrite, session: SessionDep, deadline: DeadlineToChange, body: DeadlineChange
) -> ProcessBody:
    """Change what is given and leave the rest."""
    return await service.change(session, caller, deadline, body)


@router.delete(
    "/{deadline_id}",
    operation_id="deleteProcessDeadline",
    summary="Delete a deadline",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_deadline(caller: ProcessesWrite, session: SessionDep, deadline: DeadlineToChange) -> None:
    """Delete a deadline that does not stand."""
    await service.delete(session, caller, deadline)


@router.post("/{deadline_id}/meet", operation_id="meetProcessDeadline", summary="Say that a deadline was met")
async def meet_deadline(
    caller: ProcessesContribute,
    session: SessionDep,
    deadline: DeadlineToMove,
    body: Annotated[HandingIn, Body(default_factory=HandingIn)],
) -> ProcessBody:
    """What was due was handed in, today by default. For who leads in the process, the co-chairs and the secretariat."""
    return await service.meet(session, caller, deadline, body)


@router.post("/{deadline_id}/reopen", operation_id="reopenProcessDeadline", summary="Take back that a deadline was met")
async def reopen_deadline(caller: ProcessesContribute, session: SessionDep, deadline: DeadlineToMove) -> ProcessBody:
    """It was not handed in after all."""
    return await service.reopen(session, caller, deadline)
