"""Workplans over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Body, Depends, Path, Query, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router
from api.workplan import queries, rollover_service, rules, service
from api.workplan.rollover_schemas import RollOver, RollOverBody
from api.workplan.schemas import (
    AdoptionBody,
    WorkplanBody,
    WorkplanChange,
    WorkplanCreate,
    WorkplanQuery,
    WorkplanSummary,
)

WorkplanRead = Annotated[Caller, requires(Permission.WORKPLAN_READ)]
WorkplanWrite = Annotated[Caller, requires(Permission.WORKPLAN_WRITE)]

WorkplanId = Annotated[UUID, Path(description="Key of the workplan.")]

router = room_router("/workplans", tag="Workplans")


async def workplan_to_change(
    workplan_id: WorkplanId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevision
) -> service.Subject:
    """The workplan, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, workplan_id, expected_revision)


async def workplan_to_move(
    workplan_id: WorkplanId, caller: CurrentCaller, session: SessionDep, expected_revision: ExpectedRevisionIfSaid
) -> service.Subject:
    """The workplan, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, workplan_id, expected_revision)


WorkplanToChange = Annotated[service.Subject, Depends(workplan_to_change)]
WorkplanToMove = Annotated[service.Subject, Depends(workplan_to_move)]


@router.get("", operation_id="listWorkplans", summary="List workplans")
async def list_workplans(
    caller: WorkplanRead, session: SessionDep, query: Annotated[WorkplanQuery, Query()]
) -> Page[WorkplanSummary]:
    """All workplans with their progress; for observers those that were adopted and are shared with them."""
    return await queries.list_workplans(session, caller, query)


@router.post("", operation_id="createWorkplan", summary="Start a workplan", status_code=status.HTTP_201_CREATED)
async def create_workplan(caller: WorkplanWrite, session: SessionDep, body: WorkplanCreate) -> WorkplanBody:
    """Start a draft, which members may read."""
    return await service.create(session, caller, body)


@router.get("/{workplan_id}", operation_id="getWorkplan", summary="Read a workplan")
async def get_workplan(caller: WorkplanRead, session: SessionDep, workplan_id: WorkplanId) -> WorkplanBody:
    """One workplan, with its items counted by area and status."""
    return await queries.get_workplan(session, caller, workplan_id)


@router.patch("/{workplan_id}", operation_id="changeWorkplan", summary="Change a workplan")
async def change_workplan(
    caller: WorkplanWrite, session: SessionDep, workplan: WorkplanToChange, body: WorkplanChange
) -> WorkplanBody:
    """Change what is given and leave the rest. A closed workplan stays as it was."""
    return await service.change(session, caller, workplan, body)


@router.delete(
    "/{workplan_id}", operation_id="deleteWorkplan", summary="Delete a draft", status_code=status.HTTP_204_NO_CONTENT
)
async def delete_workplan(caller: WorkplanWrite, session: SessionDep, workplan: WorkplanToChange) -> None:
    """Delete a draft that has no items."""
    await service.delete(session, caller, workplan)


@router.post(
    "/{workplan_id}/adopt",
    operation_id=rules.ADOPT.operation_id("Workplan"),
    summary=rules.ADOPT.summary,
    description=rules.ADOPT.story,
)
async def adopt_workplan(
    caller: WorkplanWrite,
    session: SessionDep,
    workplan: WorkplanToMove,
    body: Annotated[AdoptionBody, Body(default_factory=AdoptionBody)],
) -> WorkplanBody:
    """Adopt a draft, today or on an earlier day."""
    return await service.adopt(session, caller, workplan, body)


@router.post(
    "/{workplan_id}/roll-over",
    operation_id="rollOverWorkplan",
    summary="Carry unfinished items over to the next workplan",
    status_code=status.HTTP_201_CREATED,
)
async def roll_over_workplan(
    caller: WorkplanWrite, session: SessionDep, workplan: WorkplanToMove, body: RollOverBody
) -> RollOver:
    """Each goes on where it stood, in another workplan or a new draft, with its history; none is carried over twice."""
    return await rollover_service.roll_over(session, caller, workplan, body)


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{workplan_id}}/{step.verb}",
        operation_id=step.operation_id("Workplan"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(
        caller: WorkplanWrite, session: SessionDep, workplan: WorkplanToMove, body: StepBody
    ) -> WorkplanBody:
        return await service.take_step(session, caller, workplan, step, body)


for _step in rules.TRANSITIONS:
    if _step is not rules.ADOPT:
        _add_step(_step)
