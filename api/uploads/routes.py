"""Files on their way to us, by the tus protocol 1.0.0: send a part, and after a broken line go on where it stopped.

`POST` announces a file, `PATCH` sends a part, `HEAD` says how much has arrived. Then name the upload where the file
belongs, for example as `upload_id` of a meeting's document. Every request but `OPTIONS` carries `Tus-Resumable: 1.0.0`.
"""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Header, Path, Request, Response, status

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform.database import SessionDep
from api.platform.problems import InvalidInput, PayloadTooLarge, Problem, described
from api.platform.storage import StorageDep
from api.platform.texts import safe_file_name
from api.platform.unit_of_work import UnitOfWorkRoute, room_router
from api.uploads import rules, service

UploadsWrite = Annotated[Caller, requires(Permission.UPLOADS_WRITE)]
Anyone = Annotated[Caller, requires(Permission.SESSION_USE)]
UploadId = Annotated[UUID, Path(description="Key of the upload.")]

PART_TYPE = "application/offset+octet-stream"
PATHS = r"/api/v1/uploads/[^/]+"
"""Where a part may be as large as a whole file."""


class UnknownProtocol(Problem):
    """412: the client speaks another version of the protocol."""

    status = status.HTTP_412_PRECONDITION_FAILED
    slug = "unknown-protocol"
    title = "Send Tus-Resumable: 1.0.0"


class UnknownMediaType(Problem):
    """415: a part is not sent as one."""

    status = status.HTTP_415_UNSUPPORTED_MEDIA_TYPE
    slug = "unknown-media-type"
    title = f"Send a part as {PART_TYPE}"


class TusRoute(UnitOfWorkRoute):
    """A route whose answers, refusals too, say which version of the protocol they speak."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the unit of work; called once a route."""
        handle = super().get_route_handler()

        async def speak(request: Request) -> Response:
            try:
                response = await handle(request)
            except Problem as problem:
                problem.headers |= {"Tus-Resumable": rules.VERSION}
                raise
            response.headers["Tus-Resumable"] = rules.VERSION
            return response

        return speak


router = room_router("/uploads", tag="Uploads", route_class=TusRoute)


async def same_protocol(
    tus_resumable: Annotated[
        str, Header(description="The version of the protocol.", examples=[rules.VERSION], max_length=20)
    ] = "",
) -> None:
    """Refuse what does not speak our version of the protocol."""
    if tus_resumable != rules.VERSION:
        raise UnknownProtocol(
            f"This service speaks version {rules.VERSION} of the tus protocol: say so in Tus-Resumable.",
            headers={"Tus-Version": rules.VERSION},
        )


_SPOKEN: dict[str, Any] = {
    "response_class": Response,
    "dependencies": [Depends(same_protocol)],
    "responses": {412: described(UnknownProtocol)},
}


@router.options(
    "",
    operation_id="getUploadProtocol",
    summary="What this service speaks",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
)
async def get_upload_protocol(_: Anyone, request: Request) -> Response:
    """The version and the extensions of the tus protocol, and the largest file that is taken."""
    return Response(
        status_code=status.HTTP_204_NO_CONTENT,
        headers={
            "Tus-Version": rules.VERSION,
            "Tus-Extension": rules.EXTENSIONS,
            "Tus-Max-Size": str(request.app.state.settings.max_upload_bytes),
        },
    )


@router.post("", operation_id="createUpload", summary="Announce a file", status_code=status.HTTP_201_CREATED, **_SPOKEN)
async def create_upload(
    caller: UploadsWrite,
    session: SessionDep,
    request: Request,
    upload_length: Annotated[int, Header(ge=1, le=2**40, description="Bytes of the whole file.", examples=[204800])],
    upload_metadata: Annotated[
        str,
        Header(
            max_length=2000,
            description="`filename` and its value in Base64 (RFC 4648); other keys are ignored.",
            examples=["filename YWdlbmRhLnBkZg=="],
        ),
    ] = "",
) -> Response:
    """The answer's `Location` is where the parts go."""
    most = request.app.state.settings.max_upload_bytes
    if upload_length > most:
        raise PayloadTooLarge(f"A file may have at most {most // 2**20} MB ({most:,} bytes).")
    try:
        given = rules.file_name_in(upload_metadata)
    except ValueError as error:
        raise InvalidInput.parameter("Upload-Metadata", "Give the file's name in Base64, in UTF-8.") from error
    upload = await service.create(session, caller, file_name=safe_file_name(given), length=upload_length)
    return Response(
        status_code=status.HTTP_201_CREATED,
        headers={"Location": f"/api/v1/uploads/{upload.id}", "Upload-Offset": "0"},
    )


@router.head(
    "/{upload_id}",
    operation_id="getUploadOffset",
    summary="How much of a file has arrived",
    status_code=status.HTTP_204_NO_CONTENT,
    **_SPOKEN,
)
async def get_upload_offset(caller: UploadsWrite, session: SessionDep, upload_id: UploadId) -> Response:
    """The next part begins at `Upload-Offset`."""
    upload = await service.get(session, caller, upload_id)
    return Response(
        status_code=status.HTTP_204_NO_CONTENT,
        headers={
            "Upload-Offset": str(upload.received),
            "Upload-Length": str(upload.length),
            "Cache-Control": "no-store",
        },
    )


@router.patch(
    "/{upload_id}",
    operation_id="sendUploadPart",
    summary="Send a part of a file",
    status_code=status.HTTP_204_NO_CONTENT,
    dependencies=_SPOKEN["dependencies"],
    responses=_SPOKEN["responses"] | {415: described(UnknownMediaType)},
    openapi_extra={
        "requestBody": {"required": True, "content": {PART_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
    },
)
async def send_upload_part(
    caller: UploadsWrite,
    session: SessionDep,
    storage: StorageDep,
    request: Request,
    upload_id: UploadId,
    upload_offset: Annotated[
        int, Header(ge=0, le=2**40, description="Where the part begins: as many bytes have arrived.", examples=[0])
    ],
) -> Response:
    """Parts of any size. When the line breaks, what arrived until then is kept: ask with `HEAD` where to go on."""
    if request.headers.get("content-type", "").split(";")[0].strip() != PART_TYPE:
        raise UnknownMediaType(f"A part of a file is sent as {PART_TYPE}.")
    upload = await service.append(session, storage, caller, upload_id, offset=upload_offset, body=request.stream())
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers={"Upload-Offset": str(upload.received)})


@router.delete(
    "/{upload_id}",
    operation_id="deleteUpload",
    summary="Give an upload up",
    status_code=status.HTTP_204_NO_CONTENT,
    **_SPOKEN,
)
async def delete_upload(caller: UploadsWrite, session: SessionDep, upload_id: UploadId) -> None:
    """What has arrived of the file is thrown away."""
    await service.delete(session, caller, upload_id)
