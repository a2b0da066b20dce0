"""An action item's way from open to done or dropped, and when it is late."""

from collections.abc import Collection
from datetime import date, timedelta

from api.actionitems.models import ActionItemStatus as S
from api.platform.transitions import Party, Transition, verbs_for

_CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="complete",
        sources=frozenset({S.OPEN}),
        target=S.DONE,
        by=_CHAIRS | {Party.OWNER},
        summary="Report an action item as done",
    ),
    Transition(
        verb="drop",
        sources=frozenset({S.OPEN}),
        target=S.DROPPED,
        by=_CHAIRS,
        summary="Drop an action item",
        needs_reason=True,
    ),
    Transition(
        verb="reopen",
        sources=frozenset({S.DONE, S.DROPPED}),
        target=S.OPEN,
        by=_CHAIRS,
        summary="Open an action item again",
        needs_reason=True,
    ),
)

REMINDED = (timedelta(days=-7), timedelta(0), timedelta(days=7))
"""When the owner's people are reminded of an open item, counted from the day on which it is due."""


def is_overdue(status: S, due_on: date | None, *, today: date) -> bool:
    """Whether an item is open after the day on which it was due; on the day itself it is not late yet."""
    return due_on is not None and status is S.OPEN and due_on < today


def days_late(status: S, due_on: date | None, *, today: date) -> int:
    """Whole days since an open item was due; 0 where it is not late."""
    return (today - due_on).days if due_on is not None and is_overdue(status, due_on, today=today) else 0


def reminder_on(due_on: date, *, today: date) -> timedelta | None:
    """Which reminder stands on ``today`` for an item that is due on ``due_on``: the latest whose day has come.

    A worker that stood still for a day sends what it missed, and not what is long past.
    """
    latest = max((before for before in REMINDED if due_on + before <= today), default=None)
    if latest is None or today > due_on + latest + _STILL_TIMELY:
        return None
    return latest


_STILL_TIMELY = timedelta(days=3)


def is_later(asked_on: date, due_on: date | None, *, today: date) -> bool:
    """Whether a new due date gives time that the present one does not."""
    return asked_on >= today and (due_on is None or asked_on > due_on)


def actions(status: S, parties: Collection[Party], *, is_date_asked: bool = False) -> list[str]:
    """What somebody who is ``parties`` to an item may do with it now, transitions included.

    ``ask-date`` is a report that asks for a new due date; the co-chairs answer with a change, or with ``keep-date``.
    """
    leads = not _CHAIRS.isdisjoint(parties)
    verbs = ["change", "delete"] if leads else []
    verbs += ["report"] if parties else []
    verbs += ["ask-date"] if parties and status is S.OPEN else []
    verbs += ["keep-date"] if leads and is_date_asked else []
    return verbs + verbs_for(TRANSITIONS, status, parties)
