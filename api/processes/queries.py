"""Reads of processes: columns, not objects; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities.models import Activity, ActivityProcess
from api.activities.queries import visible
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.processes import rules
from api.processes.models import Process
from api.processes.schemas import ProcessBody, ProcessQuery

_SORT = Sort(col(Process.id), {"starts_on": col(Process.starts_on), "title": col(Process.title)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "key", "kind", "title", "commission", "round", "starts_on", "ends_on",
    "place", "outcome", "link", "source", "confidence", "is_demonstration",
)  # fmt: skip
_SEARCHED = (Process.title, Process.key, Process.place, Process.outcome)


async def list_processes(session: AsyncSession, caller: Caller, query: ProcessQuery) -> Page[ProcessBody]:
    """One page of the processes."""
    statement = _processes(caller).where(*_filters(query))
    return await _SORT.fetch(session, statement, sort=query.sort, query=query, build=lambda row: _body(caller, row))


async def get_process(session: AsyncSession, caller: Caller, process_id: UUID) -> ProcessBody:
    """One process."""
    row = (await session.exec(_processes(caller).where(col(Process.id) == process_id))).first()
    if row is None:
        raise NotFound("There is no such process.")
    return _body(caller, row)


def _processes(caller: Caller) -> Any:
    activities = (
        select(func.count())
        .select_from(ActivityProcess)
        .join(Activity, col(Activity.id) == col(ActivityProcess.activity_id))
        .where(
            col(ActivityProcess.process_id) == col(Process.id),
            visible(caller),
        )
        .correlate(Process)
        .scalar_subquery()
    )
    return columns(*(getattr(Process, field) for field in _FIELDS), activities.label("activities_count"))


def _filters(query: ProcessQuery) -> list[ColumnElement[bool]]:
    filters: list[ColumnElement[bool]] = []
    if query.kind:
        filters.append(col(Process.kind).in_(query.kind))
    if query.commission:
        filters.append(col(Process.commission) == query.commission)
    if query.from_day:
        filters.append(col(Process.ends_on) >= query.from_day)
    if query.until:
        filters.append(col(Process.starts_on) <= query.until)
    if query.q:
        filters.append(or_(*(col(field).icontains(query.q, autoescape=True) for field in _SEARCHED)))
    return filters


def _body(caller: Caller, row: Row[Any]) -> ProcessBody:
    return ProcessBody.model_construct(
        **dict(zip(_FIELDS, row, strict=False)),
        phase=rules.phase_on(clock.today(), row.starts_on, row.ends_on),
        activities_count=row.activities_count,
        actions=rules.actions(caller.parties_to(None)),
    )
