"""Reads of meetings: columns, not objects; one statement for a list."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.permissions import Permission
from api.access.visibility import sees_where_shared
from api.attendance.models import Attendance
from api.meetings import agenda_queries, rules
from api.meetings.models import AgendaItem, AgendaItemStatus, Meeting, MeetingStatus
from api.meetings.schemas import MeetingBody, MeetingQuery, MeetingSummary
from api.minutes.models import Decision
from api.platform import clock
from api.platform.database import columns
from api.platform.language import Language
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.transitions import asking_reason

_SORT = Sort(col(Meeting.id), {"starts_at": col(Meeting.starts_at)})

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "kind", "title", "starts_at", "date_precision", "time_zone",
    "duration_minutes", "languages", "format", "place", "status", "invited_at", "agenda_closes_at", "is_summary_public",
    "is_shared_with_observers", "participants_count", "source", "confidence", "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (
    *_SUMMARY_FIELDS, "status_reason", "link", "summary", "preparation_notes",
)  # fmt: skip


def visible(caller: Caller) -> ColumnElement[bool]:
    """All for members, for observers what is shared with them, for everyone what has a public outcome: a summary, or decisions."""
    if caller.is_member:
        return true()
    has_public_summary = and_(
        col(Meeting.is_summary_public), col(Meeting.status).in_(rules.AFTER_IT_WAS_HELD), col(Meeting.summary) != ""
    )
    decided = select(Decision.id).where(col(Decision.meeting_id) == col(Meeting.id), col(Decision.is_public))
    has_public_decision = and_(col(Meeting.status) == MeetingStatus.CLOSED, decided.correlate(Meeting).exists())
    return or_(
        has_public_summary,
        has_public_decision,
        sees_where_shared(caller, is_shared_with_observers=Meeting.is_shared_with_observers),
    )


async def list_meetings(session: AsyncSession, caller: Caller, query: MeetingQuery) -> Page[MeetingSummary]:
    """One page of the meetings that the caller may see."""
    return await _SORT.fetch(
        session,
        _meetings(_SUMMARY_FIELDS).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: MeetingSummary.model_construct(**_values(caller, row, _SUMMARY_FIELDS)),
    )


def _filters(query: MeetingQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.status:
        filters.append(col(Meeting.status).in_(query.status))
    if query.kind:
        filters.append(col(Meeting.kind) == query.kind)
    if query.from_on:
        filters.append(col(Meeting.starts_at) >= datetime.combine(query.from_on, time.min, UTC))
    if query.until:
        filters.append(col(Meeting.starts_at) <= datetime.combine(query.until, time.max, UTC))
    if query.q:
        filters.append(col(Meeting.title).icontains(query.q, autoescape=True))
    return filters


def _meetings(fields: tuple[str, ...]) -> Any:
    """The meetings' columns, and beside them who was there and their agenda in figures."""
    return columns(
        *(getattr(Meeting, name) for name in fields),
        champions_present(),
        _of_agenda(func.count(), AgendaItemStatus.ACCEPTED).label("accepted_items_count"),
        _of_agenda(func.coalesce(func.sum(AgendaItem.minutes), 0), AgendaItemStatus.ACCEPTED).label("accepted_minutes"),
        _of_agenda(func.count(), AgendaItemStatus.PROPOSED).label("open_proposals_count"),
    )


def champions_present() -> Any:
    """How many champions were at a meeting: as attendance tells where it was taken, otherwise as somebody noted."""
    of_meeting = col(Attendance.meeting_id) == col(Meeting.id)
    counted = case(
        (func.count(col(Attendance.taken_at)) > 0, func.count().filter(col(Attendance.was_present).is_(True)))
    )
    taken = select(counted).where(of_meeting).correlate(Meeting).scalar_subquery()
    return func.coalesce(taken, Meeting.champions_present_count).label("champions_present_count")


