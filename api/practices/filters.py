"""What practices can be found by, as clauses of statements that are prepared once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, SmallInteger, String, any_, extract, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import col

from api.champions.models import Champion
from api.platform.prepared import equals_any, given
from api.practices.finding import FOUND
from api.practices.models import Practice
from api.practices.schemas import PracticeFilters
from api.vocabularies.catalogue import countries_within, regions_within

_REGIONS, _COUNTRIES_WITHIN = given("regions", ARRAY(String)), given("countries_within", ARRAY(String))
_COUNTRIES = given("country", ARRAY(String))
_years = func.unnest(given("year", ARRAY(Integer))).column_valued("year")

FIRST_YEAR = extract("year", col(Practice.starts_on))
LAST_YEAR = extract("year", col(Practice.ends_on))
"""Null while it goes on."""


def _shares(column: Any, values: Any) -> ColumnElement[bool]:
    return col(column).bool_op("&&")(values)


FILTERS: dict[str, ColumnElement[bool]] = {
    "status": equals_any(Practice.status, "status"),
    "champion": col(Champion.iso3) == given("champion", String),
    "objective": _shares(Practice.objectives, given("objective", ARRAY(SmallInteger))),
    "principle": _shares(Practice.guiding_principles, given("principle", ARRAY(SmallInteger))),
    "sdg": _shares(Practice.sdgs, given("sdg", ARRAY(SmallInteger))),
    "region": or_(
        col(Champion.region_m49) == any_(_REGIONS),
        col(Champion.subregion_m49) == any_(_REGIONS),
        _shares(Practice.regions, _REGIONS),
        _shares(Practice.countries, _COUNTRIES_WITHIN),
    ),
    "country": or_(col(Champion.iso3) == any_(_COUNTRIES), _shares(Practice.countries, _COUNTRIES)),
    "type_of_practice": equals_any(Practice.type_of_practice, "type_of_practice"),
    "language": equals_any(Practice.language, "language"),
    "year": select(_years).where(_years.between(FIRST_YEAR, func.coalesce(LAST_YEAR, 9999))).exists(),
    "q": FOUND,
}
"""Filter → its clause, on practices joined with their champions; its values are ``values_of`` the filters."""


def values_of(filters: PracticeFilters) -> Mapping[str, Any]:
    """What the clauses of ``filters`` are given beside the filters themselves."""
    within = [code for m49 in filters.region for code in regions_within(m49)]
    return {"regions": within, "countries_within": countries_within(filters.region)}
