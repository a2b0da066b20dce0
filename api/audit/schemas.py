"""The audit trail as the API gives it."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, StringConstraints

from api.platform.paging import ListQuery
from api.vocabularies.catalogue import country_name
from api.vocabularies.types import Iso3

Instant = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(UTC))]
RecordType = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
Action = Annotated[str, StringConstraints(pattern=r"^[a-z_]+\.[a-z_-]+$", max_length=60)]


class AuditQuery(ListQuery):
    """Filters and order of the audit trail."""

    sort: Literal["-at", "at"] = Field(default="-at", description="Order; `-` reverses.")
    record_type: RecordType | None = Field(default=None, description="Of records of this type.", examples=["practices"])
    record_id: UUID | None = Field(default=None, description="Of this record.")
    person_id: UUID | None = Field(default=None, description="Done by this person.")
    action: Action | None = Field(default=None, description="Of this action.", examples=["practice.publish"])
    champion: Iso3 | None = Field(
        default=None, description="Done by somebody else on behalf of this champion.", examples=["KEN"]
    )
    from_instant: Instant | None = Field(
        default=None, alias="from", description="At this instant or later.", examples=["2026-11-01T00:00:00Z"]
    )
    until: Instant | None = Field(default=None, description="Before this instant.", examples=["2026-12-01T00:00:00Z"])


class AuditPerson(BaseModel):
    """Who did something, under the name they had then."""

    id: UUID | None = Field(description="The person's key; null: the product itself, or somebody deleted since.")
    name: str = Field(description="Their name then.", examples=["Amina Diallo"])


class RepresentedChampion(BaseModel):
    """The champion on whose behalf somebody else acted."""

    id: UUID = Field(description="The champion's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a02"])
    iso3: str = Field(description="ISO 3166-1 alpha-3.", examples=["MAR"])
    name: str = Field(description="The State's name in the language of the answer.", examples=["Morocco"])

    @classmethod
    def of(cls, champion_id: UUID, iso3: str) -> "RepresentedChampion":
        """The champion, named in the language of the request."""
        return cls.model_construct(id=champion_id, iso3=iso3, name=country_name(iso3))


class AuditEntryBody(BaseModel):
    """One write: who, on whose behalf, when, what was before and after."""

    id: UUID = Field(description="The entry's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a09"])
    at: datetime = Field(description="When, in UTC.", examples=["2026-11-24T09:30:00Z"])
    person: AuditPerson = Field(description="Who did it.")
    on_behalf_of: RepresentedChampion | None = Field(
        description="The champion on whose behalf; null: the person's own, or none."
    )
    action: str = Field(description="What was done.", examples=["practice.publish"])
    record_type: str = Field(description="The type of the record.", examples=["practices"])
    record_id: UUID = Field(description="The record's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    record_title: str = Field(description="What the record was called then.", examples=["One window"])
    reason: str = Field(description="The reason that was given.", examples=["Agreed at the meeting of 12 March."])
    before: dict[str, Any] = Field(description="The changed fields as they were.", examples=[{"status": "accepted"}])
    after: dict[str, Any] = Field(description="The changed fields as they became.", examples=[{"status": "published"}])
    request_id: str = Field(description="The request that did it, as in the log.", examples=["0197f5c2"])
