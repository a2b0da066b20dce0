"""Workplans as spreadsheets over HTTP: out, and in with a dry run first."""

from typing import Annotated

from fastapi import Depends, Query, Request, Response

from api.platform import forms
from api.platform.database import SessionDep
from api.platform.documents.answers import Form, documented, file_answer, negotiated
from api.platform.unit_of_work import room_router
from api.workplan import sheet_service
from api.workplan.routes import WorkplanId, WorkplanRead, WorkplanToMove, WorkplanWrite
from api.workplan.sheet_schemas import ImportQuery, SheetForm, SheetImport

PATHS = r"/api/v1/workplans/[^/]+/import"
"""Where a spreadsheet goes."""
MOST_BYTES = sheet_service.MOST_BYTES

router = room_router("/workplans/{workplan_id}", tag="Workplan spreadsheets")


async def sheet_form(request: Request, _: WorkplanWrite) -> SheetForm:
    """The form of an import, read once it is known that the caller may send one."""
    return await forms.parse_form(request, SheetForm)


@router.get(
    "/export",
    operation_id="exportWorkplan",
    summary="Take a workplan out as a spreadsheet",
    response_class=Response,
    responses=documented(Form.XLSX, Form.CSV),
)
async def export_workplan(
    caller: WorkplanRead,
    session: SessionDep,
    workplan_id: WorkplanId,
    form: Annotated[Form, negotiated(Form.XLSX, Form.CSV)],
) -> Response:
    """All items, as a workbook or as CSV. Text that would act as a formula has an apostrophe before it."""
    title, content = await sheet_service.export(session, caller, workplan_id, form)
    return file_answer(content, form, name=title)


@router.post(
    "/import",
    operation_id="importWorkplan",
    summary="Bring items in from a spreadsheet",
    openapi_extra=forms.form_schema(SheetForm),
)
async def import_workplan(
    caller: WorkplanWrite,
    session: SessionDep,
    workplan: WorkplanToMove,
    form: Annotated[SheetForm, Depends(sheet_form)],
    how: Annotated[ImportQuery, Query()],
) -> SheetImport:
    """Rows with a key change that item, rows without one add one; columns that are left out stay. All or nothing."""
    return await sheet_service.import_file(session, caller, workplan, form.file, dry_run=how.dry_run)
