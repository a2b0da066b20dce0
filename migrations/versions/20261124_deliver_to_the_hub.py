"""Deliver practices to the Migration Network Hub: outbox, attempts, circuit, messages, comparisons."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "20261124_deliver_to_the_hub"
down_revision = "20261124_add_registrations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and the one row of the circuit."""
    op.create_table(
        "hub_callbacks",
        sa.Column("webhook_id", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("received_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("webhook_id"),
    )
    op.create_index(op.f("ix_hub_callbacks_received_at"), "hub_callbacks", ["received_at"], unique=False)
    op.create_table(
        "hub_circuit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("trips", sa.Integer(), nullable=False),
        sa.Column("paused_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.CheckConstraint("id = 1", name="there_is_one_hub"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "hub_reconciliations",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("running", "done", "failed", name="reconciliationstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("finished_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.CheckConstraint("(state = 'running') = (finished_at IS NULL)", name="hub_reconciliations_say_when"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("hub_reconciliations_created", "hub_reconciliations", ["created_at"], unique=False)
    op.create_index(
        "hub_reconciliations_one_runs",
        "hub_reconciliations",
        ["state"],
        unique=True,
        postgresql_where=sa.text("state = 'running'"),
    )
    op.create_table(
        "hub_deliveries",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("sequence", sa.Integer(), sa.Identity(always=True), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("publication", "withdrawal", name="deliverykind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "queued",
                "delivered",
                "superseded",
                "given_up",
                "skipped",
                name="deliverystate",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("due_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("leased_until", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("takes", sa.Integer(), nullable=False),
        sa.Column("checks", sa.Integer(), nullable=False),
        sa.Column("delivered_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column(
            "hub_status",
            sa.Enum("accepted", "published", "refused", "withdrawn", name="hubstatus", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("hub_said_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("hub_words", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.Column("hub_link", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.Column("skip_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.CheckConstraint("(state = 'delivered') = (delivered_at IS NOT NULL)", name="hub_deliveries_say_when"),
        sa.CheckConstraint("(state = 'skipped') = (skip_reason <> '')", name="skipped_hub_deliveries_say_why"),
        sa.CheckConstraint("state <> 'queued' OR due_at IS NOT NULL", name="queued_hub_deliveries_are_due"),
        sa.CheckConstraint("(hub_status IS NULL) = (hub_said_at IS NULL)", name="the_hub_says_when"),
        sa.CheckConstraint("leased_until IS NULL OR due_at IS NOT NULL", name="only_due_hub_deliveries_are_leased"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("hub_deliveries_created", "hub_deliveries", ["created_at", "id"], unique=False)
    op.create_index(
        "hub_deliveries_due",
        "hub_deliveries",
        ["due_at", "sequence"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index("hub_deliveries_hub_status", "hub_deliveries", ["hub_status", "created_at", "id"], unique=False)
    op.create_index(
        "hub_deliveries_one_on_its_way",
        "hub_deliveries",
        ["practice_id"],
        unique=True,
        postgresql_where=sa.text("leased_until IS NOT NULL"),
    )
    op.create_index(
        "hub_deliveries_one_waits",
        "hub_deliveries",
        ["practice_id"],
        unique=True,
        postgresql_where=sa.text("state = 'queued' AND leased_until IS NULL"),
    )
    op.create_index("hub_deliveries_practice", "hub_deliveries", ["practice_id", "sequence"], unique=False)
    op.create_index("hub_deliveries_sequence", "hub_deliveries", ["sequence"], unique=True)
    op.create_index("hub_deliveries_state", "hub_deliveries", ["state", "created_at", "id"], unique=False)
    op.create_table(
        "hub_attempts",
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "taken",
                "refused",
                "busy",
                "not_let_in",
                "failed",
                "unreachable",
                "unreadable",
                "not_kept",
                name="attemptoutcome",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("http_status", sa.Integer(), nullable=True),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(length=2000), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["hub_deliveries.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("delivery_id", "number"),
    )
    op.create_table(
        "hub_findings",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("reconciliation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("missing", "older", "differing", "extra", name="findingkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("is_ours", sa.Boolean(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("our_version", sa.Integer(), nullable=True),
        sa.Column("hub_version", sa.Integer(), nullable=True),
        sa.Column("fields", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("delivery_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["delivery_id"], ["hub_deliveries.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["reconciliation_id"], ["hub_reconciliations.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("hub_findings_title", "hub_findings", ["reconciliation_id", "title", "id"], unique=False)
    op.execute("INSERT INTO hub_circuit (id, failures, trips, words) VALUES (1, 0, 0, '')")


def downgrade() -> None:
    """Remove them."""
    op.drop_table("hub_findings")
    op.drop_table("hub_attempts")
    op.drop_table("hub_deliveries")
    op.drop_table("hub_reconciliations")
    op.drop_table("hub_circuit")
    op.drop_table("hub_callbacks")
