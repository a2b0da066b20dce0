"""Suggestions, needs and contacts as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.collaboration.kinds import Basis, ContactOutcome, NeedKind, SuggestionReasonKind, WorkKind
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, RecordBody, RequestBody
from api.platform.texts import Line, Paragraphs, Reason, Title
from api.vocabularies.types import Iso3, ObjectiveNumber

Sentence = Line[Annotated[str, StringConstraints(min_length=3, max_length=300)]]
Words = Annotated[Paragraphs, StringConstraints(min_length=3)]
_Own = Field(
    default=None,
    description="On whose behalf: your own champion by default. The secretariat names it.",
    examples=["KEN"],
)


class SuggestionQuery(BaseModel):
    """For whom."""

    model_config = ConfigDict(extra="forbid")

    champion: Iso3 | None = Field(default=None, description="For this champion; your own by default.", examples=["KEN"])


class WorkRef(BaseModel):
    """A record that shows a reason."""

    kind: WorkKind = Field(description="What it is.", examples=["practice"])
    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    title: str = Field(description="Its title.", examples=["Birth registration on the road"])


class CollaborationReason(BaseModel):
    """Why two champions could work together."""

    kind: SuggestionReasonKind = Field(description="What speaks for it.", examples=["learn_from"])
    basis: Basis | None = Field(
        description="Of `learn_from` and `share_with`: what shows that one lacks a practice.", examples=["need"]
    )
    objective: int | None = Field(description="The objective that it is about.", examples=[4])
    own: WorkRef | None = Field(description="The champion's own record that shows it.")
    theirs: WorkRef | None = Field(description="The other's record that shows it; of a process, the process.")
    weight: int = Field(description="What it adds to the score.", examples=[6])
    is_new: bool = Field(description="Whether it has come since the suggestion was set aside.", examples=[False])


class ContactRef(BaseModel):
    """The last letter to the champion that is suggested."""

    id: UUID = Field(description="The contact's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"])
    written_at: datetime = Field(description="When it was written, in UTC.", examples=["2026-11-20T09:30:00Z"])
    outcome: ContactOutcome | None = Field(description="What came of it; null: not told yet.", examples=["talking"])


class Suggestion(Actions):
    """A champion to work with."""

    champion: ChampionRef = Field(description="The other champion.")
    score: int = Field(
        description="What its reasons weigh together; of one kind the three heaviest count.", examples=[14]
    )
    reasons: list[CollaborationReason] = Field(description="Why, the weightiest first.")
    contact: ContactRef | None = Field(description="Your last letter to it, for your own champion.")


class DismissedSuggestion(BaseModel):
    """A suggestion that was set aside and of which nothing is new."""

    id: UUID = Field(description="The dismissal's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a06"])
    champion: ChampionRef = Field(description="The other champion.")
    reason: str = Field(description="Why it was set aside.", examples=["We talk already."])
    dismissed_by: str = Field(description="Who set it aside.", examples=["Amina Diallo"])
    dismissed_at: datetime = Field(description="When, in UTC.", examples=["2026-11-20T09:30:00Z"])


class SuggestionList(BaseModel):
    """Whom a champion could work with, the likeliest first."""

    champion: ChampionRef = Field(description="For whom.")
    items: list[Suggestion] = Field(description="The suggestions by score.")
    dismissed: list[DismissedSuggestion] = Field(
        description="What was set aside, for the champion itself and the secretariat; empty for others."
    )


class DismissalCreate(RequestBody):
    """Set a suggestion aside."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"other": "ECU", "reason": "We talk already."}]})

    other: Iso3 = Field(description="The champion that was suggested.", examples=["ECU"])
    reason: Reason | None = Field(default=None, description="Why.", examples=["We talk already."])
    champion: Iso3 | None = _Own


class DismissalBody(RecordBody):
    """A suggestion that was set aside."""

    champion: ChampionRef = Field(description="For whom.")
    other: ChampionRef = Field(description="The champion that was suggested.")
    reason: str = Field(description="Why it was set aside.", examples=["We talk already."])


