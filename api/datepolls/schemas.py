"""Date polls as the API takes and gives them."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.datepolls.models import DateAnswer, DatePollStatus
from api.datepolls.rules import RankedBy
from api.meetings.agenda_schemas import LinkedRecord
from api.platform.moments import Instant
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title
from api.slots.rules import Hour
from api.vocabularies.types import TimeZone, no_repeats

DatePollOrder = Literal["-deadline_at", "deadline_at"]

Candidates = Annotated[list[Instant], Field(min_length=1, max_length=20), AfterValidator(no_repeats)]
"""Dates to choose from, each once."""

_EXAMPLE: dict[str, Any] = {
    "title": "Technical meeting of the first quarter",
    "duration_minutes": 90,
    "time_zone": "Europe/Zurich",
    "candidates": ["2027-03-09T13:00:00Z", "2027-03-11T14:00:00Z", "2027-03-16T13:00:00Z"],
    "deadline_at": "2026-12-04T17:00:00Z",
    "note": "Interpretation is confirmed for all three.",
}
_Key = Annotated[UUID, Field(description="The date's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a03"])]


class DatePollQuery(ListQuery):
    """Filters and order of the list of date polls."""

    sort: DatePollOrder = Field(default="-deadline_at", description="Order; `-` reverses.")
    status: list[DatePollStatus] = Field(default_factory=list, max_length=5, description="Any of these states.")
    meeting_id: UUID | None = Field(default=None, description="For this meeting.")
    q: SearchText | None = Field(default=None, description="Words in the title.", examples=["technical"])


class DatePollFields(RequestBody):
    """What may be written of a date poll beside its title, its dates and its deadline."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    duration_minutes: Annotated[int, Field(ge=5, le=1440)] = Field(
        default=90, description="How long the meeting would last.", examples=[90]
    )
    time_zone: TimeZone = Field(
        default="UTC", description="The zone in which the dates were entered.", examples=["Europe/Zurich"]
    )
    note: Paragraphs = Field(default="", description="What champions should know before they answer.")
    meeting_id: UUID | None = Field(
        default=None, description="The meeting that moves to the date; null: it is yet to be planned."
    )


class DatePollCreate(DatePollFields):
    """A draft of a date poll. Champions see it once it is opened."""

    title: Title = Field(description="What the date is for.", examples=["Technical meeting of the first quarter"])
    candidates: Candidates = Field(
        description="When the meeting might begin, with the offset from UTC; all still to come.",
        examples=[_EXAMPLE["candidates"]],
    )
    deadline_at: Instant = Field(
        description="Until when champions answer: at least an hour from now, and before the last of the dates.",
        examples=["2026-12-04T17:00:00Z"],
    )


class DatePollChange(ChangeBody, DatePollFields):
    """Changes to a draft; what is left out stays. Of a closed poll only the meeting, where it has none."""

    title: Title = Field(
        default="", description="What the date is for.", examples=["Technical meeting of the first quarter"]
    )
    candidates: Candidates = Field(
        default=[datetime(1990, 1, 1, tzinfo=UTC)],
        description="When the meeting might begin, with the offset from UTC; all still to come.",
        examples=[_EXAMPLE["candidates"]],
    )
    deadline_at: Instant = Field(
        default=datetime(1990, 1, 1, tzinfo=UTC),
        description="Until when champions answer: at least an hour from now, and before the last of the dates.",
        examples=["2026-12-04T17:00:00Z"],
    )


class DatePollExtension(ReasonBody):
    """A later deadline, and why."""

    deadline_at: Instant = Field(description="Until when champions answer now.", examples=["2026-12-07T17:00:00Z"])


class DateChoice(RequestBody):
    """The date that is chosen."""

    candidate_id: _Key


class DateAnswerIn(RequestBody):
    """What is said to one date."""

    candidate_id: _Key
    answer: DateAnswer = Field(description="Whether the champion can come.", examples=["if_need_be"])
    comment: ShortText = Field(default="", description="What is said with it.", examples=["Only after 15:00."])


def _each_date_once(answers: list[DateAnswerIn]) -> list[DateAnswerIn]:
    no_repeats([answer.candidate_id for answer in answers])
    return answers


class DateAnswers(RequestBody):
    """All that a champion says; a date that is left out has no answer."""

    answers: Annotated[list[DateAnswerIn], Field(min_length=1, max_length=20), AfterValidator(_each_date_once)] = Field(
        description="One answer a date."
    )


class DateAnswerBody(BaseModel):
    """What a champion says to one date."""

    candidate_id: _Key
    answer: DateAnswer = Field(description="Whether the champion can come.", examples=["if_need_be"])
    comment: str = Field(description="What was said with it.", examples=["Only after 15:00."])


