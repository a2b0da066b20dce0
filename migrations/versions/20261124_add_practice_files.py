"""Files beside practices; what was published and what was submitted had none."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_practice_files"
down_revision = "20261124_other_organisers"
branch_labels = None
depends_on = None

_FROZEN = [
    sa.table(name, sa.column("content", postgresql.JSONB())) for name in ("practice_versions", "practice_rounds")
]


def upgrade() -> None:
    """Add the table, and say of what is frozen that it had no files."""
    text = sqlmodel.sql.sqltypes.AutoString
    op.create_table(
        "practice_files",
        sa.Column("file_name", text(length=200), nullable=False),
        sa.Column("media_type", text(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", text(length=64), nullable=False),
        sa.Column("storage_key", text(length=100), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", text(length=200), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("size > 0", name="practice_file_is_not_empty"),
        sa.CheckConstraint("title <> ''", name="practice_files_say_what_they_are"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("practice_id", "version", "id"),
    )
    _rewrite(lambda content: content.concat(sa.literal({"files": []}, postgresql.JSONB())))


def downgrade() -> None:
    """Take it back."""
    _rewrite(lambda content: content.op("-")("files"))
    op.drop_table("practice_files")


def _rewrite(content: Callable[[Any], Any]) -> None:
    """What is frozen refuses every change; it takes this one, since it gains or loses a word for what it never had."""
    for table in _FROZEN:
        op.execute(f"ALTER TABLE {table.name} DISABLE TRIGGER USER")
        op.execute(table.update().values(content=content(table.c.content)))
        op.execute(f"ALTER TABLE {table.name} ENABLE TRIGGER USER")
