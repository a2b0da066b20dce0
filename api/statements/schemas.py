"""Joint statements as the API takes and gives them."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.champions.schemas import ChampionRef
from api.platform.differences import DifferencePiece
from api.platform.language import Language
from api.platform.moments import Instant
from api.platform.paging import ListQuery
from api.platform.records import Visibility
from api.platform.schemas import Actions, ChangeBody, ReasonBody, RecordBody, RequestBody
from api.platform.texts import LongText, Paragraphs, Reason, SearchText, ShortText, Title, WebAddress
from api.statements.models import RemarkKind, RemarkStatus, StatementStatus
from api.vocabularies.types import Countries, Iso3, Languages, Objectives, ProcessKey

StatementOrder = Literal["-updated_at", "updated_at", "title", "-title"]
RemarkOrder = Literal["paragraph"]
VersionNumber = Annotated[int, Field(ge=1, le=1_000_000)]

_TITLE = "Joint statement at the Regional Review for Africa"
_TEXT = "We, the Champion countries, welcome the progress made.\n\nWe call for safe and regular pathways."


class StatementQuery(ListQuery):
    """Filters and order of the list of statements."""

    sort: StatementOrder = Field(default="-updated_at", description="Order; `-` reverses.")
    status: list[StatementStatus] = Field(default_factory=list, max_length=6, description="Any of these states.")
    champion: Iso3 | None = Field(default=None, description="Drafted or signed by this State.", examples=["GMB"])
    process: ProcessKey | None = Field(default=None, description="For this process.", examples=["imrf-2026"])
    q: SearchText | None = Field(default=None, description="Words in the title.", examples=["review"])


class StatementFields(RequestBody):
    """What may be written of a statement beside its title and its text."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": _TITLE, "drafters": ["GMB", "PRT"]}]})

    purpose: Paragraphs = Field(default="", description="What the statement is for.")
    process: ProcessKey | None = Field(
        default=None, description="The process at which it is delivered.", examples=["imrf-2026"]
    )
    event: ShortText = Field(
        default="", description="The event or sitting at which it is delivered.", examples=["Plenary, item 4"]
    )
    due_on: date | None = Field(default=None, description="When it is to be delivered.", examples=["2026-12-10"])
    objectives: Objectives = Field(
        default_factory=list, description="The objectives that it speaks to.", examples=[[5, 8]]
    )
    languages: Languages = Field(default_factory=list, description="Its working languages.", examples=[["en", "fr"]])
    drafters: Countries = Field(
        default_factory=list, description="The champions that draft it.", examples=[["GMB", "PRT"]]
    )
    visibility: Visibility = Field(
        default=Visibility.MEMBERS,
        description="`private`: its drafters, co-chairs and the secretariat. `public`: everybody, once it is adopted.",
    )


class StatementCreate(StatementFields):
    """A new statement: a title makes a draft. A champion that begins one is among its drafters."""

    title: Title = Field(description="The statement in a line.", examples=[_TITLE])


class StatementChange(ChangeBody, StatementFields):
    """Changes to a statement; what is left out stays."""

    title: Title = Field(default="", description="The statement in a line.", examples=[_TITLE])


class SignOnPeriod(RequestBody):
    """Until when States may sign on."""

    until: Instant | None = Field(
        description="The instant from which on nobody signs any more; null leaves it open.",
        examples=["2026-12-20T17:00:00Z"],
    )


class Adoption(ReasonBody):
    """Which version is adopted without silence, and why."""

    version: VersionNumber = Field(description="Number of the version.", examples=[3])


class Delivery(RequestBody):
    """When a statement was delivered, by whom, and where it can be seen."""

    delivered_on: date = Field(description="The day.", examples=["2026-12-10"])
    delivered_by: ShortText = Field(
        default="", description="Who delivered it.", examples=["H.E. Fatou Ceesay, Permanent Representative"]
    )
    recording: WebAddress | None = Field(
        default=None, description="Where it can be seen or heard.", examples=["https://webtv.un.org/asset/k1"]
    )


