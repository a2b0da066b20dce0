"""Reads of workplan items and their progress updates: columns, not objects; one statement for a list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, literal_column, not_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.search import matches
from api.platform.transitions import Party
from api.processes.models import Process
from api.workplan import rules
from api.workplan.models import (
    Workplan,
    WorkplanItem,
    WorkplanItemProcess,
    WorkplanItemSupporter,
    WorkplanItemUpdate,
)
from api.workplan.queries import overdue, visible
from api.workplan.schemas import (
    LastUpdate,
    LinkedProcess,
    WorkplanItemBody,
    WorkplanItemQuery,
    WorkplanItemSummary,
    WorkplanItemUpdateBody,
    WorkplanItemUpdateQuery,
)

_SORT = Sort(
    col(WorkplanItem.id),
    {
        "due_on": col(WorkplanItem.sorted_on),
        "title": col(WorkplanItem.title),
        "updated_at": col(WorkplanItem.updated_at),
    },
)
_UPDATES_SORT = Sort(col(WorkplanItemUpdate.id), {"reported_at": col(WorkplanItemUpdate.reported_at)})
_EXCERPT = 280

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "workplan_id", "title", "scope_of_work", "status", "objectives",
    "starts_on", "due_on", "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (*_SUMMARY_FIELDS, "description", "source", "confidence")
_UPDATE_FIELDS = (
    "id", "revision", "created_at", "updated_at", "text", "status", "person_name", "reported_at",
)  # fmt: skip

_EMPTY: ColumnElement[Any] = literal_column("'[]'::json")

_supporting = (
    select(
        func.coalesce(
            func.json_agg(func.json_build_array(col(Champion.id), col(Champion.iso3))).aggregate_order_by(
                col(Champion.iso3)
            ),
            _EMPTY,
        )
    )
    .join(WorkplanItemSupporter, col(WorkplanItemSupporter.champion_id) == col(Champion.id))
    .where(col(WorkplanItemSupporter.workplan_item_id) == col(WorkplanItem.id))
    .correlate(WorkplanItem)
    .scalar_subquery()
)
_processes = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(col(Process.id), col(Process.key), col(Process.title))
            ).aggregate_order_by(col(Process.starts_on)),
            _EMPTY,
        )
    )
    .join(WorkplanItemProcess, col(WorkplanItemProcess.process_id) == col(Process.id))
    .where(col(WorkplanItemProcess.workplan_item_id) == col(WorkplanItem.id))
    .correlate(WorkplanItem)
    .scalar_subquery()
)
_last_update = (
    select(
        func.json_build_array(
            col(WorkplanItemUpdate.reported_at),
            func.left(col(WorkplanItemUpdate.text), _EXCERPT),
            col(WorkplanItemUpdate.person_name),
        )
    )
    .where(col(WorkplanItemUpdate.workplan_item_id) == col(WorkplanItem.id))
    .order_by(col(WorkplanItemUpdate.reported_at).desc(), col(WorkplanItemUpdate.id).desc())
    .limit(1)
    .correlate(WorkplanItem)
    .scalar_subquery()
)


async def list_items(session: AsyncSession, caller: Caller, query: WorkplanItemQuery) -> Page[WorkplanItemSummary]:
    """One page of the items of the workplans that the caller may see."""
    return await _SORT.fetch(
        session,
        _items(_SUMMARY_FIELDS).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: WorkplanItemSummary.model_construct(**_item_values(caller, row, _SUMMARY_FIELDS)),
    )


async def get_item(session: AsyncSession, caller: Caller, item_id: UUID) -> WorkplanItemBody:
    """One item; ``NotFound`` where the caller may not see its workplan."""
    row = (
        await session.exec(
            _items(_BODY_FIELDS)
            .add_columns(col(Workplan.title).label("workplan_title"))
            .where(col(WorkplanItem.id) == item_id, visible(caller))
        )
    ).first()
    if row is None:
        raise NotFound("There is no such workplan item, or it is not for you to see.")
    return WorkplanItemBody.model_construct(
        **_item_values(caller, row, _BODY_FIELDS),
        workplan_title=row.workplan_title,
        workplan_status=row.workplan_status,
    )


async def list_updates(
    session: AsyncSession, caller: Caller, item_id: UUID, query: WorkplanItemUpdateQuery
) -> Page[WorkplanItemUpdateBody]:
    """One page of an item's progress updates, newest first."""
    await get_item(session, caller, item_id)
    return await _UPDATES_SORT.fetch(
        session,
        _updates().where(col(WorkplanItemUpdate.workplan_item_id) == item_id),
        sort="-reported_at",
        query=query,
        build=lambda row: _update_of(caller, row),
    )


async def get_update(session: AsyncSession, caller: Caller, update_id: UUID) -> WorkplanItemUpdateBody:
    """One progress update, as the answer to a write."""
    row = (await session.exec(_updates().where(col(WorkplanItemUpdate.id) == update_id))).one()
    return _update_of(caller, row)


