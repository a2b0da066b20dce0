"""Calendars as the API gives them."""

from datetime import datetime

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from api.activities.schemas import ProcessKey
from api.vocabularies.models import ActivityKind
from api.vocabularies.types import M49, Iso3, ObjectiveNumber


class CalendarResponse(Response):
    """An iCalendar object (RFC 5545)."""

    media_type = "text/calendar"


class ActivityCalendarQuery(BaseModel):
    """Which activities a calendar shows: named as the filters of the list."""

    model_config = ConfigDict(extra="forbid")

    kind: list[ActivityKind] = Field(default_factory=list, max_length=8, description="Of any of these kinds.")
    objective: list[ObjectiveNumber] = Field(
        default_factory=list, max_length=23, description="For any of these objectives."
    )
    region: M49 | None = Field(default=None, description="Led by a champion of this UN M49 region or subregion.")
    champion: Iso3 | None = Field(default=None, description="That this champion leads or takes part in.")
    process: ProcessKey | None = Field(default=None, description="Linked to the process with this key.")


class CalendarFeedBody(BaseModel):
    """Whether the caller has a private calendar feed."""

    made_at: datetime | None = Field(
        description="When its address was made, in UTC; null: there is none.", examples=["2026-11-24T09:30:00Z"]
    )


class CalendarFeedAddress(BaseModel):
    """The address of a private calendar feed. It is told once: only its hash is kept."""

    address: str = Field(
        description="Subscribe to it in a calendar program; keep it to yourself.",
        examples=["https://champions.example.org/calendars/q3Xv….ics"],
    )
    made_at: datetime = Field(description="When it was made, in UTC.", examples=["2026-11-24T09:30:00Z"])
