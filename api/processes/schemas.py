"""Processes as the API takes and gives them."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints

from api.platform.paging import ListQuery
from api.platform.records import Confidence
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title, WebAddress
from api.processes.models import ProcessKind
from api.processes.rules import Phase
from api.vocabularies.models import Commission

ProcessOrder = Literal["starts_on", "-starts_on", "title", "-title"]
ProcessKey = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]$", max_length=40)]
"""Capitals, digits and hyphens."""

_EXAMPLE: dict[str, Any] = {
    "kind": "imrf",
    "title": "Third International Migration Review Forum",
    "starts_on": "2030-05-07",
    "ends_on": "2030-05-10",
    "place": "New York",
}


class ProcessQuery(ListQuery):
    """Filters and order of the list of processes."""

    sort: ProcessOrder = Field(default="starts_on", description="Order; `-` reverses.")
    kind: list[ProcessKind] = Field(default_factory=list, max_length=6, description="Of any of these kinds.")
    commission: Commission | None = Field(default=None, description="Of this regional commission.", examples=["ECA"])
    from_day: date | None = Field(
        default=None, alias="from", description="Going on on this day or later.", examples=["2026-11-24"]
    )
    until: date | None = Field(default=None, description="Begun on this day or earlier.", examples=["2027-12-31"])
    q: SearchText | None = Field(
        default=None, description="Part of the title, key, place or outcome.", examples=["Geneva"]
    )


class _ProcessFields(RequestBody):
    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    ends_on: date | None = Field(
        default=None, description="Last day; the first one where left out.", examples=["2030-05-10"]
    )
    commission: Commission | None = Field(default=None, description="The regional commission whose process it is.")
    round: int | None = Field(
        default=None, ge=1, le=20, description="Which round of reviews, counted from 1.", examples=[3]
    )
    place: ShortText = Field(default="", description="Where.", examples=["New York"])
    outcome: Paragraphs = Field(
        default="", description="What came of it.", examples=["Progress Declaration (A/RES/76/266)"]
    )
    link: WebAddress | Literal[""] = Field(
        default="", description="Its page.", examples=["https://migrationnetwork.un.org/"]
    )
    source: ShortText | None = Field(default=None, description="The public source of the facts.")
    confidence: Confidence | None = Field(default=None, description="`read` once the facts are confirmed.")


class ProcessCreate(_ProcessFields):
    """A process: its kind, title and first day are enough."""

    kind: ProcessKind = Field(description="Its kind.", examples=["imrf"])
    title: Title = Field(description="Its title.", examples=["Third International Migration Review Forum"])
    starts_on: date = Field(description="First day.", examples=["2030-05-07"])
    key: ProcessKey | None = Field(
        default=None, description="A short stable key; made from kind, commission and year.", examples=["IMRF-2030"]
    )


class ProcessChange(ChangeBody, _ProcessFields):
    """Changes to a process; what is left out stays."""

    kind: ProcessKind = Field(default=ProcessKind.OTHER, description="Its kind.", examples=["imrf"])
    title: Title = Field(default="", description="Its title.", examples=["Third International Migration Review Forum"])
    starts_on: date = Field(default=date.max, description="First day.", examples=["2030-05-07"])
    key: ProcessKey = Field(default="", description="A short stable key.", examples=["IMRF-2030"])


class ProcessBody(ProvenanceBody, Actions, RecordBody):
    """A process."""

    key: str = Field(description="A short stable key.", examples=["IMRF-2030"])
    kind: ProcessKind = Field(description="Its kind.", examples=["imrf"])
    title: str = Field(description="Its title.", examples=["Third International Migration Review Forum"])
    commission: Commission | None = Field(description="The regional commission whose process it is.")
    round: int | None = Field(description="Which round of reviews.", examples=[3])
    starts_on: date = Field(description="First day.", examples=["2030-05-07"])
    ends_on: date = Field(description="Last day; it belongs to the process.", examples=["2030-05-10"])
    phase: Phase = Field(description="Whether it is ahead, under way or over today.", examples=["ahead"])
    place: str = Field(description="Where.", examples=["New York"])
    outcome: str = Field(description="What came of it.")
    link: str = Field(description="Its page.", examples=["https://migrationnetwork.un.org/"])
    activities_count: int = Field(description="Linked activities that the caller may see.", examples=[2])
