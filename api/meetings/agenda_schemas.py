"""Agenda items as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.meetings.models import AgendaItemOrigin, AgendaItemStatus
from api.platform.language import Language
from api.platform.paging import ListQuery
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


class Wording(RequestBody):
    """An item's words in one language."""

    title: Title = Field(description="The title.", examples=["Enseignements du dialogue sur les migrants disparus"])
    description: Paragraphs = Field(default="", description="What it is about.")


_TRANSLATIONS = {"fr": {"title": "Enseignements du dialogue sur les migrants disparus", "description": ""}}


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
    statement_id: UUID | None = Field(default=None, description="The joint statement that it discusses.")
    translations: dict[Language, Wording] = Field(
        default_factory=dict,
        description="The same words in other official languages, by language.",
        examples=[_TRANSLATIONS],
    )


class AgendaItemCreate(AgendaItemFields):
    """A proposal for the agenda: a title is enough."""

    title: Title = Field(
        description="What it is called on the agenda.",
        examples=["Lessons from the cross-regional dialogue on missing migrants"],
    )
    language: Language | None = Field(
        default=None, description="The language of title and description; by default the request's.", examples=["en"]
    )
    champion: Iso3 | None = Field(
        default=None,
        description="On whose behalf; one's own champion by default. The secretariat may leave it out: the co-chairs' own item.",
        examples=["GMB"],
    )


class AgendaItemChange(ChangeBody, AgendaItemFields):
    """Changes to an agenda item; what is left out stays. `translations` are replaced as a whole."""

    title: Title = Field(
        default="",
        description="What it is called on the agenda.",
        examples=["Lessons from the cross-regional dialogue on missing migrants"],
    )
    language: Language = Field(
        default=Language.ENGLISH, description="The language of title and description.", examples=["en"]
    )


class AgendaItemAcceptance(RequestBody):
    """How a proposal goes onto the agenda."""

    minutes: Minutes | None = Field(default=None, description="Minutes given to it, if others than asked.")
    position: Annotated[int, Field(ge=1, le=200)] | None = Field(
        default=None, description="Its place on the agenda; the last by default.", examples=[3]
    )


class AgendaItemMerging(RequestBody):
    """Which proposal another becomes a part of."""

    into: UUID = Field(description="Key of a proposal or agenda item of the same meeting.", examples=[_KEY])


class AgendaItemMark(RequestBody):
    """Whether the meeting came to an item."""

    is_reached: bool | None = Field(description="Null: not said.", examples=[False])


class AgendaItemCarrying(RequestBody):
    """Where an item goes on."""

    meeting_id: UUID | None = Field(
        default=None, description="A later meeting; by default the next technical one.", examples=[_KEY]
    )


class AgendaSupport(RequestBody):
    """On whose behalf a proposal is said to matter."""

    champion: Iso3 | None = Field(
        default=None, description="One's own champion by default; the secretariat names it.", examples=["GMB"]
    )


class ProposalQuery(ListQuery):
    """Filters and order of the proposals for a meeting."""

    sort: Literal["-support", "support", "created_at", "-created_at"] = Field(
        default="-support", description="By the number of champions to which they matter, or by age."
    )
    status: list[AgendaItemStatus] = Field(default_factory=list, max_length=5, description="Any of these states.")


class AgendaOrder(RequestBody):
    """The accepted items in their order."""

    items: Annotated[list[UUID], Field(max_length=200)] = Field(
        description="Keys of all accepted items, each once, the first first.", examples=[[_KEY]]
    )


class LinkedRecord(BaseModel):
    """A record that an agenda item is linked to."""

    id: UUID = Field(description="The record's key.", examples=[_KEY])
    title: str = Field(description="Its title.", examples=["Cross-regional dialogue on missing migrants"])


class Supporter(BaseModel):
    """A champion to which a proposal matters."""

    champion: ChampionRef = Field(description="The champion.")
    person_name: str = Field(description="Who said so for it.", examples=["Awa Ceesay"])


class CarriedItem(BaseModel):
    """The same item on another meeting's agenda."""

    id: UUID = Field(description="The item's key there.", examples=[_KEY])
    meeting_id: UUID = Field(description="That meeting.", examples=[_KEY])
    meeting_title: str = Field(description="What that meeting is called.", examples=["Quarterly technical meeting"])
    meeting_starts_at: datetime = Field(description="When that meeting begins.", examples=["2026-12-10T14:00:00Z"])


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
    statement: LinkedRecord | None = Field(description="The joint statement that it discusses.")
    language: Language = Field(description="The language of title and description.", examples=["en"])
    translations: dict[Language, Wording] = Field(
        description="The same words in other languages, by language.", examples=[_TRANSLATIONS]
    )
    origin: AgendaItemOrigin = Field(
        description="How it came to be: proposed, or put there when the agenda was drafted.", examples=["proposal"]
    )
    co_proposers: list[ChampionRef] = Field(description="Champions whose proposals were merged into this one.")
    merged_into_id: UUID | None = Field(description="The item of which this proposal is a part now.", examples=[None])
    supporters: list[Supporter] = Field(description="Champions to which it matters, for members.")
    is_reached: bool | None = Field(
        description="Whether the meeting came to it; null before, or where nobody said.", examples=[None]
    )
    carried_from: CarriedItem | None = Field(description="Where it stood before it was carried over to this meeting.")
    carried_to: CarriedItem | None = Field(description="Where it goes on, since it was not reached here.")
