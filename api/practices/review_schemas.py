"""The review of practices as the API takes and gives it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from api.champions.schemas import ChampionRef
from api.identity.models import Standing
from api.platform.differences import DifferencePiece
from api.platform.paging import ListQuery
from api.platform.records import Visibility
from api.platform.schemas import Actions, RecordBody, RequestBody
from api.platform.texts import NeededParagraphs
from api.practices.models import CommentKind, PracticeField, PracticeStatus, ReviewVoice
from api.practices.schemas import PracticeContent, PracticeSummary

_ASKED = "Say by how much complaints fell, and since when."


class ReviewerAssign(RequestBody):
    """Whom the secretariat asks to advise."""

    person_id: UUID = Field(
        description="Key of the person: anybody with an account who is not of the practice's own champion.",
        examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"],
    )


class Reviewer(BaseModel):
    """Somebody who advises on a practice."""

    person_id: UUID = Field(description="Key of the person.")
    name: str = Field(description="Who it is.", examples=["Amina Diallo"])
    standing: Standing = Field(description="What they are in the Initiative.", examples=["observer"])
    champion: ChampionRef | None = Field(description="The champion they speak for, if any.")
    assigned_at: datetime = Field(description="When, in UTC.", examples=["2026-05-22T10:00:00Z"])
    has_commented: bool = Field(description="Whether they have commented in the round under way.", examples=[True])


class RoundSummary(BaseModel):
    """One submission and what came of it."""

    number: int = Field(description="Counts from 1.", examples=[2])
    opened_at: datetime = Field(description="When it was submitted, in UTC.", examples=["2026-05-20T10:00:00Z"])
    closed_at: datetime | None = Field(description="When it was frozen; null for the one under way.")
    outcome: PracticeStatus | None = Field(description="Where its decision led.", examples=["changes_requested"])
    comments: int = Field(description="How many comments were made.", examples=[3])
    open_comments: int = Field(description="How many of them are not resolved.", examples=[1])


class PracticeReviewBody(Actions):
    """The review of a practice as its parties see it."""

    voice: ReviewVoice = Field(description="As what the caller speaks in it.", examples=["author"])
    rounds: list[RoundSummary] = Field(description="The newest first.")
    reviewers: list[Reviewer] = Field(description="By name.")
    is_followed: bool = Field(description="Whether the caller is written to about it.", examples=[False])


class RoundContent(PracticeContent):
    """What was submitted, as the parties of its review may read it."""

    implementing_focal_point: str = Field(description="Whom the reviewers may ask. Never public.")
    visibility: Visibility = Field(description="Who may read it once it is published.")


class RoundChange(BaseModel):
    """A field that differs from the round before."""

    field: PracticeField = Field(description="The field.", examples=["summary"])
    paragraphs: list[list[DifferencePiece]] = Field(
        description="Of a text, paragraph by paragraph, what differs; empty for other fields."
    )


class RoundBody(RoundSummary):
    """A round with what was submitted, and what that changed."""

    content: RoundContent = Field(description="What was submitted.")
    before: RoundContent | None = Field(description="What was submitted the time before; null in the first round.")
    changes: list[RoundChange] = Field(description="What differs from it, in the form's order.")


class Author(BaseModel):
    """Somebody who can edit a practice."""

    name: str = Field(description="Who it is.", examples=["Amina Diallo"])
    job_title: str = Field(description="What they do.", examples=["Counsellor"])
    is_of_champion: bool = Field(description="Of the practice's own champion; else of the secretariat.")
    is_me: bool = Field(description="Whether it is the caller.")
    last_edited_at: datetime | None = Field(description="When they last changed it, in UTC; null: not yet.")


class AuthorList(BaseModel):
    """Those who write a practice together."""

    items: list[Author] = Field(description="Who edited last comes first, then by name.")


class CommentQuery(ListQuery):
    """Filters of the comments on a practice."""

    round: int | None = Field(
        default=None, ge=1, le=100_000, description="Made in this round; the one under way or the last by default."
    )
    field: PracticeField | None = Field(default=None, description="On this field.")
    is_resolved: bool | None = Field(default=None, description="Resolved or not.")
    sort: Literal["created_at", "-created_at"] = Field(default="created_at", description="Order.")


class CommentCreate(RequestBody):
    """A comment on a field of the practice, or on the whole of it."""

    field: PracticeField | None = Field(
        default=None, description="The field; null: the practice as a whole.", examples=["benefit_and_impact"]
    )
    kind: CommentKind = Field(default=CommentKind.ADVICE, description="`change` asks for one.", examples=["change"])
    text: NeededParagraphs = Field(description="What to change, or what to think of.", examples=[_ASKED])


class CommentAnswerCreate(RequestBody):
    """An answer to a comment."""

    text: NeededParagraphs = Field(description="The answer.", examples=["Done: by a third since 2023."])


class CommentAnswer(BaseModel):
    """An answer in the thread of a comment."""

    id: UUID = Field(description="Its key.")
    text: str = Field(description="The answer.", examples=["Done: by a third since 2023."])
    made_by: str = Field(description="Who gave it.", examples=["Amina Diallo"])
    voice: ReviewVoice = Field(description="As what.", examples=["author"])
    at: datetime = Field(description="When, in UTC.", examples=["2026-05-23T10:00:00Z"])


class CommentBody(Actions, RecordBody):
    """A comment and its thread."""

    round: int = Field(description="Number of the round in which it was made.", examples=[1])
    field: PracticeField | None = Field(description="The field that it is on; null: the practice as a whole.")
    kind: CommentKind = Field(description="Whether it asks for a change.", examples=["change"])
    text: str = Field(description="What it says.", examples=[_ASKED])
    made_by: str = Field(description="Who made it.", examples=["Secretariat officer"])
    voice: ReviewVoice = Field(description="As what.", examples=["secretariat"])
    resolved_at: datetime | None = Field(description="When it was resolved, in UTC; null: it is open.")
    resolved_by: str = Field(description="Who resolved it.")
    answers: list[CommentAnswer] = Field(description="Its thread, oldest first.")


class ReviewQuery(ListQuery):
    """Filters and order of the reviews under way."""

    status: list[PracticeStatus] = Field(
        default_factory=list, max_length=7, description="Any of these states; those of a review by default."
    )
    sort: Literal["submitted_at", "-submitted_at"] = Field(default="submitted_at", description="Order; `-` reverses.")


class ReviewSummary(PracticeSummary):
    """A practice in review, with where the review stands."""

    round: int = Field(description="Number of the round under way.", examples=[2])
    open_requests: int = Field(description="Requests for changes that are not resolved.", examples=[1])
    answered_requests: int = Field(description="How many of those the champion has answered.", examples=[1])
    reviewers: list[str] = Field(description="Names of those who advise.", examples=[["Amina Diallo"]])


class ReviewTimes(BaseModel):
    """How long champions wait, over the rounds that opened since a day."""

    since: date = Field(description="First day counted.", examples=["2025-11-24"])
    rounds: int = Field(description="Rounds counted.", examples=[31])
    days_to_first_answer: float | None = Field(
        description="Median, from the submission to the first comment or decision; null: none was answered.",
        examples=[3.5],
    )
    days_to_decision: float | None = Field(
        description="Median, from the submission to the first decision; null: none was decided.", examples=[8.0]
    )
