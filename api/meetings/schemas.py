"""Meetings as the API takes and gives them."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from api.meetings.agenda_schemas import AgendaItemBody
from api.meetings.models import MeetingKind, MeetingStatus
from api.platform.language import Language
from api.platform.moments import ClockTime
from api.platform.paging import ListQuery
from api.platform.records import DatePrecision
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title, WebAddress
from api.vocabularies.models import Format
from api.vocabularies.types import Languages, TimeZone

MeetingOrder = Literal["-starts_at", "starts_at"]
Count = Annotated[int, Field(ge=0, le=100_000)]

_EXAMPLE: dict[str, Any] = {
    "title": "Quarterly technical meeting",
    "starts_at": "2026-12-10T14:00:00Z",
    "time_zone": "America/New_York",
    "duration_minutes": 90,
    "languages": ["en", "fr", "es"],
    "format": "online",
}


class MeetingQuery(ListQuery):
    """Filters and order of the list of meetings."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)

    sort: MeetingOrder = Field(default="-starts_at", description="Order; `-` reverses.")
    status: list[MeetingStatus] = Field(default_factory=list, max_length=8, description="Any of these states.")
    kind: MeetingKind | None = Field(default=None, description="Of this kind.")
    from_on: date | None = Field(
        default=None, alias="from", description="On this day (UTC) or later.", examples=["2026-10-01"]
    )
    until: date | None = Field(default=None, description="On this day (UTC) or earlier.", examples=["2026-12-31"])
    q: SearchText | None = Field(default=None, description="Words in the title.", examples=["technical"])


