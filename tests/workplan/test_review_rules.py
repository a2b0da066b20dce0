"""What changed between two reviews, field by field."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from api.workplan.review_rules import Change, ItemChange, changes_between

days = st.none() | st.dates().map(str)
items = st.fixed_dictionaries(
    {
        "title": st.text(max_size=3),
        "status": st.sampled_from(["not_started", "on_track", "done"]),
        "due_on": days,
        "percentage": st.none() | st.integers(0, 100),
        "supporting": st.lists(st.sampled_from(["KEN", "MAR"]), max_size=2),
    }
)
snapshots = st.dictionaries(st.sampled_from("abcdef"), items)

Snapshot = dict[str, dict[str, Any]]


def _applied(before: Snapshot, changes: Sequence[ItemChange]) -> Snapshot:
    """``before`` with ``changes`` made to it: the snapshot after."""
    after: Snapshot = {}
    for change in changes:
        if change.change is not Change.REMOVED:
            after[change.item_id] = dict(before.get(change.item_id, {})) | {
                field.field: field.after for field in change.fields
            }
    return after


@given(snapshots, snapshots)
def test_the_changes_made_to_the_snapshot_before_give_the_one_after(before: Snapshot, after: Snapshot) -> None:
    assert _applied(before, changes_between(before, after)) == after


@given(snapshots)
def test_where_nothing_changed_nothing_is_told(snapshot: Snapshot) -> None:
    changes = changes_between(snapshot, snapshot)

    assert {change.change for change in changes} <= {Change.UNCHANGED}
    assert not any(change.fields for change in changes)


@given(snapshots, snapshots)
def test_every_item_of_either_is_told_of_once_and_those_that_are_gone_come_last(
    before: Snapshot, after: Snapshot
) -> None:
    changes = changes_between(before, after)

    assert [change.item_id for change in changes] == [*after, *(key for key in before if key not in after)]
    for change in changes:
        is_changed = change.item_id in before and change.item_id in after and change.change is Change.CHANGED
        assert not is_changed or all(field.before != field.after for field in change.fields)
