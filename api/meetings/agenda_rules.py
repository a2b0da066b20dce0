"""A proposal's way onto the agenda and off it again, and where an item stands among the others."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from api.meetings.models import AgendaItemOrigin as Origin
from api.meetings.models import AgendaItemStatus as Item
from api.meetings.models import MeetingStatus as S
from api.meetings.rules import AFTER_IT_WAS_HELD, BEFORE_IT_IS_HELD, CHAIRS
from api.platform.transitions import Party, Transition, verbs_for

ACCEPT: Transition[Item] = Transition(
    verb="accept",
    sources=frozenset({Item.PROPOSED}),
    target=Item.ACCEPTED,
    by=CHAIRS,
    summary="Put a proposal on the agenda",
)
"""A transition of its own, since its body may set the minutes and the place."""

MERGE: Transition[Item] = Transition(
    verb="merge",
    sources=frozenset({Item.PROPOSED}),
    target=Item.MERGED,
    by=CHAIRS,
    summary="Merge a proposal into another",
)
"""A transition of its own, since its body names the other."""

DECLINE: Transition[Item] = Transition(
    verb="decline",
    sources=frozenset({Item.PROPOSED, Item.ACCEPTED}),
    target=Item.DECLINED,
    by=CHAIRS,
    summary="Decline a proposal, or take an item off the agenda",
    needs_reason=True,
)
WITHDRAW: Transition[Item] = Transition(
    verb="withdraw",
    sources=frozenset({Item.PROPOSED, Item.ACCEPTED, Item.MERGED}),
    target=Item.WITHDRAWN,
    by=frozenset({Party.OWNER, Party.SECRETARIAT}),
    summary="Withdraw one's own proposal",
)
REOPEN: Transition[Item] = Transition(
    verb="reopen",
    sources=frozenset({Item.DECLINED, Item.MERGED}),
    target=Item.PROPOSED,
    by=CHAIRS,
    summary="Take a declined or merged proposal up again",
)

TRANSITIONS: tuple[Transition[Item], ...] = (DECLINE, WITHDRAW, REOPEN)
STEPS: tuple[Transition[Item], ...] = (ACCEPT, MERGE, *TRANSITIONS)

ALIVE = frozenset({Item.PROPOSED, Item.ACCEPTED})
"""What still may be discussed: champions say that it matters to them, and other proposals merge into it."""

MAY_CARRY_OVER = AFTER_IT_WAS_HELD | {S.CANCELLED}
"""Meetings whose unreached items move to the next one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides, beside its status, what may be done with an item."""

    is_reached: bool | None = None
    was_carried_over: bool = False
    may_support: bool = False
    """Speaks for a champion that is none of its proposers."""
    does_support: bool = False


def item_actions(status: Item, parties: Collection[Party], meeting: S, standing: Standing) -> list[str]:
    """What somebody who is ``parties`` to an item in ``status`` may do with it, in a meeting that is ``meeting``."""
    is_chair = not CHAIRS.isdisjoint(parties)
    if meeting not in BEFORE_IT_IS_HELD:
        return _afterwards(status, meeting, standing) if is_chair else []
    verbs = []
    if is_chair or (Party.OWNER in parties and status is Item.PROPOSED):
        verbs.append("change")
    verbs += verbs_for(STEPS, status, parties)
    if status in ALIVE and standing.does_support:
        verbs.append("withdraw-support")
    elif status in ALIVE and standing.may_support:
        verbs.append("support")
    return verbs


def _afterwards(status: Item, meeting: S, standing: Standing) -> list[str]:
    """The agenda stays as it was; what was not reached goes on to the next meeting, and of a cancelled one all that was
    on its agenda or proposed for it.
    """
    if standing.was_carried_over or meeting not in MAY_CARRY_OVER:
        return []
    carries = ["carry-over"] if standing.is_reached is not True else []
    if meeting is S.CANCELLED:
        return carries if status in ALIVE else []
    return ["mark", *carries] if status is Item.ACCEPTED else []


_FIRST = (Origin.OPENING, Origin.ADOPTION_OF_THE_AGENDA)
_LAST = (Origin.ANY_OTHER_BUSINESS, Origin.NEXT_MEETING)
ORDER = (*_FIRST, Origin.CARRIED_OVER, Origin.ACTION_ITEMS, Origin.WORKPLAN_ITEM, Origin.PROPOSAL, *_LAST)
"""How a drafted agenda runs: what opens a meeting, what was left over and is due, what is new, what ends it."""

Key = TypeVar("Key")


def with_inserted(order: Sequence[Key], item: Key, position: int | None) -> list[Key]:
    """``order`` with ``item`` at ``position`` (from 1); at the end without one or beyond it."""
    place = len(order) if position is None else position - 1
    return [*order[:place], item, *order[place:]]


def with_placed(agenda: Sequence[tuple[Key, Origin]], key: Key, origin: Origin) -> list[tuple[Key, Origin]]:
    """``agenda`` with an item where one of its origin belongs; what is on it already keeps its order.

    What opens a meeting comes before all that does not open it; anything else before what ends it.
    """
    rank = ORDER.index(origin)
    if origin in _FIRST:
        ahead = [place for place, (_, other) in enumerate(agenda) if other not in _FIRST or ORDER.index(other) > rank]
        place = ahead[0] if ahead else len(agenda)
    else:
        place = len(agenda)
        while place and agenda[place - 1][1] in _LAST and ORDER.index(agenda[place - 1][1]) > rank:
            place -= 1
    return with_inserted(agenda, (key, origin), place + 1)
