"""Saved searches as the API takes and gives them."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import Title
from api.practices.schemas import PracticeFilters
from api.savedsearches.models import LetterFrequency

_EXAMPLE: dict[str, Any] = {
    "name": "Ethical recruitment in Asia",
    "filters": {"objective": [6], "region": ["142"]},
    "frequency": "weekly",
}


class SavedSearchCreate(RequestBody):
    """A search to keep: the filters of `listPractices`, among what is published."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    name: Title = Field(description="What one calls it.", examples=["Ethical recruitment in Asia"])
    filters: PracticeFilters = Field(
        default_factory=PracticeFilters,
        description="As `listPractices` takes them, without `status`. None: every practice.",
    )
    frequency: LetterFrequency = Field(
        default=LetterFrequency.DAILY, description="How often a letter tells what is new.", examples=["weekly"]
    )


class SavedSearchChange(ChangeBody):
    """What may be changed of a saved search. Other filters are another search."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"frequency": "never"}]})

    name: Title = Field(default="", description="What one calls it.", examples=["Recruitment"])
    frequency: LetterFrequency = Field(
        default=LetterFrequency.DAILY, description="How often a letter tells what is new.", examples=["never"]
    )


class SavedSearchBody(Actions, RecordBody):
    """A saved search, and what it finds now."""

    name: str = Field(description="What one calls it.", examples=["Ethical recruitment in Asia"])
    filters: PracticeFilters = Field(description="The filters of `listPractices`.")
    frequency: LetterFrequency = Field(description="How often a letter tells what is new.", examples=["weekly"])
    found: int = Field(description="Published practices that it finds.", examples=[12])
    new: int = Field(description="Those published, or published anew, since one last looked.", examples=[2])
    looked_at: datetime = Field(
        description="When one last looked at what it finds, in UTC.", examples=["2026-11-24T09:30:00Z"]
    )


class SavedSearchList(BaseModel):
    """All of one's saved searches, by name."""

    items: list[SavedSearchBody] = Field(description="All of one's saved searches.")
    most: int = Field(description="How many one may keep.", examples=[30])


class SavedSearchLetters(BaseModel):
    """What the link at the foot of a letter stands for."""

    names: list[str] = Field(
        description="The searches that letters tell of; none where they have stopped.",
        examples=[["Ethical recruitment in Asia"]],
    )
