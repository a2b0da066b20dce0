"""Co-chair terms as the discussion note has them: "rotating every six months" (Working arrangements, Co-chairing)."""

import calendar
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from api.cochairs.models import TermStatus
from api.platform.transitions import Party

MONTHS = 6
SEATS = 2
NOTICES = (7, 30, 60)
"""Days before the end of a term without a successor on which all concerned are reminded."""

Who = TypeVar("Who")


@dataclass(frozen=True, slots=True)
class Period:
    """From ``starts_on`` until, and without, ``ends_on``."""

    starts_on: date
    ends_on: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.ends_on - self.starts_on).days


@dataclass(frozen=True, slots=True)
class Seating(Generic[Who]):
    """``who`` sits in seat ``number`` from ``starts_on`` until, and without, ``ends_on``."""

    number: int
    who: Who
    starts_on: date
    ends_on: date


def day_to_tell_of(term: Period, today: date) -> date:
    """The day whose pair a term is told by: today while it runs, its first before, its last after."""
    return min(max(today, term.starts_on), term.ends_on - timedelta(days=1))


def seated_on(seats: Iterable[Seating[Who]], day: date) -> list[Who]:
    """Who sits on ``day``, the first seat first."""
    return [seat.who for seat in sorted(seats, key=lambda s: s.number) if seat.starts_on <= day < seat.ends_on]


def usual_end(starts_on: date) -> date:
    """The day six calendar months later; the last of that month where it has no such day, as PostgreSQL counts."""
    month = starts_on.month - 1 + MONTHS
    year, month = starts_on.year + month // 12, month % 12 + 1
    return date(year, month, min(starts_on.day, calendar.monthrange(year, month)[1]))


def is_usual(term: Period) -> bool:
    """Whether ``term`` lasts six calendar months; another length needs a recorded reason."""
    return term.ends_on == usual_end(term.starts_on)


def end_after_move(before: Period, starts_on: date) -> date:
    """When a term ends that is moved to ``starts_on``: six months keep their length, another length keeps its end."""
    return usual_end(starts_on) if is_usual(before) else before.ends_on


def status_of(term: Period, today: date) -> TermStatus:
    """Where ``term`` stands ``today``: its first day belongs to it, the day of its end does not."""
    if today < term.starts_on:
        return TermStatus.PLANNED
    return TermStatus.CURRENT if today < term.ends_on else TermStatus.PAST


def days_elapsed(term: Period, today: date) -> int:
    """Whole days of ``term`` that are over: none before it, all after it."""
    return min(max((today - term.starts_on).days, 0), term.days)


def days_left(term: Period, today: date) -> int:
    """Days of ``term`` to come, today among them; with ``days_elapsed`` they make the whole term."""
    return term.days - days_elapsed(term, today)


def gap_between(previous_ends_on: date | None, starts_on: date) -> Period | None:
    """The days between two terms on which nobody co-chairs; ``None`` where one follows the other at once."""
    if previous_ends_on is None or previous_ends_on >= starts_on:
        return None
    return Period(previous_ends_on, starts_on)


def notice_due(ends_on: date, today: date) -> int | None:
    """Which notice of a term without a successor is due: 7, 30 or 60 days before its end; the nearest that has come."""
    days = (ends_on - today).days
    return next((notice for notice in NOTICES if 0 < days <= notice), None)


def semester_of(term: Period) -> date:
    """First day of the calendar half-year, 1 January or 1 July, in which the middle of ``term`` lies."""
    middle = term.starts_on + timedelta(days=term.days // 2)
    return semester_around(middle)


def semester_around(day: date) -> date:
    """First day of the calendar half-year that ``day`` lies in."""
    return date(day.year, 7 if day.month > MONTHS else 1, 1)


def actions(status: TermStatus, parties: Set[Party], *, has_replacements: bool = False) -> list[str]:
    """What somebody may do with a term: what was served is corrected, never deleted; a seat may change hands."""
    if Party.SECRETARIAT not in parties:
        return []
    verbs = ["change", "delete"] if status is TermStatus.PLANNED else ["change"]
    return [*verbs, "replace", *(["undo-replacement"] if has_replacements else [])]


def availability_actions(parties: Set[Party], *, is_over: bool) -> list[str]:
    """What somebody may do with what a champion says of a semester; of one that is over it stays."""
    return [] if is_over or parties.isdisjoint({Party.OWNER, Party.SECRETARIAT}) else ["change", "delete"]
