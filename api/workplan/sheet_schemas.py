"""Workplans as spreadsheets: what an import would do or did, row by row."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from fastapi import UploadFile
from pydantic import BaseModel, Field, SkipValidation
from pydantic.json_schema import WithJsonSchema

from api.platform.schemas import RequestBody

SheetFile = Annotated[
    SkipValidation[UploadFile],
    WithJsonSchema({"type": "string", "format": "binary", "contentMediaType": "application/octet-stream"}),
]


class SheetForm(RequestBody):
    """The form of an import."""

    file: SheetFile = Field(description="A workbook (.xlsx) or CSV, with the columns of an export in any order.")


class ImportQuery(RequestBody):
    """How an import is done."""

    dry_run: bool = Field(default=False, description="Only tell what would change.", examples=[True])


class RowChange(StrEnum):
    """What a row does to the workplan."""

    ADD = "add"
    CHANGE = "change"
    UNCHANGED = "unchanged"
    ERROR = "error"


class CellDifference(BaseModel):
    """A field that a row changes."""

    field: str = Field(description="Name of the field.", examples=["due_on"])
    before: str | int | list[str] | list[int] | None = Field(description="What stands.", examples=["2026-09-30"])
    after: str | int | list[str] | list[int] | None = Field(description="What the row says.", examples=["2026-11-30"])


class CellFault(BaseModel):
    """What is wrong with a cell."""

    cell: str = Field(description="Where it is.", examples=["D14"])
    code: str = Field(description="Stable word for the kind of fault.", examples=["invalid"])
    detail: str = Field(
        description="What is wrong and how to mend it.",
        examples=["D14: “soon” is not a date. Write it as 2026-09-30."],
    )


class SheetRow(BaseModel):
    """A row of the sheet, and what it does."""

    row: int = Field(description="Its number in the sheet; the header is row 1.", examples=[14])
    item_id: UUID | None = Field(description="The item that it names; null: a new one.")
    title: str = Field(description="Title of the item.", examples=["Regional calls, Africa"])
    change: RowChange = Field(description="What it does.", examples=["change"])
    differences: list[CellDifference] = Field(description="The fields that it changes or fills.")
    errors: list[CellFault] = Field(description="What is wrong with its cells.")


class SheetImport(BaseModel):
    """What an import would do, or did."""

    is_applied: bool = Field(description="Whether the workplan was changed.", examples=[False])
    added: int = Field(description="Rows that add an item.", examples=[2])
    changed: int = Field(description="Rows that change one.", examples=[5])
    unchanged: int = Field(description="Rows that say what stands.", examples=[11])
    faulty: int = Field(description="Rows that must be mended first.", examples=[0])
    rows: list[SheetRow] = Field(description="Row by row, in the order of the sheet.")
