"""Answers and attendance as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.attendance.models import Answer, AnsweredVia
from api.champions.schemas import ChampionRef
from api.platform.schemas import Actions, RequestBody
from api.platform.texts import Line, ShortText, Title
from api.vocabularies.types import Iso3

Names = Annotated[list[Title], Field(max_length=20)]
"""Names of delegates."""
Name = Line[Annotated[str, StringConstraints(max_length=200)]]
Note = Annotated[ShortText, Field(max_length=300)]

_EXAMPLE: dict[str, Any] = {"answer": "accepted", "delegates": ["Amina Diallo", "Samir Haddad"]}


class InvitationAnswer(RequestBody):
    """Whether one's champion comes. It takes the place of the answer before."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    answer: Answer = Field(description="Whether the champion comes.", examples=["accepted"])
    delegates: Names = Field(
        default_factory=list, description="Who comes, by name.", examples=[["Amina Diallo", "Samir Haddad"]]
    )
    substitute: Name = Field(default="", description="Who comes instead of the focal point.", examples=["Samir Haddad"])
    note: Note = Field(
        default="", description="Regrets, or anything the chairs should know.", examples=["We join for the first hour."]
    )


class LinkedAnswer(RequestBody):
    """The answer that is given by the link of an invitation."""

    answer: Answer = Field(description="Whether the champion comes.", examples=["accepted"])


class ChampionPresence(RequestBody):
    """Whether a champion was there."""

    was_present: bool = Field(description="Whether it was represented.", examples=[True])
    delegates: Names = Field(default_factory=list, description="By whom, by name.", examples=[["Amina Diallo"]])


class RollCall(RequestBody):
    """Who was there, of all that were asked."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"present": ["MAR", "SLV"]}]})

    present: list[Iso3] = Field(
        max_length=300, description="The champions that were represented.", examples=[["MAR", "SLV"]]
    )


class AttendanceBody(BaseModel):
    """One champion at one meeting: its answer, and whether it came."""

    champion: ChampionRef = Field(description="The champion.")
    answer: Answer | None = Field(
        description="Its answer to the time that the meeting has now; null while there is none.", examples=["accepted"]
    )
    earlier_answer: Answer | None = Field(
        description="Its answer to the time that the meeting had before it was moved.", examples=[None]
    )
    answered_at: datetime | None = Field(description="When it answered, in UTC.", examples=["2026-11-24T09:30:00Z"])
    answered_by_name: str = Field(description="Who gave the answer.", examples=["Amina Diallo"])
    answered_via: AnsweredVia | None = Field(description="The way it came in.", examples=["link"])
    is_on_behalf: bool = Field(description="Given by the co-chairs or the secretariat on its behalf.", examples=[False])
    delegates: list[str] = Field(description="Who is to come.", examples=[["Amina Diallo"]])
    substitute: str = Field(description="Who comes instead of the focal point.", examples=[""])
    note: str = Field(description="Regrets, or what else the chairs should know.", examples=[""])
    was_present: bool | None = Field(description="Whether it was there; null until attendance is taken.")
    delegates_present: list[str] = Field(description="Who was there.", examples=[[]])


class AttendanceCounts(BaseModel):
    """The answers in figures."""

    invited: int = Field(description="Champions that are asked.", examples=[29])
    accepted: int = Field(description="Come.", examples=[18])
    declined: int = Field(description="Do not come.", examples=[2])
    tentative: int = Field(description="Perhaps come.", examples=[0])
    unanswered: int = Field(description="Have not answered to the present time.", examples=[9])
    present: int = Field(description="Were there, as far as attendance was taken.", examples=[0])


class AttendanceList(Actions):
    """Who comes to a meeting, and who came."""

    counts: AttendanceCounts = Field(description="The answers in figures.")
    mine: AttendanceBody | None = Field(description="The caller's own champion; null where it is not asked.")
    items: list[AttendanceBody] = Field(description="Each champion that is asked, in the order of its code.")


class AnswerLinkBody(BaseModel):
    """What the link of an invitation does."""

    meeting_id: UUID = Field(description="The meeting.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    title: str = Field(description="What the meeting is called.", examples=["Quarterly technical meeting"])
    starts_at: datetime = Field(description="When it begins, in UTC.", examples=["2026-12-10T14:00:00Z"])
    duration_minutes: int = Field(description="How long it lasts.", examples=[90])
    time_zone: str = Field(description="The zone of whom the link was sent to.", examples=["Africa/Casablanca"])
    place: str = Field(description="Where, unless it is online.", examples=["New York"])
    person_name: str = Field(description="Whom the link was sent to.", examples=["Amina Diallo"])
    champion: ChampionRef = Field(description="For whom the answer is given.")
    answer: Answer | None = Field(description="The champion's answer so far.", examples=[None])
    answered_by_name: str = Field(description="Who gave it.", examples=[""])
