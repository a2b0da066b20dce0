"""Reads of decisions: a meeting's, and those of all meetings; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Row, and_, cast, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.actionitems.models import ActionItem, ActionItemStatus
from api.cochairs.models import CoChairTerm
from api.meetings import agenda_queries
from api.meetings import queries as meetings
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import AgendaItem, Meeting, MeetingStatus
from api.minutes import queries, rules
from api.minutes.decision_schemas import DecisionBody, DecisionQuery, MeetingDecisionQuery, MeetingRef
from api.minutes.models import Decision
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.search import matches

_SORT = Sort(
    col(Decision.id),
    {
        "held_at": col(Meeting.starts_at),
        "created_at": col(Decision.created_at),
        "number": col(Decision.number),
    },
)
_FIELDS = ("id", "revision", "created_at", "updated_at", "number", "text", "is_public", "is_demonstration")
_LINKS = ("workplan_item", "activity")


def visible(caller: Caller) -> ColumnElement[bool]:
    """Those of the minutes that the caller sees; for everyone those marked public, once the minutes are adopted."""
    is_out = and_(col(Decision.is_public), col(Meeting.status) == MeetingStatus.CLOSED)
    return or_(queries.sees_minutes(caller), is_out)


async def list_decisions(session: AsyncSession, caller: Caller, query: DecisionQuery) -> Page[DecisionBody]:
    """One page of the decisions that the caller may see."""
    return await _SORT.fetch(
        session,
        _decisions(caller).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: _body(caller, row),
    )


async def list_decisions_of_meeting(
    session: AsyncSession, caller: Caller, meeting_id: UUID, query: MeetingDecisionQuery
) -> Page[DecisionBody]:
    """One page of a meeting's decisions, by number; ``NotFound`` where the meeting is not for the caller."""
    await meetings.check_visible(session, caller, meeting_id)
    return await list_decisions(session, caller, DecisionQuery(meeting_id=meeting_id, **query.model_dump()))


async def get_decision(session: AsyncSession, caller: Caller, decision_id: UUID) -> DecisionBody:
    """One decision; ``NotFound`` where it is not for the caller."""
    found = _decisions(caller).where(col(Decision.id) == decision_id, visible(caller))
    row = (await session.exec(found)).first()
    if row is None:
        raise NotFound("There is no such decision, or it is not for you to see.")
    return _body(caller, row)


def _decisions(caller: Caller) -> Any:
    linkable = agenda_queries.linkable(caller)
    titles = [
        column
        for link in _LINKS
        for key, found in [linkable[link]]
        for column in (
            getattr(Decision, f"{link}_id"),
            found.where(col(key) == getattr(Decision, f"{link}_id")).scalar_subquery().label(f"{link}_title"),
        )
    ]
    return (
        columns(
            *(getattr(Decision, field) for field in _FIELDS),
            Decision.meeting_id,
            col(Meeting.title).label("meeting_title"),
            Meeting.starts_at,
            col(Meeting.status).label("meeting_status"),
            Decision.agenda_item_id,
            col(AgendaItem.title).label("agenda_item_title"),
            *titles,
            _action_items(caller).label("action_items_count"),
            _action_items(caller, col(ActionItem.status) == ActionItemStatus.OPEN).label("open_action_items_count"),
        )
        .join(Meeting, col(Meeting.id) == col(Decision.meeting_id))
        .outerjoin(AgendaItem, col(AgendaItem.id) == col(Decision.agenda_item_id))
    )


def _action_items(caller: Caller, *wanted: ColumnElement[bool]) -> Any:
    """How many action items follow from the decision, of those that the caller sees."""
    return (
        select(func.count())
        .select_from(ActionItem)
        .where(col(ActionItem.decision_id) == col(Decision.id), queries.sees_minutes(caller), *wanted)
        .correlate(Decision, Meeting)
        .scalar_subquery()
    )


def _in_term(term_id: UUID) -> ColumnElement[bool]:
    term = col(CoChairTerm.id) == term_id
    begins, ends = (
        select(func.timezone("UTC", cast(day, DateTime))).where(term).scalar_subquery()
        for day in (CoChairTerm.starts_on, CoChairTerm.ends_on)
    )
    return and_(col(Meeting.starts_at) >= begins, col(Meeting.starts_at) < ends)


def _filters(query: DecisionQuery) -> list[ColumnElement[bool]]:
    keys = ("meeting_id", "agenda_item_id", "workplan_item_id", "activity_id")
    filters: list[ColumnElement[bool]] = [
        getattr(Decision, name) == wanted for name in keys if (wanted := getattr(query, name))
    ]
    if query.term_id:
        filters.append(_in_term(query.term_id))
    if query.is_public is not None:
        filters.append(col(Decision.is_public) == query.is_public)
    if query.q:
        filters.append(matches(Decision.search, query.q))
    return filters


def _body(caller: Caller, row: Row[Any]) -> DecisionBody:
    values = row._mapping
    return DecisionBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        meeting=MeetingRef.model_construct(id=row.meeting_id, title=row.meeting_title, starts_at=row.starts_at),
        agenda_item=linked(values, "agenda_item"),
        is_adopted=row.meeting_status == MeetingStatus.CLOSED,
        action_items_count=row.action_items_count,
        open_action_items_count=row.open_action_items_count,
        workplan_item=linked(values, "workplan_item"),
        activity=linked(values, "activity"),
        actions=rules.decision_actions(row.meeting_status, caller.parties_to(None)),
    )


def linked(values: Any, link: str) -> LinkedRecord | None:
    """The record that the columns ``<link>_id`` and ``<link>_title`` name; none where there is, or for the caller is, none."""
    title = values[f"{link}_title"]
    return None if title is None else LinkedRecord.model_construct(id=values[f"{link}_id"], title=title)
