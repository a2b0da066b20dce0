"""Add collaboration: what champions seek and offer, what they set aside, and their letters to each other."""

from collections.abc import Callable

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_collaboration"
down_revision = "20261124_add_translations"
branch_labels = None
depends_on = None

_OPEN = sa.text("outcome IS NULL OR outcome = 'talking'")


def upgrade() -> None:
    """Add the tables."""
    text, moment = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table(
        "collaboration_needs",
        *_head(moment),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Enum("seeks", "offers", name="needkind", native_enum=False, length=40), nullable=False),
        sa.Column("objective", sa.Integer(), nullable=False),
        sa.Column("sentence", text(length=300), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("objective BETWEEN 1 AND 23", name="need_is_of_an_objective"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("champion_id", "kind", "objective", "sentence", name="need_is_said_once"),
    )
    op.create_index("collaboration_needs_created_at", "collaboration_needs", ["created_at", "id"])
    op.create_index("collaboration_needs_objective", "collaboration_needs", ["objective", "created_at"])
    op.create_table(
        "collaboration_dismissals",
        *_head(moment),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("known", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("reason", text(length=1000), nullable=False),
        sa.Column("person_name", text(length=200), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("champion_id <> other_id", name="dismissal_is_of_another"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["champions.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("champion_id", "other_id", name="suggestion_is_dismissed_once"),
    )
    op.create_index("ix_collaboration_dismissals_other_id", "collaboration_dismissals", ["other_id"])
    op.create_table(
        "collaboration_contacts",
        *_head(moment),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("subject", text(length=200), nullable=False),
        sa.Column("text", text(length=10_000), nullable=False),
        sa.Column("written_at", moment(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", text(length=200), nullable=False),
        sa.Column("asked_at", moment(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum("activity", "talking", "nothing", name="outcome", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("outcome_note", text(length=1000), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column("activity_title", text(length=200), nullable=False),
        sa.Column("answered_at", moment(), nullable=True),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint(
            "activity_id IS NULL OR outcome = 'activity'", name="contact_has_an_activity_that_came_of_it"
        ),
        sa.CheckConstraint(
            "outcome IS DISTINCT FROM 'activity' OR activity_title <> ''", name="contact_names_its_activity"
        ),
        sa.CheckConstraint("(outcome IS NULL) = (answered_at IS NULL)", name="contact_is_answered_once_it_says_when"),
        sa.CheckConstraint("champion_id <> other_id", name="contact_is_with_another"),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["other_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("collaboration_contacts_written_at", "collaboration_contacts", ["written_at", "id"])
    op.create_index(
        "contact_is_open_once",
        "collaboration_contacts",
        ["champion_id", "other_id"],
        unique=True,
        postgresql_where=_OPEN,
    )
    for column in ("activity_id", "other_id", "person_id"):
        op.create_index(f"ix_collaboration_contacts_{column}", "collaboration_contacts", [column])


def downgrade() -> None:
    """Take it back."""
    for table in ("collaboration_contacts", "collaboration_dismissals", "collaboration_needs"):
        op.drop_table(table)


def _head(moment: Callable[[], sa.types.TypeEngine]) -> list[sa.Column]:
    return [
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("updated_at", moment(), nullable=False),
    ]
