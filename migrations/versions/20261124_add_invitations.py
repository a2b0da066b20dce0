"""Add invitations, answers and calendar feeds."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_invitations"
down_revision = "20261124_add_the_meeting_room"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "meeting_invitations",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("champions", postgresql.ARRAY(sa.String(length=3)), server_default="{}", nullable=False),
        sa.Column("with_observers", sa.Boolean(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.Column("remind_days_before", postgresql.ARRAY(sa.SmallInteger()), server_default="{7,1}", nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("time_sequence", sa.Integer(), nullable=False),
        sa.Column("told", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("told_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("(told IS NULL) = (told_at IS NULL)", name="who_was_told_was_told_at_a_time"),
        sa.CheckConstraint(
            "cardinality(remind_days_before) <= 5 AND 0 < ALL(remind_days_before) AND 60 >= ALL(remind_days_before)",
            name="reminders_come_one_to_sixty_days_before",
        ),
        sa.CheckConstraint("time_sequence <= sequence", name="the_time_was_told_by_now"),
        sa.ForeignKeyConstraint(["id"], ["meetings.id"], name="meeting_invitations_meeting", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "attendances",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("accepted", "declined", "tentative", name="answer", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("answered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("answered_by_id", sa.Uuid(), nullable=True),
        sa.Column("answered_by_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column(
            "answered_via",
            sa.Enum("app", "link", "calendar", name="answeredvia", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.Column("for_starts_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("delegates", postgresql.ARRAY(sa.String(length=200)), server_default="{}", nullable=False),
        sa.Column("substitute", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("was_present", sa.Boolean(), nullable=True),
        sa.Column("delegates_present", postgresql.ARRAY(sa.String(length=200)), server_default="{}", nullable=False),
        sa.Column("taken_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint("was_present OR delegates_present = '{}'", name="delegates_of_who_was_present"),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (for_starts_at IS NULL)",
            name="answers_have_a_time",
        ),
        sa.CheckConstraint("(was_present IS NULL) = (taken_at IS NULL)", name="attendance_is_taken_at_a_time"),
        sa.ForeignKeyConstraint(["answered_by_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("meeting_id", "champion_id", name="a_champion_answers_once"),
    )
    op.create_index("attendances_champion", "attendances", ["champion_id"], unique=False)
    op.create_index(op.f("ix_attendances_answered_by_id"), "attendances", ["answered_by_id"], unique=False)
    op.create_table(
        "calendar_feeds",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("made_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.add_column("meetings", sa.Column("invited_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True))


def downgrade() -> None:
    op.drop_column("meetings", "invited_at")
    op.drop_table("calendar_feeds")
    op.drop_index(op.f("ix_attendances_answered_by_id"), table_name="attendances")
    op.drop_index("attendances_champion", table_name="attendances")
    op.drop_table("attendances")
    op.drop_table("meeting_invitations")
