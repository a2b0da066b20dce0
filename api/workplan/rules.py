"""A workplan's way from draft to closed, and when an item is late."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import TypeVar

from api.platform.transitions import Party, Transition, verbs_for
from api.workplan.models import WorkplanItemStatus as I
from api.workplan.models import WorkplanStatus as S

_CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})

ADOPT: Transition[S] = Transition(
    verb="adopt",
    sources=frozenset({S.DRAFT}),
    target=S.ADOPTED,
    by=_CHAIRS,
    summary="Adopt a workplan",
)
REOPEN: Transition[S] = Transition(
    verb="reopen",
    sources=frozenset({S.ADOPTED}),
    shortcuts=frozenset({S.CLOSED}),
    target=S.DRAFT,
    by=_CHAIRS,
    summary="Take a workplan back to draft",
    needs_reason=True,
)
CLOSE: Transition[S] = Transition(
    verb="close",
    sources=frozenset({S.ADOPTED}),
    shortcuts=frozenset({S.DRAFT}),
    target=S.CLOSED,
    by=_CHAIRS,
    summary="Close a workplan",
)

TRANSITIONS: tuple[Transition[S], ...] = (ADOPT, REOPEN, CLOSE)

OPEN = frozenset({S.DRAFT, S.ADOPTED})
"""An adopted workplan is updated as needed (discussion note, co-chairing, b); a closed one stays as it was."""

FINISHED = frozenset({I.DONE, I.DROPPED})
"""Items on which nothing is due any more."""


ASKED_BEFORE = timedelta(days=14)
"""How long before a technical meeting leads are asked; what was told within this time is new enough."""


def is_overdue(status: I, due_on: date | None, *, today: date) -> bool:
    """Whether an item is unfinished after the day on which it was due; on the day itself it is not late yet."""
    return due_on is not None and status not in FINISHED and due_on < today


def days_late(status: I, due_on: date | None, *, today: date) -> int:
    """Whole days since an unfinished item was due; 0 where it is not late."""
    return (today - due_on).days if due_on is not None and is_overdue(status, due_on, today=today) else 0


def workplan_actions(status: S, parties: Collection[Party], *, is_empty: bool) -> list[str]:
    """What somebody who is ``parties`` to a workplan in ``status`` may do with it now."""
    verbs = []
    if not _CHAIRS.isdisjoint(parties):
        if status in OPEN:
            verbs += ["change", "add-item"]
        if status is not S.DRAFT and not is_empty:
            verbs.append("roll-over")
        if status is S.DRAFT and is_empty:
            verbs.append("delete")
    return verbs + verbs_for(TRANSITIONS, status, parties)


def item_actions(plan: S, parties: Collection[Party], *, is_rolled_over: bool) -> list[str]:
    """What somebody who is ``parties`` to an item may do with it now; its owners are its lead and its supporters.

    Work that goes on in another workplan is changed and reported on there.
    """
    if plan not in OPEN or is_rolled_over:
        return []
    verbs = [] if _CHAIRS.isdisjoint(parties) else ["change", "delete"]
    return [*verbs, "report"] if parties else verbs


Key = TypeVar("Key")


def cycle_through(start: Key, waits_for: Mapping[Key, Iterable[Key]]) -> list[Key]:
    """The way on which ``start`` waits for itself, from ``start`` to ``start``; empty where there is none."""
    came_from: dict[Key, Key] = {}
    ahead = [start]
    while ahead:
        item = ahead.pop()
        for other in waits_for.get(item, ()):
            if other == start:
                way = [start]
                while item != start:
                    way.append(item)
                    item = came_from[item]
                return [start, *reversed(way[1:]), start]
            if other not in came_from:
                came_from[other] = item
                ahead.append(other)
    return []


def update_actions(plan: S, parties: Collection[Party], *, is_rolled_over: bool) -> list[str]:
    """What somebody who is ``parties`` to a progress update may do with it now."""
    return ["change"] if parties and plan in OPEN and not is_rolled_over else []
