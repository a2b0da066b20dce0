"""Who has a place, and who moves up."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from api.registrations import rules
from api.registrations.rules import RegistrationSeat, Standing, Told
from tests.conftest import NOW

TODAY = date(2026, 12, 1)

orders = st.lists(st.integers(1, 50), unique=True, max_size=12).map(sorted)
capacities = st.none() | st.integers(1, 8)


def seated(order: list[int], capacity: int | None) -> list[int]:
    return [number for rank, number in enumerate(order, 1) if rules.seat(rank, capacity) is RegistrationSeat.SEATED]


@given(orders, capacities)
def test_never_more_have_a_place_than_there_are(order: list[int], capacity: int | None) -> None:
    have = seated(order, capacity)

    assert capacity is None or len(have) <= capacity
    assert have == order[: len(have)], "first come, first served"


@given(orders, capacities, st.data())
def test_whoever_withdraws_makes_room_for_exactly_the_next(
    order: list[int], capacity: int | None, data: st.DataObject
) -> None:
    leaving = data.draw(st.sampled_from(order)) if order else 0
    after = [number for number in order if number != leaving]

    up = rules.moved_up(order, capacity, after=after, later_capacity=capacity)

    had_a_place = leaving in seated(order, capacity)
    assert up == [number for number in seated(after, capacity) if number not in seated(order, capacity)]
    assert len(up) == (had_a_place and capacity is not None and len(order) > capacity)


@given(orders, st.integers(1, 8), capacities)
def test_nobody_loses_a_place_when_the_capacity_changes(order: list[int], had: int, later: int | None) -> None:
    before = seated(order, had)

    if rules.may_shrink(later, seated=len(before)):
        assert set(before) <= set(seated(order, later))


days = st.none() | st.dates(date(2026, 11, 1), date(2027, 3, 1))
known = st.builds(
    Told,
    standing=st.sampled_from(Standing),
    starts_on=days,
    ends_on=st.none(),
    starts_time=st.none(),
    ends_time=st.none(),
    time_zone=st.none(),
    place=st.sampled_from(["", "Nairobi", "Online"]),
)


@given(known, known)
def test_what_was_told_is_no_news_and_what_is_over_neither(was: Told, now: Told) -> None:
    told = rules.news(was, now, today=TODAY)

    assert rules.news(now, now, today=TODAY) is None
    if told is not None:
        assert now.last_day is None or now.last_day >= TODAY
        assert was.standing is not now.standing or now.standing is Standing.ON, "other days of what is called off"


@given(known, known)
def test_only_what_is_called_off_is_told_while_somebody_may_still_type(was: Told, now: Told) -> None:
    told = rules.news(was, now, today=TODAY)

    if told is not None:
        assert rules.is_due(told, NOW, now=NOW) == (now.standing is not Standing.ON)
        assert rules.is_due(told, NOW, now=NOW + rules.GATHERING)