class MeetingFields(RequestBody):
    """What may be written of a meeting beside its title and its date."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    kind: MeetingKind = Field(default=MeetingKind.TECHNICAL, description="The quarterly one, or an extraordinary one.")
    date_precision: DatePrecision = Field(
        default=DatePrecision.DAY, description="`month`: a past meeting of which only the month is known."
    )
    time_zone: TimeZone = Field(default="UTC", description="The zone it is planned in.", examples=["America/New_York"])
    duration_minutes: Annotated[int, Field(ge=5, le=1440)] = Field(
        default=90, description="How long it lasts.", examples=[90]
    )
    languages: Languages = Field(
        default_factory=list, description="Languages with interpretation.", examples=[["en", "fr", "es"]]
    )
    format: Format = Field(default=Format.ONLINE, description="How people come together.", examples=["online"])
    place: ShortText = Field(default="", description="Where, unless it is online.", examples=["New York"])
    link: WebAddress | Literal[""] = Field(
        default="",
        description="Where to join online; never shown to the public.",
        examples=["https://meet.example.org/1"],
    )
    agenda_closes_at: ClockTime | None = Field(
        default=None,
        description="Until when champions may propose items; without an offset on the clocks of `time_zone`.",
        examples=["2026-12-03T17:00:00Z"],
    )
    summary: Annotated[Paragraphs, Field(max_length=20_000)] = Field(default="", description="What came out of it.")
    is_summary_public: bool = Field(
        default=False, description="Whether everyone may read the summary once the meeting was held."
    )
    preparation_notes: Paragraphs = Field(
        default="", description="For the co-chairs, the incoming co-chairs and the secretariat only."
    )
    participants_count: Count | None = Field(default=None, description="How many people took part.", examples=[40])
    champions_present_count: Count | None = Field(
        default=None,
        description="How many champions took part, where nobody took attendance; otherwise it follows from that.",
        examples=[17],
    )
    is_shared_with_observers: bool = Field(
        default=False, description="Whether observers may read the meeting and its agenda."
    )


class MeetingCreate(MeetingFields):
    """A new meeting: a title and a date are enough."""

    title: Title = Field(description="What it is called.", examples=["Quarterly technical meeting"])
    starts_at: ClockTime = Field(
        description="When it begins: with the offset from UTC, or without one on the clocks of `time_zone`.",
        examples=["2026-12-10T14:00:00Z"],
    )


class MeetingChange(ChangeBody, MeetingFields):
    """Changes to a meeting; what is left out stays."""

    title: Title = Field(default="", description="What it is called.", examples=["Quarterly technical meeting"])
    starts_at: ClockTime = Field(
        default=datetime(1990, 1, 1, tzinfo=UTC),
        description="When it begins: with the offset from UTC, or without one on the clocks of `time_zone`.",
        examples=["2026-12-10T14:00:00Z"],
    )


class Rescheduling(ReasonBody):
    """The new date of a postponed meeting."""

    starts_at: ClockTime = Field(
        description="When it begins: with the offset from UTC, or without one on the clocks of `time_zone`.",
        examples=["2027-01-14T14:00:00Z"],
    )
    agenda_closes_at: ClockTime | None = Field(
        default=None,
        description="Until when champions may propose items; without an offset on the clocks of `time_zone`.",
        examples=["2027-01-07T17:00:00Z"],
    )


class MeetingSummary(ProvenanceBody, Actions, RecordBody):
    """A meeting in a list."""

    kind: MeetingKind = Field(description="The quarterly one, or an extraordinary one.", examples=["technical"])
    title: str = Field(description="What it is called.", examples=["Quarterly technical meeting"])
    starts_at: datetime = Field(description="When it begins, in UTC.", examples=["2026-12-10T14:00:00Z"])
    date_precision: DatePrecision = Field(
        description="`month`: only the month is known; the day means nothing.", examples=["day"]
    )
    time_zone: str = Field(description="The zone it is planned in.", examples=["America/New_York"])
    duration_minutes: int = Field(description="How long it lasts.", examples=[90])
    languages: list[Language] = Field(description="Languages with interpretation.", examples=[["en", "fr", "es"]])
    format: Format = Field(description="How people come together.", examples=["online"])
    place: str = Field(description="Where, unless it is online.", examples=["New York"])
    status: MeetingStatus = Field(description="Where it stands.", examples=["agenda_open"])
    invited_at: datetime | None = Field(
        description="When the invitation was sent, in UTC; null: a draft, nobody was told. For members.",
        examples=["2026-11-24T09:30:00Z"],
    )
    agenda_closes_at: datetime | None = Field(
        description="Until when champions may propose items.", examples=["2026-12-03T17:00:00Z"]
    )
    is_summary_public: bool = Field(
        description="Whether everyone may read the summary once the meeting was held.", examples=[False]
    )
    is_shared_with_observers: bool = Field(
        description="Whether observers may read the meeting and its agenda.", examples=[False]
    )
    participants_count: int | None = Field(description="How many people took part.", examples=[40])
    champions_present_count: int | None = Field(description="How many champions took part.", examples=[17])
    accepted_items_count: int = Field(description="Items on the agenda that the caller may see.", examples=[5])
    accepted_minutes: int = Field(description="Minutes that these items take.", examples=[85])
    open_proposals_count: int = Field(description="Proposals to be decided, for members.", examples=[3])


class MeetingBody(MeetingSummary):
    """A meeting with its agenda. What is not for the caller is null or left out of the agenda."""

    status_reason: str = Field(description="Why it was postponed or cancelled, or steps were skipped; for members.")
    link: str | None = Field(
        description="Where to join online; null for those who do not take part.",
        examples=["https://meet.example.org/1"],
    )
    summary: str = Field(description="What came out of it.")
    preparation_notes: str | None = Field(
        description="For the co-chairs, the incoming co-chairs (30 days before their term) and the secretariat; null for others."
    )
    agenda_items: list[AgendaItemBody] = Field(
        description="The agenda in its order; then, for members, proposals to decide, declined and withdrawn ones."
    )
    asks_reason: list[str] = Field(
        description="Those of `actions` that ask for a reason, for example since they skip steps.", examples=[["hold"]]
    )
