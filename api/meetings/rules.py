"""A meeting's way from plan to closed minutes."""

from collections.abc import Collection

from api.meetings.models import MeetingStatus as S
from api.platform.transitions import Party, Transition, verbs_for

CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
"""Who prepares and leads meetings: discussion note, "Working arrangements", co-chairing, a."""

TRANSITIONS: tuple[Transition[S], ...] = (
    Transition(
        verb="open-agenda",
        sources=frozenset({S.PLANNED}),
        target=S.AGENDA_OPEN,
        by=CHAIRS,
        summary="Open the agenda for proposals",
    ),
    Transition(
        verb="circulate-agenda",
        sources=frozenset({S.AGENDA_OPEN}),
        shortcuts=frozenset({S.PLANNED}),
        target=S.AGENDA_CIRCULATED,
        by=CHAIRS,
        summary="Circulate the agenda",
    ),
    Transition(
        verb="hold",
        sources=frozenset({S.AGENDA_CIRCULATED}),
        shortcuts=frozenset({S.PLANNED, S.AGENDA_OPEN}),
        target=S.HELD,
        by=CHAIRS,
        summary="Record that the meeting was held",
    ),
    Transition(
        verb="postpone",
        sources=frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED}),
        target=S.POSTPONED,
        by=CHAIRS,
        summary="Postpone a meeting",
        needs_reason=True,
    ),
    Transition(
        verb="cancel",
        sources=frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED, S.POSTPONED}),
        target=S.CANCELLED,
        by=CHAIRS,
        summary="Cancel a meeting",
        needs_reason=True,
    ),
    Transition(
        verb="return-to-plan",
        sources=frozenset({S.AGENDA_OPEN}),
        shortcuts=frozenset({S.AGENDA_CIRCULATED}),
        target=S.PLANNED,
        by=CHAIRS,
        summary="Take a meeting back to planned",
        needs_reason=True,
    ),
    Transition(
        verb="reopen-agenda",
        sources=frozenset({S.AGENDA_CIRCULATED}),
        target=S.AGENDA_OPEN,
        by=CHAIRS,
        summary="Open a circulated agenda again",
        needs_reason=True,
    ),
    Transition(
        verb="undo-hold",
        sources=frozenset({S.HELD}),
        target=S.AGENDA_CIRCULATED,
        by=CHAIRS,
        summary="Take back that the meeting was held",
        needs_reason=True,
    ),
)
"""Any step may be skipped, and the last ones taken back, by those who lead: with the reason recorded."""

CIRCULATE_MINUTES: Transition[S] = Transition(
    verb="circulate-minutes",
    sources=frozenset({S.HELD}),
    shortcuts=frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED}),
    target=S.MINUTES_CIRCULATED,
    by=CHAIRS,
    summary="Circulate the minutes",
)
CLOSE: Transition[S] = Transition(
    verb="close",
    sources=frozenset({S.MINUTES_CIRCULATED}),
    shortcuts=frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED, S.HELD}),
    target=S.CLOSED,
    by=CHAIRS,
    summary="Close a meeting, which adopts and locks its minutes",
)
STEPS_OF_MINUTES = (CIRCULATE_MINUTES, CLOSE)
"""Steps that the minutes take with the meeting, in the room of minutes: where they stand is one truth."""

RESCHEDULE: Transition[S] = Transition(
    verb="reschedule",
    sources=frozenset({S.POSTPONED}),
    target=S.PLANNED,
    by=CHAIRS,
    summary="Give a postponed meeting its new date",
)
"""A transition of its own, since its body names the new date."""

BEFORE_IT_IS_HELD = frozenset({S.PLANNED, S.AGENDA_OPEN, S.AGENDA_CIRCULATED, S.POSTPONED})
MAY_BE_OPENED = BEFORE_IT_IS_HELD - {S.POSTPONED}
"""When the room may be opened: the Initiative may meet before the agenda was circulated."""
OPEN_FOR_PROPOSALS = frozenset({S.PLANNED, S.AGENDA_OPEN})
AFTER_IT_WAS_HELD = frozenset({S.HELD, S.MINUTES_CIRCULATED, S.CLOSED})


def actions(
    status: S, parties: Collection[Party], *, takes_proposals: bool, is_champion: bool, is_invited: bool = False
) -> list[str]:
    """What somebody who is ``parties`` to a meeting in ``status`` may do with it now, transitions included."""
    is_chair = not CHAIRS.isdisjoint(parties)
    verbs = []
    if is_chair and status is not S.CANCELLED:
        verbs.append("change")
    if is_chair and status is S.PLANNED and not is_invited:
        verbs.append("delete")
    if may_propose(status, takes_proposals=takes_proposals, is_chair=is_chair, is_champion=is_champion):
        verbs.append("propose-item")
    if is_chair and status in BEFORE_IT_IS_HELD:
        verbs += ["order-agenda", "draft-agenda"]
    return verbs + verbs_for((*TRANSITIONS, *STEPS_OF_MINUTES, RESCHEDULE), status, parties)


def may_propose(status: S, *, takes_proposals: bool, is_chair: bool, is_champion: bool) -> bool:
    """Champions propose while the agenda is open; the chairs also later, until the meeting is held.

    ``takes_proposals``: the deadline for proposals has not passed, or there is none.
    """
    if is_chair:
        return status in BEFORE_IT_IS_HELD
    return is_champion and takes_proposals and status in OPEN_FOR_PROPOSALS


def is_summary_out(status: S, *, is_summary_public: bool) -> bool:
    """Whether everyone may read the meeting's summary."""
    return is_summary_public and status in AFTER_IT_WAS_HELD
