"""Consultations as the API takes and gives them."""

from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.consultations.models import AnswerKind, ConsultationAbout, ConsultationStatus, Outcome
from api.meetings.agenda_schemas import LinkedRecord
from api.platform.moments import Instant
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, Title
from api.vocabularies.types import Iso3

ConsultationOrder = Literal["-deadline_at", "deadline_at"]
AnswerOrder = Literal["-given_at"]

_EXAMPLE: dict[str, Any] = {
    "title": "Move the technical meeting to 17 December",
    "text": "The room in Geneva is free on the 17th, and interpretation is confirmed.",
    "about": "date",
    "deadline_at": "2026-12-01T17:00:00Z",
}


class ConsultationQuery(ListQuery):
    """Filters and order of the list of consultations."""

    sort: ConsultationOrder = Field(default="-deadline_at", description="Order; `-` reverses.")
    status: list[ConsultationStatus] = Field(default_factory=list, max_length=5, description="Any of these states.")
    about: ConsultationAbout | None = Field(default=None, description="About this.")
    q: SearchText | None = Field(default=None, description="Words in the title.", examples=["December"])


class ConsultationFields(RequestBody):
    """What may be written of a consultation beside its title and its deadline."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    about: ConsultationAbout = Field(default=ConsultationAbout.OTHER, description="What champions are asked about.")
    text: Paragraphs = Field(default="", description="The proposal, and what champions are asked for.")
    meeting_id: UUID | None = Field(default=None, description="The meeting that it is about.")
    workplan_item_id: UUID | None = Field(default=None, description="The workplan item that it is about.")


class ConsultationCreate(ConsultationFields):
    """A draft of a consultation: a title and a deadline are enough. Champions see it once it is opened."""

    title: Title = Field(description="The proposal in a line.", examples=["Move the technical meeting to 17 December"])
    deadline_at: Instant = Field(
        description="Until when champions answer; at least an hour from now.", examples=["2026-12-01T17:00:00Z"]
    )


class ConsultationChange(ChangeBody, ConsultationFields):
    """Changes to a draft; what is left out stays."""

    title: Title = Field(
        default="", description="The proposal in a line.", examples=["Move the technical meeting to 17 December"]
    )
    deadline_at: Instant = Field(
        default=datetime(1990, 1, 1, tzinfo=UTC),
        description="Until when champions answer; at least an hour from now.",
        examples=["2026-12-01T17:00:00Z"],
    )


class Extension(ReasonBody):
    """A later deadline, and why."""

    deadline_at: Instant = Field(description="Until when champions answer now.", examples=["2026-12-03T17:00:00Z"])


class Conclusion(RequestBody):
    """What the co-chairs take from the answers."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"outcome": "agreed", "text": "The meeting moves to 17 December."}]}
    )

    outcome: Outcome = Field(description="The outcome.", examples=["agreed"])
    text: Paragraphs = Field(
        default="", description="The result in words.", examples=["The meeting moves to 17 December."]
    )


class ConsultationAnswerCreate(RequestBody):
    """A champion's answer. A later one takes its place; both are kept."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"answer": "comment", "text": "Agreed, if it begins at 14:00."}]}
    )

    answer: AnswerKind = Field(description="A comment and an objection need a text.", examples=["comment"])
    text: Paragraphs = Field(
        default="", description="What is said with it.", examples=["Agreed, if it begins at 14:00."]
    )
    champion: Iso3 | None = Field(
        default=None,
        description="On whose behalf; one's own champion by default. The secretariat names it.",
        examples=["GMB"],
    )


class ConsultationAnswerBody(BaseModel):
    """An answer that was given for a champion."""

    id: UUID = Field(description="The answer's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    champion: ChampionRef = Field(description="The champion that it counts for.")
    answer: AnswerKind = Field(description="What it says.", examples=["comment"])
    text: str = Field(description="What was said with it.", examples=["Agreed, if it begins at 14:00."])
    given_at: datetime = Field(description="When, in UTC.", examples=["2026-11-26T09:12:00Z"])
    given_by: str = Field(description="The name of who gave it.", examples=["Fatou Ceesay"])
    is_on_behalf: bool = Field(description="Given by the secretariat on the champion's behalf.", examples=[False])
    is_in_force: bool = Field(description="Whether it is the champion's last one.", examples=[True])


class ConsultationAnswerQuery(ListQuery):
    """The order of the history of answers."""

    sort: AnswerOrder = Field(default="-given_at", description="The latest first.")
    champion: Iso3 | None = Field(default=None, description="Of this champion.", examples=["GMB"])


class Tally(BaseModel):
    """The answers in figures: one voice a champion."""

    champions: int = Field(description="Champions that are asked.", examples=[29])
    agree: int = Field(description="Of these, agree.", examples=[17])
    comment: int = Field(description="Of these, comment.", examples=[3])
    object: int = Field(description="Of these, object.", examples=[0])
    silent: int = Field(description="Of these, have not answered.", examples=[9])


class ConsultationSummary(Actions, RecordBody):
    """A consultation in a list."""

    about: ConsultationAbout = Field(description="What champions are asked about.", examples=["date"])
    title: str = Field(description="The proposal in a line.", examples=["Move the technical meeting to 17 December"])
    status: ConsultationStatus = Field(description="Where it stands at this moment.", examples=["open"])
    opened_at: datetime | None = Field(
        description="When champions were asked, in UTC; null in a draft.", examples=["2026-11-24T09:00:00Z"]
    )
    deadline_at: datetime = Field(description="Until when they answer, in UTC.", examples=["2026-12-01T17:00:00Z"])
    ended_at: datetime | None = Field(
        description="When it stopped taking answers: at the deadline, or earlier where it was closed or withdrawn; null before.",
        examples=["2026-12-01T17:00:00Z"],
    )
    tally: Tally = Field(description="The answers in figures.")
    own_answer: AnswerKind | None = Field(description="What the caller's champion says; null where it is silent.")
    outcome: Outcome | None = Field(description="The result; null until it is recorded.", examples=["agreed"])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class ConsultationBody(ConsultationSummary):
    """A consultation with everybody's answer, and with whoever has given none."""

    text: str = Field(description="The proposal, and what champions are asked for.")
    meeting: LinkedRecord | None = Field(description="The meeting that it is about.")
    workplan_item: LinkedRecord | None = Field(description="The workplan item that it is about.")
    extended_from_at: datetime | None = Field(description="The deadline before it was extended.")
    extension_reason: str = Field(description="Why the deadline was extended.")
    ending_reason: str = Field(description="Why it was closed before its deadline, or withdrawn.")
    result: str = Field(description="The result in words.")
    concluded_at: datetime | None = Field(description="When the result was recorded, in UTC.")
    concluded_by: str = Field(description="The name of who recorded it.", examples=["Akosua Mensah"])
    answers: list[ConsultationAnswerBody] = Field(
        description="The answers in force, one a champion: objections, comments, agreement."
    )
    silent: list[ChampionRef] = Field(description="Champions that have not answered.")
    asks_reason: list[str] = Field(description="Those of `actions` that ask for a reason.", examples=[["withdraw"]])
