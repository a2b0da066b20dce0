"""The one clock that all code asks, so that a test can set it."""

from datetime import UTC, date, datetime

_set_to: datetime | None = None


def now() -> datetime:
    """The present instant in UTC."""
    return _set_to or datetime.now(UTC)


def today() -> date:
    """The present day in UTC: terms begin and end at midnight UTC."""
    return now().date()


def set_to(moment: datetime | None) -> None:
    """Stop the clock at ``moment`` (aware), or let it run again with ``None``. For tests."""
    global _set_to  # noqa: PLW0603 -- one clock a process is the point
    _set_to = moment.astimezone(UTC) if moment else None
