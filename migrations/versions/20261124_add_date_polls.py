"""Add date polls: the dates that champions are asked about, and what each says."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_add_date_polls"
down_revision = "20261124_ask_for_new_due_dates"
branch_labels = None
depends_on = None

_INSTANT = sqlmodel.sql.sqltypes.UTCDateTime
_TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table(
        "date_polls",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", _INSTANT(), nullable=False),
        sa.Column("updated_at", _INSTANT(), nullable=False),
        sa.Column("title", _TEXT(length=200), nullable=False),
        sa.Column("note", _TEXT(length=10000), nullable=False),
        sa.Column("duration_minutes", sa.Integer(), nullable=False),
        sa.Column("time_zone", _TEXT(length=64), nullable=False),
        sa.Column("deadline_at", _INSTANT(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", _INSTANT(), nullable=True),
        sa.Column("extended_from_at", _INSTANT(), nullable=True),
        sa.Column("extension_reason", _TEXT(length=1000), nullable=False),
        sa.Column("closed_at", _INSTANT(), nullable=True),
        sa.Column("cancelled_at", _INSTANT(), nullable=True),
        sa.Column("ending_reason", _TEXT(length=1000), nullable=False),
        sa.Column("ended_by_name", _TEXT(length=200), nullable=False),
        sa.Column("chosen_starts_at", _INSTANT(), nullable=True),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("duration_minutes BETWEEN 5 AND 1440", name="date_poll_is_for_minutes_to_a_day"),
        sa.CheckConstraint(
            "opened_at IS NULL OR deadline_at >= opened_at + interval '1 hour'", name="date_poll_leaves_an_hour"
        ),
        sa.CheckConstraint("closed_at IS NULL OR opened_at IS NOT NULL", name="only_open_date_polls_close"),
        sa.CheckConstraint("cancelled_at IS NULL OR closed_at IS NULL", name="cancelled_date_polls_are_not_closed"),
        sa.CheckConstraint(
            "chosen_starts_at IS NULL OR closed_at IS NOT NULL", name="who_chooses_a_date_closes_its_poll"
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL OR chosen_starts_at IS NOT NULL OR ending_reason <> '') "
            "AND (cancelled_at IS NULL OR ending_reason <> '')",
            name="date_polls_without_a_date_say_why",
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("date_polls_deadline_at", "date_polls", ["deadline_at", "id"])
    op.create_index("date_polls_meeting_id", "date_polls", ["meeting_id"])
    op.create_index(
        "a_meeting_has_one_date_poll_at_a_time",
        "date_polls",
        ["meeting_id"],
        unique=True,
        postgresql_where=sa.text("opened_at IS NOT NULL AND closed_at IS NULL AND cancelled_at IS NULL"),
    )
    op.create_table(
        "date_poll_candidates",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", _INSTANT(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["date_polls.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("poll_id", "starts_at", name="a_date_poll_asks_about_a_date_once"),
        sa.UniqueConstraint("poll_id", "id", name="date_poll_candidates_of_poll"),
    )
    op.create_table(
        "date_poll_voices",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", _INSTANT(), nullable=False),
        sa.Column("updated_at", _INSTANT(), nullable=False),
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", _TEXT(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.Column("given_at", _INSTANT(), nullable=False),
        sa.ForeignKeyConstraint(["poll_id"], ["date_polls.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("poll_id", "champion_id", name="a_champion_has_one_voice_in_a_date_poll"),
        sa.UniqueConstraint("poll_id", "id", name="date_poll_voices_of_poll"),
    )
    op.create_index(op.f("ix_date_poll_voices_champion_id"), "date_poll_voices", ["champion_id"])
    op.create_index(op.f("ix_date_poll_voices_person_id"), "date_poll_voices", ["person_id"])
    op.create_table(
        "date_poll_answers",
        sa.Column("voice_id", sa.Uuid(), nullable=False),
        sa.Column("candidate_id", sa.Uuid(), nullable=False),
        sa.Column("poll_id", sa.Uuid(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("yes", "if_need_be", "no", name="dateanswer", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("comment", _TEXT(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["poll_id", "voice_id"],
            ["date_poll_voices.poll_id", "date_poll_voices.id"],
            ondelete="CASCADE",
            name="date_poll_answers_voice",
        ),
        sa.ForeignKeyConstraint(
            ["poll_id", "candidate_id"],
            ["date_poll_candidates.poll_id", "date_poll_candidates.id"],
            ondelete="CASCADE",
            name="date_poll_answers_candidate",
        ),
        sa.PrimaryKeyConstraint("voice_id", "candidate_id"),
    )
    op.create_index("date_poll_answers_of_candidate", "date_poll_answers", ["candidate_id"])


def downgrade() -> None:
    op.drop_table("date_poll_answers")
    op.drop_table("date_poll_voices")
    op.drop_table("date_poll_candidates")
    op.drop_table("date_polls")
