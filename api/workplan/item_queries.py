"""Reads of workplan items: columns, not objects; one statement for a list."""

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
from api.platform.schemas import trusted
from api.platform.search import matches
from api.platform.transitions import Party
from api.processes.models import Process
from api.workplan import item_columns, rules
from api.workplan.item_schemas import (
    ItemOfAnotherPlan,
    LastUpdate,
    LinkedProcess,
    TiedItem,
    WorkplanItemBody,
    WorkplanItemQuery,
    WorkplanItemSummary,
)
from api.workplan.models import Workplan, WorkplanItem, WorkplanItemProcess, WorkplanItemStatus, WorkplanItemSupporter
from api.workplan.queries import is_rolled_over, overdue, visible

_SORT = Sort(
    col(WorkplanItem.id),
    {
        "due_on": col(WorkplanItem.sorted_on),
        "title": col(WorkplanItem.title),
        "updated_at": col(WorkplanItem.updated_at),
    },
)

_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "workplan_id", "title", "scope_of_work", "status", "objectives",
    "starts_on", "due_on", "percentage", "expected_result", "dropped_reason",
    "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (*_SUMMARY_FIELDS, "description", "source", "confidence")


async def list_items(session: AsyncSession, caller: Caller, query: WorkplanItemQuery) -> Page[WorkplanItemSummary]:
    """One page of the items of the workplans that the caller may see."""
    return await _SORT.fetch(
        session,
        _items(_SUMMARY_FIELDS).where(visible(caller), *_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: _summary(caller, row),
    )


async def list_items_named(session: AsyncSession, caller: Caller, item_ids: list[UUID]) -> list[WorkplanItemSummary]:
    """The items ``item_ids`` that the caller may see, in that order."""
    rows = (
        await session.exec(_items(_SUMMARY_FIELDS).where(col(WorkplanItem.id).in_(item_ids), visible(caller)))
    ).all()
    found = {row.id: _summary(caller, row) for row in rows}
    return [found[item_id] for item_id in item_ids if item_id in found]


async def get_item(session: AsyncSession, caller: Caller, item_id: UUID) -> WorkplanItemBody:
    """One item; ``NotFound`` where the caller may not see its workplan."""
    row = (
        await session.exec(
            _items(_BODY_FIELDS)
            .add_columns(
                col(Workplan.title).label("workplan_title"),
                item_columns.awaited_by.label("awaited_by"),
                item_columns.rolled_over_from(caller).label("rolled_over_from"),
                item_columns.rolled_over_to(caller).label("rolled_over_to"),
            )
            .where(col(WorkplanItem.id) == item_id, visible(caller))
        )
    ).first()
    if row is None:
        raise NotFound("There is no such workplan item, or it is not for you to see.")
    return WorkplanItemBody.model_construct(
        **_item_values(caller, row, _BODY_FIELDS),
        awaited_by=_tied(row.awaited_by),
        rolled_over_from=_other_plan(row.rolled_over_from),
        rolled_over_to=_other_plan(row.rolled_over_to),
        workplan_title=row.workplan_title,
        workplan_status=row.workplan_status,
    )


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
            item_columns.supporting.label("supporting"),
            item_columns.processes.label("processes"),
            item_columns.last_update.label("last_update"),
            item_columns.waits_for.label("waits_for"),
            is_rolled_over.label("is_rolled_over"),
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


def _summary(caller: Caller, row: Row[Any]) -> WorkplanItemSummary:
    return trusted(WorkplanItemSummary, _item_values(caller, row, _SUMMARY_FIELDS))


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
        "is_overdue": not row.is_rolled_over and rules.is_overdue(row.status, row.due_on, today=today),
        "days_late": 0 if row.is_rolled_over else rules.days_late(row.status, row.due_on, today=today),
        "last_update": _last_update_of(row.last_update),
        "waits_for": _tied(row.waits_for),
        "is_rolled_over": row.is_rolled_over,
        "actions": rules.item_actions(row.workplan_status, parties, is_rolled_over=row.is_rolled_over),
    }


def _tied(told: list[tuple[str, str, str]]) -> list[TiedItem]:
    return [
        TiedItem.model_construct(id=UUID(key), title=title, status=WorkplanItemStatus(status))
        for key, title, status in told
    ]


def _other_plan(told: tuple[str, str, str, str] | None) -> ItemOfAnotherPlan | None:
    if told is None:
        return None
    key, title, workplan_id, workplan_title = told
    return ItemOfAnotherPlan.model_construct(
        id=UUID(key), title=title, workplan_id=UUID(workplan_id), workplan_title=workplan_title
    )


def _last_update_of(told: list[str] | None) -> LastUpdate | None:
    if told is None:
        return None
    reported_at, text, person_name = told
    return LastUpdate.model_construct(
        reported_at=datetime.fromisoformat(reported_at), text=text, person_name=person_name
    )
