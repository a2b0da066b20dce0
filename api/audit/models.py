"""The audit trail: who did what, on whose behalf, when, what was before and after."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from api.platform import clock


class AuditEntry(SQLModel, table=True):
    """One write. Entries are only ever added; names are kept as they were."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index("audit_entries_at", "at", "id"),
        Index("audit_entries_record", "record_type", "record_id", "at"),
        Index("audit_entries_person", "person_id", "at"),
        Index("audit_entries_on_behalf_of", "on_behalf_of_id", "at"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    at: datetime = Field(default_factory=clock.now)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL")
    person_name: str = Field(max_length=200)
    on_behalf_of_id: UUID | None = Field(default=None, foreign_key="champions.id")
    action: str = Field(max_length=60, index=True)
    record_type: str = Field(max_length=40)
    record_id: UUID
    record_title: str = Field(max_length=300)
    reason: str = Field(default="", max_length=1000)
    before: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))
    after: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))
    request_id: str = Field(default="", max_length=64)
