"""Activities as the API takes and gives them."""

from datetime import date, datetime, time
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from api.activities.models import ActivityStatus, Stakeholder
from api.activities.particulars import Particulars
from api.champions.schemas import ChampionRef
from api.pictures.schemas import PictureRef
from api.platform.language import Language
from api.platform.moments import TimeOfDay
from api.platform.paging import ListQuery
from api.platform.records import Visibility
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, SearchText, ShortText, Title, WebAddress
from api.vocabularies.models import ActivityKind, Format
from api.vocabularies.types import M49, Countries, Iso3, ObjectiveNumber, Objectives, ProcessKey, Sdgs, TimeZone

ActivityOrder = Literal["-starts_on", "starts_on", "title", "-title", "-updated_at", "updated_at"]
Period = Literal["coming", "past"]


def _each_once(named: list[Any]) -> list[Any]:
    return list(dict.fromkeys(named))


ProcessKeys = Annotated[list[ProcessKey], Field(max_length=20), AfterValidator(_each_once)]
Stakeholders = Annotated[list[Stakeholder], Field(max_length=11), AfterValidator(_each_once)]
Languages = Annotated[list[Language], Field(max_length=6), AfterValidator(_each_once)]
Day = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2100, 12, 31))]


def _clock_time(given: time) -> time:
    if given.tzinfo is not None:
        raise PydanticCustomError("time_with_offset", "Give the hour on the clocks of `time_zone`, without an offset.")
    return given.replace(second=0, microsecond=0)


Hour = Annotated[TimeOfDay, AfterValidator(_clock_time)]


class LabelledLink(RequestBody):
    """An address, and what is found there."""

    label: Title = Field(description="What is found there.", examples=["Programme"])
    address: WebAddress = Field(description="Where.", examples=["https://www.example.org/programme.pdf"])


_EXAMPLE: dict[str, Any] = {
    "title": "Peer exchange on migration data",
    "kind": "peer_learning",
    "starts_on": "2027-02-18",
    "ends_on": "2027-02-19",
    "format": "hybrid",
    "place": "Nairobi",
    "co_organisers": ["CAN"],
    "objectives": [1, 17],
    "stakeholders": ["academia"],
    "is_open_for_partners": True,
}


class ActivityFilters(BaseModel):
    """Which activities somebody asks for: of the list, and of the calendar that follows it."""

    kind: list[ActivityKind] = Field(default_factory=list, max_length=8, description="Of any of these kinds.")
    status: list[ActivityStatus] = Field(default_factory=list, max_length=7, description="In any of these states.")
    champion: Iso3 | None = Field(
        default=None, description="That this champion leads or takes part in.", examples=["GHA"]
    )
    objective: list[ObjectiveNumber] = Field(
        default_factory=list, max_length=23, description="For any of these objectives.", examples=[[8]]
    )
    region: M49 | None = Field(
        default=None,
        description="Led or organised by a champion of this UN M49 region or subregion, be it alone or with others; who only takes part does not count.",
        examples=["002"],
    )
    process: ProcessKey | None = Field(
        default=None, description="Linked to the process with this key.", examples=["IMRF-2026"]
    )
    stakeholder: Stakeholder | None = Field(default=None, description="That engages these stakeholders.")
    is_open_for_partners: bool | None = Field(default=None, description="Whether others may still join.")
    is_coordinated: bool | None = Field(default=None, description="Whether co-chairs of any term coordinate it.")


class ActivityQuery(ActivityFilters, ListQuery):
    """Filters and order of the list of activities."""

    sort: ActivityOrder = Field(
        default="-starts_on", description="Order; `-` reverses. Activities without a day count as far ahead."
    )
    statement: UUID | None = Field(default=None, description="About the joint statement with this key.")
    coordinated_in: UUID | None = Field(
        default=None, description="Initiatives that the co-chairs of this term coordinate.", examples=[None]
    )
    period: Period | None = Field(
        default=None,
        description="`past`: its last day has gone by, or it has none and is held, reported or cancelled; `coming`: the rest, and what is postponed.",
    )
    from_day: date | None = Field(
        default=None,
        alias="from",
        description="Going on on this day or later, or without a day.",
        examples=["2026-11-24"],
    )
    until: date | None = Field(default=None, description="Begun on this day or earlier.", examples=["2026-12-31"])
    q: SearchText | None = Field(default=None, description="Words to search for.", examples=["missing migrants"])


