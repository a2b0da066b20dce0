"""Practices as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from api.champions.schemas import ChampionRef
from api.platform.highlights import Highlight
from api.platform.language import Language
from api.platform.paging import ListQuery
from api.platform.records import Visibility
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Line, Paragraphs, Reason, SearchText, ShortText, Title, WebAddress
from api.practices.models import GeographicScope, Licence, PracticeField, PracticeStatus, PracticeType, ReviewVoice
from api.vocabularies.types import (
    M49,
    Countries,
    Iso3,
    ObjectiveNumber,
    Objectives,
    PrincipleNumber,
    Principles,
    Regions,
    SdgNumber,
    Sdgs,
)

Acronym = Line[Annotated[str, StringConstraints(min_length=2, max_length=20)]]

PracticeOrder = Literal[
    "-published_at", "published_at", "-submitted_at", "submitted_at", "-updated_at", "updated_at", "title", "-title",
    "-relevance",
]  # fmt: skip

_EXAMPLE: dict[str, Any] = {
    "title": "Pre-departure information in district offices",
    "summary": "Trained local officers give departing workers verified facts on contracts, costs and rights.",
    "type_of_practice": "programme_or_project",
    "geographic_scope": "national",
    "starts_on": "2023-02-01",
    "main_implementing_organization": "Ministry of Expatriates' Welfare",
    "objectives_primary": [3],
    "objectives_secondary": [6],
    "guiding_principles": [1, 9],
    "sdgs": [8, 10],
    "countries": ["BGD"],
    "regions": ["034"],
}


class PracticeFilters(BaseModel):
    """What practices can be found by. Several values of one filter: any of them; several filters: all of them."""

    model_config = ConfigDict(extra="forbid")

    status: list[PracticeStatus] = Field(default_factory=list, max_length=7, description="Any of these states.")
    champion: Iso3 | None = Field(default=None, description="Of this champion.", examples=["BGD"])
    objective: list[ObjectiveNumber] = Field(
        default_factory=list, max_length=23, description="For any of these objectives.", examples=[[3]]
    )
    principle: Annotated[list[PrincipleNumber], Field(max_length=10)] = Field(
        default_factory=list, description="That adhere to any of these guiding principles.", examples=[[1]]
    )
    sdg: Annotated[list[SdgNumber], Field(max_length=17)] = Field(
        default_factory=list, description="That serve any of these Sustainable Development Goals.", examples=[[10]]
    )
    region: Annotated[list[M49], Field(max_length=27)] = Field(
        default_factory=list,
        description="Of a champion in any of these UN M49 regions, or taking place there.",
        examples=[["142"]],
    )
    country: Annotated[list[Iso3], Field(max_length=193)] = Field(
        default_factory=list, description="Of any of these countries, or taking place there.", examples=[["BGD"]]
    )
    type_of_practice: list[PracticeType] = Field(
        default_factory=list, max_length=6, description="Of any of these types."
    )
    language: list[Language] = Field(
        default_factory=list, max_length=6, description="Written in any of these languages."
    )
    year: Annotated[list[Annotated[int, Field(ge=1990, le=2100)]], Field(max_length=50)] = Field(
        default_factory=list, description="Under way in any of these years.", examples=[[2024]]
    )
    q: SearchText | None = Field(
        default=None, description="Words to search for, in any of the six languages.", examples=["consular"]
    )


class PracticeQuery(PracticeFilters, ListQuery):
    """Filters and order of the list of practices."""

    sort: PracticeOrder = Field(
        default="-published_at",
        description="Order; `-` reverses. What has not happened yet counts as of the practice's creation;"
        " `-relevance`: what fits the words of `q` best comes first.",
    )


class PracticeFields(RequestBody):
    """What may be written of a practice: the Hub's form. All but the title may wait until it is submitted."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    summary: Paragraphs = Field(default="", description="What it is and does, in at most 300 words.")
    type_of_practice: PracticeType | None = Field(default=None, description="Its type in the Hub's terms.")
    geographic_scope: GeographicScope | None = Field(default=None, description="How far it reaches.")
    starts_on: date | None = Field(
        default=None, description="First day; ideally after December 2018.", examples=["2023-02-01"]
    )
    ends_on: date | None = Field(default=None, description="Last day; null while it goes on.", examples=["2025-01-31"])
    main_implementing_organization: ShortText = Field(default="", description="Who carries it out.")
    implementing_focal_point: ShortText = Field(default="", description="Whom the reviewers may ask; never published.")
    partners: Paragraphs = Field(default="", description="Partners.")
    organizations_involved: Paragraphs = Field(default="", description="Other organizations involved.")
    benefit_and_impact: Paragraphs = Field(default="", description="What it changed, for whom, and how that is known.")
    key_lessons: Paragraphs = Field(default="", description="What others should know before they begin.")
    recommendations: Paragraphs = Field(default="", description="How another State or body could replicate it.")
    innovation: Paragraphs = Field(default="", description="What is new about it.")
    cross_cutting_themes: Paragraphs = Field(default="", description="Themes across the objectives.")
    language: Language = Field(default=Language.ENGLISH, description="The language it is written in.")
    objectives_primary: Objectives = Field(
        default_factory=list, description="The objectives it serves first of all.", examples=[[3]]
    )
    objectives_secondary: Objectives = Field(
        default_factory=list, description="Other objectives it serves.", examples=[[6]]
    )
    guiding_principles: Principles = Field(
        default_factory=list, description="The guiding principles it adheres to.", examples=[[1, 9]]
    )
    sdgs: Sdgs = Field(default_factory=list, description="The Sustainable Development Goals it serves.", examples=[[8]])
    countries: Countries = Field(default_factory=list, description="Where it takes place.", examples=[["BGD"]])
    regions: Regions = Field(
        default_factory=list, description="Regions it concerns, as UN M49 codes.", examples=[["034"]]
    )
    additional_resources: Annotated[list[WebAddress], Field(max_length=20)] = Field(
        default_factory=list, description="Links."
    )
    licence: Licence = Field(
        default=Licence.CC_BY, description="What others may do with it once it is published (SPDX identifier)."
    )
    visibility: Visibility = Field(default=Visibility.PUBLIC, description="Who may read it once it is published.")
    known_acronyms: Annotated[list[Acronym], Field(max_length=50)] = Field(
        default_factory=list,
        description="Acronyms that need not be spelled out in it, or are none: they are pointed at no more.",
        examples=[["UN"]],
    )

    @field_validator("ends_on")
    @classmethod
    def _ends_after_it_starts(cls, ends_on: date | None, info: ValidationInfo) -> date | None:
        starts_on = info.data.get("starts_on")
        if starts_on and ends_on and ends_on < starts_on:
            raise PydanticCustomError("ends_before_it_starts", "A practice ends on its first day or later.")
        return ends_on


