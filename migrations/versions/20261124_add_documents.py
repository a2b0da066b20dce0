"""Add uploads, documents of meetings and their files."""

import sqlalchemy as sa
import sqlmodel
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261124_add_documents"
down_revision = "20261124_add_cochair_seats"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "uploads",
        *_record(),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("parts", postgresql.ARRAY(sa.String(length=100)), server_default="{}", nullable=False),
        sa.CheckConstraint("received BETWEEN 0 AND length", name="upload_receives_no_more_than_its_length"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_uploads_person_id"), "uploads", ["person_id"], unique=False)
    op.create_table(
        "documents",
        *_record(),
        sa.Column("source", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=True),
        sa.Column(
            "confidence",
            sa.Enum("read", "recalled", name="confidence", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("is_demonstration", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("agenda_item_id", sa.Uuid(), nullable=True),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column(
            "visibility",
            sa.Enum("members", "observers", "public", name="documentvisibility", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum("shared", "withdrawn", name="documentstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("status_reason", sqlmodel.sql.sqltypes.AutoString(length=1000), nullable=False),
        sa.Column("champion_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("position >= 1", name="documents_are_counted_from_one"),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_items.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["champion_id"], ["champions.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meetings.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("documents_meeting", "documents", ["meeting_id", "position", "id"], unique=False)
    op.create_index(op.f("ix_documents_agenda_item_id"), "documents", ["agenda_item_id"], unique=False)
    op.create_index(op.f("ix_documents_champion_id"), "documents", ["champion_id"], unique=False)
    op.create_table(
        "document_files",
        *_record(),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column(
            "language",
            sa.Enum("ar", "zh", "en", "fr", "ru", "es", name="language", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("note", sqlmodel.sql.sqltypes.AutoString(length=300), nullable=False),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("media_type", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("storage_key", sqlmodel.sql.sqltypes.AutoString(length=100), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("person_name", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.CheckConstraint("size > 0", name="document_file_is_not_empty"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("storage_key"),
    )
    op.create_index("document_files_version", "document_files", ["document_id", "language", "number"], unique=True)
    op.create_index(op.f("ix_document_files_person_id"), "document_files", ["person_id"], unique=False)


def downgrade() -> None:
    for name in ("document_files", "documents", "uploads"):
        op.drop_table(name)


def _record() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Uuid(), server_default=sa.text("uuidv7()"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("updated_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    )
