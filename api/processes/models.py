"""Processes: outside multilateral processes and platforms to which the Initiative's work is linked."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

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
    commission: Commission | None = Field(default=None, sa_type=choice(Commission))
    round: int | None = None
    starts_on: date
    ends_on: date
    place: str = Field(default="", max_length=300)
    outcome: str = Field(default="", max_length=10_000)
    link: str = Field(default="", max_length=500)


constraint_explanations.add("processes_key_key", "Another process has this key.", pointer="/key")
constraint_explanations.add(
    "process_ends_after_it_starts", "A process ends on its first day or later.", pointer="/ends_on"
)
