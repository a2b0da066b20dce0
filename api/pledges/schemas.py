"""Pledges as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Body
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.activities.schemas import Day, ProcessKeys
from api.champions.schemas import ChampionRef
from api.platform.language import Language
from api.platform.paging import ListQuery
from api.platform.records import Visibility
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Line, Paragraphs, SearchText, ShortText, Title
from api.pledges.models import PledgeKind, PledgeMode, PledgeStatus, PledgeVoice
from api.uploads.schemas import File, GivenFile
from api.vocabularies.types import M49, Countries, Iso3, ObjectiveNumber, Objectives, ProcessKey, Regions, no_repeats

_KEY = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a31"
PledgeOrder = Literal["-made_on", "made_on", "title", "-title", "-updated_at", "updated_at"]
Number = Line[Annotated[str, StringConstraints(max_length=50)]]
Currency = Annotated[str, StringConstraints(to_upper=True, pattern=r"^[A-Za-z]{3}$")]
Keys = Annotated[list[UUID], Field(max_length=20), AfterValidator(no_repeats)]

_EXAMPLE: dict[str, Any] = {
    "title": "Licensed recruitment for every worker who leaves, within three years",
    "kind": "process_oriented",
    "objectives": [6, 18],
    "countries": ["GHA"],
    "due_on": "2029-12-31",
}


class PledgeFilters(BaseModel):
    """Which pledges: the same words for the list, the dashboard and the spreadsheet."""

    model_config = ConfigDict(extra="forbid")

    kind: list[PledgeKind] = Field(default_factory=list, max_length=4, description="Of any of these kinds.")
    mode: list[PledgeMode] = Field(default_factory=list, max_length=4, description="Made in any of these ways.")
    status: list[PledgeStatus] = Field(default_factory=list, max_length=6, description="In any of these states.")
    champion: Iso3 | None = Field(
        default=None, description="Recorded by this champion, or confirmed by it.", examples=["GHA"]
    )
    objective: list[ObjectiveNumber] = Field(
        default_factory=list, max_length=23, description="For any of these objectives.", examples=[[8]]
    )
    region: M49 | None = Field(
        default=None, description="Of a champion of this UN M49 region or subregion.", examples=["002"]
    )
    process: ProcessKey | None = Field(
        default=None, description="Linked to the process with this key.", examples=["IMRF-2026"]
    )
    activity: UUID | None = Field(default=None, description="Linked to the activity with this key.", examples=[None])
    year: int | None = Field(default=None, ge=1990, le=2100, description="Made in this year.", examples=[2026])
    is_report_due: bool | None = Field(
        default=None, description="Whether it is open and nothing was reported on it for twelve months."
    )
    q: SearchText | None = Field(default=None, description="Words to search for.", examples=["recruitment"])


class PledgeQuery(PledgeFilters, ListQuery):
    """Filters and order of the list of pledges."""

    sort: PledgeOrder = Field(default="-made_on", description="Order; `-` reverses. Drafts count as made far ahead.")


class PledgeFields(RequestBody):
    """What may be written of a pledge beside its title. Everything may wait until it is made."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    description: Annotated[Paragraphs, StringConstraints(max_length=3000)] = Field(
        default="", description="What is pledged: concrete, measurable, time-bound. 300 to 3,000 characters to make it."
    )
    language: Language = Field(default=Language.ENGLISH, description="The language it is written in.", examples=["en"])
    kind: PledgeKind | None = Field(default=None, description="What it brings.", examples=["process_oriented"])
    mode: PledgeMode = Field(default=PledgeMode.INDIVIDUAL, description="Who makes it.", examples=["individual"])
    visibility: Visibility = Field(
        default=Visibility.PUBLIC, description="Who may read it once it is made; a draft is its makers'."
    )
    objectives: Objectives = Field(default_factory=list, description="The objectives it serves.", examples=[[6, 18]])
    countries: Countries = Field(default_factory=list, description="Where it is carried out.", examples=[["GHA"]])
    regions: Regions = Field(default_factory=list, description="Regions where it is carried out.", examples=[["011"]])
    made_on: Day | None = Field(
        default=None,
        description="The day on which it was made, where that was before it is recorded here.",
        examples=["2026-05-06"],
    )
    due_on: Day | None = Field(default=None, description="By when it is to be fulfilled.", examples=["2029-12-31"])
    amount: Annotated[int, Field(gt=0, le=10**13)] | None = Field(
        default=None,
        description="Of a financial pledge, where known: whole units of the currency.",
        examples=[1_500_000],
    )
    currency: Currency | None = Field(default=None, description="ISO 4217 code.", examples=["EUR"])
    partners: Annotated[Paragraphs, StringConstraints(max_length=1000)] = Field(
        default="", description="Of a partnership: the other actors.", examples=["ILO, trade unions"]
    )
    states: Countries = Field(
        default_factory=list,
        description="Of a common pledge or a partnership: the other States. Champions confirm it themselves.",
        examples=[["SEN", "MAR"]],
    )
    matches_id: UUID | None = Field(default=None, description="The pledge here that a matching pledge answers.")
    matches_title: ShortText = Field(
        default="", description="The title of what it answers, where that is not here.", examples=["Skills for all"]
    )
    matches_number: Number = Field(default="", description="The Network's number of what it answers.")
    network_number: Number = Field(
        default="", description="The Network's number, once it is registered there.", examples=["2026-117"]
    )
    processes: ProcessKeys = Field(
        default_factory=list, description="Keys of the processes it is made for.", examples=[["IMRF-2026"]]
    )
    activities: Keys = Field(default_factory=list, description="Activities that it came from, or that carry it out.")


