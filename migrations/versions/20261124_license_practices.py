"""Give practices a licence, the instant of their withdrawal and a datestamp, and versions the readers they were for."""

import sqlalchemy as sa
from alembic import op

revision = "20261124_license_practices"
down_revision = "20261124_add_pledges"
branch_labels = None
depends_on = None

_WHEN = "date_trunc('second', greatest(published_at, withdrawn_at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'"


def upgrade() -> None:
    """Add the columns; what was withdrawn before is taken to be withdrawn at its last change."""
    op.add_column("practices", sa.Column("licence", sa.String(40), server_default="CC-BY-4.0", nullable=False))
    op.add_column("practices", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE practices SET withdrawn_at = updated_at WHERE status = 'withdrawn'")
    op.create_check_constraint(
        "withdrawn_practices_say_when", "practices", "(withdrawn_at IS NOT NULL) = (status = 'withdrawn')"
    )
    op.add_column(
        "practices",
        sa.Column("datestamp", sa.DateTime(timezone=True), sa.Computed(_WHEN, persisted=True), nullable=True),
    )
    op.create_index("practices_datestamp", "practices", ["datestamp", "id"])
    op.add_column("practice_versions", sa.Column("visibility", sa.String(40), nullable=True))
    op.execute(
        """
        UPDATE practice_versions SET
            visibility = (SELECT visibility FROM practices WHERE practices.id = practice_id),
            content = content || '{"licence": "CC-BY-4.0"}'
        """
    )
    op.alter_column("practice_versions", "visibility", nullable=False)


def downgrade() -> None:
    """Take it back."""
    op.drop_column("practice_versions", "visibility")
    op.execute("UPDATE practice_versions SET content = content - 'licence'")
    op.drop_index("practices_datestamp", "practices")
    op.drop_column("practices", "datestamp")
    op.drop_constraint("withdrawn_practices_say_when", "practices")
    op.drop_column("practices", "withdrawn_at")
    op.drop_column("practices", "licence")
