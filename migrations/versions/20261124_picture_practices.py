"""Let practices have pictures, as activities have."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_picture_practices"
down_revision = "20261124_ask_to_join"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pictures", sa.Column("practice_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(None, "pictures", "practices", ["practice_id"], ["id"], ondelete="CASCADE")
    op.create_index("pictures_practice", "pictures", ["practice_id", "position", "id"])
    op.drop_constraint("pictures_are_of_one_record", "pictures")
    op.create_check_constraint("pictures_are_of_one_record", "pictures", "num_nonnulls(activity_id, practice_id) = 1")


def downgrade() -> None:
    op.execute("DELETE FROM pictures WHERE activity_id IS NULL")
    op.drop_constraint("pictures_are_of_one_record", "pictures")
    op.create_check_constraint("pictures_are_of_one_record", "pictures", "num_nonnulls(activity_id) = 1")
    op.drop_index("pictures_practice", table_name="pictures")
    op.drop_column("pictures", "practice_id")
