"""An activity as those who registered for it know it: kept with its desk, and compared with what it is now."""

from typing import Any

from pydantic import TypeAdapter

from api.activities.models import Activity
from api.registrations import rules
from api.registrations.rules import Told

_TOLD = TypeAdapter(Told)


def as_it_is(activity: Activity) -> Told:
    """What somebody who registers now is told."""
    return Told(
        standing=rules.standing(activity.status),
        starts_on=activity.starts_on,
        ends_on=activity.ends_on,
        starts_time=activity.starts_time,
        ends_time=activity.ends_time,
        time_zone=activity.time_zone,
        place=activity.place,
    )


def kept(told: Told) -> dict[str, Any]:
    """``told`` as it is kept."""
    written: dict[str, Any] = _TOLD.dump_python(told, mode="json")
    return written


def read(written: dict[str, Any]) -> Told:
    """What was kept."""
    return _TOLD.validate_python(written)
