"""What a meeting did not reach goes on at a later one, and stays where it was as well."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.meetings import agenda_queries, agenda_rules, rules, service
from api.meetings.agenda_schemas import AgendaItemBody, AgendaItemCarrying
from api.meetings.agenda_service import Subject, agenda_of, number, record, require
from api.meetings.models import AgendaItem, AgendaItemOrigin, AgendaItemStatus, Meeting, MeetingKind, MeetingStatus
from api.platform import clock
from api.platform.etags import ANY_REVISION
from api.platform.problems import Conflict, InvalidInput

_KEPT = (
    "title", "description", "language", "translations", "minutes", "leads", "objectives", "proposed_by_id",
    "proposed_by_person_id", "co_proposed_by", "workplan_item_id", "activity_id", "practice_id", "process_id", "statement_id",
)  # fmt: skip
"""What goes along. What was said and decided so far stays with the item it is carried from, and is read there."""


async def carry_over(
    session: AsyncSession, caller: Caller, subject: Subject, body: AgendaItemCarrying
) -> AgendaItemBody:
    """Put what ``subject.meeting`` did not reach on the agenda of a later meeting. Returns the item there."""
    await require(session, caller, subject, "carry-over")
    target = await _later_meeting(session, caller, subject.meeting, body.meeting_id)
    agenda = await agenda_of(session, target)
    carried = await put_on(session, caller, subject.item, target)
    placed = agenda_rules.with_placed(agenda, carried.id, carried.origin)
    await number(session, [key for key, _ in placed])
    return await agenda_queries.get_item(session, caller, carried.id)


async def put_on(session: AsyncSession, caller: Caller, item: AgendaItem, target: Meeting) -> AgendaItem:
    """``item`` as an item of ``target``, which is locked and takes it; its place is for the caller to give."""
    carried = AgendaItem(
        meeting_id=target.id,
        carried_from_id=item.id,
        origin=AgendaItemOrigin.CARRIED_OVER,
        status=AgendaItemStatus.ACCEPTED,
        position=1,
        **{name: getattr(item, name) for name in _KEPT},
    )
    session.add(carried)
    item.is_reached = False
    await record(session, caller, "carried-over", carried)
    await record(session, caller, "not-reached", item)
    return carried


async def _later_meeting(session: AsyncSession, caller: Caller, meeting: Meeting, named: UUID | None) -> Meeting:
    key = named or (await session.exec(_next_technical_after(meeting))).first()
    if key is None:
        raise Conflict("No meeting is planned after this one. Plan it first: its draft agenda will offer this item.")
    target = await service.load_for_change(session, caller, key, ANY_REVISION)
    if target.status not in rules.BEFORE_IT_IS_HELD or target.starts_at <= _goes_on_after(meeting):
        raise InvalidInput.at(
            "/meeting_id",
            "Name a meeting that is later than this one, or than today where this one is cancelled, and still to be held.",
            code="not_a_later_meeting",
        )
    return target


def _goes_on_after(meeting: Meeting) -> datetime:
    """A cancelled meeting's items need not wait for the day on which it would have been."""
    return min(meeting.starts_at, clock.now()) if meeting.status is MeetingStatus.CANCELLED else meeting.starts_at


def _next_technical_after(meeting: Meeting) -> Any:
    return (
        select(Meeting.id)
        .where(
            col(Meeting.starts_at) > _goes_on_after(meeting),
            col(Meeting.kind) == MeetingKind.TECHNICAL,
            col(Meeting.status).in_(rules.BEFORE_IT_IS_HELD),
        )
        .order_by(col(Meeting.starts_at))
        .limit(1)
    )
