"""How many practices have which value, in one statement."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, String, case, cast, func, literal, literal_column, tuple_
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from api.access.caller import Caller
from api.access.visibility import OWN_CHAMPION
from api.champions.models import Champion
from api.platform import clock
from api.platform.database import columns
from api.platform.prepared import PreparedStatement
from api.practices.facet_schemas import PracticeFacets
from api.practices.facets import FACETS, Tally
from api.practices.filters import FILTERS, FIRST_YEAR, LAST_YEAR, values_of
from api.practices.models import Practice
from api.practices.queries import visible
from api.practices.schemas import PracticeFilters

_GROUPS: dict[str, tuple[str, ...]] = {
    "objective": ("objectives",),
    "principle": ("guiding_principles",),
    "sdg": ("sdgs",),
    "type_of_practice": ("type_of_practice",),
    "language": ("language",),
    "places": ("iso3", "countries", "regions"),
    "years": ("first_year", "last_year"),
}
"""What practices are grouped by; those alike come as one row. A practice without years is in no year's facet."""


async def count_facets(session: AsyncSession, caller: Caller, filters: PracticeFilters) -> PracticeFacets:
    """The counts for the practices that the caller may see and ``filters`` find, each facet without its own filter."""
    present = {name: value for name in FILTERS if (value := getattr(filters, name)) not in (None, [])}
    values = {OWN_CHAMPION: caller.champion_id, **values_of(filters), **present}
    tally = Tally(clock.today().year)
    for row in await _prepared(caller.viewpoint, frozenset(present)).rows(session, values):
        _add(tally, row)
    return tally.facets()


def _add(tally: Tally, row: dict[str, Any]) -> None:
    group, count, missed = row["grouped_by"], row["count"], row["missed"]
    if group == "places":
        tally.add_places(row["iso3"], row["countries"], row["regions"], count, missed=missed)
    elif group == "years":
        tally.add_years(row["first_year"], row["last_year"], count, missed=missed)
    else:
        (name,) = _GROUPS[group]
        alike = row[name]
        tally.add(group, alike if isinstance(alike, list) else filter(None, [alike]), count, missed=missed)
    if group == "language" and not missed:
        tally.total += count


@lru_cache(maxsize=512)
def _prepared(viewpoint: Caller, present: frozenset[str]) -> PreparedStatement:
    """The practices that at most one facet's filter misses, in seven groupings at once; ``missed`` names that filter."""
    own = [facet for facet in FACETS if facet in present]
    holds = {facet: func.coalesce(FILTERS[facet], literal_column("false")) for facet in own}
    missed = case(*((~clause, facet) for facet, clause in holds.items()), else_="") if own else literal("", String)
    found = (
        columns(
            Practice.objectives,
            Practice.guiding_principles,
            Practice.sdgs,
            Practice.type_of_practice,
            Practice.language,
            Champion.iso3,
            Practice.countries,
            Practice.regions,
            cast(FIRST_YEAR, Integer).label("first_year"),
            cast(LAST_YEAR, Integer).label("last_year"),
            missed.label("missed"),
        )
        .join(Champion, col(Champion.id) == col(Practice.champion_id))
        .where(visible(viewpoint), *(clause for name, clause in FILTERS.items() if name in present and name not in own))
    )
    if own:
        found = found.where(sum((cast(~clause, Integer) for clause in holds.values()), literal(0)) <= 1)
    alike = found.subquery("found").c
    sets = [tuple_(alike.missed, *(alike[name] for name in names)) for names in _GROUPS.values()]
    which = case(
        *((func.grouping(alike[names[0]]) == 0, group) for group, names in _GROUPS.items()), else_=literal("", String)
    )
    named = [alike[name] for names in _GROUPS.values() for name in names]
    return PreparedStatement(
        columns(which.label("grouped_by"), alike.missed, *named, func.count().label("count")).group_by(
            func.grouping_sets(*sets)
        )
    )
