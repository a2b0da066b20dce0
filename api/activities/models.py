"""Activities: what champions do together, in the discussion note's eight kinds."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Computed, Date, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, Visibility, choice, numbers_column
from api.platform.search import searched
from api.vocabularies.models import ActivityKind, Format


class ActivityStatus(StrEnum):
    """Where an activity stands."""

    IDEA = "idea"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    REPORTED = "reported"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Stakeholder(StrEnum):
    """Whom a whole-of-society approach engages (A/RES/73/195, para. 44)."""

    MIGRANTS = "migrants"
    DIASPORA = "diaspora"
    CIVIL_SOCIETY = "civil_society"
    ACADEMIA = "academia"
    PRIVATE_SECTOR = "private_sector"
    TRADE_UNIONS = "trade_unions"
    PARLIAMENTARIANS = "parliamentarians"
    LOCAL_AUTHORITIES = "local_authorities"
    NHRIS = "nhris"
    MEDIA = "media"
    UN_ENTITIES = "un_entities"


class Part(StrEnum):
    """A champion's part in an activity beside its lead."""

    CO_LEAD = "co_lead"
    CO_ORGANISER = "co_organiser"
    PARTICIPANT = "participant"


ORGANISING = frozenset({Part.CO_LEAD, Part.CO_ORGANISER})
"""Parts of those without whom it would not take place."""