class DatePollVoiceBody(RecordBody):
    """What a champion says: one voice, whoever of its people gave it last."""

    champion: ChampionRef = Field(description="The champion that it counts for.")
    answers: list[DateAnswerBody] = Field(description="Its answers; a date that is not among them has none.")
    given_at: datetime = Field(description="When, in UTC.", examples=["2026-11-26T09:12:00Z"])
    given_by: str = Field(description="The name of who gave it.", examples=["Fatou Ceesay"])
    is_on_behalf: bool = Field(description="Given by the secretariat on the champion's behalf.", examples=[False])


class DatePollPlace(BaseModel):
    """A place from which people would join."""

    zone: str = Field(description="Its IANA time zone.", examples=["Africa/Nairobi"])
    name: str = Field(description="What it is called in the language of the answer.", examples=["Nairobi"])


class PlaceTime(BaseModel):
    """What a date is in a place, in the order of `places`."""

    starts_at_local: datetime = Field(
        description="What the clocks there show when it begins, with their offset.",
        examples=["2027-03-09T16:00:00+03:00"],
    )
    kind: Hour = Field(description="What its worst half hour is.", examples=["working"])
    points: int = Field(description="Points of its worst half hour, 0 to 10.", examples=[0])


class ChairAnswer(BaseModel):
    """What one of the two says who co-chair on that day."""

    champion: ChampionRef = Field(description="The co-chair.")
    answer: DateAnswer | None = Field(description="Its answer; null while it has given none.", examples=["yes"])


class DateCandidateBody(BaseModel):
    """A date, with what champions say to it and where it stands among the others."""

    id: _Key
    starts_at: datetime = Field(description="When the meeting would begin, in UTC.", examples=["2027-03-09T13:00:00Z"])
    yes: int = Field(description="Champions that can come.", examples=[17])
    if_need_be: int = Field(description="Champions that can come if need be.", examples=[3])
    no: int = Field(description="Champions that cannot come.", examples=[2])
    silent: int = Field(description="Champions that have not answered.", examples=[7])
    rank: int = Field(description="Its place among the dates, 1 is the best.", examples=[1])
    before_next_by: RankedBy | None = Field(
        description="What puts it before the next one; null for the last.", examples=["yes"]
    )
    co_chairs: list[ChairAnswer] = Field(
        description="Those who co-chair on that day; empty where nobody is planned to."
    )
    both_co_chairs_say_no: bool = Field(
        description="Nobody could chair: it stands behind the others.", examples=[False]
    )
    has_passed: bool = Field(description="It can be chosen no more.", examples=[False])
    worst: float = Field(description="The most points that any place has, weighed as in the time picker.", examples=[2])
    total: float = Field(description="The points of all places together, weighed.", examples=[14.5])
    places: list[PlaceTime] = Field(description="What it is in each place, in the order of `places`.")


class DatePollSummary(Actions, RecordBody):
    """A date poll in a list."""

    title: str = Field(description="What the date is for.", examples=["Technical meeting of the first quarter"])
    status: DatePollStatus = Field(description="Where it stands at this moment.", examples=["open"])
    duration_minutes: int = Field(description="How long the meeting would last.", examples=[90])
    time_zone: str = Field(description="The zone in which the dates were entered.", examples=["Europe/Zurich"])
    opened_at: datetime | None = Field(
        description="When champions were asked, in UTC; null in a draft.", examples=["2026-11-24T09:00:00Z"]
    )
    deadline_at: datetime = Field(description="Until when they answer, in UTC.", examples=["2026-12-04T17:00:00Z"])
    ended_at: datetime | None = Field(
        description="Since when answers are taken no more, in UTC; null before.", examples=["2026-12-04T17:00:00Z"]
    )
    chosen_starts_at: datetime | None = Field(
        description="The date that was chosen, in UTC.", examples=["2027-03-09T13:00:00Z"]
    )
    meeting: LinkedRecord | None = Field(description="The meeting that it is for.")
    dates_count: int = Field(description="Dates to choose from.", examples=[3])
    champions_count: int = Field(description="Champions that are asked.", examples=[29])
    answered_count: int = Field(description="Of these, have answered.", examples=[17])
    has_answered: bool = Field(description="Whether the caller's champion has answered.", examples=[True])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class DatePollBody(DatePollSummary):
    """A date poll with everybody's answers, and with whoever has given none."""

    note: str = Field(description="What champions should know before they answer.")
    extended_from_at: datetime | None = Field(description="The deadline before it was extended.")
    extension_reason: str = Field(description="Why the deadline was extended.")
    ending_reason: str = Field(description="Why it was cancelled, or closed without a date.")
    ended_by: str = Field(
        description="The name of who chose the date, closed or cancelled.", examples=["Akosua Mensah"]
    )
    candidates: list[DateCandidateBody] = Field(description="The dates, the soonest first.")
    places: list[DatePollPlace] = Field(description="Where people would join from.")
    voices: list[DatePollVoiceBody] = Field(description="What champions say, by name of the champion.")
    silent: list[ChampionRef] = Field(description="Champions that have not answered.")
    asks_reason: list[str] = Field(description="Those of `actions` that ask for a reason.", examples=[["cancel"]])
