"""Let agenda items be about a joint statement."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_discuss_statements"
down_revision = "20261124_add_date_polls"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("agenda_items", sa.Column("statement_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(
        "agenda_items_statement_id_fkey", "agenda_items", "statements", ["statement_id"], ["id"], ondelete="SET NULL"
    )
    op.create_index(op.f("ix_agenda_items_statement_id"), "agenda_items", ["statement_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_agenda_items_statement_id"), table_name="agenda_items")
    op.drop_constraint("agenda_items_statement_id_fkey", "agenda_items", type_="foreignkey")
    op.drop_column("agenda_items", "statement_id")
