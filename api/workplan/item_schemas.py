"""Workplan items as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from api.champions.schemas import ChampionRef
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title
from api.vocabularies.models import ScopeOfWork
from api.vocabularies.types import Countries, Iso3, ObjectiveNumber, Objectives
from api.workplan.models import WorkplanItemStatus, WorkplanStatus

WorkplanItemOrder = Literal["due_on", "-due_on", "title", "-title", "updated_at", "-updated_at"]

ProcessKey = Annotated[ShortText, Field(min_length=1, max_length=40)]
"""The key of a process, as ``/processes`` gives it."""
Result = Annotated[Paragraphs, StringConstraints(max_length=2000)]
"""What will be there when an item is done."""
Percentage = Annotated[int, Field(ge=0, le=100)]
"""How much of an item is done."""

MOST_A_PAGE = 500
"""A board, a table and a timeline show a plan whole."""

_ITEM_EXAMPLE: dict[str, Any] = {
    "title": "Regional calls, Africa",
    "scope_of_work": "dialogue",
    "lead": "KEN",
    "supporting": ["GMB", "SEN"],
    "objectives": [23],
    "expected_result": "Four calls held, each with a note of two pages.",
    "starts_on": "2026-06-01",
    "due_on": "2026-09-30",
}


class WorkplanItemQuery(ListQuery):
    """Filters and order of the list of workplan items."""

    sort: WorkplanItemOrder = Field(
        default="due_on", description="Order; `-` reverses. Items without a due date sort as the last to be due."
    )
    limit: int = Field(default=25, ge=1, le=MOST_A_PAGE, description="Rows a page: a whole workplan.", examples=[500])
    workplan_id: UUID | None = Field(default=None, description="Of this workplan.")
    scope_of_work: list[ScopeOfWork] = Field(default_factory=list, max_length=4, description="In any of these areas.")
    status: list[WorkplanItemStatus] = Field(default_factory=list, max_length=6, description="In any of these states.")
    lead: Iso3 | None = Field(default=None, description="Led by this champion.", examples=["KEN"])
    champion: Iso3 | None = Field(default=None, description="Led or supported by this champion.", examples=["SEN"])
    objective: list[ObjectiveNumber] = Field(
        default_factory=list, max_length=23, description="For any of these objectives.", examples=[[23]]
    )
    process: ShortText | None = Field(
        default=None, min_length=1, description="Linked to this process: its key or its id.", examples=["IMRF-2026"]
    )
    is_overdue: bool | None = Field(default=None, description="Unfinished after the day on which they were due.")
    due_before: date | None = Field(default=None, description="Due before this day.", examples=["2027-01-01"])
    q: SearchText | None = Field(default=None, description="Words in title or description.", examples=["calls"])


class WorkplanItemFields(RequestBody):
    """What may be written of an item; all but title and area may wait."""

    description: Paragraphs = Field(default="", description="What is to be done.")
    expected_result: Result = Field(
        default="",
        description="What will be there when it is done.",
        examples=["Four calls held, each with a note of two pages."],
    )
    lead: Iso3 | None = Field(
        default=None, description="The champion that leads; without one it belongs to the co-chairs.", examples=["KEN"]
    )
    supporting: Countries = Field(
        default_factory=list, description="Champions that support the lead.", examples=[["GMB", "SEN"]]
    )
    objectives: Objectives = Field(default_factory=list, description="GCM objectives it serves.", examples=[[23]])
    processes: Annotated[list[ProcessKey], Field(max_length=20)] = Field(
        default_factory=list, description="Keys of the processes it is linked to.", examples=[["IMRF-2026"]]
    )
    starts_on: date | None = Field(default=None, description="First day.", examples=["2026-06-01"])
    due_on: date | None = Field(default=None, description="The day on which it is due.", examples=["2026-09-30"])
    status: WorkplanItemStatus = Field(
        default=WorkplanItemStatus.NOT_STARTED, description="Where it stands.", examples=["on_track"]
    )
    dropped_reason: Paragraphs = Field(
        default="",
        description="Why it was dropped; asked for with the status `dropped`, and forgotten with any other.",
        examples=[""],
    )
    percentage: Percentage | None = Field(
        default=None, description="How much of it is done, where that says something.", examples=[50]
    )
    waits_for: Annotated[list[UUID], Field(max_length=50)] = Field(
        default_factory=list,
        description="Items of the same workplan that must come first. None may wait for itself by a roundabout way.",
        examples=[[]],
    )

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.starts_on and self.due_on and self.due_on < self.starts_on:
            raise ValueError("due_on is before starts_on: mend one of the two.")
        return self


class WorkplanItemCreate(WorkplanItemFields):
    """A new item: plan, title and area are enough."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"workplan_id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a04", **_ITEM_EXAMPLE}]}
    )

    workplan_id: UUID = Field(description="The workplan it belongs to.")
    title: Title = Field(description="What is to be done.", examples=["Regional calls, Africa"])
    scope_of_work: ScopeOfWork = Field(description="The area of the scope of work.", examples=["dialogue"])


