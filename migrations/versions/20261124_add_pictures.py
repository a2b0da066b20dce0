"""Add pictures, of activities to begin with."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_add_pictures"
down_revision = "20261124_license_practices"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("alt", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("credit", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("storage_key", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.CheckConstraint("alt <> ''", name="pictures_are_told_in_words"),
        sa.CheckConstraint("num_nonnulls(activity_id) = 1", name="pictures_are_of_one_record"),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("storage_key"),
    )
    op.create_index("pictures_activity", "pictures", ["activity_id", "position", "id"])


def downgrade() -> None:
    op.drop_table("pictures")
