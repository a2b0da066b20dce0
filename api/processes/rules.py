"""When a process takes place, and how it is called for short."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from api.platform.transitions import Party
from api.processes.models import ProcessKind
from api.vocabularies.models import Commission


class Phase(StrEnum):
    """Where a process stands today."""

    AHEAD = "ahead"
    UNDER_WAY = "under_way"
    OVER = "over"


_SHORT = {
    ProcessKind.IMRF: "IMRF",
    ProcessKind.REGIONAL_REVIEW: "RR",
    ProcessKind.SG_REPORT: "SG",
    ProcessKind.HLPF: "HLPF",
    ProcessKind.GFMD: "GFMD",
    ProcessKind.OTHER: "P",
}


def phase_on(today: date, starts_on: date, ends_on: date) -> Phase:
    """Where a process stands ``today``; both its days belong to it."""
    if today < starts_on:
        return Phase.AHEAD
    return Phase.UNDER_WAY if today <= ends_on else Phase.OVER


def key_for(kind: ProcessKind, commission: Commission | None, year: int, taken: Collection[str]) -> str:
    """A short key that is not ``taken`` yet, such as ``RR-ECE-2024``, or ``RR-ECE-2024-2`` for a second one."""
    key = "-".join(part for part in (_SHORT[kind], commission, str(year)) if part)
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


_CHAIRS = frozenset({Party.CO_CHAIR, Party.SECRETARIAT})
REMINDED_BEFORE = timedelta(days=14)
"""How long before a deadline those who lead are reminded."""


def actions(parties: Collection[Party]) -> list[str]:
    """What somebody may do with a process: the co-chairs and the secretariat keep the calendar."""
    return [] if _CHAIRS.isdisjoint(parties) else ["change", "delete"]


def deadline_actions(parties: Collection[Party], *, is_met: bool) -> list[str]:
    """What somebody may do with a deadline: who leads in the process (its ``OWNER``) also says that it was met."""
    verbs = actions(parties)
    if Party.OWNER in parties or verbs:
        verbs.append("reopen" if is_met else "meet")
    return verbs
