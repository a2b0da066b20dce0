"""The coverage matrix: every count of it from one statement, as the caller may see it."""

from typing import Any

from sqlalchemy import func, literal, true, tuple_, union_all
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities.models import Activity, ActivityChampion
from api.champions.models import Champion
from api.champions.queries import is_current
from api.champions.schemas import ChampionRef
from api.collaboration import rules
from api.collaboration.counted import activity_counts, each_of, joined_pledge, pledge_counts, practice_counts
from api.collaboration.coverage_schemas import CoverageBody, CoverageCell, CoverageColumn, CoverageRow, CoverageTotals
from api.collaboration.kinds import CoverageBy
from api.platform import language
from api.platform.database import columns
from api.pledges.models import Pledge, PledgingState
from api.practices.models import Practice
from api.vocabularies import catalogue

_CELL, _OF_COLUMN, _OF_ROW, _OF_ALL = range(4)
"""What GROUPING(column, objective) says: which of the two was summed up."""

Counts = dict[tuple[str | None, int | None], dict[str, int]]
"""(column, objective) → what → how many; ``None`` where it is summed up."""


async def get_coverage(session: AsyncSession, caller: Caller, by: CoverageBy) -> CoverageBody:
    """Who champions, practises, acts and pledges: objectives × champions of today, or × the five UN M49 regions."""
    counts: Counts = {}
    champions: dict[str, ChampionRef] = {}
    for row in await session.exec(_counted(caller, by)):
        if row.summed == _OF_COLUMN and by is CoverageBy.CHAMPION:
            champions[row.column] = ChampionRef.of(row.champion_id, row.column)
        if row.what and (row.objective is not None or row.summed in {_OF_COLUMN, _OF_ALL}):
            counts.setdefault((row.column, row.objective), {})[row.what] = row.many
    told = _columns(by, champions, counts)
    return CoverageBody(
        by=by,
        columns=told,
        rows=[_row(term, told, counts) for term in catalogue.terms("objectives", language.current())],
        totals=_totals(counts, None, None),
    )


def _counted(caller: Caller, by: CoverageBy) -> Any:
    facts = _facts(caller).subquery("facts")
    column = col(Champion.iso3) if by is CoverageBy.CHAMPION else col(Champion.region_m49)
    return (
        columns(
            column.label("column"),
            facts.c.objective,
            facts.c.what,
            func.any_value(col(Champion.id)).label("champion_id"),
            func.count(facts.c.record_id.distinct()).label("many"),
            func.grouping(column, facts.c.objective).label("summed"),
        )
        .select_from(Champion)
        .outerjoin(facts, facts.c.champion_id == col(Champion.id))
        .where(is_current())
        .group_by(
            func.grouping_sets(
                tuple_(column, facts.c.objective, facts.c.what),
                tuple_(column, facts.c.what),
                tuple_(facts.c.objective, facts.c.what),
                tuple_(facts.c.what),
            )
        )
    )


def _facts(caller: Caller) -> Any:
    """Rows of champion, objective, what it does for it and the record that shows it."""
    takes_part = col(ActivityChampion.activity_id) == col(Activity.id)
    return union_all(
        _fact("champions", Champion, Champion.id, Champion.objectives),
        _fact("practices", Practice, Practice.champion_id, Practice.objectives).where(practice_counts(caller)),
        _fact("activities", Activity, Activity.champion_id, Activity.objectives).where(activity_counts(caller)),
        _fact("activities", Activity, ActivityChampion.champion_id, Activity.objectives)
        .join(ActivityChampion, takes_part)
        .where(activity_counts(caller)),
        _fact("pledges", Pledge, Pledge.champion_id, Pledge.objectives).where(pledge_counts(caller)),
        _fact("pledges", Pledge, PledgingState.champion_id, Pledge.objectives)
        .join(PledgingState, joined_pledge())
        .where(pledge_counts(caller)),
    )


def _fact(what: str, table: Any, champion_id: Any, objectives: Any) -> Any:
    named = each_of(objectives)
    return (
        select(
            champion_id.label("champion_id"),
            named.c.number.label("objective"),
            literal(what).label("what"),
            table.id.label("record_id"),
        )
        .select_from(table)
        .outerjoin(named, true())
    )


def _columns(by: CoverageBy, champions: dict[str, ChampionRef], counts: Counts) -> list[CoverageColumn]:
    if by is CoverageBy.REGION:
        return [
            CoverageColumn(
                key=m49, m49=m49, name=catalogue.region_name(m49), champion=None, totals=_totals(counts, m49, None)
            )
            for m49 in catalogue.REGIONS
        ]
    told = [
        CoverageColumn(
            key=iso3,
            m49=catalogue.countries()[iso3]["m49"],
            name=champion.name,
            champion=champion,
            totals=_totals(counts, iso3, None),
        )
        for iso3, champion in champions.items()
    ]
    return sorted(told, key=lambda column: catalogue.alphabetical(column.name))


def _row(term: dict[str, Any], told: list[CoverageColumn], counts: Counts) -> CoverageRow:
    number = term["number"]
    totals = _totals(counts, None, number)
    return CoverageRow(
        objective=number,
        short=term["short"],
        round_table=term["round_table"],
        standing=rules.standing(**totals.model_dump()),
        totals=totals,
        cells=[_cell(column.key, number, counts) for column in told],
    )


def _cell(column: str, objective: int, counts: Counts) -> CoverageCell:
    found = _totals(counts, column, objective).model_dump()
    return CoverageCell(column=column, depth=rules.depth(**found), **found)


def _totals(counts: Counts, column: str | None, objective: int | None) -> CoverageTotals:
    return CoverageTotals(**dict.fromkeys(CoverageTotals.model_fields, 0) | counts.get((column, objective), {}))
