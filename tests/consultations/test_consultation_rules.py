"""A consultation's state follows from what is recorded and from the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.consultations import rules
from api.consultations.models import ConsultationStatus as S
from api.consultations.rules import Times
from api.platform.transitions import Party

DEADLINE = datetime(2026, 12, 1, 17, tzinfo=UTC)
OPENED = DEADLINE - timedelta(days=7)
A_MOMENT = timedelta(microseconds=1)

moments = st.integers(-60 * 24 * 40, 60 * 24 * 40).map(lambda minutes: DEADLINE + timedelta(minutes=minutes))


def test_the_deadline_itself_closes() -> None:
    times = Times(DEADLINE, OPENED)

    assert rules.status_of(times, DEADLINE - A_MOMENT) is S.OPEN
    assert rules.status_of(times, DEADLINE) is S.CLOSED


def test_a_draft_whose_deadline_has_passed_is_still_a_draft() -> None:
    assert rules.status_of(Times(DEADLINE), DEADLINE + timedelta(days=1)) is S.DRAFT


@given(moments, st.none() | moments, st.none() | moments, st.none() | moments, moments)
def test_only_an_open_consultation_takes_answers_and_time_never_opens_it_again(
    deadline: datetime, opened: datetime | None, closed: datetime | None, withdrawn: datetime | None, now: datetime
) -> None:
    times = Times(deadline, opened, closed, withdrawn)

    status = rules.status_of(times, now)
    takes_answers = "answer" in rules.actions(status, {Party.CO_CHAIR}, is_champion=True)
    assert takes_answers == (status is S.OPEN)
    if status is not S.OPEN and opened:
        assert rules.status_of(times, now + timedelta(days=1)) is not S.OPEN


@pytest.mark.parametrize(
    ("status", "verbs"),
    [
        (S.DRAFT, ["change", "delete", "open"]),
        (S.OPEN, ["answer", "close", "withdraw", "extend"]),
        (S.CLOSED, ["withdraw", "conclude"]),
        (S.CONCLUDED, ["conclude"]),
        (S.WITHDRAWN, []),
    ],
)
def test_what_the_chairs_may_do(status: S, verbs: list[str]) -> None:
    assert rules.actions(status, {Party.CO_CHAIR}, is_champion=True) == verbs
    assert rules.actions(status, {Party.SECRETARIAT}, is_champion=False) == verbs


def test_others_answer_and_no_more() -> None:
    assert [rules.actions(status, (), is_champion=True) for status in S] == [[], ["answer"], [], [], []]


@pytest.mark.parametrize(
    ("opened", "now", "reminds"),
    [
        (OPENED, DEADLINE - timedelta(hours=24) - A_MOMENT, False),
        (OPENED, DEADLINE - timedelta(hours=24), True),
        (OPENED, DEADLINE - A_MOMENT, True),
        (OPENED, DEADLINE, False),
        (DEADLINE - timedelta(hours=30), DEADLINE - timedelta(hours=20), False),
        (DEADLINE - timedelta(hours=36), DEADLINE - timedelta(hours=20), True),
    ],
)
def test_the_silent_are_reminded_on_the_last_day_unless_they_were_just_asked(
    opened: datetime, now: datetime, *, reminds: bool
) -> None:
    assert rules.reminds(opened, DEADLINE, now) is reminds