class PledgeCreate(PledgeFields):
    """A new pledge: a title makes a draft."""

    title: Title = Field(description="What is pledged, in a line.", examples=[_EXAMPLE["title"]])
    champion: Iso3 | None = Field(
        default=None,
        description="Who records it: your own champion by default; the secretariat names one.",
        examples=["GHA"],
    )


class PledgeChange(ChangeBody, PledgeFields):
    """Changes to a pledge; what is left out stays. A list that is given replaces the one before."""

    title: Title = Field(default="", description="What is pledged, in a line.", examples=[_EXAMPLE["title"]])


class VoiceBody(RequestBody):
    """Who speaks."""

    champion: Iso3 | None = Field(
        default=None, description="Your own champion by default; the secretariat names one.", examples=["SEN"]
    )


SpokenBody = Annotated[VoiceBody, Body(default_factory=VoiceBody)]
"""It may be left out by those who speak for their own champion."""


class PledgeFileForm(GivenFile):
    """The one file of a pledge."""

    file: File | None = Field(
        default=None, description="TXT, RTF, PDF, DOC(X), ODT, PPT(X), ODP, XLS(X) or ODS, of at most 25 MB."
    )


class PledgingStateBody(BaseModel):
    """A State that is named in a pledge beside the one that records it."""

    iso3: str = Field(description="ISO 3166-1 alpha-3 code.", examples=["SEN"])
    name: str = Field(description="The State's name.", examples=["Senegal"])
    is_champion: bool = Field(description="Whether it is a champion, and so speaks for itself here.", examples=[True])
    voice: PledgeVoice | None = Field(description="What it said; null: nothing yet.", examples=["confirmed"])
    spoke_at: datetime | None = Field(description="When, in UTC.", examples=["2026-11-24T09:30:00Z"])
    person_name: str | None = Field(description="Who said it; null for all but members.", examples=["Amina Diallo"])
    is_on_behalf: bool = Field(description="Whether the secretariat recorded it on its behalf.", examples=[False])


class PledgeRef(BaseModel):
    """A pledge, where another record names it."""

    id: UUID = Field(description="Its key.", examples=[_KEY])
    title: str = Field(description="Its title.", examples=[_EXAMPLE["title"]])
    champion: ChampionRef = Field(description="Who recorded it.")


