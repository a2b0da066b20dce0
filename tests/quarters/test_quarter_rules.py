"""A day for every quarter that wants one: never a bad one, and the nearest to the middle that is not."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from api.quarters import rules
from api.quarters.rules import Calendar, Engaged, Quarter, Reason, ReasonCode

TODAY = date(2026, 11, 24)
FAR_AHEAD = Quarter(2027, 1)

days = st.dates(date(2026, 9, 1), date(2028, 3, 1))
quarters = st.builds(Quarter, st.integers(1990, 2100), st.integers(1, 4))


def engaged(longest: int) -> st.SearchStrategy[list[Engaged]]:
    one = st.builds(
        lambda first, more: Engaged(first, first + timedelta(days=more), "It"), days, st.integers(0, longest)
    )
    return st.lists(one, max_size=5)


calendars = st.builds(
    Calendar,
    today=st.dates(date(2026, 10, 1), date(2027, 6, 30)),
    holidays=st.frozensets(days, max_size=40),
    processes=engaged(60),
    meetings=engaged(30),
)


def calendar(**known: object) -> Calendar:
    return Calendar(**({"today": TODAY, "holidays": (), "processes": (), "meetings": ()} | known))  # type: ignore[arg-type]


def suits(day: date, known: Calendar, others: list[date]) -> bool:
    """The same rules, said again in the plainest way."""
    away = {
        process.first + timedelta(days=number)
        for process in known.processes
        if (process.last - process.first).days < 31
        for number in range((process.last - process.first).days + 1)
    }
    near = [day_of for meeting in known.meetings for day_of in (meeting.first, meeting.last)] + others
    within = any(meeting.first <= day <= meeting.last for meeting in known.meetings)
    return (
        day.isoweekday() in (2, 3, 4)
        and (day - known.today).days >= 14
        and day not in known.holidays
        and day not in away
        and not within
        and all(abs((day - other).days) >= 28 for other in near)
    )


@settings(max_examples=60)
@given(calendars)
def test_a_proposed_day_suits_and_none_that_suits_is_nearer_to_the_middle(known: Calendar) -> None:
    wanting = [Quarter(2026, 4).after(later) for later in range(5)]

    found = rules.proposals(wanting, known)

    before: list[date] = []
    for quarter in wanting:
        day = found[quarter].day
        all_days = [quarter.first + timedelta(days=number) for number in range((quarter.last - quarter.first).days + 1)]
        suitable = [one for one in all_days if suits(one, known, before)]
        assert (day is None) == (suitable == [])
        if day:
            assert day in suitable
            assert abs(day - quarter.middle) == min(abs(one - quarter.middle) for one in suitable)
            before.append(day)


@settings(max_examples=30)
@given(calendars)
def test_every_proposal_and_every_refusal_says_why(known: Calendar) -> None:
    for proposal in rules.proposals([Quarter(2026, 4), Quarter(2027, 1)], known).values():
        codes = [reason.code for reason in proposal.reasons]
        assert codes
        assert (codes[0] is ReasonCode.NEAR_MIDDLE) == (proposal.day is not None)
        assert len(set(proposal.reasons)) == len(proposal.reasons)


@given(quarters, st.integers(-40, 40))
def test_quarters_follow_each_other_without_a_gap(quarter: Quarter, later: int) -> None:
    assert quarter.after(1).first == quarter.last + timedelta(days=1)
    assert quarter.after(later).after(-later) == quarter
    assert {rules.quarter_of(day) for day in (quarter.first, quarter.middle, quarter.last)} == {quarter}
    assert rules.quarters(quarter.first, quarter.after(3).last) == [quarter.after(number) for number in range(4)]


def test_a_free_quarter_meets_in_its_middle() -> None:
    proposal = rules.propose(FAR_AHEAD, calendar())

    assert (proposal.day, proposal.reasons) == (date(2027, 2, 16), (Reason(ReasonCode.NEAR_MIDDLE),))


def test_what_stands_in_the_way_is_named() -> None:
    review = Engaged(date(2027, 2, 16), date(2027, 2, 17), "Regional Review for Africa")
    holiday = date(2027, 2, 11)

    proposal = rules.propose(FAR_AHEAD, calendar(holidays={holiday}, processes=[review]))

    assert proposal.day == date(2027, 2, 10)
    assert [(reason.code, reason.title) for reason in proposal.reasons] == [
        (ReasonCode.NEAR_MIDDLE, ""),
        (ReasonCode.PROCESS, "Regional Review for Africa"),
        (ReasonCode.HOLIDAY, ""),
    ]


def test_a_season_of_reviews_does_not_forbid_to_meet() -> None:
    season = Engaged(date(2027, 1, 1), date(2028, 3, 31), "Third round of Regional Reviews")

    assert rules.propose(FAR_AHEAD, calendar(processes=[season])).day == date(2027, 2, 16)


def test_a_quarter_about_to_end_has_no_day_left() -> None:
    proposal = rules.propose(Quarter(2026, 4), calendar(today=date(2026, 12, 18)))

    assert (proposal.day, proposal.reasons) == (None, (Reason(ReasonCode.SHORT_NOTICE),))
