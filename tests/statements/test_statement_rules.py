"""The silence procedure as pure rules: no order of events, and no clock, adopts a text to which somebody objected in time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.platform.transitions import Party
from api.statements import rules
from api.statements.models import SilenceState, StatementStatus
from api.statements.rules import Course, Silence

OPENED = datetime(2026, 11, 24, 9, tzinfo=UTC)
UNTIL = OPENED + timedelta(hours=72)
moments = st.timedeltas(timedelta(days=-4), timedelta(days=16)).map(lambda after: OPENED + after)
within = st.timedeltas(timedelta(0), timedelta(hours=72) - timedelta(microseconds=1)).map(lambda into: OPENED + into)


@given(within, moments)
def test_what_somebody_objected_to_in_time_is_adopted_at_no_moment(objected_at: datetime, now: datetime) -> None:
    broken = Silence(OPENED, UNTIL, broken_at=objected_at)

    assert rules.state_of(broken, now) is SilenceState.BROKEN
    assert rules.status_of(Course(broken), now) is StatementStatus.SILENCE_BROKEN


@given(moments)
def test_unbroken_silence_adopts_at_its_end_to_the_second(now: datetime) -> None:
    adopted = rules.status_of(Course(Silence(OPENED, UNTIL)), now)

    assert (adopted is StatementStatus.ADOPTED) == (now >= UNTIL)


@given(within, moments)
def test_what_was_recalled_is_never_adopted_by_silence(recalled_at: datetime, now: datetime) -> None:
    recalled = Silence(OPENED, UNTIL, recalled_at=recalled_at)

    assert rules.status_of(Course(recalled), now) is StatementStatus.DRAFTING


@given(st.lists(st.tuples(within, st.sampled_from(["object", "join", "ask_for_time"])), max_size=12), moments)
def test_the_first_objection_decides_whatever_else_is_said(said: list[tuple[datetime, str]], now: datetime) -> None:
    objections = sorted(at for at, act in said if act == "object")

    silence = Silence(OPENED, UNTIL, broken_at=objections[0] if objections else None)

    assert (rules.state_of(silence, now) is SilenceState.ADOPTED) == (not objections and now >= UNTIL)


def test_the_least_time_is_counted_in_hours_that_really_pass() -> None:
    geneva = ZoneInfo("Europe/Zurich")
    before_the_change = datetime(2026, 10, 23, 12, tzinfo=geneva)
    same_hour_three_days_later = datetime(2026, 10, 26, 12, tzinfo=geneva)

    lasts = rules.keeps_minimum(
        same_hour_three_days_later.astimezone(UTC), before_the_change.astimezone(UTC), timedelta(hours=73)
    )

    assert lasts
    spring = datetime(2027, 3, 26, 12, tzinfo=geneva), datetime(2027, 3, 29, 12, tzinfo=geneva)
    assert not rules.keeps_minimum(spring[1].astimezone(UTC), spring[0].astimezone(UTC), timedelta(hours=72))


@pytest.mark.parametrize(
    ("hours_left", "lasts", "reminds"),
    [(25, 72, False), (24, 72, True), (1, 72, True), (0, 72, False), (20, 30, False)],
)
def test_the_silent_are_reminded_on_the_last_day(hours_left: int, lasts: int, reminds: bool) -> None:
    silence = Silence(UNTIL - timedelta(hours=lasts), UNTIL)

    assert rules.reminds(silence, UNTIL - timedelta(hours=hours_left)) is reminds


def test_under_silence_champions_speak_and_nobody_writes() -> None:
    champion = rules.actions(StatementStatus.UNDER_SILENCE, frozenset(), is_champion=True, may_sign=False)
    drafter = rules.actions(StatementStatus.UNDER_SILENCE, {Party.OWNER}, is_champion=True, may_sign=False)
    chair = rules.actions(StatementStatus.UNDER_SILENCE, {Party.CO_CHAIR}, is_champion=True, may_sign=False)

    assert champion == drafter == ["object", "ask-for-time", "join"]
    assert chair == [*champion, "withdraw", "recall-silence", "give-time"]


def test_sign_on_is_open_from_adoption_until_its_end() -> None:
    assert rules.may_sign(StatementStatus.ADOPTED, None, OPENED)
    assert rules.may_sign(StatementStatus.DELIVERED, UNTIL, OPENED)
    assert not rules.may_sign(StatementStatus.ADOPTED, OPENED, OPENED)
    assert not rules.may_sign(StatementStatus.UNDER_SILENCE, None, OPENED)


def test_a_period_touches_each_day_of_which_it_takes_a_part() -> None:
    midnight = datetime(2026, 12, 26, tzinfo=UTC)

    touched = rules.days_touched(midnight - timedelta(hours=30), midnight)

    assert [day.isoformat() for day in touched] == ["2026-12-24", "2026-12-25"]
