"""The shapes that every room's requests and answers share."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Body
from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from api.platform.records import Confidence, Visibility
from api.platform.texts import Reason

Made = TypeVar("Made", bound=BaseModel)


def trusted(body: type[Made], values: Mapping[str, Any]) -> Made:
    """``body`` from values that our own columns vouch for: no validation, and a missing one is a ``KeyError``.

    As ``model_construct``, at a fifth of its cost: a list makes up to a hundred of them a request.
    """
    made = body.__new__(body)
    names, values_of = _fields(body)
    object.__setattr__(made, "__dict__", dict(zip(names, values_of(values), strict=True)))
    object.__setattr__(made, "__pydantic_fields_set__", set())
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _fields(body: type[BaseModel]) -> tuple[tuple[str, ...], "itemgetter[Any]"]:
    names = tuple(body.__pydantic_fields__)
    return names, itemgetter(*names)


class RequestBody(BaseModel):
    """A request's body: unknown fields are refused, so that a misspelt one is never silently lost."""

    model_config = ConfigDict(extra="forbid")


class ChangeBody(RequestBody):
    """Changes to a record: what is left out stays.

    Its schema states no defaults, since a client that fills them in would overwrite what its user never touched.
    Read it with ``model_dump(exclude_unset=True)``; name this base first.
    """

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema without its properties' defaults."""
        schema = handler(core_schema)
        for described in handler.resolve_ref_schema(schema)["properties"].values():
            described.pop("default", None)
        return schema


class ReasonBody(RequestBody):
    """The reason of a transition."""

    reason: Reason | None = Field(
        default=None,
        description="Why; required where a step is skipped or the step asks for it.",
        examples=["Agreed at the meeting of 12 March."],
    )


StepBody = Annotated[ReasonBody, Body(default_factory=ReasonBody)]
"""The body of a transition, which may be left out where no reason is asked for."""


class RecordBody(BaseModel):
    """The head of every record in an answer.

    ``id`` and ``revision`` must come first in the JSON, since the entity tag is read from there: name this base last.
    """

    id: UUID = Field(description="The record's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    revision: int = Field(description="Counts the changes; repeated in the ETag.", examples=[7])
    created_at: datetime = Field(description="When it was first saved, in UTC.", examples=["2026-11-24T09:30:00Z"])
    updated_at: datetime = Field(description="When it was last changed, in UTC.", examples=["2026-11-24T09:30:00Z"])


class ProvenanceBody(BaseModel):
    """Where a record comes from, where it was not written in the product."""

    source: str | None = Field(description="The public source of the facts.", examples=["A/RES/73/195, para. 16"])
    confidence: Confidence | None = Field(
        description="`recalled`: to be confirmed by the secretariat.", examples=["read"]
    )
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class Actions(BaseModel):
    """What this caller may do with the record now."""

    actions: list[str] = Field(
        description="Verbs open to this caller now: `change`, `delete` and the transitions.",
        examples=[["change", "submit"]],
    )


__all__ = ["Actions", "ChangeBody", "ProvenanceBody", "ReasonBody", "RecordBody", "RequestBody", "Visibility"]
