"""Times to meet as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.platform.schemas import RequestBody
from api.slots.rules import Hour
from api.vocabularies.types import TimeZone, no_repeats

Zones = Annotated[list[TimeZone], Field(max_length=60), AfterValidator(no_repeats)]


class SlotsWanted(RequestBody):
    """How long, when, and from where people would join."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "duration_minutes": 90,
                    "from": "2027-03-01",
                    "to": "2027-03-31",
                    "zones": ["America/New_York", "Europe/Zurich", "Africa/Nairobi"],
                }
            ]
        }
    )

    duration_minutes: Annotated[int, Field(ge=5, le=1440)] = Field(
        default=90, description="How long the meeting lasts.", examples=[90]
    )
    from_on: date = Field(alias="from", description="The first day (UTC).", examples=["2027-03-01"])
    to: date = Field(description="The last day (UTC), at most 92 days after the first.", examples=["2027-03-31"])
    zones: Zones | None = Field(
        default=None,
        description="IANA time zones of those who would join; by default New York, Geneva and the champions' capitals.",
        examples=[["America/New_York", "Europe/Zurich", "Africa/Nairobi"]],
    )
    limit: Annotated[int, Field(ge=1, le=92)] = Field(
        default=10, description="How many days to propose.", examples=[10]
    )


class PlaceBody(BaseModel):
    """A place from which people would join."""

    zone: str = Field(description="Its IANA time zone.", examples=["Africa/Nairobi"])
    name: str = Field(description="What it is called in the language of the answer.", examples=["Nairobi"])
    champions: list[str] = Field(description="Champions whose capital has this clock.", examples=[["KEN"]])
    last_points: int | None = Field(
        description="Points of the last meeting there, 0 to 10; null where none was held.", examples=[4]
    )
    weight: float = Field(
        description="How much it counts: more than 1 where the last meetings fell into bad hours.", examples=[1.35]
    )


class LocalTimeBody(BaseModel):
    """What a time is in a place, in the order of `places`."""

    starts_at_local: datetime = Field(
        description="What the clocks there show when it begins, with their offset.",
        examples=["2027-03-04T17:00:00+03:00"],
    )
    kind: Hour = Field(description="What its worst half hour is.", examples=["working"])
    points: int = Field(description="Points of its worst half hour, 0 to 10.", examples=[0])
    by_hour: list[int] = Field(
        description="Points of a meeting on that day from each full hour in UTC.", examples=[[0] * 24]
    )


class SlotBody(BaseModel):
    """The fairest time of one day."""

    starts_at: datetime = Field(description="When it would begin, in UTC.", examples=["2027-03-04T14:00:00Z"])
    worst: float = Field(description="The most points that any place has, weighed.", examples=[2.0])
    total: float = Field(description="The points of all places and half hours together, weighed.", examples=[14.5])
    places: list[LocalTimeBody] = Field(description="What it is in each place, in the order of `places`.")


class SlotsFound(BaseModel):
    """Times to meet, the fairest first: by the worst that anybody has, then by what all have together, then the sooner."""

    places: list[PlaceBody] = Field(description="Where people would join from.")
    items: list[SlotBody] = Field(description="The fairest time of each day, the fairest day first.")
