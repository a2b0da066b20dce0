"""Add consultations and their answers."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_add_consultations"
down_revision = "20261124_tell_more_of_items"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consultations",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column(
            "about",
            sa.Enum("agenda", "workplan", "date", "other", name="consultationabout", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("deadline_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("workplan_item_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("extended_from_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("extension_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("ending_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "agreed",
                "agreed_with_changes",
                "not_agreed",
                "to_be_discussed",
                name="outcome",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("result", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("concluded_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("concluded_by_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint(
            "opened_at IS NULL OR deadline_at >= opened_at + interval '1 hour'", name="consultation_leaves_an_hour"
        ),
        sa.CheckConstraint("(concluded_at IS NULL) = (outcome IS NULL)", name="concluded_consultations_say_how"),
        sa.CheckConstraint("closed_at IS NULL OR opened_at IS NOT NULL", name="only_open_consultations_close"),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR concluded_at IS NULL", name="withdrawn_consultations_have_no_result"
        ),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["workplan_item_id"], ["workplan_items.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("consultations_deadline_at", "consultations", ["deadline_at", "id"], unique=False)
    op.create_index("consultations_opened_at", "consultations", ["opened_at"], unique=False)
    op.create_index(op.f("ix_consultations_meeting_id"), "consultations", ["meeting_id"], unique=False)
    op.create_index(op.f("ix_consultations_workplan_item_id"), "consultations", ["workplan_item_id"], unique=False)
    op.create_table(
        "consultation_answers",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("consultation_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum("agree", "comment", "object", name="answerkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.Column("given_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("answer = 'agree' OR text <> ''", name="comments_and_objections_have_words"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "consultation_answers_in_force", "consultation_answers", ["consultation_id", "champion_id", "id"], unique=False
    )
    op.create_index(op.f("ix_consultation_answers_champion_id"), "consultation_answers", ["champion_id"], unique=False)
    op.create_index(op.f("ix_consultation_answers_person_id"), "consultation_answers", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_consultation_answers_person_id"), table_name="consultation_answers")
    op.drop_index(op.f("ix_consultation_answers_champion_id"), table_name="consultation_answers")
    op.drop_index("consultation_answers_in_force", table_name="consultation_answers")
    op.drop_table("consultation_answers")
    op.drop_index(op.f("ix_consultations_workplan_item_id"), table_name="consultations")
    op.drop_index(op.f("ix_consultations_meeting_id"), table_name="consultations")
    op.drop_index("consultations_opened_at", table_name="consultations")
    op.drop_index("consultations_deadline_at", table_name="consultations")
    op.drop_table("consultations")
