"""What counts as soon, late or silent, and what comes first."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from api.home.kinds import DueKind

DUE_SOON = timedelta(days=14)
"""Workplan items and activities that are this near show."""
CONTRIBUTION = timedelta(days=30)
"""What a process asks for is prepared from this long before."""
SILENCE = timedelta(days=60)
"""An item under way without an update for this long asks for one."""
PREPARATION = timedelta(days=30)
"""A meeting is prepared from this long before."""
SUCCESSION = timedelta(days=60)
"""A term that ends within this asks for its successor."""
REPORTING = timedelta(days=180)
"""An activity held longer ago than this is no longer asked about."""
FIRST_VISIT = timedelta(days=30)
"""What somebody who was never here is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that waits for somebody. ``due_on`` is its day, ``due_at`` its instant; ``since`` when it began to wait."""

    kind: DueKind
    id: UUID | None = None
    title: str = ""
    champion_id: UUID | None = None
    iso3: str | None = None
    due_on: date | None = None
    due_at: datetime | None = None
    since: datetime | None = None
    count: int | None = None
    is_demonstration: bool = False

    @property
    def day(self) -> date | None:
        """The day on which it is due."""
        return self.due_at.date() if self.due_at else self.due_on


def days_late(due: Due, *, today: date) -> int:
    """Whole days since it was due; 0 on the day itself and before."""
    return max(0, (today - due.day).days) if due.day else 0


def by_urgency(waiting: list[Due]) -> list[Due]:
    """Dated things by their day, the longest overdue first; then what only waits, the longest waiting first.

    On one day the order of ``DueKind`` decides: what others wait for comes before what one may do.
    """
    dated = [due for due in waiting if due.day]
    undated = [due for due in waiting if not due.day]
    return sorted(dated, key=_when_due) + sorted(undated, key=_since_when)


_WEIGHT = {kind: place for place, kind in enumerate(DueKind)}


def _when_due(due: Due) -> tuple[date, int, str]:
    assert due.day is not None
    return due.day, _WEIGHT[due.kind], due.title


def _since_when(due: Due) -> tuple[float, int, str]:
    return due.since.timestamp() if due.since else 0.0, _WEIGHT[due.kind], due.title


def quarter_after(today: date) -> tuple[date, date]:
    """First day of the next calendar quarter, and of the one after it."""
    return _quarter(today, 1), _quarter(today, 2)


def _quarter(today: date, from_now: int) -> date:
    number = today.year * 4 + (today.month - 1) // 3 + from_now
    return date(number // 4, number % 4 * 3 + 1, 1)
