"""Many items of one workplan changed at once, as the API takes it and answers."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.platform.schemas import RequestBody
from api.platform.texts import Paragraphs
from api.workplan.item_schemas import WorkplanItemChange, WorkplanItemSummary

MOST_ITEMS = 500
"""How many items one request changes."""


class BulkItemChange(RequestBody):
    """What changes in one of the items, and which version of it was read."""

    id: UUID = Field(description="The item's key.")
    revision: int = Field(
        ge=1, le=999_999_999, description="Its `revision` as you read it; it takes the place of If-Match.", examples=[3]
    )
    change: WorkplanItemChange = Field(description="Its changes; what is left out stays.")


class BulkChangeBody(RequestBody):
    """Changes to many items, of which all are made or none."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "items": [
                        {
                            "id": "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06",
                            "revision": 3,
                            "change": {"status": "delayed", "due_on": "2027-03-31"},
                        }
                    ],
                    "note": "The meeting moved the deadline.",
                }
            ]
        }
    )

    items: Annotated[list[BulkItemChange], Field(min_length=1, max_length=MOST_ITEMS)] = Field(
        description="The items, each named once."
    )
    note: Paragraphs = Field(
        default="",
        description="What has happened. It becomes a progress update of each item that changes, and the reason where "
        "one is dropped without another.",
        examples=["The meeting moved the deadline."],
    )

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({item.id for item in self.items}) < len(self.items):
            raise ValueError("items name one item twice: put its changes together.")
        return self


class BulkChanged(BaseModel):
    """The items as they are now."""

    items: list[WorkplanItemSummary] = Field(description="All that were named, in the order of the request.")
