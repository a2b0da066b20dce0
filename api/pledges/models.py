"""Pledges: what champions commit themselves to, with whom, and what is reported on it.

Discussion note, "Activities": pledges as ways to enhance commitment to GCM implementation. The fields are those of the
Network's public pledging form.
"""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Computed, Date, Index, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import FileFields, Provenance, Record, Visibility, choice, numbers_column
from api.platform.search import searched


class PledgeKind(StrEnum):
    """What a pledge brings, in the public form's words."""

    FINANCIAL = "financial"
    HUMAN_RESOURCE = "human_resource"
    PROCESS_ORIENTED = "process_oriented"
    POLICY_ORIENTED = "policy_oriented"


class PledgeMode(StrEnum):
    """Who makes a pledge, in the public form's words."""

    INDIVIDUAL = "individual"
    """One State."""
    COMMON = "common"
    """Several States make the same pledge; one records it and names the others."""
    IN_PARTNERSHIP = "in_partnership"
    """A State with other actors; one records it and names the others."""
    MATCHING = "matching"
    """Answers another pledge."""


class PledgeStatus(StrEnum):
    """Where a pledge stands."""

    DRAFT = "draft"
    MADE = "made"
    IN_PROGRESS = "in_progress"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    DISCONTINUED = "discontinued"


class PledgeVoice(StrEnum):
    """What a State says of a pledge in which another has named it."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Pledge(Record, Provenance, table=True):
    """A commitment that ``champion_id`` records, alone or with others. A draft may be as light as a title."""

    __tablename__ = "pledges"
    __table_args__ = (
        CheckConstraint("status = 'draft' OR made_on IS NOT NULL", name="made_pledges_say_when"),
        CheckConstraint("status = 'draft' OR kind IS NOT NULL", name="made_pledges_have_a_kind"),
        CheckConstraint(
            "status = 'draft' OR char_length(description) BETWEEN 300 AND 3000", name="made_pledges_are_described"
        ),
        CheckConstraint(
            "status = 'draft' OR mode <> 'matching' OR matches_id IS NOT NULL OR matches_title <> ''",
            name="made_pledges_name_what_they_match",
        ),
        CheckConstraint(
            "mode = 'matching' OR (matches_id IS NULL AND matches_title = '' AND matches_number = '')",
            name="only_matching_pledges_match",
        ),
        CheckConstraint("matches_id IS NULL OR matches_title = ''", name="pledges_match_one_other"),
        CheckConstraint("matches_id <> id", name="pledges_match_another"),
        CheckConstraint("(amount IS NULL) = (currency IS NULL)", name="pledge_amounts_have_a_currency"),
        CheckConstraint(
            "amount IS NULL OR kind IS NOT DISTINCT FROM 'financial'", name="only_financial_pledges_have_an_amount"
        ),
        CheckConstraint("status <> 'discontinued' OR status_reason <> ''", name="discontinued_pledges_say_why"),
        Index("pledges_sorted_on", "sorted_on", "id"),
        Index("pledges_title", "title", "id"),
        Index("pledges_updated_at", "updated_at", "id"),
        Index("pledges_status", "status", "sorted_on"),
        Index("pledges_champion", "champion_id", "sorted_on"),
        Index("pledges_objectives", "objectives", postgresql_using="gin"),
        Index("pledges_search", "search", postgresql_using="gin"),
    )

    champion_id: UUID = Field(foreign_key="champions.id")
    title: str = Field(max_length=200)
    description: str = Field(default="", max_length=3000)
    language: Language = Field(default=Language.ENGLISH, sa_type=choice(Language))
    kind: PledgeKind | None = Field(default=None, sa_type=choice(PledgeKind))
    mode: PledgeMode = Field(default=PledgeMode.INDIVIDUAL, sa_type=choice(PledgeMode))
    status: PledgeStatus = Field(default=PledgeStatus.DRAFT, sa_type=choice(PledgeStatus))
    status_reason: str = Field(default="", max_length=1000)
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=choice(Visibility))
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    countries: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    regions: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    made_on: date | None = None
    due_on: date | None = None
    sorted_on: date | None = Field(
        default=None,
        sa_column=Column(Date, Computed("coalesce(made_on, DATE '9999-12-31')", persisted=True), nullable=False),
    )
    amount: int | None = Field(default=None, sa_type=BigInteger)
    currency: str | None = Field(default=None, max_length=3)
    partners: str = Field(default="", max_length=1000)
    matches_id: UUID | None = Field(default=None, foreign_key="pledges.id", ondelete="SET NULL", index=True)
    matches_title: str = Field(default="", max_length=300)
    matches_number: str = Field(default="", max_length=50)
    network_number: str = Field(default="", max_length=50)
    search: str | None = Field(
        default=None,
        sa_column=searched(
            {"A": "title", "B": "description", "D": "partners || ' ' || network_number"}, language="language"
        ),
    )


class PledgingState(SQLModel, table=True):
    """A State that is named in a common pledge or a partnership; a champion speaks for itself, with one voice."""

    __tablename__ = "pledging_states"
    __table_args__ = (
        CheckConstraint("(voice IS NULL) = (spoke_at IS NULL)", name="pledging_states_that_spoke_say_when"),
        CheckConstraint("voice IS NULL OR champion_id IS NOT NULL", name="only_champions_speak_here"),
    )

    pledge_id: UUID = Field(foreign_key="pledges.id", primary_key=True, ondelete="CASCADE")
    iso3: str = Field(primary_key=True, max_length=3)
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    voice: PledgeVoice | None = Field(default=None, sa_type=choice(PledgeVoice))
    spoke_at: datetime | None = None
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(default="", max_length=200)
    is_on_behalf: bool = False


class PledgeProcess(SQLModel, table=True):
    """A process for which a pledge was made, or to which it contributes."""

    __tablename__ = "pledge_processes"

    pledge_id: UUID = Field(foreign_key="pledges.id", primary_key=True, ondelete="CASCADE")
    process_id: UUID = Field(foreign_key="processes.id", primary_key=True, index=True)


class PledgeActivity(SQLModel, table=True):
    """An activity that a pledge came from, or that carries it out."""

    __tablename__ = "pledge_activities"

    pledge_id: UUID = Field(foreign_key="pledges.id", primary_key=True, ondelete="CASCADE")
    activity_id: UUID = Field(foreign_key="activities.id", primary_key=True, ondelete="CASCADE", index=True)


class PledgeFile(FileFields, table=True):
    """The one file that a pledge may have, by the public form's rule."""

    __tablename__ = "pledge_files"
    __table_args__ = (CheckConstraint("size > 0", name="pledge_file_is_not_empty"),)

    pledge_id: UUID = Field(foreign_key="pledges.id", primary_key=True, ondelete="CASCADE")
    storage_key: str = Field(max_length=100, unique=True)
    person_name: str = Field(default="", max_length=200)
    uploaded_at: datetime


