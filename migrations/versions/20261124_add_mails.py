"""Add the mails and their files."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_mails"
down_revision = "20261124_add_minutes_and_actions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mails",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("account_invitation", "password_reset", name="letterkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=254), nullable=False),
        sa.Column(
            "language",
            sa.Enum("ar", "zh", "en", "fr", "ru", "es", name="language", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("letter", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("is_secret", sa.Boolean(), nullable=False),
        sa.Column("calendar", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("calendar_method", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=True),
        sa.Column("about_type", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=True),
        sa.Column("about_id", sa.Uuid(), nullable=True),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=True),
        sa.Column(
            "status",
            sa.Enum("queued", "sent", "failed", "not_sent", name="mailstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("queued_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("sent_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("failed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.CheckConstraint("(status = 'failed') = (failed_at IS NOT NULL)", name="failed_mails_have_a_time"),
        sa.CheckConstraint("(status = 'sent') = (sent_at IS NOT NULL)", name="sent_mails_have_a_time"),
        sa.CheckConstraint("(about_type IS NULL) = (about_id IS NULL)", name="mails_are_about_a_record_or_none"),
        sa.CheckConstraint("(calendar IS NULL) = (calendar_method IS NULL)", name="calendars_have_a_method"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "key", name="a_person_is_told_once"),
    )
    op.create_index("mails_about", "mails", ["about_type", "about_id", "queued_at"], unique=False)
    op.create_index("mails_status", "mails", ["status", "queued_at"], unique=False)
    op.create_table(
        "mail_attachments",
        sa.Column("mail_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("media_type", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["mail_id"], ["mails.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("mail_id", "place"),
    )


def downgrade() -> None:
    op.drop_table("mail_attachments")
    op.drop_index("mails_status", table_name="mails")
    op.drop_index("mails_about", table_name="mails")
    op.drop_table("mails")
