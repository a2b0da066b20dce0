"""The room as the API takes and gives it."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.meetingroom.models import RoomStatus, SpeakerStatus
from api.platform.schemas import Actions, RequestBody
from api.vocabularies.types import Iso3

_KEY = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a11"
_AT = "2026-12-10T14:05:00Z"


class RoomMove(RequestBody):
    """Which item to turn to."""

    item_id: UUID | None = Field(
        default=None, description="An accepted agenda item; the next one by default.", examples=[_KEY]
    )


class FloorRequest(RequestBody):
    """Who asks for the floor."""

    champion: Iso3 | None = Field(
        default=None,
        description="One's own champion by default; a chair may put any champion on the list.",
        examples=["GMB"],
    )


class SpeakerMove(RequestBody):
    """A place on the speakers' list."""

    position: Annotated[int, Field(ge=1, le=200)] = Field(description="From 1; beyond the end: the last.", examples=[1])


class Presence(RequestBody):
    """What somebody is doing in the room this moment."""

    writes_on: UUID = Field(description="The agenda item whose minutes they are writing.", examples=[_KEY])


class SomebodyWrites(BaseModel):
    """Somebody else is writing the minutes of an item this moment; told in passing, without an `id`."""

    person_id: UUID = Field(description="Who.", examples=[_KEY])
    name: str = Field(description="Their name.", examples=["Amina Diallo"])
    item_id: UUID = Field(description="The agenda item.", examples=[_KEY])


class ItemClock(BaseModel):
    """An agenda item that was reached, and its clock."""

    item_id: UUID = Field(description="Key of the agenda item.", examples=[_KEY])
    reached_at: datetime = Field(description="When the room first turned to it, in UTC.", examples=[_AT])
    left_at: datetime | None = Field(description="When the room last turned away from it; null for the current one.")
    spent_seconds: float = Field(description="Time spent on it until its clock last stopped.", examples=[312.5])
    runs_since: datetime | None = Field(description="Since when its clock runs; null while it stands.", examples=[_AT])


class SpeakerBody(Actions):
    """A champion that asked for the floor."""

    id: UUID = Field(description="Key of the request.", examples=[_KEY])
    champion: ChampionRef = Field(description="The champion.")
    status: SpeakerStatus = Field(description="Where the request stands.", examples=["waiting"])
    position: int | None = Field(description="Its place on the list, from 1; null unless waiting.", examples=[1])
    item_id: UUID | None = Field(description="The item under which the floor was asked for.", examples=[_KEY])
    asked_at: datetime = Field(description="When, in UTC.", examples=[_AT])
    spoke_seconds: float = Field(description="How long it spoke until its clock last stopped.", examples=[95.0])
    runs_since: datetime | None = Field(description="Since when it speaks; null while it does not.", examples=[_AT])


class TimeSpoken(BaseModel):
    """How often and how long a champion has spoken at this meeting, the present speech left out."""

    champion: ChampionRef = Field(description="The champion.")
    times: int = Field(description="How often.", examples=[2])
    seconds: float = Field(description="How long in all.", examples=[240.0])


class RoomHead(BaseModel):
    """The head of a room; the entity tag is read from there."""

    id: UUID = Field(description="Key of the meeting.", examples=[_KEY])
    revision: int = Field(
        description="Counts the changes, those of the speakers' list too; 0 before it opens.", examples=[12]
    )


class RoomBody(Actions, RoomHead):
    """The room of a meeting as it stands. Times left follow from the agenda's minutes and these clocks."""

    now: datetime = Field(description="The service's present, against which the clocks run.", examples=[_AT])
    status: RoomStatus = Field(description="Where it stands.", examples=["running"])
    opened_at: datetime | None = Field(description="When it opened, in UTC.", examples=[_AT])
    ended_at: datetime | None = Field(description="When it ended, in UTC.")
    item_id: UUID | None = Field(description="The current agenda item.", examples=[_KEY])
    next_item_id: UUID | None = Field(description="The accepted item after it.", examples=[_KEY])
    items: list[ItemClock] = Field(description="The items that were reached, with their clocks.")
    speakers: list[SpeakerBody] = Field(description="Who speaks, then who waits, in order.")
    spoken: list[TimeSpoken] = Field(description="Who has spoken, and how long.")


class RecordChanged(BaseModel):
    """A record of the meeting has changed: read it again."""

    id: UUID = Field(description="Its key.", examples=[_KEY])
    revision: int = Field(description="Its revision when it was told.", examples=[3])
    record: str = Field(description="What it is.", examples=["agenda_items"])
    action: str = Field(description="What was done, as the audit trail names it.", examples=["agenda-item.changed"])


class CaughtUpBody(BaseModel):
    """All that was missed has been sent; what follows is live."""

    is_complete: bool = Field(description="False where some of it is no longer kept: read everything again.")
    now: datetime = Field(description="The service's present.", examples=[_AT])


class MeetingEvent(BaseModel):
    """One server-sent event: ``event`` names the shape of ``data``."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"event": "caught-up", "id": "41", "data": {"is_complete": True, "now": _AT}}]}
    )

    event: Literal["room", "changed", "writing", "caught-up"] = Field(
        description="What has happened.", examples=["room"]
    )
    id: str | None = Field(
        description="Send the last one as `Last-Event-ID` to be told what came after it.", examples=["41"]
    )
    data: RoomBody | RecordChanged | SomebodyWrites | CaughtUpBody = Field(
        description="`RoomBody`, `RecordChanged`, `SomebodyWrites` or `CaughtUpBody`."
    )
