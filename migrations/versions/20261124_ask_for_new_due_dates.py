"""Let the owner of an action item ask for a new due date, and keep what came of it among its reports."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_ask_for_new_due_dates"
down_revision = "20261124_add_statements"
branch_labels = None
depends_on = None

_ONLY_OPEN = "only_open_action_items_ask_for_a_date"


def upgrade() -> None:
    """Add the dates; nobody has asked yet."""
    op.add_column("action_items", sa.Column("asked_due_on", sa.Date(), nullable=True))
    op.create_check_constraint(_ONLY_OPEN, "action_items", "asked_due_on IS NULL OR status = 'open'")
    op.create_index(
        "action_items_asking",
        "action_items",
        ["sorted_on", "id"],
        unique=False,
        postgresql_where=sa.text("asked_due_on IS NOT NULL"),
    )
    for column in ("asked_due_on", "due_on"):
        op.add_column("action_item_updates", sa.Column(column, sa.Date(), nullable=True))


def downgrade() -> None:
    """Take it back."""
    for column in ("due_on", "asked_due_on"):
        op.drop_column("action_item_updates", column)
    op.drop_index("action_items_asking", table_name="action_items")
    op.drop_constraint(_ONLY_OPEN, "action_items")
    op.drop_column("action_items", "asked_due_on")
