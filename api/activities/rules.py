"""An activity's way from an idea to its report."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from api.activities.models import ActivityStatus as S
from api.platform.transitions import Party, Transition, verbs_for

WRITERS = frozenset({Party.OWNER, Party.SECRETARIAT})

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="plan",
        sources=frozenset({S.IDEA}),
        target=S.PLANNED,
        by=WRITERS,
        summary="Plan an activity",
    ),
    Transition(
        verb="confirm",
        sources=frozenset({S.PLANNED}),
        shortcuts=frozenset({S.IDEA}),
        target=S.CONFIRMED,
        by=WRITERS,
        summary="Confirm an activity",
    ),
    Transition(
        verb="hold",
        sources=frozenset({S.CONFIRMED}),
        shortcuts=frozenset({S.IDEA, S.PLANNED}),
        target=S.HELD,
        by=WRITERS,
        summary="Say that an activity was held",
    ),
    Transition(
        verb="report",
        sources=frozenset({S.HELD}),
        target=S.REPORTED,
        by=WRITERS,
        summary="Report on an activity",
    ),
    Transition(
        verb="postpone",
        sources=frozenset({S.IDEA, S.PLANNED, S.CONFIRMED}),
        target=S.POSTPONED,
        by=WRITERS,
        summary="Postpone an activity",
        needs_reason=True,
    ),
    Transition(
        verb="resume",
        sources=frozenset({S.POSTPONED}),
        target=S.PLANNED,
        by=WRITERS,
        summary="Take a postponed activity up again",
    ),
    Transition(
        verb="cancel",
        sources=frozenset({S.IDEA, S.PLANNED, S.CONFIRMED, S.POSTPONED}),
        target=S.CANCELLED,
        by=WRITERS,
        summary="Cancel an activity",
        needs_reason=True,
    ),
    Transition(
        verb="reopen",
        sources=frozenset({S.CANCELLED}),
        target=S.PLANNED,
        by=WRITERS,
        summary="Take a cancelled activity up again",
        needs_reason=True,
    ),
)

CHANGEABLE = frozenset(S) - {S.CANCELLED}
DELETABLE = frozenset({S.IDEA, S.PLANNED})
TAKEN_PLACE = frozenset({S.HELD, S.REPORTED})
CONCLUDED = TAKEN_PLACE | {S.CANCELLED}


def owning(parties: frozenset[Party], *, leads_as_a_whole: bool, is_co_lead: bool) -> frozenset[Party]:
    """``parties`` with what follows from leading: a co-lead owns an activity as its lead does, and what the Initiative
    leads as a whole the co-chairs coordinate (discussion note, co-chairing, c).
    """
    is_owner = is_co_lead or (leads_as_a_whole and Party.CO_CHAIR in parties)
    return parties | {Party.OWNER} if is_owner else parties


def actions(status: S, parties: frozenset[Party]) -> list[str]:
    """What somebody who is ``parties`` to an activity in ``status`` may do now."""
    if parties.isdisjoint(WRITERS):
        return []
    verbs = ["change"] if status in CHANGEABLE else []
    if status in DELETABLE:
        verbs.append("delete")
    return verbs + verbs_for(TRANSITIONS, status, parties)


def asks_reason(step: Transition[S], status: S, starts_on: date | None, *, today: date) -> bool:
    """Whether ``step`` asks for the reason: where the table says so, and to hold what has not begun yet."""
    return step.asks_reason_in(status) or (step.target is S.HELD and lies_ahead(starts_on, today=today))


def lies_ahead(starts_on: date | None, *, today: date) -> bool:
    """Whether the first day is known and has not come yet."""
    return starts_on is not None and starts_on > today


def instant(day: date | None, hour: time | None, zone: str | None) -> datetime | None:
    """The instant of ``hour`` on ``day`` by the clocks of ``zone``, as far as all three are known."""
    if day is None or hour is None or zone is None:
        return None
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def is_over(status: S, starts_on: date | None, ends_on: date | None, *, today: date) -> bool:
    """Whether the activity lies in the past: by its last day; without any day, by its status.

    A postponed one is never over, since its days no longer count. ``queries`` says the same in SQL.
    """
    last = ends_on or starts_on
    if last is None:
        return status in CONCLUDED
    return last < today and status is not S.POSTPONED
