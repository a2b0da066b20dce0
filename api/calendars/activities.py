"""What calendars show of an activity, wherever they read of it: in a letter or a feed."""

from datetime import timedelta
from typing import Any

from api.activities import rules
from api.activities.models import ActivityStatus
from api.calendars.entries import Days, Entry, EntryStatus

_LASTS = timedelta(hours=1)
"""How long something takes of which only the beginning is known."""
_STATUS = {
    ActivityStatus.PLANNED: EntryStatus.TENTATIVE,
    ActivityStatus.POSTPONED: EntryStatus.CANCELLED,
    ActivityStatus.CANCELLED: EntryStatus.CANCELLED,
}
FIELDS = (
    "id", "title", "status", "starts_on", "ends_on", "starts_time", "ends_time", "time_zone", "place", "description",
    "updated_at",
)  # fmt: skip


def entry(activity: Any, home: str, *, sequence: int = 0) -> Entry | Days:
    """The entry of ``activity``, which has ``FIELDS`` and a first day: with hours where they and their zone are known."""
    last = activity.ends_on or activity.starts_on
    starts_at = rules.instant(activity.starts_on, activity.starts_time, activity.time_zone)
    said: dict[str, Any] = {
        "uid": f"activity-{activity.id}@champion-countries",
        "title": activity.title,
        "changed_at": activity.updated_at,
        "sequence": sequence,
        "status": _STATUS.get(activity.status, EntryStatus.CONFIRMED),
        "description": activity.description,
        "place": activity.place,
        "page": f"{home}/activities/{activity.id}",
    }
    if starts_at is None:
        return Days(first=activity.starts_on, last=last, **said)
    ends_at = rules.instant(last, activity.ends_time, activity.time_zone) or starts_at + _LASTS
    return Entry(starts_at=starts_at, ends_at=ends_at, zone=activity.time_zone, **said)
