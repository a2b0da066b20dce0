"""Reads of action items over all meetings: columns, not objects; one statement for a list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, false, func, not_, or_, true
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns
from api.actionitems import rules
from api.actionitems.models import ActionItem, ActionItemStatus, ActionItemUpdate
from api.actionitems.schemas import (
    ActionItemBody,
    ActionItemQuery,
    ActionItemReportQuery,
    ActionItemUpdateBody,
    LastReport,
)
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.meetings.models import AgendaItem, Meeting
from api.minutes.decision_queries import linked
from api.minutes.decision_schemas import MeetingRef
from api.minutes.models import Decision
from api.minutes.queries import sees_minutes
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.search import matches

_SORT = Sort(col(ActionItem.id), {"due_on": col(ActionItem.sorted_on), "updated_at": col(ActionItem.updated_at)})
_REPORTS = Sort(col(ActionItemUpdate.id), {"reported_at": col(ActionItemUpdate.reported_at)})
_EXCERPT = 280

_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "description", "due_on", "asked_due_on", "status",
    "status_reason", "closed_at", "source", "confidence", "is_demonstration",
)  # fmt: skip
_REPORT_FIELDS = (
    "id", "revision", "created_at", "updated_at", "text", "status", "asked_due_on", "due_on", "person_name", "reported_at",
)  # fmt: skip

_last_report = (
    select(
        func.json_build_array(
            col(ActionItemUpdate.reported_at),
            func.left(col(ActionItemUpdate.text), _EXCERPT),
            col(ActionItemUpdate.person_name),
        )
    )
    .where(col(ActionItemUpdate.action_item_id) == col(ActionItem.id), col(ActionItemUpdate.text) != "")
    .order_by(col(ActionItemUpdate.reported_at).desc(), col(ActionItemUpdate.id).desc())
    .limit(1)
    .correlate(ActionItem)
    .scalar_subquery()
)
_reports = (
    select(func.count())
    .select_from(ActionItemUpdate)
    .where(col(ActionItemUpdate.action_item_id) == col(ActionItem.id), col(ActionItemUpdate.text) != "")
    .correlate(ActionItem)
    .scalar_subquery()
)


def visible(caller: Caller) -> ColumnElement[bool]:
    """All for members; for observers those of meetings whose minutes they see; none for the public."""
    return true() if caller.is_member else and_(col(Meeting.id).is_not(None), sees_minutes(caller))


def overdue() -> ColumnElement[bool]:
    """``rules.is_overdue`` in SQL."""
    return and_(col(ActionItem.status) == ActionItemStatus.OPEN, col(ActionItem.sorted_on) < clock.today())


def mine(caller: Caller) -> ColumnElement[bool]:
    """Items of the caller's own champion; for the secretariat, the secretariat's."""
    if caller.is_secretariat:
        return col(ActionItem.owner_id).is_(None)
    return owns(caller, ActionItem.owner_id)


async def list_action_items(session: AsyncSession, caller: Caller, query: ActionItemQuery) -> Page[ActionItemBody]:
    """One page of the action items that the caller may see."""
    return await _SORT.fetch(
        session,
        _items().where(visible(caller), *_filters(caller, query)),
        sort=query.sort,
        query=query,
        build=lambda row: _body(caller, row),
    )


async def get_action_item(session: AsyncSession, caller: Caller, item_id: UUID) -> ActionItemBody:
    """One action item; ``NotFound`` where it is not for the caller."""
    row = (await session.exec(_items().where(col(ActionItem.id) == item_id, visible(caller)))).first()
    if row is None:
        raise not_found()
    return _body(caller, row)


async def list_reports(
    session: AsyncSession, caller: Caller, item_id: UUID, query: ActionItemReportQuery
) -> Page[ActionItemUpdateBody]:
    """One page of what was reported on an item, the latest first."""
    await get_action_item(session, caller, item_id)
    return await _REPORTS.fetch(
        session,
        columns(
            *(getattr(ActionItemUpdate, field) for field in _REPORT_FIELDS),
            ActionItemUpdate.champion_id,
            Champion.iso3,
        )
        .outerjoin(Champion, col(Champion.id) == col(ActionItemUpdate.champion_id))
        .where(col(ActionItemUpdate.action_item_id) == item_id),
        sort="-reported_at",
        query=query,
        build=lambda row: ActionItemUpdateBody.model_construct(
            **dict(zip(_REPORT_FIELDS, row, strict=False)),
            champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        ),
    )


def not_found() -> NotFound:
    """The problem for an action item that is not there, or not for the caller."""
    return NotFound("There is no such action item, or it is not for you to see.")


def _items() -> Any:
    return (
        columns(
            *(getattr(ActionItem, field) for field in _FIELDS),
            ActionItem.owner_id,
            Champion.iso3,
            ActionItem.meeting_id,
            col(Meeting.title).label("meeting_title"),
            Meeting.starts_at,
            ActionItem.agenda_item_id,
            col(AgendaItem.title).label("agenda_item_title"),
            ActionItem.decision_id,
            col(Decision.text).label("decision_title"),
            col(Decision.number).label("decision_number"),
            _last_report.label("last_report"),
            _reports.label("reports_count"),
        )
        .outerjoin(Champion, col(Champion.id) == col(ActionItem.owner_id))
        .outerjoin(Meeting, col(Meeting.id) == col(ActionItem.meeting_id))
        .outerjoin(AgendaItem, col(AgendaItem.id) == col(ActionItem.agenda_item_id))
        .outerjoin(Decision, col(Decision.id) == col(ActionItem.decision_id))
    )


def _filters(caller: Caller, query: ActionItemQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.owner:
        filters.append(_owned_by(query.owner))
    if query.is_mine is not None:
        filters.append(mine(caller) if query.is_mine else not_(func.coalesce(mine(caller), false())))
    if query.status:
        filters.append(col(ActionItem.status).in_(query.status))
    if query.is_overdue is not None:
        filters.append(overdue() if query.is_overdue else not_(overdue()))
    if query.is_date_asked is not None:
        asked = col(ActionItem.asked_due_on)
        filters.append(asked.is_not(None) if query.is_date_asked else asked.is_(None))
    if query.due_before:
        filters.append(col(ActionItem.sorted_on) < query.due_before)
    if query.due_after:
        filters += [col(ActionItem.sorted_on) > query.due_after, col(ActionItem.due_on).is_not(None)]
    origin = ("meeting_id", "agenda_item_id", "decision_id")
    filters += [getattr(ActionItem, name) == wanted for name in origin if (wanted := getattr(query, name))]
    if query.q:
        filters.append(matches(ActionItem.search, query.q))
    return filters


def _owned_by(owners: list[str]) -> ColumnElement[bool]:
    champions = [owner for owner in owners if owner != "secretariat"]
    of_champions = col(ActionItem.owner_id).in_(select(Champion.id).where(col(Champion.iso3).in_(champions)))
    return or_(of_champions, col(ActionItem.owner_id).is_(None)) if "secretariat" in owners else of_champions


def _body(caller: Caller, row: Row[Any]) -> ActionItemBody:
    today, values = clock.today(), row._mapping
    is_mine = caller.is_secretariat if row.owner_id is None else caller.owns(row.owner_id)
    return ActionItemBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        owner=ChampionRef.of(row.owner_id, row.iso3) if row.owner_id else None,
        is_overdue=rules.is_overdue(row.status, row.due_on, today=today),
        days_late=rules.days_late(row.status, row.due_on, today=today),
        is_mine=is_mine,
        meeting=MeetingRef.model_construct(id=row.meeting_id, title=row.meeting_title, starts_at=row.starts_at)
        if row.meeting_id
        else None,
        agenda_item=linked(values, "agenda_item"),
        decision=linked(values, "decision"),
        decision_number=row.decision_number,
        last_report=_last_report_of(row.last_report),
        reports_count=row.reports_count,
        actions=rules.actions(row.status, caller.parties_to(row.owner_id), is_date_asked=row.asked_due_on is not None),
    )


def _last_report_of(told: list[str] | None) -> LastReport | None:
    if told is None:
        return None
    reported_at, text, person_name = told
    return LastReport.model_construct(
        reported_at=datetime.fromisoformat(reported_at), text=text, person_name=person_name
    )
