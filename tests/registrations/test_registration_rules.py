"""Who has a place, and who moves up."""

from hypothesis import given
from hypothesis import strategies as st

from api.registrations import rules
from api.registrations.rules import RegistrationSeat

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
