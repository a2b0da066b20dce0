"""What a file would bring, or brought, practice by practice."""

from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, Field

from api.platform.schemas import RequestBody
from api.uploads.schemas import File
from api.vocabularies.types import Iso3


class ImportForm(RequestBody):
    """The form of an import."""

    file: File = Field(
        description="A workbook (.xlsx) or CSV with a practice a row, or the Word template (.docx) filled in."
    )


class ImportQuery(RequestBody):
    """How an import is done."""

    dry_run: bool = Field(default=False, description="Only tell what would be added.", examples=[True])
    champion: Iso3 | None = Field(
        default=None,
        description="Whose the practices are where the file does not say; one's own champion by default.",
        examples=["BGD"],
    )


class ImportOutcome(StrEnum):
    """What becomes of a practice that a file tells."""

    ADD = "add"
    THERE = "there"
    ERROR = "error"


class FieldFault(BaseModel):
    """What is wrong with a field."""

    field: str = Field(description="Which.", examples=["starts_on"])
    code: str = Field(description="Stable word for the kind of fault.", examples=["invalid"])
    detail: str = Field(
        description="What is wrong and how to mend it.",
        examples=["“soon” is not a date. Write it as 2026-09-30."],
    )


class ImportedPractice(BaseModel):
    """A practice that the file tells."""

    place: int = Field(description="Its row in a sheet, whose header is row 1; its number in a document.", examples=[2])
    title: str = Field(description="Its title.", examples=["Pre-departure information in district offices"])
    outcome: ImportOutcome = Field(
        description="`there`: its champion has a practice of this title already, so it is left out.", examples=["add"]
    )
    practice_id: UUID | None = Field(description="The practice that was added, or that is there.")
    missing: list[str] = Field(
        description="What it will still need before it can be submitted.", examples=[["key_lessons"]]
    )
    errors: list[FieldFault] = Field(description="What must be mended first.")


class PracticeImport(BaseModel):
    """What an import would bring, or brought."""

    is_applied: bool = Field(description="Whether practices were added.", examples=[False])
    added: int = Field(description="Practices that are added, as drafts.", examples=[2])
    there: int = Field(description="Practices that are there already.", examples=[1])
    faulty: int = Field(description="Practices that must be mended first.", examples=[0])
    unread: list[str] = Field(description="Headings that name no field: what stands there is not taken.", examples=[[]])
    practices: list[ImportedPractice] = Field(description="In the order of the file.")
