"""Terms of six calendar months, half open, and the gaps between them."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from api.cochairs import rules
from api.cochairs.models import TermStatus
from api.cochairs.rules import Period
from api.platform.transitions import Party

days = st.dates(min_value=date(2018, 12, 10), max_value=date(2100, 1, 1))
lengths = st.integers(min_value=1, max_value=800)
terms = st.builds(lambda start, length: Period(start, start + timedelta(days=length)), days, lengths)


def months(day: date) -> int:
    return day.year * 12 + day.month


def test_six_months_are_calendar_months() -> None:
    assert rules.usual_end(date(2026, 6, 23)) == date(2026, 12, 23)
    assert rules.usual_end(date(2026, 7, 1)) == date(2027, 1, 1)
    assert rules.usual_end(date(2026, 8, 31)) == date(2027, 2, 28)
    assert rules.usual_end(date(2027, 8, 29)) == date(2028, 2, 29)
    assert rules.usual_end(date(2026, 12, 31)) == date(2027, 6, 30)


@given(days)
def test_a_term_ends_six_calendar_months_after_it_starts(starts_on: date) -> None:
    ends_on = rules.usual_end(starts_on)

    assert months(ends_on) - months(starts_on) == 6
    assert ends_on.day == starts_on.day or (ends_on + timedelta(days=1)).day == 1
    assert ends_on.day <= starts_on.day
    assert 181 <= (ends_on - starts_on).days <= 184
    assert rules.is_usual(Period(starts_on, ends_on))


@given(days, days)
def test_a_later_start_never_ends_earlier(one: date, other: date) -> None:
    assume(one <= other)

    assert rules.usual_end(one) <= rules.usual_end(other)


@given(terms, days)
def test_a_day_stands_in_exactly_one_relation_to_a_term(term: Period, today: date) -> None:
    belongs = term.starts_on <= today < term.ends_on

    assert (rules.status_of(term, today) is TermStatus.CURRENT) == belongs
    assert rules.days_elapsed(term, today) + rules.days_left(term, today) == term.days
    assert (rules.days_left(term, today) == 0) == (rules.status_of(term, today) is TermStatus.PAST)


@given(terms)
def test_the_day_of_handover_belongs_to_the_next_pair(term: Period) -> None:
    following = Period(term.ends_on, rules.usual_end(term.ends_on))

    assert rules.status_of(term, term.ends_on) is TermStatus.PAST
    assert rules.status_of(following, term.ends_on) is TermStatus.CURRENT
    assert rules.gap_between(term.ends_on, following.starts_on) is None


@given(terms, lengths)
def test_a_gap_holds_every_day_between_two_terms(term: Period, length: int) -> None:
    starts_on = term.ends_on + timedelta(days=length)

    gap = rules.gap_between(term.ends_on, starts_on)

    assert gap == Period(term.ends_on, starts_on)
    assert gap.days == length


def test_nothing_is_missing_before_the_first_term() -> None:
    assert rules.gap_between(None, date(2026, 6, 23)) is None


@given(terms, days)
def test_a_term_that_is_moved_keeps_its_six_months_or_its_end(term: Period, starts_on: date) -> None:
    moved = rules.end_after_move(term, starts_on)

    assert moved == (rules.usual_end(starts_on) if rules.is_usual(term) else term.ends_on)


def test_what_was_served_is_corrected_never_deleted() -> None:
    assert rules.actions(TermStatus.PLANNED, {Party.SECRETARIAT}) == ["change", "delete", "replace"]
    assert rules.actions(TermStatus.CURRENT, {Party.SECRETARIAT}) == ["change", "replace"]
    assert rules.actions(TermStatus.PAST, {Party.SECRETARIAT}) == ["change", "replace"]
    assert rules.actions(TermStatus.PLANNED, {Party.CO_CHAIR}) == []


def test_what_was_replaced_can_be_undone() -> None:
    assert "undo-replacement" in rules.actions(TermStatus.CURRENT, {Party.SECRETARIAT}, has_replacements=True)


@given(terms, days)
def test_a_term_is_told_by_a_day_of_its_own(term: Period, today: date) -> None:
    told = rules.day_to_tell_of(term, today)

    assert rules.status_of(term, told) is TermStatus.CURRENT
    assert told == today or rules.status_of(term, today) is not TermStatus.CURRENT


@given(terms)
def test_a_term_belongs_to_the_semester_of_its_middle(term: Period) -> None:
    semester = rules.semester_of(term)

    assert (semester.day, semester.month % 6) == (1, 1)
    assert rules.semester_of(Period(semester, rules.usual_end(semester))) == semester


def test_a_term_from_june_to_december_belongs_to_the_second_semester() -> None:
    assert rules.semester_of(Period(date(2026, 6, 23), date(2026, 12, 23))) == date(2026, 7, 1)
    assert rules.semester_of(Period(date(2026, 12, 23), date(2027, 6, 23))) == date(2027, 1, 1)
