"""Invitations and the log of mails as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.invitations.rules import UntoldChange
from api.notifications.kinds import LetterKind
from api.notifications.models import MailStatus
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, RecordBody
from api.platform.texts import Paragraphs
from api.vocabularies.types import Countries

_EXAMPLE: dict[str, Any] = {"champions": [], "with_observers": False, "note": "", "remind_days_before": [7, 1]}


def _sorted(days: list[int]) -> list[int]:
    return sorted(set(days), reverse=True)


Note = Annotated[Paragraphs, StringConstraints(max_length=2000)]
Days = Annotated[list[Annotated[int, Field(ge=1, le=60)]], Field(max_length=5), AfterValidator(_sorted)]
"""Days before a meeting, each once, the earliest first."""


class InvitationChange(ChangeBody):
    """How the invitation is prepared; what is left out stays."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    champions: Countries = Field(
        default_factory=list, description="The invited champions; none named: all of them.", examples=[["MAR", "SLV"]]
    )
    with_observers: bool = Field(default=False, description="Whether observers are told too.", examples=[False])
    note: Note = Field(
        default="", description="What the organisers say in the invitation.", examples=["Please bring your figures."]
    )
    remind_days_before: Days = Field(
        default_factory=lambda: [7, 1], description="Days before the meeting on which is reminded.", examples=[[7, 1]]
    )


class InvitationBody(Actions, RecordBody):
    """The invitation to a meeting: a draft until `invited_at`. It has the meeting's key."""

    invited_at: datetime | None = Field(
        description="When the invitation was sent, in UTC; null: a draft, nobody was told.",
        examples=["2026-11-24T09:30:00Z"],
    )
    champions: list[ChampionRef] = Field(description="The invited champions; none: all of them.")
    with_observers: bool = Field(description="Whether observers are told too.", examples=[False])
    note: str = Field(description="What the organisers say in the invitation.", examples=[""])
    remind_days_before: list[int] = Field(
        description="Days before the meeting on which is reminded.", examples=[[7, 1]]
    )
    told_at: datetime | None = Field(description="When the invited were told last, in UTC.")
    pending_changes: list[UntoldChange] = Field(
        description="What they have not been told yet.", examples=[["time", "place"]]
    )
    told_by_itself_at: datetime | None = Field(
        description="When these changes are told without anybody saying so, in UTC.", examples=["2026-11-24T09:40:00Z"]
    )
    people_count: int = Field(description="People who are written to.", examples=[41])
    champions_without_people: list[ChampionRef] = Field(
        description="Invited champions of which nobody has an account: reach them otherwise."
    )


class MailQuery(ListQuery):
    """Filters and order of the log of mails."""

    sort: Literal["-queued_at", "queued_at"] = Field(default="-queued_at", description="Order; `-` reverses.")
    status: list[MailStatus] = Field(default_factory=list, max_length=4, description="Any of these states.")


class MailBody(Actions):
    """A mail that was written about a meeting, and what became of it."""

    id: UUID = Field(description="The mail's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a12"])
    kind: LetterKind = Field(description="What it is for.", examples=["meeting_invitation"])
    person_name: str = Field(description="To whom.", examples=["Amina Diallo"])
    address: str = Field(description="To which address.", examples=["amina@example.org"])
    subject: str = Field(description="Its subject.", examples=["Invitation: quarterly technical meeting"])
    status: MailStatus = Field(description="Where it stands.", examples=["sent"])
    queued_at: datetime = Field(description="When it was written, in UTC.", examples=["2026-11-24T09:30:00Z"])
    sent_at: datetime | None = Field(description="When the mail server took it, in UTC.")
    attempts: int = Field(description="How often it was tried.", examples=[1])
    error: str = Field(description="What the mail server said last, where it was not taken.", examples=[""])


class MailAgain(BaseModel):
    """The mail that repeats another."""

    id: UUID = Field(description="The new mail's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a13"])
