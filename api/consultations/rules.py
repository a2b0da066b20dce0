"""A consultation's way from draft to result, and who is still to be asked for an answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.consultations.models import AnswerKind
from api.consultations.models import ConsultationStatus as S
from api.platform.transitions import Party, Transition, verbs_for

CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
"""Who consults all champions: discussion note, "Working arrangements", co-chairing."""

LEAST_TIME = timedelta(hours=1)
"""What champions have at the least to answer."""

REMINDED_BEFORE = timedelta(hours=24)
"""How long before the deadline the silent are reminded."""

NEWLY_OPENED = timedelta(hours=12)
"""Who was asked as lately as this before the reminder needs none."""

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="open",
        sources=frozenset({S.DRAFT}),
        target=S.OPEN,
        by=CHAIRS,
        summary="Put a proposal to all champions",
    ),
    Transition(
        verb="close",
        sources=frozenset({S.OPEN}),
        target=S.CLOSED,
        by=CHAIRS,
        summary="Close a consultation before its deadline",
        needs_reason=True,
    ),
    Transition(
        verb="withdraw",
        sources=frozenset({S.OPEN, S.CLOSED}),
        target=S.WITHDRAWN,
        by=CHAIRS,
        summary="Withdraw a consultation",
        needs_reason=True,
    ),
)

EXTEND: Transition[S] = Transition(
    verb="extend",
    sources=frozenset({S.OPEN}),
    target=S.OPEN,
    by=CHAIRS,
    summary="Give champions more time",
    needs_reason=True,
)
"""A transition of its own, since its body names the new deadline."""

CONCLUDE: Transition[S] = Transition(
    verb="conclude",
    sources=frozenset({S.CLOSED, S.CONCLUDED}),
    target=S.CONCLUDED,
    by=CHAIRS,
    summary="Record the result of a consultation",
)
"""A transition of its own, since its body holds the result; again, to correct it."""


@dataclass(frozen=True, slots=True)
class Times:
    """What is recorded of a consultation's course."""

    deadline_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    concluded_at: datetime | None = None


def status_of(times: Times, now: datetime) -> S:
    """Where a consultation stands ``now``: the deadline itself closes it."""
    if times.withdrawn_at is not None:
        return S.WITHDRAWN
    if times.concluded_at is not None:
        return S.CONCLUDED
    if times.opened_at is None:
        return S.DRAFT
    return S.OPEN if now < ended_at(times) else S.CLOSED


def ended_at(times: Times) -> datetime:
    """The instant from which on nobody answers any more: the deadline, or before it the closing."""
    return min(times.closed_at or times.deadline_at, times.deadline_at)


def actions(status: S, parties: Collection[Party], *, is_champion: bool) -> list[str]:
    """What somebody who is ``parties`` to a consultation in ``status`` may do now, transitions included."""
    is_chair = not CHAIRS.isdisjoint(parties)
    verbs = []
    if is_chair and status is S.DRAFT:
        verbs += ["change", "delete"]
    if status is S.OPEN and (is_champion or Party.SECRETARIAT in parties):
        verbs.append("answer")
    return verbs + verbs_for((*TRANSITIONS, EXTEND, CONCLUDE), status, parties)


def needs_words(answer: AnswerKind) -> bool:
    """Whether ``answer`` says nothing without a text."""
    return answer is not AnswerKind.AGREE


def leaves_time(deadline_at: datetime, now: datetime) -> bool:
    """Whether a consultation that opens ``now`` leaves champions the least time."""
    return deadline_at >= now + LEAST_TIME


def reminds(opened_at: datetime, deadline_at: datetime, now: datetime) -> bool:
    """Whether ``now`` is the time to remind the silent: the last day, unless they were asked just before it."""
    from_when = deadline_at - REMINDED_BEFORE
    return from_when <= now < deadline_at and opened_at <= from_when - NEWLY_OPENED
