"""The 23 objectives of the Compact, and the 17 goals of the 2030 Agenda, as the API gives them."""

from pydantic import BaseModel, Field

from api.champions.schemas import ChampionRef
from api.contributions.schemas import Contribution, ContributionCount, ContributionGroup
from api.vocabularies.schemas import SdgTarget


class ObjectiveSummary(BaseModel):
    """An objective in the list, with what the Champions do for it in numbers."""

    number: int = Field(description="Its number.", examples=[3])
    title: str = Field(
        description="The official words (A/RES/73/195, para. 16).",
        examples=["Provide accurate and timely information at all stages of migration"],
    )
    short: str = Field(description="Our short label.", examples=["Information"])
    round_table: int = Field(description="The IMRF round table that it belongs to.", examples=[4])
    champions_count: int = Field(description="How many States champion it today.", examples=[2])
    contributions: list[ContributionCount] = Field(description="What the caller may see of each kind, in numbers.")


class ObjectiveList(BaseModel):
    """All 23."""

    items: list[ObjectiveSummary] = Field(description="In their order.")


class ObjectiveBody(BaseModel):
    """An objective with all that the Champions do for it."""

    number: int = Field(description="Its number.", examples=[3])
    title: str = Field(
        description="The official words (A/RES/73/195, para. 16).",
        examples=["Provide accurate and timely information at all stages of migration"],
    )
    short: str = Field(description="Our short label.", examples=["Information"])
    round_table: int = Field(description="The IMRF round table that it belongs to.", examples=[4])
    champions: list[ChampionRef] = Field(description="The States that champion it today.")
    are_demonstration: bool = Field(description="Whether who champions it was invented for a demonstration.")
    open_invitations: list[Contribution] = Field(description="Activities that others may still join, the next first.")
    groups: list[ContributionGroup] = Field(description="What serves it, kind by kind, also where there is nothing.")
    targets: list[SdgTarget] = Field(description="Targets of the 2030 Agenda that go with it: an editorial reading.")


class GoalBody(BaseModel):
    """A Sustainable Development Goal seen from the Compact."""

    number: int = Field(description="Its number.", examples=[10])
    title: str = Field(description="Its name.", examples=["Reduced inequalities"])
    targets: list[SdgTarget] = Field(description="Its targets that go with an objective: an editorial reading.")
    contributions: list[ContributionCount] = Field(description="What names the goal itself, in numbers.")


class GoalList(BaseModel):
    """All 17."""

    items: list[GoalBody] = Field(description="In their order.")
