"""Files beside practices as the API takes and gives them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.platform.schemas import ChangeBody, RecordBody
from api.platform.texts import Line
from api.practices.schemas import FileOfVersion
from api.uploads.schemas import File, GivenFile

_TITLE = "Training manual for district officers"
FileTitle = Line[Annotated[str, StringConstraints(max_length=200)]]


class PracticeFileForm(GivenFile):
    """A file, and what it is."""

    file: File | None = Field(
        default=None, description="PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, TXT or CSV, of at most 25 MB."
    )
    title: FileTitle = Field(default="", description="What it is; by default after its name.", examples=[_TITLE])


class PracticeFileChange(ChangeBody):
    """Another title or place; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"title": _TITLE, "position": 1}]})

    title: Line[Annotated[str, StringConstraints(min_length=1, max_length=200)]] = Field(
        default="", description="What it is.", examples=[_TITLE]
    )
    position: Annotated[int, Field(ge=1, le=100)] = Field(
        default=1, description="Its place among the files, from 1.", examples=[1]
    )


class PracticeFileBody(FileOfVersion, RecordBody):
    """A file beside a practice."""

    position: int = Field(description="Its place among the files.", examples=[1])


class PracticeFileList(BaseModel):
    """The files beside a practice in their order."""

    items: list[PracticeFileBody] = Field(description="The files.")
    actions: list[str] = Field(description="`add`, `change` and `delete`, where open to the caller.", examples=[[]])
