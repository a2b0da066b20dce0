"""What makes two searches the same, and when which publications are told of. Pure."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.savedsearches.models import LetterFrequency

MOST_A_PERSON = 30
MOST_NAMED = 10
"""Practices that a letter names of one search; the others are counted, and a link away."""

_WRITTEN_AT = time(6)
"""Letters are there when people come to work, on their own clocks."""
SETTLES_IN = timedelta(minutes=5)
"""What was published before a round is committed by then: no transaction lasts as long."""


def canonical(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Those of ``filters`` that are set, their values in order and once each."""
    kept = {name: sorted(set(value)) if isinstance(value, list) else value for name, value in filters.items()}
    return {name: value for name, value in sorted(kept.items()) if value not in (None, [])}


def last_round(frequency: LetterFrequency, zone: ZoneInfo, now: datetime) -> datetime:
    """Until when publications are to be told of by ``now``: the last morning in ``zone`` that has settled; weekly, a Monday's."""
    settled = now - SETTLES_IN
    day = settled.astimezone(zone).date()
    if _morning(day, zone) > settled:
        day -= timedelta(days=1)
    if frequency is LetterFrequency.WEEKLY:
        day -= timedelta(days=day.weekday())
    return _morning(day, zone)


def _morning(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, _WRITTEN_AT, zone).astimezone(UTC)
