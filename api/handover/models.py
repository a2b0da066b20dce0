"""The note that an outgoing pair leaves; the rest of a handover brief is the record itself."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from api.platform.records import Record


class HandoverNote(Record, table=True):
    """What the pair of a term, whose key it shares, wants the next to know. There is a row once somebody wrote something."""

    __tablename__ = "handover_notes"
    __table_args__ = (
        ForeignKeyConstraint(["id"], ["cochair_terms.id"], name="handover_notes_term_fkey", ondelete="CASCADE"),
    )

    text: str = Field(default="", max_length=20_000)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(default="", max_length=200)
