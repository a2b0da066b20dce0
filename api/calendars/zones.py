"""Time zones as calendar programs want them: in full (RFC 5545, 3.6.5), so that no program need know their names.

Made here, change by change, from the time zone database: the generator of ``icalendar`` leaves changes out (Morocco, 2027)
and tells a spring's change by the clock after it instead of before (3.8.2.4), which is an hour off.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

_YEARS_AHEAD = 5
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LAST_WEEK = -1
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change of a zone's clocks. ``at`` is told by the clock before it, as RFC 5545 has it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_daylight: bool


def definition(zone: str, year: int) -> Timezone | None:
    """The VTIMEZONE of ``zone`` from the year before ``year`` on; none for UTC, whose times say so by themselves.

    Changes that follow a yearly rule are told by that rule, since some programs know no lists of days; others, such as
    those of Morocco around Ramadan, day by day.
    """
    if zone == "UTC":
        return None
    made = Timezone()
    made.add("TZID", zone)
    for alike in _changes(zone, year):
        made.add_component(_observance(alike))
    return made


@lru_cache(maxsize=500)
def _changes(zone: str, year: int) -> tuple[tuple[_Change, ...], ...]:
    """What the clocks show at first, then every change until some years on, those of a kind together."""
    there = ZoneInfo(zone)
    first, last = datetime(year - 1, 1, 1, tzinfo=UTC), datetime(year + _YEARS_AHEAD, 1, 1, tzinfo=UTC)
    found = sorted(
        _found(there, first, last), key=lambda change: (change.is_daylight, change.name, change.before, change.at)
    )
    alike = [tuple(group) for _, group in groupby(found, key=lambda change: (change.name, change.before, change.after))]
    return ((_at_first(there, first),), *alike)


def _at_first(there: ZoneInfo, moment: datetime) -> _Change:
    offset = _offset(there, moment)
    return _Change(moment.replace(tzinfo=None), offset, offset, *_told(there, moment))


def _found(there: ZoneInfo, first: datetime, last: datetime) -> Iterator[_Change]:
    day = first
    while day < last:
        if _offset(there, day) != _offset(there, day + _DAY):
            instant = _instant(there, day)
            before = _offset(there, day)
            yield _Change(
                (instant + before).replace(tzinfo=None), before, _offset(there, instant), *_told(there, instant)
            )
        day += _DAY


def _instant(there: ZoneInfo, day: datetime) -> datetime:
    """The first second of ``day`` at which the clocks show another offset than at its beginning."""
    low, high = day, day + _DAY
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        low, high = (middle, high) if _offset(there, middle) == _offset(there, day) else (low, middle)
    return high


def _offset(there: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(there).utcoffset() or timedelta()


def _told(there: ZoneInfo, moment: datetime) -> tuple[str, bool]:
    local = moment.astimezone(there)
    return local.tzname() or str(there), bool(local.dst())


def _observance(alike: tuple[_Change, ...]) -> TimezoneStandard | TimezoneDaylight:
    first = alike[0]
    made = TimezoneDaylight() if first.is_daylight else TimezoneStandard()
    made.add("DTSTART", first.at)
    made.add("TZOFFSETFROM", first.before)
    made.add("TZOFFSETTO", first.after)
    made.add("TZNAME", first.name)
    days = [change.at for change in alike]
    week = _week_of_all(days)
    if week:
        made.add("RRULE", vRecur(FREQ="YEARLY", BYMONTH=first.at.month, BYDAY=f"{week}{_WEEKDAYS[first.at.weekday()]}"))
    elif len(days) > 1:
        made.add("RDATE", days[1:])
    return made


def _week_of_all(days: list[datetime]) -> int | None:
    """The week of the month in which each of ``days``, one a year and otherwise alike, lies; none where there is no such rule."""
    if len(days) < _YEARS_AHEAD or len({(day.month, day.weekday(), day.time()) for day in days}) != 1:
        return None
    if all((day + timedelta(days=7)).month != day.month for day in days):
        return _LAST_WEEK
    weeks = {(day.day - 1) // 7 + 1 for day in days}
    return weeks.pop() if len(weeks) == 1 else None
