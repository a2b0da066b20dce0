"""The dashboard of pledges as the API gives it."""

from pydantic import BaseModel, Field


class PledgeBar(BaseModel):
    """How many pledges share ``key``, and where they stand."""

    key: str = Field(description="What they share, as the list's filter takes it.", examples=["8"])
    total: int = Field(description="How many.", examples=[7])
    made: int = Field(description="Of these, made and not begun.", examples=[1])
    in_progress: int = Field(description="Of these, in progress.", examples=[3])
    fulfilled: int = Field(description="Of these, fulfilled.", examples=[1])
    partly_fulfilled: int = Field(description="Of these, fulfilled in part.", examples=[1])
    discontinued: int = Field(description="Of these, discontinued.", examples=[1])


class PledgedAmount(BaseModel):
    """What financial pledges in one currency come to."""

    currency: str = Field(description="ISO 4217 code.", examples=["EUR"])
    pledges: int = Field(description="How many name an amount in it.", examples=[3])
    amount: int = Field(description="Their sum, in whole units.", examples=[1_500_000])


class PledgeDashboard(BaseModel):
    """Made pledges that the caller may see, counted from several sides. One pledge may serve several objectives."""

    total: PledgeBar = Field(description="All of them.")
    report_due: int = Field(description="Open ones on which nothing was reported for twelve months.", examples=[2])
    by_objective: list[PledgeBar] = Field(description="By GCM objective; an objective without a pledge is left out.")
    by_region: list[PledgeBar] = Field(description="By the champion's UN M49 region.")
    by_kind: list[PledgeBar] = Field(description="By kind.")
    by_year: list[PledgeBar] = Field(description="By the year in which they were made.")
    amounts: list[PledgedAmount] = Field(description="Financial pledges by currency.")