class PledgeReport(Record, table=True):
    """What was reported on a pledge on a day; ``moves_to`` is where it brought the pledge, where it moved it."""

    __tablename__ = "pledge_reports"
    __table_args__ = (
        CheckConstraint("text <> ''", name="pledge_reports_say_something"),
        Index("pledge_reports_pledge", "pledge_id", "reported_on", "id"),
    )

    pledge_id: UUID = Field(foreign_key="pledges.id", ondelete="CASCADE")
    reported_on: date
    text: str = Field(max_length=3000)
    figures: str = Field(default="", max_length=1000)
    links: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(500)), nullable=False, server_default="{}")
    )
    moves_to: PledgeStatus | None = Field(default=None, sa_type=choice(PledgeStatus))
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    is_on_behalf: bool = False


for _name, _told, _pointer in (
    (
        "only_matching_pledges_match",
        "Only a matching pledge answers another: choose that mode, or leave it out.",
        "/mode",
    ),
    ("pledges_match_one_other", "Link the pledge that is answered, or give its title: not both.", "/matches_title"),
    ("pledges_match_another", "A pledge answers another, not itself.", "/matches_id"),
    ("pledge_amounts_have_a_currency", "Give the amount with its currency.", "/currency"),
    ("only_financial_pledges_have_an_amount", "Only a financial pledge has an amount.", "/amount"),
    ("made_pledges_have_a_kind", "A pledge that was made has a kind.", "/kind"),
    ("made_pledges_say_when", "A pledge that was made has the day on which it was made.", "/made_on"),
    ("made_pledges_are_described", "Describe a pledge that was made in 300 to 3,000 characters.", "/description"),
    ("made_pledges_name_what_they_match", "Name the pledge that this one answers.", "/matches_title"),
):
    constraint_explanations.add(_name, _told, pointer=_pointer)
