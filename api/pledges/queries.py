"""Reads of pledges: columns, not objects; one statement for a list."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, func, literal_column, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import owns, sees
from api.activities import queries as activities
from api.activities.models import Activity
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.platform.database import columns
from api.platform.paging import Page, Sort
from api.platform.problems import NotFound
from api.platform.storage import KeptFile
from api.platform.transitions import asking_reason
from api.pledges import rules
from api.pledges.filters import chosen, last_reported_on, report_is_due
from api.pledges.models import (
    Pledge,
    PledgeActivity,
    PledgeFile,
    PledgeProcess,
    PledgeReport,
    PledgeStatus,
    PledgeVoice,
    PledgingState,
)
from api.pledges.schemas import (
    LinkedActivity,
    PledgeBody,
    PledgedProcess,
    PledgeFileBody,
    PledgeFilters,
    PledgeQuery,
    PledgeRef,
    PledgeSummary,
    PledgingStateBody,
)
from api.processes.models import Process
from api.vocabularies.catalogue import country_name

_SORT = Sort(
    col(Pledge.id),
    {"made_on": col(Pledge.sorted_on), "title": col(Pledge.title), "updated_at": col(Pledge.updated_at)},
)
_SUMMARY_FIELDS = (
    "id", "revision", "created_at", "updated_at", "title", "language", "kind", "mode", "status", "visibility", "objectives",
    "made_on", "due_on", "amount", "currency", "network_number", "is_demonstration",
)  # fmt: skip
_BODY_FIELDS = (
    *_SUMMARY_FIELDS, "description", "status_reason", "countries", "regions", "partners", "matches_title", "matches_number",
    "source", "confidence",
)  # fmt: skip
_EXCERPT = 280
_EMPTY: ColumnElement[Any] = literal_column("'[]'::json")
_State = tuple[str, str | None, str | None, str | None, str, bool]

_states = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(
                    PledgingState.iso3,
                    PledgingState.champion_id,
                    PledgingState.voice,
                    PledgingState.spoke_at,
                    PledgingState.person_name,
                    PledgingState.is_on_behalf,
                )
            ).aggregate_order_by(col(PledgingState.iso3)),
            _EMPTY,
        )
    )
    .where(col(PledgingState.pledge_id) == col(Pledge.id))
    .correlate(Pledge)
    .scalar_subquery()
)
_processes = (
    select(
        func.coalesce(
            func.json_agg(func.json_build_array(Process.id, Process.key, Process.title)).aggregate_order_by(
                col(Process.starts_on)
            ),
            _EMPTY,
        )
    )
    .join(PledgeProcess, col(PledgeProcess.process_id) == col(Process.id))
    .where(col(PledgeProcess.pledge_id) == col(Pledge.id))
    .correlate(Pledge)
    .scalar_subquery()
)


def visible(caller: Caller, pledge: Any = Pledge) -> ColumnElement[bool]:
    """Made ones as their visibility says; all of one's own champion's, and those in which another State names it."""
    if caller.is_secretariat:
        return true()
    made = and_(
        col(pledge.status) != PledgeStatus.DRAFT,
        sees(caller, visibility=pledge.visibility, champion_id=pledge.champion_id),
    )
    return or_(made, owns(caller, pledge.champion_id), col(pledge.id).in_(naming(caller)))


def naming(caller: Caller) -> Any:
    """The pledges in which another State names the caller's champion."""
    return select(PledgingState.pledge_id).where(owns(caller, PledgingState.champion_id))


async def list_pledges(session: AsyncSession, caller: Caller, query: PledgeQuery) -> Page[PledgeSummary]:
    """One page of the pledges that the caller may see."""
    return await _SORT.fetch(
        session,
        _pledges(_SUMMARY_FIELDS).where(visible(caller), *chosen(query)),
        sort=query.sort,
        query=query,
        build=lambda row: PledgeSummary.model_construct(**_values(caller, row, _SUMMARY_FIELDS)),
    )


async def all_pledges(session: AsyncSession, caller: Caller, query: PledgeFilters, *, most: int) -> list[PledgeSummary]:
    """The pledges that the caller may see, the latest first, for a file."""
    asked = _pledges(_SUMMARY_FIELDS).where(visible(caller), *chosen(query))
    rows = await session.exec(asked.order_by(col(Pledge.sorted_on).desc(), col(Pledge.id)).limit(most))
    return [PledgeSummary.model_construct(**_values(caller, row, _SUMMARY_FIELDS)) for row in rows]


async def get_pledge(session: AsyncSession, caller: Caller, pledge_id: UUID) -> PledgeBody:
    """One pledge; ``NotFound`` where the caller may not see it."""
    reports = select(func.count()).select_from(PledgeReport).where(col(PledgeReport.pledge_id) == pledge_id)
    asked = (
        _pledges(_BODY_FIELDS)
        .add_columns(Pledge.matches_id, reports.scalar_subquery().label("reports_count"), *_FILE)
        .outerjoin(PledgeFile, col(PledgeFile.pledge_id) == col(Pledge.id))
    )
    row = (await session.exec(asked.where(col(Pledge.id) == pledge_id, visible(caller)))).first()
    if row is None:
        raise not_found()
    values = _values(caller, row, _BODY_FIELDS)
    if not caller.is_member and values["status"] is not PledgeStatus.DISCONTINUED:
        values["status_reason"] = None
    answers, answered = await _answers(session, caller, pledge_id, row.matches_id)
    is_unfinished = values["status"] is PledgeStatus.DRAFT and "change" in values["actions"]
    return PledgeBody.model_construct(
        **values,
        matches=answers,
        answered_by=answered,
        activities=await _activities(session, caller, pledge_id),
        file=_file(row),
        reports_count=row.reports_count,
        missing=rules.still_missing(values | {"matches_id": row.matches_id}) if is_unfinished else [],
        asks_reason=asking_reason(rules.TRANSITIONS, values["status"], values["actions"]),
    )