class PracticeCreate(PracticeFields):
    """A new practice: a title is enough."""

    title: Title = Field(
        description="Descriptive and concise.", examples=["Pre-departure information in district offices"]
    )
    champion: Iso3 | None = Field(
        default=None, description="Whose it is; one's own champion by default.", examples=["BGD"]
    )


class PracticeChange(ChangeBody, PracticeFields):
    """Changes to a practice; what is left out stays."""

    title: Title = Field(
        default="", description="Descriptive and concise.", examples=["Pre-departure information in district offices"]
    )


class Withdrawal(ReasonBody):
    """Why a practice is withdrawn: for its parties, and for the public."""

    public_reason: Reason | None = Field(
        default=None,
        description="Why, for whoever follows a citation; left out, the tombstone says only since when.",
        examples=["The programme has ended, and its figures were superseded by the evaluation of 2027."],
    )


class PracticeHeading(BaseModel):
    """What a practice is, at a glance."""

    title: str = Field(description="Its title.", examples=["Pre-departure information in district offices"])
    summary: str = Field(description="What it is and does.")
    objectives_primary: list[int] = Field(description="The objectives it serves first of all.", examples=[[3]])
    objectives_secondary: list[int] = Field(description="Other objectives it serves.", examples=[[6]])
    type_of_practice: PracticeType | None = Field(description="Its type in the Hub's terms.")
    language: Language = Field(description="The language it is written in.", examples=["en"])
    starts_on: date | None = Field(description="First day.", examples=["2023-02-01"])
    ends_on: date | None = Field(description="Last day; null while it goes on.", examples=["2025-01-31"])


class PracticeMatter(BaseModel):
    """The rest of what the Hub's form asks for and the public may read."""

    geographic_scope: GeographicScope | None = Field(description="How far it reaches.")
    main_implementing_organization: str = Field(description="Who carries it out.")
    partners: str = Field(description="Partners.")
    organizations_involved: str = Field(description="Other organizations involved.")
    benefit_and_impact: str = Field(description="What it changed, for whom, and how that is known.")
    key_lessons: str = Field(description="What others should know before they begin.")
    recommendations: str = Field(description="How another State or body could replicate it.")
    innovation: str = Field(description="What is new about it.")
    cross_cutting_themes: str = Field(description="Themes across the objectives.")
    guiding_principles: list[int] = Field(description="The guiding principles it adheres to.", examples=[[1, 9]])
    sdgs: list[int] = Field(description="The Sustainable Development Goals it serves.", examples=[[8]])
    countries: list[str] = Field(description="Where it takes place.", examples=[["BGD"]])
    regions: list[str] = Field(description="Regions it concerns, as UN M49 codes.", examples=[["034"]])
    additional_resources: list[str] = Field(description="Links.")
    licence: Licence = Field(
        description="What others may do with it (SPDX identifier of the licence).", examples=["CC-BY-4.0"]
    )