class NeedQuery(ListQuery):
    """Filters of the list of needs."""

    sort: Literal["-created_at", "created_at"] = Field(default="-created_at", description="Order; `-` reverses.")
    champion: Iso3 | None = Field(default=None, description="Of this champion.", examples=["KEN"])
    objective: ObjectiveNumber | None = Field(default=None, description="For this objective.", examples=[4])
    kind: NeedKind | None = Field(default=None, description="What is sought, or what is offered.")


class NeedCreate(RequestBody):
    """What a champion seeks or offers."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"kind": "seeks", "objective": 4, "sentence": "Somebody who registers births in border districts."}
            ]
        }
    )

    kind: NeedKind = Field(description="Whether it seeks or offers.", examples=["seeks"])
    objective: ObjectiveNumber = Field(description="For which objective.", examples=[4])
    sentence: Sentence = Field(
        description="What, in a sentence.", examples=["Somebody who registers births in border districts."]
    )
    champion: Iso3 | None = _Own


class NeedBody(Actions, RecordBody):
    """What a champion seeks or offers."""

    champion: ChampionRef = Field(description="Who.")
    kind: NeedKind = Field(description="Whether it seeks or offers.", examples=["seeks"])
    objective: int = Field(description="For which objective.", examples=[4])
    sentence: str = Field(description="What.", examples=["Somebody who registers births in border districts."])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class ContactQuery(ListQuery):
    """Filters of the list of contacts."""

    sort: Literal["-written_at", "written_at"] = Field(default="-written_at", description="Order; `-` reverses.")
    champion: Iso3 | None = Field(default=None, description="Written by this champion.", examples=["KEN"])
    is_open: bool | None = Field(default=None, description="Whether it is still to be told what came of it.")


class ContactCreate(RequestBody):
    """A letter to the focal points of another champion, copied to the secretariat."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "other": "ECU",
                    "subject": "Legal identity: may we learn from you?",
                    "text": "Your practice on birth registration is what we look for. Could we talk next week?",
                }
            ]
        }
    )

    other: Iso3 = Field(description="To whose focal points.", examples=["ECU"])
    subject: Title = Field(description="What it is about.", examples=["Legal identity: may we learn from you?"])
    text: Words = Field(
        description="The letter, without greeting and closing; line breaks are kept.",
        examples=["Your practice on birth registration is what we look for. Could we talk next week?"],
    )
    champion: Iso3 | None = _Own


class FollowUp(RequestBody):
    """What came of a contact."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"outcome": "talking"}]})

    outcome: ContactOutcome = Field(description="What came of it.", examples=["activity"])
    activity_id: UUID | None = Field(
        default=None,
        description="The activity that it led to; asked for with `activity`, and for nothing else.",
        examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a07"],
    )
    note: Annotated[Paragraphs, StringConstraints(max_length=1000)] = Field(
        default="", description="In a few words.", examples=["A joint webinar in March."]
    )


class ContactBody(Actions, RecordBody):
    """A letter to another champion, and what came of it."""

    champion: ChampionRef = Field(description="Who wrote.")
    other: ChampionRef = Field(description="To whom.")
    subject: str = Field(description="What it is about.", examples=["Legal identity: may we learn from you?"])
    text: str = Field(description="The letter.", examples=["Could we talk next week?"])
    written_at: datetime = Field(description="When, in UTC.", examples=["2026-11-20T09:30:00Z"])
    written_by: str = Field(description="Who wrote it.", examples=["Amina Diallo"])
    is_to_follow_up: bool = Field(
        description="Whether it is time to tell what came of it: a month has passed.", examples=[False]
    )
    outcome: ContactOutcome | None = Field(description="What came of it; null: not told yet.", examples=["activity"])
    outcome_note: str = Field(description="In a few words.", examples=["A joint webinar in March."])
    activity_id: UUID | None = Field(description="The activity that it led to, where it is still there.")
    activity_title: str = Field(description="What that activity was called.", examples=["Webinar on legal identity"])
    answered_at: datetime | None = Field(description="When that was told, in UTC.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])