class PledgedProcess(BaseModel):
    """A process that a pledge is linked to."""

    id: UUID = Field(description="Its id.", examples=[_KEY])
    key: str = Field(description="Its key.", examples=["IMRF-2026"])
    title: str = Field(description="Its title.", examples=["International Migration Review Forum 2026"])


class LinkedActivity(BaseModel):
    """An activity that a pledge is linked to."""

    id: UUID = Field(description="Its key.", examples=[_KEY])
    title: str = Field(description="Its title.", examples=["Pledging hour"])


class PledgeFileBody(BaseModel):
    """The file of a pledge."""

    file_name: str = Field(description="What it is saved as.", examples=["Pledge.pdf"])
    media_type: str = Field(description="What it is, by its content.", examples=["application/pdf"])
    size: int = Field(description="Bytes.", examples=[204_800])
    uploaded_at: datetime = Field(description="When it came, in UTC.", examples=["2026-11-24T09:30:00Z"])


class PledgeSummary(Actions, RecordBody):
    """A pledge in a list."""

    title: str = Field(description="What is pledged, in a line.", examples=[_EXAMPLE["title"]])
    excerpt: str = Field(description="The beginning of its description.")
    language: Language = Field(description="The language it is written in.", examples=["en"])
    kind: PledgeKind | None = Field(description="What it brings.", examples=["process_oriented"])
    mode: PledgeMode = Field(description="Who makes it.", examples=["individual"])
    status: PledgeStatus = Field(description="Where it stands.", examples=["in_progress"])
    visibility: Visibility = Field(description="Who may read it once it is made.", examples=["public"])
    objectives: list[int] = Field(description="The objectives it serves.", examples=[[6, 18]])
    made_on: date | None = Field(description="The day on which it was made.", examples=["2026-05-06"])
    due_on: date | None = Field(description="By when it is to be fulfilled.", examples=["2029-12-31"])
    amount: int | None = Field(description="Whole units of the currency.", examples=[1_500_000])
    currency: str | None = Field(description="ISO 4217 code.", examples=["EUR"])
    network_number: str = Field(description="The Network's number.", examples=["2026-117"])
    champion: ChampionRef = Field(description="Who recorded it.")
    states: list[PledgingStateBody] = Field(description="The States that are named beside it.")
    processes: list[PledgedProcess] = Field(description="The processes it is made for, by date.")
    last_reported_on: date | None = Field(description="When something was last reported on it.")
    is_report_due: bool = Field(
        description="Whether it is open and nothing was reported on it for twelve months.", examples=[False]
    )
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class PledgeBody(ProvenanceBody, PledgeSummary):
    """A pledge with everything that is known of it."""

    description: str = Field(description="What is pledged.")
    status_reason: str | None = Field(
        description="Why it was discontinued; for members also why steps were skipped.", examples=[""]
    )
    countries: list[str] = Field(description="Where it is carried out.", examples=[["GHA"]])
    regions: list[str] = Field(description="Regions where it is carried out.", examples=[["011"]])
    partners: str = Field(description="The other actors of a partnership.", examples=["ILO, trade unions"])
    matches: PledgeRef | None = Field(description="The pledge here that it answers; null where one may not see it.")
    matches_title: str = Field(description="The title of what it answers, where that is not here.")
    matches_number: str = Field(description="The Network's number of what it answers.")
    answered_by: list[PledgeRef] = Field(description="The pledges that answer it.")
    activities: list[LinkedActivity] = Field(description="Activities that it came from, or that carry it out.")
    file: PledgeFileBody | None = Field(description="Its file.")
    reports_count: int = Field(description="How often something was reported on it.", examples=[2])
    missing: list[str] = Field(
        description="Of a draft, for those who may write it: the fields that are asked for before it is made.",
        examples=[["description", "kind"]],
    )
    asks_reason: list[str] = Field(
        description="Those of `actions` that ask for a reason now.", examples=[["discontinue"]]
    )
