"""Writes of agenda items: proposing, deciding, ordering."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import case, update
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.champions.queries import champion_ids, champion_to_act_for
from api.meetings import agenda_queries, queries, rules, service
from api.meetings.agenda_schemas import (
    AgendaItemAcceptance,
    AgendaItemBody,
    AgendaItemChange,
    AgendaItemCreate,
    AgendaOrder,
)
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting
from api.meetings.schemas import MeetingBody
from api.platform.etags import ANY_REVISION, check_revision
from api.platform.problems import Conflict, FieldProblem, Forbidden, InvalidInput, NotFound
from api.platform.schemas import ReasonBody
from api.platform.transitions import Transition


@dataclass(frozen=True, slots=True)
class Subject:
    """An agenda item with its meeting, both locked: whoever reorders waits for whoever decides."""

    meeting: Meeting
    item: AgendaItem


async def load_for_change(
    session: AsyncSession, caller: Caller, meeting_id: UUID, item_id: UUID, expected_revision: int
) -> Subject:
    """The item, locked until the transaction ends; 404 where the caller may not see it, 412 where it is stale."""
    meeting = await service.load_for_change(session, caller, meeting_id, ANY_REVISION)
    statement = select(AgendaItem).where(col(AgendaItem.id) == item_id, col(AgendaItem.meeting_id) == meeting_id)
    item = (await session.exec(statement.with_for_update())).first()
    if item is None:
        raise NotFound("This meeting has no such agenda item.")
    check_revision(item, expected_revision)
    return Subject(meeting, item)


async def propose(session: AsyncSession, caller: Caller, meeting: Meeting, body: AgendaItemCreate) -> AgendaItemBody:
    """Propose an item for a champion; the secretariat without a champion for the co-chairs."""
    takes_proposals = queries.takes_proposals(meeting.agenda_closes_at)
    if not rules.may_propose(
        meeting.status, takes_proposals=takes_proposals, is_chair=caller.is_chair, is_champion=True
    ):
        raise Conflict("The agenda of this meeting takes no more proposals. Ask the co-chairs.")
    values = body.model_dump(exclude={"champion"})
    await _check_references(session, caller, values)
    if body.champion or not caller.is_secretariat:
        values["proposed_by_id"] = await champion_to_act_for(session, caller, body.champion)
    item = AgendaItem(meeting_id=meeting.id, proposed_by_person_id=caller.person_id, **values)
    session.add(item)
    await _record(session, caller, "proposed", item)
    return await agenda_queries.get_item(session, caller, item.id)


async def change(session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemChange) -> AgendaItemBody:
    """Change an item; what the body leaves out stays."""
    _require(caller, subject, "change")
    values = body.model_dump(exclude_unset=True)
    await _check_references(session, caller, values)
    subject.item.sqlmodel_update(values)
    await _record(session, caller, "changed", subject.item)
    return await agenda_queries.get_item(session, caller, subject.item.id)


async def accept(session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemAcceptance) -> AgendaItemBody:
    """Put a proposal on the agenda: at the place that is named, or the last."""
    _require(caller, subject, rules.ACCEPT.verb)
    item = subject.item
    agenda = rules.with_inserted(await _agenda(session, subject.meeting), item.id, body.position)
    item.status, item.decision_reason, item.position = AgendaItemStatus.ACCEPTED, "", agenda.index(item.id) + 1
    item.minutes = body.minutes or item.minutes
    await _record(session, caller, rules.ACCEPT.verb, item)
    await _number(session, agenda)
    return await agenda_queries.get_item(session, caller, item.id)


async def take_step(
    session: AsyncSession, caller: Caller, subject: Subject, step: Transition[AgendaItemStatus], body: ReasonBody
) -> AgendaItemBody:
    """Decline, withdraw or reopen an item; the items behind one that leaves the agenda move up."""
    _require(caller, subject, step.verb)
    item = subject.item
    if step.asks_reason_in(item.status) and body.reason is None:
        raise InvalidInput.at("/reason", "Tell the champion why.", code="missing")
    item.status, item.decision_reason, item.position = step.target, body.reason or "", None
    await _record(session, caller, step.verb, item, reason=body.reason or "")
    await _number(session, await _agenda(session, subject.meeting))
    return await agenda_queries.get_item(session, caller, item.id)


async def order(session: AsyncSession, caller: Caller, meeting: Meeting, body: AgendaOrder) -> MeetingBody:
    """Put the accepted items into the order that ``body`` names, all of them and no others."""
    if meeting.status not in rules.BEFORE_IT_IS_HELD:
        raise Conflict("The agenda of a meeting that was held or cancelled keeps its order.")
    if len(set(body.items)) != len(body.items):
        raise InvalidInput.at("/items", "Name each item once.", code="repeated")
    before = await _agenda(session, meeting)
    await _check_complete(session, before, body.items)
    await _number(session, body.items)
    flag_modified(meeting, "updated_at")
    related = {"agenda": ([str(key) for key in before], [str(key) for key in body.items])}
    await audit.record(session, caller, "meeting.agenda-ordered", meeting, title=meeting.title, related=related)
    return await queries.get_meeting(session, caller, meeting.id)


async def _check_complete(session: AsyncSession, agenda: Sequence[UUID], named: Sequence[UUID]) -> None:
    missing, strange = set(agenda) - set(named), set(named) - set(agenda)
    if not missing and not strange:
        return
    rows = await session.exec(select(AgendaItem.id, AgendaItem.title).where(col(AgendaItem.id).in_(missing)))
    titles = dict(rows.all())
    errors = [
        FieldProblem(pointer="/items", code="missing", detail=f"“{titles[key]}” ({key}) is on the agenda too.")
        for key in agenda
        if key in missing
    ] + [
        FieldProblem(pointer=f"/items/{place}", code="not_on_the_agenda", detail="This item is not on the agenda.")
        for place, key in enumerate(named)
        if key in strange
    ]
    raise Conflict("Name exactly the accepted items: see errors.", errors=errors)


async def _agenda(session: AsyncSession, meeting: Meeting) -> list[UUID]:
    """Keys of the accepted items in their order."""
    rows = await session.exec(
        select(AgendaItem.id)
        .where(col(AgendaItem.meeting_id) == meeting.id, col(AgendaItem.status) == AgendaItemStatus.ACCEPTED)
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    )
    return list(rows.all())


async def _number(session: AsyncSession, agenda: Sequence[UUID]) -> None:
    """Number the items from 1, without counting it as a change of each."""
    if agenda:
        places = case({key: place for place, key in enumerate(agenda, start=1)}, value=col(AgendaItem.id))
        statement = update(AgendaItem).where(col(AgendaItem.id).in_(agenda)).values(position=places)
        await session.exec(statement, execution_options={"synchronize_session": False})


async def _check_references(session: AsyncSession, caller: Caller, values: dict[str, Any]) -> None:
    await champion_ids(session, values.get("leads", []), pointer="/leads")
    await agenda_queries.check_links(session, caller, values)


def _require(caller: Caller, subject: Subject, verb: str) -> None:
    item, meeting = subject.item, subject.meeting
    parties = caller.parties_to(item.proposed_by_id)
    if not parties:
        raise Forbidden("This proposal is another champion's.")
    if verb in rules.item_actions(item.status, parties, meeting.status):
        return
    if meeting.status not in rules.BEFORE_IT_IS_HELD:
        raise Conflict("The meeting is over or cancelled: its agenda stays as it is.")
    if any(step.verb == verb and step.by.isdisjoint(parties) for step in rules.ITEM_TRANSITIONS):
        raise Forbidden("Only who proposed an item withdraws it; the co-chairs decline it instead.")
    raise Conflict(f"This item is {item.status}: {verb} is not open to you now.")


async def _record(session: AsyncSession, caller: Caller, what: str, item: AgendaItem, *, reason: str = "") -> None:
    behalf = None if caller.owns(item.proposed_by_id) else item.proposed_by_id
    await audit.record(
        session, caller, f"agenda-item.{what}", item, title=item.title, on_behalf_of=behalf, reason=reason
    )
