"""Processes: outside multilateral processes and platforms to which the Initiative's work is linked."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Computed, Index
from sqlmodel import Field, SQLModel, UTCDateTime

from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, choice
from api.vocabularies.models import Commission


class ProcessKind(StrEnum):
    """The processes that the discussion note and the Network name."""

    IMRF = "imrf"
    REGIONAL_REVIEW = "regional_review"
    SG_REPORT = "sg_report"
    HLPF = "hlpf"
    GFMD = "gfmd"
    OTHER = "other"


class Process(Record, Provenance, table=True):
    """A process with its first and last day (both inclusive)."""

    __tablename__ = "processes"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="process_ends_after_it_starts"),
        Index("processes_starts_on", "starts_on", "id"),
        Index("processes_title", "title", "id"),
    )

    key: str = Field(unique=True, max_length=40)
    kind: ProcessKind = Field(sa_type=choice(ProcessKind), index=True)
    title: str = Field(max_length=200)
    about: str = Field(default="", max_length=10_000, sa_column_kwargs={"server_default": ""})
    commission: Commission | None = Field(default=None, sa_type=choice(Commission))
    round: int | None = None
    starts_on: date
    ends_on: date
    place: str = Field(default="", max_length=300)
    outcome: str = Field(default="", max_length=10_000)
    link: str = Field(default="", max_length=500)


class ProcessLead(SQLModel, table=True):
    """A champion that leads for the Champions in a process, by a person of its own where one is named."""

    __tablename__ = "process_leads"

    process_id: UUID = Field(foreign_key="processes.id", primary_key=True, ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", primary_key=True, index=True)
    person_id: UUID | None = Field(default=None, foreign_key="people.id", ondelete="SET NULL", index=True)
    task: str = Field(default="", max_length=300)


class ProcessDeadline(Record, Provenance, table=True):
    """What a process asks for by a day, or by an instant where that is known: a contribution, a list of speakers.

    ``due_at`` was announced on the clocks of ``time_zone``. ``falls_at`` is when it has passed: a day ends at midnight, UTC.
    ``is_internal``: the Champions set it for themselves.
    """

    __tablename__ = "process_deadlines"
    __table_args__ = (
        CheckConstraint("(due_on IS NULL) <> (due_at IS NULL)", name="process_deadline_is_a_day_or_an_instant"),
        Index("process_deadlines_process", "process_id", "falls_at"),
        Index("process_deadlines_falls_at", "falls_at"),
    )

    process_id: UUID = Field(foreign_key="processes.id", ondelete="CASCADE")
    title: str = Field(max_length=200)
    due_on: date | None = None
    due_at: datetime | None = None
    time_zone: str = Field(default="UTC", max_length=64)
    falls_at: datetime | None = Field(
        default=None,
        sa_column=Column(
            UTCDateTime(),
            Computed("coalesce(due_at, (due_on + 1)::timestamp AT TIME ZONE 'UTC')", persisted=True),
            nullable=False,
        ),
    )
    text: str = Field(default="", max_length=10_000)
    link: str = Field(default="", max_length=500)
    is_internal: bool = False
    met_on: date | None = None


class ProcessPractice(SQLModel, table=True):
    """A practice that its champion brings to a process."""

    __tablename__ = "process_practices"

    process_id: UUID = Field(foreign_key="processes.id", primary_key=True)
    practice_id: UUID = Field(foreign_key="practices.id", primary_key=True, index=True, ondelete="CASCADE")


constraint_explanations.add("processes_key_key", "Another process has this key.", pointer="/key")
constraint_explanations.add(
    "process_ends_after_it_starts", "A process ends on its first day or later.", pointer="/ends_on"
)
