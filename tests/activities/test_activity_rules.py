"""The rules of activities."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.activities import rules
from api.activities.models import ActivityStatus as S
from api.platform.transitions import Party

TODAY = date(2026, 11, 24)
days = st.dates(date(2020, 1, 1), date(2033, 1, 1))
HOLD = next(step for step in rules.TRANSITIONS if step.verb == "hold")


@given(st.sampled_from(S))
def test_only_the_lead_and_the_secretariat_may_do_anything(status: S) -> None:
    assert rules.actions(status, frozenset({Party.CO_CHAIR})) == []
    assert rules.actions(status, frozenset()) == []
    assert rules.actions(status, frozenset({Party.OWNER})) == rules.actions(status, frozenset({Party.SECRETARIAT}))


@given(st.frozensets(st.sampled_from(Party)), st.booleans(), st.booleans())
def test_leading_makes_an_owner_and_nothing_else(parties: frozenset[Party], as_a_whole: bool, is_co_lead: bool) -> None:
    made = rules.owning(parties, leads_as_a_whole=as_a_whole, is_co_lead=is_co_lead)

    assert made - {Party.OWNER} == parties - {Party.OWNER}
    assert (Party.OWNER in made) == (Party.OWNER in parties or is_co_lead or (as_a_whole and Party.CO_CHAIR in parties))


def test_every_state_but_the_last_has_a_way_out() -> None:
    stuck = {status for status in S if not any(step.starts_from(status) for step in rules.TRANSITIONS)}

    assert stuck == {S.REPORTED}


@given(days)
def test_what_lies_ahead_is_held_only_with_a_reason(starts_on: date) -> None:
    asked = rules.asks_reason(HOLD, S.CONFIRMED, starts_on, today=TODAY)

    assert asked == (starts_on > TODAY)


def test_an_activity_without_a_day_is_held_without_a_reason() -> None:
    assert not rules.asks_reason(HOLD, S.CONFIRMED, None, today=TODAY)


@given(st.sampled_from(S), days, st.integers(0, 400))
def test_an_activity_is_over_on_the_day_after_its_last(status: S, starts_on: date, length: int) -> None:
    ends_on = starts_on + timedelta(length)

    is_over = rules.is_over(status, starts_on, ends_on, today=TODAY)

    assert is_over == (ends_on < TODAY and status is not S.POSTPONED)
