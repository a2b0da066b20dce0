"""Whether a champion comes to a meeting, and whether it came."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class Answer(StrEnum):
    """What a champion answers to an invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"


class AnsweredVia(StrEnum):
    """The way an answer came in."""

    APP = "app"
    LINK = "link"
    CALENDAR = "calendar"


class Attendance(Record, table=True):
    """One champion at one meeting: it speaks with one voice, so the last answer counts, with the name of who gave it.

    ``for_starts_at`` is the time that was answered to: once the meeting has moved, the answer counts no longer.
    """

    __tablename__ = "attendances"
    __table_args__ = (
        UniqueConstraint("meeting_id", "champion_id", name="a_champion_answers_once"),
        CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (for_starts_at IS NULL)",
            name="answers_have_a_time",
        ),
        CheckConstraint("(was_present IS NULL) = (taken_at IS NULL)", name="attendance_is_taken_at_a_time"),
        CheckConstraint("was_present OR delegates_present = '{}'", name="delegates_of_who_was_present"),
        Index("attendances_champion", "champion_id"),
    )

    meeting_id: UUID = Field(foreign_key="meetings.id", ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id")
    answer: Answer | None = Field(default=None, sa_type=choice(Answer))
    answered_at: datetime | None = None
    answered_by_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    answered_by_name: str = Field(default="", max_length=200)
    answered_via: AnsweredVia = Field(default=AnsweredVia.APP, sa_type=choice(AnsweredVia))
    is_on_behalf: bool = False
    for_starts_at: datetime | None = None
    delegates: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(200)), nullable=False, server_default="{}")
    )
    substitute: str = Field(default="", max_length=200)
    note: str = Field(default="", max_length=1000)
    was_present: bool | None = None
    delegates_present: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(200)), nullable=False, server_default="{}")
    )
    taken_at: datetime | None = None


constraint_explanations.add(
    "a_champion_answers_once", "Somebody answered for this champion at the same moment. Look at the answer first."
)
constraint_explanations.add(
    "delegates_of_who_was_present",
    "Name delegates only of a champion that was present.",
    pointer="/delegates",
)
