"""Reads of processes: columns, not objects; one statement for a list."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, case, cast, func, literal_column, or_
from sqlmodel import UTCDateTime, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.contributions.queries import counts_by_process, counts_of
from api.identity.models import Person
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.processes import deadline_queries, rules
from api.processes.deadline_schemas import NextDeadline
from api.processes.models import Process, ProcessDeadline, ProcessLead
from api.processes.schemas import LeadBody, ProcessBody, ProcessQuery, ProcessSummary

_SORT = Sort(col(Process.id), {"starts_on": col(Process.starts_on), "title": col(Process.title)})
_FIELDS = (
    "id", "revision", "created_at", "updated_at", "key", "kind", "title", "commission", "round", "starts_on", "ends_on",
    "place", "outcome", "link", "source", "confidence", "is_demonstration",
)  # fmt: skip
_SEARCHED = (Process.title, Process.key, Process.place, Process.outcome)

_champions = (
    select(
        func.coalesce(
            func.json_agg(func.json_build_array(col(Champion.id), col(Champion.iso3))).aggregate_order_by(
                col(Champion.iso3)
            ),
            literal_column("'[]'::json"),
        )
    )
    .join(ProcessLead, col(ProcessLead.champion_id) == col(Champion.id))
    .where(col(ProcessLead.process_id) == col(Process.id))
    .correlate(Process)
    .scalar_subquery()
)


async def list_processes(session: AsyncSession, caller: Caller, query: ProcessQuery) -> Page[ProcessSummary]:
    """One page of the processes."""
    return await _SORT.fetch(
        session,
        _processes(caller).where(*_filters(query)),
        sort=query.sort,
        query=query,
        build=lambda row: ProcessSummary.model_construct(**_values(caller, row)),
    )


async def get_process(session: AsyncSession, caller: Caller, process_id: UUID) -> ProcessBody:
    """One process with who leads in it and its deadlines; ``NotFound`` for none."""
    chosen = _processes(caller).add_columns(Process.about).where(col(Process.id) == process_id)
    row = (await session.exec(chosen)).first()
    if row is None:
        raise not_found()
    values = _values(caller, row)
    is_led = any(caller.owns(champion.id) for champion in values["champions"])
    return ProcessBody.model_construct(
        **values,
        about=row.about,
        leads=await _leads(session, caller, process_id),
        deadlines=await deadline_queries.list_deadlines(session, caller, process_id, is_led=is_led),
    )


async def next_process(session: AsyncSession, caller: Caller) -> ProcessSummary | None:
    """The process that begins, or asks for something, before all others."""
    today = clock.today()
    following: ColumnElement[Any] = literal_column("following.falls_at")
    begins = case((col(Process.starts_on) >= today, cast(col(Process.starts_on), UTCDateTime())))
    comes_up = func.least(following, begins)  # what is null does not count
    chosen = _processes(caller).where(comes_up.is_not(None)).order_by(comes_up, col(Process.id)).limit(1)
    row = (await session.exec(chosen)).first()
    return ProcessSummary.model_construct(**_values(caller, row)) if row else None


async def check_exists(session: AsyncSession, process_id: UUID) -> None:
    """Raise ``NotFound`` where there is no such process."""
    if (await session.exec(select(Process.id).where(col(Process.id) == process_id))).first() is None:
        raise not_found()


def not_found() -> NotFound:
    """The problem for a process that is not there."""
    return NotFound("There is no such process.")


def _processes(caller: Caller) -> Any:
    counted = counts_by_process(caller)
    following = (
        columns(*(getattr(ProcessDeadline, field) for field in ("title", "due_on", "due_at", "falls_at")))
        .where(
            col(ProcessDeadline.process_id) == col(Process.id),
            deadline_queries.visible(caller),
            deadline_queries.is_open(),
        )
        .order_by(col(ProcessDeadline.falls_at), col(ProcessDeadline.id))
        .limit(1)
        .correlate(Process)
        .lateral("following")
    )
    return (
        columns(
            *(getattr(Process, field) for field in _FIELDS),
            _champions.label("champions"),
            following.c.title.label("deadline"),
            following.c.due_on,
            following.c.due_at,
            counted.c.counts,
        )
        .select_from(Process)
        .outerjoin(following, literal_column("true"))
        .outerjoin(counted, counted.c.process_id == col(Process.id))
    )


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


def _values(caller: Caller, row: Row[Any]) -> dict[str, Any]:
    champions = [ChampionRef.of(UUID(champion_id), iso3) for champion_id, iso3 in row.champions]
    return dict(zip(_FIELDS, row, strict=False)) | {
        "phase": rules.phase_on(clock.today(), row.starts_on, row.ends_on),
        "champions": champions,
        "next_deadline": (
            NextDeadline.model_construct(title=row.deadline, due_on=row.due_on, due_at=row.due_at)
            if row.deadline
            else None
        ),
        "contributions": counts_of(caller, row.counts),
        "actions": rules.actions(caller.parties_to(None)),
    }


async def _leads(session: AsyncSession, caller: Caller, process_id: UUID) -> list[LeadBody]:
    rows = await session.exec(
        columns(ProcessLead.champion_id, Champion.iso3, ProcessLead.person_id, Person.name, ProcessLead.task)
        .join(Champion, col(Champion.id) == col(ProcessLead.champion_id))
        .outerjoin(Person, col(Person.id) == col(ProcessLead.person_id))
        .where(col(ProcessLead.process_id) == process_id)
        .order_by(col(Champion.iso3))
    )
    return [
        LeadBody.model_construct(
            champion=ChampionRef.of(row.champion_id, row.iso3),
            person_id=row.person_id if caller.is_member else None,
            person_name=row.name if caller.is_member else None,
            task=row.task,
        )
        for row in rows
    ]
