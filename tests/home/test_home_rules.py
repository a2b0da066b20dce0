"""What comes first, and when a quarter begins."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.home.kinds import DueKind
from api.home.rules import Due, by_urgency, days_late, quarter_after


def test_late_things_come_first_then_what_has_a_day_then_what_only_waits() -> None:
    late = Due(kind=DueKind.WORKPLAN_ITEM_DUE, due_on=date(2026, 11, 1))
    soon = Due(kind=DueKind.MEETING_TO_PREPARE, due_at=datetime(2026, 12, 10, 14, tzinfo=UTC))
    long_waiting = Due(kind=DueKind.PRACTICE_DRAFT, since=datetime(2026, 1, 1, tzinfo=UTC))
    waiting = Due(kind=DueKind.PRACTICE_DRAFT, since=datetime(2026, 11, 1, tzinfo=UTC))

    assert by_urgency([waiting, soon, long_waiting, late]) == [late, soon, long_waiting, waiting]


def test_on_its_day_nothing_is_late_yet() -> None:
    due = Due(kind=DueKind.WORKPLAN_ITEM_DUE, due_on=date(2026, 11, 24))

    assert [days_late(due, today=date(2026, 11, day)) for day in (23, 24, 25)] == [0, 0, 1]


@given(st.dates(max_value=date(9998, 12, 31)))
def test_the_next_quarter_begins_within_92_days_and_lasts_three_months(today: date) -> None:
    begins, ends = quarter_after(today)

    assert timedelta(0) < begins - today <= timedelta(days=92)
    assert (begins.day, begins.month % 3, ends.day, ends.month % 3) == (1, 1, 1, 1)
    assert timedelta(days=89) < ends - begins <= timedelta(days=92)
