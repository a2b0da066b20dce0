"""Reads of the mechanism's records: columns, not objects; one statement for a list."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, func, literal_column
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import sees
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.mechanism import rules
from api.mechanism.models import (
    FundAdvocacy,
    FundCall,
    JointProgramme,
    NetworkTool,
    ProgrammeChampion,
    ProgrammePart,
    ToolPart,
    ToolSupport,
)
from api.mechanism.schemas import (
    AdvocacyBody,
    AdvocacyQuery,
    CallBody,
    CallQuery,
    ProgrammeBody,
    ProgrammeQuery,
    ToolBody,
    ToolQuery,
    ToolSupporter,
)
from api.platform import clock
from api.platform.database import columns
from api.platform.paging import Page, Sort

_PROGRAMMES = Sort(col(JointProgramme.id), {"title": col(JointProgramme.title)})
_CALLS = Sort(col(FundCall.id), {"falls_at": col(FundCall.falls_at)})
_ADVOCACY = Sort(col(FundAdvocacy.id), {"done_on": col(FundAdvocacy.done_on)})
_TOOLS = Sort(col(NetworkTool.id), {"title": col(NetworkTool.title)})

_HEAD = ("id", "revision", "created_at", "updated_at", "title", "link", "source", "confidence", "is_demonstration")
_PROGRAMME = (
    *_HEAD, "summary", "stage", "visibility", "countries", "objectives", "amount_usd", "starts_on", "ends_on",
)  # fmt: skip
_CALL = (*_HEAD, "text", "closes_on", "closes_at", "time_zone")
_ADVOCATED = (*_HEAD, "text", "done_on", "visibility")
_TOOL = (*_HEAD, "summary", "kind", "stage", "objectives")
_EMPTY: ColumnElement[Any] = literal_column("'[]'::json")

_parts = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(col(Champion.id), col(Champion.iso3), col(ProgrammeChampion.part))
            ).aggregate_order_by(col(Champion.iso3)),
            _EMPTY,
        )
    )
    .join(ProgrammeChampion, col(ProgrammeChampion.champion_id) == col(Champion.id))
    .where(col(ProgrammeChampion.programme_id) == col(JointProgramme.id))
    .correlate(JointProgramme)
    .scalar_subquery()
)
_supporters = (
    select(
        func.coalesce(
            func.json_agg(
                func.json_build_array(
                    col(Champion.id),
                    col(Champion.iso3),
                    col(ToolSupport.part),
                    col(ToolSupport.since_on),
                    col(ToolSupport.feedback),
                    col(ToolSupport.is_demonstration),
                )
            ).aggregate_order_by(col(Champion.iso3)),
            _EMPTY,
        )
    )
    .join(ToolSupport, col(ToolSupport.champion_id) == col(Champion.id))
    .where(col(ToolSupport.tool_id) == col(NetworkTool.id))
    .correlate(NetworkTool)
    .scalar_subquery()
)


def visible(caller: Caller, table: Any) -> list[ColumnElement[bool]]:
    """Calls and tools are for all; a champion's records as their visibility says."""
    if table in {FundCall, NetworkTool}:
        return []
    return [sees(caller, visibility=table.visibility, champion_id=table.champion_id)]


async def list_programmes(session: AsyncSession, caller: Caller, query: ProgrammeQuery) -> Page[ProgrammeBody]:
    """One page of the joint programmes."""
    return await _PROGRAMMES.fetch(
        session,
        _programmes(caller),
        sort=query.sort,
        query=query,
        build=lambda row: _programme(caller, row),
    )


async def get_programme(session: AsyncSession, caller: Caller, key: UUID) -> ProgrammeBody:
    """The joint programme that was just written."""
    return _programme(caller, (await session.exec(_programmes(caller).where(col(JointProgramme.id) == key))).one())


async def list_calls(session: AsyncSession, caller: Caller, query: CallQuery) -> Page[CallBody]:
    """One page of the calls."""
    return await _CALLS.fetch(session, _calls(), sort=query.sort, query=query, build=lambda row: _call(caller, row))


