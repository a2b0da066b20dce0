"""Let a joint statement name the objectives that it speaks to."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_statement_objectives"
down_revision = "20261124_review_practices"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "statements", sa.Column("objectives", postgresql.ARRAY(sa.SmallInteger()), server_default="{}", nullable=False)
    )
    op.create_index("statements_objectives", "statements", ["objectives"], unique=False, postgresql_using="gin")


def downgrade() -> None:
    op.drop_index("statements_objectives", table_name="statements", postgresql_using="gin")
    op.drop_column("statements", "objectives")
