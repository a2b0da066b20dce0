"""Writes of partners: a champion asks to join, those who lead answer, a partner withdraws."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities import partner_mails, partner_queries, partner_rules, queries
from api.activities.models import Activity, ActivityChampion, PartnerRequest, PartnerStatus
from api.activities.partner_schemas import PartnerAnswer, PartnerAsk, PartnerBody
from api.audit import service as audit
from api.champions.queries import champion_to_act_for
from api.platform import clock
from api.platform.problems import Conflict, Forbidden, InvalidInput
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition


async def ask(session: AsyncSession, caller: Caller, activity: Activity, body: PartnerAsk) -> PartnerBody:
    """Ask to join. A champion speaks with one voice: asking again replaces what it asked before."""
    champion_id = await champion_to_act_for(session, caller, body.champion)
    if not partner_queries.is_open(activity):
        raise Conflict("This activity is not open for partners now. Write to those who lead it.")
    if champion_id == activity.champion_id or await partner_queries.has_part(session, activity.id, champion_id):
        raise Conflict("This champion takes part already.")
    request = await _asked(session, activity, champion_id) or PartnerRequest(
        activity_id=activity.id, champion_id=champion_id, part=body.part, person_name=caller.name
    )
    request.part, request.message = body.part, body.message
    request.person_id, request.person_name, request.asked_at = caller.person_id, caller.name, clock.now()
    session.add(request)
    await _record(session, caller, "asked", activity, request)
    await partner_mails.tell_asked(session, activity, request)
    return await partner_queries.get_partner(session, caller, activity, request.id)


async def answer(
    session: AsyncSession,
    caller: Caller,
    activity: Activity,
    request_id: UUID,
    step: Transition[PartnerStatus],
    body: PartnerAnswer,
) -> PartnerBody:
    """Accept or decline. Whoever is accepted has its part in the activity from then on."""
    request = await _locked(session, activity, request_id)
    if step.by.isdisjoint(await queries.parties_to(session, caller, activity)):
        raise Forbidden("This is for those who lead the activity, and for the secretariat.")
    _check_open(step, request, body)
    request.status, request.answer = step.target, body.reason or ""
    request.answered_at, request.answered_by_name = clock.now(), caller.name
    if step.target is PartnerStatus.ACCEPTED:
        request.part = body.part or request.part
        await _give_part(session, activity, request)
    await _record(session, caller, step.target, activity, request, reason=body.reason or "")
    await partner_mails.tell_answered(session, activity, request)
    return await partner_queries.get_partner(session, caller, activity, request.id)


async def withdraw(
    session: AsyncSession, caller: Caller, activity: Activity, request_id: UUID, body: ReasonBody
) -> PartnerBody:
    """Take back what was asked, or the part that one has."""
    request = await _locked(session, activity, request_id)
    step = partner_rules.WITHDRAWAL
    if step.by.isdisjoint(caller.parties_to(request.champion_id)):
        raise Forbidden("This is for the champion that asked, and for the secretariat on its behalf.")
    _check_open(step, request, body)
    was_partner = request.status is PartnerStatus.ACCEPTED
    request.status = step.target
    if was_partner:
        await _take_part(session, activity, request)
        await partner_mails.tell_withdrawn(session, activity, request, why=body.reason or "")
    await _record(session, caller, "withdrawn", activity, request, reason=body.reason or "")
    return await partner_queries.get_partner(session, caller, activity, request.id)


def _check_open(step: Transition[PartnerStatus], request: PartnerRequest, body: ReasonBody) -> None:
    if not step.starts_from(request.status):
        raise Conflict(f"A request that is {request.status} cannot take the step {step.verb}.")
    if step.asks_reason_in(request.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Give the reason: the champion that asked reads it.", code="missing")


async def _give_part(session: AsyncSession, activity: Activity, request: PartnerRequest) -> None:
    """Also where the leads had given it another part in the meantime."""
    has = await session.get(ActivityChampion, (activity.id, request.champion_id))
    partner = has or ActivityChampion(activity_id=activity.id, champion_id=request.champion_id, part=request.part)
    partner.part = request.part
    session.add(partner)
    flag_modified(activity, "updated_at")


async def _take_part(session: AsyncSession, activity: Activity, request: PartnerRequest) -> None:
    has = await session.get(ActivityChampion, (activity.id, request.champion_id))
    if has:
        await session.delete(has)
        flag_modified(activity, "updated_at")


async def _asked(session: AsyncSession, activity: Activity, champion_id: UUID) -> PartnerRequest | None:
    found = await session.exec(
        select(PartnerRequest).where(
            col(PartnerRequest.activity_id) == activity.id,
            col(PartnerRequest.champion_id) == champion_id,
            col(PartnerRequest.status) == PartnerStatus.ASKED,
        )
    )
    return found.first()


async def _locked(session: AsyncSession, activity: Activity, request_id: UUID) -> PartnerRequest:
    found = await session.exec(
        select(PartnerRequest)
        .where(col(PartnerRequest.id) == request_id, col(PartnerRequest.activity_id) == activity.id)
        .with_for_update()
    )
    request = found.first()
    if request is None:
        raise partner_queries.not_found()
    return request


async def _record(
    session: AsyncSession, caller: Caller, what: str, activity: Activity, request: PartnerRequest, **more: Any
) -> None:
    behalf = request.champion_id if caller.is_secretariat else None
    action = f"activity_partner.{what}"
    await audit.record(session, caller, action, request, title=activity.title, on_behalf_of=behalf, **more)
