"""Agenda items as the API takes and gives them."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.meetings.models import AgendaItemStatus
from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, Title
from api.vocabularies.types import Countries, Iso3, Objectives

Minutes = Annotated[int, Field(ge=1, le=600)]
"""Minutes that an agenda item takes."""

_EXAMPLE: dict[str, Any] = {
    "title": "Lessons from the cross-regional dialogue on missing migrants",
    "description": "What the dialogue agreed, and which champions would test the description grid.",
    "minutes": 20,
    "leads": ["GMB", "SEN"],
    "objectives": [8, 4],
}
_KEY = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a11"


class AgendaItemFields(RequestBody):
    """What may be written of an agenda item."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    description: Paragraphs = Field(default="", description="What it is about, and what the meeting is asked for.")
    minutes: Minutes = Field(default=10, description="How long it takes.", examples=[20])
    leads: Annotated[Countries, Field(max_length=10)] = Field(
        default_factory=list, description="Champions that lead the item.", examples=[["GMB", "SEN"]]
    )
    objectives: Objectives = Field(
        default_factory=list, description="The GCM objectives it is about.", examples=[[8, 4]]
    )
    workplan_item_id: UUID | None = Field(default=None, description="The workplan item that it discusses.")
    activity_id: UUID | None = Field(default=None, description="The activity that it discusses.")
    practice_id: UUID | None = Field(default=None, description="The practice that it discusses.")
    process_id: UUID | None = Field(default=None, description="The outside process that it discusses.")


class AgendaItemCreate(AgendaItemFields):
    """A proposal for the agenda: a title is enough."""

    title: Title = Field(
        description="What it is called on the agenda.",
        examples=["Lessons from the cross-regional dialogue on missing migrants"],
    )
    champion: Iso3 | None = Field(
        default=None,
        description="On whose behalf; one's own champion by default. The secretariat may leave it out: the co-chairs' own item.",
        examples=["GMB"],
    )


class AgendaItemChange(ChangeBody, AgendaItemFields):
    """Changes to an agenda item; what is left out stays."""

    title: Title = Field(
        default="",
        description="What it is called on the agenda.",
        examples=["Lessons from the cross-regional dialogue on missing migrants"],
    )


class AgendaItemAcceptance(RequestBody):
    """How a proposal goes onto the agenda."""

    minutes: Minutes | None = Field(default=None, description="Minutes given to it, if others than asked.")
    position: Annotated[int, Field(ge=1, le=200)] | None = Field(
        default=None, description="Its place on the agenda; the last by default.", examples=[3]
    )


class AgendaOrder(RequestBody):
    """The accepted items in their order."""

    items: Annotated[list[UUID], Field(max_length=200)] = Field(
        description="Keys of all accepted items, each once, the first first.", examples=[[_KEY]]
    )


class LinkedRecord(BaseModel):
    """A record that an agenda item is linked to."""

    id: UUID = Field(description="The record's key.", examples=[_KEY])
    title: str = Field(description="Its title.", examples=["Cross-regional dialogue on missing migrants"])


class AgendaItemBody(Actions, RecordBody):
    """An agenda item, or a proposal for one. A linked record that the caller may not see is null."""

    meeting_id: UUID = Field(description="The meeting on whose agenda it is.", examples=[_KEY])
    title: str = Field(
        description="What it is called on the agenda.",
        examples=["Lessons from the cross-regional dialogue on missing migrants"],
    )
    description: str = Field(description="What it is about, and what the meeting is asked for.")
    minutes: int = Field(description="How long it takes.", examples=[20])
    position: int | None = Field(description="Its place on the agenda, from 1; null unless accepted.", examples=[3])
    status: AgendaItemStatus = Field(description="Where the proposal stands.", examples=["accepted"])
    decision_reason: str = Field(description="Why it was declined or withdrawn.")
    proposed_by: ChampionRef | None = Field(description="Who proposed it; null: the co-chairs' own item.")
    leads: list[ChampionRef] = Field(description="Champions that lead the item.")
    objectives: list[int] = Field(description="The GCM objectives it is about.", examples=[[8, 4]])
    workplan_item: LinkedRecord | None = Field(description="The workplan item that it discusses.")
    activity: LinkedRecord | None = Field(description="The activity that it discusses.")
    practice: LinkedRecord | None = Field(description="The practice that it discusses.")
    process: LinkedRecord | None = Field(description="The outside process that it discusses.")
