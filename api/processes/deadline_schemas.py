"""Deadlines of processes as the API takes and gives them."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.platform.moments import ClockTime
from api.platform.records import Confidence
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, ShortText, Title, WebAddress
from api.vocabularies.types import TimeZone


class _DeadlineFields(RequestBody):
    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "Written contributions",
                    "due_at": "2027-11-30T23:59",
                    "time_zone": "America/New_York",
                    "link": "https://migrationnetwork.un.org/",
                }
            ]
        }
    )

    due_on: date | None = Field(
        default=None, description="The day, where no hour is known: it counts in full.", examples=["2027-11-30"]
    )
    due_at: ClockTime | None = Field(
        default=None,
        description="The instant, where it is known; without an offset it is on the clocks of `time_zone`.",
        examples=["2027-11-30T23:59"],
    )
    time_zone: TimeZone = Field(
        default="UTC", description="The zone in which it was announced.", examples=["America/New_York"]
    )
    text: Paragraphs = Field(default="", description="What is asked for, in what form.")
    link: WebAddress | Literal[""] = Field(
        default="", description="Where it is handed in.", examples=["https://migrationnetwork.un.org/"]
    )
    is_internal: bool = Field(
        default=False, description="Set by the Champions for themselves: only members see it.", examples=[False]
    )
    source: ShortText | None = Field(default=None, description="The public source of the facts.")
    confidence: Confidence | None = Field(default=None, description="`read` once the facts are confirmed.")


class DeadlineCreate(_DeadlineFields):
    """A deadline: what is due, and its day or instant."""

    title: Title = Field(description="What is due.", examples=["Written contributions"])


class DeadlineChange(ChangeBody, _DeadlineFields):
    """Changes to a deadline; what is left out stays. A day takes the place of an instant, and the other way round."""

    title: Title = Field(default="", description="What is due.", examples=["Written contributions"])
    time_zone: TimeZone = Field(default="UTC", description="The zone in which it was announced.")
    is_internal: bool = Field(default=False, description="Set by the Champions for themselves.")


class HandingIn(RequestBody):
    """When what was due was handed in."""

    on: date | None = Field(default=None, description="The day; today where left out.", examples=["2027-11-28"])


class NextDeadline(BaseModel):
    """The deadline that comes next and is not met."""

    title: str = Field(description="What is due.", examples=["Written contributions"])
    due_on: date | None = Field(description="The day, where no hour is known.", examples=["2027-11-30"])
    due_at: datetime | None = Field(
        description="The instant in UTC, where it is known.", examples=["2027-12-01T04:59:00Z"]
    )


class DeadlineBody(ProvenanceBody, NextDeadline, Actions, RecordBody):
    """A deadline of a process."""

    time_zone: str = Field(description="The zone in which it was announced.", examples=["America/New_York"])
    text: str = Field(description="What is asked for, in what form.")
    link: str = Field(description="Where it is handed in.", examples=["https://migrationnetwork.un.org/"])
    is_internal: bool = Field(description="Set by the Champions for themselves.", examples=[False])
    has_passed: bool = Field(description="Whether its day or instant has passed.", examples=[False])
    met_on: date | None = Field(description="When what was due was handed in.", examples=["2027-11-28"])
