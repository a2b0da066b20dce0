"""Agenda items over HTTP: their words, their order, and what was not reached."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.meetings import agenda_service, carrying_service, drafting_queries, drafting_service
from api.meetings.agenda_schemas import (
    AgendaItemBody,
    AgendaItemCarrying,
    AgendaItemChange,
    AgendaItemMark,
    AgendaOrder,
)
from api.meetings.drafting_schemas import AgendaTaking, DraftedAgenda
from api.meetings.routes import MeetingId, MeetingToChange, MeetingToMove, MeetingWrite
from api.meetings.schemas import MeetingBody
from api.platform.database import SessionDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.problems import Conflict, described
from api.platform.unit_of_work import room_router

AgendaPropose = Annotated[Caller, requires(Permission.AGENDA_PROPOSE)]

ItemId = Annotated[UUID, Path(description="Key of the agenda item, which is that of the proposal.")]

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


@router.patch("/agenda-items/{item_id}", operation_id="changeAgendaItem", summary="Change an agenda item")
async def change_agenda_item(
    caller: AgendaPropose, session: SessionDep, item: ItemToChange, body: AgendaItemChange
) -> AgendaItemBody:
    """By its champion while it is proposed; by the co-chairs and the secretariat until the meeting is held."""
    return await agenda_service.change(session, caller, item, body)


@router.put("/agenda", operation_id="orderAgenda", summary="Order the agenda")
async def order_agenda(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToChange, body: AgendaOrder
) -> MeetingBody:
    """Name exactly the accepted items in their new order, with the meeting's ETag in `If-Match`."""
    return await agenda_service.order(session, caller, meeting, body)


@router.get(
    "/draft-agenda",
    operation_id="getAgendaDraft",
    summary="Draft the agenda",
    responses={409: described(Conflict)},
)
async def get_agenda_draft(caller: MeetingWrite, session: SessionDep, meeting_id: MeetingId) -> DraftedAgenda:
    """What could go on the agenda and is not on it yet, each with why: what every meeting has, what the last one did
    not reach, actions and workplan items that are due, and the proposals, those that matter to most champions first.
    """
    return await drafting_queries.get_draft(session, caller, meeting_id)


@router.post("/draft-agenda", operation_id="takeAgendaDraft", summary="Put what was drafted on the agenda")
async def take_agenda_draft(
    caller: MeetingWrite, session: SessionDep, meeting: MeetingToMove, body: AgendaTaking
) -> MeetingBody:
    """All that is named or nothing, in the order of the draft; what is there already keeps its order."""
    return await drafting_service.take(session, caller, meeting, body)


@router.post("/agenda-items/{item_id}/mark", operation_id="markAgendaItem", summary="Mark an item as reached or not")
async def mark_agenda_item(
    caller: MeetingWrite, session: SessionDep, item: ItemToMove, body: AgendaItemMark
) -> AgendaItemBody:
    """Once the meeting was held. What was not reached is offered for the next agenda."""
    return await agenda_service.mark(session, caller, item, body)


@router.post(
    "/agenda-items/{item_id}/carry-over",
    operation_id="carryOverAgendaItem",
    summary="Carry an item over to a later meeting",
    status_code=status.HTTP_201_CREATED,
)
async def carry_over_agenda_item(
    caller: MeetingWrite, session: SessionDep, item: ItemToMove, body: AgendaItemCarrying | None = None
) -> AgendaItemBody:
    """The answer is the item on the later meeting's agenda; both name each other."""
    return await carrying_service.carry_over(session, caller, item, body or AgendaItemCarrying())
