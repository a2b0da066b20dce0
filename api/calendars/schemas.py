"""Calendars as the API gives them."""

from datetime import datetime

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from api.activities.schemas import ActivityFilters


class CalendarResponse(Response):
    """An iCalendar object (RFC 5545)."""

    media_type = "text/calendar"


class ActivityCalendarQuery(ActivityFilters):
    """Which activities a calendar shows: as the list is filtered."""

    model_config = ConfigDict(extra="forbid")


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
