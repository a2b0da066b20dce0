"""What changed in a workplan between two reviews: the difference of two snapshots, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Fields = Mapping[str, Any]
"""An item as a snapshot has it: plain values, days as ``2026-09-30``, champions and processes by code and key."""
Snapshot = Mapping[str, Fields]
"""Key of an item → the item."""


class Change(StrEnum):
    """What became of an item since the review before."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"


class ReviewedField(StrEnum):
    """The fields of an item that a snapshot keeps."""

    TITLE = "title"
    DESCRIPTION = "description"
    SCOPE_OF_WORK = "scope_of_work"
    EXPECTED_RESULT = "expected_result"
    LEAD = "lead"
    SUPPORTING = "supporting"
    OBJECTIVES = "objectives"
    PROCESSES = "processes"
    STARTS_ON = "starts_on"
    DUE_ON = "due_on"
    STATUS = "status"
    DROPPED_REASON = "dropped_reason"
    PERCENTAGE = "percentage"
    WAITS_FOR = "waits_for"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field before and after; ``None`` where there was or is nothing."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What became of one item, and which of its fields changed."""

    item_id: str
    change: Change
    fields: tuple[FieldChange, ...] = ()


def changes_between(before: Snapshot, after: Snapshot) -> list[ItemChange]:
    """What became of each item of either snapshot: those of ``after`` in its order, then those that are gone."""
    return [
        *(_change(item_id, before.get(item_id), fields) for item_id, fields in after.items()),
        *(_change(item_id, fields, None) for item_id, fields in before.items() if item_id not in after),
    ]


def _change(item_id: str, before: Fields | None, after: Fields | None) -> ItemChange:
    if before is None:
        return ItemChange(item_id, Change.ADDED, tuple(FieldChange(name, None, told) for name, told in _of(after)))
    if after is None:
        return ItemChange(item_id, Change.REMOVED, tuple(FieldChange(name, told, None) for name, told in _of(before)))
    names = [*after, *(name for name in before if name not in after)]
    fields = tuple(
        FieldChange(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    )
    return ItemChange(item_id, Change.CHANGED if fields else Change.UNCHANGED, fields)


def _of(fields: Fields | None) -> Iterable[tuple[str, Any]]:
    return (fields or {}).items()
