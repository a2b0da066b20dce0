"""Add joint statements: versions, remarks, the silence procedure, sign-ons. What was said under silence is sealed."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_statements"
down_revision = "20261124_prepare_agendas"
branch_labels = None
depends_on = None


_KEPT = {
    "statement_versions": (
        "statement_id",
        "number",
        "language",
        "text",
        "note",
        "translates",
        "person_name",
        "written_at",
    ),
    "silence_rounds": ("statement_id", "version_id", "number", "opened_at", "until_at", "opened_by_name"),
    "silence_entries": ("round_id", "champion_id", "act", "reason", "given_at", "person_name", "is_on_behalf"),
}
"""Table → columns that are written once. Only whose account it was is left out: accounts may be deleted."""


def _seal() -> None:
    op.execute(
        """
        CREATE FUNCTION refuse_to_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is written once and kept', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$
        """
    )
    for table, columns in _KEPT.items():
        op.execute(
            f"CREATE TRIGGER {table}_are_kept BEFORE UPDATE OF {', '.join(columns)} ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_to_change()"
        )
    op.execute(
        "CREATE TRIGGER silence_rounds_are_sealed BEFORE UPDATE ON silence_rounds FOR EACH ROW"
        " WHEN (OLD.broken_at IS NOT NULL OR OLD.recalled_at IS NOT NULL) EXECUTE FUNCTION refuse_to_change()"
    )


def upgrade() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("purpose", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("process_id", sa.Uuid(), nullable=True),
        sa.Column("event", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("languages", postgresql.ARRAY(sa.String(length=2)), server_default="{}", nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("public", "members", "private", name="visibility", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("adopted_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("adopted_number", sa.Integer(), nullable=True),
        sa.Column("adoption_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("sign_on_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("delivered_by", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("recording", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("withdrawal_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint(
            "(adopted_at IS NULL) = (adopted_number IS NULL)", name="adopted_statements_name_their_text"
        ),
        sa.CheckConstraint("withdrawn_at IS NULL OR delivered_on IS NULL", name="delivered_statements_stay"),
        sa.ForeignKeyConstraint(["process_id"], ["processes.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statements_process_id"), "statements", ["process_id"], unique=False)
    op.create_index("statements_title", "statements", ["title", "id"], unique=False)
    op.create_index("statements_updated_at", "statements", ["updated_at", "id"], unique=False)
    op.create_table(
        "statement_drafters",
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement_id", "champion_id"),
    )
    op.create_index(op.f("ix_statement_drafters_champion_id"), "statement_drafters", ["champion_id"], unique=False)
    op.create_table(
        "statement_sign_ons",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("iso3", sqlmodel.sql.sqltypes.AutoString(length=3), nullable=True),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("signed_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.Column("withdrawn_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("withdrawal_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.CheckConstraint("(iso3 IS NULL) <> (name = '')", name="sign_ons_are_of_a_state_or_by_name"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statement_sign_ons_person_id"), "statement_sign_ons", ["person_id"], unique=False)
    op.create_index(
        "statement_sign_ons_once_a_name",
        "statement_sign_ons",
        ["statement_id", sa.literal_column("lower(name)")],
        unique=True,
        postgresql_where=sa.text("withdrawn_at IS NULL AND name <> ''"),
    )
    op.create_index(
        "statement_sign_ons_once_a_state",
        "statement_sign_ons",
        ["statement_id", "iso3"],
        unique=True,
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_table(
        "statement_versions",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "language",
            sa.Enum("ar", "zh", "en", "fr", "ru", "es", name="language", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=50000), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("translates", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("written_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.CheckConstraint("translates < number", name="statement_versions_translate_an_earlier_one"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["statement_id", "translates"],
            ["statement_versions.statement_id", "statement_versions.number"],
            name="statement_versions_translate_a_version",
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("statement_id", "number", name="statement_versions_are_numbered"),
    )
    op.create_index(op.f("ix_statement_versions_person_id"), "statement_versions", ["person_id"], unique=False)
    op.create_table(
        "silence_rounds",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("until_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("opened_by_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("broken_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("recalled_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("recall_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.CheckConstraint("broken_at >= opened_at AND broken_at < until_at", name="silence_is_broken_in_time"),
        sa.CheckConstraint("broken_at IS NULL OR recalled_at IS NULL", name="silence_ends_once"),
        sa.CheckConstraint("recalled_at >= opened_at AND recalled_at < until_at", name="silence_is_recalled_in_time"),
        sa.CheckConstraint("until_at > opened_at", name="silence_ends_after_it_begins"),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statements.id"],
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["statement_versions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("statement_id", "number", name="silence_rounds_are_numbered"),
    )
    op.create_index(op.f("ix_silence_rounds_version_id"), "silence_rounds", ["version_id"], unique=False)
    op.create_index("silence_rounds_until_at", "silence_rounds", ["until_at"], unique=False)
    op.create_table(
        "statement_remarks",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("version_id", sa.Uuid(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("quoted", sqlmodel.sql.sqltypes.AutoString(length=50000), nullable=False),
        sa.Column(
            "kind", sa.Enum("comment", "amendment", name="remarkkind", native_enum=False, length=40), nullable=False
        ),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("proposed", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column(
            "status",
            sa.Enum("open", "accepted", "declined", "withdrawn", name="remarkstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("answer", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("answered_by_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.CheckConstraint("kind <> 'amendment' OR proposed <> quoted", name="amendments_change_the_paragraph"),
        sa.CheckConstraint("kind <> 'comment' OR text <> ''", name="comments_have_words"),
        sa.CheckConstraint("status <> 'declined' OR answer <> ''", name="declined_remarks_say_why"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["version_id"], ["statement_versions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_statement_remarks_champion_id"), "statement_remarks", ["champion_id"], unique=False)
    op.create_index(op.f("ix_statement_remarks_person_id"), "statement_remarks", ["person_id"], unique=False)
    op.create_index("statement_remarks_statement", "statement_remarks", ["statement_id", "status"], unique=False)
    op.create_index("statement_remarks_version", "statement_remarks", ["version_id", "paragraph", "id"], unique=False)
    op.create_table(
        "silence_entries",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "act",
            sa.Enum("object", "ask_for_time", "join", name="silenceact", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("given_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("is_on_behalf", sa.Boolean(), nullable=False),
        sa.CheckConstraint("act = 'join' OR reason <> ''", name="silence_is_broken_with_a_reason"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["silence_rounds.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_silence_entries_champion_id"), "silence_entries", ["champion_id"], unique=False)
    op.create_index(op.f("ix_silence_entries_person_id"), "silence_entries", ["person_id"], unique=False)
    op.create_index("silence_entries_round", "silence_entries", ["round_id", "champion_id", "id"], unique=False)
    _seal()


def downgrade() -> None:
    op.drop_index("silence_entries_round", table_name="silence_entries")
    op.drop_index(op.f("ix_silence_entries_person_id"), table_name="silence_entries")
    op.drop_index(op.f("ix_silence_entries_champion_id"), table_name="silence_entries")
    op.drop_table("silence_entries")
    op.drop_index("statement_remarks_version", table_name="statement_remarks")
    op.drop_index("statement_remarks_statement", table_name="statement_remarks")
    op.drop_index(op.f("ix_statement_remarks_person_id"), table_name="statement_remarks")
    op.drop_index(op.f("ix_statement_remarks_champion_id"), table_name="statement_remarks")
    op.drop_table("statement_remarks")
    op.drop_index("silence_rounds_until_at", table_name="silence_rounds")
    op.drop_index(op.f("ix_silence_rounds_version_id"), table_name="silence_rounds")
    op.drop_table("silence_rounds")
    op.drop_index(op.f("ix_statement_versions_person_id"), table_name="statement_versions")
    op.drop_table("statement_versions")
    op.drop_index(
        "statement_sign_ons_once_a_state",
        table_name="statement_sign_ons",
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )
    op.drop_index(
        "statement_sign_ons_once_a_name",
        table_name="statement_sign_ons",
        postgresql_where=sa.text("withdrawn_at IS NULL AND name <> ''"),
    )
    op.drop_index(op.f("ix_statement_sign_ons_person_id"), table_name="statement_sign_ons")
    op.drop_table("statement_sign_ons")
    op.drop_index(op.f("ix_statement_drafters_champion_id"), table_name="statement_drafters")
    op.drop_table("statement_drafters")
    op.drop_index("statements_updated_at", table_name="statements")
    op.drop_index("statements_title", table_name="statements")
    op.drop_index(op.f("ix_statements_process_id"), table_name="statements")
    op.drop_table("statements")
    op.execute("DROP FUNCTION refuse_to_change")