class WorkplanItemChange(ChangeBody, WorkplanItemFields):
    """Changes to an item; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"status": "at_risk", "due_on": "2026-10-31"}]})

    title: Title = Field(default="", description="What is to be done.", examples=["Regional calls, Africa"])
    scope_of_work: ScopeOfWork = Field(
        default=ScopeOfWork.DIALOGUE, description="The area of the scope of work.", examples=["dialogue"]
    )


class LinkedProcess(BaseModel):
    """A process named in an item."""

    id: UUID = Field(description="The process's id.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a03"])
    key: str = Field(description="Its key.", examples=["IMRF-2026"])
    title: str = Field(description="Its title.", examples=["International Migration Review Forum 2026"])


class TiedItem(BaseModel):
    """An item of the same workplan that another waits for."""

    id: UUID = Field(description="The item's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06"])
    title: str = Field(description="What is to be done.", examples=["Mapping of national plans"])
    status: WorkplanItemStatus = Field(description="Where it stands.", examples=["done"])


class ItemOfAnotherPlan(BaseModel):
    """The same work in the workplan before or after."""

    id: UUID = Field(description="The item's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a07"])
    title: str = Field(description="Its title there.", examples=["Regional calls, Africa"])
    workplan_id: UUID = Field(description="The other workplan.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a08"])
    workplan_title: str = Field(description="Its title.", examples=["Workplan 2024–2025"])


class LastUpdate(BaseModel):
    """The newest progress update, cut short."""

    reported_at: datetime = Field(description="When, in UTC.", examples=["2026-09-12T10:00:00Z"])
    text: str = Field(description="Its first 280 characters.", examples=["Two of four calls held."])
    person_name: str = Field(description="Who wrote it.", examples=["Amina Diallo"])


class WorkplanItemSummary(Actions, RecordBody):
    """An item in a list."""

    workplan_id: UUID = Field(description="The workplan it belongs to.")
    title: str = Field(description="What is to be done.", examples=["Regional calls, Africa"])
    scope_of_work: ScopeOfWork = Field(description="The area of the scope of work.", examples=["dialogue"])
    status: WorkplanItemStatus = Field(description="Where it stands.", examples=["on_track"])
    dropped_reason: str = Field(description="Why it was dropped; empty where it was not.", examples=[""])
    percentage: int | None = Field(description="How much of it is done, where that was said.", examples=[50])
    expected_result: str = Field(
        description="What will be there when it is done.", examples=["Four calls held, each with a note."]
    )
    lead: ChampionRef | None = Field(description="The champion that leads; null: it belongs to the co-chairs.")
    supporting: list[ChampionRef] = Field(description="Champions that support the lead.")
    objectives: list[int] = Field(description="GCM objectives it serves.", examples=[[23]])
    processes: list[LinkedProcess] = Field(description="Processes it is linked to, by date.")
    starts_on: date | None = Field(description="First day.", examples=["2026-06-01"])
    due_on: date | None = Field(description="The day on which it is due.", examples=["2026-09-30"])
    is_overdue: bool = Field(description="Unfinished after the day on which it was due.", examples=[True])
    days_late: int = Field(description="Days since it was due; 0 where it is not overdue.", examples=[54])
    last_update: LastUpdate | None = Field(description="Its newest progress update.")
    waits_for: list[TiedItem] = Field(description="Items of the same workplan that must come first, by title.")
    is_rolled_over: bool = Field(description="Whether it goes on in another workplan.", examples=[False])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class WorkplanItemBody(ProvenanceBody, WorkplanItemSummary):
    """An item."""

    description: str = Field(description="What is to be done.")
    awaited_by: list[TiedItem] = Field(description="Items of the same workplan that wait for it, by title.")
    rolled_over_from: ItemOfAnotherPlan | None = Field(description="The item of another workplan that it goes on with.")
    rolled_over_to: ItemOfAnotherPlan | None = Field(description="The item of another workplan that goes on with it.")
    workplan_title: str = Field(description="Title of the workplan it belongs to.", examples=["Workplan 2026–2028"])
    workplan_status: WorkplanStatus = Field(description="Whether that is in force.", examples=["adopted"])
