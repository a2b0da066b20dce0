"""People as those who administer accounts see and change them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.identity.models import DutyStation, Standing
from api.identity.schemas import Email, JobTitle, Phone
from api.platform.language import Language
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, RecordBody, RequestBody
from api.platform.texts import SearchText, Title
from api.vocabularies.types import Iso3, TimeZone

PeopleOrder = Literal["name", "-name", "created_at", "-created_at"]
ONE_TIME_LINK_EXAMPLE = "https://champions.example/invitation/6Yt0mS1hQe8…"


class PeopleQuery(ListQuery):
    """Filters and order of the list of people."""

    sort: PeopleOrder = Field(default="name", description="Order; `-` reverses.")
    standing: list[Standing] = Field(default_factory=list, max_length=3, description="Of any of these standings.")
    champion: Iso3 | None = Field(default=None, description="Who act for this champion.", examples=["MAR"])
    has_ended: bool | None = Field(default=None, description="Whether the account has ended; both when left out.")
    q: SearchText | None = Field(default=None, description="Part of a name or an address.", examples=["diallo"])


class PersonFields(RequestBody):
    """What may be written of any person."""

    is_lead: bool = Field(default=False, description="Whether a focal point looks after its champion's people.")
    duty_station: DutyStation | None = Field(default=None, description="Where a focal point works.")
    job_title: JobTitle = Field(default="", description="What they do.", examples=["First Secretary"])
    phone: Phone = Field(default="", description="Their telephone number.", examples=["+41 22 555 01 23"])
    language: Language = Field(default=Language.ENGLISH, description="The language they prefer; of the mail, too.")
    time_zone: TimeZone = Field(default="UTC", description="Their IANA time zone.", examples=["Africa/Casablanca"])


class PersonInvite(PersonFields):
    """Somebody to invite."""

    email: Email = Field(description="The address they will sign in with.", examples=["amina.diallo@example.org"])
    name: Title = Field(description="Their name.", examples=["Amina Diallo"])
    standing: Standing = Field(default=Standing.FOCAL_POINT, description="What they are in the Initiative.")
    champion: Iso3 | None = Field(
        default=None, description="Whom a focal point acts for; one's own champion by default.", examples=["MAR"]
    )


class PersonChange(ChangeBody, PersonFields):
    """Changes to a person; what is left out stays. The address, standing and champion are for the secretariat."""

    email: Email = Field(default="", description="The address they sign in with.", examples=["a.diallo@example.org"])
    name: Title = Field(default="", description="Their name.", examples=["Amina Diallo"])
    standing: Standing = Field(default=Standing.FOCAL_POINT, description="What they are in the Initiative.")
    champion: Iso3 | None = Field(default=None, description="Whom a focal point acts for.", examples=["MAR"])


class PersonBody(Actions, RecordBody):
    """Somebody with an account, or invited to have one."""

    email: str = Field(description="The address they sign in with.", examples=["amina.diallo@example.org"])
    name: str = Field(description="Their name.", examples=["Amina Diallo"])
    standing: Standing = Field(description="What they are in the Initiative.", examples=["focal_point"])
    champion: ChampionRef | None = Field(description="Whom a focal point acts for.")
    is_lead: bool = Field(description="Whether a focal point looks after its champion's people.", examples=[True])
    duty_station: DutyStation | None = Field(description="Where a focal point works.", examples=["geneva"])
    job_title: str = Field(description="What they do.", examples=["First Secretary"])
    phone: str = Field(description="Their telephone number.", examples=["+41 22 555 01 23"])
    language: Language = Field(description="The language they prefer.", examples=["fr"])
    time_zone: str = Field(description="Their IANA time zone.", examples=["Africa/Casablanca"])
    has_signed_in: bool = Field(
        description="Whether they have taken up their invitation: chosen a password, or been here.", examples=[True]
    )
    last_seen_at: datetime | None = Field(
        description="When a visit of theirs last ended, in UTC.", examples=["2026-11-20T08:00:00Z"]
    )
    invitation_expires_at: datetime | None = Field(
        description="Until when their unused invitation works, in UTC; null without one.",
        examples=["2026-12-08T09:00:00Z"],
    )
    ended_at: datetime | None = Field(
        description="When the account ended, in UTC; null while it is in use.", examples=["2026-11-01T00:00:00Z"]
    )
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class PersonWithLinkBody(PersonBody):
    """A person with a one-time link to hand over. It is shown in this answer only."""

    one_time_link: Annotated[str, StringConstraints(max_length=500)] = Field(
        description="Where they choose their password; works once.", examples=[ONE_TIME_LINK_EXAMPLE]
    )
    link_expires_at: datetime = Field(
        description="When the link stops working, in UTC.", examples=["2026-12-08T09:00:00Z"]
    )
    is_mailed: bool = Field(description="Whether the link goes to their address by mail, too.", examples=[True])
