"""Minutes by agenda item with every version that was saved, corrections to them, decisions, and standard phrases.

Whether the minutes are a draft, circulated or adopted is never stored here: it follows from the meeting's own status, so
that the two cannot disagree.
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, choice
from api.platform.search import searched


class MinutesStatus(StrEnum):
    """Where the minutes of a meeting stand. Never stored: it follows from the meeting."""

    DRAFT = "draft"
    CIRCULATED = "circulated"
    ADOPTED = "adopted"
    """By adoption the text is locked."""
    CLOSED = "closed"
    """The meeting was closed without minutes; what there is, is locked."""


class CorrectionStatus(StrEnum):
    """Where a proposed correction stands."""

    PROPOSED = "proposed"
    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class VersionOrigin(StrEnum):
    """How a version of a text came about."""

    WRITTEN = "written"
    CORRECTION = "correction"
    RESTORED = "restored"


class Minutes(Record, table=True):
    """The minutes of one meeting, whose key they share. There is a row once somebody has moved or written something."""

    __tablename__ = "minutes"
    __table_args__ = (
        ForeignKeyConstraint(["id"], ["meetings.id"], name="minutes_meeting_fkey"),
        CheckConstraint(
            "(circulated_at IS NULL) = (corrections_until IS NULL)", name="circulated_minutes_take_corrections_until"
        ),
        Index("minutes_corrections_until", "corrections_until"),
    )

    circulated_at: datetime | None = None
    corrections_until: datetime | None = None
    adopted_at: datetime | None = None


class MinutesText(Record, table=True):
    """What the minutes say on one agenda item, whose key it shares.

    ``@KEN`` marks a champion. Only those in ``named`` asked to be named; readers see the others as "a champion".
    """

    __tablename__ = "minutes_texts"
    __table_args__ = (
        ForeignKeyConstraint(["id"], ["agenda_items.id"], name="minutes_texts_agenda_item_fkey"),
        Index("minutes_texts_meeting", "meeting_id"),
    )

    meeting_id: UUID = Field(foreign_key="meetings.id")
    text: str = Field(default="", sa_type=Text)
    named: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    version: int = 0
    saved_at: datetime | None = None
    saved_by: str = Field(default="", max_length=200)


class MinutesVersion(SQLModel, table=True):
    """A text as it was saved once. Never changed."""

    __tablename__ = "minutes_versions"

    agenda_item_id: UUID = Field(foreign_key="minutes_texts.id", primary_key=True)
    number: int = Field(primary_key=True)
    text: str = Field(sa_type=Text)
    origin: VersionOrigin = Field(default=VersionOrigin.WRITTEN, sa_type=choice(VersionOrigin))
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(default="", max_length=200)
    saved_at: datetime = Field(default_factory=clock.now)


class MinutesCorrection(Record, table=True):
    """The text that a champion wants on an item instead of version ``base_version``, and why."""

    __tablename__ = "minutes_corrections"
    __table_args__ = (
        CheckConstraint("status <> 'declined' OR decision_reason <> ''", name="declined_corrections_say_why"),
        Index("minutes_corrections_meeting", "meeting_id", "status"),
        Index("minutes_corrections_item", "agenda_item_id"),
    )

    meeting_id: UUID = Field(foreign_key="meetings.id")
    agenda_item_id: UUID = Field(foreign_key="agenda_items.id")
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(default="", max_length=200)
    base_version: int
    text: str = Field(sa_type=Text)
    why: str = Field(max_length=2000)
    status: CorrectionStatus = Field(default=CorrectionStatus.PROPOSED, sa_type=choice(CorrectionStatus))
    decision_reason: str = Field(default="", max_length=1000)
    decided_at: datetime | None = None
    decided_by: str = Field(default="", max_length=200)


class Decision(Record, Provenance, table=True):
    """Something that a meeting decided. It may take up a workplan item or an activity."""

    __tablename__ = "decisions"
    __table_args__ = (
        UniqueConstraint("meeting_id", "number", name="decisions_are_numbered_within_the_meeting"),
        Index("decisions_number", "number", "id"),
        Index("decisions_created_at", "created_at", "id"),
        Index("decisions_agenda_item", "agenda_item_id"),
        Index("decisions_search", "search", postgresql_using="gin"),
    )

    meeting_id: UUID = Field(foreign_key="meetings.id")
    agenda_item_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="SET NULL")
    number: int
    text: str = Field(max_length=2000)
    is_public: bool = False
    workplan_item_id: UUID | None = Field(
        default=None, foreign_key="workplan_items.id", ondelete="SET NULL", index=True
    )
    activity_id: UUID | None = Field(default=None, foreign_key="activities.id", ondelete="SET NULL", index=True)
    search: str | None = Field(default=None, sa_column=searched({"D": "text"}))


class MinutesPhrase(Record, table=True):
    """A standard phrase of the minutes, ready to be put in by whoever writes them."""

    __tablename__ = "minutes_phrases"
    __table_args__ = (UniqueConstraint("language", "text", name="minutes_phrases_are_told_once"),)

    language: Language = Field(sa_type=choice(Language))
    text: str = Field(max_length=500)


constraint_explanations.add("minutes_phrases_are_told_once", "This phrase is in the library already.", pointer="/text")
for _held_by in ("minutes_meeting_fkey", "minutes_texts_agenda_item_fkey", "decisions_meeting_id_fkey"):
    constraint_explanations.add(_held_by, "There are minutes or decisions of this meeting: cancel it instead.")