class PracticeSummary(Actions, PracticeHeading, RecordBody):
    """A practice in a list."""

    status: PracticeStatus = Field(description="Where it stands.", examples=["published"])
    visibility: Visibility = Field(description="Who may read it once it is published.", examples=["public"])
    champion: ChampionRef = Field(description="Whose it is.")
    published_at: datetime | None = Field(
        description="When its current version was published, in UTC.", examples=["2026-06-01T10:00:00Z"]
    )
    submitted_at: datetime | None = Field(
        description="When it was last submitted, in UTC.", examples=["2026-05-20T10:00:00Z"]
    )
    version: int = Field(description="Number of its last published version; 0 before the first.", examples=[1])
    revises_id: UUID | None = Field(description="The published practice that this one revises.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])
    asks_reason: list[str] = Field(
        description="Those of `actions` that ask for a reason now.", examples=[["request-changes"]]
    )


class UnexplainedAcronym(BaseModel):
    """An acronym that no field spells out."""

    field: PracticeField = Field(description="Where it comes first.", examples=["summary"])
    acronym: str = Field(description="As it is written, in the singular.", examples=["IOM"])


class PracticeHighlight(Highlight):
    """Where the words searched for stand in a practice, or in a translation of it."""

    language: Language = Field(
        description="The language of the text that says them: the reader's, where it does.", examples=["fr"]
    )


class PracticeInList(PracticeSummary):
    """A practice in a list, with the words by which it was found."""

    highlight: PracticeHighlight | None = Field(description="Where the words of `q` stand in it; null without `q`.")


class PracticeBody(ProvenanceBody, PracticeMatter, PracticeSummary):
    """A practice with everything that the Hub's form asks for."""

    implementing_focal_point: str | None = Field(
        description="Whom the reviewers may ask; null for all but the parties of its review."
    )
    review_note: str | None = Field(description="What the secretariat last wrote to the champion; null for others.")
    missing: list[str] = Field(
        description="Fields that are still needed before it can be submitted.", examples=[["key_lessons"]]
    )
    acronyms: list[UnexplainedAcronym] = Field(
        description="Acronyms that are not spelled out, for its parties while it is written and reviewed. They block nothing."
    )
    known_acronyms: list[str] = Field(
        description="Acronyms that its parties know, and that are pointed at no more; for them alone.",
        examples=[["UN"]],
    )
    open_revision_id: UUID | None = Field(description="The revision under way, for its champion and the secretariat.")
    withdrawn_at: datetime | None = Field(
        description="When it was withdrawn, in UTC; null unless it is.", examples=["2027-03-01T10:00:00Z"]
    )
    withdrawal_reason: str = Field(description="Why it was withdrawn, as the public is told; may be empty.")
    voice: ReviewVoice | None = Field(
        description="As what the caller speaks in its review; null where that is not for them.", examples=["author"]
    )


class FileOfVersion(BaseModel):
    """A file beside a version."""

    id: UUID = Field(description="Its key, the same in every version that has it.")
    title: str = Field(description="What it is.", examples=["Training manual for district officers"])
    file_name: str = Field(description="What it is saved as.", examples=["Training manual.pdf"])
    media_type: str = Field(description="What it is, by its content.", examples=["application/pdf"])
    size: int = Field(description="Bytes.", examples=[204_800])


class PracticeContent(PracticeMatter, PracticeHeading):
    """What a version freezes: everything that the public may read, and no more."""

    files: list[FileOfVersion] = Field(description="Files beside it, in their order.")


class PracticeVersionSummary(BaseModel):
    """A published version."""

    number: int = Field(description="Counts from 1.", examples=[1])
    published_at: datetime = Field(description="When it was published, in UTC.", examples=["2026-06-01T10:00:00Z"])
    title: str = Field(description="Its title then.", examples=["Pre-departure information in district offices"])


class PracticeVersionBody(PracticeVersionSummary):
    """A published version with its content as it was."""

    content: PracticeContent = Field(description="The practice as it was published.")


class PracticeVersionList(BaseModel):
    """All published versions."""

    items: list[PracticeVersionSummary] = Field(description="Newest first.")


class ReviewStep(BaseModel):
    """One step of the review."""

    at: datetime = Field(description="When, in UTC.", examples=["2026-05-22T10:00:00Z"])
    person_name: str = Field(description="Who took it.", examples=["Amina Diallo"])
    from_status: PracticeStatus = Field(description="Where it stood before.", examples=["under_review"])
    to_status: PracticeStatus = Field(description="Where it stood after.", examples=["changes_requested"])
    note: str = Field(description="What they wrote.", examples=["Spell out the acronyms."])


class ReviewStepList(BaseModel):
    """The review of a practice."""

    items: list[ReviewStep] = Field(description="Oldest first.")
