"""Pictures over HTTP: the same five operations below every kind of record that has pictures.

::

    router = room_router("/activities/{activity_id}/pictures", tag="Activities")
    add_pictures(router, noun="Activity", seen=subject_seen, written=subject_written)

``seen`` and ``written`` are dependencies of the room that state its permission and yield the ``Subject``.
"""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Path, Request, Response, status
from fastapi.responses import StreamingResponse

from api.access.dependencies import CurrentCaller
from api.pictures import queries, service
from api.pictures.encoding import MEDIA_TYPE
from api.pictures.rules import Size
from api.pictures.schemas import PictureBody, PictureChange, PictureForm, PictureList
from api.pictures.subjects import Subject
from api.platform import forms
from api.platform.database import SessionDep
from api.platform.documents.answers import disposition
from api.platform.etags import ExpectedRevision
from api.platform.storage import StorageDep

PictureId = Annotated[UUID, Path(description="Key of the picture.")]

PATHS = r"/api/v1/[^/]+/[^/]+/pictures"
"""Where a form with a picture goes."""


async def intake_of(request: Request, storage: StorageDep) -> service.Intake:
    """Where pictures go, and how large a file may be."""
    return service.Intake(storage, request.app.state.settings.max_upload_bytes)


def add_pictures(router: APIRouter, *, noun: str, seen: Callable[..., Any], written: Callable[..., Any]) -> None:
    """Give ``router`` the operations of pictures: of a record of the kind ``noun`` that the caller sees, or may write to."""
    seen_subject: Subject = Depends(seen)
    written_subject: Subject = Depends(written)

    async def picture_form(request: Request, _: Annotated[Subject, written_subject]) -> PictureForm:
        """The form of a picture, read once it is known that the caller may send one."""
        return await forms.parse_form(request, PictureForm)

    @router.get("", operation_id=f"list{noun}Pictures", summary="List the pictures of a record")
    async def list_pictures(subject: Annotated[Subject, seen_subject], session: SessionDep) -> PictureList:
        """In their order."""
        return await queries.list_pictures(session, subject)

    @router.post(
        "",
        operation_id=f"add{noun}Picture",
        summary="Add a picture",
        status_code=status.HTTP_201_CREATED,
        openapi_extra=forms.form_schema(PictureForm),
    )
    async def add_picture(
        subject: Annotated[Subject, written_subject],
        caller: CurrentCaller,
        session: SessionDep,
        form: Annotated[PictureForm, Depends(picture_form)],
        taking: Annotated[service.Intake, Depends(intake_of)],
    ) -> PictureBody:
        """JPEG, PNG or WebP, with words for those who cannot see it. What else the file holds, its place too, is not kept."""
        return await service.add(session, caller, subject, form, taking)

    @router.patch("/{picture_id}", operation_id=f"change{noun}Picture", summary="Change what is said of a picture")
    async def change_picture(
        subject: Annotated[Subject, written_subject],
        caller: CurrentCaller,
        session: SessionDep,
        picture_id: PictureId,
        body: PictureChange,
        expected_revision: ExpectedRevision,
    ) -> PictureBody:
        """Its words, its credit or its place; what is left out stays."""
        return await service.change(session, caller, subject, picture_id, body, expected_revision=expected_revision)

    @router.delete(
        "/{picture_id}",
        operation_id=f"delete{noun}Picture",
        summary="Delete a picture",
        status_code=status.HTTP_204_NO_CONTENT,
    )
    async def delete_picture(
        subject: Annotated[Subject, written_subject],
        caller: CurrentCaller,
        session: SessionDep,
        picture_id: PictureId,
        expected_revision: ExpectedRevision,
    ) -> None:
        """The others move up."""
        await service.delete(session, caller, subject, picture_id, expected_revision=expected_revision)

    @router.get(
        "/{picture_id}/{size}",
        operation_id=f"get{noun}Picture",
        summary="See a picture",
        response_class=Response,
        responses={
            200: {"description": "The picture.", "content": {MEDIA_TYPE: {}}},
            304: {"description": "The caller has it."},
        },
    )
    async def get_picture(
        subject: Annotated[Subject, seen_subject],
        caller: CurrentCaller,
        session: SessionDep,
        storage: StorageDep,
        picture_id: PictureId,
        size: Annotated[Size, Path(description="Which of the two sizes.")],
        if_none_match: Annotated[str | None, Header(max_length=1000, description="The `ETag` that one has.")] = None,
    ) -> Response:
        """WebP, in a sandbox of its own."""
        key = await queries.storage_key(session, subject, picture_id)
        tag = f'"{picture_id}-{size}"'
        headers = {
            "ETag": tag,
            "Cache-Control": "private, no-cache" if caller.person_id else "public, max-age=300",
            "Vary": "Authorization",
            "Content-Disposition": disposition(f"{picture_id}.webp", is_shown=True),
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Content-Encoding": "identity",
        }
        if tag in (if_none_match or ""):
            return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
        return StreamingResponse(storage.read(f"{key}/{size}"), media_type=MEDIA_TYPE, headers=headers)
