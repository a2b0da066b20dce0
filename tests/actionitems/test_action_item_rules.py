"""When an action item is late, and when its owner is reminded."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from api.actionitems import rules
from api.actionitems.models import ActionItemStatus
from api.platform.transitions import Party

DUE = date(2026, 12, 15)


def test_on_its_day_an_item_is_not_late_yet() -> None:
    assert rules.days_late(ActionItemStatus.OPEN, DUE, today=DUE) == 0
    assert rules.days_late(ActionItemStatus.OPEN, DUE, today=DUE + timedelta(days=3)) == 3


@given(st.sampled_from([ActionItemStatus.DONE, ActionItemStatus.DROPPED]), st.dates(), st.dates())
def test_what_is_closed_is_never_late(status: ActionItemStatus, due_on: date, today: date) -> None:
    assert rules.days_late(status, due_on, today=today) == 0


@given(st.integers(-60, 60))
def test_reminders_come_a_week_before_on_the_day_and_a_week_after(days: int) -> None:
    reminder = rules.reminder_on(DUE, today=DUE + timedelta(days=days))

    due_since = [days - at for at in (-7, 0, 7) if 0 <= days - at <= 3]
    assert reminder == (timedelta(days=days - due_since[-1]) if due_since else None)


def test_the_owner_closes_and_the_chairs_change() -> None:
    owner = rules.actions(ActionItemStatus.OPEN, {Party.OWNER})
    chair = rules.actions(ActionItemStatus.OPEN, {Party.CO_CHAIR})

    assert owner == ["report", "ask-date", "complete"]
    assert chair == ["change", "delete", "report", "ask-date", "complete", "drop"]
    assert "keep-date" in rules.actions(ActionItemStatus.OPEN, {Party.CO_CHAIR}, is_date_asked=True)
    assert rules.actions(ActionItemStatus.OPEN, set()) == []
