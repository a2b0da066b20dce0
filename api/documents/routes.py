"""Documents of a meeting over HTTP: adding, versions, downloading."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path, Query, Request, Response, status

from api.access.caller import Caller
from api.access.dependencies import CurrentCaller, requires
from api.access.permissions import Permission
from api.documents import queries, rules, service
from api.documents.schemas import DocumentBody, DocumentChange, DocumentForm, DocumentQuery, FileForm
from api.meetings.routes import MeetingId, MeetingRead
from api.platform import forms
from api.platform.database import SessionDep
from api.platform.downloads import DOWNLOAD, DownloadDep
from api.platform.etags import ExpectedRevision, ExpectedRevisionIfSaid
from api.platform.paging import Page
from api.platform.schemas import StepBody
from api.platform.storage import StorageDep
from api.platform.transitions import Transition
from api.platform.unit_of_work import room_router

DocumentsWrite = Annotated[Caller, requires(Permission.DOCUMENTS_WRITE)]
DocumentId = Annotated[UUID, Path(description="Key of the document.")]
FileId = Annotated[UUID, Path(description="Key of the file.")]

PATHS = r"/api/v1/meetings/[^/]+/documents(/[^/]+/files)?"
"""Where a form with a file goes."""

router = room_router("/meetings/{meeting_id}/documents", tag="Documents")


async def document_to_change(
    meeting_id: MeetingId,
    document_id: DocumentId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevision,
) -> service.Subject:
    """The document, locked, visible to the caller and as the caller read it."""
    return await service.load_for_change(session, caller, meeting_id, document_id, expected_revision)


async def document_to_move(
    meeting_id: MeetingId,
    document_id: DocumentId,
    caller: CurrentCaller,
    session: SessionDep,
    expected_revision: ExpectedRevisionIfSaid,
) -> service.Subject:
    """The document, locked and visible to the caller; as the caller read it, where they say."""
    return await service.load_for_change(session, caller, meeting_id, document_id, expected_revision)


async def intake_of(request: Request, storage: StorageDep) -> service.Intake:
    """Where files go, and how large one may be."""
    return service.Intake(storage, request.app.state.settings.max_upload_bytes)


async def document_form(request: Request, _: DocumentsWrite) -> DocumentForm:
    """The form of a new document, read once it is known that the caller may send one."""
    return await forms.parse_form(request, DocumentForm)


async def file_form(request: Request, _: DocumentsWrite) -> FileForm:
    """The form of a new version, read once it is known that the caller may send one."""
    return await forms.parse_form(request, FileForm)


DocumentToChange = Annotated[service.Subject, Depends(document_to_change)]
DocumentToMove = Annotated[service.Subject, Depends(document_to_move)]
IntakeDep = Annotated[service.Intake, Depends(intake_of)]


@router.get("", operation_id="listDocuments", summary="List the documents of a meeting")
async def list_documents(
    caller: MeetingRead, session: SessionDep, meeting_id: MeetingId, query: Annotated[DocumentQuery, Query()]
) -> Page[DocumentBody]:
    """In their order, each with all its versions in all its languages."""
    return await queries.list_documents(session, caller, meeting_id, query)


@router.post(
    "",
    operation_id="addDocument",
    summary="Add a document to a meeting",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=forms.form_schema(DocumentForm),
)
async def add_document(
    caller: DocumentsWrite,
    session: SessionDep,
    meeting_id: MeetingId,
    form: Annotated[DocumentForm, Depends(document_form)],
    taking: IntakeDep,
) -> DocumentBody:
    """A file is enough. Its kind is known by its content, whatever it is called; archives are never unpacked."""
    return await service.add(session, caller, meeting_id, form, taking)


@router.get("/{document_id}", operation_id="getDocument", summary="Read about a document")
async def get_document(
    caller: MeetingRead, session: SessionDep, meeting_id: MeetingId, document_id: DocumentId
) -> DocumentBody:
    """With all its versions in all its languages."""
    return await queries.get_document(session, caller, meeting_id, document_id)


@router.patch("/{document_id}", operation_id="changeDocument", summary="Change a document")
async def change_document(
    caller: DocumentsWrite, session: SessionDep, document: DocumentToChange, body: DocumentChange
) -> DocumentBody:
    """Change what is given and leave the rest; a new position moves the other documents."""
    return await service.change(session, caller, document, body)


@router.delete(
    "/{document_id}",
    operation_id="deleteDocument",
    summary="Delete a document",
    status_code=status.HTTP_204_NO_CONTENT,
)
async def delete_document(caller: DocumentsWrite, session: SessionDep, document: DocumentToChange) -> None:
    """With all its versions, before the agenda is circulated. Afterwards it is withdrawn instead."""
    await service.delete(session, caller, document)


@router.post(
    "/{document_id}/files",
    operation_id="addDocumentFile",
    summary="Add a version of a document, or another language",
    status_code=status.HTTP_201_CREATED,
    openapi_extra=forms.form_schema(FileForm),
)
async def add_document_file(
    caller: DocumentsWrite,
    session: SessionDep,
    form: Annotated[FileForm, Depends(file_form)],
    document: DocumentToMove,
    taking: IntakeDep,
) -> DocumentBody:
    """The versions before stay, and stay to be had."""
    return await service.add_file(session, caller, document, form, taking)


@router.get(
    "/{document_id}/files/{file_id}",
    operation_id="downloadDocumentFile",
    summary="Download a file",
    response_class=Response,
    responses=DOWNLOAD,
)
async def download_document_file(
    caller: MeetingRead,
    session: SessionDep,
    download: DownloadDep,
    meeting_id: MeetingId,
    document_id: DocumentId,
    file_id: FileId,
) -> Response:
    """Never shown inside a page of this service: as an attachment, with its name, not to be taken for another type."""
    return download.of(await queries.get_file(session, caller, meeting_id, document_id, file_id))


def _add_step(step: Transition[Any]) -> None:
    @router.post(
        f"/{{document_id}}/{step.verb}",
        operation_id=step.operation_id("Document"),
        summary=step.summary,
        description=step.story,
    )
    async def take_step(
        caller: DocumentsWrite, session: SessionDep, document: DocumentToMove, body: StepBody
    ) -> DocumentBody:
        return await service.take_step(session, caller, document, step, body)


for _step in rules.TRANSITIONS:
    _add_step(_step)
