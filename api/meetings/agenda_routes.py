"""Agenda items over HTTP: proposing, deciding, ordering."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.meetings import agenda_service, rules
from api.meetings.agenda_schemas import (
    AgendaItemAcceptance,
    AgendaItemBody,
    AgendaItemChange,
    AgendaItemCreate,
    AgendaOrder,
)
from api.meetings.routes import MeetingId, MeetingToChange, MeetingToMove, MeetingWrite
from api.meetings.schemas import MeetingBody
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.schemas import StepBody
from api.platform.transitions import Party, Transition
from api.platform.unit_of_work import room_router

AgendaPropose = Annotated[Caller, requires(Permission.AGENDA_PROPOSE)]

ItemId = Annotated[UUID, Path(description="Key of the agenda item.")]

router = room_router("/meetings/{meeting_id}", tag="Agenda items")


async def item_to_change(
    meeting_id: MeetingId,
    item_id: ItemId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> agenda_service.Subject:
    """The item with its meeting, locked, visible to the caller and as the caller read it."""
    return await agenda_service.load_for_change(session, caller, meeting_id, item_id, expected_revision)


async def item_to_move(
    meeting_id: MeetingId,
    item_id: ItemId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> agenda_service.Subject:
    """The item with its meeting, locked and visible to the caller; as the caller read it, where they say."""
    return await agenda_service.load_for_change(session, caller, meeting_id, item_id, expected_revision)


ItemToChange = Annotated[agenda_service.Subject, Depends(item_to_change)]
ItemToMove = Annotated[agenda_service.Subject, Depends(item_to_move)]


@router.post(
    "/agenda-items",
    operation_id="proposeAgendaItem",
    summary="Propose an agenda item",
    status_code=status.HTTP_201_CREATED,
)
async def propose_agenda_item(
    caller: AgendaPropose, session: SessionDep, meeting: MeetingToMove, body: AgendaItemCreate
) -> AgendaItemBody:
    """By any champion while the agenda is open; by the co-chairs and the secretariat until the meeting is held."""
    return await agenda_service.propose(session, caller, meeting, body)


@router.patch("/agenda-items/{item_id}", operation_id="changeAgendaItem", summary="Change an agenda item")
async def change_agenda_item(
    caller: AgendaPropose, session: SessionDep, item: ItemToChange, body: AgendaItemChange
) -> AgendaItemBody:
    """By its champion while it is proposed; by the co-chairs and the secretariat until the meeting is held."""
    return await agenda_service.change(session, caller, item, body)


@router.post(
    f"/agenda-items/{{item_id}}/{rules.ACCEPT.verb}",
    operation_id=rules.ACCEPT.operation_id("AgendaItem"),
    summary=rules.ACCEPT.summary,
    description=rules.ACCEPT.story,
)
async def accept_agenda_item(
    caller: MeetingWrite, session: SessionDep, item: ItemToMove, body: AgendaItemAcceptance | None = None
) -> AgendaItemBody:
    """At the place that the body names, or the last."""
    return await agenda_service.accept(session, caller, item, body or AgendaItemAcceptance())


@router.put("/agenda", operation_id="orderAgenda", summary="Order the agenda")
async def order_agenda(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToChange, body: AgendaOrder
) -> MeetingBody:
    """Name exactly the accepted items in their new order, with the meeting's ETag in `If-Match`."""
    return await agenda_service.order(session, caller, meeting, body)


def _add_step(step: Transition[Any]) -> None:
    permission = Permission.AGENDA_PROPOSE if Party.OWNER in step.by else Permission.MEETINGS_WRITE

    @router.post(
        f"/agenda-items/{{item_id}}/{step.verb}",
        operation_id=step.operation_id("AgendaItem"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(permission)],
    )
    async def take_step(caller: CurrentCaller, session: SessionDep, item: ItemToMove, body: StepBody) -> AgendaItemBody:
        return await agenda_service.take_step(session, caller, item, step, body)


for _step in rules.ITEM_TRANSITIONS:
    _add_step(_step)
