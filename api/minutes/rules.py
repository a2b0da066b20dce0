"""How the minutes' standing follows from the meeting's, until when corrections are taken, and who may do what."""

from collections.abc import Collection
from datetime import datetime, timedelta

from api.meetings.models import MeetingStatus as M
from api.meetings.rules import CHAIRS
from api.minutes.models import CorrectionStatus as C
from api.minutes.models import MinutesStatus
from api.platform.transitions import Party, Transition, verbs_for

CORRECTIONS_TAKE = timedelta(days=14)
"""How long champions have for corrections, unless the co-chairs say otherwise."""

REMINDED_BEFORE = timedelta(days=2)
"""How long before the time for corrections ends those concerned are reminded."""

WRITABLE = frozenset({M.PLANNED, M.AGENDA_OPEN, M.AGENDA_CIRCULATED, M.HELD, M.MINUTES_CIRCULATED})
"""Minutes are prepared before the meeting, typed during it, and mended until they are adopted."""

TAKE: Transition[C] = Transition(
    verb="take",
    sources=frozenset({C.PROPOSED}),
    target=C.TAKEN,
    by=CHAIRS,
    summary="Take a correction into the minutes",
)
"""A transition of its own, since its body may name the text that is taken."""

CORRECTION_TRANSITIONS: tuple[Transition[C], ...] = (
    Transition(
        verb="decline",
        sources=frozenset({C.PROPOSED}),
        target=C.DECLINED,
        by=CHAIRS,
        summary="Decline a correction",
        needs_reason=True,
    ),
    Transition(
        verb="withdraw",
        sources=frozenset({C.PROPOSED}),
        target=C.WITHDRAWN,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="Withdraw one's own correction",
    ),
)


def status_of(meeting: M, adopted_at: datetime | None) -> MinutesStatus:
    """Where the minutes stand: as the meeting does."""
    if meeting is M.CLOSED:
        return MinutesStatus.ADOPTED if adopted_at else MinutesStatus.CLOSED
    return MinutesStatus.CIRCULATED if meeting is M.MINUTES_CIRCULATED else MinutesStatus.DRAFT


def takes_corrections(meeting: M, corrections_until: datetime | None, *, now: datetime) -> bool:
    """Whether champions may propose corrections: from circulation until the deadline, which passes by itself."""
    return meeting is M.MINUTES_CIRCULATED and corrections_until is not None and now < corrections_until


def reminds(circulated_at: datetime, corrections_until: datetime) -> bool:
    """Whether minutes are reminded of at all: not where champions were told of them just before."""
    return corrections_until - circulated_at > 2 * REMINDED_BEFORE


def is_early(meeting: M, corrections_until: datetime | None, *, now: datetime) -> bool:
    """Whether adopting now would cut the time for corrections short, or skip it: that takes a reason."""
    return meeting is M.HELD or takes_corrections(meeting, corrections_until, now=now)


def minutes_actions(meeting: M, parties: Collection[Party], *, takes_corrections: bool, is_champion: bool) -> list[str]:
    """What somebody who is ``parties`` to a meeting may do with its minutes now."""
    verbs = []
    if not CHAIRS.isdisjoint(parties):
        if meeting in WRITABLE:
            verbs += ["write", "add-decision"]
        verbs += ["circulate"] if meeting is M.HELD else []
        verbs += ["change"] if meeting is M.MINUTES_CIRCULATED else []
        verbs += ["adopt"] if meeting in {M.HELD, M.MINUTES_CIRCULATED} else []
    if meeting in WRITABLE and (is_champion or Party.SECRETARIAT in parties):
        verbs.append("ask-attribution")
    if takes_corrections and (is_champion or Party.SECRETARIAT in parties):
        verbs.append("propose-correction")
    return verbs


def correction_actions(status: C, parties: Collection[Party], meeting: M) -> list[str]:
    """What somebody who is ``parties`` to a correction may do with it now; nothing once the minutes are adopted."""
    if meeting is not M.MINUTES_CIRCULATED:
        return []
    return verbs_for((TAKE, *CORRECTION_TRANSITIONS), status, parties)


def decision_actions(meeting: M, parties: Collection[Party]) -> list[str]:
    """What may be done with a decision. Once the minutes are adopted its words stay; what it is linked to may change."""
    if CHAIRS.isdisjoint(parties):
        return []
    return ["change", "delete"] if meeting in WRITABLE else ["change"]
