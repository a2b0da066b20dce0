"""A poll's state follows from the record and the clock; its dates have one order, whatever order they come in."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.datepolls import rules
from api.datepolls.models import DateAnswer as A
from api.datepolls.models import DatePollStatus as S
from api.datepolls.rules import RankedBy, Standing, Times
from api.platform.transitions import Party

DEADLINE = datetime(2026, 12, 1, 17, tzinfo=UTC)
OPENED = DEADLINE - timedelta(days=7)
A_MOMENT = timedelta(microseconds=1)

moments = st.integers(-60 * 24 * 40, 60 * 24 * 40).map(lambda minutes: DEADLINE + timedelta(minutes=minutes))
small = st.integers(0, 4)
standings = st.builds(
    Standing,
    key=st.uuids(),
    starts_at=moments,
    yes=small,
    if_need_be=small,
    no=small,
    chairs=st.just(()) | st.tuples(st.none() | st.sampled_from(A), st.none() | st.sampled_from(A)),
    worst=st.sampled_from([0.0, 2.0, 10.0]),
    total=st.sampled_from([0.0, 12.5]),
    has_passed=st.booleans(),
)
many = st.lists(standings, min_size=1, max_size=8, unique_by=(lambda each: each.key, lambda each: each.starts_at))


def a_date(key: int = 1, **fields: object) -> Standing:
    return Standing(UUID(int=key), DEADLINE + timedelta(days=key), **fields)  # type: ignore[arg-type]


def test_the_deadline_itself_ends_the_answering() -> None:
    times = Times(DEADLINE, OPENED)

    assert rules.status_of(times, DEADLINE - A_MOMENT) is S.OPEN
    assert rules.status_of(times, DEADLINE) is S.ENDED
    assert (rules.ended_at(times, DEADLINE - A_MOMENT), rules.ended_at(times, DEADLINE)) == (None, DEADLINE)


def test_a_draft_whose_deadline_has_passed_is_still_a_draft() -> None:
    assert rules.status_of(Times(DEADLINE), DEADLINE + timedelta(days=1)) is S.DRAFT


@given(moments, st.none() | moments, st.none() | moments, st.none() | moments, moments)
def test_only_an_open_poll_takes_answers_and_time_never_opens_it_again(
    deadline: datetime, opened: datetime | None, closed: datetime | None, cancelled: datetime | None, now: datetime
) -> None:
    times = Times(deadline, opened, closed, cancelled)

    status = rules.status_of(times, now)
    verbs = rules.actions(status, {Party.CO_CHAIR}, is_champion=True, lacks_meeting=False)
    assert ("answer" in verbs) == (status is S.OPEN)
    assert (rules.ended_at(times, now) is None) == (status in {S.DRAFT, S.OPEN})
    if status is not S.OPEN and opened:
        assert rules.status_of(times, now + timedelta(days=1)) is not S.OPEN


@pytest.mark.parametrize(
    ("status", "verbs"),
    [
        (S.DRAFT, ["change", "delete", "open"]),
        (S.OPEN, ["answer", "close", "cancel", "extend", "choose"]),
        (S.ENDED, ["close", "cancel", "extend", "choose"]),
        (S.CLOSED, []),
        (S.CANCELLED, []),
    ],
)
def test_what_the_chairs_may_do(status: S, verbs: list[str]) -> None:
    assert rules.actions(status, {Party.CO_CHAIR}, is_champion=True, lacks_meeting=False) == verbs
    assert rules.actions(status, {Party.SECRETARIAT}, is_champion=False, lacks_meeting=False) == verbs


def test_others_answer_and_no_more() -> None:
    allowed = [rules.actions(status, (), is_champion=True, lacks_meeting=True) for status in S]

    assert allowed == [[], ["answer"], [], [], []]


@pytest.mark.parametrize(
    ("days_open", "hours_before"), [(7, 48), (3, 48), (2.5, 36), (2, 24), (1.9, None), (0.5, None)]
)
def test_the_silent_are_reminded_a_day_or_two_before_unless_they_were_just_asked(
    days_open: float, hours_before: int | None
) -> None:
    at = rules.reminder_at(DEADLINE - timedelta(days=days_open), DEADLINE)

    assert at == (None if hours_before is None else DEADLINE - timedelta(hours=hours_before))


@settings(max_examples=40)
@given(many, st.randoms())
def test_the_order_is_one_whatever_order_the_dates_come_in(dates: list[Standing], shuffle: object) -> None:
    ordered = rules.ranked(dates)
    shuffled = list(dates)
    shuffle.shuffle(shuffled)  # type: ignore[attr-defined]

    assert rules.ranked(shuffled) == ordered
    assert sorted(each.key for each in ordered) == sorted(each.key for each in dates)


@settings(max_examples=40)
@given(many)
def test_what_nobody_can_chair_comes_behind_what_somebody_can(dates: list[Standing]) -> None:
    ahead = [each for each in rules.ranked(dates) if not each.has_passed]

    flags = [each.lacks_both_chairs for each in ahead]
    assert flags == sorted(flags)


@settings(max_examples=40)
@given(many, st.data())
def test_one_more_yes_never_puts_a_date_back(dates: list[Standing], data: st.DataObject) -> None:
    lucky = data.draw(st.sampled_from(dates))
    fields = {name: getattr(lucky, name) for name in Standing.__slots__} | {"yes": lucky.yes + 1}
    better = Standing(**fields)

    before = rules.ranked(dates).index(lucky)
    after = rules.ranked([better if each is lucky else each for each in dates]).index(better)

    assert after <= before


@settings(max_examples=40)
@given(many)
def test_the_reason_that_is_told_is_the_first_in_which_two_dates_differ(dates: list[Standing]) -> None:
    ordered = rules.ranked(dates)

    for better, worse in pairwise(ordered):
        told = rules.decided_by(better, worse)
        first, second = dict(better.rank), dict(worse.rank)
        assert first[told] < second[told]
        assert all(first[earlier] == second[earlier] for earlier in list(RankedBy)[: list(RankedBy).index(told)])


@pytest.mark.parametrize(
    ("better", "worse", "by"),
    [
        ({}, {"yes": 9, "has_passed": True}, RankedBy.STILL_TO_COME),
        ({"chairs": (A.NO, None)}, {"yes": 9, "chairs": (A.NO, A.NO)}, RankedBy.CO_CHAIRS),
        ({"yes": 2, "no": 4}, {"yes": 1, "if_need_be": 5}, RankedBy.YES),
        ({"yes": 1, "if_need_be": 2}, {"yes": 1, "if_need_be": 1}, RankedBy.IF_NEED_BE),
        ({"yes": 1, "no": 0}, {"yes": 1, "no": 1}, RankedBy.NO),
        ({"worst": 4, "total": 90}, {"worst": 7, "total": 10}, RankedBy.FAIRNESS),
        ({"worst": 4, "total": 10}, {"worst": 4, "total": 11}, RankedBy.FAIRNESS),
        ({}, {}, RankedBy.TIME),
    ],
)
def test_answers_decide_then_fairness_then_the_sooner_date(better: dict, worse: dict, by: RankedBy) -> None:  # type: ignore[type-arg]
    first, second = a_date(1, **better), a_date(2, **worse)

    assert rules.ranked([second, first]) == [first, second]
    assert rules.decided_by(first, second) is by


def test_one_absent_co_chair_and_a_day_without_a_pair_are_no_flag() -> None:
    assert not a_date(chairs=(A.NO, None)).lacks_both_chairs
    assert not a_date(chairs=(A.NO,)).lacks_both_chairs
    assert not a_date(chairs=()).lacks_both_chairs
    assert a_date(chairs=(A.NO, A.NO)).lacks_both_chairs
