"""When an item is late, and what may be done with plans and items."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.platform.transitions import Party
from api.workplan import rules
from api.workplan.models import WorkplanItemStatus, WorkplanStatus

days = st.dates(min_value=date(2018, 12, 10), max_value=date(2100, 1, 1))
unfinished = st.sampled_from(sorted(set(WorkplanItemStatus) - rules.FINISHED))
finished = st.sampled_from(sorted(rules.FINISHED))


@given(unfinished, days)
def test_an_item_is_on_time_on_the_day_it_is_due_and_one_day_late_on_the_next(
    status: WorkplanItemStatus, due_on: date
) -> None:
    next_day = due_on + timedelta(days=1)

    assert not rules.is_overdue(status, due_on, today=due_on)
    assert rules.is_overdue(status, due_on, today=next_day)
    assert rules.days_late(status, due_on, today=next_day) == 1


@given(unfinished, days, st.integers(min_value=0, max_value=5000))
def test_an_unfinished_item_grows_one_day_later_each_day(status: WorkplanItemStatus, due_on: date, days: int) -> None:
    assert rules.days_late(status, due_on, today=due_on + timedelta(days=days)) == days


@given(finished, st.none() | days, days)
def test_what_is_finished_is_never_late(status: WorkplanItemStatus, due_on: date | None, today: date) -> None:
    assert not rules.is_overdue(status, due_on, today=today)
    assert rules.days_late(status, due_on, today=today) == 0


@given(unfinished, days)
def test_what_has_no_due_date_is_never_late(status: WorkplanItemStatus, today: date) -> None:
    assert not rules.is_overdue(status, None, today=today)
    assert rules.days_late(status, None, today=today) == 0


@given(unfinished, days, days)
def test_days_late_are_counted_exactly_where_an_item_is_overdue(
    status: WorkplanItemStatus, due_on: date, today: date
) -> None:
    is_overdue = rules.is_overdue(status, due_on, today=today)

    assert is_overdue == (rules.days_late(status, due_on, today=today) > 0)


@given(st.sampled_from(WorkplanStatus), st.frozensets(st.sampled_from(Party)))
def test_only_chairs_move_a_plan_and_nobody_changes_a_closed_one(
    status: WorkplanStatus, parties: frozenset[Party]
) -> None:
    is_chair = bool(parties & {Party.CO_CHAIR, Party.SECRETARIAT})

    on_plan = rules.workplan_actions(status, parties, is_empty=True)
    on_item = rules.item_actions(status, parties, is_rolled_over=False)

    assert bool(on_plan) == is_chair
    assert ("change" in on_plan) == (is_chair and status is not WorkplanStatus.CLOSED)
    assert ("change" in on_item) == (is_chair and status is not WorkplanStatus.CLOSED)
    assert ("report" in on_item) == (bool(parties) and status is not WorkplanStatus.CLOSED)
