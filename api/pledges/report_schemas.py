"""Follow-up reports on pledges as the API takes and gives them."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.activities.schemas import Day
from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, WebAddress
from api.pledges.models import PledgeStatus
from api.vocabularies.types import no_repeats

Told = Annotated[Paragraphs, StringConstraints(min_length=1, max_length=3000)]
Figures = Annotated[Paragraphs, StringConstraints(max_length=1000)]
Links = Annotated[list[WebAddress], Field(max_length=10), AfterValidator(no_repeats)]

_EXAMPLE: dict[str, Any] = {
    "text": "The register of agencies is open to the public.",
    "figures": "41 agencies licensed",
    "links": ["https://www.example.org/register"],
    "moves_to": "in_progress",
}


class _ReportFields(RequestBody):
    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    reported_on: Day | None = Field(
        default=None, description="The day it tells of: today by default, never ahead.", examples=["2026-11-24"]
    )
    figures: Figures = Field(default="", description="What was measured.", examples=["41 agencies licensed"])
    links: Links = Field(default_factory=list, description="Where that can be seen.")


class ReportCreate(_ReportFields):
    """What is to be told of a pledge: a sentence is enough."""

    text: Told = Field(description="The progress, in a sentence or more.", examples=[_EXAMPLE["text"]])
    moves_to: PledgeStatus | None = Field(
        default=None,
        description="Where it brings the pledge, if anywhere. The text is the reason where one is asked for.",
        examples=["in_progress"],
    )


class ReportChange(ChangeBody, _ReportFields):
    """A correction; what is left out stays. Where the report brought the pledge is not changed by it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"figures": _EXAMPLE["figures"]}]})

    text: Told = Field(default="-", description="The progress, in a sentence or more.", examples=[_EXAMPLE["text"]])


class ReportBody(Actions, RecordBody):
    """What was reported on a pledge."""

    pledge_id: UUID = Field(description="The pledge.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a31"])
    reported_on: date = Field(description="The day it tells of.", examples=["2026-11-24"])
    text: str = Field(description="The progress.", examples=[_EXAMPLE["text"]])
    figures: str = Field(description="What was measured.", examples=["41 agencies licensed"])
    links: list[str] = Field(description="Where that can be seen.", examples=[["https://www.example.org/register"]])
    moves_to: PledgeStatus | None = Field(description="Where it brought the pledge.", examples=["in_progress"])
    person_name: str | None = Field(description="Who wrote it; null for all but members.", examples=["Ama Mensah"])
    is_on_behalf: bool = Field(description="Whether the secretariat wrote it on the champion's behalf.")


class ReportList(BaseModel):
    """All that was reported on a pledge, the latest first."""

    items: list[ReportBody] = Field(description="The reports.")
