"""The rotation planner as the API takes and gives it: what is asked, proposals with their reasons, plans."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.cochairs.rotation_reasons import RotationReasonCode
from api.cochairs.schemas import CochairTermBody, CochairTermCreate, Pair, TermDay
from api.platform.schemas import RequestBody
from api.platform.texts import Line
from api.vocabularies.models import Commission

MOST_TERMS = 12
"""Six years ahead."""

Pairs = Annotated[list[Pair], Field(max_length=200)]
ReasonText = Line[Annotated[str, StringConstraints(max_length=500)]]


class KeptPair(RequestBody):
    """A pair that stays in the term that starts on a day."""

    champions: Pair = Field(description="Two different champions.", examples=[["MAR", "PER"]])
    starts_on: TermDay = Field(description="First day of the proposed term.", examples=["2027-07-01"])


class ProposalRequest(RequestBody):
    """What the planner is asked."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"from": "2027-07-01", "terms": 4, "forbidden": [["MAR", "SLV"]], "alternatives": 2}]
        }
    )

    from_day: TermDay | None = Field(
        default=None,
        alias="from",
        description="The first term begins on this day, or on the first free one after it. Left out: where the last term on record ends.",
        examples=["2027-07-01"],
    )
    first_ends_on: TermDay | None = Field(
        default=None,
        description="The day after the last of the first term, where it is to be longer or shorter than six months.",
        examples=["2028-03-01"],
    )
    terms: int = Field(default=4, ge=1, le=MOST_TERMS, description="How many terms ahead.", examples=[4])
    pinned: Pairs = Field(
        default_factory=list, description="Pairs that must serve, each in the term that suits it best."
    )
    kept: list[KeptPair] = Field(
        default_factory=list, max_length=MOST_TERMS, description="Pairs that must serve in one certain term."
    )
    forbidden: Pairs = Field(default_factory=list, description="Pairs that must not serve together.")
    alternatives: int = Field(
        default=0, ge=0, le=3, description="So many other proposals, each with another first pair.", examples=[2]
    )


class ProcessRef(BaseModel):
    """A process that a proposed term touches."""

    id: UUID = Field(description="The process's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a05"])
    title: str = Field(description="What it is called.", examples=["Third round of Regional Reviews"])


class RotationReason(BaseModel):
    """One thing that speaks for a pair, or that had to be given up."""

    code: RotationReasonCode = Field(
        description="What it says, for saying it in any language.", examples=["not_served_since"]
    )
    champions: list[ChampionRef] = Field(description="Whom it is about; empty where it is about the pair.")
    commissions: list[Commission] = Field(description="The commissions it names.", examples=[["ECA", "ECLAC"]])
    since: date | None = Field(description="The day it names.", examples=["2024-01-01"])
    processes: list[ProcessRef] = Field(description="The processes of the term, where it names them.")
    text: str = Field(
        description="The same as an English sentence.", examples=["Morocco has not co-chaired since January 2024."]
    )


class ProposedTerm(BaseModel):
    """A term as the planner proposes it."""

    starts_on: date = Field(description="Its first day.", examples=["2027-07-01"])
    ends_on: date = Field(description="The day after its last.", examples=["2028-01-01"])
    champions: list[ChampionRef] = Field(description="The two champions.")
    reasons: list[RotationReason] = Field(description="What speaks for them, and what had to be given up.")
    processes: list[ProcessRef] = Field(description="The processes that take place in its days.")
    is_pinned: bool = Field(description="Whether it was asked for.", examples=[False])


class Alternative(BaseModel):
    """Another proposal for the same terms."""

    items: list[ProposedTerm] = Field(description="The terms, the earliest first.")


class Proposals(Alternative):
    """The proposal, and others beside it. Nothing is planned by asking."""

    alternatives: list[Alternative] = Field(
        description="As many as asked for, or as there are: each without the first pair of those before it."
    )


class PlannedTerm(CochairTermCreate):
    """A term to plan, with what speaks for its pair."""

    reasons: list[ReasonText] = Field(
        default_factory=list,
        max_length=20,
        description="What speaks for the pair; kept in the audit trail.",
        examples=[["Morocco has not co-chaired since January 2024."]],
    )


class PlanRequest(RequestBody):
    """Terms to plan together: all of them, or none."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"terms": [{"champions": ["MAR", "PER"], "starts_on": "2027-07-01"}]}]}
    )

    terms: list[PlannedTerm] = Field(min_length=1, max_length=MOST_TERMS, description="The terms.")


class Planned(BaseModel):
    """The terms that were planned."""

    items: list[CochairTermBody] = Field(description="The terms, in the order of the request.")
