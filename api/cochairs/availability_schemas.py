"""What champions say of co-chairing in a semester, as the API takes and gives it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from api.champions.schemas import ChampionRef
from api.cochairs.models import Availability
from api.cochairs.rules import semester_around
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, RecordBody, RequestBody
from api.platform.texts import ShortText
from api.vocabularies.types import Iso3

AvailabilityOrder = Literal["semester_starts_on", "-semester_starts_on"]


def _first_day_of_a_semester(day: date) -> date:
    if semester_around(day) != day:
        raise PydanticCustomError("not_a_semester", "A semester starts on 1 January or on 1 July.")
    return day


Semester = Annotated[date, Field(ge=date(2018, 7, 1), le=date(2100, 1, 1)), AfterValidator(_first_day_of_a_semester)]
"""The first day of a calendar half-year."""


class AvailabilityQuery(ListQuery):
    """Filters and order of what champions say."""

    sort: AvailabilityOrder = Field(default="semester_starts_on", description="Order; `-` reverses.")
    champion: Iso3 | None = Field(default=None, description="Of this champion.", examples=["MAR"])
    semester_starts_on: Semester | None = Field(
        default=None, description="Of the semester that starts on this day.", examples=["2027-07-01"]
    )
    is_over: bool = Field(default=False, description="`true`: of semesters that are over.")


class AvailabilityCreate(RequestBody):
    """What a champion says of one semester; it takes the place of what it said before."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"semester_starts_on": "2027-07-01", "answer": "volunteers"}]}
    )

    champion: Iso3 | None = Field(
        default=None, description="Whose answer; your own champion's where left out.", examples=["MAR"]
    )
    semester_starts_on: Semester = Field(
        description="First day of the semester: 1 January or 1 July.", examples=["2027-07-01"]
    )
    answer: Availability = Field(
        description="`if_needed`: would rather serve at another time.", examples=["volunteers"]
    )
    note: ShortText = Field(
        default="", description="A wish, in a sentence.", examples=["Gladly with a champion from the Arab region."]
    )


class AvailabilityBody(Actions, RecordBody):
    """What a champion says of one semester."""

    champion: ChampionRef = Field(description="Whose answer.")
    semester_starts_on: date = Field(description="First day of the semester.", examples=["2027-07-01"])
    semester_ends_on: date = Field(description="The day after its last.", examples=["2028-01-01"])
    answer: Availability = Field(description="What it says.", examples=["volunteers"])
    note: str = Field(description="A wish, in a sentence.")
    given_by: str = Field(description="Who gave the answer.", examples=["Amina Diallo"])
    is_on_behalf: bool = Field(description="Given by the secretariat on the champion's behalf.", examples=[False])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])
