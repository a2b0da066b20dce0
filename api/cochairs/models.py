"""Co-chair terms: two champions lead the Initiative for six months; who sat when; who can take a coming semester."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, SmallInteger, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field, SQLModel

from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, choice


class TermStatus(StrEnum):
    """Where a term stands today. Never stored: it follows from the dates."""

    PLANNED = "planned"
    CURRENT = "current"
    PAST = "past"


class Availability(StrEnum):
    """What a champion says of co-chairing in a semester."""

    VOLUNTEERS = "volunteers"
    IF_NEEDED = "if_needed"
    """It would rather serve at another time, and does where nobody else can."""
    NOT_AVAILABLE = "not_available"


class CoChairTerm(Record, Provenance, table=True):
    """From ``starts_on`` to ``ends_on`` (half open, midnight UTC). Terms never overlap; its two seats say who leads."""

    __tablename__ = "cochair_terms"
    __table_args__ = (
        ExcludeConstraint(
            (text("daterange(starts_on, ends_on, '[)')"), "&&"), using="gist", name="cochair_terms_do_not_overlap"
        ),
        CheckConstraint("ends_on > starts_on", name="cochair_term_ends_after_it_starts"),
        CheckConstraint(
            "ends_on = (starts_on + interval '6 months')::date OR length_reason <> ''",
            name="cochair_term_lasts_six_months_or_says_why",
        ),
    )

    starts_on: date = Field(unique=True)
    ends_on: date = Field(index=True)
    length_reason: str = Field(default="", max_length=1000)
    note: str = Field(default="", max_length=10_000)


_DAYS = text("daterange(starts_on, ends_on, '[)')")


class CoChairSeat(SQLModel, table=True):
    """A champion in one of the two seats of a term, from ``starts_on`` to ``ends_on`` (half open, midnight UTC).

    A term has two seats for its whole length. A seat that changes hands in the middle of the term is two rows, the later
    one with the ``reason``. Rights follow from these rows at the moment of each request.
    """

    __tablename__ = "cochair_seats"
    __table_args__ = (
        CheckConstraint("number IN (1, 2)", name="cochair_seats_are_two"),
        CheckConstraint("ends_on > starts_on", name="cochair_seat_ends_after_it_starts"),
        ExcludeConstraint(
            (text("int4range(number, number, '[]')"), "&&"), (_DAYS, "&&"), using="gist", name="cochair_seat_holds_one"
        ),
        ExcludeConstraint(
            (text("uuidrange(champion_id, champion_id, '[]')"), "&&"),
            (_DAYS, "&&"),
            using="gist",
            name="cochairs_are_two",
        ),
        Index("cochair_seats_champion", "champion_id", "ends_on"),
    )

    id: UUID = Field(default=None, primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    term_id: UUID = Field(foreign_key="cochair_terms.id", ondelete="CASCADE", index=True)
    number: int = Field(sa_type=SmallInteger)
    champion_id: UUID = Field(foreign_key="champions.id")
    starts_on: date
    ends_on: date
    reason: str = Field(default="", max_length=1000)


class CoChairAvailability(Record, Provenance, table=True):
    """What a champion says of one semester (1 January or 1 July); the last word counts, with the name of who gave it."""

    __tablename__ = "cochair_availabilities"
    __table_args__ = (
        UniqueConstraint("champion_id", "semester_starts_on", name="cochair_availability_once_a_semester"),
        CheckConstraint(
            "extract(day FROM semester_starts_on) = 1 AND extract(month FROM semester_starts_on) IN (1, 7)",
            name="semester_starts_in_january_or_july",
        ),
        Index("cochair_availabilities_semester", "semester_starts_on", "id"),
    )

    champion_id: UUID = Field(foreign_key="champions.id")
    semester_starts_on: date
    answer: Availability = Field(sa_type=choice(Availability))
    note: str = Field(default="", max_length=1000)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    is_on_behalf: bool = Field(default=False)


constraint_explanations.add(
    "cochair_terms_do_not_overlap",
    "Another term covers part of this period: choose dates that do not overlap.",
    pointer="/starts_on",
)
constraint_explanations.add("cochair_terms_starts_on_key", "Another term starts on this day.", pointer="/starts_on")
constraint_explanations.add(
    "cochairs_are_two", "The two seats of a term are for two different champions at any time.", pointer="/champions"
)
constraint_explanations.add(
    "cochair_seat_ends_after_it_starts",
    "A seat changes hands outside these days. Undo that replacement first, or choose days around it.",
    pointer="/starts_on",
)
constraint_explanations.add(
    "cochair_term_ends_after_it_starts", "A term ends after it has started.", pointer="/ends_on"
)
constraint_explanations.add(
    "cochair_term_lasts_six_months_or_says_why",
    "A term lasts six months; give the reason in length_reason for another length.",
    pointer="/length_reason",
)
constraint_explanations.add(
    "cochair_availability_once_a_semester",
    "Somebody gave this champion's answer for the semester at the same moment. Read it, and say it again if need be.",
    pointer="/semester_starts_on",
)
