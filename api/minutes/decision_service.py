"""Writes of decisions. Their words are part of the minutes, and locked with them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.audit import service as audit
from api.meetings import agenda_queries
from api.meetings.models import AgendaItem, Meeting
from api.minutes import decision_queries, rules
from api.minutes.decision_schemas import DecisionBody, DecisionChange, DecisionCreate
from api.minutes.models import Decision
from api.minutes.text_service import require_writable
from api.platform.etags import check_revision
from api.platform.problems import Conflict, InvalidInput, NotFound

_OF_THE_RECORD = frozenset({"is_public", "workplan_item_id", "activity_id"})
"""What may still change of a decision when its minutes are locked: what it says does not."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A decision with its meeting, both locked."""

    meeting: Meeting
    decision: Decision


async def load_for_change(
    session: AsyncSession, meeting: Meeting, decision_id: UUID, expected_revision: int
) -> Subject:
    """A decision of ``meeting``, locked until the transaction ends; 412 where it is stale."""
    found = select(Decision).where(col(Decision.id) == decision_id, col(Decision.meeting_id) == meeting.id)
    decision = (await session.exec(found.with_for_update())).first()
    if decision is None:
        raise NotFound("This meeting took no such decision.")
    check_revision(decision, expected_revision)
    return Subject(meeting, decision)


async def create(session: AsyncSession, caller: Caller, meeting: Meeting, body: DecisionCreate) -> DecisionBody:
    """Record a decision of a meeting, under the next number."""
    require_writable(meeting)
    values = body.model_dump()
    await _check_links(session, caller, meeting, values)
    last = (await session.exec(select(func.max(Decision.number)).where(col(Decision.meeting_id) == meeting.id))).one()
    decision = Decision(meeting_id=meeting.id, number=(last or 0) + 1, **values)
    session.add(decision)
    await audit.record(session, caller, "decision.created", decision, title=decision.text)
    return await decision_queries.get_decision(session, caller, decision.id)


async def change(session: AsyncSession, caller: Caller, subject: Subject, body: DecisionChange) -> DecisionBody:
    """Change a decision; what the body leaves out stays. Of a locked one only whether it is public, and its links."""
    decision, values = subject.decision, body.model_dump(exclude_unset=True)
    if subject.meeting.status not in rules.WRITABLE and not values.keys() <= _OF_THE_RECORD:
        raise Conflict("The minutes are locked: this decision keeps its words. Its links and its mark may change.")
    await _check_links(session, caller, subject.meeting, values)
    decision.sqlmodel_update(values)
    await audit.record(session, caller, "decision.changed", decision, title=decision.text)
    return await decision_queries.get_decision(session, caller, decision.id)


async def delete(session: AsyncSession, caller: Caller, subject: Subject) -> None:
    """Delete a decision that the minutes do not lock yet. The others keep their numbers."""
    require_writable(subject.meeting)
    await session.delete(subject.decision)
    await audit.record(session, caller, "decision.deleted", subject.decision, title=subject.decision.text)


async def _check_links(session: AsyncSession, caller: Caller, meeting: Meeting, values: dict[str, Any]) -> None:
    await agenda_queries.check_links(session, caller, values)
    await check_item_of(session, meeting.id, values.get("agenda_item_id"))


async def check_item_of(session: AsyncSession, meeting_id: UUID, item_id: UUID | None) -> None:
    """Raise ``InvalidInput`` where ``item_id`` is not on the agenda of the meeting."""
    if item_id is None:
        return
    found = select(AgendaItem.id).where(col(AgendaItem.id) == item_id, col(AgendaItem.meeting_id) == meeting_id)
    if (await session.exec(found)).first() is None:
        raise InvalidInput.at("/agenda_item_id", "This meeting has no such agenda item.", code="unknown")
