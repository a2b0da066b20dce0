"""Reviews of the workplan at meetings, as the API takes and tells them."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, RecordBody, RequestBody
from api.vocabularies.models import ScopeOfWork
from api.workplan.models import WorkplanItemStatus
from api.workplan.review_rules import Change, ReviewedField
from api.workplan.update_schemas import MeetingOfUpdate, PlanOfUpdate, WorkplanItemUpdateBody


class WorkplanReviewCreate(RequestBody):
    """Which meeting goes through the workplan."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"meeting_id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"}]})

    meeting_id: UUID = Field(description="The meeting; one that is neither cancelled nor postponed.")


class WorkplanReviewQuery(ListQuery):
    """The list of a workplan's reviews."""


class WorkplanReviewSummary(RecordBody):
    """A review in a list."""

    meeting: MeetingOfUpdate = Field(description="The meeting that went through the workplan.")
    reviewed_at: datetime = Field(description="When what stood was kept, in UTC.", examples=["2026-09-17T13:05:00Z"])
    person_name: str = Field(description="Who began the review.", examples=["Amina Diallo"])
    items: int = Field(description="How many items stood in the workplan.", examples=[18])


class FieldDifference(BaseModel):
    """A field of an item, at the review before and at this one."""

    field: ReviewedField = Field(description="Name of the field, as in the item.", examples=["due_on"])
    before: str | int | list[str] | list[int] | None = Field(
        description="What stood; champions and processes by code and key.", examples=["2026-09-30"]
    )
    after: str | int | list[str] | list[int] | None = Field(description="What stands.", examples=["2026-11-30"])


class StandsNow(BaseModel):
    """Where the item stands at this moment, as far as a review moves it."""

    status: WorkplanItemStatus = Field(description="Where it stands.", examples=["on_track"])
    percentage: int | None = Field(description="How much of it is done.", examples=[50])
    due_on: date | None = Field(description="The day on which it is due.", examples=["2026-11-30"])


class ReviewedItem(BaseModel):
    """An item as it stood at the review, and what became of it since the one before."""

    id: UUID = Field(description="The item's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06"])
    title: str = Field(description="What is to be done.", examples=["Regional calls, Africa"])
    description: str = Field(description="What is to be done, in a few lines.")
    expected_result: str = Field(description="What will be there when it is done.")
    scope_of_work: ScopeOfWork = Field(description="The area of the scope of work.", examples=["dialogue"])
    lead: ChampionRef | None = Field(description="The champion that led it; null: the co-chairs.")
    starts_on: date | None = Field(description="First day.", examples=["2026-06-01"])
    due_on: date | None = Field(description="The day on which it was due.", examples=["2026-09-30"])
    status: WorkplanItemStatus = Field(description="Where it stood.", examples=["on_track"])
    percentage: int | None = Field(description="How much of it was done.", examples=[50])
    change: Change = Field(description="What became of it since the review before.", examples=["changed"])
    differences: list[FieldDifference] = Field(description="Its fields that changed; none where it is new or gone.")
    updates: list[WorkplanItemUpdateBody] = Field(description="What was told of it at this meeting, newest first.")
    now: StandsNow | None = Field(description="Where it stands at this moment; null where it was deleted.")


class ReviewBefore(BaseModel):
    """The review with which this one is compared."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a0a"])
    meeting: MeetingOfUpdate = Field(description="The meeting that went through the workplan then.")
    reviewed_at: datetime = Field(description="When, in UTC.", examples=["2026-06-17T13:05:00Z"])


class WorkplanReviewBody(Actions, RecordBody):
    """A review: what stood, and what had changed."""

    workplan: PlanOfUpdate = Field(description="The workplan.")
    meeting: MeetingOfUpdate = Field(description="The meeting that went through it.")
    reviewed_at: datetime = Field(description="When what stood was kept, in UTC.", examples=["2026-09-17T13:05:00Z"])
    person_name: str = Field(description="Who began the review.", examples=["Amina Diallo"])
    before: ReviewBefore | None = Field(description="The review before; null for the first.")
    items: list[ReviewedItem] = Field(
        description="By area and due date what stood at the review, then what had gone since the one before."
    )