class ActivityFields(RequestBody):
    """What may be written of an activity beside its title and its kind. Everything may wait."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    description: Paragraphs = Field(default="", description="What happens, for whom, and to what end.")
    visibility: Visibility = Field(default=Visibility.PUBLIC, description="Who may read it; an idea only members.")
    is_open_for_partners: bool = Field(default=False, description="Whether other champions are asked to join.")
    starts_on: Day | None = Field(default=None, description="First day.", examples=["2027-02-18"])
    ends_on: Day | None = Field(default=None, description="Last day.", examples=["2027-02-19"])
    starts_time: Hour | None = Field(default=None, description="At which hour of its first day.", examples=["14:00"])
    ends_time: Hour | None = Field(default=None, description="At which hour of its last day.", examples=["17:30"])
    time_zone: TimeZone | None = Field(
        default=None,
        description="On whose clocks the hours are; null: those of the place.",
        examples=["Africa/Nairobi"],
    )
    format: Format | None = Field(default=None, description="How people come together.", examples=["hybrid"])
    place: ShortText = Field(default="", description="Where.", examples=["Nairobi"])
    link: WebAddress | Literal[""] = Field(
        default="", description="Its page, or where to register.", examples=["https://www.example.org/exchange"]
    )
    links: Annotated[list[LabelledLink], Field(max_length=10)] = Field(
        default_factory=list, description="What else is found elsewhere: programme, recording, report."
    )
    audience: ShortText = Field(default="", description="Whom it is for.", examples=["National statistical offices"])
    languages: Languages = Field(default_factory=list, description="Working languages.", examples=[["en", "fr"]])
    stakeholders: Stakeholders = Field(
        default_factory=list, description="Whom it engages beside States.", examples=[["academia"]]
    )
    other_organisers: Countries = Field(
        default_factory=list, description="States that organise it too and are no champions.", examples=[["CHE"]]
    )
    other_states: Countries = Field(
        default_factory=list, description="States that take part and are no champions.", examples=[["FRA", "JPN"]]
    )
    partners: Annotated[Paragraphs, StringConstraints(max_length=1000)] = Field(
        default="", description="Partner organisations by name.", examples=["IOM, OHCHR"]
    )
    objectives: Objectives = Field(default_factory=list, description="The objectives it serves.", examples=[[1, 17]])
    sdgs: Sdgs = Field(
        default_factory=list, description="The Sustainable Development Goals it serves.", examples=[[10, 17]]
    )
    particulars: Particulars = Field(
        default_factory=Particulars,
        description="The few things that its kind asks for; what is written for another kind is kept, and shown once it is of that kind.",
    )
    statement_id: UUID | None = Field(
        default=None, description="The joint statement that it is about, as members see it.", examples=[None]
    )
    outcome: Paragraphs = Field(default="", description="What came of it; needed to report on it.")
    lessons_learned: Paragraphs = Field(default="", description="What others should know before they do the like.")
    co_leads: Countries = Field(
        default_factory=list,
        description="Champions that lead it too. A list given replaces the one before.",
        examples=[["LUX"]],
    )
    co_organisers: Countries = Field(
        default_factory=list, description="Champions that organise it too.", examples=[["CAN"]]
    )
    participants: Countries = Field(
        default_factory=list, description="Champions that take part.", examples=[["BGD", "EGY"]]
    )
    processes: ProcessKeys = Field(
        default_factory=list, description="Keys of the processes it is linked to.", examples=[["IMRF-2026"]]
    )

    @field_validator("ends_on")
    @classmethod
    def _ends_after_it_starts(cls, ends_on: date | None, info: ValidationInfo) -> date | None:
        starts_on = info.data.get("starts_on")
        if ends_on and starts_on and ends_on < starts_on:
            raise PydanticCustomError(
                "ends_before_it_starts", "An activity ends on its first day or later: mend one of the two."
            )
        return ends_on


class ActivityCreate(ActivityFields):
    """A new activity: a title and a kind are enough."""

    title: Title = Field(description="What it is.", examples=["Peer exchange on migration data"])
    kind: ActivityKind = Field(description="One of the discussion note's eight kinds.", examples=["peer_learning"])
    champion: Iso3 | None = Field(
        default=None,
        description="Who leads it: your own champion by default. The secretariat names one, or leaves it out where the Initiative leads as a whole.",
        examples=["KEN"],
    )


class ActivityChange(ChangeBody, ActivityFields):
    """Changes to an activity; what is left out stays. A list that is given replaces the one before."""

    title: Title = Field(default="", description="What it is.", examples=["Peer exchange on migration data"])
    kind: ActivityKind = Field(
        default=ActivityKind.PEER_LEARNING,
        description="One of the discussion note's eight kinds.",
        examples=["peer_learning"],
    )


class ActivityProcessRef(BaseModel):
    """A process that an activity is linked to."""

    id: UUID = Field(description="The process's id.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a03"])
    key: str = Field(description="Its key.", examples=["IMRF-2026"])
    title: str = Field(description="Its title.", examples=["International Migration Review Forum 2026"])


class StateRef(BaseModel):
    """A State that is no champion."""

    iso3: str = Field(description="ISO 3166-1 alpha-3.", examples=["FRA"])
    name: str = Field(description="Its name in the language of the answer.", examples=["France"])


class StatementRef(BaseModel):
    """The joint statement that an activity is about."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a51"])
    title: str = Field(description="Its title.", examples=["Joint statement for the IMRF"])


