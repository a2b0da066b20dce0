"""A drafted agenda as the API takes and gives it."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.meetings.drafting_rules import Why
from api.meetings.models import AgendaItemOrigin
from api.platform.schemas import RequestBody

SuggestionKey = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z_]+(:[0-9a-f-]{36})?$")]
"""What a suggestion is named by: its origin, and the item that it is about where there is one."""

_PROPOSAL = "proposal:0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a11"


class SuggestionReason(BaseModel):
    """Why something is suggested."""

    code: Why = Field(description="What the reason is.", examples=["supported"])
    champions: list[ChampionRef] = Field(description="Champions to which it matters, or that proposed it.")
    count: int = Field(description="How many are due by the day of the meeting.", examples=[0])
    late_count: int = Field(description="How many of these are late already.", examples=[0])
    meeting_title: str = Field(description="The meeting that did not come to it.", examples=[""])
    meeting_starts_at: datetime | None = Field(description="When that meeting began.", examples=[None])
    text: str = Field(
        description="The same as an English sentence.", examples=["Matters to Morocco, Portugal and El Salvador."]
    )


class AgendaSuggestion(BaseModel):
    """Something that could go on the agenda, with why."""

    key: str = Field(description="Its name, to take it by.", examples=[_PROPOSAL])
    origin: AgendaItemOrigin = Field(description="What kind of item it would be.", examples=["proposal"])
    title: str = Field(
        description="What it is called, or would be in the language of the request.",
        examples=["Lessons from the cross-regional dialogue on missing migrants"],
    )
    minutes: int = Field(description="How long it would take.", examples=[20])
    is_recommended: bool = Field(
        description="Whether it belongs on the agenda as far as the record tells.", examples=[True]
    )
    why: SuggestionReason = Field(description="Why it is suggested.")


class DraftedAgenda(BaseModel):
    """All that could go on an agenda and is not on it, in the order of an agenda."""

    items: list[AgendaSuggestion] = Field(description="What could go on it.")
    duration_minutes: int = Field(description="How long the meeting lasts.", examples=[90])
    accepted_minutes: int = Field(description="What is on the agenda takes so long.", examples=[35])
    minutes_over: int = Field(
        description="By how much the agenda passes the duration with all that is recommended; 0: it fits.",
        examples=[0],
    )


class AgendaTaking(RequestBody):
    """What of the draft goes on the agenda."""

    take: Annotated[list[SuggestionKey], Field(min_length=1, max_length=200)] = Field(
        description="Keys of suggestions, each once. They go on the agenda in the order of the draft.",
        examples=[["opening", _PROPOSAL]],
    )
