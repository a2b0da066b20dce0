"""What waits for a caller: one statement a room, whatever there is."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.champions.schemas import ChampionRef
from api.cochairs.models import CoChairTerm
from api.home import (
    activity_due_queries,
    collaboration_due_queries,
    consultation_due_queries,
    date_poll_due_queries,
    minutes_due_queries,
    pledge_due_queries,
    practice_due_queries,
    process_due_queries,
    rules,
    statement_due_queries,
)
from api.home.invitation_queries import invitations_to_answer
from api.home.kinds import DueKind
from api.home.rules import Due
from api.home.schemas import DueItem, DueList
from api.home.workplan_due_queries import workplan_items
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.platform import clock
from api.platform.database import columns

_COMING = (MeetingStatus.PLANNED, MeetingStatus.AGENDA_OPEN, MeetingStatus.AGENDA_CIRCULATED)

_Later = aliased(CoChairTerm)


async def get_due(session: AsyncSession, caller: Caller) -> DueList:
    """All that waits for the caller in the roles of this moment, the most urgent first. An observer is asked for advice
    at most."""
    waiting = await practice_due_queries.get_due(session, caller)
    if caller.is_member:
        waiting += await _of_member(session, caller)
    return DueList(items=[_item(due) for due in rules.by_urgency(waiting)])


async def _of_member(session: AsyncSession, caller: Caller) -> list[Due]:
    waiting = await _meetings(session, caller) + await workplan_items(session, caller)
    waiting += await invitations_to_answer(session, caller)
    waiting += await consultation_due_queries.get_due(session, caller)
    waiting += await date_poll_due_queries.get_due(session, caller)
    waiting += await minutes_due_queries.get_due(session, caller)
    waiting += await process_due_queries.get_due(session, caller)
    waiting += await statement_due_queries.get_due(session, caller)
    waiting += await pledge_due_queries.get_due(session, caller)
    waiting += await collaboration_due_queries.get_due(session, caller)
    if caller.is_secretariat:
        waiting += await _succession(session) + await _next_quarter(session)
    else:
        waiting += await activity_due_queries.get_due(session, caller)
    return waiting


def _item(due: Due) -> DueItem:
    return DueItem.model_construct(
        kind=due.kind,
        id=due.id,
        title=due.title,
        champion=ChampionRef.of(due.champion_id, due.iso3) if due.champion_id and due.iso3 else None,
        due_on=due.due_on,
        due_at=due.due_at,
        since=due.since,
        days_late=rules.days_late(due, today=clock.today()),
        count=due.count,
        is_demonstration=due.is_demonstration,
    )


async def _meetings(session: AsyncSession, caller: Caller) -> list[Due]:
    """The meetings to come within the time of preparation or with open agendas, and those whose day has passed."""
    rows = await session.exec(
        columns(
            *(getattr(Meeting, name) for name in ("id", "title", "starts_at", "status", "agenda_closes_at")),
            Meeting.duration_minutes,
            Meeting.is_demonstration,
            _proposals(true()).label("proposals"),
            _proposals(owns(caller, AgendaItem.proposed_by_id)).label("own_proposals"),
        )
        .where(col(Meeting.status).in_(_COMING))
        .order_by(col(Meeting.starts_at))
    )
    return [due for row in rows for due in _of_meeting(caller, row)]


def _proposals(which: ColumnElement[bool]) -> Any:
    return (
        select(func.count())
        .select_from(AgendaItem)
        .where(
            col(AgendaItem.meeting_id) == col(Meeting.id),
            col(AgendaItem.status) == AgendaItemStatus.PROPOSED,
            which,
        )
        .scalar_subquery()
    )


def _of_meeting(caller: Caller, row: Row[Any]) -> list[Due]:
    now = clock.now()
    about: dict[str, Any] = {"id": row.id, "title": row.title, "is_demonstration": row.is_demonstration}
    closes_at = row.agenda_closes_at or row.starts_at
    ends_at = row.starts_at + timedelta(minutes=row.duration_minutes)
    is_near = row.starts_at <= now + rules.PREPARATION
    waiting = []
    if caller.is_chair and ends_at < now:
        return [Due(kind=DueKind.MEETING_TO_CONCLUDE, due_at=ends_at, **about)]
    if caller.is_chair and is_near and row.proposals:
        waiting.append(Due(kind=DueKind.AGENDA_PROPOSALS_TO_DECIDE, due_at=closes_at, count=row.proposals, **about))
    if caller.is_chair and is_near and row.status is not MeetingStatus.AGENDA_CIRCULATED:
        waiting.append(Due(kind=DueKind.MEETING_TO_PREPARE, due_at=row.starts_at, **about))
    is_open = row.status is MeetingStatus.AGENDA_OPEN and now < closes_at
    if caller.champion_id and is_open and not row.own_proposals:
        waiting.append(Due(kind=DueKind.AGENDA_OPEN_FOR_PROPOSALS, due_at=closes_at, **about))
    return waiting


async def _succession(session: AsyncSession) -> list[Due]:
    """A term that ends soon and that no other follows."""
    today = clock.today()
    rows = await session.exec(
        columns(CoChairTerm.id, CoChairTerm.ends_on, CoChairTerm.is_demonstration).where(
            col(CoChairTerm.starts_on) <= today,
            col(CoChairTerm.ends_on).between(today + timedelta(days=1), today + rules.SUCCESSION),
            ~select(_Later.id).where(col(_Later.starts_on) >= col(CoChairTerm.ends_on)).exists(),
        )
    )
    return [
        Due(kind=DueKind.TERM_WITHOUT_SUCCESSOR, id=row.id, due_on=row.ends_on, is_demonstration=row.is_demonstration)
        for row in rows
    ]


async def _next_quarter(session: AsyncSession) -> list[Due]:
    """A coming quarter without a meeting: the champions meet every quarter (discussion note, co-chairing, a)."""
    first_day, day_after = rules.quarter_after(clock.today())
    meetings = await session.exec(
        select(Meeting.id)
        .where(
            col(Meeting.status).not_in((MeetingStatus.CANCELLED, MeetingStatus.POSTPONED)),
            col(Meeting.starts_at) >= _midnight(first_day),
            col(Meeting.starts_at) < _midnight(day_after),
        )
        .limit(1)
    )
    return [] if meetings.first() else [Due(kind=DueKind.QUARTER_WITHOUT_MEETING, due_on=first_day)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
