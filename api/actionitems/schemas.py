"""Action items and what is reported on them, as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.actionitems.models import ActionItemStatus
from api.champions.schemas import ChampionRef
from api.meetings.agenda_schemas import LinkedRecord
from api.minutes.decision_schemas import MeetingRef
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Line, Paragraphs, SearchText
from api.vocabularies.types import Iso3

ActionItemOrder = Literal["due_on", "-due_on", "updated_at", "-updated_at"]
Owner = Literal["secretariat"] | Iso3
"""A champion by its code, or the secretariat."""

ActionTitle = Line[Annotated[str, StringConstraints(min_length=1, max_length=300)]]
Report = Annotated[Paragraphs, StringConstraints(min_length=1)]

_TITLE = "Circulate a list of contact persons for missing migrants"
_EXAMPLE: dict[str, Any] = {"title": _TITLE, "owner": "GMB", "due_on": "2027-01-15"}


class ActionItemQuery(ListQuery):
    """Filters and order of the list of action items."""

    sort: ActionItemOrder = Field(
        default="due_on", description="Order; `-` reverses. Items without a due date sort as the last to be due."
    )
    owner: list[Owner] = Field(
        default_factory=list,
        max_length=60,
        description="Of any of these champions, or `secretariat`.",
        examples=[["GMB"]],
    )
    is_mine: bool | None = Field(
        default=None, description="Whether the caller's own champion, or secretariat, owns it."
    )
    status: list[ActionItemStatus] = Field(default_factory=list, max_length=3, description="In any of these states.")
    is_overdue: bool | None = Field(default=None, description="Open after the day on which it was due.")
    is_date_asked: bool | None = Field(default=None, description="Whether its owner asks for a new due date.")
    due_before: date | None = Field(default=None, description="Due before this day.", examples=["2027-02-01"])
    due_after: date | None = Field(default=None, description="Due after this day.", examples=["2026-12-31"])
    meeting_id: UUID | None = Field(default=None, description="Agreed at this meeting.")
    agenda_item_id: UUID | None = Field(default=None, description="Agreed under this agenda item.")
    decision_id: UUID | None = Field(default=None, description="Following from this decision.")
    q: SearchText | None = Field(default=None, description="Words in title or description.", examples=["contact"])


class ActionItemFields(RequestBody):
    """What may be written of an action item; all but the title may wait."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    description: Paragraphs = Field(default="", description="More about what is to be done.")
    owner: Owner = Field(
        default="secretariat", description="Who does it: a champion, or the secretariat.", examples=["GMB"]
    )
    due_on: date | None = Field(default=None, description="By when.", examples=["2027-01-15"])
    meeting_id: UUID | None = Field(default=None, description="The meeting at which it was agreed.")
    agenda_item_id: UUID | None = Field(default=None, description="The agenda item under which it was agreed.")
    decision_id: UUID | None = Field(default=None, description="The decision that it follows from.")


class ActionItemCreate(ActionItemFields):
    """A new action item: a title is enough."""

    title: ActionTitle = Field(description="What is to be done.", examples=[_TITLE])


class ActionItemChange(ChangeBody, ActionItemFields):
    """Changes to an action item; what is left out stays."""

    title: ActionTitle = Field(default="", description="What is to be done.", examples=[_TITLE])


class LastReport(BaseModel):
    """The latest that was reported."""

    reported_at: datetime = Field(description="When, in UTC.", examples=["2026-12-20T09:40:00Z"])
    text: str = Field(description="How it begins.", examples=["Twelve champions have answered."])
    person_name: str = Field(description="Who reported it.", examples=["Amina Diallo"])


class ActionItemBody(ProvenanceBody, Actions, RecordBody):
    """An action item with where it comes from. A linked record that the caller may not see is null."""

    title: str = Field(description="What is to be done.", examples=[_TITLE])
    description: str = Field(description="More about it.")
    owner: ChampionRef | None = Field(description="The champion that does it; null: the secretariat.")
    due_on: date | None = Field(description="By when.", examples=["2027-01-15"])
    asked_due_on: date | None = Field(
        description="The new due date that its owner asks for; null where none is asked for.", examples=["2027-03-01"]
    )
    status: ActionItemStatus = Field(description="Where it stands.", examples=["open"])
    status_reason: str = Field(description="Why it was dropped or opened again, or how it was done.")
    closed_at: datetime | None = Field(
        description="When it was done or dropped, in UTC.", examples=["2027-01-10T09:00:00Z"]
    )
    is_overdue: bool = Field(description="Open after the day on which it was due.", examples=[False])
    days_late: int = Field(description="Whole days since it was due; 0 where it is not late.", examples=[0])
    is_mine: bool = Field(description="Whether the caller's own champion, or secretariat, owns it.", examples=[True])
    meeting: MeetingRef | None = Field(description="The meeting at which it was agreed.")
    agenda_item: LinkedRecord | None = Field(description="The agenda item under which it was agreed.")
    decision: LinkedRecord | None = Field(
        description="The decision that it follows from; its title is the decision's text."
    )
    decision_number: int | None = Field(description="That decision's number within its meeting.", examples=[2])
    last_report: LastReport | None = Field(description="The latest that was reported.")
    reports_count: int = Field(description="How often it was reported on.", examples=[2])


class ActionItemReportQuery(ListQuery):
    """Of the list of what was reported on an action item."""


class ActionItemReport(RequestBody):
    """What is reported on an action item."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Twelve champions have answered."}]})

    text: Report = Field(
        description="What was done, and what comes next.", examples=["Twelve champions have answered."]
    )
    asked_due_on: date | None = Field(
        default=None,
        description="A new due date that is asked for; the text says why. The co-chairs answer.",
        examples=["2027-03-01"],
    )


class ActionItemUpdateBody(RecordBody):
    """What was reported on an action item."""

    text: str = Field(
        description="What was reported; empty where only the state or the date changed.",
        examples=["Twelve champions have answered."],
    )
    status: ActionItemStatus | None = Field(
        description="Where the item stood after it, if that changed.", examples=["done"]
    )
    asked_due_on: date | None = Field(description="The new due date that was asked for.", examples=["2027-03-01"])
    due_on: date | None = Field(description="The new due date that was given.", examples=["2027-03-01"])
    champion: ChampionRef | None = Field(description="The champion that reported; null: the secretariat.")
    person_name: str = Field(description="Who reported.", examples=["Amina Diallo"])
    reported_at: datetime = Field(description="When, in UTC.", examples=["2026-12-20T09:40:00Z"])
