"""A statement's way from its first draft to the rostrum; and the silence procedure, which adopts by itself or not at all."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from api.platform.transitions import Party, Transition, verbs_for
from api.statements.models import RemarkStatus, SilenceAct, SilenceState
from api.statements.models import StatementStatus as S

CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
"""Who circulates statements."""

DRAFTERS = CHAIRS | {Party.OWNER}
"""Who writes them: a statement's owners are the champions that draft it."""

REMINDED_BEFORE = timedelta(hours=24)
"""How long before silence ends those that have not spoken are reminded."""

NEWLY_OPENED = timedelta(hours=12)
"""Who was told of the silence as lately as this before the reminder needs none."""

NEWS_IS_NEWS = timedelta(days=7)
"""How long after an adoption by silence people are still told of it, should the worker have stood still."""

IN_WRITING = frozenset({S.DRAFTING, S.SILENCE_BROKEN})
"""States in which the text may still change."""

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="adopt",
        sources=frozenset(),
        shortcuts=IN_WRITING,
        target=S.ADOPTED,
        by=CHAIRS,
        summary="Adopt a statement without a silence procedure",
    ),
    Transition(
        verb="deliver",
        sources=frozenset({S.ADOPTED, S.DELIVERED}),
        target=S.DELIVERED,
        by=CHAIRS,
        summary="Say that a statement was delivered",
    ),
    Transition(
        verb="withdraw",
        sources=frozenset({S.DRAFTING, S.UNDER_SILENCE, S.SILENCE_BROKEN, S.ADOPTED}),
        target=S.WITHDRAWN,
        by=CHAIRS,
        summary="Withdraw a statement",
        needs_reason=True,
    ),
)

SILENCE: tuple[Transition[S], ...] = (
    Transition(
        verb="open-silence",
        sources=IN_WRITING,
        target=S.UNDER_SILENCE,
        by=CHAIRS,
        summary="Put a version under silence",
    ),
    Transition(
        verb="recall-silence",
        sources=frozenset({S.UNDER_SILENCE}),
        target=S.DRAFTING,
        by=CHAIRS,
        summary="Recall a period of silence before it ends",
        needs_reason=True,
    ),
    Transition(
        verb="give-time",
        sources=frozenset({S.UNDER_SILENCE}),
        target=S.UNDER_SILENCE,
        by=CHAIRS,
        summary="Give champions more time under silence",
        needs_reason=True,
    ),
)
"""Steps of the silence procedure that the chairs take. Champions' own are `SilenceAct`."""

ENDS_OF_A_REMARK: dict[str, RemarkStatus] = {
    "accept": RemarkStatus.ACCEPTED,
    "decline": RemarkStatus.DECLINED,
    "withdraw": RemarkStatus.WITHDRAWN,
}
"""What becomes of an open remark, by the verb that ends it."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What is recorded of a period of silence."""

    opened_at: datetime
    until_at: datetime
    broken_at: datetime | None = None
    recalled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """What is recorded of a statement's course; ``silence`` is its last period."""

    silence: Silence | None = None
    adopted_at: datetime | None = None
    delivered_on: date | None = None
    withdrawn_at: datetime | None = None


def state_of(silence: Silence, now: datetime) -> SilenceState:
    """Where a period of silence stands ``now``: unbroken, it is adopted at its end, whatever runs or does not run."""
    if silence.broken_at is not None:
        return SilenceState.BROKEN
    if silence.recalled_at is not None:
        return SilenceState.RECALLED
    return SilenceState.OPEN if now < silence.until_at else SilenceState.ADOPTED


def status_of(course: Course, now: datetime) -> S:
    """Where a statement stands ``now``."""
    if course.withdrawn_at is not None:
        return S.WITHDRAWN
    if course.delivered_on is not None:
        return S.DELIVERED
    if course.adopted_at is not None:
        return S.ADOPTED
    return _BY_SILENCE[state_of(course.silence, now)] if course.silence else S.DRAFTING


_BY_SILENCE = {
    SilenceState.OPEN: S.UNDER_SILENCE,
    SilenceState.BROKEN: S.SILENCE_BROKEN,
    SilenceState.RECALLED: S.DRAFTING,
    SilenceState.ADOPTED: S.ADOPTED,
}


def actions(status: S, parties: Collection[Party], *, is_champion: bool, may_sign: bool) -> list[str]:
    """What somebody who is ``parties`` to a statement in ``status`` may do now, transitions included."""
    speaks = is_champion or Party.SECRETARIAT in parties
    verbs = []
    if not DRAFTERS.isdisjoint(parties) and status in IN_WRITING:
        verbs += ["change", "write"]
    if not DRAFTERS.isdisjoint(parties) and status is S.DRAFTING:
        verbs.append("delete")
    if speaks and status in IN_WRITING:
        verbs.append("remark")
    if speaks and status is S.UNDER_SILENCE:
        verbs += [_VERBS[act] for act in SilenceAct]
    if speaks and may_sign:
        verbs.append("sign-on")
    if not CHAIRS.isdisjoint(parties) and status in {S.ADOPTED, S.DELIVERED}:
        verbs.append("open-sign-on")
    return verbs + verbs_for((*TRANSITIONS, *SILENCE), status, parties)


_VERBS = {act: act.value.replace("_", "-") for act in SilenceAct}


def remark_actions(status: RemarkStatus, parties: Collection[Party], *, is_own: bool, is_in_writing: bool) -> list[str]:
    """What somebody may do with a remark in ``status``: its drafters answer, its champion withdraws, while all is open."""
    if status is not RemarkStatus.OPEN or not is_in_writing:
        return []
    answers = [] if DRAFTERS.isdisjoint(parties) else ["accept", "decline"]
    return answers + (["withdraw"] if is_own or Party.SECRETARIAT in parties else [])


def may_sign(status: S, sign_on_until: datetime | None, now: datetime) -> bool:
    """Whether States may sign on: once a text is adopted, as long as sign-on is open."""
    return status in {S.ADOPTED, S.DELIVERED} and (sign_on_until is None or now < sign_on_until)


def keeps_minimum(until_at: datetime, now: datetime, minimum: timedelta) -> bool:
    """Whether silence that begins ``now`` lasts the least time, in hours that really pass."""
    return until_at - now >= minimum


def reminds(silence: Silence, now: datetime) -> bool:
    """Whether ``now`` is the time to remind those that have not spoken."""
    from_when = silence.until_at - REMINDED_BEFORE
    return from_when <= now < silence.until_at and silence.opened_at <= from_when - NEWLY_OPENED


def days_touched(opened_at: datetime, until_at: datetime) -> Sequence[date]:
    """The days, in UTC, of which a period of silence takes a part."""
    first, last = opened_at.date(), (until_at - timedelta(microseconds=1)).date()
    return [first + timedelta(days=passed) for passed in range((last - first).days + 1)]
