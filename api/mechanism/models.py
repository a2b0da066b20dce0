"""The capacity-building mechanism of the Compact (A/RES/73/195, para. 43): the Migration MPTF, and what the Network makes.

Discussion note, "Activities": advocating for and engaging with the mechanism; supporting the Network's workplan, guidance and tools.
"""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Computed, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel, UTCDateTime

from api.platform.problems import constraint_explanations
from api.platform.records import Provenance, Record, Visibility, choice, numbers_column


class ProgrammeStage(StrEnum):
    """Where a joint programme stands."""

    PROPOSED = "proposed"
    IN_PIPELINE = "in_pipeline"
    APPROVED = "approved"
    UNDER_WAY = "under_way"
    COMPLETED = "completed"


class ProgrammePart(StrEnum):
    """What a champion does for a joint programme."""

    FUND = "fund"
    HOST = "host"
    PROPOSE = "propose"


class ToolKind(StrEnum):
    """What the Network makes."""

    WORKPLAN = "workplan"
    GUIDANCE = "guidance"
    TOOL = "tool"


class ToolStage(StrEnum):
    """Where it stands."""

    IN_DEVELOPMENT = "in_development"
    IN_TEST = "in_test"
    IN_USE = "in_use"


class ToolPart(StrEnum):
    """What a champion does for it."""

    SUPPORTS = "supports"
    TESTS = "tests"


class JointProgramme(Record, Provenance, table=True):
    """A joint programme of the Migration MPTF in which champions have a part. Without a champion it is kept by the co-chairs."""

    __tablename__ = "joint_programmes"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="programme_ends_after_it_starts"),
        CheckConstraint("amount_usd > 0", name="programme_amounts_are_positive"),
        Index("joint_programmes_title", "title", "id"),
    )

    title: str = Field(max_length=200)
    summary: str = Field(default="", max_length=10_000)
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    stage: ProgrammeStage = Field(default=ProgrammeStage.PROPOSED, sa_type=choice(ProgrammeStage))
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=choice(Visibility))
    countries: list[str] = Field(
        default_factory=list, sa_column=Column(ARRAY(String(3)), nullable=False, server_default="{}")
    )
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    amount_usd: int | None = Field(default=None, sa_type=BigInteger)
    starts_on: date | None = None
    ends_on: date | None = None
    link: str = Field(default="", max_length=500)


class ProgrammeChampion(SQLModel, table=True):
    """A champion that funds, hosts or proposes a joint programme; one may do more than one."""

    __tablename__ = "joint_programme_champions"

    programme_id: UUID = Field(foreign_key="joint_programmes.id", primary_key=True, ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", primary_key=True, index=True)
    part: ProgrammePart = Field(sa_type=choice(ProgrammePart), primary_key=True)


class FundCall(Record, Provenance, table=True):
    """A call of the Migration MPTF, open until a day or, where that is known, an instant. ``falls_at``: when it has closed."""

    __tablename__ = "fund_calls"
    __table_args__ = (
        CheckConstraint(
            "(closes_on IS NULL) <> (closes_at IS NULL)", name="fund_call_closes_on_a_day_or_at_an_instant"
        ),
        Index("fund_calls_falls_at", "falls_at", "id"),
    )

    title: str = Field(max_length=200)
    text: str = Field(default="", max_length=10_000)
    closes_on: date | None = None
    closes_at: datetime | None = None
    time_zone: str = Field(default="UTC", max_length=64)
    falls_at: datetime | None = Field(
        default=None,
        sa_column=Column(
            UTCDateTime(),
            Computed("coalesce(closes_at, (closes_on + 1)::timestamp AT TIME ZONE 'UTC')", persisted=True),
            nullable=False,
        ),
    )
    link: str = Field(default="", max_length=500)


class FundAdvocacy(Record, Provenance, table=True):
    """What a champion did for the fund: a word in a debate, a visit to a donor, a contribution announced."""

    __tablename__ = "fund_advocacy"
    __table_args__ = (Index("fund_advocacy_done_on", "done_on", "id"),)

    title: str = Field(max_length=200)
    text: str = Field(default="", max_length=10_000)
    done_on: date
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id", index=True)
    visibility: Visibility = Field(default=Visibility.PUBLIC, sa_type=choice(Visibility))
    link: str = Field(default="", max_length=500)


class NetworkTool(Record, Provenance, table=True):
    """A workplan, a guidance or a tool of the United Nations Network on Migration."""

    __tablename__ = "network_tools"
    __table_args__ = (Index("network_tools_title", "title", "id"),)

    title: str = Field(max_length=200)
    summary: str = Field(default="", max_length=10_000)
    kind: ToolKind = Field(sa_type=choice(ToolKind))
    stage: ToolStage = Field(default=ToolStage.IN_USE, sa_type=choice(ToolStage))
    objectives: list[int] = Field(default_factory=list, sa_column=numbers_column())
    link: str = Field(default="", max_length=500)


class ToolSupport(Record, table=True):
    """A champion that supports or tests what the Network makes, and what it has to say about it."""

    __tablename__ = "network_tool_supports"
    __table_args__ = (Index("network_tool_supports_once_a_champion", "tool_id", "champion_id", unique=True),)

    tool_id: UUID = Field(foreign_key="network_tools.id", ondelete="CASCADE")
    champion_id: UUID = Field(foreign_key="champions.id", index=True)
    part: ToolPart = Field(sa_type=choice(ToolPart))
    since_on: date
    feedback: str = Field(default="", max_length=10_000)
    is_demonstration: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})


constraint_explanations.add(
    "programme_ends_after_it_starts", "A programme ends on its first day or later.", pointer="/ends_on"
)
