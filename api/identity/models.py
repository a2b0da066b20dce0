"""People and how they sign in."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from api.platform import clock
from api.platform.language import Language
from api.platform.problems import constraint_explanations
from api.platform.records import Record, choice


class Standing(StrEnum):
    """What a person is in the Initiative. Co-chairing is never stored: it follows from the term."""

    SECRETARIAT = "secretariat"
    FOCAL_POINT = "focal_point"
    OBSERVER = "observer"


class DutyStation(StrEnum):
    """Where a focal point works."""

    NEW_YORK = "new_york"
    GENEVA = "geneva"
    CAPITAL = "capital"


class Person(Record, table=True):
    """Somebody with an account. A focal point acts for ``champion_id`` until ``ended_at``."""

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("email = lower(email)", name="email_is_lower_case"),
        CheckConstraint(
            "(standing = 'focal_point') = (champion_id IS NOT NULL)", name="only_focal_points_have_a_champion"
        ),
        CheckConstraint("standing = 'focal_point' OR NOT is_lead", name="only_focal_points_lead"),
        Index("people_champion_id", "champion_id"),
        Index("people_name", "name", "id"),
    )

    email: str = Field(unique=True, max_length=254)
    name: str = Field(max_length=200)
    standing: Standing = Field(sa_type=choice(Standing), index=True)
    champion_id: UUID | None = Field(default=None, foreign_key="champions.id")
    is_lead: bool = False
    duty_station: DutyStation | None = Field(default=None, sa_type=choice(DutyStation))
    job_title: str = Field(default="", max_length=200)
    phone: str = Field(default="", max_length=50)
    language: Language = Field(default=Language.ENGLISH, sa_type=choice(Language))
    time_zone: str = Field(default="UTC", max_length=64)
    password_hash: str | None = Field(default=None, max_length=200)
    ended_at: datetime | None = None
    last_seen_at: datetime | None = None
    is_demonstration: bool = False


class RefreshToken(SQLModel, table=True):
    """One link in the chain of a sign-in. Used once; using it again revokes its whole family."""

    __tablename__ = "refresh_tokens"

    token_hash: str = Field(primary_key=True, max_length=64)
    family_id: UUID = Field(index=True)
    person_id: UUID = Field(foreign_key="people.id", ondelete="CASCADE", index=True)
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None
    revoked_at: datetime | None = None


class LinkPurpose(StrEnum):
    """What a one-time link is for."""

    INVITATION = "invitation"
    PASSWORD_RESET = "password_reset"  # noqa: S105 -- a purpose, not a secret


class OneTimeLink(SQLModel, table=True):
    """A link that lets its holder set a password once. Only the hash is kept."""

    __tablename__ = "one_time_links"

    token_hash: str = Field(primary_key=True, max_length=64)
    purpose: LinkPurpose = Field(sa_type=choice(LinkPurpose))
    person_id: UUID = Field(foreign_key="people.id", ondelete="CASCADE", index=True)
    expires_at: datetime = Field(index=True)
    used_at: datetime | None = None


class SignInFailure(SQLModel, table=True):
    """A wrong guess, counted by account and by address to slow guessing down."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index("sign_in_failures_subject_at", "subject", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    subject: str = Field(max_length=300)
    at: datetime = Field(default_factory=clock.now, index=True)


constraint_explanations.add(
    "people_email_key", "Somebody with this e-mail address is registered already.", pointer="/email"
)
constraint_explanations.add(
    "only_focal_points_have_a_champion",
    "Name a champion for a focal point, and only for a focal point.",
    pointer="/champion",
)
constraint_explanations.add(
    "only_focal_points_lead", "Only a focal point can be its champion's lead.", pointer="/is_lead"
)
