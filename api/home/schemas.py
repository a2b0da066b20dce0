"""The home page as the API gives it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.home.kinds import AheadKind, DueKind, NewsKind
from api.meetings.models import MeetingKind, MeetingStatus
from api.processes.schemas import ProcessSummary
from api.vocabularies.models import ActivityKind, Format, ScopeOfWork
from api.workplan.models import WorkplanItemStatus

_Key = Annotated[UUID, Field(description="The record's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])]
_Demonstration = Annotated[bool, Field(description="Invented, to show how the product looks in use.", examples=[True])]
_Objectives = Annotated[list[int], Field(description="Numbers of the GCM objectives.", examples=[[3, 14]])]


class DueItem(BaseModel):
    """Something that waits for the caller."""

    kind: DueKind = Field(description="What waits.", examples=["workplan_item_due"])
    id: UUID | None = Field(
        description="Key of the record that it is about; null where there is none yet.",
        examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"],
    )
    title: str = Field(description="Title of that record; empty without one.", examples=["Regional calls, Africa"])
    champion: ChampionRef | None = Field(description="The champion that the record belongs to.")
    due_on: date | None = Field(description="The day by which it is due.", examples=["2026-12-08"])
    due_at: datetime | None = Field(
        description="The instant by which it is due, in UTC.", examples=["2026-12-03T14:00:00Z"]
    )
    since: datetime | None = Field(description="Since when it waits, in UTC.", examples=["2026-11-20T08:00:00Z"])
    days_late: int = Field(description="Whole days since it was due; 0 where it is not late.", examples=[12])
    count: int | None = Field(description="How many wait, where there are several.", examples=[3])
    is_demonstration: _Demonstration


class DueList(BaseModel):
    """What waits for the caller, the most urgent first."""

    items: list[DueItem] = Field(description="All that waits.")


class NewsQuery(BaseModel):
    """From when on."""

    model_config = ConfigDict(extra="forbid")

    since: AwareDatetime | None = Field(
        default=None,
        description="Tell what happened after this instant; the caller's last visit by default.",
        examples=["2026-11-20T08:00:00Z"],
    )


class NewsItem(BaseModel):
    """Something that others did."""

    kind: NewsKind = Field(description="What was done.", examples=["practice_published"])
    id: _Key
    title: str = Field(description="The record's title.", examples=["Pre-departure information in district offices"])
    at: datetime = Field(description="When, in UTC.", examples=["2026-11-22T08:07:00Z"])
    champion: ChampionRef | None = Field(description="The champion that did it, where it was one.")
    objectives: _Objectives
    excerpt: str = Field(description="The beginning of what was written.", examples=["Second session held."])
    status: WorkplanItemStatus | None = Field(description="Where a workplan item stands since.", examples=["on_track"])
    is_demonstration: _Demonstration


class NewsList(BaseModel):
    """What others did since the caller was last here, the newest first; at most 30."""

    since: datetime = Field(description="From when on, in UTC.", examples=["2026-11-20T08:00:00Z"])
    items: list[NewsItem] = Field(description="The news.")


class OverviewTerm(BaseModel):
    """A co-chair term."""

    id: _Key
    champions: list[ChampionRef] = Field(description="The pair.")
    starts_on: date = Field(description="First day, from midnight UTC.", examples=["2026-07-01"])
    ends_on: date = Field(description="The day on whose midnight (UTC) it ends.", examples=["2027-01-01"])
    is_demonstration: _Demonstration


class OverviewMeeting(BaseModel):
    """The next meeting."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Quarterly technical meeting"])
    kind: MeetingKind = Field(description="Its kind.", examples=["technical"])
    status: MeetingStatus = Field(description="Where it stands.", examples=["agenda_open"])
    starts_at: datetime = Field(description="When it starts, in UTC.", examples=["2026-12-10T14:00:00Z"])
    duration_minutes: int = Field(description="How long it takes.", examples=[90])
    time_zone: str = Field(description="The IANA time zone of its place.", examples=["America/New_York"])
    format: Format = Field(description="How people come together.", examples=["online"])
    place: str = Field(description="Where; empty online.", examples=["Geneva"])
    languages: list[str] = Field(description="Languages spoken.", examples=[["en", "fr"]])
    agenda_closes_at: datetime | None = Field(
        description="Until when proposals are taken, in UTC.", examples=["2026-12-03T14:00:00Z"]
    )
    accepted_items: int = Field(description="Items on the agenda.", examples=[5])
    accepted_minutes: int = Field(description="What they take together.", examples=[85])
    open_proposals: int = Field(description="Proposals to decide; 0 for those who do not see them.", examples=[3])
    is_demonstration: _Demonstration


