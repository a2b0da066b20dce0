"""Reads of decisions: a meeting's, and those of all meetings; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, or_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.meetings import agenda_queries
from api.meetings import queries as meetings
from api.meetings.agenda_schemas import LinkedRecord
from api.meetings.models import AgendaItem, Meeting, MeetingStatus
from api.minutes import queries, rules
from api.minutes.decision_schemas import DecisionBody, DecisionQuery, MeetingDecisionQuery, MeetingRef
from api.minutes.models import Decision
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.search import matches

_SORT = Sort(col(Decision.id), {"created_at": col(Decision.created_at), "number": col(Decision.number)})
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
    """One decision, as the answer to a write."""
    return _body(caller, (await session.exec(_decisions(caller).where(col(Decision.id) == decision_id))).one())


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
        )
        .join(Meeting, col(Meeting.id) == col(Decision.meeting_id))
        .outerjoin(AgendaItem, col(AgendaItem.id) == col(Decision.agenda_item_id))
    )


def _filters(query: DecisionQuery) -> list[ColumnElement[bool]]:
    keys = ("meeting_id", "agenda_item_id", "workplan_item_id", "activity_id")
    filters: list[ColumnElement[bool]] = [
        getattr(Decision, name) == wanted for name in keys if (wanted := getattr(query, name))
    ]
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
        workplan_item=linked(values, "workplan_item"),
        activity=linked(values, "activity"),
        actions=rules.decision_actions(row.meeting_status, caller.parties_to(None)),
    )


def linked(values: Any, link: str) -> LinkedRecord | None:
    """The record that the columns ``<link>_id`` and ``<link>_title`` name; none where there is, or for the caller is, none."""
    title = values[f"{link}_title"]
    return None if title is None else LinkedRecord.model_construct(id=values[f"{link}_id"], title=title)
