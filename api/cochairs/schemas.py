"""Co-chair terms as the API takes and gives them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from api.champions.schemas import ChampionRef
from api.cochairs.models import TermStatus
from api.platform.paging import ListQuery
from api.platform.records import Confidence
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, Reason, ShortText
from api.vocabularies.types import Iso3

TermOrder = Literal["-starts_on", "starts_on"]


def _two_different(champions: list[str]) -> list[str]:
    if len(set(champions)) != len(champions):
        raise PydanticCustomError("same_champion_twice", "A term needs two different champions.")
    return champions


Pair = Annotated[list[Iso3], Field(min_length=2, max_length=2), AfterValidator(_two_different)]
"""Two different champions."""
TermDay = Annotated[date, Field(ge=date(2018, 12, 10), le=date(2100, 1, 1))]
"""A day since the Compact was adopted (Marrakech, 10 December 2018)."""


class CochairTermQuery(ListQuery):
    """Filters and order of the list of terms."""

    sort: TermOrder = Field(default="-starts_on", description="Order; `-` reverses.")
    champion: Iso3 | None = Field(default=None, description="With this champion.", examples=["MAR"])
    status: TermStatus | None = Field(default=None, description="Planned, current or past today.", examples=["planned"])


class _TermFields(RequestBody):
    ends_on: TermDay | None = Field(
        default=None,
        description="The day after its last; six calendar months after `starts_on` where left out.",
        examples=["2027-12-23"],
    )
    length_reason: ShortText = Field(
        default="",
        description="Why it lasts longer or shorter than six months; needed where it does.",
        examples=["Extended to the Regional Review."],
    )
    note: Paragraphs = Field(default="", description="What members should know of it; not shown to the public.")
    source: ShortText | None = Field(
        default=None, description="The public source of the facts.", examples=["Report of the meeting of 23 June 2026"]
    )
    confidence: Confidence | None = Field(default=None, description="`read` once the facts are confirmed.")


class CochairTermCreate(_TermFields):
    """A term to come, or one that was served: two champions and its first day are enough."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"champions": ["MAR", "SLV"], "starts_on": "2027-06-23"}]}
    )

    champions: Pair = Field(description="Two different champions.", examples=[["MAR", "SLV"]])
    starts_on: TermDay = Field(description="Its first day.", examples=["2027-06-23"])


class CochairTermChange(ChangeBody, _TermFields):
    """Changes to a term; what is left out stays. A term of six months that starts on another day keeps its length."""

    champions: Pair = Field(default_factory=list, description="Two different champions.", examples=[["MAR", "SLV"]])
    starts_on: TermDay = Field(default=date.max, description="Its first day.", examples=["2027-06-23"])


class Gap(BaseModel):
    """Days on which nobody co-chairs."""

    starts_on: date = Field(description="The first of them.", examples=["2026-12-23"])
    ends_on: date = Field(description="The day after the last.", examples=["2027-01-04"])
    days: int = Field(description="How many.", examples=[12])


class Replacement(RequestBody):
    """A co-chair leaves its seat before the term is over, and another champion takes it for the rest."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"leaving": "SLV", "joining": "PRT", "from": "2026-12-01", "reason": "Letter of the Permanent Mission."}
            ]
        }
    )

    leaving: Iso3 = Field(description="The champion that sits until then.", examples=["SLV"])
    joining: Iso3 = Field(description="The champion that takes the seat.", examples=["PRT"])
    from_day: TermDay = Field(
        alias="from",
        description="The first day of the one that joins, from midnight UTC; within the term.",
        examples=["2026-12-01"],
    )
    reason: Reason = Field(description="Why; kept in the record.", examples=["Letter of the Permanent Mission."])


class Seat(BaseModel):
    """A champion in one of the two seats of a term, for all of it or a part."""

    number: int = Field(description="Which seat: 1 or 2.", examples=[1])
    champion: ChampionRef = Field(description="Who sits.")
    starts_on: date = Field(description="First day, from midnight UTC.", examples=["2026-06-23"])
    ends_on: date = Field(description="The day after the last.", examples=["2026-12-01"])
    reason: str | None = Field(
        description="Why it took the seat over in the middle of the term; empty for who began it, null for the public."
    )


class CochairTermBody(ProvenanceBody, Actions, RecordBody):
    """A co-chair term."""

    champions: list[ChampionRef] = Field(
        description="The two co-chairs: of today while the term runs, before it those who begin, after it those who ended it."
    )
    seats: list[Seat] = Field(description="Who sits when: two, and one more for each time that a seat changes hands.")
    starts_on: date = Field(description="Its first day (from midnight UTC).", examples=["2026-06-23"])
    ends_on: date = Field(description="The day after its last.", examples=["2026-12-23"])
    status: TermStatus = Field(description="Where it stands today.", examples=["current"])
    days_elapsed: int = Field(description="Days of it that are over.", examples=[154])
    days_left: int = Field(description="Days of it to come, today among them.", examples=[29])
    length_reason: str = Field(description="Why it lasts longer or shorter than six months.")
    note: str | None = Field(description="What members should know of it; null for the public.")
    gap_before: Gap | None = Field(description="Days without co-chairs before it; null where it follows at once.")


class CochairsNow(BaseModel):
    """Who co-chairs today, and who is next."""

    current: CochairTermBody | None = Field(description="The term under way; null where nobody co-chairs today.")
    next: CochairTermBody | None = Field(description="The planned term that comes first; null where none is planned.")
