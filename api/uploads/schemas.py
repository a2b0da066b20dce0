"""Files as forms bring them: with the form itself, or in parts before."""

from typing import Annotated
from uuid import UUID

from fastapi import UploadFile
from pydantic import ConfigDict, Field, SkipValidation, model_validator
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError
from starlette.datastructures import UploadFile as PostedFile

from api.platform.schemas import RequestBody

File = Annotated[
    SkipValidation[UploadFile],
    WithJsonSchema({"type": "string", "format": "binary", "contentMediaType": "application/octet-stream"}),
]


class GivenFile(RequestBody):
    """A file, sent with the form or uploaded in parts before. What is taken says each form's ``file``."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    file: File | None = Field(default=None, description="The file.")
    upload_id: UUID | None = Field(
        default=None, description="Instead of `file`: an upload (`createUpload`) that has arrived whole."
    )

    @model_validator(mode="after")
    def _one_of_two(self) -> "GivenFile":
        if (self.file is None) == (self.upload_id is None):
            raise PydanticCustomError("one_file", "Send either a file, or the upload_id of one that has arrived.")
        if self.file is not None and not isinstance(self.file, PostedFile):
            raise PydanticCustomError("no_file", "Send `file` as a file of the form, with its name.")
        return self

    @property
    def pointer(self) -> str:
        """The field that the file came in, for what is wrong with it."""
        return "/upload_id" if self.file is None else "/file"
