"""Let people register for activities, with an account or without: mails may go to somebody who has none."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_add_registrations"
down_revision = "20261124_statement_objectives"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "registration_desks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("closes_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.CheckConstraint("capacity >= 1", name="desks_have_places"),
        sa.ForeignKeyConstraint(["id"], ["activities.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "registrations",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("organisation", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("email", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(number IS NULL) = (confirmed_at IS NULL)", name="registrations_are_numbered_once_confirmed"
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["registration_desks.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("activity_id", "number", name="registrations_are_in_order"),
    )
    op.create_index("ix_registrations_person_id", "registrations", ["person_id"])
    op.create_index(
        "registrations_once_an_address",
        "registrations",
        ["activity_id", sa.literal_column("lower(email)")],
        unique=True,
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.alter_column("mails", "person_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    op.execute("DELETE FROM mails WHERE person_id IS NULL")
    op.alter_column("mails", "person_id", existing_type=sa.Uuid(), nullable=False)
    op.drop_table("registrations")
    op.drop_table("registration_desks")
