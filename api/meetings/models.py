"""Meetings and their agenda items."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import DatePrecision, Provenance, Record, choice, numbers_column
from api.vocabularies.models import Format


class MeetingKind(StrEnum):
    """The quarterly technical meeting, or an extraordinary one."""

    TECHNICAL = "technical"
    EXTRAORDINARY = "extraordinary"


class MeetingStatus(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    AGENDA_OPEN = "agenda_open"
    AGENDA_CIRCULATED = "agenda_circulated"
    HELD = "held"
    MINUTES_CIRCULATED = "minutes_circulated"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class AgendaItemStatus(StrEnum):
    """Where a proposal for the agenda stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"


class AgendaItemOrigin(StrEnum):
    """How an item came to be: somebody wrote it, or the drafting of an agenda put it there."""

    PROPOSAL = "proposal"
    CARRIED_OVER = "carried_over"
    OPENING = "opening"
    ADOPTION_OF_THE_AGENDA = "adoption_of_the_agenda"
    ACTION_ITEMS = "action_items"
    WORKPLAN_ITEM = "workplan_item"
    ANY_OTHER_BUSINESS = "any_other_business"
    NEXT_MEETING = "next_meeting"


class Meeting(Record, Provenance, table=True):
    """A meeting of the champions. ``preparation_notes`` are for co-chairs (also incoming) and the secretariat."""

    __tablename__ = "meetings"
    __table_args__ = (
        CheckConstraint("duration_minutes BETWEEN 5 AND 1440", name="meeting_lasts_minutes_to_a_day"),
        Index("meetings_starts_at", "starts_at", "id"),
        Index("meetings_status", "status", "starts_at"),
    )

    kind: MeetingKind = Field(default=MeetingKind.TECHNICAL, sa_type=choice(MeetingKind))
    title: str = Field(max_length=200)
    starts_at: datetime
    date_precision: DatePrecision = Field(default=DatePrecision.DAY, sa_type=choice(DatePrecision))
    time_zone: str = Field(default="UTC", max_length=64)
    duration_minutes: int = 90
    languages: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(2)), nullable=False, server_default="{}")
    )
    format: Format = Field(default=Format.ONLINE, sa_type=choice(Format))
    place: str = Field(default="", max_length=300)
    link: str = Field(default="", max_length=500)
    status: MeetingStatus = Field(default=MeetingStatus.PLANNED, sa_type=choice(MeetingStatus))
    status_reason: str = Field(default="", max_length=1000)
    invited_at: datetime | None = None
    agenda_closes_at: datetime | None = None
    summary: str = Field(default="", max_length=20_000)
    is_summary_public: bool = False
    preparation_notes: str = Field(default="", max_length=10_000)
    participants_count: int | None = Field(default=None, ge=0)
    champions_present_count: int | None = Field(default=None, ge=0)
    is_shared_with_observers: bool = False


class AgendaItem(Record, table=True):
    """A proposal for a meeting's agenda; once accepted it has a ``position``.

    ``title`` and ``description`` are in ``language``; ``translations`` hold both in others, by language. A merged
    proposal stays as it was, within ``merged_into_id``. ``carried_from_id`` is the item of an earlier meeting that was
    not reached there.
    """

    __tablename__ = "agenda_items"
    __table_args__ = (
        CheckConstraint("minutes BETWEEN 1 AND 600", name="agenda_item_takes_minutes"),
        CheckConstraint("(status = 'accepted') = (position IS NOT NULL)", name="accepted_agenda_items_have_a_position"),
        CheckConstraint(
            "(status = 'merged') = (merged_into_id IS NOT NULL)", name="merged_agenda_items_name_where_they_went"
        ),
        CheckConstraint("merged_into_id <> id", name="agenda_item_merges_into_another"),
        CheckConstraint("NOT translations ? language", name="agenda_item_translates_into_other_languages"),
        Index("agenda_items_meeting", "meeting_id", "position"),
        Index(
            "agenda_items_standing",
            "meeting_id",
            "origin",
            unique=True,
            postgresql_where=text(
                "status = 'accepted' AND origin IN "
                "('opening', 'adoption_of_the_agenda', 'action_items', 'any_other_business', 'next_meeting')"
            ),
        ),
    )

    meeting_id: UUID = Field(foreign_key="meetings.id", ondelete="CASCADE")
    title: str = Field(max_length=200)
    description: str = Field(default="", max_length=10_000)
    minutes: int = 10
    position: int | None = Field(default=None, sa_type=SmallInteger)
    status: AgendaItemStatus = Field(default=AgendaItemStatus.PROPOSED, sa_type=choice(AgendaItemStatus))
    decision_reason: str = Field(default="", max_length=1000)
    proposed_by_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    proposed_by_person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    leads: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    workplan_item_id: UUID | None = Field(
        default=None, foreign_key="workplan_items.id", ondelete="SET NULL", index=True
    )
    activity_id: UUID | None = Field(default=None, foreign_key="activities.id", ondelete="SET NULL", index=True)
    practice_id: UUID | None = Field(default=None, foreign_key="practices.id", ondelete="SET NULL", index=True)
    process_id: UUID | None = Field(default=None, foreign_key="processes.id", ondelete="SET NULL", index=True)
    statement_id: UUID | None = Field(default=None, foreign_key="statements.id", ondelete="SET NULL", index=True)
    language: Language = Field(
        default=Language.ENGLISH, sa_type=choice(Language), sa_column_kwargs={"server_default": Language.ENGLISH.value}
    )
    translations: dict[str, dict[str, str]] = Field(
        default_factory=dict, sa_column=Column(JSONB, nullable=False, server_default="{}")
    )
    origin: AgendaItemOrigin = Field(
        default=AgendaItemOrigin.PROPOSAL,
        sa_type=choice(AgendaItemOrigin),
        sa_column_kwargs={"server_default": AgendaItemOrigin.PROPOSAL.value},
    )
    co_proposed_by: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    merged_into_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="CASCADE", index=True)
    carried_from_id: UUID | None = Field(default=None, foreign_key="agenda_items.id", ondelete="SET NULL", unique=True)
    is_reached: bool | None = None


class AgendaItemSupport(SQLModel, table=True):
    """A champion to which a proposal matters: one voice, with the name of who gave it."""

    __tablename__ = "agenda_item_supports"

    item_id: UUID = Field(foreign_key="agenda_items.id", primary_key=True, ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", primary_key=True, index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    person_name: str = Field(max_length=200)
    given_at: datetime


constraint_explanations.add(
    "meeting_lasts_minutes_to_a_day", "A meeting lasts 5 to 1,440 minutes.", pointer="/duration_minutes"
)
constraint_explanations.add("agenda_item_takes_minutes", "An agenda item takes 1 to 600 minutes.", pointer="/minutes")
constraint_explanations.add(
    "agenda_item_translates_into_other_languages",
    "The language in which it was written needs no translation: leave it out, or change the language.",
    pointer="/translations",
)
constraint_explanations.add("agenda_items_standing", "The agenda has this standing item already.")
constraint_explanations.add("agenda_items_carried_from_id_key", "This item was carried over already.")
