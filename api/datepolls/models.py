"""Date polls: champions are asked which of several dates suit them. Issue "Time picker": yes, if need be, no."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, false, func, text
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class DatePollStatus(StrEnum):
    """Where a date poll stands. Never stored: it follows from what is recorded and from the clock."""

    DRAFT = "draft"
    OPEN = "open"
    ENDED = "ended"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class DateAnswer(StrEnum):
    """What a champion says to a date."""

    YES = "yes"
    IF_NEED_BE = "if_need_be"
    NO = "no"


class DatePoll(Record, table=True):
    """A question to all champions: when to meet. Of a meeting whose date is open, or of one that is yet to be planned.

    Its deadline ends the answering with no job having to run. ``chosen_starts_at`` is one of its candidates.
    """

    __tablename__ = "date_polls"
    __table_args__ = (
        CheckConstraint("duration_minutes BETWEEN 5 AND 1440", name="date_poll_is_for_minutes_to_a_day"),
        CheckConstraint(
            "opened_at IS NULL OR deadline_at >= opened_at + interval '1 hour'", name="date_poll_leaves_an_hour"
        ),
        CheckConstraint("closed_at IS NULL OR opened_at IS NOT NULL", name="only_open_date_polls_close"),
        CheckConstraint("cancelled_at IS NULL OR closed_at IS NULL", name="cancelled_date_polls_are_not_closed"),
        CheckConstraint("chosen_starts_at IS NULL OR closed_at IS NOT NULL", name="who_chooses_a_date_closes_its_poll"),
        CheckConstraint(
            "(closed_at IS NULL OR chosen_starts_at IS NOT NULL OR ending_reason <> '') "
            "AND (cancelled_at IS NULL OR ending_reason <> '')",
            name="date_polls_without_a_date_say_why",
        ),
        Index("date_polls_deadline_at", "deadline_at", "id"),
        Index("date_polls_meeting_id", "meeting_id"),
        Index(
            "a_meeting_has_one_date_poll_at_a_time",
            "meeting_id",
            unique=True,
            postgresql_where=text("opened_at IS NOT NULL AND closed_at IS NULL AND cancelled_at IS NULL"),
        ),
    )

    title: str = Field(max_length=200)
    note: str = Field(default="", max_length=10_000)
    duration_minutes: int = 90
    time_zone: str = Field(default="UTC", max_length=64)
    deadline_at: datetime
    meeting_id: UUID | None = Field(default=None, foreign_key="meetings.id", ondelete="SET NULL")
    opened_at: datetime | None = None
    extended_from_at: datetime | None = None
    extension_reason: str = Field(default="", max_length=1000)
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None
    ending_reason: str = Field(default="", max_length=1000)
    ended_by_name: str = Field(default="", max_length=200)
    chosen_starts_at: datetime | None = None
    is_demonstration: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class DatePollCandidate(SQLModel, table=True):
    """A date that a poll asks about."""

    __tablename__ = "date_poll_candidates"
    __table_args__ = (
        UniqueConstraint("poll_id", "starts_at", name="a_date_poll_asks_about_a_date_once"),
        UniqueConstraint("poll_id", "id", name="date_poll_candidates_of_poll"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": func.uuidv7()})
    poll_id: UUID = Field(foreign_key="date_polls.id", ondelete="CASCADE")
    starts_at: datetime


class DatePollVoice(Record, table=True):
    """A champion's voice in a poll: one, whoever of its people gave it last. Its answers are in ``DatePollAnswer``."""

    __tablename__ = "date_poll_voices"
    __table_args__ = (
        UniqueConstraint("poll_id", "champion_id", name="a_champion_has_one_voice_in_a_date_poll"),
        UniqueConstraint("poll_id", "id", name="date_poll_voices_of_poll"),
    )

    poll_id: UUID = Field(foreign_key="date_polls.id", ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    is_on_behalf: bool = False
    given_at: datetime = Field(default_factory=clock.now)


class DatePollAnswer(SQLModel, table=True):
    """What a champion says to one date. Voice and date are of the same poll, by constraint."""

    __tablename__ = "date_poll_answers"
    __table_args__ = (
        ForeignKeyConstraint(
            ["poll_id", "voice_id"],
            ["date_poll_voices.poll_id", "date_poll_voices.id"],
            ondelete="CASCADE",
            name="date_poll_answers_voice",
        ),
        ForeignKeyConstraint(
            ["poll_id", "candidate_id"],
            ["date_poll_candidates.poll_id", "date_poll_candidates.id"],
            ondelete="CASCADE",
            name="date_poll_answers_candidate",
        ),
        Index("date_poll_answers_of_candidate", "candidate_id"),
    )

    voice_id: UUID = Field(primary_key=True)
    candidate_id: UUID = Field(primary_key=True)
    poll_id: UUID
    answer: DateAnswer = Field(sa_type=choice(DateAnswer))
    comment: str = Field(default="", max_length=300)


constraint_explanations.add(
    "date_poll_leaves_an_hour",
    "Leave champions at least an hour to answer: choose a later deadline.",
    pointer="/deadline_at",
)
constraint_explanations.add(
    "a_meeting_has_one_date_poll_at_a_time",
    "Another poll for this meeting is open, or waits for its date: close or cancel that one first.",
    pointer="/meeting_id",
)
