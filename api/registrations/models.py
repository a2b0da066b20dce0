"""Who registers for an activity. Who has a place and who waits is never stored: it follows from the order and the capacity."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class RegistrationDesk(Record, table=True):
    """Where people register for the activity that it shares its key with. Who changes the order locks it first."""

    __tablename__ = "registration_desks"
    __table_args__ = (CheckConstraint("capacity >= 1", name="desks_have_places"),)

    id: UUID = Field(foreign_key="activities.id", primary_key=True, ondelete="CASCADE")
    closes_at: datetime
    capacity: int | None = None
    is_public: bool = False
    told: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    """The activity as those who registered know it: ``rules.Told``."""
    told_times: int = 0
    """How often they were told that it changed: the SEQUENCE of its entry in their calendars."""
    reminded_on: date | None = None
    """The first day of which they were reminded; where it moves, they are reminded anew."""


class Registration(Record, table=True):
    """Somebody who wants to come: a person of the Initiative, or anybody by name and address.

    ``number`` is their place in the order of those who came, given once the address is known to be theirs. Those that
    have withdrawn leave the order, and everybody behind them moves up.
    """

    __tablename__ = "registrations"
    __table_args__ = (
        UniqueConstraint("activity_id", "number", name="registrations_are_in_order"),
        CheckConstraint("(number IS NULL) = (confirmed_at IS NULL)", name="registrations_are_numbered_once_confirmed"),
        CheckConstraint("NOT is_removed OR withdrawn_at IS NOT NULL", name="removed_registrations_have_left"),
        Index(
            "registrations_once_an_address",
            "activity_id",
            text("lower(email)"),
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    activity_id: UUID = Field(foreign_key="registration_desks.id")
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="CASCADE", index=True)
    name: str = Field(max_length=200)
    organisation: str = Field(default="", max_length=200)
    email: str = Field(max_length=254)
    language: Language = Field(sa_type=choice(Language))
    number: int | None = None
    confirmed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    is_removed: bool = False
    """Not they gave the place back: those who lead took it."""


constraint_explanations.add("registrations_once_an_address", "This address is registered already.", pointer="/email")
constraint_explanations.add(
    "registrations_activity_id_fkey",
    "People have registered for this activity: cancel it instead, so that they are told.",
)