class OverviewFigures(BaseModel):
    """The Initiative in figures, as the caller may see it."""

    champions: int = Field(description="Champions today.", examples=[29])
    published_practices: int = Field(description="Published practices.", examples=[30])
    activities: int = Field(description="Activities.", examples=[24])


class OverviewPractice(BaseModel):
    """A practice that was published lately."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Pre-departure information in district offices"])
    language: str = Field(description="The language that it is written in.", examples=["en"])
    champion: ChampionRef = Field(description="The champion whose practice it is.")
    objectives: _Objectives
    published_at: datetime = Field(description="When it was published, in UTC.", examples=["2026-11-22T08:07:00Z"])
    is_demonstration: _Demonstration


class OverviewActivity(BaseModel):
    """An activity to come, or under way."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Webinar on regularisation"])
    kind: ActivityKind = Field(description="Its kind.", examples=["peer_learning"])
    champion: ChampionRef | None = Field(description="Its lead; null where the Initiative leads as a whole.")
    starts_on: date = Field(description="First day.", examples=["2026-12-30"])
    ends_on: date | None = Field(description="Last day.", examples=["2026-12-31"])
    format: Format | None = Field(description="How people come together.", examples=["online"])
    place: str = Field(description="Where; empty online.", examples=["Dakar"])
    objectives: _Objectives
    is_open_for_partners: bool = Field(description="Whether others may join.", examples=[True])
    is_demonstration: _Demonstration


class AreaAtAGlance(BaseModel):
    """One of the four areas of work, in figures."""

    scope_of_work: ScopeOfWork = Field(description="The area.", examples=["dialogue"])
    items: int = Field(description="Items that were not dropped.", examples=[7])
    done: int = Field(description="Of these, done.", examples=[3])
    at_risk: int = Field(description="Of these, at risk.", examples=[1])
    overdue: int = Field(description="Of these, unfinished after their day.", examples=[1])


class OverviewWorkplan(BaseModel):
    """The adopted workplan at a glance."""

    id: _Key
    title: str = Field(description="Its title.", examples=["Workplan 2026–2028"])
    areas: list[AreaAtAGlance] = Field(description="The four areas of the discussion note, in its order.")
    is_demonstration: _Demonstration


class AheadItem(BaseModel):
    """Something that lies ahead."""

    kind: AheadKind = Field(description="What it is.", examples=["handover"])
    id: _Key
    title: str = Field(
        description="The record's title; empty for a handover.", examples=["Third round of Regional Reviews"]
    )
    champions: list[ChampionRef] = Field(description="Who takes over, or leads.")
    starts_on: date = Field(description="When it begins.", examples=["2027-01-01"])
    is_demonstration: _Demonstration


class OverviewBody(BaseModel):
    """Where the Initiative stands, as the caller may see it."""

    current_term: OverviewTerm | None = Field(description="The co-chairs now.")
    next_term: OverviewTerm | None = Field(description="The pair after them.")
    next_meeting: OverviewMeeting | None = Field(description="The next meeting that the caller may see.")
    figures: OverviewFigures = Field(description="The Initiative in figures.")
    latest_practices: list[OverviewPractice] = Field(description="The latest published practices.")
    upcoming_activities: list[OverviewActivity] = Field(description="Activities under way or to come.")
    workplan: OverviewWorkplan | None = Field(description="The workplan, for those who may see it.")
    next_process: ProcessSummary | None = Field(
        description="The process that begins, or asks for something, before all others."
    )
    ahead: list[AheadItem] = Field(description="What lies ahead, the nearest first.")
