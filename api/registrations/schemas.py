"""Registration for activities as the API takes and gives it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, EmailStr, Field, StringConstraints

from api.platform.moments import Instant
from api.platform.schemas import RequestBody
from api.platform.texts import Line
from api.registrations.rules import RegistrationSeat

Name = Line[Annotated[str, StringConstraints(min_length=2, max_length=200)]]
Organisation = Line[Annotated[str, StringConstraints(max_length=200)]]

_CLOSES = "2027-02-15T17:00:00Z"


class DeskOpen(RequestBody):
    """Opens registration, or changes until when and for how many."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"closes_at": _CLOSES, "capacity": 40}]})

    closes_at: Instant = Field(description="Until when people may register.", examples=[_CLOSES])
    capacity: Annotated[int, Field(ge=1, le=100_000)] | None = Field(
        default=None,
        description="How many places there are; null: as many as come. Never fewer than are taken.",
        examples=[40],
    )
    is_public: bool = Field(
        default=False, description="Whether people without an account may register, where the activity is public."
    )


class OwnRegistration(BaseModel):
    """What the caller has."""

    id: UUID = Field(description="Key of the registration.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a41"])
    seat: RegistrationSeat = Field(description="A place, or one on the waiting list.", examples=["seated"])
    place: int | None = Field(description="Where on the waiting list, from 1; null with a place.", examples=[None])


class DeskBody(BaseModel):
    """Registration for an activity in figures. Names are for those who lead it."""

    closes_at: datetime | None = Field(
        description="Until when people may register; null: there is no registration.", examples=[_CLOSES]
    )
    is_open: bool = Field(description="Whether somebody may register now.", examples=[True])
    capacity: int | None = Field(description="How many places there are; null: as many as come.", examples=[40])
    is_public: bool = Field(description="Whether people without an account may register.", examples=[True])
    seated: int = Field(description="Places that are taken.", examples=[12])
    waiting: int = Field(description="How many wait for a place.", examples=[0])
    own: OwnRegistration | None = Field(description="What the caller has; null: not registered.")
    actions: list[str] = Field(
        description="`open`, `close`, `list`, `remove` for those who lead; `register`, `withdraw` for oneself.",
        examples=[["register"]],
    )


class RegistrationCreate(RequestBody):
    """Registers oneself. Whoever is signed in need say nothing; others give name and address."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "Ana Torres", "email": "ana.torres@example.org"}]}
    )

    name: Name | None = Field(
        default=None, description="Whoever is not signed in: their name.", examples=["Ana Torres"]
    )
    email: EmailStr | None = Field(
        default=None, description="Whoever is not signed in: where the link goes.", examples=["ana.torres@example.org"]
    )
    organisation: Organisation = Field(
        default="", description="For whom they come.", examples=["University of Nairobi"]
    )


class RegistrationAnswer(BaseModel):
    """What came of registering."""

    seat: RegistrationSeat = Field(
        description="A place, one on the waiting list, or `unconfirmed`: a link is on its way to the address.",
        examples=["seated"],
    )
    place: int | None = Field(description="Where on the waiting list, from 1.", examples=[None])


class RegistrationBody(BaseModel):
    """Somebody who registered, for those who lead the activity."""

    id: UUID = Field(description="Key of the registration.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a41"])
    name: str = Field(description="Who comes.", examples=["Ana Torres"])
    organisation: str = Field(description="For whom.", examples=["University of Nairobi"])
    email: str = Field(description="Where they are reached.", examples=["ana.torres@example.org"])
    seat: RegistrationSeat = Field(description="A place, or one on the waiting list.", examples=["seated"])
    rank: int = Field(description="The place in the order of those who came.", examples=[3])
    confirmed_at: datetime = Field(description="When they registered, in UTC.", examples=["2026-11-24T09:30:00Z"])


class RegistrationList(BaseModel):
    """Everybody who comes or waits, first come first."""

    items: list[RegistrationBody] = Field(description="Everybody who comes or waits.")


class RegistrationLinkBody(BaseModel):
    """What the link in a mail stands for."""

    activity_id: UUID = Field(description="The activity.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    title: str = Field(description="What it is.", examples=["Peer exchange on migration data"])
    starts_on: date | None = Field(description="First day.", examples=["2027-02-18"])
    name: str = Field(description="Who comes.", examples=["Ana Torres"])
    seat: RegistrationSeat = Field(description="What they have.", examples=["unconfirmed"])
    place: int | None = Field(description="Where on the waiting list, from 1.", examples=[None])
    actions: list[str] = Field(description="`confirm`, `withdraw`.", examples=[["confirm"]])
