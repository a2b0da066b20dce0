"""Who may register, who has a place, who moves up, and what those who registered are told. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from api.activities.models import ActivityStatus

FORGOTTEN_AFTER = timedelta(days=2)
"""An address that nobody confirmed is forgotten."""
MAILED_AGAIN_AFTER = timedelta(minutes=10)
"""Whoever asks again and again for the same address gets no more mails into it."""
ASKED_IN = timedelta(minutes=15)
MOST_UNCONFIRMED = 60
"""Strangers that an activity takes within ``ASKED_IN``, before it asks the next to wait."""

GATHERING = timedelta(minutes=10)
"""So long nobody has changed the activity before the change is told: forms are saved as one types."""
REMINDED_BEFORE = timedelta(days=1)
_BEGINS_AT = time(9, tzinfo=UTC)
"""What counts as the beginning where no hour is known."""

TAKES_PLACE = frozenset({ActivityStatus.PLANNED, ActivityStatus.CONFIRMED})


class RegistrationSeat(StrEnum):
    """What somebody who registered has."""

    UNCONFIRMED = "unconfirmed"
    SEATED = "seated"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


class Standing(StrEnum):
    """Whether what people registered for takes place."""

    ON = "on"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class News(StrEnum):
    """What those who registered are written to about."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    ON_AGAIN = "on_again"
    MOVED = "moved"


_NEWS = {Standing.ON: News.ON_AGAIN, Standing.POSTPONED: News.POSTPONED, Standing.CANCELLED: News.CANCELLED}


@dataclass(frozen=True, slots=True)
class Told:
    """What those who registered know of the activity: whether, when and where."""

    standing: Standing
    starts_on: date | None
    ends_on: date | None
    starts_time: time | None
    ends_time: time | None
    time_zone: str | None
    place: str

    @property
    def last_day(self) -> date | None:
        """The last day, as far as one is known."""
        return self.ends_on or self.starts_on


def is_open(status: ActivityStatus, closes_at: datetime | None, *, is_over: bool, now: datetime) -> bool:
    """Whether somebody may register now."""
    return closes_at is not None and now < closes_at and status in TAKES_PLACE and not is_over


def may_have_desk(status: ActivityStatus, *, is_over: bool) -> bool:
    """Whether registration may be opened at all."""
    return status in TAKES_PLACE and not is_over


def seat(rank: int, capacity: int | None) -> RegistrationSeat:
    """What the ``rank``-th in the order has, counted from 1."""
    return RegistrationSeat.SEATED if capacity is None or rank <= capacity else RegistrationSeat.WAITING


def moved_up(
    order: Sequence[int], capacity: int | None, *, after: Sequence[int], later_capacity: int | None
) -> list[int]:
    """The numbers that waited in ``order`` and have a place in the order ``after``, first come first."""
    had = set(order if capacity is None else order[:capacity])
    have = after if later_capacity is None else after[:later_capacity]
    return [number for number in have if number not in had]


def may_shrink(capacity: int | None, *, seated: int) -> bool:
    """Nobody who has a place loses it: a capacity is at least what is taken."""
    return capacity is None or capacity >= seated


def standing(status: ActivityStatus) -> Standing:
    """Whether an activity in ``status`` takes place, or took place."""
    calls_off = {ActivityStatus.POSTPONED: Standing.POSTPONED, ActivityStatus.CANCELLED: Standing.CANCELLED}
    return calls_off.get(status, Standing.ON)


def news(was: Told, now: Told, *, today: date) -> News | None:
    """What there is to tell those who know ``was``. What is over, and other days of what is called off, is no news."""
    if now.last_day is not None and now.last_day < today:
        return None
    if now.standing is not was.standing:
        return _NEWS[now.standing]
    return News.MOVED if now.standing is Standing.ON and now != was else None


def is_due(told: News, changed_at: datetime, *, now: datetime) -> bool:
    """What is called off is told at once, the rest once nobody has changed anything for a while."""
    return told in (News.CANCELLED, News.POSTPONED) or changed_at + GATHERING <= now


def reminder_is_due(starts_on: date, starts_at: datetime | None, *, now: datetime) -> bool:
    """Whether those who have a place are to be reminded: from a day before it begins until it does."""
    begins_at = starts_at or datetime.combine(starts_on, _BEGINS_AT)
    return begins_at - REMINDED_BEFORE <= now < begins_at
