"""Co-chair terms: two champions lead the Initiative for six months."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field

from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record


class TermStatus(StrEnum):
    """Where a term stands today. Never stored: it follows from the dates."""

    PLANNED = "planned"
    CURRENT = "current"
    PAST = "past"


class CoChairTerm(Record, Provenance, table=True):
    """Two different champions from ``starts_on`` to ``ends_on`` (half open, midnight UTC). Terms never overlap."""

    __tablename__ = "cochair_terms"
    __table_args__ = (
        ExcludeConstraint(
            (text("daterange(starts_on, ends_on, '[)')"), "&&"), using="gist", name="cochair_terms_do_not_overlap"
        ),
        CheckConstraint("first_champion_id <> second_champion_id", name="cochairs_are_two"),
        CheckConstraint("ends_on > starts_on", name="cochair_term_ends_after_it_starts"),
        CheckConstraint(
            "ends_on = (starts_on + interval '6 months')::date OR length_reason <> ''",
            name="cochair_term_lasts_six_months_or_says_why",
        ),
    )

    starts_on: date = Field(unique=True)
    ends_on: date = Field(index=True)
    first_champion_id: UUID = Field(foreign_key="champions.id", index=True)
    second_champion_id: UUID = Field(foreign_key="champions.id", index=True)
    length_reason: str = Field(default="", max_length=1000)
    note: str = Field(default="", max_length=10_000)


constraint_explanations.add(
    "cochair_terms_do_not_overlap",
    "Another term covers part of this period: choose dates that do not overlap.",
    pointer="/starts_on",
)
constraint_explanations.add("cochair_terms_starts_on_key", "Another term starts on this day.", pointer="/starts_on")
constraint_explanations.add("cochairs_are_two", "A term needs two different champions.", pointer="/champions")
constraint_explanations.add(
    "cochair_term_ends_after_it_starts", "A term ends after it has started.", pointer="/ends_on"
)
constraint_explanations.add(
    "cochair_term_lasts_six_months_or_says_why",
    "A term lasts six months; give the reason in length_reason for another length.",
    pointer="/length_reason",
)
