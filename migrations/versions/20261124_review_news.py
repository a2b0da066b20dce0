"""What a review brings: acronyms that are known, and comments that those who follow were told of."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_review_news"
down_revision = "20261124_search_translations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what was said before counts as told."""
    op.add_column(
        "practices",
        sa.Column("known_acronyms", postgresql.ARRAY(sa.String(length=20)), server_default="{}", nullable=False),
    )
    op.add_column("practice_comments", sa.Column("told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))
    comments = sa.table("practice_comments", sa.column("told_at"), sa.column("created_at"))
    op.execute(comments.update().values(told_at=comments.c.created_at))
    op.create_index(
        "practice_comments_untold", "practice_comments", ["created_at"], postgresql_where=sa.text("told_at IS NULL")
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_index("practice_comments_untold", "practice_comments")
    op.drop_column("practice_comments", "told_at")
    op.drop_column("practices", "known_acronyms")