async def is_attendance_taken(session: AsyncSession, meeting_id: UUID) -> bool:
    """Whether anybody has noted which champions were there."""
    taken = select(Attendance.id).where(col(Attendance.meeting_id) == meeting_id, col(Attendance.taken_at).is_not(None))
    return (await session.exec(taken.limit(1))).first() is not None


def _of_agenda(figure: Any, status: AgendaItemStatus) -> Any:
    return (
        select(figure)
        .select_from(AgendaItem)
        .where(col(AgendaItem.meeting_id) == col(Meeting.id), col(AgendaItem.status) == status)
        .scalar_subquery()
    )


async def get_meeting(session: AsyncSession, caller: Caller, meeting_id: UUID) -> MeetingBody:
    """One meeting with its agenda; ``NotFound`` where the caller may not see it."""
    row = (await session.exec(_meetings(_BODY_FIELDS).where(col(Meeting.id) == meeting_id, visible(caller)))).first()
    if row is None:
        raise not_found()
    values = _values(caller, row, _BODY_FIELDS)
    if not agenda_queries.sees_agenda(caller, is_shared_with_observers=row.is_shared_with_observers):
        values |= {"link": None, "status_reason": ""}
        if not rules.is_summary_out(row.status, is_summary_public=row.is_summary_public):
            values["summary"] = ""
    if not caller.may(Permission.MEETINGS_PREPARE):
        values["preparation_notes"] = None
    return MeetingBody.model_construct(
        **values,
        agenda_items=await agenda_queries.list_items(session, caller, row),
        asks_reason=asking_reason((*rules.TRANSITIONS, *rules.STEPS_OF_MINUTES), row.status, values["actions"]),
    )


async def check_visible(session: AsyncSession, caller: Caller, meeting_id: UUID) -> None:
    """Raise ``NotFound`` unless the caller may see the meeting."""
    if (await session.exec(select(Meeting.id).where(col(Meeting.id) == meeting_id, visible(caller)))).first() is None:
        raise not_found()


async def get_shared(session: AsyncSession, caller: Caller, meeting_id: UUID) -> Any:
    """The key of a meeting that the caller may see, with whether observers read its agenda; for lists below it."""
    wanted = columns(Meeting.id, Meeting.is_shared_with_observers).where(col(Meeting.id) == meeting_id)
    row = (await session.exec(wanted.where(visible(caller)))).first()
    if row is None:
        raise not_found()
    return row


def not_found() -> NotFound:
    """The problem for a meeting that is not there, or not for the caller."""
    return NotFound("There is no such meeting, or it is not for you to see.")


def _values(caller: Caller, row: Row[Any], fields: tuple[str, ...]) -> dict[str, Any]:
    values = dict(zip(fields, row, strict=False))
    sees_agenda = agenda_queries.sees_agenda(caller, is_shared_with_observers=row.is_shared_with_observers)
    return values | {
        "languages": [Language(spoken) for spoken in row.languages],
        "champions_present_count": row.champions_present_count,
        "invited_at": row.invited_at if caller.is_member else None,
        "agenda_closes_at": row.agenda_closes_at if sees_agenda else None,
        "accepted_items_count": row.accepted_items_count if sees_agenda else 0,
        "accepted_minutes": row.accepted_minutes if sees_agenda else 0,
        "open_proposals_count": row.open_proposals_count if caller.is_member else 0,
        "actions": _actions(caller, row),
    }


def _actions(caller: Caller, row: Row[Any]) -> list[str]:
    return rules.actions(
        row.status,
        caller.parties_to(None),
        takes_proposals=takes_proposals(row.agenda_closes_at),
        is_champion=caller.champion_id is not None,
        is_invited=row.invited_at is not None,
    )


def takes_proposals(agenda_closes_at: datetime | None) -> bool:
    """Whether the deadline for proposals, if there is one, has not passed."""
    return agenda_closes_at is None or clock.now() < agenda_closes_at
