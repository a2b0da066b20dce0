"""Add the capacity-building mechanism: joint programmes, calls, advocacy, and what the Network makes."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_the_mechanism"
down_revision = "20261124_tell_more_activities"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fund_calls",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("closes_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=True),
        sa.Column("time_zone", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column(
            "falls_at",
            sqlmodel.sql.sqltypes.UTCDateTime(),
            sa.Computed("coalesce(closes_at, (closes_on + 1)::timestamp AT TIME ZONE 'UTC')", persisted=True),
            nullable=False,
        ),
        sa.Column("link", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.CheckConstraint(
            "(closes_on IS NULL) <> (closes_at IS NULL)", name="fund_call_closes_on_a_day_or_at_an_instant"
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("fund_calls_falls_at", "fund_calls", ["falls_at", "id"], unique=False)
    op.create_table(
        "network_tools",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("summary", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("workplan", "guidance", "tool", name="toolkind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "stage",
            sa.Enum("in_development", "in_test", "in_use", name="toolstage", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("objectives", postgresql.ARRAY(sa.SmallInteger()), server_default="{}", nullable=False),
        sa.Column("link", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("network_tools_title", "network_tools", ["title", "id"], unique=False)
    op.create_table(
        "fund_advocacy",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=True),
        sa.Column(
            "visibility",
            sa.Enum("public", "members", "private", name="visibility", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("link", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("fund_advocacy_done_on", "fund_advocacy", ["done_on", "id"], unique=False)
    op.create_index(op.f("ix_fund_advocacy_champion_id"), "fund_advocacy", ["champion_id"], unique=False)
    op.create_table(
        "joint_programmes",
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence", sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40), nullable=True
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("summary", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=True),
        sa.Column(
            "stage",
            sa.Enum(
                "proposed",
                "in_pipeline",
                "approved",
                "under_way",
                "completed",
                name="programmestage",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "visibility",
            sa.Enum("public", "members", "private", name="visibility", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("countries", postgresql.ARRAY(sa.String(length=3)), server_default="{}", nullable=False),
        sa.Column("objectives", postgresql.ARRAY(sa.SmallInteger()), server_default="{}", nullable=False),
        sa.Column("amount_usd", sa.BigInteger(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("link", sqlmodel.sql.sqltypes.AutoString(length=500), nullable=False),
        sa.CheckConstraint("amount_usd > 0", name="programme_amounts_are_positive"),
        sa.CheckConstraint("ends_on >= starts_on", name="programme_ends_after_it_starts"),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_joint_programmes_champion_id"), "joint_programmes", ["champion_id"], unique=False)
    op.create_index("joint_programmes_title", "joint_programmes", ["title", "id"], unique=False)
    op.create_table(
        "network_tool_supports",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("tool_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("part", sa.Enum("supports", "tests", name="toolpart", native_enum=False, length=40), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("feedback", sqlmodel.sql.sqltypes.AutoString(length=10000), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["tool_id"], ["network_tools.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        op.f("ix_network_tool_supports_champion_id"), "network_tool_supports", ["champion_id"], unique=False
    )
    op.create_index(
        "network_tool_supports_once_a_champion", "network_tool_supports", ["tool_id", "champion_id"], unique=True
    )
    op.create_table(
        "joint_programme_champions",
        sa.Column("programme_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column(
            "part",
            sa.Enum("fund", "host", "propose", name="programmepart", native_enum=False, length=40),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["champion_id"],
            ["champions.id"],
        ),
        sa.ForeignKeyConstraint(["programme_id"], ["joint_programmes.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("programme_id", "champion_id", "part"),
    )
    op.create_index(
        op.f("ix_joint_programme_champions_champion_id"), "joint_programme_champions", ["champion_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_joint_programme_champions_champion_id"), table_name="joint_programme_champions")
    op.drop_table("joint_programme_champions")
    op.drop_index("network_tool_supports_once_a_champion", table_name="network_tool_supports")
    op.drop_index(op.f("ix_network_tool_supports_champion_id"), table_name="network_tool_supports")
    op.drop_table("network_tool_supports")
    op.drop_index("joint_programmes_title", table_name="joint_programmes")
    op.drop_index(op.f("ix_joint_programmes_champion_id"), table_name="joint_programmes")
    op.drop_table("joint_programmes")
    op.drop_index(op.f("ix_fund_advocacy_champion_id"), table_name="fund_advocacy")
    op.drop_index("fund_advocacy_done_on", table_name="fund_advocacy")
    op.drop_table("fund_advocacy")
    op.drop_index("network_tools_title", table_name="network_tools")
    op.drop_table("network_tools")
    op.drop_index("fund_calls_falls_at", table_name="fund_calls")
    op.drop_table("fund_calls")
