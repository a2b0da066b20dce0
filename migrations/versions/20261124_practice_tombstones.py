"""What the public is told of why a practice was withdrawn."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_practice_tombstones"
down_revision = "20261124_add_practice_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it, empty: what was written so far was for the parties alone."""
    op.add_column(
        "practices",
        sa.Column(
            "withdrawal_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), server_default="", nullable=False
        ),
    )
    op.create_check_constraint(
        "only_withdrawn_practices_say_why_they_were", "practices", "withdrawal_reason = '' OR status = 'withdrawn'"
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_constraint("only_withdrawn_practices_say_why_they_were", "practices")
    op.drop_column("practices", "withdrawal_reason")
