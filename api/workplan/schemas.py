"""Workplans, their items and progress updates as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.champions.schemas import ChampionRef
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title
from api.vocabularies.models import ScopeOfWork
from api.vocabularies.types import Countries, Iso3, ObjectiveNumber, Objectives
from api.workplan.models import WorkplanItemStatus, WorkplanStatus

WorkplanOrder = Literal["-starts_on", "starts_on"]
WorkplanItemOrder = Literal["due_on", "-due_on", "title", "-title", "updated_at", "-updated_at"]

ProcessKey = Annotated[ShortText, Field(min_length=1, max_length=40)]
"""The key of a process, as ``/processes`` gives it."""
Report = Annotated[Paragraphs, Field(min_length=1)]
"""What a progress update says."""

_PLAN_EXAMPLE: dict[str, Any] = {"title": "Workplan 2026–2028", "starts_on": "2026-01-01", "ends_on": "2028-12-31"}
_ITEM_EXAMPLE: dict[str, Any] = {
    "title": "Regional calls, Africa",
    "scope_of_work": "dialogue",
    "lead": "KEN",
    "supporting": ["GMB", "SEN"],
    "objectives": [23],
    "starts_on": "2026-06-01",
    "due_on": "2026-09-30",
}


class WorkplanQuery(ListQuery):
    """Filters and order of the list of workplans."""

    sort: WorkplanOrder = Field(default="-starts_on", description="Order; `-` reverses.")
    status: list[WorkplanStatus] = Field(default_factory=list, max_length=3, description="In any of these states.")


class WorkplanFields(RequestBody):
    """What may be written of a workplan."""

    model_config = ConfigDict(json_schema_extra={"examples": [_PLAN_EXAMPLE]})

    introduction: Paragraphs = Field(default="", description="What the plan is for.")
    is_shared_with_observers: bool = Field(
        default=False, description="Whether observers may read it once it is adopted.", examples=[True]
    )


class WorkplanCreate(WorkplanFields):
    """A new workplan: a title and its period."""

    title: Title = Field(description="Its title.", examples=["Workplan 2026–2028"])
    starts_on: date = Field(description="First day.", examples=["2026-01-01"])
    ends_on: date = Field(description="Last day, inclusive.", examples=["2028-12-31"])

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.ends_on < self.starts_on:
            raise ValueError("ends_on is before starts_on: mend one of the two.")
        return self


class WorkplanChange(ChangeBody, WorkplanFields):
    """Changes to a workplan; what is left out stays."""

    title: Title = Field(default="", description="Its title.", examples=["Workplan 2026–2028"])
    starts_on: date = Field(default=date.min, description="First day.", examples=["2026-01-01"])
    ends_on: date = Field(default=date.max, description="Last day, inclusive.", examples=["2028-12-31"])


class AdoptionBody(ReasonBody):
    """How a workplan was adopted."""

    adopted_on: date | None = Field(
        default=None,
        description="The day on which the Champions adopted it; today by default.",
        examples=["2026-03-12"],
    )


class ProgressCounts(BaseModel):
    """How many items stand where. Overdue ones count in their status too."""

    items: int = Field(description="All items.", examples=[20])
    planned: int = Field(description="Not begun.", examples=[4])
    under_way: int = Field(description="Being worked on.", examples=[5])
    at_risk: int = Field(description="In danger of not being done in time.", examples=[2])
    done: int = Field(description="Done.", examples=[8])
    dropped: int = Field(description="Given up, with the reason in the last update.", examples=[1])
    overdue: int = Field(description="Unfinished after the day on which they were due.", examples=[1])


class AreaProgress(ProgressCounts):
    """How many items of one area stand where."""

    scope_of_work: ScopeOfWork = Field(description="The area of the scope of work.", examples=["dialogue"])


class WorkplanProgress(ProgressCounts):
    """How many items stand where, in all and by area."""

    by_area: list[AreaProgress] = Field(description="One entry for each of the four areas, in the note's order.")


class WorkplanSummary(Actions, RecordBody):
    """A workplan in a list, with where it stands."""

    title: str = Field(description="Its title.", examples=["Workplan 2026–2028"])
    starts_on: date = Field(description="First day.", examples=["2026-01-01"])
    ends_on: date = Field(description="Last day, inclusive.", examples=["2028-12-31"])
    status: WorkplanStatus = Field(description="Whether it is in force.", examples=["adopted"])
    adopted_on: date | None = Field(description="The day on which it was adopted.", examples=["2026-03-12"])
    is_shared_with_observers: bool = Field(
        description="Whether observers may read it once it is adopted.", examples=[True]
    )
    progress: WorkplanProgress = Field(description="How many items stand where, in all and by area.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class WorkplanBody(ProvenanceBody, WorkplanSummary):
    """A workplan."""

    introduction: str = Field(description="What the plan is for.")
    status_reason: str = Field(
        description="Why it was last moved, where that was asked for.", examples=["Period extended by the Champions."]
    )


class WorkplanItemQuery(ListQuery):
    """Filters and order of the list of workplan items."""

    sort: WorkplanItemOrder = Field(
        default="due_on", description="Order; `-` reverses. Items without a due date sort as the last to be due."
    )
    workplan_id: UUID | None = Field(default=None, description="Of this workplan.")
    scope_of_work: list[ScopeOfWork] = Field(default_factory=list, max_length=4, description="In any of these areas.")
    status: list[WorkplanItemStatus] = Field(default_factory=list, max_length=5, description="In any of these states.")
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

    description: Paragraphs = Field(default="", description="What is to be done, and how it will be known to be done.")
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
        default=WorkplanItemStatus.PLANNED, description="Where it stands.", examples=["planned"]
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
    status: WorkplanItemStatus = Field(description="Where it stands.", examples=["under_way"])
    lead: ChampionRef | None = Field(description="The champion that leads; null: it belongs to the co-chairs.")
    supporting: list[ChampionRef] = Field(description="Champions that support the lead.")
    objectives: list[int] = Field(description="GCM objectives it serves.", examples=[[23]])
    processes: list[LinkedProcess] = Field(description="Processes it is linked to, by date.")
    starts_on: date | None = Field(description="First day.", examples=["2026-06-01"])
    due_on: date | None = Field(description="The day on which it is due.", examples=["2026-09-30"])
    is_overdue: bool = Field(description="Unfinished after the day on which it was due.", examples=[True])
    days_late: int = Field(description="Days since it was due; 0 where it is not overdue.", examples=[54])
    last_update: LastUpdate | None = Field(description="Its newest progress update.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class WorkplanItemBody(ProvenanceBody, WorkplanItemSummary):
    """An item."""

    description: str = Field(description="What is to be done, and how it will be known to be done.")
    workplan_title: str = Field(description="Title of the workplan it belongs to.", examples=["Workplan 2026–2028"])
    workplan_status: WorkplanStatus = Field(description="Whether that is in force.", examples=["adopted"])


class WorkplanItemUpdateQuery(ListQuery):
    """The list of an item's progress updates."""


class WorkplanItemUpdateCreate(RequestBody):
    """What was done, and where the item stands since."""

    text: Report = Field(description="What was done, what comes next.", examples=["Two of four calls held."])
    status: WorkplanItemStatus | None = Field(
        default=None, description="Where the item stands since; null leaves it.", examples=["at_risk"]
    )


class WorkplanItemUpdateChange(RequestBody):
    """A better wording of an update."""

    text: Report = Field(description="What was done, what comes next.", examples=["Two of four calls held."])


class WorkplanItemUpdateBody(Actions, RecordBody):
    """A progress update."""

    text: str = Field(description="What was done, what comes next.", examples=["Two of four calls held."])
    status: WorkplanItemStatus | None = Field(
        description="The state into which it moved the item.", examples=["at_risk"]
    )
    champion: ChampionRef | None = Field(description="On whose behalf it was written; null: the secretariat.")
    person_name: str = Field(description="Who wrote it.", examples=["Amina Diallo"])
    reported_at: datetime = Field(description="When, in UTC.", examples=["2026-09-12T10:00:00Z"])
