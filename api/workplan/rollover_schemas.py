"""Carrying unfinished items over to the next workplan, as the API takes and tells it."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.platform.schemas import RequestBody
from api.workplan.schemas import WorkplanBody, WorkplanCreate

_EXAMPLE: dict[str, Any] = {"title": "Workplan 2029–2030", "starts_on": "2029-01-01", "ends_on": "2030-12-31"}


class RollOverBody(RequestBody):
    """Where unfinished items go on."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"into": _EXAMPLE}]})

    into: UUID | WorkplanCreate = Field(
        description="A workplan that is not closed, or title and period of a new draft.", examples=[_EXAMPLE]
    )
    items: Annotated[list[UUID], Field(min_length=1, max_length=1000)] | None = Field(
        default=None, description="These only; by default all that are neither done, dropped nor carried over already."
    )


class RolledOverItem(BaseModel):
    """An item and the one that it goes on as."""

    title: str = Field(description="Title of both.", examples=["Regional calls, Africa"])
    from_id: UUID = Field(description="The item in the workplan before.")
    id: UUID = Field(description="The item in the next workplan.")


class RollOver(BaseModel):
    """What was carried over."""

    workplan: WorkplanBody = Field(description="The workplan in which the items go on.")
    items: list[RolledOverItem] = Field(description="What goes on there, in the order of the days on which it is due.")
