"""The silence procedure as the API takes and gives it."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.platform.moments import Instant
from api.platform.schemas import ReasonBody, RequestBody
from api.platform.texts import Reason
from api.statements.models import SilenceAct, SilenceState
from api.statements.schemas import VersionNumber
from api.vocabularies.types import Iso3

_UNTIL = "Until when silence is kept: at least the Initiative's minimum from now, in hours that really pass."


class SilenceOpening(RequestBody):
    """Which version is put under silence, and until when."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"version": 3, "until": "2026-12-01T17:00:00Z"}]})

    version: VersionNumber = Field(description="Number of the version.", examples=[3])
    until: Instant = Field(description=_UNTIL, examples=["2026-12-01T17:00:00Z"])


class MoreTime(ReasonBody):
    """A later end, and why: the period ends, and another opens on the same text."""

    until: Instant = Field(description=_UNTIL, examples=["2026-12-04T17:00:00Z"])


class SilenceBreak(RequestBody):
    """The reason for which a champion breaks the silence or asks for more time."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Paragraph 2 goes beyond the agreed language."}]}
    )

    reason: Reason = Field(description="Why.", examples=["Paragraph 2 goes beyond the agreed language."])
    champion: Iso3 | None = Field(
        default=None,
        description="On whose behalf; one's own champion by default. The secretariat names it.",
        examples=["GMB"],
    )


class Joining(RequestBody):
    """A champion that joins the text before silence ends."""

    champion: Iso3 | None = Field(
        default=None,
        description="On whose behalf; one's own champion by default. The secretariat names it.",
        examples=["GMB"],
    )


class SilenceEntryBody(BaseModel):
    """What a champion did in a period of silence."""

    id: UUID = Field(description="The entry's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    champion: ChampionRef = Field(description="The champion that it counts for.")
    act: SilenceAct = Field(description="What it did.", examples=["join"])
    reason: str = Field(description="Why.", examples=["Our capital needs a day more."])
    given_at: datetime = Field(description="When, in UTC.", examples=["2026-11-26T09:12:00Z"])
    given_by: str = Field(description="The name of who did it.", examples=["Fatou Ceesay"])
    is_on_behalf: bool = Field(description="Recorded by the secretariat on the champion's behalf.", examples=[False])


class SilenceRoundBody(BaseModel):
    """A period of silence on one version. Once it is open neither text nor end change; once it is over it is sealed."""

    number: int = Field(description="Counts from 1.", examples=[1])
    version: int = Field(description="Number of the version under silence.", examples=[3])
    state: SilenceState = Field(description="Where it stands at this moment.", examples=["open"])
    opened_at: datetime = Field(description="When it began, in UTC.", examples=["2026-11-28T17:00:00Z"])
    opened_by: str = Field(description="The name of who opened it.", examples=["Akosua Mensah"])
    until: datetime = Field(description="When it ends, in UTC: unbroken, the text is then adopted.")
    ended_at: datetime | None = Field(description="When it was broken, recalled or adopted, in UTC; null while open.")
    recall_reason: str = Field(description="Why it was recalled.", examples=["More time was asked for."])
    entries: list[SilenceEntryBody] = Field(description="What champions did, in order.")
    silent: list[ChampionRef] = Field(description="Champions that keep silence, or kept it to the end.")


class SilenceWarning(BaseModel):
    """A day in the period on which offices are closed."""

    day: date = Field(description="The day, in UTC.", examples=["2026-12-25"])
    kind: Literal["holiday", "weekend"] = Field(description="Why offices are closed.", examples=["holiday"])


class SilenceCheck(BaseModel):
    """What a period of silence that began now would be like."""

    until: datetime = Field(description="When it would end, in UTC.", examples=["2026-12-01T17:00:00Z"])
    hours: float = Field(description="How long it would last, in hours that really pass.", examples=[72.0])
    minimum_hours: int = Field(description="The least that the Initiative asks for.", examples=[72])
    is_long_enough: bool = Field(description="Whether it lasts that long.", examples=[True])
    earliest: datetime = Field(description="The earliest end that is long enough, in UTC.")
    warnings: list[SilenceWarning] = Field(description="Days of the period on which UN offices are closed.")


class SilenceBody(BaseModel):
    """The silence procedure of a statement: its periods are rounds of one record."""

    state: SilenceState = Field(description="Where the last round stands at this moment.", examples=["open"])
    until: datetime = Field(description="When the last round ends or ended by its deadline, in UTC.")
    minimum_hours: int = Field(description="The least that a period lasts.", examples=[72])
    own: SilenceAct | None = Field(description="What the caller's champion did last in the last round.")
    rounds: list[SilenceRoundBody] = Field(description="The rounds, the last first.")


class SilenceCheckQuery(BaseModel):
    """The end that is being considered."""

    model_config = ConfigDict(extra="forbid")

    until: Instant = Field(description="The end of the period.", examples=["2026-12-01T17:00:00Z"])
