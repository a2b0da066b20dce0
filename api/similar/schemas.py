"""Similar records as the API gives them."""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.platform.texts import Paragraphs
from api.vocabularies.types import M49, ObjectiveNumber


class SimilarKind(StrEnum):
    """What is looked through."""

    PRACTICE = "practice"
    ACTIVITY = "activity"


class ReasonKind(StrEnum):
    """Why a record is similar."""

    WORDS = "words"
    OBJECTIVES = "objectives"
    REGION = "region"
    DATES = "dates"


class SimilarQuery(BaseModel):
    """What is being written: the text, and what is known of it beside."""

    model_config = ConfigDict(extra="forbid")

    kind: SimilarKind = Field(description="Practices or activities.", examples=["practice"])
    text: Paragraphs = Field(
        description="Title and text, as far as written.", examples=["Pre-departure information for nurses"]
    )
    objective: Annotated[list[ObjectiveNumber], Field(max_length=23)] = Field(
        default_factory=list, description="Its objectives.", examples=[[3]]
    )
    region: Annotated[list[M49], Field(max_length=27)] = Field(
        default_factory=list, description="The UN M49 regions of who writes it.", examples=[["142"]]
    )
    starts_on: date | None = Field(default=None, description="Its first day, of an activity.", examples=["2027-02-18"])
    exclude: UUID | None = Field(default=None, description="The record itself, where it is saved already.")
    limit: int = Field(default=5, ge=1, le=20, description="How many at most.", examples=[5])


class SimilarityReason(BaseModel):
    """A reason why a record is similar; what does not belong to its kind is empty or null."""

    kind: ReasonKind = Field(description="Which reason.", examples=["objectives"])
    words: list[str] = Field(description="The weightiest words that both have, as they were written.", examples=[[]])
    objectives: list[int] = Field(description="The objectives that both serve.", examples=[[5]])
    region: str | None = Field(description="The UN M49 region that both are of.", examples=["142"])
    days_apart: int | None = Field(description="How many days lie between the first days.", examples=[3])


class SimilarRecord(BaseModel):
    """A record that resembles what is being written."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    kind: SimilarKind = Field(description="A practice or an activity.", examples=["practice"])
    title: str = Field(description="Its title.", examples=["Pre-departure information in district offices"])
    status: str = Field(description="Where it stands.", examples=["published"])
    champion: ChampionRef | None = Field(description="Whose it is; null: the Initiative's as a whole.")
    starts_on: date | None = Field(description="Its first day.", examples=["2023-02-01"])
    score: float = Field(description="From 0 to 1: how much the two have in common.", examples=[0.62])
    reasons: list[SimilarityReason] = Field(description="Why, the words first.")


class SimilarRecords(BaseModel):
    """Records that resemble one another, the most alike first."""

    items: list[SimilarRecord] = Field(description="The most alike first; none where nothing is.")
