"""Documents of meetings as the API takes and gives them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from api.champions.schemas import ChampionRef
from api.documents.models import DocumentStatus, DocumentVisibility
from api.meetings.agenda_schemas import LinkedRecord
from api.platform.language import Language
from api.platform.paging import ListQuery
from api.platform.schemas import Actions, ChangeBody, ProvenanceBody, RecordBody
from api.platform.texts import ShortText, Title
from api.uploads.schemas import File, GivenFile
from api.vocabularies.types import Iso3

_KEY = "0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a21"
Position = Annotated[int, Field(ge=1, le=1000)]


class DocumentQuery(ListQuery):
    """The list of a meeting's documents."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=100, ge=1, le=100, description="Rows a page.", examples=[25])


class FileForm(GivenFile):
    """A version of a document in a language."""

    file: File | None = Field(default=None, description="PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, TXT or CSV.")
    language: Language = Field(default=Language.ENGLISH, description="The language that it is in.", examples=["fr"])
    note: ShortText = Field(default="", description="What is new in it.", examples=["With the comments of Ghana."])


class DocumentForm(FileForm):
    """A new document: a file is enough."""

    title: Title | None = Field(
        default=None, description="What it is called; by default after its file.", examples=["Draft agenda"]
    )
    visibility: DocumentVisibility = Field(
        default=DocumentVisibility.MEMBERS,
        description="Who of those that see the meeting sees it; beyond members: the co-chairs and the secretariat only.",
        examples=["members"],
    )
    agenda_item_id: UUID | None = Field(default=None, description="The item of the meeting's agenda it belongs to.")
    champion: Iso3 | None = Field(
        default=None,
        description="On whose behalf; one's own champion by default. The secretariat may leave it out: its own.",
        examples=["GHA"],
    )


class DocumentChange(ChangeBody):
    """Changes to a document; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": "Draft agenda", "position": 1}]})

    title: Title = Field(default="", description="What it is called.", examples=["Draft agenda"])
    visibility: DocumentVisibility = Field(
        default=DocumentVisibility.MEMBERS, description="Who of those that see the meeting sees it."
    )
    agenda_item_id: UUID | None = Field(default=None, description="The item of the meeting's agenda it belongs to.")
    position: Position = Field(default=1, description="Its place among the documents, from 1.", examples=[1])


class DocumentFileBody(BaseModel):
    """One version of a document in one language."""

    id: UUID = Field(description="The file's key.", examples=[_KEY])
    language: Language = Field(description="The language that it is in.", examples=["en"])
    number: int = Field(description="Counts the versions in this language.", examples=[2])
    is_current: bool = Field(description="Whether it is the newest in its language.", examples=[True])
    note: str = Field(description="What is new in it.", examples=["With the comments of Ghana."])
    file_name: str = Field(description="What it is saved as.", examples=["Draft agenda.pdf"])
    media_type: str = Field(description="What it is, by its content.", examples=["application/pdf"])
    kind: str = Field(description="What people call it.", examples=["PDF"])
    size: int = Field(description="Bytes.", examples=[204800])
    person_name: str = Field(description="Who uploaded it.", examples=["Amina Diallo"])
    created_at: datetime = Field(description="When it was uploaded, in UTC.", examples=["2026-11-24T09:30:00Z"])


class DocumentBody(ProvenanceBody, Actions, RecordBody):
    """A document of a meeting with all its files: by language, the newest first."""

    meeting_id: UUID = Field(description="The meeting it belongs to.", examples=[_KEY])
    agenda_item: LinkedRecord | None = Field(
        description="The agenda item it belongs to; null where one may not see it."
    )
    title: str = Field(description="What it is called.", examples=["Draft agenda"])
    position: int = Field(description="Orders the documents.", examples=[1])
    visibility: DocumentVisibility = Field(description="Who sees it, of those that see the meeting.")
    status: DocumentStatus = Field(description="Withdrawn ones show to their champion and the chairs only.")
    status_reason: str = Field(description="Why it was withdrawn.")
    champion: ChampionRef | None = Field(description="Whose it is; null: the co-chairs' and the secretariat's.")
    files: list[DocumentFileBody] = Field(description="Every version in every language.")


EXAMPLE: dict[str, Any] = {"title": "Draft agenda", "language": "en"}
