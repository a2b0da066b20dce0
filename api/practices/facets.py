"""Counts by facet, from counts of practices that are alike."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from api.practices.facet_schemas import CodeCount, NumberCount, PracticeFacets
from api.vocabularies.catalogue import region_around, regions_of_countries

FACETS = ("objective", "principle", "sdg", "region", "country", "type_of_practice", "year", "language")
"""The filters whose values are counted, as the query names them."""

_EARLIEST = 1990


@dataclass(slots=True)
class Tally:
    """Adds up practices that are alike. A group ``missed`` by one filter alone counts for that filter's facet only."""

    this_year: int
    total: int = 0
    counted: dict[str, Counter[Any]] = field(default_factory=lambda: {facet: Counter() for facet in FACETS})

    def add(self, facet: str, values: Iterable[Any], count: int, *, missed: str) -> None:
        """Count ``count`` practices that have each of ``values``."""
        if missed in ("", facet):
            counter = self.counted[facet]
            for value in values:
                counter[value] += count

    def add_places(self, iso3: str, countries: list[str], regions: list[str], count: int, *, missed: str) -> None:
        """Count practices of a champion that take place in ``countries`` and ``regions``: each region once."""
        states = {iso3, *countries}
        around = regions_of_countries()
        m49 = {code for state in states for code in around[state]}.union(*map(region_around, regions))
        self.add("country", states, count, missed=missed)
        self.add("region", m49, count, missed=missed)

    def add_years(self, first: int | None, last: int | None, count: int, *, missed: str) -> None:
        """Count practices under way from one year to another, or still."""
        if first is not None:
            until = self.this_year if last is None else min(last, self.this_year)
            self.add("year", range(max(first, _EARLIEST), until + 1), count, missed=missed)

    def facets(self) -> PracticeFacets:
        """The counts: numbers in their order, codes by how many practices have them."""
        return PracticeFacets.model_construct(
            total=self.total,
            objective=self._numbers("objective"),
            principle=self._numbers("principle"),
            sdg=self._numbers("sdg"),
            region=self._codes("region"),
            country=self._codes("country"),
            type_of_practice=self._codes("type_of_practice"),
            year=self._numbers("year"),
            language=self._codes("language"),
        )

    def _numbers(self, facet: str) -> list[NumberCount]:
        return [
            NumberCount.model_construct(value=value, count=count)
            for value, count in sorted(self.counted[facet].items())
        ]

    def _codes(self, facet: str) -> list[CodeCount]:
        most_first = sorted(self.counted[facet].items(), key=lambda each: (-each[1], each[0]))
        return [CodeCount.model_construct(value=value, count=count) for value, count in most_first]