async def get_call(session: AsyncSession, caller: Caller, key: UUID) -> CallBody:
    """The call that was just written."""
    return _call(caller, (await session.exec(_calls().where(col(FundCall.id) == key))).one())


async def list_advocacy(session: AsyncSession, caller: Caller, query: AdvocacyQuery) -> Page[AdvocacyBody]:
    """One page of what was done for the fund."""
    return await _ADVOCACY.fetch(
        session, _advocacy(caller), sort=query.sort, query=query, build=lambda row: _advocated(caller, row)
    )


async def get_advocacy(session: AsyncSession, caller: Caller, key: UUID) -> AdvocacyBody:
    """What was just written down as done."""
    return _advocated(caller, (await session.exec(_advocacy(caller).where(col(FundAdvocacy.id) == key))).one())


async def list_tools(session: AsyncSession, caller: Caller, query: ToolQuery) -> Page[ToolBody]:
    """One page of what the Network makes."""
    return await _TOOLS.fetch(session, _tools(), sort=query.sort, query=query, build=lambda row: _tool(caller, row))


async def get_tool(session: AsyncSession, caller: Caller, key: UUID) -> ToolBody:
    """The tool that was just written, or spoken of."""
    return _tool(caller, (await session.exec(_tools().where(col(NetworkTool.id) == key))).one())


def _programmes(caller: Caller) -> Any:
    return _of_champion(JointProgramme, _PROGRAMME, _parts.label("parts")).where(*visible(caller, JointProgramme))


def _advocacy(caller: Caller) -> Any:
    return _of_champion(FundAdvocacy, _ADVOCATED).where(*visible(caller, FundAdvocacy))


def _of_champion(table: Any, fields: tuple[str, ...], *more: Any) -> Any:
    return columns(*(getattr(table, field) for field in fields), table.champion_id, Champion.iso3, *more).outerjoin(
        Champion, col(Champion.id) == col(table.champion_id)
    )


def _calls() -> Any:
    return columns(*(getattr(FundCall, field) for field in _CALL), FundCall.falls_at)


def _tools() -> Any:
    return columns(*(getattr(NetworkTool, field) for field in _TOOL), _supporters.label("supporters"))


def _programme(caller: Caller, row: Row[Any]) -> ProgrammeBody:
    return ProgrammeBody.model_construct(
        **dict(zip(_PROGRAMME, row, strict=False)),
        **_owned(caller, row),
        fund=_with_part(ProgrammePart.FUND, row.parts),
        host=_with_part(ProgrammePart.HOST, row.parts),
        propose=_with_part(ProgrammePart.PROPOSE, row.parts),
    )


def _call(caller: Caller, row: Row[Any]) -> CallBody:
    return CallBody.model_construct(
        **dict(zip(_CALL, row, strict=False)),
        has_closed=row.falls_at <= clock.now(),
        actions=rules.curated_actions(caller.parties_to(None)),
    )


def _advocated(caller: Caller, row: Row[Any]) -> AdvocacyBody:
    return AdvocacyBody.model_construct(**dict(zip(_ADVOCATED, row, strict=False)), **_owned(caller, row))


def _tool(caller: Caller, row: Row[Any]) -> ToolBody:
    return ToolBody.model_construct(
        **dict(zip(_TOOL, row, strict=False)),
        supporters=[
            ToolSupporter.model_construct(
                champion=ChampionRef.of(UUID(key), iso3),
                part=ToolPart(part),
                since_on=date.fromisoformat(since),
                feedback=feedback if caller.is_member else None,
                is_demonstration=invented,
            )
            for key, iso3, part, since, feedback, invented in row.supporters
        ],
        actions=rules.tool_actions(caller.parties_to(None), speaks_for_a_champion=caller.champion_id is not None),
    )


def _owned(caller: Caller, row: Row[Any]) -> dict[str, Any]:
    return {
        "champion": ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        "actions": rules.own_actions(caller.parties_to(row.champion_id)),
    }


def _with_part(part: ProgrammePart, parts: list[tuple[str, str, str]]) -> list[ChampionRef]:
    return [ChampionRef.of(UUID(key), iso3) for key, iso3, held in parts if held == part]
