"""Workplans as the API takes and gives them."""

from datetime import date
from typing import Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, Title
from api.vocabularies.models import ScopeOfWork
from api.workplan.models import WorkplanStatus

WorkplanOrder = Literal["-starts_on", "starts_on"]


_PLAN_EXAMPLE: dict[str, Any] = {"title": "Workplan 2026–2028", "starts_on": "2026-01-01", "ends_on": "2028-12-31"}


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
        description="The day on which the Champions adopted it; by default that of the meeting, or today.",
        examples=["2026-03-12"],
    )
    meeting_id: UUID | None = Field(
        default=None,
        description="The meeting at which they did; by default that of the decision.",
        examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"],
    )
    decision_id: UUID | None = Field(
        default=None, description="The decision.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a09"]
    )


class AdoptionMeeting(BaseModel):
    """The meeting at which a workplan was adopted."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"])
    title: str = Field(description="Its title.", examples=["Technical meeting, first quarter of 2026"])


class AdoptionDecision(BaseModel):
    """The decision by which a workplan was adopted."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a09"])
    number: int = Field(description="Its number within the meeting.", examples=[2])
    text: str = Field(description="What was decided.", examples=["The workplan 2026–2028 is adopted."])


class ProgressCounts(BaseModel):
    """How many items stand where. Overdue ones count in their status too."""

    items: int = Field(description="All items.", examples=[20])
    not_started: int = Field(description="Not begun.", examples=[4])
    on_track: int = Field(description="Being worked on, as planned.", examples=[5])
    at_risk: int = Field(description="In danger of not being done in time.", examples=[2])
    delayed: int = Field(description="Being worked on, and later than planned.", examples=[0])
    done: int = Field(description="Done.", examples=[8])
    dropped: int = Field(description="Given up, with the reason recorded.", examples=[1])
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
    adopted_at: AdoptionMeeting | None = Field(description="The meeting that adopted it, where that is recorded.")
    adoption_decision: AdoptionDecision | None = Field(description="The decision that adopted it, where recorded.")