async def get_file(session: AsyncSession, caller: Caller, pledge_id: UUID) -> KeptFile:
    """Where the pledge's file is; ``NotFound`` where there is none, or where the caller may not see the pledge."""
    row = (
        await session.exec(
            columns(*(getattr(PledgeFile, name) for name in KeptFile.__slots__))
            .join(Pledge, col(Pledge.id) == col(PledgeFile.pledge_id))
            .where(col(PledgeFile.pledge_id) == pledge_id, visible(caller))
        )
    ).first()
    if row is None:
        raise NotFound("This pledge has no file, or it is not for you to see.")
    return KeptFile(*row)


def not_found() -> NotFound:
    """The pledge is not there, or not for the caller to see."""
    return NotFound("There is no such pledge, or it is not for you to see.")


_FILE = [col(getattr(PledgeFile, name)) for name in PledgeFileBody.model_fields]


def _pledges(fields: tuple[str, ...]) -> Any:
    return columns(
        *(getattr(Pledge, field) for field in fields),
        Pledge.champion_id,
        Champion.iso3,
        func.left(Pledge.description, _EXCERPT).label("excerpt"),
        _states.label("named"),
        _processes.label("linked_processes"),
        last_reported_on.label("last_reported_on"),
        report_is_due().label("is_report_due"),
    ).join(Champion, col(Champion.id) == col(Pledge.champion_id))


def _values(caller: Caller, row: Row[Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return dict(zip(fields, row, strict=False)) | {
        "excerpt": row.excerpt,
        "champion": ChampionRef.of(row.champion_id, row.iso3),
        "states": [_state(caller, state) for state in row.named],
        "processes": [
            PledgedProcess.model_construct(id=UUID(process_id), key=key, title=title)
            for process_id, key, title in row.linked_processes
        ],
        "last_reported_on": row.last_reported_on,
        "is_report_due": row.is_report_due,
        "actions": rules.actions(row.status, caller.parties_to(row.champion_id))
        + rules.speaking([_voice(state) for state in row.named if _speaks_for(caller, state)]),
    }


def _state(caller: Caller, state: _State) -> PledgingStateBody:
    iso3, champion_id, _, spoke_at, person_name, is_on_behalf = state
    return PledgingStateBody.model_construct(
        iso3=iso3,
        name=country_name(iso3),
        is_champion=champion_id is not None,
        voice=_voice(state),
        spoke_at=datetime.fromisoformat(spoke_at) if spoke_at else None,
        person_name=person_name if caller.is_member and person_name else None,
        is_on_behalf=is_on_behalf,
    )


def _voice(state: _State) -> PledgeVoice | None:
    return PledgeVoice(state[2]) if state[2] else None


def _speaks_for(caller: Caller, state: _State) -> bool:
    champion_id = UUID(state[1]) if state[1] else None
    return champion_id is not None and (caller.is_secretariat or caller.owns(champion_id))


def _file(row: Row[Any]) -> PledgeFileBody | None:
    if row.file_name is None:
        return None
    return PledgeFileBody.model_construct(**{name: getattr(row, name) for name in PledgeFileBody.model_fields})


async def _answers(
    session: AsyncSession, caller: Caller, pledge_id: UUID, matches_id: UUID | None
) -> tuple[PledgeRef | None, list[PledgeRef]]:
    """The pledge that this one answers, and those that answer it, as far as the caller may see them."""
    other = aliased(Pledge)
    rows = await session.exec(
        columns(other.id, other.title, other.champion_id, Champion.iso3)
        .join(Champion, col(Champion.id) == col(other.champion_id))
        .where(or_(col(other.id) == matches_id, col(other.matches_id) == pledge_id), visible(caller, other))
        .order_by(col(other.sorted_on), col(other.id))
    )
    refs = [
        PledgeRef.model_construct(id=row.id, title=row.title, champion=ChampionRef.of(row.champion_id, row.iso3))
        for row in rows
    ]
    answered = next((ref for ref in refs if ref.id == matches_id), None)
    return answered, [ref for ref in refs if ref.id != matches_id]


async def _activities(session: AsyncSession, caller: Caller, pledge_id: UUID) -> list[LinkedActivity]:
    rows = await session.exec(
        columns(Activity.id, Activity.title)
        .join(PledgeActivity, col(PledgeActivity.activity_id) == col(Activity.id))
        .where(col(PledgeActivity.pledge_id) == pledge_id, activities.visible(caller))
        .order_by(col(Activity.sorted_on), col(Activity.id))
    )
    return [LinkedActivity.model_construct(id=row.id, title=row.title) for row in rows]
