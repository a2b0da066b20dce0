"""Instants as requests give them: with their offset, in years that can be meant; and hours on a wall."""

from datetime import UTC, datetime, time
from typing import Annotated, Any

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


def _plausible(moment: datetime) -> datetime:
    if not 1990 <= moment.year <= 2100:
        raise PydanticCustomError("implausible_time", "Give a year between 1990 and 2100.")
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _with_its_hour(given: Any) -> Any:
    if isinstance(given, str) and ":" not in given:
        raise PydanticCustomError("hour_missing", "Give the time of day too, for example 2026-12-10T09:00.")
    return given


Instant = Annotated[AwareDatetime, AfterValidator(_plausible)]
"""A moment with its offset from UTC."""
ClockTime = Annotated[datetime, BeforeValidator(_with_its_hour), AfterValidator(_plausible)]
"""A moment with its offset from UTC; without one it is on the clocks of the meeting's zone, for ``local_time`` to read."""
TimeOfDay = Annotated[
    time, WithJsonSchema({"type": "string", "format": "time-local", "pattern": r"^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"})
]
"""An hour on the clocks of a zone that is told beside it. JSON Schema's own ``time`` (RFC 3339) would have an offset."""
