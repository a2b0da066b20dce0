"""The capacity-building mechanism as the API takes and gives it."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.mechanism.models import ProgrammeStage, ToolKind, ToolPart, ToolStage
from api.platform.moments import ClockTime
from api.platform.paging import ListQuery
from api.platform.records import Visibility
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, Title, WebAddress
from api.vocabularies.types import Countries, Iso3, Objectives, TimeZone

Day = Annotated[date, Field(ge=date(1990, 1, 1), le=date(2100, 12, 31))]
Link = WebAddress | Literal[""]

_LINK: Any = Field(default="", description="Its page.", examples=["https://migrationnetwork.un.org/"])
_OWNER: Any = Field(
    default=None,
    description="Whose record it is: your own champion by default. The secretariat names one, or leaves it out.",
    examples=["MAR"],
)


class ProgrammeQuery(ListQuery):
    """Order of the joint programmes."""

    sort: Literal["title", "-title"] = Field(default="title", description="Order; `-` reverses.")


class CallQuery(ListQuery):
    """Order of the calls."""

    sort: Literal["-falls_at", "falls_at"] = Field(default="-falls_at", description="By when they close.")


class AdvocacyQuery(ListQuery):
    """Order of what was done for the fund."""

    sort: Literal["-done_on", "done_on"] = Field(default="-done_on", description="Order; `-` reverses.")


class ToolQuery(ListQuery):
    """Order of the Network's workplan, guidance and tools."""

    sort: Literal["title", "-title"] = Field(default="title", description="Order; `-` reverses.")


class ProgrammeFields(RequestBody):
    """What may be written of a joint programme beside its title."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"title": "Fair recruitment along one corridor", "host": ["GHA"], "fund": ["PRT"]}]
        }
    )

    summary: Paragraphs = Field(default="", description="What it does, with whom.")
    stage: ProgrammeStage = Field(default=ProgrammeStage.PROPOSED, description="Where it stands.")
    visibility: Visibility = Field(default=Visibility.PUBLIC, description="Who may read it.")
    fund: Countries = Field(default_factory=list, description="Champions that fund it.", examples=[["PRT"]])
    host: Countries = Field(default_factory=list, description="Champions that host it.", examples=[["GHA"]])
    propose: Countries = Field(default_factory=list, description="Champions that propose it.", examples=[["GHA"]])
    countries: Countries = Field(default_factory=list, description="Where it works.", examples=[["GHA", "CIV"]])
    objectives: Objectives = Field(default_factory=list, description="The objectives it serves.", examples=[[6]])
    amount_usd: Annotated[int, Field(ge=1, le=10**12)] | None = Field(
        default=None, description="Its budget in United States dollars.", examples=[2_500_000]
    )
    starts_on: Day | None = Field(default=None, description="First day.", examples=["2027-01-01"])
    ends_on: Day | None = Field(default=None, description="Last day.", examples=["2028-12-31"])
    link: Link = _LINK


class ProgrammeCreate(ProgrammeFields):
    """A joint programme: a title is enough."""

    title: Title = Field(description="What it is.", examples=["Fair recruitment along one corridor"])
    champion: Iso3 | None = _OWNER


class ProgrammeChange(ChangeBody, ProgrammeFields):
    """Changes to a joint programme; what is left out stays."""

    title: Title = Field(default="", description="What it is.", examples=["Fair recruitment along one corridor"])


class ProgrammeBody(ProvenanceBody, Actions, RecordBody):
    """A joint programme of the Migration MPTF."""

    title: str = Field(description="What it is.", examples=["Fair recruitment along one corridor"])
    summary: str = Field(description="What it does, with whom.")
    champion: ChampionRef | None = Field(description="Whose record it is; null: the co-chairs keep it.")
    stage: ProgrammeStage = Field(description="Where it stands.", examples=["under_way"])
    visibility: Visibility = Field(description="Who may read it.", examples=["public"])
    fund: list[ChampionRef] = Field(description="Champions that fund it.")
    host: list[ChampionRef] = Field(description="Champions that host it.")
    propose: list[ChampionRef] = Field(description="Champions that propose it.")
    countries: list[str] = Field(description="Where it works.", examples=[["GHA", "CIV"]])
    objectives: list[int] = Field(description="The objectives it serves.", examples=[[6]])
    amount_usd: int | None = Field(description="Its budget in United States dollars.", examples=[2_500_000])
    starts_on: date | None = Field(description="First day.", examples=["2027-01-01"])
    ends_on: date | None = Field(description="Last day.", examples=["2028-12-31"])
    link: str = Field(description="Its page.", examples=["https://migrationnetwork.un.org/"])


class CallFields(RequestBody):
    """What may be written of a call beside its title."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"title": "Call for concept notes", "closes_on": "2027-02-28"}]}
    )

    text: Paragraphs = Field(default="", description="What is called for, and of whom.")
    closes_on: Day | None = Field(
        default=None, description="Its last day, where no hour is known.", examples=["2027-02-28"]
    )
    closes_at: ClockTime | None = Field(
        default=None,
        description="The instant at which it closes; without an offset on the clocks of `time_zone`.",
        examples=["2027-02-28T23:59"],
    )
    time_zone: TimeZone = Field(default="UTC", description="The zone in which it was announced.", examples=["UTC"])
    link: Link = _LINK


