"""Add pledges: who makes them, what they are linked to, their file and the reports on them."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_pledges"
down_revision = "20261124_discuss_statements"
branch_labels = None
depends_on = None

_SEARCHED = "title || ' ' || description || ' ' || partners || ' ' || network_number"
_DICTIONARIES = {"ar": "arabic", "fr": "french", "ru": "russian", "es": "spanish", "zh": "simple"}
_STEMMED = (
    "CASE language "
    + " ".join(f"WHEN '{code}' THEN to_tsvector('{name}', {_SEARCHED})" for code, name in _DICTIONARIES.items())
    + f" ELSE to_tsvector('english', {_SEARCHED}) END"
)


def upgrade() -> None:
    op.create_table(
        "pledges",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("description", sqlmodel.sql.sqltypes.AutoString(length=3000), nullable=False),
        sa.Column(
            "language",
            sa.Enum("ar", "zh", "en", "fr", "ru", "es", name="language", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "financial",
                "human_resource",
                "process_oriented",
                "policy_oriented",
                name="pledgekind",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column(
            "mode",
            sa.Enum(
                "individual", "common", "in_partnership", "matching", name="pledgemode", native_enum=False, length=40
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "made",
                "in_progress",
                "fulfilled",
                "partly_fulfilled",
                "discontinued",
                name="pledgestatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("public", "members", "private", name="visibility", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("objectives", postgresql.ARRAY(sa.SmallInteger()), server_default="{}", nullable=False),
        sa.Column("countries", postgresql.ARRAY(sa.String(length=3)), server_default="{}", nullable=False),
        sa.Column("regions", postgresql.ARRAY(sa.String(length=3)), server_default="{}", nullable=False),
        sa.Column("made_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "sorted_on", sa.Date(), sa.Computed("coalesce(made_on, DATE '9999-12-31')", persisted=True), nullable=False
        ),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("currency", sqlmodel.sql.sqltypes.AutoString(length=3), nullable=True),
        sa.Column("partners", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("matches_id", sa.Uuid(), nullable=True),
        sa.Column("matches_title", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("matches_number", sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False),
        sa.Column("network_number", sqlmodel.sql.sqltypes.AutoString(length=50), nullable=False),
        sa.Column("search", postgresql.TSVECTOR(), sa.Computed(_STEMMED, persisted=True), nullable=True),
        sa.CheckConstraint(
            "amount IS NULL OR kind IS NOT DISTINCT FROM 'financial'", name="only_financial_pledges_have_an_amount"
        ),
        sa.CheckConstraint("matches_id IS NULL OR matches_title = ''", name="pledges_match_one_other"),
        sa.CheckConstraint(
            "mode = 'matching' OR (matches_id IS NULL AND matches_title = '' AND matches_number = '')",
            name="only_matching_pledges_match",
        ),
        sa.CheckConstraint("status <> 'discontinued' OR status_reason <> ''", name="discontinued_pledges_say_why"),
        sa.CheckConstraint(
            "status = 'draft' OR char_length(description) BETWEEN 300 AND 3000", name="made_pledges_are_described"
        ),
        sa.CheckConstraint("status = 'draft' OR kind IS NOT NULL", name="made_pledges_have_a_kind"),
        sa.CheckConstraint("status = 'draft' OR made_on IS NOT NULL", name="made_pledges_say_when"),
        sa.CheckConstraint(
            "status = 'draft' OR mode <> 'matching' OR matches_id IS NOT NULL OR matches_title <> ''",
            name="made_pledges_name_what_they_match",
        ),
        sa.CheckConstraint("(amount IS NULL) = (currency IS NULL)", name="pledge_amounts_have_a_currency"),
        sa.CheckConstraint("matches_id <> id", name="pledges_match_another"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["matches_id"], ["pledges.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pledges_matches_id"), "pledges", ["matches_id"], unique=False)
    op.create_index("pledges_champion", "pledges", ["champion_id", "sorted_on"], unique=False)
    op.create_index("pledges_objectives", "pledges", ["objectives"], unique=False, postgresql_using="gin")
    op.create_index("pledges_search", "pledges", ["search"], unique=False, postgresql_using="gin")
    op.create_index("pledges_sorted_on", "pledges", ["sorted_on", "id"], unique=False)
    op.create_index("pledges_status", "pledges", ["status", "sorted_on"], unique=False)
    op.create_index("pledges_title", "pledges", ["title", "id"], unique=False)
    op.create_index("pledges_updated_at", "pledges", ["updated_at", "id"], unique=False)
    op.create_table(
        "pledge_activities",
        sa.Column("pledge_id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activities.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledges.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pledge_id", "activity_id"),
    )
    op.create_index(op.f("ix_pledge_activities_activity_id"), "pledge_activities", ["activity_id"], unique=False)
    op.create_table(
        "pledge_files",
        sa.Column("pledge_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("media_type", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("storage_key", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("uploaded_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("size > 0", name="pledge_file_is_not_empty"),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledges.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pledge_id"),
        sa.UniqueConstraint("storage_key"),
    )
    op.create_table(
        "pledge_processes",
        sa.Column("pledge_id", sa.Uuid(), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledges.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["process_id"],
            ["processes.id"],
        ),
        sa.PrimaryKeyConstraint("pledge_id", "process_id"),
    )
    op.create_index(op.f("ix_pledge_processes_process_id"), "pledge_processes", ["process_id"], unique=False)
    op.create_table(
        "pledge_reports",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("pledge_id", sa.Uuid(), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=3000), nullable=False),
        sa.Column("figures", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("links", postgresql.ARRAY(sa.String(length=500)), server_default="{}", nullable=False),
        sa.Column(
            "moves_to",
            sa.Enum(
                "draft",
                "made",
                "in_progress",
                "fulfilled",
                "partly_fulfilled",
                "discontinued",
                name="pledgestatus",
                native_enum=False,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.CheckConstraint("text <> ''", name="pledge_reports_say_something"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledges.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pledge_reports_person_id"), "pledge_reports", ["person_id"], unique=False)
    op.create_index("pledge_reports_pledge", "pledge_reports", ["pledge_id", "reported_on", "id"], unique=False)
    op.create_table(
        "pledging_states",
        sa.Column("pledge_id", sa.Uuid(), nullable=False),
        sa.Column("iso3", sqlmodel.sql.sqltypes.AutoString(length=3), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=True),
        sa.Column(
            "voice", sa.Enum("confirmed", "declined", name="pledgevoice", native_enum=False, length=40), nullable=True
        ),
        sa.Column("spoke_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(voice IS NULL) = (spoke_at IS NULL)", name="pledging_states_that_spoke_say_when"),
        sa.CheckConstraint("voice IS NULL OR champion_id IS NOT NULL", name="only_champions_speak_here"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["pledge_id"], ["pledges.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pledge_id", "iso3"),
    )
    op.create_index(op.f("ix_pledging_states_champion_id"), "pledging_states", ["champion_id"], unique=False)
    op.create_index(op.f("ix_pledging_states_person_id"), "pledging_states", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_pledging_states_person_id"), table_name="pledging_states")
    op.drop_index(op.f("ix_pledging_states_champion_id"), table_name="pledging_states")
    op.drop_table("pledging_states")
    op.drop_index("pledge_reports_pledge", table_name="pledge_reports")
    op.drop_index(op.f("ix_pledge_reports_person_id"), table_name="pledge_reports")
    op.drop_table("pledge_reports")
    op.drop_index(op.f("ix_pledge_processes_process_id"), table_name="pledge_processes")
    op.drop_table("pledge_processes")
    op.drop_table("pledge_files")
    op.drop_index(op.f("ix_pledge_activities_activity_id"), table_name="pledge_activities")
    op.drop_table("pledge_activities")
    op.drop_index("pledges_updated_at", table_name="pledges")
    op.drop_index("pledges_title", table_name="pledges")
    op.drop_index("pledges_status", table_name="pledges")
    op.drop_index("pledges_sorted_on", table_name="pledges")
    op.drop_index("pledges_search", table_name="pledges", postgresql_using="gin")
    op.drop_index("pledges_objectives", table_name="pledges", postgresql_using="gin")
    op.drop_index("pledges_champion", table_name="pledges")
    op.drop_index(op.f("ix_pledges_matches_id"), table_name="pledges")
    op.drop_table("pledges")
