"""The room of a meeting while it is held: what it is at, the clock, who asked for the floor."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Interval, SmallInteger, text
from sqlmodel import Field, SQLModel

from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class RoomStatus(StrEnum):
    """Where the room stands. One that has not opened has no row."""

    NOT_OPEN = "not_open"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class SpeakerStatus(StrEnum):
    """Where a request for the floor stands."""

    WAITING = "waiting"
    SPEAKING = "speaking"
    SPOKE = "spoke"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"


class MeetingRoom(Record, table=True):
    """The room of a meeting; its key is the meeting's. The clock of the current item runs from ``runs_since``."""

    __tablename__ = "meeting_rooms"
    __table_args__ = (
        CheckConstraint("status = 'running' OR runs_since IS NULL", name="clock_runs_only_in_a_running_room"),
        CheckConstraint("(status = 'ended') = (ended_at IS NOT NULL)", name="ended_rooms_say_when"),
    )

    id: UUID = Field(primary_key=True, foreign_key="meetings.id", ondelete="CASCADE")
    status: RoomStatus = Field(sa_type=choice(RoomStatus))
    opened_at: datetime
    ended_at: datetime | None = None
    item_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="SET NULL", index=True)
    runs_since: datetime | None = None


class RoomItem(SQLModel, table=True):
    """An agenda item that was reached, and the time spent on it until its clock last stopped."""

    __tablename__ = "meeting_room_items"

    room_id: UUID = Field(primary_key=True, foreign_key="meeting_rooms.id", ondelete="CASCADE")
    item_id: UUID = Field(primary_key=True, foreign_key="agenda_items.id", ondelete="CASCADE", index=True)
    reached_at: datetime
    left_at: datetime | None = None
    spent: timedelta = Field(default=timedelta(), sa_type=Interval)


class Speaker(Record, table=True):
    """A champion's request for the floor, and the time it spoke until its clock last stopped."""

    __tablename__ = "speakers"
    __table_args__ = (
        CheckConstraint("(status = 'waiting') = (position IS NOT NULL)", name="waiting_speakers_have_a_position"),
        CheckConstraint("status = 'speaking' OR runs_since IS NULL", name="clock_runs_only_for_who_speaks"),
        Index(
            "speakers_one_open_request_a_champion",
            "room_id",
            "champion_id",
            unique=True,
            postgresql_where=text("status IN ('waiting', 'speaking')"),
        ),
        Index("speakers_one_at_a_time", "room_id", unique=True, postgresql_where=text("status = 'speaking'")),
        Index("speakers_room", "room_id", "created_at"),
    )

    room_id: UUID = Field(foreign_key="meeting_rooms.id", ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="SET NULL", index=True)
    status: SpeakerStatus = Field(default=SpeakerStatus.WAITING, sa_type=choice(SpeakerStatus))
    position: int | None = Field(default=None, sa_type=SmallInteger)
    began_at: datetime | None = None
    ended_at: datetime | None = None
    spoke: timedelta = Field(default=timedelta(), sa_type=Interval)
    runs_since: datetime | None = None


constraint_explanations.add(
    "speakers_one_open_request_a_champion",
    "This champion is on the speakers' list already.",
    pointer="/champion",
)
constraint_explanations.add("speakers_one_at_a_time", "Somebody else has just been given the floor.")
constraint_explanations.add("meeting_rooms_pkey", "The room has just been opened.")
