"""The quarters and their meetings as the API takes and gives them."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.meetings.models import MeetingStatus
from api.quarters.rules import MOST_QUARTERS, ReasonCode


class QuartersQuery(BaseModel):
    """Which quarters to look at."""

    model_config = ConfigDict(extra="forbid")

    from_day: date | None = Field(
        default=None,
        alias="from",
        description="A day of the first quarter. Left out: today.",
        examples=["2027-01-01"],
    )
    to: date | None = Field(
        default=None,
        description=f"A day of the last quarter, at most {MOST_QUARTERS} in all. Left out: three quarters after the first.",
        examples=["2027-12-31"],
    )


class QuarterMeeting(BaseModel):
    """A technical meeting of a quarter."""

    id: UUID = Field(description="Key of the meeting.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a04"])
    title: str = Field(description="What it is called.", examples=["Quarterly technical meeting"])
    starts_at: datetime = Field(description="When it begins, in UTC.", examples=["2026-12-10T14:00:00Z"])
    status: MeetingStatus = Field(description="Where it stands.", examples=["agenda_open"])


class QuarterReason(BaseModel):
    """One thing that speaks for a proposed day, or against those nearer to the middle of the quarter."""

    code: ReasonCode = Field(description="What it says, for saying it in any language.", examples=["process"])
    title: str = Field(
        description="The process, the meeting or the quarter that it names; empty where it names none.",
        examples=["Regional Review for Africa"],
    )
    text: str = Field(
        description="The same as an English sentence.",
        examples=["Other days are those of “Regional Review for Africa”."],
    )


class QuarterCoverage(BaseModel):
    """A quarter with its technical meetings; where it has none that stands and is not over, a day that would suit."""

    year: int = Field(description="The calendar year.", examples=[2027])
    quarter: int = Field(description="1 to 4.", examples=[1])
    starts_on: date = Field(description="Its first day.", examples=["2027-01-01"])
    ends_on: date = Field(description="Its last day.", examples=["2027-03-31"])
    is_over: bool = Field(description="Whether its last day has passed, in UTC.", examples=[False])
    is_covered: bool = Field(
        description="Whether one of its meetings stands: neither cancelled nor postponed.", examples=[False]
    )
    meetings: list[QuarterMeeting] = Field(description="Its technical meetings, the earliest first.")
    proposed_on: date | None = Field(
        description="A day that would suit; null where the quarter needs none, or none suits.", examples=["2027-02-16"]
    )
    reasons: list[QuarterReason] = Field(description="Why this day, or why none.")


class QuarterList(BaseModel):
    """Quarters one after the other."""

    items: list[QuarterCoverage] = Field(description="The quarters, the earliest first.")
