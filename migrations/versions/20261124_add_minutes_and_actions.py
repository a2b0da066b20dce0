"""Add minutes with their versions and corrections, decisions, standard phrases and action items."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_minutes_and_actions"
down_revision = "20261124_create_the_job_queue"
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table(
        "minutes_phrases",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column(
            "language",
            sa.Enum("ar", "zh", "en", "fr", "ru", "es", name="language", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("language", "text", name="minutes_phrases_are_told_once"),
    )
    op.create_table(
        "minutes",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("circulated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("corrections_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("adopted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(circulated_at IS NULL) = (corrections_until IS NULL)", name="circulated_minutes_take_corrections_until"
        ),
        sa.ForeignKeyConstraint(["id"], ["meetings.id"], name="minutes_meeting_fkey"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("minutes_corrections_until", "minutes", ["corrections_until"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("agenda_item_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("workplan_item_id", sa.Uuid(), nullable=True),
        sa.Column("activity_id", sa.Uuid(), nullable=True),
        sa.Column(
            "search", postgresql.TSVECTOR(), sa.Computed("to_tsvector('english', text)", persisted=True), nullable=True
        ),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_items.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
        ),
        sa.ForeignKeyConstraint(["workplan_item_id"], ["workplan_items.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("meeting_id", "number", name="decisions_are_numbered_within_the_meeting"),
    )
    op.create_index("decisions_agenda_item", "decisions", ["agenda_item_id"], unique=False)
    op.create_index("decisions_created_at", "decisions", ["created_at", "id"], unique=False)
    op.create_index("decisions_number", "decisions", ["number", "id"], unique=False)
    op.create_index("decisions_search", "decisions", ["search"], unique=False, postgresql_using="gin")
    op.create_index(op.f("ix_decisions_activity_id"), "decisions", ["activity_id"], unique=False)
    op.create_index(op.f("ix_decisions_workplan_item_id"), "decisions", ["workplan_item_id"], unique=False)
    op.create_table(
        "minutes_corrections",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("agenda_item_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("why", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "proposed", "taken", "declined", "withdrawn", name="correctionstatus", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column("decision_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("decided_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("decided_by", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.CheckConstraint("status <> 'declined' OR decision_reason <> ''", name="declined_corrections_say_why"),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["agenda_items.id"],
        ),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_minutes_corrections_champion_id"), "minutes_corrections", ["champion_id"], unique=False)
    op.create_index(op.f("ix_minutes_corrections_person_id"), "minutes_corrections", ["person_id"], unique=False)
    op.create_index("minutes_corrections_item", "minutes_corrections", ["agenda_item_id"], unique=False)
    op.create_index("minutes_corrections_meeting", "minutes_corrections", ["meeting_id", "status"], unique=False)
    op.create_table(
        "minutes_texts",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("named", postgresql.ARRAY(sa.String(length=3)), server_default="{}", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("saved_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("saved_by", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["agenda_items.id"], name="minutes_texts_agenda_item_fkey"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("minutes_texts_meeting", "minutes_texts", ["meeting_id"], unique=False)
    op.create_table(
        "action_items",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("description", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "sorted_on", sa.Date(), sa.Computed("coalesce(due_on, DATE '9999-12-31')", persisted=True), nullable=False
        ),
        sa.Column(
            "status",
            sa.Enum("open", "done", "dropped", name="actionitemstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("status_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("closed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("agenda_item_id", sa.Uuid(), nullable=True),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column(
            "search",
            postgresql.TSVECTOR(),
            sa.Computed("to_tsvector('english', title || ' ' || description)", persisted=True),
            nullable=True,
        ),
        sa.CheckConstraint("(status = 'open') = (closed_at IS NULL)", name="closed_action_items_say_when"),
        sa.CheckConstraint("status <> 'dropped' OR status_reason <> ''", name="dropped_action_items_say_why"),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_items.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["decision_id"], ["decisions.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meetings.id"],
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["champions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("action_items_due", "action_items", ["sorted_on", "id"], unique=False)
    op.create_index("action_items_owner", "action_items", ["owner_id", "sorted_on", "id"], unique=False)
    op.create_index("action_items_search", "action_items", ["search"], unique=False, postgresql_using="gin")
    op.create_index("action_items_status", "action_items", ["status", "sorted_on", "id"], unique=False)
    op.create_index("action_items_updated_at", "action_items", ["updated_at", "id"], unique=False)
    op.create_index(op.f("ix_action_items_agenda_item_id"), "action_items", ["agenda_item_id"], unique=False)
    op.create_index(op.f("ix_action_items_decision_id"), "action_items", ["decision_id"], unique=False)
    op.create_index(op.f("ix_action_items_meeting_id"), "action_items", ["meeting_id"], unique=False)
    op.create_table(
        "minutes_versions",
        sa.Column("agenda_item_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum("written", "correction", "restored", name="versionorigin", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("saved_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_item_id"],
            ["minutes_texts.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("agenda_item_id", "number"),
    )
    op.create_index(op.f("ix_minutes_versions_person_id"), "minutes_versions", ["person_id"], unique=False)
    op.create_table(
        "action_item_updates",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("action_item_id", sa.Uuid(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column(
            "status",
            sa.Enum("open", "done", "dropped", name="actionitemstatus", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("champion_id", sa.Uuid(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("reported_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["action_item_id"], ["action_items.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("action_item_updates_item", "action_item_updates", ["action_item_id", "reported_at"], unique=False)
    op.create_index(op.f("ix_action_item_updates_champion_id"), "action_item_updates", ["champion_id"], unique=False)
    op.create_index(op.f("ix_action_item_updates_person_id"), "action_item_updates", ["person_id"], unique=False)


def downgrade() -> None:

    op.drop_index(op.f("ix_action_item_updates_person_id"), table_name="action_item_updates")
    op.drop_index(op.f("ix_action_item_updates_champion_id"), table_name="action_item_updates")
    op.drop_index("action_item_updates_item", table_name="action_item_updates")
    op.drop_table("action_item_updates")
    op.drop_index(op.f("ix_minutes_versions_person_id"), table_name="minutes_versions")
    op.drop_table("minutes_versions")
    op.drop_index(op.f("ix_action_items_meeting_id"), table_name="action_items")
    op.drop_index(op.f("ix_action_items_decision_id"), table_name="action_items")
    op.drop_index(op.f("ix_action_items_agenda_item_id"), table_name="action_items")
    op.drop_index("action_items_updated_at", table_name="action_items")
    op.drop_index("action_items_status", table_name="action_items")
    op.drop_index("action_items_search", table_name="action_items", postgresql_using="gin")
    op.drop_index("action_items_owner", table_name="action_items")
    op.drop_index("action_items_due", table_name="action_items")
    op.drop_table("action_items")
    op.drop_index("minutes_texts_meeting", table_name="minutes_texts")
    op.drop_table("minutes_texts")
    op.drop_index("minutes_corrections_meeting", table_name="minutes_corrections")
    op.drop_index("minutes_corrections_item", table_name="minutes_corrections")
    op.drop_index(op.f("ix_minutes_corrections_person_id"), table_name="minutes_corrections")
    op.drop_index(op.f("ix_minutes_corrections_champion_id"), table_name="minutes_corrections")
    op.drop_table("minutes_corrections")
    op.drop_index(op.f("ix_decisions_workplan_item_id"), table_name="decisions")
    op.drop_index(op.f("ix_decisions_activity_id"), table_name="decisions")
    op.drop_index("decisions_search", table_name="decisions", postgresql_using="gin")
    op.drop_index("decisions_number", table_name="decisions")
    op.drop_index("decisions_created_at", table_name="decisions")
    op.drop_index("decisions_agenda_item", table_name="decisions")
    op.drop_table("decisions")
    op.drop_index("minutes_corrections_until", table_name="minutes")
    op.drop_table("minutes")
    op.drop_table("minutes_phrases")
