"""Decisions as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.meetings.agenda_schemas import LinkedRecord
from api.minutes.schemas import KEY
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText

DecisionOrder = Literal["-held_at", "held_at", "-created_at", "created_at", "number", "-number"]
_TEXT = "The Champions will hold a cross-regional dialogue on missing migrants before June."

DecisionText = Annotated[Paragraphs, StringConstraints(min_length=1, max_length=2000)]


class DecisionQuery(ListQuery):
    """Filters and order of the list of decisions."""

    sort: DecisionOrder = Field(
        default="-held_at", description="Order; `-` reverses. `held_at` is when the meeting began."
    )
    term_id: UUID | None = Field(default=None, description="Of the meetings in this co-chair term.")
    meeting_id: UUID | None = Field(default=None, description="Of this meeting.")
    agenda_item_id: UUID | None = Field(default=None, description="Under this agenda item.")
    workplan_item_id: UUID | None = Field(default=None, description="About this workplan item.")
    activity_id: UUID | None = Field(default=None, description="About this activity.")
    is_public: bool | None = Field(default=None, description="Whether it is marked as a public outcome.")
    q: SearchText | None = Field(default=None, description="Words in the text.", examples=["dialogue"])


class MeetingDecisionQuery(ListQuery):
    """Order of a meeting's decisions."""

    sort: DecisionOrder = Field(default="number", description="Order; `-` reverses.")


class DecisionFields(RequestBody):
    """What may be written of a decision beside its text."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": _TEXT, "is_public": True}]})

    agenda_item_id: UUID | None = Field(default=None, description="The agenda item under which it was taken.")
    is_public: bool = Field(
        default=False, description="Whether everyone may read it once the minutes are adopted.", examples=[True]
    )
    workplan_item_id: UUID | None = Field(default=None, description="The workplan item that it takes up.")
    activity_id: UUID | None = Field(default=None, description="The activity that it takes up.")


class DecisionCreate(DecisionFields):
    """A new decision: its text is enough."""

    text: DecisionText = Field(description="What was decided.", examples=[_TEXT])


class DecisionChange(ChangeBody, DecisionFields):
    """Changes to a decision; what is left out stays."""

    text: DecisionText = Field(default="", description="What was decided.", examples=[_TEXT])


class MeetingRef(BaseModel):
    """A meeting named in another record."""

    id: UUID = Field(description="The meeting's key.", examples=[KEY])
    title: str = Field(description="Its title.", examples=["Quarterly technical meeting"])
    starts_at: datetime = Field(description="When it begins, in UTC.", examples=["2026-12-10T14:00:00Z"])


class DecisionBody(Actions, RecordBody):
    """A decision of a meeting. A linked record that the caller may not see is null."""

    meeting: MeetingRef = Field(description="The meeting that took it.")
    agenda_item: LinkedRecord | None = Field(description="The agenda item under which it was taken.")
    number: int = Field(description="Its number within the meeting.", examples=[2])
    text: str = Field(description="What was decided.", examples=[_TEXT])
    is_public: bool = Field(description="Whether everyone may read it once the minutes are adopted.", examples=[True])
    is_adopted: bool = Field(
        description="Whether the minutes that tell it are adopted: its words are locked.", examples=[True]
    )
    workplan_item: LinkedRecord | None = Field(description="The workplan item that it takes up.")
    activity: LinkedRecord | None = Field(description="The activity that it takes up.")
    action_items_count: int = Field(description="How many action items follow from it.", examples=[2])
    open_action_items_count: int = Field(description="How many of them are open.", examples=[1])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])
