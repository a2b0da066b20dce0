"""Tell more of workplan items: six states, expected result, percentage, what they wait for, where they come from."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_tell_more_of_items"
down_revision = "20261124_add_documents"
branch_labels = None
depends_on = None

_RENAMED = {"planned": "not_started", "under_way": "on_track"}
_TABLES = ("workplan_items", "workplan_item_updates")


def upgrade() -> None:
    """Add the columns, then rename the states, and give what was dropped the reason that its last update tells."""
    text = sqlmodel.sql.sqltypes.AutoString
    op.add_column("workplan_items", sa.Column("expected_result", text(length=2000), server_default="", nullable=False))
    op.add_column("workplan_items", sa.Column("dropped_reason", text(length=10_000), server_default="", nullable=False))
    op.add_column("workplan_items", sa.Column("percentage", sa.SmallInteger(), nullable=True))
    op.add_column("workplan_items", sa.Column("rolled_over_from_id", sa.Uuid(), nullable=True))
    op.create_unique_constraint("workplan_item_is_rolled_over_once", "workplan_items", ["rolled_over_from_id"])
    op.create_unique_constraint("workplan_item_of_its_workplan", "workplan_items", ["id", "workplan_id"])
    op.create_foreign_key(
        "workplan_item_keeps_where_it_comes_from", "workplan_items", "workplan_items", ["rolled_over_from_id"], ["id"]
    )
    op.create_check_constraint(
        "workplan_item_percentage_is_of_a_hundred", "workplan_items", "percentage BETWEEN 0 AND 100"
    )

    updates = "workplan_item_updates"
    op.add_column(updates, sa.Column("what_next", text(length=10_000), server_default="", nullable=False))
    op.add_column(
        updates, sa.Column("evidence", postgresql.ARRAY(sa.String(length=500)), server_default="{}", nullable=False)
    )
    op.add_column(updates, sa.Column("percentage", sa.SmallInteger(), nullable=True))
    op.add_column(updates, sa.Column("meeting_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        "workplan_item_updates_meeting_id_fkey", updates, "meetings", ["meeting_id"], ["id"], ondelete="SET NULL"
    )
    op.create_index(op.f("ix_workplan_item_updates_meeting_id"), updates, ["meeting_id"], unique=False)

    op.create_table(
        "workplan_item_dependencies",
        sa.Column("workplan_item_id", sa.Uuid(), nullable=False),
        sa.Column("waits_for_id", sa.Uuid(), nullable=False),
        sa.Column("workplan_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("workplan_item_id <> waits_for_id", name="workplan_item_does_not_wait_for_itself"),
        sa.ForeignKeyConstraint(
            ["workplan_item_id", "workplan_id"],
            ["workplan_items.id", "workplan_items.workplan_id"],
            name="workplan_item_that_waits",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["waits_for_id", "workplan_id"],
            ["workplan_items.id", "workplan_items.workplan_id"],
            name="workplan_item_that_is_waited_for",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("workplan_item_id", "waits_for_id"),
    )
    for column in ("waits_for_id", "workplan_id"):
        op.create_index(
            op.f(f"ix_workplan_item_dependencies_{column}"), "workplan_item_dependencies", [column], unique=False
        )

    _rename(_RENAMED)
    op.execute(
        """
        UPDATE workplan_items SET dropped_reason = coalesce((
            SELECT text FROM workplan_item_updates
            WHERE workplan_item_id = workplan_items.id ORDER BY reported_at DESC LIMIT 1
        ), 'Not recorded.') WHERE status = 'dropped'
        """
    )
    op.create_check_constraint(
        "workplan_item_is_dropped_with_a_reason", "workplan_items", "status <> 'dropped' OR dropped_reason <> ''"
    )


def downgrade() -> None:
    """Take it back; what is delayed was under way."""
    _rename({"not_started": "planned", "on_track": "under_way", "delayed": "under_way"})
    op.drop_table("workplan_item_dependencies")
    for column in ("meeting_id", "percentage", "evidence", "what_next"):
        op.drop_column("workplan_item_updates", column)
    op.drop_constraint("workplan_item_is_dropped_with_a_reason", "workplan_items")
    op.drop_constraint("workplan_item_keeps_where_it_comes_from", "workplan_items")
    op.drop_constraint("workplan_item_of_its_workplan", "workplan_items")
    for column in ("rolled_over_from_id", "percentage", "dropped_reason", "expected_result"):
        op.drop_column("workplan_items", column)


def _rename(states: dict[str, str]) -> None:
    for name in _TABLES:
        table = sa.table(name, sa.column("status", sa.String()))
        for before, after in states.items():
            op.execute(table.update().where(table.c.status == before).values(status=after))
