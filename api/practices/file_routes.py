"""The files beside practices over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Request, Response, status

from api.access.dependencies import CurrentCaller
from api.platform import forms
from api.platform.database import SessionDep
from api.platform.downloads import DOWNLOAD, DownloadDep
from api.platform.etags import ANY_REVISION, ExpectedRevision
from api.platform.storage import StorageDep
from api.platform.unit_of_work import room_router
from api.practices import file_queries, file_service, service
from api.practices.file_schemas import PracticeFileBody, PracticeFileChange, PracticeFileForm, PracticeFileList
from api.practices.routes import PracticeId, PracticeRead, PracticeWrite

FileId = Annotated[UUID, Path(description="Key of the file, the same in every version that has it.")]

PATHS = r"/api/v1/practices/[^/]+/files"
"""Where a form with a file goes."""

router = room_router("/practices/{practice_id}/files", tag="Practices")


async def practice_to_add_to(practice_id: PracticeId, caller: CurrentCaller, session: SessionDep) -> service.Subject:
    """The practice beside which a file stands, locked and visible to the caller."""
    return await service.load_for_change(session, caller, practice_id, ANY_REVISION)


async def file_form(request: Request, _: PracticeWrite) -> PracticeFileForm:
    """The form of a file, read once it is known that the caller may send one."""
    return await forms.parse_form(request, PracticeFileForm)


PracticeToAddTo = Annotated[service.Subject, Depends(practice_to_add_to)]


@router.get("", operation_id="listPracticeFiles", summary="List the files beside a practice")
async def list_practice_files(caller: PracticeRead, session: SessionDep, practice_id: PracticeId) -> PracticeFileList:
    """Those of the practice as it stands; each published version names its own."""
    return await file_queries.list_files(session, caller, practice_id)


@router.post(
    "",
    operation_id="addPracticeFile",
    summary="Add a file to a practice",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=forms.form_schema(PracticeFileForm),
)
async def add_practice_file(
    caller: PracticeWrite,
    session: SessionDep,
    storage: StorageDep,
    form: Annotated[PracticeFileForm, Depends(file_form)],
    practice: PracticeToAddTo,
) -> PracticeFileBody:
    """While it is written. Its kind is known by its content, whatever it is called."""
    return await file_service.add(session, storage, caller, practice, form)


@router.get(
    "/{file_id}",
    operation_id="downloadPracticeFile",
    summary="Download a file of a practice",
    response_class=Response,
    responses=DOWNLOAD,
)
async def download_practice_file(
    caller: PracticeRead, session: SessionDep, download: DownloadDep, practice_id: PracticeId, file_id: FileId
) -> Response:
    """By whoever may read the practice, or a version that has it: as an attachment, not to be taken for another type."""
    return download.of(await file_queries.get_file(session, caller, practice_id, file_id))


@router.patch("/{file_id}", operation_id="changePracticeFile", summary="Change a file's title or place")
async def change_practice_file(
    caller: PracticeWrite,
    session: SessionDep,
    practice: PracticeToAddTo,
    file_id: FileId,
    body: PracticeFileChange,
    expected_revision: ExpectedRevision,
) -> PracticeFileBody:
    """What is left out stays; the others move."""
    return await file_service.change(session, caller, practice, file_id, body, expected_revision=expected_revision)


@router.delete(
    "/{file_id}",
    operation_id="deletePracticeFile",
    summary="Take a file of a practice away",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_practice_file(
    caller: PracticeWrite,
    session: SessionDep,
    practice: PracticeToAddTo,
    file_id: FileId,
    expected_revision: ExpectedRevision,
) -> None:
    """Versions that were published with it keep it."""
    await file_service.delete(session, caller, practice, file_id, expected_revision=expected_revision)
