"""What champions seek and offer, whom they wrote to because of it and what came of that, and what they set aside."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from api.collaboration.kinds import ContactOutcome, NeedKind
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice

_DEMONSTRATION = {"server_default": text("false")}


class CollaborationNeed(Record, table=True):
    """What a champion seeks or offers for an objective, in a sentence."""

    __tablename__ = "collaboration_needs"
    __table_args__ = (
        CheckConstraint("objective BETWEEN 1 AND 23", name="need_is_of_an_objective"),
        UniqueConstraint("champion_id", "kind", "objective", "sentence", name="need_is_said_once"),
        Index("collaboration_needs_created_at", "created_at", "id"),
        Index("collaboration_needs_objective", "objective", "created_at"),
    )

    champion_id: UUID = Field(foreign_key="champions.id")
    kind: NeedKind = Field(sa_type=choice(NeedKind))
    objective: int
    sentence: str = Field(max_length=300)
    is_demonstration: bool = Field(default=False, sa_column_kwargs=_DEMONSTRATION)


class CollaborationDismissal(Record, table=True):
    """A suggestion that a champion has set aside: with whom, and which reasons it knew then (``rules.Reason.key``)."""

    __tablename__ = "collaboration_dismissals"
    __table_args__ = (
        UniqueConstraint("champion_id", "other_id", name="suggestion_is_dismissed_once"),
        CheckConstraint("champion_id <> other_id", name="dismissal_is_of_another"),
    )

    champion_id: UUID = Field(foreign_key="champions.id")
    other_id: UUID = Field(foreign_key="champions.id", index=True)
    known: list[str] = Field(default_factory=list, sa_column=Column(ARRAY(String), nullable=False))
    reason: str = Field(default="", max_length=1000)
    person_name: str = Field(max_length=200)
    is_demonstration: bool = Field(default=False, sa_column_kwargs=_DEMONSTRATION)


class CollaborationContact(Record, table=True):
    """A letter to another champion's people, and what came of it.

    ``activity_title`` stays where the activity that came of it is deleted.
    """

    __tablename__ = "collaboration_contacts"
    __table_args__ = (
        CheckConstraint("champion_id <> other_id", name="contact_is_with_another"),
        CheckConstraint("(outcome IS NULL) = (answered_at IS NULL)", name="contact_is_answered_once_it_says_when"),
        CheckConstraint(
            "outcome IS DISTINCT FROM 'activity' OR activity_title <> ''", name="contact_names_its_activity"
        ),
        CheckConstraint("activity_id IS NULL OR outcome = 'activity'", name="contact_has_an_activity_that_came_of_it"),
        Index(
            "contact_is_open_once",
            "champion_id",
            "other_id",
            unique=True,
            postgresql_where=text("outcome IS NULL OR outcome = 'talking'"),
        ),
        Index("collaboration_contacts_written_at", "written_at", "id"),
    )

    champion_id: UUID = Field(foreign_key="champions.id")
    other_id: UUID = Field(foreign_key="champions.id", index=True)
    subject: str = Field(max_length=200)
    text: str = Field(max_length=10_000)
    written_at: datetime
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    asked_at: datetime | None = None
    outcome: ContactOutcome | None = Field(default=None, sa_type=choice(ContactOutcome))
    outcome_note: str = Field(default="", max_length=1000)
    activity_id: UUID | None = Field(default=None, foreign_key="activities.id", ondelete="SET NULL", index=True)
    activity_title: str = Field(default="", max_length=200)
    answered_at: datetime | None = None
    is_demonstration: bool = Field(default=False, sa_column_kwargs=_DEMONSTRATION)


constraint_explanations.add(
    "need_is_said_once",
    "Your champion has said this already. Take the one before back, or say more.",
    pointer="/sentence",
)
constraint_explanations.add(
    "suggestion_is_dismissed_once",
    "This suggestion is set aside already: read the suggestions again.",
    pointer="/other",
)
constraint_explanations.add(
    "contact_is_open_once",
    "You have written to this champion already. Say first what came of it, or go on by mail.",
    pointer="/other",
)
