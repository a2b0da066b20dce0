"""Minutes, their versions and corrections as the API takes and gives them."""

from datetime import UTC, date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.champions.schemas import ChampionRef
from api.minutes.models import CorrectionStatus, MinutesStatus, VersionOrigin
from api.platform.language import Language
from api.platform.moments import Instant
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import Line, LongText, Paragraphs
from api.vocabularies.types import Countries, Iso3

KEY = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a11"
_TEXT = "@KEN presented the pilot. The meeting took note of its first results."

Why = Annotated[Paragraphs, StringConstraints(min_length=3, max_length=2000)]
Phrase = Line[Annotated[str, StringConstraints(min_length=3, max_length=500)]]


class MinutesTextChange(ChangeBody):
    """What the minutes shall say on an item; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": _TEXT}]})

    text: LongText = Field(
        default="",
        description="The text. `@KEN` marks a champion; readers see it as a champion that is not named, unless it asked to be.",
        examples=[_TEXT],
    )
    named: Annotated[Countries, Field(max_length=60)] = Field(
        default_factory=list, description="Champions that asked to be named in this item.", examples=[["KEN"]]
    )


class AttributionBody(RequestBody):
    """Whether a champion is named in the minutes of an item."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"is_named": True}]})

    is_named: bool = Field(description="Whether it asks to be named.", examples=[True])
    champion: Iso3 | None = Field(default=None, description="Which one; one's own by default.", examples=["KEN"])


class MinutesChange(ChangeBody):
    """Changes to circulated minutes."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"corrections_until": "2026-12-18T17:00:00Z"}]})

    corrections_until: Instant = Field(
        default=datetime(1990, 1, 1, tzinfo=UTC),
        description="Until when corrections are taken.",
        examples=["2026-12-18T17:00:00Z"],
    )


class CirculationBody(ReasonBody):
    """How minutes are circulated."""

    corrections_until: Instant | None = Field(
        default=None,
        description="Until when corrections are taken; 14 days from now by default.",
        examples=["2026-12-18T17:00:00Z"],
    )


class CorrectionCreate(RequestBody):
    """A correction: the text that the minutes should have on the item, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "The meeting welcomed the first results.", "why": "It welcomed them."}]
        }
    )

    text: LongText = Field(
        description="The whole text of the item as it should read. Numbers such as `@1` stand for champions that are not named.",
        examples=["The meeting welcomed the first results."],
    )
    why: Why = Field(description="Why.", examples=["The meeting welcomed the results, it did not only note them."])
    based_on: Annotated[int, Field(ge=0, le=1_000_000)] | None = Field(
        default=None, description="The version that was read; the present one by default.", examples=[3]
    )
    champion: Iso3 | None = Field(
        default=None, description="On whose behalf; one's own champion by default.", examples=["KEN"]
    )


class CorrectionAcceptance(RequestBody):
    """How a correction is taken."""

    text: LongText | None = Field(
        default=None,
        description="The text as it is taken, if other than proposed. Needed where the text was changed since.",
        examples=["The meeting welcomed the first results."],
    )


class CorrectionBody(Actions, RecordBody):
    """A correction to the minutes of an item."""

    agenda_item_id: UUID = Field(description="The agenda item.", examples=[KEY])
    champion: ChampionRef | None = Field(description="The champion that proposes it.")
    person_name: str = Field(description="Who wrote it.", examples=["Amina Diallo"])
    base_version: int = Field(description="The version that it changes.", examples=[3])
    base_text: str = Field(description="That version's text.", examples=["The meeting noted the first results."])
    base_words: str = Field(
        description="That version's text as it is read.", examples=["The meeting noted the first results."]
    )
    text: str = Field(description="The text that it wants.", examples=["The meeting welcomed the first results."])
    words: str = Field(
        description="The text that it wants, as it is read.", examples=["The meeting welcomed the first results."]
    )
    why: str = Field(description="Why.", examples=["The meeting welcomed the results."])
    status: CorrectionStatus = Field(description="Where it stands.", examples=["proposed"])
    is_outdated: bool = Field(description="Whether the text was changed since.", examples=[False])
    decision_reason: str = Field(description="Why it was declined.", examples=[""])
    decided_at: datetime | None = Field(description="When it was decided, in UTC.", examples=["2026-12-14T09:00:00Z"])
    decided_by: str = Field(description="By whom.", examples=["Officer"])


class CorrectionQuery(ListQuery):
    """Of the list of corrections to an item."""


class VersionQuery(ListQuery):
    """Of the list of versions of a text."""


