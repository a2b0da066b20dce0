"""Processes as the API takes and gives them."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.contributions.schemas import ContributionCount
from api.platform.paging import ListQuery
from api.platform.records import Confidence
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title, WebAddress
from api.processes.deadline_schemas import DeadlineBody, NextDeadline
from api.processes.models import ProcessKind
from api.processes.rules import Phase
from api.vocabularies.models import Commission
from api.vocabularies.types import Iso3

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


class LeadFields(RequestBody):
    """A champion that leads for the Champions."""

    champion: Iso3 = Field(description="ISO 3166-1 alpha-3.", examples=["MAR"])
    person_id: UUID | None = Field(
        default=None, description="Who of its people leads; all of its focal points where nobody is named."
    )
    task: ShortText = Field(default="", description="What it takes care of.", examples=["Drafts the joint statement"])


class _ProcessFields(RequestBody):
    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    ends_on: date | None = Field(
        default=None, description="Last day; the first one where left out.", examples=["2030-05-10"]
    )
    about: Paragraphs = Field(default="", description="What it is, and what the Champions want from it.")
    leads: Annotated[list[LeadFields], Field(max_length=10)] = Field(
        default_factory=list,
        description="Who leads for the Champions. A list given replaces the one before.",
        examples=[[{"champion": "MAR", "task": "Drafts the joint statement"}]],
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


class LeadBody(BaseModel):
    """A champion that leads for the Champions."""

    champion: ChampionRef = Field(description="The champion.")
    person_id: UUID | None = Field(description="Who of its people leads; for members.")
    person_name: str | None = Field(description="Their name; for members.", examples=["Inês Duarte"])
    task: str = Field(description="What it takes care of.", examples=["Drafts the joint statement"])


class ProcessSummary(ProvenanceBody, Actions, RecordBody):
    """A process in a list."""

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
    champions: list[ChampionRef] = Field(description="Who leads for the Champions.")
    next_deadline: NextDeadline | None = Field(description="What is due next.")
    contributions: list[ContributionCount] = Field(description="What the Champions bring, in numbers, kind by kind.")


class ProcessBody(ProcessSummary):
    """A process with all that is known of it beside its contributions."""

    about: str = Field(description="What it is, and what the Champions want from it.")
    leads: list[LeadBody] = Field(description="Who leads for the Champions.")
    deadlines: list[DeadlineBody] = Field(description="Its deadlines, the earliest first.")
