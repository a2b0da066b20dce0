"""Sign-in and the signed-in person, as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, EmailStr, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.identity.models import DutyStation, LinkPurpose
from api.identity.rules import LEAST_PASSWORD
from api.platform.language import Language
from api.platform.schemas import ChangeBody, RequestBody
from api.platform.texts import Line, Title
from api.vocabularies.types import TimeZone

Email = Annotated[EmailStr, StringConstraints(max_length=254), AfterValidator(str.lower)]
"""An e-mail address; kept in lower case."""
JobTitle = Line[Annotated[str, StringConstraints(max_length=200)]]
"""What somebody does, in one line."""
Phone = Line[Annotated[str, StringConstraints(max_length=50)]]
"""A telephone number as people write it."""
NewPassword = Annotated[str, StringConstraints(min_length=LEAST_PASSWORD, max_length=200)]
"""A password to set: 12 to 200 characters, any characters."""
OneTimeToken = Annotated[str, StringConstraints(min_length=20, max_length=100, pattern=r"^[A-Za-z0-9_-]+$")]
"""The secret part of a one-time link."""


class SignInForm(BaseModel):
    """The OAuth2 password form (RFC 6749, 4.3.2). What else a client sends is ignored, as 3.2 of it asks."""

    grant_type: Literal["password"] = Field(default="password", description="Always `password`.", examples=["password"])
    username: Line[Annotated[str, StringConstraints(max_length=254)]] = Field(
        description="The e-mail address of the account.", examples=["mar@demo.example"]
    )
    password: str = Field(max_length=200, description="The password.", examples=["four seas and one harbour"])
    scope: str = Field(
        default="", max_length=200, description="Not used: rights follow from the person.", examples=[""]
    )


class AccessToken(BaseModel):
    """An access token (RFC 6749, 5.1). The refresh token travels in an HttpOnly cookie."""

    access_token: str = Field(description="Send it as `Authorization: Bearer …`.", examples=["eyJhbGciOi…"])
    token_type: Literal["bearer"] = Field(description="Always `bearer`.", examples=["bearer"])
    expires_in: int = Field(description="Seconds until it expires.", examples=[900])


class PasswordResetRequest(RequestBody):
    """Asks for a link to set a new password."""

    email: Email = Field(description="The address of the account.", examples=["mar@demo.example"])


class OneTimeLinkBody(BaseModel):
    """What a one-time link is for."""

    purpose: LinkPurpose = Field(description="`invitation` or `password_reset`.", examples=["invitation"])
    name: str = Field(description="Whom it is for.", examples=["Amina Diallo"])
    email: str = Field(description="The address they sign in with.", examples=["amina@example.org"])
    champion: ChampionRef | None = Field(description="The champion they act for.")
    expires_at: datetime = Field(description="When it stops working, in UTC.", examples=["2026-12-08T09:00:00Z"])


class PasswordToSet(RequestBody):
    """The password that the holder of a one-time link chooses."""

    password: NewPassword = Field(
        description="12 characters or more; a sentence does well.", examples=["four seas and one harbour"]
    )


class Me(BaseModel):
    """The person behind the token."""

    id: UUID = Field(description="The person's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a03"])
    name: str = Field(description="Their name.", examples=["Amina Diallo"])
    email: str = Field(description="The address they sign in with.", examples=["mar@demo.example"])
    language: Language = Field(description="The language they prefer.", examples=["fr"])
    time_zone: str = Field(description="Their IANA time zone.", examples=["Africa/Casablanca"])
    duty_station: DutyStation | None = Field(description="Where a focal point works.", examples=["geneva"])
    job_title: str = Field(description="What they do.", examples=["First Secretary"])
    phone: str = Field(description="Their telephone number.", examples=["+41 22 555 01 23"])


class SeatedTermBody(BaseModel):
    """The co-chair term in which the person's champion sits now, or will sit within 30 days: the days of its seat."""

    id: UUID = Field(description="The term's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a04"])
    starts_on: date = Field(description="First day, from midnight UTC.", examples=["2026-07-01"])
    ends_on: date = Field(description="The day on whose midnight (UTC) it ends.", examples=["2027-01-01"])


class MeBody(BaseModel):
    """Who is calling, and what they may do now."""

    person: Me = Field(description="The person.")
    champion: ChampionRef | None = Field(description="The champion they act for.")
    roles: list[str] = Field(description="What they are at this moment.", examples=[["co_chair", "focal_point"]])
    permissions: list[str] = Field(
        description="What they may do somewhere.", examples=[["practices:read", "practices:write"]]
    )
    co_chair_term: SeatedTermBody | None = Field(description="Their term, while it runs or from 30 days before.")
    last_seen_at: datetime | None = Field(
        description="When they were last here before this visit, in UTC.", examples=["2026-11-20T08:00:00Z"]
    )


class MeChange(ChangeBody):
    """What a person may change about themselves."""

    name: Title = Field(default="", description="Their name.", examples=["Amina Diallo"])
    language: Language = Field(default=Language.ENGLISH, description="The language they prefer.", examples=["fr"])
    time_zone: TimeZone = Field(default="UTC", description="Their IANA time zone.", examples=["Africa/Casablanca"])
    job_title: JobTitle = Field(default="", description="What they do.", examples=["First Secretary"])
    phone: Phone = Field(default="", description="Their telephone number.", examples=["+41 22 555 01 23"])
