"""What the invited know of a meeting, what they have not been told yet, and when they are told or reminded. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from api.meetings.models import MeetingStatus as S

GATHERING = timedelta(minutes=10)
"""Edits are gathered until nothing was changed for this long, then told in one mail."""
SHORT_NOTICE = timedelta(hours=2)
"""A meeting that begins within this time does not wait."""

TO_COME = frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED})
CALLED_OFF = frozenset({S.CANCELLED, S.POSTPONED})
Told = Mapping[str, Any]
"""A meeting as the invited know it, in JSON's types."""


class UntoldChange(StrEnum):
    """What may be different from what the invited know."""

    CALLED_OFF = "called_off"
    REINSTATED = "reinstated"
    TIME = "time"
    PLACE = "place"
    LINK = "link"
    TITLE = "title"
    AGENDA = "agenda"


_COMPARED: dict[UntoldChange, tuple[str, ...]] = {
    UntoldChange.TIME: ("starts_at", "duration_minutes", "time_zone"),
    UntoldChange.PLACE: ("place",),
    UntoldChange.LINK: ("link",),
    UntoldChange.TITLE: ("title",),
}


def changes(told: Told, now: Told) -> list[UntoldChange]:
    """What of the meeting as it is now the invited do not know. Of one that is called off nothing else matters."""
    if not now["takes_place"]:
        return [UntoldChange.CALLED_OFF] if told["takes_place"] else []
    found = [] if told["takes_place"] else [UntoldChange.REINSTATED]
    found += [change for change, fields in _COMPARED.items() if any(told[name] != now[name] for name in fields)]
    if now["agenda"] is not None and now["agenda"] != told["agenda"]:
        found.append(UntoldChange.AGENDA)
    return found


def asks_again(found: Sequence[UntoldChange], told: Told, now: Told) -> bool:
    """Whether the answers given so far were to another time."""
    return UntoldChange.REINSTATED in found or told["starts_at"] != now["starts_at"]


def told_by_itself_at(found: Sequence[UntoldChange], last_edited_at: datetime, starts_at: datetime) -> datetime | None:
    """When the changes are told without anybody saying so; ``None`` without any. What is called off is told at once."""
    if not found:
        return None
    if UntoldChange.CALLED_OFF in found or starts_at - SHORT_NOTICE <= last_edited_at:
        return last_edited_at
    return min(last_edited_at + GATHERING, starts_at - SHORT_NOTICE)


def due_reminder(days_before: Sequence[int], starts_at: datetime, told_at: datetime, now: datetime) -> int | None:
    """The reminder that is due: the latest whose time has come, unless the invited heard of the meeting since."""
    if now >= starts_at:
        return None
    passed = [days for days in days_before if told_at < starts_at - timedelta(days=days) <= now]
    return min(passed, default=None)


def actions(status: S, *, is_invited: bool, is_future: bool, pending: Sequence[UntoldChange]) -> list[str]:
    """What a chair may do about the invitation now."""
    verbs = []
    if status in TO_COME:
        verbs.append("change")
    if status in TO_COME and not is_invited and is_future:
        verbs.append("invite")
    if is_invited and pending:
        verbs.append("send-update")
    return verbs
