"""Pictures as the API takes and gives them."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.platform.schemas import ChangeBody, RecordBody
from api.platform.texts import Line
from api.uploads.schemas import File, GivenFile

Alt = Line[Annotated[str, StringConstraints(min_length=3, max_length=300)]]
Credit = Line[Annotated[str, StringConstraints(max_length=200)]]

_ALT = "Delegates of three States around a table in Nairobi."


class PictureForm(GivenFile):
    """A picture, and what it shows in words."""

    file: File | None = Field(default=None, description="JPEG, PNG or WebP.")
    alt: Alt = Field(description="What it shows, for those who cannot see it.", examples=[_ALT])
    credit: Credit = Field(default="", description="Who took it.", examples=["IOM / Amina Diallo"])


class PictureChange(ChangeBody):
    """Changes to what is said of a picture, or to its place; what is left out stays."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"alt": _ALT, "position": 1}]})

    alt: Alt = Field(default="", description="What it shows, for those who cannot see it.", examples=[_ALT])
    credit: Credit = Field(default="", description="Who took it.", examples=["IOM / Amina Diallo"])
    position: Annotated[int, Field(ge=1, le=100)] = Field(
        default=1, description="Its place among the pictures, from 1.", examples=[1]
    )


class PictureBody(RecordBody):
    """A picture; its pixels are had in two sizes."""

    alt: str = Field(description="What it shows, for those who cannot see it.", examples=[_ALT])
    credit: str = Field(description="Who took it.", examples=["IOM / Amina Diallo"])
    position: int = Field(description="Its place among the pictures.", examples=[1])
    width: int = Field(description="Pixels of the large one, across.", examples=[1600])
    height: int = Field(description="Pixels of the large one, down.", examples=[1067])


class PictureList(BaseModel):
    """The pictures of a record in their order."""

    items: list[PictureBody] = Field(description="The pictures; the first stands for the record.")
    actions: list[str] = Field(description="`add`, `change` and `delete`, where open to the caller.", examples=[[]])


class PictureRef(BaseModel):
    """The picture that stands for a record in a list."""

    id: UUID = Field(description="The picture's key.", examples=["0197f5c2-7a51-7c3e-9d0a-3f1f6f1f0a31"])
    alt: str = Field(description="What it shows.", examples=[_ALT])
