"""What the Champions bring to a process, an objective or a Sustainable Development Goal, as the API gives it."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, Field

from api.champions.schemas import ChampionRef


class ContributionKind(StrEnum):
    """What a contribution is, in the order in which they are shown."""

    STATEMENT = "statement"
    ACTIVITY = "activity"
    PLEDGE = "pledge"
    WORKPLAN_ITEM = "workplan_item"
    PRACTICE = "practice"


class Contribution(BaseModel):
    """A record of another room, as far as it concerns what it contributes to."""

    id: UUID = Field(description="The record's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    title: str = Field(description="Its title.", examples=["Joint statement at the Regional Review"])
    champion: ChampionRef | None = Field(description="Who leads it; null: several, or the Initiative as a whole.")
    status: str = Field(description="Where it stands, in the words of its room.", examples=["under_silence"])
    on: date | None = Field(description="Its day: held, due, delivered or published.", examples=["2027-02-18"])
    is_open_for_partners: bool = Field(description="An activity that others may still join.", examples=[False])
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class ContributionGroup(BaseModel):
    """The contributions of one kind: how many the caller may see, and the latest of them."""

    kind: ContributionKind = Field(description="Of which kind.", examples=["activity"])
    count: int = Field(description="How many there are; 0: nothing yet.", examples=[3])
    items: list[Contribution] = Field(description="The latest, at most twelve.")


class ContributionList(BaseModel):
    """Every kind that the caller may see, also where there is nothing yet."""

    groups: list[ContributionGroup] = Field(description="One a kind, in the order of the kinds.")


class ContributionCount(BaseModel):
    """How many contributions of a kind there are."""

    kind: ContributionKind = Field(description="Of which kind.", examples=["activity"])
    count: int = Field(description="How many the caller may see.", examples=[3])
