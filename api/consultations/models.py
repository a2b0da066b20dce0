"""Consultations: the co-chairs ask all champions, by a deadline. Discussion note, "Working arrangements": "in consultation
with all Champions"."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, false, func
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class ConsultationAbout(StrEnum):
    """What champions are asked about."""

    AGENDA = "agenda"
    WORKPLAN = "workplan"
    DATE = "date"
    OTHER = "other"


class ConsultationStatus(StrEnum):
    """Where a consultation stands. Never stored: it follows from what is recorded and from the clock."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    CONCLUDED = "concluded"
    WITHDRAWN = "withdrawn"


class AnswerKind(StrEnum):
    """What a champion says to a proposal."""

    AGREE = "agree"
    COMMENT = "comment"
    OBJECT = "object"


class Outcome(StrEnum):
    """What the co-chairs take from the answers."""

    AGREED = "agreed"
    AGREED_WITH_CHANGES = "agreed_with_changes"
    NOT_AGREED = "not_agreed"
    TO_BE_DISCUSSED = "to_be_discussed"


class Consultation(Record, table=True):
    """A proposal to all champions. Its deadline closes it with no job having to run."""

    __tablename__ = "consultations"
    __table_args__ = (
        CheckConstraint(
            "opened_at IS NULL OR deadline_at >= opened_at + interval '1 hour'", name="consultation_leaves_an_hour"
        ),
        CheckConstraint("closed_at IS NULL OR opened_at IS NOT NULL", name="only_open_consultations_close"),
        CheckConstraint("withdrawn_at IS NULL OR concluded_at IS NULL", name="withdrawn_consultations_have_no_result"),
        CheckConstraint("(concluded_at IS NULL) = (outcome IS NULL)", name="concluded_consultations_say_how"),
        Index("consultations_deadline_at", "deadline_at", "id"),
        Index("consultations_opened_at", "opened_at"),
    )

    about: ConsultationAbout = Field(default=ConsultationAbout.OTHER, sa_type=choice(ConsultationAbout))
    title: str = Field(max_length=200)
    text: str = Field(default="", max_length=10_000)
    deadline_at: datetime
    meeting_id: UUID | None = Field(default=None, foreign_key="meetings.id", ondelete="SET NULL", index=True)
    workplan_item_id: UUID | None = Field(
        default=None, foreign_key="workplan_items.id", ondelete="SET NULL", index=True
    )
    opened_at: datetime | None = None
    extended_from_at: datetime | None = None
    extension_reason: str = Field(default="", max_length=1000)
    closed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    ending_reason: str = Field(default="", max_length=1000)
    outcome: Outcome | None = Field(default=None, sa_type=choice(Outcome))
    result: str = Field(default="", max_length=10_000)
    concluded_at: datetime | None = None
    concluded_by_name: str = Field(default="", max_length=200)
    is_demonstration: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class ConsultationAnswer(SQLModel, table=True):
    """What somebody answered for a champion. Kept for good: the champion's last one is in force."""

    __tablename__ = "consultation_answers"
    __table_args__ = (
        CheckConstraint("answer = 'agree' OR text <> ''", name="comments_and_objections_have_words"),
        Index("consultation_answers_in_force", "consultation_id", "champion_id", "id"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": func.uuidv7()})
    consultation_id: UUID = Field(foreign_key="consultations.id", ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    answer: AnswerKind = Field(sa_type=choice(AnswerKind))
    text: str = Field(default="", max_length=10_000)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    is_on_behalf: bool = False
    given_at: datetime = Field(default_factory=clock.now)


constraint_explanations.add(
    "consultation_leaves_an_hour",
    "Leave champions at least an hour to answer: choose a later deadline.",
    pointer="/deadline_at",
)
constraint_explanations.add(
    "comments_and_objections_have_words", "Say what the comment or the objection is.", pointer="/text"
)
