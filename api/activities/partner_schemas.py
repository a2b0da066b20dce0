"""Partners of activities as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.activities.models import Part, PartnerStatus
from api.champions.schemas import ChampionRef
from api.platform.schemas import Actions, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs
from api.vocabularies.types import Iso3

_EXAMPLE: dict[str, Any] = {"part": "co_organiser", "message": "We could host the second day in Mexico City."}


class PartnerAsk(RequestBody):
    """A champion asks to join."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    part: Part = Field(default=Part.PARTICIPANT, description="The part it would take.", examples=["co_organiser"])
    message: Annotated[Paragraphs, StringConstraints(max_length=500)] = Field(
        default="", description="What it would bring, in a line or two.", examples=[_EXAMPLE["message"]]
    )
    champion: Iso3 | None = Field(
        default=None, description="Who asks: your own champion by default; the secretariat names one.", examples=["MEX"]
    )


class PartnerAnswer(ReasonBody):
    """The answer of those who lead."""

    part: Part | None = Field(
        default=None, description="Another part than was asked for, where it is accepted.", examples=["participant"]
    )


class PartnerBody(Actions, RecordBody):
    """A champion's asking to join, and what became of it."""

    champion: ChampionRef = Field(description="Who asks.")
    part: Part = Field(description="The part it would take, or has.", examples=["co_organiser"])
    message: str = Field(description="What it would bring.", examples=[_EXAMPLE["message"]])
    status: PartnerStatus = Field(description="Where it stands.", examples=["asked"])
    answer: str = Field(description="What those who lead said to it.", examples=[""])
    person_name: str = Field(description="Who asked.", examples=["Ana Torres"])
    asked_at: datetime = Field(description="When, in UTC.", examples=["2026-11-20T09:30:00Z"])
    answered_at: datetime | None = Field(description="When it was answered, in UTC.", examples=[None])
    answered_by_name: str = Field(description="Who answered.", examples=[""])


class PartnerList(BaseModel):
    """Who asked to join: all of it for those who lead, one's own for others."""

    items: list[PartnerBody] = Field(description="What waits for an answer first, then the latest.")
    actions: list[str] = Field(description="`ask`, where the caller's champion may ask to join.", examples=[["ask"]])
