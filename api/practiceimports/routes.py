"""Practices brought in from files over HTTP: the template, and what a file brings, with a dry run first."""

from typing import Annotated

from anyio import to_thread
from fastapi import Depends, Query, Request, Response

from api.access.caller import Caller
from api.access.dependencies import requires
from api.access.permissions import Permission
from api.platform import forms, language
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, file_answer, negotiated
from api.platform.unit_of_work import room_router
from api.practiceimports import service, template
from api.practiceimports.schemas import ImportForm, ImportQuery, PracticeImport

PATHS = r"/api/v1/practice-imports"
"""Where a file goes."""
MOST_BYTES = service.MOST_BYTES

PracticeWrite = Annotated[Caller, requires(Permission.PRACTICES_WRITE)]

router = room_router("/practice-imports", tag="Practices")


async def import_form(request: Request, _: PracticeWrite) -> ImportForm:
    """The form of an import, read once it is known that the caller may send one."""
    return await forms.parse_form(request, ImportForm)


@router.get(
    "/template",
    operation_id="getPracticeTemplate",
    summary="Take the file to fill in",
    response_class=Response,
    responses=documented(Form.XLSX, Form.DOCX),
    dependencies=[requires(Permission.PRACTICES_WRITE)],
)
async def get_template(form: Annotated[Form, negotiated(Form.XLSX, Form.DOCX)]) -> Response:
    """A workbook with a column for each field, or a Word document with a line for each."""
    spoken = language.current()
    content = await to_thread.run_sync(template.made, form, spoken)
    return file_answer(content, form, name=template.name(spoken), spoken=spoken)


@router.post(
    "",
    operation_id="importPractices",
    summary="Bring practices in from a file",
    openapi_extra=forms.form_schema(ImportForm),
)
async def import_practices(
    caller: PracticeWrite,
    session: SessionDep,
    form: Annotated[ImportForm, Depends(import_form)],
    how: Annotated[ImportQuery, Query()],
) -> PracticeImport:
    """Each becomes a draft; one whose champion has a practice of this title already is left out. All or nothing."""
    return await service.import_file(session, caller, form.file, how)
