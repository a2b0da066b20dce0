"""Documents of a meeting, and the files in which each is had."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger
from sqlmodel import Field

from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import FileFields, Provenance, Record, choice


class DocumentVisibility(StrEnum):
    """Who, of those who see the meeting, sees the document."""

    MEMBERS = "members"
    OBSERVERS = "observers"
    PUBLIC = "public"


class DocumentStatus(StrEnum):
    """Whether the document counts."""

    SHARED = "shared"
    WITHDRAWN = "withdrawn"


class Document(Record, Provenance, table=True):
    """A document of a meeting; its files are versions of it in one or more languages."""

    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("position >= 1", name="documents_are_counted_from_one"),
        Index("documents_meeting", "meeting_id", "position", "id"),
    )

    meeting_id: UUID = Field(foreign_key="meetings.id", ondelete="CASCADE")
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="SET NULL", index=True)
    title: str = Field(max_length=200)
    position: int = Field(sa_type=SmallInteger)
    visibility: DocumentVisibility = Field(default=DocumentVisibility.MEMBERS, sa_type=choice(DocumentVisibility))
    status: DocumentStatus = Field(default=DocumentStatus.SHARED, sa_type=choice(DocumentStatus))
    status_reason: str = Field(default="", max_length=1000)
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)


class DocumentFile(Record, FileFields, table=True):
    """One version of a document in one language. It never changes: a correction is the next version."""

    __tablename__ = "document_files"
    __table_args__ = (
        CheckConstraint("size > 0", name="document_file_is_not_empty"),
        Index("document_files_version", "document_id", "language", "number", unique=True),
    )

    document_id: UUID = Field(foreign_key="documents.id", ondelete="CASCADE")
    language: Language = Field(sa_type=choice(Language))
    number: int = Field(sa_type=SmallInteger)
    note: str = Field(default="", max_length=300)
    storage_key: str = Field(max_length=100, unique=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(default="", max_length=200)


constraint_explanations.add(
    "document_files_version", "Somebody added a version at the same moment. Read the document again.", pointer="/file"
)
