"""No year and no quarter is left out."""

from hypothesis import given
from hypothesis import strategies as st

from api.collaboration.kinds import Period
from api.collaboration.period_rules import between

_years = st.integers(1990, 2100)


def test_the_quarters_between_two_are_all_there() -> None:
    assert between([(2027, 1), (2026, 3)], by=Period.QUARTER) == [(2026, 3), (2026, 4), (2027, 1)]
    assert between([(2024, 1), (2026, 1)], by=Period.YEAR) == [(2024, 1), (2025, 1), (2026, 1)]
    assert between([], by=Period.YEAR) == []


@given(st.lists(st.tuples(_years, st.integers(1, 4)), min_size=1))
def test_every_quarter_found_is_among_them_once(found: list[tuple[int, int]]) -> None:
    told = between(found, by=Period.QUARTER)

    assert set(found) <= set(told)
    assert (told[0], told[-1]) == (min(found), max(found))
    assert sorted(set(told)) == told
