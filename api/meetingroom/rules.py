"""The room's steps, its clock, and the order of the speakers' list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from api.meetingroom.models import RoomStatus as R
from api.meetingroom.models import SpeakerStatus as S
from api.platform.transitions import Party, Transition, verbs_for

CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
"""Who leads meetings: discussion note, "Working arrangements", co-chairing, a."""

OPEN = frozenset({R.RUNNING, R.PAUSED})

OPENING: Transition[R] = Transition(
    verb="open", sources=frozenset({R.NOT_OPEN}), target=R.RUNNING, by=CHAIRS, summary="Open the room of a meeting"
)
"""A transition of its own, since it makes the room and may name the item to begin with."""

STEPS: tuple[Transition[R], ...] = (
    Transition(verb="pause", sources=frozenset({R.RUNNING}), target=R.PAUSED, by=CHAIRS, summary="Stop the clock"),
    Transition(
        verb="resume",
        sources=frozenset({R.PAUSED, R.ENDED}),
        target=R.RUNNING,
        by=CHAIRS,
        summary="Let the clock run again, also after an early end",
    ),
    Transition(verb="end", sources=OPEN, target=R.ENDED, by=CHAIRS, summary="End the meeting in the room"),
)

MOVE = "move"
REQUEST = "request-floor"
REORDER = "reorder"

GIVE_FLOOR: Transition[S] = Transition(
    verb="give-floor",
    sources=frozenset({S.WAITING}),
    target=S.SPEAKING,
    by=CHAIRS,
    summary="Give a champion the floor",
)
SPEAKER_STEPS: tuple[Transition[S], ...] = (
    GIVE_FLOOR,
    Transition(
        verb="finish",
        sources=frozenset({S.SPEAKING}),
        target=S.SPOKE,
        by=CHAIRS | {Party.OWNER},
        summary="Hand the floor back to the chair",
    ),
    Transition(
        verb="withdraw",
        sources=frozenset({S.WAITING}),
        target=S.WITHDRAWN,
        by=frozenset({Party.OWNER, Party.SECRETARIAT}),
        summary="Withdraw a request for the floor",
    ),
    Transition(
        verb="remove",
        sources=frozenset({S.WAITING}),
        target=S.REMOVED,
        by=CHAIRS,
        summary="Take a champion off the speakers' list",
    ),
)


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """Time ``spent`` until it last stopped, and since when it runs; ``None`` while it stands."""

    spent: timedelta
    runs_since: datetime | None

    def at(self, now: datetime) -> timedelta:
        """What it shows at ``now``. A clock that was set back does not take time away again."""
        running = now - self.runs_since if self.runs_since else timedelta()
        return self.spent + max(running, timedelta())

    def stopped(self, now: datetime) -> "Stopwatch":
        """Standing, with what it shows at ``now``."""
        return Stopwatch(self.at(now), None)

    def started(self, now: datetime) -> "Stopwatch":
        """Running from ``now`` where it stood; one that runs already runs on."""
        return self if self.runs_since else Stopwatch(self.spent, now)


Key = TypeVar("Key")


def following(agenda: Sequence[Key], current: Key | None) -> Key | None:
    """The item after ``current``, the first one without; ``None`` after the last, or where ``current`` has left the agenda."""
    if current is None:
        return agenda[0] if agenda else None
    after = agenda[agenda.index(current) + 1 :] if current in agenda else []
    return after[0] if after else None


def with_moved(order: Sequence[Key], moved: Key, position: int) -> list[Key]:
    """``order`` with ``moved`` at ``position`` (from 1), at the end beyond it; the others keep their order."""
    others = [key for key in order if key != moved]
    return [*others[: position - 1], moved, *others[position - 1 :]]


def room_actions(status: R, parties: Collection[Party], *, may_open: bool) -> list[str]:
    """What a chair may do with the room in ``status``; nothing for others. ``may_open``: the meeting was not held yet."""
    if CHAIRS.isdisjoint(parties):
        return []
    verbs = verbs_for((OPENING,) if may_open else (), status, parties) + verbs_for(STEPS, status, parties)
    return [*verbs, MOVE] if status in OPEN else verbs


def may_request(status: R, *, is_champion: bool, is_chair: bool, has_open_request: bool) -> bool:
    """A champion has one open request; a chair may put others on the list too."""
    return status in OPEN and (is_chair or (is_champion and not has_open_request))


def speaker_actions(status: S, parties: Collection[Party], room: R) -> list[str]:
    """What somebody who is ``parties`` to a request may do with it while the room is open."""
    if room not in OPEN:
        return []
    verbs = verbs_for(SPEAKER_STEPS, status, parties)
    return [*verbs, REORDER] if status is S.WAITING and not CHAIRS.isdisjoint(parties) else verbs
