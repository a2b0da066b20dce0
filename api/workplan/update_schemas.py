"""Progress updates of workplan items as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, WebAddress
from api.workplan.item_schemas import Percentage
from api.workplan.models import WorkplanItemStatus

Report = Annotated[Paragraphs, Field(min_length=1)]
"""What a progress update says."""
Evidence = Annotated[list[WebAddress], Field(max_length=10)]
"""Where one can see what was done."""


class WorkplanItemUpdateQuery(ListQuery):
    """The list of an item's progress updates."""


class WorkplanItemUpdateCreate(RequestBody):
    """What was done, what comes next, and where the item stands since."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"text": "Two of four calls held.", "what_next": "The third on 14 October.", "status": "on_track"}
            ]
        }
    )

    text: Report = Field(
        description="What was done; with the status `dropped`, why.", examples=["Two of four calls held."]
    )
    what_next: Paragraphs = Field(
        default="", description="What comes next.", examples=["The third call on 14 October."]
    )
    evidence: Evidence = Field(
        default_factory=list,
        description="Addresses where one can see what was done.",
        examples=[["https://example.org/calls/summary.pdf"]],
    )
    status: WorkplanItemStatus | None = Field(
        default=None, description="Where the item stands since; null leaves it.", examples=["at_risk"]
    )
    percentage: Percentage | None = Field(
        default=None, description="How much of it is done since; null leaves it.", examples=[50]
    )
    due_on: date | None = Field(
        default=None,
        description="The day on which it is due since; null leaves it. Moved by co-chairs and secretariat only.",
        examples=["2026-11-30"],
    )
    meeting_id: UUID | None = Field(
        default=None,
        description="The meeting at which this is told, where it goes through the workplan; for those who chair it.",
        examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"],
    )


class WorkplanItemUpdateChange(ChangeBody, RequestBody):
    """A better wording of an update; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "Three of four calls held."}]})

    text: Report = Field(default="", description="What was done.", examples=["Two of four calls held."])
    what_next: Paragraphs = Field(
        default="", description="What comes next.", examples=["The third call on 14 October."]
    )
    evidence: Evidence = Field(
        default_factory=list,
        description="Addresses where one can see what was done.",
        examples=[["https://example.org/calls/summary.pdf"]],
    )


class MeetingOfUpdate(BaseModel):
    """The meeting at which an update was told."""

    id: UUID = Field(description="The meeting's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"])
    title: str = Field(description="Its title.", examples=["Technical meeting, third quarter of 2026"])


class PlanOfUpdate(BaseModel):
    """The workplan under whose item an update was written."""

    id: UUID = Field(description="The workplan's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a04"])
    title: str = Field(description="Its title.", examples=["Workplan 2024–2025"])


class WorkplanItemUpdateBody(Actions, RecordBody):
    """A progress update."""

    workplan_item_id: UUID = Field(description="The item: this one, or the one that it goes on with.")
    workplan: PlanOfUpdate = Field(description="The workplan of that item.")
    text: str = Field(description="What was done.", examples=["Two of four calls held."])
    what_next: str = Field(description="What comes next.", examples=["The third call on 14 October."])
    evidence: list[str] = Field(
        description="Addresses where one can see what was done.", examples=[["https://example.org/calls/summary.pdf"]]
    )
    status: WorkplanItemStatus | None = Field(
        description="The state into which it moved the item.", examples=["at_risk"]
    )
    percentage: int | None = Field(description="How much of the item was done since.", examples=[50])
    due_on: date | None = Field(description="The day to which it moved the item.", examples=["2026-11-30"])
    meeting: MeetingOfUpdate | None = Field(
        description="The meeting at which it was told, where one reviewed the workplan."
    )
    champion: ChampionRef | None = Field(description="On whose behalf it was written; null: the secretariat.")
    person_name: str = Field(description="Who wrote it.", examples=["Amina Diallo"])
    reported_at: datetime = Field(description="When, in UTC.", examples=["2026-09-12T10:00:00Z"])
