"""The years or quarters of a plot over time: none is left out between the first and the last."""

from collections.abc import Iterable

from api.collaboration.kinds import Period

Place = tuple[int, int]
"""A year and its quarter; by year, always 1."""


def between(found: Iterable[Place], *, by: Period) -> list[Place]:
    """Every period from the first of ``found`` to the last; none where there is none."""
    a_year = 4 if by is Period.QUARTER else 1
    numbers = [year * a_year + quarter - 1 for year, quarter in found]
    if not numbers:
        return []
    return [(number // a_year, number % a_year + 1) for number in range(min(numbers), max(numbers) + 1)]
