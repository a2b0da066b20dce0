"""Add the room of a meeting, its speakers' list, and the live events that tell of it."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "20261124_add_the_meeting_room"
down_revision = "20261124_add_consultations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _live_events()
    _rooms()
    _speakers()


def _instant(name: str, *, nullable: bool = False) -> sa.Column:
    return sa.Column(name, sqlmodel.sql.sqltypes.UTCDateTime(), nullable=nullable)


def _choice(name: str, kind: str, *members: str) -> sa.Column:
    return sa.Column(name, sa.Enum(*members, name=kind, native_enum=False, length=40), nullable=False)


def _live_events() -> None:
    op.create_table(
        "live_topics",
        sa.Column("topic", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("last_number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("topic"),
    )
    op.create_table(
        "live_events",
        sa.Column("topic", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("body", JSONB(), nullable=False),
        _instant("at"),
        sa.PrimaryKeyConstraint("topic", "number"),
    )
    op.create_index(op.f("ix_live_events_at"), "live_events", ["at"], unique=False)


def _rooms() -> None:
    op.create_table(
        "meeting_rooms",
        sa.Column("revision", sa.Integer(), nullable=False),
        _instant("created_at"),
        _instant("updated_at"),
        sa.Column("id", sa.Uuid(), nullable=False),
        _choice("status", "roomstatus", "not_open", "running", "paused", "ended"),
        _instant("opened_at"),
        _instant("ended_at", nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        _instant("runs_since", nullable=True),
        sa.CheckConstraint("status = 'running' OR runs_since IS NULL", name="clock_runs_only_in_a_running_room"),
        sa.CheckConstraint("(status = 'ended') = (ended_at IS NOT NULL)", name="ended_rooms_say_when"),
        sa.ForeignKeyConstraint(["id"], ["meetings.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_meeting_rooms_item_id"), "meeting_rooms", ["item_id"], unique=False)
    op.create_table(
        "meeting_room_items",
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        _instant("reached_at"),
        _instant("left_at", nullable=True),
        sa.Column("spent", sa.Interval(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["room_id"], ["meeting_rooms.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("room_id", "item_id"),
    )
    op.create_index(op.f("ix_meeting_room_items_item_id"), "meeting_room_items", ["item_id"], unique=False)


def _speakers() -> None:
    op.create_table(
        "speakers",
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        _instant("created_at"),
        _instant("updated_at"),
        sa.Column("room_id", sa.Uuid(), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        _choice("status", "speakerstatus", "waiting", "speaking", "spoke", "withdrawn", "removed"),
        sa.Column("position", sa.SmallInteger(), nullable=True),
        _instant("began_at", nullable=True),
        _instant("ended_at", nullable=True),
        sa.Column("spoke", sa.Interval(), nullable=False),
        _instant("runs_since", nullable=True),
        sa.CheckConstraint("(status = 'waiting') = (position IS NOT NULL)", name="waiting_speakers_have_a_position"),
        sa.CheckConstraint("status = 'speaking' OR runs_since IS NULL", name="clock_runs_only_for_who_speaks"),
        sa.ForeignKeyConstraint(["room_id"], ["meeting_rooms.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["item_id"], ["agenda_items.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("champion_id", "person_id", "item_id"):
        op.create_index(op.f(f"ix_speakers_{column}"), "speakers", [column], unique=False)
    op.create_index("speakers_room", "speakers", ["room_id", "created_at"], unique=False)
    op.create_index(
        "speakers_one_open_request_a_champion",
        "speakers",
        ["room_id", "champion_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('waiting', 'speaking')"),
    )
    op.create_index(
        "speakers_one_at_a_time",
        "speakers",
        ["room_id"],
        unique=True,
        postgresql_where=sa.text("status = 'speaking'"),
    )


def downgrade() -> None:
    for table in ("speakers", "meeting_room_items", "meeting_rooms", "live_events", "live_topics"):
        op.drop_table(table)
