"""When a champion may answer, when attendance is taken, and which answers still count. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from api.attendance.models import Answer
from api.meetings.models import MeetingStatus as S

TAKEN_FROM = timedelta(hours=1)
"""Attendance is taken from this long before the beginning: people arrive early."""

_TO_COME = frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED})
_HELD = frozenset({S.HELD, S.MINUTES_CIRCULATED, S.CLOSED})


def may_be_answered(status: S, ends_at: datetime, now: datetime) -> bool:
    """Until the meeting is over, unless it was called off."""
    return status in _TO_COME and now < ends_at


def may_be_taken(status: S, starts_at: datetime, now: datetime) -> bool:
    """From shortly before the meeting begins; afterwards always, so that the record can be mended."""
    return status in _HELD or (status in _TO_COME and now >= starts_at - TAKEN_FROM)


def in_force(answer: Answer | None, for_starts_at: datetime | None, starts_at: datetime) -> Answer | None:
    """``answer``, if it was given to the time that the meeting has now."""
    return answer if for_starts_at == starts_at else None


def counted(answers: Iterable[Answer | None], presence: Iterable[bool | None]) -> dict[str, int]:
    """How many answered what, how many did not, and how many were there."""
    given = list(answers)
    return {
        "invited": len(given),
        **{answer.value: given.count(answer) for answer in Answer},
        "unanswered": given.count(None),
        "present": sum(bool(was_present) for was_present in presence),
    }
