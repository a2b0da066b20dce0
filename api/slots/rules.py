"""When to meet so that nobody always gets up at night: how inconvenient a time is in each place, and the fairest times.

The scale is ours, from the meetings' own minutes on "languages and hours": points for each half hour of a meeting by
what the clocks show there. A place where the last meetings fell into bad hours counts for more: it gets relief.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

STEP = timedelta(minutes=30)
LONGEST_WINDOW = timedelta(days=92)
MOST_POINTS = 10
DAY_OFF = 8
"""Points of the best hour of a weekend or a holiday; a bad hour of such a day has its own where they are more."""


class Hour(StrEnum):
    """What a half hour is to those who work there."""

    WORKING = "working"
    EDGE = "edge"
    EARLY = "early"
    EVENING = "evening"
    LATE = "late"
    NIGHT = "night"
    DAY_OFF = "day_off"


_SCALE = (
    (range(5), Hour.NIGHT, 10),
    (range(5, 6), Hour.NIGHT, 7),
    (range(6, 7), Hour.EARLY, 4),
    (range(7, 8), Hour.EARLY, 2),
    (range(8, 9), Hour.EDGE, 1),
    (range(9, 17), Hour.WORKING, 0),
    (range(17, 18), Hour.EDGE, 1),
    (range(18, 20), Hour.EVENING, 2),
    (range(20, 22), Hour.EVENING, 4),
    (range(22, 24), Hour.LATE, 7),
)
"""Local hours, what they are, and their points from 0 (a working hour) to 10 (the middle of the night)."""

_BY_HOUR = {hour: (kind, points) for hours, kind, points in _SCALE for hour in hours}

_FORGOTTEN_AFTER = 4
"""Meetings that are remembered; each counts half of the one after it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where people would join from: its clock, its weekend (0 is Monday) and its holidays."""

    zone: str
    weekend: frozenset[int] = frozenset({5, 6})
    holidays: frozenset[date] = frozenset()
    clock: ZoneInfo = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "clock", ZoneInfo(self.zone))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that was held."""

    starts_at: datetime
    duration: timedelta


@dataclass(frozen=True, slots=True)
class LocalTime:
    """What a slot is in one place. ``worst`` is its worst half hour, ``total`` the sum of all of them."""

    place: Place
    starts_at: datetime
    kind: Hour
    worst: int
    total: int
    weight: float


@dataclass(frozen=True, slots=True)
class Slot:
    """A time to meet. ``worst`` and ``total`` are over all places, with the weights of those who are owed relief."""

    starts_at: datetime
    worst: float
    total: float

    @property
    def rank(self) -> tuple[float, float, datetime]:
        """The lower the fairer: first the worst that anybody has, then what all have together, then the sooner."""
        return (self.worst, self.total, self.starts_at)


def half_hour(place: Place, at: datetime) -> tuple[Hour, int]:
    """What the half hour from ``at`` (an instant) is in ``place``, and its points."""
    begins = at.astimezone(place.clock)
    ends = (at + STEP - timedelta(minutes=1)).astimezone(place.clock)
    kind, points = max((_BY_HOUR[moment.hour] for moment in (begins, ends)), key=lambda told: told[1])
    if points < DAY_OFF and any(is_day_off(place, moment.date()) for moment in (begins, ends)):
        return Hour.DAY_OFF, DAY_OFF
    return kind, points


def is_day_off(place: Place, day: date) -> bool:
    """Whether ``day`` is a weekend or a holiday there."""
    return day.weekday() in place.weekend or day in place.holidays


def half_hours(starts_at: datetime, duration: timedelta) -> list[datetime]:
    """The beginnings of the half hours that a meeting touches."""
    return [starts_at + STEP * number for number in range(_steps(duration))]


def local_time(place: Place, starts_at: datetime, duration: timedelta, weight: float = 1.0) -> LocalTime:
    """What a meeting from ``starts_at`` is in ``place``."""
    told = [half_hour(place, at) for at in half_hours(starts_at, duration)]
    kind, worst = max(told, key=lambda one: one[1])
    total = sum(points for _, points in told)
    return LocalTime(place, starts_at.astimezone(place.clock), kind, worst, total, weight)


def weights(places: Iterable[Place], held: Sequence[Meeting]) -> dict[str, float]:
    """How much each place counts: 1, and up to nearly twice that where the last meetings were at bad hours there.

    ``held``: the meetings that were held, the last first. By hour only: a holiday then is no reason for relief now.
    """
    counted = {}
    for place in places:
        bad = [hour_points(place, meeting) for meeting in held[:_FORGOTTEN_AFTER]]
        counted[place.zone] = 1 + sum(points / MOST_POINTS / 2 ** (number + 1) for number, points in enumerate(bad))
    return counted


def hour_points(place: Place, meeting: Meeting) -> int:
    """The points of a meeting that was held, by its hour there alone."""
    every_day = Place(place.zone, weekend=frozenset())
    return local_time(every_day, meeting.starts_at, meeting.duration).worst


def slots(
    places: Sequence[Place],
    *,
    first: datetime,
    last: datetime,
    duration: timedelta,
    weighed: Mapping[str, float],
) -> list[Slot]:
    """Every time from ``first`` until ``last`` (both may begin a meeting), on the half hour, in order of time."""
    begins = _on_the_half_hour(first)
    starts = [begins + STEP * number for number in range(max(0, (last - begins) // STEP + 1))]
    steps = _steps(duration)
    worst, total = [0.0] * len(starts), [0.0] * len(starts)
    for place in sorted(places, key=lambda one: one.zone):
        weight = weighed.get(place.zone, 1.0)
        points = [half_hour(place, begins + STEP * number)[1] for number in range(len(starts) + steps - 1)]
        for number, (most, added) in enumerate(_windows(points, steps)):
            worst[number] = max(worst[number], most * weight)
            total[number] += added * weight
    return [Slot(*told) for told in zip(starts, worst, (round(sum_, 6) for sum_ in total), strict=True)]


def slot_of(starts_at: datetime, there: Sequence[LocalTime]) -> Slot:
    """The slot of a meeting from ``starts_at``, from what it is in each place."""
    worst = max((told.worst * told.weight for told in there), default=0.0)
    return Slot(starts_at, worst, round(sum(told.total * told.weight for told in there), 6))


def fairest(found: Iterable[Slot], *, most: int) -> list[Slot]:
    """The fairest slot of each day (in UTC), the fairest day first, at most ``most``."""
    best: dict[date, Slot] = {}
    for slot in found:
        day = slot.starts_at.date()
        if day not in best or slot.rank < best[day].rank:
            best[day] = slot
    return sorted(best.values(), key=lambda slot: slot.rank)[:most]


def whole_day(day: date) -> list[datetime]:
    """The full hours of a day in UTC."""
    return [datetime.combine(day, time(hour), UTC) for hour in range(24)]


def _windows(points: Sequence[int], steps: int) -> Iterable[tuple[int, int]]:
    """The greatest and the sum of each ``steps`` neighbours."""
    falling: deque[int] = deque()
    added = 0
    for number, value in enumerate(points):
        while falling and points[falling[-1]] <= value:
            falling.pop()
        falling.append(number)
        added += value - (points[number - steps] if number >= steps else 0)
        if falling[0] <= number - steps:
            falling.popleft()
        if number >= steps - 1:
            yield points[falling[0]], added


def _steps(duration: timedelta) -> int:
    return max(1, -(-duration // STEP))


def _on_the_half_hour(moment: datetime) -> datetime:
    """``moment``, or the next half hour after it."""
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return epoch - (-(moment - epoch) // STEP) * STEP