class VersionCreate(RequestBody):
    """A whole new text; the versions before stay as they are."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": _TEXT, "language": "en"}]})

    text: LongText = Field(description="The text; an empty line begins a paragraph.", examples=[_TEXT], min_length=1)
    language: Language = Field(default=Language.ENGLISH, description="Its language.", examples=["en"])
    note: ShortText = Field(default="", description="What is new in it.", examples=["After the comments of Portugal"])
    translates: VersionNumber | None = Field(
        default=None, description="Number of the version that this one renders in another language.", examples=[2]
    )


class VersionSummary(BaseModel):
    """A version in a list."""

    number: int = Field(description="Counts from 1.", examples=[3])
    language: Language = Field(description="Its language.", examples=["en"])
    note: str = Field(description="What is new in it.", examples=["After the comments of Portugal"])
    translates: int | None = Field(description="Number of the version that it renders.", examples=[2])
    written_at: datetime = Field(description="When, in UTC.", examples=["2026-11-24T09:30:00Z"])
    written_by: str = Field(description="The name of who wrote it.", examples=["Fatou Ceesay"])
    words_count: int = Field(description="Its length in words.", examples=[412])
    open_remarks_count: int = Field(description="Comments and amendments that wait for an answer.", examples=[2])


class VersionBody(VersionSummary):
    """A version with its text."""

    text: str = Field(description="The text; an empty line begins a paragraph.", examples=[_TEXT])
    paragraphs: list[str] = Field(description="The text in paragraphs, as remarks count them from 1.")


class DifferenceBody(BaseModel):
    """What one version changes against another, word by word."""

    number: int = Field(description="The version.", examples=[3])
    against: int = Field(description="The one that it is compared with.", examples=[2])
    paragraphs: list[list[DifferencePiece]] = Field(description="Paragraph by paragraph, both versions interleaved.")


class RemarkCreate(RequestBody):
    """A comment on a paragraph, or an amendment of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "version": 1,
                    "paragraph": 2,
                    "kind": "amendment",
                    "proposed": "We call for safe, orderly and regular pathways.",
                }
            ]
        }
    )

    version: VersionNumber = Field(description="Number of the version.", examples=[1])
    paragraph: int = Field(ge=1, le=5000, description="Which paragraph, from 1.", examples=[2])
    kind: RemarkKind = Field(description="A comment needs a text, an amendment the paragraph as it should read.")
    text: Paragraphs = Field(default="", description="The comment, or why it should be amended.")
    proposed: Paragraphs = Field(
        default="", description="The paragraph as it should read; empty in an amendment strikes it out."
    )
    champion: Iso3 | None = Field(
        default=None, description="On whose behalf; one's own champion by default.", examples=["PRT"]
    )

    @model_validator(mode="after")
    def _comment_has_words(self) -> "RemarkCreate":
        if self.kind is RemarkKind.COMMENT and not self.text:
            raise PydanticCustomError("missing_text", "Write the comment in text.")
        return self


class RemarkAnswer(RequestBody):
    """The drafters' answer to a remark; declining asks for the reason."""

    reason: Reason | None = Field(
        default=None, description="Why; required to decline.", examples=["Agreed language is kept."]
    )


class RemarkQuery(ListQuery):
    """Which remarks: of one version, or all."""

    sort: RemarkOrder = Field(default="paragraph", description="By paragraph.")
    version: VersionNumber | None = Field(default=None, description="On this version.", examples=[1])
    status: RemarkStatus | None = Field(default=None, description="In this state.", examples=["open"])


class RemarkBody(Actions, RecordBody):
    """What a champion says to a paragraph."""

    version: int = Field(description="Number of the version.", examples=[1])
    paragraph: int = Field(description="Which paragraph, from 1.", examples=[2])
    quoted: str = Field(description="The paragraph as it stood.")
    kind: RemarkKind = Field(description="A comment or an amendment.", examples=["amendment"])
    text: str = Field(description="The comment, or why it should be amended.")
    proposed: str = Field(description="The paragraph as it should read.")
    champion: ChampionRef = Field(description="Whose remark it is.")
    made_by: str = Field(description="The name of who made it.", examples=["Inês Duarte"])
    status: RemarkStatus = Field(description="What became of it.", examples=["open"])
    answer: str = Field(description="The drafters' answer.", examples=["Agreed language is kept."])
    answered_by: str = Field(description="The name of who answered.", examples=["Fatou Ceesay"])