class MinutesVersionBody(BaseModel):
    """A text as it was saved once."""

    number: int = Field(description="Counts the versions, from 1.", examples=[3])
    text: str = Field(description="The text.", examples=[_TEXT])
    words: str = Field(description="The text as it is read.", examples=["Kenya presented the pilot."])
    origin: VersionOrigin = Field(description="How it came about.", examples=["written"])
    saved_at: datetime = Field(description="When, in UTC.", examples=["2026-12-10T15:02:00Z"])
    saved_by: str = Field(description="Who saved it.", examples=["Amina Diallo"])


class _Head(BaseModel):
    """The head of what has no row of its own before it is written: name this base last, as ``RecordBody``."""

    id: UUID = Field(description="The key of the meeting or the agenda item.", examples=[KEY])
    revision: int = Field(
        description="Counts the changes, 0 before anything is written; repeated in the ETag.", examples=[7]
    )


class MinutesItemBody(Actions, _Head):
    """What the minutes say on one agenda item, whose key it has."""

    title: str = Field(description="The item's title.", examples=["Missing migrants"])
    language: Language = Field(description="The language that the minutes are written in.", examples=["en"])
    position: int | None = Field(description="Its place on the agenda; null if it was taken off.", examples=[3])
    text: str = Field(
        description="The text. `@KEN` is a champion that is named, `@1` one that is not.", examples=[_TEXT]
    )
    words: str = Field(
        description="The text as it is read, in the language of the minutes: marks are told in words.",
        examples=["Kenya presented the pilot. A champion thanked the partners."],
    )
    named: list[str] = Field(description="Champions that asked to be named.", examples=[["KEN"]])
    version: int = Field(description="The number of this version; 0 before anything is written.", examples=[3])
    saved_at: datetime | None = Field(description="When it was saved, in UTC.", examples=["2026-12-10T15:02:00Z"])
    saved_by: str = Field(description="By whom; for members.", examples=["Amina Diallo"])
    corrections: list[CorrectionBody] = Field(description="Corrections to it, the oldest first; for members.")


class MinutesBody(Actions, _Head):
    """The minutes of a meeting by agenda item. They have the meeting's key."""

    title: str = Field(description="The meeting's title.", examples=["Quarterly technical meeting"])
    starts_at: datetime = Field(description="When it began, in UTC.", examples=["2026-12-10T14:00:00Z"])
    time_zone: str = Field(description="The zone it was planned in.", examples=["America/New_York"])
    language: Language = Field(
        description="The language that they are written in: the first of the meeting's.", examples=["en"]
    )
    status: MinutesStatus = Field(
        description="Where they stand: it follows from where the meeting stands.", examples=["circulated"]
    )
    is_locked: bool = Field(description="Whether the texts stay as they are.", examples=[False])
    circulated_at: datetime | None = Field(
        description="When they were circulated, in UTC.", examples=["2026-12-11T09:00:00Z"]
    )
    corrections_until: datetime | None = Field(
        description="Until when corrections are taken, in UTC.", examples=["2026-12-18T17:00:00Z"]
    )
    takes_corrections: bool = Field(description="Whether corrections are taken now.", examples=[True])
    corrections_count: int = Field(description="Corrections that were proposed; for members.", examples=[3])
    undecided_count: int = Field(description="Of these, those still to decide.", examples=[1])
    adopted_at: datetime | None = Field(
        description="When they were adopted, in UTC.", examples=["2026-12-20T09:00:00Z"]
    )
    items: list[MinutesItemBody] = Field(description="What they say, item by item in the agenda's order.")
    asks_reason: list[str] = Field(
        description="Those of `actions` that ask for a reason, for example since they skip steps.", examples=[["adopt"]]
    )
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class TermMinutesBody(BaseModel):
    """All minutes of a co-chair term, compiled."""

    term_id: UUID = Field(description="The term's key.", examples=[KEY])
    starts_on: date = Field(description="Its first day.", examples=["2026-07-01"])
    ends_on: date = Field(description="The day after its last.", examples=["2027-01-01"])
    champions: list[ChampionRef] = Field(description="The pair.")
    meetings: list[MinutesBody] = Field(description="The minutes of its meetings, the earliest first.")


class PhraseQuery(ListQuery):
    """Filters of the library of standard phrases."""

    language: Language | None = Field(default=None, description="In this language.", examples=["en"])


class PhraseCreate(RequestBody):
    """A standard phrase."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"language": "en", "text": "The meeting took note of …"}]}
    )

    language: Language = Field(description="Its language.", examples=["en"])
    text: Phrase = Field(
        description="The phrase; … stands for what is to be filled in.", examples=["The meeting took note of …"]
    )


class PhraseChange(ChangeBody):
    """Other words for a phrase."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "The meeting took note with appreciation of …"}]}
    )

    text: Phrase = Field(default="", description="The phrase.", examples=["The meeting took note of …"])


class PhraseBody(RecordBody):
    """A standard phrase of the minutes."""

    language: Language = Field(description="Its language.", examples=["en"])
    text: str = Field(description="The phrase.", examples=["The meeting took note of …"])
