"""Champions as the API takes and gives them."""

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.identity.models import DutyStation
from api.platform import language
from api.platform.paging import ListQuery
from api.platform.records import Confidence, DatePrecision
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody, RequestBody
from api.platform.texts import Paragraphs, Reason, SearchText, ShortText
from api.vocabularies.catalogue import country_name
from api.vocabularies.models import Commission
from api.vocabularies.schemas import Region
from api.vocabularies.types import M49, Iso3, ObjectiveNumber, Objectives

ChampionOrder = Literal["iso3", "-iso3", "joined_on", "-joined_on"]


def _each_once(commissions: list[Commission]) -> list[Commission]:
    return list(dict.fromkeys(commissions))


Commissions = Annotated[list[Commission], Field(min_length=1, max_length=5), AfterValidator(_each_once)]
"""The commissions that a State is a member of."""


class ChampionRef(BaseModel):
    """A champion named in another record."""

    id: UUID = Field(description="The champion's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a02"])
    iso3: str = Field(description="ISO 3166-1 alpha-3.", examples=["MAR"])
    name: str = Field(description="The State's name in the language of the answer.", examples=["Morocco"])

    @classmethod
    def of(cls, champion_id: UUID, iso3: str) -> "ChampionRef":
        """The reference for a champion, named in the language of the request."""
        return _champion_ref(champion_id, iso3, language.current())


@lru_cache(maxsize=193 * len(language.Language))
def _champion_ref(champion_id: UUID, iso3: str, tongue: language.Language) -> ChampionRef:
    return ChampionRef(id=champion_id, iso3=iso3, name=country_name(iso3, tongue))


class ChampionQuery(ListQuery):
    """Filters and order of the list of champions."""

    sort: ChampionOrder = Field(
        default="iso3", description="Order; `-` reverses. By `joined_on`, those whose day is not known come last."
    )
    region: M49 | None = Field(default=None, description="In this UN M49 region or subregion.", examples=["002"])
    commission: Commission | None = Field(
        default=None, description="Members of this regional commission.", examples=["ECA"]
    )
    objective: list[ObjectiveNumber] = Field(
        default_factory=list, max_length=23, description="That champion any of these objectives.", examples=[[3]]
    )
    is_current: bool = Field(
        default=True, description="Champions today; `false`: those that have left or not joined yet."
    )
    q: SearchText | None = Field(
        default=None, description="Part of the code, or of the name in any official language.", examples=["maroc"]
    )


class _Described(RequestBody):
    about: Paragraphs = Field(default="", description="What the State does as a champion, in its own words.")
    objectives: Objectives = Field(
        default_factory=list, description="The objectives of the Compact that it champions.", examples=[[3, 6]]
    )


class _Recorded(_Described):
    joined_on: date | None = Field(
        default=None,
        description="When it joined; with `joined_precision` `month`, the first of that month.",
        examples=["2020-07-01"],
    )
    joined_precision: DatePrecision = Field(default=DatePrecision.DAY, description="How exactly that is known.")
    source: ShortText | None = Field(
        default=None, description="The public source of the facts.", examples=["A/RES/73/195"]
    )
    confidence: Confidence | None = Field(
        default=None, description="`read` once the facts are confirmed.", examples=["read"]
    )


class ChampionCreate(_Recorded):
    """A State that joins: its code is enough. Region and subregion follow from it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"iso3": "SEN", "joined_on": "2026-11-01"}]})

    iso3: Iso3 = Field(description="ISO 3166-1 alpha-3.", examples=["SEN"])
    review_region: Commission | None = Field(
        default=None,
        description="The commission under whose Regional Review it is shown; guessed from its region where left out.",
        examples=["ECA"],
    )
    commissions: Commissions | None = Field(
        default=None, description="The commissions it is a member of; `review_region` where left out."
    )


class ChampionChange(ChangeBody, _Recorded):
    """Changes to a champion; what is left out stays. Its own people may change `about` and `objectives`."""

    review_region: Commission = Field(
        default=Commission.ECA,
        description="The commission under whose Regional Review it is shown.",
        examples=["ECA"],
    )
    commissions: Commissions = Field(
        default_factory=list, description="The commissions it is a member of.", examples=[["ECA", "ESCWA"]]
    )


class Leaving(RequestBody):
    """A champion leaves the Initiative."""

    left_on: date | None = Field(
        default=None, description="The first day on which it is no champion any more; today where left out."
    )
    reason: Reason = Field(description="Why; kept in the record.", examples=["Letter of the Permanent Mission."])


class ChampionSummary(Actions, RecordBody):
    """A champion in a list."""

    iso3: str = Field(description="ISO 3166-1 alpha-3.", examples=["MAR"])
    name: str = Field(description="The State's name in the language of the answer.", examples=["Morocco"])
    region: Region = Field(description="Its UN M49 region.")
    subregion: Region = Field(description="Its UN M49 subregion.")
    commissions: list[Commission] = Field(description="The regional commissions it is a member of.")
    review_region: Commission = Field(description="The commission under whose Regional Review it is shown.")
    objectives: list[int] = Field(description="The objectives that it champions.", examples=[[3, 6]])
    joined_on: date | None = Field(description="When it joined; null: not known.", examples=["2020-07-01"])
    joined_precision: DatePrecision = Field(description="How exactly that is known.", examples=["month"])
    left_on: date | None = Field(description="The first day on which it was, or will be, no champion any more.")
    is_current: bool = Field(description="Whether it is a champion today.", examples=[True])
    is_co_chair_now: bool = Field(description="Whether it co-chairs the Initiative today.", examples=[False])
    published_practices_count: int = Field(description="Its published practices that the caller may see.", examples=[4])
    activities_count: int = Field(description="Activities it has a part in that the caller may see.", examples=[2])
    confidence: Confidence | None = Field(description="`recalled`: to be confirmed.", examples=["read"])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class FocalPoint(BaseModel):
    """Somebody who acts for a champion."""

    id: UUID = Field(description="The person's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a03"])
    name: str = Field(description="Their name.", examples=["Amina Diallo"])
    job_title: str = Field(description="What they are.", examples=["First Secretary"])
    duty_station: DutyStation | None = Field(description="Where they work.", examples=["geneva"])
    email: str = Field(description="Where to write to.", examples=["amina@example.org"])
    is_lead: bool = Field(description="Whether they lead the champion's people.", examples=[True])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class TermServed(BaseModel):
    """A co-chair term of this champion, past, current or planned: the days are those on which it sits."""

    id: UUID = Field(description="The term's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a04"])
    starts_on: date = Field(description="Its first day.", examples=["2026-06-23"])
    ends_on: date = Field(description="The day after its last.", examples=["2026-12-23"])
    is_current: bool = Field(description="Whether it is under way today.", examples=[True])
    with_champion: ChampionRef = Field(description="The other co-chair; the last one, where that seat changed hands.")


class ChampionBody(ProvenanceBody, ChampionSummary):
    """A champion with its people and its terms."""

    about: str = Field(description="What the State does as a champion, in its own words.")
    objectives_are_demonstration: bool = Field(
        description="Whether the objectives were invented to show the product, and not said by the champion."
    )
    focal_points: list[FocalPoint] | None = Field(
        description="Its people, the lead first; null for observers and the public."
    )
    terms: list[TermServed] = Field(description="Its co-chair terms, the latest first.")
