"""What follows from where a State lies and when it joined."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.champions import rules
from api.platform.transitions import Party
from api.vocabularies.catalogue import countries
from api.vocabularies.models import Commission

days = st.dates(min_value=date(2018, 1, 1), max_value=date(2050, 1, 1))


def test_every_member_state_lies_in_the_region_of_a_commission() -> None:
    guessed = {rules.commission_for(state["region_m49"], state["subregion_m49"]) for state in countries().values()}

    assert guessed == set(Commission)


@given(joined_on=days, length=st.integers(min_value=1, max_value=5000))
def test_a_champion_is_one_from_the_day_it_joins_until_the_day_it_leaves(joined_on: date, length: int) -> None:
    left_on = joined_on + timedelta(days=length)

    assert rules.is_current(joined_on, left_on, joined_on)
    assert rules.is_current(joined_on, left_on, left_on - timedelta(days=1))
    assert not rules.is_current(joined_on, left_on, left_on)
    assert not rules.is_current(joined_on, left_on, joined_on - timedelta(days=1))


@given(today=days)
def test_a_champion_whose_day_of_joining_is_not_known_has_joined(today: date) -> None:
    assert rules.is_current(None, None, today)


def test_only_those_who_may_are_offered_what_they_may() -> None:
    assert rules.actions({Party.SECRETARIAT}, None) == ["change", "delete", "leave"]
    assert rules.actions({Party.SECRETARIAT}, date(2026, 1, 1)) == ["change", "delete", "rejoin"]
    assert rules.actions({Party.OWNER}, None) == ["change"]
    assert rules.actions({Party.CO_CHAIR}, None) == []
