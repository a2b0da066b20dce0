"""Practices, activities and pledges over time, from one statement, as the caller may see them."""

from typing import Any

from sqlalchemy import Date, Integer, cast, extract, func, literal, or_, union_all
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.activities.models import Activity, ActivityChampion
from api.champions.models import Champion
from api.collaboration import period_rules
from api.collaboration.counted import activity_counts, joined_pledge, pledge_counts, practice_counts
from api.collaboration.coverage_schemas import OverTimeBody, OverTimeQuery, PeriodCounts
from api.collaboration.kinds import Period
from api.platform.database import columns
from api.pledges.models import Pledge, PledgingState
from api.practices.models import Practice

_COUNTED = ("practices", "activities", "pledges")


async def get_over_time(session: AsyncSession, caller: Caller, query: OverTimeQuery) -> OverTimeBody:
    """How many fell into each year or quarter, from the first to the last in which there is anything."""
    counted: dict[period_rules.Place, dict[str, int]] = {}
    for row in await session.exec(_counted(caller, query)):
        counted.setdefault((row.year, row.quarter), {})[row.what] = row.many
    items = [
        PeriodCounts(
            year=year,
            quarter=quarter if query.by is Period.QUARTER else None,
            **{what: counted.get((year, quarter), {}).get(what, 0) for what in _COUNTED},
        )
        for year, quarter in period_rules.between(counted, by=query.by)
    ]
    return OverTimeBody(by=query.by, items=items)


def _counted(caller: Caller, query: OverTimeQuery) -> Any:
    facts = union_all(*_facts(caller, query)).subquery("facts")
    year = cast(extract("year", facts.c.on), Integer)
    quarter = cast(extract("quarter", facts.c.on), Integer) if query.by is Period.QUARTER else literal(1, Integer)
    placed = columns(year.label("year"), quarter.label("quarter"), facts.c.what).subquery("placed")
    return columns(placed, func.count().label("many")).group_by(*placed.c)


def _facts(caller: Caller, query: OverTimeQuery) -> list[Any]:
    """Rows of a day and of what fell on it, narrowed to the champion and the objective that are asked for."""
    champion = select(Champion.id).where(col(Champion.iso3) == query.champion).scalar_subquery()
    taking_part = select(ActivityChampion.activity_id).where(col(ActivityChampion.champion_id) == champion)
    practices = _fact("practices", cast(col(Practice.published_at), Date)).where(practice_counts(caller))
    activities = _fact("activities", col(Activity.starts_on)).where(
        col(Activity.starts_on).is_not(None), activity_counts(caller)
    )
    pledges = _fact("pledges", col(Pledge.made_on)).where(col(Pledge.made_on).is_not(None), pledge_counts(caller))
    joined = select(PledgingState.pledge_id).where(joined_pledge(), col(PledgingState.champion_id) == champion)
    if query.champion:
        practices = practices.where(col(Practice.champion_id) == champion)
        activities = activities.where(or_(col(Activity.champion_id) == champion, col(Activity.id).in_(taking_part)))
        pledges = pledges.where(or_(col(Pledge.champion_id) == champion, col(Pledge.id).in_(joined)))
    if query.objective:
        practices = practices.where(col(Practice.objectives).op("@>")([query.objective]))
        activities = activities.where(col(Activity.objectives).op("@>")([query.objective]))
        pledges = pledges.where(col(Pledge.objectives).op("@>")([query.objective]))
    return [practices, activities, pledges]


def _fact(what: str, on: Any) -> Any:
    return select(literal(what).label("what"), on.label("on"))
