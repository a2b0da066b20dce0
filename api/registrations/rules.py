"""Who may register, who has a place, and who moves up. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from api.activities.models import ActivityStatus

FORGOTTEN_AFTER = timedelta(days=2)
"""An address that nobody confirmed is forgotten."""
MAILED_AGAIN_AFTER = timedelta(minutes=10)
"""Whoever asks again and again for the same address gets no more mails into it."""
ASKED_IN = timedelta(minutes=15)
MOST_UNCONFIRMED = 60
"""Strangers that an activity takes within ``ASKED_IN``, before it asks the next to wait."""

_TAKES_PLACE = frozenset({ActivityStatus.PLANNED, ActivityStatus.CONFIRMED})


class RegistrationSeat(StrEnum):
    """What somebody who registered has."""

    UNCONFIRMED = "unconfirmed"
    SEATED = "seated"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"


def is_open(status: ActivityStatus, closes_at: datetime | None, *, is_over: bool, now: datetime) -> bool:
    """Whether somebody may register now."""
    return closes_at is not None and now < closes_at and status in _TAKES_PLACE and not is_over


def may_have_desk(status: ActivityStatus, *, is_over: bool) -> bool:
    """Whether registration may be opened at all."""
    return status in _TAKES_PLACE and not is_over


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
