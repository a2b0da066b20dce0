"""Dates of the demonstration, counted from today."""

from datetime import UTC, date, datetime, time, timedelta

from api.platform import clock

_SATURDAY = 5


def day(in_days: int) -> date:
    """The day so many days from today."""
    return clock.today() + timedelta(days=in_days)


def day_if(in_days: int | None) -> date | None:
    """The day so many days from today; none for none."""
    return None if in_days is None else day(in_days)


def moment(in_days: int, *, hour: int = 10, minute: int = 0) -> datetime:
    """An hour (UTC) so many days from today; an hour that has not come yet today is now."""
    at = datetime.combine(day(in_days), time(hour, minute), UTC)
    return min(at, clock.now()) if in_days <= 0 else at


def working_day(in_days: int) -> date:
    """The day so many days from today, or the next one that is no Saturday or Sunday."""
    wanted = day(in_days)
    return wanted + timedelta(days=7 - wanted.weekday() if wanted.weekday() >= _SATURDAY else 0)


def semester(from_now: int) -> tuple[date, date]:
    """The calendar half-year so many half-years from the present one: its first day, and the first day after it."""
    today = clock.today()
    first = today.year * 2 + (today.month > 6) + from_now
    return _first_day(first), _first_day(first + 1)


def _first_day(half_year: int) -> date:
    return date(half_year // 2, 7 if half_year % 2 else 1, 1)
