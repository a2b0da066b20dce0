"""Proposals for an agenda over HTTP: champions propose and support, the co-chairs decide. A proposal is an agenda item."""

from typing import Annotated, Any

from fastapi import Query, status

from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.meetings import agenda_queries, agenda_rules, proposal_service, queries
from api.meetings.agenda_routes import AgendaPropose, ItemToMove
from api.meetings.agenda_schemas import (
    AgendaItemAcceptance,
    AgendaItemBody,
    AgendaItemCreate,
    AgendaItemMerging,
    AgendaSupport,
    ProposalQuery,
)
from api.meetings.routes import MeetingId, MeetingRead, MeetingToMove, MeetingWrite
from api.platform.database import SessionDep
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.transitions import Party, Transition
from api.platform.unit_of_work import room_router
from api.vocabularies.types import Iso3

router = room_router("/meetings/{meeting_id}/agenda-proposals", tag="Agenda proposals")


@router.get("", operation_id="listAgendaProposals", summary="List the proposals for an agenda")
async def list_agenda_proposals(
    caller: MeetingRead, session: SessionDep, meeting_id: MeetingId, query: Annotated[ProposalQuery, Query()]
) -> Page[AgendaItemBody]:
    """Those that matter to most champions first. Members read all, whatever became of them."""
    meeting = await queries.get_shared(session, caller, meeting_id)
    return await agenda_queries.list_proposals(session, caller, meeting, query)


@router.post(
    "", operation_id="proposeAgendaItem", summary="Propose an agenda item", status_code=status.HTTP_201_CREATED
)
async def propose_agenda_item(
    caller: AgendaPropose, session: SessionDep, meeting: MeetingToMove, body: AgendaItemCreate
) -> AgendaItemBody:
    """By any champion while the agenda is open; by the co-chairs and the secretariat until the meeting is held."""
    return await proposal_service.propose(session, caller, meeting, body)


@router.post(
    f"/{{item_id}}/{agenda_rules.ACCEPT.verb}",
    operation_id=agenda_rules.ACCEPT.operation_id("AgendaProposal"),
    summary=agenda_rules.ACCEPT.summary,
    description=agenda_rules.ACCEPT.story,
)
async def accept_agenda_proposal(
    caller: MeetingWrite, session: SessionDep, item: ItemToMove, body: AgendaItemAcceptance | None = None
) -> AgendaItemBody:
    """At the place that the body names, or before what ends the meeting."""
    return await proposal_service.accept(session, caller, item, body or AgendaItemAcceptance())


@router.post(
    f"/{{item_id}}/{agenda_rules.MERGE.verb}",
    operation_id=agenda_rules.MERGE.operation_id("AgendaProposal"),
    summary=agenda_rules.MERGE.summary,
    description=f"{agenda_rules.MERGE.story} The answer is the other, which names both proposers from now on.",
)
async def merge_agenda_proposal(
    caller: MeetingWrite, session: SessionDep, item: ItemToMove, body: AgendaItemMerging
) -> AgendaItemBody:
    """The merged proposal keeps its words, its proposer and its links; `reopen` takes it out again."""
    return await proposal_service.merge(session, caller, item, body)


@router.put("/{item_id}/support", operation_id="supportAgendaProposal", summary="Say that a proposal matters")
async def support_agenda_proposal(
    caller: AgendaPropose, session: SessionDep, item: ItemToMove, body: AgendaSupport | None = None
) -> AgendaItemBody:
    """Once for each champion; the co-chairs see to whom a proposal matters."""
    return await proposal_service.support(session, caller, item, body.champion if body else None)


@router.delete(
    "/{item_id}/support",
    operation_id="withdrawAgendaProposalSupport",
    summary="Take back that a proposal matters",
    status_code=status.HTTP_200_OK,
)
async def withdraw_agenda_proposal_support(
    caller: AgendaPropose,
    session: SessionDep,
    item: ItemToMove,
    champion: Annotated[Iso3 | None, Query(description="One's own by default; the secretariat names it.")] = None,
) -> AgendaItemBody:
    """For one's own champion; the secretariat on behalf of another."""
    return await proposal_service.withdraw_support(session, caller, item, champion)


def _add_step(step: Transition[Any]) -> None:
    permission = Permission.AGENDA_PROPOSE if Party.OWNER in step.by else Permission.MEETINGS_WRITE

    @router.post(
        f"/{{item_id}}/{step.verb}",
        operation_id=step.operation_id("AgendaProposal"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(permission)],
    )
    async def take_step(caller: CurrentCaller, session: SessionDep, item: ItemToMove, body: StepBody) -> AgendaItemBody:
        return await proposal_service.take_step(session, caller, item, step, body)


for _step in agenda_rules.TRANSITIONS:
    _add_step(_step)
