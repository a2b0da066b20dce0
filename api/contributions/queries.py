"""Reads of contributions: one statement for all kinds together, however much there is."""

from collections.abc import Sequence
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Row, func, literal, union_all
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.champions.models import Champion
from api.champions.schemas import ChampionRef
from api.contributions.schemas import (
    Contribution,
    ContributionCount,
    ContributionGroup,
    ContributionKind,
    ContributionList,
)
from api.contributions.sources import Source, sources
from api.platform.database import columns

_MOST = 12


async def to_process(session: AsyncSession, caller: Caller, process_id: UUID) -> ContributionList:
    """What is linked to a process."""
    known = sources(caller)
    chosen = [source.linked(caller).where(col(source.process_id) == process_id) for source in known]
    return await _grouped(session, known, chosen)


async def to_objective(session: AsyncSession, caller: Caller, number: int) -> ContributionList:
    """What serves an objective."""
    known = sources(caller)
    chosen = [source.seen(caller).where(source.serves_objective(number)) for source in known]
    return await _grouped(session, known, chosen)


async def open_invitations(session: AsyncSession, caller: Caller, objective: int) -> list[Contribution]:
    """Activities for an objective that others may join, the next first."""
    [activities] = [source for source in sources(caller) if source.kind is ContributionKind.ACTIVITY]
    seen = activities.seen(caller).where(activities.serves_objective(objective)).subquery()
    rows = await session.exec(
        columns(seen, Champion.iso3)
        .outerjoin(Champion, col(Champion.id) == seen.c.champion_id)
        .where(seen.c.is_open)
        .order_by(seen.c.on_day, seen.c.id)
        .limit(_MOST)
    )
    return [_contribution(row) for row in rows]


def counts_by_number(caller: Caller, vocabulary: Literal["objectives", "sdgs"]) -> Any:
    """Selects ``kind``, ``number`` and how ``many`` contributions of the kind serve that number of a vocabulary."""
    serving = [source for source in sources(caller) if getattr(source, vocabulary) is not None]
    each = union_all(
        *(
            source.seen(caller).add_columns(func.unnest(col(getattr(source, vocabulary))).label("number"))
            for source in serving
        )
    ).subquery()
    return columns(each.c.kind, each.c.number, func.count().label("many")).group_by(each.c.kind, each.c.number)


def counts_by_process(caller: Caller) -> Any:
    """A subquery with ``process_id`` and ``counts``: a JSON object from kind to number, without the kinds that have none."""
    linked = union_all(
        *(source.linked(caller).add_columns(col(source.process_id).label("process_id")) for source in sources(caller))
    ).subquery()
    counted = (
        select(linked.c.process_id, linked.c.kind, func.count().label("number"))
        .group_by(linked.c.process_id, linked.c.kind)
        .subquery()
    )
    return (
        select(counted.c.process_id, func.json_object_agg(counted.c.kind, counted.c.number).label("counts"))
        .group_by(counted.c.process_id)
        .subquery("contributions")
    )


def counts_of(caller: Caller, counts: dict[str, int] | None) -> list[ContributionCount]:
    """``counts`` as ``counts_by_process`` has them, for every kind that the caller sees."""
    return [
        ContributionCount.model_construct(kind=source.kind, count=(counts or {}).get(source.kind, 0))
        for source in sources(caller)
    ]


async def _grouped(session: AsyncSession, known: Sequence[Source], chosen: list[Any]) -> ContributionList:
    every = union_all(*chosen).subquery()
    order = (every.c.on_day.desc().nulls_last(), every.c.id)
    ranked = columns(
        every,
        func.count().over(partition_by=every.c.kind).label("total"),
        func.row_number().over(partition_by=every.c.kind, order_by=order).label("place"),
    ).subquery()
    rows: Sequence[Row[Any]] = (
        await session.exec(
            columns(ranked, Champion.iso3)
            .outerjoin(Champion, col(Champion.id) == ranked.c.champion_id)
            .where(ranked.c.place <= literal(_MOST))
            .order_by(ranked.c.place)
        )
    ).all()
    return ContributionList.model_construct(
        groups=[_group(source.kind, [row for row in rows if row.kind == source.kind]) for source in known]
    )


def _group(kind: ContributionKind, rows: list[Row[Any]]) -> ContributionGroup:
    return ContributionGroup.model_construct(
        kind=kind, count=rows[0].total if rows else 0, items=[_contribution(row) for row in rows]
    )


def _contribution(row: Row[Any]) -> Contribution:
    return Contribution.model_construct(
        id=row.id,
        title=row.title,
        champion=ChampionRef.of(row.champion_id, row.iso3) if row.champion_id else None,
        status=row.status,
        on=row.on_day,
        is_open_for_partners=row.is_open,
        is_demonstration=row.is_demonstration,
    )
