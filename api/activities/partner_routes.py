"""Who asks to join an activity, over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Body, Depends, Path, status

from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.activities import partner_queries, partner_rules, partner_service, service
from api.activities.partner_schemas import PartnerAnswer, PartnerAsk, PartnerBody, PartnerList
from api.activities.routes import ActivityId, ActivityRead, ActivityWrite
from api.platform.database import SessionDep
from api.platform.schemas import StepBody
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router

PartnerId = Annotated[UUID, Path(description="Key of the request to join.")]
AskBody = Annotated[PartnerAsk, Body(default_factory=PartnerAsk)]
AnswerBody = Annotated[PartnerAnswer, Body(default_factory=PartnerAnswer)]

router = room_router("/activities/{activity_id}/partners", tag="Activities")


async def activity_to_join(activity_id: ActivityId, caller: CurrentCaller, session: SessionDep) -> service.Subject:
    """The activity, locked and visible to the caller."""
    return await service.load_to_follow(session, caller, activity_id)


ActivityToJoin = Annotated[service.Subject, Depends(activity_to_join)]


@router.get("", operation_id="listActivityPartners", summary="List who asked to join an activity")
async def list_activity_partners(caller: ActivityRead, session: SessionDep, activity_id: ActivityId) -> PartnerList:
    """All of it for those who lead and for the secretariat; one's own champion's for others. Partners stand in the activity."""
    return await partner_queries.list_partners(session, caller, activity_id)


@router.post(
    "", operation_id="askToJoinActivity", summary="Ask to join an activity", status_code=status.HTTP_201_CREATED
)
async def ask_to_join_activity(
    caller: ActivityWrite, session: SessionDep, activity: ActivityToJoin, body: AskBody
) -> PartnerBody:
    """One voice a champion: asking again replaces what was asked. Those who lead get a letter."""
    return await partner_service.ask(session, caller, activity, body)


@router.post("/{partner_id}/withdraw", operation_id="withdrawActivityPartner", summary="Withdraw from an activity")
async def withdraw_activity_partner(
    caller: ActivityWrite, session: SessionDep, activity: ActivityToJoin, partner_id: PartnerId, body: StepBody
) -> PartnerBody:
    """Take back what was asked, or the part that one has; those who lead are told of the latter."""
    return await partner_service.withdraw(session, caller, activity, partner_id, body)


def _add_answer(step: Transition[Any]) -> None:
    @router.post(
        f"/{{partner_id}}/{step.verb}",
        operation_id=step.operation_id("ActivityPartner"),
        summary=step.summary,
        description=step.story,
        dependencies=[requires(Permission.ACTIVITIES_WRITE)],
    )
    async def give_answer(
        caller: CurrentCaller,
        session: SessionDep,
        activity: ActivityToJoin,
        partner_id: PartnerId,
        body: AnswerBody,
    ) -> PartnerBody:
        return await partner_service.answer(session, caller, activity, partner_id, step, body)


for _step in partner_rules.ANSWERS:
    _add_answer(_step)
