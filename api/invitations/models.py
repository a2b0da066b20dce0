"""Who is invited to a meeting, and what they were told of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, SmallInteger, String
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from api.platform.problems import constraint_explanations
from api.platform.records import Record


class MeetingInvitation(Record, table=True):
    """The invitation to the meeting of the same key. No ``champions``: all of them are invited.

    ``told`` is the meeting as the invited know it, null while nobody was told: what differs from the meeting as it is
    now are the changes not yet told. ``sequence`` counts the times they were told, for calendar programs; those that
    answer to an earlier one than ``time_sequence`` answer to another time.
    """

    __tablename__ = "meeting_invitations"
    __table_args__ = (
        ForeignKeyConstraint(["id"], ["meetings.id"], ondelete="CASCADE", name="meeting_invitations_meeting"),
        CheckConstraint("(told IS NULL) = (told_at IS NULL)", name="who_was_told_was_told_at_a_time"),
        CheckConstraint("time_sequence <= sequence", name="the_time_was_told_by_now"),
        CheckConstraint(
            "cardinality(remind_days_before) <= 5 AND 0 < ALL(remind_days_before) AND 60 >= ALL(remind_days_before)",
            name="reminders_come_one_to_sixty_days_before",
        ),
    )

    champions: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    with_observers: bool = False
    note: str = Field(default="", max_length=2000)
    remind_days_before: list[int] = Field(
        default_factory=lambda: [7, 1], sa_column=Column(ARRAY(SmallInteger), nullable=False, server_default="{7,1}")
    )
    sequence: int = 0
    time_sequence: int = 0
    told: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB(none_as_null=True), nullable=True))
    told_at: datetime | None = None


constraint_explanations.add(
    "reminders_come_one_to_sixty_days_before",
    "Name at most five reminders, each 1 to 60 days before the meeting.",
    pointer="/remind_days_before",
)