class PartnerStatus(StrEnum):
    """What became of a champion's asking to join an activity."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


DAYS = "daterange(activities.sorted_on, coalesce(activities.ends_on, activities.sorted_on), '[]')"
"""All days of an activity, in SQL; one without any lies far ahead."""


class Activity(Record, Provenance, table=True):
    """Something that ``champion_id`` leads, with others; led by the Initiative as a whole where it is null."""

    __tablename__ = "activities"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="activity_ends_after_it_starts"),
        CheckConstraint("ends_on IS NULL OR starts_on IS NOT NULL", name="activity_that_ends_has_started"),
        CheckConstraint("status <> 'reported' OR outcome <> ''", name="activity_reported_has_an_outcome"),
        CheckConstraint(
            "ends_time IS NULL OR starts_time IS NOT NULL", name="activity_that_ends_at_a_time_begins_at_one"
        ),
        CheckConstraint(
            "coalesce(ends_on, starts_on) > starts_on OR ends_time > starts_time", name="activity_ends_after_its_hour"
        ),
        CheckConstraint("NOT other_organisers && other_states", name="activity_states_have_one_part_each"),
        Index("activities_sorted_on", "sorted_on", "id"),
        Index("activities_title", "title", "id"),
        Index("activities_kind", "kind", "sorted_on"),
        Index("activities_status", "status", "sorted_on"),
        Index("activities_champion", "champion_id", "sorted_on"),
        Index("activities_term", "term_id", postgresql_where=text("term_id IS NOT NULL")),
        Index("activities_objectives", "objectives", postgresql_using="gin"),
        Index("activities_search", "search", postgresql_using="gin"),
        Index("activities_days", text(DAYS), postgresql_using="gist"),
    )

    kind: ActivityKind = Field(sa_type=choice(ActivityKind))
    title: str = Field(max_length=200)
    description: str = Field(default="", max_length=10_000)
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id")
    status: ActivityStatus = Field(default=ActivityStatus.IDEA, sa_type=choice(ActivityStatus))
    status_reason: str = Field(default="", max_length=1000)
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=choice(Visibility))
    is_open_for_partners: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    sorted_on: date | None = Field(
        default=None,
        sa_column=Column(Date, Computed("coalesce(starts_on, DATE '9999-12-31')", persisted=True), nullable=False),
    )
    starts_time: time | None = None
    ends_time: time | None = None
    time_zone: str | None = Field(default=None, max_length=64)
    """On whose clocks the hours are; where none is named, on those of the place."""
    format: Format | None = Field(default=None, sa_type=choice(Format))
    place: str = Field(default="", max_length=300)
    link: str = Field(default="", max_length=500)
    links: list[dict[str, str]] = Field(
        default_factory=list, sa_column=Column(JSONB, nullable=False, server_default="[]")
    )
    audience: str = Field(default="", max_length=300)
    languages: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(2)), nullable=False, server_default="{}")
    )
    stakeholders: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(40)), nullable=False, server_default="{}")
    )
    other_states: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    other_organisers: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    partners: str = Field(default="", max_length=1000)
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    sdgs: list[int] = Field(default_factory=list, sa_column=numbers_column())
    particulars: dict[str, Any] = Field(
        default_factory=dict, sa_column=Column(JSONB, nullable=False, server_default="{}")
    )
    """What is asked of its kind; what was written for another kind before is kept, and not shown."""
    statement_id: UUID | None = Field(default=None, foreign_key="statements.id", ondelete="SET NULL", index=True)
    term_id: UUID | None = Field(default=None, foreign_key="cochair_terms.id", ondelete="SET NULL")
    """The term whose co-chairs coordinate it."""
    outcome: str = Field(default="", max_length=10_000)
    lessons_learned: str = Field(default="", max_length=10_000)
    search: str | None = Field(
        default=None,
        sa_column=searched(
            {
                "A": "title",
                "B": "description",
                "D": "outcome || ' ' || lessons_learned || ' ' || place || ' ' || audience || ' ' || partners",
            }
        ),
    )


class ActivityChampion(SQLModel, table=True):
    """A champion's part in an activity beside its lead."""

    __tablename__ = "activity_champions"

    activity_id: UUID = Field(foreign_key="activities.id", primary_key=True, ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", primary_key=True, index=True)
    part: Part = Field(sa_type=choice(Part))


class PartnerRequest(Record, table=True):
    """A champion asks to join an activity. Accepted, it has its part as an ``ActivityChampion``."""

    __tablename__ = "activity_partner_requests"
    __table_args__ = (
        CheckConstraint("status <> 'declined' OR answer <> ''", name="partners_are_declined_with_a_reason"),
        CheckConstraint(
            "(status IN ('accepted', 'declined')) <= (answered_at IS NOT NULL)", name="partner_answers_have_a_time"
        ),
        Index(
            "activity_partner_requests_once",
            "activity_id",
            "champion_id",
            unique=True,
            postgresql_where=text("status = 'asked'"),
        ),
        Index("activity_partner_requests_activity", "activity_id", "id"),
    )

    activity_id: UUID = Field(foreign_key="activities.id", ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    part: Part = Field(sa_type=choice(Part))
    message: str = Field(default="", max_length=500)
    status: PartnerStatus = Field(default=PartnerStatus.ASKED, sa_type=choice(PartnerStatus))
    answer: str = Field(default="", max_length=1000)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    asked_at: datetime = Field(default_factory=clock.now)
    answered_at: datetime | None = None
    answered_by_name: str = Field(default="", max_length=200)


class ActivityProcess(SQLModel, table=True):
    """A process that an activity is linked to."""

    __tablename__ = "activity_processes"

    activity_id: UUID = Field(foreign_key="activities.id", primary_key=True, ondelete="CASCADE")
    process_id: UUID = Field(foreign_key="processes.id", primary_key=True, index=True)


constraint_explanations.add(
    "activity_ends_after_it_starts", "An activity ends on its first day or later.", pointer="/ends_on"
)
constraint_explanations.add(
    "activity_that_ends_at_a_time_begins_at_one", "Say at which hour it begins, too.", pointer="/starts_time"
)
constraint_explanations.add(
    "activity_ends_after_its_hour", "An activity of one day ends later than it begins.", pointer="/ends_time"
)
constraint_explanations.add(
    "activity_states_have_one_part_each", "A State that organises it takes part: name it once.", pointer="/other_states"
)
constraint_explanations.add("activity_that_ends_has_started", "Give the first day too.", pointer="/starts_on")
constraint_explanations.add(
    "activity_partner_requests_once", "This champion has asked already: read the activity again.", pointer="/champion"
)
constraint_explanations.add(
    "activity_reported_has_an_outcome",
    "Write what came of the activity: a report needs its outcome.",
    pointer="/outcome",
)
