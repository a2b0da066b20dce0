"""Add handover notes."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_add_handover_notes"
down_revision = "20261124_add_invitations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "handover_notes",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=20000), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["cochair_terms.id"], name="handover_notes_term_fkey", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_handover_notes_person_id"), "handover_notes", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_handover_notes_person_id"), table_name="handover_notes")
    op.drop_table("handover_notes")