def parties_to_item(caller: Caller, champion_ids: set[UUID | None]) -> frozenset[Party]:
    """What the caller is to an item that the champions ``champion_ids`` lead and support."""
    return caller.parties_to(caller.champion_id if caller.champion_id in champion_ids else None)


def _items(fields: tuple[str, ...]) -> Any:
    return (
        columns(
            *(getattr(WorkplanItem, field) for field in fields),
            WorkplanItem.lead_id,
            col(Champion.iso3).label("lead_iso3"),
            col(Workplan.status).label("workplan_status"),
            _supporting.label("supporting"),
            _processes.label("processes"),
            _last_update.label("last_update"),
        )
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .outerjoin(Champion, col(Champion.id) == col(WorkplanItem.lead_id))
    )


def _filters(query: WorkplanItemQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.workplan_id:
        filters.append(col(WorkplanItem.workplan_id) == query.workplan_id)
    if query.scope_of_work:
        filters.append(col(WorkplanItem.scope_of_work).in_(query.scope_of_work))
    if query.status:
        filters.append(col(WorkplanItem.status).in_(query.status))
    if query.lead:
        filters.append(col(Champion.iso3) == query.lead)
    if query.champion:
        filters.append(
            or_(col(Champion.iso3) == query.champion, col(WorkplanItem.id).in_(_supported_by(query.champion)))
        )
    if query.objective:
        filters.append(col(WorkplanItem.objectives).op("&&")(query.objective))
    if query.process:
        filters.append(col(WorkplanItem.id).in_(_linked_to(query.process)))
    if query.is_overdue is not None:
        late = func.coalesce(overdue(clock.today()), literal_column("false"))
        filters.append(late if query.is_overdue else not_(late))
    if query.due_before:
        filters.append(col(WorkplanItem.due_on) < query.due_before)
    if query.q:
        filters.append(matches(WorkplanItem.search, query.q))
    return filters


def _supported_by(iso3: str) -> Any:
    supporter = select(Champion.id).where(col(Champion.iso3) == iso3).scalar_subquery()
    return select(WorkplanItemSupporter.workplan_item_id).where(col(WorkplanItemSupporter.champion_id) == supporter)


def _linked_to(key_or_id: str) -> Any:
    try:
        named = col(Process.id) == UUID(key_or_id)
    except ValueError:
        named = col(Process.key) == key_or_id
    process = select(Process.id).where(named).scalar_subquery()
    return select(WorkplanItemProcess.workplan_item_id).where(col(WorkplanItemProcess.process_id) == process)


def _item_values(caller: Caller, row: Row[Any], fields: tuple[str, ...]) -> dict[str, Any]:
    today = clock.today()
    supporting = [ChampionRef.of(UUID(champion_id), iso3) for champion_id, iso3 in row.supporting]
    parties = parties_to_item(caller, {row.lead_id, *(champion.id for champion in supporting)})
    return dict(zip(fields, row, strict=False)) | {
        "lead": ChampionRef.of(row.lead_id, row.lead_iso3) if row.lead_id else None,
        "supporting": supporting,
        "processes": [
            LinkedProcess.model_construct(id=UUID(process_id), key=key, title=title)
            for process_id, key, title in row.processes
        ],
        "is_overdue": rules.is_overdue(row.status, row.due_on, today=today),
        "days_late": rules.days_late(row.status, row.due_on, today=today),
        "last_update": _last_update_of(row.last_update),
        "actions": rules.item_actions(row.workplan_status, parties),
    }


def _last_update_of(told: list[str] | None) -> LastUpdate | None:
    if told is None:
        return None
    reported_at, text, person_name = told
    return LastUpdate.model_construct(
        reported_at=datetime.fromisoformat(reported_at), text=text, person_name=person_name
    )


def _updates() -> Any:
    return (
        columns(
            *(getattr(WorkplanItemUpdate, field) for field in _UPDATE_FIELDS),
            WorkplanItemUpdate.champion_id,
            Champion.iso3,
            col(Workplan.status).label("workplan_status"),
        )
        .join(WorkplanItem, col(WorkplanItem.id) == col(WorkplanItemUpdate.workplan_item_id))
        .join(Workplan, col(Workplan.id) == col(WorkplanItem.workplan_id))
        .outerjoin(Champion, col(Champion.id) == col(WorkplanItemUpdate.champion_id))
    )


def _update_of(caller: Caller, row: Row[Any]) -> WorkplanItemUpdateBody:
    return WorkplanItemUpdateBody.model_construct(
        **dict(zip(_UPDATE_FIELDS, row, strict=False)),
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        actions=rules.update_actions(row.workplan_status, caller.parties_to(row.champion_id)),
    )