class SignOnCreate(RequestBody):
    """Who signs on: one's own champion by default. The chairs name another State, or somebody else by name."""

    model_config = ConfigDict(json_schema_extra={"examples": [{}, {"state": "PRT"}, {"name": "African Union"}]})

    state: Iso3 | None = Field(default=None, description="A Member State, champion or not.", examples=["PRT"])
    name: Title | None = Field(default=None, description="Somebody who is no Member State.", examples=["African Union"])

    @model_validator(mode="after")
    def _one_of_the_two(self) -> "SignOnCreate":
        if self.state and self.name:
            raise PydanticCustomError("either_or", "Give state or name, not both.")
        return self


class SignOnBody(BaseModel):
    """Who joins an adopted statement."""

    id: UUID = Field(description="The key of the sign-on.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a01"])
    iso3: str | None = Field(description="The State's code; null for others.", examples=["PRT"])
    name: str = Field(description="The name in the language of the answer.", examples=["Portugal"])
    is_champion: bool = Field(description="Whether it is a champion today.", examples=[True])
    signed_at: datetime = Field(description="When, in UTC.", examples=["2026-12-02T09:12:00Z"])
    signed_by: str | None = Field(description="The name of who signed; for members.", examples=["Inês Duarte"])
    is_on_behalf: bool = Field(description="Recorded by the chairs on its behalf.", examples=[False])
    is_own: bool = Field(description="Of the caller's champion.", examples=[False])


class SignOnList(BaseModel):
    """Who joins a statement, in the order of the protocol: by name, in the language of the answer."""

    items: list[SignOnBody] = Field(description="States and others, by name.")
    on_behalf_of: str = Field(
        description="The names as they are read out, in that order.", examples=["Ecuador, the Gambia and Portugal"]
    )


class StatementSummary(Actions, RecordBody):
    """A statement in a list."""

    title: str = Field(description="The statement in a line.", examples=[_TITLE])
    status: StatementStatus = Field(description="Where it stands at this moment.", examples=["drafting"])
    process: ProcessKey | None = Field(description="The process at which it is delivered.", examples=["imrf-2026"])
    event: str = Field(description="The event at which it is delivered.", examples=["Plenary, item 4"])
    due_on: date | None = Field(description="When it is to be delivered.", examples=["2026-12-10"])
    visibility: Visibility = Field(description="Who sees it.", examples=["members"])
    drafters: list[ChampionRef] = Field(description="The champions that draft it.")
    versions_count: int = Field(description="How many versions were written.", examples=[3])
    sign_ons_count: int = Field(description="How many have signed on.", examples=[12])
    silence_until: datetime | None = Field(
        description="When the last period of silence ends or ended, in UTC.", examples=["2026-12-01T17:00:00Z"]
    )
    adopted_at: datetime | None = Field(
        description="When it was adopted, in UTC; null before.", examples=["2026-12-01T17:00:00Z"]
    )
    is_demonstration: bool = Field(description="Invented, to show how the product looks in use.", examples=[False])


class StatementBody(StatementSummary):
    """A statement with what leads to its texts."""

    purpose: str = Field(description="What the statement is for.")
    objectives: list[int] = Field(description="The objectives that it speaks to.", examples=[[5, 8]])
    process_title: str | None = Field(description="The process in words.")
    languages: list[Language] = Field(description="Its working languages.", examples=[["en", "fr"]])
    versions: list[VersionSummary] = Field(description="Its versions, the newest first.")
    adopted_version: int | None = Field(description="The version that was adopted.", examples=[3])
    adoption_reason: str = Field(description="Why it was adopted without silence.")
    sign_on_until: datetime | None = Field(description="Until when States sign on, in UTC; null: open.")
    delivered_on: date | None = Field(description="When it was delivered.", examples=["2026-12-10"])
    delivered_by: str = Field(description="Who delivered it.")
    recording: str = Field(description="Where it can be seen or heard.")
    withdrawal_reason: str = Field(description="Why it was withdrawn.")
    asks_reason: list[str] = Field(description="Those of `actions` that ask for a reason.", examples=[["withdraw"]])
