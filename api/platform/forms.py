"""Forms with a file, read after it is known that the sender may send one, and spooled to the disk as they come."""

import hashlib
from collections.abc import AsyncIterator
from typing import Any, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

Form = TypeVar("Form", bound=BaseModel)
_PIECE = 256 * 1024


def is_form_with_files(request: Request) -> bool:
    """Whether the body is ``multipart/form-data``."""
    return request.headers.get("content-type", "").startswith("multipart/form-data")


async def read_form(request: Request) -> FormData:
    """The fields of the form, at most one of them a file. Read once; later calls get the same."""
    return await request.form(max_files=1, max_fields=20)


async def parse_form(request: Request, kind: type[Form]) -> Form:
    """The form as a ``kind``; what is wrong is told as for a JSON body. An empty field is one that was left out."""
    given = {name: value for name, value in (await read_form(request)).multi_items() if value != ""}
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        faults = [fault | {"loc": ("body", *fault["loc"])} for fault in error.errors()]
        raise RequestValidationError(faults) from error


async def pieces(file: UploadFile) -> AsyncIterator[bytes]:
    """The content of ``file`` from its beginning, a piece at a time."""
    await file.seek(0)
    while piece := await file.read(_PIECE):
        yield piece


async def fingerprint(request: Request) -> "hashlib._Hash":
    """A digest of what the form says, whatever boundary its parts are sent with."""
    digest = hashlib.sha256()
    for name, value in (await read_form(request)).multi_items():
        said = value.filename or "" if isinstance(value, UploadFile) else value
        digest.update(f"{len(name)} {name} {len(said)} {said} ".encode())
        if isinstance(value, UploadFile):
            async for piece in pieces(value):
                digest.update(piece)
    return digest


def form_schema(kind: type[BaseModel]) -> dict[str, Any]:
    """The OpenAPI description of a body that is a form of ``kind``, for a route's ``openapi_extra``."""
    schema = kind.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs", None)
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}