class CallCreate(CallFields):
    """A call: a title, and the day or the instant at which it closes."""

    title: Title = Field(description="What is called for.", examples=["Call for concept notes"])


class CallChange(ChangeBody, CallFields):
    """Changes to a call; what is left out stays. A day takes the place of an instant, and the other way round."""

    title: Title = Field(default="", description="What is called for.", examples=["Call for concept notes"])


class CallBody(ProvenanceBody, Actions, RecordBody):
    """A call of the Migration MPTF."""

    title: str = Field(description="What is called for.", examples=["Call for concept notes"])
    text: str = Field(description="What is called for, and of whom.")
    closes_on: date | None = Field(description="Its last day, where no hour is known.", examples=["2027-02-28"])
    closes_at: datetime | None = Field(description="When it closes, in UTC.", examples=["2027-02-28T23:59:00Z"])
    time_zone: str = Field(description="The zone in which it was announced.", examples=["UTC"])
    has_closed: bool = Field(description="Whether it has closed.", examples=[False])
    link: str = Field(description="Its page.", examples=["https://migrationnetwork.un.org/"])


class AdvocacyFields(RequestBody):
    """What may be written of what was done for the fund, beside its title and its day."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"title": "Word in the general debate", "done_on": "2026-10-02"}]}
    )

    text: Paragraphs = Field(default="", description="What was said or done, and what came of it.")
    visibility: Visibility = Field(default=Visibility.PUBLIC, description="Who may read it.")
    link: Link = _LINK


class AdvocacyCreate(AdvocacyFields):
    """What was done for the fund: a title and a day are enough."""

    title: Title = Field(description="What was done.", examples=["Word in the general debate"])
    done_on: Day = Field(description="The day.", examples=["2026-10-02"])
    champion: Iso3 | None = _OWNER


class AdvocacyChange(ChangeBody, AdvocacyFields):
    """Changes to what was done; what is left out stays."""

    title: Title = Field(default="", description="What was done.", examples=["Word in the general debate"])
    done_on: Day = Field(default=date.max, description="The day.", examples=["2026-10-02"])


class AdvocacyBody(ProvenanceBody, Actions, RecordBody):
    """What was done for the fund."""

    title: str = Field(description="What was done.", examples=["Word in the general debate"])
    text: str = Field(description="What was said or done, and what came of it.")
    done_on: date = Field(description="The day.", examples=["2026-10-02"])
    champion: ChampionRef | None = Field(description="Who did it; null: the Initiative as a whole.")
    visibility: Visibility = Field(description="Who may read it.", examples=["public"])
    link: str = Field(description="Its page.", examples=["https://migrationnetwork.un.org/"])


class ToolFields(RequestBody):
    """What may be written of a tool beside its title and its kind."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"title": "Workbook on implementation plans", "kind": "tool", "stage": "in_test"}]
        }
    )

    summary: Paragraphs = Field(default="", description="What it is for.")
    stage: ToolStage = Field(default=ToolStage.IN_USE, description="Where it stands.")
    objectives: Objectives = Field(default_factory=list, description="The objectives it serves.", examples=[[23]])
    link: Link = _LINK


class ToolCreate(ToolFields):
    """A workplan, a guidance or a tool of the Network."""

    title: Title = Field(description="What it is called.", examples=["Workbook on implementation plans"])
    kind: ToolKind = Field(description="Its kind.", examples=["tool"])


class ToolChange(ChangeBody, ToolFields):
    """Changes to it; what is left out stays."""

    title: Title = Field(default="", description="What it is called.", examples=["Workbook on implementation plans"])
    kind: ToolKind = Field(default=ToolKind.TOOL, description="Its kind.", examples=["tool"])


class SupportBody(RequestBody):
    """What a champion does for a tool; said again, it takes the place of what was said before."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"part": "tests", "feedback": "Clear; too long for a phone."}]}
    )

    part: ToolPart = Field(description="Whether it supports or tests it.", examples=["tests"])
    feedback: Paragraphs = Field(default="", description="What it has to say; for members.")
    champion: Iso3 | None = Field(
        default=None, description="On whose behalf: your own champion by default.", examples=["MAR"]
    )


class ToolSupporter(BaseModel):
    """A champion that supports or tests a tool."""

    champion: ChampionRef = Field(description="The champion.")
    part: ToolPart = Field(description="What it does.", examples=["tests"])
    since_on: date = Field(description="Since when.", examples=["2026-09-14"])
    feedback: str | None = Field(description="What it has to say; null for all but members.")
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class ToolBody(ProvenanceBody, Actions, RecordBody):
    """A workplan, a guidance or a tool of the Network, with the champions that support or test it."""

    title: str = Field(description="What it is called.", examples=["Workbook on implementation plans"])
    summary: str = Field(description="What it is for.")
    kind: ToolKind = Field(description="Its kind.", examples=["tool"])
    stage: ToolStage = Field(description="Where it stands.", examples=["in_test"])
    objectives: list[int] = Field(description="The objectives it serves.", examples=[[23]])
    link: str = Field(description="Its page.", examples=["https://migrationnetwork.un.org/"])
    supporters: list[ToolSupporter] = Field(description="Champions that support or test it.")
