"""A date poll's way from draft to a date, when the silent are reminded, and which date suits best."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from api.datepolls.models import DateAnswer
from api.datepolls.models import DatePollStatus as S
from api.platform.transitions import Party, Transition, verbs_for

CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
"""Who asks for a date: discussion note, "Working arrangements", co-chairing, a."""

LEAST_TIME = timedelta(hours=1)
"""What champions have at the least to answer."""

LONGEST_AHEAD = timedelta(days=731)
"""How far ahead a date may lie."""

REMINDED_BEFORE, REMINDED_UNTIL = timedelta(hours=48), timedelta(hours=24)
"""When before the deadline the silent are reminded."""

TIME_TO_ANSWER = timedelta(hours=24)
"""Nobody is reminded sooner than this after having been asked."""

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="open",
        sources=frozenset({S.DRAFT}),
        target=S.OPEN,
        by=CHAIRS,
        summary="Ask champions which dates suit them",
    ),
    Transition(
        verb="close",
        sources=frozenset({S.OPEN, S.ENDED}),
        target=S.CLOSED,
        by=CHAIRS,
        summary="Close a date poll without a date",
        needs_reason=True,
    ),
    Transition(
        verb="cancel",
        sources=frozenset({S.OPEN, S.ENDED}),
        target=S.CANCELLED,
        by=CHAIRS,
        summary="Cancel a date poll",
        needs_reason=True,
    ),
)

EXTEND: Transition[S] = Transition(
    verb="extend",
    sources=frozenset({S.OPEN, S.ENDED}),
    target=S.OPEN,
    by=CHAIRS,
    summary="Give champions more time to answer",
    needs_reason=True,
)
"""A transition of its own, since its body names the new deadline."""

CHOOSE: Transition[S] = Transition(
    verb="choose",
    sources=frozenset({S.OPEN, S.ENDED}),
    target=S.CLOSED,
    by=CHAIRS,
    summary="Choose the date",
)
"""A transition of its own, since its body names the date."""


@dataclass(frozen=True, slots=True)
class Times:
    """What is recorded of a poll's course."""

    deadline_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None


def status_of(times: Times, now: datetime) -> S:
    """Where a poll stands ``now``: the deadline itself ends the answering."""
    if times.cancelled_at is not None:
        return S.CANCELLED
    if times.closed_at is not None:
        return S.CLOSED
    if times.opened_at is None:
        return S.DRAFT
    return S.OPEN if now < times.deadline_at else S.ENDED


def ended_at(times: Times, now: datetime) -> datetime | None:
    """Since when nobody answers any more: the deadline, or before it the closing or the cancelling; ``None`` before."""
    if status_of(times, now) in {S.DRAFT, S.OPEN}:
        return None
    ends = (times.deadline_at, times.closed_at, times.cancelled_at)
    return min(at for at in ends if at is not None)


def actions(status: S, parties: Collection[Party], *, is_champion: bool, lacks_meeting: bool) -> list[str]:
    """What somebody who is ``parties`` to a poll in ``status`` may do now, transitions included.

    ``lacks_meeting``: a date was chosen, and no meeting has it yet.
    """
    is_chair = not CHAIRS.isdisjoint(parties)
    verbs = []
    if is_chair and status is S.DRAFT:
        verbs += ["change", "delete"]
    if is_chair and status is S.CLOSED and lacks_meeting:
        verbs.append("link-meeting")
    if status is S.OPEN and (is_champion or Party.SECRETARIAT in parties):
        verbs.append("answer")
    return verbs + verbs_for((*TRANSITIONS, EXTEND, CHOOSE), status, parties)


def leaves_time(deadline_at: datetime, now: datetime) -> bool:
    """Whether a poll that opens ``now`` leaves champions the least time."""
    return deadline_at >= now + LEAST_TIME


def reminder_at(opened_at: datetime, deadline_at: datetime) -> datetime | None:
    """When the silent are reminded, one to two days before the deadline; ``None`` where the poll is too short for it."""
    at = max(deadline_at - REMINDED_BEFORE, opened_at + TIME_TO_ANSWER)
    return at if at <= deadline_at - REMINDED_UNTIL else None


class RankedBy(StrEnum):
    """What puts one date before another, the weightiest first."""

    STILL_TO_COME = "still_to_come"
    CO_CHAIRS = "co_chairs"
    YES = "yes"
    IF_NEED_BE = "if_need_be"
    NO = "no"
    FAIRNESS = "fairness"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a date: the answers in figures, those of the two who would chair, and how fair it is.

    ``worst`` and ``total`` are the points of the time picker: the lower the fairer.
    """

    key: UUID
    starts_at: datetime
    yes: int = 0
    if_need_be: int = 0
    no: int = 0
    chairs: tuple[DateAnswer | None, ...] = ()
    worst: float = 0.0
    total: float = 0.0
    has_passed: bool = False

    @property
    def lacks_both_chairs(self) -> bool:
        """Both who would chair on that day say no."""
        return len(self.chairs) > 1 and all(answer is DateAnswer.NO for answer in self.chairs)

    @property
    def rank(self) -> tuple[tuple[RankedBy, Any], ...]:
        """The lower the better, criterion by criterion."""
        return (
            (RankedBy.STILL_TO_COME, self.has_passed),
            (RankedBy.CO_CHAIRS, self.lacks_both_chairs),
            (RankedBy.YES, -self.yes),
            (RankedBy.IF_NEED_BE, -self.if_need_be),
            (RankedBy.NO, self.no),
            (RankedBy.FAIRNESS, (self.worst, self.total)),
            (RankedBy.TIME, self.starts_at),
        )


def ranked(standings: Sequence[Standing]) -> list[Standing]:
    """The dates, the best first: a date that nobody could chair or that has passed comes last, then answers decide."""
    return sorted(standings, key=lambda standing: [value for _, value in standing.rank])


def decided_by(better: Standing, worse: Standing) -> RankedBy:
    """The criterion that puts ``better`` before ``worse``."""
    pairs = zip(better.rank, worse.rank, strict=True)
    return next((what for (what, first), (_, second) in pairs if first != second), RankedBy.TIME)
