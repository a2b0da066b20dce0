"""The coverage matrix and the plots over time as the API gives them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.collaboration.kinds import CoverageBy, Period, SuggestionStanding
from api.vocabularies.types import Iso3, ObjectiveNumber


class CoverageTotals(BaseModel):
    """How many, each record once."""

    champions: int = Field(description="Champions of the objective.", examples=[1])
    practices: int = Field(description="Published practices.", examples=[2])
    activities: int = Field(description="Activities led or taken part in, cancelled ones aside.", examples=[3])
    pledges: int = Field(description="Pledges.", examples=[0])


class CoverageCell(CoverageTotals):
    """What the champion or region of a column does for the objective of a row."""

    column: str = Field(description="The `key` of its column.", examples=["KEN"])
    depth: Literal[0, 1, 2, 3] = Field(
        description="0: nothing; 1: champions it; 2: acts or has pledged; 3: has published a practice.", examples=[2]
    )


class CoverageColumn(BaseModel):
    """A champion, or a region."""

    key: str = Field(description="ISO 3166-1 alpha-3 of the champion, or UN M49 of the region.", examples=["KEN"])
    m49: str = Field(description="UN M49 code of the State or the region.", examples=["404"])
    name: str = Field(description="Its name in the language of the answer.", examples=["Kenya"])
    champion: ChampionRef | None = Field(description="The champion; null for a region.")
    totals: CoverageTotals = Field(
        description="Over all objectives and what names none, each record once; `champions`: those in the column that champion any, or the champion itself."
    )


class CoverageRow(BaseModel):
    """An objective and what is done for it."""

    objective: int = Field(description="Its number.", examples=[4])
    short: str = Field(description="Its short label in the language of the answer.", examples=["Legal identity"])
    round_table: int = Field(description="Its round table at the IMRF.", examples=[2])
    standing: SuggestionStanding = Field(description="How far it has come.", examples=["worked_on"])
    totals: CoverageTotals = Field(description="Over all columns, each record once.")
    cells: list[CoverageCell] = Field(description="One for each column, in the same order.")


class CoverageBody(BaseModel):
    """Who champions, practises, acts and pledges: the 23 objectives × champions or regions."""

    by: CoverageBy = Field(description="What the columns are.", examples=["champion"])
    columns: list[CoverageColumn] = Field(description="Champions of today by name, or the UN M49 regions.")
    rows: list[CoverageRow] = Field(description="The objectives in their order.")
    totals: CoverageTotals = Field(description="Over everything, each record once.")


class OverTimeQuery(BaseModel):
    """What is counted over time."""

    model_config = ConfigDict(extra="forbid")

    by: Period = Field(default=Period.YEAR, description="How long each period is.")
    champion: Iso3 | None = Field(default=None, description="Of this champion only.", examples=["KEN"])
    objective: ObjectiveNumber | None = Field(default=None, description="For this objective only.", examples=[4])


class PeriodCounts(BaseModel):
    """What fell into a year or a quarter."""

    year: int = Field(description="The year.", examples=[2026])
    quarter: Literal[1, 2, 3, 4] | None = Field(description="The quarter of it; null by year.", examples=[3])
    practices: int = Field(description="Practices first published then.", examples=[2])
    activities: int = Field(description="Activities that begin then, cancelled ones aside.", examples=[5])
    pledges: int = Field(description="Pledges made then.", examples=[1])


class OverTimeBody(BaseModel):
    """Practices, activities and pledges over time."""

    by: Period = Field(description="How long each period is.", examples=["year"])
    items: list[PeriodCounts] = Field(description="Every period from the first to the last in which there is anything.")