class CoordinatingTerm(BaseModel):
    """The term whose co-chairs coordinate an activity."""

    id: UUID = Field(description="Its key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a61"])
    starts_on: date = Field(description="Its first day.", examples=["2026-06-23"])
    ends_on: date = Field(description="The first day after it.", examples=["2026-12-23"])


class Coordination(RequestBody):
    """Whose initiative it becomes."""

    term_id: UUID | None = Field(default=None, description="The term; the present one by default.", examples=[None])


class ActivitySummary(Actions, RecordBody):
    """An activity in a list."""

    kind: ActivityKind = Field(description="One of the discussion note's eight kinds.", examples=["peer_learning"])
    title: str = Field(description="What it is.", examples=["Peer exchange on migration data"])
    status: ActivityStatus = Field(description="Where it stands.", examples=["planned"])
    visibility: Visibility = Field(description="Who may read it.", examples=["public"])
    is_open_for_partners: bool = Field(description="Whether other champions are asked to join.", examples=[True])
    starts_on: date | None = Field(description="First day.", examples=["2027-02-18"])
    ends_on: date | None = Field(description="Last day; null: the first is the only one.", examples=["2027-02-19"])
    starts_time: TimeOfDay | None = Field(
        description="At which hour, on the clocks of `time_zone`.", examples=["14:00:00"]
    )
    ends_time: TimeOfDay | None = Field(description="Until which hour of its last day.", examples=["17:30:00"])
    time_zone: str | None = Field(description="On whose clocks; null: those of the place.", examples=["Africa/Nairobi"])
    starts_at: datetime | None = Field(
        description="The instant it begins, in UTC; null where hour or zone is not said.",
        examples=["2027-02-18T11:00:00Z"],
    )
    ends_at: datetime | None = Field(description="The instant it ends, in UTC.", examples=["2027-02-19T14:30:00Z"])
    is_over: bool = Field(description="Whether it lies in the past, as the filter `period` says.", examples=[False])
    format: Format | None = Field(description="How people come together.", examples=["hybrid"])
    place: str = Field(description="Where.", examples=["Nairobi"])
    languages: list[Language] = Field(description="Working languages.", examples=[["en", "fr"]])
    stakeholders: list[Stakeholder] = Field(description="Whom it engages beside States.", examples=[["academia"]])
    objectives: list[int] = Field(description="The objectives it serves.", examples=[[1, 17]])
    sdgs: list[int] = Field(description="The Sustainable Development Goals it serves.", examples=[[10, 17]])
    champion: ChampionRef | None = Field(description="Who leads it; null: the Initiative as a whole.")
    co_leads: list[ChampionRef] = Field(description="Champions that lead it too.")
    co_organisers: list[ChampionRef] = Field(description="Champions that organise it too.")
    participants: list[ChampionRef] = Field(description="Champions that take part.")
    other_organisers: list[StateRef] = Field(description="States that organise it too and are no champions.")
    other_states: list[StateRef] = Field(description="States that take part and are no champions.")
    coordinated_in: CoordinatingTerm | None = Field(
        description="An initiative that the co-chairs of this term coordinate; null: none."
    )
    processes: list[ActivityProcessRef] = Field(description="Processes it is linked to, by date.")
    cover: PictureRef | None = Field(description="The first of its pictures; null: there is none.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])
    asks_reason: list[str] = Field(description="Those of `actions` that ask for a reason now.", examples=[["cancel"]])


class ActivityBody(ProvenanceBody, ActivitySummary):
    """An activity with everything that is known of it."""

    description: str = Field(description="What happens, for whom, and to what end.")
    status_reason: str | None = Field(
        description="Why it was postponed or cancelled, or why steps were skipped; null for all but members."
    )
    link: str = Field(description="Its page, or where to register.", examples=["https://www.example.org/exchange"])
    links: list[LabelledLink] = Field(description="What else is found elsewhere.")
    audience: str = Field(description="Whom it is for.", examples=["National statistical offices"])
    particulars: Particulars = Field(description="The few things that its kind asks for.")
    particular_fields: list[str] = Field(
        description="Which fields of `particulars` its kind asks for.", examples=[["seeks", "offers"]]
    )
    statement: StatementRef | None = Field(
        description="The joint statement that it is about, where the caller sees it."
    )
    partners: str = Field(description="Partner organisations by name.", examples=["IOM, OHCHR"])
    outcome: str = Field(description="What came of it.")
    lessons_learned: str = Field(description="What others should know before they do the like.")
